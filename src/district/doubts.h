/* Why a document is given to no unit of a roster, or to one that its text does not name, and what to do: in
 * words for an office. */
#ifndef RASOAT_DISTRICT_DOUBTS_H
#define RASOAT_DISTRICT_DOUBTS_H

#include "district/district.h"

/* The reason of a document of which no unit is certain is that of its file (StoreFile); this is one that only
 * reports see: the roster names the file for a unit, and the text names another. */
#define DOUBT_LISTED_FOR_ANOTHER "listed-for-another"

/* A sentence that says why, and one that says what to do. reason: NULL in a store of an earlier version.
 * Owned by the caller. */
char *district_doubt_sentence(const char *reason, RasoatLanguage language);

/* Whether a file is a regulation that was judged, without opening its record. FALSE with an error as well. */
gboolean district_is_regulation(Store *store, const StoreFile *file, GError **error);

/* Visits regulations of no unit that is certain, by path; reason as above. FALSE, with an error or
 * without, ends the pass. */
typedef gboolean (*DoubtVisit)(const StoreFile *file, gpointer data, GError **error);
gboolean district_each_doubt(Store *store, const Round *round, DoubtVisit visit, gpointer data,
                             GError **error);

#endif
