/* The page of a district: its frame, and its sections in the order in which an office reads them. */
#include "district/page.h"

#include <errno.h>
#include <string.h>

#include "base/disk.h"
#include "base/error.h"
#include "report/display.h"
#include "report/html.h"
#include "report/words.h"

gboolean page_copy(FILE *from, FILE *out, GError **error)
{
    char buffer[1 << 16];
    size_t got;
    errno = 0;
    gboolean good = fflush(from) == 0 && !ferror(from) && fseek(from, 0, SEEK_SET) == 0;
    while (good && (got = fread(buffer, 1, sizeof buffer, from)) > 0)
        fwrite(buffer, 1, got, out);
    if (good && !ferror(from))
        return TRUE;
    return error_set_output(error, g_get_tmp_dir(),
                            errno && !good                          ? errno
                            : disk_is_full(g_get_tmp_dir(), BUFSIZ) ? ENOSPC
                                                                    : EIO);
}

/* --- frame ---------------------------------------------------------------------------------------------- */

static void append_title(GString *out, const Survey *survey)
{
    const Round *round = &survey->district->round;
    RasoatLanguage language = survey->district->language;
    g_autofree char *folder = display_name(round->folder);
    g_autofree char *as_of = say_date(language, round->as_of);
    g_autofree char *finished = say_day(language, round->finished);

    html_element(out, "h1", NULL, say(language, "Kết quả rà soát quy chế thực hiện dân chủ ở cơ sở"));
    g_string_append(out, "<dl class=\"facts\">");
    html_element(out, "dt", NULL, say(language, "Thư mục"));
    html_element(out, "dd", NULL, folder);
    g_string_append_printf(out, "<dt>%s</dt><dd>%" G_GINT64_FORMAT ", ", say(language, "Lần rà soát"),
                           round->id);
    html_text(out, finished);
    g_string_append(out, "</dd>");
    html_element(out, "dt", NULL, say(language, "Đối chiếu"));
    g_string_append(out, "<dd>");
    html_text(out, say(language, "luật có hiệu lực ngày "));
    html_text(out, as_of);
    g_string_append(out, "</dd></dl>\n");
}

/* A link needs its target: sections with nothing to say are not written. */
static void append_contents(GString *out, const Survey *survey)
{
    const RoundFigures *figures = &survey->district->figures;
    RasoatLanguage language = survey->district->language;
    const struct {
        const char *id, *title;
        gboolean there;
    } parts[] = {
        {"figures", N_("Tình hình chung"), TRUE},
        {"targets", N_("Chỉ tiêu"), survey->all.units > 0},
        {"gaps", N_("Thiếu sót phổ biến"), survey->gap_count > 0},
        {"matrix", N_("Từng đơn vị"), TRUE},
        {"missing", N_("Chưa có quy chế"), survey->missing_count > 0},
        {"doubts", N_("Chưa rõ đơn vị"), survey->doubt_count > 0},
        {"others", N_("Nêu tên đơn vị khác"), survey->other_count > 0},
        {"waivers", N_("Được chấp nhận"), survey->district->waivers != NULL},
        {"rounds", N_("Qua các lần"), page_has_rounds(survey)},
        {"trend", N_("So với lần trước"), survey->trend_units > 0},
        {"pairs", N_("Chép của nhau"), figures->pairs > 0},
        {"files", N_("Tệp không rà soát"), survey->file_count > 0},
    };
    g_string_append_printf(out, "<nav aria-label=\"%s\"><ul>", say(language, "Các mục của báo cáo"));
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        if (parts[i].there)
            g_string_append_printf(out, "<li><a href=\"#%s\">%s</a></li>", parts[i].id,
                                   say(language, parts[i].title));
    g_string_append(out, "</ul></nav>\n");
}

static void append_foot(GString *out, const Survey *survey)
{
    const Round *round = &survey->district->round;
    RasoatLanguage language = survey->district->language;
    g_string_append_printf(out, "<p class=\"few\">%s · %s %.12s</p></main>\n<footer>", round->version,
                           say(language, "bộ quy tắc"), round->rules);
    html_element(
        out, "p", NULL,
        say(language,
            "Báo cáo giúp người am hiểu pháp luật nắm tình hình nhanh, không thay cho người đó. Phiếu của "
            "từng đơn vị nêu căn cứ và trích nguyên văn để kiểm tra lại."));
    g_string_append(out, "</footer>\n");
}

/* --- lists that were put aside -------------------------------------------------------------------------- */

typedef struct {
    const char *id, *heading, *of, *note;
    const char *heads[4]; /* NULL behind the last */
    FILE *rows;
    guint count;
} Aside;

static gboolean put_aside(FILE *out, const Aside *aside, GError **error)
{
    g_autoptr(GString) text = g_string_new(NULL);
    if (aside->count == 0)
        return TRUE;
    page_section(text, aside->id, aside->heading, aside->of);
    html_element(text, "p", "class=\"few\"", aside->note);
    g_string_append(text, "<div class=\"wide\"><table class=\"stack\"><thead><tr>");
    for (guint i = 0; i < G_N_ELEMENTS(aside->heads) && aside->heads[i]; i++)
        html_element(text, "th", "scope=\"col\"", aside->heads[i]);
    g_string_append(text, "</tr></thead><tbody>\n");
    page_flush(text, out);
    if (!page_copy(aside->rows, out, error))
        return FALSE;
    fputs("</tbody></table></div></section>\n", out);
    return TRUE;
}

static gboolean put_missing_and_doubts(FILE *out, const Survey *survey, GError **error)
{
    RasoatLanguage language = survey->district->language;
    g_autofree char *of_units =
        g_strdup_printf(survey->district->figures.roster ? say(language, "%u trên %u đơn vị phải nộp")
                                                         : say(language, "%u trên %u đơn vị"),
                        survey->missing_count, survey->all.units);
    g_autofree char *of_texts = g_strdup_printf(say(language, "%u quy chế"), survey->doubt_count);
    Aside missing = {"missing",
                     say(language, "Đơn vị chưa có quy chế để rà soát"),
                     of_units,
                     NULL,
                     {say(language, "Đơn vị"), say(language, "Loại"), say(language, "Tình trạng")},
                     survey->missing,
                     survey->missing_count};
    Aside doubts = {
        "doubts",
        say(language, "Quy chế chưa rõ của đơn vị nào"),
        of_texts,
        say(language,
            "Ghi mẫu tên tệp của đơn vị vào cột “Tệp” của danh sách rồi chạy lại; ở đây không đoán."),
        {say(language, "Tệp"), say(language, "Đơn vị ghi trong văn bản"), say(language, "Có thể là"),
         say(language, "Vì sao, cần làm gì")},
        survey->doubts,
        survey->doubt_count};
    g_autofree char *of_others = g_strdup_printf(say(language, "%u quy chế"), survey->other_count);
    Aside others = {"others",
                    say(language, "Quy chế nêu tên đơn vị khác với danh sách"),
                    of_others,
                    NULL,
                    {say(language, "Tệp"), say(language, "Đơn vị theo danh sách"),
                     say(language, "Đơn vị ghi trong văn bản"), say(language, "Vì sao, cần làm gì")},
                    survey->others,
                    survey->other_count};
    return put_aside(out, &missing, error) && put_aside(out, &doubts, error) &&
           put_aside(out, &others, error);
}

/* --- the page ------------------------------------------------------------------------------------------- */

/* Figures come first on the page, but are known only after the pass over the units. */
static gboolean write_page(const Survey *survey, FILE *out, GError **error)
{
    RasoatLanguage language = survey->district->language;
    HtmlPage page = {.language = language,
                     .of_district = TRUE,
                     .title = say(language, "Kết quả rà soát quy chế dân chủ"),
                     .style = page_style,
                     .script = page_script};
    g_autoptr(GString) text = g_string_new(NULL);
    html_begin(text, &page);
    g_string_append(text, "<header></header>\n<main id=\"main\" tabindex=\"-1\">\n");
    append_title(text, survey);
    append_contents(text, survey);
    page_figures(text, survey);
    page_targets(text, survey);
    page_common_gaps(text, survey);
    page_matrix_head(text, survey);
    page_flush(text, out);
    if (!page_copy(survey->rows, out, error))
        return FALSE;
    fputs(survey->unit_count ? "</tbody></table></div></section>\n" : "</section>\n", out);
    if (!put_missing_and_doubts(out, survey, error))
        return FALSE;
    page_waivers(out, survey);
    page_rounds(text, survey);
    page_flush(text, out);
    if (!page_copy(survey->trend, out, error) || !page_pairs(out, survey, error) ||
        !page_copy(survey->files, out, error))
        return FALSE;
    append_foot(text, survey);
    html_end(text, &page);
    page_flush(text, out);
    return TRUE;
}

static void close_file(FILE *file)
{
    if (file)
        fclose(file);
}

enum { ROUNDS_SHOWN = 12 };

static gboolean read_rounds(Survey *survey, GError **error)
{
    const District *district = survey->district;
    survey->rounds =
        progress_of_rounds(district->store, district->round.id, ROUNDS_SHOWN, &survey->round_count, error);
    return survey->rounds != NULL;
}

static gboolean open_files(Survey *survey, GError **error)
{
    FILE **files[] = {&survey->rows,   &survey->missing, &survey->doubts,
                      &survey->others, &survey->trend,   &survey->files};
    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        *files[i] = tmpfile();
        if (*files[i])
            continue;
        return error_set_output(error, g_get_tmp_dir(), errno);
    }
    return TRUE;
}

static void survey_clear(Survey *survey)
{
    close_file(survey->rows);
    close_file(survey->missing);
    close_file(survey->doubts);
    close_file(survey->others);
    close_file(survey->trend);
    close_file(survey->files);
    g_clear_pointer(&survey->gaps, g_hash_table_unref);
    g_clear_pointer(&survey->rounds, g_array_unref);
}

gboolean district_write_html(const District *district, FILE *out, DistrictPageSink sink, gpointer data,
                             GError **error)
{
    Survey survey = {.district = district, .sink = sink, .data = data};
    gboolean good = open_files(&survey, error) && read_rounds(&survey, error) &&
                    district_each(district, survey_unit, &survey, error) && page_trend(&survey, error) &&
                    page_files(&survey, error) && write_page(&survey, out, error);
    survey_clear(&survey);
    return good;
}
