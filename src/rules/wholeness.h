/* What tells a line that says all of a requirement from one that says a part of it, or something beside or
 * against it: known lines of both sorts have words in common, and what the first has and the others lack is
 * told by no count of words alone. */
#ifndef RASOAT_RULES_WHOLENESS_H
#define RASOAT_RULES_WHOLENESS_H

#include <glib.h>

/* The lines that are known of one item. */
typedef struct WholenessLines WholenessLines;

WholenessLines *wholeness_lines_new(void);
void wholeness_lines_free(WholenessLines *lines);

/* Adds a line by the keys of its words and pairs of words (of WordCount, each key once), from a place in the
 * array on, and how many words of all sorts it has. */
void wholeness_lines_add(WholenessLines *lines, const GArray *counts, guint first, guint words,
                         gboolean whole);

/* Learns from the lines and writes into counts (of WordCount, each key once) what each tells; of keys that
 * are not there yet adds those that tell something, of no line. Returns what is told of any line before its
 * words are seen; -G_MAXFLOAT, and writes nothing, when there are less than two lines of one of the two
 * sorts. */
float wholeness_learn(const WholenessLines *lines, GArray *counts);

/* The mean logarithm of 1 + the number of words of the lines that say all; 0: there are none. */
float wholeness_length(const WholenessLines *lines);

#endif
