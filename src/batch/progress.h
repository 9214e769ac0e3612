/* What the rounds of a store came to, one after the other. */
#ifndef RASOAT_BATCH_PROGRESS_H
#define RASOAT_BATCH_PROGRESS_H

#include "batch/store.h"

/* Of the units of a roster, so that a document of no unit counts nowhere; of a round without a roster, of the
 * regulations that came, each of which is submitted. */
typedef struct {
    Round round;
    gboolean roster;                         /* the units are of one */
    guint units, states[UNIT_SUBMITTED + 1]; /* all, and by UnitState */
    guint verdicts[VERDICT_REVIEW + 1];      /* of those submitted, without what is waived */
    guint accepted;                          /* of the complete: those that are so only by what is waived */
} RoundProgress;

/* The finished rounds up to one, itself always among them, oldest first; the last of them when there are more
 * than most. rounds: how many there are in all; may be NULL. Array of RoundProgress, of the caller; NULL with
 * an error. */
GArray *progress_of_rounds(Store *store, gint64 last, guint most, guint *rounds, GError **error);

#endif
