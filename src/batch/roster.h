/* A roster of units: a table (CSV) of who is to send a regulation, and what is known of each. UTF-8 with or
 * without a byte order mark, or UTF-16 with one; fields apart by comma, semicolon or tab, quoted as RFC 4180
 * has it; the first line names the columns, in Vietnamese or English, in any order. */
#ifndef RASOAT_BATCH_ROSTER_H
#define RASOAT_BATCH_ROSTER_H

#include <glib.h>

#include "rasoat.h"

typedef struct {
    char *key;     /* what stands for the unit in the store, unique (see batch/unit_names.h) */
    char *name;    /* as written */
    char *kind;    /* "agency", "school", "commune", "enterprise"; NULL: as the text says */
    char *parent;  /* name of the body above; NULL */
    char *pattern; /* path or name of its file, may hold * and ?; NULL */
    gint staff;    /* -1: unknown */
    gint state_owned, has_union, dispersed; /* 1, 0; -1: unknown */
    guint line;                             /* in the file; 0 when the unit is known from its text only */
} RosterUnit;

void roster_unit_clear(RosterUnit *unit);

typedef struct {
    GPtrArray *units; /* of RosterUnit *, in the order of the file */
    char *digest;     /* SHA-256 of the file */
} Roster;

/* Reads a roster. Error: USAGE, in both languages, with line and column of what is wrong; also when it is a
 * spreadsheet (saved as CSV it can be read), names a unit twice, or names none. */
Roster *roster_load(const char *path, GError **error);
void roster_free(Roster *roster);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Roster, roster_free)

#endif
