/* Reading "điểm a, c khoản 1 Điều 4": labels behind words like "điểm", small divisions before larger ones. */
#include "audit/entries.h"

#include <string.h>

#include "audit/cited.h"

enum {
    MOST_LABEL = 24, /* bytes of "3.1.4", "đ" */
    APART_REACH = 4, /* words before a reference that may set it apart */
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

typedef struct {
    const AuditView *view;
    EntryIndex *index;
    guint block;        /* that the sentence stands in */
    guint from;         /* … and its division */
    guint sentence_end; /* the word after it */
    /* first words of labels that wait for the clause, article or table that holds them */
    GArray *points, *clauses, *rows;
    GArray *entries;
} Reading;

static guint label_at(const GArray *labels, guint i)
{
    return g_array_index(labels, guint, i);
}

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

/* The nearest division with a label beside or above one, up to its article. */
static guint find_around(const Reading *reading, DivisionLevel level, const char *label)
{
    const Outline *outline = reading->view->outline;
    for (guint d = reading->from;; d = outline_division(outline, d)->parent) {
        const guint found = entry_index_child(reading->index, d, level, label);
        if (found || outline_division(outline, d)->level <= DIVISION_ARTICLE)
            return found;
    }
}

static guint component_of(const Reading *reading)
{
    return outline_division(reading->view->outline, reading->from)->component;
}

static guint article_around(const Outline *outline, guint division)
{
    while (outline_division(outline, division)->level > DIVISION_ARTICLE)
        division = outline_division(outline, division)->parent;
    return division;
}

/* Adds a division, but not what the sentence itself stands in. */
static void add_division(Reading *reading, guint division)
{
    const Division *entry = outline_division(reading->view->outline, division);
    const EntryRange range = {entry->first, entry->end};
    if (division != 0 && (reading->block < range.first || reading->block >= range.end))
        g_array_append_val(reading->entries, range);
}

static guint find_division(const Reading *reading, guint holder, DivisionLevel level, guint at)
{
    char label[MOST_LABEL];
    read_label(reading->view, at, label);
    return holder ? entry_index_child(reading->index, holder, level, label)
                  : find_around(reading, level, label);
}

/* Clauses and points that wait are of something that is not looked for. */
static void forget_waiting(Reading *reading)
{
    g_array_set_size(reading->clauses, 0);
    g_array_set_size(reading->points, 0);
}

/* Adds the clauses and points that have waited for the article that holds them; article 0: their own. */
static void settle(Reading *reading, guint article)
{
    guint clause = 0;

    for (guint i = 0; i < reading->clauses->len; i++) {
        clause = find_division(reading, article, DIVISION_CLAUSE, label_at(reading->clauses, i));
        if (reading->points->len == 0)
            add_division(reading, clause);
    }
    for (guint i = 0; i < reading->points->len; i++)
        if (clause || reading->clauses->len == 0)
            add_division(reading, find_division(reading, clause ? clause : article, DIVISION_POINT,
                                                label_at(reading->points, i)));
    forget_waiting(reading);
}

static void settle_in_article(Reading *reading, guint at)
{
    const AuditView *view = reading->view;
    const guint article =
        entry_index_article(reading->index, component_of(reading), words_at(view->words, at)->value);
    if (article == 0 || cited_is_of_act(view, at + 1, reading->sentence_end))
        forget_waiting(reading);
    settle(reading, article);
}

/* Rows. */

/* The first block of the last table of an article before the sentence. */
static guint table_before(const Reading *reading)
{
    const Outline *outline = reading->view->outline;
    const guint first = outline_division(outline, article_around(outline, reading->from))->first;
    return entry_index_table_before(reading->index, reading->block, first);
}

static void add_row(Reading *reading, guint table, const char *label)
{
    EntryRange row;
    if (entry_index_row(reading->index, table, label, &row))
        g_array_append_val(reading->entries, row);
}

/* Adds the rows that have waited for their table; at: its label, 0: none. */
static void settle_rows(Reading *reading, guint at)
{
    const AuditView *view = reading->view;
    const guint none = view->outline->document->blocks->len;
    guint table = none;
    char label[MOST_LABEL];

    if (reading->rows->len == 0)
        return;
    if (at) {
        read_label(view, at, label);
        table = entry_index_table(reading->index, component_of(reading), label);
    }
    if (table == none)
        table = table_before(reading);
    for (guint i = 0; table < none && i < reading->rows->len; i++) {
        read_label(view, label_at(reading->rows, i), label);
        add_row(reading, table, label);
    }
    g_array_set_size(reading->rows, 0);
}

/* Reading. */

static void take_label(Reading *reading, Lead lead, guint at)
{
    char label[MOST_LABEL];

    if (lead != LEAD_ARTICLE && is_decimal(reading->view, at, reading->sentence_end)) {
        read_label(reading->view, at, label);
        add_division(reading, entry_index_decimal(reading->index, component_of(reading), label));
        return;
    }
    switch (lead) {
    case LEAD_POINT:
        if (reading->clauses->len > 0)
            settle(reading, 0);
        g_array_append_val(reading->points, at);
        break;
    case LEAD_CLAUSE:
        g_array_append_val(reading->clauses, at);
        break;
    case LEAD_ARTICLE:
        settle_in_article(reading, at);
        break;
    case LEAD_LARGER: /* of another section: not looked for */
        forget_waiting(reading);
        break;
    case LEAD_ROW:
        g_array_append_val(reading->rows, at);
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

void entries_named(const AuditContext *context, EntryIndex *index, guint sentence, guint first, guint end,
                   GArray *entries)
{
    const AuditView *view = context->view;
    const guint block = view_unit(view, view->unit_of_sentence[sentence])->index;
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autoptr(GArray) clauses = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autoptr(GArray) rows = g_array_new(FALSE, FALSE, sizeof(guint));
    Reading reading = {.view = view,
                       .index = index,
                       .block = block,
                       .from = view->outline->division_of[block],
                       .sentence_end = view_sentence(view, sentence)->end,
                       .points = points,
                       .clauses = clauses,
                       .rows = rows,
                       .entries = entries};
    Lead lead;

    for (guint at = first; at + 1 < end && !context_is_late(context); at++) {
        if (!find_lead(view, at, &lead) || !is_label(view, at + 1, end, lead) || !may_lead(view, at, first))
            continue;
        for (guint label = at + 1; label < end;
             label = next_label(view, label_end(view, label, end), end, lead))
            take_label(&reading, lead, label);
    }
    settle(&reading, 0);
    settle_rows(&reading, 0);
}
