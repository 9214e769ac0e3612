/* What is known of texts that are compared: read from the store once, and kept while they are asked for again
 * and again, up to a number. */
#ifndef RASOAT_BATCH_KNOWN_TEXTS_H
#define RASOAT_BATCH_KNOWN_TEXTS_H

#include "batch/store.h"

typedef struct {
    GArray *shingles;
    char *unit;        /* that the text is of; NULL when it tells none */
    char *given;       /* that the roster knows its file to be of; NULL when it knows none */
    GPtrArray *quotes; /* of char *: where the text holds names that are not its own, "Điều 3: … quote …" */
    GPtrArray *named; /* of UnitWords *: the names there, or the quote that holds one */
} KnownText;

typedef struct KnownTexts KnownTexts;

/* The result of a text, by its number; 0 with an error. *unit: as the roster calls it, of the caller; NULL.
 */
typedef gint64 (*KnownTextsResult)(guint32 text, char **unit, gpointer data, GError **error);

KnownTexts *known_texts_new(Store *store, KnownTextsResult result, gpointer data);
void known_texts_free(KnownTexts *texts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(KnownTexts, known_texts_free)

/* Two texts, which belong to the table until the next two are asked for. FALSE with an error. */
gboolean known_texts_two(KnownTexts *texts, guint32 one, guint32 other, const KnownText *two[2],
                         GError **error);

/* What one text still says of the unit of another, as that text or the roster calls it, and where; NULL when
 * it says nothing. Where the roster knows the first to be of another unit than its letterhead says, that is
 * the letterhead. Of the caller. */
char *known_text_leftover(const KnownText *in, const KnownText *of);

#endif
