/* Results in the store: kept once under the key that says what they depend on, read as text or as JSON. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/translate.h"
#include "batch/named_list.h"
#include "batch/store_pack.h"
#include "batch/store_private.h"
#include "batch/store_seal.h"

/* Content that was read is itself; what could not be read is its path in this folder. */
static char *subject_of(const ResultKey *key)
{
    if (*key->sha256)
        return g_strdup(key->sha256);
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, key->path, -1);
    return g_strdup_printf("path:%s", digest);
}

#define RESULT_KEY(subject, key) (subject), (key)->rules, (key)->as_of, (key)->version, (key)->task

static void bind_texts(sqlite3_stmt *statement, const char *const *texts, guint count)
{
    for (guint i = 0; i < count; i++)
        bind_text(statement, 1 + (int)i, texts[i]);
}

static void bind_key(sqlite3_stmt *statement, const char *subject, const ResultKey *key)
{
    const char *const texts[] = {RESULT_KEY(subject, key)};
    bind_texts(statement, texts, G_N_ELEMENTS(texts));
}

gint64 store_find_result(Store *store, const ResultKey *key, gboolean fleeting)
{
    g_autofree char *subject = subject_of(key);
    sqlite3_stmt *find = store_statement(store,
                                         "SELECT id FROM results WHERE subject=? AND rules=? AND as_of=? AND "
                                         "version=? AND task=? AND fleeting<=?",
                                         NULL);
    if (!find)
        return 0;
    bind_key(find, subject, key);
    sqlite3_bind_int(find, 6, fleeting);
    return store_number(find, 0);
}

/* What another run may judge otherwise. */
static gboolean is_fleeting(const Facts *facts)
{
    static const RasoatErrorCode codes[] = {RASOAT_ERROR_LIMIT_TIME, RASOAT_ERROR_LIMIT_MEMORY,
                                            RASOAT_ERROR_WORKER};
    for (guint i = 0; i < G_N_ELEMENTS(codes); i++)
        if (g_strcmp0(facts->error, rasoat_error_name(codes[i])) == 0)
            return TRUE;
    return !*facts->sha256;
}

typedef struct {
    char text[24];
} Numeral;

/* SQLite makes a number of it again in a column of numbers. */
static Numeral numeral(gint64 number)
{
    Numeral numeral;
    g_snprintf(numeral.text, sizeof numeral.text, "%" G_GINT64_FORMAT, number);
    return numeral;
}

/* Shingles as a worker sent them: rising numbers of this machine. */
static GBytes *packed_shingles(GBytes *shingles)
{
    gsize size = 0;
    const guint32 *numbers = shingles ? g_bytes_get_data(shingles, &size) : NULL;
    return pack_numbers(numbers, (guint)(size / sizeof *numbers));
}

static gint64 add_result(Store *store, const char *subject, const ResultKey *key, const Facts *facts,
                         GBytes *record, GBytes *shingles, GError **error)
{
    gint64 dictionary;
    /* the id stays when a fleeting result is replaced: files of other rounds point to it */
    sqlite3_stmt *add = store_statement(
        store,
        "INSERT INTO results(subject, rules, as_of, version, task, fleeting, sha256, outcome, verdict, error,"
        " level, other_unit, unit, parent, profile, number, issued, title, dictionary, record, shingles)"
        " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
        " ON CONFLICT DO UPDATE SET fleeting=excluded.fleeting, sha256=excluded.sha256,"
        " outcome=excluded.outcome, verdict=excluded.verdict, error=excluded.error, level=excluded.level,"
        " other_unit=excluded.other_unit,"
        " unit=excluded.unit, parent=excluded.parent, profile=excluded.profile, number=excluded.number,"
        " issued=excluded.issued, title=excluded.title, dictionary=excluded.dictionary,"
        " record=excluded.record, shingles=excluded.shingles RETURNING id",
        error);
    g_autoptr(GBytes) packed = add ? store_pack(store, facts->profile, record, &dictionary, error) : NULL;
    g_autoptr(GBytes) numbers = packed_shingles(shingles);
    if (!packed)
        return 0;
    const Numeral level = numeral(facts->level), other_unit = numeral(facts->other_unit),
                  dictionary_id = numeral(dictionary);
    const char *const columns[] = {RESULT_KEY(subject, key),
                                   is_fleeting(facts) ? "1" : "0",
                                   facts->sha256,
                                   facts->outcome,
                                   facts->verdict,
                                   facts->error,
                                   level.text,
                                   other_unit.text,
                                   facts->unit,
                                   facts->parent,
                                   facts->profile,
                                   facts->number,
                                   facts->issued,
                                   facts->title,
                                   dictionary_id.text};
    G_STATIC_ASSERT(G_N_ELEMENTS(columns) == SEALED_COLUMNS);
    g_autoptr(GBytes) sealed = seal_record(packed, columns, shingles ? numbers : NULL);
    bind_texts(add, columns, G_N_ELEMENTS(columns));
    bind_bytes(add, 20, g_bytes_get_data(sealed, NULL), g_bytes_get_size(sealed));
    bind_bytes(add, 21, shingles ? g_bytes_get_data(numbers, NULL) : NULL, g_bytes_get_size(numbers));
    gint64 id = 0;
    int code = sqlite3_step(add);
    if (code == SQLITE_ROW) {
        id = sqlite3_column_int64(add, 0);
        code = sqlite3_step(add);
    }
    if (code != SQLITE_DONE) {
        store_fail(store, error);
        id = 0;
    }
    statement_done(add);
    return id;
}

gint64 store_add_result(Store *store, const ResultKey *key, const Facts *facts, GBytes *record,
                        GBytes *shingles, GError **error)
{
    g_autofree char *subject = subject_of(key);
    return add_result(store, subject, key, facts, record, shingles, error);
}

/* --- reading -------------------------------------------------------------------------------------------- */

/* A statement that stands on the row of a result; NULL with an error. */
static sqlite3_stmt *result_row(Store *store, const char *sql, gint64 result, GError **error)
{
    sqlite3_stmt *statement = store_statement(store, sql, error);
    if (!statement)
        return NULL;
    sqlite3_bind_int64(statement, 1, result);
    if (sqlite3_step(statement) == SQLITE_ROW)
        return statement;
    statement_done(statement);
    error_set_place(error, store->path,
                    N_("thiếu kết quả số %ld; hãy chuyển tệp này đi nơi khác rồi chạy lại “rasoat audit”"),
                    (glong)result);
    return NULL;
}

char *store_record_and_names(Store *store, gint64 result, GError **error)
{
    sqlite3_stmt *row = result_row(store, "SELECT dictionary, record FROM results WHERE id=?", result, error);
    if (!row)
        return NULL;
    char *record = store_unpack(store, sqlite3_column_int64(row, 0), sqlite3_column_blob(row, 1),
                                (gsize)sqlite3_column_bytes(row, 1), error);
    statement_done(row);
    return record;
}

char *store_record(Store *store, gint64 result, GError **error)
{
    char *record = store_record_and_names(store, result, error);
    if (record)
        record_cut_names(record);
    return record;
}

json_t *store_record_json(Store *store, gint64 result, const char *name, GError **error)
{
    g_autofree char *record = store_record(store, result, error);
    json_error_t where;
    if (!record)
        return NULL;
    json_t *json = json_loads(record, 0, &where);
    if (!json_is_object(json)) {
        error_set_place(
            error, store->path,
            N_("có kết quả bị hỏng (%s); hãy chuyển tệp này đi nơi khác rồi chạy lại “rasoat audit”"),
            where.text);
        json_decref(json);
        return NULL;
    }
    if (name)
        json_object_set_new(json, "file", json_string(name));
    return json;
}

gboolean store_facts(Store *store, gint64 result, Facts *facts, GError **error)
{
    sqlite3_stmt *row =
        result_row(store,
                   "SELECT sha256, outcome, verdict, error, level, other_unit, unit, parent, profile,"
                   " number, issued, title FROM results WHERE id=?",
                   result, error);
    if (!row)
        return FALSE;
    *facts = (Facts){.sha256 = column_text(row, 0),
                     .outcome = column_text(row, 1),
                     .verdict = column_text(row, 2),
                     .error = column_text(row, 3),
                     .level = (Level)sqlite3_column_int(row, 4),
                     .other_unit = sqlite3_column_int(row, 5),
                     .unit = column_text(row, 6),
                     .parent = column_text(row, 7),
                     .profile = column_text(row, 8),
                     .number = column_text(row, 9),
                     .issued = column_text(row, 10),
                     .title = column_text(row, 11)};
    statement_done(row);
    return TRUE;
}

/* A result that could not be read is known by the digest of its path, which is all that is left of it. */
static gint64 find_subject(Store *store, const char *subject, const ResultKey *key)
{
    sqlite3_stmt *find = store_statement(store,
                                         "SELECT id FROM results WHERE subject=? AND rules=? AND as_of=? AND "
                                         "version=? AND task=?",
                                         NULL);
    if (!find)
        return 0;
    bind_key(find, subject, key);
    return store_number(find, 0);
}

gint64 store_copy_result(Store *from, gint64 result, Store *to, GError **error)
{
    g_auto(Facts) facts = {0};
    sqlite3_stmt *row = result_row(
        from, "SELECT subject, rules, as_of, version, task FROM results WHERE id=?", result, error);
    if (!row)
        return 0;
    g_autofree char *subject = column_text(row, 0), *rules = column_text(row, 1),
                    *as_of = column_text(row, 2), *version = column_text(row, 3), *task = column_text(row, 4);
    statement_done(row);
    ResultKey key = {.rules = rules, .as_of = as_of, .version = version, .task = task};
    gint64 there = find_subject(to, subject, &key);
    if (there)
        return there;
    g_autofree char *record = store_record_and_names(from, result, error);
    g_autoptr(GArray) shingles = record ? store_shingles(from, result, error) : NULL;
    if (!shingles || !store_facts(from, result, &facts, error))
        return 0;
    g_autoptr(GBytes) text = g_bytes_new_static(record, strlen(record));
    g_autoptr(GBytes) numbers =
        shingles->len ? g_bytes_new_static(shingles->data, shingles->len * sizeof(guint32)) : NULL;
    return add_result(to, subject, &key, &facts, text, numbers, error);
}

GArray *store_shingles(Store *store, gint64 result, GError **error)
{
    sqlite3_stmt *row = result_row(store, "SELECT record, shingles FROM results WHERE id=?", result, error);
    if (!row)
        return NULL;
    const void *record = sqlite3_column_blob(row, 0), *numbers = sqlite3_column_blob(row, 1);
    const gsize length = (gsize)sqlite3_column_bytes(row, 1);
    GArray *shingles = NULL;
    if (seal_fits_shingles(record, (gsize)sqlite3_column_bytes(row, 0), numbers, length))
        shingles = unpack_numbers(numbers, length);
    else
        store_is_damaged(store, error);
    statement_done(row);
    return shingles;
}

gboolean store_results_are_sealed(Store *store, GError **error)
{
    enum { RECORD = SEALED_COLUMNS };
    GError *cause = NULL;
    const char *columns[SEALED_COLUMNS];
    gboolean good = TRUE;
    g_autoptr(StoreCursor) rows =
        store_cursor_new(store,
                         "SELECT subject, rules, as_of, version, task, fleeting, sha256, outcome, verdict,"
                         " error, level, other_unit, unit, parent, profile, number, issued, title,"
                         " dictionary, record FROM results",
                         error);
    if (!rows)
        return FALSE;
    while (good && store_cursor_step(rows, &cause)) {
        for (guint i = 0; i < SEALED_COLUMNS; i++)
            columns[i] = (const char *)sqlite3_column_text(rows->statement, (int)i);
        const void *record = sqlite3_column_blob(rows->statement, RECORD);
        good = seal_fits_columns(record, (gsize)sqlite3_column_bytes(rows->statement, RECORD), columns);
    }
    if (cause)
        g_propagate_error(error, cause);
    return !cause && (good || store_is_damaged(store, error));
}
