/* Units of a roster, numbered from 1 as they were added, in a nameless file of SQLite that is gone with them:
 * memory does not grow with their number. They are found by key, by a word of their names, and by the file
 * that a roster names. Functions that fail set RASOAT_ERROR_OUTPUT: no room for temporary files. */
#ifndef RASOAT_BATCH_ROSTER_UNITS_H
#define RASOAT_BATCH_ROSTER_UNITS_H

#include <glib.h>

typedef struct {
    char *key;     /* what stands for the unit in the store, unique (see text/unit_words.h) */
    char *name;    /* as written */
    char *kind;    /* "agency", "school", "commune", "enterprise"; NULL: as the text says */
    char *parent;  /* name of the body above; NULL */
    char *pattern; /* path or name of its file, may hold * and ?; NULL */
    gint staff;    /* -1: unknown */
    gint state_owned, has_union, dispersed; /* 1, 0; -1: unknown */
    guint line;                             /* in the file; 0 when the unit is known from its text only */
} RosterUnit;

void roster_unit_clear(RosterUnit *unit);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RosterUnit, roster_unit_clear)

/* What a unit is called where it stands among others of which so many have its name, itself one of them: by
 * its name, and by the body above it where it is not the only one. Owned by the caller. */
char *roster_unit_label(const char *name, const char *parent, guint namesakes);

typedef struct RosterUnits RosterUnits;

RosterUnits *roster_units_new(GError **error);
void roster_units_free(RosterUnits *units);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RosterUnits, roster_units_free)

/* Adds a copy of a unit whose key is not there yet, before any is looked up by word. */
gboolean roster_units_add(RosterUnits *units, const RosterUnit *unit, GError **error);

guint roster_units_count(const RosterUnits *units);

/* Reads the unit of a number into one that is empty; it belongs to the caller. */
gboolean roster_units_get(RosterUnits *units, guint number, RosterUnit *unit, GError **error);

/* *number: of the unit of a key; 0 when there is none. */
gboolean roster_units_find(RosterUnits *units, const char *key, guint *number, GError **error);

/* Look-ups add numbers (guint) to found, rising.
 * by_initials: units in whose names words stand one after the other that begin with these letters, at most
 * 500. by_word: units of whose names this is the rarest word, as unit_words_at() has it: where it is not,
 * none of them is named. by_any_word: units that have it in their names, at most 500. by_file: units whose
 * pattern is this text. with_wildcards: units whose pattern is none of a single file. */
gboolean roster_units_by_word(RosterUnits *units, const char *word, GArray *found, GError **error);
gboolean roster_units_by_any_word(RosterUnits *units, const char *word, GArray *found, GError **error);
gboolean roster_units_by_initials(RosterUnits *units, const char *initials, GArray *found, GError **error);
gboolean roster_units_by_file(RosterUnits *units, const char *name, GArray *found, GError **error);
gboolean roster_units_with_wildcards(RosterUnits *units, GArray *found, GError **error);

#endif
