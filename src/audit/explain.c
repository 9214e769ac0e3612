/* What an inspector reads about a judgement: why a place does not count, what is left out or at odds, what
 * must be known. */
#include "audit/explain.h"

#include "base/translate.h"

static const char *const place_reasons[] = {
    [PLACE_COUNTS] = N_("đề mục không có nội dung bên dưới"),
    [PLACE_CONTENTS_TABLE] = N_("chỉ nằm trong mục lục"),
    [PLACE_PASTED_LAW] = N_("nằm trong văn bản pháp luật được chép kèm, không phải quy định của đơn vị"),
    [PLACE_ANNEX] = N_("nằm trong phụ lục, không phải quy định của quy chế"),
    [PLACE_DECISION] = N_("nằm trong quyết định ban hành, không phải trong quy chế"),
    [PLACE_OTHER_TEXT] = N_("nằm ngoài phần quy chế"),
    [PLACE_MENTION] = N_("chỉ được nhắc tới ở phần phạm vi, mục đích, nguyên tắc, chưa có quy định cụ thể"),
    [PLACE_FRONT] = N_("nằm ở phần căn cứ, nơi nhận"),
};

const char *explain_standing(const AuditContext *context, const Match *match, Standing standing)
{
    const TextUnit *unit = view_unit_of_match(context->view, match);
    switch (standing) {
    case STANDING_NO_PROOF: {
        PlaceProof proof = view_unit_is_text(unit) ? context->blocks[unit->index].proof : PLACE_FRONT;
        return place_reasons[proof];
    }
    case STANDING_MENTION:
        return N_("chỉ là câu nêu chung, khẩu hiệu hoặc viện dẫn, chưa có quy định cụ thể");
    case STANDING_EXCEPTION:
        return N_("nằm trong phần loại trừ");
    case STANDING_DENIED:
    case STANDING_REFUSED:
        return N_("bị phủ định");
    default:
        return N_("đứng ở phần khác, không gắn với nội dung phải quy định ở đây");
    }
}

const char *explain_no_section(const AuditContext *context, const TextUnit *unit, PlaceProof proof)
{
    if (proof == PLACE_COUNTS && unit->kind != UNIT_TITLE && unit->kind != UNIT_OPENING)
        return N_("chỉ được nhắc tới, không kèm nội dung cụ thể");
    if (proof == PLACE_COUNTS && !context_is_empty_division(context, unit->index))
        return N_("có đề mục nhưng bên dưới chưa nêu nội dung luật yêu cầu");
    return place_reasons[proof];
}

void finding_add_note(Finding *finding, BilingualText text)
{
    bilingual_append(&finding->note, " ", &text);
    bilingual_clear(&text);
}

void finding_add_lack(Finding *finding, BilingualText text)
{
    bilingual_append(&finding->missing, "; ", &text);
    bilingual_clear(&text);
}

/* What is said of a part that does not count in full. */
static char *lack_of(const Part *part, PartState state, RasoatLanguage language)
{
    const char *name = bilingual(&part->name, language), *law = bilingual(&part->law_value, language);
    switch (state) {
    case PART_WEAK:
        return g_strdup_printf(
            say(language, "%s: chỉ quy định tùy nghi (“có thể”, “khi cần”), chưa thành nghĩa vụ"), name);
    case PART_LOOSE:
        return g_strdup_printf(say(language, "%s: không bảo đảm mức luật định (luật: %s)"), name,
                               law ? law : "");
    case PART_DENIED:
        return g_strdup_printf(say(language, "%s: quy chế phủ nhận điều luật yêu cầu"), name);
    default:
        return law ? g_strdup_printf(say(language, "%s (luật: %s)"), name, law) : g_strdup(name);
    }
}

void explain_part(Finding *finding, const Part *part, PartState state)
{
    if (state == PART_FOUND || (state == PART_ABSENT && part->optional))
        return;
    finding_add_lack(finding, (BilingualText){lack_of(part, state, RASOAT_VIETNAMESE),
                                              lack_of(part, state, RASOAT_ENGLISH)});
}

void finding_cite(Finding *finding, const Basis *basis)
{
    finding_add_basis(finding, basis);
    if (basis->unverified && !finding->note.vi)
        finding->note = bilingual_of(N_("Khoản, điểm và lời văn cần đối chiếu với bản gốc của văn bản."));
}
