/* Annexes: acts of state copied into the file, and annexes that a rule sends the reader to and that are not
 * there. */
#include <string.h>

#include "audit/annexes.h"
#include "audit/consistency_parts.h"
#include "base/translate.h"
#include "document/lines.h"

/* Articles that show an annex to be a law. */
#define LEAST_ARTICLES 2
/* Words behind "Phụ lục" among which "Quy chế này" is looked for. */
#define REACH 9
/* More mentions than any regulation has; what comes after them is not looked at. */
#define MOST_MENTIONS 500

/* --- laws copied --------------------------------------------------------------------------------------- */

static gboolean has_articles(const Outline *outline, guint component)
{
    guint articles = 0;

    for (guint i = 0; i < outline->divisions->len && articles < LEAST_ARTICLES; i++) {
        const Division *division = outline_division(outline, i);
        articles += division->component == component && division->level == DIVISION_ARTICLE;
    }
    return articles >= LEAST_ARTICLES;
}

static void check_copied_laws(Consistency *audit)
{
    const Outline *outline = audit->view->outline;

    for (guint c = 0; c < outline->components->len && !consistency_is_full(audit); c++) {
        const Component *component = outline_component(outline, c);
        gboolean annexed = component->kind == COMPONENT_ANNEX &&
                           annex_is_headed_as_law(outline->document, component) && has_articles(outline, c);
        if (!component->pasted_law && !annexed)
            continue;
        Finding *finding = consistency_add(
            audit, "annex-copies-law", STATUS_PARTIAL,
            bilingual_of(N_("Sao chép văn bản pháp luật kèm theo quy chế")),
            bilingual_of(
                N_("Bỏ phần chép văn bản pháp luật; chỉ viện dẫn số hiệu và quy định cụ thể cho đơn vị.")));
        for (guint b = component->first; b < component->end && finding->evidence->len < 2; b++)
            if (consistency_block(audit, b)->length > 0)
                consistency_quote(audit, finding, b, 0, 0);
    }
}

/* --- annexes that are not there ------------------------------------------------------------------------ */

/* The annexes of the file. */
typedef struct {
    guint count;
    GHashTable *numbers; /* set of those that they bear */
} Annexes;

static void annexes_collect(Consistency *audit, Annexes *annexes)
{
    const Outline *outline = audit->view->outline;

    for (guint c = 0; c < outline->components->len && !consistency_is_late(audit); c++) {
        const Component *component = outline_component(outline, c);
        if (component->kind != COMPONENT_ANNEX)
            continue;
        annexes->count++;
        gint number = annex_number_of(outline->document, component);
        if (number > 0)
            g_hash_table_add(annexes->numbers, GINT_TO_POINTER(number));
    }
}

/* FALSE where annexes are there and bear no numbers. */
static gboolean annexes_lack(const Annexes *annexes, gint number)
{
    if (annexes->count == 0)
        return TRUE;
    return number > 0 && g_hash_table_size(annexes->numbers) > 0 &&
           !g_hash_table_contains(annexes->numbers, GINT_TO_POINTER(number));
}

/* TRUE when "Quy chế này" follows closely: the annex is said to be the regulation's own. */
static gboolean is_own(const AuditView *view, guint index, guint end)
{
    guint32 from = words_at(view->words, index)->start;
    guint32 to = words_at(view->words, MIN(index + REACH, end - 1))->end;
    g_autofree char *text = one_line(view->text->str + from, to - from);
    g_autofree char *lower = g_utf8_strdown(text ? text : "", -1);

    return strstr(lower, "quy chế này") != NULL;
}

static gboolean is_missing(const AuditView *view, const Annexes *annexes, const Sentence *sentence,
                           guint index)
{
    guint32 end = words_at(view->words, index + 1)->end;
    gint number = annex_number(view->text->str + end, (guint32)MIN(view->text->len - end, 12));

    return annexes_lack(annexes, number) && is_own(view, index, sentence->end);
}

static Finding *add_mention(Consistency *audit, const TextUnit *unit, guint index, Finding *finding)
{
    const Words *words = audit->view->words;

    if (!finding)
        finding = consistency_add(
            audit, "dangling-reference", STATUS_REVIEW,
            bilingual_of(N_("Dẫn chiếu đến phụ lục không có trong tệp")),
            bilingual_of(N_("Kèm phụ lục vào cùng văn bản, hoặc sửa số phụ lục, hoặc bỏ dẫn chiếu.")));
    consistency_quote(audit, finding, unit->index, words_at(words, index)->start - unit->offset,
                      words_at(words, index + 1)->end - unit->offset);
    return finding;
}

static void check_missing_annexes(Consistency *audit)
{
    const AuditView *view = audit->view;
    g_autoptr(GHashTable) numbers = g_hash_table_new(NULL, NULL);
    Annexes annexes = {.numbers = numbers};
    const guint64 annex = word_key("phụ"), second = word_key("lục");
    Finding *finding = NULL;
    guint mentions = 0;

    annexes_collect(audit, &annexes);
    for (guint s = 0; s < view->words->sentences->len && !consistency_is_late(audit); s++) {
        const Sentence *sentence = view_sentence(view, s);
        const TextUnit *unit = view_unit(view, view->unit_of_sentence[s]);
        if (unit->kind != UNIT_BLOCK || !consistency_is_rule(audit, unit->index))
            continue;
        for (guint i = sentence->first; i + 1 < sentence->end && mentions < MOST_MENTIONS; i++)
            if (words_at(view->words, i)->key == annex && words_at(view->words, i + 1)->key == second) {
                mentions++;
                if (is_missing(view, &annexes, sentence, i))
                    finding = add_mention(audit, unit, i, finding);
            }
    }
}

void check_annexes(Consistency *audit)
{
    check_copied_laws(audit);
    check_missing_annexes(audit);
}
