/* Counting the words of wordings, and the pairs of words. */
#include "rules/wordings.h"

#include <string.h>

#include "base/key_table.h"
#include "base/translate.h"
#include "rules/wholeness.h"
#include "text/words.h"

GArray *word_counts_new(void)
{
    return g_array_new(FALSE, FALSE, sizeof(WordCount));
}

guint64 word_pair_key(guint64 first, guint64 second)
{
    return key_join(key_join(0, first), second);
}

/* Brings a list that was added to in order: each key once, where it came first. */
static void word_counts_settle(GArray *counts)
{
    KeyTable places = {0}; /* key → its place in the list, from 1 */
    guint kept = 0;

    for (guint i = 0; i < counts->len; i++) {
        const WordCount count = g_array_index(counts, WordCount, i);
        guint32 *place = key_table_place(&places, count.key);
        if (*place > 0) {
            g_array_index(counts, WordCount, *place - 1).lines += count.lines;
            continue;
        }
        g_array_index(counts, WordCount, kept++) = count;
        *place = kept;
    }
    g_array_set_size(counts, kept);
    key_table_clear(&places);
}

/* The words and pairs of one line, as they are added to a list. */
typedef struct {
    WordCount *counts; /* room for all of them */
    guint count;
    guint8 seen[256]; /* by the last byte of the keys: whether there is any such key */
} LineCounts;

static void count_once(LineCounts *line, guint64 key, guint lines, gboolean is_pair)
{
    guint8 *seen = &line->seen[key & 0xff];

    for (guint i = 0; *seen && i < line->count; i++)
        if (line->counts[i].key == key)
            return;
    *seen = TRUE;
    line->counts[line->count++] = (WordCount){key, lines, is_pair != FALSE, 0};
}

static Words *words_of(const char *line)
{
    Words *words = words_new();
    words_append(words, line, strlen(line), 0);
    return words;
}

/* Counts the words of a line and its pairs of words, each once, for so many lines like it; numbers are left
 * out. */
static void word_counts_add(GArray *counts, const Words *words, guint lines)
{
    LineCounts line = {NULL, 0, {0}};
    const guint start = counts->len;
    const Word *before = NULL;

    g_array_set_size(counts, start + 2 * words->words->len); /* at most */
    line.counts = &g_array_index(counts, WordCount, start);
    for (guint i = 0; i < words->words->len; i++) {
        const Word *word = words_at(words, i);
        if (word->flags & WORD_NUMBER) {
            before = NULL;
            continue;
        }
        count_once(&line, word->key, lines, FALSE);
        if (before)
            count_once(&line, word_pair_key(before->key, word->key), lines, TRUE);
        before = word;
    }
    g_array_set_size(counts, start + line.count);
}

static void learn_line(Item *item, const Words *line)
{
    const guint first = item->known_words->len;

    word_counts_add(item->known_words, line, 1);
    wholeness_lines_add(item->lines, item->known_words, first, line->words->len, TRUE);
    item->known_lines++;
}

/* A line that does not say all of the item. */
static void learn_other_line(Item *item, const Words *line)
{
    g_autoptr(GArray) counts = word_counts_new();

    word_counts_add(counts, line, 1);
    wholeness_lines_add(item->lines, counts, 0, line->words->len, FALSE);
}

/* Where the law sets a number it is the number that is against it, and not the tone. */
static void learn_tone(RuleSet *rules, const Item *item, const Words *line, gboolean refuses)
{
    if (!item_sets_number(item))
        tone_lines_add(rules->tone_lines, line, item, refuses);
}

/* A line of which somebody has said what it says of the item. */
static void learn_labelled(RuleSet *rules, Item *item, const char *text, Status status, gboolean near_miss)
{
    g_autoptr(Words) line = words_of(text);

    learn_tone(rules, item, line, status == STATUS_CONFLICT);
    if (status == STATUS_MET)
        learn_line(item, line);
    else
        learn_other_line(item, line);
    if (status == STATUS_MISSING && near_miss)
        word_counts_add(rules->near_misses, line, 1);
}

/* Lines that follow one another under the same heading. */
typedef struct {
    Item *item;
    const char *heading; /* NULL: none */
    guint lines;
} Run;

static void learn_heading(Run *run, Item *item, const char *heading)
{
    if (run->item == item && g_strcmp0(run->heading, heading) == 0) {
        run->lines++;
        return;
    }
    if (run->heading) {
        g_autoptr(Words) words = words_of(run->heading);
        word_counts_add(run->item->known_headings, words, run->lines);
    }
    *run = (Run){item, heading, 1};
}

/* The item of a line; that of the one before it is tried first, for lines of an item stand together. */
static gboolean find_item(RuleSet *rules, const XmlFile *file, const xmlNode *node, Item **item,
                          GError **error)
{
    const char *id = xml_file_attribute(node, "item");
    if (!*item || !g_str_equal((*item)->id, id))
        *item = ruleset_item(rules, id);
    return *item || xml_file_error(file, node, error,
                                   N_("không có nội dung nào mang mã “%s”; sửa mã hoặc bỏ dòng này"), id);
}

gboolean wordings_read(RuleSet *rules, const XmlFile *file, GError **error)
{
    Item *item = NULL; /* the lines of an item stand together */
    Run run = {NULL, NULL, 0};

    for (const xmlNode *node = xml_first_element(xml_file_root(file)); node; node = xml_next_element(node)) {
        const Status status = status_named(xml_file_attribute(node, "status"));
        g_autofree char *line = xml_text(node);
        if (!find_item(rules, file, node, &item, error))
            return FALSE;
        learn_labelled(rules, item, line, status, !item->advises);
        if (status == STATUS_MET)
            learn_heading(&run, item, xml_file_attribute(node, "heading"));
    }
    learn_heading(&run, NULL, NULL);
    return TRUE;
}

gboolean wordings_read_tones(RuleSet *rules, const XmlFile *file, GError **error)
{
    Item *item = NULL;

    for (const xmlNode *node = xml_first_element(xml_file_root(file)); node; node = xml_next_element(node)) {
        const Status status = status_named(xml_file_attribute(node, "status"));
        g_autofree char *text = xml_text(node);
        g_autoptr(Words) line = words_of(text);
        if (!find_item(rules, file, node, &item, error))
            return FALSE;
        learn_tone(rules, item, line, status == STATUS_CONFLICT);
    }
    return TRUE;
}

static void count_item(RuleSet *rules, Item *item, gpointer data)
{
    (void)data;
    g_autoptr(Words) title = words_of(item->title.vi);
    g_autoptr(Words) model = words_of(item->model ? item->model : "");

    learn_line(item, title);
    if (item->model)
        learn_line(item, model);
    for (guint i = 0; i < item->examples->len; i++) {
        const Example *example = item->examples->pdata[i];
        learn_labelled(rules, item, example->text, example->status, TRUE);
    }
}

static void settle_counts(GArray *counts, KeyTable *all)
{
    word_counts_settle(counts);
    for (guint i = 0; i < counts->len; i++) {
        const WordCount *count = &g_array_index(counts, WordCount, i);
        if (count->is_pair)
            *key_table_place(all, count->key) += count->lines;
    }
}

static void drop_rare_pairs(GArray *counts, const KeyTable *all)
{
    guint kept = 0;

    for (guint i = 0; i < counts->len; i++) {
        const WordCount count = g_array_index(counts, WordCount, i);
        if (!count.is_pair || key_table_find(all, count.key) > 1)
            g_array_index(counts, WordCount, kept++) = count;
    }
    g_array_set_size(counts, kept);
}

static void settle_item(RuleSet *rules, Item *item, gpointer pairs)
{
    (void)rules;
    settle_counts(item->known_words, pairs);
    settle_counts(item->known_headings, pairs);
}

static void finish_item(RuleSet *rules, Item *item, gpointer pairs)
{
    (void)rules;
    drop_rare_pairs(item->known_words, pairs);
    drop_rare_pairs(item->known_headings, pairs);
    item->whole = wholeness_learn(item->lines, item->known_words);
    item->known_length = wholeness_length(item->lines);
    g_clear_pointer(&item->lines, wholeness_lines_free);
}

void wordings_count_items(RuleSet *rules)
{
    KeyTable pairs = {0}; /* key → in how many lines of all it is */

    ruleset_for_each_item(rules, count_item, NULL);
    ruleset_for_each_item(rules, settle_item, &pairs);
    settle_counts(rules->near_misses, &pairs);
    ruleset_for_each_item(rules, finish_item, &pairs);
    drop_rare_pairs(rules->near_misses, &pairs);
    g_array_unref(rules->tone);
    rules->tone = tone_learn(rules->tone_lines);
    g_clear_pointer(&rules->tone_lines, tone_lines_free);
    key_table_clear(&pairs);
}
