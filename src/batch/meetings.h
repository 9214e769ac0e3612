/* Who met whom in a bucket, counted without a table to look them up in: meetings are put down where they
 * fall, and those of some texts read together. */
#ifndef RASOAT_BATCH_MEETINGS_H
#define RASOAT_BATCH_MEETINGS_H

#include "batch/store.h"

typedef struct Meetings Meetings;

/* No meetings, in a table of the store's connection that lives as long as they do. One at a time. NULL with
 * an error. Of texts up to the number of the last, 8 bytes each are in memory at most. */
Meetings *meetings_new(Store *store, guint32 last, GError **error);
void meetings_free(Meetings *meetings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Meetings, meetings_free)

/* The text met an earlier one, once more. */
gboolean meetings_add(Meetings *meetings, guint32 text, guint32 earlier, GError **error);

/* FALSE with an error ends the pass. */
typedef gboolean (*MeetingsVisit)(guint32 text, guint32 earlier, gpointer data, GError **error);

/* The earlier ones that each text met most often, at most so many of each; of those met as often the first.
 * By text, and of one text by the earlier. */
gboolean meetings_each(Meetings *meetings, guint most, MeetingsVisit visit, gpointer data, GError **error);

#endif
