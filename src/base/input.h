/* Reading a whole file or stream under a ceiling. */
#ifndef RASOAT_BASE_INPUT_H
#define RASOAT_BASE_INPUT_H

#include <glib.h>

#include "rasoat.h"

/* The bytes of a file; path in the encoding of the file system. Errors: IO (also for a folder),
 * LIMIT_FILE_SIZE when it holds more than limit bytes (no more than that is ever read). */
GBytes *input_read_file(const char *path, guint64 limit, GError **error);

/* A descriptor for reading; -1 with an error (IO). A pipe with a name is refused, for whoever reads it waits
 * for somebody to write, which may be never. */
int input_open(const char *path, GError **error);

/* The same from an open descriptor, which stays open. */
GBytes *input_read_descriptor(int descriptor, guint64 limit, GError **error);

#endif
