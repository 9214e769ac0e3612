/* The choice of what is told as a gap. A section and its items say the same thing twice; only one of them is
 * listed. */
#include "report/gap_lists.h"

#include "report/tally.h"

const Finding *gap_covering_section(const Result *result, const Finding *finding)
{
    if (finding->check == CHECK_SECTION || finding->status != STATUS_MISSING)
        return NULL;
    const Finding *section = tally_section(result, finding);
    gboolean covers = section && section->status == STATUS_MISSING && section->fix.vi &&
                      (section->severity == SEVERITY_MANDATORY || finding->severity != SEVERITY_MANDATORY) &&
                      (section->waiver || !finding->waiver);
    return covers ? section : NULL;
}

static gboolean is_open(const Finding *finding)
{
    return tally_is_content(finding) &&
           (finding->status == STATUS_MISSING || finding->status == STATUS_PARTIAL);
}

static gboolean is_conflict(const Finding *finding)
{
    return tally_is_content(finding) && finding->status == STATUS_CONFLICT;
}

/* A section that is there in part, or at odds, is told by its items. */
static gboolean told_by_items(const Result *result, const Finding *section)
{
    if (section->check != CHECK_SECTION || section->status == STATUS_MISSING)
        return FALSE;
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *item = result->findings->pdata[i];
        if (item != section && (is_conflict(item) || !is_conflict(section)) && tally_is_content(item) &&
            tally_section(result, item) == section)
            return TRUE;
    }
    return FALSE;
}

static gboolean is_own_conflict(const Result *result, const Finding *finding)
{
    return is_conflict(finding) && !finding->waiver && !told_by_items(result, finding);
}

static gboolean is_mandatory_gap(const Result *result, const Finding *finding)
{
    return is_open(finding) && !finding->waiver && finding->severity == SEVERITY_MANDATORY &&
           !gap_covering_section(result, finding) && !told_by_items(result, finding);
}

static gboolean is_advice(const Result *result, const Finding *finding)
{
    return is_open(finding) && !finding->waiver && finding->severity == SEVERITY_RECOMMENDED &&
           !gap_covering_section(result, finding) && !told_by_items(result, finding);
}

static gboolean is_review(const Result *result, const Finding *finding)
{
    (void)result;
    return tally_is_content(finding) && finding->status == STATUS_REVIEW && !finding->waiver;
}

static gboolean is_waived(const Result *result, const Finding *finding)
{
    return finding->waiver && tally_is_content(finding) && !gap_covering_section(result, finding) &&
           !told_by_items(result, finding);
}

GArray *gap_list(const Result *result)
{
    static gboolean (*const selected[GAP_KINDS])(const Result *, const Finding *) = {
        [GAP_CONFLICT] = is_own_conflict, [GAP_MANDATORY] = is_mandatory_gap, [GAP_ADVICE] = is_advice,
        [GAP_REVIEW] = is_review,         [GAP_WAIVED] = is_waived,
    };
    GArray *gaps = g_array_new(FALSE, FALSE, sizeof(Gap));
    for (guint kind = 0; kind < GAP_KINDS; kind++)
        for (guint i = 0; i < result->findings->len; i++) {
            const Finding *finding = result->findings->pdata[i];
            if (!selected[kind](result, finding))
                continue;
            Gap gap = {(GapKind)kind, gaps->len + 1, finding, tally_section(result, finding)};
            g_array_append_val(gaps, gap);
        }
    return gaps;
}

guint gap_count_waived(const Result *result)
{
    guint count = 0;
    g_autoptr(GArray) gaps = gap_list(result);
    for (guint i = 0; i < gaps->len; i++)
        count += g_array_index(gaps, Gap, i).finding->waiver != NULL;
    return count;
}
