/* Which unit of a roster a file belongs to: by what the roster says of files, by the file's own name, by the
 * unit that its text names. What is not certain is said and left to a person. */
#ifndef RASOAT_BATCH_MATCHING_H
#define RASOAT_BATCH_MATCHING_H

#include "batch/finder.h"
#include "batch/store.h"

/* Fills unit, match, doubt and the reason of a doubt of a file from its path and, when it has been read, from
 * the unit, the body above and the outcome of its text (facts, may be NULL). A name in the path and another
 * one in the text are a doubt. Without a roster, a regulation's unit is what its text names. Error: of the
 * look-ups. */
gboolean finder_match(Finder *finder, StoreFile *file, const Facts *facts, GError **error);

#endif
