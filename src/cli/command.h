/* Commands of the program: one file each, one table in main.c, one meaning for every exit code. */
#ifndef RASOAT_CLI_COMMAND_H
#define RASOAT_CLI_COMMAND_H

#include <glib.h>

#include "base/bilingual.h"
#include "rasoat.h"

/* The only exit codes there are (design §6); `--help`, the man page and a test say the same. */
typedef enum {
    EXIT_CLEAN = 0,     /* nothing at or above --fail-on */
    EXIT_FOUND = 1,     /* something at or above --fail-on */
    EXIT_NOT_BEGUN = 2, /* usage, configuration, rules or output error */
    EXIT_NOT_JUDGED = 3 /* some document could not be judged */
} ExitCode;

typedef struct Command Command;

struct Command {
    const char *name;
    const char *arguments;                                          /* "[tùy chọn] TỆP…" */
    const char *purpose;                                            /* one line, marked for the catalogue */
    ExitCode (*run)(const Command *command, int argc, char **argv); /* argv[0] is the command's name */
    /* What --format takes, and the first operand when it is a word of the command's own: one after the other,
     * then NULL. NULL itself: nothing. */
    const char *(*format_at)(guint place);
    const char *(*action_at)(guint place);
};

extern const Command command_check, command_compare, command_text, command_outline, command_rules,
    command_worker, command_audit, command_merge, command_report, command_completion;

/* All commands, in the order of --help, NULL-terminated. */
const Command *const *command_table(void);

/* Visits the options that a command takes, but --help, which each takes. */
typedef void (*OptionVisit)(const GOptionEntry *entry, gpointer data);
void command_visit_options(const Command *command, OptionVisit visit, gpointer data);

/* Parses the options of a command. Handles --help (prints it; *finished is set). argv is changed as GOption
 * does: what remains are the operands, also given back as *operands (NULL-terminated, possibly empty, raw
 * file names). FALSE after a message on stderr. data: for callbacks among the entries. */
gboolean command_parse(const Command *command, GOptionEntry *entries, gpointer data, int argc, char **argv,
                       char ***operands, gboolean *finished);

/* A message on stderr: "rasoat: Vietnamese · English". Both parts are made safe for a terminal. text: marked
 * for the catalogue by being the argument of this function. */
void complain(const char *text, ...) G_GNUC_PRINTF(1, 2);

/* The same with a technical cause after it, in English unless it is the system's; and with an error, in both
 * languages when it was set so. */
void complain_of(const char *cause, const char *text, ...) G_GNUC_PRINTF(2, 3);
void complain_error(const char *text, const GError *error);

/* What is said in both languages already. */
void complain_text(const BilingualText *text);

/* A USAGE error of the program's own, whose message holds both languages ("vi · en"). */
void complain_usage(const GError *error);

/* The same of an error that tells of several things, a line of its message each. */
void complain_lines(const GError *error);

/* Flushes standard output; FALSE when it could not be written, after a message on stderr (none when the
 * reader has gone away). */
gboolean standard_output_good(void);

/* For --help: a text in both languages, Vietnamese first, the English line after the indent; a title in one
 * line; the table of exit codes. */
void print_both(const char *text, const char *indent);
void print_title(const char *text);
void print_exit_table(void);

#endif
