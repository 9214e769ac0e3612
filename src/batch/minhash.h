/* MinHash: a set of shingles as a few numbers, so that the share of numbers that two sets have in common is
 * about the share of what they hold (A. Broder, 1997), and bands of them by which like sets meet without
 * comparing each with each (Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3). */
#ifndef RASOAT_BATCH_MINHASH_H
#define RASOAT_BATCH_MINHASH_H

#include <glib.h>

enum {
    MINHASH_NUMBERS = 128,
    MINHASH_BANDS =
        32, /* of 4 numbers each: two sets that share 60 % meet in one with 99 %, 30 % with 23 % */
};

/* The numbers of a set that is not empty. */
void minhash(const guint32 *shingles, guint count, guint32 numbers[MINHASH_NUMBERS]);

/* The bands of such numbers, each as one. */
void minhash_bands(const guint32 numbers[MINHASH_NUMBERS], guint64 bands[MINHASH_BANDS]);

#endif
