/* The sections of a district's page that list rows from the store: the trend between rounds, copies, and
 * files that were not checked. */
#include "batch/apart.h"
#include "batch/compare.h"
#include "batch/families.h"
#include "district/names.h"
#include "district/page.h"
#include "district/trend.h"
#include "report/display.h"
#include "report/html.h"
#include "report/words.h"

/* numbers: the columns of numbers, a bit each. */
static void append_head(GString *out, const char *const *heads, guint count, guint numbers)
{
    g_string_append(out, "<div class=\"wide\"><table class=\"stack\"><thead><tr>");
    for (guint i = 0; i < count; i++)
        html_element(out, "th", numbers >> i & 1 ? "scope=\"col\" class=\"number\"" : "scope=\"col\"",
                     heads[i]);
    g_string_append(out, "</tr></thead><tbody>\n");
}

/* --- trend ---------------------------------------------------------------------------------------------- */

typedef struct {
    FILE *rows;
    ChangeCounts totals;
    guint units;
    gboolean waivers;
    RasoatLanguage language;
} Trend;

/* Heads of the columns behind the name: changes in their order, and what is accepted. */
static const char *trend_head(guint column, RasoatLanguage language)
{
    static const char *const heads[CHANGES + 1] = {N_("Mới phát sinh"), N_("Đã sửa"), N_("Còn nguyên"),
                                                   N_("Nặng hơn"), N_("Đã chấp nhận")};
    return say(language, heads[column]);
}

static void put_trend_unit(const TrendUnit *unit, gpointer data)
{
    Trend *trend = data;
    g_autoptr(GString) row = g_string_new("<tr><th scope=\"row\">");
    g_autofree char *stem = district_file_stem(unit->name, unit->key);
    page_link(row, stem, unit->name);
    g_string_append(row, "</th>");
    for (guint c = 0; c < CHANGES; c++) {
        html_number_cell(row, trend_head(c, trend->language), unit->changes.counts[c]);
        trend->totals.counts[c] += unit->changes.counts[c];
    }
    if (trend->waivers)
        html_number_cell(row, trend_head(CHANGES, trend->language), unit->changes.accepted);
    g_string_append(row, "</tr>\n");
    page_flush(row, trend->rows);
    trend->totals.accepted += unit->changes.accepted;
    trend->units++;
}

/* What is accepted has a column where there are waivers. */
static void append_trend(GString *out, const Trend *trend)
{
    RasoatLanguage language = trend->language;
    const guint *counts = trend->totals.counts;
    HtmlShare shares[] = {
        {counts[CHANGE_FIXED], "met", "✓", say(language, "đã sửa")},
        {trend->totals.accepted, "none", group_mark_symbol(GROUP_WAIVED),
         group_mark_word(GROUP_WAIVED, language)},
        {counts[CHANGE_OPEN], "partial", "~", say(language, "còn nguyên")},
        {counts[CHANGE_NEW], "missing", "✗", say(language, "mới phát sinh")},
        {counts[CHANGE_WORSE], "conflict", "!", say(language, "nặng hơn")},
    };
    const char *heads[CHANGES + 2] = {say(language, "Đơn vị")};
    for (guint c = 0; c <= CHANGES; c++)
        heads[1 + c] = trend_head(c, language);
    html_bar(out, say(language, "Thiếu sót so với lần trước"), shares, G_N_ELEMENTS(shares));
    if (trend->waivers)
        html_element(out, "p", "class=\"few\"",
                     say(language,
                         "Thiếu sót mà lần này đã được chấp nhận đếm riêng, không tính vào mới phát "
                         "sinh, còn nguyên hay nặng hơn."));
    append_head(out, heads, CHANGES + 1 + trend->waivers, ~1U);
}

/* What beside the texts is other than then: a change may come from that. */
static gboolean append_apart(GString *out, const District *district, GError **error)
{
    g_auto(Round) before = {0};
    if (!store_round(district->store, district->before, &before, error))
        return FALSE;
    for (guint i = 0; i < APARTS; i++) {
        g_autofree char *difference =
            rounds_apart_say(&before, &district->round, (Apart)i, district->language);
        if (!difference)
            continue;
        g_autofree char *note = g_strdup_printf("%s %s.", say(district->language, "Lưu ý:"), difference);
        html_element(out, "p", "class=\"review\"", note);
    }
    return TRUE;
}

typedef struct {
    GString *names;
    guint count;
} Listed;

static void add_listed(const char *name, gpointer data)
{
    Listed *listed = data;
    html_element(listed->names, "li", NULL, name);
    listed->count++;
}

/* Units that have a regulation in one of both rounds alone. Without a roster nobody else would miss those
 * that are gone. */
static void append_listed(GString *out, const Listed *listed, const char *state, const char *symbol,
                          const char *sentence)
{
    if (listed->count > 0)
        g_string_append_printf(out,
                               "<p class=\"%s\"><span aria-hidden=\"true\">%s</span> %s</p><ul>%s</ul>\n",
                               state, symbol, sentence, listed->names->str);
}

gboolean page_trend(Survey *survey, GError **error)
{
    FILE *out = survey->trend;
    const District *district = survey->district;
    g_autoptr(GString) text = g_string_new(NULL);
    Trend trend = {.rows = district->before ? tmpfile() : NULL,
                   .waivers = district->waivers != NULL,
                   .language = district->language};
    if (!trend.rows)
        return TRUE;
    g_autoptr(GString) fresh_names = g_string_new(NULL), gone_names = g_string_new(NULL);
    Listed fresh = {fresh_names, 0}, gone = {gone_names, 0};
    const gint64 before = district->before, now = district->round.id;
    gboolean good = district_each_trend(district, put_trend_unit, &trend, error) &&
                    compare_new(district->store, before, now, add_listed, &fresh, error) &&
                    compare_vanished(district->store, before, now, add_listed, &gone, error);
    survey->trend_units = trend.units + fresh.count + gone.count;
    if (good && survey->trend_units) {
        page_section(text, "trend", say(district->language, "Thay đổi so với lần rà soát trước"), NULL);
        good = append_apart(text, district, error);
        g_autofree char *added = g_strdup_printf(
            say(district->language, "%u đơn vị lần trước chưa có quy chế để rà soát, lần này đã nộp:"),
            fresh.count);
        g_autofree char *missed =
            g_strdup_printf(say(district->language,
                                "%u đơn vị lần trước đã nộp quy chế, lần này không có quy chế để rà soát:"),
                            gone.count);
        append_listed(text, &fresh, "met", "✓", added);
        append_listed(text, &gone, "missing", "✗", missed);
        if (trend.units)
            append_trend(text, &trend);
        page_flush(text, out);
        good = good && page_copy(trend.rows, out, error);
        fputs(trend.units ? "</tbody></table></div></section>\n" : "</section>\n", out);
    }
    fclose(trend.rows);
    return good;
}

/* --- copies --------------------------------------------------------------------------------------------- */

/* Beyond so many copies the rest of a family is folded away. */
enum { COPIES_SHOWN = 12 };

typedef struct {
    GString *out;
    RasoatLanguage language;
    GString *left; /* what is left of other names in the family so far */
    char *head;    /* display name */
    guint copies;  /* of the family so far */
} Families;

static void add_left(Families *families, const FamilyCopy *copy, const char *name)
{
    if (!copy->left)
        return;
    g_string_append(families->left, "<p class=\"missing\"><span aria-hidden=\"true\">!</span> ");
    html_text(families->left, name);
    g_string_append_printf(families->left, ": %s “", say(families->language, "còn để tên"));
    html_text(families->left, copy->left);
    g_string_append(families->left, "”</p>");
}

static void end_family(Families *families)
{
    if (families->copies == 0)
        return;
    g_string_append(families->out, families->copies > COPIES_SHOWN ? "</ul></details></td>" : "</ul></td>");
    html_begin_cell(families->out, "", say(families->language, "Tên đơn vị khác để sót"));
    g_string_append(families->out, families->left->len ? families->left->str : "–");
    g_string_append(families->out, "</td></tr>\n");
    g_string_truncate(families->left, 0);
    g_clear_pointer(&families->head, g_free);
    families->copies = 0;
}

static void begin_family(Families *families, const FamilyCopy *copy, char *name)
{
    end_family(families);
    families->head = name;
    g_string_append(families->out, "<tr>");
    html_number_cell(families->out, say(families->language, "Số văn bản"), copy->size);
    html_element(families->out, "th", "scope=\"row\"", name);
    html_begin_cell(families->out, "", say(families->language, "Các bản giống và mức giống"));
    g_string_append(families->out, "<ul class=\"plain\">");
}

static void append_copy(Families *families, const FamilyCopy *copy, const char *name)
{
    RasoatLanguage language = families->language;
    g_autofree char *beside = copy->beside ? display_path(copy->beside) : NULL;
    if (++families->copies == COPIES_SHOWN + 1)
        g_string_append_printf(families->out, "</ul><details><summary>%s %u</summary><ul class=\"plain\">",
                               say(language, "và văn bản khác:"), copy->size - 1 - COPIES_SHOWN);
    g_string_append(families->out, "<li>");
    html_text(families->out, name);
    g_string_append_printf(families->out, say(language, " – %u %%"), tally_percent(copy->share, 1));
    if (beside && g_strcmp0(beside, families->head) != 0) {
        g_string_append_printf(families->out, " (%s ", say(language, "so với"));
        html_text(families->out, beside);
        g_string_append(families->out, ")");
    }
    g_string_append(families->out, "</li>");
}

static void append_member(Families *families, const FamilyCopy *copy)
{
    char *name = display_path(copy->path);
    if (copy->head)
        begin_family(families, copy, name);
    else
        append_copy(families, copy, name);
    add_left(families, copy, name);
    if (!copy->head)
        g_free(name);
}

static gboolean put_families(FILE *out, const District *district, GError **error)
{
    GError *cause = NULL;
    g_auto(FamilyCopy) copy = {0};
    g_autoptr(GString) text = g_string_new(NULL), left = g_string_new(NULL);
    g_autoptr(StoreCursor) cursor = family_copies(district->store, error);
    Families families = {.out = text, .language = district->language, .left = left};
    if (!cursor)
        return FALSE;
    while (family_next_copy(cursor, &copy, &cause)) {
        append_member(&families, &copy);
        page_flush(text, out);
    }
    end_family(&families);
    page_flush(text, out);
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

gboolean page_pairs(FILE *out, const Survey *survey, GError **error)
{
    const District *district = survey->district;
    RasoatLanguage language = district->language;
    const char *const heads[] = {say(language, "Số văn bản"), say(language, "Ban hành sớm nhất"),
                                 say(language, "Các bản giống và mức giống"),
                                 say(language, "Tên đơn vị khác để sót")};
    guint families, texts;
    g_autoptr(GString) text = g_string_new(NULL);
    if (district->figures.pairs == 0)
        return TRUE;
    if (!families_find(district->store, district->round.id, &families, &texts, error))
        return FALSE;
    g_autofree char *of = g_strdup_printf(say(language, "%u văn bản"), texts);
    page_section(text, "pairs", say(language, "Quy chế chép của nhau"), of);
    html_element(
        text, "p", "class=\"few\"",
        say(language,
            "Mỗi hàng là một nhóm văn bản chép của nhau. Mức giống là phần chung của lời văn, sau khi bỏ "
            "tên riêng và số. Chép không phải là sai; tên đơn vị khác để sót thì phải sửa."));
    append_head(text, heads, G_N_ELEMENTS(heads), 1);
    page_flush(text, out);
    if (!put_families(out, district, error))
        return FALSE;
    fputs("</tbody></table></div></section>\n", out);
    return TRUE;
}

/* --- files ---------------------------------------------------------------------------------------------- */

typedef struct {
    FILE *out;
    RasoatLanguage language;
    guint shown;
} Files;

static void begin_files(Files *files)
{
    RasoatLanguage language = files->language;
    const char *const heads[] = {say(language, "Tệp"), say(language, "Lý do"), say(language, "Cần làm")};
    g_autoptr(GString) text = g_string_new(NULL);
    page_section(text, "files", say(language, "Tệp không được rà soát"), NULL);
    append_head(text, heads, G_N_ELEMENTS(heads), 0);
    page_flush(text, files->out);
}

static gboolean put_file(const DistrictFile *file, gpointer data, GError **error)
{
    Files *files = data;
    g_autoptr(GString) text = g_string_new("<tr>");
    const char *advice = district_file_advice(file, files->language);
    (void)error;
    if (files->shown++ == 0)
        begin_files(files);
    html_element(text, "th", "scope=\"row\"", file->name);
    html_begin_cell(text, "", say(files->language, "Lý do"));
    html_text(text, district_file_reason(file, files->language));
    if (file->other) {
        g_string_append(text, ": ");
        html_text(text, file->other);
    }
    if (file->whose)
        html_element(text, "p", NULL, file->whose);
    g_string_append(text, "</td>");
    html_cell(text, "", say(files->language, "Cần làm"), advice ? advice : "–");
    g_string_append(text, "</tr>\n");
    page_flush(text, files->out);
    return TRUE;
}

gboolean page_files(Survey *survey, GError **error)
{
    Files files = {.out = survey->files, .language = survey->district->language};
    gboolean good = district_each_file(survey->district, put_file, &files, error);
    survey->file_count = files.shown;
    if (files.shown)
        fputs("</tbody></table></div></section>\n", survey->files);
    return good;
}
