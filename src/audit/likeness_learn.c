/* Learning what words are worth for rivals, and keeping it. */
#include <math.h>
#include <string.h>

#include "audit/likeness_private.h"
#include "rules/wordings.h"

#define PRIOR 60.0 /* words' worth of what is said of all, beside what is said of an item */
#define IDLE 0.5   /* a word that is worth less of whatever it is said of is passed over */
#define SORT_BITS 16
#define PAIR 0.5 /* of its worth counts of a pair of words: its words have counted already */

/* Learning. */

typedef struct {
    guint64 key;
    guint32 rival;
    guint32 lines : 31;
    guint32 is_pair : 1;
    float tells;
} Occurrence;

typedef struct {
    Occurrence *all;
    guint count;
} Occurrences;

static guint64 add_occurrences(Occurrences *occurrences, const GArray *counts, guint rival)
{
    guint64 sum = 0;
    for (guint i = 0; i < counts->len; i++) {
        const WordCount *count = &g_array_index(counts, WordCount, i);
        occurrences->all[occurrences->count++] =
            (Occurrence){count->key, rival, count->lines, count->is_pair, count->tells};
        sum += count->lines;
    }
    return sum;
}

/* Sorts by key, and keeps what has the same key in the order that it came in. Keys are spread evenly, so that
 * by the first bits nearly all are in order. Comparing takes forty times as many steps, and every process
 * that judges anything has to do it. */
static void sort_by_key(Occurrences *occurrences)
{
    const guint digits = 1u << SORT_BITS;
    g_autofree guint *places = g_new0(guint, digits + 1);
    Occurrence *from = occurrences->all, *to = g_new(Occurrence, occurrences->count + 1);

    for (guint i = 0; i < occurrences->count; i++)
        places[(from[i].key >> (64 - SORT_BITS)) + 1]++;
    for (guint digit = 0; digit < digits; digit++)
        places[digit + 1] += places[digit];
    for (guint i = 0; i < occurrences->count; i++)
        to[places[from[i].key >> (64 - SORT_BITS)]++] = from[i];
    for (guint i = 1; i < occurrences->count; i++) {
        const Occurrence one = to[i];
        guint at = i;
        for (; at > 0 && to[at - 1].key > one.key; at--)
            to[at] = to[at - 1];
        to[at] = one;
    }
    g_free(from);
    occurrences->all = to;
}

/* What a sorted list has of one word of one rival comes together. */
static void merge_occurrences(Occurrences *occurrences)
{
    guint kept = 0;
    for (guint i = 0; i < occurrences->count; i++) {
        const Occurrence one = occurrences->all[i];
        Occurrence *last = kept > 0 ? &occurrences->all[kept - 1] : NULL;
        if (last && last->key == one.key && last->rival == one.rival)
            last->lines += one.lines;
        else
            occurrences->all[kept++] = one;
    }
    occurrences->count = kept;
}

/* The next free places of what is learnt. */
typedef struct {
    guint entries, postings, gains;
} Room;

/* The occurrences [first, end) of one word among all words of all rivals. */
static void post_word(Likeness *likeness, Room *room, const Occurrence *first, const Occurrence *end,
                      const double *sizes, double total)
{
    const double weight = first->is_pair ? PAIR : 1;
    Entry *entry = &likeness->entries[room->entries++];
    guint postings = room->postings, gains = room->gains;
    double lines = 0;
    float most = 0;

    for (const Occurrence *one = first; one < end; one++)
        lines += one->lines;
    for (const Occurrence *one = first; one < end; one++) {
        const double likelier = (one->lines * total / lines + PRIOR) / (sizes[one->rival] + PRIOR);
        const Posting posting = {(float)(weight * log(likelier)), one->tells, one->rival};
        likeness->postings[postings++] = posting;
        if (posting.worth > 0) {
            likeness->gains[gains++] = (Gain){posting.worth, posting.item};
            likeness->usual[one->rival] += (float)one->lines * posting.worth;
        }
        most = MAX(most, posting.worth);
    }
    *entry =
        (Entry){.key = first->key, .weight = (float)weight, .first = room->postings, .gains = room->gains};
    if (most < IDLE)
        return;
    entry->count = postings - room->postings;
    entry->gain_count = gains - room->gains;
    room->postings = postings;
    room->gains = gains;
}

/* Whether a line that says a rival has the word: one that tells lines that do not apart may be in no other.
 */
static gboolean is_said(const Occurrence *first, const Occurrence *end)
{
    while (first < end && first->lines == 0)
        first++;
    return first < end;
}

/* An eighth of the rivals have the word, or more. */
static gboolean is_common(const Likeness *likeness, const Entry *entry)
{
    return entry->count * 8 >= likeness->rivals;
}

/* Common words are asked for most often: what they are worth is found without a search. */
static void fill_rows(Likeness *likeness)
{
    guint count = 1;
    for (guint i = 0; i < likeness->entry_count; i++)
        if (is_common(likeness, &likeness->entries[i]))
            likeness->entries[i].row = count++;
    likeness->rows = g_new0(float, (gsize)count * likeness->rivals);
    for (guint i = 0; i < likeness->entry_count; i++) {
        const Entry *entry = &likeness->entries[i];
        float *row = likeness->rows + (gsize)entry->row * likeness->rivals;
        if (entry->row == 0)
            continue;
        for (guint rival = 0; rival < likeness->rivals; rival++)
            row[rival] = entry->weight * likeness->absent[rival];
        for (guint k = entry->first; k < entry->first + entry->count; k++)
            row[likeness->postings[k].item] = likeness->postings[k].worth;
    }
}

/* Twice as many buckets as entries, and up to four times. */
static void fill_buckets(Likeness *likeness)
{
    const guint bits = g_bit_storage(likeness->entry_count) + 1;

    likeness->bucket_shift = 64 - bits;
    likeness->buckets = g_new0(guint32, ((gsize)1 << bits) + 1);
    for (guint i = 0; i < likeness->entry_count; i++)
        likeness->buckets[(likeness->entries[i].key >> likeness->bucket_shift) + 1]++;
    for (gsize bucket = 0; bucket < (gsize)1 << bits; bucket++)
        likeness->buckets[bucket + 1] += likeness->buckets[bucket];
}

static void post_words(Likeness *likeness, const Occurrences *occurrences, const double *sizes, double total)
{
    const Occurrence *last = occurrences->all + occurrences->count;
    Room room = {0};

    likeness->entries = g_new(Entry, occurrences->count + 1);
    likeness->postings = g_new(Posting, occurrences->count + 1);
    likeness->gains = g_new(Gain, occurrences->count + 1);
    for (const Occurrence *first = occurrences->all, *end; first < last; first = end) {
        for (end = first + 1; end < last && end->key == first->key; end++)
            ;
        if (is_said(first, end))
            post_word(likeness, &room, first, end, sizes, total);
    }
    likeness->entry_count = room.entries;
    likeness->entries = g_renew(Entry, likeness->entries, room.entries + 1);
    likeness->postings = g_renew(Posting, likeness->postings, room.postings + 1);
    likeness->gains = g_renew(Gain, likeness->gains, room.gains + 1);
    fill_rows(likeness);
    fill_buckets(likeness);
}

static guint count_words(const GPtrArray *rivals)
{
    guint count = 0;
    for (guint i = 0; i < rivals->len; i++)
        for (guint k = 0; k < ((const GPtrArray *)rivals->pdata[i])->len; k++)
            count += ((const GArray *)((const GPtrArray *)rivals->pdata[i])->pdata[k])->len;
    return count;
}

/* Of rivals, each known by lists of WordCount. */
static Likeness *likeness_new(const GPtrArray *rivals)
{
    Likeness *likeness = g_new0(Likeness, 1);
    Occurrences occurrences = {g_new(Occurrence, count_words(rivals) + 1), 0};
    g_autofree double *sizes = g_new0(double, rivals->len);
    double total = 0;

    likeness->rivals = rivals->len;
    likeness->absent = g_new(float, rivals->len);
    likeness->usual = g_new0(float, rivals->len);
    for (guint i = 0; i < rivals->len; i++) {
        const GPtrArray *lists = rivals->pdata[i];
        for (guint k = 0; k < lists->len; k++)
            sizes[i] += (double)add_occurrences(&occurrences, lists->pdata[k], i);
        total += sizes[i];
        likeness->absent[i] = (float)log(PRIOR / (sizes[i] + PRIOR));
    }
    sort_by_key(&occurrences);
    merge_occurrences(&occurrences);
    post_words(likeness, &occurrences, sizes, total);
    g_free(occurrences.all);
    return likeness;
}

/* Each item is a rival of its own; the near misses are one more. */
static Likeness *learn_items(const RuleSet *rules, const GPtrArray *items)
{
    g_autoptr(GPtrArray) rivals = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);

    for (guint i = 0; i <= items->len; i++) {
        GPtrArray *lists = g_ptr_array_new();
        g_ptr_array_add(lists,
                        i < items->len ? ((const Item *)items->pdata[i])->known_words : rules->near_misses);
        g_ptr_array_add(rivals, lists);
    }
    Likeness *likeness = likeness_new(rivals);
    likeness->whole = g_new(float, items->len);
    likeness->length = g_new(float, items->len);
    for (guint i = 0; i < items->len; i++) {
        const Item *item = items->pdata[i];
        likeness->usual[i] /= (float)MAX(1, item->known_lines);
        likeness->whole[i] = item->whole;
        likeness->length[i] = item->known_length;
    }
    return likeness;
}

/* Each group is a rival, known by the lines of its items and the headings that they stand under. */
static Likeness *learn_groups(const RuleSet *rules, const GPtrArray *items)
{
    g_autoptr(GPtrArray) rivals = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);

    for (guint g = 0; g < rules->groups->len; g++)
        g_ptr_array_add(rivals, g_ptr_array_new());
    for (guint i = 0; i < items->len; i++) {
        const Item *item = items->pdata[i];
        if (item->known_headings->len == 0 || item->advises)
            continue; /* nobody has worded it, as a regulation would, under headings; or under any at all */
        g_ptr_array_add(rivals->pdata[item->group], item->known_words);
        g_ptr_array_add(rivals->pdata[item->group], item->known_headings);
    }
    return likeness_new(rivals);
}

static void likeness_free(void *data)
{
    Likeness *likeness = data;
    g_free(likeness->entries);
    g_free(likeness->buckets);
    g_free(likeness->postings);
    g_free(likeness->rows);
    g_free(likeness->gains);
    g_free(likeness->absent);
    g_free(likeness->usual);
    g_free(likeness->whole);
    g_free(likeness->length);
    g_free(likeness);
}

struct LikenessShelf {
    const RuleSet *rules;
    GMutex lock;
    GHashTable *learnt; /* "items" or "groups" and the ids of the items → Likeness */
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

typedef Likeness *(*Learn)(const RuleSet *rules, const GPtrArray *items);

static const Likeness *learnt(LikenessShelf *shelf, const char *what, Learn learn, const GPtrArray *items)
{
    g_autoptr(GString) ids = g_string_new(what);
    for (guint i = 0; i < items->len; i++)
        g_string_append_printf(ids, " %s", ((const Item *)items->pdata[i])->id);
    g_mutex_lock(&shelf->lock);
    Likeness *likeness = g_hash_table_lookup(shelf->learnt, ids->str);
    if (!likeness) {
        likeness = learn(shelf->rules, items);
        g_hash_table_insert(shelf->learnt, g_strdup(ids->str), likeness);
    }
    g_mutex_unlock(&shelf->lock);
    return likeness;
}

const Likeness *likeness_of(LikenessShelf *shelf, const GPtrArray *items)
{
    return learnt(shelf, "items", learn_items, items);
}

const Likeness *likeness_of_groups(LikenessShelf *shelf, const GPtrArray *items)
{
    return learnt(shelf, "groups", learn_groups, items);
}
