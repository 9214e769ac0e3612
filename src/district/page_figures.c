/* The sections of a district's page that hold figures: who has submitted, verdicts, progress against the
 * targets, the commonest gaps, and the head of the matrix. */
#include "district/page.h"
#include "report/html.h"
#include "report/words.h"

enum { GAPS_SHOWN = 15 };

void page_section(GString *out, const char *id, const char *heading, guint64 count)
{
    g_string_append_printf(out, "<section id=\"%s\" aria-labelledby=\"%s-h\"><h2 id=\"%s-h\">", id, id, id);
    html_text(out, heading);
    if (count)
        g_string_append_printf(out, " (%" G_GUINT64_FORMAT ")", count);
    g_string_append(out, "</h2>\n");
}

static void append_submission(GString *out, const Survey *survey)
{
    static const UnitState order[] = {UNIT_SUBMITTED, UNIT_OTHER, UNIT_UNREADABLE, UNIT_MISSING};
    RasoatLanguage language = survey->district->language;
    HtmlShare shares[G_N_ELEMENTS(order)];
    for (guint i = 0; i < G_N_ELEMENTS(order); i++)
        shares[i] =
            (HtmlShare){(guint)survey->district->figures.units[order[i]], district_state_class(order[i]),
                        district_state_symbol(order[i]), district_state_word(order[i], language)};
    html_bar(out,
             survey->district->figures.roster ? say(language, "Đơn vị trong danh sách")
                                              : say(language, NC_("plural", "Đơn vị")),
             shares, G_N_ELEMENTS(shares));
}

static void append_verdicts(GString *out, const Survey *survey)
{
    RasoatLanguage language = survey->district->language;
    const guint64 *verdicts = survey->district->figures.verdicts;
    HtmlShare shares[] = {
        {(guint)verdicts[VERDICT_COMPLETE], "met", "✓", words_verdict(VERDICT_COMPLETE, language)},
        {(guint)verdicts[VERDICT_REVIEW], "review", "?", words_verdict(VERDICT_REVIEW, language)},
        {(guint)verdicts[VERDICT_INCOMPLETE], "missing", "✗", words_verdict(VERDICT_INCOMPLETE, language)},
        {(guint)verdicts[VERDICT_CONFLICTING], "conflict", "!",
         words_verdict(VERDICT_CONFLICTING, language)}};
    html_bar(out, say(language, "Quy chế đã rà soát"), shares, G_N_ELEMENTS(shares));
}

/* A verdict that leaves out what is accepted says so. */
static void append_waived(GString *out, const Survey *survey)
{
    RasoatLanguage language = survey->district->language;
    const RoundFigures *figures = &survey->district->figures;
    if (!survey->district->waivers)
        return;
    g_string_append(out, "<p>");
    g_string_append_printf(out,
                           say(language, "Không tính vào kết luận: %u thiếu sót ở %u quy chế, đã được chấp "
                                         "nhận"),
                           (guint)figures->waived, (guint)figures->waived_in);
    g_string_append_printf(out, " (<a href=\"#waivers\">%s</a>).</p>", say(language, "danh sách"));
}

void page_figures(GString *out, const Survey *survey)
{
    RasoatLanguage language = survey->district->language;
    const RoundFigures *figures = &survey->district->figures;
    page_section(out, "figures", say(language, "Tình hình chung"), 0);
    append_submission(out, survey);
    append_verdicts(out, survey);
    append_waived(out, survey);
    if (!figures->roster)
        html_element(
            out, "p", "class=\"few\"",
            say(language,
                "Chưa có danh sách đơn vị, nên không biết đơn vị nào chưa nộp. Chạy lại với --roster "
                "để theo dõi."));
    g_string_append(out, "</section>\n");
}

/* --- targets -------------------------------------------------------------------------------------------- */

static void append_share(GString *out, guint part, guint whole, RasoatLanguage language)
{
    guint percent = whole ? part * 100 / whole : 0;
    gboolean done = whole && part == whole;
    g_string_append_printf(out,
                           "<td><svg class=\"meter\" width=\"100%%\" height=\"12\" aria-hidden=\"true\" "
                           "focusable=\"false\"><rect class=\"fill none\" width=\"100%%\" height=\"12\"/>"
                           "<rect class=\"meter-%s\" width=\"%u%%\" height=\"12\"/></svg>"
                           "<span class=\"%s\">%u/%u (%u %%) – <span aria-hidden=\"true\">%s</span> ",
                           done ? "done" : "open", percent, done ? "met" : "missing", part, whole, percent,
                           done ? "✓" : "✗");
    if (done)
        html_text(out, say(language, "đạt chỉ tiêu"));
    else
        g_string_append_printf(out, say(language, "còn %u đơn vị"), whole - part);
    g_string_append(out, "</span></td>");
}

void page_targets(GString *out, const Survey *survey)
{
    static const char *const names[DISTRICT_KINDS] = {
        N_("Cơ quan, đơn vị"), N_("Trường học"),          N_("Xã, phường, thị trấn"),
        N_("Doanh nghiệp"),    N_("Chưa rõ loại đơn vị"),
    };
    RasoatLanguage language = survey->district->language;
    if (survey->unit_count == 0)
        return;
    page_section(out, "targets", say(language, "Tiến độ so với chỉ tiêu"), 0);
    g_string_append_printf(
        out,
        "<table class=\"targets\"><thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th>"
        "<th scope=\"col\">%s</th></tr></thead><tbody>\n",
        say(language, "Loại đơn vị"),
        /* xgettext:no-c-format */ say(language, "100 % đơn vị ban hành quy chế"),
        /* xgettext:no-c-format */ say(language, "100 % quy chế đầy đủ nội dung bắt buộc"));
    for (guint k = 0; k < DISTRICT_KINDS; k++) {
        const KindFigures *kind = &survey->kinds[k];
        if (!kind->units)
            continue;
        g_string_append(out, "<tr>");
        html_element(out, "th", "scope=\"row\"", say(language, names[k]));
        if (survey->district->figures.roster)
            append_share(out, kind->submitted, kind->units, language);
        else
            g_string_append_printf(out, "<td>%u, %s</td>", kind->submitted,
                                   say(language, "chưa biết trên tổng số bao nhiêu"));
        append_share(out, kind->complete, kind->units, language);
        g_string_append(out, "</tr>\n");
    }
    g_string_append(out, "</tbody></table>");
    html_element(
        out, "p", "class=\"few\"",
        say(language,
            "Đầy đủ: kết luận của phần mềm là “đầy đủ”, không thiếu nội dung bắt buộc và không trái quy "
            "định; cần người xem lại trước khi báo cáo."));
    g_string_append(out, "</section>\n");
}

/* --- gaps ----------------------------------------------------------------------------------------------- */

static void append_gap_row(GString *out, const CommonGap *gap, guint judged, RasoatLanguage language)
{
    g_string_append(out, "<tr><th scope=\"row\">");
    html_text(out, gap->title);
    g_string_append(out, "<br><span class=\"few\">");
    html_text(out, gap->law);
    g_string_append_printf(
        out,
        "</span></th><td><svg class=\"meter\" width=\"100%%\" height=\"12\" "
        "aria-hidden=\"true\" focusable=\"false\"><rect class=\"fill none\" width=\"100%%\" "
        "height=\"12\"/><rect class=\"meter-open\" width=\"%u%%\" height=\"12\"/></svg>"
        "%u/%u %s<br><span class=\"few\">",
        judged ? gap->units * 100 / judged : 0, gap->units, judged, say(language, "quy chế"));
    const struct {
        guint count;
        Status status;
    } parts[] = {
        {gap->missing, STATUS_MISSING}, {gap->partial, STATUS_PARTIAL}, {gap->conflict, STATUS_CONFLICT}};
    for (guint i = 0, shown = 0; i < G_N_ELEMENTS(parts); i++)
        if (parts[i].count)
            g_string_append_printf(out, "%s%u %s", shown++ ? ", " : "", parts[i].count,
                                   words_status(parts[i].status, language));
    g_string_append(out, "</span></td></tr>\n");
}

void page_common_gaps(GString *out, const Survey *survey)
{
    RasoatLanguage language = survey->district->language;
    g_autoptr(GPtrArray) gaps = survey_gaps(survey);
    if (gaps->len == 0)
        return;
    page_section(out, "gaps", say(language, "Thiếu sót phổ biến nhất"), 0);
    g_string_append_printf(
        out,
        "<table class=\"gaps\"><thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th>"
        "</tr></thead><tbody>\n",
        say(language, "Nội dung, căn cứ"), say(language, "Số quy chế vướng"));
    for (guint i = 0; i < MIN(gaps->len, GAPS_SHOWN); i++)
        append_gap_row(out, gaps->pdata[i], survey->judged, language);
    g_string_append(out, "</tbody></table></section>\n");
}

/* --- the matrix ----------------------------------------------------------------------------------------- */

static void append_legend(GString *out, gboolean waived, RasoatLanguage language)
{
    static const Status statuses[] = {STATUS_MET, STATUS_PARTIAL, STATUS_MISSING, STATUS_CONFLICT,
                                      STATUS_REVIEW};
    g_string_append_printf(out, "<p class=\"legend\">%s ", say(language, "Ký hiệu:"));
    for (guint i = 0; i < G_N_ELEMENTS(statuses); i++)
        g_string_append_printf(out, "<span class=\"key fill-%s\">%s</span> %s&ensp; ",
                               html_status_class(statuses[i]), words_symbol(statuses[i]),
                               words_status(statuses[i], language));
    if (waived)
        g_string_append_printf(
            out, "<span class=\"key fill-%s\">%s</span> %s&ensp; ", district_status_class(DISTRICT_WAIVED),
            district_status_symbol(DISTRICT_WAIVED), district_status_word(DISTRICT_WAIVED, language));
    g_string_append_printf(out, "<span class=\"key\">·</span> %s</p>",
                           say(language, "không đặt ra với loại đơn vị này, hoặc chưa có quy chế"));
}

/* The filter appears with the script that makes it work. */
static void append_filter(GString *out, RasoatLanguage language)
{
    static const char *const choices[][2] = {
        {"", N_("tất cả")},
        {"conflicting", N_("trái quy định")},
        {"incomplete", N_("chưa đầy đủ")},
        {"review", N_("cần người xem")},
        {"complete", N_("đầy đủ")},
        {"missing", N_("chưa nộp")},
        {"unreadable", N_("không đọc được")},
        {"not-a-regulation", N_("không phải quy chế")},
    };
    g_string_append_printf(out,
                           "<p class=\"filter\" hidden><label>%s <input type=\"search\" id=\"find\" "
                           "autocomplete=\"off\"></label> <label>%s <select id=\"state\">",
                           say(language, "Tìm đơn vị"), say(language, "Tình trạng"));
    for (guint i = 0; i < G_N_ELEMENTS(choices); i++)
        g_string_append_printf(out, "<option value=\"%s\">%s</option>", choices[i][0],
                               say(language, choices[i][1]));
    g_string_append_printf(
        out, "</select></label> <span id=\"shown\" role=\"status\" data-of=\"%s\"></span></p>\n",
        say(language, "đơn vị"));
}

void page_matrix_head(GString *out, const Survey *survey)
{
    RasoatLanguage language = survey->district->language;
    const char *const heads[] = {say(language, "Đơn vị"), say(language, "Loại"), say(language, "Kết luận"),
                                 say(language, "Trái quy định"), say(language, "Thiếu, chưa đủ")};
    page_section(out, "matrix", say(language, "Từng đơn vị, từng phần nội dung"), survey->unit_count);
    append_legend(out, survey->district->waivers != NULL, language);
    append_filter(out, language);
    g_string_append_printf(out,
                           "<div class=\"wide\" role=\"region\" aria-labelledby=\"matrix-h\" tabindex=\"0\">"
                           "<table id=\"units\" class=\"matrix\"><caption>%s</caption><thead><tr>",
                           say(language, "Mở tên đơn vị để xem phiếu rà soát của đơn vị đó."));
    for (guint i = 0; i < G_N_ELEMENTS(heads); i++) {
        g_string_append_printf(out, "<th scope=\"col\"%s>", i >= 3 ? " class=\"turned\"" : "");
        html_element(out, "span", NULL, heads[i]);
        g_string_append(out, "</th>");
    }
    for (guint g = 0; g < DISTRICT_GROUPS; g++) {
        g_string_append(out, "<th scope=\"col\" class=\"turned\">");
        html_element(out, "span", NULL, say(language, district_groups[g].title));
        g_string_append(out, "</th>");
    }
    g_string_append(out, "</tr></thead><tbody>\n");
}
