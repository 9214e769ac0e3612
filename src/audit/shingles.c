/* Runs of words as numbers: the words that are left after names and numbers, five by five. */
#include "audit/shingles.h"

#include "text/words.h"

/* Mixes all bits of a key into all others (the finaliser of splitmix64, G. Steele et al., 2014). */
static guint64 mix(guint64 value)
{
    value ^= value >> 30;
    value *= G_GUINT64_CONSTANT(0xbf58476d1ce4e5b9);
    value ^= value >> 27;
    value *= G_GUINT64_CONSTANT(0x94d049bb133111eb);
    return value ^ (value >> 31);
}

static guint32 shingle(const guint64 *keys)
{
    guint64 sum = 0;
    for (guint i = 0; i < SHINGLE_WORDS; i++)
        sum = mix(sum * 31 + keys[i]);
    return (guint32)(sum >> (64 - SHINGLE_BITS));
}

/* Keys of the words that stay, in order, appended. */
static void add_keys(GArray *keys, Words *words, const char *text, gsize length)
{
    words_clear(words);
    words_append(words, text, length, 0);
    for (guint i = 0; i < words->words->len; i++) {
        const Word *word = words_at(words, i);
        if (!(word->flags & (WORD_NUMBER | WORD_CAPITAL)))
            g_array_append_val(keys, word->key);
    }
}

static gint compare(gconstpointer a, gconstpointer b)
{
    guint32 one = *(const guint32 *)a, other = *(const guint32 *)b;
    return (one > other) - (one < other);
}

static GArray *shingles_of_keys(const GArray *keys)
{
    GArray *shingles = g_array_new(FALSE, FALSE, sizeof(guint32));
    for (guint i = 0; i + SHINGLE_WORDS <= keys->len; i++) {
        guint32 value = shingle(&g_array_index(keys, guint64, i));
        g_array_append_val(shingles, value);
    }
    g_array_sort(shingles, compare);
    guint kept = 0;
    for (guint i = 0; i < shingles->len; i++) {
        guint32 value = g_array_index(shingles, guint32, i);
        if (kept == 0 || g_array_index(shingles, guint32, kept - 1) != value)
            g_array_index(shingles, guint32, kept++) = value;
    }
    g_array_set_size(shingles, kept);
    return shingles;
}

GArray *shingles_of_text(const char *text, gsize length)
{
    g_autoptr(GArray) keys = g_array_new(FALSE, FALSE, sizeof(guint64));
    g_autoptr(Words) words = words_new();
    add_keys(keys, words, text, length);
    return shingles_of_keys(keys);
}

static void add_component(GArray *keys, Words *words, const Outline *outline, const Component *component)
{
    for (guint i = component->first; i < component->end; i++) {
        const Block *block = document_block(outline->document, i);
        if (block->layer == LAYER_BODY)
            add_keys(keys, words, block->text, block->length);
    }
}

GArray *shingles_of_outline(const Outline *outline)
{
    g_autoptr(GArray) keys = g_array_new(FALSE, FALSE, sizeof(guint64));
    g_autoptr(Words) words = words_new();

    for (guint i = 0; i < outline->components->len; i++) {
        const Component *component = outline_component(outline, i);
        if (component->kind == COMPONENT_REGULATION && !component->pasted_law)
            add_component(keys, words, outline, component);
    }
    for (guint i = 0; keys->len == 0 && i < outline->components->len; i++)
        add_component(keys, words, outline, outline_component(outline, i));
    return shingles_of_keys(keys);
}

gdouble shingles_share(const guint32 *one, guint one_count, const guint32 *other, guint other_count)
{
    guint i = 0, k = 0, shared = 0;
    while (i < one_count && k < other_count) {
        shared += one[i] == other[k];
        guint32 least = MIN(one[i], other[k]);
        i += one[i] == least;
        k += other[k] == least;
    }
    guint all = one_count + other_count - shared;
    return all ? (gdouble)shared / all : 0;
}
