/* A list a band, sorted when it is read. */
#include "batch/bands.h"

#include "batch/disk_lists.h"

typedef struct {
    gint64 value;
    guint32 text;
    guint32 unused; /* 0: what is written is no chance */
} Entry;

struct Bands {
    DiskLists *lists; /* by band; of Entry */
};

Bands *bands_new(Store *store, GError **error)
{
    DiskLists *lists = disk_lists_new(store, 'b', MINHASH_BANDS, sizeof(Entry), error);
    if (!lists)
        return NULL;
    Bands *bands = g_new0(Bands, 1);
    bands->lists = lists;
    return bands;
}

void bands_free(Bands *bands)
{
    if (!bands)
        return;
    disk_lists_free(bands->lists);
    g_free(bands);
}

gboolean bands_add(Bands *bands, guint32 text, const guint64 values[MINHASH_BANDS], GError **error)
{
    gboolean good = TRUE;
    for (guint band = 0; good && band < MINHASH_BANDS; band++) {
        Entry entry = {.value = (gint64)values[band], .text = text};
        good = disk_lists_add(bands->lists, band, &entry, error);
    }
    return good;
}

static gint by_value(gconstpointer a, gconstpointer b)
{
    const Entry *one = a, *other = b;
    if (one->value != other->value)
        return one->value < other->value ? -1 : 1;
    return (one->text > other->text) - (one->text < other->text);
}

gboolean bands_each(Bands *bands, BandsVisit visit, gpointer data, GError **error)
{
    g_autoptr(GArray) entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    gboolean good = TRUE;

    for (guint band = 0; good && band < MINHASH_BANDS; band++) {
        good = disk_lists_read(bands->lists, band, entries, error);
        g_array_sort(entries, by_value);
        for (guint i = 0; good && i < entries->len; i++) {
            const Entry *entry = &g_array_index(entries, Entry, i);
            good = visit(entry->text, i == 0 || entry[-1].value != entry->value, data, error);
        }
    }
    return good;
}
