/* The reports of one run: every --format with its -o, all written in one pass over the documents. */
#ifndef RASOAT_CLI_TARGETS_H
#define RASOAT_CLI_TARGETS_H

#include "report/report.h"

typedef struct Targets Targets;

Targets *targets_new(void);
void targets_free(Targets *targets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Targets, targets_free)

/* Messages of USAGE errors hold both languages, "vi · en".
 *
 * --format F: a report on standard output unless an -o follows. Error: USAGE. */
gboolean targets_add_format(Targets *targets, const char *format, GError **error);

/* -o FILE: where the format before it goes; the text report when there is none. Error: USAGE, also when the
 * name is that of a Word or ODF document, and the format none. */
gboolean targets_set_file(Targets *targets, const char *path, GError **error);

/* Opens all of them; the text report on standard output when there is none. Width and colour are for the one
 * on standard output. Errors: USAGE (two on standard output, the same file twice), OUTPUT. */
gboolean targets_open(Targets *targets, const ReportOptions *options, GError **error);

/* FALSE with USAGE when a document is asked for without a file to keep it in, or of several files. */
gboolean targets_fit(const Targets *targets, char *const *files, GError **error);

/* FALSE with USAGE when a report would take the place of one of the files that are read. */
gboolean targets_spare(const Targets *targets, char *const *files, GError **error);

/* A report among them shows the outline of a text. */
gboolean targets_need_outline(const Targets *targets);

gboolean targets_write(Targets *targets, const Result *result, GError **error);

/* Ends all reports, then puts all files in place. */
gboolean targets_finish(Targets *targets, GError **error);

#endif
