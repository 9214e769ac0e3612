/* What a scan asks of each literal: put together for each purpose when a book is sealed, and for several
 * purposes when a scan asks for them. Which are asked for together depends on documents (their kind, the
 * packs in force), and a batch asks for few sets of them again and again. */
#include "rules/phrasebook_private.h"

void scan_rows_clear(ScanRows *rows)
{
    g_free(rows->rows);
    g_free(rows->cells);
    g_free(rows->begin_words);
}

/* Of one purpose. */

/* What each literal has, by literal and in the order of numbers. */
typedef struct {
    guint32 *first; /* by literal, and one more: in numbers */
    guint32 *numbers;
} OfLiterals;

/* From how many each literal has, at the place behind its own, to where they begin: for counting sorts. */
static void count_up(guint32 *first, guint literals)
{
    for (guint i = 0; i < literals; i++)
        first[i + 1] += first[i];
}

static OfLiterals phrases_of_literals(const PhraseBook *book, const GArray *anchors)
{
    const guint literals = book->literals->len;
    OfLiterals of = {g_new0(guint32, literals + 1), g_new(guint32, anchors->len + 1)};

    for (guint i = 0; i < anchors->len; i++)
        of.first[g_array_index(anchors, Anchor, i).literal + 1]++;
    count_up(of.first, literals);
    g_autofree guint32 *next = g_memdup2(of.first, literals * sizeof *next);
    for (guint i = 0; i < anchors->len; i++) {
        const Anchor *anchor = &g_array_index(anchors, Anchor, i);
        of.numbers[next[anchor->literal]++] = anchor->phrase;
    }
    return of;
}

static OfLiterals groups_of_literals(const PhraseBook *book)
{
    const GArray *members = book->group_members;
    const guint literals = book->literals->len;
    OfLiterals of = {g_new0(guint32, literals + 1), g_new(guint32, members->len + 1)};

    for (guint i = 0; i < members->len; i++)
        of.first[g_array_index(members, guint32, i) + 1]++;
    count_up(of.first, literals);
    g_autofree guint32 *next = g_memdup2(of.first, literals * sizeof *next);
    for (guint32 g = 1; g < book->groups->len; g++)
        for (guint i = book_group(book, g)->members; i < book_group(book, g)->members_end; i++)
            of.numbers[next[g_array_index(members, guint32, i)]++] = g;
    return of;
}

static void of_literals_clear(OfLiterals *of)
{
    g_free(of->first);
    g_free(of->numbers);
}

static RowCell *add_phrase(const PhraseBook *book, guint32 number, RowCell *end)
{
    const Phrase *phrase = book->phrases->pdata[number];
    const gboolean has_probe = phrase->probes < phrase->probes_end;
    end->anchored = (Anchored){number, has_probe ? g_array_index(book->probes, guint32, phrase->probes) : 0};
    return end + 1;
}

/* first: of the groups of the row. */
static RowCell *add_groups(RowCell *first, RowCell *end, GroupBits groups)
{
    RowCell *cell = first;
    while (cell < end && cell->groups.word != groups.word)
        cell++;
    if (cell == end)
        (end++)->groups = (GroupBits){groups.word, 0};
    cell->groups.bits |= groups.bits;
    return end;
}

static void note_begin_word(const PhraseBook *book, ScanRows *rows, guint32 literal)
{
    const LiteralRow *row = &rows->rows[literal];
    if (literal != 0 && row->anchored < row->groups)
        bits_add(rows->begin_words,
                 g_array_index(book->literal_words, guint32, book_literal(book, literal)->words));
}

static ScanRows *rows_init(const PhraseBook *book, ScanRows *rows, guint purposes, guint cells)
{
    *rows = (ScanRows){.purposes = purposes,
                       .rows = g_new(LiteralRow, book->literals->len + 1),
                       .cells = g_new(RowCell, cells + 1),
                       .begin_words = g_new0(guint32, BIT_WORDS(book->bare_keys->len))};
    return rows;
}

static void seal_purpose(PhraseBook *book, guint purpose, const GArray *anchors, const OfLiterals *groups)
{
    const guint literals = book->literals->len;
    OfLiterals phrases = phrases_of_literals(book, anchors);
    g_autofree guint32 *asked = groups_asked_for(book, 1u << purpose);
    ScanRows *rows = rows_init(book, &book->rows[purpose], 1u << purpose,
                               phrases.first[literals] + groups->first[literals]);
    RowCell *end = rows->cells;

    for (guint32 literal = 0; literal < literals; literal++) {
        rows->rows[literal].anchored = (guint32)(end - rows->cells);
        for (guint i = phrases.first[literal]; i < phrases.first[literal + 1]; i++)
            end = add_phrase(book, phrases.numbers[i], end);
        RowCell *first = end;
        rows->rows[literal].groups = (guint32)(end - rows->cells);
        for (guint i = groups->first[literal]; i < groups->first[literal + 1]; i++) {
            const guint32 group = groups->numbers[i], probe = probe_of_group(book, group);
            if (bits_have(asked, group))
                end = add_groups(first, end, (GroupBits){probe / 32, 1u << probe % 32});
        }
        note_begin_word(book, rows, literal);
    }
    rows->rows[literals].anchored = rows->rows[literals].groups = (guint32)(end - rows->cells);
    of_literals_clear(&phrases);
}

void scan_rows_seal(PhraseBook *book, GArray *const *anchors)
{
    OfLiterals groups = groups_of_literals(book);
    for (guint purpose = 0; purpose < PURPOSES; purpose++)
        if (anchors[purpose])
            seal_purpose(book, purpose, anchors[purpose], &groups);
    of_literals_clear(&groups);
}

/* Of several. */

struct ScanRowsShelf {
    GMutex lock;
    GPtrArray *made; /* of ScanRows * */
};

static void scan_rows_free(gpointer data)
{
    scan_rows_clear(data);
    g_free(data);
}

ScanRowsShelf *scan_rows_shelf_new(void)
{
    ScanRowsShelf *shelf = g_new0(ScanRowsShelf, 1);
    g_mutex_init(&shelf->lock);
    shelf->made = g_ptr_array_new_with_free_func(scan_rows_free);
    return shelf;
}

void scan_rows_shelf_free(ScanRowsShelf *shelf)
{
    g_ptr_array_unref(shelf->made);
    g_mutex_clear(&shelf->lock);
    g_free(shelf);
}

/* The rows of each of the purposes that has any phrase. */
static guint choose_parts(const PhraseBook *book, guint purposes, const ScanRows **parts)
{
    guint count = 0;
    for (guint rest = purposes; rest != 0; rest &= rest - 1)
        if (book->rows[__builtin_ctz(rest)].purposes != 0)
            parts[count++] = &book->rows[__builtin_ctz(rest)];
    return count;
}

static void join_literal(ScanRows *rows, const ScanRows **parts, guint count, guint32 literal)
{
    LiteralRow *row = &rows->rows[literal];
    RowCell *end = rows->cells + row->anchored;

    for (guint k = 0; k < count; k++)
        for (guint i = parts[k]->rows[literal].anchored; i < parts[k]->rows[literal].groups; i++)
            *end++ = parts[k]->cells[i];
    RowCell *first = end;
    row->groups = (guint32)(end - rows->cells);
    for (guint k = 0; k < count; k++)
        for (guint i = parts[k]->rows[literal].groups; i < parts[k]->rows[literal + 1].anchored; i++)
            end = add_groups(first, end, parts[k]->cells[i].groups);
    row[1].anchored = row[1].groups = (guint32)(end - rows->cells);
}

static ScanRows *join_parts(const PhraseBook *book, guint purposes, const ScanRows **parts, guint count)
{
    const guint literals = book->literals->len;
    guint cells = 0;

    for (guint k = 0; k < count; k++)
        cells += parts[k]->rows[literals].anchored;
    ScanRows *rows = rows_init(book, g_new(ScanRows, 1), purposes, cells);
    rows->rows[0] = (LiteralRow){0, 0};
    for (guint32 literal = 0; literal < literals; literal++)
        join_literal(rows, parts, count, literal);
    for (guint k = 0; k < count; k++)
        for (guint i = 0; i < BIT_WORDS(book->bare_keys->len); i++)
            rows->begin_words[i] |= parts[k]->begin_words[i];
    return rows;
}

const ScanRows *scan_rows_of(const PhraseBook *book, guint purposes)
{
    const ScanRows *parts[PURPOSES], *found = NULL;
    const guint count = choose_parts(book, purposes, parts);
    ScanRowsShelf *shelf = book->shelf;

    if (count == 1)
        return parts[0];
    g_mutex_lock(&shelf->lock);
    for (guint i = 0; i < shelf->made->len && !found; i++)
        if (((const ScanRows *)shelf->made->pdata[i])->purposes == purposes)
            found = shelf->made->pdata[i];
    if (!found) {
        found = join_parts(book, purposes, parts, count);
        g_ptr_array_add(shelf->made, (gpointer)found);
    }
    g_mutex_unlock(&shelf->lock);
    return found;
}
