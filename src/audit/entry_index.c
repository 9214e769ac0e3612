/* See entry_index.h. One table of texts: a letter for the kind, what the number stands in, the number. */
#include "audit/entry_index.h"

#include <string.h>

#include "audit/cell_rows.h"
#include "base/text_hash.h"

#define CAPTION "Bảng "

struct EntryIndex {
    const Outline *outline;
    GHashTable *places; /* key → a division, or a block and 1 */
    guint *row_ends;    /* per block of a table: behind the last of its row in a run */
    guint *runs;        /* per block of a table: the first of its run */
    guint *before;      /* per block: the last one before it that is of a table, not of its own, and 1 */
};

EntryIndex *entry_index_new(const Outline *outline)
{
    EntryIndex *index = g_new0(EntryIndex, 1);
    index->outline = outline;
    return index;
}

void entry_index_free(EntryIndex *index)
{
    if (!index)
        return;
    g_clear_pointer(&index->places, g_hash_table_unref);
    g_free(index->row_ends);
    g_free(index->runs);
    g_free(index->before);
    g_free(index);
}

/* Keys. */

static char *child_key(guint parent, DivisionLevel level, const char *number)
{
    return g_strdup_printf("c%u %d %s", parent, (int)level, number);
}

static char *informal_key(guint parent, const char *number)
{
    return g_strdup_printf("i%u %s", parent, number);
}

static char *decimal_key(guint component, const char *number)
{
    return g_strdup_printf("d%u %s", component, number);
}

static char *article_key(guint component, gint ordinal)
{
    return g_strdup_printf("a%u %d", component, ordinal);
}

/* Of captions and rows: the digits that a text begins with. */
static char *digits_key(char kind, guint in, const char *text)
{
    return g_strdup_printf("%c%u %.*s", kind, in, (int)strspn(text, "0123456789"), text);
}

/* Making. The last comes first, so that the first of a number stays. */

static void put(EntryIndex *index, char *key, guint place)
{
    g_hash_table_replace(index->places, key, GUINT_TO_POINTER(place));
}

static void put_divisions(EntryIndex *index)
{
    for (guint d = index->outline->divisions->len; d-- > 1;) {
        const Division *division = outline_division(index->outline, d);
        if (division->level == DIVISION_ARTICLE)
            put(index, article_key(division->component, division->ordinal), d);
        if (!division->number)
            continue;
        put(index, child_key(division->parent, division->level, division->number), d);
        if (division->informal)
            put(index, informal_key(division->parent, division->number), d);
        if (strchr(division->number, '.'))
            put(index, decimal_key(division->component, division->number), d);
    }
}

/* Captions whose table is the next that follows, but for empty lines. */
static void put_captions(EntryIndex *index)
{
    const Document *document = index->outline->document;

    for (guint c = 0; c < index->outline->components->len; c++) {
        const Component *component = outline_component(index->outline, c);
        guint next = component->end;
        for (guint b = component->end; b-- > component->first;) {
            const Block *block = document_block(document, b);
            if (block->table == 0 && next < component->end && document_block(document, next)->table != 0 &&
                g_str_has_prefix(block->text, CAPTION))
                put(index, digits_key('t', c, block->text + strlen(CAPTION)), next + 1);
            if (block->table != 0 || block->length > 0)
                next = b;
        }
    }
}

static void find_runs(EntryIndex *index)
{
    const Document *document = index->outline->document;
    guint last = 0, other = 0; /* the last block of a table, and of another than that, and 1 */

    index->runs = g_new0(guint, document->blocks->len + 1);
    index->before = g_new0(guint, document->blocks->len + 1);
    for (guint b = 0; b < document->blocks->len; b++) {
        const guint32 table = document_block(document, b)->table;
        const guint32 before = last ? document_block(document, last - 1)->table : 0;
        index->before[b] = last && before == table ? other : last;
        if (table == 0)
            continue;
        index->runs[b] = last == b && before == table ? index->runs[b - 1] : b;
        if (before != table)
            other = last;
        last = b + 1;
    }
}

static void find_row_ends(EntryIndex *index)
{
    const Document *document = index->outline->document;
    const guint count = document->blocks->len;

    index->row_ends = g_new0(guint, count + 1);
    for (guint b = count; b-- > 0;) {
        const Block *cell = document_block(document, b);
        const Block *next = b + 1 < count ? document_block(document, b + 1) : NULL;
        const gboolean goes_on = next && next->table == cell->table && next->row == cell->row;
        index->row_ends[b] = goes_on ? index->row_ends[b + 1] : b + 1;
    }
}

/* Cells that number their rows: "7", "7.", "7)". */
static void put_rows(EntryIndex *index)
{
    const Document *document = index->outline->document;

    for (guint b = document->blocks->len; b-- > 0;) {
        const Block *cell = document_block(document, b);
        if (cell->table == 0 || cell->column != 0 || cell->length > NUMBER_CELL_BYTES)
            continue;
        const char *text = cell->length == 0 && cell->label ? cell->label : cell->text;
        const char after = text[strspn(text, "0123456789")];
        if (g_ascii_isdigit(*text) && (after == '\0' || after == '.' || after == ')'))
            put(index, digits_key('r', index->runs[b], text), b + 1);
    }
}

static void make(EntryIndex *index)
{
    index->places = text_table_new(NULL);
    find_runs(index);
    find_row_ends(index);
    put_divisions(index);
    put_captions(index);
    put_rows(index);
}

/* Asking. */

/* Takes the key. */
static guint place_of(EntryIndex *index, char *key)
{
    if (!index->places)
        make(index);
    const guint place = GPOINTER_TO_UINT(g_hash_table_lookup(index->places, key));
    g_free(key);
    return place;
}

guint entry_index_child(EntryIndex *index, guint parent, DivisionLevel level, const char *label)
{
    const guint formal = place_of(index, child_key(parent, level, label));
    const guint informal = place_of(index, informal_key(parent, label));
    return formal && informal ? MIN(formal, informal) : MAX(formal, informal);
}

guint entry_index_decimal(EntryIndex *index, guint component, const char *label)
{
    return place_of(index, decimal_key(component, label));
}

guint entry_index_article(EntryIndex *index, guint component, guint32 ordinal)
{
    return place_of(index, article_key(component, (gint)ordinal));
}

static guint block_of(const EntryIndex *index, guint place)
{
    return place ? place - 1 : index->outline->document->blocks->len;
}

guint entry_index_table(EntryIndex *index, guint component, const char *label)
{
    return block_of(index, place_of(index, digits_key('t', component, label)));
}

guint entry_index_table_before(EntryIndex *index, guint block, guint first)
{
    if (!index->places)
        make(index);
    const guint before = index->before[block];
    return before > first ? index->runs[before - 1] : index->outline->document->blocks->len;
}

gboolean entry_index_row(EntryIndex *index, guint table, const char *label, EntryRange *row)
{
    const guint place = place_of(index, digits_key('r', index->runs[table], label));
    if (place)
        *row = (EntryRange){place - 1, index->row_ends[place - 1]};
    return place > 0;
}
