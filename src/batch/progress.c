/* What the rounds of a store came to, counted by SQLite. */
#include "batch/progress.h"

#include "batch/store_private.h"

static void progress_clear(gpointer data)
{
    round_clear(&((RoundProgress *)data)->round);
}

/* Rows of how many are in a state, with which verdict, whether only by what is waived. */
static gboolean count(Store *store, RoundProgress *progress, const char *sql, GError **error)
{
    GError *cause = NULL;
    g_autoptr(StoreCursor) cursor = store_cursor_new(store, sql, error);
    if (!cursor)
        return FALSE;
    sqlite3_bind_int64(cursor->statement, 1, progress->round.id);
    while (store_cursor_step(cursor, &cause)) {
        UnitState state = store_unit_state((const char *)sqlite3_column_text(cursor->statement, 0));
        const char *verdict = (const char *)sqlite3_column_text(cursor->statement, 1);
        guint units = (guint)sqlite3_column_int64(cursor->statement, 3);
        progress->units += units;
        progress->states[state] += units;
        if (state != UNIT_SUBMITTED)
            continue;
        progress->accepted += sqlite3_column_int(cursor->statement, 2) ? units : 0;
        for (guint i = VERDICT_COMPLETE; i <= VERDICT_REVIEW; i++)
            if (g_strcmp0(verdict, verdict_name((Verdict)i)) == 0)
                progress->verdicts[i] += units;
    }
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

static gboolean count_units(Store *store, RoundProgress *progress, GError **error)
{
    return count(store, progress,
                 "SELECT state, coalesce(waived.verdict, results.verdict), " BY_ACCEPTANCE
                 ", count(*) FROM units"
                 " LEFT JOIN results ON results.id=result"
                 " LEFT JOIN waived ON waived.round=units.round AND waived.path=units.path"
                 " WHERE units.round=? AND line>0 GROUP BY 1, 2, 3",
                 error);
}

static gboolean count_regulations(Store *store, RoundProgress *progress, GError **error)
{
    return count(store, progress,
                 "SELECT 'submitted', coalesce(waived.verdict, results.verdict), " BY_ACCEPTANCE
                 ", count(*) FROM files"
                 " JOIN results ON results.id=result"
                 " LEFT JOIN waived ON waived.round=files.round AND waived.path=files.path"
                 " WHERE files.round=? AND state='judged' AND outcome='judged' GROUP BY 1, 2, 3",
                 error);
}

static gboolean count_round(Store *store, RoundProgress *progress, GError **error)
{
    if (!count_units(store, progress, error))
        return FALSE;
    progress->roster = progress->units > 0;
    return progress->roster || count_regulations(store, progress, error);
}

/* A round, and those before it that it can be set beside: finished, and of the whole as it is. */
#define UP_TO                                                                                                \
    "(id=?1 OR (id<?1 AND finished IS NOT NULL AND (shard, shards)="                                         \
    "(SELECT shard, shards FROM rounds WHERE id=?1)))"

static gboolean read_rounds(Store *store, gint64 last, guint most, GArray *rounds, GError **error)
{
    GError *cause = NULL;
    g_autoptr(StoreCursor) cursor = store_cursor_new(
        store, "SELECT * FROM (SELECT id FROM rounds WHERE " UP_TO " ORDER BY id DESC LIMIT ?2) ORDER BY id",
        error);
    if (!cursor)
        return FALSE;
    sqlite3_bind_int64(cursor->statement, 1, last);
    sqlite3_bind_int64(cursor->statement, 2, most);
    while (!cause && store_cursor_step(cursor, &cause)) {
        RoundProgress progress = {0};
        if (store_round(store, sqlite3_column_int64(cursor->statement, 0), &progress.round, &cause))
            g_array_append_val(rounds, progress);
    }
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

static guint number_of_rounds(Store *store, gint64 last)
{
    sqlite3_stmt *find = store_statement(store, "SELECT count(*) FROM rounds WHERE " UP_TO, NULL);
    if (!find)
        return 0;
    sqlite3_bind_int64(find, 1, last);
    return (guint)store_number(find, 0);
}

GArray *progress_of_rounds(Store *store, gint64 last, guint most, guint *rounds, GError **error)
{
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(RoundProgress));
    g_array_set_clear_func(all, progress_clear);
    gboolean good = read_rounds(store, last, most, all, error);
    for (guint i = 0; good && i < all->len; i++)
        good = count_round(store, &g_array_index(all, RoundProgress, i), error);
    if (rounds)
        *rounds = number_of_rounds(store, last);
    return good ? g_steal_pointer(&all) : NULL;
}
