/* Rounds in the store: begun, gone on with, finished, looked up. */
#include "base/error.h"
#include "batch/store_private.h"
#include "batch/store_waivers.h"

void round_clear(Round *round)
{
    char **texts[] = {&round->started, &round->finished, &round->folder,  &round->as_of,
                      &round->rules,   &round->version,  &round->options, &round->sandbox};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        g_clear_pointer(texts[i], g_free);
}

static char *now(void)
{
    g_autoptr(GDateTime) time = g_date_time_new_now_utc();
    return g_date_time_format(time, "%Y-%m-%dT%H:%M:%SZ");
}

#define ROUND_COLUMNS                                                                                        \
    "id, started, finished, folder, as_of, rules, version, options, shard, shards, sandbox FROM rounds "

static Round round_of_row(sqlite3_stmt *row)
{
    return (Round){.id = sqlite3_column_int64(row, 0),
                   .started = column_text(row, 1),
                   .finished = column_text(row, 2),
                   .folder = column_path(row, 3),
                   .as_of = column_text(row, 4),
                   .rules = column_text(row, 5),
                   .version = column_text(row, 6),
                   .options = column_text(row, 7),
                   .shard = (guint)sqlite3_column_int(row, 8),
                   .shards = (guint)sqlite3_column_int(row, 9),
                   .sandbox = column_text(row, 10)};
}

static gboolean is_part(const Round *round)
{
    return round->shard >= 1 && round->shard <= round->shards && round->shards <= SHARDS_MOST;
}

gboolean store_round(Store *store, gint64 id, Round *round, GError **error)
{
    sqlite3_stmt *find =
        store_statement(store, "SELECT " ROUND_COLUMNS "WHERE id=?1 OR ?1=0 ORDER BY id DESC LIMIT 1", error);
    if (!find)
        return FALSE;
    sqlite3_bind_int64(find, 1, id);
    int code = sqlite3_step(find);
    if (code == SQLITE_ROW)
        *round = round_of_row(find);
    else if (code != SQLITE_DONE)
        store_fail(store, error);
    statement_done(find);
    return code == SQLITE_ROW && (is_part(round) || store_is_damaged(store, error));
}

gint64 store_round_before(Store *store, gint64 id)
{
    sqlite3_stmt *find =
        store_statement(store,
                        "SELECT max(id) FROM rounds WHERE id<?1 AND finished IS NOT NULL AND (shard, shards)="
                        "(SELECT shard, shards FROM rounds WHERE id=?1)",
                        NULL);
    if (!find)
        return 0;
    sqlite3_bind_int64(find, 1, id);
    return store_number(find, 0);
}

static gboolean same_settings(const Round *one, const Round *other)
{
    return g_strcmp0(one->folder, other->folder) == 0 && g_strcmp0(one->as_of, other->as_of) == 0 &&
           g_strcmp0(one->rules, other->rules) == 0 && g_strcmp0(one->version, other->version) == 0 &&
           g_strcmp0(one->options, other->options) == 0 && one->shard == other->shard &&
           one->shards == other->shards;
}

static gboolean drop_round(Store *store, gint64 id, GError **error)
{
    return store_step_for_round(store, id, "DELETE FROM pairs WHERE round=?", error) &&
           store_forget_files(store, id, error) && store_put_units(store, id, NULL, error) &&
           store_forget_waivers(store, id, error) &&
           store_step_for_round(store, id, "DELETE FROM rounds WHERE id=?", error);
}

static gboolean add_round(Store *store, Round *round, GError **error)
{
    sqlite3_stmt *add = store_statement(store,
                                        "INSERT INTO rounds(started, folder, as_of, rules, version, options,"
                                        " shard, shards) VALUES(?,?,?,?,?,?,?,?)",
                                        error);
    if (!add)
        return FALSE;
    g_free(round->started);
    round->started = now();
    bind_text(add, 1, round->started);
    bind_path(add, 2, round->folder);
    bind_text(add, 3, round->as_of);
    bind_text(add, 4, round->rules);
    bind_text(add, 5, round->version);
    bind_text(add, 6, round->options);
    sqlite3_bind_int64(add, 7, round->shard);
    sqlite3_bind_int64(add, 8, round->shards);
    if (!store_step(store, add, error))
        return FALSE;
    round->id = sqlite3_last_insert_rowid(store->database);
    return TRUE;
}

gboolean store_round_begin(Store *store, Round *round, gboolean *resumed, GError **error)
{
    g_auto(Round) last = {0};
    g_autoptr(GError) cause = NULL;

    *resumed = FALSE;
    if (store_round(store, 0, &last, &cause) && !last.finished) {
        if (same_settings(&last, round)) {
            *resumed = TRUE;
            round->id = last.id;
            g_free(round->started);
            round->started = g_steal_pointer(&last.started);
            return TRUE;
        }
        if (!drop_round(store, last.id, error))
            return FALSE;
    }
    if (cause) {
        g_propagate_error(error, g_steal_pointer(&cause));
        return FALSE;
    }
    return add_round(store, round, error);
}

gboolean store_round_finish(Store *store, Round *round, GError **error)
{
    sqlite3_stmt *finish =
        store_statement(store, "UPDATE rounds SET finished=?, sandbox=? WHERE id=?", error);
    if (!finish)
        return FALSE;
    g_free(round->finished);
    round->finished = now();
    bind_text(finish, 1, round->finished);
    bind_text(finish, 2, round->sandbox);
    sqlite3_bind_int64(finish, 3, round->id);
    return store_step(store, finish, error) && store_seal_round(store, round->id, error);
}
