/* A table out of text: RFC 4180, with comma, semicolon or tab between fields, whichever the first line has
 * most of (spreadsheets use the semicolon where the comma is that of decimals). */
#ifndef RASOAT_BATCH_TABLE_H
#define RASOAT_BATCH_TABLE_H

#include <glib.h>

/* A text being read; table_begin() fills it. */
typedef struct {
    const char *at;
    char separator;
    guint line;
} Table;

typedef struct {
    GPtrArray *fields; /* of char *, blanks around them taken off */
    guint line;        /* the line it begins on, from 1 */
} TableRow;

void table_row_free(TableRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TableRow, table_row_free)

/* Stands before the first row of a text that is UTF-8, and outlives the table. */
void table_begin(Table *table, const char *text);

/* The next row that is not empty, of the caller; NULL at the end. */
TableRow *table_next(Table *table);

#endif
