/* Counting pairs and triples of words in lines of two sorts, and looking up what they are worth. */
#include "rules/tone.h"

#include <math.h>

#include "base/key_table.h"

#define SMOOTHING 2.0   /* lines, of all lines alike, that a pair is thought to be in besides */
#define LEAST_ITEMS 2   /* that a pair was said of: others tell what they are about */
#define LEAST_WORTH 0.7 /* what is worth less, either way, comes as often in both sorts */

typedef struct {
    guint64 key;
    guint32 line;       /* the last that had it, from 1 */
    guint items;        /* that it was said of */
    gconstpointer item; /* the last of them */
    guint32 lines, refusing;
} ToneCount;

struct ToneLines {
    KeyTable places; /* key → place in the counts, from 1 */
    GArray *counts;  /* of ToneCount */
    guint32 lines, refusing;
};

ToneLines *tone_lines_new(void)
{
    ToneLines *lines = g_new0(ToneLines, 1);
    lines->counts = g_array_new(FALSE, FALSE, sizeof(ToneCount));
    return lines;
}

void tone_lines_free(ToneLines *lines)
{
    if (!lines)
        return;
    key_table_clear(&lines->places);
    g_array_unref(lines->counts);
    g_free(lines);
}

/* The pair and the triple of words that end at one of them; 0: its text does not reach so far back. */
typedef struct {
    guint64 pair, triple;
} Runs;

/* The last two words before one, by their keys; all numbers are alike. */
typedef struct {
    guint64 last, before_last;
    guint count;
} Past;

static Runs runs_ending(Past *past, const Word *word)
{
    const guint64 key = word->flags & WORD_NUMBER ? 0 : word->key;
    const guint64 pair = key_join(key_join(2, past->last), key);
    const Runs runs = {past->count > 0 ? pair : 0,
                       past->count > 1 ? key_join(key_join(3, past->before_last), pair) : 0};

    *past = (Past){key, past->last, past->count + 1};
    return runs;
}

static void count_key(ToneLines *lines, guint64 key, gconstpointer item, gboolean refuses)
{
    if (key == 0)
        return;
    guint32 *place = key_table_place(&lines->places, key);
    if (*place == 0) {
        const ToneCount fresh = {.key = key};
        g_array_append_val(lines->counts, fresh);
        *place = lines->counts->len;
    }
    ToneCount *count = &g_array_index(lines->counts, ToneCount, *place - 1);
    if (count->line == lines->lines)
        return;
    count->line = lines->lines;
    count->items += count->item != item;
    count->item = item;
    count->lines++;
    count->refusing += refuses != FALSE;
}

void tone_lines_add(ToneLines *lines, const Words *words, gconstpointer item, gboolean refuses)
{
    Past past = {0, 0, 0};

    lines->lines++;
    lines->refusing += refuses != FALSE;
    for (guint at = 0; at < words->words->len; at++) {
        const Runs runs = runs_ending(&past, words_at(words, at));
        count_key(lines, runs.pair, item, refuses);
        count_key(lines, runs.triple, item, refuses);
    }
}

static double worth_of(const ToneLines *lines, const ToneCount *count)
{
    const double refusing = lines->refusing, others = lines->lines - lines->refusing;
    const double share = refusing / lines->lines;

    return log((count->refusing + 2 * SMOOTHING * share) / (refusing + SMOOTHING)) -
           log((count->lines - count->refusing + 2 * SMOOTHING * (1 - share)) / (others + SMOOTHING));
}

static guint32 check_of(guint64 key)
{
    return (guint32)(key >> 32);
}

/* The place of a key, or the free one where it belongs. */
static guint slot_of(const GArray *tone, guint64 key)
{
    const guint mask = tone->len - 1;
    guint at = (guint)key & mask;
    for (;; at = (at + 1) & mask) {
        const ToneSlot *slot = &g_array_index(tone, ToneSlot, at);
        if (slot->worth == 0 || slot->check == check_of(key))
            return at;
    }
}

GArray *tone_learn(ToneLines *lines)
{
    GArray *tone = g_array_new(FALSE, TRUE, sizeof(ToneSlot));
    guint kept = 0;

    if (lines->refusing == 0 || lines->refusing == lines->lines)
        return tone;
    for (guint i = 0; i < lines->counts->len; i++) {
        const ToneCount count = g_array_index(lines->counts, ToneCount, i);
        if (count.items >= LEAST_ITEMS && fabs(worth_of(lines, &count)) >= LEAST_WORTH)
            g_array_index(lines->counts, ToneCount, kept++) = count;
    }
    g_array_set_size(tone, 1u << (g_bit_storage(kept) + 1)); /* at least half of it stays free */
    for (guint i = 0; i < kept; i++) {
        const ToneCount *count = &g_array_index(lines->counts, ToneCount, i);
        g_array_index(tone, ToneSlot, slot_of(tone, count->key)) =
            (ToneSlot){check_of(count->key), (float)worth_of(lines, count)};
    }
    return tone;
}

static double worth_at(const GArray *tone, guint64 key)
{
    return key != 0 ? g_array_index(tone, ToneSlot, slot_of(tone, key)).worth : 0;
}

double tone_of(const GArray *tone, const Words *words, const guint8 *known, guint first, guint end)
{
    Past past = {0, 0, 0};
    guint unknown = first; /* behind the last word that no phrase has */
    double worth = 0;

    for (guint at = first; tone->len > 0 && at < end; at++) {
        const Runs runs = runs_ending(&past, words_at(words, at));
        if (!known[at])
            unknown = at + 1;
        if (at < unknown + 1)
            worth += worth_at(tone, runs.pair);
        if (at < unknown + 2)
            worth += worth_at(tone, runs.triple);
    }
    return worth;
}
