/* rasoat compare: two drafts of one regulation, the later against the earlier. Either may be a result that
 * was kept as JSON. */
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/input.h"
#include "base/limits.h"
#include "base/translate.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/waiving.h"
#include "report/comparison.h"
#include "report/record.h"
#include "text/unit_likeness.h"
#include "text/unit_places.h"
#include "text/unit_words.h"

typedef struct {
    CheckFlags check;
    char *waivers;
    char *format, *output, *language, *fail_on, *colour;
} Flags;

static void flags_clear(Flags *flags)
{
    check_flags_clear(&flags->check);
    g_free(flags->waivers);
    g_free(flags->format);
    g_free(flags->output);
    g_free(flags->language);
    g_free(flags->fail_on);
    g_free(flags->colour);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Flags, flags_clear)

typedef enum { AS_TEXT, AS_HTML, AS_JSON } Format;

typedef struct {
    Format format;
    Level fail_on;
    ReportOptions report;
} Settings;

static const char *const format_names[] = {[AS_TEXT] = "text", [AS_HTML] = "html", [AS_JSON] = "json"};

static gboolean format_parse(const char *name, Format *format)
{
    *format = AS_TEXT;
    for (guint i = 0; name && i < G_N_ELEMENTS(format_names); i++)
        if (g_str_equal(name, format_names[i])) {
            *format = (Format)i;
            return TRUE;
        }
    if (!name)
        return TRUE;
    complain("--format của compare chỉ nhận text, html hoặc json");
    return FALSE;
}

static gboolean settings_parse(const Flags *flags, Settings *settings)
{
    settings->report.width = flags->output ? 0 : output_width();
    gboolean good = format_parse(flags->format, &settings->format) &&
                    language_parse(flags->language, &settings->report.language) &&
                    fail_on_parse(flags->fail_on, &settings->fail_on) &&
                    colour_parse(flags->colour, &settings->report.colour);
    settings->report.colour = settings->report.colour && !flags->output;
    return good;
}

/* --- drafts --------------------------------------------------------------------------------------------- */

/* One operand: its bytes, and the result when they are one already. */
typedef struct {
    const char *name;
    GBytes *bytes; /* NULL: cannot be read, which the check tells */
    RasoatResult *result;
} Draft;

static void draft_clear(Draft *draft)
{
    g_clear_pointer(&draft->bytes, g_bytes_unref);
    rasoat_result_free(draft->result);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Draft, draft_clear)

/* No document begins so: those are packages, or XML. */
static gboolean is_json(GBytes *bytes)
{
    gsize length;
    const char *text = g_bytes_get_data(bytes, &length);
    while (length > 0 && g_ascii_isspace(*text))
        text++, length--;
    return length > 0 && (*text == '{' || *text == '[');
}

/* The object in an array of one, else the text itself. Owned by the caller. */
static char *only_object(GBytes *bytes, gsize *length)
{
    gsize size;
    const char *text = g_bytes_get_data(bytes, &size);
    json_t *root = json_loadb(text, size, JSON_REJECT_DUPLICATES, NULL);
    char *dump = json_array_size(root) == 1 ? json_dumps(json_array_get(root, 0), JSON_COMPACT) : NULL;
    char *own = dump ? g_strdup(dump) : g_strndup(text, size);
    *length = dump ? strlen(dump) : size;
    free(dump);
    json_decref(root);
    return own;
}

static gboolean load_json(Draft *draft)
{
    gsize length;
    g_autoptr(GError) error = NULL;
    g_autofree char *text = only_object(draft->bytes, &length);
    draft->result = record_read(text, length, &error);
    if (draft->result)
        return TRUE;
    complain_of(error->message,
                "“%s” không phải kết quả JSON của một văn bản (rasoat check -f json hoặc jsonl)",
                draft->name);
    return FALSE;
}

static gboolean draft_open(Draft *draft, const char *name)
{
    guint64 most = limits_default()->file_bytes;
    draft->name = name;
    draft->bytes = g_str_equal(name, "-") ? input_read_descriptor(STDIN_FILENO, most, NULL)
                                          : input_read_file(name, most, NULL);
    return !draft->bytes || !is_json(draft->bytes) || load_json(draft);
}

static gboolean draft_judge(Draft *draft, const RasoatRules *rules, const RasoatOptions *options)
{
    g_autoptr(GError) error = NULL;
    gsize length = 0;
    if (draft->result)
        return TRUE;
    const void *bytes = draft->bytes ? g_bytes_get_data(draft->bytes, &length) : NULL;
    draft->result = draft->bytes ? rasoat_check_bytes(rules, draft->name, bytes, length, options, &error)
                                 : rasoat_check_file(rules, draft->name, options, &error);
    if (!draft->result)
        complain_error(N_("--profile: bộ quy tắc không có loại đơn vị này"), error);
    return draft->result != NULL;
}

/* A document beside a kept result is judged by the law of that result's date, unless another is given. */
static void date_from_result(CheckFlags *check, const Draft *drafts)
{
    for (guint i = 0; i < 2 && !check->as_of; i++)
        if (drafts[i].result)
            check->as_of = g_strdup(drafts[i].result->as_of);
}

/* --- whose they are --------------------------------------------------------------------------------------
 */

/* A name, and the body above it. */
static UnitWords *words_around(const Result *result)
{
    g_autofree char *around = g_strdup_printf("%s %s", result->unit, result->parent ? result->parent : "");
    return unit_words_new(around);
}

static Units units_of(const Result *before, const Result *after)
{
    if (!before->unit || !after->unit)
        return UNITS_UNSAID;
    g_autoptr(UnitWords) then = unit_words_new(before->unit), now = unit_words_new(after->unit);
    g_autoptr(UnitWords) around_then = words_around(before), around_now = words_around(after);
    gboolean same = (unit_is(then, now, around_now) || unit_is(now, then, around_then)) &&
                    !unit_places_differ(around_then, around_now);
    return same ? UNITS_SAME : UNITS_OTHER;
}

/* --- the report ----------------------------------------------------------------------------------------- */

static char *comparison_print(const Comparison *comparison, const Settings *settings)
{
    switch (settings->format) {
    case AS_HTML:
        return comparison_html(comparison, settings->report.language);
    case AS_JSON:
        return comparison_json(comparison);
    default:
        return comparison_text(comparison, &settings->report);
    }
}

static gboolean write_report(const Comparison *comparison, const Settings *settings, const char *path)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *text = comparison_print(comparison, settings);
    g_autoptr(Output) output = output_open(path, &error);
    if (output) {
        fputs(text, output_stream(output));
        output_commit(output, &error);
    }
    if (error && !output_reader_gone())
        complain_error(N_("không ghi được báo cáo"), error);
    return error == NULL;
}

/* What is new or worse fails as in `check`; what was there before does not, or nobody could mend step by
 * step. */
static ExitCode exit_of(const Comparison *comparison, Level fail_on)
{
    if (!comparison_judged(comparison))
        return EXIT_NOT_JUDGED;
    for (guint i = 0; i < comparison->rows->len; i++) {
        const ComparisonRow *row = &g_array_index(comparison->rows, ComparisonRow, i);
        if ((row->change == CHANGE_NEW || row->change == CHANGE_WORSE) &&
            level_fails(level_of_finding(row->after), fail_on))
            return EXIT_FOUND;
    }
    return EXIT_CLEAN;
}

static gboolean operands_good(char **files, const char *output)
{
    if (!files[0] || !files[1] || files[2]) {
        complain("cần hai tệp: bản cũ, rồi bản mới");
        return FALSE;
    }
    if (g_str_equal(files[0], "-") && g_str_equal(files[1], "-")) {
        complain("chỉ một bản đọc được từ đầu vào chuẩn");
        return FALSE;
    }
    for (guint i = 0; i < 2 && output; i++)
        if (same_file(output, files[i])) {
            complain("báo cáo sẽ ghi đè lên tệp được so sánh");
            return FALSE;
        }
    return TRUE;
}

static ExitCode compare(char **files, Flags *flags, const Settings *settings)
{
    g_auto(Draft) before = {0}, after = {0};
    if (!draft_open(&before, files[0]) || !draft_open(&after, files[1]))
        return EXIT_NOT_BEGUN;
    date_from_result(&flags->check, (Draft[]){before, after});
    g_autoptr(RasoatOptions) options = check_options_new(&flags->check);
    g_autoptr(RasoatRules) rules = options ? rules_open(flags->check.rules) : NULL;
    g_auto(Waiving) waiving = {0};
    if (!rules || !waiving_open(&waiving, flags->waivers, rules) || !draft_judge(&before, rules, options) ||
        !draft_judge(&after, rules, options))
        return EXIT_NOT_BEGUN;
    waiving_apply(&waiving, before.result);
    waiving_apply(&waiving, after.result);
    g_autoptr(Comparison) comparison =
        comparison_new(before.result, after.result, units_of(before.result, after.result));
    if (!write_report(comparison, settings, flags->output))
        return EXIT_NOT_BEGUN;
    waiving_tell_stray(&waiving);
    return exit_of(comparison, settings->fail_on);
}

static ExitCode compare_run(const Command *command, int argc, char **argv)
{
    g_auto(Flags) flags = {0};
    g_auto(GStrv) files = NULL;
    gboolean finished;
    Settings settings = {0};
    GOptionEntry entries[] = {
        PROFILE_ENTRY(&flags.check),
        AS_OF_ENTRY(&flags.check),
        STAFF_ENTRY(&flags.check),
        UNIT_ENTRIES(&flags.check),
        {"format", 'f', 0, G_OPTION_ARG_FILENAME, &flags.format,
         N_("dạng báo cáo: text (mặc định), html, json"), "DẠNG"},
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &flags.output,
         N_("ghi báo cáo vào tệp này, thay tệp cũ trọn vẹn"), "TỆP"},
        {"lang", 'l', 0, G_OPTION_ARG_FILENAME, &flags.language, N_("ngôn ngữ báo cáo: vi (mặc định), en"),
         "NGÔN-NGỮ"},
        {"fail-on", 0, 0, G_OPTION_ARG_FILENAME, &flags.fail_on,
         N_("mức mà cái mới phát sinh hoặc nặng hơn làm mã kết thúc bằng 1: none, review, partial, "
            "missing (mặc định), conflict"),
         "MỨC"},
        WAIVERS_ENTRY(&flags.waivers),
        RULES_ENTRY(&flags.check),
        {"color", 0, 0, G_OPTION_ARG_FILENAME, &flags.colour, N_("màu: auto (mặc định), always, never"),
         "KHI-NÀO"},
        {0},
    };

    if (!command_parse(command, entries, NULL, argc, argv, &files, &finished))
        return EXIT_NOT_BEGUN;
    if (finished)
        return EXIT_CLEAN;
    if (flags.output && g_str_equal(flags.output, "-"))
        g_clear_pointer(&flags.output, g_free);
    if (!settings_parse(&flags, &settings) || !operands_good(files, flags.output))
        return EXIT_NOT_BEGUN;
    return compare(files, &flags, &settings);
}

static const char *format_at(guint place)
{
    return place < G_N_ELEMENTS(format_names) ? format_names[place] : NULL;
}

const Command command_compare = {
    .name = "compare",
    .arguments = "[tùy chọn] BẢN-CŨ BẢN-MỚI",
    .purpose =
        N_("so sánh hai bản quy chế: bản mới đã khắc phục gì, làm phát sinh gì (tệp hoặc kết quả JSON)"),
    .run = compare_run,
    .format_at = format_at,
};
