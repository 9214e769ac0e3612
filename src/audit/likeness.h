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

/* The run of words of a line that is most like an item. */
typedef struct {
    guint first, end; /* words [first, end) */
    double worth;     /* how many times (as a natural logarithm) likelier its words are, said of the item */
    double share;     /* worth, of what a line that is known to say the item is worth on average */
    double margin;    /* by how much that is more than of the next item, or of what is nothing at all */
} Resemblance;

/* Called for each item (its index among the rivals) that a line is like. */
typedef void (*SeeResemblance)(gpointer data, guint item, const Resemblance *resemblance);

/* Measures the line of words [first, end): sees every item that it is like by least (above 0) at least. */
void likeness_measure(const Likeness *likeness, const Words *words, guint first, guint end, double least,
                      SeeResemblance see, gpointer data);

#endif
