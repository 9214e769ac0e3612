/* What all commands share: options with help in both languages, messages, the exit table. */
#include "cli/command.h"

#include <errno.h>
#include <stdio.h>

#include "cli/output.h"
#include "report/display.h"

const char *exit_table(void)
{
    return "Mã kết thúc · Exit codes:\n"
           "  0  không có gì từ mức --fail-on trở lên · nothing at or above --fail-on\n"
           "  1  có nội dung từ mức --fail-on trở lên · something at or above --fail-on\n"
           "  2  sai cách dùng, cấu hình, bộ quy tắc hoặc không ghi được kết quả\n"
           "     usage, configuration, rule or output error\n"
           "  3  có văn bản không kết luận được (không đọc được hoặc không phải quy chế)\n"
           "     some document could not be judged (unreadable, or not a regulation)\n";
}

void complain(const char *vi, const char *en)
{
    g_autofree char *safe_vi = display_text(vi);
    g_autofree char *safe_en = display_text(en);
    fprintf(stderr, "rasoat: %s · %s\n", safe_vi, safe_en);
}

void complain_error(const char *vi, const GError *error)
{
    complain(vi, error->message);
}

void complain_usage(const GError *error)
{
    g_autofree char *safe = display_text(error->message);
    fprintf(stderr, "rasoat: %s\n", safe);
}

gboolean standard_output_good(void)
{
    if (fflush(stdout) == 0 && !ferror(stdout))
        return TRUE;
    if (!output_reader_gone())
        complain("không ghi được ra đầu ra chuẩn; kiểm tra dung lượng trống",
                 g_strerror(errno ? errno : EIO));
    return FALSE;
}

/* Two lines an option: Vietnamese, English. */
static void print_option(const GOptionEntry *entry)
{
    g_autoptr(GString) left = g_string_new("  ");
    if (entry->short_name)
        g_string_append_printf(left, "-%c, ", entry->short_name);
    g_string_append_printf(left, "--%s", entry->long_name);
    if (entry->arg_description)
        g_string_append_printf(left, "=%s", entry->arg_description);
    g_auto(GStrv) lines = g_strsplit(entry->description, "\n", 2);
    printf("%s\n", left->str);
    for (char **line = lines; *line; line++)
        printf("        %s\n", *line);
}

static void print_help(const Command *command, const GOptionEntry *entries)
{
    printf("rasoat %s %s\n\n%s\n%s\n\nTùy chọn · Options:\n", command->name, command->arguments,
           command->purpose_vi, command->purpose_en);
    for (const GOptionEntry *entry = entries; entry->long_name; entry++)
        if (*entry->long_name)
            print_option(entry);
    printf("  -h, --help\n        in hướng dẫn này\n        print this help\n\n%s", exit_table());
}

/* What GOption could not take. Names of files that begin with a dash look like options to it. */
static void complain_options(const Command *command, char *const *words, const GError *error)
{
    if (error->domain == RASOAT_ERROR) {
        complain_usage(error);
        return;
    }
    g_autofree char *vi = g_strdup_printf("tùy chọn không đúng, xem “rasoat %s --help”", command->name);
    complain_error(vi, error);
    for (; *words; words++) {
        if (**words != '-' || !g_file_test(*words, G_FILE_TEST_EXISTS))
            continue;
        g_autofree char *hint_vi = g_strdup_printf("với tệp “%s”, hãy viết “./%s”", *words, *words);
        g_autofree char *hint_en = g_strdup_printf("for the file “%s”, write “./%s”", *words, *words);
        complain(hint_vi, hint_en);
    }
}

/* Options stand in the function of their command, with what they fill; so they are asked for by calling it.
 */
static struct {
    OptionVisit visit;
    gpointer data;
} asked;

void command_visit_options(const Command *command, OptionVisit visit, gpointer data)
{
    char *words[] = {(char *)command->name, NULL};
    asked.visit = visit;
    asked.data = data;
    command->run(command, 1, words);
    asked.visit = NULL;
}

static void tell_options(const GOptionEntry *entry)
{
    for (; entry->long_name; entry++)
        if (*entry->long_name)
            asked.visit(entry, asked.data);
}

gboolean command_parse(const Command *command, GOptionEntry *entries, gpointer data, int argc, char **argv,
                       char ***operands, gboolean *finished)
{
    gboolean help = FALSE;
    GOptionEntry common[] = {
        {"help", 'h', 0, G_OPTION_ARG_NONE, &help, NULL, NULL},
        {G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, operands, NULL, NULL},
        {0},
    };
    g_autoptr(GError) error = NULL;
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    GOptionGroup *group = g_option_group_new("main", "", "", data, NULL);

    *finished = FALSE;
    *operands = NULL;
    if (asked.visit) {
        tell_options(entries);
        *finished = TRUE;
        return TRUE;
    }
    g_option_context_set_help_enabled(context, FALSE);
    g_option_group_add_entries(group, entries);
    g_option_group_add_entries(group, common);
    g_option_context_set_main_group(context, group);
    if (!g_option_context_parse(context, &argc, &argv, &error)) {
        complain_options(command, argv, error);
        return FALSE;
    }
    if (!*operands)
        *operands = g_new0(char *, 1);
    if (help) {
        print_help(command, entries);
        *finished = TRUE;
    }
    return TRUE;
}
