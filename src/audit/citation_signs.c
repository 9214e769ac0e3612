/* Choosing the words that stand for names, and looking for them and for figures letter by letter. Whatever
 * folding makes of other characters than letters, ASCII and common punctuation is left to folding. */
#include "audit/citation_signs.h"

#include <unicode/utf8.h>

#include "text/letters.h"

#define MOST_WORDS 16 /* to look for */

/* A letter without marks, i for y, which folding may make of it; or a figure; else 0. */
static char plain_character(gunichar c)
{
    const char bare = letter_bare(c);
    return bare == 'y' ? 'i' : c >= '0' && c <= '9' ? (char)c : bare;
}

/* The words. */

static GPtrArray *words_of_names(GHashTable *names)
{
    GPtrArray *split = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    GHashTableIter iter;
    gpointer name;

    g_hash_table_iter_init(&iter, names);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        g_ptr_array_add(split, g_strsplit(name, " ", -1));
    return split;
}

/* The word that stands most often in the names; NULL when they have none. What begins with no letter and no
 * figure ("-", "&") could not be found. */
static const char *commonest_word(const GPtrArray *names)
{
    g_autoptr(GHashTable) counts = g_hash_table_new(g_str_hash, g_str_equal);
    const char *commonest = NULL;
    guint most = 0;

    for (guint i = 0; i < names->len; i++)
        for (char **word = names->pdata[i]; *word; word++) {
            if (plain_character((guchar)word[0][0]) == '\0')
                continue;
            guint count = GPOINTER_TO_UINT(g_hash_table_lookup(counts, *word)) + 1;
            g_hash_table_insert(counts, *word, GUINT_TO_POINTER(count));
            if (count > most) {
                commonest = *word;
                most = count;
            }
        }
    return commonest;
}

/* Takes away the names that have a word. */
static void drop_names(GPtrArray *names, const char *word)
{
    for (guint i = names->len; i-- > 0;)
        if (g_strv_contains(names->pdata[i], word))
            g_ptr_array_remove_index_fast(names, i);
}

static void choose_words(CitationSigns *signs, GHashTable *table)
{
    g_autoptr(GPtrArray) names = words_of_names(table);

    signs->words = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < MOST_WORDS && names->len > 0; i++) {
        const char *word = commonest_word(names);
        if (!word)
            break;
        g_ptr_array_add(signs->words, g_strdup(word));
        drop_names(names, g_ptr_array_index(signs->words, i));
    }
    if (names->len > 0)
        g_clear_pointer(&signs->words, g_ptr_array_unref);
}

void citation_signs_init(CitationSigns *signs, GHashTable *names)
{
    choose_words(signs, names);
    for (guint byte = 0; byte < G_N_ELEMENTS(signs->begin); byte++) {
        const char plain = byte < 0x80 ? plain_character(byte) : '\0';
        signs->begin[byte] = byte >= 0x80 || g_ascii_isdigit(plain);
        for (guint i = 0; plain && signs->words && i < signs->words->len; i++)
            signs->begin[byte] |= plain == plain_character((guchar) * (char *)signs->words->pdata[i]);
    }
}

void citation_signs_clear(CitationSigns *signs)
{
    g_clear_pointer(&signs->words, g_ptr_array_unref);
}

/* Looking for them. */

static gboolean begins_with(const char *text, guint32 length, const char *word)
{
    for (guint32 at = 0; *word; word++) {
        gunichar c = 0;
        if (at < length)
            U8_NEXT_OR_FFFD(text, at, length, c);
        if (plain_character(c) != plain_character((guchar)*word))
            return FALSE;
    }
    return TRUE;
}

static gboolean begins_with_word(const CitationSigns *signs, const char *text, guint32 length)
{
    for (guint i = 0; signs->words && i < signs->words->len; i++)
        if (begins_with(text, length, signs->words->pdata[i]))
            return TRUE;
    return FALSE;
}

/* Whether folding makes nothing of a character but one that is no letter and no figure. */
static gboolean is_punctuation(gunichar c)
{
    const gunichar no_break_space = 0xA0, left_quote = 0xAB, right_quote = 0xBB;
    const gunichar hyphen = 0x2010, last_mark = 0x2027; /* with dashes, quotes, bullets and leaders between */
    return c < 0x80 || c == no_break_space || c == left_quote || c == right_quote ||
           (c >= hyphen && c <= last_mark);
}

guint citation_signs_in(const CitationSigns *signs, const char *text, guint32 length)
{
    guint found = signs->words ? 0 : SIGN_WORD;
    for (guint32 at = 0; at < length;) {
        while (at < length && !signs->begin[(guchar)text[at]])
            at++;
        if (at == length)
            break;
        const guint32 start = at;
        gunichar c;
        U8_NEXT_OR_FFFD(text, at, length, c);
        const char plain = plain_character(c);
        if (plain == '\0' && !is_punctuation(c))
            return SIGN_FIGURE | SIGN_WORD;
        if (g_ascii_isdigit(plain))
            found |= SIGN_FIGURE;
        if (signs->begin[(guchar)plain] && begins_with_word(signs, text + start, length - start))
            found |= SIGN_WORD;
    }
    return found;
}
