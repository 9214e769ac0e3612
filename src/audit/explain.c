/* What an inspector reads about a judgement: why a place does not count, what is left out or at odds, what
 * must be known. */
#include "audit/explain.h"

static const struct {
    const char *vi, *en;
} place_reasons[] = {
    [PLACE_COUNTS] = {"đề mục không có nội dung bên dưới", "a heading with nothing under it"},
    [PLACE_CONTENTS_TABLE] = {"chỉ nằm trong mục lục", "stands only in the table of contents"},
    [PLACE_PASTED_LAW] = {"nằm trong văn bản pháp luật được chép kèm, không phải quy định của đơn vị",
                          "stands in the text of an act pasted in, not in the unit's own rules"},
    [PLACE_ANNEX] = {"nằm trong phụ lục, không phải quy định của quy chế",
                     "stands in an annex, not in the regulation"},
    [PLACE_DECISION] = {"nằm trong quyết định ban hành, không phải trong quy chế",
                        "stands in the decision that issues the regulation"},
    [PLACE_OTHER_TEXT] = {"nằm ngoài phần quy chế", "stands outside the regulation"},
    [PLACE_MENTION] = {"chỉ được nhắc tới ở phần phạm vi, mục đích, nguyên tắc, chưa có quy định cụ thể",
                       "only mentioned in scope, purpose or principles, without a rule"},
    [PLACE_FRONT] = {"nằm ở phần căn cứ, nơi nhận", "stands among the bases or recipients"},
};

BilingualText explain_standing(const AuditContext *context, const Match *match, Standing standing)
{
    const TextUnit *unit = view_unit_of_match(context->view, match);
    switch (standing) {
    case STANDING_NO_PROOF: {
        PlaceProof proof = unit->kind == UNIT_BLOCK ? context->blocks[unit->index].proof : PLACE_FRONT;
        return (BilingualText){(char *)place_reasons[proof].vi, (char *)place_reasons[proof].en};
    }
    case STANDING_MENTION:
        return (BilingualText){"chỉ là câu nêu chung, khẩu hiệu hoặc viện dẫn, chưa có quy định cụ thể",
                               "only a general sentence, a slogan or a cross-reference, without a rule"};
    case STANDING_EXCEPTION:
        return (BilingualText){"nằm trong phần loại trừ", "stands within an exception"};
    case STANDING_DENIED:
    case STANDING_REFUSED:
        return (BilingualText){"bị phủ định", "is denied"};
    default:
        return (BilingualText){"đứng ở phần khác, không gắn với nội dung phải quy định ở đây",
                               "stands elsewhere, not tied to what must be regulated here"};
    }
}

BilingualText explain_no_section(const AuditContext *context, const TextUnit *unit, PlaceProof proof)
{
    if (proof == PLACE_COUNTS && unit->kind == UNIT_BLOCK)
        return (BilingualText){"chỉ được nhắc tới, không kèm nội dung cụ thể",
                               "only mentioned, without concrete items"};
    if (proof == PLACE_COUNTS && !context_is_empty_division(context, unit->index))
        return (BilingualText){"có đề mục nhưng bên dưới chưa nêu nội dung luật yêu cầu",
                               "has a heading, but what the law requires is not under it"};
    return (BilingualText){(char *)place_reasons[proof].vi, (char *)place_reasons[proof].en};
}

static void append_text(char **text, const char *more, const char *separator)
{
    char *joined = *text ? g_strconcat(*text, separator, more, NULL) : g_strdup(more);
    g_free(*text);
    *text = joined;
}

void finding_add_note(Finding *finding, const char *vi, const char *en)
{
    append_text(&finding->note.vi, vi, " ");
    append_text(&finding->note.en, en, " ");
}

void finding_add_lack(Finding *finding, const char *vi, const char *en)
{
    append_text(&finding->missing.vi, vi, "; ");
    append_text(&finding->missing.en, en, "; ");
}

void explain_part(Finding *finding, const Part *part, PartState state)
{
    g_autofree char *vi = NULL, *en = NULL;
    const char *law_vi = part->law_value.vi ? part->law_value.vi : "",
               *law_en = part->law_value.en ? part->law_value.en : "";

    switch (state) {
    case PART_FOUND:
        return;
    case PART_ABSENT:
        if (part->optional)
            return;
        vi = part->law_value.vi ? g_strdup_printf("%s (luật: %s)", part->name.vi, law_vi)
                                : g_strdup(part->name.vi);
        en = part->law_value.en ? g_strdup_printf("%s (law: %s)", part->name.en, law_en)
                                : g_strdup(part->name.en);
        break;
    case PART_WEAK:
        vi = g_strdup_printf("%s: chỉ quy định tùy nghi (“có thể”, “khi cần”), chưa thành nghĩa vụ",
                             part->name.vi);
        en = g_strdup_printf("%s: left to discretion (“may”, “when needed”), not made a duty", part->name.en);
        break;
    case PART_LOOSE:
        vi = g_strdup_printf("%s: không bảo đảm mức luật định (luật: %s)", part->name.vi, law_vi);
        en = g_strdup_printf("%s: falls short of the law (law: %s)", part->name.en, law_en);
        break;
    case PART_DENIED:
        vi = g_strdup_printf("%s: quy chế phủ nhận điều luật yêu cầu", part->name.vi);
        en = g_strdup_printf("%s: the regulation denies what the law requires", part->name.en);
        break;
    }
    finding_add_lack(finding, vi, en);
}

void finding_cite(Finding *finding, const Basis *basis)
{
    finding_add_basis(finding, basis);
    if (basis->unverified && !finding->note.vi)
        finding->note =
            (BilingualText){g_strdup("Khoản, điểm và lời văn cần đối chiếu với bản gốc của văn bản."),
                            g_strdup("Clause and wording are to be checked against the original act.")};
}
