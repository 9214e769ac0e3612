/* The list of --files-from. */
#ifndef RASOAT_CLI_FILE_LIST_H
#define RASOAT_CLI_FILE_LIST_H

#include <glib.h>
#include <stdio.h>

/* Opens a list of files, "-" being standard input, and stands at its beginning. NULL, after a message on
 * stderr, when it cannot be read, or names files of which none is there: such names mostly begin at another
 * folder than the one that is checked. A list from a pipe is copied to a nameless file first. */
FILE *file_list_open(const char *name, const char *folder);

#endif
