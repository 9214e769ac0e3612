/* Counts over a result that several reports need: the items of each group, and how many things a regulation
 * must still say. */
#ifndef RASOAT_REPORT_TALLY_H
#define RASOAT_REPORT_TALLY_H

#include "audit/result.h"

typedef struct {
    const char *group;      /* of the result */
    const Finding *section; /* or NULL */
    guint items;
    guint owed;                              /* those of them that are mandatory, whatever their status */
    guint counts[STATUS_NOT_APPLICABLE + 1]; /* of its items and bounds by Status; missing, partial and review
                                              * only of mandatory ones */
    guint waived;                            /* of its items, in none of the counts but items and owed */
    guint advised;                           /* recommended ones that are missing or partial */
} GroupTally;

/* One entry a section, in the order of the result, and one for the items of a group that has no section. The
 * packs of two acts may each have a section of the same group. Array of GroupTally. */
GArray *tally_groups(const Result *result);

/* The section that a finding belongs to: itself, or the last of its group before it; NULL when there is none.
 */
const Finding *tally_section(const Result *result, const Finding *finding);

/* What stands between the regulation and "complete", each thing counted once: a section counts itself only
 * when none of its items says it. Mandatory ones, and conflicts of any severity. */
typedef struct {
    guint missing, partial, conflict, review;
    guint sections_missing;    /* mandatory sections of which nothing is there */
    guint missing_in_sections; /* of missing, those that stand in such a section */
} GapTally;

GapTally tally_gaps(const Result *result);

/* The items of a section say what it lacks, so that it counts for nothing itself. */
gboolean tally_told_by_items(const Result *result, const Finding *section);

/* Something of what the document says was judged: FALSE when the rules hold nothing for its kind of unit. */
gboolean tally_has_content(const Result *result);

/* The finding is judged on what the regulation says (section, item or bound). */
gboolean tally_is_content(const Finding *finding);

/* A share in whole percent as people are told it: the nearest, but 100 only for all and 0 only for none. 0 of
 * an empty whole. */
guint tally_percent(gdouble part, gdouble whole);

#endif
