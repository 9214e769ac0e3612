/* Units of a roster as a file is matched with them: looked up by what the roster says of files and by words
 * of their names, with what is known of each. */
#ifndef RASOAT_BATCH_FINDER_H
#define RASOAT_BATCH_FINDER_H

#include "batch/roster.h"
#include "text/unit_likeness.h"

typedef struct Finder Finder;

/* units belong to the caller and outlive the finder; NULL: there is no roster. */
Finder *finder_new(RosterUnits *units, GError **error);
void finder_free(Finder *finder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Finder, finder_free)

/* Reads what the roster says of the unit of a key (NULL: of none) into unit, whose texts are
 * NULL, and which stays as it is when it says nothing. FALSE with an error. */
gboolean finder_unit(Finder *finder, const char *key, RosterUnit *unit, GError **error);

/* --- for matching --------------------------------------------------------------------------------------- */

/* A unit with the words of its names. Belongs to the finder until finder_rest(). */
typedef struct {
    guint number; /* in the roster */
    RosterUnit unit;
    UnitWords *name, *parent; /* NULL until words are asked for, parent also without one */
    UnitWords *places;        /* both in one; NULL until then */
    UnitWords *listed; /* its name with remarks (text/unit_remarks.h), such as other names; NULL until then */
} Entry;

/* Where names are looked for: what a text calls its unit, or a path, whose parts hold names among other
 * words. */
typedef struct {
    UnitWords *words;
    GPtrArray *parts; /* of UnitWords *: each folder, and the file; NULL of a text */
} Names;

/* path: in UTF-8. text: NULL for none. */
Names names_of_path(const char *path);
Names names_of_text(const char *text);
void names_clear(Names *names);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Names, names_clear)

gboolean finder_has_roster(const Finder *finder);

/* Before a file is matched: forgets units when there are many. */
void finder_rest(Finder *finder);

/* After it: FALSE with the first error that a look-up met, which the finder forgets. */
gboolean finder_good(Finder *finder, GError **error);

/* NULL when there is none, or it cannot be read. */
Entry *finder_entry_of_key(Finder *finder, const char *key);

/* Arrays of Entry *, which the caller frees, in the order of the roster: units whose pattern a path, in
 * UTF-8, or its name alone matches; those that a text may name, for their name's rarest word is in it; and
 * those whose names are near the one in the text, at most so many as a person looks through. */
GPtrArray *finder_by_pattern(Finder *finder, const char *path);
GPtrArray *finder_by_words(Finder *finder, const UnitWords *text);
GPtrArray *finder_near(Finder *finder, const UnitWords *text);

/* As finder_near(): those that a text or a path may mean by initials that no list knows, or whose own names
 * have such as the text writes out. */
GPtrArray *finder_by_initials(Finder *finder, const Names *text, const Names *path);

/* Whether the name in a text is that of a unit, with nothing more and nothing less. */
gboolean finder_names_exactly(Finder *finder, const Names *text);

/* Of some units those that names hold, to one degree, without those that others say more of, or better, or of
 * which another's body above is named. around: path and text. The caller frees the array. */
GPtrArray *finder_named(const GPtrArray *units, const Names *names, const UnitWords *around,
                        Likeness likeness);

/* Of units that a path names without their kind those that its last part, the name of the file, is called
 * after, and not what the text's unit lies in. A name of one word is in too many. The caller frees the array.
 */
GPtrArray *finder_called_after(const GPtrArray *near_path, const Names *path, const UnitWords *above);

#endif
