/* Counting the words of wordings. */
#include "rules/wordings.h"

#include <string.h>

#include "text/words.h"

GArray *word_counts_new(void)
{
    return g_array_new(FALSE, FALSE, sizeof(WordCount));
}

static gint by_key(gconstpointer a, gconstpointer b)
{
    const guint64 one = ((const WordCount *)a)->key, other = ((const WordCount *)b)->key;
    return (one > other) - (one < other);
}

static void count_word(GArray *counts, guint64 key)
{
    const WordCount word = {key, 1};
    guint place = 0;

    for (guint end = counts->len; place < end;) {
        guint middle = place + (end - place) / 2;
        if (by_key(&g_array_index(counts, WordCount, middle), &word) < 0)
            place = middle + 1;
        else
            end = middle;
    }
    if (place < counts->len && g_array_index(counts, WordCount, place).key == key)
        g_array_index(counts, WordCount, place).lines++;
    else
        g_array_insert_val(counts, place, word);
}

void word_counts_add(GArray *counts, const char *line)
{
    g_autoptr(Words) words = words_new();
    g_autoptr(GArray) once = word_counts_new();

    words_append(words, line, strlen(line), 0);
    for (guint i = 0; i < words->words->len; i++)
        if (!(words_at(words, i)->flags & WORD_NUMBER))
            count_word(once, words_at(words, i)->key);
    for (guint i = 0; i < once->len; i++)
        count_word(counts, g_array_index(once, WordCount, i).key);
}

static void learn_line(Item *item, const char *line)
{
    word_counts_add(item->known_words, line);
    item->known_lines++;
}

gboolean wordings_read(RuleSet *rules, const XmlFile *file, GError **error)
{
    Item *item = NULL; /* the lines of an item stand together */

    for (const xmlNode *node = xml_first_element(xml_file_root(file)); node; node = xml_next_element(node)) {
        const char *id = xml_file_attribute(node, "item"), *status = xml_file_attribute(node, "status");
        g_autofree char *line = xml_text(node);
        if (!item || !g_str_equal(item->id, id))
            item = ruleset_item(rules, id);
        if (!item)
            return xml_file_error(file, node, error, "no pack has an item “%s”", id);
        if (g_str_equal(status, "met"))
            learn_line(item, line);
        else if (g_str_equal(status, "missing"))
            word_counts_add(rules->near_misses, line);
    }
    return TRUE;
}

static void count_item(RuleSet *rules, Item *item)
{
    learn_line(item, item->title.vi);
    if (item->model)
        learn_line(item, item->model);
    for (guint i = 0; i < item->examples->len; i++) {
        const Example *example = item->examples->pdata[i];
        if (example->status == STATUS_MET)
            learn_line(item, example->text);
        else if (example->status == STATUS_MISSING)
            word_counts_add(rules->near_misses, example->text);
    }
}

void wordings_count_items(RuleSet *rules)
{
    for (guint p = 0; p < rules->packs->len; p++) {
        const Pack *pack = rules->packs->pdata[p];
        for (guint r = 0; r < pack->requirements->len; r++) {
            const Requirement *requirement = pack->requirements->pdata[r];
            for (guint i = 0; i < requirement->items->len; i++)
                count_item(rules, requirement->items->pdata[i]);
        }
    }
}
