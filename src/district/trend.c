/* The changes of a unit from round to round, counted. */
#include "district/trend.h"

typedef struct {
    TrendVisit visit;
    gpointer data;
    char *key, *name; /* of the unit so far; NULL: none */
    TrendUnit unit;
} Counting;

static void end_unit(Counting *counting)
{
    if (counting->key) {
        counting->unit.key = counting->key;
        counting->unit.name = counting->name;
        counting->visit(&counting->unit, counting->data);
    }
    counting->unit = (TrendUnit){0};
    g_clear_pointer(&counting->key, g_free);
    g_clear_pointer(&counting->name, g_free);
}

static void add_change(const RoundChange *change, gpointer data)
{
    Counting *counting = data;
    if (g_strcmp0(counting->key, change->unit) != 0) {
        end_unit(counting);
        counting->key = g_strdup(change->unit);
        counting->name = g_strdup(change->name);
    }
    change_counts_add(&counting->unit.changes, change);
}

gboolean district_each_trend(const District *district, TrendVisit visit, gpointer data, GError **error)
{
    Counting counting = {.visit = visit, .data = data};
    if (!district->before)
        return TRUE;
    gboolean good =
        compare_rounds(district->store, district->before, district->round.id, add_change, &counting, error);
    end_unit(&counting);
    return good;
}
