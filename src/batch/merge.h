/* Parts of one run that were done on several machines, put together: the store that comes of it says what one
 * machine would have said. */
#ifndef RASOAT_BATCH_MERGE_H
#define RASOAT_BATCH_MERGE_H

#include "batch/store.h"

/* Checks that the last rounds of the part folders are all parts of one run (same folder, rules, date,
 * options; every shard once, and finished). folders NULL-terminated. Fills round with that of the first (see
 * round_clear()). Errors: USAGE, in both languages, when the parts do not make a whole; OUTPUT. */
gboolean merge_check(char *const *folders, Round *round, GError **error);

/* Copies parts that were checked into a new round of the store and brings it to its end. Makes that round of
 * what merge_check() filled. Errors: OUTPUT. */
gboolean merge_parts(Store *store, char *const *folders, Round *round, GError **error);

#endif
