/* What tables refuse: a cell of its row, a head of its column (design: evidence, "Negation"). */
#include "audit/refused_rows.h"

#include "audit/sentence.h"

#define MOST_COLUMNS 64 /* of a table that are looked at, a bit each; Word has 63 at most */

/* What the cells of the first row of a table say of the columns below them. */
typedef struct {
    guint refusing[MOST_COLUMNS];  /* the sentence that refuses a column, from 1 */
    guint32 refused[MOST_COLUMNS]; /* of which groups */
    guint32 topics[MOST_COLUMNS];  /* groups whose verb the head has: "Công khai" */
} ColumnHeads;

/* Cells of one row: units [first, end). */
typedef struct {
    const AuditContext *context;
    guint first, end;
} Row;

static const Block *cell_of(const Row *row, guint unit)
{
    return view_block(row->context->view, unit);
}

/* The only sentence of a cell's paragraph; FALSE when it has more. */
static gboolean find_only_sentence(const Row *row, guint unit, guint *s)
{
    const TextUnit *text = view_unit(row->context->view, unit);
    *s = text->first_sentence;
    return text->end_sentence == text->first_sentence + 1;
}

static void read_heads(const Row *row, ColumnHeads *heads)
{
    *heads = (ColumnHeads){0};
    for (guint u = row->first; u < row->end; u++) {
        const guint column = cell_of(row, u)->column;
        guint s;
        if (column >= MOST_COLUMNS || !find_only_sentence(row, u, &s))
            continue;
        if (refusals_are_bare(row->context, s)) {
            heads->refusing[column] = s + 1;
            heads->refused[column] = refusals_around(row->context, s);
        }
        heads->topics[column] |= row->context->topics[s];
    }
}

/* Whether a cell opens with a no of its own: "Không", "Không; chỉ trình lãnh đạo", "Không, để tra cứu". */
static gboolean says_no(const Row *row, guint unit)
{
    const AuditView *view = row->context->view;
    const TextUnit *text = view_unit(view, unit);
    const guint s = text->first_sentence;
    if (text->end_sentence == s || !(row->context->sentence_flags[s] & SENTENCE_NEGATION))
        return FALSE;
    const Sentence *sentence = view_sentence(view, s);
    const guint opening = words_opening(view->words, sentence);
    guint end = opening + 1;
    while (end < sentence->end &&
           !(words_at(view->words, end)->flags & (WORD_AFTER_COMMA | WORD_AFTER_COLON)))
        end++;
    const Match *no = sentence_match_ending_at(view, view->rules->negations, s, end);
    return no && no->first <= opening;
}

/* The columns, a bit each, in which a cell of a row does not say no. */
static guint64 columns_that_say_yes(const Row *row)
{
    guint64 columns = 0;
    for (guint u = row->first; u < row->end; u++) {
        const guint column = cell_of(row, u)->column;
        if (column < MOST_COLUMNS && !(columns >> column & 1) && !says_no(row, u))
            columns |= G_GUINT64_CONSTANT(1) << column;
    }
    return columns;
}

/* What a cell that says no refuses by the head of its column, where no cell of another column says yes to the
 * same; yes: columns_that_say_yes(). */
static guint32 refused_by_no(const Row *row, guint unit, const ColumnHeads *heads, guint64 yes)
{
    const guint column = cell_of(row, unit)->column;
    if (column >= MOST_COLUMNS || heads->topics[column] == 0 || !says_no(row, unit))
        return 0;
    guint32 refused = heads->topics[column];
    for (guint other = 0; other < MOST_COLUMNS; other++)
        if (other != column && (yes >> other & 1))
            refused &= ~heads->topics[other];
    return refused;
}

/* Whether a sentence grants the verb of a group before it refuses something: "niêm yết, không đọc loa". */
static gboolean grants_before(const AuditContext *context, guint s, guint group)
{
    const guint first = context->refusals[s].first;
    const Match *verb = first > 0 ? sentence_verb(context, group, s, first - 1) : NULL;
    return verb && verb->first < first && !sentence_denies_at(context, s, verb->first);
}

/* Whether the refusal of a cell's sentence is a clause of its own, which ends the sentence: "để tủ Trưởng
 * phòng, không đưa ra". */
static gboolean is_bare_clause(const AuditContext *context, guint s)
{
    const WordRange *refusal = &context->refusals[s];
    return context->refused[s] != 0 && refusal->end == view_sentence(context->view, s)->end &&
           (words_at(context->view->words, refusal->first)->flags & WORD_AFTER_COMMA);
}

/* What a cell's paragraph refuses of its row: by a sentence or clause that is nothing but a refusal, unless
 * another grants the same. *s: that sentence. */
static guint32 refused_by_cell(const Row *row, guint unit, guint *s)
{
    const AuditContext *context = row->context;
    const TextUnit *text = view_unit(context->view, unit);
    guint32 refused = 0, granted = 0;

    for (guint at = text->first_sentence; at < text->end_sentence; at++) {
        const gboolean bare = refusals_are_bare(context, at);
        guint32 here = bare || is_bare_clause(context, at) ? refusals_around(context, at) : 0;
        for (guint g = 0; here && !bare && g < context->view->rules->groups->len; g++)
            if ((here >> g & 1) && grants_before(context, at, g))
                here &= ~(1u << g);
        granted |= context->topics[at] & ~context->refused[at];
        if (here && !refused) {
            refused = here;
            *s = at;
        }
    }
    return refused & ~granted;
}

static void refuse_row(AuditContext *context, const Row *row, const ColumnHeads *heads)
{
    guint refusing[2] = {0, 0}, columns[2] = {0, 0}; /* sentences from 1, of two columns */
    guint32 refused[2] = {0, 0};
    gboolean weak = FALSE;
    const guint64 yes = columns_that_say_yes(row);

    for (guint u = row->first; u < row->end; u++) {
        const guint column = cell_of(row, u)->column;
        const guint32 no = refused_by_no(row, u, heads, yes);
        guint s = view_unit(context->view, u)->first_sentence;
        if (column < MOST_COLUMNS && heads->refusing[column])
            refusals_add(context, view_unit(context->view, u)->index, heads->refusing[column] - 1,
                         heads->refused[column]);
        if (view_unit(context->view, u)->end_sentence == s)
            continue;
        context->refused[s] |= no;
        context->proven[s] |= no;
        guint only;
        weak = weak || (find_only_sentence(row, u, &only) && sentence_is_left_open(context, only));
        const guint32 here = no | refused_by_cell(row, u, &s);
        if (!here)
            continue;
        const guint slot = refusing[0] && columns[0] != column;
        refusing[slot] = s + 1;
        refused[slot] = here;
        columns[slot] = column;
    }
    for (guint u = row->first; u < row->end && (refusing[0] || weak); u++) {
        const guint slot = refusing[0] && columns[0] == cell_of(row, u)->column;
        const guint b = view_unit(context->view, u)->index;
        if (refusing[slot])
            refusals_add(context, b, refusing[slot] - 1, refused[slot]);
        if (weak)
            context->blocks[b].weak |= context->blocks[b].groups;
    }
}

/* Whether the cells of a row stand beside each other: text in two columns. */
static gboolean has_columns(const Row *row)
{
    return row->first < row->end && cell_of(row, row->first)->column != cell_of(row, row->end - 1)->column;
}

void refusals_of_tables(AuditContext *context)
{
    const AuditView *view = context->view;
    ColumnHeads heads = {0};
    Row row = {context, 0, 0};

    for (; row.first < view->units->len && !context_is_late(context); row.first = row.end) {
        const Block *cell;
        row.end = row.first + 1;
        if (view_unit(view, row.first)->kind != UNIT_BLOCK || (cell = cell_of(&row, row.first))->table == 0)
            continue;
        row.end = view_row_end(view, row.first);
        if (cell->row == 0)
            heads = (ColumnHeads){0};
        if (!has_columns(&row))
            continue;
        if (cell->row == 0)
            read_heads(&row, &heads);
        else
            refuse_row(context, &row, &heads);
    }
}
