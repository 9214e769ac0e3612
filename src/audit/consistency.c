/* The consistency checks in order, what they share, and those that only pass on what a reader has
 * noticed (tracked changes, letters of another script). */
#include "audit/consistency.h"

#include <string.h>

#include "audit/consistency_parts.h"
#include "base/translate.h"

/* Bytes of text before a place that its quote may begin with, and bytes of a quote. */
#define QUOTE_BEFORE 80
#define QUOTE_LENGTH 200
#define MOST_PLACES 20
#define MOST_FINDINGS 100

static void free_finding(gpointer finding)
{
    finding_free(finding);
}

gboolean consistency_kind_known(const char *kind)
{
    static const char *const kinds[] = {"annex-copies-law",
                                        "dangling-reference",
                                        "draft-mark",
                                        "duplicate-number",
                                        "empty-rule",
                                        "future-date",
                                        "homoglyph",
                                        "no-date",
                                        "no-number",
                                        "no-recipients",
                                        "no-signer",
                                        "numbering-gap",
                                        "older-than-law",
                                        "other-unit",
                                        "outdated-term",
                                        "placeholder",
                                        "tracked-change",
                                        "unadapted-law-text",
                                        "undefined-abbreviation",
                                        NULL};
    return g_strv_contains(kinds, kind);
}

Finding *consistency_add(Consistency *audit, const char *kind, Status status, BilingualText title,
                         BilingualText fix)
{
    Severity severity = status == STATUS_REVIEW ? SEVERITY_INFO : SEVERITY_RECOMMENDED;
    g_autofree char *rule = g_strconcat("consistency-", kind, NULL);
    Finding *finding = finding_new(rule, "implementation", CHECK_CONSISTENCY, severity, status);

    g_warn_if_fail(consistency_kind_known(kind));
    finding->kind = g_strdup(kind);
    finding->title = title;
    finding->fix = fix;
    g_ptr_array_add(audit->findings, finding);
    return finding;
}

static gboolean is_space_at(const char *text, guint32 at)
{
    return text[at] == ' ' || text[at] == '\n' || text[at] == '\t';
}

void consistency_quote(const Consistency *audit, Finding *finding, guint block, guint32 start, guint32 end)
{
    const Block *source = consistency_block(audit, block);
    guint32 from = start > QUOTE_BEFORE ? start - QUOTE_BEFORE : 0;
    guint32 to = MIN(source->length, MAX(from + QUOTE_LENGTH, end));

    if (finding->evidence->len >= MOST_PLACES)
        return;
    while (from > 0 && from < start && !is_space_at(source->text, from - 1))
        from++;
    while (to < source->length && to > end && !is_space_at(source->text, to))
        to--;
    while (to < source->length && !g_utf8_get_char_validated(source->text + to, -1))
        to++;
    g_autofree char *cut = g_strndup(source->text + from, to - from);
    g_strdelimit(cut, "\n\t", ' ');
    g_autofree char *quote =
        g_strconcat(from ? "… " : "", g_strstrip(cut), to < source->length ? " …" : "", NULL);
    g_autofree char *address = outline_address(audit->view->outline, block);
    finding_add_evidence(finding, address, block, quote);
}

gboolean consistency_is_late(Consistency *audit)
{
    audit->late = audit->late || !budget_check_time(audit->budget, NULL);
    return audit->late;
}

gboolean consistency_is_full(Consistency *audit)
{
    return audit->findings->len >= MOST_FINDINGS || consistency_is_late(audit);
}

gboolean consistency_is_rule(const Consistency *audit, guint block)
{
    guint8 proof = audit->context->blocks[block].proof;

    return consistency_block(audit, block)->layer == LAYER_BODY &&
           (proof == PLACE_COUNTS || proof == PLACE_MENTION);
}

gboolean consistency_is_capitals(const char *text, gsize length)
{
    guint capitals = 0;

    if (length > 0 && g_ascii_islower(*text)) /* most words */
        return FALSE;
    for (const char *at = text; at < text + length; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (g_unichar_islower(c))
            return FALSE;
        capitals += g_unichar_isupper(c);
    }
    return capitals >= 2;
}

static gboolean is_shouted(const AuditView *view, const Sentence *sentence)
{
    guint capitals = 0;

    for (guint i = sentence->first; i < sentence->end; i++) {
        const Word *word = words_at(view->words, i);
        capitals += consistency_is_capitals(view->text->str + word->start, word->end - word->start);
    }
    return 2 * capitals > sentence->end - sentence->first;
}

gboolean consistency_is_shouted(Consistency *audit, const Sentence *sentence)
{
    if (audit->asked != sentence) { /* many mentions may stand in one long sentence */
        audit->asked = sentence;
        audit->shouted = is_shouted(audit->view, sentence);
    }
    return audit->shouted;
}

static gboolean has_warning(const Document *document, WarningCode code)
{
    for (guint i = 0; i < document->warnings->len; i++)
        if (((const Warning *)document->warnings->pdata[i])->code == code)
            return TRUE;
    return FALSE;
}

static void check_tracked_changes(Consistency *audit)
{
    const Document *document = audit->view->outline->document;

    if (!has_warning(document, WARNING_TRACKED_CHANGES))
        return;
    Finding *finding = consistency_add(
        audit, "tracked-change", STATUS_PARTIAL, bilingual_of(N_("Còn dấu vết sửa đổi (Track Changes)")),
        bilingual_of(N_("Chấp nhận hoặc bỏ từng chỗ sửa, rồi lưu lại bản chính thức.")));
    for (guint i = 0; i < document->blocks->len; i++) {
        const Block *block = document_block(document, i);
        if ((block->flags & BLOCK_CHANGED) && block->length > 0)
            consistency_quote(audit, finding, i, 0, 0);
    }
}

static void check_homoglyphs(Consistency *audit)
{
    if (has_warning(audit->view->outline->document, WARNING_HOMOGLYPHS))
        consistency_add(
            audit, "homoglyph", STATUS_PARTIAL,
            bilingual_of(N_("Có chữ cái của bảng chữ khác trông giống chữ Việt")),
            bilingual_of(
                N_("Gõ lại những chữ này bằng bộ gõ tiếng Việt để tìm kiếm và sao chép được đúng.")));
}

/* A regulation that amends another quotes articles and numbers that are not its own. */
static gboolean amends_another(const FrontMatter *front)
{
    g_autofree char *title = front->title ? g_utf8_strdown(front->title, -1) : g_strdup("");

    return strstr(title, "sửa đổi, bổ sung") != NULL || strstr(title, "sửa đổi một số") != NULL;
}

static void check_all(Consistency *audit)
{
    check_front(audit);
    check_blanks(audit);
    check_tracked_changes(audit);
    if (!amends_another(audit->front)) {
        check_numbering(audit);
        check_references(audit);
    }
    check_empty_rules(audit);
    check_annexes(audit);
    if (!audit->view->tolerant) { /* words that lost their marks say nothing for certain */
        check_terms(audit);
        check_names(audit);
        check_abbreviations(audit);
    }
    check_homoglyphs(audit);
}

GPtrArray *consistency_findings(const AuditView *view, const AuditContext *context, const FrontMatter *front,
                                const Pack *law, const char *as_of, const Budget *budget, GError **error)
{
    g_autoptr(GPtrArray) findings = g_ptr_array_new_with_free_func(free_finding);
    Consistency audit = {.view = view,
                         .context = context,
                         .front = front,
                         .law = law,
                         .as_of = as_of,
                         .words = view->rules->consistency,
                         .budget = budget,
                         .findings = findings};

    check_all(&audit);
    return budget_check_time(budget, error) ? g_steal_pointer(&findings) : NULL;
}
