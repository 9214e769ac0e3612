/* The section of a district's page on all rounds: a column a round, drawn as shares of the units that must
 * submit, and the same in a table. */
#include "base/translate.h"
#include "batch/apart.h"
#include "district/page.h"
#include "report/html.h"
#include "report/words.h"

/* Of the drawing: a round more is a column less wide, and its height in pixels. */
enum { HEIGHT = 180, FOOT = 22, LEAST_FOR_TEXT = 16 };

/* With more columns than these there is room for a number alone on a phone. */
enum { MOST_WITH_SYMBOLS = 6 };

typedef struct {
    guint count;
    const char *class, *symbol, *word;
} Part;

/* What a round's units come to, from the foot of a column to its top. */
enum { PARTS = 5 };

static void parts_of(const RoundProgress *round, RasoatLanguage language, Part parts[PARTS])
{
    const struct {
        Verdict verdict;
        const char *class, *symbol;
    } verdicts[] = {{VERDICT_COMPLETE, "met", "✓"},
                    {VERDICT_REVIEW, "review", "?"},
                    {VERDICT_INCOMPLETE, "missing", "✗"},
                    {VERDICT_CONFLICTING, "conflict", "!"}};
    for (guint i = 0; i < G_N_ELEMENTS(verdicts); i++)
        parts[i] = (Part){round->verdicts[verdicts[i].verdict], verdicts[i].class, verdicts[i].symbol,
                          words_verdict(verdicts[i].verdict, language)};
    parts[PARTS - 1] = (Part){round->units - round->submitted, "none", "–", say(language, "chưa có quy chế")};
}

static void append_percents(GString *out, const char *attribute, gdouble percents)
{
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    g_string_append_printf(out, " %s=\"%s%%\"", attribute,
                           g_ascii_formatd(number, sizeof number, "%.2f", percents));
}

/* A column of a width, all in percent of the drawing, whose middle is at a place. */
static void append_column(GString *out, const RoundProgress *round, gdouble middle, gdouble width,
                          gboolean symbols, RasoatLanguage language)
{
    Part parts[PARTS];
    guint before = 0;
    parts_of(round, language, parts);
    for (guint i = 0; i < PARTS && round->units; i++) {
        guint low = before * HEIGHT / round->units;
        before += parts[i].count;
        guint high = before * HEIGHT / round->units;
        if (high == low)
            continue;
        g_string_append_printf(out, "<rect class=\"fill %s edge\" y=\"%u\" height=\"%u\"", parts[i].class,
                               HEIGHT - high, high - low);
        append_percents(out, "x", middle - width / 2);
        append_percents(out, "width", width);
        g_string_append(out, "/>");
        if (high - low < LEAST_FOR_TEXT)
            continue;
        g_string_append_printf(out, "<text class=\"on-%s\" y=\"%u\" text-anchor=\"middle\"", parts[i].class,
                               HEIGHT - (high + low) / 2 + 5);
        append_percents(out, "x", middle);
        g_string_append_printf(out, ">%s%s%u</text>", symbols ? parts[i].symbol : "", symbols ? " " : "",
                               parts[i].count);
    }
    g_string_append_printf(out, "<text y=\"%u\" text-anchor=\"middle\"", HEIGHT + FOOT - 5);
    append_percents(out, "x", middle);
    g_string_append_printf(out, ">%" G_GINT64_FORMAT "</text>\n", round->round.id);
}

static void append_drawing(GString *out, const Survey *survey)
{
    RasoatLanguage language = survey->district->language;
    const GArray *rounds = survey->rounds;
    gdouble room = 100.0 / rounds->len;
    Part parts[PARTS];
    g_string_append_printf(out,
                           "<figure class=\"rounds\"><svg width=\"100%%\" height=\"%d\" aria-hidden=\"true\" "
                           "focusable=\"false\">",
                           HEIGHT + FOOT);
    for (guint i = 0; i < rounds->len; i++)
        append_column(out, &g_array_index(rounds, RoundProgress, i), room * (i + 0.5), MIN(room * 0.8, 12),
                      rounds->len <= MOST_WITH_SYMBOLS, language);
    g_string_append(out, "</svg><figcaption>");
    html_text(out, say(language, "Mỗi cột là một lần rà soát, chia theo kết luận:"));
    parts_of(&g_array_index(rounds, RoundProgress, 0), language, parts);
    for (guint i = 0; i < PARTS; i++) {
        g_string_append_printf(out, " <span class=\"share\"><span class=\"key fill-%s\">%s</span> ",
                               parts[i].class, parts[i].symbol);
        html_text(out, parts[i].word);
        g_string_append(out, "</span>");
    }
    g_string_append(out, "</figcaption></figure>\n");
}

/* --- the table ------------------------------------------------------------------------------------------ */

static void append_share(GString *out, const char *head, guint part, guint whole, RasoatLanguage language)
{
    html_begin_cell(out, "", head);
    g_string_append_printf(out, say(language, "%u trên %u (%u %%)"), part, whole, tally_percent(part, whole));
    g_string_append(out, "</td>");
}

/* What else than the regulations may have changed. The day of the law is told of every round. */
static void append_apart(GString *out, const Round *before, const Round *after, RasoatLanguage language)
{
    for (guint i = 0; i < APARTS; i++) {
        g_autofree char *difference =
            i == APART_DATE ? NULL : rounds_apart_brief(before, after, (Apart)i, language);
        if (difference)
            g_string_append(out, "; ");
        html_text(out, difference);
    }
}

static void append_round(GString *out, const Round *round, const Round *before, RasoatLanguage language)
{
    g_autofree char *date = say_day(language, round->finished);
    g_autofree char *as_of = say_date(language, round->as_of);
    g_string_append_printf(out, "<tr><th scope=\"row\">%" G_GINT64_FORMAT ", ", round->id);
    html_text(out, date);
    g_string_append(out, "<br><span class=\"few\">");
    html_text(out, say(language, "luật có hiệu lực ngày "));
    html_text(out, as_of);
    if (before)
        append_apart(out, before, round, language);
    g_string_append(out, "</span></th>");
}

static void append_rows(GString *out, const Survey *survey)
{
    RasoatLanguage language = survey->district->language;
    const char *const heads[] = {say(language, "Lần rà soát"),   say(language, "Đã nộp quy chế"),
                                 say(language, "Đầy đủ"),        say(language, "Chưa đầy đủ"),
                                 say(language, "Trái quy định"), say(language, "Cần người xem")};
    g_string_append(out, "<div class=\"wide\"><table class=\"stack\"><thead><tr>");
    for (guint i = 0; i < G_N_ELEMENTS(heads); i++)
        html_element(out, "th", i > 2 ? "scope=\"col\" class=\"number\"" : "scope=\"col\"", heads[i]);
    g_string_append(out, "</tr></thead><tbody>\n");
    for (guint i = 0; i < survey->rounds->len; i++) {
        const RoundProgress *round = &g_array_index(survey->rounds, RoundProgress, i);
        append_round(out, &round->round, i ? &(round - 1)->round : NULL, language);
        append_share(out, heads[1], round->submitted, round->units, language);
        append_share(out, heads[2], round->verdicts[VERDICT_COMPLETE], round->units, language);
        html_number_cell(out, heads[3], round->verdicts[VERDICT_INCOMPLETE]);
        html_number_cell(out, heads[4], round->verdicts[VERDICT_CONFLICTING]);
        html_number_cell(out, heads[5], round->verdicts[VERDICT_REVIEW]);
        g_string_append(out, "</tr>\n");
    }
    g_string_append(out, "</tbody></table></div>");
}

gboolean page_has_rounds(const Survey *survey)
{
    return survey->rounds->len > 1;
}

void page_rounds(GString *out, const Survey *survey)
{
    RasoatLanguage language = survey->district->language;
    guint shown = survey->rounds->len;
    if (!page_has_rounds(survey))
        return;
    g_autofree char *of =
        shown < survey->round_count
            ? g_strdup_printf(say(language, "%u lần gần nhất trên %u lần"), shown, survey->round_count)
            : g_strdup_printf(say(language, "%u lần"), shown);
    page_section(out, "rounds", say(language, "Diễn biến qua các lần rà soát"), of);
    append_drawing(out, survey);
    append_rows(out, survey);
    html_element(out, "p", "class=\"few\"",
                 survey->district->figures.roster
                     ? say(language, "Tỷ lệ tính trên số đơn vị phải nộp của từng lần.")
                     : say(language, "Tỷ lệ tính trên số quy chế đã rà soát của từng lần."));
    if (survey->district->waivers)
        html_element(out, "p", "class=\"few\"",
                     say(language, "“Đầy đủ” tính cả quy chế đủ nhờ thiếu sót được chấp nhận có thời hạn."));
    g_string_append(out, "</section>\n");
}
