/* Which findings a report lists as gaps, in which list, under which number. All reports of one document share
 * it, so that "gap 7" is the same one on the screen, on the page, in a comment and in the minutes. */
#ifndef RASOAT_REPORT_GAP_LISTS_H
#define RASOAT_REPORT_GAP_LISTS_H

#include "audit/result.h"

typedef enum {
    GAP_CONFLICT,  /* against the law, whatever its severity */
    GAP_MANDATORY, /* mandatory, and missing or partial */
    GAP_ADVICE,    /* recommended, and missing or partial */
    GAP_REVIEW,    /* for a person to look at */
    GAP_WAIVED,    /* any of those before, and accepted */
} GapKind;
enum { GAP_KINDS = GAP_WAIVED + 1 };

typedef struct {
    GapKind kind;
    guint number; /* from 1, through all lists */
    const Finding *finding;
    const Finding *section; /* that it belongs to: itself, another, or NULL */
    guint covered;          /* items that it stands for: those missing with a section; else 0 */
    guint contents;         /* how many contents ("nội dung") it stands for: those, or itself */
} Gap;

/* The gaps of a result, list after list, in the order of the result in each. A section that its items tell of
 * is left out, and so is an item that a wholly missing section covers: that section stands for as many
 * contents as are missing with it and as binding as itself. Array of Gap; findings are the result's.
 *
 * Every figure on gaps, in whatever report, is a sum over this list: of its entries ("mục") or of the
 * contents ("nội dung") that they stand for (report/tally.h). */
GArray *gap_list(const Result *result);

/* How many entries are of a kind; contents: and how many contents they stand for, may be NULL. */
guint gap_count(const GArray *gaps, GapKind kind, guint *contents);

/* How many contents are waived. */
guint gap_count_waived(const Result *result);

/* The section whose absence already says that this item is missing, and whose model clause covers it; NULL:
 * none. */
const Finding *gap_covering_section(const Result *result, const Finding *finding);

#endif
