/* What became of a gap from one judgement to a later one: of a unit from round to round, of a draft from
 * version to version. */
#ifndef RASOAT_REPORT_CHANGE_H
#define RASOAT_REPORT_CHANGE_H

#include <glib.h>

#include "rules/terms.h"

typedef enum {
    CHANGE_NEW,   /* a gap now, none before */
    CHANGE_FIXED, /* none now */
    CHANGE_OPEN,  /* a gap in both, no graver than it was */
    CHANGE_WORSE, /* a graver one: partial, then missing, then conflict */
} Change;
enum { CHANGES = CHANGE_WORSE + 1 };

const char *change_name(Change change); /* "new", "fixed", "open", "worse" */

/* How grave a finding of this status is; 0 is no gap. A gap is what is mandatory and missing, partial or for
 * a person to look at, and every conflict. */
guint change_gravity(Status status, Severity severity);

/* The two judgements of one requirement. What each side holds is the caller's; NULL when that side did not
 * ask for it. */
typedef struct {
    gconstpointer side[2]; /* before, after */
    guint gravity[2];
} ChangeRow;

/* What became of a row of which one side at least is a gap. */
Change change_of(const ChangeRow *row);

/* Rows by key (of char *, the caller's, as long as the table). */
GHashTable *change_table_new(void);

/* Puts a judgement into the row of its key; of several on one side the gravest counts, the first of equals.
 */
void change_table_add(GHashTable *table, const char *key, guint side, guint gravity, gconstpointer held);

/* The keys in the order of their bytes. Array of the caller, NULL-terminated; keys are the table's. */
const char **change_table_keys(GHashTable *table);

#endif
