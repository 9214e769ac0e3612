/* Bands in a table that SQLite sorts, candidates out of it, each candidate compared exactly; then once more
 * through the bands for families that were not brought together by that. */
#include "batch/similar.h"

#include <string.h>

#include "audit/shingles.h"
#include "batch/groups.h"
#include "batch/minhash.h"
#include "batch/store_private.h"
#include "batch/unit_names.h"

enum {
    SHINGLES_LEAST = 40, /* a shorter text says too little to be a copy */
    FAMILY = 9,      /* in a bucket up to this size each is set beside each; beyond, beside the first and the
                        one before it */
    KEPT = 32,       /* of a bucket, when families are brought together: those met last */
    KEPT_OF_ONE = 4, /* of them, of one family */
};

/* Numbers in common from which on two texts are worth an exact comparison: at the least share that makes a
 * pair, 99.9 of 100 have more. */
#define PROMISING (MINHASH_NUMBERS * 45 / 100)

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
    return store_run(
               store,
               "DROP TABLE IF EXISTS temp.texts; DROP TABLE IF EXISTS temp.bands;"
               "DROP TABLE IF EXISTS temp.candidates;"
               "CREATE TEMP TABLE texts(id INTEGER PRIMARY KEY, path BLOB, result INTEGER, numbers BLOB);"
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

static gboolean keep_numbers(Store *store, gint64 text, const guint32 *numbers, GError **error)
{
    sqlite3_stmt *keep = store_statement(store, "UPDATE texts SET numbers=? WHERE id=?", error);
    if (!keep)
        return FALSE;
    bind_bytes(keep, 1, numbers, MINHASH_NUMBERS * sizeof *numbers);
    sqlite3_bind_int64(keep, 2, text);
    return store_step(store, keep, error);
}

static gboolean add_bands(Store *store, gint64 text, const GArray *shingles, GError **error)
{
    guint32 numbers[MINHASH_NUMBERS];
    guint64 bands[MINHASH_BANDS];
    sqlite3_stmt *add = store_statement(store, "INSERT INTO bands VALUES(?,?,?)", error);

    minhash((const guint32 *)shingles->data, shingles->len, numbers);
    minhash_bands(numbers, bands);
    gboolean good = add && keep_numbers(store, text, numbers, error);
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

#define BANDS_IN_ORDER "SELECT band, value, text FROM bands ORDER BY 1, 2, 3"

/* TRUE when a row of these begins another bucket than the last one. */
static gboolean next_bucket(sqlite3_stmt *row, gint64 last[2])
{
    gint64 place[2] = {sqlite3_column_int64(row, 0), sqlite3_column_int64(row, 1)};
    gboolean other = place[0] != last[0] || place[1] != last[1];
    memcpy(last, place, sizeof place);
    return other;
}

static gboolean fill_candidates(Store *store, GError **error)
{
    GError *cause = NULL;
    g_autoptr(GArray) bucket = g_array_new(FALSE, FALSE, sizeof(gint64));
    gint64 last[2] = {-1, 0};
    g_autoptr(StoreCursor) bands = store_cursor_new(store, BANDS_IN_ORDER, error);
    if (!bands)
        return FALSE;
    while (!cause && store_cursor_step(bands, &cause)) {
        gint64 text = sqlite3_column_int64(bands->statement, 2);
        if (next_bucket(bands->statement, last))
            g_array_set_size(bucket, 0);
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

/* How the finding begins in a record that report/json.c wrote; no text in one holds it, for there quotes are
 * escaped. Parsing the whole record would take ten times as long as reading it. */
#define OTHER_UNIT "{\"rule\":\"consistency-other-unit\","

/* The quotes in which a text was found to name a unit that is not its own. */
static void add_quotes(Known *known, const char *record)
{
    size_t i;
    json_t *evidence;

    for (const char *at = strstr(record, OTHER_UNIT); at; at = strstr(at + 1, OTHER_UNIT)) {
        json_t *finding = json_loads(at, JSON_DISABLE_EOF_CHECK, NULL);
        json_array_foreach(json_object_get(finding, "evidence"), i, evidence)
            add_quote(known, json_string_value(json_object_get(evidence, "quote")));
        json_decref(finding);
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
    g_autofree char *record = facts.other_unit ? store_record(store, result, &cause) : NULL;
    if (record)
        add_quotes(known, record);
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

/* Texts by result, those that were asked for since the table was last full, and those from before. */
typedef struct {
    GHashTable *now, *before; /* result → Known */
} KnownTexts;

static GHashTable *known_table(void)
{
    return g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, known_free);
}

/* Room for two more; what was not asked for lately is forgotten. */
static void known_make_room(KnownTexts *texts)
{
    if (g_hash_table_size(texts->now) + 2 <= KNOWN_MOST / 2)
        return;
    g_hash_table_unref(texts->before);
    texts->before = texts->now;
    texts->now = known_table();
}

/* Belongs to the tables until there is made room; NULL with an error. */
static const Known *know(Store *store, KnownTexts *texts, gint64 result, GError **error)
{
    Known *known = g_hash_table_lookup(texts->now, &result);
    gpointer key, kept;
    if (known)
        return known;
    if (g_hash_table_steal_extended(texts->before, &result, &key, &kept)) {
        g_hash_table_insert(texts->now, key, kept);
        return kept;
    }
    known = g_new0(Known, 1);
    known->quotes = g_ptr_array_new_with_free_func(g_free);
    known->named = g_ptr_array_new_with_free_func((GDestroyNotify)unit_words_free);
    known->shingles = store_shingles(store, result, error);
    if (!known->shingles || !learn_names(store, result, known, error)) {
        known_free(known);
        return NULL;
    }
    g_hash_table_insert(texts->now, g_memdup2(&result, sizeof result), known);
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

/* What comparing goes by from one pair to the next. */
typedef struct {
    Store *store;
    gint64 round;
    KnownTexts texts;
    Groups families; /* of texts, by id */
} Comparison;

/* row: ids, paths and results of two texts. */
static gboolean compare_two(Comparison *comparison, sqlite3_stmt *row, GError **error)
{
    known_make_room(&comparison->texts);
    const Known *one = know(comparison->store, &comparison->texts, sqlite3_column_int64(row, 4), error);
    const Known *other =
        one ? know(comparison->store, &comparison->texts, sqlite3_column_int64(row, 5), error) : NULL;
    if (!other)
        return FALSE;
    gdouble share = shingles_share((const guint32 *)one->shingles->data, one->shingles->len,
                                   (const guint32 *)other->shingles->data, other->shingles->len);
    if (share < SIMILAR_LEAST)
        return TRUE;
    groups_join(&comparison->families, (guint32)sqlite3_column_int64(row, 0),
                (guint32)sqlite3_column_int64(row, 1));
    g_autofree char *path = column_path(row, 2), *other_path = column_path(row, 3);
    return put_pair(comparison->store, comparison->round,
                    &(Pair){path, other_path, share, leftover(one, other), leftover(other, one)}, error);
}

#define TWO_TEXTS "SELECT a.id, b.id, a.path, b.path, a.result, b.result FROM "

static gboolean compare_candidates(Comparison *comparison, GError **error)
{
    GError *cause = NULL;
    g_autoptr(StoreCursor) candidates = store_cursor_new(
        comparison->store,
        TWO_TEXTS "(SELECT one, other, row_number() OVER"
                  "  (PARTITION BY other ORDER BY bands DESC, one) AS place FROM candidates)"
                  " JOIN texts AS a ON a.id=one JOIN texts AS b ON b.id=other WHERE place<=" COMPARED
                  " ORDER BY other, one",
        error);
    if (!candidates)
        return FALSE;
    while (!cause && store_cursor_step(candidates, &cause))
        compare_two(comparison, candidates->statement, &cause);
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

/* --- families ------------------------------------------------------------------------------------------- */

/* A text in a bucket. */
typedef struct {
    guint32 text;
    guint32 numbers[MINHASH_NUMBERS];
} Met;

static guint in_common(const Met *one, const Met *other)
{
    guint same = 0;
    for (guint i = 0; i < MINHASH_NUMBERS; i++)
        same += one->numbers[i] == other->numbers[i];
    return same;
}

/* Two texts that may bring their families together, the earlier first, unless that was tried. */
static gboolean try_two(Comparison *comparison, guint32 one, guint32 other, GError **error)
{
    sqlite3_stmt *tried =
        store_statement(comparison->store, "INSERT OR IGNORE INTO candidates VALUES(?,?,-1)", error);
    sqlite3_stmt *two =
        tried ? store_statement(comparison->store,
                                TWO_TEXTS "texts AS a JOIN texts AS b WHERE a.id=? AND b.id=?", error)
              : NULL;
    if (!two)
        return FALSE;
    sqlite3_bind_int64(tried, 1, other);
    sqlite3_bind_int64(tried, 2, one);
    if (!store_step(comparison->store, tried, error))
        return FALSE;
    if (sqlite3_changes(comparison->store->database) == 0)
        return TRUE;
    sqlite3_bind_int64(two, 1, one);
    sqlite3_bind_int64(two, 2, other);
    gboolean good = sqlite3_step(two) == SQLITE_ROW ? compare_two(comparison, two, error)
                                                    : store_fail(comparison->store, error);
    statement_done(two);
    return good;
}

/* A text beside those of its bucket that are of another family, and kept for those to come. */
static gboolean meet(Comparison *comparison, GArray *bucket, const Met *met, GError **error)
{
    Groups *families = &comparison->families;
    guint own = 0;
    for (guint i = 0; i < bucket->len; i++) {
        const Met *earlier = &g_array_index(bucket, Met, i);
        if (groups_of(families, earlier->text) != groups_of(families, met->text) &&
            in_common(earlier, met) >= PROMISING && !try_two(comparison, earlier->text, met->text, error))
            return FALSE;
        own += groups_of(families, earlier->text) == groups_of(families, met->text);
    }
    if (own >= KEPT_OF_ONE)
        return TRUE;
    if (bucket->len == KEPT)
        g_array_remove_index(bucket, 0);
    g_array_append_vals(bucket, met, 1);
    return TRUE;
}

/* What was compared is not compared again; what was only met may be. */
static gboolean forget_untried(Store *store, GError **error)
{
    return store_run(store,
                     "DELETE FROM temp.candidates WHERE (other, one) IN (SELECT other, one FROM"
                     " (SELECT other, one, row_number() OVER (PARTITION BY other ORDER BY bands DESC, one)"
                     "  AS place FROM temp.candidates) WHERE place>" COMPARED ")",
                     error);
}

static gboolean read_met(Store *store, gint64 text, Met *met, GError **error)
{
    sqlite3_stmt *row = store_statement(store, "SELECT numbers FROM texts WHERE id=?", error);
    if (!row)
        return FALSE;
    sqlite3_bind_int64(row, 1, text);
    gboolean good =
        sqlite3_step(row) == SQLITE_ROW && sqlite3_column_bytes(row, 0) == (int)sizeof met->numbers;
    met->text = (guint32)text;
    if (good)
        memcpy(met->numbers, sqlite3_column_blob(row, 0), sizeof met->numbers);
    else
        store_fail(store, error);
    statement_done(row);
    return good;
}

static gboolean join_families(Comparison *comparison, GError **error)
{
    GError *cause = NULL;
    Met met;
    g_autoptr(GArray) bucket = g_array_new(FALSE, FALSE, sizeof(Met));
    gint64 last[2] = {-1, 0};
    g_autoptr(StoreCursor) bands = NULL;

    if (!forget_untried(comparison->store, error))
        return FALSE;
    bands = store_cursor_new(comparison->store, BANDS_IN_ORDER, error);
    if (!bands)
        return FALSE;
    while (!cause && store_cursor_step(bands, &cause)) {
        if (next_bucket(bands->statement, last))
            g_array_set_size(bucket, 0);
        if (read_met(comparison->store, sqlite3_column_int64(bands->statement, 2), &met, &cause))
            meet(comparison, bucket, &met, &cause);
    }
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

static gboolean compare_all(Store *store, gint64 round, GError **error)
{
    sqlite3_stmt *count = store_statement(store, "SELECT max(id) FROM texts", error);
    if (!count)
        return FALSE;
    Comparison comparison = {.store = store, .round = round, .texts = {known_table(), known_table()}};
    groups_init(&comparison.families, (guint)store_number(count, 0) + 1);
    gboolean good = compare_candidates(&comparison, error) && join_families(&comparison, error);
    groups_clear(&comparison.families);
    g_hash_table_unref(comparison.texts.now);
    g_hash_table_unref(comparison.texts.before);
    return good;
}

gboolean similar_find(Store *store, gint64 round, GError **error)
{
    return prepare(store, round, error) && fill_bands(store, error) && fill_candidates(store, error) &&
           compare_all(store, round, error) &&
           store_run(store, "DELETE FROM temp.bands; DELETE FROM temp.candidates; DELETE FROM temp.texts",
                     error);
}
