/* Columns that hold nothing but marks (design: evidence 1, a table's column as a section). */
#include "audit/marked_rows.h"

#include <string.h>

enum { MOST_HEAD_ROWS = 2 }; /* "Hình thức" over "Công khai", "Lấy ý kiến", "Giám sát" */

struct MarkedRows {
    const AuditView *view;
    guint32 *asked;  /* per row, at one of its table: groups that its columns of marks are of */
    guint32 *marked; /* per row: groups that it is marked for */
};

MarkedRows *marked_rows_new(const AuditView *view)
{
    MarkedRows *marked = g_new0(MarkedRows, 1);

    marked->view = view;
    marked->asked = g_new0(guint32, view->rows->len + 1);
    marked->marked = g_new0(guint32, view->rows->len + 1);
    return marked;
}

void marked_rows_free(MarkedRows *marked)
{
    if (!marked)
        return;
    g_free(marked->asked);
    g_free(marked->marked);
    g_free(marked);
}

static const Block *block_at(const MarkedRows *marked, guint block)
{
    return document_block(marked->view->outline->document, block);
}

static guint row_of(const MarkedRows *marked, guint block)
{
    return (guint)(cell_rows_of_block(marked->view->rows, block) - (const CellRow *)marked->view->rows->data);
}

typedef enum { CELL_BLANK, CELL_MARK, CELL_TEXT } CellKind;

/* The text of a cell up to a remark, without the white space around it. Owned by the caller. */
static char *mark_in(const Block *cell)
{
    const char *first = cell->text, *end = cell->text + cell->length;
    const char *remark = first;
    while (remark < end && !strchr("(;,", *remark))
        remark++;
    for (end = remark; first < end && g_unichar_isspace(g_utf8_get_char(first));)
        first = g_utf8_next_char(first);
    while (end > first && g_unichar_isspace(g_utf8_get_char(g_utf8_prev_char(end))))
        end = g_utf8_prev_char(end);
    return g_strndup(first, (gsize)(end - first));
}

/* A mark may have a remark behind it: "x (không nêu tên người tố cáo)". */
static CellKind kind_of(const Block *cell)
{
    static const char *const blanks[] = {"-", "–", "—", "/", "0", "…", "..."};
    static const char *const marks[] = {"x", "X", "×", "✓", "✔", "✗",  "v",
                                        "V", "+", "*", "●", "•", "có", "Có"};
    g_autofree char *text = mark_in(cell);
    if (*text == '\0')
        return memchr(cell->text, '(', cell->length) ? CELL_TEXT : CELL_BLANK;
    for (guint i = 0; i < G_N_ELEMENTS(blanks); i++)
        if (strcmp(text, blanks[i]) == 0)
            return CELL_BLANK;
    for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
        if (strcmp(text, marks[i]) == 0)
            return CELL_MARK;
    return CELL_TEXT;
}

gboolean marked_rows_may_head(const MarkedRows *marked, guint block)
{
    const Block *cell = block_at(marked, block);
    return cell->table != 0 && cell->row < MOST_HEAD_ROWS;
}

void marked_rows_note(MarkedRows *marked, guint head, guint32 groups, const guint *cells, guint count)
{
    const guint32 head_row = block_at(marked, head)->row;
    gboolean marks = FALSE;

    for (guint i = 0; i < count; i++) {
        const Block *cell = block_at(marked, cells[i]);
        const CellKind kind = cell->row > head_row ? kind_of(cell) : CELL_BLANK;
        if (kind == CELL_TEXT)
            return;
        marks = marks || kind == CELL_MARK;
    }
    if (!marks)
        return;
    marked->asked[row_of(marked, head)] |= groups;
    for (guint i = 0; i < count; i++)
        if (block_at(marked, cells[i])->row > head_row && kind_of(block_at(marked, cells[i])) == CELL_MARK)
            marked->marked[row_of(marked, cells[i])] |= groups;
}

void marked_rows_assign(const MarkedRows *marked, GArray *assignments)
{
    const GArray *rows = marked->view->rows;
    guint32 table = 0, asked = 0;

    for (guint i = 0; i < rows->len; i++) {
        const CellRow *row = &g_array_index(rows, CellRow, i);
        const Block *cell = block_at(marked, row->first);
        if (cell->table != table) {
            table = cell->table;
            asked = 0;
        }
        if (asked != 0) {
            const Assignment assignment = {.first = row->first, .end = row->end, .groups = marked->marked[i]};
            g_array_append_val(assignments, assignment);
        }
        asked |= marked->asked[i];
    }
}
