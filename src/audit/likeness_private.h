/* What is learnt of rivals, shared by what learns it (likeness_learn.c) and what measures by it (likeness.c).
 */
#ifndef RASOAT_AUDIT_LIKENESS_PRIVATE_H
#define RASOAT_AUDIT_LIKENESS_PRIVATE_H

#include "audit/likeness.h"

typedef struct {
    float worth;
    float tells; /* of WordCount */
    guint32 item;
} Posting;

/* What a posting is worth, apart: every line of a document adds them up. */
typedef struct {
    float worth;
    guint32 item;
} Gain;

/* Where the postings of a word, or of a pair of words, stand. */
typedef struct {
    guint64 key;
    float weight;         /* PAIR of a pair, 1 of a word */
    guint32 first, count; /* of none: a word that tells nothing */
    guint32 gains, gain_count;
    guint32 row; /* of rows; 0: it has none */
} Entry;

struct Likeness {
    guint rivals;  /* the items, and last the near misses */
    float *absent; /* per rival: what a word is worth that its lines do not have */
    float *usual;  /* per rival: what the words are worth that speak for it in one of its lines, on average */
    Entry *entries; /* in the order of their keys, which are spread evenly */
    guint entry_count;
    guint32 *buckets;   /* by the first bits of keys: where their entries begin; and one more */
    guint bucket_shift; /* from a key to its first bits */
    Posting *postings;  /* by rival within a word */
    float *rows;   /* of words that many rivals have: what each is worth to each rival; the first is none's */
    Gain *gains;   /* those of them that are worth more than nothing */
    float *whole;  /* per item: what wholeness_learn() gave, NULL: of groups … */
    float *length; /* … and wholeness_length() */
};

#endif
