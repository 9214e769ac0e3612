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

/* The letter of a code point of either case (ASCII or Vietnamese, composed); FALSE when it is none. */
gboolean letter_of(gunichar c, Letter *letter);

#endif
