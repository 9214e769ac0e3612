/* Which unit of a roster a file belongs to: by what the roster says of files, by the file's own name, by the
 * unit that its text names. What is not certain is said and left to a person. */
#ifndef RASOAT_BATCH_MATCHING_H
#define RASOAT_BATCH_MATCHING_H

#include "batch/roster.h"
#include "batch/store.h"

typedef struct Finder Finder;

/* units belong to the caller and outlive the finder; NULL: there is no roster. */
Finder *finder_new(RosterUnits *units, GError **error);
void finder_free(Finder *finder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Finder, finder_free)

/* Fills unit, match and doubt of a file from its path and, when it has been read, from the unit, the body
 * above and the outcome of its text (facts, may be NULL). A name in the path and another one in the text
 * are a doubt. Without a roster, a regulation's unit is what its text names. Error: of the look-ups. */
gboolean finder_match(Finder *finder, StoreFile *file, const Facts *facts, GError **error);

/* Reads what the roster says of the unit of a key (NULL: of none) into unit, whose texts are
 * NULL, and which stays as it is when it says nothing. FALSE with an error. */
gboolean finder_unit(Finder *finder, const char *key, RosterUnit *unit, GError **error);

#endif
