/* A table out of text: RFC 4180, with comma, semicolon or tab between fields, whichever the first line has
 * most of (spreadsheets use the semicolon where the comma is that of decimals). */
#ifndef RASOAT_BATCH_TABLE_H
#define RASOAT_BATCH_TABLE_H

#include <glib.h>

typedef struct {
    GPtrArray *fields; /* of char *, blanks around them taken off */
    guint line;        /* the line it begins on, from 1 */
} TableRow;

/* Rows of a text that is UTF-8; empty ones are left out. Array of TableRow *, of the caller. */
GPtrArray *table_parse(const char *text);

#endif
