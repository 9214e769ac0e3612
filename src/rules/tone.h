/* How lines are worded that refuse, whatever they refuse: pairs and triples of words that are likelier, or
 * less likely, in lines that are known to take away what the law gives (rules/wordings.h) than in the others.
 * No phrase has to know the device: "… coi như đã hỏi", "… xin thông cảm", "… thì khép lại". */
#ifndef RASOAT_RULES_TONE_H
#define RASOAT_RULES_TONE_H

#include "text/words.h"

/* The lines as they are read. */
typedef struct ToneLines ToneLines;

ToneLines *tone_lines_new(void);
void tone_lines_free(ToneLines *lines);

/* Adds a line that is about an item; refuses: whether it is against what the law asks. */
void tone_lines_add(ToneLines *lines, const Words *words, gconstpointer item, gboolean refuses);

/* What the lines tell, as a table (of ToneSlot); empty when none of them refuses, or all do. Owned by the
 * caller. */
GArray *tone_learn(ToneLines *lines);

/* How many times (as a natural logarithm) likelier the words [first, end) are in a line that refuses than in
 * any other; 0: they tell nothing. known: per word, whether a phrase has it; of such words alone nothing is
 * asked. */
double tone_of(const GArray *tone, const Words *words, const guint8 *known, guint first, guint end);

/* A place of the table, by the last bits of a key. */
typedef struct {
    guint32 check; /* the first bits of the key */
    float worth;   /* 0: free */
} ToneSlot;

#endif
