/* One pass over the sentences for lists, one over the rows of tables. A sentence with the verb of a group is
 * left out everywhere: that verb speaks for it. */
#include "audit/handled.h"

#include "audit/sections.h"
#include "audit/sentence.h"

enum {
    MOST_COLUMNS = 32,   /* of a table of which what stands in them is noted */
    HEAD_CHARACTERS = 30 /* of a cell that heads a column, at most */
};

static guint block_of(const AuditView *view, guint sentence)
{
    return view_unit(view, view->unit_of_sentence[sentence])->index;
}

/* Adds the groups to what the sentences of blocks [first, end) have. */
static void hand_down(AuditContext *context, guint first, guint end, guint32 groups)
{
    const AuditView *view = context->view;
    for (guint s = view_sentence_from(view, first); s < view->body_end && block_of(view, s) < end; s++)
        context->handled[s] |= groups & ~context->topics[s];
}

/* What a sentence says is done of what it opens; "Những tin sau xã không được giữ riêng" says it is not. */
static guint32 told_by(const AuditContext *context, guint sentence)
{
    const gboolean denies = (context->sentence_flags[sentence] & SENTENCE_NEGATION) != 0;
    return denies ? 0 : context->handled[sentence] & ~context->topics[sentence];
}

/* Per sentence the groups whose lists it opens by a phrase of theirs: whatever else it says is done, the list
 * is one of theirs. */
static guint32 *find_openings(const AuditView *view)
{
    guint32 *opened = g_new0(guint32, view->words->sentences->len + 1);
    for (guint g = 0; g < view->rules->groups->len; g++) {
        const Group *group = view->rules->groups->pdata[g];
        for (guint i = 0; i < group->lead_ins->len; i++) {
            guint count;
            const Match *matches = view_matches(view, g_array_index(group->lead_ins, guint, i), &count);
            for (guint k = 0; k < count; k++)
                opened[matches[k].sentence] |= 1u << g;
        }
    }
    return opened;
}

/* --- lists --- */

/* The end of the list that a block opens, which reaches over no title: "… ban hành Quy chế như sau:" opens
 * none. */
static guint list_end(const Outline *outline, guint block, guint *ends)
{
    const guint end = sections_list_end(outline, block, ends);
    for (guint b = block + 1; b < end; b++)
        if (outline_is_heading(outline, b))
            return b;
    return end;
}

/* A sentence that opens a list says of its entries what it says: "Các việc sau do phòng Kế toán lập, trình
 * Giám đốc ký:". A list within is part of it. */
static void hand_down_lists(AuditContext *context, const guint32 *opened)
{
    const AuditView *view = context->view;
    const Outline *outline = view->outline;
    g_autofree guint *ends = g_new0(guint, outline->divisions->len + 1);
    guint end = 0;

    for (guint s = 0; s < view->body_end; s++) {
        const guint block = block_of(view, s);
        const guint32 told = told_by(context, s) & ~opened[s];
        if (told == 0 || block < end || view_unit(view, view->unit_of_sentence[s])->kind != UNIT_BLOCK)
            continue;
        const Block *text = document_block(outline->document, block);
        if (text->table == 0 && block_last_character(text) == ':' &&
            (s + 1 >= view->body_end || block_of(view, s + 1) != block)) {
            end = list_end(outline, block, ends);
            hand_down(context, block + 1, end, told);
        }
    }
}

/* --- tables --- */

/* What the cells of a table say. */
typedef struct {
    guint32 table;
    guint32 shown;  /* groups of which the head or the sentence above the table has a verb, or opens a list */
    guint32 headed; /* those of the head alone */
    guint32 told;   /* those of which one of them says what else is done */
    guint32 verbs[MOST_COLUMNS]; /* those of which a cell of the column has a verb */
} Table;

/* Sets the groups of which the sentences of blocks [first, end) have a verb, or open lists, and those of
 * which a sentence says what else is done. opened: NULL: lists are not asked for. */
static void read_cells(const AuditContext *context, guint first, guint end, const guint32 *opened,
                       guint32 *topics, guint32 *handled)
{
    const AuditView *view = context->view;
    *topics = *handled = 0;
    for (guint s = view_sentence_from(view, first); s < view->body_end && block_of(view, s) < end; s++) {
        *topics |= context->topics[s] | (opened ? opened[s] : 0);
        *handled |= told_by(context, s);
    }
}

static const CellRow *row_at(const AuditView *view, guint i)
{
    return &g_array_index(view->rows, CellRow, i);
}

/* The block behind the cell that begins at a block. */
static guint cell_end(const Document *document, const CellRow *row, guint block)
{
    guint end = block + 1;
    while (end < row->end && document_block(document, end)->column == document_block(document, block)->column)
        end++;
    return end;
}

/* Reads the line above a table: what its last sentence says of the table is said of its rows; not what a cell
 * of another table says, nor an entry of a list that opens nothing. */
static void read_line_above(const AuditContext *context, guint block, const guint32 *opened, Table *table)
{
    const Outline *outline = context->view->outline;
    const Division *division = outline_division(outline, outline->division_of[block]);
    const Block *text = document_block(outline->document, block);
    guint32 unused;

    if (text->table != 0)
        return;
    read_cells(context, block, block + 1, opened, &table->shown, &unused);
    const guint behind = view_sentence_from(context->view, block + 1);
    const gboolean is_entry = division->level >= DIVISION_CLAUSE && division->first == block;
    if (behind > 0 && block_of(context->view, behind - 1) == block &&
        (!is_entry || block_last_character(text) == ':'))
        table->told |= told_by(context, behind - 1);
}

/* Whether a cell reads as the head of a column: a few words. */
static gboolean is_head(const Document *document, guint block)
{
    const Block *cell = document_block(document, block);
    return g_utf8_strlen(cell->text, cell->length) <= HEAD_CHARACTERS;
}

/* Reads the table that begins with row i: its head, the sentence above it, and what its columns have verbs
 * of. The row behind it. */
static guint read_table(const AuditContext *context, guint i, const guint32 *opened, Table *table)
{
    const AuditView *view = context->view;
    const Document *document = view->outline->document;
    const Block *first = document_block(document, row_at(view, i)->first);
    guint32 topics, handled;

    *table = (Table){.table = first->table};
    if (row_at(view, i)->first > 0)
        read_line_above(context, row_at(view, i)->first - 1, opened, table);
    for (; i < view->rows->len; i++) {
        const CellRow *row = row_at(view, i);
        if (document_block(document, row->first)->table != table->table)
            break;
        for (guint b = row->first, end; b < row->end; b = end) {
            const Block *cell = document_block(document, b);
            end = cell_end(document, row, b);
            read_cells(context, b, end, cell->row == 0 ? opened : NULL, &topics, &handled);
            if (cell->row == 0) {
                table->headed |= topics;
                table->told |= is_head(document, b) ? handled : 0;
            } else if (cell->column < MOST_COLUMNS) {
                table->verbs[cell->column] |= topics;
            }
        }
    }
    table->shown |= table->headed;
    table->told &= ~table->shown;
    return i;
}

/* The first cell of a row names what the next one deals with: where that says what else is done with it, and
 * no cell has a verb of the group, none is an entry of the group ("Bản đồ quy hoạch | Cất ở tủ hồ sơ"). A
 * later cell says so where others of its column have the verb, and no head ("Đường đi": "Công khai", "Gửi
 * Sở"). */
static void hand_down_row(AuditContext *context, const CellRow *row, const Table *table)
{
    const Document *document = context->view->outline->document;
    guint32 topics, handled, unused, told = table->told;
    gboolean is_next = TRUE;

    read_cells(context, row->first, row->end, NULL, &topics, &unused);
    for (guint b = row->said < row->end ? cell_end(document, row, row->said) : row->end, end; b < row->end;
         b = end) {
        const guint column = document_block(document, b)->column;
        end = cell_end(document, row, b);
        read_cells(context, b, end, NULL, &unused, &handled);
        if (is_next)
            told |= handled;
        else if (column < MOST_COLUMNS)
            told |= handled & table->verbs[column] & ~table->headed;
        is_next = FALSE;
    }
    hand_down(context, row->first, row->end, told & ~topics);
}

static void hand_down_tables(AuditContext *context, const guint32 *opened)
{
    const AuditView *view = context->view;

    for (guint i = 0, end; i < view->rows->len && !context_is_late(context); i = end) {
        Table table;
        end = read_table(context, i, opened, &table);
        for (; i < end; i++)
            if (document_block(view->outline->document, row_at(view, i)->first)->row != 0)
                hand_down_row(context, row_at(view, i), &table);
    }
}

void handled_hand_down(AuditContext *context)
{
    g_autofree guint32 *opened = find_openings(context->view);

    hand_down_lists(context, opened);
    hand_down_tables(context, opened);
}
