/* Families of copies: regulations of a round that go back to one text, each a copy of another of them (see
 * batch/similar.h). Told by the pairs of the round alone. The one issued first stands at the head, of those
 * of one date or none the first by path. */
#ifndef RASOAT_BATCH_FAMILIES_H
#define RASOAT_BATCH_FAMILIES_H

#include "batch/store.h"

typedef struct {
    guint family; /* from 1, the largest family first */
    guint size;   /* texts of the family */
    gboolean head;
    char *path;    /* bytes */
    char *beside;  /* of a copy: the head, or the text that it shares most with, when that is too far; else
                      NULL */
    gdouble share; /* of their words that it and that text both have, 0 to 1 */
    char *left;    /* where it names another unit of the family, and in which words; NULL: nowhere */
    char *left_of; /* the path of a text of that unit */
} FamilyCopy;

void family_copy_clear(FamilyCopy *copy);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(FamilyCopy, family_copy_clear)

/* How many families a round has, and texts in them; memory grows by four bytes a text in them. */
gboolean families_count(Store *store, gint64 round, guint *families, guint *texts, GError **error);

/* The same, and which they are. Fills tables of the connection that family_copies()
 * reads, for this round; memory grows by four bytes a text in them. */
gboolean families_find(Store *store, gint64 round, guint *families, guint *texts, GError **error);

/* What was found last, family by family: the head, then copies, those that share most first. next: FALSE at
 * the end or with an error; what copy held before is freed. */
StoreCursor *family_copies(Store *store, GError **error);
gboolean family_next_copy(StoreCursor *cursor, FamilyCopy *copy, GError **error);

#endif
