/* rasoat report: what a district hands on, from the stored results of a folder (see district/). */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/input.h"
#include "base/limits.h"
#include "base/translate.h"
#include "batch/lines.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/output.h"
#include "district/folder.h"
#include "district/page.h"
#include "district/tables.h"
#include "report/annotate.h"
#include "report/report.h"

typedef struct {
    char **formats;
    char *language;
    char *round;
} Flags;

static void flags_clear(Flags *flags)
{
    g_strfreev(flags->formats);
    g_free(flags->language);
    g_free(flags->round);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Flags, flags_clear)

typedef struct {
    District district;
    char *folder;       /* OUT/report */
    FreshFolder *fresh; /* where reports of units are written while one format is made */
    guint left_out;     /* documents of which no copy could be made */
} Reporting;

static void reporting_clear(Reporting *reporting)
{
    district_clear(&reporting->district);
    fresh_folder_free(reporting->fresh);
    g_free(reporting->folder);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Reporting, reporting_clear)

/* --- files ---------------------------------------------------------------------------------------------- */

static gboolean make_folder(const char *path, GError **error)
{
    if (g_mkdir_with_parents(path, 0777) == 0)
        return TRUE;
    return error_set_output(error, path, errno);
}

/* Below the folder of reports; what is above the name is made. */
static char *place_of(const Reporting *reporting, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename(reporting->folder, name, NULL);
    g_autofree char *above = g_path_get_dirname(path);
    return make_folder(above, error) ? g_steal_pointer(&path) : NULL;
}

static Output *open_file(const Reporting *reporting, const char *name, GError **error)
{
    g_autofree char *path = place_of(reporting, name, error);
    return path ? output_open(path, error) : NULL;
}

/* --- reports of units ----------------------------------------------------------------------------------- */

static gboolean put_bytes(const Reporting *reporting, const char *name, const void *bytes, gsize length,
                          GError **error)
{
    g_autofree char *path = g_build_filename(fresh_folder_place(reporting->fresh), name, NULL);
    g_autoptr(Output) output = output_open(path, error);
    if (!output)
        return FALSE;
    fwrite(bytes, 1, length, output_stream(output));
    return output_commit(output, error);
}

/* Files of one folder, one a unit. */
static gboolean begin_files(Reporting *reporting, const char *name, GError **error)
{
    g_autofree char *path = g_build_filename(reporting->folder, name, NULL);
    reporting->fresh = fresh_folder_open(path, error);
    return reporting->fresh != NULL;
}

static gboolean end_files(Reporting *reporting, gboolean good, GError **error)
{
    good = good && fresh_folder_commit(reporting->fresh, error);
    g_clear_pointer(&reporting->fresh, fresh_folder_free);
    return good;
}

static gboolean make_files(Reporting *reporting, const char *name, DistrictVisit put, GError **error)
{
    return begin_files(reporting, name, error) &&
           end_files(reporting, district_each(&reporting->district, put, reporting, error), error);
}

/* --- formats -------------------------------------------------------------------------------------------- */

static gboolean put_page(const char *name, const char *html, gpointer data, GError **error)
{
    return put_bytes(data, name, html, strlen(html), error);
}

static gboolean make_html(Reporting *reporting, GError **error)
{
    g_autoptr(Output) output = open_file(reporting, "index.html", error);
    if (!output || !begin_files(reporting, DISTRICT_UNIT_PAGES, error))
        return FALSE;
    gboolean good =
        district_write_html(&reporting->district, output_stream(output), put_page, reporting, error);
    good = good && output_flush(output, error);
    return end_files(reporting, good, error) && output_commit(output, error);
}

static gboolean make_xlsx(Reporting *reporting, GError **error)
{
    g_autoptr(Output) output = open_file(reporting, "report.xlsx", error);
    if (!output)
        return FALSE;
    g_autofree char *path = output_name(output);
    g_autofree char *name = g_build_filename(reporting->folder, "report.xlsx", NULL);
    const XlsxPlace place = {path, name, reporting->folder};
    return tables_write_xlsx(&reporting->district, &place, error) && output_commit(output, error);
}

static gboolean commit_all(Output *outputs[TABLES], GError **error)
{
    for (guint i = 0; i < TABLES; i++)
        if (!output_flush(outputs[i], error))
            return FALSE;
    for (guint i = 0; i < TABLES; i++)
        if (!output_commit(outputs[i], error))
            return FALSE;
    return TRUE;
}

static gboolean make_csv(Reporting *reporting, GError **error)
{
    Output *outputs[TABLES] = {NULL};
    FILE *streams[TABLES];
    gboolean good = TRUE;
    for (guint i = 0; i < TABLES && good; i++) {
        g_autofree char *name = g_strdup_printf("csv/%s.csv", table_shape((Table)i)->file);
        outputs[i] = open_file(reporting, name, error);
        good = outputs[i] != NULL;
        streams[i] = good ? output_stream(outputs[i]) : NULL;
    }
    good = good && tables_write_csv(&reporting->district, streams, error) && commit_all(outputs, error);
    for (guint i = 0; i < TABLES; i++)
        output_free(outputs[i]);
    return good;
}

static gboolean make_jsonl(Reporting *reporting, GError **error)
{
    g_autoptr(Output) output = open_file(reporting, "results.jsonl", error);
    return output &&
           lines_write(reporting->district.store, reporting->district.round.id, output_stream(output),
                       error) &&
           output_commit(output, error);
}

static const char *extension_of(const char *path)
{
    const char *dot = strrchr(path, '.');
    return dot && g_ascii_strcasecmp(dot, ".fodt") == 0                                            ? ".fodt"
           : dot && (g_ascii_strcasecmp(dot, ".odt") == 0 || g_ascii_strcasecmp(dot, ".ott") == 0) ? ".odt"
                                                                                                   : ".docx";
}

/* The copy of before stays, if there is one. */
static void leave_out(Reporting *reporting, const char *name, const char *copy, const GError *cause)
{
    complain_of(cause->message, "không làm được bản chú thích của “%s”; bản trước, nếu có, được giữ lại",
                name);
    fresh_folder_keep(reporting->fresh, copy);
    reporting->left_out++;
}

/* A file that has gone or changed since it was judged costs its own copy only. */
static gboolean put_annotated(const DistrictUnit *unit, gpointer data, GError **error)
{
    Reporting *reporting = data;
    g_autoptr(GError) cause = NULL;
    if (!unit->judged)
        return TRUE;
    g_autofree char *path = g_build_filename(reporting->district.round.folder, unit->unit->path, NULL);
    g_autoptr(GBytes) file = input_read_file(path, limits_default()->file_bytes, &cause);
    g_autoptr(GBytes) copy = file ? annotate(file, unit->result, reporting->district.language, &cause) : NULL;
    g_autofree char *name = g_strdup_printf("%s%s", unit->page, extension_of(unit->unit->path));
    if (!copy) {
        leave_out(reporting, unit->file, name, cause);
        return TRUE;
    }
    return put_bytes(reporting, name, g_bytes_get_data(copy, NULL), g_bytes_get_size(copy), error);
}

static gboolean make_annotated(Reporting *reporting, GError **error)
{
    return make_files(reporting, "annotated", put_annotated, error);
}

static gboolean put_minutes(const DistrictUnit *unit, gpointer data, GError **error)
{
    Reporting *reporting = data;
    Report report = {.format = &report_minutes, .options = {.language = reporting->district.language}};
    if (!unit->result)
        return TRUE;
    g_autoptr(GBytes) made = report_minutes.make(&report, unit->result, error);
    g_autofree char *name = g_strdup_printf("%s.docx", unit->page);
    return made && put_bytes(reporting, name, g_bytes_get_data(made, NULL), g_bytes_get_size(made), error);
}

static gboolean make_minutes(Reporting *reporting, GError **error)
{
    return make_files(reporting, "bien-ban", put_minutes, error);
}

static const struct {
    const char *name, *place;
    gboolean (*make)(Reporting *reporting, GError **error);
} formats[] = {
    {"html", "index.html", make_html},
    {"xlsx", "report.xlsx", make_xlsx},
    {"csv", "csv/", make_csv},
    {"jsonl", "results.jsonl", make_jsonl},
    {"annotated", "annotated/", make_annotated},
    {"bien-ban", "bien-ban/", make_minutes},
};

static gint format_place(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(formats); i++)
        if (g_str_equal(formats[i].name, name))
            return (gint)i;
    return -1;
}

/* --- the run -------------------------------------------------------------------------------------------- */

static gboolean formats_good(char **names)
{
    for (; *names; names++)
        if (format_place(*names) < 0) {
            complain("không có dạng báo cáo “%s”; có: html, xlsx, csv, jsonl, "
                     "annotated, bien-ban",
                     *names);
            return FALSE;
        }
    return TRUE;
}

/* Which unit sent what is known of a whole round, at its end: until then nobody may be told to have sent
 * nothing. */
static gboolean round_is_whole(Store *store, const Round *round)
{
    if (round->shards > 1) {
        complain("đây là phần %u/%u của một lần rà soát; hãy ghép đủ các phần bằng rasoat merge, rồi làm báo "
                 "cáo từ kết quả đã ghép",
                 round->shard, round->shards);
        return FALSE;
    }
    if (round->finished)
        return TRUE;
    gint64 before = store_round_before(store, round->id);
    if (before)
        complain("lần rà soát thứ %d chưa xong; hãy chạy lại đúng lệnh audit đó để làm tiếp, hoặc thêm "
                 "--round %d để làm báo cáo của lần trước, đã xong",
                 (int)round->id, (int)before);
    else
        complain("lần rà soát này chưa xong; hãy chạy lại đúng lệnh audit đó để làm tiếp");
    return FALSE;
}

static gboolean open_round(Reporting *reporting, const char *out, gint64 number)
{
    g_autoptr(GError) error = NULL;
    District *district = &reporting->district;

    district->store = store_open(out, STORE_READ, &error);
    if (district->store && !store_round(district->store, number, &district->round, &error) && !error) {
        complain("không có lần rà soát đó trong kết quả");
        return FALSE;
    }
    if (!error && !round_is_whole(district->store, &district->round))
        return FALSE;
    if (!error && district_open(district, &error))
        return TRUE;
    complain_error(N_("không đọc được kết quả; cần thư mục mà rasoat audit đã ghi"), error);
    return FALSE;
}

/* A file, or a folder with something in it. */
static gboolean is_there(const char *path)
{
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    return folder ? g_dir_read_name(folder) != NULL : g_file_test(path, G_FILE_TEST_EXISTS);
}

static ExitCode make_reports(Reporting *reporting, char **names)
{
    for (; *names; names++) {
        g_autoptr(GError) error = NULL;
        gint format = format_place(*names);
        g_autofree char *path = g_build_filename(reporting->folder, formats[format].place, NULL);
        gboolean old = is_there(path);
        if (!formats[format].make(reporting, &error)) {
            complain_error(old ? N_("không ghi được báo cáo mới, báo cáo cũ vẫn còn nguyên")
                               : N_("không ghi được báo cáo"),
                           error);
            return EXIT_NOT_BEGUN;
        }
        puts(path);
    }
    return reporting->left_out ? EXIT_NOT_JUDGED : EXIT_CLEAN;
}

static ExitCode report_run(const Command *command, int argc, char **argv)
{
    char *usual[] = {(char[]){"html"}, NULL};
    g_auto(Flags) flags = {0};
    g_auto(Reporting) reporting = {0};
    g_auto(GStrv) operands = NULL;
    gint round = 0; /* the last */
    gboolean finished;
    GOptionEntry entries[] = {
        {"format", 'f', 0, G_OPTION_ARG_FILENAME_ARRAY, &flags.formats,
         N_("dạng báo cáo: html (mặc định), xlsx, csv, jsonl, annotated, bien-ban; dùng được nhiều lần"),
         "DẠNG"},
        {"round", 0, 0, G_OPTION_ARG_FILENAME, &flags.round, N_("lần rà soát thứ mấy (mặc định: lần cuối)"),
         "SỐ"},
        {"lang", 'l', 0, G_OPTION_ARG_FILENAME, &flags.language, N_("ngôn ngữ báo cáo: vi (mặc định), en"),
         "NGÔN-NGỮ"},
        {0},
    };

    if (!command_parse(command, entries, NULL, argc, argv, &operands, &finished))
        return EXIT_NOT_BEGUN;
    if (finished)
        return EXIT_CLEAN;
    char **names = flags.formats ? flags.formats : usual;
    if (!operands[0] || operands[1]) {
        complain("cần một thư mục kết quả của rasoat audit");
        return EXIT_NOT_BEGUN;
    }
    if (!language_parse(flags.language, &reporting.district.language) || !formats_good(names) ||
        !number_parse("--round", flags.round, 1, G_MAXINT, &round) ||
        !open_round(&reporting, operands[0], round))
        return EXIT_NOT_BEGUN;
    reporting.folder = g_build_filename(operands[0], STORE_REPORTS, NULL);
    return make_reports(&reporting, names);
}

static const char *format_at(guint place)
{
    return place < G_N_ELEMENTS(formats) ? formats[place].name : NULL;
}

const Command command_report = {
    .name = "report",
    .arguments = "[tùy chọn] THƯ-MỤC-KẾT-QUẢ",
    .purpose = N_("làm báo cáo của cả thư mục từ kết quả của audit: trang HTML, bảng tính, biên bản"),
    .run = report_run,
    .format_at = format_at,
};
