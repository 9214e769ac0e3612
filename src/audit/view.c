/* Building the view: text, words, one scan for headings, one for the front; of the body one for what tells
 * its kind, and one for all the rest once the kind is known. */
#include "audit/view.h"

#include <string.h>

#include "audit/names.h"
#include "audit/short_forms.h"

#define FEW_MATCHES 8 /* of a phrase in a sentence: nearly all sentences have fewer */

#define MOST_ROOM (256 * 1024) /* bytes; longer texts get more as they need it */

/* Bytes of the body, and some for titles, which are said once more. */
static gsize expected_bytes(const Document *document)
{
    gsize bytes = 0;
    for (guint i = 0; i < document->blocks->len; i++) {
        const Block *block = document_block(document, i);
        if (block->layer == LAYER_BODY)
            bytes += block->length + 1;
    }
    return MIN(bytes + bytes / 8, MOST_ROOM);
}

static void add_unit(AuditView *view, TextUnitKind kind, guint index, const char *text, gsize length)
{
    TextUnit unit = {kind, index, (guint32)view->text->len, view->words->sentences->len, 0};

    words_append(view->words, text, length, unit.offset);
    g_string_append_len(view->text, text, (gssize)length);
    g_string_append_c(view->text, '\n');
    unit.end_sentence = view->words->sentences->len;
    g_array_append_val(view->units, unit);
}

static gboolean is_note(const Block *block)
{
    return block->layer == LAYER_FOOTNOTE || block->layer == LAYER_ENDNOTE;
}

/* Notes stand behind the body, so that they part no list and no row. */
static void add_notes(AuditView *view)
{
    const Document *document = view->outline->document;
    for (guint i = 0; i < document->blocks->len; i++) {
        const Block *block = document_block(document, i);
        if (is_note(block) && block->length > 0)
            add_unit(view, UNIT_NOTE, i, block->text, block->length);
    }
}

static void add_blocks(AuditView *view)
{
    const Document *document = view->outline->document;
    for (guint i = 0; i < document->blocks->len; i++) {
        const Block *block = document_block(document, i);
        if (block->layer == LAYER_BODY && block->length > 0)
            add_unit(view, UNIT_BLOCK, i, block->text, block->length);
    }
}

/* The first words of an article without a title ("Điều 12. Ban Thanh tra nhân dân có 03 người, nhiệm kỳ …"),
 * to the first mark between them: they say what it is about. */
static void add_opening(AuditView *view, guint index)
{
    const Division *division = outline_division(view->outline, index);
    const Block *block = document_block(view->outline->document, division->heading_end - 1);
    const char *text = block->text + division->body_offset, *end = block->text + block->length;
    const char *stop = text;

    while (stop < end && !strchr(".:;,\n", *stop))
        stop++;
    if (stop > text)
        add_unit(view, UNIT_OPENING, index, text, (gsize)(stop - text));
}

static gboolean is_article(const Division *division)
{
    return division->level == DIVISION_ARTICLE || (division->informal && division->level < DIVISION_ARTICLE);
}

static void add_titles(AuditView *view)
{
    for (guint i = 0; i < view->outline->divisions->len; i++) {
        const Division *division = outline_division(view->outline, i);
        if (division->title && *division->title)
            add_unit(view, UNIT_TITLE, i, division->title, strlen(division->title));
        else if (is_article(division))
            add_opening(view, i);
    }
}

gboolean view_heads_rows(const AuditView *view, guint block)
{
    const CellRow *row = cell_rows_of_block(view->rows, block);
    return row && row->heads && row->said == block;
}

static void add_title_rows(AuditView *view)
{
    for (guint i = 0; i < view->rows->len; i++) {
        const CellRow *row = &g_array_index(view->rows, CellRow, i);
        const Block *title = row->heads ? document_block(view->outline->document, row->said) : NULL;
        if (title)
            add_unit(view, UNIT_ROWS, row->said, title->text, title->length);
    }
}

static void add_front(AuditView *view, const FrontMatter *front)
{
    const char *const lines[] = {front->title, front->unit, front->parent, front->subtitle};
    for (guint i = 0; i < G_N_ELEMENTS(lines); i++)
        if (lines[i])
            add_unit(view, UNIT_FRONT, i, lines[i], strlen(lines[i]));
}

static void index_sentences(AuditView *view)
{
    view->unit_of_sentence = g_new(guint, view->words->sentences->len + 1);
    for (guint u = 0; u < view->units->len; u++)
        for (guint s = view_unit(view, u)->first_sentence; s < view_unit(view, u)->end_sentence; s++)
            view->unit_of_sentence[s] = u;
}

guint view_sentence_from(const AuditView *view, guint block)
{
    guint low = 0, high = view->body_end; /* units of blocks stand in the order of the blocks */

    while (low < high) {
        const guint middle = low + (high - low) / 2;
        if (view_unit(view, view->unit_of_sentence[middle])->index < block)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

guint view_noted_block(const AuditView *view, guint note, guint before, guint line)
{
    while (note > before && document_block(view->outline->document, note)->layer != LAYER_BODY)
        note--;
    return note > before ? note : line;
}

guint view_row_end(const AuditView *view, guint first)
{
    const Block *cell = view_block(view, first);
    guint end = first + 1;

    while (end < view->units->len && view_unit(view, end)->kind == UNIT_BLOCK &&
           view_block(view, end)->table == cell->table && view_block(view, end)->row == cell->row)
        end++;
    return end;
}

/* Counting sort: the scan gives matches by sentence, the audit asks by phrase. */
static void index_matches(AuditView *view)
{
    const GArray *found = view->found;
    guint phrases = phrasebook_size(view->rules->book);
    if (view->matches)
        g_array_unref(view->matches);
    g_free(view->first_match);
    g_free(view->longest);
    view->first_match = g_new0(guint, phrases + 2);
    view->longest = g_new0(guint, phrases + 1);
    for (guint i = 0; i < found->len; i++)
        view->first_match[g_array_index(found, Match, i).phrase + 2]++;
    for (guint i = 0; i < phrases; i++)
        view->first_match[i + 2] += view->first_match[i + 1];
    guint *next = view->first_match +
                  1; /* where each phrase's next match goes; at last where the next phrase's begin */
    view->matches = g_array_sized_new(FALSE, FALSE, sizeof(Match), found->len + 1);
    g_array_set_size(view->matches, found->len);
    for (guint i = 0; i < found->len; i++) {
        const Match *match = &g_array_index(found, Match, i);
        g_array_index(view->matches, Match, next[match->phrase]++) = *match;
    }
}

/* Marks do not count then. */
static gboolean is_damaged(const Document *document)
{
    for (guint i = 0; i < document->warnings->len; i++)
        if (((const Warning *)document->warnings->pdata[i])->code == WARNING_DAMAGED_TEXT)
            return TRUE;
    return FALSE;
}

AuditView *audit_view_new(const RuleSet *rules, const Outline *outline, const FrontMatter *front,
                          Budget *budget, GError **error)
{
    g_autoptr(AuditView) view = g_new0(AuditView, 1);

    view->rules = rules;
    view->outline = outline;
    view->text = g_string_sized_new(expected_bytes(outline->document));
    view->words = words_new_sized(expected_bytes(outline->document));
    view->units = g_array_new(FALSE, FALSE, sizeof(TextUnit));
    view->rows = cell_rows_find(outline->document);
    view->found = g_array_new(FALSE, FALSE, sizeof(Match));
    view->tolerant = is_damaged(outline->document);
    view->matcher = matcher_new(rules->book, view->tolerant, budget);

    add_blocks(view);
    guint body_end = view->body_end = view->words->sentences->len;
    add_notes(view);
    guint notes_end = view->notes_end = view->words->sentences->len;
    add_titles(view);
    add_title_rows(view);
    guint titles_end = view->words->sentences->len;
    add_front(view, front);
    guint end = view->words->sentences->len;

    index_sentences(view);
    Matcher *matcher = view->matcher;
    matcher_identify(matcher, view->words);
    if (!short_forms_apply(view, body_end, budget)) {
        budget_check_time(budget, error);
        return NULL;
    }
    const char *text = view->text->str;
    if (!names_apply(rules, front, view->words, body_end, text, matcher, budget, error))
        return NULL;
    if (!matcher_scan(matcher, PURPOSE_KIND, view->words, 0, body_end, text, view->found, error) ||
        !matcher_scan(matcher, PURPOSE_HEADING, view->words, notes_end, titles_end, text, view->found,
                      error) ||
        !matcher_scan(matcher, PURPOSE_FRONT, view->words, titles_end, end, text, view->found, error))
        return NULL;
    index_matches(view);
    return g_steal_pointer(&view);
}

gboolean audit_view_scan(AuditView *view, guint purposes, GError **error)
{
    GArray *earlier = view->found; /* of titles and the front: they come after the body */
    view->found = g_array_sized_new(FALSE, FALSE, sizeof(Match), view->words->words->len);
    gboolean scanned = matcher_scan(view->matcher, purposes, view->words, 0, view->notes_end, view->text->str,
                                    view->found, error);
    g_array_append_vals(view->found, earlier->data, earlier->len);
    g_array_unref(earlier);
    if (!scanned)
        return FALSE;
    index_matches(view);
    return TRUE;
}

void audit_view_free(AuditView *view)
{
    if (!view)
        return;
    matcher_free(view->matcher);
    g_string_free(view->text, TRUE);
    words_free(view->words);
    g_array_unref(view->units);
    g_array_unref(view->rows);
    g_free(view->unit_of_sentence);
    g_array_unref(view->found);
    if (view->matches)
        g_array_unref(view->matches);
    g_free(view->first_match);
    g_free(view->longest);
    g_free(view);
}

/* The first of matches [low, high) that is not in a sentence before the one given. */
static guint first_not_before(const Match *matches, guint low, guint high, guint sentence)
{
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (matches[middle].sentence < sentence)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const Match *view_sentence_matches(const AuditView *view, guint phrase, guint sentence, guint *count)
{
    guint all;
    const Match *matches = view_matches(view, phrase, &all);
    guint first = first_not_before(matches, 0, all, sentence), end = first;

    while (end < all && end < first + FEW_MATCHES && matches[end].sentence == sentence)
        end++;
    if (end == first + FEW_MATCHES)
        end = first_not_before(matches, end, all, sentence + 1);
    *count = end - first;
    return matches + first;
}

guint view_longest_match(const AuditView *view, guint phrase)
{
    guint count, *longest = &view->longest[phrase];
    const Match *matches = view_matches(view, phrase, &count);

    if (*longest == 0)
        for (guint i = 0; i < count; i++)
            *longest = MAX(*longest, matches[i].end - matches[i].first);
    return *longest;
}

const Match *view_match_in_sentence(const AuditView *view, const PhraseIds *phrases, guint sentence)
{
    for (guint i = 0; i < phrases->len; i++) {
        guint count;
        const Match *matches =
            view_sentence_matches(view, g_array_index(phrases, guint, i), sentence, &count);
        if (count > 0)
            return matches;
    }
    return NULL;
}

char *view_quote(const AuditView *view, const Match *match)
{
    return view_quote_through(view, match->sentence, match->sentence);
}

/* Where a quote whose last word ends at end does, with the sign and the bracket that close it: "10%",
 * "(nếu có)". */
static guint32 close_quote(const char *text, guint32 start, guint32 end)
{
    gint open = 0;

    end += text[end] == '%';
    for (guint32 i = start; i < end; i++)
        open += (text[i] == '(') - (text[i] == ')');
    return end + (open > 0 && text[end] == ')');
}

char *view_quote_through(const AuditView *view, guint first, guint last)
{
    guint32 start = words_at(view->words, view_sentence(view, first)->first)->start;
    guint32 end = words_at(view->words, view_sentence(view, last)->end - 1)->end;
    end = close_quote(view->text->str, start, end);
    char *quote = g_strndup(view->text->str + start, end - start);
    for (char *p = quote; *p; p++)
        if (*p == '\n' || *p == '\t')
            *p = ' ';
    return quote;
}
