/* What a line is about, whoever words it: whether its words are more likely in lines that are known to say a
 * requirement (rules/wordings.h) than in any. Phrases prove part by part; likeness finds the line that says a
 * thing in words no phrase has, and names it. */
#ifndef RASOAT_AUDIT_LIKENESS_H
#define RASOAT_AUDIT_LIKENESS_H

#include "rules/ruleset.h"

/* What is known of a few rivals: items that a line may be about. */
typedef struct Likeness Likeness;

/* Keeps what was learnt of each list of rivals, so that the next document need not wait for it. Serves
 * several threads at once. */
typedef struct LikenessShelf LikenessShelf;

LikenessShelf *likeness_shelf_new(const RuleSet *rules);
void likeness_shelf_free(LikenessShelf *shelf);

/* What is known of items (of Item *), of the shelf's rule set. Owned by the shelf. */
const Likeness *likeness_of(LikenessShelf *shelf, const GPtrArray *items);

/* What is known of the groups of items: the rivals are all groups of the rule set, by index. */
const Likeness *likeness_of_groups(LikenessShelf *shelf, const GPtrArray *items);

/* Lines of one text, read once to be measured against any of the items. */
typedef struct LikenessLines LikenessLines;

/* least: the worth below which no line is ever of use, above 0. The likeness and the words that are
 * added must outlive it. */
LikenessLines *likeness_lines_new(const Likeness *likeness, double least);
void likeness_lines_free(LikenessLines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(LikenessLines, likeness_lines_free)

/* Adds the line of words [first, end), known by a number. */
void likeness_lines_add(LikenessLines *lines, const Words *words, guint first, guint end, guint number);

/* The run of words of a line that is most like an item. */
typedef struct {
    guint line;       /* its number */
    guint first, end; /* words [first, end) */
    double worth;     /* how many times (as a natural logarithm) likelier its words are, said of the item */
    double share;     /* worth, of what a line that is known to say the item is worth on average */
    double margin;    /* by how much that is more than of the next item, or of what is nothing at all */
    guint index;      /* of the line, in the order of adding */
} Resemblance;

/* What is asked of a measure: how much a line (its number) must be worth to be of use at all, and what is
 * done with one that is. */
typedef struct {
    double (*least)(gpointer data, guint line);
    void (*see)(gpointer data, const Resemblance *resemblance);
    gpointer data;
    gboolean alone; /* the item is measured by itself: margins are not asked for, and are 0 */
} Measure;

/* What all words of all lines are worth, per rival; words no line is known to have count for nothing. Of a
 * rival of which nothing is known: -G_MAXDOUBLE. */
void likeness_weigh(const LikenessLines *lines, double *worths);

/* Measures every line against the item (its index among the rivals), in the order of adding. */
void likeness_measure(LikenessLines *lines, guint item, const Measure *measure);

/* How like those that say all of the item a few lines (indexes: of guint) are together, rather than like
 * those that say a part of it or something beside it: what their words tell of that (rules/wholeness.h), and
 * the logarithm of how many times as many words they have, of those that anybody has said it in. Every item's
 * are alike in measure: known lines that say all are worth about 1 and more. */
double likeness_wholeness(LikenessLines *lines, guint item, const GArray *indexes);

#endif
