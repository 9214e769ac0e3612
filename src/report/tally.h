/* Counts over a result that several reports need: the items of each group, and how many things a regulation
 * must still say. */
#ifndef RASOAT_REPORT_TALLY_H
#define RASOAT_REPORT_TALLY_H

#include "audit/result.h"

typedef struct {
    const char *group;      /* of the result */
    const Finding *section; /* or NULL */
    guint items;
    guint counts[STATUS_NOT_APPLICABLE + 1]; /* of its items and bounds by Status; missing, partial and review
                                              * only of mandatory ones */
    guint advised;                           /* recommended ones that are missing or partial */
} GroupTally;

/* One entry a group with section, item or bound findings, in the order of the result. Array of GroupTally. */
GArray *tally_groups(const Result *result);

/* What stands between the regulation and "complete", each thing counted once: a section counts itself only
 * when it has no items. Mandatory ones, and conflicts of any severity. */
typedef struct {
    guint missing, partial, conflict, review;
    guint sections_missing;    /* mandatory sections of which nothing is there */
    guint missing_in_sections; /* of missing, those that stand in such a section */
} GapTally;

GapTally tally_gaps(const Result *result);

/* Something of what the document says was judged: FALSE when the rules hold nothing for its kind of unit. */
gboolean tally_has_content(const Result *result);

/* The finding is judged on what the regulation says (section, item or bound). */
gboolean tally_is_content(const Finding *finding);

#endif
