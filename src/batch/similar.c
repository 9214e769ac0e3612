/* Bands, candidates out of their buckets, each candidate compared exactly; then once more through the bands
 * for families that were not brought together by that. What is met in no order (buckets, candidates, pairs)
 * is written down and sorted, never looked up where it falls: a look-up in a table that no cache holds costs
 * the more the more texts there are. */
#include "batch/similar.h"

#include <string.h>

#include "audit/shingles.h"
#include "batch/bands.h"
#include "batch/groups.h"
#include "batch/known_texts.h"
#include "batch/meetings.h"
#include "batch/minhash.h"
#include "batch/store_private.h"

enum {
    SHINGLES_LEAST = 40, /* a shorter text says too little to be a copy */
    FAMILY = 9,      /* in a bucket up to this size each is set beside each; beyond, beside the first and the
                        one before it */
    COMPARED = 8,    /* earlier texts that each is compared with: those that it meets most often */
    KEPT = 32,       /* of a bucket, when families are brought together: those met last */
    KEPT_OF_ONE = 4, /* of them, of one family */
};

/* Numbers in common from which on two texts are worth an exact comparison: at the least share that makes a
 * pair, 99.9 of 100 have more. */
#define PROMISING (MINHASH_NUMBERS * 45 / 100)

/* What the search goes by. Texts are numbered by path. */
typedef struct {
    Store *store;
    gint64 round;
    Bands *bands;
    Meetings *meetings;
    KnownTexts *known;
    Groups families;
    GArray *bucket; /* that is gone through: of guint32, or of Met */
} Search;

static void search_clear(Search *search)
{
    bands_free(search->bands);
    meetings_free(search->meetings);
    known_texts_free(search->known);
    groups_clear(&search->families);
    g_clear_pointer(&search->bucket, g_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Search, search_clear)

/* --- texts ---------------------------------------------------------------------------------------------- */

/* unit: as the roster calls it. apart: texts that were compared and are no pair. */
static const char make_tables[] =
    "DROP TABLE IF EXISTS temp.texts; DROP TABLE IF EXISTS temp.sketches; DROP TABLE IF EXISTS temp.alike;"
    "DROP TABLE IF EXISTS temp.apart;"
    "CREATE TEMP TABLE texts(id INTEGER PRIMARY KEY, path BLOB, result INTEGER, unit TEXT);"
    "CREATE TEMP TABLE sketches(text INTEGER PRIMARY KEY, numbers BLOB);"
    "CREATE TEMP TABLE alike(one INTEGER, other INTEGER, share REAL, in_one TEXT, in_other TEXT);"
    "CREATE TEMP TABLE apart(other INTEGER, one INTEGER, PRIMARY KEY(other, one)) WITHOUT ROWID;";

static const char clear_tables[] =
    "DELETE FROM temp.texts; DELETE FROM temp.sketches; DELETE FROM temp.alike; DELETE FROM temp.apart";

static gboolean list_texts(const Search *search, GError **error)
{
    return store_run(search->store, make_tables, error) &&
           store_step_for_round(search->store, search->round, "DELETE FROM pairs WHERE round=?", error) &&
           store_step_for_round(
               search->store, search->round,
               "INSERT INTO texts(path, result, unit) SELECT path, result, (SELECT name FROM units WHERE"
               " units.round=files.round AND key=files.unit AND line>0) FROM files JOIN results ON"
               " results.id=result WHERE round=? AND state='judged' AND outcome='judged'"
               " AND shingles IS NOT NULL ORDER BY path",
               error);
}

static gint64 result_of(guint32 text, char **unit, gpointer data, GError **error)
{
    Search *search = data;
    sqlite3_stmt *find = store_statement(search->store, "SELECT result, unit FROM texts WHERE id=?", error);
    if (!find)
        return 0;
    sqlite3_bind_int64(find, 1, text);
    gint64 result = sqlite3_step(find) == SQLITE_ROW ? sqlite3_column_int64(find, 0) : 0;
    if (result)
        *unit = column_text(find, 1);
    else
        store_fail(search->store, error);
    statement_done(find);
    return result;
}

/* --- sketches ------------------------------------------------------------------------------------------- */

static gboolean keep_numbers(const Search *search, guint32 text, const guint32 *numbers, GError **error)
{
    sqlite3_stmt *keep = store_statement(search->store, "INSERT INTO sketches VALUES(?,?)", error);
    if (!keep)
        return FALSE;
    sqlite3_bind_int64(keep, 1, text);
    bind_bytes(keep, 2, numbers, MINHASH_NUMBERS * sizeof *numbers);
    return store_step(search->store, keep, error);
}

static gboolean add_sketch(Search *search, guint32 text, const GArray *shingles, GError **error)
{
    guint32 numbers[MINHASH_NUMBERS];
    guint64 bands[MINHASH_BANDS];

    minhash((const guint32 *)shingles->data, shingles->len, numbers);
    minhash_bands(numbers, bands);
    return keep_numbers(search, text, numbers, error) && bands_add(search->bands, text, bands, error);
}

static gboolean add_sketches(Search *search, GError **error)
{
    GError *cause = NULL;
    g_autoptr(StoreCursor) texts =
        store_cursor_new(search->store, "SELECT id, result FROM texts ORDER BY id", error);
    if (!texts)
        return FALSE;
    while (!cause && store_cursor_step(texts, &cause)) {
        g_autoptr(GArray) shingles =
            store_shingles(search->store, sqlite3_column_int64(texts->statement, 1), &cause);
        if (shingles && shingles->len >= SHINGLES_LEAST)
            add_sketch(search, (guint32)sqlite3_column_int64(texts->statement, 0), shingles, &cause);
    }
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

/* --- candidates ----------------------------------------------------------------------------------------- */

/* Keeps what pair_up() asks of a bucket: its first and its last ones. */
static void bucket_add(GArray *bucket, guint32 text)
{
    g_array_append_val(bucket, text);
    if (bucket->len > FAMILY)
        g_array_remove_index(bucket, 1);
}

/* A text beside those that came before it in its bucket. */
static gboolean pair_up(guint32 text, gboolean begins, gpointer data, GError **error)
{
    Search *search = data;
    GArray *bucket = search->bucket;
    gboolean good = TRUE;

    if (begins)
        g_array_set_size(bucket, 0);
    guint from = bucket->len >= FAMILY ? bucket->len - 1 : 0;
    if (from > 0)
        good = meetings_add(search->meetings, text, g_array_index(bucket, guint32, 0), error);
    for (guint i = from; good && i < bucket->len; i++)
        good = meetings_add(search->meetings, text, g_array_index(bucket, guint32, i), error);
    bucket_add(bucket, text);
    return good;
}

/* --- pairs ---------------------------------------------------------------------------------------------- */

typedef struct {
    guint32 one, other;
    gdouble share;
    const char *in_one, *in_other;
} Alike;

static gboolean put_alike(const Search *search, const Alike *pair, GError **error)
{
    sqlite3_stmt *put = store_statement(search->store, "INSERT INTO alike VALUES(?,?,?,?,?)", error);
    if (!put)
        return FALSE;
    sqlite3_bind_int64(put, 1, pair->one);
    sqlite3_bind_int64(put, 2, pair->other);
    sqlite3_bind_double(put, 3, pair->share);
    bind_text(put, 4, pair->in_one);
    bind_text(put, 5, pair->in_other);
    return store_step(search->store, put, error);
}

/* Says that two texts are no pair; *news: that was not known. */
static gboolean put_apart(const Search *search, guint32 one, guint32 other, gboolean *news, GError **error)
{
    sqlite3_stmt *put = store_statement(search->store, "INSERT OR IGNORE INTO apart VALUES(?,?)", error);
    if (!put)
        return FALSE;
    sqlite3_bind_int64(put, 1, other);
    sqlite3_bind_int64(put, 2, one);
    if (!store_step(search->store, put, error))
        return FALSE;
    *news = sqlite3_changes(search->store->database) > 0;
    return TRUE;
}

static gboolean compare_two(Search *search, guint32 one, guint32 other, gboolean *alike, GError **error)
{
    const KnownText *two[2];
    if (!known_texts_two(search->known, one, other, two, error))
        return FALSE;
    gdouble share = shingles_share((const guint32 *)two[0]->shingles->data, two[0]->shingles->len,
                                   (const guint32 *)two[1]->shingles->data, two[1]->shingles->len);
    *alike = share >= SIMILAR_LEAST;
    if (!*alike)
        return TRUE;
    groups_join(&search->families, one, other);
    g_autofree char *in_one = known_text_leftover(two[0], two[1]);
    g_autofree char *in_other = known_text_leftover(two[1], two[0]);
    return put_alike(search, &(Alike){one, other, share, in_one, in_other}, error);
}

static gboolean compare_candidate(guint32 text, guint32 earlier, gpointer data, GError **error)
{
    gboolean alike, news;
    return compare_two(data, earlier, text, &alike, error) &&
           (alike || put_apart(data, earlier, text, &news, error));
}

/* In the order in which the store keeps them. */
static gboolean put_pairs(const Search *search, GError **error)
{
    return store_step_for_round(search->store, search->round,
                                "INSERT INTO pairs SELECT ?, a.path, b.path, share, in_one, in_other FROM"
                                " (SELECT * FROM alike ORDER BY one, other LIMIT -1) AS sorted"
                                " CROSS JOIN texts AS a ON a.id=one CROSS JOIN texts AS b ON b.id=other",
                                error);
}

/* --- families ------------------------------------------------------------------------------------------- */

/* A text in a bucket. */
typedef struct {
    guint32 text;
    gboolean read; /* the numbers are */
    guint32 numbers[MINHASH_NUMBERS];
} Met;

/* Numbers are asked for where two families meet, which is seldom. */
static gboolean read_numbers(const Search *search, Met *met, GError **error)
{
    if (met->read)
        return TRUE;
    sqlite3_stmt *row = store_statement(search->store, "SELECT numbers FROM sketches WHERE text=?", error);
    if (!row)
        return FALSE;
    sqlite3_bind_int64(row, 1, met->text);
    met->read = sqlite3_step(row) == SQLITE_ROW && sqlite3_column_bytes(row, 0) == (int)sizeof met->numbers;
    if (met->read)
        memcpy(met->numbers, sqlite3_column_blob(row, 0), sizeof met->numbers);
    else
        store_fail(search->store, error);
    statement_done(row);
    return met->read;
}

static guint in_common(const Met *one, const Met *other)
{
    guint same = 0;
    for (guint i = 0; i < MINHASH_NUMBERS; i++)
        same += one->numbers[i] == other->numbers[i];
    return same;
}

/* Two texts of different families, the earlier first, compared if that is worth it and was not done. */
static gboolean try_two(Search *search, Met *one, Met *other, GError **error)
{
    gboolean alike, news = FALSE;
    if (!read_numbers(search, one, error) || !read_numbers(search, other, error))
        return FALSE;
    if (in_common(one, other) < PROMISING)
        return TRUE;
    return put_apart(search, one->text, other->text, &news, error) &&
           (!news || compare_two(search, one->text, other->text, &alike, error));
}

/* A text beside those of its bucket that are of another family, and kept for those to come. */
static gboolean meet(guint32 text, gboolean begins, gpointer data, GError **error)
{
    Search *search = data;
    GArray *bucket = search->bucket;
    Groups *families = &search->families;
    Met met = {.text = text};
    guint own = 0;

    if (begins)
        g_array_set_size(bucket, 0);
    for (guint i = 0; i < bucket->len; i++) {
        Met *earlier = &g_array_index(bucket, Met, i);
        if (groups_of(families, earlier->text) != groups_of(families, text) &&
            !try_two(search, earlier, &met, error))
            return FALSE;
        own += groups_of(families, earlier->text) == groups_of(families, text);
    }
    if (own >= KEPT_OF_ONE)
        return TRUE;
    if (bucket->len == KEPT)
        g_array_remove_index(bucket, 0);
    g_array_append_val(bucket, met);
    return TRUE;
}

/* Goes through the bands with the bucket at hand, of entries of a size. */
static gboolean each_in_buckets(Search *search, BandsVisit visit, guint size, GError **error)
{
    search->bucket = g_array_new(FALSE, FALSE, size);
    gboolean good = bands_each(search->bands, visit, search, error);
    g_clear_pointer(&search->bucket, g_array_unref);
    return good;
}

/* --- the search ----------------------------------------------------------------------------------------- */

static gboolean begin(Search *search, GError **error)
{
    sqlite3_stmt *count =
        list_texts(search, error) ? store_statement(search->store, "SELECT max(id) FROM texts", error) : NULL;
    if (!count)
        return FALSE;
    guint32 last = (guint32)store_number(count, 0);
    groups_init(&search->families, last + 1);
    search->known = known_texts_new(search->store, result_of, search);
    search->bands = bands_new(search->store, error);
    search->meetings = search->bands ? meetings_new(search->store, last, error) : NULL;
    return search->meetings != NULL;
}

gboolean similar_find(Store *store, gint64 round, GError **error)
{
    g_auto(Search) search = {.store = store, .round = round};
    return begin(&search, error) && add_sketches(&search, error) &&
           each_in_buckets(&search, pair_up, sizeof(guint32), error) &&
           meetings_each(search.meetings, COMPARED, compare_candidate, &search, error) &&
           each_in_buckets(&search, meet, sizeof(Met), error) && put_pairs(&search, error) &&
           store_run(store, clear_tables, error);
}
