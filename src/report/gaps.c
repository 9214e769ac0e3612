/* Gaps with their legal basis, what was found and what to add; citations; consistency (design §5). */
#include "report/gaps.h"

#include "report/tally.h"

enum { INDENT = 4, LABELS = 12, NEAREST_SHOWN = 2, EVIDENCE_SHOWN = 3 };

/* All bases, an act named once for neighbours that are both in it. last: the act named before them, or NULL.
 */
static char *bases_in_words(const Finding *finding, const char *last, RasoatLanguage language)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < finding->bases->len; i++) {
        Basis basis = g_array_index(finding->bases, Basis, i);
        const char *instrument = basis.instrument;
        if (last && g_strcmp0(last, instrument) == 0)
            basis.instrument = NULL;
        g_autofree char *words = words_basis(&basis, language);
        g_string_append_printf(text, "%s%s", i ? "; " : "", words);
        last = instrument;
    }
    return g_string_free(text, FALSE);
}

static const char *title_of(const Finding *finding, RasoatLanguage language)
{
    const char *title = bilingual(&finding->title, language);
    return title ? title : finding->rule;
}

static void field(Page *page, const char *vi, const char *en, const char *text)
{
    page_field(page, INDENT, LABELS, say(page->language, vi, en), STYLE_PLAIN, text);
}

static void write_quotes(Page *page, const GArray *places, guint most, const char *vi, const char *en)
{
    for (guint i = 0; i < MIN(places->len, most); i++) {
        const Evidence *place = &g_array_index(places, Evidence, i);
        const char *why = bilingual(&place->why, page->language);
        GString *text = g_string_new(place->address);
        if (place->quote)
            g_string_append_printf(text, "%s“%s”", text->len ? ": " : "", place->quote);
        if (why)
            g_string_append_printf(text, " – %s", why);
        field(page, i ? "" : vi, i ? "" : en, text->str);
        g_string_free(text, TRUE);
    }
}

static void write_title(Page *page, guint number, const Finding *finding, const char *title)
{
    g_autofree char *mark = g_strdup_printf("%2u.", number);
    g_autofree char *text = g_strdup_printf("%s %s: %s", words_finding_symbol(finding),
                                            words_finding(finding, page->language), title);
    page_field(page, 0, INDENT, mark, page_style_of_finding(finding), text);
}

/* What is left out, unless the title says so already, or the list of the section's items that follows. */
static const char *left_out(const Finding *finding, RasoatLanguage language)
{
    if (finding->check == CHECK_SECTION && finding->status == STATUS_MISSING && finding->fix)
        return NULL;
    const char *missing = bilingual(&finding->missing, language);
    return g_strcmp0(missing, title_of(finding, language)) == 0 ? NULL : missing;
}

/* Labels for what is left out and for what to write, by what is asked of the clerk: to change, to add what is
 * owed, or to think of adding. */
static void write_remedy(Page *page, const Finding *finding)
{
    RasoatLanguage language = page->language;
    const char *left = left_out(finding, language);
    if (finding->status == STATUS_CONFLICT) {
        field(page, "Sai khác:", "At odds:", left);
        write_quotes(page, finding->nearest, NEAREST_SHOWN, "Gần nhất:", "Nearest:");
        field(page, "Sửa thành:", "Change to:", finding->fix);
        return;
    }
    if (words_is_advice(finding))
        field(page, "Chưa nêu:", "Not said:", left);
    else
        field(page, "Còn thiếu:", "Left out:", left);
    write_quotes(page, finding->nearest, NEAREST_SHOWN, "Gần nhất:", "Nearest:");
    field(page, "Bổ sung:", "Add:", finding->fix);
}

static void write_gap(Page *page, guint number, const Finding *finding, const char *title)
{
    g_autofree char *bases = bases_in_words(finding, NULL, page->language);

    write_title(page, number, finding, title);
    field(page, "Căn cứ:", "Basis:", bases);
    if (finding->status != STATUS_MISSING)
        write_quotes(page, finding->evidence, EVIDENCE_SHOWN, "Đang ghi:", "Says now:");
    write_remedy(page, finding);
    field(page, "Ghi chú:", "Note:", bilingual(&finding->note, page->language));
}

/* --- items of a section that is missing whole ---------------------------------------------------------- */

/* The section whose absence already says that this item is missing, when its model clause covers it. */
static const Finding *covering_section(const Result *result, const Finding *finding)
{
    if (finding->check == CHECK_SECTION || finding->status != STATUS_MISSING)
        return NULL;
    const Finding *section = tally_section(result, finding);
    gboolean covers = section && section->status == STATUS_MISSING && section->fix &&
                      (section->severity == SEVERITY_MANDATORY || finding->severity != SEVERITY_MANDATORY);
    return covers ? section : NULL;
}

/* The act of its last basis, which what follows need not name again. */
static const char *act_of(const Finding *finding)
{
    guint count = finding->bases->len;
    return count ? g_array_index(finding->bases, Basis, count - 1).instrument : NULL;
}

static void write_covered_items(Page *page, const Result *result, const Finding *section)
{
    gboolean first = TRUE;
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *item = result->findings->pdata[i];
        if (covering_section(result, item) != section)
            continue;
        if (first)
            page_text(page, INDENT, INDENT, STYLE_PLAIN,
                      say(page->language, "Các nội dung của phần này đều chưa có:",
                          "The contents of this section, none of which is there:"));
        first = FALSE;
        g_autofree char *bases = bases_in_words(item, act_of(section), page->language);
        gboolean milder = item->severity != section->severity;
        g_autofree char *line = g_strdup_printf(
            "%s%s%s%s%s%s", title_of(item, page->language), *bases ? " (" : "", bases, *bases ? ")" : "",
            milder ? " – " : "", milder ? words_finding(item, page->language) : "");
        page_field(page, INDENT, 2, "-", STYLE_PLAIN, line);
    }
}

/* --- the three lists ----------------------------------------------------------------------------------- */

typedef gboolean (*Selector)(const Result *result, const Finding *finding);

static gboolean is_open(const Finding *finding)
{
    return tally_is_content(finding) &&
           (finding->status == STATUS_MISSING || finding->status == STATUS_PARTIAL);
}

static gboolean is_conflict(const Finding *finding)
{
    return tally_is_content(finding) && finding->status == STATUS_CONFLICT;
}

/* A section that is there in part, or at odds, is told by its items. */
static gboolean told_by_items(const Result *result, const Finding *section)
{
    if (section->check != CHECK_SECTION || section->status == STATUS_MISSING)
        return FALSE;
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *item = result->findings->pdata[i];
        if (item != section && (is_conflict(item) || !is_conflict(section)) && tally_is_content(item) &&
            tally_section(result, item) == section)
            return TRUE;
    }
    return FALSE;
}

static gboolean is_own_conflict(const Result *result, const Finding *finding)
{
    return is_conflict(finding) && !told_by_items(result, finding);
}

static gboolean is_mandatory_gap(const Result *result, const Finding *finding)
{
    return is_open(finding) && finding->severity == SEVERITY_MANDATORY &&
           !covering_section(result, finding) && !told_by_items(result, finding);
}

static gboolean is_advice(const Result *result, const Finding *finding)
{
    return is_open(finding) && finding->severity == SEVERITY_RECOMMENDED &&
           !covering_section(result, finding) && !told_by_items(result, finding);
}

/* The section that the following gaps belong to, named when it changes. */
static void write_section_name(Page *page, const Finding *section)
{
    page_field(page, 0, 7, say(page->language, "Phần:", "Part:"), STYLE_HEADING,
               title_of(section, page->language));
    page_blank(page);
}

/* Under the name of its part, a section that is at fault itself need not be named again. */
static const char *title_in_part(const Page *page, const Finding *finding)
{
    if (finding->check != CHECK_SECTION)
        return title_of(finding, page->language);
    return finding->status == STATUS_MISSING ? say(page->language, "cả phần này", "this whole part")
                                             : say(page->language, "phần này", "this part");
}

/* number: of the gap before; numbers run through all lists, so that each names one gap of the report. */
static guint write_list(Page *page, const Result *result, const char *heading, Selector selected,
                        guint number)
{
    const Finding *last = NULL;
    gboolean first = TRUE;
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *finding = result->findings->pdata[i];
        if (!selected(result, finding))
            continue;
        const Finding *section = tally_section(result, finding);
        if (first)
            page_heading(page, heading);
        page_blank(page);
        if (section && section != last)
            write_section_name(page, section);
        write_gap(page, ++number, finding, title_in_part(page, finding));
        if (finding->check == CHECK_SECTION)
            write_covered_items(page, result, finding);
        first = FALSE;
        last = section;
    }
    return number;
}

guint gaps_write(Page *page, const Result *result)
{
    RasoatLanguage language = page->language;
    guint number = write_list(page, result, say(language, "NỘI DUNG TRÁI QUY ĐỊNH", "AGAINST THE LAW"),
                              is_own_conflict, 0);
    number = write_list(
        page, result,
        say(language, "NỘI DUNG BẮT BUỘC CÒN THIẾU HOẶC CHƯA ĐỦ", "MANDATORY: MISSING OR NOT IN FULL"),
        is_mandatory_gap, number);
    return write_list(page, result,
                      say(language, "NÊN BỔ SUNG (khuyến nghị, không tính là thiếu)",
                          "RECOMMENDED (advice, not counted as missing)"),
                      is_advice, number);
}

/* --- citations ----------------------------------------------------------------------------------------- */

static char *citation_in_words(const CitationDetail *citation, RasoatLanguage language)
{
    GString *text = g_string_new(NULL);
    switch (citation->verdict) {
    case CITATION_IN_FORCE:
        g_string_append(text, say(language, "còn hiệu lực", "in force"));
        break;
    case CITATION_SUPERSEDED:
        g_string_append(text, say(language, "đã hết hiệu lực", "no longer in force"));
        if (citation->since) {
            g_autofree char *date = words_date(citation->since, language);
            g_string_append_printf(text, "%s %s", say(language, " từ ngày", " since"), date);
        }
        if (citation->superseded_by) {
            Basis by = {.instrument = citation->superseded_by};
            g_autofree char *name = words_basis(&by, language);
            g_string_append_printf(text, "%s %s", say(language, ", thay bằng", ", replaced by"), name);
        }
        if (citation->verdict_then == CITATION_IN_FORCE)
            g_string_append(text, say(language, " (khi ban hành quy chế thì còn hiệu lực)",
                                      " (it was in force when the regulation was issued)"));
        break;
    case CITATION_WRONG:
        g_string_append(text, say(language, "ghi sai", "wrongly cited"));
        break;
    case CITATION_UNKNOWN:
        g_string_append(
            text, say(language, "chưa có trong dữ liệu, cần tra cứu", "not in the data, to be looked up"));
        break;
    }
    return g_string_free(text, FALSE);
}

static Status citation_mark(CitationVerdict verdict)
{
    static const Status marks[] = {[CITATION_IN_FORCE] = STATUS_MET,
                                   [CITATION_SUPERSEDED] = STATUS_MISSING,
                                   [CITATION_WRONG] = STATUS_CONFLICT,
                                   [CITATION_UNKNOWN] = STATUS_REVIEW};
    return marks[verdict];
}

static void write_citation(Page *page, const Finding *finding)
{
    const CitationDetail *citation = finding->citation;
    g_autofree char *words = citation_in_words(citation, page->language);
    g_autofree char *line = g_strdup_printf(
        "%s – %s", citation->text ? citation->text : title_of(finding, page->language), words);
    Status mark = citation_mark(citation->verdict);

    page_field(page, 2, 2, words_symbol(mark), page_style_of(mark), line);
    if (citation->verdict == CITATION_IN_FORCE)
        return;
    if (finding->evidence->len)
        field(page, "Ở:", "At:", g_array_index(finding->evidence, Evidence, 0).address);
    if (citation->verdict == CITATION_WRONG) /* of a superseded act the line above says it all */
        field(page, "Sai ở chỗ:", "At odds:", bilingual(&finding->missing, page->language));
    field(page, "Cần sửa:", "Mend:", finding->fix);
    field(page, "Ghi chú:", "Note:", bilingual(&finding->note, page->language));
}

void citations_write(Page *page, const Result *result)
{
    gboolean first = TRUE;
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *finding = result->findings->pdata[i];
        if (finding->check != CHECK_CITATION || !finding->citation)
            continue;
        if (first)
            page_heading(page, say(page->language, "VĂN BẢN ĐƯỢC VIỆN DẪN", "ACTS CITED"));
        first = FALSE;
        write_citation(page, finding);
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
            page_heading(page, say(page->language, "THỂ THỨC VÀ TÍNH NHẤT QUÁN", "FORM AND CONSISTENCY"));
        first = FALSE;
        page_field(page, 2, 2, words_symbol(STATUS_REVIEW), STYLE_DOUBT, title_of(finding, page->language));
        write_quotes(page, finding->evidence, EVIDENCE_SHOWN, "Ở:", "At:");
        field(page, "Cần sửa:", "Mend:", finding->fix);
        field(page, "Ghi chú:", "Note:", bilingual(&finding->note, page->language));
    }
}

void review_write(Page *page, const Result *result, guint number)
{
    gboolean first = TRUE;
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *finding = result->findings->pdata[i];
        if (!tally_is_content(finding) || finding->status != STATUS_REVIEW)
            continue;
        if (first)
            page_heading(page, say(page->language, "CHƯA KẾT LUẬN ĐƯỢC, CẦN NGƯỜI XEM",
                                   "NOT JUDGED, FOR A PERSON TO REVIEW"));
        first = FALSE;
        write_gap(page, ++number, finding, title_of(finding, page->language));
    }
}
