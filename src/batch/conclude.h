/* The end of a round: what can only be said when all of its files are judged. A function of the store alone,
 * so that parts of a round that were judged on several machines come to the same end as one. */
#ifndef RASOAT_BATCH_CONCLUDE_H
#define RASOAT_BATCH_CONCLUDE_H

#include "batch/store.h"

/* Names duplicates (of files with the same content and unit the one is judged that the roster names, else the
 * first by path that is not named as a copy, see batch/file_names.h) and older texts of a unit, says of each
 * unit what came from it, what its waivers waive (see batch/waived.h), finds copies (see batch/similar.h),
 * and finishes the round; of a part it only does that. All in one transaction. */
gboolean conclude_round(Store *store, Round *round, GError **error);

#endif
