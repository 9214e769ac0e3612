/* Two drafts of one regulation beside each other: what the later one broke, made worse, left open and fixed.
 * Requirements as in batch/compare.h, and the acts cited and points of form as well, whatever their severity.
 */
#ifndef RASOAT_REPORT_COMPARISON_H
#define RASOAT_REPORT_COMPARISON_H

#include "audit/result.h"
#include "report/change.h"
#include "report/report.h"

typedef struct {
    Change change;
    const Finding *before, *after; /* of the results; one of them may be NULL */
    const Finding
        *covered_by; /* the section of the later draft that is missing whole and tells of it; NULL */
} ComparisonRow;

/* Whether both drafts are of one unit, as far as they name it. Told by who knows names. */
typedef enum { UNITS_UNSAID, UNITS_SAME, UNITS_OTHER } Units;

typedef struct {
    const Result *before, *after; /* of the caller, who keeps them */
    Units units;
    GArray *rows;          /* of ComparisonRow, in the order of the later draft, then of the earlier */
    guint counts[CHANGES]; /* of rows that no section tells of */
} Comparison;

/* Never NULL; without rows unless both were judged. */
Comparison *comparison_new(const Result *before, const Result *after, Units units);
void comparison_free(Comparison *comparison);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Comparison, comparison_free)

gboolean comparison_judged(const Comparison *comparison);

/* What makes the comparison less than plain: sentences on another unit, kind of unit, date or rule set. Array
 * of char *, of the caller, empty when all is the same. */
GPtrArray *comparison_differences(const Comparison *comparison, RasoatLanguage language);

/* The order that changes are told in, and their headings: "Mới phát sinh" … Static. */
extern const Change comparison_order[CHANGES];
const char *comparison_heading(Change change, RasoatLanguage language);

/* "mới phát sinh 1, nặng hơn 0, còn tồn tại 3, đã khắc phục 5". Owned by the caller. */
char *comparison_sum(const Comparison *comparison, RasoatLanguage language);

/* Something is new or worse, and nobody accepted it. */
gboolean comparison_is_worse(const Comparison *comparison);

/* The finding that names the row (the later one, else the earlier), and its name: that of an act cited is how
 * it is cited. Static, or of the finding. */
const Finding *comparison_finding(const ComparisonRow *row);
const char *comparison_title(const ComparisonRow *row, RasoatLanguage language);

/* Both drafts are judged alike by the same words, which need not be shown twice. */
gboolean comparison_says_the_same(const ComparisonRow *row);

/* Reports of a comparison; each is the whole of an output. Owned by the caller. */
char *comparison_text(const Comparison *comparison, const ReportOptions *options);
char *comparison_html(const Comparison *comparison, RasoatLanguage language);
char *comparison_json(const Comparison *comparison);

#endif
