/* Figures of a district from its units, and the rows that are put aside. */
#include <stdlib.h>
#include <string.h>

#include "district/page.h"
#include "report/gap_lists.h"
#include "report/html.h"
#include "report/html_unit.h"
#include "report/sentences.h"
#include "report/words.h"

const char *const district_kinds[DISTRICT_KINDS] = {"agency", "school", "commune", "enterprise", NULL};

static guint kind_place(const char *kind)
{
    guint place = 0;
    while (district_kinds[place] && g_strcmp0(kind, district_kinds[place]) != 0)
        place++;
    return place;
}

void page_link(GString *out, const char *stem, const char *name)
{
    g_string_append_printf(out, "<a href=\"" DISTRICT_UNIT_PAGES "/%s.html\">", stem);
    html_text(out, name);
    g_string_append(out, "</a>");
}

void page_flush(GString *text, FILE *out)
{
    fwrite(text->str, 1, text->len, out);
    g_string_truncate(text, 0);
}

/* --- the matrix ----------------------------------------------------------------------------------------- */

/* Beyond so many a group lacks no more to be sorted by. */
enum { LACKING_SORTED = 999 };

/* data-v is what the column is sorted by: the worst last, and of those alike what lacks most. */
static void append_state(GString *out, const DistrictUnit *unit, GroupState state, RasoatLanguage language)
{
    g_autofree char *word = group_state_say(state, language);
    if (state.mark == GROUP_NOT_APPLICABLE) {
        g_string_append_printf(out,
                               "<td class=\"cell\" data-v=\"-1\"><span aria-hidden=\"true\">·</span>"
                               "<span class=\"heard\">%s</span></td>",
                               unit->judged ? say(language, "không đặt ra")
                                            : say(language, "chưa có quy chế"));
        return;
    }
    g_string_append_printf(out, "<td class=\"cell fill-%s\" data-v=\"%u\"><span aria-hidden=\"true\">%s",
                           group_mark_class(state.mark),
                           state.mark * (LACKING_SORTED + 1) + MIN(state.lacking, LACKING_SORTED),
                           group_mark_symbol(state.mark));
    if (group_mark_counts(state.mark))
        g_string_append_printf(out, "%u", state.lacking);
    g_string_append_printf(out, "</span><span class=\"heard\">%s</span></td>", word);
}

static void append_verdict_badge(GString *out, const DistrictUnit *unit, RasoatLanguage language)
{
    static const char *const classes[] = {"met", "missing", "conflict", "review"};
    static const char *const symbols[] = {"✓", "✗", "!", "?"};
    if (district_complete_by_acceptance(unit))
        html_badge(out, group_mark_class(GROUP_WAIVED), group_mark_symbol(GROUP_WAIVED),
                   sentence_verdict_accepted(language));
    else if (unit->judged)
        html_badge(out, classes[unit->judged->verdict], symbols[unit->judged->verdict],
                   words_verdict(unit->judged->verdict, language));
    else
        html_badge(out, district_submission_class(unit), district_submission_symbol(unit),
                   district_submission(unit, language));
}

static void append_verdict(GString *out, const DistrictUnit *unit, RasoatLanguage language)
{
    g_string_append(out, "<td>");
    append_verdict_badge(out, unit, language);
    g_string_append(out, "</td>");
}

/* On a phone the columns of kind and verdict leave no room for others: there they stand below the name. */
static void append_brief(GString *out, const DistrictUnit *unit, const char *kind, RasoatLanguage language)
{
    g_string_append(out, "<span class=\"brief\">");
    append_verdict_badge(out, unit, language);
    g_string_append(out, "<br>");
    html_text(out, kind);
    g_string_append(out, "</span>");
}

static void append_count(GString *out, const DistrictUnit *unit, guint count)
{
    if (unit->judged)
        g_string_append_printf(out, "<td class=\"number\" data-v=\"%u\">%u</td>", count, count);
    else
        g_string_append(out, "<td class=\"number\" data-v=\"-1\">–</td>");
}

/* What a person has to look at, below the name. */
static void append_remark(GString *out, const char *remark)
{
    g_string_append_printf(out, "<br><span class=\"few\">%s ", words_symbol(STATUS_REVIEW));
    html_text(out, remark);
    g_string_append(out, "</span>");
}

static void append_row(GString *out, const DistrictUnit *unit, RasoatLanguage language)
{
    GroupState states[DISTRICT_GROUPS] = {0};
    const char *kind = unit->kind ? words_profile(unit->kind, language) : "–";

    g_string_append_printf(out, "<tr data-state=\"%s\"><th scope=\"row\">",
                           unit->judged ? verdict_name(unit->judged->verdict) : unit_state_name(unit->state));
    if (unit->result)
        page_link(out, unit->page, unit->name);
    else
        html_text(out, unit->name);
    append_brief(out, unit, kind, language);
    if (unit->doubt && unit->unit->unit.key)
        append_remark(out, say(language, "văn bản nêu tên đơn vị khác"));
    if (unit->unread)
        append_remark(out, say(language, "còn tệp không đọc được"));
    if (unit->dated)
        append_remark(out, say(language, "đề ngày ban hành sau ngày đối chiếu"));
    g_string_append(out, "</th>");
    html_element(out, "td", NULL, kind);
    append_verdict(out, unit, language);
    append_count(out, unit, unit->gaps.conflict);
    append_count(out, unit, unit->gaps.missing + unit->gaps.partial);
    if (unit->judged)
        district_states(unit->judged, states);
    for (guint g = 0; g < DISTRICT_GROUPS; g++)
        append_state(out, unit, states[g], language);
    g_string_append(out, "</tr>\n");
}

/* --- figures -------------------------------------------------------------------------------------------- */

static void common_gap_free(gpointer data)
{
    CommonGap *gap = data;
    g_free(gap->rule);
    g_free(gap->title);
    g_free(gap->law);
    g_free(gap);
}

static CommonGap *common_gap(Survey *survey, const char *rule)
{
    if (!survey->gaps)
        survey->gaps = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, common_gap_free);
    CommonGap *common = g_hash_table_lookup(survey->gaps, rule);
    if (!common) {
        common = g_new0(CommonGap, 1);
        common->rule = g_strdup(rule);
        g_hash_table_insert(survey->gaps, common->rule, common);
    }
    return common;
}

static void count_gap(Survey *survey, const Gap *gap)
{
    const Finding *finding = gap->finding;
    CommonGap *common = common_gap(survey, finding->rule);
    if (!common->title) {
        common->title = g_strdup(sentence_title(finding, survey->district->language));
        common->law = sentence_bases(finding, NULL, survey->district->language);
        survey->gap_count++;
    }
    common->units++;
    common->missing += finding->status == STATUS_MISSING;
    common->partial += finding->status == STATUS_PARTIAL;
    common->conflict += finding->status == STATUS_CONFLICT;
}

/* A rule binds those regulations that were judged by it: not other kinds of unit, nor where its condition
 * does not hold. */
static void count_asked(Survey *survey, const Result *result)
{
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *finding = result->findings->pdata[i];
        if (tally_is_content(finding) && finding->status != STATUS_NOT_APPLICABLE)
            common_gap(survey, finding->rule)->asked++;
    }
}

static void count_kind(KindFigures *kind, const DistrictUnit *unit)
{
    kind->units++;
    kind->states[unit->state]++;
    kind->complete += unit->judged && unit->judged->verdict == VERDICT_COMPLETE;
    kind->accepted += district_complete_by_acceptance(unit);
}

static void count_judged(Survey *survey, const Result *result)
{
    g_autoptr(GArray) gaps = gap_list(result);
    survey->verdicts[result->verdict]++;
    count_asked(survey, result);
    for (guint i = 0; i < gaps->len; i++) {
        const Gap *gap = &g_array_index(gaps, Gap, i);
        if (!gap->finding->waiver && (gap->kind == GAP_CONFLICT || gap->kind == GAP_MANDATORY))
            count_gap(survey, gap);
    }
}

static void put_missing(Survey *survey, const DistrictUnit *unit)
{
    RasoatLanguage language = survey->district->language;
    g_autoptr(GString) row = g_string_new("<tr>");
    html_element(row, "th", "scope=\"row\"", unit->name);
    html_cell(row, "", say(language, "Loại"), unit->kind ? words_profile(unit->kind, language) : "–");
    html_begin_cell(row, "", say(language, "Tình trạng"));
    html_badge(row, district_submission_class(unit), district_submission_symbol(unit),
               district_submission(unit, language));
    if (unit->state == UNIT_DOUBTED)
        g_string_append_printf(row, " (<a href=\"#doubts\">%s</a>)", say(language, "danh sách"));
    g_string_append(row, "</td></tr>\n");
    page_flush(row, survey->missing);
    survey->missing_count++;
}

static void put_doubt(Survey *survey, const DistrictUnit *unit)
{
    RasoatLanguage language = survey->district->language;
    g_autoptr(GString) row = g_string_new("<tr><th scope=\"row\">");
    page_link(row, unit->page, unit->file);
    g_string_append(row, "</th>");
    html_cell(row, "", say(language, "Đơn vị ghi trong văn bản"),
              unit->result->unit ? unit->result->unit : "–");
    html_begin_cell(row, "", say(language, "Có thể là"));
    html_lines(row, unit->doubt ? unit->doubt : "–");
    g_string_append(row, "</td>");
    html_cell(row, "", say(language, "Vì sao, cần làm gì"), unit->why);
    g_string_append(row, "</tr>\n");
    page_flush(row, survey->doubts);
    survey->doubt_count++;
}

/* What the roster gives to a unit though the text names another. */
static void put_other(Survey *survey, const DistrictUnit *unit)
{
    RasoatLanguage language = survey->district->language;
    g_autoptr(GString) row = g_string_new("<tr><th scope=\"row\">");
    page_link(row, unit->page, unit->file);
    g_string_append(row, "</th>");
    html_cell(row, "", say(language, "Đơn vị theo danh sách"), unit->name);
    html_cell(row, "", say(language, "Đơn vị ghi trong văn bản"), unit->doubt);
    html_cell(row, "", say(language, "Vì sao, cần làm gì"), unit->why);
    g_string_append(row, "</tr>\n");
    page_flush(row, survey->others);
    survey->other_count++;
}

gboolean survey_unit(const DistrictUnit *unit, gpointer data, GError **error)
{
    Survey *survey = data;
    RasoatLanguage language = survey->district->language;
    g_autoptr(GString) row = g_string_new(NULL);

    append_row(row, unit, language);
    page_flush(row, survey->rows);
    survey->unit_count++;
    if (unit->unit->unit.key || !survey->district->figures.roster) { /* figures are not of strangers */
        count_kind(&survey->kinds[kind_place(unit->kind)], unit);
        count_kind(&survey->all, unit);
        if (unit->judged)
            count_judged(survey, unit->judged);
    }
    if (unit->state != UNIT_SUBMITTED)
        put_missing(survey, unit);
    if (!unit->unit->unit.key)
        put_doubt(survey, unit);
    else if (unit->doubt)
        put_other(survey, unit);
    if (!unit->result)
        return TRUE;
    g_autofree char *html = html_unit_page(unit->result, language);
    g_autofree char *name = g_strdup_printf("%s.html", unit->page);
    return survey->sink(name, html, survey->data, error);
}

static gint by_units(gconstpointer a, gconstpointer b)
{
    const CommonGap *one = *(CommonGap *const *)a, *other = *(CommonGap *const *)b;
    if (one->units != other->units)
        return one->units > other->units ? -1 : 1;
    return strcmp(one->rule, other->rule);
}

GPtrArray *survey_gaps(const Survey *survey)
{
    GPtrArray *gaps = g_ptr_array_new();
    GHashTableIter iter;
    gpointer gap;
    if (survey->gaps) {
        g_hash_table_iter_init(&iter, survey->gaps);
        while (g_hash_table_iter_next(&iter, NULL, &gap))
            if (((const CommonGap *)gap)->units)
                g_ptr_array_add(gaps, gap);
    }
    g_ptr_array_sort(gaps, by_units);
    return gaps;
}
