/* A table out of text: RFC 4180, with comma, semicolon or tab between fields, whichever the first line has
 * most of (spreadsheets use the semicolon where the comma is that of decimals). */
#ifndef RASOAT_TEXT_TABLE_H
#define RASOAT_TEXT_TABLE_H

#include <glib.h>

#include "base/bilingual.h"

/* A text being read row by row; table_begin() fills it. */
typedef struct {
    const char *at;
    char separator;
    guint line;
    guint unclosed; /* the line on which a quote opens that nothing closes; 0: none so far */
} TableReader;

typedef struct {
    GPtrArray *fields; /* of char *, blanks around them taken off */
    guint line;        /* the line it begins on, from 1 */
} TableRow;

void table_row_free(TableRow *row);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(TableRow, table_row_free)

/* The text of a file of at most 16 MiB: UTF-8 with or without a byte order mark, or UTF-16 with one; lines
 * end with LF, CRLF, or CR where there is no LF. Owned by the caller. what: what it is, marked for the
 * catalogue, for messages. *digest receives the SHA-256 of the file, unless NULL. Error: USAGE, "vi · en";
 * also for a spreadsheet, which can be saved as CSV. */
char *table_read(const char *path, const char *what, char **digest, GError **error);

/* Stands before the first row of a text that is UTF-8, and outlives the reader. */
void table_begin(TableReader *reader, const char *text);

/* Says anew which separator it is, by the line that comes next: a title above a table has none. */
void table_renew_separator(TableReader *reader);

/* The next row that is not empty, of the caller; NULL at the end. */
TableRow *table_next(TableReader *reader);

/* FALSE with USAGE, the line named, when a quote among the rows read so far is not closed: what it swallowed
 * is no field. */
gboolean table_is_whole(const TableReader *reader, const char *path, GError **error);

/* The first column whose title is one of these (NULL-terminated), compared by text_bare_words(), with what it
 * explains in brackets or without; -1: there is none. */
gint table_find_column(const TableRow *head, const char *const *titles);

/* Whether another column after that one has such a title. */
gboolean table_has_column_twice(const TableRow *head, const char *const *titles);

/* The field in that column; "" when there is none. Owned by the row. */
const char *table_field(const TableRow *row, gint column);

/* Refuses the field of a row, named by file, line and column: "ds.csv, dòng 3, cột “Số người”: “nhiều” không
 * phải là số · …". column: its name in both languages; text: marked for the catalogue. FALSE always, with
 * USAGE. */
gboolean table_refuse(const char *path, const TableRow *row, const BilingualText *column, const char *value,
                      const char *text, GError **error);

#endif
