/* Numbers of list labels in the formats that Word and LibreOffice share (ECMA-376 part 1 §17.18.59; ODF 1.3
 * part 3 §19.500). */
#include "reader/numbers.h"

enum { ROMAN_MAX = 3999, LETTERS_MAX = 780 };

static void append_roman(GString *out, gint64 value, gboolean upper)
{
    static const struct {
        gint64 value;
        const char *lower, *upper;
    } steps[] = {
        {1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"},  {400, "cd", "CD"}, {100, "c", "C"},
        {90, "xc", "XC"}, {50, "l", "L"},    {40, "xl", "XL"}, {10, "x", "X"},    {9, "ix", "IX"},
        {5, "v", "V"},    {4, "iv", "IV"},   {1, "i", "I"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
        for (; value >= steps[i].value; value -= steps[i].value)
            g_string_append(out, upper ? steps[i].upper : steps[i].lower);
    }
}

/* A … Z, AA, BB …: one letter, repeated once more for every full round. */
static void append_repeated_letter(GString *out, gint64 value, char first)
{
    char letter = (char)(first + (value - 1) % 26);
    for (gint64 i = (value - 1) / 26; i >= 0; i--)
        g_string_append_c(out, letter);
}

/* A … Z, AA, AB …: base 26 without a zero. */
static void append_base_26(GString *out, gint64 value, char first)
{
    char digits[8];
    gsize at = sizeof digits;
    for (; value > 0; value = (value - 1) / 26)
        digits[--at] = (char)(first + (value - 1) % 26);
    g_string_append_len(out, digits + at, (gssize)(sizeof digits - at));
}

static const char *ordinal_suffix(gint64 value)
{
    static const char *const suffixes[] = {"th", "st", "nd", "rd"};
    gint64 tens = value % 100, ones = value % 10;
    return (tens >= 11 && tens <= 13) || ones > 3 ? "th" : suffixes[ones];
}

static void append_decimal(GString *out, gint64 value)
{
    g_string_append_printf(out, "%" G_GINT64_FORMAT, value);
}

void number_append(GString *out, gint64 value, NumberFormat format)
{
    gboolean positive = value >= 1;
    switch (format) {
    case NUMBER_NONE:
    case NUMBER_BULLET:
        return;
    case NUMBER_UPPER_ROMAN:
    case NUMBER_LOWER_ROMAN:
        if (positive && value <= ROMAN_MAX) {
            append_roman(out, value, format == NUMBER_UPPER_ROMAN);
            return;
        }
        break;
    case NUMBER_UPPER_LETTER:
    case NUMBER_LOWER_LETTER:
        if (positive && value <= LETTERS_MAX) {
            append_repeated_letter(out, value, format == NUMBER_UPPER_LETTER ? 'A' : 'a');
            return;
        }
        break;
    case NUMBER_UPPER_LETTER_26:
    case NUMBER_LOWER_LETTER_26:
        if (positive && value <= LETTERS_MAX) {
            append_base_26(out, value, format == NUMBER_UPPER_LETTER_26 ? 'A' : 'a');
            return;
        }
        break;
    case NUMBER_DECIMAL_ZERO:
        if (value >= 0 && value < 10)
            g_string_append_c(out, '0');
        break;
    case NUMBER_ORDINAL:
        append_decimal(out, value);
        if (positive)
            g_string_append(out, ordinal_suffix(value));
        return;
    case NUMBER_DECIMAL:
        break;
    }
    append_decimal(out, value);
}
