/* rasoat completion: what a shell needs to complete commands, options, their values and files, out of the
 * tables that the commands themselves parse by. */
#include "cli/completion.h"

#include <stdio.h>
#include <string.h>

#include "base/translate.h"
#include "cli/options.h"
#include "report/level.h"

#define DOCUMENTS "docx docm dotx odt ott fodt"

/* --- values --------------------------------------------------------------------------------------------- */

static char *join(const char *(*name_at)(guint))
{
    GString *words = g_string_new(NULL);
    for (guint i = 0; name_at && name_at(i); i++)
        g_string_append_printf(words, "%s%s", i ? " " : "", name_at(i));
    return g_string_free(words, FALSE);
}

/* Options that take one of a few words, whatever the command. */
static char *words_of(const Command *command, const GOptionEntry *entry)
{
    static const struct {
        const char *option, *words;
    } known[] = {{"profile", "agency school commune enterprise"},
                 {"lang", "vi en"},
                 {"color", "auto always never"},
                 {"union", "có không yes no"},
                 {"dispersed", "có không yes no"},
                 {"state-owned", "có không yes no"}};
    if (g_str_equal(entry->long_name, "format"))
        return join(command->format_at);
    if (g_str_equal(entry->long_name, "fail-on"))
        return join(level_name_at);
    for (guint i = 0; i < G_N_ELEMENTS(known); i++)
        if (g_str_equal(entry->long_name, known[i].option))
            return g_strdup(known[i].words);
    return NULL;
}

static gboolean takes(const char *shape, const char *what)
{
    return shape && strstr(shape, what);
}

Completion completion_of_option(const Command *command, const GOptionEntry *entry)
{
    Completion completion = {0};
    gboolean table = g_str_equal(entry->long_name, "roster") || g_str_equal(entry->long_name, "waivers");
    if (!entry->arg_description)
        return completion;
    completion.words = words_of(command, entry);
    completion.folders = takes(entry->arg_description, "THƯ-MỤC");
    completion.suffixes = !takes(entry->arg_description, "TỆP") ? NULL : table ? "csv" : "";
    return completion;
}

/* Those of "list | show MÃ | try 'MẪU' TỆP" that take a file. */
static char *actions_with_files(const char *shape)
{
    g_autoptr(GString) names = g_string_new(NULL);
    g_auto(GStrv) actions = g_strsplit(shape, " | ", -1);
    for (guint i = 0; actions[i]; i++)
        if (takes(actions[i], " TỆP"))
            g_string_append_printf(names, "%s%.*s", names->len ? "|" : "", (int)strcspn(actions[i], " "),
                                   actions[i]);
    return g_strdup(names->str);
}

Completion completion_of_operands(const Command *command)
{
    const char *shape = command->arguments;
    Completion completion = {.words = command->action_at ? join(command->action_at) : NULL,
                             .behind = command->action_at ? actions_with_files(shape) : NULL};
    completion.folders = takes(shape, " THƯ-MỤC") || takes(shape, "PHẦN");
    if (takes(shape, "BẢN"))
        completion.suffixes = DOCUMENTS " json jsonl";
    else if (takes(shape, " TỆP"))
        completion.suffixes = DOCUMENTS;
    return completion;
}

void completion_clear(Completion *completion)
{
    g_free(completion->words);
    g_free(completion->behind);
}

/* --- the command ---------------------------------------------------------------------------------------- */

static const char *shell_at(guint place)
{
    static const char *const shells[] = {"bash", "zsh", NULL};
    return shells[place];
}

static ExitCode completion_run(const Command *command, int argc, char **argv)
{
    static void (*const write[])(GString *, RasoatLanguage) = {completion_bash, completion_zsh};
    g_autofree char *lang = NULL;
    RasoatLanguage language;
    g_auto(GStrv) operands = NULL;
    g_autoptr(GString) out = g_string_new(NULL);
    GOptionEntry entries[] = {
        {"lang", 'l', 0, G_OPTION_ARG_FILENAME, &lang, N_("ngôn ngữ: vi (mặc định), en"), "NGÔN-NGỮ"},
        {0},
    };
    gboolean finished;

    if (!command_parse(command, entries, NULL, argc, argv, &operands, &finished))
        return EXIT_NOT_BEGUN;
    if (finished)
        return EXIT_CLEAN;
    if (!language_parse(lang, &language))
        return EXIT_NOT_BEGUN;
    for (guint i = 0; operands[0] && !operands[1] && shell_at(i); i++)
        if (g_str_equal(operands[0], shell_at(i))) {
            write[i](out, language);
            fputs(out->str, stdout);
            return standard_output_good() ? EXIT_CLEAN : EXIT_NOT_BEGUN;
        }
    complain("cách dùng: rasoat completion [-l NGÔN-NGỮ] bash | zsh");
    return EXIT_NOT_BEGUN;
}

const Command command_completion = {
    .name = "completion",
    .arguments = "[tùy chọn] bash | zsh",
    .purpose = N_("in tập lệnh để bash hoặc zsh tự điền lệnh, tùy chọn và tên tệp"),
    .run = completion_run,
    .action_at = shell_at,
};
