/* The cells of a row stand one after the other in the text of the view, so that a row is a sentence over
 * words that are there already. */
#include "audit/rows.h"

#define MOST_WORDS 60 /* of a row; longer ones hold paragraphs, which say what they say alone */

typedef struct {
    Sentence words;
    guint first_end; /* the word after its first cell, in which a match begins: others are of other things */
    guint32 groups;  /* of the sections that its cells stand in */
    guint32 refused; /* of these: of which a cell behind the first refuses something */
    gboolean is_read;
} Row;

struct RowReading {
    const AuditContext *context;
    guint purposes;
    GArray *rows;    /* of Row; NULL: not looked for yet */
    guint32 groups;  /* whose rows are read */
    GArray *matches; /* of RowMatch, by phrase, then place */
    GError *error;
};

RowReading *row_reading_new(const AuditContext *context, guint purposes)
{
    RowReading *reading = g_new0(RowReading, 1);

    reading->context = context;
    reading->purposes = purposes;
    reading->matches = g_array_new(FALSE, FALSE, sizeof(RowMatch));
    return reading;
}

void row_reading_free(RowReading *reading)
{
    if (!reading)
        return;
    if (reading->rows)
        g_array_unref(reading->rows);
    g_array_unref(reading->matches);
    g_clear_error(&reading->error);
    g_free(reading);
}

gboolean row_reading_check(const RowReading *reading, GError **error)
{
    if (!reading->error)
        return TRUE;
    g_propagate_error(error, g_error_copy(reading->error));
    return FALSE;
}

/* Gathering. */

/* Adds the row whose cells are the units [first, end), but for one that heads columns and one that has not
 * two cells that say something. */
static void add_row(RowReading *reading, guint first, guint end)
{
    const AuditView *view = reading->context->view;
    Row row = {.words = {G_MAXUINT32, 0}};
    guint column = G_MAXUINT, columns = 0;

    if (view_block(view, first)->row == 0)
        return;
    for (guint u = first; u < end; u++) {
        const TextUnit *unit = view_unit(view, u);
        const Block *cell = view_block(view, u);
        const BlockContext *block = &reading->context->blocks[unit->index];
        if (cell->length <= NUMBER_CELL_BYTES || unit->first_sentence == unit->end_sentence)
            continue;
        columns += cell->column != column;
        column = cell->column;
        if (columns == 1)
            row.first_end = view_sentence(view, unit->end_sentence - 1)->end;
        row.groups |= block->proof == PLACE_COUNTS ? block->groups : 0;
        for (guint s = unit->first_sentence; columns > 1 && s < unit->end_sentence; s++)
            row.refused |= reading->context->refused[s];
        row.words.first = MIN(row.words.first, view_sentence(view, unit->first_sentence)->first);
        row.words.end = view_sentence(view, unit->end_sentence - 1)->end;
    }
    if (columns > 1 && row.groups != 0 && row.words.end - row.words.first <= MOST_WORDS)
        g_array_append_val(reading->rows, row);
}

static void gather_rows(RowReading *reading)
{
    const AuditView *view = reading->context->view;

    reading->rows = g_array_new(FALSE, FALSE, sizeof(Row));
    for (guint first = 0, end; first < view->units->len; first = end) {
        const TextUnit *unit = view_unit(view, first);
        end = first + 1;
        if (unit->kind != UNIT_BLOCK)
            break; /* titles, which are said again */
        if (view_block(view, first)->table == 0)
            continue;
        end = view_row_end(view, first);
        add_row(reading, first, end);
    }
}

/* Reading. */

/* The sentence of the body that a word stands in. */
static guint sentence_of_word(const AuditView *view, guint word)
{
    guint low = 0, high = view->body_end;

    while (low + 1 < high) {
        const guint middle = low + (high - low) / 2;
        if (view_sentence(view, middle)->first <= word)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Adds a match in a row that begins in its first cell, unless that has all of it, and says it alone. */
static void add_match(RowReading *reading, const Row *row, const Match *match)
{
    const AuditView *view = reading->context->view;
    RowMatch found = {*match, *match};

    if (match->first >= row->first_end || match->end <= row->first_end)
        return;
    found.opens.sentence = sentence_of_word(view, match->first);
    found.ends.sentence = sentence_of_word(view, match->end - 1);
    found.opens.end = MIN(match->end, view_sentence(view, found.opens.sentence)->end);
    found.ends.first = MAX(match->first, view_sentence(view, found.ends.sentence)->first);
    g_array_append_val(reading->matches, found);
}

static gint by_phrase_and_place(gconstpointer a, gconstpointer b)
{
    const Match *x = &((const RowMatch *)a)->opens, *y = &((const RowMatch *)b)->opens;
    if (x->phrase != y->phrase)
        return x->phrase < y->phrase ? -1 : 1;
    return x->first < y->first ? -1 : x->first > y->first;
}

static void read_rows(RowReading *reading, guint32 groups)
{
    const AuditView *view = reading->context->view;
    g_autoptr(GArray) sentences = NULL, found = NULL, read = NULL;

    if (!reading->rows)
        gather_rows(reading);
    reading->groups |= groups;
    for (guint i = 0; i < reading->rows->len; i++) {
        Row *row = &g_array_index(reading->rows, Row, i);
        if (row->is_read || !(row->groups & groups))
            continue;
        if (!sentences) {
            sentences = g_array_new(FALSE, FALSE, sizeof(Sentence));
            read = g_array_new(FALSE, FALSE, sizeof(Row));
        }
        g_array_append_val(sentences, row->words);
        g_array_append_val(read, *row);
        row->is_read = TRUE;
    }
    if (!sentences)
        return;
    const Words words = {view->words->words, sentences};
    found = g_array_new(FALSE, FALSE, sizeof(Match));
    if (!matcher_scan(view->matcher, reading->purposes, &words, 0, sentences->len, view->text->str, found,
                      reading->error ? NULL : &reading->error))
        return;
    for (guint i = 0; i < found->len; i++) {
        const Match *match = &g_array_index(found, Match, i);
        add_match(reading, &g_array_index(read, Row, match->sentence), match);
    }
    g_array_sort(reading->matches, by_phrase_and_place);
}

gboolean row_reading_refuses(RowReading *reading, guint32 groups)
{
    if (!reading->rows)
        gather_rows(reading);
    for (guint i = 0; i < reading->rows->len; i++) {
        const Row *row = &g_array_index(reading->rows, Row, i);
        if (row->groups & row->refused & groups)
            return TRUE;
    }
    return FALSE;
}

/* The first match of a phrase or of one behind it. */
static guint first_of(const GArray *matches, guint phrase)
{
    guint low = 0, high = matches->len;

    while (low < high) {
        const guint middle = low + (high - low) / 2;
        if (g_array_index(matches, RowMatch, middle).opens.phrase < phrase)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const RowMatch *row_reading_find(RowReading *reading, guint32 groups, guint phrase, guint *count)
{
    if (groups & ~reading->groups)
        read_rows(reading, groups & ~reading->groups);
    *count = 0;
    if (reading->matches->len == 0)
        return NULL;
    const guint first = first_of(reading->matches, phrase);
    *count = first_of(reading->matches, phrase + 1) - first;
    return &g_array_index(reading->matches, RowMatch, first);
}
