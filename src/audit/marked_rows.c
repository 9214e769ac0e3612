/* Columns that hold nothing but marks (design: evidence 1, a table's column as a section). */
#include "audit/marked_rows.h"

#include <string.h>

enum {
    MOST_HEAD_ROWS = 2,     /* "Hình thức" over "Công khai", "Lấy ý kiến", "Giám sát" */
    MARKS_FOR_EACH_TEXT = 4 /* a column of marks may have a cell of words among so many marks */
};

struct MarkedRows {
    const AuditView *view;
    guint32 *asked;  /* per row, at one of its table: groups that its columns of marks are of */
    guint32 *marked; /* per row: groups that it is marked for */
    guint8 *refused; /* per row: whether a bare "không" stands in it */
};

MarkedRows *marked_rows_new(const AuditView *view)
{
    MarkedRows *marked = g_new0(MarkedRows, 1);

    marked->view = view;
    marked->asked = g_new0(guint32, view->rows->len + 1);
    marked->marked = g_new0(guint32, view->rows->len + 1);
    marked->refused = g_new0(guint8, view->rows->len + 1);
    return marked;
}

void marked_rows_free(MarkedRows *marked)
{
    if (!marked)
        return;
    g_free(marked->asked);
    g_free(marked->marked);
    g_free(marked->refused);
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

typedef enum { CELL_BLANK, CELL_MARK, CELL_REFUSAL, CELL_TEXT } CellKind;

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

/* A mark may have a remark behind it: "x (không nêu tên người tố cáo)". A bare "không" marks nothing; one
 * with a remark ("không, chỉ lãnh đạo xem") stands under what it refuses, and is judged there. */
static CellKind kind_of(const Block *cell)
{
    static const char *const blanks[] = {"-", "–", "—", "/", "0", "…", "..."};
    static const char *const marks[] = {"x", "X", "×", "✓", "✔", "✗",  "v",
                                        "V", "+", "*", "●", "•", "có", "Có"};
    static const char *const refusals[] = {"không", "Không", "KHÔNG"};
    g_autofree char *text = mark_in(cell);
    if (*text == '\0')
        return memchr(cell->text, '(', cell->length) ? CELL_TEXT : CELL_BLANK;
    for (guint i = 0; i < G_N_ELEMENTS(blanks); i++)
        if (strcmp(text, blanks[i]) == 0)
            return CELL_BLANK;
    for (guint i = 0; i < G_N_ELEMENTS(marks); i++)
        if (strcmp(text, marks[i]) == 0)
            return CELL_MARK;
    for (guint i = 0; i < G_N_ELEMENTS(refusals); i++)
        if (strcmp(text, refusals[i]) == 0)
            return strpbrk(cell->text, "(;,") ? CELL_MARK : CELL_REFUSAL;
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
    guint marks = 0, texts = 0;

    for (guint i = 0; i < count; i++) {
        const Block *cell = block_at(marked, cells[i]);
        const CellKind kind = cell->row > head_row ? kind_of(cell) : CELL_BLANK;
        marks += kind == CELL_MARK;
        texts += kind == CELL_TEXT;
    }
    if (marks == 0 || texts * MARKS_FOR_EACH_TEXT > marks)
        return;
    marked->asked[row_of(marked, head)] |= groups;
    for (guint i = 0; i < count; i++) {
        const Block *cell = block_at(marked, cells[i]);
        const CellKind kind = cell->row > head_row ? kind_of(cell) : CELL_BLANK;
        if (kind == CELL_MARK)
            marked->marked[row_of(marked, cells[i])] |= groups;
        else if (kind == CELL_REFUSAL)
            marked->refused[row_of(marked, cells[i])] = TRUE;
    }
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
        if (asked != 0 &&
            (marked->marked[i] != 0 || !marked->refused[i])) { /* refused outright: as it stands */
            const Assignment assignment = {
                .first = row->first, .end = row->end, .groups = marked->marked[i], .keeps = TRUE};
            g_array_append_val(assignments, assignment);
        }
        asked |= marked->asked[i];
    }
}
