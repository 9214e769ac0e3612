/* Numbers of list labels as Word and LibreOffice show them (ECMA-376 part 1 §17.18.59 ST_NumberFormat;
 * ODF 1.3 part 3 §19.500 style:num-format). */
#ifndef RASOAT_READER_NUMBERS_H
#define RASOAT_READER_NUMBERS_H

#include <glib.h>

typedef enum {
    NUMBER_NONE,
    NUMBER_DECIMAL,
    NUMBER_DECIMAL_ZERO, /* 01, 02 … 10 */
    NUMBER_UPPER_ROMAN,
    NUMBER_LOWER_ROMAN,
    NUMBER_UPPER_LETTER, /* A … Z, AA, BB … (Word and ODF with letter-sync) */
    NUMBER_LOWER_LETTER,
    NUMBER_UPPER_LETTER_26, /* A … Z, AA, AB … (ODF without letter-sync) */
    NUMBER_LOWER_LETTER_26,
    NUMBER_ORDINAL, /* 1st … as Word's ordinal in an English UI; Vietnamese files hardly use it */
    NUMBER_BULLET,
} NumberFormat;

/* Appends the number in the format; nothing for NONE and BULLET. Values below 1 or too large for the format
 * (roman over 3999, letters over 780) come out in decimal. */
void number_append(GString *out, gint64 value, NumberFormat format);

#endif
