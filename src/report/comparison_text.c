/* A comparison for a terminal: both drafts, what became of the gaps in one line, then each with its law and
 * what either draft says. */
#include "report/comparison.h"

#include "base/translate.h"
#include "report/addresses.h"
#include "report/display.h"
#include "report/gaps.h"
#include "report/sentences.h"
#include "report/tally.h"

enum { LABELS = 12, INDENT = 4, PLACES_SHOWN = 2 };

static void field(Page *page, const char *label, const char *text)
{
    page_field(page, INDENT, LABELS, say(page->language, label), STYLE_PLAIN, text);
}

static void write_draft(Page *page, const char *label, const Result *result)
{
    RasoatLanguage language = page->language;
    g_autofree char *number = sentence_number(result, language);
    g_autofree char *file = display_path(result->file);
    page_field(page, 0, LABELS, label, STYLE_HEADING, file);
    page_field(page, 0, LABELS, "", STYLE_PLAIN, result->title);
    if (result->outcome != OUTCOME_JUDGED) {
        page_field(page, 0, LABELS, say(language, "Lý do:"), STYLE_BAD,
                   bilingual(&result->error_message, language));
        page_field(page, 0, LABELS, say(language, "Chi tiết:"), STYLE_PLAIN, words_detail(result, language));
        page_field(page, 0, LABELS, say(language, "Cần làm:"), STYLE_PLAIN, words_advice(result, language));
        return;
    }
    g_autofree char *reasons = sentence_reasons(result, language);
    g_autofree char *verdict =
        g_strdup_printf("%s%s%s", sentence_verdict(result, language), *reasons ? " – " : "", reasons);
    page_field(page, 0, LABELS, "", STYLE_PLAIN, number);
    page_field(page, 0, LABELS, "", STYLE_PLAIN, verdict);
}

/* "✗ thiếu – Điều 3: “…”", one line a place. Of what is missing, the nearest that was found. */
static void write_side(Page *page, const char *label, const Finding *finding, gboolean content)
{
    RasoatLanguage language = page->language;
    if (!finding) {
        page_field(page, INDENT, LABELS, label, STYLE_PLAIN,
                   content ? say(language, "không xét nội dung này") : say(language, "không có"));
        return;
    }
    gboolean missing = finding->status == STATUS_MISSING;
    const GArray *places = missing ? finding->nearest : finding->evidence;
    g_autoptr(GString) line = g_string_new(NULL);
    g_string_append_printf(line, "%s %s", words_finding_symbol(finding), words_finding(finding, language));
    for (guint i = 0; i < MIN(places->len, missing ? 1 : PLACES_SHOWN) || i == 0; i++) {
        const Evidence *place = i < places->len ? &g_array_index(places, Evidence, i) : NULL;
        g_autofree char *address = place ? address_say(place->address, language) : NULL;
        if (place)
            g_string_append_printf(
                line, "%s%s%s%s%s%s", i ? "" : " – ", missing ? say(language, "gần nhất: ") : "", address,
                place->quote ? ": “" : "", place->quote ? place->quote : "", place->quote ? "”" : "");
        page_field(page, INDENT, LABELS, i ? "" : label, STYLE_PLAIN, line->str);
        g_string_truncate(line, 0);
    }
}

static const char *side_label(guint side, RasoatLanguage language)
{
    return side == 0 ? say(language, "Bản cũ:") : say(language, "Bản mới:");
}

static void write_covered(Page *page, const Comparison *comparison, const Finding *section)
{
    for (guint i = 0; i < comparison->rows->len; i++) {
        const ComparisonRow *row = &g_array_index(comparison->rows, ComparisonRow, i);
        if (row->covered_by != section)
            continue;
        g_autofree char *word = g_utf8_strdown(comparison_heading(row->change, page->language), -1);
        g_autofree char *line = g_strdup_printf("%s (%s)", comparison_title(row, page->language), word);
        page_field(page, INDENT, 2, "-", STYLE_PLAIN, line);
    }
}

static void write_remedy(Page *page, const Finding *finding)
{
    RasoatLanguage language = page->language;
    g_autofree char *left = g_strdup_printf("%s:", sentence_left_label(finding, language));
    g_autofree char *fix = g_strdup_printf("%s:", sentence_fix_label(finding, language));
    if (finding->citation) {
        g_autofree char *state = sentence_citation(finding->citation, language);
        field(page, N_("Tình trạng:"), state);
        field(page, N_("Cần sửa:"), finding_fix(finding, language));
        return;
    }
    page_field(page, INDENT, LABELS, left, STYLE_PLAIN, sentence_left_out(finding, language));
    page_field(page, INDENT, LABELS, fix, STYLE_PLAIN, finding_fix(finding, language));
}

static void write_row(Page *page, const Comparison *comparison, const ComparisonRow *row, guint number)
{
    const Finding *finding = comparison_finding(row);
    RasoatLanguage language = page->language;
    gboolean fixed = row->change == CHANGE_FIXED;
    g_autofree char *mark = g_strdup_printf("%2u.", number);
    g_autofree char *bases = sentence_bases(finding, NULL, language);
    g_autofree char *title =
        fixed
            ? g_strdup_printf("%s %s", words_symbol(STATUS_MET), comparison_title(row, language))
            : g_strdup_printf("%s %s%s: %s", words_finding_symbol(finding), words_finding(finding, language),
                              sentence_waived(finding, language), comparison_title(row, language));

    page_blank(page);
    page_finding(page, 0, INDENT, mark, fixed ? STYLE_GOOD : page_style_of_finding(finding), title, finding);
    if (!fixed)
        waiver_write(page, finding);
    field(page, N_("Căn cứ:"), bases);
    if (comparison_says_the_same(row)) {
        write_side(page, say(language, "Cả hai:"), row->after, tally_is_content(finding));
    } else {
        write_side(page, side_label(0, language), row->before, tally_is_content(finding));
        write_side(page, side_label(1, language), row->after, tally_is_content(finding));
    }
    if (!fixed) {
        if (finding->check == CHECK_SECTION) /* no other covers any, and of citations there may be many */
            write_covered(page, comparison, finding);
        write_remedy(page, finding);
    }
}

static void write_changes(Page *page, const Comparison *comparison)
{
    guint number = 0;
    for (guint c = 0; c < CHANGES; c++) {
        Change change = comparison_order[c];
        if (comparison->counts[change] == 0)
            continue;
        g_autofree char *upper = g_utf8_strup(comparison_heading(change, page->language), -1);
        g_autofree char *heading = g_strdup_printf("%s (%u)", upper, comparison->counts[change]);
        page_heading(page, heading);
        for (guint i = 0; i < comparison->rows->len; i++) {
            const ComparisonRow *row = &g_array_index(comparison->rows, ComparisonRow, i);
            if (row->change == change && !row->covered_by)
                write_row(page, comparison, row, ++number);
        }
    }
}

static void write_result(Page *page, const Comparison *comparison)
{
    RasoatLanguage language = page->language;
    g_autofree char *sum = comparison_sum(comparison, language);
    g_autofree char *law = sentence_law(comparison->after, language);
    g_autofree char *line = g_strdup_printf("%s %s", say(language, "Kết quả:"), sum);
    gboolean bad = comparison_is_worse(comparison);

    page_field(page, 0, LABELS, say(language, "Loại:"), STYLE_PLAIN,
               words_profile(comparison->after->audit_profile, language));
    page_field(page, 0, LABELS, say(language, "Đối chiếu:"), STYLE_PLAIN, law);
    page_blank(page);
    page_text(page, 0, 2, bad ? STYLE_BAD : STYLE_GOOD, line);
}

char *comparison_text(const Comparison *comparison, const ReportOptions *options)
{
    ReportOptions clamped = report_options_clamped(options);
    GString *out = g_string_new(NULL);
    Page page = {.out = out, .width = clamped.width, .colour = clamped.colour, .language = clamped.language};
    g_autoptr(GPtrArray) differences = comparison_differences(comparison, page.language);

    write_draft(&page, side_label(0, page.language), comparison->before);
    write_draft(&page, side_label(1, page.language), comparison->after);
    if (!comparison_judged(comparison)) {
        page_blank(&page);
        page_text(&page, 0, 2, STYLE_BAD,
                  say(page.language, "KHÔNG SO SÁNH ĐƯỢC – có bản chưa được rà soát"));
        return g_string_free(out, FALSE);
    }
    for (guint i = 0; i < differences->len; i++)
        page_field(&page, 0, LABELS, say(page.language, "Lưu ý:"), STYLE_DOUBT, differences->pdata[i]);
    write_result(&page, comparison);
    write_changes(&page, comparison);
    idle_waivers_write(&page, comparison->after);
    return g_string_free(out, FALSE);
}
