/* Opening the store, and the steps that every statement takes. */
#include "batch/store_private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/translate.h"
#include "batch/sqlite_cause.h"
#include "batch/store_pack.h"

/* --- errors --------------------------------------------------------------------------------------------- */

static gboolean is_damaged(const char *path, GError **error)
{
    return error_set_place(
        error, path, N_("tệp kết quả bị hỏng; hãy chuyển tệp này đi nơi khác rồi chạy lại “rasoat audit”"));
}

gboolean store_is_damaged(const Store *store, GError **error)
{
    return is_damaged(store->path, error);
}

/* Why a store cannot be read: by the cause of the system, or that of SQLite where this is 0. */
static gboolean cannot_read(const char *path, int cause, sqlite3 *database, GError **error)
{
    int code = database && !cause ? sqlite3_errcode(database) & 0xFF : SQLITE_OK;
    if (cause == ENOENT)
        return error_set_place(error, path,
                               N_("không có tệp này; hãy ghi thư mục kết quả của “rasoat audit”"));
    if (cause == EACCES)
        return error_set_place(error, path, N_("không có quyền đọc; cấp quyền đọc rồi chạy lại"));
    if (code == SQLITE_NOTADB)
        return error_set_place(error, path, N_("tệp này không phải kết quả của “rasoat audit”"));
    if (code == SQLITE_CORRUPT)
        return is_damaged(path, error);
    if (cause == ENOSPC) /* what a run before left in the log needs some */
        return error_set_output(error, path, cause);
    if (!cause)
        return error_set_place(error, path, N_("tệp kết quả không dùng được (%s)"), sqlite3_errmsg(database));
    return error_set_system(error, RASOAT_ERROR_OUTPUT, path, g_strerror(cause));
}

gboolean store_fail(Store *store, GError **error)
{
    int cause = sqlite_cause(store->database);

    if ((sqlite3_errcode(store->database) & 0xFF) == SQLITE_BUSY)
        return error_set_place(error, store->path,
                               N_("một lần chạy khác đang ghi ở đó; đợi nó xong rồi chạy lại"));
    if (cause != 0 && store->mode == STORE_WRITE)
        return error_set_output(error, store->path, cause);
    return cannot_read(store->path, cause, store->database, error);
}

/* --- statements ----------------------------------------------------------------------------------------- */

gboolean store_run(Store *store, const char *sql, GError **error)
{
    return sqlite3_exec(store->database, sql, NULL, NULL, NULL) == SQLITE_OK || store_fail(store, error);
}

sqlite3_stmt *store_statement(Store *store, const char *sql, GError **error)
{
    sqlite3_stmt *statement = g_hash_table_lookup(store->statements, sql);
    if (statement)
        return statement;
    if (sqlite3_prepare_v3(store->database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
        SQLITE_OK) {
        store_fail(store, error);
        return NULL;
    }
    g_hash_table_insert(store->statements, (gpointer)sql, statement);
    return statement;
}

void statement_done(sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
}

gboolean store_step(Store *store, sqlite3_stmt *statement, GError **error)
{
    gboolean good = sqlite3_step(statement) == SQLITE_DONE || store_fail(store, error);
    statement_done(statement);
    return good;
}

gboolean store_step_for_round(Store *store, gint64 round, const char *sql, GError **error)
{
    sqlite3_stmt *statement = store_statement(store, sql, error);
    if (!statement)
        return FALSE;
    sqlite3_bind_int64(statement, 1, round);
    return store_step(store, statement, error);
}

void bind_text(sqlite3_stmt *statement, int place, const char *text)
{
    sqlite3_bind_text(statement, place, text, -1, SQLITE_STATIC);
}

void bind_path(sqlite3_stmt *statement, int place, const char *path)
{
    bind_bytes(statement, place, path, path ? strlen(path) : 0);
}

void bind_bytes(sqlite3_stmt *statement, int place, const void *bytes, gsize length)
{
    if (bytes)
        sqlite3_bind_blob64(statement, place, length ? bytes : "", length, SQLITE_STATIC);
    else
        sqlite3_bind_null(statement, place);
}

char *column_text(sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);
    return text ? g_utf8_make_valid(text, -1) : NULL;
}

char *column_path(sqlite3_stmt *statement, int column)
{
    if (sqlite3_column_type(statement, column) == SQLITE_NULL)
        return NULL;
    const void *bytes = sqlite3_column_blob(statement, column);
    return bytes ? g_strndup(bytes, (gsize)sqlite3_column_bytes(statement, column)) : g_strdup("");
}

gint64 store_number(sqlite3_stmt *statement, gint64 otherwise)
{
    gint64 number = sqlite3_step(statement) == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : otherwise;
    statement_done(statement);
    return number;
}

gboolean store_begin(Store *store, GError **error)
{
    return store_run(store, "BEGIN IMMEDIATE", error);
}

gboolean store_end(Store *store, gboolean good, GError **error)
{
    if (good && store_run(store, "COMMIT", error))
        return TRUE;
    sqlite3_exec(store->database, "ROLLBACK", NULL, NULL, NULL);
    return FALSE;
}

/* --- cursors -------------------------------------------------------------------------------------------- */

StoreCursor *store_cursor_new(Store *store, const char *sql, GError **error)
{
    sqlite3_stmt *statement;
    if (sqlite3_prepare_v2(store->database, sql, -1, &statement, NULL) != SQLITE_OK) {
        store_fail(store, error);
        return NULL;
    }
    StoreCursor *cursor = g_new0(StoreCursor, 1);
    cursor->store = store;
    cursor->statement = statement;
    return cursor;
}

gboolean store_cursor_step(StoreCursor *cursor, GError **error)
{
    int code = sqlite3_step(cursor->statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        store_fail(cursor->store, error);
    return code == SQLITE_ROW;
}

void store_cursor_free(StoreCursor *cursor)
{
    if (!cursor)
        return;
    sqlite3_finalize(cursor->statement);
    g_free(cursor);
}

/* --- opening -------------------------------------------------------------------------------------------- */

static gboolean ask(Store *store, const char *sql, gint64 *number, GError **error)
{
    sqlite3_stmt *statement = NULL;
    gboolean good = sqlite3_prepare_v2(store->database, sql, -1, &statement, NULL) == SQLITE_OK &&
                    sqlite3_step(statement) == SQLITE_ROW;
    if (good)
        *number = sqlite3_column_int64(statement, 0);
    else
        store_fail(store, error);
    sqlite3_finalize(statement);
    return good;
}

/* The version of what there is, 0 of nothing, without a byte written: of a newer version and of another
 * program, or changed by one, all is to stay as it is, its log as well. FALSE with an error: it is one of
 * these, or no database. */
static gboolean find_version(Store *store, gint *found, GError **error)
{
    gint64 tables, version, application;
    if (!ask(store, "SELECT count(*) FROM sqlite_schema", &tables, error) ||
        !ask(store, "PRAGMA user_version", &version, error) ||
        !ask(store, "PRAGMA application_id", &application, error))
        return FALSE;
    if (tables == 0 && store->mode == STORE_WRITE) {
        *found = 0;
        return TRUE;
    }
    if (application != STORE_APPLICATION)
        return error_set_place(error, store->path,
                               N_("không phải kho kết quả của rasoat; hãy dùng thư mục khác"));
    if (version < 1 || version > STORE_VERSION)
        return error_set_place(
            error, store->path,
            N_("do bản rasoat mới hơn ghi (kho phiên bản %d, bản này biết đến %d); hãy dùng "
               "bản ấy"),
            (int)version, STORE_VERSION);
    *found = (gint)version;
    return store_has_our_tables(store, *found, error);
}

/* A writer alone: the lock is kept, so that the log needs no shared memory and works on a network's disks. A
 * log that is there is left as it is until the version is known. */
static gboolean lock(Store *store, GError **error)
{
    sqlite3_db_config(store->database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
    return store_run(store, "PRAGMA locking_mode=EXCLUSIVE", error);
}

static gboolean prepare_writing(Store *store, GError **error)
{
    store->writing = TRUE;
    sqlite3_db_config(store->database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
    return store_run(store,
                     "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=4000;"
                     "PRAGMA cache_size=-16384; BEGIN IMMEDIATE; COMMIT;",
                     error);
}

/* The file is ours and of this version, or becomes so. */
static gboolean make_current(Store *store, GError **error)
{
    gint version = 0;
    if (store->mode == STORE_WRITE &&
        (!lock(store, error) || !find_version(store, &version, error) || !prepare_writing(store, error)))
        return FALSE;
    if (!find_version(store, &version, error)) /* again: another may have written before the lock was ours */
        return FALSE;
    if (version == 0)
        return store_create_tables(store, error);
    return store_is_sound(store, version, error) &&
           (version == STORE_VERSION || store_add_tables(store, version, error));
}

/* SQLite tries to read what it may not write, and says of a folder that may not be written to that there is
 * no such file in it. */
static gboolean make_folder(const char *folder, GError **error)
{
    return (g_mkdir_with_parents(folder, 0777) == 0 && access(folder, W_OK) == 0) ||
           error_set_output(error, folder, errno);
}

static gboolean open_file(Store *store, GError **error)
{
    struct stat status;
    int flags = store->mode == STORE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;

    const gboolean there = stat(store->path, &status) == 0;
    if (!there && store->mode == STORE_READ)
        return cannot_read(store->path, errno, NULL, error);
    if (there && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)) /* a pipe would be waited for */
        return error_set_place(error, store->path, N_("không phải tệp thường"));
    if (sqlite3_open_v2(store->path, &store->database, flags, NULL) != SQLITE_OK)
        return store_fail(store, error);
    sqlite3_extended_result_codes(store->database, 1);
    sqlite3_db_config(store->database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(store->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_busy_timeout(store->database, 1000);
    if (store->mode == STORE_WRITE && sqlite3_db_readonly(store->database, "main") == 1)
        return error_set_output(error, store->path, access(store->path, W_OK) != 0 ? errno : EACCES);
    return make_current(store, error);
}

static void finalize_statement(gpointer statement)
{
    sqlite3_finalize(statement);
}

Store *store_open(const char *folder, StoreMode mode, GError **error)
{
    if (mode == STORE_WRITE && !make_folder(folder, error))
        return NULL;
    g_autoptr(Store) store = g_new0(Store, 1);
    store->path = g_build_filename(folder, STORE_NAME, NULL);
    store->mode = mode;
    store->is_new = mode == STORE_WRITE && !g_file_test(store->path, G_FILE_TEST_EXISTS);
    store->statements = g_hash_table_new_full(NULL, NULL, NULL, finalize_statement);
    store->packers = packers_new();
    return open_file(store, error) ? g_steal_pointer(&store) : NULL;
}

void store_close(Store *store)
{
    if (!store)
        return;
    g_hash_table_unref(store->statements);
    g_hash_table_unref(store->packers);
    /* one file, which can be read where nothing can be written */
    if (store->writing)
        sqlite3_exec(store->database, "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE;", NULL,
                     NULL, NULL);
    sqlite3_close(store->database);
    g_free(store->path);
    g_free(store);
}

void store_abandon(Store *store)
{
    g_autofree char *path = store->is_new ? g_strdup(store->path) : NULL;
    g_autofree char *folder = path ? g_path_get_dirname(path) : NULL;

    store_close(store);
    if (path && g_unlink(path) == 0)
        g_rmdir(folder);
}
