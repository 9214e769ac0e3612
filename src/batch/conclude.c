/* Duplicates, older texts and units of a round, each in one statement of SQL. */
#include "batch/conclude.h"

#include <string.h>

#include "base/text_hash.h"
#include "batch/file_names.h"
#include "batch/similar.h"
#include "batch/store_private.h"
#include "batch/waived.h"

/* The file that the roster names for its unit before others. */
#define NAMED_FIRST                                                                                          \
    "NOT EXISTS (SELECT 1 FROM units WHERE units.round=?1 AND units.key=files.unit AND"                      \
    " is_listed(files.path, pattern))"

/* Copies for one unit, or for none, names of copies last: the same text sent for two units is each one's own,
 * and a finding. */
static const char name_duplicates[] =
    "UPDATE files SET state='duplicate-of', other=ranked.best FROM"
    " (SELECT path, first_value(path) OVER (PARTITION BY sha256, coalesce(unit, '')"
    "  ORDER BY " NAMED_FIRST ", is_copy(files.path), path) AS best FROM files"
    "  WHERE round=?1 AND result IS NOT NULL AND sha256<>'') AS ranked"
    " WHERE files.round=?1 AND files.path=ranked.path AND ranked.best<>ranked.path";

/* Of several regulations of one unit the one issued last is judged for it, up to the day that the round is
 * of: a later date is a slip of the pen; without dates, the file that was changed last. The reason is what a
 * date cannot say: that there is none, a later one than that day beside one that is not, or the same. */
static const char name_older[] =
    "UPDATE files SET state='older-version', other=ranked.best, reason=CASE WHEN ranked.issued IS NULL"
    " THEN 'no-date' WHEN ranked.late>ranked.best_late THEN 'future-date'"
    " WHEN ranked.issued<>ranked.best_issued THEN NULL WHEN ranked.number=ranked.best_number"
    " THEN 'same-date-and-number' ELSE 'same-date' END FROM"
    " (SELECT path, issued, number, late, first_value(path) OVER latest AS best,"
    "  first_value(issued) OVER latest AS best_issued, first_value(number) OVER latest AS best_number,"
    "  first_value(late) OVER latest AS best_late"
    "  FROM (SELECT files.*, issued, number, issued>rounds.as_of AS late FROM files JOIN results ON "
    "results.id=result"
    "   JOIN rounds ON rounds.id=files.round"
    "   WHERE files.round=?1 AND files.unit IS NOT NULL AND state='judged' AND outcome='judged') AS files"
    "  WINDOW latest AS (PARTITION BY files.unit ORDER BY issued IS NULL, late, issued DESC,"
    "  " NAMED_FIRST ", mtime DESC, path)) AS ranked"
    " WHERE files.round=?1 AND files.path=ranked.path AND ranked.best<>ranked.path";

/* Units that no roster names, by what their texts say. */
static const char name_units[] =
    "INSERT INTO units SELECT ?1, files.unit, min(results.unit), NULL, min(results.parent), NULL, -1, -1, 0,"
    " 'missing', NULL, NULL FROM files JOIN results ON results.id=result WHERE round=?1"
    " AND files.unit IS NOT NULL AND NOT EXISTS (SELECT 1 FROM units WHERE round=?1 AND key=files.unit)"
    " GROUP BY files.unit";

/* What stands for a unit: its regulation, else what could not be read, else what is none. */
static const char settle_units[] =
    "UPDATE units SET state=ranked.state, path=ranked.path, result=ranked.result FROM"
    " (SELECT files.unit AS key, path, result, row_number() OVER (PARTITION BY files.unit ORDER BY"
    "   CASE outcome WHEN 'judged' THEN 1 WHEN 'unreadable' THEN 2 ELSE 3 END, path) AS place,"
    "  CASE outcome WHEN 'judged' THEN 'submitted' ELSE outcome END AS state"
    "  FROM files JOIN results ON results.id=result WHERE round=?1 AND files.unit IS NOT NULL"
    "  AND files.state IN ('judged', 'unreadable')) AS ranked"
    " WHERE units.round=?1 AND units.key=ranked.key AND ranked.place=1";

/* Who has sent nothing that is certain, and may be meant by a doubt; a file that nobody could read makes one.
 */
static const char find_doubts[] =
    "SELECT doubt FROM files JOIN results ON results.id=result WHERE round=?1 AND files.unit IS NULL"
    " AND state IN ('judged', 'unreadable') AND outcome IN ('judged', 'unreadable') AND doubt IS NOT NULL";
static const char settle_doubted[] =
    "UPDATE units SET state='in-doubt' WHERE round=?1 AND state='missing' AND is_doubted(name, parent)";

/* --- names of files and units in SQL -------------------------------------------------------------------- */

static void is_listed(sqlite3_context *context, int count, sqlite3_value **values)
{
    const char *pattern = (const char *)sqlite3_value_text(values[1]);
    g_autofree char *path = g_strndup(sqlite3_value_blob(values[0]), (gsize)sqlite3_value_bytes(values[0]));
    (void)count;
    sqlite3_result_int(context, pattern && file_name_is_listed(path, pattern));
}

static void is_copy(sqlite3_context *context, int count, sqlite3_value **values)
{
    g_autofree char *path = g_strndup(sqlite3_value_blob(values[0]), (gsize)sqlite3_value_bytes(values[0]));
    (void)count;
    sqlite3_result_int(context, file_name_is_copy(path));
}

/* A doubt has the body above a unit where it is between units of one name. */
static void is_doubted(sqlite3_context *context, int count, sqlite3_value **values)
{
    enum { NAMESAKES = 2 };
    GHashTable *doubted = sqlite3_user_data(context);
    const char *name = (const char *)sqlite3_value_text(values[0]);
    g_autofree char *label = roster_unit_label(name, (const char *)sqlite3_value_text(values[1]), NAMESAKES);
    (void)count;
    sqlite3_result_int(context,
                       g_hash_table_contains(doubted, name) || g_hash_table_contains(doubted, label));
}

static gboolean know_names(Store *store, GError **error)
{
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;
    return (sqlite3_create_function(store->database, "is_listed", 2, flags, NULL, is_listed, NULL, NULL) ==
                SQLITE_OK &&
            sqlite3_create_function(store->database, "is_copy", 1, flags, NULL, is_copy, NULL, NULL) ==
                SQLITE_OK) ||
           store_fail(store, error);
}

/* The names in the doubts of files, each of which has them one a line. Split here: in SQL a file that may be
 * of any of very many units would take the square of their number. Owned by the caller. */
static GHashTable *doubted_names(Store *store, gint64 round, GError **error)
{
    GError *cause = NULL;
    g_autoptr(GHashTable) names = text_table_new(NULL);
    g_autoptr(StoreCursor) files = store_cursor_new(store, find_doubts, error);

    if (!files)
        return NULL;
    sqlite3_bind_int64(files->statement, 1, round);
    while (store_cursor_step(files, &cause)) {
        g_autofree char *doubt = column_text(files->statement, 0);
        for (char *at = doubt, *end; *at; at = end) {
            const gsize length = strcspn(at, "\n");
            g_hash_table_add(names, g_strndup(at, length));
            end = at + length + (at[length] == '\n');
        }
    }
    if (cause)
        g_propagate_error(error, cause);
    return cause ? NULL : g_steal_pointer(&names);
}

static gboolean settle_doubts(Store *store, gint64 round, GError **error)
{
    GHashTable *names = doubted_names(store, round, error);

    if (!names)
        return FALSE;
    return (sqlite3_create_function_v2(store->database, "is_doubted", 2, SQLITE_UTF8, names, is_doubted, NULL,
                                       NULL, (GDestroyNotify)g_hash_table_unref) == SQLITE_OK ||
            store_fail(store, error)) &&
           store_step_for_round(store, round, settle_doubted, error);
}

static gboolean conclude_whole(Store *store, Round *round, GError **error)
{
    return store_step_for_round(store, round->id, name_duplicates, error) &&
           store_step_for_round(store, round->id, name_older, error) &&
           store_step_for_round(store, round->id, name_units, error) &&
           store_step_for_round(store, round->id, settle_units, error) &&
           settle_doubts(store, round->id, error) && waived_settle(store, round, error) &&
           similar_find(store, round->id, error);
}

gboolean conclude_round(Store *store, Round *round, GError **error)
{
    if (!know_names(store, error) || !store_begin(store, error))
        return FALSE;
    const gboolean good =
        (round->shards > 1 || conclude_whole(store, round, error)) && store_round_finish(store, round, error);
    return store_end(store, good, error);
}
