/* What shells complete, in the terms of no shell: completion.c says what an option or operand takes,
 * completion_bash.c and completion_zsh.c write it down. */
#ifndef RASOAT_CLI_COMPLETION_H
#define RASOAT_CLI_COMPLETION_H

#include "cli/command.h"

typedef struct {
    char *words;          /* apart by spaces; NULL: no words */
    gboolean folders;     /* names of folders alone */
    const char *suffixes; /* of files, apart by spaces; "": of any; NULL: no files */
    char *behind;         /* only behind one of these words, apart by "|"; NULL: in any place */
} Completion;

/* What the option takes; nothing at all when it takes no value, or one that nobody can guess. */
Completion completion_of_option(const Command *command, const GOptionEntry *entry);

/* What the operands are; for the first, the command's own words as well. */
Completion completion_of_operands(const Command *command);
void completion_clear(Completion *completion);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Completion, completion_clear)

/* A script that the shell reads; what options are for, which zsh shows, is in the language. */
void completion_bash(GString *out, RasoatLanguage language);
void completion_zsh(GString *out, RasoatLanguage language);

#endif
