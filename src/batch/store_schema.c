/* The tables of the store, and whether a file has these and nothing else. */
#include "batch/store_private.h"

#include <errno.h>

#include "base/error.h"
#include "base/translate.h"

#define WAIVER_TABLES(kind)                                                                                  \
    "CREATE " kind "TABLE waivers(round INTEGER NOT NULL, line INTEGER NOT NULL, unit TEXT, file TEXT,"      \
    " rule TEXT NOT NULL, title TEXT, title_en TEXT, reason TEXT NOT NULL, approver TEXT NOT NULL,"          \
    " basis TEXT NOT NULL, expires TEXT NOT NULL, units INTEGER NOT NULL, documents INTEGER NOT NULL,"       \
    " judged INTEGER NOT NULL, open INTEGER NOT NULL, open_in INTEGER NOT NULL,"                             \
    " PRIMARY KEY(round, line)) WITHOUT ROWID;"                                                              \
    "CREATE " kind "TABLE waived(round INTEGER NOT NULL, path BLOB NOT NULL, verdict TEXT NOT NULL,"         \
    " level INTEGER NOT NULL, findings INTEGER NOT NULL, PRIMARY KEY(round, path)) WITHOUT ROWID;"

/* By the version that brought them; 1: all others. */
static const char seals[] = "CREATE TABLE seals(round INTEGER PRIMARY KEY, sum INTEGER NOT NULL);";
static const char tables[] =
    "CREATE TABLE dictionaries(id INTEGER PRIMARY KEY, profile TEXT NOT NULL UNIQUE, content BLOB NOT NULL);"
    "CREATE TABLE results(id INTEGER PRIMARY KEY, subject TEXT NOT NULL, rules TEXT NOT NULL,"
    " as_of TEXT NOT NULL, version TEXT NOT NULL, task TEXT NOT NULL, fleeting INTEGER NOT NULL,"
    " sha256 TEXT NOT NULL, outcome TEXT NOT NULL, verdict TEXT, error TEXT, level INTEGER NOT NULL,"
    " other_unit INTEGER NOT NULL,"
    " unit TEXT, parent TEXT, profile TEXT, number TEXT, issued TEXT, title TEXT, dictionary INTEGER NOT "
    "NULL,"
    " record BLOB NOT NULL, shingles BLOB, UNIQUE(subject, rules, as_of, version, task));"
    "CREATE TABLE rounds(id INTEGER PRIMARY KEY, started TEXT NOT NULL, finished TEXT, folder BLOB NOT NULL,"
    " as_of TEXT NOT NULL, rules TEXT NOT NULL, version TEXT NOT NULL, options TEXT NOT NULL,"
    " shard INTEGER NOT NULL, shards INTEGER NOT NULL, sandbox TEXT);"
    "CREATE TABLE files(round INTEGER NOT NULL, path BLOB NOT NULL, size INTEGER NOT NULL,"
    " mtime INTEGER NOT NULL, sha256 TEXT, state TEXT NOT NULL, reason TEXT, unit TEXT, match TEXT NOT NULL,"
    " doubt TEXT, result INTEGER, other BLOB, PRIMARY KEY(round, path)) WITHOUT ROWID;"
    "CREATE TABLE units(round INTEGER NOT NULL, key TEXT NOT NULL, name TEXT NOT NULL, kind TEXT, parent "
    "TEXT,"
    " pattern TEXT, staff INTEGER NOT NULL, state_owned INTEGER NOT NULL, line INTEGER NOT NULL,"
    " state TEXT NOT NULL, path BLOB, result INTEGER, PRIMARY KEY(round, key)) WITHOUT ROWID;"
    "CREATE TABLE pairs(round INTEGER NOT NULL, one BLOB NOT NULL, other BLOB NOT NULL, share REAL NOT NULL,"
    " in_one TEXT, in_other TEXT, PRIMARY KEY(round, one, other)) WITHOUT ROWID;"
    "CREATE INDEX files_by_content ON files(round, sha256, path);"
    "CREATE INDEX files_by_unit ON files(round, unit, path);";

gboolean store_create_tables(Store *store, GError **error)
{
    g_autofree char *sql =
        g_strdup_printf("BEGIN IMMEDIATE; %s %s %s PRAGMA application_id=%d; PRAGMA user_version=%d; COMMIT;",
                        tables, WAIVER_TABLES(""), seals, STORE_APPLICATION, STORE_VERSION);
    return store_run(store, sql, error);
}

gboolean store_add_tables(Store *store, gint version, GError **error)
{
    if (store->mode == STORE_READ)
        return version >= SINCE_WAIVERS || store_run(store, WAIVER_TABLES("TEMP "), error);
    g_autofree char *now = g_strdup_printf("PRAGMA user_version=%d", STORE_VERSION);
    if (!store_begin(store, error))
        return FALSE;
    const gboolean good =
        (version >= SINCE_WAIVERS || store_run(store, WAIVER_TABLES(""), error)) &&
        (version >= SINCE_SEALS || (store_run(store, seals, error) && store_seal_rounds(store, error))) &&
        store_run(store, now, error);
    return store_end(store, good, error);
}

/* The schema of a database as one text; NULL where it cannot be read, of which the database knows the cause.
 */
static char *schema_text(sqlite3 *database)
{
    g_autoptr(GString) text = g_string_new(NULL);
    sqlite3_stmt *list = NULL;
    int code = sqlite3_prepare_v2(
        database, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name", -1, &list, NULL);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(list);
        for (int i = 0; code == SQLITE_ROW && i < sqlite3_column_count(list); i++) {
            const char *part = (const char *)sqlite3_column_text(list, i);
            g_string_append_printf(text, "%s\n", part ? part : "");
        }
    }
    sqlite3_finalize(list);
    return code == SQLITE_DONE ? g_string_free(g_steal_pointer(&text), FALSE) : NULL;
}

/* The schema that a store is made with, as SQLite keeps it; NULL: memory has run out. */
static char *our_schema(gint version)
{
    sqlite3 *database = NULL;
    char *text = NULL;
    if (sqlite3_open(":memory:", &database) == SQLITE_OK &&
        sqlite3_exec(database, tables, NULL, NULL, NULL) == SQLITE_OK &&
        (version < SINCE_WAIVERS ||
         sqlite3_exec(database, WAIVER_TABLES(""), NULL, NULL, NULL) == SQLITE_OK) &&
        (version < SINCE_SEALS || sqlite3_exec(database, seals, NULL, NULL, NULL) == SQLITE_OK))
        text = schema_text(database);
    sqlite3_close(database);
    return text;
}

gboolean store_has_our_tables(Store *store, gint version, GError **error)
{
    g_autofree char *found = schema_text(store->database);
    g_autofree char *ours = found ? our_schema(version) : NULL;
    if (!found)
        return store_fail(store, error);
    if (!ours)
        return error_set_system(error, RASOAT_ERROR_OUTPUT, store->path, g_strerror(ENOMEM));
    return g_str_equal(found, ours) ||
           error_set_place(error, store->path,
                           N_("các bảng trong tệp kết quả đã bị chương trình khác sửa; hãy chuyển tệp này đi "
                              "nơi khác rồi chạy lại “rasoat audit”"));
}
