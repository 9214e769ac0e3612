/* The end of a round: what can only be said when all of its files are judged. A function of the store alone,
 * so that parts of a round that were judged on several machines come to the same end as one. */
#ifndef RASOAT_BATCH_CONCLUDE_H
#define RASOAT_BATCH_CONCLUDE_H

#include "batch/store.h"

/* Names duplicates: of files with the same content, the first by path is judged. All in one transaction. */
gboolean conclude_round(Store *store, Round *round, GError **error);

#endif
