/* Documents of a round with what is waived in them: at its end for its figures, and whenever it is told. */
#ifndef RASOAT_BATCH_WAIVED_H
#define RASOAT_BATCH_WAIVED_H

#include "batch/store_waivers.h"

/* Applies the waivers of the round to all regulations that count, and keeps what each row came to and how
 * documents stand then. Inside a transaction of the caller. A function of the store alone. */
gboolean waived_settle(Store *store, const Round *round, GError **error);

/* Reads the record of a document and marks what is waived in it; waivers: NULL for none. Whose it is: unit
 * and parent, as the round knows them (both NULL: as its text says); its file: path. The result's file is the
 * path as it is shown. NULL with an error. */
Result *waived_result(Store *store, const Waivers *waivers, gint64 id, const char *path, const char *unit,
                      const char *parent, WaiverUse *uses, GError **error);

#endif
