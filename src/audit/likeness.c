/* Likeness by unigram language models: of each item one, smoothed towards that of all its rivals together
 * (Dirichlet prior; Zhai and Lafferty, "A study of smoothing methods for language models applied to
 * information retrieval", 2004). A word is worth the logarithm of how many times likelier it is, said of the
 * item; a line is worth its best run of words, as segments of sequences are scored (Karlin and Altschul,
 * 1990): a long line may say several things. Lines known to say nothing are one more rival. */
#include "audit/likeness.h"

#include <math.h>

#include "rules/wordings.h"

#define PRIOR 60.0     /* words' worth of what is said of all, beside what is said of an item */
#define MEMORY 32      /* words */
#define STRANGE (-0.5) /* the least that a word no line has is worth */

typedef struct {
    float worth;
    guint32 item;
} Posting;

/* Where the postings of a word stand. */
typedef struct {
    guint64 key;
    guint32 first, count;
} Entry;

struct Likeness {
    guint rivals;  /* the items, and last the near misses */
    float *absent; /* per rival: what a word is worth that its lines do not have */
    float *usual;  /* per rival: what the words are worth that speak for it in one of its lines, on average */
    GHashTable *index; /* key → Entry of entries */
    GArray *entries;   /* of Entry */
    GArray *postings;  /* of Posting, by rival within a word */
};

/* Learning. */

typedef struct {
    guint64 key;
    guint32 rival;
    double lines;
} Occurrence;

static gint by_word_and_rival(gconstpointer a, gconstpointer b)
{
    const Occurrence *one = a, *other = b;
    if (one->key != other->key)
        return one->key < other->key ? -1 : 1;
    return (one->rival > other->rival) - (one->rival < other->rival);
}

static double add_occurrences(GArray *all, const GArray *counts, guint rival)
{
    double sum = 0;
    for (guint i = 0; i < counts->len; i++) {
        const WordCount *count = &g_array_index(counts, WordCount, i);
        const Occurrence occurrence = {count->key, rival, (double)count->lines};
        g_array_append_val(all, occurrence);
        sum += occurrence.lines;
    }
    return sum;
}

/* The occurrences [first, end) of one word among all words of all rivals. */
static void post_word(Likeness *likeness, const GArray *all, guint first, guint end, const double *sizes,
                      double total)
{
    double lines = 0;
    for (guint i = first; i < end; i++)
        lines += g_array_index(all, Occurrence, i).lines;
    const Entry entry = {g_array_index(all, Occurrence, first).key, likeness->postings->len, end - first};
    g_array_append_val(likeness->entries, entry);
    for (guint i = first; i < end; i++) {
        const Occurrence *one = &g_array_index(all, Occurrence, i);
        const double likelier = (one->lines * total / lines + PRIOR) / (sizes[one->rival] + PRIOR);
        const Posting posting = {(float)log(likelier), one->rival};
        likeness->usual[one->rival] += (float)one->lines * MAX(posting.worth, 0);
        g_array_append_val(likeness->postings, posting);
    }
}

static void post_words(Likeness *likeness, const GArray *all, const double *sizes, double total)
{
    for (guint first = 0, end; first < all->len; first = end) {
        const guint64 key = g_array_index(all, Occurrence, first).key;
        for (end = first + 1; end < all->len && g_array_index(all, Occurrence, end).key == key; end++)
            ;
        post_word(likeness, all, first, end, sizes, total);
    }
    for (guint i = 0; i < likeness->entries->len; i++) {
        Entry *entry = &g_array_index(likeness->entries, Entry, i);
        g_hash_table_insert(likeness->index, &entry->key, entry);
    }
}

static Likeness *likeness_new(const RuleSet *rules, const GPtrArray *items)
{
    Likeness *likeness = g_new0(Likeness, 1);
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Occurrence));
    g_autofree double *sizes = g_new0(double, items->len + 1);
    double total = 0;

    likeness->rivals = items->len + 1;
    likeness->absent = g_new(float, likeness->rivals);
    likeness->usual = g_new0(float, likeness->rivals);
    likeness->index = g_hash_table_new(g_int64_hash, g_int64_equal);
    likeness->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    likeness->postings = g_array_new(FALSE, FALSE, sizeof(Posting));
    for (guint i = 0; i < likeness->rivals; i++) {
        const GArray *counts =
            i < items->len ? ((const Item *)items->pdata[i])->known_words : rules->near_misses;
        sizes[i] = add_occurrences(all, counts, i);
        total += sizes[i];
        likeness->absent[i] = (float)log(PRIOR / (sizes[i] + PRIOR));
    }
    g_array_sort(all, by_word_and_rival);
    post_words(likeness, all, sizes, total);
    for (guint i = 0; i < items->len; i++)
        likeness->usual[i] /= (float)MAX(1, ((const Item *)items->pdata[i])->known_lines);
    return likeness;
}

static void likeness_free(void *data)
{
    Likeness *likeness = data;
    g_hash_table_unref(likeness->index);
    g_array_unref(likeness->entries);
    g_array_unref(likeness->postings);
    g_free(likeness->absent);
    g_free(likeness->usual);
    g_free(likeness);
}

struct LikenessShelf {
    const RuleSet *rules;
    GMutex lock;
    GHashTable *learnt; /* ids of the items, one after the other → Likeness */
};

LikenessShelf *likeness_shelf_new(const RuleSet *rules)
{
    LikenessShelf *shelf = g_new0(LikenessShelf, 1);
    shelf->rules = rules;
    g_mutex_init(&shelf->lock);
    shelf->learnt = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, likeness_free);
    return shelf;
}

void likeness_shelf_free(LikenessShelf *shelf)
{
    if (!shelf)
        return;
    g_hash_table_unref(shelf->learnt);
    g_mutex_clear(&shelf->lock);
    g_free(shelf);
}

const Likeness *likeness_of(LikenessShelf *shelf, const GPtrArray *items)
{
    g_autoptr(GString) ids = g_string_new(NULL);
    for (guint i = 0; i < items->len; i++)
        g_string_append_printf(ids, "%s ", ((const Item *)items->pdata[i])->id);
    g_mutex_lock(&shelf->lock);
    Likeness *likeness = g_hash_table_lookup(shelf->learnt, ids->str);
    if (!likeness) {
        likeness = likeness_new(shelf->rules, items);
        g_hash_table_insert(shelf->learnt, g_strdup(ids->str), likeness);
    }
    g_mutex_unlock(&shelf->lock);
    return likeness;
}

/* Measuring. */

typedef struct {
    const Likeness *likeness;
    GPtrArray *entries; /* of const Entry *, one for each word that is no number; NULL: a strange word */
    GArray *places;     /* of guint: the words */
    float *most;        /* per rival: no run can be worth more */
} Line;

/* Whether a known word has stood a little before: said again it says no more. */
static gboolean is_repeated(const Line *line, const Entry *entry)
{
    for (guint i = line->entries->len, back = 0; entry && i > 0 && back < MEMORY; i--, back++)
        if (line->entries->pdata[i - 1] == entry)
            return TRUE;
    return FALSE;
}

static void line_read(Line *line, const Words *words, guint first, guint end)
{
    const Likeness *likeness = line->likeness;
    for (guint i = first; i < end; i++) {
        const Word *word = words_at(words, i);
        if (word->flags & WORD_NUMBER)
            continue;
        const Entry *entry = g_hash_table_lookup(likeness->index, &word->key);
        if (is_repeated(line, entry))
            continue;
        g_ptr_array_add(line->entries, (gpointer)entry);
        g_array_append_val(line->places, i);
        for (guint p = 0; entry && p < entry->count; p++) {
            const Posting *posting = &g_array_index(likeness->postings, Posting, entry->first + p);
            line->most[posting->item] += MAX(posting->worth, 0);
        }
    }
}

static double worth_of(const Likeness *likeness, const Entry *entry, guint rival)
{
    if (!entry)
        return MAX(likeness->absent[rival], STRANGE);
    guint first = entry->first;
    for (guint end = first + entry->count; first < end;) {
        const guint middle = first + (end - first) / 2;
        const Posting *posting = &g_array_index(likeness->postings, Posting, middle);
        if (posting->item == rival)
            return posting->worth;
        if (posting->item < rival)
            first = middle + 1;
        else
            end = middle;
    }
    return likeness->absent[rival];
}

/* The best run of words for a rival, as indexes into the line's words. */
static Resemblance best_run(const Line *line, guint rival)
{
    Resemblance best = {0};
    double worth = 0;
    for (guint i = 0, first = 0; i < line->entries->len; i++) {
        worth += worth_of(line->likeness, line->entries->pdata[i], rival);
        if (worth <= 0) {
            worth = 0;
            first = i + 1;
        } else if (worth > best.worth) {
            best = (Resemblance){.first = first, .end = i + 1, .worth = worth};
        }
    }
    return best;
}

/* What the best rival makes of a run; rivals that cannot come near it are passed over. */
static double worth_to_rivals(const Line *line, const Resemblance *run, guint item)
{
    double most = 0;
    for (guint rival = 0; rival < line->likeness->rivals; rival++) {
        double worth = 0;
        if (rival == item || line->most[rival] <= most)
            continue;
        for (guint i = run->first; i < run->end; i++)
            worth += worth_of(line->likeness, line->entries->pdata[i], rival);
        most = MAX(most, worth);
    }
    return most;
}

void likeness_measure(const Likeness *likeness, const Words *words, guint first, guint end, double least,
                      SeeResemblance see, gpointer data)
{
    g_autoptr(GPtrArray) entries = g_ptr_array_new();
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(guint));
    g_autofree float *most = g_new0(float, likeness->rivals);
    Line line = {likeness, entries, places, most};

    line_read(&line, words, first, end);
    for (guint item = 0; item + 1 < likeness->rivals; item++) {
        if (most[item] < least)
            continue;
        Resemblance run = best_run(&line, item);
        if (run.worth < least)
            continue;
        run.share = run.worth / MAX(likeness->usual[item], 1);
        run.margin = run.worth - worth_to_rivals(&line, &run, item);
        run.first = g_array_index(places, guint, run.first);
        run.end = g_array_index(places, guint, run.end - 1) + 1;
        see(data, item, &run);
    }
}
