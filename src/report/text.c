/* The report for a terminal: who and what was audited, the verdict in one line, the groups, then every gap
 * with its legal basis, the nearest thing found and what to add; citations; consistency; what nobody could
 * judge. Written for the clerk who will mend the regulation. */
#include <string.h>

#include "base/error.h"
#include "base/translate.h"
#include "report/display.h"
#include "report/gap_lists.h"
#include "report/gaps.h"
#include "report/group_state.h"
#include "report/page.h"
#include "report/sentences.h"
#include "report/tally.h"

enum {
    LABELS = 12,         /* columns of the header's labels */
    NARROW = 64,         /* below it the table is a list */
    STATUS_COLUMNS = 19, /* the longest word with its symbol, and a space */
    STATUS_COLUMNS_ENGLISH = 20,
    COUNT_COLUMNS = 4
};

/* --- header ------------------------------------------------------------------------------------------- */

static void write_header(Page *page, const Result *result)
{
    RasoatLanguage language = page->language;
    g_autofree char *number = sentence_number(result, language);
    g_autofree char *unit = result->unit && result->parent
                                ? g_strdup_printf("%s (%s)", result->unit, result->parent)
                                : g_strdup(result->unit);
    g_autofree char *file = display_path(result->file);

    page_field(page, 0, LABELS, say(language, "Tệp:"), STYLE_PLAIN, file);
    page_field(page, 0, LABELS, say(language, "Văn bản:"), STYLE_HEADING, result->title);
    if (result->outcome == OUTCOME_JUDGED || result->number || result->symbol || result->issued)
        page_field(page, 0, LABELS, say(language, "Số, ngày:"), STYLE_PLAIN, number);
    page_field(page, 0, LABELS, say(language, "Đơn vị:"), STYLE_PLAIN, unit);
    if (result->outcome != OUTCOME_JUDGED)
        return;
    g_autofree char *kind = g_strdup_printf("%s (%s)", words_profile(result->audit_profile, language),
                                            words_profile_source(result->profile_source, language));
    g_autofree char *law = sentence_law(result, language);
    page_field(page, 0, LABELS, say(language, "Loại:"), STYLE_PLAIN, kind);
    page_field(page, 0, LABELS, say(language, "Đối chiếu:"), STYLE_PLAIN, law);
}

/* --- verdict ------------------------------------------------------------------------------------------ */

static void write_verdict(Page *page, const Result *result)
{
    static const Style styles[] = {[VERDICT_COMPLETE] = STYLE_GOOD,
                                   [VERDICT_INCOMPLETE] = STYLE_BAD,
                                   [VERDICT_CONFLICTING] = STYLE_WORST,
                                   [VERDICT_REVIEW] = STYLE_ASK};
    g_autofree char *reasons = sentence_reasons(result, page->language);
    g_autofree char *line =
        g_strdup_printf("%s %s%s%s", say(page->language, "Kết luận:"),
                        sentence_verdict(result, page->language), *reasons ? " – " : "", reasons);

    page_blank(page);
    page_text(page, 0, 2, styles[result->verdict], line);
}

/* --- table of groups ----------------------------------------------------------------------------------- */

/* In the order that the columns stand in. */
static const Status columns[] = {STATUS_MET, STATUS_PARTIAL, STATUS_MISSING, STATUS_CONFLICT, STATUS_REVIEW};

static guint status_columns(const Page *page)
{
    return page->language == RASOAT_ENGLISH ? STATUS_COLUMNS_ENGLISH : STATUS_COLUMNS;
}

static Style style_of_group(GroupMark mark)
{
    static const Style styles[] = {
        [GROUP_NOT_APPLICABLE] = STYLE_DIM, [GROUP_MET] = STYLE_GOOD,           [GROUP_WAIVED] = STYLE_DIM,
        [GROUP_ADVISED] = STYLE_DOUBT,      [GROUP_ADVISED_MORE] = STYLE_DOUBT, [GROUP_REVIEW] = STYLE_ASK,
        [GROUP_GAPS] = STYLE_DOUBT,         [GROUP_PARTIAL] = STYLE_DOUBT,      [GROUP_MISSING] = STYLE_BAD,
        [GROUP_CONFLICT] = STYLE_WORST,
    };
    return styles[mark];
}

/* Symbol and word for the section, then after, then padding to width; the columns that were used. */
static guint append_status(Page *page, const GroupTally *group, const char *after, guint width)
{
    GroupState state = group_state(group);
    g_autofree char *word = group_state_say(state, page->language);
    g_autofree char *cell = g_strdup_printf("%s %s", group_mark_symbol(state.mark), word);
    guint length = display_width(cell) + display_width(after);
    guint padding = length < width ? width - length : 1;
    page_raw(page, style_of_group(state.mark), cell);
    g_string_append_printf(page->out, "%s%*s", after, (int)padding, "");
    return length + padding;
}

static void append_count(Page *page, guint count)
{
    if (count)
        g_string_append_printf(page->out, "%*u", COUNT_COLUMNS, count);
    else
        g_string_append_printf(page->out, "%*s", COUNT_COLUMNS + (int)strlen("·") - 1, "·");
}

/* How many columns the table takes up to the titles. */
static guint columns_to_titles(const Page *page, gboolean accepted)
{
    return 2 + status_columns(page) +
           COUNT_COLUMNS * ((guint)G_N_ELEMENTS(columns) + 1 + (accepted != FALSE)) + 2;
}

static void write_group_row(Page *page, const GroupTally *group, const char *title, gboolean accepted)
{
    g_string_append(page->out, "  ");
    append_status(page, group, "", status_columns(page));
    for (guint i = 0; i < G_N_ELEMENTS(columns); i++)
        append_count(page, group->counts[columns[i]]);
    append_count(page, group->advised);
    if (accepted)
        append_count(page, group->waived);
    g_string_append(page->out, "  ");
    page_rest(page, columns_to_titles(page, accepted), title);
}

static void add_count(GString *text, guint count, const char *word)
{
    if (count)
        g_string_append_printf(text, "%s%u %s", text->len ? ", " : "", count, word);
}

static void write_group_line(Page *page, const GroupTally *group, const char *title)
{
    g_autoptr(GString) counts = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(columns); i++)
        add_count(counts, group->counts[columns[i]], words_status(columns[i], page->language));
    add_count(counts, group->advised, say(page->language, "nên có"));
    add_count(counts, group->waived, group_mark_word(GROUP_WAIVED, page->language));
    g_autofree char *text = g_strdup_printf("%s%s%s", title, counts->len ? " – " : "", counts->str);
    g_string_append(page->out, "  ");
    guint used = 2 + append_status(page, group, ":", 0);
    page_rest(page, used, text);
}

static void append_head(Page *page, const char *symbol)
{
    g_string_append_printf(page->out, "%*s%s", COUNT_COLUMNS - 1, "", symbol);
}

/* The columns' symbols are those of the words beside them, but for those that are explained; what was
 * accepted has a column where there is any. */
static void write_table_head(Page *page, gboolean accepted)
{
    g_string_append_printf(page->out, "%*s", 2 + (int)status_columns(page), "");
    for (guint i = 0; i < G_N_ELEMENTS(columns); i++)
        append_head(page, words_symbol(columns[i]));
    append_head(page, WORDS_ADVICE);
    if (accepted)
        append_head(page, group_mark_symbol(GROUP_WAIVED));
    g_string_append(page->out, "  ");
    page_rest(page, columns_to_titles(page, accepted),
              accepted ? say(page->language, "(số nội dung; +: khuyến nghị; ○: đã chấp nhận)")
                       : say(page->language, "(số nội dung; +: khuyến nghị)"));
}

static void write_groups(Page *page, const Result *result)
{
    g_autoptr(GArray) groups = tally_groups(result);
    if (groups->len == 0)
        return;
    page_heading(page, say(page->language, "CÁC PHẦN NỘI DUNG"));
    gboolean table = page->width >= NARROW, accepted = gap_count_waived(result) > 0;
    if (table)
        write_table_head(page, accepted);
    for (guint i = 0; i < groups->len; i++) {
        const GroupTally *group = &g_array_index(groups, GroupTally, i);
        g_autofree char *title = sentence_group_title(result, group, page->language);
        if (table)
            write_group_row(page, group, title, accepted);
        else
            write_group_line(page, group, title);
    }
}

/* --- the whole ----------------------------------------------------------------------------------------- */

static void write_warnings(Page *page, const Result *result)
{
    if (result->warnings->len == 0)
        return;
    page_heading(page, say(page->language, "LƯU Ý KHI ĐỌC TỆP"));
    for (guint i = 0; i < result->warnings->len; i++) {
        const ResultWarning *warning = &g_array_index(result->warnings, ResultWarning, i);
        const char *message = bilingual(&warning->message, page->language);
        page_field(page, 2, 2, "-", STYLE_PLAIN, message ? message : warning->code);
    }
}

static void write_not_judged(Page *page, const Result *result)
{
    RasoatLanguage language = page->language;
    const char *what = result->outcome == OUTCOME_UNREADABLE
                           ? say(language, "KHÔNG ĐỌC ĐƯỢC – chưa rà soát")
                           : say(language, "KHÔNG PHẢI QUY CHẾ DÂN CHỦ – không rà soát");
    page_blank(page);
    page_text(page, 0, 2, STYLE_BAD, what);
    page_field(page, 0, LABELS, say(language, "Lý do:"), STYLE_PLAIN,
               bilingual(&result->error_message, language));
    const char *detail = words_detail(result, language);
    if (detail)
        page_field(page, 0, LABELS, say(language, "Chi tiết:"), STYLE_DIM, detail);
    page_field(page, 0, LABELS, say(language, "Cần làm:"), STYLE_PLAIN, words_advice(result, language));
}

static void write_page(Page *page, const Result *result)
{
    write_header(page, result);
    if (result->outcome != OUTCOME_JUDGED) {
        write_not_judged(page, result);
        write_warnings(page, result);
        return;
    }
    write_verdict(page, result);
    write_groups(page, result);
    gaps_write(page, result);
    citations_write(page, result);
    consistency_write(page, result);
    review_write(page, result);
    by_wording_write(page, result);
    waived_write(page, result);
    write_warnings(page, result);
}

static void page_init(Page *page, GString *out, const ReportOptions *options)
{
    *page =
        (Page){.out = out, .width = options->width, .colour = options->colour, .language = options->language};
}

char *report_result_text(const Result *result, const ReportOptions *options)
{
    GString *out = g_string_new(NULL);
    ReportOptions clamped = report_options_clamped(options);
    Page page;
    page_init(&page, out, &clamped);
    write_page(&page, result);
    return g_string_free(out, FALSE);
}

static void text_write(Report *report, const Result *result)
{
    g_autoptr(GString) out = g_string_new(NULL);
    Page page;

    page_init(&page, out, &report->options);
    if (report->written) {
        page_blank(&page);
        for (guint i = 0; i < page.width; i++)
            g_string_append(out, "─");
        g_string_append(out, "\n\n");
    }
    write_page(&page, result);
    fwrite(out->str, 1, out->len, report->out);
}

const ReportFormat report_text = {
    .name = "text",
    .write = text_write,
};
