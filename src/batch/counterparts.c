/* Units of two rounds set beside each other by SQLite, with what names say as its functions. */
#include "batch/counterparts.h"

#include "batch/store_private.h"
#include "text/unit_likeness.h"
#include "text/unit_words.h"

static const char make_tables[] =
    "CREATE TEMP TABLE IF NOT EXISTS counterparts(earlier TEXT PRIMARY KEY, later TEXT NOT NULL UNIQUE);"
    "CREATE TEMP TABLE IF NOT EXISTS adrift(round INTEGER, key TEXT, PRIMARY KEY(round, key)) WITHOUT ROWID;"
    "CREATE TEMP TABLE IF NOT EXISTS called(round INTEGER, called TEXT, key TEXT);"
    "CREATE INDEX IF NOT EXISTS temp.by_call ON called(round, called);"
    "DELETE FROM counterparts; DELETE FROM adrift;";

static const char of_one_key[] =
    "INSERT INTO counterparts SELECT earlier.key, later.key FROM units AS later JOIN units AS earlier"
    " ON earlier.round=?1 AND earlier.key=later.key WHERE later.round=?2";

static const char are_left[] =
    "SELECT (SELECT count(*) FROM counterparts)<(SELECT count(*) FROM units WHERE round=?1)"
    " AND (SELECT count(*) FROM counterparts)<(SELECT count(*) FROM units WHERE round=?2)";

#define IS_LISTED(round) "(SELECT coalesce(max(line), 0)>0 FROM units WHERE round=" round ")"
#define ONE_IS_LISTED IS_LISTED("?1") "<>" IS_LISTED("?2")

static const char call_by_texts[] =
    "INSERT INTO called SELECT units.round, unit_key(results.unit, results.parent), key FROM units"
    " JOIN results ON results.id=result WHERE units.round IN (?1, ?2) AND results.unit IS NOT NULL"
    " AND " ONE_IS_LISTED;

static const char call_by_names[] =
    "INSERT INTO called SELECT round, unit_own_name(name, kind), key FROM units"
    " WHERE round IN (?1, ?2)";

static const char of_one_call[] =
    "INSERT OR IGNORE INTO counterparts SELECT earlier.key, later.key FROM"
    " (SELECT called, min(key) AS key FROM called WHERE round=?1 GROUP BY called HAVING count(*)=1) AS one"
    " JOIN (SELECT called, min(key) AS key FROM called WHERE round=?2 GROUP BY called HAVING count(*)=1) AS "
    "other"
    "  ON other.called=one.called"
    " JOIN units AS earlier ON earlier.round=?1 AND earlier.key=one.key"
    " JOIN units AS later ON later.round=?2 AND later.key=other.key"
    " WHERE unit_may_be(earlier.name, earlier.kind, earlier.parent, later.name, later.kind, later.parent)";

static const char find_adrift[] =
    "INSERT OR IGNORE INTO adrift SELECT round, unit_key(results.unit, parent) FROM files JOIN results"
    " ON results.id=result WHERE round IN (?1, ?2) AND files.unit IS NULL AND state='judged'"
    " AND outcome='judged' AND results.unit IS NOT NULL AND " ONE_IS_LISTED;

/* --- what names say, in SQL ----------------------------------------------------------------------------- */

static const char *text_of(sqlite3_value *value)
{
    return (const char *)sqlite3_value_text(value);
}

static void key_of(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    sqlite3_result_text(context, unit_key(text_of(values[0]), text_of(values[1])), -1, g_free);
}

static void own_name_of(sqlite3_context *context, int count, sqlite3_value **values)
{
    (void)count;
    sqlite3_result_text(context, unit_own_name(text_of(values[0]), text_of(values[1])), -1, g_free);
}

static UnitWords *words_of(const char *name, const char *kind, const char *parent)
{
    g_autofree char *both = g_strdup_printf("%s, %s", name, parent ?: "");
    return unit_words_of_kind(both, kind);
}

static void may_be(sqlite3_context *context, int count, sqlite3_value **values)
{
    g_autoptr(UnitWords) one = words_of(text_of(values[0]), text_of(values[1]), text_of(values[2]));
    g_autoptr(UnitWords) other = words_of(text_of(values[3]), text_of(values[4]), text_of(values[5]));
    (void)count;
    sqlite3_result_int(context, unit_may_have_moved(one, other));
}

static gboolean know_names(Store *store, GError **error)
{
    static const struct {
        const char *name;
        int operands;
        void (*function)(sqlite3_context *, int, sqlite3_value **);
    } known[] = {{"unit_key", 2, key_of}, {"unit_own_name", 2, own_name_of}, {"unit_may_be", 6, may_be}};

    for (guint i = 0; i < G_N_ELEMENTS(known); i++)
        if (sqlite3_create_function(store->database, known[i].name, known[i].operands,
                                    SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, known[i].function, NULL,
                                    NULL) != SQLITE_OK)
            return store_fail(store, error);
    return TRUE;
}

/* --- steps ---------------------------------------------------------------------------------------------- */

typedef struct {
    Store *store;
    gint64 before, after;
} Rounds;

static sqlite3_stmt *statement_of(const Rounds *rounds, const char *sql, GError **error)
{
    sqlite3_stmt *statement = store_statement(rounds->store, sql, error);
    if (statement) {
        sqlite3_bind_int64(statement, 1, rounds->before);
        sqlite3_bind_int64(statement, 2, rounds->after);
    }
    return statement;
}

static gboolean step(const Rounds *rounds, const char *sql, GError **error)
{
    sqlite3_stmt *statement = statement_of(rounds, sql, error);
    return statement && store_step(rounds->store, statement, error);
}

/* Those left that one call means in either round. */
static gboolean pair_by(const Rounds *rounds, const char *call, GError **error)
{
    sqlite3_stmt *left = statement_of(rounds, are_left, error);
    if (!left)
        return FALSE;
    return store_number(left, 0) == 0 || (store_run(rounds->store, "DELETE FROM called", error) &&
                                          step(rounds, call, error) && step(rounds, of_one_call, error));
}

gboolean counterparts_find(Store *store, gint64 before, gint64 after, GError **error)
{
    const Rounds rounds = {store, before, after};

    if (store->paired[0] == before && store->paired[1] == after)
        return TRUE;
    if (!know_names(store, error) || !store_run(store, make_tables, error) ||
        !step(&rounds, of_one_key, error) || !pair_by(&rounds, call_by_texts, error) ||
        !pair_by(&rounds, call_by_names, error) || !step(&rounds, find_adrift, error))
        return FALSE;
    store->paired[0] = before;
    store->paired[1] = after;
    return TRUE;
}
