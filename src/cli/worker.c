/* rasoat worker: file names on standard input, a line of JSON for each on standard output, at once: what
 * other programs run when they have many files and load the rules but once. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/options.h"

static ExitCode serve(const RasoatRules *rules, const RasoatOptions *options)
{
    char *line = NULL;
    size_t room = 0;
    ssize_t length;
    ExitCode code = EXIT_CLEAN;

    while (code == EXIT_CLEAN && (length = getline(&line, &room, stdin)) >= 0) {
        if (length > 0 && line[length - 1] == '\n')
            line[--length] = '\0';
        if (length == 0)
            continue;
        g_autoptr(GError) error = NULL;
        g_autoptr(RasoatResult) result = rasoat_check_file(rules, line, options, &error);
        if (!result) {
            complain_error("--profile: bộ quy tắc không có loại đơn vị này", error);
            code = EXIT_NOT_BEGUN;
            break;
        }
        g_autofree char *json = rasoat_result_json(result, FALSE);
        puts(json);
        code = standard_output_good() ? EXIT_CLEAN : EXIT_NOT_BEGUN;
    }
    free(line);
    return code;
}

static ExitCode worker_run(const Command *command, int argc, char **argv)
{
    g_auto(CheckFlags) flags = {.staff = -1};
    g_auto(GStrv) operands = NULL;
    gboolean finished;
    GOptionEntry entries[] = {
        PROFILE_ENTRY(&flags), AS_OF_ENTRY(&flags), STAFF_ENTRY(&flags),
        OUTLINE_ENTRY(&flags), RULES_ENTRY(&flags), {0},
    };

    if (!command_parse(command, entries, NULL, argc, argv, &operands, &finished))
        return EXIT_NOT_BEGUN;
    if (finished)
        return EXIT_CLEAN;
    if (*operands) {
        complain("worker đọc tên tệp từ đầu vào chuẩn", "worker reads file names from standard input");
        return EXIT_NOT_BEGUN;
    }
    g_autoptr(RasoatOptions) options = check_options_new(&flags);
    g_autoptr(RasoatRules) rules = options ? rules_open(flags.rules) : NULL;
    if (!rules)
        return EXIT_NOT_BEGUN;
    return serve(rules, options);
}

const Command command_worker = {
    .name = "worker",
    .arguments = "[tùy chọn] < TÊN-TỆP",
    .purpose_vi = "đọc tên tệp từ đầu vào chuẩn, mỗi tệp in một dòng JSON",
    .purpose_en = "file names on standard input, one line of JSON each",
    .run = worker_run,
};
