/* rasoat worker: file names on standard input, a line of JSON for each on standard output, at once: what
 * other programs run when they have many files and load the rules but once. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/translate.h"
#include "batch/serve.h"
#include "cli/command.h"
#include "cli/options.h"

static ExitCode serve(const RasoatRules *rules, const RasoatOptions *options)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    ExitCode code = EXIT_CLEAN;

    while (code == EXIT_CLEAN && (length = getline(&line, &room, stdin)) >= 0 && !ferror(stdin)) {
        if (length > 0 && line[length - 1] == '\n')
            line[--length] = '\0';
        if (length == 0)
            continue;
        g_autoptr(GError) error = NULL;
        g_autoptr(RasoatResult) result = rasoat_check_file(rules, line, options, &error);
        if (!result) {
            complain_error(N_("--profile: bộ quy tắc không có loại đơn vị này"), error);
            code = EXIT_NOT_BEGUN;
            break;
        }
        g_autofree char *json = rasoat_result_json(result, FALSE);
        puts(json);
        code = standard_output_good() ? EXIT_CLEAN : EXIT_NOT_BEGUN;
    }
    if (ferror(stdin)) { /* a name that was cut off is not looked for */
        complain_of(g_strerror(errno), "không đọc được tên tệp từ đầu vào chuẩn");
        code = EXIT_NOT_BEGUN;
    }
    free(line);
    return code;
}

/* For a batch: tasks over a socket, within limits, in a sandbox. */
static ExitCode serve_batch(const RasoatRules *rules, gint channel, gint memory_mib, gint seconds)
{
    ServeLimits limits = {.memory_bytes = (guint64)memory_mib << 20, .seconds = (guint)seconds};
    return serve_channel(channel, rules, &limits) ? EXIT_CLEAN : EXIT_NOT_BEGUN;
}

static ExitCode worker_run(const Command *command, int argc, char **argv)
{
    g_auto(CheckFlags) flags = {0};
    g_auto(GStrv) operands = NULL;
    gboolean finished;
    g_autofree char *channel_given = NULL, *memory_given = NULL, *seconds_given = NULL;
    gint channel = -1, memory = (gint)(limits_default()->process_bytes >> 20), seconds = 0;
    GOptionEntry entries[] = {
        PROFILE_ENTRY(&flags),
        AS_OF_ENTRY(&flags),
        STAFF_ENTRY(&flags),
        UNIT_ENTRIES(&flags),
        OUTLINE_ENTRY(&flags),
        RULES_ENTRY(&flags),
        {"channel", 0, 0, G_OPTION_ARG_FILENAME, &channel_given,
         N_("nhận việc qua ổ cắm có số này thay cho đầu vào chuẩn, tự giam mình (do lệnh audit dùng)"), "SỐ"},
        {"memory", 0, 0, G_OPTION_ARG_FILENAME, &memory_given, N_("với --channel: giới hạn bộ nhớ, MiB"),
         "MIB"},
        {"cpu-time", 0, 0, G_OPTION_ARG_FILENAME, &seconds_given,
         N_("với --channel: số giây bộ xử lý cho một văn bản"), "GIÂY"},
        {0},
    };

    if (!command_parse(command, entries, NULL, argc, argv, &operands, &finished))
        return EXIT_NOT_BEGUN;
    if (finished)
        return EXIT_CLEAN;
    if (*operands) {
        complain("worker đọc tên tệp từ đầu vào chuẩn");
        return EXIT_NOT_BEGUN;
    }
    if (!number_parse("--channel", channel_given, 0, G_MAXINT, &channel) ||
        !number_parse("--memory", memory_given, 0, MEMORY_MOST, &memory) ||
        !number_parse("--cpu-time", seconds_given, 0, SECONDS_MOST, &seconds))
        return EXIT_NOT_BEGUN;
    g_autoptr(RasoatOptions) options = check_options_new(&flags);
    g_autoptr(RasoatRules) rules = options ? rules_open(flags.rules) : NULL;
    if (!rules)
        return EXIT_NOT_BEGUN;
    return channel >= 0 ? serve_batch(rules, channel, memory, seconds) : serve(rules, options);
}

const Command command_worker = {
    .name = "worker",
    .arguments = "[tùy chọn] < TÊN-TỆP",
    .purpose = N_("đọc tên tệp từ đầu vào chuẩn, mỗi tệp in một dòng JSON"),
    .run = worker_run,
};
