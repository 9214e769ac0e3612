/* One pass over the rows of all tables: a cell behind the first that opens with a lead-in, or ends a sentence
 * with the verb of a group, speaks of the cells before it (design: evidence 2 and 3). */
#include "audit/told_rows.h"

#include "audit/sentence.h"

enum { MOST_COLUMNS = 32 }; /* of a table of which heads are noted */

/* The groups that the first row of the table at hand gives its columns. */
typedef struct {
    guint32 table;
    guint32 groups[MOST_COLUMNS];
} Heads;

static void note_heads(Heads *heads, const Document *document, const CellRow *row, const guint32 *opened)
{
    const Block *first = document_block(document, row->first);

    if (first->table != heads->table)
        *heads = (Heads){.table = first->table};
    for (guint b = row->first; b < row->end && first->row == 0; b++)
        if (document_block(document, b)->column < MOST_COLUMNS)
            heads->groups[document_block(document, b)->column] |= opened[b];
}

/* Whether a column has a head that says what its cells are. */
static gboolean is_headed(const Heads *heads, guint column)
{
    return column < MOST_COLUMNS && heads->groups[column] != 0;
}

/* The groups whose verbs end a sentence: "văn bản ký xong thì công khai"; not a clause of several: "đến tận
 * nơi; đọc sổ; hỏi ở cuộc họp". */
static guint32 ending_verbs(const AuditContext *context, guint sentence)
{
    const guint32 topics = context->topics[sentence];
    guint32 groups = 0;

    for (guint g = 0; g < context->view->rules->groups->len; g++) {
        if (!(topics >> g & 1))
            continue;
        const Match *verb = sentence_verb(context, g, sentence, G_MAXUINT32);
        if (verb && verb->end == view_sentence(context->view, sentence)->end &&
            !sentence_denies_at(context, sentence, verb->first))
            groups |= 1u << g;
    }
    return groups;
}

/* Whether a sentence is a clause of several that semicolons join. */
static gboolean is_clause(const AuditView *view, guint sentence)
{
    return sentence_continues(view, sentence) ||
           (sentence + 1 < view->body_end && sentence_continues(view, sentence + 1));
}

static guint32 told_by_cell(const AuditContext *context, guint block, guint32 opening)
{
    const AuditView *view = context->view;

    for (guint s = view_sentence_from(view, block);
         s < view->body_end && view_unit(view, view->unit_of_sentence[s])->index == block; s++)
        opening |= is_clause(view, s) ? 0 : ending_verbs(context, s);
    return opening;
}

void told_rows_assign(const AuditContext *context, const guint32 *opened, const guint32 *told,
                      GArray *assignments)
{
    const Document *document = context->view->outline->document;
    const GArray *rows = context->view->rows;
    Heads heads = {0};

    for (guint i = 0; i < rows->len && !context_is_late(context); i++) {
        const CellRow *row = &g_array_index(rows, CellRow, i);
        note_heads(&heads, document, row, opened);
        if (document_block(document, row->first)->row == 0 || row->said == row->end)
            continue;
        const guint named = document_block(document, row->said)->column;
        for (guint b = row->said + 1; b < row->end; b++) {
            const guint column = document_block(document, b)->column;
            if (column == named || is_headed(&heads, column) ||
                document_block(document, b)->length <= NUMBER_CELL_BYTES)
                continue;
            const Assignment assignment = {.first = row->first,
                                           .end = b,
                                           .groups = told_by_cell(context, b, told[b]),
                                           .adds = TRUE,
                                           .keeps = TRUE};
            if (assignment.groups)
                g_array_append_val(assignments, assignment);
        }
    }
}
