/* The page that a unit is handed: who and what was checked, the verdict, the groups with a bar, every gap,
 * acts cited, form, what is there, the tree of the text, and what to know about the reading. One page holds
 * one document, or several one after the other. */
#include "report/html_unit.h"

#include <string.h>

#include "report/addresses.h"
#include "report/display.h"
#include "report/gap_lists.h"
#include "report/group_state.h"
#include "report/html.h"
#include "report/report.h"
#include "report/sentences.h"
#include "report/words.h"

/* --- small parts ------------------------------------------------------------------------------------------
 */

void html_unit_section_of(const UnitPage *page, const char *name, const char *heading, const char *of)
{
    g_string_append_printf(page->out,
                           "<section id=\"d%u-%s\" aria-labelledby=\"d%u-%s-h\"><h2 id=\"d%u-%s-h\">",
                           page->document, name, page->document, name, page->document, name);
    html_text(page->out, heading);
    if (of)
        g_string_append_printf(page->out, " (%s)", of);
    g_string_append(page->out, "</h2>\n");
}

void html_unit_section(const UnitPage *page, const char *name, const char *heading, guint count)
{
    g_autofree char *of = count ? g_strdup_printf("%u", count) : NULL;
    html_unit_section_of(page, name, heading, of);
}

void html_unit_field(const UnitPage *page, const char *label, const char *text)
{
    if (!text)
        return;
    html_element(page->out, "dt", NULL, label);
    g_string_append(page->out, "<dd>");
    html_lines(page->out, text);
    g_string_append(page->out, "</dd>");
}

void html_unit_waiver(const UnitPage *page, const Finding *finding)
{
    g_autofree char *waiver = sentence_waiver(finding, page->language);
    html_unit_field(page, sentence_waiver_label(page->language), waiver);
}

void html_unit_places(const UnitPage *page, const GArray *places, guint most)
{
    for (guint i = 0; i < MIN(places->len, most); i++) {
        const Evidence *place = &g_array_index(places, Evidence, i);
        g_autofree char *address = address_say(place->address, page->language);
        html_element(page->out, "p", "class=\"place\"", *address ? address : NULL);
        if (place->quote) {
            g_string_append(page->out, "<blockquote lang=\"vi\">“");
            html_text(page->out, place->quote);
            g_string_append(page->out, "”</blockquote>");
        }
        html_element(page->out, "p", "class=\"why\"", bilingual(&place->why, page->language));
    }
    if (places->len > most)
        g_string_append_printf(page->out, "<p class=\"few\">%s %u %s</p>", say(page->language, "và"),
                               places->len - most, say(page->language, "chỗ khác"));
}

/* --- head -------------------------------------------------------------------------------------------------
 */

static void append_facts(const UnitPage *page)
{
    const Result *result = page->result;
    RasoatLanguage language = page->language;
    g_autofree char *number = sentence_number(result, language);
    g_autofree char *kind = g_strdup_printf("%s (%s)", words_profile(result->audit_profile, language),
                                            words_profile_source(result->profile_source, language));
    g_autofree char *law = sentence_law(result, language);
    gboolean judged = result->outcome == OUTCOME_JUDGED;

    g_autofree char *file = display_path(result->file);
    g_string_append(page->out, "<dl class=\"facts\">");
    html_unit_field(page, say(language, "Đơn vị"), result->listed ? result->listed : result->unit);
    if (result->listed && g_strcmp0(result->listed, result->unit) != 0)
        html_unit_field(page, say(language, "Đơn vị ghi trong văn bản"), result->unit);
    html_unit_field(page, say(language, "Cấp trên"),
                    result->listed_parent ? result->listed_parent : result->parent);
    html_unit_field(page, say(language, "Văn bản"), result->title);
    if (sentence_is_numbered(result))
        html_unit_field(page, say(language, "Số, ngày"), number);
    if (judged) {
        html_unit_field(page, say(language, "Loại đơn vị"), kind);
        html_unit_field(page, say(language, "Đối chiếu"), law);
    }
    html_unit_field(page, say(language, "Tệp"), file);
    html_unit_field(page, say(language, "Lưu ý"), bilingual(&result->caution, language));
    g_string_append(page->out, "</dl>\n");
}

static void append_verdict(const UnitPage *page)
{
    static const struct {
        const char *class, *symbol;
    } looks[] = {[VERDICT_COMPLETE] = {"met", "✓"},
                 [VERDICT_INCOMPLETE] = {"missing", "✗"},
                 [VERDICT_CONFLICTING] = {"conflict", "!"},
                 [VERDICT_REVIEW] = {"review", "?"}};
    const Result *result = page->result;
    gboolean accepted = result->verdict == VERDICT_COMPLETE && tally_gaps(result).accepted > 0;
    g_autofree char *reasons = sentence_reasons(result, page->language);

    g_string_append_printf(page->out, "<div class=\"verdict %s\"><p><span aria-hidden=\"true\">%s</span> %s ",
                           accepted ? group_mark_class(GROUP_WAIVED) : looks[result->verdict].class,
                           accepted ? group_mark_symbol(GROUP_WAIVED) : looks[result->verdict].symbol,
                           say(page->language, "Kết luận:"));
    html_text(page->out, sentence_verdict(result, page->language));
    g_string_append(page->out, "</p>");
    html_element(page->out, "p", NULL, *reasons ? reasons : NULL);
    g_string_append(page->out, "</div>\n");
}

static void append_not_judged(const UnitPage *page)
{
    const Result *result = page->result;
    RasoatLanguage language = page->language;
    const char *what = result->outcome == OUTCOME_UNREADABLE
                           ? say(language, "Không đọc được – chưa rà soát")
                           : say(language, "Không phải quy chế dân chủ – không rà soát");
    g_string_append(page->out, "<div class=\"verdict missing\"><p><span aria-hidden=\"true\">✗</span> ");
    html_text(page->out, what);
    g_string_append(page->out, "</p>");
    html_element(page->out, "p", NULL, bilingual(&result->error_message, language));
    g_string_append(page->out, "</div>\n<dl>");
    html_unit_field(page, say(language, "Cần làm"), words_advice(result, language));
    html_unit_field(page, say(language, "Chi tiết"), words_detail(result, language));
    g_string_append(page->out, "</dl>\n");
}

/* --- groups -----------------------------------------------------------------------------------------------
 */

static const Status shown[] = {STATUS_MET, STATUS_PARTIAL, STATUS_MISSING, STATUS_CONFLICT, STATUS_REVIEW};

/* What there can be of the contents of a group: by status, of advice, and accepted. */
enum { SHARES = G_N_ELEMENTS(shown) + 2 };

static void add_shares(HtmlShare shares[SHARES], const GroupTally *group)
{
    for (guint s = 0; s < G_N_ELEMENTS(shown); s++)
        shares[s].count += group->counts[shown[s]];
    shares[SHARES - 2].count += group->advised;
    shares[SHARES - 1].count += group->waived;
}

static void name_shares(HtmlShare shares[SHARES], RasoatLanguage language)
{
    for (guint s = 0; s < G_N_ELEMENTS(shown); s++)
        shares[s] = (HtmlShare){0, html_status_class(shown[s]), words_symbol(shown[s]),
                                words_status(shown[s], language)};
    shares[SHARES - 2] = (HtmlShare){0, "advice", WORDS_ADVICE, say(language, "nên có")};
    shares[SHARES - 1] = (HtmlShare){0, group_mark_class(GROUP_WAIVED), group_mark_symbol(GROUP_WAIVED),
                                     group_mark_word(GROUP_WAIVED, language)};
}

/* The contents of all groups in one bar. */
static void append_bar(const UnitPage *page, const GArray *groups)
{
    HtmlShare shares[SHARES];
    name_shares(shares, page->language);
    for (guint i = 0; i < groups->len; i++)
        add_shares(shares, &g_array_index(groups, GroupTally, i));
    html_bar(page->out, say(page->language, "Số nội dung đã xét"), shares, SHARES);
}

static void append_counts(const UnitPage *page, const GroupTally *group)
{
    HtmlShare shares[SHARES];
    name_shares(shares, page->language);
    add_shares(shares, group);
    guint any = 0;
    for (guint s = 0; s < SHARES; s++)
        if (shares[s].count)
            g_string_append_printf(page->out, "%s<span class=\"share\">%u %s", any++ ? ",</span> " : "",
                                   shares[s].count, shares[s].word);
    g_string_append(page->out, any ? "</span>" : "");
}

/* To the gaps of a group, by their numbers. */
static void append_links(const UnitPage *page, const GArray *gaps, const GroupTally *group)
{
    gboolean first = TRUE;
    for (guint i = 0; i < gaps->len; i++) {
        const Gap *gap = &g_array_index(gaps, Gap, i);
        if (!group->section || gap->section != group->section)
            continue;
        g_string_append_printf(page->out, "%s<a href=\"#d%u-gap-%u\">%u</a>",
                               first ? say(page->language, "<br>mục ") : ", ", page->document, gap->number,
                               gap->number);
        first = FALSE;
    }
}

static void append_group(const UnitPage *page, const GArray *gaps, const GroupTally *group)
{
    GroupState state = group_state(group);
    g_autofree char *word = group_state_say(state, page->language);
    g_autofree char *title = sentence_group_title(page->result, group, page->language);
    g_string_append(page->out, "<tr>");
    html_element(page->out, "th", "scope=\"row\"", title);
    html_begin_cell(page->out, "", say(page->language, "Kết luận"));
    html_badge(page->out, group_mark_class(state.mark), group_mark_symbol(state.mark), word);
    g_string_append(page->out, "</td>");
    html_begin_cell(page->out, "class=\"few\" ", say(page->language, "Trong đó"));
    append_counts(page, group);
    append_links(page, gaps, group);
    g_string_append(page->out, "</td></tr>\n");
}

static void append_groups(const UnitPage *page)
{
    RasoatLanguage language = page->language;
    g_autoptr(GArray) groups = tally_groups(page->result);
    g_autoptr(GArray) gaps = gap_list(page->result);
    if (groups->len == 0)
        return;
    html_unit_section(page, "groups", say(language, "Các phần nội dung"), 0);
    append_bar(page, groups);
    g_string_append_printf(
        page->out,
        "<table class=\"stack\"><thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th><th "
        "scope=\"col\">%s"
        "</th></tr></thead><tbody>\n",
        say(language, "Phần nội dung"), say(language, "Kết luận"), say(language, "Trong đó"));
    for (guint i = 0; i < groups->len; i++)
        append_group(page, gaps, &g_array_index(groups, GroupTally, i));
    g_string_append(page->out, "</tbody></table></section>\n");
}

static void append_warnings(const UnitPage *page)
{
    const GArray *warnings = page->result->warnings;
    if (warnings->len == 0)
        return;
    html_unit_section(page, "reading", say(page->language, "Lưu ý khi đọc tệp"), 0);
    g_string_append(page->out, "<ul>");
    for (guint i = 0; i < warnings->len; i++) {
        const ResultWarning *warning = &g_array_index(warnings, ResultWarning, i);
        const char *message = bilingual(&warning->message, page->language);
        html_element(page->out, "li", NULL, message ? message : warning->code);
    }
    g_string_append(page->out, "</ul></section>\n");
}

/* --- the document -----------------------------------------------------------------------------------------
 */

/* Links to the sections that were written: an href needs its target. The title tells those of several
 * documents on a page apart. */
static void append_contents(GString *out, const GString *body, guint document, const char *title,
                            RasoatLanguage language)
{
    static const struct {
        const char *name, *title;
    } sections[] = {
        {"groups", N_("Các phần")},
        {"conflicts", N_("Trái quy định")},
        {"gaps", NC_("section", "Còn thiếu")},
        {"advice", N_("Nên bổ sung")},
        {"review", N_("Cần người xem")},
        {"waived", N_("Đã chấp nhận")},
        {"idle", N_("Chấp nhận không tác dụng")},
        {"citations", NC_("plural", "Văn bản viện dẫn")},
        {"form", N_("Thể thức")},
        {"met", N_("Đã có")},
        {"outline", N_("Bố cục văn bản")},
        {"reading", N_("Lưu ý")},
    };
    g_string_append_printf(out, "<nav aria-label=\"%s", say(language, "Các mục của báo cáo"));
    if (document > 1) {
        g_string_append_printf(out, " %u: ", document);
        html_text(out, title);
    }
    g_string_append(out, "\"><ul>");
    for (guint i = 0; i < G_N_ELEMENTS(sections); i++) {
        g_autofree char *id = g_strdup_printf("<section id=\"d%u-%s\"", document, sections[i].name);
        if (strstr(body->str, id))
            g_string_append_printf(out, "<li><a href=\"#d%u-%s\">%s</a></li>", document, sections[i].name,
                                   say(language, sections[i].title));
    }
    g_string_append(out, "</ul></nav>\n");
}

static void append_body(const UnitPage *page)
{
    append_groups(page);
    html_unit_gaps(page);
    html_unit_citations(page);
    html_unit_consistency(page);
    html_unit_met(page);
    html_unit_outline(page);
}

static char *title_of(const Result *result, RasoatLanguage language)
{
    g_autofree char *name = g_path_get_basename(result->file);
    g_autofree char *base = display_path(name);
    return g_strdup_printf("%s: %s", say(language, "Rà soát quy chế dân chủ"),
                           result->listed ? result->listed
                           : result->unit ? result->unit
                                          : base);
}

static void append_document(GString *out, const Result *result, RasoatLanguage language, guint document)
{
    g_autoptr(GString) body = g_string_new(NULL);
    UnitPage head = {out, result, language, document}, parts = {body, result, language, document};
    g_autofree char *title = title_of(result, language);

    if (result->outcome == OUTCOME_JUDGED)
        append_body(&parts);
    append_warnings(&parts);
    g_string_append_printf(out, "<article aria-labelledby=\"d%u-title\">\n<h1 id=\"d%u-title\">", document,
                           document);
    html_text(out, title);
    g_string_append(out, "</h1>\n");
    append_facts(&head);
    if (result->outcome == OUTCOME_JUDGED)
        append_verdict(&head);
    else
        append_not_judged(&head);
    append_contents(out, body, document, title, language);
    g_string_append_len(out, body->str, (gssize)body->len);
    if (result->outcome == OUTCOME_JUDGED)
        html_rule_note(out, language);
    g_string_append_printf(out, "<p class=\"few\">%s · %s %.12s · SHA-256 %s</p>\n</article>\n",
                           result->version, say(language, "bộ quy tắc"), result->rules_digest,
                           result->sha256);
}

/* --- the page ---------------------------------------------------------------------------------------------
 */

static void append_page_head(GString *out, const HtmlPage *page)
{
    html_begin(out, page);
    g_string_append(out, "<header>");
    html_element(out, "p", NULL, say(page->language, "Phiếu rà soát quy chế thực hiện dân chủ ở cơ sở"));
    g_string_append(out, "</header>\n<main id=\"main\" tabindex=\"-1\">\n");
}

static void append_page_end(GString *out, const HtmlPage *page)
{
    g_string_append(out, "</main>\n<footer>");
    html_element(
        out, "p", NULL,
        say(page->language,
            "Phiếu này giúp người am hiểu pháp luật đối chiếu nhanh, không thay cho người đó. Mỗi kết luận "
            "nêu "
            "căn cứ và trích nguyên văn để kiểm tra lại."));
    g_string_append(out, "</footer>\n");
    html_end(out, page);
}

char *html_unit_page(const Result *result, RasoatLanguage language)
{
    GString *out = g_string_new(NULL);
    g_autofree char *title = title_of(result, language);
    HtmlPage page = {.language = language, .title = title};
    append_page_head(out, &page);
    append_document(out, result, language, 1);
    append_page_end(out, &page);
    return g_string_free(out, FALSE);
}

static void html_write(Report *report, const Result *result)
{
    g_autoptr(GString) out = g_string_new(NULL);
    g_autofree char *title = title_of(result, report->options.language);
    HtmlPage page = {.language = report->options.language, .title = title};
    if (report->written == 0)
        append_page_head(out, &page);
    append_document(out, result, report->options.language, report->written + 1);
    fwrite(out->str, 1, out->len, report->out);
}

static void html_finish(Report *report)
{
    g_autoptr(GString) out = g_string_new(NULL);
    HtmlPage page = {.language = report->options.language, .title = "rasoat"};
    if (report->written == 0)
        append_page_head(out, &page);
    append_page_end(out, &page);
    fwrite(out->str, 1, out->len, report->out);
}

const ReportFormat report_html = {
    .name = "html",
    .needs_outline = TRUE,
    .write = html_write,
    .end = html_finish,
};
