/* Parts of one run that were done on several machines, put together: the store that comes of it says what one
 * machine would have said. */
#ifndef RASOAT_BATCH_MERGE_H
#define RASOAT_BATCH_MERGE_H

#include "batch/store.h"

/* Checks that the last rounds of the part folders are all parts of one run (same folder, rules, date,
 * options; every shard once, and finished), copies them into a new round of the store and brings it to its
 * end. folders NULL-terminated. Fills round (see round_clear()). Errors: USAGE, in both languages, when the
 * parts do not make a whole; OUTPUT. */
gboolean merge_parts(Store *store, char *const *folders, Round *round, GError **error);

#endif
