/* Seals of rounds: a checksum of all that a finished round says of itself, its files and its units, which
 * nothing changes any more. Names, reasons and titles have no rule that a changed one would break. */
#include <string.h>

#include "batch/store_private.h"
#include "batch/store_seal.h"

/* In the order of their keys, which is one on all machines. */
static const char *const parts[] = {
    "SELECT * FROM rounds WHERE id=?",
    "SELECT * FROM units WHERE round=? ORDER BY key",
    "SELECT * FROM files WHERE round=? ORDER BY path",
    "SELECT * FROM pairs WHERE round=? ORDER BY one, other",
    "SELECT * FROM waivers WHERE round=? ORDER BY line",
    "SELECT * FROM waived WHERE round=? ORDER BY path",
};

/* Type, number or length, bytes: nothing can stand in for a part of the next. */
static void append_column(GString *all, sqlite3_stmt *row, int column)
{
    const int type = sqlite3_column_type(row, column);
    const void *bytes = NULL;
    guint64 number = 0;

    if (type == SQLITE_INTEGER) {
        number = (guint64)sqlite3_column_int64(row, column);
    } else if (type == SQLITE_FLOAT) {
        const gdouble value = sqlite3_column_double(row, column);
        memcpy(&number, &value, sizeof number);
    } else if (type != SQLITE_NULL) {
        bytes = sqlite3_column_blob(row, column);
        number = (guint64)sqlite3_column_bytes(row, column);
    }
    const guint64 lowest_first = GUINT64_TO_LE(number);
    g_string_append_c(all, (gchar)type);
    g_string_append_len(all, (const char *)&lowest_first, sizeof lowest_first);
    if (bytes)
        g_string_append_len(all, bytes, (gssize)number);
}

static gboolean sum_part(Store *store, gint64 round, guint part, guint64 *sum, GError **error)
{
    GError *cause = NULL;
    g_autoptr(GString) row = g_string_sized_new(512);
    g_autoptr(StoreCursor) rows = store_cursor_new(store, parts[part], error);
    if (!rows)
        return FALSE;
    sqlite3_bind_int64(rows->statement, 1, round);
    while (store_cursor_step(rows, &cause)) {
        g_string_truncate(row, 0);
        for (int i = 0; i < sqlite3_column_count(rows->statement); i++)
            append_column(row, rows->statement, i);
        *sum = seal_next(*sum, part, row->str, row->len);
    }
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

/* As SQLite keeps it. */
static gboolean sum_round(Store *store, gint64 round, gint64 *sum, GError **error)
{
    guint64 all = 0;
    for (guint part = 0; part < G_N_ELEMENTS(parts); part++)
        if (!sum_part(store, round, part, &all, error))
            return FALSE;
    *sum = (gint64)all;
    return TRUE;
}

gboolean store_seal_round(Store *store, gint64 round, GError **error)
{
    gint64 sum;
    sqlite3_stmt *put = store_statement(store, "INSERT INTO seals VALUES(?,?)", error);
    if (!put || !sum_round(store, round, &sum, error))
        return FALSE;
    sqlite3_bind_int64(put, 1, round);
    sqlite3_bind_int64(put, 2, sum);
    return store_step(store, put, error);
}

/* Asks for each finished round; sql gives their ids, and more of each. */
static gboolean each_finished(Store *store, const char *sql, gboolean (*ask)(StoreCursor *, GError **),
                              GError **error)
{
    GError *cause = NULL;
    g_autoptr(StoreCursor) rounds = store_cursor_new(store, sql, error);
    gboolean good = rounds != NULL;
    while (good && store_cursor_step(rounds, &cause))
        good = ask(rounds, error);
    if (cause)
        g_propagate_error(error, cause);
    return good && !cause;
}

static gboolean seal(StoreCursor *rounds, GError **error)
{
    return store_seal_round(rounds->store, sqlite3_column_int64(rounds->statement, 0), error);
}

static gboolean is_sealed(StoreCursor *rounds, GError **error)
{
    gint64 sum;
    if (!sum_round(rounds->store, sqlite3_column_int64(rounds->statement, 0), &sum, error))
        return FALSE;
    return (sqlite3_column_type(rounds->statement, 1) == SQLITE_INTEGER &&
            sqlite3_column_int64(rounds->statement, 1) == sum) ||
           store_is_damaged(rounds->store, error);
}

gboolean store_seal_rounds(Store *store, GError **error)
{
    return each_finished(store, "SELECT id FROM rounds WHERE finished IS NOT NULL", seal, error);
}

gboolean store_rounds_are_sealed(Store *store, GError **error)
{
    return each_finished(
        store, "SELECT id, sum FROM rounds LEFT JOIN seals ON seals.round=id WHERE finished IS NOT NULL",
        is_sealed, error);
}
