/* Units of a round in the store, and pairs of texts that are copies. */
#include "batch/store_private.h"

static const char *const state_names[] = {"missing", "unreadable", "not-a-regulation", "submitted"};

const char *unit_state_name(UnitState state)
{
    g_return_val_if_fail((guint)state < G_N_ELEMENTS(state_names), "unknown");
    return state_names[state];
}

static UnitState state_of(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(state_names); i++)
        if (g_strcmp0(name, state_names[i]) == 0)
            return (UnitState)i;
    return UNIT_MISSING;
}

void store_unit_clear(StoreUnit *unit)
{
    roster_unit_clear(&unit->unit);
    g_clear_pointer(&unit->path, g_free);
}

static gboolean put_unit(Store *store, gint64 round, const RosterUnit *unit, GError **error)
{
    sqlite3_stmt *put =
        store_statement(store, "INSERT INTO units VALUES(?,?,?,?,?,?,?,?,?,'missing',NULL,NULL)", error);
    if (!put)
        return FALSE;
    sqlite3_bind_int64(put, 1, round);
    bind_text(put, 2, unit->key);
    bind_text(put, 3, unit->name);
    bind_text(put, 4, unit->kind);
    bind_text(put, 5, unit->parent);
    bind_text(put, 6, unit->pattern);
    sqlite3_bind_int(put, 7, unit->staff);
    sqlite3_bind_int(put, 8, unit->state_owned);
    sqlite3_bind_int64(put, 9, unit->line);
    return store_step(store, put, error);
}

gboolean store_put_units(Store *store, gint64 round, const GPtrArray *units, GError **error)
{
    sqlite3_stmt *forget = store_statement(store, "DELETE FROM units WHERE round=?", error);
    if (!forget)
        return FALSE;
    sqlite3_bind_int64(forget, 1, round);
    gboolean good = store_step(store, forget, error);
    for (guint i = 0; good && units && i < units->len; i++)
        good = put_unit(store, round, units->pdata[i], error);
    return good;
}

StoreCursor *store_units(Store *store, gint64 round, GError **error)
{
    StoreCursor *cursor = store_cursor_new(
        store,
        "SELECT key, name, kind, parent, pattern, staff, state_owned, line, state, path, result"
        " FROM units WHERE round=? ORDER BY line, key",
        error);
    if (cursor)
        sqlite3_bind_int64(cursor->statement, 1, round);
    return cursor;
}

gboolean store_next_unit(StoreCursor *cursor, StoreUnit *unit, GError **error)
{
    store_unit_clear(unit);
    if (!store_cursor_step(cursor, error))
        return FALSE;
    sqlite3_stmt *row = cursor->statement;
    *unit = (StoreUnit){.unit = {.key = column_text(row, 0),
                                 .name = column_text(row, 1),
                                 .kind = column_text(row, 2),
                                 .parent = column_text(row, 3),
                                 .pattern = column_text(row, 4),
                                 .staff = sqlite3_column_int(row, 5),
                                 .state_owned = sqlite3_column_int(row, 6),
                                 .has_union = -1, /* said to workers only, and a part of the task */
                                 .dispersed = -1,
                                 .line = (guint)sqlite3_column_int64(row, 7)},
                        .state = state_of((const char *)sqlite3_column_text(row, 8)),
                        .path = column_path(row, 9),
                        .result = sqlite3_column_int64(row, 10)};
    return TRUE;
}

static void free_roster_unit(gpointer data)
{
    roster_unit_clear(data);
    g_free(data);
}

GPtrArray *store_roster(Store *store, gint64 round, GError **error)
{
    GError *cause = NULL;
    StoreUnit unit = {0};
    g_autoptr(StoreCursor) cursor = store_units(store, round, error);
    GPtrArray *units = cursor ? g_ptr_array_new_with_free_func(free_roster_unit) : NULL;

    while (units && store_next_unit(cursor, &unit, &cause)) {
        if (unit.unit.line == 0)
            continue;
        g_ptr_array_add(units, g_memdup2(&unit.unit, sizeof unit.unit));
        unit.unit = (RosterUnit){0};
    }
    store_unit_clear(&unit);
    if (cause) {
        g_propagate_error(error, cause);
        g_clear_pointer(&units, g_ptr_array_unref);
    }
    return units;
}

/* --- pairs ---------------------------------------------------------------------------------------------- */

void store_pair_clear(StorePair *pair)
{
    char **texts[] = {&pair->one, &pair->other, &pair->in_one, &pair->in_other};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        g_clear_pointer(texts[i], g_free);
}

StoreCursor *store_pairs(Store *store, gint64 round, GError **error)
{
    StoreCursor *cursor = store_cursor_new(
        store,
        "SELECT one, other, share, in_one, in_other FROM pairs WHERE round=? ORDER BY share DESC, one, other",
        error);
    if (cursor)
        sqlite3_bind_int64(cursor->statement, 1, round);
    return cursor;
}

gboolean store_next_pair(StoreCursor *cursor, StorePair *pair, GError **error)
{
    store_pair_clear(pair);
    if (!store_cursor_step(cursor, error))
        return FALSE;
    *pair = (StorePair){.one = column_path(cursor->statement, 0),
                        .other = column_path(cursor->statement, 1),
                        .share = sqlite3_column_double(cursor->statement, 2),
                        .in_one = column_text(cursor->statement, 3),
                        .in_other = column_text(cursor->statement, 4)};
    return TRUE;
}
