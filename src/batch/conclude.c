/* Duplicates, older texts and units of a round, each in one statement of SQL. */
#include "batch/conclude.h"

#include "batch/similar.h"
#include "batch/store_private.h"
#include "batch/waived.h"

/* Copies for one unit, or for none: the same text sent for two units is each one's own, and a finding. */
static const char name_duplicates[] =
    "UPDATE files SET state='duplicate-of', other=first.path FROM"
    " (SELECT sha256, coalesce(unit, '') AS unit, min(path) AS path FROM files"
    "  WHERE round=?1 AND result IS NOT NULL AND sha256<>'' GROUP BY 1, 2 HAVING count(*)>1) AS first"
    " WHERE files.round=?1 AND files.result IS NOT NULL AND files.sha256=first.sha256"
    " AND coalesce(files.unit, '')=first.unit AND files.path>first.path";

/* Of several regulations of one unit the one issued last is judged for it; without dates, the file that was
 * changed last. */
static const char name_older[] =
    "UPDATE files SET state='older-version', other=ranked.best FROM"
    " (SELECT path, first_value(path) OVER (PARTITION BY files.unit ORDER BY issued IS NULL, issued DESC,"
    "  mtime DESC, path) AS best FROM files JOIN results ON results.id=result"
    "  WHERE round=?1 AND files.unit IS NOT NULL AND state='judged' AND outcome='judged') AS ranked"
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

static gboolean step_for_round(Store *store, gint64 round, const char *sql, GError **error)
{
    sqlite3_stmt *statement = store_statement(store, sql, error);
    if (!statement)
        return FALSE;
    sqlite3_bind_int64(statement, 1, round);
    return store_step(store, statement, error);
}

gboolean conclude_round(Store *store, Round *round, GError **error)
{
    if (!store_begin(store, error))
        return FALSE;
    gboolean good = step_for_round(store, round->id, name_duplicates, error) &&
                    step_for_round(store, round->id, name_older, error) &&
                    step_for_round(store, round->id, name_units, error) &&
                    step_for_round(store, round->id, settle_units, error) &&
                    waived_settle(store, round, error) && similar_find(store, round->id, error) &&
                    store_round_finish(store, round, error);
    return store_end(store, good, error);
}
