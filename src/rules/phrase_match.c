/* Matching: the index gives each sentence its few candidate phrases; a backtracking matcher with counted
 * steps runs them. */
#include "rules/phrasebook.h"

#include <string.h>

#include "base/error.h"
#include "rules/phrasebook_private.h"

#define MOST_ENDS 24 /* distinct ends of a class at one place that are tried */

/* The ends of one class at each word of the sentence at hand, once asked for. */
typedef struct {
    guint32 serial;       /* of the sentence that the entry is about */
    guint32 first, count; /* in Matcher.ends, longest first */
} CacheEntry;

typedef struct {
    CacheEntry *entries; /* by word of the sentence; NULL until the class is asked for */
    guint size;
} ClassCache;

/* Where in the sentence at hand words of one set stand, once asked for. */
typedef struct {
    guint32 serial; /* of the sentence that the entry is about */
    guint64 places; /* a bit a word; in a long sentence a bit for all words whose places differ by PLACES */
} SetState;
#define PLACES 64

typedef struct {
    const PhraseBook *book;
    const Words *words;
    const guint32 *ids; /* of the words */
    const char *text;
    guint view;
    guint purposes;
    guint64 steps, most_steps;
    pcre2_match_data *match_data;
    pcre2_match_context *match_context;
    gboolean raw_limit;
    Quantity quantity;
    /* of the sentence at hand: */
    guint32 serial;
    guint begin, end;
    gboolean by_places;   /* it is short and sets hold: a place is a bit */
    guint64 *word_places; /* by word id: where it stands; 0: nowhere */
    SetState *sets;       /* by number of the word set */
    guint64 *candidates;  /* phrases anchored at its words, a bit each */
    ClassCache *classes;  /* per class; all phrases ask for the same few classes at the same words */
    GArray *ends;         /* of guint: what the caches point into */
} Matcher;

/* Ends of matches, each once. */
typedef struct {
    guint ends[MOST_ENDS];
    guint count;
    gboolean first_only;
} Ends;

static void run(Matcher *matcher, const Phrase *phrase, guint pc, guint position, Ends *ends);

static gboolean ends_full(const Ends *ends)
{
    return ends->count == MOST_ENDS || (ends->first_only && ends->count > 0);
}

static void ends_add(Ends *ends, guint end)
{
    for (guint i = 0; i < ends->count; i++)
        if (ends->ends[i] == end)
            return;
    ends->ends[ends->count++] = end;
}

static void class_ends(Matcher *matcher, guint index, guint position, Ends *ends)
{
    const WordClass *class = matcher->book->classes->pdata[index];

    if (position >= matcher->end)
        return;
    if (class->begins_anywhere) {
        for (guint i = 0; i < class->phrases->len && !ends_full(ends); i++)
            run(matcher, class->phrases->pdata[i], 0, position, ends);
        return;
    }
    const GArray *list = class->first[matcher->view][matcher->ids[position]];
    for (guint i = 0; list && i < list->len && !ends_full(ends); i++)
        run(matcher, class->phrases->pdata[g_array_index(list, guint, i)], 0, position, ends);
}

static gint descending(gconstpointer a, gconstpointer b)
{
    guint x = *(const guint *)a, y = *(const guint *)b;
    return x < y ? 1 : x > y ? -1 : 0;
}

/* The ends of a class at a word, longest first, from the cache. Apart from run(), whose frame stays small so.
 */
static G_GNUC_NO_INLINE CacheEntry cached_ends(Matcher *matcher, guint index, guint position)
{
    ClassCache *cache = &matcher->classes[index];
    guint at = position - matcher->begin;

    if (at >= cache->size) {
        guint size = MAX(64, matcher->end - matcher->begin);
        cache->entries = g_renew(CacheEntry, cache->entries, size);
        memset(cache->entries + cache->size, 0, (size - cache->size) * sizeof(CacheEntry));
        cache->size = size;
    }
    if (cache->entries[at].serial == matcher->serial)
        return cache->entries[at];
    Ends ends;
    ends.count = 0;
    ends.first_only = FALSE;
    class_ends(matcher, index, position, &ends);
    if (ends.count > 1)
        qsort(ends.ends, ends.count, sizeof(guint), descending);
    CacheEntry entry = {matcher->serial, matcher->ends->len, ends.count};
    g_array_append_vals(matcher->ends, ends.ends, ends.count);
    matcher->classes[index].entries[at] = entry;
    return entry;
}

/* Where words of a set stand in the sentence at hand; 0: nowhere. */
static guint64 set_places(const Matcher *matcher, guint number)
{
    SetState *state = &matcher->sets[number];
    if (number == 0)
        return G_MAXUINT64;
    if (state->serial == matcher->serial)
        return state->places;
    const guint32 *members = (const guint32 *)(void *)matcher->book->members->data;
    const guint *first = &g_array_index(matcher->book->first_members, guint, number);
    guint64 places = 0;
    for (guint i = first[0]; i < first[1]; i++)
        places |= matcher->word_places[members[i]];
    state->serial = matcher->serial;
    state->places = places;
    return places;
}

/* Whether what has this first set may match at a word. A set holds no match that is empty. */
static inline gboolean may_begin(const Matcher *matcher, guint set, guint position)
{
    if (set == 0 || matcher->view != VIEW_MARKED)
        return TRUE;
    return position < matcher->end && word_set_has(matcher->book->sets->pdata[set], matcher->ids[position]);
}

/* The first word from a place on, up to and with the last, where what has this first set may match, and which
 * is one of the places; last + 1: nowhere. */
static guint next_place(const Matcher *matcher, guint set, guint64 places, guint position, guint last)
{
    if (matcher->by_places) {
        guint at = position - matcher->begin;
        guint64 rest = at < PLACES ? places >> at : 0;
        return rest == 0 ? last + 1 : MIN(last + 1, position + (guint)__builtin_ctzll(rest));
    }
    while (position <= last && !may_begin(matcher, set, position))
        position++;
    return position;
}

/* The word after a raw expression that matches at a word's beginning and ends at a word's end; 0: no match.
 */
static guint raw_end(Matcher *matcher, guint index, guint position)
{
    if (position >= matcher->end)
        return 0;
    guint32 start = words_at(matcher->words, position)->start;
    guint32 stop = words_at(matcher->words, matcher->end - 1)->end;
    const Raw *raw = matcher->book->raws->pdata[index];
    if (!byte_set_has(&raw->first, (guchar)matcher->text[start])) /* spares most of the places */
        return 0;
    int result = pcre2_match(raw->code, (PCRE2_SPTR)matcher->text + start, stop - start, 0,
                             PCRE2_NO_UTF_CHECK, matcher->match_data, matcher->match_context);
    if (result == PCRE2_ERROR_MATCHLIMIT || result == PCRE2_ERROR_HEAPLIMIT ||
        result == PCRE2_ERROR_DEPTHLIMIT || result == PCRE2_ERROR_JIT_STACKLIMIT)
        matcher->raw_limit = TRUE;
    if (result < 0)
        return 0;
    guint32 reached = start + (guint32)pcre2_get_ovector_pointer(matcher->match_data)[1];
    for (guint i = position; i < matcher->end && words_at(matcher->words, i)->start < reached; i++)
        if (words_at(matcher->words, i)->end == reached ||
            (words_at(matcher->words, i)->end < reached &&
             (i + 1 == matcher->end || words_at(matcher->words, i + 1)->start >= reached)))
            return i + 1;
    return 0;
}

static inline gboolean is_word(const Matcher *matcher, guint32 id, guint position)
{
    return position < matcher->end && matcher->ids[position] == view_id(matcher->book, id, matcher->view);
}

/* A look at the first instruction of a way, which spares most of the ways of a long list. */
static inline gboolean fails_at_once(const Matcher *matcher, const Instruction *instruction, guint position)
{
    if (instruction->op == OP_WORD)
        return !is_word(matcher, instruction->a, position);
    return instruction->op == OP_CLASS && !may_begin(matcher, instruction->set, position);
}

/* Runs a program from an instruction at a word and collects where matches end. */
static void run(Matcher *matcher, const Phrase *phrase, guint pc, guint position, Ends *ends)
{
    for (;;) {
        if (++matcher->steps > matcher->most_steps || ends_full(ends))
            return;
        const Instruction *instruction = &phrase->program[pc];
        switch ((Op)instruction->op) {
        case OP_WORD:
            for (; instruction->op == OP_WORD; instruction++, pc++, position++)
                if (!is_word(matcher, instruction->a, position))
                    return;
            break;
        case OP_CLASS: {
            if (position >= matcher->end || !may_begin(matcher, instruction->set, position))
                return;
            CacheEntry entry = cached_ends(matcher, instruction->a, position);
            for (guint i = 0; i < entry.count; i++)
                run(matcher, phrase, pc + 1, g_array_index(matcher->ends, guint, entry.first + i), ends);
            return;
        }
        case OP_GAP: {
            guint set = instruction->set, last = MIN(position + instruction->a, matcher->end);
            guint64 places = set_places(matcher, set);
            for (guint at = next_place(matcher, set, places, position, last); at <= last && !ends_full(ends);
                 at = next_place(matcher, set, places, at + 1, last))
                run(matcher, phrase, pc + 1, at, ends);
            return;
        }
        case OP_RAW: {
            guint after = raw_end(matcher, instruction->a, position);
            if (after == 0)
                return;
            position = after;
            pc++;
            break;
        }
        case OP_QUANTITY: {
            guint after =
                quantity_read(matcher->words, position, matcher->end, phrase->unit, &matcher->quantity);
            if (after == position)
                return;
            position = after;
            pc++;
            break;
        }
        case OP_BEGIN:
            if (position != matcher->begin)
                return;
            pc++;
            break;
        case OP_END:
            if (position != matcher->end)
                return;
            pc++;
            break;
        case OP_SPLIT:
            if (!may_begin(matcher, instruction->set, position))
                return;
            for (; instruction->op == OP_SPLIT; instruction = &phrase->program[pc]) {
                if (!fails_at_once(matcher, &phrase->program[instruction->a], position))
                    run(matcher, phrase, instruction->a, position, ends);
                pc = instruction->b;
            }
            break;
        case OP_JUMP:
            pc = instruction->a;
            break;
        case OP_MATCH:
            ends_add(ends, position);
            return;
        }
    }
}

static inline guint64 probe_places(const Matcher *matcher, guint32 number)
{
    return number & SINGLE_WORD ? matcher->word_places[number & ~SINGLE_WORD] : set_places(matcher, number);
}

/* Where words of a short sentence begin with one of the bytes. */
static guint64 byte_places(const Matcher *matcher, const ByteSet *bytes)
{
    guint64 places = 0;
    for (guint i = matcher->begin; i < matcher->end; i++) {
        guchar byte = (guchar)matcher->text[words_at(matcher->words, i)->start];
        places |= (guint64)byte_set_has(bytes, byte) << (i - matcher->begin);
    }
    return places;
}

/* Where a phrase may begin in a short sentence: at a word of its first set, with all that it needs not yet
 * passed. */
static guint64 start_places(const Matcher *matcher, const Probe *probe)
{
    const guint32 *sets = (const guint32 *)(void *)matcher->book->probe_sets->data;
    guint64 starts = probe->at_begin ? 1 : G_MAXUINT64;
    for (guint i = probe->sets; i < probe->sets_end; i++) {
        guint64 places = probe_places(matcher, sets[i]);
        if (places == 0)
            return 0;
        starts &= G_MAXUINT64 >> __builtin_clzll(places);
    }
    guint64 first = set_places(matcher, probe->first_set);
    if (probe->first_bytes != 0)
        first |= byte_places(matcher, &g_array_index(matcher->book->byte_sets, ByteSet, probe->first_bytes));
    return starts & first;
}

/* Whether a long sentence has what the phrase needs. */
static gboolean has_needs(const Matcher *matcher, const Probe *probe)
{
    for (guint i = probe->sets; i < probe->sets_end; i++)
        if (probe_places(matcher, g_array_index(matcher->book->probe_sets, guint32, i)) == 0)
            return FALSE;
    return TRUE;
}

/* The first match at or after a word: gives its first word and sets its end; matcher->end when there is none.
 */
static guint match_from(Matcher *matcher, const Phrase *phrase, guint64 starts, guint position, guint *end)
{
    guint last = matcher->end - 1;
    for (guint at = position; at < matcher->end; at++) {
        at = next_place(matcher, phrase->first_set, starts, at, last);
        if (at > last)
            break;
        Ends ends;
        ends.count = 0;
        ends.first_only = TRUE;
        matcher->quantity = (Quantity){UNIT_NONE, 0, 0};
        run(matcher, phrase, 0, at, &ends);
        if (ends.count > 0 && ends.ends[0] != at) {
            *end = ends.ends[0];
            return at;
        }
    }
    return matcher->end;
}

/* Places to try; 0: the phrase cannot match in the sentence. Only in short sentences are they exact, and
 * where marks do not count sets do not hold. */
static guint64 places_to_try(const Matcher *matcher, guint probe_number)
{
    const Probe *probe = &g_array_index(matcher->book->probes, Probe, probe_number);
    if (matcher->by_places)
        return start_places(matcher, probe);
    return matcher->view != VIEW_MARKED || has_needs(matcher, probe);
}

static gboolean is_forbidden(Matcher *matcher, const Phrase *phrase)
{
    guint end;
    for (guint i = 0; i < phrase->forbidden->len; i++) {
        const Phrase *forbidden = phrase->forbidden->pdata[i];
        guint64 starts = places_to_try(matcher, forbidden->probe);
        if (starts != 0 && match_from(matcher, forbidden, starts, matcher->begin, &end) != matcher->end)
            return TRUE;
    }
    return FALSE;
}

/* Gives the matches from before on, which have the phrase's first number, its other numbers as well. */
static void repeat_matches(const Phrase *phrase, GArray *matches, guint before)
{
    guint end = matches->len;
    for (guint k = 1; k < phrase->ids->len; k++)
        for (guint i = before; i < end; i++) {
            Match match = g_array_index(matches, Match, i);
            match.phrase = g_array_index(phrase->ids, guint, k);
            g_array_append_val(matches, match);
        }
}

static void match_phrase(Matcher *matcher, guint index, guint sentence, GArray *matches)
{
    guint64 starts = places_to_try(matcher, index);
    guint before = matches->len, end = matcher->begin;

    if (starts == 0)
        return;
    const Phrase *phrase = matcher->book->phrases->pdata[index];
    for (guint at = match_from(matcher, phrase, starts, end, &end); at != matcher->end;
         at = match_from(matcher, phrase, starts, end, &end)) {
        Match match = {g_array_index(phrase->ids, guint, 0), sentence, at, end, matcher->quantity};
        g_array_append_val(matches, match);
    }
    if (matches->len > before && is_forbidden(matcher, phrase))
        g_array_set_size(matches, before);
    repeat_matches(phrase, matches, before);
}

static void add_list(const Matcher *matcher, const GArray *list)
{
    for (guint i = 0; list && i < list->len; i++) {
        guint index = g_array_index(list, guint, i);
        matcher->candidates[index / 64] |= G_GUINT64_CONSTANT(1) << (index % 64);
    }
}

/* The phrases of the purposes asked for that are anchored at a word; those anchored at none for id 0. */
static void add_candidates(const Matcher *matcher, guint32 id)
{
    const PhraseBook *book = matcher->book;
    for (guint rest = matcher->purposes; rest != 0; rest &= rest - 1) {
        guint purpose = (guint)__builtin_ctz(rest);
        GArray **anchored = book->anchored[matcher->view][purpose];
        if (anchored)
            add_list(matcher, id == 0 ? book->unanchored[purpose] : anchored[id]);
    }
}

/* Notes the words of the sentence at hand and the phrases to try on it. */
static void note_words(const Matcher *matcher)
{
    memset(matcher->candidates, 0, (matcher->book->phrases->len / 64 + 1) * sizeof(guint64));
    add_candidates(matcher, 0);
    for (guint i = matcher->begin; i < matcher->end; i++) {
        guint32 id = matcher->ids[i];
        if (id == 0)
            continue;
        if (matcher->word_places[id] == 0)
            add_candidates(matcher, id);
        matcher->word_places[id] |= G_GUINT64_CONSTANT(1) << ((i - matcher->begin) % PLACES);
    }
}

static void forget_words(const Matcher *matcher)
{
    for (guint i = matcher->begin; i < matcher->end; i++)
        matcher->word_places[matcher->ids[i]] = 0;
}

static void scan_sentence(Matcher *matcher, guint sentence, GArray *matches)
{
    matcher->serial++;
    matcher->by_places = matcher->view == VIEW_MARKED && matcher->end - matcher->begin < PLACES;
    g_array_set_size(matcher->ends, 0);
    note_words(matcher);
    for (guint i = 0; i <= matcher->book->phrases->len / 64; i++)
        for (guint64 rest = matcher->candidates[i]; rest != 0; rest &= rest - 1)
            match_phrase(matcher, i * 64 + (guint)__builtin_ctzll(rest), sentence, matches);
    forget_words(matcher);
}

static void scan_sentences(Matcher *matcher, guint first, guint end, GArray *matches)
{
    for (guint i = first; i < end && matcher->steps <= matcher->most_steps; i++) {
        const Sentence *sentence = &g_array_index(matcher->words->sentences, Sentence, i);
        matcher->begin = sentence->first;
        matcher->end = sentence->end;
        scan_sentence(matcher, i, matches);
    }
}

/* The ids alone, close together: most of the matcher's work is looking at them. */
static guint32 *copy_ids(const Words *words)
{
    guint32 *ids = g_new(guint32, words->words->len + 1);
    for (guint i = 0; i < words->words->len; i++)
        ids[i] = words_at(words, i)->id;
    return ids;
}

void phrasebook_identify(const PhraseBook *book, Words *words, gboolean tolerant)
{
    const KeyTable *table = tolerant ? &book->bare : &book->marked;
    for (guint i = 0; i < words->words->len; i++) {
        Word *word = &g_array_index(words->words, Word, i);
        word->id = key_table_find(table, tolerant ? word->bare_key : word->key);
    }
}

gboolean phrasebook_scan(const PhraseBook *book, guint purposes, const Words *words, guint first, guint end,
                         const char *text, gboolean tolerant, Budget *budget, GArray *matches, GError **error)
{
    g_autofree guint32 *ids = copy_ids(words);
    g_autofree SetState *sets = g_new0(SetState, book->sets->len);
    g_autofree guint64 *candidates = g_new0(guint64, book->phrases->len / 64 + 1);
    g_autofree guint64 *word_places = g_new0(guint64, book->bare_keys->len);
    Matcher matcher = {
        .book = book,
        .words = words,
        .ids = ids,
        .sets = sets,
        .word_places = word_places,
        .purposes = purposes,
        .candidates = candidates,
        .text = text,
        .view = tolerant ? VIEW_BARE : VIEW_MARKED,
        .steps = budget->match_steps,
        .most_steps = budget->limits->match_steps,
        .classes = g_new0(ClassCache, book->classes->len + 1),
        .ends = g_array_new(FALSE, FALSE, sizeof(guint)),
        .match_data = pcre2_match_data_create(1, NULL),
        .match_context = pcre2_match_context_create(NULL),
    };
    pcre2_set_match_limit(matcher.match_context, 100000);
    pcre2_set_heap_limit(matcher.match_context, 2000);

    scan_sentences(&matcher, first, end, matches);
    for (guint i = 0; i < book->classes->len; i++)
        g_free(matcher.classes[i].entries);
    g_free(matcher.classes);
    g_array_unref(matcher.ends);
    pcre2_match_data_free(matcher.match_data);
    pcre2_match_context_free(matcher.match_context);
    budget->match_steps = matcher.steps;
    if (matcher.steps > matcher.most_steps || matcher.raw_limit) {
        error_set(error, RASOAT_ERROR_LIMIT_STEPS,
                  "the phrase matcher needed more than %" G_GUINT64_FORMAT " steps",
                  budget->limits->match_steps);
        return FALSE;
    }
    return budget_check_time(budget, error);
}
