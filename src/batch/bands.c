/* Pieces of a band, each a row, filled side by side and read one band after the other. */
#include "batch/bands.h"

#include "batch/store_private.h"

enum { PIECE = 1024 /* texts */ };

typedef struct {
    gint64 value;
    guint32 text;
    guint32 unused; /* 0: what is written is no chance */
} Entry;

struct Bands {
    Store *store;
    GArray *pieces[MINHASH_BANDS]; /* of Entry: what is not written yet */
    guint written;                 /* pieces of each band */
};

Bands *bands_new(Store *store, GError **error)
{
    if (!store_run(
            store,
            "DROP TABLE IF EXISTS temp.bands;"
            "CREATE TEMP TABLE bands(band INTEGER, piece INTEGER, entries BLOB, PRIMARY KEY(band, piece))"
            " WITHOUT ROWID;",
            error))
        return NULL;
    Bands *bands = g_new0(Bands, 1);
    bands->store = store;
    for (guint band = 0; band < MINHASH_BANDS; band++)
        bands->pieces[band] = g_array_sized_new(FALSE, FALSE, sizeof(Entry), PIECE);
    return bands;
}

void bands_free(Bands *bands)
{
    if (!bands)
        return;
    for (guint band = 0; band < MINHASH_BANDS; band++)
        g_array_unref(bands->pieces[band]);
    store_run(bands->store, "DROP TABLE IF EXISTS temp.bands", NULL);
    g_free(bands);
}

static gboolean write_piece(Bands *bands, guint band, GError **error)
{
    GArray *piece = bands->pieces[band];
    sqlite3_stmt *add = store_statement(bands->store, "INSERT INTO bands VALUES(?,?,?)", error);
    if (!add)
        return FALSE;
    sqlite3_bind_int64(add, 1, band);
    sqlite3_bind_int64(add, 2, bands->written);
    bind_bytes(add, 3, piece->data, piece->len * sizeof(Entry));
    gboolean good = store_step(bands->store, add, error);
    g_array_set_size(piece, 0);
    return good;
}

static gboolean write_pieces(Bands *bands, GError **error)
{
    gboolean good = TRUE;
    for (guint band = 0; good && band < MINHASH_BANDS; band++)
        good = write_piece(bands, band, error);
    bands->written++;
    return good;
}

gboolean bands_add(Bands *bands, guint32 text, const guint64 values[MINHASH_BANDS], GError **error)
{
    for (guint band = 0; band < MINHASH_BANDS; band++) {
        Entry entry = {.value = (gint64)values[band], .text = text};
        g_array_append_val(bands->pieces[band], entry);
    }
    return bands->pieces[0]->len < PIECE || write_pieces(bands, error);
}

/* --- reading -------------------------------------------------------------------------------------------- */

static gint by_value(gconstpointer a, gconstpointer b)
{
    const Entry *one = a, *other = b;
    if (one->value != other->value)
        return one->value < other->value ? -1 : 1;
    return (one->text > other->text) - (one->text < other->text);
}

static gboolean read_band(Bands *bands, guint band, GArray *entries, GError **error)
{
    int code;
    sqlite3_stmt *row =
        store_statement(bands->store, "SELECT entries FROM bands WHERE band=? ORDER BY piece", error);
    if (!row)
        return FALSE;
    g_array_set_size(entries, 0);
    sqlite3_bind_int64(row, 1, band);
    while ((code = sqlite3_step(row)) == SQLITE_ROW) {
        const void *piece = sqlite3_column_blob(row, 0);
        if (piece)
            g_array_append_vals(entries, piece, (guint)sqlite3_column_bytes(row, 0) / sizeof(Entry));
    }
    gboolean good = code == SQLITE_DONE || store_fail(bands->store, error);
    statement_done(row);
    g_array_sort(entries, by_value);
    return good;
}

gboolean bands_each(Bands *bands, BandsVisit visit, gpointer data, GError **error)
{
    gboolean good = bands->pieces[0]->len == 0 || write_pieces(bands, error);
    g_autoptr(GArray) entries = g_array_sized_new(FALSE, FALSE, sizeof(Entry), bands->written * PIECE);

    for (guint band = 0; good && band < MINHASH_BANDS; band++) {
        good = read_band(bands, band, entries, error);
        for (guint i = 0; good && i < entries->len; i++) {
            const Entry *entry = &g_array_index(entries, Entry, i);
            good = visit(entry->text, i == 0 || entry[-1].value != entry->value, data, error);
        }
    }
    return good;
}
