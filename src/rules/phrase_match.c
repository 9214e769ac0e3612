/* Scanning: each sentence's literals are found in one walk; they name the few phrases to try, and most of
 * these have no place to begin. */
#include "rules/matcher.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/translate.h"

#define SENTENCES_A_LOOK 16 /* at the clock */

/* Places to try; 0: the phrase cannot match in the sentence. Of a long sentence all places are tried. */
static PlaceSet places_to_try(Matcher *matcher, const Phrase *phrase, PlaceSet *rest)
{
    if (!has_needs(matcher, phrase))
        return 0;
    return matcher->is_short ? phrase_places(matcher, phrase, rest) : G_MAXUINT64;
}

/* The first place to try at or after a word; matcher->end when there is none. */
static guint next_place(const Matcher *matcher, PlaceSet starts, guint position)
{
    if (!matcher->is_short)
        return position;
    PlaceSet left = position < matcher->end ? starts >> (position - matcher->begin) : 0;
    return left ? MIN(position + (guint)__builtin_ctzll(left), matcher->end) : matcher->end;
}

/* The first match at or after a word: gives its first word and sets its end; matcher->end when there is none.
 */
static guint match_from(Matcher *matcher, const Phrase *phrase, PlaceSet starts, const PlaceSet *rest,
                        guint position, guint *end)
{
    for (guint at = next_place(matcher, starts, position);
         at < matcher->end && matcher->steps <= matcher->most_steps;
         at = next_place(matcher, starts, at + 1)) {
        Ends ends;
        ends_init(&ends, TRUE);
        matcher->quantity = (Quantity){UNIT_NONE, 0, 0};
        phrase_run(matcher, phrase, 0, at, matcher->is_short ? rest : NULL, &ends);
        if (ends.count > 0 && ends.ends[0] != at) {
            *end = ends.ends[0];
            return at;
        }
    }
    return matcher->end;
}

/* Room for the phrase on the stack, above rest_top. */
static PlaceSet *push_rest(Matcher *matcher, const Phrase *phrase)
{
    PlaceSet *rest = matcher->rest + matcher->rest_top;
    matcher->rest_top += phrase->code_end - phrase->code;
    return rest;
}

static gboolean is_forbidden(Matcher *matcher, const Phrase *phrase)
{
    gboolean found = FALSE;
    for (guint i = 0; phrase->forbidden && i < phrase->forbidden->len && !found; i++) {
        const Phrase *forbidden = phrase->forbidden->pdata[i];
        guint top = matcher->rest_top, end;
        PlaceSet *rest = push_rest(matcher, forbidden);
        PlaceSet starts = places_to_try(matcher, forbidden, rest);
        found =
            starts != 0 && match_from(matcher, forbidden, starts, rest, matcher->begin, &end) != matcher->end;
        matcher->rest_top = top;
    }
    return found;
}

/* Gives the matches from before on, which have the phrase's first number, its other numbers as well. */
static void repeat_matches(Matcher *matcher, const Phrase *phrase, guint before)
{
    const PhraseBook *book = matcher->book;
    guint end = matcher->matches.array->len;
    for (guint number = g_array_index(book->next_number, guint, phrase->first_number); number != 0;
         number = g_array_index(book->next_number, guint, number))
        for (guint i = before; i < end; i++) {
            Match match = g_array_index(matcher->matches.array, Match, i);
            match.phrase = number;
            append_record(&matcher->matches, Match, match);
        }
}

static void find_matches(Matcher *matcher, const Phrase *phrase, PlaceSet starts, const PlaceSet *rest,
                         guint sentence)
{
    GArray *matches = matcher->matches.array;
    guint before = matches->len, end = matcher->begin;
    for (guint at = match_from(matcher, phrase, starts, rest, end, &end); at != matcher->end;
         at = match_from(matcher, phrase, starts, rest, end, &end)) {
        Match match = {phrase->first_number, sentence, at, end, matcher->quantity};
        append_record(&matcher->matches, Match, match);
    }
    if (matches->len == before)
        return;
    if (is_forbidden(matcher, phrase))
        g_array_set_size(matches, before);
    else
        repeat_matches(matcher, phrase, before);
}

static void match_phrase(Matcher *matcher, guint index, guint sentence)
{
    const Phrase *phrase = matcher->book->phrases->pdata[index];
    guint top = matcher->rest_top;
    PlaceSet *rest = push_rest(matcher, phrase);
    PlaceSet starts = places_to_try(matcher, phrase, rest);
    if (starts != 0)
        find_matches(matcher, phrase, starts, rest, sentence);
    matcher->rest_top = top;
}

/* Of a literal: the groups that it is a member of. */
static inline void add_groups(Matcher *matcher, guint32 literal)
{
    const ScanRows *rows = matcher->rows;
    const LiteralRow *row = &rows->rows[literal];
    guint32 *has = matcher->has;
    const RowCell *end = rows->cells + row[1].anchored;
#pragma GCC unroll 4 /* most of a scan's steps are these */
    for (const RowCell *cell = rows->cells + row->groups; cell < end; cell++)
        has[cell->groups.word] |= cell->groups.bits;
}

/* Of a literal: the phrases that are anchored at it, if the sentence has what rules most of them out; all its
 * literals and groups are known. */
static inline void add_anchored(Matcher *matcher, guint32 literal)
{
    const ScanRows *rows = matcher->rows;
    const LiteralRow *row = &rows->rows[literal];
    const guint32 *has = matcher->has;
    guint32 *candidate = matcher->candidates + matcher->candidate_count;
    const RowCell *end = rows->cells + row->groups;
    for (const RowCell *cell = rows->cells + row->anchored; cell < end; cell++) {
        *candidate = cell->anchored.phrase; /* no branch: none could be foretold */
        candidate += bits_have(has, cell->anchored.probe);
    }
    matcher->candidate_count = (guint)(candidate - matcher->candidates);
}

/* Phrases that are anchored at several of the sentence's literals are tried once. */
static void drop_repeated(Matcher *matcher)
{
    guint32 *tried = matcher->tried;
    guint kept = 0;
    for (guint i = 0; i < matcher->candidate_count; i++) {
        const guint32 phrase = matcher->candidates[i];
        matcher->candidates[kept] = phrase;
        kept += !bits_have(tried, phrase);
        bits_add(tried, phrase);
    }
    matcher->candidate_count = kept;
}

static void add_found(Matcher *matcher, guint32 literal, guint position)
{
    PlaceSet place = place_bit((position - matcher->begin) % PLACES);
    if (bits_have(matcher->has, literal)) {
        matcher->literal_places[literal] |= place;
    } else {
        bits_add(matcher->has, literal);
        matcher->literal_places[literal] = place;
        matcher->literals[matcher->literal_count++] = literal;
    }
    if (!matcher->is_short) {
        Found found = {literal, position};
        g_array_append_val(matcher->found, found);
    }
}

/* Finds the literals that begin at a word. */
static void find_literals(Matcher *matcher, guint position)
{
    const Trie *trie = &matcher->book->tries[matcher->view];
    guint32 node = 0;
    for (guint at = position; at < matcher->end; at++) {
        guint32 id = words_at(matcher->words, at)->id;
        node = id ? trie_step(trie, node, id) : 0;
        if (node == 0)
            return;
        for (guint32 literal = trie->nodes[node].literal; literal != 0;
             literal = matcher->view == VIEW_BARE ? book_literal(matcher->book, literal)->next : 0)
            add_found(matcher, literal, position);
    }
}

static void forget_bits(guint32 *bits, guint count)
{
    memset(bits, 0, BIT_WORDS(count) * sizeof *bits);
}

static void forget_sentence(Matcher *matcher)
{
    const PhraseBook *book = matcher->book;
    matcher->serial++;
    forget_bits(matcher->has, book->literals->len);
    forget_bits(matcher->has_groups, book->groups->len);
    bits_add(matcher->has, 0);
    forget_bits(matcher->placed_groups, book->groups->len);
    forget_bits(matcher->tried, book->phrases->len);
}

/* Rows and phrases are asked for before anything is made of them, so that the processor fetches several at a
 * time: one after another, waiting for them takes as long as all the rest. */

static void fetch_rows(const Matcher *matcher)
{
    const ScanRows *rows = matcher->rows;
    for (guint i = 0; i < matcher->literal_count; i++)
        __builtin_prefetch(&rows->rows[matcher->literals[i]]);
    for (guint i = 0; i < matcher->literal_count; i++)
        __builtin_prefetch(&rows->cells[rows->rows[matcher->literals[i]].anchored]);
}

static void fetch_candidates(const Matcher *matcher)
{
    const PhraseBook *book = matcher->book;
    for (guint i = 0; i < matcher->candidate_count; i++)
        __builtin_prefetch(book->phrases->pdata[matcher->candidates[i]]);
    for (guint i = 0; i < matcher->candidate_count; i++) {
        const Phrase *phrase = book->phrases->pdata[matcher->candidates[i]];
        __builtin_prefetch(&matcher->programs[phrase->code_end - 1]);
    }
}

/* Finds the literals of the sentence and the phrases to try. */
static void note_sentence(Matcher *matcher)
{
    forget_sentence(matcher);
    matcher->is_short = matcher->end - matcher->begin < PLACES;
    matcher->candidate_count = matcher->literal_count = 0;
    g_array_set_size(matcher->found, 0);
    g_array_set_size(matcher->first_found, 0);
    for (guint i = matcher->begin; i < matcher->end; i++) {
        if (!matcher->is_short)
            g_array_append_val(matcher->first_found, matcher->found->len);
        find_literals(matcher, i);
    }
    fetch_rows(matcher);
    for (guint i = 0; i < matcher->literal_count; i++)
        add_groups(matcher, matcher->literals[i]);
    add_anchored(matcher, 0);
    for (guint i = 0; i < matcher->literal_count; i++)
        add_anchored(matcher, matcher->literals[i]);
    drop_repeated(matcher);
    fetch_candidates(matcher);
}

static gboolean is_anchor(const Matcher *matcher, guint32 literal)
{
    const LiteralRow *row = &matcher->rows->rows[literal];
    return row->anchored < row->groups;
}

/* Whether a phrase asked for is anchored at a literal that begins at a word; where marks count. */
static gboolean has_anchor(const Matcher *matcher, guint position)
{
    const Trie *trie = &matcher->book->tries[VIEW_MARKED];
    guint32 node = 0;
    for (guint at = position; at < matcher->end; at++) {
        guint32 id = words_at(matcher->words, at)->id;
        node = id ? trie_step(trie, node, id) : 0;
        if (node == 0)
            return FALSE;
        guint32 literal = trie->nodes[node].literal;
        if (literal != 0 && is_anchor(matcher, literal))
            return TRUE;
    }
    return FALSE;
}

/* FALSE: no phrase asked for is anchored in the sentence. Where marks do not count all are tried. */
static gboolean may_match(const Matcher *matcher)
{
    if (matcher->all_tried)
        return TRUE;
    for (guint i = matcher->begin; i < matcher->end; i++)
        if (bits_have(matcher->rows->begin_words, words_at(matcher->words, i)->id) && has_anchor(matcher, i))
            return TRUE;
    return FALSE;
}

static void scan_sentences(Matcher *matcher, guint first, guint end)
{
    for (guint i = first; i < end && matcher->steps <= matcher->most_steps; i++) {
        const Sentence *sentence = &g_array_index(matcher->words->sentences, Sentence, i);
        matcher->begin = sentence->first;
        matcher->end = sentence->end;
        matcher->opening = words_opening(matcher->words, sentence);
        if (!may_match(matcher))
            continue;
        note_sentence(matcher);
        for (guint k = 0; k < matcher->candidate_count; k++)
            match_phrase(matcher, matcher->candidates[k], i);
    }
}

static void set_purposes(Matcher *matcher, guint purposes)
{
    if (!matcher->rows || matcher->rows->purposes != purposes) {
        matcher->rows = scan_rows_of(matcher->book, purposes);
        g_free(matcher->candidates);
        matcher->candidates = g_new(guint32, scan_rows_cells(matcher->book, matcher->rows) + 1);
    }
    matcher->all_tried = matcher->view != VIEW_MARKED || is_anchor(matcher, 0);
}

void matcher_identify_word(const Matcher *matcher, Word *word)
{
    word->id = matcher->view == VIEW_BARE ? key_table_find(&matcher->book->bare_words, word->bare_key)
                                          : key_table_find(&matcher->book->words, word->key);
}

void matcher_identify(const Matcher *matcher, Words *words)
{
    for (guint i = 0; i < words->words->len; i++)
        matcher_identify_word(matcher, &g_array_index(words->words, Word, i));
}

Matcher *matcher_new(const PhraseBook *book, gboolean tolerant, Budget *budget)
{
    Matcher *matcher = g_new0(Matcher, 1);

    matcher->book = book;
    matcher->programs = (const Instruction *)(void *)book->programs->data;
    matcher->probes = (const guint32 *)(void *)book->probes->data;
    matcher->budget = budget;
    matcher->view = tolerant ? VIEW_BARE : VIEW_MARKED;
    matcher->most_steps = budget->limits->match_steps;
    matcher->match_data = pcre2_match_data_create(1, memory_of_pcre2());
    matcher->match_context = pcre2_match_context_create(memory_of_pcre2());
    pcre2_set_match_limit(matcher->match_context, 100000);
    pcre2_set_heap_limit(matcher->match_context, 2000);
    matcher->has = g_new(guint32, BIT_WORDS(probe_of_group(book, book->groups->len)));
    matcher->has_groups = matcher->has + first_group_probe(book) / 32;
    matcher->literal_places = g_new(PlaceSet, book->literals->len);
    matcher->found = g_array_new(FALSE, FALSE, sizeof(Found));
    matcher->literals = g_new(guint32, book->literals->len);
    matcher->first_found = g_array_new(FALSE, FALSE, sizeof(guint));
    matcher->placed_groups = g_new(guint32, BIT_WORDS(book->groups->len));
    matcher->group_places = g_new(PlaceSet, book->groups->len);
    matcher->slots = g_new(PlaceSet, book->slots + 1);
    matcher->classes = g_new(EndsState, book->classes->len + 1);
    for (guint i = 0; i < book->classes->len; i++) /* not all of it: half a kilobyte each */
        matcher->classes[i].serial = 0;
    matcher->raws = g_new0(RawStarts, book->raws->len + 1);
    matcher->tried = g_new(guint32, BIT_WORDS(book->phrases->len));
    matcher->rest = g_new(PlaceSet, book->programs->len + 1); /* phrases on the stack are different ones */
    return matcher;
}

void matcher_free(Matcher *matcher)
{
    if (!matcher)
        return;
    pcre2_match_data_free(matcher->match_data);
    pcre2_match_context_free(matcher->match_context);
    g_free(matcher->has);
    g_free(matcher->literal_places);
    g_array_unref(matcher->found);
    g_free(matcher->literals);
    g_array_unref(matcher->first_found);
    g_free(matcher->candidates);
    g_free(matcher->placed_groups);
    g_free(matcher->group_places);
    g_free(matcher->slots);
    g_free(matcher->classes);
    g_free(matcher->raws);
    g_free(matcher->tried);
    g_free(matcher->rest);
    g_free(matcher);
}

gboolean matcher_scan(Matcher *matcher, guint purposes, const Words *words, guint first, guint end,
                      const char *text, GArray *matches, GError **error)
{
    Budget *budget = matcher->budget;

    matcher->words = words;
    matcher->text = text;
    matcher->matches = (Appender){matches, 0};
    set_purposes(matcher, purposes);
    matcher->steps = budget->match_steps;
    for (guint from = first; from < end && budget_check_time(budget, NULL); from += SENTENCES_A_LOOK)
        scan_sentences(matcher, from, MIN(end, from + SENTENCES_A_LOOK));
    budget->match_steps = matcher->steps;
    if (matcher->steps > matcher->most_steps || matcher->raw_limit) {
        error_set_both(error, RASOAT_ERROR_LIMIT_STEPS, NULL, N_("đối chiếu với các mẫu cần hơn %lu bước"),
                       (gulong)budget->limits->match_steps);
        return FALSE;
    }
    return budget_check_time(budget, error);
}
