/* A comparison as a page that needs nothing from anywhere, in the style of a unit's page
 * (report/html_unit.h). */
#include "report/comparison.h"

#include "report/display.h"
#include "report/html.h"
#include "report/html_unit.h"
#include "report/sentences.h"
#include "report/tally.h"
#include "report/words.h"

enum { PLACES_SHOWN = 3 };

static const char *const section_names[CHANGES] = {
    [CHANGE_NEW] = "new", [CHANGE_FIXED] = "fixed", [CHANGE_OPEN] = "open", [CHANGE_WORSE] = "worse"};

static const char *side_label(guint side, RasoatLanguage language)
{
    return side == 0 ? say(language, "Bản cũ") : say(language, "Bản mới");
}

/* --- both drafts ---------------------------------------------------------------------------------------- */

static void append_draft(const UnitPage *page, const char *label, const Result *result)
{
    RasoatLanguage language = page->language;
    g_autofree char *number = sentence_number(result, language);
    g_autofree char *file = display_path(result->file);
    html_element(page->out, "h2", NULL, label);
    g_string_append(page->out, "<dl class=\"facts\">");
    html_unit_field(page, say(language, "Tệp"), file);
    html_unit_field(page, say(language, "Văn bản"), result->title);
    if (result->outcome == OUTCOME_JUDGED) {
        g_autofree char *reasons = sentence_reasons(result, language);
        g_autofree char *verdict =
            g_strdup_printf("%s%s%s", sentence_verdict(result, language), *reasons ? " – " : "", reasons);
        html_unit_field(page, say(language, "Số, ngày"), number);
        html_unit_field(page, say(language, "Kết luận"), verdict);
    } else {
        html_unit_field(page, say(language, "Lý do"), bilingual(&result->error_message, language));
        html_unit_field(page, say(language, "Chi tiết"), words_detail(result, language));
        html_unit_field(page, say(language, "Cần làm"), words_advice(result, language));
    }
    g_string_append(page->out, "</dl>\n");
}

static void append_sum(const UnitPage *page, const Comparison *comparison)
{
    RasoatLanguage language = page->language;
    gboolean judged = comparison_judged(comparison);
    gboolean bad = !judged || comparison_is_worse(comparison);
    g_autofree char *sum = comparison_sum(comparison, language);
    g_autofree char *law = sentence_law(comparison->after, language);
    g_autofree char *basis =
        g_strdup_printf("%s; %s", words_profile(comparison->after->audit_profile, language), law);
    g_autoptr(GPtrArray) differences = comparison_differences(comparison, language);

    g_string_append_printf(page->out, "<div class=\"verdict %s\"><p><span aria-hidden=\"true\">%s</span> ",
                           bad ? "missing" : "met", words_symbol(bad ? STATUS_MISSING : STATUS_MET));
    if (judged)
        html_text(page->out, say(language, "Kết quả: "));
    html_text(page->out, judged ? sum : say(language, "Không so sánh được: có bản chưa được rà soát"));
    g_string_append(page->out, "</p>");
    html_element(page->out, "p", NULL, judged ? basis : NULL);
    for (guint i = 0; i < differences->len; i++) {
        g_string_append_printf(page->out, "<p><b>%s</b> ", say(language, "Lưu ý:"));
        html_text(page->out, differences->pdata[i]);
        g_string_append(page->out, "</p>");
    }
    g_string_append(page->out, "</div>\n");
}

static void append_contents(const UnitPage *page, const Comparison *comparison)
{
    g_string_append_printf(page->out, "<nav aria-label=\"%s\"><ul>",
                           say(page->language, "Các mục của báo cáo"));
    for (guint c = 0; c < CHANGES; c++) {
        Change change = comparison_order[c];
        if (comparison->counts[change])
            g_string_append_printf(page->out, "<li><a href=\"#d1-%s\">%s (%u)</a></li>",
                                   section_names[change], comparison_heading(change, page->language),
                                   comparison->counts[change]);
    }
    g_string_append(page->out, "</ul></nav>\n");
}

/* --- rows ----------------------------------------------------------------------------------------------- */

static void append_side(const UnitPage *page, const char *label, const Finding *finding, gboolean content)
{
    RasoatLanguage language = page->language;
    html_element(page->out, "dt", NULL, label);
    g_string_append(page->out, "<dd>");
    if (!finding) {
        html_text(page->out, content ? say(language, "không xét nội dung này") : say(language, "không có"));
    } else {
        html_badge(page->out, html_finding_class(finding), words_finding_symbol(finding),
                   words_finding(finding, language));
        if (finding->status != STATUS_MISSING)
            html_unit_places(page, finding->evidence, PLACES_SHOWN);
        else if (finding->nearest->len) {
            html_element(page->out, "p", "class=\"few\"", say(language, "Gần nhất:"));
            html_unit_places(page, finding->nearest, 1);
        }
    }
    g_string_append(page->out, "</dd>");
}

static void append_covered(const UnitPage *page, const Comparison *comparison, const Finding *section)
{
    gboolean first = TRUE;
    for (guint i = 0; i < comparison->rows->len; i++) {
        const ComparisonRow *row = &g_array_index(comparison->rows, ComparisonRow, i);
        if (row->covered_by != section)
            continue;
        if (first) {
            html_element(page->out, "dt", NULL, say(page->language, "Các nội dung đều chưa có"));
            g_string_append(page->out, "<dd><ul>");
        }
        first = FALSE;
        g_autofree char *word = g_utf8_strdown(comparison_heading(row->change, page->language), -1);
        g_string_append(page->out, "<li>");
        html_text(page->out, comparison_title(row, page->language));
        g_string_append(page->out, " <span class=\"few\">(");
        html_text(page->out, word);
        g_string_append(page->out, ")</span></li>");
    }
    if (!first)
        g_string_append(page->out, "</ul></dd>");
}

static void append_remedy(const UnitPage *page, const Finding *finding)
{
    RasoatLanguage language = page->language;
    if (finding->citation) {
        g_autofree char *state = sentence_citation(finding->citation, language);
        html_unit_field(page, say(language, "Tình trạng"), state);
        html_unit_field(page, say(language, "Cần sửa"), finding_fix(finding, language));
        return;
    }
    html_unit_field(page, sentence_left_label(finding, language), sentence_left_out(finding, language));
    if (!finding->fix.vi)
        return;
    html_element(page->out, "dt", NULL, sentence_fix_label(finding, language));
    const char *attribute = html_fix_attribute(finding, language);
    g_string_append_printf(page->out, "<dd><p class=\"model\"%s%s>", attribute ? " " : "",
                           attribute ? attribute : "");
    html_lines(page->out, finding_fix(finding, language));
    g_string_append(page->out, "</p></dd>");
}

static void append_row(const UnitPage *page, const Comparison *comparison, const ComparisonRow *row,
                       guint number)
{
    const Finding *finding = comparison_finding(row);
    RasoatLanguage language = page->language;
    gboolean fixed = row->change == CHANGE_FIXED;
    g_autofree char *bases = sentence_bases(finding, NULL, language);

    g_string_append_printf(page->out, "<div class=\"gap %s\"><h3>%u. ",
                           fixed ? "met" : html_finding_class(finding), number);
    if (fixed)
        html_badge(page->out, "met", words_symbol(STATUS_MET), say(language, "đã khắc phục"));
    else
        html_badge(page->out, html_finding_class(finding), words_finding_symbol(finding),
                   words_finding(finding, language));
    html_text(page->out, fixed ? "" : sentence_waived(finding, language));
    g_string_append(page->out, ": ");
    html_text(page->out, comparison_title(row, language));
    html_rule(page->out, finding, language);
    g_string_append(page->out, "</h3><dl>");
    if (!fixed)
        html_unit_waiver(page, finding);
    html_unit_field(page, say(language, "Căn cứ"), *bases ? bases : NULL);
    if (comparison_says_the_same(row)) {
        append_side(page, say(language, "Cả hai bản"), row->after, tally_is_content(finding));
    } else {
        append_side(page, side_label(0, language), row->before, tally_is_content(finding));
        append_side(page, side_label(1, language), row->after, tally_is_content(finding));
    }
    if (!fixed) {
        if (finding->check == CHECK_SECTION) /* no other covers any, and of citations there may be many */
            append_covered(page, comparison, finding);
        append_remedy(page, finding);
    }
    g_string_append(page->out, "</dl></div>\n");
}

static void append_changes(const UnitPage *page, const Comparison *comparison)
{
    guint number = 0;
    for (guint c = 0; c < CHANGES; c++) {
        Change change = comparison_order[c];
        if (comparison->counts[change] == 0)
            continue;
        html_unit_section(page, section_names[change], comparison_heading(change, page->language),
                          comparison->counts[change]);
        for (guint i = 0; i < comparison->rows->len; i++) {
            const ComparisonRow *row = &g_array_index(comparison->rows, ComparisonRow, i);
            if (row->change == change && !row->covered_by)
                append_row(page, comparison, row, ++number);
        }
        g_string_append(page->out, "</section>\n");
    }
}

char *comparison_html(const Comparison *comparison, RasoatLanguage language)
{
    GString *out = g_string_new(NULL);
    g_autofree char *file = display_path(comparison->after->file);
    const char *title = say(language, "So sánh hai bản quy chế");
    HtmlPage frame = {.language = language, .title = title};
    UnitPage page = {out, comparison->after, language, 1};

    html_begin(out, &frame);
    g_string_append(out, "<header>");
    html_element(out, "p", NULL, comparison->after->unit ? comparison->after->unit : file);
    g_string_append(out, "</header>\n<main id=\"main\" tabindex=\"-1\">\n");
    html_element(out, "h1", NULL, title);
    append_sum(&page, comparison);
    append_contents(&page, comparison);
    append_draft(&page, side_label(0, language), comparison->before);
    append_draft(&page, side_label(1, language), comparison->after);
    append_changes(&page, comparison);
    html_unit_idle_waivers(&page);
    if (comparison_judged(comparison))
        html_rule_note(out, language);
    g_string_append_printf(out, "</main>\n<footer><p>%s · %s %.12s</p></footer>\n",
                           comparison->after->version, say(language, "bộ quy tắc"),
                           comparison->after->rules_digest);
    html_end(out, &frame);
    return g_string_free(out, FALSE);
}
