/* Completion for bash: one function, a case a command (bash manual, “Programmable Completion”). Needs nothing
 * but bash itself. */
#include "cli/completion.h"

static const char head[] =
    "# bash completion of rasoat, made by: rasoat completion bash\n"
    "\n"
    "# names of files by their endings (in either case), and folders to look into\n"
    "_rasoat_files()\n"
    "{\n"
    "    local word=$1 suffix pattern i letter name\n"
    "    shift\n"
    "    compopt -o filenames 2>/dev/null\n"
    "    while IFS= read -r name; do COMPREPLY+=(\"$name\"); done < <(compgen -d -- \"$word\")\n"
    "    for suffix; do\n"
    "        pattern=\n"
    "        for ((i = 0; i < ${#suffix}; i++)); do\n"
    "            letter=${suffix:i:1}\n"
    "            pattern+=\"[$letter${letter^}]\"\n"
    "        done\n"
    "        while IFS= read -r name; do\n"
    "            [[ -d $name ]] || COMPREPLY+=(\"$name\")\n"
    "        done < <(compgen -f -X \"!*.$pattern\" -- \"$word\")\n"
    "    done\n"
    "}\n"
    "\n"
    "# names of any file\n"
    "_rasoat_any()\n"
    "{\n"
    "    local name\n"
    "    compopt -o filenames 2>/dev/null\n"
    "    while IFS= read -r name; do COMPREPLY+=(\"$name\"); done < <(compgen -f -- \"$1\")\n"
    "}\n"
    "\n"
    "# one of some words\n"
    "_rasoat_words()\n"
    "{\n"
    "    local name\n"
    "    while IFS= read -r name; do COMPREPLY+=(\"$name\"); done < <(compgen -W \"$2\" -- \"$1\")\n"
    "}\n"
    "\n"
    "_rasoat()\n"
    "{\n"
    "    local word=${COMP_WORDS[COMP_CWORD]} before= command= i\n"
    "    local -i first=0\n"
    "    ((COMP_CWORD > 0)) && before=${COMP_WORDS[COMP_CWORD - 1]}\n"
    "    COMPREPLY=()\n"
    "    # --option=value comes as three words\n"
    "    if [[ $word == = ]]; then\n"
    "        word=\n"
    "    elif [[ $before == = ]] && ((COMP_CWORD > 1)); then\n"
    "        before=${COMP_WORDS[COMP_CWORD - 2]}\n"
    "    fi\n"
    "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
    "        [[ ${COMP_WORDS[i]} == -* ]] || { command=${COMP_WORDS[i]}; first=$i; break; }\n"
    "    done\n";

static const char tail[] = "    esac\n"
                           "}\n"
                           "complete -F _rasoat rasoat\n";

typedef struct {
    const Command *command;
    GString *out, *options;
} Writing;

static void put_completion(GString *out, const Completion *completion)
{
    if (completion->words)
        g_string_append_printf(out, "_rasoat_words \"$word\" '%s'; ", completion->words);
    if (completion->folders)
        g_string_append(out, "_rasoat_files \"$word\"; ");
    if (completion->suffixes && *completion->suffixes)
        g_string_append_printf(out, "_rasoat_files \"$word\" %s; ", completion->suffixes);
    else if (completion->suffixes)
        g_string_append(out, "_rasoat_any \"$word\"; ");
}

/* A case of the word before: the value that it asks for, and nothing else. */
static void put_option(const GOptionEntry *entry, gpointer data)
{
    Writing *writing = data;
    g_auto(Completion) completion = completion_of_option(writing->command, entry);
    g_string_append_printf(writing->options, " --%s", entry->long_name);
    if (entry->short_name)
        g_string_append_printf(writing->options, " -%c", entry->short_name);
    if (!entry->arg_description)
        return;
    g_string_append_printf(writing->out, "        --%s", entry->long_name);
    if (entry->short_name)
        g_string_append_printf(writing->out, " | -%c", entry->short_name);
    g_string_append(writing->out, ") ");
    put_completion(writing->out, &completion);
    g_string_append(writing->out, "return ;;\n");
}

static void put_command(GString *out, const Command *command)
{
    g_autoptr(GString) options = g_string_new("--help -h");
    g_auto(Completion) operands = completion_of_operands(command);
    Writing writing = {command, out, options};
    g_string_append_printf(out, "    %s)\n        case $before in\n", command->name);
    command_visit_options(command, put_option, &writing);
    g_string_append_printf(out,
                           "        esac\n        if [[ $word == -* ]]; then\n"
                           "            _rasoat_words \"$word\" '%s'\n            return\n        fi\n",
                           options->str);
    if (operands.words) {
        Completion words = {.words = operands.words};
        g_string_append(out, "        if ((COMP_CWORD == first + 1)); then ");
        put_completion(out, &words);
        g_string_append(out, "return; fi\n");
    }
    g_string_append(out, "        ");
    if (operands.behind)
        g_string_append_printf(out, "[[ ${COMP_WORDS[first + 1]} == @(%s) ]] || return\n        ",
                               operands.behind);
    Completion files = {.folders = operands.folders, .suffixes = operands.suffixes};
    put_completion(out, &files);
    g_string_append(out, ":\n        ;;\n");
}

void completion_bash(GString *out, RasoatLanguage language)
{
    (void)language; /* bash shows the words alone */
    g_string_append(out, head);
    g_string_append(out, "    case $command in\n    '') _rasoat_words \"$word\" 'help --help --version");
    for (const Command *const *command = command_table(); *command; command++)
        g_string_append_printf(out, " %s", (*command)->name);
    g_string_append(out, "' ;;\n");
    for (const Command *const *command = command_table(); *command; command++)
        put_command(out, *command);
    g_string_append(out, tail);
}
