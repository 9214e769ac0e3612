/* rasoat check: one or more regulations in, gap reports out (design §6). */
#include <unistd.h>

#include "base/translate.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/targets.h"
#include "cli/waiving.h"
#include "report/level.h"

typedef struct {
    CheckFlags check;
    Targets *targets;
    char *waivers;
    char *language, *fail_on, *colour;
} Flags;

typedef struct {
    Level fail_on;
    ReportOptions report;
} Settings;

static void flags_clear(Flags *flags)
{
    check_flags_clear(&flags->check);
    targets_free(flags->targets);
    g_free(flags->waivers);
    g_free(flags->language);
    g_free(flags->fail_on);
    g_free(flags->colour);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Flags, flags_clear)

static gboolean on_format(const char *name, const char *value, gpointer data, GError **error)
{
    (void)name;
    return targets_add_format(((Flags *)data)->targets, value, error);
}

static gboolean on_output(const char *name, const char *value, gpointer data, GError **error)
{
    (void)name;
    return targets_set_file(((Flags *)data)->targets, value, error);
}

/* --- settings ------------------------------------------------------------------------------------------- */

static gboolean settings_parse(const Flags *flags, Settings *settings)
{
    settings->report.width = output_width();
    settings->report.outline = flags->check.outline;
    return language_parse(flags->language, &settings->report.language) &&
           fail_on_parse(flags->fail_on, &settings->fail_on) &&
           colour_parse(flags->colour, &settings->report.colour);
}

/* --- files ---------------------------------------------------------------------------------------------- */

/* Before anything is judged: there are files, and none of them is a folder. */
static gboolean operands_good(char **files)
{
    if (!*files) {
        complain("chưa có tệp nào để rà soát");
        return FALSE;
    }
    for (char **file = files; *file; file++) {
        if (!g_file_test(*file, G_FILE_TEST_IS_DIR))
            continue;
        complain("“%s” là thư mục; lệnh check chỉ nhận tệp, như “%s/*.docx”", *file, *file);
        return FALSE;
    }
    return TRUE;
}

static RasoatResult *check_one(const RasoatRules *rules, const char *file, const RasoatOptions *options,
                               GError **error)
{
    return g_str_equal(file, "-") ? rasoat_check_descriptor(rules, file, STDIN_FILENO, options, error)
                                  : rasoat_check_file(rules, file, options, error);
}

/* --- exit code ------------------------------------------------------------------------------------------ */

static ExitCode exit_of(const Result *result, Level fail_on)
{
    Level level = level_of(result);
    if (level == LEVEL_NOT_JUDGED)
        return EXIT_NOT_JUDGED;
    return level_fails(level, fail_on) ? EXIT_FOUND : EXIT_CLEAN;
}

/* --- the run -------------------------------------------------------------------------------------------- */

/* FALSE: not the report but the document is at fault, in which nothing could be written. */
static gboolean is_of_output(const GError *error)
{
    return error->domain != RASOAT_ERROR || error->code == RASOAT_ERROR_OUTPUT;
}

static ExitCode output_failed(const GError *error)
{
    if (g_error_matches(error, RASOAT_ERROR, RASOAT_ERROR_USAGE)) {
        complain_usage(error);
    } else if (!is_of_output(error)) {
        complain_error(N_("không ghi được ghi chú vào tệp này"), error);
        return EXIT_NOT_JUDGED;
    } else if (!output_reader_gone())
        complain_error(N_("không ghi được báo cáo"), error);
    return EXIT_NOT_BEGUN;
}

static ExitCode check_files(const RasoatRules *rules, char **files, const RasoatOptions *options,
                            const Waiving *waiving, Targets *targets, Level fail_on)
{
    g_autoptr(GError) error = NULL;
    ExitCode worst = EXIT_CLEAN;

    for (char **file = files; *file; file++) {
        g_autoptr(RasoatResult) result = check_one(rules, *file, options, &error);
        if (!result) {
            complain_error(N_("--profile: bộ quy tắc không có loại đơn vị này"), error);
            return EXIT_NOT_BEGUN;
        }
        waiving_apply(waiving, result);
        ExitCode code = exit_of(result, fail_on);
        if (!targets_write(targets, result, &error)) {
            ExitCode failed = output_failed(error);
            return MAX(failed, code == EXIT_NOT_JUDGED ? code : EXIT_CLEAN);
        }
        worst = MAX(worst, code);
    }
    if (!targets_finish(targets, &error))
        return output_failed(error);
    waiving_tell_stray(waiving);
    return worst;
}

static ExitCode check_run(const Command *command, int argc, char **argv)
{
    g_auto(Flags) flags = {.targets = targets_new()};
    g_auto(GStrv) files = NULL;
    gboolean finished;
    Settings settings;
    GOptionEntry entries[] = {
        PROFILE_ENTRY(&flags.check),
        AS_OF_ENTRY(&flags.check),
        STAFF_ENTRY(&flags.check),
        UNIT_ENTRIES(&flags.check),
        {"format", 'f', G_OPTION_FLAG_FILENAME, G_OPTION_ARG_CALLBACK, (gpointer)on_format,
         N_("dạng báo cáo: text, html, json, jsonl; docx, odt hay annotated (chính tệp đó, có ghi chú); "
            "bien-ban (để ký)"),
         "DẠNG"},
        {"output", 'o', G_OPTION_FLAG_FILENAME, G_OPTION_ARG_CALLBACK, (gpointer)on_output,
         N_("ghi báo cáo của --format đứng trước vào tệp này, thay tệp cũ trọn vẹn"), "TỆP"},
        {"lang", 'l', 0, G_OPTION_ARG_FILENAME, &flags.language, N_("ngôn ngữ báo cáo: vi (mặc định), en"),
         "NGÔN-NGỮ"},
        {"fail-on", 0, 0, G_OPTION_ARG_FILENAME, &flags.fail_on,
         N_("mức làm mã kết thúc bằng 1: none, review, partial, missing (mặc định), conflict"), "MỨC"},
        WAIVERS_ENTRY(&flags.waivers),
        OUTLINE_ENTRY(&flags.check),
        RULES_ENTRY(&flags.check),
        {"color", 0, 0, G_OPTION_ARG_FILENAME, &flags.colour, N_("màu: auto (mặc định), always, never"),
         "KHI-NÀO"},
        {0},
    };

    if (!command_parse(command, entries, &flags, argc, argv, &files, &finished))
        return EXIT_NOT_BEGUN;
    if (finished)
        return EXIT_CLEAN;
    if (!settings_parse(&flags, &settings) || !operands_good(files))
        return EXIT_NOT_BEGUN;
    flags.check.outline = flags.check.outline || targets_need_outline(flags.targets);
    g_autoptr(RasoatOptions) options = check_options_new(&flags.check);
    g_autoptr(RasoatRules) rules = options ? rules_open(flags.check.rules) : NULL;
    g_autoptr(GError) error = NULL;
    if (!rules)
        return EXIT_NOT_BEGUN;
    g_auto(Waiving) waiving = {0};
    if (!waiving_open(&waiving, flags.waivers, rules))
        return EXIT_NOT_BEGUN;
    if (!targets_fit(flags.targets, files, &error) || !targets_spare(flags.targets, files, &error) ||
        !targets_open(flags.targets, &settings.report, &error))
        return output_failed(error);
    return check_files(rules, files, options, &waiving, flags.targets, settings.fail_on);
}

static const char *format_at(guint place)
{
    const ReportFormat *format = report_formats()[place];
    return format ? format->name : NULL;
}

const Command command_check = {
    .name = "check",
    .arguments = "[tùy chọn] TỆP…",
    .purpose = N_("rà soát một hay nhiều quy chế (tệp DOCX, ODT; “-” là đầu vào chuẩn)"),
    .run = check_run,
    .format_at = format_at,
};
