/* The section of a district's page on what was accepted: first what does nothing, then what does. */
#include "base/translate.h"
#include "district/page.h"
#include "district/waivers.h"
#include "report/html.h"

static void append_head(GString *out, RasoatLanguage language)
{
    const char *const heads[] = {say(language, "Nội dung, mã quy tắc"), say(language, "Đơn vị, tệp"),
                                 say(language, "Lý do, người duyệt, căn cứ"),
                                 say(language, NC_("waivers", "Hết hạn")), say(language, "Tác dụng")};
    g_string_append(out, "<div class=\"wide\"><table class=\"waivers stack\"><thead><tr>");
    for (guint i = 0; i < G_N_ELEMENTS(heads); i++)
        html_element(out, "th", "scope=\"col\"", heads[i]);
    g_string_append(out, "</tr></thead><tbody>\n");
}

static void append_terms(GString *out, const Waiver *waiver, RasoatLanguage language)
{
    html_begin_cell(out, "", say(language, NC_("waivers", "Lý do")));
    html_text(out, waiver->reason);
    g_string_append(out, "<br><span class=\"few\">");
    html_text(out, say(language, "người duyệt"));
    g_string_append(out, ": ");
    html_text(out, waiver->approver);
    g_string_append(out, "; ");
    html_text(out, say(language, "căn cứ"));
    g_string_append(out, ": ");
    html_text(out, waiver->basis);
    g_string_append(out, "</span></td>");
}

static void append_row(GString *out, const District *district, guint i)
{
    RasoatLanguage language = district->language;
    const WaiverRow *row = waivers_row(district->waivers, i);
    const WaiverUse *use = &district->uses[i];
    WaiverState state = waiver_state(row, use, district->round.as_of);
    g_autofree char *scope = district_waiver_scope(row, language);
    g_autofree char *date = say_date(language, row->waiver.expires);
    g_autofree char *effect = district_waiver_effect(row, use, district->round.as_of, language);

    g_string_append(out, "<tr><th scope=\"row\">");
    html_text(out, bilingual(&row->title, language));
    g_string_append_printf(out, "<br><span class=\"few\">%s · %s %u</span></th>", row->rule,
                           say(language, "dòng"), row->line);
    html_cell(out, "", say(language, "Đơn vị, tệp"), scope);
    append_terms(out, &row->waiver, language);
    html_cell(out, "class=\"date\" ", say(language, NC_("waivers", "Hết hạn")), date);
    g_string_append(out, "<td>");
    html_badge(out, district_waiver_class(state), district_waiver_symbol(state), effect);
    g_string_append(out, "</td></tr>\n");
}

/* Rows that are used, or those that are not. */
static void append_rows(GString *out, FILE *file, const District *district, gboolean used)
{
    for (guint i = 0; i < waivers_count(district->waivers); i++) {
        WaiverState state =
            waiver_state(waivers_row(district->waivers, i), &district->uses[i], district->round.as_of);
        if ((state == WAIVER_USED) != used)
            continue;
        append_row(out, district, i);
        page_flush(out, file);
    }
}

void page_waivers(FILE *out, const Survey *survey)
{
    const District *district = survey->district;
    RasoatLanguage language = district->language;
    g_autoptr(GString) text = g_string_new(NULL);
    if (!district->waivers)
        return;
    g_autofree char *of = g_strdup_printf(say(language, "%u dòng"), waivers_count(district->waivers));
    page_section(text, "waivers", say(language, "Thiếu sót được chấp nhận"), of);
    html_element(text, "p", "class=\"few\"",
                 say(language,
                     "Mỗi hàng là một dòng của danh sách chấp nhận. Những dòng hết hạn hoặc không có "
                     "tác dụng đứng trước: cần gia hạn, sửa hoặc bỏ."));
    append_head(text, language);
    append_rows(text, out, district, FALSE);
    append_rows(text, out, district, TRUE);
    page_flush(text, out);
    fputs("</tbody></table></div></section>\n", out);
}
