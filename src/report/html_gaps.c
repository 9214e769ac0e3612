/* The gaps of a unit's page: each with its law, what the regulation says now, the nearest miss and the clause
 * to write. */
#include "report/gap_lists.h"
#include "report/html.h"
#include "report/html_unit.h"
#include "report/sentences.h"
#include "report/words.h"

enum { NEAREST_SHOWN = 2, EVIDENCE_SHOWN = 5 };

static const char *const list_names[GAP_KINDS] = {"conflicts", "gaps", "advice", "review", "waived"};

static const char *list_heading(GapKind kind, RasoatLanguage language)
{
    switch (kind) {
    case GAP_CONFLICT:
        return say(language, "Nội dung trái quy định");
    case GAP_MANDATORY:
        return say(language, "Nội dung bắt buộc còn thiếu hoặc chưa đủ");
    case GAP_ADVICE:
        return say(language, "Nên bổ sung (khuyến nghị, không tính là thiếu)");
    case GAP_WAIVED:
        return say(language, "Đã được chấp nhận (không tính vào kết luận)");
    default:
        return say(language, "Chưa kết luận được, cần người xem");
    }
}

/* The clause to write, which the button beside it copies; the button shows only where scripts run. */
static void append_model(const UnitPage *page, const Gap *gap)
{
    const char *fix = gap->finding->fix.vi; /* what is pasted */
    if (!fix)
        return;
    html_element(page->out, "dt", NULL, sentence_fix_label(gap->finding, page->language));
    g_string_append_printf(page->out, "<dd><p class=\"model\" id=\"d%u-model-%u\" lang=\"vi\">",
                           page->document, gap->number);
    html_lines(page->out, fix);
    g_string_append_printf(page->out,
                           "</p><button type=\"button\" hidden data-copy=\"d%u-model-%u\" data-done=\"%s\" "
                           "aria-label=\"%s %u\">%s</button></dd>",
                           page->document, gap->number, say(page->language, "Đã chép"),
                           say(page->language, "Chép câu mẫu của mục"), gap->number,
                           say(page->language, "Chép câu mẫu"));
}

static void append_quotes(const UnitPage *page, const char *label, const GArray *places, guint most)
{
    if (places->len == 0)
        return;
    html_element(page->out, "dt", NULL, label);
    g_string_append(page->out, "<dd>");
    html_unit_places(page, places, most);
    g_string_append(page->out, "</dd>");
}

/* The contents of a section that is missing whole. */
static void append_covered(const UnitPage *page, const Finding *section)
{
    gboolean first = TRUE;
    for (guint i = 0; i < page->result->findings->len; i++) {
        const Finding *item = page->result->findings->pdata[i];
        if (gap_covering_section(page->result, item) != section)
            continue;
        if (first) {
            html_element(page->out, "dt", NULL, say(page->language, "Các nội dung đều chưa có"));
            g_string_append(page->out, "<dd><ul>");
        }
        first = FALSE;
        g_autofree char *bases = sentence_bases(item, sentence_act(section), page->language);
        g_string_append(page->out, "<li>");
        html_text(page->out, sentence_title(item, page->language));
        if (*bases) {
            g_string_append(page->out, " <span class=\"few\">(");
            html_text(page->out, bases);
            g_string_append(page->out, ")</span>");
        }
        if (item->severity != section->severity) {
            g_string_append(page->out, " – ");
            html_text(page->out, words_finding(item, page->language));
        }
        html_rule(page->out, item, page->language);
        g_string_append(page->out, "</li>");
    }
    if (!first)
        g_string_append(page->out, "</ul></dd>");
}

static void append_heading(const UnitPage *page, const Gap *gap)
{
    const Finding *finding = gap->finding;
    g_string_append_printf(page->out, "<h4>%u. ", gap->number);
    html_badge(page->out, html_finding_class(finding), words_finding_symbol(finding),
               words_finding(finding, page->language));
    html_text(page->out, sentence_waived(finding, page->language));
    g_string_append(page->out, ": ");
    html_text(page->out, sentence_title(finding, page->language));
    html_rule(page->out, finding, page->language);
    g_string_append(page->out, "</h4>");
}

static void append_gap(const UnitPage *page, const Gap *gap)
{
    const Finding *finding = gap->finding;
    RasoatLanguage language = page->language;
    g_autofree char *bases = sentence_bases(finding, NULL, language);

    g_string_append_printf(page->out, "<div class=\"gap %s\" id=\"d%u-gap-%u\">", html_finding_class(finding),
                           page->document, gap->number);
    append_heading(page, gap);
    g_string_append(page->out, "<dl>");
    html_unit_waiver(page, finding);
    html_unit_field(page, say(language, "Căn cứ"), *bases ? bases : NULL);
    if (finding->status != STATUS_MISSING)
        append_quotes(page, say(language, "Đang ghi"), finding->evidence, EVIDENCE_SHOWN);
    html_unit_field(page, sentence_left_label(finding, language), sentence_left_out(finding, language));
    append_quotes(page, say(language, "Gần nhất"), finding->nearest, NEAREST_SHOWN);
    if (finding->check == CHECK_SECTION)
        append_covered(page, finding);
    append_model(page, gap);
    html_unit_field(page, say(language, "Ghi chú"), bilingual(&finding->note, language));
    g_string_append(page->out, "</dl></div>\n");
}

static void append_list(const UnitPage *page, const GArray *gaps, GapKind kind)
{
    const Finding *last = NULL;
    g_autofree char *count = sentence_gap_count(gaps, kind, page->language);
    if (!count)
        return;
    html_unit_section_of(page, list_names[kind], list_heading(kind, page->language), count);
    for (guint i = 0; i < gaps->len; i++) {
        const Gap *gap = &g_array_index(gaps, Gap, i);
        if (gap->kind != kind)
            continue;
        if (gap->section != last)
            html_element(page->out, "h3", NULL,
                         gap->section ? sentence_title(gap->section, page->language)
                                      : say(page->language, "Nội dung khác"));
        append_gap(page, gap);
        last = gap->section;
    }
    g_string_append(page->out, "</section>\n");
}

void html_unit_idle_waivers(const UnitPage *page)
{
    const GArray *idle = page->result->idle_waivers;
    if (!idle || idle->len == 0)
        return;
    html_unit_section(page, "idle", say(page->language, "Chấp nhận không có tác dụng"), idle->len);
    g_string_append(page->out, "<ul>");
    for (guint i = 0; i < idle->len; i++) {
        g_autofree char *line =
            sentence_idle_waiver(&g_array_index(idle, IdleWaiver, i), TRUE, page->language);
        html_element(page->out, "li", NULL, line);
    }
    g_string_append(page->out, "</ul></section>\n");
}

void html_unit_gaps(const UnitPage *page)
{
    g_autoptr(GArray) gaps = gap_list(page->result);
    for (guint kind = 0; kind < GAP_KINDS; kind++)
        append_list(page, gaps, (GapKind)kind);
    html_unit_idle_waivers(page);
}
