/* The sections of a district's page that hold figures: who has submitted, verdicts, progress against the
 * targets, the commonest gaps, and the head of the matrix. */
#include "district/page.h"
#include "report/html.h"
#include "report/sentences.h"
#include "report/words.h"

enum { GAPS_SHOWN = 15 };

void page_section(GString *out, const char *id, const char *heading, const char *of)
{
    g_string_append_printf(out, "<section id=\"%s\" aria-labelledby=\"%s-h\"><h2 id=\"%s-h\">", id, id, id);
    html_text(out, heading);
    if (of)
        g_string_append_printf(out, " (%s)", of);
    g_string_append(out, "</h2>\n");
}

static void append_submission(GString *out, const Survey *survey)
{
    static const UnitState order[] = {UNIT_SUBMITTED, UNIT_DOUBTED, UNIT_OTHER, UNIT_UNREADABLE,
                                      UNIT_MISSING};
    RasoatLanguage language = survey->district->language;
    HtmlShare shares[G_N_ELEMENTS(order)];
    for (guint i = 0; i < G_N_ELEMENTS(order); i++)
        shares[i] =
            (HtmlShare){(guint)survey->district->figures.units[order[i]], district_state_class(order[i]),
                        district_state_symbol(order[i]), district_state_word(order[i], language)};
    html_bar(out,
             survey->district->figures.roster ? say(language, "Đơn vị phải nộp")
                                              : say(language, NC_("plural", "Đơn vị")),
             shares, G_N_ELEMENTS(shares));
}

static void append_verdicts(GString *out, const Survey *survey)
{
    RasoatLanguage language = survey->district->language;
    const guint *verdicts = survey->verdicts;
    HtmlShare shares[] = {
        {verdicts[VERDICT_COMPLETE] - survey->all.accepted, "met", "✓",
         words_verdict(VERDICT_COMPLETE, language)},
        {survey->all.accepted, group_mark_class(GROUP_WAIVED), group_mark_symbol(GROUP_WAIVED),
         sentence_verdict_accepted(language)},
        {verdicts[VERDICT_REVIEW], "review", "?", words_verdict(VERDICT_REVIEW, language)},
        {verdicts[VERDICT_INCOMPLETE], "missing", "✗", words_verdict(VERDICT_INCOMPLETE, language)},
        {verdicts[VERDICT_CONFLICTING], "conflict", "!", words_verdict(VERDICT_CONFLICTING, language)}};
    html_bar(out,
             survey->district->figures.roster ? say(language, "Quy chế của đơn vị đã nộp")
                                              : say(language, "Quy chế đã rà soát"),
             shares, G_N_ELEMENTS(shares));
}

/* How much of a share that ends with it rests on what was accepted. */
static void append_accepted(GString *out, const KindFigures *kind, RasoatLanguage language)
{
    if (!kind->accepted)
        return;
    g_string_append(out, "<br><span class=\"few\">");
    g_string_append_printf(out, say(language, "trong đó %u đủ kể cả thiếu sót được chấp nhận có thời hạn"),
                           kind->accepted);
    g_string_append(out, "</span>");
}

/* Who may have submitted all the same. among: what stands before counts them with those that have not. */
static void append_doubted(GString *out, const KindFigures *kind, gboolean among, RasoatLanguage language)
{
    if (!kind->states[UNIT_DOUBTED])
        return;
    g_string_append(out, "<br><span class=\"few\">");
    g_string_append_printf(
        out,
        among ? say(language, "trong đó %u đơn vị có tệp chưa rõ của ai, cần xem mới biết đã nộp hay chưa")
              : say(language, "chưa kể %u đơn vị có tệp chưa rõ của ai, cần xem mới biết đã nộp hay chưa"),
        kind->states[UNIT_DOUBTED]);
    g_string_append(out, "</span>");
}

/* All shares are of the units of the roster, or, where nobody said which units there are, of regulations. */
static void append_shares(GString *out, const Survey *survey)
{
    RasoatLanguage language = survey->district->language;
    const KindFigures *all = &survey->all;
    const guint complete = tally_percent(all->complete, all->units);
    if (survey->district->figures.roster) {
        g_string_append(out, "<p>");
        g_string_append_printf(out, say(language, "%u trên %u đơn vị phải nộp đã nộp quy chế (%u %%)."),
                               all->states[UNIT_SUBMITTED], all->units,
                               tally_percent(all->states[UNIT_SUBMITTED], all->units));
        append_doubted(out, all, FALSE, language);
        g_string_append(out, "</p>\n<p>");
        g_string_append_printf(out, say(language, "%u trên %u đơn vị phải nộp có quy chế đầy đủ (%u %%)."),
                               all->complete, all->units, complete);
        append_accepted(out, all, language);
        g_string_append(out, "</p>\n");
    }
    if (!survey->doubt_count)
        return;
    g_string_append(out, "<p>");
    g_string_append_printf(out,
                           survey->district->figures.roster
                               ? say(language, "Không tính vào các số liệu trên: %u quy chế chưa rõ của đơn "
                                               "vị nào")
                               : say(language, "Trong đó %u quy chế chưa rõ của đơn vị nào"),
                           survey->doubt_count);
    g_string_append_printf(out, " (<a href=\"#doubts\">%s</a>).</p>\n", say(language, "danh sách"));
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
    page_section(out, "figures", say(language, "Tình hình chung"), NULL);
    append_submission(out, survey);
    append_verdicts(out, survey);
    append_shares(out, survey);
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

typedef enum { TARGET_ISSUED, TARGET_COMPLETE } Target;

static const char *target_head(Target target, RasoatLanguage language)
{
    static const char *const heads[] = {
        /* xgettext:no-c-format */ N_("100 % đơn vị ban hành quy chế"),
        /* xgettext:no-c-format */ N_("100 % đơn vị có quy chế đầy đủ nội dung bắt buộc")};
    return say(language, heads[target]);
}

/* part of whole units, or regulations, as a bar and in words, in a cell that is open. */
static void append_share(GString *out, const Survey *survey, guint part, guint whole)
{
    RasoatLanguage language = survey->district->language;
    gboolean roster = survey->district->figures.roster, done = whole && part == whole;
    guint percent = tally_percent(part, whole);
    g_string_append_printf(out,
                           "<svg class=\"meter\" width=\"100%%\" height=\"12\" aria-hidden=\"true\" "
                           "focusable=\"false\"><rect class=\"fill none\" width=\"100%%\" height=\"12\"/>"
                           "<rect class=\"meter-%s\" width=\"%u%%\" height=\"12\"/></svg><span class=\"%s\">",
                           done ? "done" : "open", percent, done ? "met" : "missing");
    g_string_append_printf(out,
                           roster ? say(language, "%u trên %u đơn vị (%u %%)")
                                  : say(language, "%u trên %u quy chế (%u %%)"),
                           part, whole, percent);
    g_string_append_printf(out, " – <span aria-hidden=\"true\">%s</span> ", done ? "✓" : "✗");
    if (done)
        html_text(out, say(language, "đạt chỉ tiêu"));
    else
        g_string_append_printf(out, roster ? say(language, "còn %u đơn vị") : say(language, "còn %u quy chế"),
                               whole - part);
    g_string_append(out, "</span>");
}

static void append_target(GString *out, const Survey *survey, const char *name, const KindFigures *kind)
{
    RasoatLanguage language = survey->district->language;
    gboolean roster = survey->district->figures.roster;
    guint submitted = kind->states[UNIT_SUBMITTED];
    g_string_append(out, "<tr>");
    html_element(out, "th", "scope=\"row\"", say(language, name));
    html_begin_cell(out, "", target_head(TARGET_ISSUED, language));
    if (roster)
        append_share(out, survey, submitted, kind->units);
    else
        g_string_append_printf(out, "%u, %s", submitted, say(language, "chưa biết trên tổng số bao nhiêu"));
    append_doubted(out, kind, TRUE, language);
    g_string_append(out, "</td>");
    html_begin_cell(out, "", target_head(TARGET_COMPLETE, language));
    append_share(out, survey, kind->complete, roster ? kind->units : submitted);
    append_accepted(out, kind, language);
    g_string_append(out, "</td></tr>\n");
}

void page_targets(GString *out, const Survey *survey)
{
    static const char *const names[DISTRICT_KINDS] = {
        N_("Cơ quan, đơn vị"), N_("Trường học"),          N_("Xã, phường, thị trấn"),
        N_("Doanh nghiệp"),    N_("Chưa rõ loại đơn vị"),
    };
    RasoatLanguage language = survey->district->language;
    guint kinds = 0;
    if (survey->all.units == 0)
        return;
    page_section(out, "targets", say(language, "Tiến độ so với chỉ tiêu"), NULL);
    g_string_append_printf(
        out,
        "<table class=\"targets stack\"><thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th>"
        "<th scope=\"col\">%s</th></tr></thead><tbody>\n",
        say(language, "Loại đơn vị"), target_head(TARGET_ISSUED, language),
        target_head(TARGET_COMPLETE, language));
    for (guint k = 0; k < DISTRICT_KINDS; k++)
        if (survey->kinds[k].units) {
            append_target(out, survey, names[k], &survey->kinds[k]);
            kinds++;
        }
    if (kinds > 1)
        append_target(out, survey, N_("Tất cả"), &survey->all);
    g_string_append(out, "</tbody></table>");
    html_element(out, "p", "class=\"few\"",
                 survey->district->figures.roster
                     ? say(language, "Tỷ lệ tính trên số đơn vị phải nộp của từng loại theo danh sách.")
                     : say(language, "Tỷ lệ tính trên số quy chế đã rà soát của từng loại."));
    html_element(
        out, "p", "class=\"few\"",
        say(language,
            "Đầy đủ: kết luận của phần mềm là “đầy đủ”, không thiếu nội dung bắt buộc và không trái quy "
            "định; cần người xem lại trước khi báo cáo."));
    if (survey->all.accepted)
        html_element(out, "p", "class=\"few\"",
                     say(language,
                         "“Đầy đủ (có chấp nhận)”: còn thiếu sót, nhưng đã được chấp nhận có thời hạn; "
                         "hết thời hạn ấy thì không còn là đầy đủ."));
    g_string_append(out, "</section>\n");
}

/* --- gaps ----------------------------------------------------------------------------------------------- */

static const char *gaps_head(const Survey *survey)
{
    return survey->district->figures.roster ? say(survey->district->language, "Số đơn vị vướng")
                                            : say(survey->district->language, "Số quy chế vướng");
}

static void append_gap_row(GString *out, const CommonGap *gap, const Survey *survey)
{
    RasoatLanguage language = survey->district->language;
    guint percent = tally_percent(gap->units, gap->asked);
    g_string_append(out, "<tr><th scope=\"row\">");
    html_text(out, gap->title);
    g_string_append(out, "<br><span class=\"few\">");
    html_text(out, gap->law);
    g_string_append(out, "</span></th>");
    html_begin_cell(out, "", gaps_head(survey));
    g_string_append_printf(
        out,
        "<svg class=\"meter\" width=\"100%%\" height=\"12\" "
        "aria-hidden=\"true\" focusable=\"false\"><rect class=\"fill none\" width=\"100%%\" "
        "height=\"12\"/><rect class=\"meter-open\" width=\"%u%%\" height=\"12\"/></svg>",
        percent);
    g_string_append_printf(out,
                           survey->district->figures.roster
                               ? say(language, "%u trên %u đơn vị đã nộp mà quy định này áp dụng (%u %%)")
                               : say(language, "%u trên %u quy chế mà quy định này áp dụng (%u %%)"),
                           gap->units, gap->asked, percent);
    g_string_append(out, "<br><span class=\"few\">");
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
    page_section(out, "gaps", say(language, "Thiếu sót phổ biến nhất"), NULL);
    g_string_append_printf(
        out,
        "<table class=\"gaps stack\"><thead><tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th>"
        "</tr></thead><tbody>\n",
        say(language, "Nội dung, căn cứ"), gaps_head(survey));
    for (guint i = 0; i < MIN(gaps->len, GAPS_SHOWN); i++)
        append_gap_row(out, gaps->pdata[i], survey);
    g_string_append(out, "</tbody></table>");
    html_element(out, "p", "class=\"few\"",
                 say(language,
                     "Tỷ lệ tính trên số quy chế mà nội dung ấy được đặt ra: đúng loại đơn vị, đúng điều "
                     "kiện. Phần thiếu hẳn tính là một thiếu sót của đơn vị, không tính lại từng nội "
                     "dung trong phần."));
    g_string_append(out, "</section>\n");
}

/* --- the matrix ----------------------------------------------------------------------------------------- */

static void append_legend(GString *out, gboolean waived, RasoatLanguage language)
{
    static const GroupMark marks[] = {GROUP_MET,      GROUP_GAPS,   GROUP_PARTIAL,      GROUP_MISSING,
                                      GROUP_CONFLICT, GROUP_REVIEW, GROUP_ADVISED_MORE, GROUP_WAIVED};
    g_string_append_printf(out, "<p class=\"legend\">%s ", say(language, "Ký hiệu:"));
    for (guint i = 0; i < G_N_ELEMENTS(marks); i++) {
        if (marks[i] == GROUP_WAIVED && !waived)
            continue;
        g_string_append_printf(out, "<span class=\"share\"><span class=\"key fill-%s\">%s</span> %s</span>",
                               group_mark_class(marks[i]), group_mark_symbol(marks[i]),
                               group_mark_word(marks[i], language));
        if (marks[i] == GROUP_PARTIAL)
            g_string_append(out, say(language, " (số bên ◐ và ±: nội dung bắt buộc còn thiếu hoặc chưa đủ)"));
        if (marks[i] == GROUP_ADVISED_MORE)
            g_string_append(out, say(language, " hoặc nên có (khuyến nghị, không tính là thiếu)"));
        g_string_append(out, "&ensp; ");
    }
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
        {"in-doubt", N_("có tệp chưa rõ đơn vị, cần xem")},
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
        say(language, "dòng"));
}

void page_matrix_head(GString *out, const Survey *survey)
{
    RasoatLanguage language = survey->district->language;
    const char *const heads[] = {say(language, "Đơn vị"), say(language, "Loại"), say(language, "Kết luận"),
                                 say(language, "Trái quy định"), say(language, "Thiếu, chưa đủ")};
    g_autofree char *units =
        g_strdup_printf(say(language, "%u đơn vị"), survey->unit_count - survey->doubt_count);
    g_autofree char *strangers =
        g_strdup_printf(say(language, "%u quy chế chưa rõ đơn vị"), survey->doubt_count);
    g_autofree char *of = survey->doubt_count ? g_strconcat(units, ", ", strangers, NULL) : g_strdup(units);
    page_section(out, "matrix", say(language, "Từng đơn vị, từng phần nội dung"), of);
    if (survey->unit_count == 0) {
        html_element(out, "p", NULL,
                     say(language,
                         "Thư mục không có quy chế nào để rà soát; các tệp trong đó và lý do xem ở mục "
                         "“Tệp không rà soát”."));
        return;
    }
    append_legend(out, survey->district->waivers != NULL, language);
    append_filter(out, language);
    g_string_append_printf(
        out,
        "<div class=\"wide heat\" role=\"region\" aria-labelledby=\"matrix-h\" tabindex=\"0\">"
        "<table id=\"units\" class=\"matrix\"><caption><span>%s</span></caption><thead><tr>",
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
