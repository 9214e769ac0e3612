/* One pass over the blocks for rows; one sort for columns. */
#include "audit/cell_rows.h"

enum {
    TITLE_ROW_CHARACTERS = 125, /* of a row that may be the title of those below it */
    MOST_HEADS = 8,             /* lines that head one column; what no writer means would take the square */
};

/* --- rows ------------------------------------------------------------------------------------------------
 */

static CellRow *row_at(const GArray *rows, guint i)
{
    return &g_array_index(rows, CellRow, i);
}

static gboolean share_row(const Document *document, guint block, guint other)
{
    const Block *x = document_block(document, block), *y = document_block(document, other);
    return x->table == y->table && x->row == y->row;
}

/* Whether a short cell names a column ("Việc", "Tin", "Ai") rather than numbering or marking its row: letters
 * alone, at the head of the table and behind the first column. */
static gboolean names_column(const Block *cell)
{
    const char *at = cell->text, *end = cell->text + cell->length;

    while (at < end && g_unichar_isalpha(g_utf8_get_char(at)))
        at = g_utf8_next_char(at);
    return cell->row == 0 && cell->column > 0 && at == end && g_utf8_strlen(cell->text, cell->length) > 1;
}

static CellRow read_row(const Document *document, guint first)
{
    CellRow row = {.first = first, .end = first, .said = G_MAXUINT};
    guint column = G_MAXUINT;

    for (; row.end < document->blocks->len && share_row(document, first, row.end); row.end++) {
        const Block *cell = document_block(document, row.end);
        if ((cell->length <= NUMBER_CELL_BYTES && !names_column(cell)) || cell->column == column)
            continue;
        column = cell->column;
        row.said = MIN(row.said, row.end);
        row.cells = MIN(row.cells + 1, 2);
    }
    row.said = MIN(row.said, row.end);
    return row;
}

/* Whether a block of a row is all of its cell. */
static gboolean is_whole_cell(const Document *document, const CellRow *row, guint block)
{
    const guint column = document_block(document, block)->column;
    return (block == row->first || document_block(document, block - 1)->column != column) &&
           (block + 1 == row->end || document_block(document, block + 1)->column != column);
}

/* Whether a row is the title of the one behind it, which has cells beside each other. */
static gboolean heads_row(const Document *document, const CellRow *row, const CellRow *below)
{
    if (row->cells != 1 || below->cells < 2 || below->first != row->end)
        return FALSE;
    const Block *title = document_block(document, row->said), *cell = document_block(document, below->first);
    return cell->table == title->table && cell->row == title->row + 1 && title->layer == LAYER_BODY &&
           is_whole_cell(document, row, row->said) &&
           g_utf8_strlen(title->text, title->length) < TITLE_ROW_CHARACTERS;
}

GArray *cell_rows_find(const Document *document)
{
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(CellRow));

    for (guint b = 0; b < document->blocks->len;) {
        if (document_block(document, b)->table == 0) {
            b++;
            continue;
        }
        const CellRow row = read_row(document, b);
        g_array_append_val(rows, row);
        b = row.end;
    }
    for (guint i = 0; i + 1 < rows->len; i++)
        row_at(rows, i)->heads = heads_row(document, row_at(rows, i), row_at(rows, i + 1));
    return rows;
}

const CellRow *cell_rows_of_block(const GArray *rows, guint block)
{
    guint low = 0, high = rows->len;

    while (low < high) {
        const guint middle = low + (high - low) / 2;
        if (row_at(rows, middle)->end <= block)
            low = middle + 1;
        else
            high = middle;
    }
    return low < rows->len && row_at(rows, low)->first <= block ? row_at(rows, low) : NULL;
}

gboolean cell_rows_share(const Document *document, const GArray *rows, guint block)
{
    const CellRow *row = cell_rows_of_block(rows, block);
    if (!row || row->cells == 0)
        return FALSE;
    return row->cells > 1 ||
           document_block(document, row->said)->column != document_block(document, block)->column;
}

guint cell_rows_headed_end(const Document *document, const GArray *rows, const CellRow *title)
{
    const guint32 table = document_block(document, title->first)->table;
    const CellRow *end = row_at(rows, rows->len), *row = title + 1;

    while (row < end && row->first == row[-1].end && document_block(document, row->first)->table == table) {
        if (row->heads)
            return row->said;
        row++;
    }
    return row[-1].end;
}

/* --- columns ---------------------------------------------------------------------------------------------
 */

struct CellColumns {
    const Document *document;
    GArray *blocks; /* of guint, by table, column and place */
    guint8 *heads;  /* at the first block of each column: how often it was asked about */
};

static gint compare_columns(const Block *x, const Block *y)
{
    if (x->table != y->table)
        return x->table < y->table ? -1 : 1;
    return x->column < y->column ? -1 : x->column > y->column;
}

static gint compare_cells(gconstpointer a, gconstpointer b, gpointer document)
{
    const guint x = *(const guint *)a, y = *(const guint *)b;
    const gint order = compare_columns(document_block(document, x), document_block(document, y));
    return order ? order : x < y ? -1 : x > y;
}

CellColumns *cell_columns_new(const Document *document)
{
    CellColumns *columns = g_new0(CellColumns, 1);

    columns->document = document;
    columns->blocks = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint b = 0; b < document->blocks->len; b++)
        if (document_block(document, b)->table != 0 && document_block(document, b)->row != 0)
            g_array_append_val(columns->blocks, b);
    g_array_sort_with_data(columns->blocks, compare_cells, (gpointer)document);
    columns->heads = g_new0(guint8, columns->blocks->len + 1);
    return columns;
}

void cell_columns_free(CellColumns *columns)
{
    if (!columns)
        return;
    g_array_unref(columns->blocks);
    g_free(columns->heads);
    g_free(columns);
}

static gint compare_to_cell(const CellColumns *columns, guint head, guint i)
{
    return compare_columns(document_block(columns->document, head),
                           document_block(columns->document, g_array_index(columns->blocks, guint, i)));
}

const guint *cell_columns_below(CellColumns *columns, guint head, guint *count)
{
    guint low = 0, high = columns->blocks->len;

    *count = 0;
    while (low < high) {
        const guint middle = low + (high - low) / 2;
        if (compare_to_cell(columns, head, middle) > 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (columns->heads[low] == MOST_HEADS)
        return NULL;
    columns->heads[low]++;
    while (low + *count < columns->blocks->len && compare_to_cell(columns, head, low + *count) == 0)
        ++*count;
    return &g_array_index(columns->blocks, guint, low);
}
