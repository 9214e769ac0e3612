/* The section of a district's page on all rounds: a column a round, drawn as shares of the units that must
 * submit, and the same in a table. */
#include <string.h>

#include "base/translate.h"
#include "batch/apart.h"
#include "district/page.h"
#include "report/group_state.h"
#include "report/html.h"
#include "report/sentences.h"
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
enum { PARTS = 7 };

static void parts_of(const RoundProgress *round, RasoatLanguage language, Part parts[PARTS])
{
    const guint *verdicts = round->verdicts, *states = round->states;
    const Part all[PARTS] = {
        {verdicts[VERDICT_COMPLETE] - round->accepted, "met", "✓", words_verdict(VERDICT_COMPLETE, language)},
        {round->accepted, group_mark_class(GROUP_WAIVED), group_mark_symbol(GROUP_WAIVED),
         sentence_verdict_accepted(language)},
        {verdicts[VERDICT_REVIEW], "review", "?", words_verdict(VERDICT_REVIEW, language)},
        {verdicts[VERDICT_INCOMPLETE], "missing", "✗", words_verdict(VERDICT_INCOMPLETE, language)},
        {verdicts[VERDICT_CONFLICTING], "conflict", "!", words_verdict(VERDICT_CONFLICTING, language)},
        {states[UNIT_DOUBTED], "none", "–?", district_state_word(UNIT_DOUBTED, language)},
        {round->units - states[UNIT_SUBMITTED] - states[UNIT_DOUBTED], "none", "–",
         say(language, "chưa có quy chế")}};
    memcpy(parts, all, sizeof all);
}

/* Parts that no round has are not explained. */
static void append_legend(GString *out, const GArray *rounds, RasoatLanguage language)
{
    Part parts[PARTS];
    guint counts[PARTS] = {0};
    for (guint i = 0; i < rounds->len; i++) {
        parts_of(&g_array_index(rounds, RoundProgress, i), language, parts);
        for (guint p = 0; p < PARTS; p++)
            counts[p] += parts[p].count;
    }
    for (guint p = 0; p < PARTS; p++) {
        if (!counts[p])
            continue;
        g_string_append_printf(out, " <span class=\"share\"><span class=\"key fill-%s\">%s</span> ",
                               parts[p].class, parts[p].symbol);
        html_text(out, parts[p].word);
        g_string_append(out, "</span>");
    }
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
    g_string_append_printf(out,
                           "<figure class=\"rounds\"><svg width=\"100%%\" height=\"%d\" aria-hidden=\"true\" "
                           "focusable=\"false\">",
                           HEIGHT + FOOT);
    for (guint i = 0; i < rounds->len; i++)
        append_column(out, &g_array_index(rounds, RoundProgress, i), room * (i + 0.5), MIN(room * 0.8, 12),
                      rounds->len <= MOST_WITH_SYMBOLS, language);
    g_string_append(out, "</svg><figcaption>");
    html_text(out, say(language, "Mỗi cột là một lần rà soát, chia theo kết luận:"));
    append_legend(out, rounds, language);
    g_string_append(out, "</figcaption></figure>\n");
}

/* --- the table ------------------------------------------------------------------------------------------ */

/* What a share does not say, below it in words of which one is count; nothing of none. */
static void append_share(GString *out, const char *head, guint part, guint whole, guint count,
                         const char *beside, RasoatLanguage language)
{
    html_begin_cell(out, "", head);
    g_string_append_printf(out, say(language, "%u trên %u (%u %%)"), part, whole, tally_percent(part, whole));
    if (count) {
        g_string_append_printf(out, "<br><span class=\"few\">%u ", count);
        html_text(out, beside);
        g_string_append(out, "</span>");
    }
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
        append_share(out, heads[1], round->states[UNIT_SUBMITTED], round->units, round->states[UNIT_DOUBTED],
                     district_state_word(UNIT_DOUBTED, language), language);
        append_share(out, heads[2], round->verdicts[VERDICT_COMPLETE], round->units, round->accepted,
                     say(language, "đầy đủ (có chấp nhận)"), language);
        html_number_cell(out, heads[3], round->verdicts[VERDICT_INCOMPLETE]);
        html_number_cell(out, heads[4], round->verdicts[VERDICT_CONFLICTING]);
        html_number_cell(out, heads[5], round->verdicts[VERDICT_REVIEW]);
        g_string_append(out, "</tr>\n");
    }
    g_string_append(out, "</tbody></table></div>");
}

static gboolean any_accepted(const GArray *rounds)
{
    for (guint i = 0; i < rounds->len; i++)
        if (g_array_index(rounds, RoundProgress, i).accepted)
            return TRUE;
    return FALSE;
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
    if (any_accepted(survey->rounds))
        html_element(out, "p", "class=\"few\"",
                     say(language, "“Đầy đủ” tính cả quy chế đủ nhờ thiếu sót được chấp nhận có thời hạn."));
    g_string_append(out, "</section>\n");
}
