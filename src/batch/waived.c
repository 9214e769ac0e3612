/* Waivers applied to the documents of a round, one record in memory at a time. */
#include "batch/waived.h"

#include <string.h>

#include "batch/store_private.h"
#include "report/display.h"
#include "report/gap_lists.h"
#include "report/record.h"

static Result *read_result(Store *store, gint64 id, const char *path, GError **error)
{
    g_autofree char *record = store_record(store, id, error);
    Result *result = record ? record_read(record, strlen(record), error) : NULL;
    if (result) {
        g_free(result->file);
        result->file = display_name(path);
    }
    return result;
}

/* What the round knows goes before what the text says. */
static WaiverSubject subject_of(const Result *result, const char *unit, const char *parent)
{
    return (WaiverSubject){.unit = unit ? unit : result->unit,
                           .parent = unit && parent ? parent : result->parent,
                           .file = result->file,
                           .among = TRUE};
}

Result *waived_result(Store *store, const Waivers *waivers, gint64 id, const char *path, const char *unit,
                      const char *parent, WaiverUse *uses, GError **error)
{
    Result *result = read_result(store, id, path, error);
    if (!result || !waivers)
        return result;
    WaiverSubject subject = subject_of(result, unit, parent);
    if (waivers_concern(waivers, &subject))
        waivers_apply(waivers, result, &subject, uses);
    return result;
}

/* --- the end of a round --------------------------------------------------------------------------------- */

static gboolean settle_file(Store *store, const Round *round, sqlite3_stmt *row, const Waivers *waivers,
                            WaiverUse *uses, GError **error)
{
    g_autofree char *path = column_path(row, 0), *unit = column_text(row, 2), *parent = column_text(row, 3);
    g_autoptr(Result) result =
        waived_result(store, waivers, sqlite3_column_int64(row, 1), path, unit, parent, uses, error);
    if (!result)
        return FALSE;
    Waived waived = {result->verdict, level_of(result), gap_count_waived(result)};
    return !result->idle_waivers || store_put_waived(store, round->id, path, &waived, error);
}

static gboolean settle_files(Store *store, const Round *round, const Waivers *waivers, WaiverUse *uses,
                             GError **error)
{
    GError *cause = NULL;
    g_autoptr(StoreCursor) files = store_cursor_new(
        store,
        "SELECT files.path, files.result, units.name, units.parent FROM files"
        " JOIN results ON results.id=files.result"
        " LEFT JOIN units ON units.round=files.round AND units.key=files.unit"
        " WHERE files.round=? AND files.state='judged' AND outcome='judged' ORDER BY files.path",
        error);
    if (!files)
        return FALSE;
    sqlite3_bind_int64(files->statement, 1, round->id);
    while (!cause && store_cursor_step(files, &cause))
        settle_file(store, round, files->statement, waivers, uses, &cause);
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

gboolean waived_settle(Store *store, const Round *round, GError **error)
{
    g_autoptr(Waivers) waivers = NULL;
    g_autofree WaiverUse *uses = NULL;
    if (!store_waivers(store, round->id, &waivers, &uses, error))
        return FALSE;
    if (!waivers)
        return TRUE;
    memset(uses, 0, waivers_count(waivers) * sizeof *uses);
    gboolean good = settle_files(store, round, waivers, uses, error);
    for (guint i = 0; good && i < waivers_count(waivers); i++)
        good = store_put_waiver_use(store, round->id, waivers_row(waivers, i)->line, &uses[i], error);
    return good;
}
