/* Reading the number that stands at a place in a text, whatever surrounds it. */
#ifndef RASOAT_DOCUMENT_ORDINALS_H
#define RASOAT_DOCUMENT_ORDINALS_H

#include <glib.h>

typedef struct {
    const char *text;
    guint32 length;
} Span;

typedef enum { KIND_DIGITS, KIND_ROMAN, KIND_LETTER, KIND_SPELLED } NumberKind;

typedef struct {
    NumberKind kind;
    gboolean upper;
    gint ordinal;
    gint roman;       /* value as a roman numeral of what was read as a letter; 0 when it is none */
    gint components;  /* 3 in 1.2.3 */
    gboolean grouped; /* 1.000: digits grouped by threes are an amount */
    guint32 start, end;
} Number;

/* The character at a byte; 0 at and after the end. */
gunichar span_char(Span span, guint32 at);

/* The byte after the character at a byte. */
guint32 span_next(Span span, guint32 at);

/* TRUE when a sentence or title begins at the byte: a capital, a quote or a bracket. */
gboolean span_starts_upper(Span span, guint32 at);

gboolean is_word_character(gunichar c);

/* Value of one roman numeral of either case; 0 for any other character. */
gint roman_digit(char c);

/* Each reads a number at the byte, FALSE when none of its kind stands there. Digits: one to three, with
 * further groups after dots. Letters: one, also with digits after it ("a1"). */
gboolean number_read_digits(Span span, guint32 at, Number *number);
gboolean number_read_roman(Span span, guint32 at, Number *number);
gboolean number_read_letter(Span span, guint32 at, Number *number);

#endif
