/* OUT/results.jsonl, as a whole or not at all. */
#ifndef RASOAT_CLI_RESULTS_H
#define RASOAT_CLI_RESULTS_H

#include "batch/store.h"

/* Writes folder/results.jsonl from a round of the store. Error: OUTPUT. */
gboolean results_write(Store *store, gint64 round, const char *folder, GError **error);

#endif
