/* Conditions that are part of a rule (rules/README.md): numbers of staff, the trade union, dispersed units.
 */
#include "audit/judge_unit.h"

#include <math.h>

#include "base/translate.h"

Part part_for_unit(const Part *part, const UnitFacts *unit)
{
    Part sized = *part;
    for (guint i = 0; part->steps && i < part->steps->len; i++) {
        const BoundStep *step = &g_array_index(part->steps, BoundStep, i);
        if (unit->staff < (gint)step->staff)
            break;
        sized.least = step->least;
        sized.most = step->most;
        sized.law_value = step->law_value;
    }
    if (part->most_gathered && unit->dispersed == ANSWER_YES)
        sized.most = NAN;
    if (part->needs_union && unit->has_union == ANSWER_NO)
        sized.optional = TRUE;
    return sized;
}

/* What depends on there being a union. */
static void judge_union(Finding *finding, const Item *item, Answer has_union)
{
    if (!item->needs_union || has_union == ANSWER_YES)
        return;
    if (has_union == ANSWER_NO) {
        finding->status = STATUS_NOT_APPLICABLE;
        finding_add_note(finding, bilingual_of(N_("Không áp dụng: đơn vị không có Công đoàn.")));
    } else if (finding->status != STATUS_MET) {
        finding_add_note(finding, bilingual_of(N_("Chỉ áp dụng khi đơn vị có Công đoàn.")));
    }
}

/* Names what the most that a bound allows, or a part with the union, depends on where it is not known. */
static void note_parts(Finding *finding, const Item *item, const PartResult *parts, const UnitFacts *unit)
{
    for (guint i = 0; i < item->parts->len; i++) {
        const Part *part = &g_array_index(item->parts, Part, i);
        if (part->most_gathered && unit->dispersed == ANSWER_UNKNOWN && parts[i].state == PART_LOOSE)
            finding_add_note(
                finding,
                bilingual_of(N_("Mức tối đa không áp dụng cho đơn vị đặc thù hoặc hoạt động phân tán.")));
        if (part->needs_union && unit->has_union != ANSWER_YES && parts[i].state != PART_FOUND)
            finding_add_note(finding,
                             bilingual_of(N_("Phần về Công đoàn chỉ áp dụng khi đơn vị có Công đoàn.")));
    }
}

/* What depends on the size of the unit: requirements from so many staff on, reliefs below so many. */
static void judge_size(Finding *finding, const Item *item, gint staff)
{
    if (item->staff_under > 0 && (staff < 0 || staff >= (gint)item->staff_under)) {
        finding->status = STATUS_NOT_APPLICABLE;
        finding_add_note(finding,
                         bilingual_format(N_("Chỉ áp dụng khi đơn vị có dưới %u người."), item->staff_under));
    }
    if (item->staff_over == 0 || staff > (gint)item->staff_over)
        return;
    if (staff >= 0) {
        finding->status = STATUS_NOT_APPLICABLE;
        finding_add_note(finding, bilingual_format(N_("Không áp dụng: đơn vị có từ %u người trở xuống."),
                                                   item->staff_over));
    } else if (finding->status != STATUS_MET) {
        finding_add_note(finding,
                         bilingual_format(N_("Chỉ áp dụng khi đơn vị có trên %u người."), item->staff_over));
    }
}

/* Names the size that a bound was measured by, or that it should be. */
static void note_size(Finding *finding, const Item *item, gint staff)
{
    gboolean sized = FALSE;
    for (guint i = 0; i < item->parts->len; i++)
        sized = sized || g_array_index(item->parts, Part, i).steps;
    if (sized && staff >= 0)
        finding_add_note(finding, bilingual_format(N_("Mức tính cho đơn vị có %d người."), staff));
    else if (sized)
        finding_add_note(
            finding,
            bilingual_of(N_("Mức tùy số người của đơn vị; chưa rõ số người nên xét theo mức thấp nhất.")));
}

void judge_for_unit(Finding *finding, const Item *item, const PartResult *parts, const UnitFacts *unit)
{
    note_size(finding, item, unit->staff);
    note_parts(finding, item, parts, unit);
    judge_size(finding, item, unit->staff);
    judge_union(finding, item, unit->has_union);
}
