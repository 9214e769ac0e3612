/* How the search of copies grows in the kinds of district that cost it most, which the folders of scale.py
 * are not: texts made as sets of shingles, without documents.
 *
 *     copies [NUMBER…]          default: 1000 10000
 *
 * For each kind and number: the milliseconds of the processor that a text costs, and the pairs that are
 * found. The stores are made in $TMPDIR and removed. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "../judged_text.h"
#include "audit/shingles.h"
#include "batch/similar.h"

enum { SHINGLES = 2700 }; /* of a regulation of 12 pages */

/* A tenth of each text is its own. Of the rest, so much is the law's, which all have, and what is left is its
 * family's. */
typedef struct {
    const char *name;
    guint families; /* 0: each text is one */
    guint law;      /* parts of a hundred */
} Kind;

static const Kind kinds[] = {
    {"all copies of one text", 1, 45},
    {"no copies, but of the law", 0, 45},
    {"two families, nearly one", 2, 78},
};

/* A number of SHINGLE_BITS that depends on three others (the finaliser of splitmix64, G. Steele et al.,
 * 2014). */
static guint32 drawn(guint64 a, guint64 b, guint64 c)
{
    guint64 value = (a * 1000003 + b) * 1000003 + c;
    value = (value ^ (value >> 30)) * G_GUINT64_CONSTANT(0xbf58476d1ce4e5b9);
    value = (value ^ (value >> 27)) * G_GUINT64_CONSTANT(0x94d049bb133111eb);
    return (guint32)((value ^ (value >> 31)) >> (64 - SHINGLE_BITS));
}

static gint by_value(gconstpointer a, gconstpointer b)
{
    guint32 one = *(const guint32 *)a, other = *(const guint32 *)b;
    return (one > other) - (one < other);
}

/* Rising, each once. */
static GArray *shingles_of(const Kind *kind, guint text)
{
    enum { OWN, LAW, FAMILY };
    GArray *set = g_array_new(FALSE, FALSE, sizeof(guint32));
    guint family = kind->families ? text % kind->families : text, kept = 0;

    for (guint i = 0; i < SHINGLES; i++) {
        gboolean own = drawn(OWN, text, i) % 10 == 0, law = i * 100 < kind->law * SHINGLES;
        guint32 value = own   ? drawn(OWN, text, SHINGLES + i)
                        : law ? drawn(LAW, 0, i)
                              : drawn(FAMILY, family, i);
        g_array_append_val(set, value);
    }
    g_array_sort(set, by_value);
    for (guint i = 0; i < set->len; i++) {
        guint32 value = g_array_index(set, guint32, i);
        if (kept == 0 || g_array_index(set, guint32, kept - 1) != value)
            g_array_index(set, guint32, kept++) = value;
    }
    g_array_set_size(set, kept);
    return set;
}

static gboolean add_text(Store *store, const Kind *kind, guint text, GError **error)
{
    g_autoptr(GArray) set = shingles_of(kind, text);
    return add_judged_text(store, 1, text, set, error);
}

static gboolean fill(Store *store, const Kind *kind, guint number, GError **error)
{
    gboolean good = store_begin(store, error);
    for (guint text = 0; good && text < number; text++)
        good = add_text(store, kind, text, error);
    return store_end(store, good, error);
}

static guint count_pairs(Store *store)
{
    g_auto(StorePair) pair = {0};
    g_autoptr(StoreCursor) pairs = store_pairs(store, 1, NULL);
    guint count = 0;
    while (pairs && store_next_pair(pairs, &pair, NULL))
        count++;
    return count;
}

static gboolean measure(Store *store, const Kind *kind, guint number, GError **error)
{
    if (!fill(store, kind, number, error) || !store_begin(store, error))
        return FALSE;
    clock_t begun = clock();
    gboolean good = similar_find(store, 1, error);
    gdouble ms = (gdouble)(clock() - begun) * 1000 / CLOCKS_PER_SEC;
    if (!store_end(store, good, error))
        return FALSE;
    printf("%-28s %8u %8.3f %9u\n", kind->name, number, ms / number, count_pairs(store));
    fflush(stdout);
    return TRUE;
}

static void measure_one(const Kind *kind, guint number)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp("rasoat-copies-XXXXXX", &error);
    g_autofree char *file = folder ? g_build_filename(folder, STORE_NAME, NULL) : NULL;
    Store *store = folder ? store_open(folder, STORE_WRITE, &error) : NULL;
    gboolean good = store && measure(store, kind, number, &error);

    store_close(store);
    if (folder) {
        remove(file);
        remove(folder);
    }
    if (good)
        return;
    fprintf(stderr, "%s\n", error ? error->message : "failed");
    exit(1);
}

int main(int argc, char **argv)
{
    static char *usual[] = {(char *)"1000", (char *)"10000"};
    char **numbers = argc > 1 ? argv + 1 : usual;
    guint count = argc > 1 ? (guint)argc - 1 : G_N_ELEMENTS(usual);

    printf("%-28s %8s %8s %9s\n", "search of copies", "texts", "ms each", "pairs");
    for (guint k = 0; k < G_N_ELEMENTS(kinds); k++)
        for (guint i = 0; i < count; i++)
            measure_one(&kinds[k], (guint)strtoul(numbers[i], NULL, 10));
    return 0;
}
