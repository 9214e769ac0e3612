/* A roster of units: a table (CSV) of who is to send a regulation, and what is known of each. UTF-8 with or
 * without a byte order mark, or UTF-16 with one; fields apart by comma, semicolon or tab, quoted as RFC 4180
 * has it; one of the first ten lines names the columns, in Vietnamese or English, in any order. */
#ifndef RASOAT_BATCH_ROSTER_H
#define RASOAT_BATCH_ROSTER_H

#include "batch/roster_units.h"
#include "rasoat.h"

typedef struct {
    RosterUnits *units; /* in the order of the file */
    char *digest;       /* SHA-256 of the file */
    GPtrArray *notes;   /* of char *: what was passed over and a person should know, "vi · en" */
} Roster;

/* Reads a roster. Kinds that are not known are left open; columns that are not known, and rows that are no
 * units (sums, titles of sections, remarks; batch/roster_rows.h), are passed over; with a note. Error: USAGE,
 * in both languages, with line and column of all that is wrong, a line of the message each (the first twenty,
 * and how many more); also when it is a spreadsheet (saved as CSV it
 * can be read), names a unit twice, or names none. OUTPUT: no room for temporary files. */
Roster *roster_load(const char *path, GError **error);
void roster_free(Roster *roster);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Roster, roster_free)

#endif
