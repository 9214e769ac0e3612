/* A row a piece: its list, and its entries as they are in memory. */
#include "batch/disk_lists.h"

#include "batch/store_private.h"

struct DiskLists {
    Store *store;
    guint kind, count, size;
    GArray **unwritten; /* by list; NULL while nothing was added */
};

static gboolean forget(Store *store, guint kind, GError **error)
{
    sqlite3_stmt *forget = store_statement(store, "DELETE FROM temp.pieces WHERE kind=?", error);
    if (!forget)
        return FALSE;
    sqlite3_bind_int64(forget, 1, kind);
    return store_step(store, forget, error);
}

DiskLists *disk_lists_new(Store *store, guint kind, guint count, guint size, GError **error)
{
    if (!store_run(store,
                   "CREATE TEMP TABLE IF NOT EXISTS pieces(kind INTEGER, list INTEGER, entries BLOB);"
                   "CREATE INDEX IF NOT EXISTS temp.pieces_by_list ON pieces(kind, list);",
                   error) ||
        !forget(store, kind, error))
        return NULL;
    DiskLists *lists = g_new0(DiskLists, 1);
    *lists = (DiskLists){store, kind, count, size, g_new0(GArray *, count)};
    return lists;
}

void disk_lists_free(DiskLists *lists)
{
    if (!lists)
        return;
    for (guint list = 0; list < lists->count; list++)
        if (lists->unwritten[list])
            g_array_unref(lists->unwritten[list]);
    g_free(lists->unwritten);
    forget(lists->store, lists->kind, NULL);
    g_free(lists);
}

static gboolean write_piece(DiskLists *lists, guint list, GError **error)
{
    GArray *piece = lists->unwritten[list];
    sqlite3_stmt *add = store_statement(lists->store, "INSERT INTO pieces VALUES(?,?,?)", error);
    if (!add)
        return FALSE;
    sqlite3_bind_int64(add, 1, lists->kind);
    sqlite3_bind_int64(add, 2, list);
    bind_bytes(add, 3, piece->data, (gsize)piece->len * lists->size);
    gboolean good = store_step(lists->store, add, error);
    g_array_set_size(piece, 0);
    return good;
}

gboolean disk_lists_add(DiskLists *lists, guint list, gconstpointer entry, GError **error)
{
    GArray **piece = &lists->unwritten[list];
    if (!*piece)
        *piece = g_array_sized_new(FALSE, FALSE, lists->size, PIECE_ENTRIES);
    g_array_append_vals(*piece, entry, 1);
    return (*piece)->len < PIECE_ENTRIES || write_piece(lists, list, error);
}

gboolean disk_lists_read(DiskLists *lists, guint list, GArray *entries, GError **error)
{
    int code;
    sqlite3_stmt *row =
        store_statement(lists->store, "SELECT entries FROM pieces WHERE kind=? AND list=?", error);
    if (!row)
        return FALSE;
    g_array_set_size(entries, 0);
    sqlite3_bind_int64(row, 1, lists->kind);
    sqlite3_bind_int64(row, 2, list);
    while ((code = sqlite3_step(row)) == SQLITE_ROW) {
        const void *piece = sqlite3_column_blob(row, 0);
        if (piece)
            g_array_append_vals(entries, piece, (guint)sqlite3_column_bytes(row, 0) / lists->size);
    }
    gboolean good = code == SQLITE_DONE || store_fail(lists->store, error);
    statement_done(row);
    if (lists->unwritten[list])
        g_array_append_vals(entries, lists->unwritten[list]->data, lists->unwritten[list]->len);
    return good;
}
