/* Files of a round in the store, and what became of them. */
#include "batch/store_private.h"

static const char *const state_names[] = {"pending",      "judged",  "unreadable",       "older-version",
                                          "duplicate-of", "skipped", "unreadable-folder"};
static const char *const match_names[] = {"none", "file", "text", "doubtful"};

const char *file_state_name(FileState state)
{
    g_return_val_if_fail((guint)state < G_N_ELEMENTS(state_names), "unknown");
    return state_names[state];
}

const char *match_name(Match match)
{
    g_return_val_if_fail((guint)match < G_N_ELEMENTS(match_names), "unknown");
    return match_names[match];
}

static guint place_of(const char *name, const char *const *names, guint count)
{
    for (guint i = 0; i < count; i++)
        if (g_strcmp0(name, names[i]) == 0)
            return i;
    return 0;
}

FileState store_file_state(const char *name)
{
    return (FileState)place_of(name, state_names, G_N_ELEMENTS(state_names));
}

void store_file_clear(StoreFile *file)
{
    char **texts[] = {&file->path, &file->sha256, &file->reason, &file->unit, &file->doubt, &file->other};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        g_clear_pointer(texts[i], g_free);
}

gboolean store_forget_files(Store *store, gint64 round, GError **error)
{
    return store_step_for_round(store, round, "DELETE FROM files WHERE round=?", error);
}

gboolean store_put_file(Store *store, gint64 round, const StoreFile *file, GError **error)
{
    sqlite3_stmt *put =
        store_statement(store, "INSERT OR REPLACE INTO files VALUES(?,?,?,?,?,?,?,?,?,?,?,?)", error);
    if (!put)
        return FALSE;
    sqlite3_bind_int64(put, 1, round);
    bind_path(put, 2, file->path);
    sqlite3_bind_int64(put, 3, file->size);
    sqlite3_bind_int64(put, 4, file->mtime);
    bind_text(put, 5, file->sha256);
    bind_text(put, 6, file_state_name(file->state));
    bind_text(put, 7, file->reason);
    bind_text(put, 8, file->unit);
    bind_text(put, 9, match_name(file->match));
    bind_text(put, 10, file->doubt);
    if (file->result)
        sqlite3_bind_int64(put, 11, file->result);
    bind_path(put, 12, file->other);
    return store_step(store, put, error);
}

#define FILE_COLUMNS "path, size, mtime, sha256, state, reason, unit, match, doubt, result, other FROM files "

static StoreFile file_of_row(sqlite3_stmt *row)
{
    const char *state = (const char *)sqlite3_column_text(row, 4);
    const char *match = (const char *)sqlite3_column_text(row, 7);
    return (StoreFile){
        .path = column_path(row, 0),
        .size = sqlite3_column_int64(row, 1),
        .mtime = sqlite3_column_int64(row, 2),
        .sha256 = column_text(row, 3),
        .state = (FileState)place_of(state, state_names, G_N_ELEMENTS(state_names)),
        .reason = column_text(row, 5),
        .unit = column_text(row, 6),
        .match = (Match)place_of(match, match_names, G_N_ELEMENTS(match_names)),
        .doubt = column_text(row, 8),
        .result = sqlite3_column_int64(row, 9),
        .other = column_path(row, 10),
    };
}

static void clear_file(gpointer data)
{
    store_file_clear(data);
}

GArray *store_files_after(Store *store, gint64 round, const char *path, guint limit, GError **error)
{
    sqlite3_stmt *list = store_statement(
        store, "SELECT " FILE_COLUMNS "WHERE round=? AND path>? ORDER BY path LIMIT ?", error);
    if (!list)
        return NULL;
    GArray *files = g_array_new(FALSE, FALSE, sizeof(StoreFile));
    g_array_set_clear_func(files, clear_file);
    sqlite3_bind_int64(list, 1, round);
    bind_path(list, 2, path ? path : "");
    sqlite3_bind_int64(list, 3, limit);
    int code;
    while ((code = sqlite3_step(list)) == SQLITE_ROW) {
        StoreFile file = file_of_row(list);
        g_array_append_val(files, file);
    }
    if (code != SQLITE_DONE) {
        store_fail(store, error);
        g_clear_pointer(&files, g_array_unref);
    }
    statement_done(list);
    return files;
}

guint64 store_count_files(Store *store, gint64 round, FileState state)
{
    sqlite3_stmt *count =
        store_statement(store, "SELECT count(*) FROM files WHERE round=? AND state=?", NULL);
    if (!count)
        return 0;
    sqlite3_bind_int64(count, 1, round);
    bind_text(count, 2, file_state_name(state));
    return (guint64)store_number(count, 0);
}

/* The index is named, as SQLite would read the whole round for the files of one unit: it takes a round for
 * few rows. */
StoreCursor *store_files(Store *store, gint64 round, const char *unit, GError **error)
{
    StoreCursor *cursor = store_cursor_new(
        store,
        unit ? "SELECT " FILE_COLUMNS "INDEXED BY files_by_unit WHERE round=? AND unit=? ORDER BY path"
             : "SELECT " FILE_COLUMNS "WHERE round=? ORDER BY path",
        error);
    if (!cursor)
        return NULL;
    sqlite3_bind_int64(cursor->statement, 1, round);
    if (unit)
        sqlite3_bind_text(cursor->statement, 2, unit, -1, SQLITE_TRANSIENT);
    return cursor;
}

gboolean store_next_file(StoreCursor *cursor, StoreFile *file, GError **error)
{
    store_file_clear(file);
    if (!store_cursor_step(cursor, error))
        return FALSE;
    *file = file_of_row(cursor->statement);
    return TRUE;
}
