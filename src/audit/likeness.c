/* Likeness by weighed overlap of words and pairs of neighbouring words (most Vietnamese words are one or two
 * syllables). A word tells the more the fewer of the rivals have it: inverse document frequency after Spärck
 * Jones (1972), the rivals being the documents. */
#include "audit/likeness.h"

#include <math.h>
#include <string.h>

typedef struct {
    guint64 items[4]; /* bit set of the items that have it */
} Owners;

#define MOST_ITEMS (4 * 64)

struct Likeness {
    GHashTable *owners; /* feature → Owners */
    guint items;
};

static guint64 pair_key(guint64 first, guint64 second)
{
    return (first ^ (second * 0x9E3779B97F4A7C15u)) | 1;
}

/* Calls see for each word and pair of a stretch of words; numbers tell nothing. */
typedef void (*SeeFeature)(void *data, guint64 feature);

static void each_feature(const Words *words, guint first, guint end, SeeFeature see, void *data)
{
    for (guint i = first; i < end; i++) {
        const Word *word = words_at(words, i);
        if (word->flags & WORD_NUMBER)
            continue;
        see(data, word->key);
        if (i + 1 < end && !(words_at(words, i + 1)->flags & WORD_NUMBER))
            see(data, pair_key(word->key, words_at(words, i + 1)->key));
    }
}

typedef struct {
    GHashTable *owners;
    guint item;
} Learner;

static void learn_feature(void *data, guint64 feature)
{
    const Learner *learner = data;
    Owners *owners = g_hash_table_lookup(learner->owners, &feature);
    if (!owners) {
        owners = g_new0(Owners, 1);
        g_hash_table_insert(learner->owners, g_memdup2(&feature, sizeof feature), owners);
    }
    owners->items[learner->item / 64] |= (guint64)1 << (learner->item % 64);
}

static void learn_text(Learner *learner, const char *text)
{
    g_autoptr(Words) words = words_new();
    words_append(words, text, strlen(text), 0);
    for (guint s = 0; s < words->sentences->len; s++) {
        const Sentence *sentence = &g_array_index(words->sentences, Sentence, s);
        each_feature(words, sentence->first, sentence->end, learn_feature, learner);
    }
}

/* The words of a phrase, without its signs and class names. */
static void learn_phrase(Learner *learner, const char *phrase)
{
    g_autofree char *plain = g_strdup(phrase);
    for (char *at = plain; *at; at++) {
        if (*at == '@')
            for (; *at && !strchr(" |{}[]<", *at); at++)
                *at = ' ';
        if (!*at)
            break;
        if (strchr("{}[]<>|!/#^$", *at))
            *at = ';'; /* words on either side are no neighbours */
    }
    learn_text(learner, plain);
}

static void learn_item(Learner *learner, const RuleSet *rules, const Item *item)
{
    learn_text(learner, item->title.vi);
    if (item->model)
        learn_text(learner, item->model);
    for (guint i = 0; i < item->examples->len; i++) {
        const Example *example = item->examples->pdata[i];
        if (example->status == STATUS_MET)
            learn_text(learner, example->text);
    }
    for (guint i = 0; i < item->parts->len; i++) {
        const PhraseIds *phrases = g_array_index(item->parts, Part, i).phrases;
        for (guint k = 0; k < phrases->len; k++)
            learn_phrase(learner, phrasebook_text(rules->book, g_array_index(phrases, guint, k)));
    }
}

static Likeness *likeness_new(const RuleSet *rules, const GPtrArray *items)
{
    Likeness *likeness = g_new0(Likeness, 1);
    likeness->owners = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, g_free);
    likeness->items = MIN(items->len, MOST_ITEMS);
    for (guint i = 0; i < likeness->items; i++) {
        Learner learner = {likeness->owners, i};
        learn_item(&learner, rules, items->pdata[i]);
    }
    return likeness;
}

static void likeness_free(void *data)
{
    Likeness *likeness = data;
    g_hash_table_unref(likeness->owners);
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

typedef struct {
    const Likeness *likeness;
    double shares[MOST_ITEMS], all;
    guint telling;
} Measure;

static guint count_owners(const Owners *owners)
{
    guint count = 0;
    for (guint i = 0; i < G_N_ELEMENTS(owners->items); i++)
        count += (guint)__builtin_popcountll(owners->items[i]);
    return count;
}

static void weigh_feature(void *data, guint64 feature)
{
    Measure *measure = data;
    const Owners *owners = g_hash_table_lookup(measure->likeness->owners, &feature);
    if (!owners)
        return;
    double weight = log((measure->likeness->items + 1.0) / (count_owners(owners) + 1.0)) + 0.05;
    measure->all += weight;
    measure->telling++;
    for (guint i = 0; i < measure->likeness->items; i++)
        if (owners->items[i / 64] >> (i % 64) & 1)
            measure->shares[i] += weight;
}

gboolean likeness_measure(const Likeness *likeness, const Words *words, guint first, guint end,
                          Resemblance *resemblance)
{
    Measure measure = {.likeness = likeness};
    each_feature(words, first, end, weigh_feature, &measure);
    if (measure.all <= 0)
        return FALSE;
    *resemblance = (Resemblance){.telling = measure.telling};
    for (guint i = 0; i < likeness->items; i++) {
        double share = measure.shares[i] / measure.all;
        if (share > resemblance->share) {
            resemblance->rival = resemblance->share;
            resemblance->share = share;
            resemblance->item = i;
        } else if (share > resemblance->rival) {
            resemblance->rival = share;
        }
    }
    return TRUE;
}
