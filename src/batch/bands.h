/* The bands of many texts, on disk until those of one band are read together: the texts that are alike in it
 * then stand beside each other (a bucket). */
#ifndef RASOAT_BATCH_BANDS_H
#define RASOAT_BATCH_BANDS_H

#include "batch/minhash.h"
#include "batch/store.h"

typedef struct Bands Bands;

/* Bands of no text, in a table of the store's connection that lives as long as they do. One at a time. NULL
 * with an error. */
Bands *bands_new(Store *store, GError **error);
void bands_free(Bands *bands);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Bands, bands_free)

/* Adds a text, whose number is greater than those before. */
gboolean bands_add(Bands *bands, guint32 text, const guint64 values[MINHASH_BANDS], GError **error);

/* A text in one band; begins: the first of its bucket. FALSE with an error ends the pass. */
typedef gboolean (*BandsVisit)(guint32 text, gboolean begins, gpointer data, GError **error);

/* Every text once a band: band by band, bucket by bucket, by number. Nothing is looked up: what was added is
 * read as it was written, one band at a time, which takes 32 bytes of memory a text while it is sorted. */
gboolean bands_each(Bands *bands, BandsVisit visit, gpointer data, GError **error);

#endif
