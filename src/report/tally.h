/* Counts over a result that several reports need: the items of each group, and how many things a regulation
 * must still say. */
#ifndef RASOAT_REPORT_TALLY_H
#define RASOAT_REPORT_TALLY_H

#include "audit/result.h"

/* What a group holds. A content ("nội dung") is an item or a bound, and a section that none of its items
 * tells of. */
typedef struct {
    const char *group;                       /* of the result */
    const Finding *section;                  /* or NULL */
    guint counts[STATUS_NOT_APPLICABLE + 1]; /* of contents by Status; missing and partial only of mandatory
                                              * ones, and none of those that follow */
    guint advised;                           /* recommended ones that are missing or partial */
    guint waived;
    guint review_owed;   /* of those for a person to look at, the mandatory ones */
    gboolean met_itself; /* the section is the one that is met: nothing else of it counts */
} GroupTally;

/* One entry a section, in the order of the result, and one for the items of a group that has no section. The
 * packs of two acts may each have a section of the same group. The sums over all entries are those of
 * tally_gaps(). Array of GroupTally. */
GArray *tally_groups(const Result *result);

/* The finding is one of the contents that groups count as met. */
gboolean tally_is_met(const GArray *groups, const Finding *finding);

/* The section that a finding belongs to: itself, or the last of its group before it; NULL when there is none.
 */
const Finding *tally_section(const Result *result, const Finding *finding);

/* How many contents a regulation falls short in, each counted once: sums over gap_list(), which all figures
 * of all reports are. A section that is missing whole counts for the contents that are missing with it. */
typedef struct {
    guint conflict;         /* of any severity */
    guint missing, partial; /* mandatory ones */
    guint review;           /* for a person to look at, of any severity */
    guint review_owed;      /* of these the mandatory ones, which alone decide on the verdict */
    guint advised;          /* recommended ones that are missing or partial */
    guint waived;           /* of all those before: accepted, and counted nowhere else */
    guint accepted;         /* of these, what the verdict would count had it not been waived */
    const char *accepted_until, *accepted_last; /* the first and the last day, ISO, that such waivers hold; of
                                                 * the result, NULL without any */
    const char *waived_until;                   /* the first day, ISO, that any of the waivers holds */
    guint sections_missing;                     /* mandatory sections of which nothing is there */
    guint missing_in_sections;                  /* of missing, those that stand in such a section */
} GapTally;

GapTally tally_gaps(const Result *result);

/* The items of a section say what it lacks, so that it counts for nothing itself. */
gboolean tally_told_by_items(const Result *result, const Finding *section);

/* The section is there in part, and its items say that nothing is open in it but what is recommended: that is
 * advice, which neither the verdict nor anything else counts. What is accepted counts as if it was not. */
gboolean tally_lacks_only_advice(const Result *result, const Finding *section);

/* Something of what the document says was judged: FALSE when the rules hold nothing for its kind of unit. */
gboolean tally_has_content(const Result *result);

/* The finding is judged on what the regulation says (section, item or bound). */
gboolean tally_is_content(const Finding *finding);

/* A share in whole percent as people are told it: the nearest, but 100 only for all and 0 only for none. 0 of
 * an empty whole. */
guint tally_percent(gdouble part, gdouble whole);

#endif
