/* What a line is about, whoever words it: how much of its telling words it shares with what is known of each
 * requirement (title, model clause, examples, phrases). Phrases prove; likeness finds the line that says a
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

/* The share (0 to 1) of the telling words [first, end) that an item has, by how telling they are. */
typedef struct {
    guint item;    /* index of the likest item */
    double share;  /* of that item */
    double rival;  /* of the next */
    guint telling; /* words of the line that tell anything at all */
} Resemblance;

/* FALSE when no word of the line tells anything. */
gboolean likeness_measure(const Likeness *likeness, const Words *words, guint first, guint end,
                          Resemblance *resemblance);

#endif
