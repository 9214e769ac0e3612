/* Likeness by unigram language models: of each item one, smoothed towards that of all its rivals together
 * (Dirichlet prior; Zhai and Lafferty, "A study of smoothing methods for language models applied to
 * information retrieval", 2004). A word is worth the logarithm of how many times likelier it is, said of the
 * item, and so is a pair of words; a line is worth its best run of words, as segments of sequences are scored
 * (Karlin and Altschul, 1990): a long line may say several things. Lines known to say nothing are one more
 * rival. */
#include <math.h>
#include <string.h>

#include "audit/likeness_private.h"
#include "rules/wordings.h"

#define MEMORY 32        /* words */
#define USUAL_WORDS 8192 /* of a document; room for more is made by copying */
#define STRANGE (-0.5)   /* the least that a word no line has is worth */

/* Lines. */

typedef struct {
    guint number;
    guint first, end; /* of LikenessLines.words */
} Line;

typedef struct {
    const Entry *entry; /* NULL: no line is known that has it */
    const Entry *pair;  /* of it and the word before it; NULL: no two lines are known that have both so */
    guint place;        /* its number in the text */
} LineWord;

/* A line that may be worth enough. */
typedef struct {
    guint line;
    float most; /* that it can be worth */
} Candidate;

/* Of an item, in the order of lines. Thousands are added a document, a few at a time for each of many items.
 */
typedef struct {
    Candidate *all;
    guint count, room;
} Candidates;

struct LikenessLines {
    const Likeness *likeness;
    double least;
    GArray *words;          /* of LineWord */
    GArray *keys;           /* of guint64: of each word of the line at hand its own and that of its pair */
    GArray *lines;          /* of Line */
    Candidates *candidates; /* per item */
    float *most;            /* per rival: what no run of the line at hand can exceed */
    guint32 *ends;          /* per entry of the likeness: the place after the last kept word of it; 0: none */
    guint32 *seen; /* per entry: the last round of likeness_wholeness() that met it; NULL before the first */
    guint32 round;
};

LikenessLines *likeness_lines_new(const Likeness *likeness, double least)
{
    LikenessLines *lines = g_new0(LikenessLines, 1);

    lines->likeness = likeness;
    lines->least = least;
    lines->words = g_array_sized_new(FALSE, FALSE, sizeof(LineWord), USUAL_WORDS);
    lines->keys = g_array_new(FALSE, FALSE, sizeof(guint64));
    lines->lines = g_array_new(FALSE, FALSE, sizeof(Line));
    lines->candidates = g_new0(Candidates, likeness->rivals);
    lines->most = g_new(float, likeness->rivals);
    lines->ends = g_new0(guint32, likeness->entry_count);
    return lines;
}

void likeness_lines_free(LikenessLines *lines)
{
    if (!lines)
        return;
    for (guint i = 0; i < lines->likeness->rivals; i++)
        g_free(lines->candidates[i].all);
    g_free(lines->candidates);
    g_array_unref(lines->words);
    g_array_unref(lines->keys);
    g_array_unref(lines->lines);
    g_free(lines->most);
    g_free(lines->ends);
    g_free(lines->seen);
    g_free(lines);
}

static const LineWord *word_of(const LikenessLines *lines, guint index)
{
    return &g_array_index(lines->words, LineWord, index);
}

/* Notes that a known word stands behind the line; FALSE where it has stood a little before: said again it
 * says no more. */
static gboolean note_word(const LikenessLines *lines, const Line *line, const Entry *entry)
{
    if (!entry)
        return TRUE;
    guint32 *end = &lines->ends[entry - lines->likeness->entries];
    if (*end > line->first && *end + MEMORY > line->end)
        return FALSE;
    *end = line->end + 1;
    return TRUE;
}

static void add_gains(const Likeness *likeness, const Entry *entry, float *most)
{
    if (!entry)
        return;
    const Gain *gain = likeness->gains + entry->gains;
#pragma GCC unroll 4 /* thousands a document */
    for (const Gain *last = gain + entry->gain_count; gain < last; gain++)
        most[gain->item] += gain->worth;
}

static void bound_line(const LikenessLines *lines, const Line *line, float *most)
{
    memset(most, 0, lines->likeness->rivals * sizeof *most);
    for (guint i = line->first; i < line->end; i++) {
        add_gains(lines->likeness, word_of(lines, i)->entry, most);
        if (i > line->first)
            add_gains(lines->likeness, word_of(lines, i)->pair, most);
    }
}

static const guint32 *bucket_of(const Likeness *likeness, guint64 key)
{
    return &likeness->buckets[key >> likeness->bucket_shift];
}

/* key 0: of no pair. */
static const Entry *find_entry(const Likeness *likeness, guint64 key)
{
    const guint32 *bucket = bucket_of(likeness, key);
    for (guint i = bucket[0]; key != 0 && i < bucket[1]; i++)
        if (likeness->entries[i].key == key)
            return &likeness->entries[i];
    return NULL;
}

/* Adds the words of a line and notes the keys to look up. Numbers are left out. */
static void add_words(LikenessLines *lines, const Words *words, guint first, guint end)
{
    const Word *before = NULL;
    const guint at = lines->words->len;
    guint count = 0;

    g_array_set_size(lines->words, at + (end - first)); /* at most */
    g_array_set_size(lines->keys, 2 * (end - first));
    for (guint i = first; i < end; i++) {
        const Word *word = words_at(words, i);
        if (word->flags & WORD_NUMBER) {
            before = NULL;
            continue;
        }
        g_array_index(lines->words, LineWord, at + count).place = i;
        g_array_index(lines->keys, guint64, 2 * count) = word->key;
        g_array_index(lines->keys, guint64, 2 * count + 1) =
            before ? word_pair_key(before->key, word->key) : 0;
        before = word;
        count++;
    }
    g_array_set_size(lines->words, at + count);
    g_array_set_size(lines->keys, 2 * count);
}

/* Looks the words up of a line, which are the last; all are asked for before anything is made of one: the
 * processor fetches what is known of several at a time. */
static void look_up(LikenessLines *lines, guint first)
{
    const Likeness *likeness = lines->likeness;
    const guint64 *keys = (const guint64 *)(void *)lines->keys->data;

    for (guint i = 0; i < lines->keys->len; i++)
        __builtin_prefetch(bucket_of(likeness, keys[i]));
    for (guint i = 0; i < lines->keys->len; i++)
        __builtin_prefetch(&likeness->entries[*bucket_of(likeness, keys[i])]);
    for (guint i = first; i < lines->words->len; i++, keys += 2) {
        LineWord *word = &g_array_index(lines->words, LineWord, i);
        word->entry = find_entry(likeness, keys[0]);
        word->pair = find_entry(likeness, keys[1]);
    }
}

static void fetch_gains(const Likeness *likeness, const Entry *entry)
{
    if (entry)
        __builtin_prefetch(&likeness->gains[entry->gains]);
}

/* Words that tell nothing, and those that are said again, are taken out of the line. */
static void thin_out(LikenessLines *lines, Line *line)
{
    for (guint i = line->first; i < lines->words->len; i++) {
        const LineWord word = *word_of(lines, i);
        if ((word.entry && word.entry->count == 0) || !note_word(lines, line, word.entry))
            continue;
        fetch_gains(lines->likeness, word.entry);
        fetch_gains(lines->likeness, word.pair);
        g_array_index(lines->words, LineWord, line->end++) = word;
    }
    g_array_set_size(lines->words, line->end);
}

static void add_candidate(Candidates *candidates, Candidate candidate)
{
    if (candidates->count == candidates->room) {
        candidates->room = MAX(16, candidates->room * 2);
        candidates->all = g_renew(Candidate, candidates->all, candidates->room);
    }
    candidates->all[candidates->count++] = candidate;
}

void likeness_lines_add(LikenessLines *lines, const Words *words, guint first, guint end, guint number)
{
    const Likeness *likeness = lines->likeness;
    Line line = {number, lines->words->len, lines->words->len};

    add_words(lines, words, first, end);
    look_up(lines, line.first);
    thin_out(lines, &line);
    bound_line(lines, &line, lines->most);
    const guint rivals = likeness->rivals;
    const float *most = lines->most;
    const double least = lines->least;
    for (guint item = 0; item + 1 < rivals; item++)
        if (most[item] >= least) {
            const Candidate candidate = {lines->lines->len, most[item]};
            add_candidate(&lines->candidates[item], candidate);
        }
    g_array_append_val(lines->lines, line);
}

/* Measuring. */

/* NULL: no line of the rival has the word. */
static const Posting *find_posting(const Likeness *likeness, const Entry *entry, guint rival)
{
    const Posting *posting = likeness->postings + entry->first;
    for (guint left = entry->count; left > 1;) { /* no branch: none could be foretold */
        const guint half = left / 2;
        posting += posting[half].item <= rival ? half : 0;
        left -= half;
    }
    return entry->count > 0 && posting->item == rival ? posting : NULL;
}

/* Inline, as worth_of(): both are asked tens of thousands of times a document. */
static inline double known_worth(const Likeness *likeness, const Entry *entry, guint rival)
{
    if (entry->row != 0)
        return likeness->rows[(gsize)entry->row * likeness->rivals + rival];
    const Posting *posting = find_posting(likeness, entry, rival);
    return posting ? posting->worth : entry->weight * likeness->absent[rival];
}

/* Of a word of a run, and of the pair that it makes with the one before, if that is in the run too. */
static inline double worth_of(const Likeness *likeness, const LineWord *word, gboolean opens, guint rival)
{
    double worth =
        word->entry ? known_worth(likeness, word->entry, rival) : MAX(likeness->absent[rival], STRANGE);
    if (word->pair && !opens)
        worth += known_worth(likeness, word->pair, rival);
    return worth;
}

/* The best run of a line's words for a rival: indexes into the words. */
static Resemblance best_run(const LikenessLines *lines, const Line *line, guint rival)
{
    Resemblance best = {.line = line->number};
    double worth = 0;
    for (guint i = line->first, first = i; i < line->end; i++) {
        worth += worth_of(lines->likeness, word_of(lines, i), i == first, rival);
        if (worth <= 0) {
            worth = 0;
            first = i + 1;
        } else if (worth > best.worth) {
            best.first = first;
            best.end = i + 1;
            best.worth = worth;
        }
    }
    return best;
}

static double worth_to_rival(const LikenessLines *lines, const Resemblance *run, guint rival)
{
    const Likeness *likeness = lines->likeness;
    const LineWord *first = word_of(lines, run->first), *end = first + (run->end - run->first);
    double worth = 0;
    for (const LineWord *word = first; word < end; word++)
        worth += worth_of(likeness, word, word == first, rival);
    return worth;
}

/* What the best rival makes of a run. The one that may make most of it is asked first: most of the others
 * cannot come near it, and are passed over. */
static double worth_to_rivals(LikenessLines *lines, const Resemblance *run, guint item)
{
    const Line words = {run->line, run->first, run->end};
    guint likely = item == 0;

    bound_line(lines, &words, lines->most);
    for (guint rival = likely; rival < lines->likeness->rivals; rival++)
        if (rival != item && lines->most[rival] > lines->most[likely])
            likely = rival;
    double most = MAX(0, worth_to_rival(lines, run, likely));
    for (guint rival = 0; rival < lines->likeness->rivals; rival++)
        if (rival != item && rival != likely && lines->most[rival] > most)
            most = MAX(most, worth_to_rival(lines, run, rival));
    return most;
}

void likeness_measure(LikenessLines *lines, guint item, const Measure *measure)
{
    const Candidates *candidates = &lines->candidates[item];
    for (guint i = 0; i < candidates->count; i++) {
        const Candidate *candidate = &candidates->all[i];
        const Line *line = &g_array_index(lines->lines, Line, candidate->line);
        const double least = measure->least(measure->data, line->number);
        if (candidate->most < least)
            continue;
        Resemblance run = best_run(lines, line, item);
        if (run.worth < least)
            continue;
        run.share = run.worth / MAX(lines->likeness->usual[item], 1);
        run.margin = measure->alone ? 0 : run.worth - worth_to_rivals(lines, &run, item);
        run.index = candidate->line;
        run.first = word_of(lines, run.first)->place;
        run.end = word_of(lines, run.end - 1)->place + 1;
        measure->see(measure->data, &run);
    }
}

/* Wholeness. */

/* What a word or pair tells that is met for the first time this round. */
static double told_by(LikenessLines *lines, const Entry *entry, guint item, guint *met)
{
    guint32 *seen = entry ? &lines->seen[entry - lines->likeness->entries] : NULL;

    if (!seen || *seen == lines->round)
        return 0;
    *seen = lines->round;
    (*met)++;
    const Posting *posting = find_posting(lines->likeness, entry, item);
    return posting ? posting->tells : 0;
}

double likeness_wholeness(LikenessLines *lines, guint item, const GArray *indexes)
{
    double tells = lines->likeness->whole[item];
    guint words = 0, pairs = 0;

    if (!lines->seen)
        lines->seen = g_new0(guint32, lines->likeness->entry_count);
    lines->round++;
    for (guint k = 0; k < indexes->len; k++) {
        const Line *line = &g_array_index(lines->lines, Line, g_array_index(indexes, guint, k));
        for (guint i = line->first; i < line->end; i++) {
            tells += told_by(lines, word_of(lines, i)->entry, item, &words);
            if (i > line->first)
                tells += told_by(lines, word_of(lines, i)->pair, item, &pairs);
        }
    }
    return tells + log(1 + words) - lines->likeness->length[item];
}

void likeness_weigh(const LikenessLines *lines, double *worths)
{
    const Likeness *likeness = lines->likeness;

    for (guint rival = 0; rival < likeness->rivals; rival++)
        worths[rival] = likeness->absent[rival] < 0 ? 0 : -G_MAXDOUBLE;
    for (guint l = 0; l < lines->lines->len; l++) {
        const Line *line = &g_array_index(lines->lines, Line, l);
        for (guint i = line->first; i < line->end; i++) {
            if (!word_of(lines, i)->entry)
                continue;
            for (guint rival = 0; rival < likeness->rivals; rival++)
                worths[rival] += worth_of(likeness, word_of(lines, i), i == line->first, rival);
        }
    }
}
