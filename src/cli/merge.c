/* rasoat merge: the parts of one audit on several machines, put together. */
#include "batch/merge.h"

#include <glib/gstdio.h>

#include "base/error.h"
#include "base/translate.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/results.h"
#include "cli/summary.h"

typedef struct {
    char *out, *language, *fail_on;
    gboolean quiet;
} Flags;

static void flags_clear(Flags *flags)
{
    g_free(flags->out);
    g_free(flags->language);
    g_free(flags->fail_on);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Flags, flags_clear)

static ExitCode failed(const GError *error)
{
    if (g_error_matches(error, RASOAT_ERROR, RASOAT_ERROR_USAGE))
        complain_usage(error);
    else
        complain_error(N_("không ghép được kết quả"), error);
    return EXIT_NOT_BEGUN;
}

static gboolean same_folder(const char *one, const char *other)
{
    GStatBuf here, there;
    return g_stat(one, &here) == 0 && g_stat(other, &there) == 0 && here.st_dev == there.st_dev &&
           here.st_ino == there.st_ino;
}

/* A part is read while the place for all is written. */
static gboolean parts_apart(char **parts, const char *out)
{
    for (; *parts; parts++)
        if (same_folder(*parts, out)) {
            complain("“%s” vừa là phần cần ghép, vừa là nơi ghi (-o); hãy ghi vào một thư mục khác", *parts);
            return FALSE;
        }
    return TRUE;
}

static ExitCode merge(char **parts, const Flags *flags, RasoatLanguage language, Level fail_on)
{
    g_autoptr(GError) error = NULL;
    g_auto(Round) round = {0};
    RoundFigures figures;
    /* what is refused leaves no new folder behind */
    g_autoptr(Store) store =
        merge_check(parts, &round, &error) ? store_open(flags->out, STORE_WRITE, &error) : NULL;

    if (!store || !merge_parts(store, parts, &round, &error) ||
        !results_write(store, round.id, flags->out, &error) ||
        !store_figures(store, round.id, &figures, &error))
        return failed(error);
    if (!flags->quiet && !summary_print(store, &round, &figures, flags->out, language, &error))
        return failed(error);
    return summary_exit(&figures, fail_on);
}

static ExitCode merge_run(const Command *command, int argc, char **argv)
{
    g_auto(Flags) flags = {0};
    g_auto(GStrv) parts = NULL;
    gboolean finished;
    RasoatLanguage language;
    Level fail_on;
    GOptionEntry entries[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &flags.out, N_("thư mục ghi kết quả chung"), "THƯ-MỤC"},
        {"lang", 'l', 0, G_OPTION_ARG_FILENAME, &flags.language, N_("ngôn ngữ: vi (mặc định), en"),
         "NGÔN-NGỮ"},
        {"fail-on", 0, 0, G_OPTION_ARG_FILENAME, &flags.fail_on,
         N_("mức làm mã kết thúc bằng 1: none, review, partial, missing (mặc định), conflict"), "MỨC"},
        {"quiet", 'q', 0, G_OPTION_ARG_NONE, &flags.quiet, N_("không in tổng kết"), NULL},
        {0},
    };

    if (!command_parse(command, entries, NULL, argc, argv, &parts, &finished))
        return EXIT_NOT_BEGUN;
    if (finished)
        return EXIT_CLEAN;
    if (!language_parse(flags.language, &language) || !fail_on_parse(flags.fail_on, &fail_on))
        return EXIT_NOT_BEGUN;
    if (!flags.out || !*parts) {
        complain("cần -o THƯ-MỤC và thư mục kết quả của từng phần");
        return EXIT_NOT_BEGUN;
    }
    return parts_apart(parts, flags.out) ? merge(parts, &flags, language, fail_on) : EXIT_NOT_BEGUN;
}

const Command command_merge = {
    .name = "merge",
    .arguments = "-o THƯ-MỤC [tùy chọn] PHẦN…",
    .purpose = N_("ghép các phần của một lần audit chạy trên nhiều máy (--shard)"),
    .run = merge_run,
};
