/* What became of the gaps of each unit since the round before: what the page and the tables tell of it. */
#ifndef RASOAT_DISTRICT_TREND_H
#define RASOAT_DISTRICT_TREND_H

#include "batch/compare.h"
#include "district/district.h"

/* One unit that has a regulation in both rounds. Strings live as long as the visit. */
typedef struct {
    const char *key, *name;
    ChangeCounts changes;
} TrendUnit;

typedef void (*TrendVisit)(const TrendUnit *unit, gpointer data);

/* Visits the units in the order of their keys; none when the district has no round before. A unit without a
 * gap in either round is not visited. */
gboolean district_each_trend(const District *district, TrendVisit visit, gpointer data, GError **error);

#endif
