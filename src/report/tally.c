/* Counting findings for people: what is open as gap_list() tells it, and beside it what is met. */
#include "report/tally.h"

#include <string.h>

#include "report/gap_lists.h"

gboolean tally_is_content(const Finding *finding)
{
    return finding->check == CHECK_SECTION || finding->check == CHECK_ITEM || finding->check == CHECK_BOUND;
}

gboolean tally_has_content(const Result *result)
{
    for (guint i = 0; i < result->findings->len; i++)
        if (tally_is_content(result->findings->pdata[i]))
            return TRUE;
    return FALSE;
}

/* The last entry of a group; a new one when there is none, or when another section of the group begins. */
static GroupTally *group_of(GArray *groups, const Finding *finding)
{
    for (guint i = groups->len; i-- > 0;) {
        GroupTally *group = &g_array_index(groups, GroupTally, i);
        if (!g_str_equal(group->group, finding->group))
            continue;
        if (finding->check == CHECK_SECTION && group->section)
            break;
        return group;
    }
    GroupTally fresh = {.group = finding->group};
    g_array_append_val(groups, fresh);
    return &g_array_index(groups, GroupTally, groups->len - 1);
}

const Finding *tally_section(const Result *result, const Finding *finding)
{
    const Finding *section = NULL;
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *other = result->findings->pdata[i];
        if (other->check == CHECK_SECTION && g_str_equal(other->group, finding->group))
            section = other;
        if (other == finding)
            break;
    }
    return section;
}

static GroupTally *of_section(GArray *groups, const Gap *gap)
{
    for (guint i = 0; i < groups->len; i++) {
        GroupTally *group = &g_array_index(groups, GroupTally, i);
        if (gap->section ? group->section == gap->section : g_str_equal(group->group, gap->finding->group))
            return group;
    }
    g_return_val_if_reached(NULL);
}

static void count_gap(GroupTally *group, const Gap *gap)
{
    switch (gap->kind) {
    case GAP_ADVICE:
        group->advised += gap->contents;
        break;
    case GAP_WAIVED:
        group->waived += gap->contents;
        break;
    case GAP_REVIEW:
        group->review_owed += gap->finding->severity == SEVERITY_MANDATORY ? gap->contents : 0;
        /* fall through */
    default:
        group->counts[gap->finding->status] += gap->contents;
    }
}

/* A section that is met counts itself where nothing in it does. */
static void count_met_section(GroupTally *group)
{
    guint contents = group->advised + group->waived;
    for (guint status = 0; status < STATUS_NOT_APPLICABLE; status++)
        contents += group->counts[status];
    group->met_itself = group->section && group->section->status == STATUS_MET && contents == 0;
    group->counts[STATUS_MET] += group->met_itself != FALSE;
}

/* gaps: those of the result. */
static GArray *groups_of(const Result *result, const GArray *gaps)
{
    GArray *groups = g_array_new(FALSE, TRUE, sizeof(GroupTally));
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *finding = result->findings->pdata[i];
        if (!tally_is_content(finding))
            continue;
        GroupTally *group = group_of(groups, finding);
        if (finding->check == CHECK_SECTION)
            group->section = finding;
        else if (finding->status == STATUS_MET || finding->status == STATUS_NOT_APPLICABLE)
            group->counts[finding->status]++;
    }
    for (guint i = 0; i < gaps->len; i++) {
        const Gap *gap = &g_array_index(gaps, Gap, i);
        count_gap(of_section(groups, gap), gap);
    }
    for (guint i = 0; i < groups->len; i++)
        count_met_section(&g_array_index(groups, GroupTally, i));
    return groups;
}

GArray *tally_groups(const Result *result)
{
    g_autoptr(GArray) gaps = gap_list(result);
    return groups_of(result, gaps);
}

gboolean tally_is_met(const GArray *groups, const Finding *finding)
{
    if (finding->check != CHECK_SECTION)
        return tally_is_content(finding) && finding->status == STATUS_MET;
    for (guint i = 0; i < groups->len; i++) {
        const GroupTally *group = &g_array_index(groups, GroupTally, i);
        if (group->section == finding)
            return group->met_itself;
    }
    return FALSE;
}

gboolean tally_told_by_items(const Result *result, const Finding *section)
{
    g_autoptr(GArray) gaps = gap_list(result);
    for (guint i = 0; i < gaps->len; i++) {
        const Gap *gap = &g_array_index(gaps, Gap, i);
        if (gap->finding == section)
            return gap->covered > 0;
    }
    return TRUE;
}

gboolean tally_lacks_only_advice(const Result *result, const Finding *section)
{
    gboolean has_items = FALSE;
    if (section->check != CHECK_SECTION || section->status != STATUS_PARTIAL)
        return FALSE;
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *item = result->findings->pdata[i];
        if (item == section || !tally_is_content(item) || tally_section(result, item) != section)
            continue;
        if (item->severity == SEVERITY_MANDATORY &&
            (item->status == STATUS_MISSING || item->status == STATUS_PARTIAL))
            return FALSE;
        has_items = TRUE;
    }
    return has_items;
}

static void count_section(GapTally *tally, const Gap *gap)
{
    const Finding *section = gap->finding;
    if (gap->kind != GAP_MANDATORY || section->check != CHECK_SECTION || section->status != STATUS_MISSING)
        return;
    tally->sections_missing++;
    tally->missing_in_sections += gap->contents;
}

/* What is accepted, and of it what would be held against the regulation had nobody accepted it. */
static void count_accepted(GapTally *tally, const Gap *gap)
{
    const Finding *finding = gap->finding;
    if (gap->kind != GAP_WAIVED)
        return;
    const char *expires = finding->waiver->expires;
    if (!tally->waived_until || strcmp(expires, tally->waived_until) < 0)
        tally->waived_until = expires;
    if (finding->severity != SEVERITY_MANDATORY && finding->status != STATUS_CONFLICT)
        return;
    tally->accepted += gap->contents;
    if (!tally->accepted_until || strcmp(expires, tally->accepted_until) < 0)
        tally->accepted_until = expires;
    if (!tally->accepted_last || strcmp(expires, tally->accepted_last) > 0)
        tally->accepted_last = expires;
}

GapTally tally_gaps(const Result *result)
{
    GapTally tally = {0};
    g_autoptr(GArray) gaps = gap_list(result);
    g_autoptr(GArray) groups = groups_of(result, gaps);

    for (guint i = 0; i < gaps->len; i++) {
        count_section(&tally, &g_array_index(gaps, Gap, i));
        count_accepted(&tally, &g_array_index(gaps, Gap, i));
    }
    for (guint i = 0; i < groups->len; i++) {
        const GroupTally *group = &g_array_index(groups, GroupTally, i);
        tally.conflict += group->counts[STATUS_CONFLICT];
        tally.missing += group->counts[STATUS_MISSING];
        tally.partial += group->counts[STATUS_PARTIAL];
        tally.review += group->counts[STATUS_REVIEW];
        tally.review_owed += group->review_owed;
        tally.advised += group->advised;
        tally.waived += group->waived;
    }
    return tally;
}

guint tally_percent(gdouble part, gdouble whole)
{
    if (part <= 0 || whole <= 0)
        return 0;
    return part >= whole ? 100 : CLAMP((guint)(part * 100 / whole + 0.5), 1, 99);
}
