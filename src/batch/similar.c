/* Bands in a table that SQLite sorts, candidates out of it, and each candidate compared exactly. */
#include "batch/similar.h"

#include <string.h>

#include "audit/shingles.h"
#include "batch/minhash.h"
#include "batch/store_private.h"
#include "batch/unit_names.h"

enum {
    SHINGLES_LEAST = 40, /* a shorter text says too little to be a copy */
    FAMILY = 9, /* in a bucket up to this size each is set beside each; beyond, beside the first and the
                   one before it */
};

/* How many earlier texts each is compared with: those that it meets most often. */
#define COMPARED "8"

static gboolean run_steps(Store *store, const char *const *steps, guint count, gint64 round, GError **error)
{
    for (guint i = 0; i < count; i++) {
        sqlite3_stmt *step = store_statement(store, steps[i], error);
        if (!step)
            return FALSE;
        if (sqlite3_bind_parameter_count(step) > 0)
            sqlite3_bind_int64(step, 1, round);
        if (!store_step(store, step, error))
            return FALSE;
    }
    return TRUE;
}

/* --- bands ---------------------------------------------------------------------------------------------- */

static gboolean prepare(Store *store, gint64 round, GError **error)
{
    return store_run(store,
                     "DROP TABLE IF EXISTS temp.texts; DROP TABLE IF EXISTS temp.bands;"
                     "DROP TABLE IF EXISTS temp.candidates;"
                     "CREATE TEMP TABLE texts(id INTEGER PRIMARY KEY, path BLOB, result INTEGER);"
                     "CREATE TEMP TABLE bands(band INTEGER, value INTEGER, text INTEGER);"
                     "CREATE TEMP TABLE candidates(other INTEGER, one INTEGER, bands INTEGER, PRIMARY "
                     "KEY(other, one))"
                     " WITHOUT ROWID;",
                     error) &&
           run_steps(store,
                     (const char *const[]){
                         "DELETE FROM pairs WHERE round=?",
                         "INSERT INTO texts(path, result) SELECT path, result FROM files JOIN results ON"
                         " results.id=result WHERE round=? AND state='judged' AND outcome='judged'"
                         " AND shingles IS NOT NULL ORDER BY path"},
                     2, round, error);
}

static gboolean add_bands(Store *store, gint64 text, const GArray *shingles, GError **error)
{
    guint32 numbers[MINHASH_NUMBERS];
    guint64 bands[MINHASH_BANDS];
    sqlite3_stmt *add = store_statement(store, "INSERT INTO bands VALUES(?,?,?)", error);
    gboolean good = add != NULL;

    minhash((const guint32 *)shingles->data, shingles->len, numbers);
    minhash_bands(numbers, bands);
    for (guint band = 0; good && band < MINHASH_BANDS; band++) {
        sqlite3_bind_int64(add, 1, band);
        sqlite3_bind_int64(add, 2, (gint64)bands[band]);
        sqlite3_bind_int64(add, 3, text);
        good = store_step(store, add, error);
    }
    return good;
}

static gboolean fill_bands(Store *store, GError **error)
{
    GError *cause = NULL;
    g_autoptr(StoreCursor) texts = store_cursor_new(store, "SELECT id, result FROM texts ORDER BY id", error);
    if (!texts)
        return FALSE;
    while (!cause && store_cursor_step(texts, &cause)) {
        g_autoptr(GArray) shingles = store_shingles(store, sqlite3_column_int64(texts->statement, 1), &cause);
        if (shingles && shingles->len >= SHINGLES_LEAST)
            add_bands(store, sqlite3_column_int64(texts->statement, 0), shingles, &cause);
    }
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

/* --- candidates ----------------------------------------------------------------------------------------- */

static gboolean add_candidate(Store *store, gint64 one, gint64 other, GError **error)
{
    sqlite3_stmt *add = store_statement(
        store, "INSERT INTO candidates VALUES(?,?,1) ON CONFLICT DO UPDATE SET bands=bands+1", error);
    if (!add)
        return FALSE;
    sqlite3_bind_int64(add, 1, other);
    sqlite3_bind_int64(add, 2, one);
    return store_step(store, add, error);
}

/* A text beside those that came before it in its bucket. */
static gboolean pair_up(Store *store, const GArray *bucket, gint64 text, GError **error)
{
    guint from = bucket->len >= FAMILY ? bucket->len - 1 : 0;
    if (from > 0 && !add_candidate(store, g_array_index(bucket, gint64, 0), text, error))
        return FALSE;
    for (guint i = from; i < bucket->len; i++)
        if (!add_candidate(store, g_array_index(bucket, gint64, i), text, error))
            return FALSE;
    return TRUE;
}

/* Keeps what pair_up() asks of a bucket: its first and its last ones. */
static void bucket_add(GArray *bucket, gint64 text)
{
    g_array_append_val(bucket, text);
    if (bucket->len > FAMILY)
        g_array_remove_index(bucket, 1);
}

static gboolean fill_candidates(Store *store, GError **error)
{
    GError *cause = NULL;
    g_autoptr(GArray) bucket = g_array_new(FALSE, FALSE, sizeof(gint64));
    gint64 last[2] = {-1, 0};
    g_autoptr(StoreCursor) bands =
        store_cursor_new(store, "SELECT band, value, text FROM bands ORDER BY 1, 2, 3", error);
    if (!bands)
        return FALSE;
    while (!cause && store_cursor_step(bands, &cause)) {
        gint64 place[2] = {sqlite3_column_int64(bands->statement, 0),
                           sqlite3_column_int64(bands->statement, 1)};
        gint64 text = sqlite3_column_int64(bands->statement, 2);
        if (place[0] != last[0] || place[1] != last[1])
            g_array_set_size(bucket, 0);
        memcpy(last, place, sizeof last);
        pair_up(store, bucket, text, &cause);
        bucket_add(bucket, text);
    }
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

/* --- what is known of a text ------------------------------------------------------------------------------
 */

/* Of one result, kept because texts of a family are compared with one another again and again. */
typedef struct {
    GArray *shingles;
    char *unit;        /* that the text is of; NULL when it tells none */
    GPtrArray *quotes; /* of char *: where the text was found to name another unit */
    GPtrArray *named;  /* of UnitWords *: the same as words */
} Known;

/* At most so many texts are kept, some 20 KiB each. */
#define KNOWN_MOST 1024

static void known_free(gpointer data)
{
    Known *known = data;
    if (known->shingles)
        g_array_unref(known->shingles);
    g_free(known->unit);
    g_ptr_array_unref(known->quotes);
    g_ptr_array_unref(known->named);
    g_free(known);
}

static void add_quote(Known *known, const char *quote)
{
    if (!quote)
        return;
    g_ptr_array_add(known->quotes, g_strdup(quote));
    g_ptr_array_add(known->named, unit_words_new(quote));
}

/* The quotes in which a text was found to name a unit that is not its own. */
static void add_quotes(Known *known, const json_t *record)
{
    size_t i, k;
    json_t *finding, *evidence;

    json_array_foreach(json_object_get(record, "findings"), i, finding)
    {
        const char *kind = json_string_value(json_object_get(finding, "kind"));
        if (g_strcmp0(kind, "other-unit") != 0)
            continue;
        json_array_foreach(json_object_get(finding, "evidence"), k, evidence)
            add_quote(known, json_string_value(json_object_get(evidence, "quote")));
    }
}

static gboolean learn_names(Store *store, gint64 result, Known *known, GError **error)
{
    GError *cause = NULL;
    g_auto(Facts) facts = {0};

    if (!store_facts(store, result, &facts, &cause)) {
        if (!cause)
            return TRUE;
        g_propagate_error(error, cause);
        return FALSE;
    }
    known->unit = g_strdup(facts.unit);
    json_t *record = facts.other_unit ? store_record_json(store, result, NULL, &cause) : NULL;
    add_quotes(known, record);
    json_decref(record);
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

/* Belongs to the table; NULL with an error. */
static const Known *know(Store *store, GHashTable *texts, gint64 result, GError **error)
{
    Known *known = g_hash_table_lookup(texts, &result);
    if (known)
        return known;
    known = g_new0(Known, 1);
    known->quotes = g_ptr_array_new_with_free_func(g_free);
    known->named = g_ptr_array_new_with_free_func((GDestroyNotify)unit_words_free);
    known->shingles = store_shingles(store, result, error);
    if (!known->shingles || !learn_names(store, result, known, error)) {
        known_free(known);
        return NULL;
    }
    g_hash_table_insert(texts, g_memdup2(&result, sizeof result), known);
    return known;
}

/* What one text still says of the unit of another; NULL when it says nothing. Belongs to in. */
static const char *leftover(const Known *in, const Known *of)
{
    g_autoptr(UnitWords) name = in->named->len && of->unit ? unit_words_new(of->unit) : NULL;
    for (guint i = 0; name && i < in->named->len; i++)
        if (unit_named_in(name, in->named->pdata[i]) != LIKENESS_NONE)
            return in->quotes->pdata[i];
    return NULL;
}

/* --- pairs ---------------------------------------------------------------------------------------------- */

typedef struct {
    const char *one, *other; /* paths */
    gdouble share;
    const char *in_one, *in_other;
} Pair;

static gboolean put_pair(Store *store, gint64 round, const Pair *pair, GError **error)
{
    sqlite3_stmt *put = store_statement(store, "INSERT INTO pairs VALUES(?,?,?,?,?,?)", error);

    if (!put)
        return FALSE;
    sqlite3_bind_int64(put, 1, round);
    bind_path(put, 2, pair->one);
    bind_path(put, 3, pair->other);
    sqlite3_bind_double(put, 4, pair->share);
    bind_text(put, 5, pair->in_one);
    bind_text(put, 6, pair->in_other);
    return store_step(store, put, error);
}

static gboolean compare_two(Store *store, gint64 round, GHashTable *texts, sqlite3_stmt *row, GError **error)
{
    if (g_hash_table_size(texts) >= KNOWN_MOST)
        g_hash_table_remove_all(texts);
    const Known *one = know(store, texts, sqlite3_column_int64(row, 2), error);
    const Known *other = one ? know(store, texts, sqlite3_column_int64(row, 3), error) : NULL;
    if (!other)
        return FALSE;
    gdouble share = shingles_share((const guint32 *)one->shingles->data, one->shingles->len,
                                   (const guint32 *)other->shingles->data, other->shingles->len);
    if (share < SIMILAR_LEAST)
        return TRUE;
    g_autofree char *path = column_path(row, 0), *other_path = column_path(row, 1);
    return put_pair(store, round,
                    &(Pair){path, other_path, share, leftover(one, other), leftover(other, one)}, error);
}

static gboolean compare_candidates(Store *store, gint64 round, GError **error)
{
    GError *cause = NULL;
    g_autoptr(GHashTable) texts = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, known_free);
    g_autoptr(StoreCursor) candidates = store_cursor_new(
        store,
        "SELECT a.path, b.path, a.result, b.result FROM (SELECT one, other, row_number() OVER"
        "  (PARTITION BY other ORDER BY bands DESC, one) AS place FROM candidates)"
        " JOIN texts AS a ON a.id=one JOIN texts AS b ON b.id=other WHERE place<=" COMPARED
        " ORDER BY other, one",
        error);
    if (!candidates)
        return FALSE;
    while (!cause && store_cursor_step(candidates, &cause))
        compare_two(store, round, texts, candidates->statement, &cause);
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

gboolean similar_find(Store *store, gint64 round, GError **error)
{
    return prepare(store, round, error) && fill_bands(store, error) && fill_candidates(store, error) &&
           compare_candidates(store, round, error) &&
           store_run(store, "DELETE FROM temp.bands; DELETE FROM temp.candidates; DELETE FROM temp.texts",
                     error);
}
