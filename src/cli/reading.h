/* Reading one document for the commands that show what was read. */
#ifndef RASOAT_CLI_READING_H
#define RASOAT_CLI_READING_H

#include "document/document.h"

/* Reads a file, or standard input for "-"; NULL after a message and an advice on stderr. */
Document *document_open(const char *file, Budget *budget);

/* FALSE, after the same, when the time of the document is used up. */
gboolean document_in_time(const char *file, const Budget *budget);

/* The only operand, or NULL after a message on stderr. */
const char *operand_single(char **operands);

#endif
