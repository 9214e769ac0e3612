/* Gaps with their legal basis, what was found and what to add; citations; consistency (design §5). */
#include "report/gaps.h"

#include "base/translate.h"
#include "report/addresses.h"
#include "report/gap_lists.h"
#include "report/sentences.h"

enum { INDENT = 4, LABELS = 12, NEAREST_SHOWN = 2, EVIDENCE_SHOWN = 3 };

static void field(Page *page, const char *label, const char *text)
{
    page_field(page, INDENT, LABELS, say(page->language, label), STYLE_PLAIN, text);
}

static void write_address(Page *page, const Evidence *place)
{
    g_autofree char *address = address_say(place->address, page->language);
    field(page, N_("Ở:"), address);
}

static void write_quotes(Page *page, const GArray *places, guint most, const char *label)
{
    for (guint i = 0; i < MIN(places->len, most); i++) {
        const Evidence *place = &g_array_index(places, Evidence, i);
        const char *why = bilingual(&place->why, page->language);
        g_autofree char *address = address_say(place->address, page->language);
        GString *text = g_string_new(address);
        if (place->quote)
            g_string_append_printf(text, "%s“%s”", text->len ? ": " : "", place->quote);
        if (why)
            g_string_append_printf(text, " – %s", why);
        field(page, i ? "" : label, text->str);
        g_string_free(text, TRUE);
    }
}

static void write_title(Page *page, guint number, const Finding *finding, const char *title)
{
    g_autofree char *mark = g_strdup_printf("%2u.", number);
    g_autofree char *text =
        g_strdup_printf("%s %s%s: %s", words_finding_symbol(finding), words_finding(finding, page->language),
                        sentence_waived(finding, page->language), title);
    page_finding(page, 0, INDENT, mark, page_style_of_finding(finding), text, finding);
}

static void write_remedy(Page *page, const Finding *finding)
{
    g_autofree char *left = g_strdup_printf("%s:", sentence_left_label(finding, page->language));
    g_autofree char *fix = g_strdup_printf("%s:", sentence_fix_label(finding, page->language));
    field(page, left, sentence_left_out(finding, page->language));
    write_quotes(page, finding->nearest, NEAREST_SHOWN, N_("Gần nhất:"));
    field(page, fix, finding_fix(finding, page->language));
}

void waiver_write(Page *page, const Finding *finding)
{
    g_autofree char *label = g_strdup_printf("%s:", sentence_waiver_label(page->language));
    g_autofree char *waiver = sentence_waiver(finding, page->language);
    page_field(page, INDENT, LABELS, label, STYLE_PLAIN, waiver);
}

static void write_gap(Page *page, guint number, const Finding *finding, const char *title)
{
    g_autofree char *bases = sentence_bases(finding, NULL, page->language);

    write_title(page, number, finding, title);
    waiver_write(page, finding);
    field(page, N_("Căn cứ:"), bases);
    if (finding->status != STATUS_MISSING)
        write_quotes(page, finding->evidence, EVIDENCE_SHOWN, N_("Đang ghi:"));
    write_remedy(page, finding);
    field(page, N_("Ghi chú:"), bilingual(&finding->note, page->language));
}

/* --- items of a section that is missing whole ---------------------------------------------------------- */

static void write_covered_items(Page *page, const Result *result, const Finding *section)
{
    gboolean first = TRUE;
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *item = result->findings->pdata[i];
        if (gap_covering_section(result, item) != section)
            continue;
        if (first)
            page_text(page, INDENT, INDENT, STYLE_PLAIN,
                      say(page->language, "Các nội dung của phần này đều chưa có:"));
        first = FALSE;
        g_autofree char *bases = sentence_bases(item, sentence_act(section), page->language);
        gboolean milder = item->severity != section->severity;
        g_autofree char *line = g_strdup_printf(
            "%s%s%s%s%s%s", sentence_title(item, page->language), *bases ? " (" : "", bases,
            *bases ? ")" : "", milder ? " – " : "", milder ? words_finding(item, page->language) : "");
        page_finding(page, INDENT, 2, "-", STYLE_PLAIN, line, item);
    }
}

/* --- the three lists ----------------------------------------------------------------------------------- */

/* The section that the following gaps belong to, named when it changes. */
static void write_section_name(Page *page, const Finding *section)
{
    page_field(page, 0, 7, say(page->language, "Phần:"), STYLE_HEADING,
               sentence_title(section, page->language));
    page_blank(page);
}

/* Under the name of its part, a section that is at fault itself need not be named again. */
static const char *title_in_part(const Page *page, const Finding *finding)
{
    if (finding->check != CHECK_SECTION)
        return sentence_title(finding, page->language);
    return finding->status == STATUS_MISSING ? say(page->language, "cả phần này")
                                             : say(page->language, "phần này");
}

static void write_list(Page *page, const Result *result, const char *heading, GapKind kind)
{
    g_autoptr(GArray) gaps = gap_list(result);
    const Finding *last = NULL;
    gboolean first = TRUE;
    for (guint i = 0; i < gaps->len; i++) {
        const Gap *gap = &g_array_index(gaps, Gap, i);
        if (gap->kind != kind)
            continue;
        if (first)
            page_heading(page, heading);
        page_blank(page);
        if (gap->section && gap->section != last)
            write_section_name(page, gap->section);
        write_gap(page, gap->number, gap->finding, title_in_part(page, gap->finding));
        if (gap->finding->check == CHECK_SECTION)
            write_covered_items(page, result, gap->finding);
        first = FALSE;
        last = gap->section;
    }
}

void gaps_write(Page *page, const Result *result)
{
    RasoatLanguage language = page->language;
    write_list(page, result, say(language, "NỘI DUNG TRÁI QUY ĐỊNH"), GAP_CONFLICT);
    write_list(page, result, say(language, "NỘI DUNG BẮT BUỘC CÒN THIẾU HOẶC CHƯA ĐỦ"), GAP_MANDATORY);
    write_list(page, result, say(language, "NÊN BỔ SUNG (khuyến nghị, không tính là thiếu)"), GAP_ADVICE);
}

/* --- citations ----------------------------------------------------------------------------------------- */

static void write_citation(Page *page, const Finding *finding)
{
    const CitationDetail *citation = finding->citation;
    g_autofree char *words = sentence_citation(citation, page->language);
    g_autofree char *line = g_strdup_printf(
        "%s – %s", citation->text ? citation->text : sentence_title(finding, page->language), words);
    Status mark = sentence_citation_mark(citation->verdict);

    if (citation->verdict == CITATION_IN_FORCE) { /* nothing to waive */
        page_field(page, 2, 2, words_symbol(mark), page_style_of(mark), line);
        return;
    }
    page_finding(page, 2, 2, words_symbol(mark), page_style_of(mark), line, finding);
    waiver_write(page, finding);
    g_autofree char *places = addresses_say(finding->evidence, 0, page->language);
    field(page, N_("Ở:"), places);
    field(page, citation->verdict == CITATION_WRONG ? N_("Sai ở chỗ:") : N_("Chưa khớp:"),
          sentence_citation_fault(finding, page->language));
    field(page, N_("Cần sửa:"), finding_fix(finding, page->language));
    field(page, N_("Ghi chú:"), bilingual(&finding->note, page->language));
}

void citations_write(Page *page, const Result *result)
{
    gboolean first = TRUE;
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *finding = result->findings->pdata[i];
        if (finding->check != CHECK_CITATION || !finding->citation)
            continue;
        if (first)
            page_heading(page, say(page->language, "VĂN BẢN ĐƯỢC VIỆN DẪN"));
        first = FALSE;
        write_citation(page, finding);
    }
}

/* --- told by words ------------------------------------------------------------------------------------- */

void by_wording_write(Page *page, const Result *result)
{
    gboolean first = TRUE;
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *finding = result->findings->pdata[i];
        if (!finding->by_wording || finding->evidence->len == 0)
            continue;
        if (first)
            page_heading(page, say(page->language, "ĐẠT, NHẬN RA QUA LỜI VĂN – NÊN XEM LẠI"));
        first = FALSE;
        const Evidence *last = &g_array_index(finding->evidence, Evidence, finding->evidence->len - 1);
        page_finding(page, 2, 2, words_symbol(STATUS_MET), page_style_of(STATUS_MET),
                     sentence_title(finding, page->language), finding);
        write_address(page, last);
        field(page, N_("Viết:"), last->quote);
    }
}

/* --- consistency and review ----------------------------------------------------------------------------- */

void consistency_write(Page *page, const Result *result)
{
    gboolean first = TRUE;
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *finding = result->findings->pdata[i];
        if (finding->check != CHECK_CONSISTENCY || finding->status == STATUS_MET ||
            finding->status == STATUS_NOT_APPLICABLE)
            continue;
        if (first)
            page_heading(page, say(page->language, "THỂ THỨC VÀ TÍNH NHẤT QUÁN"));
        first = FALSE;
        page_finding(page, 2, 2, words_symbol(STATUS_REVIEW), STYLE_DOUBT,
                     sentence_title(finding, page->language), finding);
        waiver_write(page, finding);
        write_quotes(page, finding->evidence, EVIDENCE_SHOWN, N_("Ở:"));
        field(page, N_("Cần sửa:"), finding_fix(finding, page->language));
        field(page, N_("Ghi chú:"), bilingual(&finding->note, page->language));
    }
}

void review_write(Page *page, const Result *result)
{
    g_autoptr(GArray) gaps = gap_list(result);
    gboolean first = TRUE;
    for (guint i = 0; i < gaps->len; i++) {
        const Gap *gap = &g_array_index(gaps, Gap, i);
        if (gap->kind != GAP_REVIEW)
            continue;
        if (first)
            page_heading(page, say(page->language, "CHƯA KẾT LUẬN ĐƯỢC, CẦN NGƯỜI XEM"));
        first = FALSE;
        write_gap(page, gap->number, gap->finding, sentence_title(gap->finding, page->language));
    }
}

void waived_write(Page *page, const Result *result)
{
    write_list(page, result, say(page->language, "ĐÃ ĐƯỢC CHẤP NHẬN (không tính vào kết luận)"), GAP_WAIVED);
    idle_waivers_write(page, result);
}

void idle_waivers_write(Page *page, const Result *result)
{
    const GArray *idle = result->idle_waivers;
    if (!idle || idle->len == 0)
        return;
    page_heading(page, say(page->language, "CHẤP NHẬN KHÔNG CÓ TÁC DỤNG"));
    for (guint i = 0; i < idle->len; i++) {
        g_autofree char *line =
            sentence_idle_waiver(&g_array_index(idle, IdleWaiver, i), TRUE, page->language);
        page_field(page, 2, 2, "-", STYLE_DOUBT, line);
    }
}
