/* Words out of place: an act's words about itself, terms of bodies that are no more, and rules that say
 * nothing but to go and look in the law. */
#include <string.h>

#include "audit/consistency_parts.h"
#include "base/translate.h"

/* Characters from which on a heading says something itself. */
#define LONGEST_HEADING 110

/* --- words of rules/consistency.xml in the rules ------------------------------------------------------- */

/* Adds the place of a match when it stands in the regulation's rules. */
static gboolean is_in_rule(const Consistency *audit, const Match *match)
{
    const TextUnit *unit = view_unit_of_match(audit->view, match);

    return unit->kind == UNIT_BLOCK && consistency_is_rule(audit, unit->index);
}

static void quote_match(Consistency *audit, Finding *finding, const Match *match)
{
    const AuditView *view = audit->view;
    const TextUnit *unit = view_unit_of_match(view, match);

    if (!finding_shows(finding, unit->index))
        consistency_quote(audit, finding, unit->index,
                          words_at(view->words, match->first)->start - unit->offset,
                          words_at(view->words, match->end - 1)->end - unit->offset);
}

static gint compare_places(gconstpointer a, gconstpointer b)
{
    const Match *x = *(const Match *const *)a, *y = *(const Match *const *)b;

    return x->first < y->first ? -1 : x->first > y->first;
}

/* The matches of phrases in the rules, in the order of the text. Free the array only. */
static GPtrArray *matches_in_rules(Consistency *audit, const GArray *phrases)
{
    GPtrArray *found = g_ptr_array_new();

    for (guint i = 0; i < phrases->len; i++) {
        guint count;
        const Match *matches = view_matches(audit->view, g_array_index(phrases, guint, i), &count);
        for (guint k = 0; k < count && !consistency_is_late(audit); k++)
            if (is_in_rule(audit, &matches[k]))
                g_ptr_array_add(found, (gpointer)&matches[k]);
    }
    g_ptr_array_sort(found, compare_places);
    return found;
}

/* TRUE when the block has named such an act before: "Luật An ninh mạng …; khi Luật này thay đổi" speaks of
 * that. */
static gboolean refers_back(const Consistency *audit, const Match *match)
{
    const AuditView *view = audit->view;
    const TextUnit *unit = view_unit_of_match(view, match);
    guint64 key = words_at(view->words, match->first)->key;
    guint begin = view_sentence(view, unit->first_sentence)->first;

    for (guint i = begin; i < match->first; i++)
        if (words_at(view->words, i)->key == key)
            return TRUE;
    return FALSE;
}

static void check_unadapted(Consistency *audit)
{
    g_autoptr(GPtrArray) found = matches_in_rules(audit, audit->words->unadapted);

    for (guint i = found->len; i > 0 && !consistency_is_late(audit); i--)
        if (refers_back(audit, found->pdata[i - 1]))
            g_ptr_array_remove_index(found, i - 1);
    if (found->len == 0)
        return;
    Finding *finding = consistency_add(
        audit, "unadapted-law-text", STATUS_PARTIAL,
        bilingual_of(N_("Chép lời văn của luật, chưa sửa cho hợp với đơn vị")),
        bilingual_of(N_(
            "Viết lại cho đơn vị: thay “Luật này”, “Nghị định này” bằng tên văn bản hoặc “Quy chế này”.")));
    for (guint i = 0; i < found->len; i++)
        quote_match(audit, finding, found->pdata[i]);
}

/* A regulation of before that day was right then: its rules are to be brought up to date, its letterhead
 * stands for what the unit was. */
static void check_outdated_terms(Consistency *audit, const OutdatedTerms *terms)
{
    const Outline *outline = audit->view->outline;
    const char *issued = audit->front->issued;
    gboolean wrong_then = issued && strcmp(issued, terms->from) >= 0;
    g_autoptr(GPtrArray) found = matches_in_rules(audit, terms->phrases);
    Finding *finding = NULL;

    for (guint i = 0; i < found->len && !consistency_is_late(audit); i++) {
        guint block = view_unit_of_match(audit->view, found->pdata[i])->index;
        if (!wrong_then && outline_division(outline, outline->division_of[block])->level == DIVISION_ROOT)
            continue;
        if (!finding)
            finding = consistency_add(audit, "outdated-term", wrong_then ? STATUS_PARTIAL : STATUS_REVIEW,
                                      bilingual_copy(&terms->title), bilingual_copy(&terms->instead));
        quote_match(audit, finding, found->pdata[i]);
    }
    if (finding && !wrong_then)
        finding->note =
            bilingual_of(N_("Quy chế ban hành trước ngày đó thì khi ấy là đúng; nay cần cập nhật."));
}

static void check_outdated(Consistency *audit)
{
    for (guint t = 0; t < audit->words->outdated->len; t++) {
        const OutdatedTerms *terms = audit->words->outdated->pdata[t];
        if (strcmp(audit->as_of, terms->from) >= 0)
            check_outdated_terms(audit, terms);
    }
}

void check_terms(Consistency *audit)
{
    check_unadapted(audit);
    check_outdated(audit);
}

/* --- empty rules --------------------------------------------------------------------------------------- */

/* TRUE when a heading is a sentence that rules by itself ("Điều 9. Quy chế này có hiệu lực từ ngày ký."). */
static gboolean is_sentence(const Consistency *audit, const Division *division)
{
    static const char *const verbs[] = {
        " có hiệu lực", "trách nhiệm thi hành", " có trách nhiệm",      " phải ",
        " được ",       "hi hành quy chế này",  "hực hiện quy chế này", " không "};
    const Block *last = consistency_block(audit, division->heading_end - 1);
    guint32 end = last->length;
    g_autofree char *lower = g_utf8_strdown(division->title, -1);

    while (end > 0 && g_ascii_isspace(last->text[end - 1]))
        end--;
    if (end == 0 || strchr(".;!?/", last->text[end - 1]) || g_utf8_strlen(lower, -1) > LONGEST_HEADING)
        return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(verbs); i++)
        if (strstr(lower, verbs[i]))
            return TRUE;
    return FALSE;
}

static void check_empty_divisions(Consistency *audit)
{
    const Outline *outline = audit->view->outline;

    for (guint i = 0; i < outline->divisions->len && !consistency_is_late(audit); i++) {
        const Division *division = outline_division(outline, i);
        gboolean formal = division->level >= DIVISION_PART && division->level <= DIVISION_ARTICLE;
        if (!formal || !consistency_is_rule(audit, division->first) ||
            !context_is_empty_division(audit->context, i) || is_sentence(audit, division))
            continue;
        Finding *finding =
            consistency_add(audit, "empty-rule", STATUS_PARTIAL,
                            bilingual_format(N_("Có tiêu đề nhưng không có nội dung: %s"), division->address),
                            bilingual_of(N_("Bổ sung nội dung quy định, hoặc bỏ tiêu đề này.")));
        consistency_quote(audit, finding, division->first, 0, 0);
    }
}

/* TRUE when a match is all that its division says. */
static gboolean is_whole_rule(const Consistency *audit, const Match *match)
{
    const AuditView *view = audit->view;
    const TextUnit *unit = view_unit_of_match(view, match);
    const Division *division = outline_division(view->outline, view->outline->division_of[unit->index]);
    guint32 body = unit->offset + outline_body_offset(view->outline, unit->index);
    const Sentence *last = view_sentence(view, unit->end_sentence - 1);

    if (division->level == DIVISION_ROOT || division->end - division->first > 2 ||
        unit->index + 1 != division->end || match->end != last->end)
        return FALSE;
    guint first = match->first;
    return words_at(view->words, first)->start >= body &&
           (first == 0 || words_at(view->words, first - 1)->end <= body);
}

static void check_hollow_rules(Consistency *audit)
{
    g_autoptr(GPtrArray) found = matches_in_rules(audit, audit->words->empty_rules);
    Finding *finding = NULL;

    for (guint i = 0; i < found->len && !consistency_is_late(audit); i++) {
        if (!is_whole_rule(audit, found->pdata[i]))
            continue;
        if (!finding)
            finding = consistency_add(
                audit, "empty-rule", STATUS_REVIEW,
                bilingual_of(N_("Chỉ ghi “theo quy định của pháp luật”, không quy định gì cụ thể")),
                bilingual_of(N_(
                    "Ghi cụ thể nội dung, thời gian, cách làm của đơn vị, hoặc dẫn rõ điều khoản áp dụng.")));
        quote_match(audit, finding, found->pdata[i]);
    }
}

void check_empty_rules(Consistency *audit)
{
    check_empty_divisions(audit);
    check_hollow_rules(audit);
}
