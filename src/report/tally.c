/* Counting findings for people. A section and its items say the same gap twice, so gaps are counted by items
 * wherever there are items that say it. */
#include "report/tally.h"

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

/* What no regulation has to say is not counted among what it lacks. */
static void count_item(GroupTally *group, const Finding *finding)
{
    gboolean open = finding->status == STATUS_MISSING || finding->status == STATUS_PARTIAL;
    group->items++;
    group->owed += finding->severity == SEVERITY_MANDATORY;
    if (finding->waiver)
        group->waived++;
    else if (finding->severity == SEVERITY_MANDATORY || !(open || finding->status == STATUS_REVIEW))
        group->counts[finding->status]++;
    else if (open && finding->severity == SEVERITY_RECOMMENDED)
        group->advised++;
}

GArray *tally_groups(const Result *result)
{
    GArray *groups = g_array_new(FALSE, TRUE, sizeof(GroupTally));
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *finding = result->findings->pdata[i];
        if (!tally_is_content(finding))
            continue;
        GroupTally *group = group_of(groups, finding);
        if (finding->check == CHECK_SECTION)
            group->section = finding;
        else
            count_item(group, finding);
    }
    return groups;
}

static void count_gap(GapTally *gaps, const Finding *finding)
{
    gboolean mandatory = finding->severity == SEVERITY_MANDATORY;
    if (finding->waiver)
        return;
    gaps->missing += mandatory && finding->status == STATUS_MISSING;
    gaps->partial += mandatory && finding->status == STATUS_PARTIAL;
    gaps->review += mandatory && finding->status == STATUS_REVIEW;
    gaps->conflict += finding->status == STATUS_CONFLICT;
}

/* A section that is missing is told by what of it is owed; one at odds by what is; one that is there in part
 * by whatever items it has, which may lack nothing but what is advised. */
static gboolean told_by_items(const GroupTally *group)
{
    if (group->section->status == STATUS_MISSING)
        return group->owed > 0;
    if (group->section->status == STATUS_CONFLICT)
        return group->counts[STATUS_CONFLICT] > 0;
    return group->items > 0;
}

gboolean tally_told_by_items(const Result *result, const Finding *section)
{
    g_autoptr(GArray) groups = tally_groups(result);
    for (guint i = 0; i < groups->len; i++) {
        const GroupTally *group = &g_array_index(groups, GroupTally, i);
        if (group->section == section)
            return told_by_items(group);
    }
    return FALSE;
}

GapTally tally_gaps(const Result *result)
{
    GapTally gaps = {0};
    g_autoptr(GArray) groups = tally_groups(result);

    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *finding = result->findings->pdata[i];
        if (tally_is_content(finding) && finding->check != CHECK_SECTION)
            count_gap(&gaps, finding);
    }
    for (guint i = 0; i < groups->len; i++) {
        const GroupTally *group = &g_array_index(groups, GroupTally, i);
        if (!group->section)
            continue;
        if (!told_by_items(group))
            count_gap(&gaps, group->section);
        if (group->section->severity != SEVERITY_MANDATORY || group->section->status != STATUS_MISSING ||
            group->section->waiver)
            continue;
        gaps.sections_missing++;
        gaps.missing_in_sections += group->owed ? group->counts[STATUS_MISSING] : 1;
    }
    return gaps;
}

guint tally_percent(gdouble part, gdouble whole)
{
    if (part <= 0 || whole <= 0)
        return 0;
    return part >= whole ? 100 : CLAMP((guint)(part * 100 / whole + 0.5), 1, 99);
}
