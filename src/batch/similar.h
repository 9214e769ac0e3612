/* Regulations copied from one another: pairs of a round whose texts, names and numbers taken out, share more
 * than unrelated ones do. */
#ifndef RASOAT_BATCH_SIMILAR_H
#define RASOAT_BATCH_SIMILAR_H

#include "batch/store.h"

/* Shingles shared of all (Jaccard) from which on two texts are a pair: below, it is the law that both
 * repeat. */
#define SIMILAR_LEAST 0.6

/* Fills the pairs of a round: texts judged for it (no duplicates, no older ones). Candidates meet in a band
 * of their MinHash and are then compared exactly. In a family of up to nine copies each is set beside each;
 * in a larger one each beside at most eight that come before it by path, and then all that still stand apart
 * beside what they meet, so that every copy is in a pair with another of its family (see batch/families.h).
 * Where one of a pair still names the other's unit, the pair says so. Time grows with the number of texts;
 * memory does by some forty bytes each. */
gboolean similar_find(Store *store, gint64 round, GError **error);

#endif
