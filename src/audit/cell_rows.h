/* The rows of the tables of a document, found in one pass: what asks how many cells of a row say something
 * need not look through the row again for each of them. */
#ifndef RASOAT_AUDIT_CELL_ROWS_H
#define RASOAT_AUDIT_CELL_ROWS_H

#include "document/document.h"

#define NUMBER_CELL_BYTES 6 /* the most of a cell that only numbers its row, as "VIII.", "STT" */

/* Blocks [first, end) of one row that follow one another: a table within a cell parts its row. */
typedef struct {
    guint first, end;
    guint said;     /* the first block that says more than a running number; end: none */
    guint cells;    /* of one column each that say more than a running number: 0, 1, or 2 for more */
    gboolean heads; /* "said" is the title of the rows below: alone in its row but for a running number, and
                       short */
} CellRow;

/* All of them, in the order of the document: of CellRow. Owned by the caller. */
GArray *cell_rows_find(const Document *document);

/* The row that a block stands in; NULL: none. */
const CellRow *cell_rows_of_block(const GArray *rows, guint block);

/* Whether a cell of its row has text of its own beside a block's, more than a running number. */
gboolean cell_rows_share(const Document *document, const GArray *rows, guint block);

/* The block behind the rows that a title row heads: the next title row, or the end of the table. */
guint cell_rows_headed_end(const Document *document, const GArray *rows, const CellRow *title);

/* The cells below the first rows of all tables, column by column. */
typedef struct CellColumns CellColumns;
CellColumns *cell_columns_new(const Document *document);
void cell_columns_free(CellColumns *columns);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CellColumns, cell_columns_free)

/* The blocks below a block of a first row, in its column: *count of them. A column has so many lines that
 * head it and no more: for another there are none. */
const guint *cell_columns_below(CellColumns *columns, guint head, guint *count);

#endif
