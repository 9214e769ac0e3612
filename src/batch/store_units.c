/* Units of a round in the store, and pairs of texts that are copies. */
#include "batch/store_private.h"

static const char *const state_names[] = {"missing", "in-doubt", "unreadable", "not-a-regulation",
                                          "submitted"};

const char *unit_state_name(UnitState state)
{
    g_return_val_if_fail((guint)state < G_N_ELEMENTS(state_names), "unknown");
    return state_names[state];
}

UnitState store_unit_state(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(state_names); i++)
        if (g_strcmp0(name, state_names[i]) == 0)
            return (UnitState)i;
    return UNIT_MISSING;
}

void store_unit_clear(StoreUnit *unit)
{
    roster_unit_clear(&unit->unit);
    g_clear_pointer(&unit->label, g_free);
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

static gboolean forget_units(Store *store, gint64 round, GError **error)
{
    return store_step_for_round(store, round, "DELETE FROM units WHERE round=?", error);
}

gboolean store_put_units(Store *store, gint64 round, RosterUnits *units, GError **error)
{
    gboolean good = forget_units(store, round, error);
    for (guint number = 1; good && units && number <= roster_units_count(units); number++) {
        g_auto(RosterUnit) unit = {0};
        good = roster_units_get(units, number, &unit, error) && put_unit(store, round, &unit, error);
    }
    return good;
}

StoreCursor *store_units(Store *store, gint64 round, GError **error)
{
    StoreCursor *cursor = store_cursor_new(
        store,
        "SELECT key, name, kind, parent, pattern, staff, state_owned, line, state, path, result,"
        " count(*) OVER (PARTITION BY name) FROM units WHERE round=? ORDER BY line, name, key",
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
                        .state = store_unit_state((const char *)sqlite3_column_text(row, 8)),
                        .path = column_path(row, 9),
                        .result = sqlite3_column_int64(row, 10)};
    unit->label = roster_unit_label(unit->unit.name, unit->unit.parent, (guint)sqlite3_column_int(row, 11));
    const gboolean sent_nothing = unit->state == UNIT_MISSING || unit->state == UNIT_DOUBTED;
    return sent_nothing || unit->path || store_is_damaged(cursor->store, error);
}

gboolean store_unit_names(Store *store, gint64 round, const char *key, char **name, char **parent,
                          GError **error)
{
    sqlite3_stmt *find =
        store_statement(store, "SELECT name, parent FROM units WHERE round=? AND key=?", error);
    if (!find)
        return FALSE;
    sqlite3_bind_int64(find, 1, round);
    bind_text(find, 2, key);
    int code = sqlite3_step(find);
    gboolean good = code == SQLITE_ROW || code == SQLITE_DONE || store_fail(store, error);
    *name = code == SQLITE_ROW ? column_text(find, 0) : NULL;
    *parent = code == SQLITE_ROW ? column_text(find, 1) : NULL;
    statement_done(find);
    return good;
}

gboolean store_copy_units(Store *from, gint64 round, Store *to, gint64 there, GError **error)
{
    GError *cause = NULL;
    g_auto(StoreUnit) unit = {0};
    g_autoptr(StoreCursor) cursor = store_units(from, round, &cause);

    if (cursor)
        forget_units(to, there, &cause);
    while (!cause && store_next_unit(cursor, &unit, &cause))
        if (unit.unit.line > 0)
            put_unit(to, there, &unit.unit, &cause);
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
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
