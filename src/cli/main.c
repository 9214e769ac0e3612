/* The program: the table of commands, and the only place that ends the process. To add a command, see
 * src/README.md. No locale is set: what is printed is UTF-8 and the same on every desk. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "base/translate.h"
#include "cli/command.h"
#include "cli/memory.h"

static const Command *const commands[] = {
    &command_check,   &command_compare, &command_audit,  &command_report,     &command_merge, &command_text,
    &command_outline, &command_rules,   &command_worker, &command_completion, NULL,
};

const Command *const *command_table(void)
{
    return commands;
}

static const Command *command_find(const char *name)
{
    for (guint i = 0; commands[i]; i++)
        if (g_str_equal(commands[i]->name, name))
            return commands[i];
    return NULL;
}

static void print_usage(void)
{
    static const char help[] = N_("hướng dẫn của một lệnh"), version[] = N_("phiên bản");
    printf("rasoat LỆNH [tùy chọn] …\n\n");
    print_both(
        N_("Rà soát quy chế thực hiện dân chủ ở cơ sở (DOCX, ODT): chỉ ra nội dung còn thiếu, nội dung trái\n"
           "quy định và căn cứ pháp lý."),
        "");
    printf("\n");
    print_title(N_("Các lệnh"));
    for (guint i = 0; commands[i]; i++) {
        printf("  %-10s  ", commands[i]->name);
        print_both(commands[i]->purpose, "              ");
    }
    printf("\n  rasoat LỆNH --help   %s · %s\n", say(RASOAT_VIETNAMESE, help), say(RASOAT_ENGLISH, help));
    printf("  rasoat --version     %s · %s\n\n", say(RASOAT_VIETNAMESE, version),
           say(RASOAT_ENGLISH, version));
    print_exit_table();
}

/* The command that the words name. `rasoat help NAME` is `rasoat NAME --help`. */
static int run(int argc, char **argv)
{
    if (argc == 0) {
        complain("chưa có lệnh, xem “rasoat --help”");
        return EXIT_NOT_BEGUN;
    }
    if (g_str_equal(argv[0], "help") && argc > 1) {
        char *words[] = {argv[1], (char[]){"--help"}, NULL};
        return run(2, words);
    }
    if (g_str_equal(argv[0], "--help") || g_str_equal(argv[0], "-h") || g_str_equal(argv[0], "help")) {
        print_usage();
        return EXIT_CLEAN;
    }
    if (g_str_equal(argv[0], "--version")) {
        printf("rasoat %s\n", rasoat_version());
        return EXIT_CLEAN;
    }
    const Command *command = command_find(argv[0]);
    if (!command) {
        complain("không có lệnh “%s”, xem “rasoat --help”", argv[0]);
        return EXIT_NOT_BEGUN;
    }
    return (int)command->run(command, argc, argv);
}

/* A file that is opened while a standard stream is closed would get its number, and what is printed. What
 * takes the place cannot be written to, which is told as any output that fails. */
static void hold_standard_streams(void)
{
    for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; descriptor++)
        if (fcntl(descriptor, F_GETFD) < 0)
            (void)!open("/dev/null", O_RDONLY); /* takes the lowest number that is free */
}

int main(int argc, char **argv)
{
    hold_standard_streams();
    memory_prepare();
    /* a reader that goes away and a file that grows too large are errors of writing, which leave no half-made
     * file behind */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);

    int code = run(argc - 1, argv + 1);
    return code == EXIT_CLEAN && !standard_output_good() ? EXIT_NOT_BEGUN : code;
}
