/* Quantities in figures and words: "05 (năm) ngày làm việc", "hai mươi ngày", "2/3", "hai phần ba", "quá
 * nửa", "trên 50%", "mỗi năm một lần", "6 tháng một lần", "từ 03 đến 09 thành viên", "hết quý II". */
#ifndef RASOAT_RULES_QUANTITY_H
#define RASOAT_RULES_QUANTITY_H

#include "text/words.h"

/* What a number is measured in. */
typedef enum {
    UNIT_NONE,
    UNIT_DAYS, /* calendar days; 5 working days are 7, a week 7, a month 30, a year 365 */
    UNIT_PERSONS,
    UNIT_PERCENT,  /* fractions too: two thirds are 66.67 */
    UNIT_PER_YEAR, /* times a year: once in six months is 2 */
    UNIT_CALENDAR, /* months of a year gone by: the end of March is 3, the second quarter 6 */
} UnitKind;

typedef struct {
    UnitKind unit;
    double low, high; /* equal unless a range; of persons out of persons, high is the share that they just
                       * exceed: five of fifteen are the fewest that reach 30 % */
} Quantity;

/* What quantities of a unit begin with, other than figures. */
typedef struct {
    const guint8 *words; /* by quantity_slot() of a word's key: … */
    guint8 wanted;       /* … it is one of them if it has any of these bits, and hardly ever else */
} QuantityBeginnings;

QuantityBeginnings quantity_beginnings(UnitKind unit);

/* By a byte of the key's hash. */
static inline guint quantity_slot(guint64 key)
{
    return (guint)(key * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15) >> 56);
}

/* FALSE: none of the unit begins with the word. */
static inline gboolean quantity_may_begin(const QuantityBeginnings *beginnings, const Word *word)
{
    return (word->flags & WORD_NUMBER) || (beginnings->words[quantity_slot(word->key)] & beginnings->wanted);
}

/* Reads a quantity of the unit that begins at word first, within [first, end). Returns the word after it, or
 * first when there is none. "chừng ấy ngày" is the last duration before it, in its sentence or one before. */
guint quantity_read(const Words *words, guint first, guint end, UnitKind unit, Quantity *quantity);

#endif
