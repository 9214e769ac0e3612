/* The choice of what is told as a gap. A section and its items say the same thing twice; only one of them is
 * listed, and counts for what it stands for. */
#include "report/gap_lists.h"

#include "report/tally.h"

/* A section of a result with what its items say of it. */
typedef struct {
    const char *group;
    const Finding *section; /* NULL: items of a group that has none */
    gboolean has_items, has_conflict;
    guint owed; /* contents as binding as the section that are missing with it */
} Part;

typedef struct {
    const Finding *finding;
    Part *part;
} Content;

static gboolean is_missing_with(const Finding *item, const Finding *section)
{
    return section && section->status == STATUS_MISSING && item->check != CHECK_SECTION &&
           item->status == STATUS_MISSING && (section->waiver || !item->waiver);
}

/* The model clause of the section is the item's as well. */
static gboolean covers(const Finding *section, const Finding *item)
{
    return is_missing_with(item, section) && section->fix.vi &&
           (section->severity == SEVERITY_MANDATORY || item->severity != SEVERITY_MANDATORY);
}

const Finding *gap_covering_section(const Result *result, const Finding *finding)
{
    if (finding->check == CHECK_SECTION || finding->status != STATUS_MISSING)
        return NULL;
    const Finding *section = tally_section(result, finding);
    return covers(section, finding) ? section : NULL;
}

/* --- the contents of a result, part by part --------------------------------------------------------------
 */

/* The last part of the group; a new one when there is none, or when another section of the group begins. */
static Part *part_of(GPtrArray *parts, const Finding *finding)
{
    for (guint i = parts->len; i-- > 0;) {
        Part *part = parts->pdata[i];
        if (!g_str_equal(part->group, finding->group))
            continue;
        if (finding->check == CHECK_SECTION && part->section)
            break;
        return part;
    }
    Part *part = g_new0(Part, 1);
    part->group = finding->group;
    g_ptr_array_add(parts, part);
    return part;
}

static void add_to_part(Part *part, const Finding *finding)
{
    if (finding->check == CHECK_SECTION) {
        part->section = finding;
        return;
    }
    part->has_items = TRUE;
    part->has_conflict = part->has_conflict || finding->status == STATUS_CONFLICT;
}

static void count_owed(const Content *content)
{
    const Finding *section = content->part->section;
    content->part->owed +=
        is_missing_with(content->finding, section) && content->finding->severity == section->severity;
}

static GArray *contents_of(const Result *result, GPtrArray *parts)
{
    GArray *contents = g_array_sized_new(FALSE, FALSE, sizeof(Content), result->findings->len);
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *finding = result->findings->pdata[i];
        if (!tally_is_content(finding))
            continue;
        Part *part = part_of(parts, finding);
        add_to_part(part, finding);
        Content content = {finding, part};
        g_array_append_val(contents, content);
    }
    for (guint i = 0; i < contents->len; i++)
        count_owed(&g_array_index(contents, Content, i));
    return contents;
}

/* --- what is told ---------------------------------------------------------------------------------------
 */

static gboolean is_open(const Finding *finding)
{
    return finding->status == STATUS_MISSING || finding->status == STATUS_PARTIAL;
}

/* A part may lack a section. */
static gboolean is_section(const Content *content)
{
    return content->part->section && content->finding == content->part->section;
}

/* A section and its items say the same thing: it is told by them, or, where all of it is missing and one
 * clause mends it, they by it. */
static gboolean told_by_others(const Content *content)
{
    const Finding *finding = content->finding;
    const Part *part = content->part;
    if (!is_section(content))
        return covers(part->section, finding);
    switch (finding->status) {
    case STATUS_CONFLICT:
        return part->has_conflict;
    case STATUS_PARTIAL:
        return part->has_items;
    case STATUS_MISSING:
        return part->owed && !finding->fix.vi;
    default:
        return FALSE;
    }
}

/* The list that a finding stands in; GAP_KINDS: none. */
static guint kind_of(const Finding *finding)
{
    if (finding->waiver)
        return GAP_WAIVED;
    if (finding->status == STATUS_CONFLICT)
        return GAP_CONFLICT;
    if (finding->status == STATUS_REVIEW)
        return GAP_REVIEW;
    if (!is_open(finding) || finding->severity == SEVERITY_INFO)
        return GAP_KINDS;
    return finding->severity == SEVERITY_MANDATORY ? GAP_MANDATORY : GAP_ADVICE;
}

static guint covered_by(const Content *content)
{
    return is_section(content) && content->finding->status == STATUS_MISSING ? content->part->owed : 0;
}

GArray *gap_list(const Result *result)
{
    g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GArray) contents = contents_of(result, parts);
    GArray *gaps = g_array_new(FALSE, FALSE, sizeof(Gap));
    for (guint kind = 0; kind < GAP_KINDS; kind++)
        for (guint i = 0; i < contents->len; i++) {
            const Content *content = &g_array_index(contents, Content, i);
            if (kind_of(content->finding) != kind || told_by_others(content))
                continue;
            guint covered = covered_by(content);
            Gap gap = {.kind = (GapKind)kind,
                       .number = gaps->len + 1,
                       .finding = content->finding,
                       .section = content->part->section,
                       .covered = covered,
                       .contents = MAX(covered, 1)};
            g_array_append_val(gaps, gap);
        }
    return gaps;
}

guint gap_count(const GArray *gaps, GapKind kind, guint *contents)
{
    guint count = 0, sum = 0;
    for (guint i = 0; i < gaps->len; i++) {
        const Gap *gap = &g_array_index(gaps, Gap, i);
        count += gap->kind == kind;
        sum += gap->kind == kind ? gap->contents : 0;
    }
    if (contents)
        *contents = sum;
    return count;
}

guint gap_count_waived(const Result *result)
{
    guint contents;
    g_autoptr(GArray) gaps = gap_list(result);
    gap_count(gaps, GAP_WAIVED, &contents);
    return contents;
}
