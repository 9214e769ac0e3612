/* Numbers as lines are numbered with: digits, roman numerals, letters in Vietnamese order. */
#include "document/ordinals.h"

#include <string.h>

#include "document/headings.h"

static const char *const vietnamese_letters[] = {"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                                 "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"};

gunichar span_char(Span span, guint32 at)
{
    return at < span.length ? g_utf8_get_char(span.text + at) : 0;
}

guint32 span_next(Span span, guint32 at)
{
    return MIN(span.length, (guint32)(g_utf8_next_char(span.text + at) - span.text));
}

static gboolean is_blank(gunichar c)
{
    return c == ' ' || c == '\t' || c == '\n' ||
           (c >= 0x80 && (g_unichar_isspace(c) || g_unichar_type(c) == G_UNICODE_FORMAT));
}

guint32 skip_space(const char *text, guint32 start, guint32 length)
{
    const Span span = {text, length};
    guint32 at = start;
    while (at < length && is_blank(span_char(span, at)))
        at = span_next(span, at);
    return at;
}

gboolean span_starts_upper(Span span, guint32 at)
{
    const gunichar c = span_char(span, at);
    return g_unichar_isupper(c) || c == 0x201C || c == '"' || c == '(' || c == '[';
}

gboolean is_word_character(gunichar c)
{
    return c != 0 && g_unichar_isalnum(c);
}

gint roman_digit(char c)
{
    switch (g_ascii_toupper(c)) {
    case 'I':
        return 1;
    case 'V':
        return 5;
    case 'X':
        return 10;
    case 'L':
        return 50;
    case 'C':
        return 100;
    default:
        return 0;
    }
}

/* The value below 100, else 0: "VC" and "LC" are people and no numerals, nor is "CC" one that any part
 * bears. */
static gint roman_value(const char *text, guint32 length)
{
    gint value = 0;
    for (guint32 i = 0; i < length; i++) {
        const gint digit = roman_digit(text[i]);
        const gint next = i + 1 < length ? roman_digit(text[i + 1]) : 0;
        const gboolean subtracts = digit < next;
        if (digit == 0 || (subtracts && (digit == 5 || digit == 50 || next > 10 * digit)))
            return 0;
        value += subtracts ? -digit : digit;
    }
    return value < 100 ? value : 0;
}

static gint vietnamese_ordinal(gunichar lower)
{
    for (guint i = 0; i < G_N_ELEMENTS(vietnamese_letters); i++) {
        if (g_utf8_get_char(vietnamese_letters[i]) == lower)
            return (gint)i + 1;
    }
    return 0;
}

gint letter_latin_ordinal(const char *number, gsize length)
{
    return length == 1 && g_ascii_isalpha(*number) ? g_ascii_tolower(*number) - 'a' + 1 : 0;
}

/* f, j, w and z are no Vietnamese letters; word processors count with them all the same. */
static gint letter_ordinal(gunichar c)
{
    const gunichar lower = g_unichar_tolower(c);
    const gint ordinal = vietnamese_ordinal(lower);
    if (ordinal > 0 || lower < 'a' || lower > 'z')
        return ordinal;
    return (gint)(lower - 'a') + 1;
}

/* One to three digits, with further groups after dots. */
gboolean number_read_digits(Span span, guint32 at, Number *number)
{
    number->kind = KIND_DIGITS;
    number->start = at;
    number->components = 0;
    number->grouped = FALSE;
    for (;;) {
        const guint32 start = at;
        gint value = 0;
        while (at < span.length && g_ascii_isdigit(span.text[at]) && at - start < 4)
            value = value * 10 + (span.text[at++] - '0');
        if (at == start || at - start > 3)
            return FALSE;
        number->ordinal = value;
        number->components++;
        number->grouped |= number->components > 1 && at - start == 3;
        number->end = at;
        if (at + 1 >= span.length || span.text[at] != '.' || !g_ascii_isdigit(span.text[at + 1]))
            return !number->grouped;
        at++;
    }
}

gboolean number_read_roman(Span span, guint32 at, Number *number)
{
    guint32 end = at;
    while (end < span.length && end - at < 8 && roman_digit(span.text[end]) > 0)
        end++;
    if (end == at || is_word_character(span_char(span, end)))
        return FALSE;
    const gboolean upper = g_ascii_isupper(span.text[at]);
    for (guint32 i = at; i < end; i++) {
        if (g_ascii_isupper(span.text[i]) != upper)
            return FALSE;
    }
    number->kind = KIND_ROMAN;
    number->upper = upper;
    number->start = at;
    number->end = end;
    number->roman = number->ordinal = roman_value(span.text + at, end - at);
    return number->ordinal > 0;
}

/* A single letter, and "a1" below it. */
gboolean number_read_letter(Span span, guint32 at, Number *number)
{
    const gunichar c = span_char(span, at);
    if (!g_unichar_isalpha(c))
        return FALSE;
    guint32 end = span_next(span, at);
    while (end < span.length && g_ascii_isdigit(span.text[end]))
        end++;
    number->ordinal = letter_ordinal(c);
    if (number->ordinal == 0 || is_word_character(span_char(span, end)))
        return FALSE;
    if (end > span_next(span, at))
        number->ordinal = (gint)g_ascii_strtoll(span.text + span_next(span, at), NULL, 10);
    number->kind = KIND_LETTER;
    number->upper = g_unichar_isupper(c);
    number->start = at;
    number->end = end;
    number->components = end > span_next(span, at) ? 2 : 1;
    number->roman = number->components == 1 && c < 0x80 ? roman_digit((char)c) : 0;
    return TRUE;
}
