/* The Vietnamese alphabet: every letter as a base (a ă â b … đ …) and a tone. The key of a word is built from
 * it, so that "hoà" and "hòa", "kỹ" and "kĩ", "qui" and "quy", composed and decomposed letters are one word.
 */
#ifndef RASOAT_TEXT_LETTERS_H
#define RASOAT_TEXT_LETTERS_H

#include <glib.h>

typedef enum { TONE_NONE, TONE_GRAVE, TONE_HOOK, TONE_TILDE, TONE_ACUTE, TONE_DOT } Tone;

typedef struct {
    char base; /* 'a'-'z'; marked vowels and đ in upper case: A = ă, B = â, D = đ, E = ê, O = ô, P = ơ, U = ư
                */
    char bare; /* 'a'-'z' without any mark; 'd' for đ */
    guint8 tone;
} Letter;

/* Code points under LETTER_LOW_END and from LETTER_HIGH to LETTER_HIGH_END share one table. */
#define LETTER_LOW_END 0x01B1u
#define LETTER_HIGH 0x1EA0u
#define LETTER_HIGH_END 0x1EFAu
#define LETTER_SLOT(c) ((c) < LETTER_LOW_END ? (c) : (c)-LETTER_HIGH + LETTER_LOW_END)
#define LETTER_SLOTS (LETTER_LOW_END + LETTER_HIGH_END - LETTER_HIGH)

/* By LETTER_SLOT(code point); base 0 where there is no letter. Read it through letter_of(). */
extern const Letter letter_table[LETTER_SLOTS];

/* The letter of a code point of either case (ASCII or Vietnamese, composed; eth counts as đ); NULL when it is
 * none. In the header because it runs for every character of every document. */
static inline const Letter *letter_find(gunichar c)
{
    if (c >= LETTER_LOW_END && (c < LETTER_HIGH || c >= LETTER_HIGH_END))
        return NULL;
    const Letter *letter = &letter_table[LETTER_SLOT(c)];
    return letter->base != '\0' ? letter : NULL;
}

/* The same, copied; FALSE when it is none. */
static inline gboolean letter_of(gunichar c, Letter *letter)
{
    const Letter *found = letter_find(c);
    if (found)
        *letter = *found;
    return found != NULL;
}

/* Its bare form alone; 0 when it is no letter. */
static inline char letter_bare(gunichar c)
{
    if (c >= LETTER_LOW_END && (c < LETTER_HIGH || c >= LETTER_HIGH_END))
        return '\0';
    return letter_table[LETTER_SLOT(c)].bare;
}

static inline gboolean letter_is_vowel(Letter letter)
{
    const guint32 vowels = 1u << ('a' - 'a') | 1u << ('e' - 'a') | 1u << ('i' - 'a') | 1u << ('o' - 'a') |
                           1u << ('u' - 'a') | 1u << ('y' - 'a');
    return (vowels >> (letter.bare - 'a')) & 1u;
}

/* TRUE for ă â ê ô ơ ư. */
static inline gboolean letter_is_marked_vowel(Letter letter)
{
    return letter.base <= 'Z' && letter.base != 'D';
}

/* The composed lower-case code point of a letter. */
gunichar letter_code(Letter letter);

/* Puts a combining mark (U+0300–0323, U+031B) on a letter, in whatever order the marks come; FALSE, and the
 * letter as it was, when it cannot carry the mark. */
gboolean letter_add_mark(Letter *letter, gunichar mark);

#endif
