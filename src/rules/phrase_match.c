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

typedef struct {
    const PhraseBook *book;
    const Words *words;
    const char *text;
    guint view;
    guint purposes;
    guint begin, end; /* of the sentence */
    guint64 steps, most_steps;
    pcre2_match_data *match_data;
    pcre2_match_context *match_context;
    gboolean raw_limit;
    Quantity quantity;
    ClassCache
        *classes;   /* per class; all phrases of a sentence ask for the same few classes at the same words */
    GArray *ends;   /* of guint: what the caches point into; for the sentence at hand */
    guint32 serial; /* of the sentence */
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

static guint class_set(const Matcher *matcher, guint index)
{
    return ((const WordClass *)matcher->book->classes->pdata[index])->first_set;
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
    const GArray *list = class->first[matcher->view][words_at(matcher->words, position)->id];
    for (guint i = 0; list && i < list->len && !ends_full(ends); i++)
        run(matcher, class->phrases->pdata[g_array_index(list, guint, i)], 0, position, ends);
}

static gint descending(gconstpointer a, gconstpointer b)
{
    guint x = *(const guint *)a, y = *(const guint *)b;
    return x < y ? 1 : x > y ? -1 : 0;
}

/* The ends of a class at a word, longest first, from the cache. */
static CacheEntry cached_ends(Matcher *matcher, guint index, guint position)
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
    qsort(ends.ends, ends.count, sizeof(guint), descending);
    CacheEntry entry = {matcher->serial, matcher->ends->len, ends.count};
    g_array_append_vals(matcher->ends, ends.ends, ends.count);
    matcher->classes[index].entries[at] = entry;
    return entry;
}

static gboolean may_begin(const Matcher *matcher, guint set, guint position)
{
    return matcher->view != VIEW_MARKED || position >= matcher->end ||
           first_set_has(matcher->book, set, words_at(matcher->words, position)->id);
}

/* The word after a raw expression that matches at a word's beginning and ends at a word's end; 0: no match.
 */
static guint raw_end(Matcher *matcher, guint index, guint position)
{
    if (position >= matcher->end)
        return 0;
    guint32 start = words_at(matcher->words, position)->start;
    guint32 stop = words_at(matcher->words, matcher->end - 1)->end;
    int result =
        pcre2_match(matcher->book->raws->pdata[index], (PCRE2_SPTR)matcher->text + start, stop - start, 0,
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

/* Runs a program from an instruction at a word and collects where matches end. */
static void run(Matcher *matcher, const Phrase *phrase, guint pc, guint position, Ends *ends)
{
    for (;;) {
        if (++matcher->steps > matcher->most_steps || ends_full(ends))
            return;
        const Instruction *instruction = &g_array_index(phrase->code, Instruction, pc);
        switch ((Op)instruction->op) {
        case OP_WORD:
            if (position >= matcher->end || words_at(matcher->words, position)->id !=
                                                view_id(matcher->book, instruction->a, matcher->view))
                return;
            position++;
            pc++;
            break;
        case OP_CLASS: {
            if (position >= matcher->end || !may_begin(matcher, class_set(matcher, instruction->a), position))
                return;
            CacheEntry entry = cached_ends(matcher, instruction->a, position);
            for (guint i = 0; i < entry.count; i++)
                run(matcher, phrase, pc + 1, g_array_index(matcher->ends, guint, entry.first + i), ends);
            return;
        }
        case OP_GAP:
            for (guint skip = 0;
                 skip <= instruction->a && position + skip <= matcher->end && !ends_full(ends); skip++)
                if (may_begin(matcher, instruction->b, position + skip))
                    run(matcher, phrase, pc + 1, position + skip, ends);
            return;
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
            run(matcher, phrase, instruction->a, position, ends);
            pc = instruction->b;
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

/* The end of the first match at a word; position when there is none. */
static guint match_at(Matcher *matcher, const Phrase *phrase, guint position)
{
    if (!may_begin(matcher, phrase->first_set, position))
        return position;
    Ends ends;
    ends.count = 0;
    ends.first_only = TRUE;
    matcher->quantity = (Quantity){UNIT_NONE, 0, 0};
    run(matcher, phrase, 0, position, &ends);
    return ends.count > 0 ? ends.ends[0] : position;
}

static gboolean is_forbidden(Matcher *matcher, const Phrase *phrase)
{
    for (guint i = 0; i < phrase->forbidden->len; i++)
        for (guint position = matcher->begin; position < matcher->end; position++)
            if (match_at(matcher, phrase->forbidden->pdata[i], position) != position)
                return TRUE;
    return FALSE;
}

static void match_phrase(Matcher *matcher, guint id, guint sentence, GArray *matches)
{
    const Phrase *phrase = matcher->book->phrases->pdata[id];
    guint before = matches->len;

    for (guint position = matcher->begin; position < matcher->end;) {
        guint end = match_at(matcher, phrase, position);
        if (end == position) {
            position++;
            continue;
        }
        Match match = {id, sentence, position, end, matcher->quantity};
        g_array_append_val(matches, match);
        position = end;
    }
    if (matches->len > before && is_forbidden(matcher, phrase))
        g_array_set_size(matches, before);
}

/* Which words stand in the sentence at hand, and which phrases have been tried on it. */
typedef struct {
    guint32 *word_seen;
    guint32 *phrase_tried;
    guint32 serial;
    guint64 *bits;      /* of the sentence's words, as in a first set */
    GArray *candidates; /* of guint */
} Presence;

static gboolean sets_meet(const guint64 *a, const guint64 *b, guint words)
{
    for (guint i = 0; i < words; i++)
        if (a[i] & b[i])
            return TRUE;
    return FALSE;
}

static gboolean has_required_words(const Matcher *matcher, const Phrase *phrase, const Presence *presence)
{
    const PhraseBook *book = matcher->book;
    for (guint i = 0; i < phrase->required->len; i++) {
        guint32 id = view_id(book, g_array_index(phrase->required, guint32, i), matcher->view);
        if (presence->word_seen[id] != presence->serial)
            return FALSE;
    }
    for (guint i = 0; matcher->view == VIEW_MARKED && i < phrase->need_sets->len; i++)
        if (!sets_meet(book->first_sets->pdata[g_array_index(phrase->need_sets, guint, i)], presence->bits,
                       book->set_words))
            return FALSE;
    return TRUE;
}

static gint ascending(gconstpointer a, gconstpointer b)
{
    guint x = *(const guint *)a, y = *(const guint *)b;
    return x < y ? -1 : x > y ? 1 : 0;
}

static void collect_candidates(const Matcher *matcher, Presence *presence)
{
    const PhraseBook *book = matcher->book;

    presence->serial++;
    memset(presence->bits, 0, book->set_words * sizeof(guint64));
    for (guint i = matcher->begin; i < matcher->end; i++) {
        guint32 id = words_at(matcher->words, i)->id;
        presence->word_seen[id] = presence->serial;
        presence->bits[id / 64] |= G_GUINT64_CONSTANT(1) << (id % 64);
    }
    g_array_set_size(presence->candidates, 0);
    for (guint i = matcher->begin; i < matcher->end; i++) {
        const GArray *list = book->anchored[matcher->view][words_at(matcher->words, i)->id];
        for (guint k = 0; list && k < list->len; k++) {
            guint id = g_array_index(list, guint, k);
            if (presence->phrase_tried[id] == presence->serial)
                continue;
            presence->phrase_tried[id] = presence->serial;
            const Phrase *phrase = book->phrases->pdata[id];
            if ((phrase->purpose & matcher->purposes) && has_required_words(matcher, phrase, presence))
                g_array_append_val(presence->candidates, id);
        }
    }
    for (guint k = 0; k < book->unanchored->len; k++) {
        guint id = g_array_index(book->unanchored, guint, k);
        if (((const Phrase *)book->phrases->pdata[id])->purpose & matcher->purposes)
            g_array_append_val(presence->candidates, id);
    }
    g_array_sort(presence->candidates, ascending);
}

static void scan_sentences(Matcher *matcher, guint first, guint end, GArray *matches)
{
    g_autofree guint32 *word_seen = g_new0(guint32, matcher->book->bare_keys->len);
    g_autofree guint32 *phrase_tried = g_new0(guint32, matcher->book->phrases->len + 1);
    g_autoptr(GArray) candidates = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autofree guint64 *bits = g_new0(guint64, matcher->book->set_words);
    Presence presence = {word_seen, phrase_tried, 0, bits, candidates};

    for (guint i = first; i < end && matcher->steps <= matcher->most_steps; i++) {
        const Sentence *sentence = &g_array_index(matcher->words->sentences, Sentence, i);
        matcher->begin = sentence->first;
        matcher->end = sentence->end;
        matcher->serial++;
        g_array_set_size(matcher->ends, 0);
        collect_candidates(matcher, &presence);
        for (guint k = 0; k < candidates->len; k++)
            match_phrase(matcher, g_array_index(candidates, guint, k), i, matches);
    }
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
    Matcher matcher = {
        .book = book,
        .words = words,
        .text = text,
        .view = tolerant ? VIEW_BARE : VIEW_MARKED,
        .purposes = purposes,
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
