/* Waivers of a round in the store. They are no part of what a result depends on: the same results are told
 * with and without them. */
#ifndef RASOAT_BATCH_STORE_WAIVERS_H
#define RASOAT_BATCH_STORE_WAIVERS_H

#include "batch/store.h"
#include "batch/waivers.h"

/* The waivers of a round in place of those it had, in one transaction; NULL: none. */
gboolean store_put_waivers(Store *store, gint64 round, const Waivers *waivers, GError **error);

/* Reads the waivers of a round, and what each came to when it was concluded (uses may be NULL). *waivers and
 * *uses are the caller's, and NULL when there are none. */
gboolean store_waivers(Store *store, gint64 round, Waivers **waivers, WaiverUse **uses, GError **error);

/* Copies the waivers of a round to one in another store, in place of those it had. */
gboolean store_copy_waivers(Store *from, gint64 round, Store *to, gint64 there, GError **error);

/* Takes the waivers and what they did out of a round. */
gboolean store_forget_waivers(Store *store, gint64 round, GError **error);

/* What a row came to, and what it is called now. */
gboolean store_put_waiver_use(Store *store, gint64 round, const WaiverRow *row, const WaiverUse *use,
                              GError **error);

/* How a document stands when what is waived in it is left out. */
typedef struct {
    Verdict verdict;
    Level level;
    guint findings; /* gaps of gap_list() that are waived */
} Waived;

/* Keeps that for the figures of the round. */
gboolean store_put_waived(Store *store, gint64 round, const char *path, const Waived *waived, GError **error);

/* *findings: gaps that are waived in all documents; *documents: those that have such. */
gboolean store_count_waived(Store *store, gint64 round, guint64 *findings, guint64 *documents,
                            GError **error);

#endif
