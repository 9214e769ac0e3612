/* Waivers applied to the documents of a round, one record in memory at a time. */
#include "batch/waived.h"

#include <string.h>

#include "batch/store_private.h"
#include "report/gap_lists.h"
#include "report/record.h"

static Result *read_result(Store *store, const WaivedDocument *document, GError **error)
{
    g_autofree char *record = store_record(store, document->result, error);
    if (!record)
        return NULL;
    Result *result = record_read(record, strlen(record), NULL);
    if (!result) {
        store_is_damaged(store, error);
        return NULL;
    }
    g_free(result->file);
    result->file = g_strdup(document->path);
    return result;
}

/* What the round knows goes before what the text says. */
static WaiverSubject subject_of(const WaivedDocument *document, const char *unit, const char *parent)
{
    return (WaiverSubject){.unit = document->unit ? document->unit : unit,
                           .parent = document->unit && document->parent ? document->parent : parent,
                           .file = document->path,
                           .among = TRUE};
}

gboolean waived_concerns(Store *store, const Waivers *waivers, const WaivedDocument *document, gboolean *yes,
                         GError **error)
{
    g_auto(Facts) facts = {0};
    *yes = FALSE;
    if (!waivers)
        return TRUE;
    if (!store_facts(store, document->result, &facts, error))
        return FALSE;
    WaiverSubject subject = subject_of(document, facts.unit, facts.parent);
    *yes = facts_are_of_regulation(&facts) && waivers_concern(waivers, &subject);
    return TRUE;
}

Result *waived_result(Store *store, const Waivers *waivers, const WaivedDocument *document, WaiverUse *uses,
                      GError **error)
{
    Result *result = read_result(store, document, error);
    if (!result || !waivers)
        return result;
    WaiverSubject subject = subject_of(document, result->unit, result->parent);
    if (waivers_concern(waivers, &subject))
        waivers_apply(waivers, result, &subject, uses);
    return result;
}

/* --- the end of a round --------------------------------------------------------------------------------- */

static gboolean settle_file(Store *store, const Round *round, const WaivedDocument *document,
                            Waivers *waivers, WaiverUse *uses, GError **error)
{
    gboolean concerned;
    if (!waived_concerns(store, waivers, document, &concerned, error))
        return FALSE;
    if (!concerned)
        return TRUE;
    g_autoptr(Result) result = waived_result(store, waivers, document, uses, error);
    if (!result)
        return FALSE;
    WaiverSubject subject = subject_of(document, result->unit, result->parent);
    waivers_learn_titles(waivers, result, &subject);
    Waived waived = {result->verdict, level_of(result), gap_count_waived(result)};
    return store_put_waived(store, round->id, document->path, &waived, error);
}

static gboolean settle_row(Store *store, const Round *round, sqlite3_stmt *row, Waivers *waivers,
                           WaiverUse *uses, GError **error)
{
    g_autofree char *path = column_path(row, 0), *unit = column_text(row, 2), *parent = column_text(row, 3);
    WaivedDocument document = {sqlite3_column_int64(row, 1), path, unit, parent};
    return settle_file(store, round, &document, waivers, uses, error);
}

static gboolean settle_files(Store *store, const Round *round, Waivers *waivers, WaiverUse *uses,
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
        settle_row(store, round, files->statement, waivers, uses, &cause);
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

static gboolean count_units(Store *store, const Round *round, const Waivers *waivers, WaiverUse *uses,
                            GError **error)
{
    GError *cause = NULL;
    g_auto(StoreUnit) unit = {0};
    g_autoptr(StoreCursor) units = store_units(store, round->id, error);
    while (units && store_next_unit(units, &unit, &cause))
        waivers_count_unit(waivers, unit.unit.name, unit.unit.parent, uses);
    if (cause)
        g_propagate_error(error, cause);
    return units && !cause;
}

static gboolean put_uses(Store *store, const Round *round, const Waivers *waivers, const WaiverUse *uses,
                         GError **error)
{
    gboolean good = TRUE;
    for (guint i = 0; good && i < waivers_count(waivers); i++)
        good = store_put_waiver_use(store, round->id, waivers_row(waivers, i), &uses[i], error);
    return good;
}

/* Which names are those of several units, so that no document is taken for theirs. */
static gboolean settle_names(Store *store, const Round *round, GError **error)
{
    g_autoptr(Waivers) waivers = NULL;
    g_autofree WaiverUse *uses = NULL;
    if (!store_waivers(store, round->id, &waivers, &uses, error))
        return FALSE;
    if (!waivers)
        return TRUE;
    memset(uses, 0, waivers_count(waivers) * sizeof *uses);
    return count_units(store, round, waivers, uses, error) && put_uses(store, round, waivers, uses, error);
}

gboolean waived_settle(Store *store, const Round *round, GError **error)
{
    g_autoptr(Waivers) waivers = NULL;
    g_autofree WaiverUse *uses = NULL;
    if (!settle_names(store, round, error) || !store_waivers(store, round->id, &waivers, &uses, error))
        return FALSE;
    return !waivers ||
           (settle_files(store, round, waivers, uses, error) && put_uses(store, round, waivers, uses, error));
}
