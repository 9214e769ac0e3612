/* Reading "điểm a, c khoản 1 Điều 4": labels behind words like "điểm", small divisions before larger ones. */
#include "audit/entries.h"

#include <string.h>

#include "audit/cited.h"
#include "base/text_hash.h"

enum {
    MOST_ENTRIES = 24, /* of one sentence */
    MOST_LABELS = 64,  /* of one sentence that are looked for */
    MOST_LABEL = 24,   /* bytes of "3.1.4", "đ" */
    APART_REACH = 4,   /* words before a reference that may set it apart */
};

typedef enum { LEAD_POINT, LEAD_CLAUSE, LEAD_ARTICLE, LEAD_LARGER, LEAD_ROW, LEAD_TABLE, LEAD_DECIMAL } Lead;

/* Words behind which a label stands. */
static const struct {
    const char *word;
    Lead lead;
} leads[] = {{"điểm", LEAD_POINT},  {"khoản", LEAD_CLAUSE},  {"điều", LEAD_ARTICLE}, {"mục", LEAD_LARGER},
             {"phần", LEAD_LARGER}, {"chương", LEAD_LARGER}, {"stt", LEAD_ROW},      {"dòng", LEAD_ROW},
             {"số", LEAD_ROW},      {"tự", LEAD_ROW},        {"bảng", LEAD_TABLE},   {"tại", LEAD_DECIMAL},
             {"ở", LEAD_DECIMAL}};
/* Before "số" or "tự": a running number ("việc số 8", "số thứ tự 8") and not that of a document. */
static const char *const doubtful[] = {"số", "tự"};
static const char *const numbered[] = {"việc", "dung", "mục", "dòng", "khoản", "thứ"};
/* What sets a reference apart from what the sentence says. */
static const char *const apart[] = {"ngoài", "trừ", "theo", "dẫn", "như", "trái"};

/* First words of labels that wait for the clause, article or table that holds them. */
typedef struct {
    guint at[MOST_ENTRIES], count;
} Labels;

typedef struct {
    const AuditView *view;
    GHashTable *decimals;
    guint block;        /* that the sentence stands in */
    guint from;         /* … and its division */
    guint sentence_end; /* the word after it */
    Labels points, clauses, rows;
    GArray *entries;
} Reading;

/* The keys of those words; made once. */
typedef struct {
    guint64 leads[G_N_ELEMENTS(leads)], doubtful[G_N_ELEMENTS(doubtful)], numbered[G_N_ELEMENTS(numbered)],
        apart[G_N_ELEMENTS(apart)], and;
} Keys;

static void find_keys(const char *const *words, guint count, guint64 *found)
{
    for (guint i = 0; i < count; i++)
        found[i] = word_key(words[i]);
}

static const Keys *keys(void)
{
    static Keys *made;
    if (g_once_init_enter(&made)) {
        Keys *all = g_new0(Keys, 1);
        for (guint i = 0; i < G_N_ELEMENTS(leads); i++)
            all->leads[i] = word_key(leads[i].word);
        find_keys(doubtful, G_N_ELEMENTS(doubtful), all->doubtful);
        find_keys(numbered, G_N_ELEMENTS(numbered), all->numbered);
        find_keys(apart, G_N_ELEMENTS(apart), all->apart);
        all->and = word_key("và");
        g_once_init_leave(&made, all);
    }
    return made;
}

static gboolean is_one_of(const Word *word, const guint64 *words, guint count)
{
    for (guint i = 0; i < count; i++)
        if (word->key == words[i])
            return TRUE;
    return FALSE;
}

/* The word after a label that begins at word first: "3.1.4" are three. */
static guint label_end(const AuditView *view, guint first, guint end)
{
    guint at = first + 1;
    while (at < end && (words_at(view->words, at)->flags & WORD_AFTER_DOT))
        at++;
    return at;
}

static void read_label(const AuditView *view, guint first, char label[MOST_LABEL])
{
    const guint last = label_end(view, first, view->words->words->len) - 1;
    const guint32 start = words_at(view->words, first)->start;
    const gsize length = MIN(words_at(view->words, last)->end - start, MOST_LABEL - 1);
    memcpy(label, view->text->str + start, length);
    label[length] = '\0';
}

static gboolean is_decimal(const AuditView *view, guint at, guint end)
{
    return (words_at(view->words, at)->flags & WORD_NUMBER) && label_end(view, at, end) > at + 1;
}

/* Whether a label stands at a word: a number, or the letter of a point. */
static gboolean is_label(const AuditView *view, guint at, guint end, Lead lead)
{
    if (at >= end)
        return FALSE;
    const Word *word = words_at(view->words, at);
    const char *start = view->text->str + word->start;
    if (lead == LEAD_DECIMAL)
        return is_decimal(view, at, end);
    return (word->flags & WORD_NUMBER) || (lead == LEAD_LARGER && (word->flags & WORD_CAPITAL)) ||
           (lead == LEAD_POINT && g_utf8_next_char(start) == view->text->str + word->end);
}

/* Divisions. */

/* The division with a label right below another; 0: none. */
static guint child_of(const Outline *outline, guint parent, DivisionLevel level, const char *label)
{
    for (guint d = parent + 1; d < outline->divisions->len; d++) {
        const Division *division = outline_division(outline, d);
        if (division->parent < parent)
            break; /* depth first: behind the parent's subtree */
        if (division->parent == parent && (division->level == level || division->informal) &&
            division->number && strcmp(division->number, label) == 0)
            return d;
    }
    return 0;
}

/* The nearest division with a label beside or above one, up to its article. */
static guint find_around(const Outline *outline, guint from, DivisionLevel level, const char *label)
{
    for (guint d = from;; d = outline_division(outline, d)->parent) {
        const guint found = child_of(outline, d, level, label);
        if (found || outline_division(outline, d)->level <= DIVISION_ARTICLE)
            return found;
    }
}

static char *decimal_key(guint component, const char *number)
{
    return g_strdup_printf("%u %s", component, number);
}

GHashTable *entries_decimals(const Outline *outline)
{
    GHashTable *decimals = text_table_new(NULL);

    for (guint d = outline->divisions->len; d-- > 1;) { /* the first of a number stays */
        const Division *division = outline_division(outline, d);
        if (division->number && strchr(division->number, '.'))
            g_hash_table_insert(decimals, decimal_key(division->component, division->number),
                                GUINT_TO_POINTER(d));
    }
    return decimals;
}

/* The division whose whole number is a label like "3.1.4", of the same component; 0: none. */
static guint find_decimal(const Reading *reading, const char *label)
{
    const Outline *outline = reading->view->outline;
    g_autofree char *key = decimal_key(outline_division(outline, reading->from)->component, label);
    return GPOINTER_TO_UINT(g_hash_table_lookup(reading->decimals, key));
}

static guint find_article(const Outline *outline, guint from, guint32 ordinal)
{
    for (guint d = 0; d < outline->divisions->len; d++) {
        const Division *division = outline_division(outline, d);
        if (division->level == DIVISION_ARTICLE && division->ordinal == (gint)ordinal &&
            division->component == outline_division(outline, from)->component)
            return d;
    }
    return 0;
}

static guint article_around(const Outline *outline, guint division)
{
    while (outline_division(outline, division)->level > DIVISION_ARTICLE)
        division = outline_division(outline, division)->parent;
    return division;
}

static void add_range(Reading *reading, guint first, guint end)
{
    const EntryRange range = {first, end};
    if (reading->entries->len < MOST_ENTRIES)
        g_array_append_val(reading->entries, range);
}

/* Adds a division, but not what the sentence itself stands in. */
static void add_division(Reading *reading, guint division)
{
    const Division *entry = outline_division(reading->view->outline, division);
    if (division != 0 && (reading->block < entry->first || reading->block >= entry->end))
        add_range(reading, entry->first, entry->end);
}

static guint find_division(const Reading *reading, guint holder, DivisionLevel level, guint at)
{
    const Outline *outline = reading->view->outline;
    char label[MOST_LABEL];
    read_label(reading->view, at, label);
    return holder ? child_of(outline, holder, level, label)
                  : find_around(outline, reading->from, level, label);
}

/* Adds the clauses and points that have waited for the article that holds them; article 0: their own. */
static void settle(Reading *reading, guint article)
{
    guint clause = 0;

    for (guint i = 0; i < reading->clauses.count; i++) {
        clause = find_division(reading, article, DIVISION_CLAUSE, reading->clauses.at[i]);
        if (reading->points.count == 0)
            add_division(reading, clause);
    }
    for (guint i = 0; i < reading->points.count; i++)
        if (clause || reading->clauses.count == 0)
            add_division(reading, find_division(reading, clause ? clause : article, DIVISION_POINT,
                                                reading->points.at[i]));
    reading->clauses.count = reading->points.count = 0;
}

static void settle_in_article(Reading *reading, guint at)
{
    const AuditView *view = reading->view;
    const guint article = find_article(view->outline, reading->from, words_at(view->words, at)->value);
    if (article == 0 || cited_is_of_act(view, at + 1, reading->sentence_end))
        reading->clauses.count = reading->points.count = 0;
    settle(reading, article);
}

/* Rows. */

/* The block that a table begins with whose caption is "Bảng N", of the component; the number of blocks when
 * there is none. */
static guint find_table(const Outline *outline, guint from, const char *label)
{
    const Document *document = outline->document;
    const Component *component = outline_component(outline, outline_division(outline, from)->component);
    g_autofree char *caption = g_strconcat("Bảng ", label, NULL);
    const gsize length = strlen(caption);

    for (guint b = component->first; b < component->end; b++) {
        const Block *block = document_block(document, b);
        if (block->table != 0 || strncmp(block->text, caption, length) != 0 ||
            g_ascii_isdigit(block->text[length]))
            continue;
        do
            b++;
        while (b < component->end && document_block(document, b)->length == 0 &&
               document_block(document, b)->table == 0);
        if (b < component->end && document_block(document, b)->table != 0)
            return b;
    }
    return document->blocks->len;
}

/* The first block of the last table of an article before a block. */
static guint table_before(const Outline *outline, guint from, guint block)
{
    const Document *document = outline->document;
    const guint first = outline_division(outline, article_around(outline, from))->first;

    for (guint b = block; b > first; b--) {
        const guint32 table = document_block(document, b - 1)->table;
        if (table == 0 || table == document_block(document, block)->table)
            continue;
        while (b - 1 > first && document_block(document, b - 2)->table == table)
            b--;
        return b - 1;
    }
    return document->blocks->len;
}

/* Whether a block is the cell that numbers its row. */
static gboolean numbers_row(const Block *cell, const char *label)
{
    const char *text = cell->length == 0 && cell->label ? cell->label : cell->text;
    const gsize length = strlen(label);
    return cell->column == 0 && cell->length <= NUMBER_CELL_BYTES && strncmp(text, label, length) == 0 &&
           (text[length] == '\0' || strchr(".)", text[length]));
}

static void add_row(Reading *reading, guint table, const char *label)
{
    const Document *document = reading->view->outline->document;

    for (guint b = table; b < document->blocks->len; b++) {
        const Block *cell = document_block(document, b);
        if (cell->table != document_block(document, table)->table)
            return;
        if (!numbers_row(cell, label))
            continue;
        guint end = b + 1;
        while (end < document->blocks->len && document_block(document, end)->table == cell->table &&
               document_block(document, end)->row == cell->row)
            end++;
        add_range(reading, b, end);
        return;
    }
}

/* Adds the rows that have waited for their table; at: its label, 0: none. */
static void settle_rows(Reading *reading, guint at)
{
    const AuditView *view = reading->view;
    const guint none = view->outline->document->blocks->len;
    guint table = none;
    char label[MOST_LABEL];

    if (reading->rows.count == 0)
        return;
    if (at) {
        read_label(view, at, label);
        table = find_table(view->outline, reading->from, label);
    }
    if (table == none)
        table = table_before(view->outline, reading->from, reading->block);
    for (guint i = 0; i < reading->rows.count; i++) {
        read_label(view, reading->rows.at[i], label);
        add_row(reading, table, label);
    }
    reading->rows.count = 0;
}

/* Reading. */

static void wait_for(Labels *labels, guint at)
{
    if (labels->count < MOST_ENTRIES)
        labels->at[labels->count++] = at;
}

static void take_label(Reading *reading, Lead lead, guint at)
{
    char label[MOST_LABEL];

    if (lead != LEAD_ARTICLE && is_decimal(reading->view, at, reading->sentence_end)) {
        read_label(reading->view, at, label);
        add_division(reading, find_decimal(reading, label));
        return;
    }
    switch (lead) {
    case LEAD_POINT:
        if (reading->clauses.count > 0)
            settle(reading, 0);
        wait_for(&reading->points, at);
        break;
    case LEAD_CLAUSE:
        wait_for(&reading->clauses, at);
        break;
    case LEAD_ARTICLE:
        settle_in_article(reading, at);
        break;
    case LEAD_LARGER: /* of another section: not looked for */
        reading->clauses.count = reading->points.count = 0;
        break;
    case LEAD_ROW:
        wait_for(&reading->rows, at);
        break;
    case LEAD_TABLE:
        settle_rows(reading, at);
        break;
    case LEAD_DECIMAL:
        break;
    }
}

/* Whether a word leads to a label, and nothing sets the reference apart. */
static gboolean may_lead(const AuditView *view, guint at, guint first)
{
    if (is_one_of(words_at(view->words, at), keys()->doubtful, G_N_ELEMENTS(doubtful)) &&
        (at == first || !is_one_of(words_at(view->words, at - 1), keys()->numbered, G_N_ELEMENTS(numbered))))
        return FALSE;
    for (guint i = at; i > first && i + APART_REACH > at; i--)
        if (is_one_of(words_at(view->words, i - 1), keys()->apart, G_N_ELEMENTS(apart)))
            return FALSE;
    return TRUE;
}

/* The place of one more label behind one that ends before word at: "a, c và d"; end when there is none. */
static guint next_label(const AuditView *view, guint at, guint end, Lead lead)
{
    if (at >= end)
        return end;
    if (words_at(view->words, at)->key == keys()->and)
        at++;
    else if (!(words_at(view->words, at)->flags & WORD_AFTER_COMMA))
        return end;
    return is_label(view, at, end, lead) ? at : end;
}

static gboolean find_lead(const AuditView *view, guint at, Lead *lead)
{
    for (guint i = 0; i < G_N_ELEMENTS(leads); i++)
        if (words_at(view->words, at)->key == keys()->leads[i]) {
            *lead = leads[i].lead;
            return TRUE;
        }
    return FALSE;
}

guint entries_named(const AuditContext *context, GHashTable *decimals, guint sentence, guint first, guint end,
                    GArray *entries)
{
    const AuditView *view = context->view;
    const guint block = view_unit(view, view->unit_of_sentence[sentence])->index;
    Reading reading = {.view = view,
                       .decimals = decimals,
                       .block = block,
                       .from = view->outline->division_of[block],
                       .sentence_end = view_sentence(view, sentence)->end,
                       .entries = entries};
    Lead lead;
    guint looked = 0;

    for (guint at = first; at + 1 < end && looked < MOST_LABELS && !context_is_late(context); at++) {
        if (!find_lead(view, at, &lead) || !is_label(view, at + 1, end, lead) || !may_lead(view, at, first))
            continue;
        for (guint label = at + 1; label < end && looked < MOST_LABELS;
             label = next_label(view, label_end(view, label, end), end, lead), looked++)
            take_label(&reading, lead, label);
    }
    settle(&reading, 0);
    settle_rows(&reading, 0);
    return looked;
}
