/* What became of the gaps of each unit from one round to a later one. */
#ifndef RASOAT_BATCH_COMPARE_H
#define RASOAT_BATCH_COMPARE_H

#include "batch/store.h"
#include "report/change.h"

/* A requirement of one unit; strings live as long as the visit. */
typedef struct {
    const char *unit, *name; /* key, and label (store.h) as the later round has it */
    const char *rule;
    const char *before, *after; /* statuses of contract rasoat/1; NULL when the round did not ask for it */
    Change change;              /* of the text, whatever was accepted */
    gboolean accepted;          /* a gap in the later round, which its waivers accept: it is not open */
} RoundChange;

/* Changes counted. */
typedef struct {
    guint counts[CHANGES]; /* of gaps by Change, without those that are accepted; fixed ones count always */
    guint accepted;        /* gaps that the waivers of the later round accept */
} ChangeCounts;

void change_counts_add(ChangeCounts *counts, const RoundChange *change);

typedef void (*CompareVisit)(const RoundChange *change, gpointer data);

/* Visits the gaps of units that have a regulation in both rounds (counterparts.h), unit by unit, rules in the
 * order of their ids; rounds by other rules are compared by the ids that both have or one. A section that its
 * items tell of is no gap of its own (report/tally.h), so that what is not accepted of the later round adds
 * up to tally_gaps(). Two records are in memory at a time. */
gboolean compare_rounds(Store *store, gint64 before, gint64 after, CompareVisit visit, gpointer data,
                        GError **error);

/* name: label (store.h) as the round has it that has the unit's regulation. */
typedef void (*OneRoundVisit)(const char *name, gpointer data);

/* Visits, in their order, the units that had a regulation in the earlier round and have none that is read in
 * the later one: it came not, or is unreadable, or none knows the unit any more. Not what is
 * adrift (counterparts.h), which is told apart. */
gboolean compare_vanished(Store *store, gint64 before, gint64 after, OneRoundVisit visit, gpointer data,
                          GError **error);

/* The same of units that have one since. */
gboolean compare_new(Store *store, gint64 before, gint64 after, OneRoundVisit visit, gpointer data,
                     GError **error);

#endif
