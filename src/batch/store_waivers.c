/* Waivers of a round in the store: their rows, what each came to, and the documents that look better by them.
 * Results are kept as they were judged. */
#include "batch/store_waivers.h"
#include "batch/store_private.h"

static const char columns[] = "line, unit, file, rule, title, title_en, reason, approver, basis, expires";

gboolean store_forget_waivers(Store *store, gint64 round, GError **error)
{
    return store_step_for_round(store, round, "DELETE FROM waivers WHERE round=?", error) &&
           store_step_for_round(store, round, "DELETE FROM waived WHERE round=?", error);
}

static gboolean put_row(Store *store, gint64 round, const WaiverRow *row, GError **error)
{
    sqlite3_stmt *put =
        store_statement(store, "INSERT INTO waivers VALUES(?,?,?,?,?,?,?,?,?,?,?,0,0,0,0,0)", error);
    if (!put)
        return FALSE;
    const char *const texts[] = {row->unit,
                                 row->file,
                                 row->rule,
                                 row->title.vi,
                                 row->title.en,
                                 row->waiver.reason,
                                 row->waiver.approver,
                                 row->waiver.basis,
                                 row->waiver.expires};
    sqlite3_bind_int64(put, 1, round);
    sqlite3_bind_int64(put, 2, row->line);
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        bind_text(put, 3 + (int)i, texts[i]);
    return store_step(store, put, error);
}

gboolean store_put_waivers(Store *store, gint64 round, const Waivers *waivers, GError **error)
{
    if (!store_begin(store, error))
        return FALSE;
    gboolean good = store_forget_waivers(store, round, error);
    for (guint i = 0; good && waivers && i < waivers_count(waivers); i++)
        good = put_row(store, round, waivers_row(waivers, i), error);
    return store_end(store, good, error);
}

static WaiverRow row_of(sqlite3_stmt *from)
{
    return (WaiverRow){.line = (guint)sqlite3_column_int64(from, 0),
                       .unit = column_text(from, 1),
                       .file = column_text(from, 2),
                       .rule = column_text(from, 3),
                       .title = {column_text(from, 4), column_text(from, 5)},
                       .waiver = {.reason = column_text(from, 6),
                                  .approver = column_text(from, 7),
                                  .basis = column_text(from, 8),
                                  .expires = column_text(from, 9)},
                       .doubtful = sqlite3_column_int64(from, 10) > 1};
}

static WaiverUse use_of(sqlite3_stmt *from)
{
    return (WaiverUse){.units = (guint)sqlite3_column_int64(from, 10),
                       .documents = (guint)sqlite3_column_int64(from, 11),
                       .judged = (guint)sqlite3_column_int64(from, 12),
                       .open = (guint)sqlite3_column_int64(from, 13),
                       .open_in = (guint)sqlite3_column_int64(from, 14)};
}

gboolean store_waivers(Store *store, gint64 round, Waivers **waivers, WaiverUse **uses, GError **error)
{
    GError *cause = NULL;
    g_autoptr(Waivers) list = waivers_new();
    g_autoptr(GArray) counts = g_array_new(FALSE, FALSE, sizeof(WaiverUse));
    g_autofree char *sql = g_strdup_printf(
        "SELECT %s, units, documents, judged, open, open_in FROM waivers WHERE round=? ORDER BY line",
        columns);
    g_autoptr(StoreCursor) cursor = store_cursor_new(store, sql, error);
    if (!cursor)
        return FALSE;
    sqlite3_bind_int64(cursor->statement, 1, round);
    while (store_cursor_step(cursor, &cause)) {
        WaiverRow row = row_of(cursor->statement);
        WaiverUse use = use_of(cursor->statement);
        waivers_add(list, &row);
        g_array_append_val(counts, use);
    }
    if (cause) {
        g_propagate_error(error, cause);
        return FALSE;
    }
    *waivers = counts->len ? g_steal_pointer(&list) : NULL;
    if (uses)
        *uses = counts->len ? (WaiverUse *)g_array_free(g_steal_pointer(&counts), FALSE) : NULL;
    return TRUE;
}

gboolean store_copy_waivers(Store *from, gint64 round, Store *to, gint64 there, GError **error)
{
    g_autoptr(Waivers) waivers = NULL;
    return store_waivers(from, round, &waivers, NULL, error) && store_put_waivers(to, there, waivers, error);
}

gboolean store_put_waiver_use(Store *store, gint64 round, const WaiverRow *row, const WaiverUse *use,
                              GError **error)
{
    sqlite3_stmt *put = store_statement(store,
                                        "UPDATE waivers SET units=?, documents=?, judged=?, open=?,"
                                        " open_in=?, title=?, title_en=? WHERE round=? AND line=?",
                                        error);
    if (!put)
        return FALSE;
    sqlite3_bind_int64(put, 1, use->units);
    sqlite3_bind_int64(put, 2, use->documents);
    sqlite3_bind_int64(put, 3, use->judged);
    sqlite3_bind_int64(put, 4, use->open);
    sqlite3_bind_int64(put, 5, use->open_in);
    bind_text(put, 6, row->title.vi);
    bind_text(put, 7, row->title.en);
    sqlite3_bind_int64(put, 8, round);
    sqlite3_bind_int64(put, 9, row->line);
    return store_step(store, put, error);
}

gboolean store_put_waived(Store *store, gint64 round, const char *path, const Waived *waived, GError **error)
{
    sqlite3_stmt *put = store_statement(store, "INSERT OR REPLACE INTO waived VALUES(?,?,?,?,?)", error);
    if (!put)
        return FALSE;
    sqlite3_bind_int64(put, 1, round);
    bind_path(put, 2, path);
    bind_text(put, 3, verdict_name(waived->verdict));
    sqlite3_bind_int(put, 4, (int)waived->level);
    sqlite3_bind_int64(put, 5, waived->findings);
    return store_step(store, put, error);
}

gboolean store_count_waived(Store *store, gint64 round, guint64 *findings, guint64 *documents, GError **error)
{
    sqlite3_stmt *sum = store_statement(
        store, "SELECT total(findings), count(*) FROM waived WHERE round=? AND findings>0", error);
    if (!sum)
        return FALSE;
    sqlite3_bind_int64(sum, 1, round);
    gboolean good = sqlite3_step(sum) == SQLITE_ROW || store_fail(store, error);
    *findings = good ? (guint64)sqlite3_column_int64(sum, 0) : 0;
    *documents = good ? (guint64)sqlite3_column_int64(sum, 1) : 0;
    statement_done(sum);
    return good;
}
