/* Inside of a list of waivers: what reading it fills. */
#ifndef RASOAT_BATCH_WAIVERS_PRIVATE_H
#define RASOAT_BATCH_WAIVERS_PRIVATE_H

#include "batch/waivers.h"

struct Waivers {
    GPtrArray *rows; /* of WaiverRow * */
    char *digest;
};

#endif
