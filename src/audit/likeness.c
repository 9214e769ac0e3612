/* Likeness by unigram language models: of each item one, smoothed towards that of all its rivals together
 * (Dirichlet prior; Zhai and Lafferty, "A study of smoothing methods for language models applied to
 * information retrieval", 2004). A word is worth the logarithm of how many times likelier it is, said of the
 * item, and so is a pair of words; a line is worth its best run of words, as segments of sequences are scored
 * (Karlin and Altschul, 1990): a long line may say several things. Lines known to say nothing are one more
 * rival. */
#include "audit/likeness.h"

#include <math.h>
#include <string.h>

#include "base/key_table.h"
#include "rules/wordings.h"

#define PRIOR 60.0     /* words' worth of what is said of all, beside what is said of an item */
#define MEMORY 32      /* words */
#define IDLE 0.5       /* a word that is worth less of whatever it is said of is passed over */
#define STRANGE (-0.5) /* the least that a word no line has is worth */
#define PAIR 0.5       /* of its worth counts of a pair of words: its words have counted already */

typedef struct {
    float worth;
    guint32 item;
} Posting;

/* Where the postings of a word stand. */
typedef struct {
    float weight;         /* PAIR of a pair, 1 of a word */
    guint32 first, count; /* of none: a word that tells nothing */
    guint32 gains, gain_count;
} Entry;

struct Likeness {
    guint rivals;  /* the items, and last the near misses */
    float *absent; /* per rival: what a word is worth that its lines do not have */
    float *usual;  /* per rival: what the words are worth that speak for it in one of its lines, on average */
    KeyTable index;   /* key → index of its Entry in entries; the first is none */
    GArray *entries;  /* of Entry */
    GArray *postings; /* of Posting, by rival within a word */
    GArray *gains;    /* of Posting: those of them that are worth more than nothing */
};

/* Learning. */

typedef struct {
    guint64 key;
    guint32 rival;
    gboolean is_pair;
    double lines;
} Occurrence;

static gint by_word_and_rival(gconstpointer a, gconstpointer b)
{
    const Occurrence *one = a, *other = b;
    if (one->key != other->key)
        return one->key < other->key ? -1 : 1;
    return (one->rival > other->rival) - (one->rival < other->rival);
}

/* What a sorted list has of one word of one rival comes together. */
static void merge_occurrences(GArray *all)
{
    guint kept = 0;
    for (guint i = 0; i < all->len; i++) {
        const Occurrence one = g_array_index(all, Occurrence, i);
        Occurrence *last = kept > 0 ? &g_array_index(all, Occurrence, kept - 1) : NULL;
        if (last && last->key == one.key && last->rival == one.rival)
            last->lines += one.lines;
        else
            g_array_index(all, Occurrence, kept++) = one;
    }
    g_array_set_size(all, kept);
}

static double add_occurrences(GArray *all, const GArray *counts, guint rival)
{
    double sum = 0;
    for (guint i = 0; i < counts->len; i++) {
        const WordCount *count = &g_array_index(counts, WordCount, i);
        const Occurrence occurrence = {count->key, rival, count->is_pair != 0, (double)count->lines};
        g_array_append_val(all, occurrence);
        sum += occurrence.lines;
    }
    return sum;
}

/* The occurrences [first, end) of one word among all words of all rivals. */
static void post_word(Likeness *likeness, const GArray *all, guint first, guint end, const double *sizes,
                      double total)
{
    const double weight = g_array_index(all, Occurrence, first).is_pair ? PAIR : 1;
    Entry entry = {.weight = (float)weight, .first = likeness->postings->len, .gains = likeness->gains->len};
    double lines = 0;
    float most = 0;

    for (guint i = first; i < end; i++)
        lines += g_array_index(all, Occurrence, i).lines;
    for (guint i = first; i < end; i++) {
        const Occurrence *one = &g_array_index(all, Occurrence, i);
        const double likelier = (one->lines * total / lines + PRIOR) / (sizes[one->rival] + PRIOR);
        const Posting posting = {(float)(weight * log(likelier)), one->rival};
        g_array_append_val(likeness->postings, posting);
        if (posting.worth > 0) {
            g_array_append_val(likeness->gains, posting);
            likeness->usual[one->rival] += (float)one->lines * posting.worth;
        }
        most = MAX(most, posting.worth);
    }
    if (most < IDLE) {
        g_array_set_size(likeness->postings, entry.first);
        g_array_set_size(likeness->gains, entry.gains);
    }
    entry.count = likeness->postings->len - entry.first;
    entry.gain_count = likeness->gains->len - entry.gains;
    g_array_append_val(likeness->entries, entry);
}

static void post_words(Likeness *likeness, const GArray *all, const double *sizes, double total)
{
    for (guint first = 0, end; first < all->len; first = end) {
        const guint64 key = g_array_index(all, Occurrence, first).key;
        for (end = first + 1; end < all->len && g_array_index(all, Occurrence, end).key == key; end++)
            ;
        *key_table_place(&likeness->index, key) = likeness->entries->len;
        post_word(likeness, all, first, end, sizes, total);
    }
}

/* Of rivals, each known by lists of WordCount. */
static Likeness *likeness_new(const GPtrArray *rivals)
{
    Likeness *likeness = g_new0(Likeness, 1);
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Occurrence));
    g_autofree double *sizes = g_new0(double, rivals->len);
    double total = 0;

    likeness->rivals = rivals->len;
    likeness->absent = g_new(float, rivals->len);
    likeness->usual = g_new0(float, rivals->len);
    likeness->entries = g_array_new(FALSE, TRUE, sizeof(Entry));
    g_array_set_size(likeness->entries, 1);
    likeness->postings = g_array_new(FALSE, FALSE, sizeof(Posting));
    likeness->gains = g_array_new(FALSE, FALSE, sizeof(Posting));
    for (guint i = 0; i < rivals->len; i++) {
        const GPtrArray *lists = rivals->pdata[i];
        for (guint k = 0; k < lists->len; k++)
            sizes[i] += add_occurrences(all, lists->pdata[k], i);
        total += sizes[i];
        likeness->absent[i] = (float)log(PRIOR / (sizes[i] + PRIOR));
    }
    g_array_sort(all, by_word_and_rival);
    merge_occurrences(all);
    post_words(likeness, all, sizes, total);
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
    for (guint i = 0; i < items->len; i++)
        likeness->usual[i] /= (float)MAX(1, ((const Item *)items->pdata[i])->known_lines);
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
        if (item->known_headings->len == 0)
            continue; /* nobody has worded it, as a regulation would, under headings */
        g_ptr_array_add(rivals->pdata[item->group], item->known_words);
        g_ptr_array_add(rivals->pdata[item->group], item->known_headings);
    }
    return likeness_new(rivals);
}

static void likeness_free(void *data)
{
    Likeness *likeness = data;
    key_table_clear(&likeness->index);
    g_array_unref(likeness->entries);
    g_array_unref(likeness->postings);
    g_array_unref(likeness->gains);
    g_free(likeness->absent);
    g_free(likeness->usual);
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

/* Lines. */

typedef struct {
    guint number;
    guint first, end; /* of LikenessLines.words */
} Line;

typedef struct {
    const Entry *entry; /* NULL: no line is known that has it */
    const Entry *pair;  /* of it and the word before it; NULL: no two lines are known that have both so */
    guint place;        /* its number in the text */
} LineWord;

/* A line that may be worth enough. */
typedef struct {
    guint line;
    float most; /* that it can be worth */
} Candidate;

struct LikenessLines {
    const Likeness *likeness;
    double least;
    GArray *words;      /* of LineWord */
    GArray *lines;      /* of Line */
    GArray **candidate; /* per item, of Candidate */
    float *most;        /* per rival: what no run of the line at hand can exceed */
};

LikenessLines *likeness_lines_new(const Likeness *likeness, double least)
{
    LikenessLines *lines = g_new0(LikenessLines, 1);

    lines->likeness = likeness;
    lines->least = least;
    lines->words = g_array_new(FALSE, FALSE, sizeof(LineWord));
    lines->lines = g_array_new(FALSE, FALSE, sizeof(Line));
    lines->candidate = g_new(GArray *, likeness->rivals);
    for (guint i = 0; i < likeness->rivals; i++)
        lines->candidate[i] = g_array_new(FALSE, FALSE, sizeof(Candidate));
    lines->most = g_new(float, likeness->rivals);
    return lines;
}

void likeness_lines_free(LikenessLines *lines)
{
    if (!lines)
        return;
    for (guint i = 0; i < lines->likeness->rivals; i++)
        g_array_unref(lines->candidate[i]);
    g_free(lines->candidate);
    g_array_unref(lines->words);
    g_array_unref(lines->lines);
    g_free(lines->most);
    g_free(lines);
}

static const LineWord *word_of(const LikenessLines *lines, guint index)
{
    return &g_array_index(lines->words, LineWord, index);
}

/* Whether a known word has stood a little before in the line: said again it says no more. */
static gboolean is_repeated(const LikenessLines *lines, const Line *line, const Entry *entry)
{
    for (guint i = line->end, back = 0; entry && i > line->first && back < MEMORY; i--, back++)
        if (word_of(lines, i - 1)->entry == entry)
            return TRUE;
    return FALSE;
}

static void add_gains(const Likeness *likeness, const Entry *entry, float *most)
{
    if (!entry)
        return;
    const Posting *gain = &g_array_index(likeness->gains, Posting, entry->gains);
    for (const Posting *last = gain + entry->gain_count; gain < last; gain++)
        most[gain->item] += gain->worth;
}

static void bound_line(const LikenessLines *lines, const Line *line, float *most)
{
    memset(most, 0, lines->likeness->rivals * sizeof *most);
    for (guint i = line->first; i < line->end; i++) {
        add_gains(lines->likeness, word_of(lines, i)->entry, most);
        if (i > line->first)
            add_gains(lines->likeness, word_of(lines, i)->pair, most);
    }
}

static const Entry *find_entry(const Likeness *likeness, guint64 key)
{
    const guint32 known = key_table_find(&likeness->index, key);
    return known ? &g_array_index(likeness->entries, Entry, known) : NULL;
}

void likeness_lines_add(LikenessLines *lines, const Words *words, guint first, guint end, guint number)
{
    const Likeness *likeness = lines->likeness;
    Line line = {number, lines->words->len, lines->words->len};

    const Word *before = NULL;
    g_array_set_size(lines->words, line.first + (end - first)); /* at most */
    for (guint i = first; i < end; i++) {
        const Word *word = words_at(words, i);
        if (word->flags & WORD_NUMBER) {
            before = NULL;
            continue;
        }
        const LineWord added = {find_entry(likeness, word->key),
                                before ? find_entry(likeness, word_pair_key(before->key, word->key)) : NULL,
                                i};
        before = word;
        if ((added.entry && added.entry->count == 0) || is_repeated(lines, &line, added.entry))
            continue;
        g_array_index(lines->words, LineWord, line.end++) = added;
    }
    g_array_set_size(lines->words, line.end);
    bound_line(lines, &line, lines->most);
    for (guint item = 0; item + 1 < likeness->rivals; item++)
        if (lines->most[item] >= lines->least) {
            const Candidate candidate = {lines->lines->len, lines->most[item]};
            g_array_append_val(lines->candidate[item], candidate);
        }
    g_array_append_val(lines->lines, line);
}

/* Measuring. */

static double known_worth(const Likeness *likeness, const Entry *entry, guint rival)
{
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
    return entry->weight * likeness->absent[rival];
}

/* Of a word of a run, and of the pair that it makes with the one before, if that is in the run too. */
static double worth_of(const Likeness *likeness, const LineWord *word, gboolean opens, guint rival)
{
    double worth =
        word->entry ? known_worth(likeness, word->entry, rival) : MAX(likeness->absent[rival], STRANGE);
    if (word->pair && !opens)
        worth += known_worth(likeness, word->pair, rival);
    return worth;
}

/* The best run of a line's words for a rival: indexes into the words. */
static Resemblance best_run(const LikenessLines *lines, const Line *line, guint rival)
{
    Resemblance best = {.line = line->number};
    double worth = 0;
    for (guint i = line->first, first = i; i < line->end; i++) {
        worth += worth_of(lines->likeness, word_of(lines, i), i == first, rival);
        if (worth <= 0) {
            worth = 0;
            first = i + 1;
        } else if (worth > best.worth) {
            best.first = first;
            best.end = i + 1;
            best.worth = worth;
        }
    }
    return best;
}

/* What the best rival makes of a run; rivals that cannot come near it are passed over. */
static double worth_to_rivals(LikenessLines *lines, const Resemblance *run, guint item)
{
    const Line words = {run->line, run->first, run->end};
    double most = 0;

    bound_line(lines, &words, lines->most);
    for (guint rival = 0; rival < lines->likeness->rivals; rival++) {
        double worth = 0;
        if (rival == item || lines->most[rival] <= most)
            continue;
        for (guint i = run->first; i < run->end; i++)
            worth += worth_of(lines->likeness, word_of(lines, i), i == run->first, rival);
        most = MAX(most, worth);
    }
    return most;
}

void likeness_measure(LikenessLines *lines, guint item, const Measure *measure)
{
    const GArray *candidates = lines->candidate[item];
    for (guint i = 0; i < candidates->len; i++) {
        const Candidate *candidate = &g_array_index(candidates, Candidate, i);
        const Line *line = &g_array_index(lines->lines, Line, candidate->line);
        const double least = measure->least(measure->data, line->number);
        if (candidate->most < least)
            continue;
        Resemblance run = best_run(lines, line, item);
        if (run.worth < least)
            continue;
        run.share = run.worth / MAX(lines->likeness->usual[item], 1);
        run.margin = run.worth - worth_to_rivals(lines, &run, item);
        run.first = word_of(lines, run.first)->place;
        run.end = word_of(lines, run.end - 1)->place + 1;
        measure->see(measure->data, &run);
    }
}

void likeness_weigh(const LikenessLines *lines, double *worths)
{
    const Likeness *likeness = lines->likeness;

    for (guint rival = 0; rival < likeness->rivals; rival++)
        worths[rival] = likeness->absent[rival] < 0 ? 0 : -G_MAXDOUBLE;
    for (guint l = 0; l < lines->lines->len; l++) {
        const Line *line = &g_array_index(lines->lines, Line, l);
        for (guint i = line->first; i < line->end; i++) {
            if (!word_of(lines, i)->entry)
                continue;
            for (guint rival = 0; rival < likeness->rivals; rival++)
                worths[rival] += worth_of(likeness, word_of(lines, i), i == line->first, rival);
        }
    }
}
