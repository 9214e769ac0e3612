/* What sets a round apart from the one that it is compared with, beside the texts themselves: a change of a
 * unit may then come from that, and not from what the unit has mended. */
#ifndef RASOAT_BATCH_APART_H
#define RASOAT_BATCH_APART_H

#include "batch/store.h"

typedef enum {
    APART_FOLDER, /* another folder; one folder under two spellings is the same */
    APART_DATE,   /* the law of another day */
    APART_RULES,  /* other rules, or another version of the program */
    APART_KIND,   /* another kind of unit or number of staff given for all */
    APART_FILES,  /* files chosen in another way */
    APART_ROSTER, /* another list of units */
} Apart;
enum { APARTS = APART_ROSTER + 1 };

/* Whether two rounds differ in that. Names of folders that begin nowhere are taken from the current one. */
gboolean rounds_apart(const Round *before, const Round *after, Apart apart);

/* Whether a list of units was given. */
gboolean round_has_roster(const Round *round);

/* What differs; NULL when they do not differ in that. Owned by the caller. */
char *rounds_apart_brief(const Round *before, const Round *after, Apart apart, RasoatLanguage language);

/* The same with what follows from it for who compares the two: a sentence without its full stop. */
char *rounds_apart_say(const Round *before, const Round *after, Apart apart, RasoatLanguage language);

/* The finished round before another, which it is compared with, in *before. FALSE without an error: none. */
gboolean rounds_before(Store *store, const Round *after, Round *before, GError **error);

#endif
