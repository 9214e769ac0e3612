/* Completion for zsh, with what each command and option is for (zshcompsys, _arguments). */
#include "cli/completion.h"

#include <string.h>

#include "base/translate.h"

typedef struct {
    const Command *command;
    GString *out;
    RasoatLanguage language;
} Writing;

/* Text in single quotes of the shell, and inside a specification of _arguments, where [ ] : have a meaning.
 */
static void put_text(GString *out, const char *text, gsize length)
{
    for (gsize i = 0; i < length; i++) {
        if (text[i] == '\'')
            g_string_append(out, "'\\''");
        else if (strchr("[]:\\", text[i]))
            g_string_append_printf(out, "\\%c", text[i]);
        else
            g_string_append_c(out, text[i]);
    }
}

/* "(vi en)", "_files -g …", or nothing. */
static void put_completion(GString *out, const Completion *completion)
{
    if (completion->words)
        g_string_append_printf(out, "(%s)", completion->words);
    else if (completion->folders)
        g_string_append(out, "_files -/");
    else if (completion->suffixes && !*completion->suffixes)
        g_string_append(out, "_files");
    else if (completion->suffixes) {
        g_auto(GStrv) suffixes = g_strsplit(completion->suffixes, " ", -1);
        g_autofree char *alternatives = g_strjoinv("|", suffixes);
        g_string_append_printf(out, "_files -g \"*.(#i)(%s)(-.)\"", alternatives);
    } else
        g_string_append(out, " ");
}

/* '(-l --lang)'{-l+,--lang=}'[purpose]:VALUE:(vi en)'; what may be given again is not taken off the list. */
static void put_option(const GOptionEntry *entry, gpointer data)
{
    Writing *writing = data;
    GString *out = writing->out;
    g_auto(Completion) completion = completion_of_option(writing->command, entry);
    const char *mark = entry->arg_description ? "=" : "";
    gboolean again = entry->arg == G_OPTION_ARG_CALLBACK || entry->arg == G_OPTION_ARG_FILENAME_ARRAY;
    g_string_append(out, "            ");
    if (entry->short_name)
        g_string_append_printf(out, "%s{-%c%s,--%s%s}'", again ? "\\*" : "", entry->short_name,
                               *mark ? "+" : "", entry->long_name, mark);
    else
        g_string_append_printf(out, "%s'--%s%s", again ? "\\*" : "", entry->long_name, mark);
    g_string_append_c(out, '[');
    const char *purpose = say(writing->language, entry->description);
    put_text(out, purpose, strcspn(purpose, "\n"));
    g_string_append_c(out, ']');
    if (entry->arg_description) {
        const char *value = writing->language == RASOAT_ENGLISH ? entry->long_name : entry->arg_description;
        g_string_append_c(out, ':');
        put_text(out, value, strlen(value));
        g_string_append_c(out, ':');
        put_completion(out, &completion);
    }
    g_string_append(out, "' \\\n");
}

static void put_command(GString *out, const Command *command, RasoatLanguage language)
{
    g_auto(Completion) operands = completion_of_operands(command);
    Completion files = {.folders = operands.folders, .suffixes = operands.suffixes};
    Writing writing = {command, out, language};
    g_string_append_printf(out, "        %s)\n            _arguments -s \\\n", command->name);
    command_visit_options(command, put_option, &writing);
    g_string_append_printf(out, "            {-h,--help}'[%s]'", say(language, "in hướng dẫn này"));
    if (operands.words)
        g_string_append_printf(out, " \\\n            '1: :(%s)'", operands.words);
    if (files.folders || files.suffixes) {
        g_string_append(out, " \\\n            '*: :");
        if (operands.behind)
            g_string_append_printf(out, "{ (( $words[(I)(%s)] )) && ", operands.behind);
        put_completion(out, &files);
        g_string_append(out, operands.behind ? " }'" : "'");
    }
    g_string_append(out, " ;;\n");
}

void completion_zsh(GString *out, RasoatLanguage language)
{
    g_string_append(out, "#compdef rasoat\n# made by: rasoat completion zsh\n\n_rasoat() {\n"
                         "    local curcontext=$curcontext state line\n    typeset -A opt_args\n"
                         "    local -a commands=(\n");
    for (const Command *const *command = command_table(); *command; command++) {
        g_string_append_printf(out, "        '%s:", (*command)->name);
        const char *purpose = say(language, (*command)->purpose);
        put_text(out, purpose, strlen(purpose));
        g_string_append(out, "'\n");
    }
    g_string_append_printf(out,
                           "    )\n    _arguments -C '(- *)'{-h,--help}'[%s]' '(- *)--version[%s]' \\\n"
                           "        '1: :->command' '*:: :->rest' && return\n"
                           "    case $state in\n"
                           "    command) _describe '%s' commands ;;\n"
                           "    rest)\n        case $words[1] in\n",
                           say(language, "in hướng dẫn này"), say(language, "phiên bản"),
                           say(language, "lệnh"));
    for (const Command *const *command = command_table(); *command; command++)
        put_command(out, *command, language);
    g_string_append(
        out, "        esac ;;\n    esac\n}\n\n"
             "if [[ $funcstack[1] == _rasoat ]]; then _rasoat \"$@\"; else compdef _rasoat rasoat; fi\n");
}
