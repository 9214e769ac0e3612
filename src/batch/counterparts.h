/* Which units of two rounds are one, though a list calls them otherwise now or puts them below another body.
 */
#ifndef RASOAT_BATCH_COUNTERPARTS_H
#define RASOAT_BATCH_COUNTERPARTS_H

#include "batch/store.h"

/* Fills the temporary tables that follow, unless they are of these rounds already:
 * counterparts(earlier, later): keys of one unit in either round, each at most once;
 * adrift(round, key): where one of the rounds alone has a roster, what unit_key() makes of the texts that are
 * regulations of no unit for certain there, and of one in the other round.
 *
 * Units are one that have one key. Of the others: where one of the rounds alone has a roster, those that it
 * gives the texts which the other has; and those of one name, whatever body is above them, when each round
 * has a single unit of that name and their names and bodies above tell no two places. */
gboolean counterparts_find(Store *store, gint64 before, gint64 after, GError **error);

#endif
