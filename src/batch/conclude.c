/* Duplicates of a round. */
#include "batch/conclude.h"

#include "batch/store_private.h"

/* Copies for one unit, or for none: the same text sent for two units is each one's own, and a finding. */
static gboolean name_duplicates(Store *store, gint64 round, GError **error)
{
    sqlite3_stmt *name = store_statement(
        store,
        "UPDATE files SET state='duplicate-of', other=first.path FROM"
        " (SELECT sha256, coalesce(unit, '') AS unit, min(path) AS path FROM files"
        "  WHERE round=?1 AND result IS NOT NULL AND sha256<>'' GROUP BY 1, 2 HAVING count(*)>1) AS first"
        " WHERE files.round=?1 AND files.result IS NOT NULL AND files.sha256=first.sha256"
        " AND coalesce(files.unit, '')=first.unit AND files.path>first.path",
        error);
    if (!name)
        return FALSE;
    sqlite3_bind_int64(name, 1, round);
    return store_step(store, name, error);
}

gboolean conclude_round(Store *store, Round *round, GError **error)
{
    if (!store_begin(store, error))
        return FALSE;
    gboolean good = name_duplicates(store, round->id, error) && store_round_finish(store, round, error);
    return store_end(store, good, error);
}
