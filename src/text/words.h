/* Text as words (Vietnamese syllables, abbreviations, numbers), each with the key that all its spellings
 * share and its place in the original: the folded view that phrases are matched on, with the map back built
 * in. Sentences end at . ! ? ; and at a line break that opens a new item. */
#ifndef RASOAT_TEXT_WORDS_H
#define RASOAT_TEXT_WORDS_H

#include <glib.h>

enum {
    WORD_NUMBER = 1 << 0,      /* digits only */
    WORD_AFTER_SLASH = 1 << 1, /* joined to the word before by '/' */
    WORD_BEFORE_PERCENT = 1 << 2,
    WORD_AFTER_PAREN = 1 << 3, /* directly after an opening parenthesis */
    WORD_AFTER_COLON = 1 << 4,
    WORD_AFTER_COMMA = 1 << 5,
    WORD_AFTER_DOT = 1 << 6, /* joined to the word before by '.' or ',' (1.000, 1.1) */
    WORD_CAPITAL = 1 << 7,   /* begins with a capital letter */
    WORD_LABEL = 1 << 8,     /* the label that its sentence was given by hand: "a)", "(1)", "12/" */
    WORD_SPELLED = 1 << 9,   /* of what a short form stands for, or the form where that is explained */
};

typedef struct {
    guint64 key;      /* of the marked spelling: tone place, i/y, case and Unicode form make no difference */
    guint64 bare_key; /* of the spelling without any marks */
    guint32 start, end; /* bytes in the text */
    guint32 id;    /* of the word in the phrase book's vocabulary; 0 when it is in none; set by who matches */
    guint32 value; /* of a number, capped at 10^9; else 0 */
    guint16 flags;
} Word;

typedef struct {
    guint32 first, end; /* words [first, end) */
} Sentence;

typedef struct {
    GArray *words;     /* of Word */
    GArray *sentences; /* of Sentence; no sentence is empty */
} Words;

Words *words_new(void);
/* With room for the words of so many bytes of running text. */
Words *words_new_sized(gsize bytes);
void words_free(Words *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Words, words_free)

/* Splits length bytes of UTF-8 (NFC or not) and appends; offsets are from text + base. Sentences of one call
 * never join those of another. */
void words_append(Words *words, const char *text, gsize length, guint32 base);
void words_clear(Words *words);

static inline const Word *words_at(const Words *words, guint index)
{
    return &g_array_index(words->words, Word, index);
}

/* The first word of a sentence behind its label, if it has one and anything else. */
static inline guint32 words_opening(const Words *words, const Sentence *sentence)
{
    return sentence->first +
           (sentence->end > sentence->first + 1 && (words_at(words, sentence->first)->flags & WORD_LABEL));
}

/* The keys of one word, as words_append() gives them; FALSE when the text is not exactly one word. */
gboolean word_keys(const char *text, gsize length, guint64 *key, guint64 *bare_key);

/* The key of a word that is known to be one, with its marks. */
guint64 word_key(const char *word);

#endif
