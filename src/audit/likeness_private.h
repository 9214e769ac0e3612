/* What is learnt of rivals, shared by what learns it (likeness_learn.c) and what measures by it (likeness.c).
 */
#ifndef RASOAT_AUDIT_LIKENESS_PRIVATE_H
#define RASOAT_AUDIT_LIKENESS_PRIVATE_H

#include "audit/likeness.h"
#include "base/key_table.h"

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

/* Where the postings of a word stand. */
typedef struct {
    float weight;         /* PAIR of a pair, 1 of a word */
    guint32 first, count; /* of none: a word that tells nothing */
    guint32 gains, gain_count;
} Entry;

struct Likeness {
    guint rivals;  /* the items, and last the near misses */
    float *absent; /* per rival: what a word is worth that its lines do not have */
    float *usual;  /* per rival: what the words are worth that speak for it in one of its lines, on average */
    KeyTable index; /* key → index of its Entry in entries; the first is none */
    Entry *entries;
    guint entry_count;
    Posting *postings; /* by rival within a word */
    Gain *gains;       /* those of them that are worth more than nothing */
    float *whole;      /* per item: what wholeness_learn() gave, NULL: of groups … */
    float *length;     /* … and wholeness_length() */
};

#endif
