/* Where a report goes: standard output, or a file that is complete or not there at all. */
#ifndef RASOAT_CLI_OUTPUT_H
#define RASOAT_CLI_OUTPUT_H

#include <stdio.h>

#include "rasoat.h"

typedef struct Output Output;

/* path NULL or "-": standard output. A regular file is written beside itself under another name and renamed
 * by output_commit(), so that a failed write never replaces a good report; a pipe or device is written
 * directly. Error: OUTPUT. */
Output *output_open(const char *path, GError **error);

FILE *output_stream(Output *output);

/* A name by which this process can open what is being written, for a library that writes to names only; not
 * of standard output. Owned by the caller. */
char *output_name(const Output *output);

/* Flushes and syncs: after it nothing but a lost disk keeps output_commit() from succeeding, so that of
 * several files either all are put in place or none. Error: OUTPUT. */
gboolean output_flush(Output *output, GError **error);

/* Flushes, syncs and puts the file in place; standard output is only flushed. Error: OUTPUT. */
gboolean output_commit(Output *output, GError **error);

/* Frees; what was not committed is removed. */
void output_free(Output *output);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Output, output_free)

/* One file on the disk, whatever its names. Devices and pipes take nothing from anybody. */
gboolean same_file(const char *one, const char *other);

/* The reader of standard output has gone away (SIGPIPE is ignored): nothing to tell anybody. */
gboolean output_reader_gone(void);

/* Columns of the terminal: $COLUMNS, else the terminal on standard output; 0 when there is none. */
guint output_width(void);

/* Whether standard output takes colours: it is a terminal, NO_COLOR is unset or empty, TERM is not dumb. */
gboolean output_wants_colour(void);

#endif
