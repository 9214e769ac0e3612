/* rules/consistency.xml into a rule set. The schema has accepted the file before it is read here. */
#include "rules/consistency_words.h"

#include <string.h>

#include "rules/pack.h"

gpointer outdated_terms_new(void)
{
    OutdatedTerms *terms = g_new0(OutdatedTerms, 1);

    terms->phrases = phrase_ids_new();
    return terms;
}

static void outdated_free(gpointer data)
{
    OutdatedTerms *terms = data;

    g_free(terms->from);
    bilingual_clear(&terms->instead);
    bilingual_clear(&terms->title);
    g_array_unref(terms->phrases);
    g_free(terms);
}

gpointer named_kinds_new(void)
{
    NamedKinds *kinds = g_new0(NamedKinds, 1);

    kinds->front = phrase_ids_new();
    kinds->body = phrase_ids_new();
    return kinds;
}

static void named_free(gpointer data)
{
    NamedKinds *kinds = data;

    g_array_unref(kinds->front);
    g_array_unref(kinds->body);
    g_free(kinds);
}

ConsistencyWords *consistency_words_new(void)
{
    ConsistencyWords *words = g_new0(ConsistencyWords, 1);

    words->unadapted = phrase_ids_new();
    words->blanks = phrase_ids_new();
    words->empty_rules = phrase_ids_new();
    words->named = g_ptr_array_new_with_free_func(named_free);
    words->neighbours = phrase_ids_new();
    words->formerly = phrase_ids_new();
    words->acting = phrase_ids_new();
    words->no_names = g_array_new(FALSE, FALSE, sizeof(guint64));
    words->outdated = g_ptr_array_new_with_free_func(outdated_free);
    words->abbreviations = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return words;
}

void consistency_words_free(ConsistencyWords *words)
{
    if (!words)
        return;
    g_array_unref(words->unadapted);
    g_array_unref(words->blanks);
    g_array_unref(words->empty_rules);
    g_ptr_array_unref(words->named);
    g_array_unref(words->neighbours);
    g_array_unref(words->formerly);
    g_array_unref(words->acting);
    g_array_unref(words->no_names);
    g_ptr_array_unref(words->outdated);
    g_hash_table_unref(words->abbreviations);
    g_free(words);
}

/* The phrases in elements of a name. */
static gboolean read_named(RuleSet *rules, const XmlFile *file, const xmlNode *node, const char *name,
                           Purpose purpose, GArray *ids, GError **error)
{
    for (const xmlNode *child = xml_first_element(node); child; child = xml_next_element(child))
        if (xml_is(child, name) && !ruleset_add_phrase(rules, file, child, purpose, UNIT_NONE, ids, error))
            return FALSE;
    return TRUE;
}

static gboolean read_phrases(RuleSet *rules, const XmlFile *file, const xmlNode *node, Purpose purpose,
                             GArray *ids, GError **error)
{
    return read_named(rules, file, node, "phrase", purpose, ids, error);
}

static gboolean read_kinds(RuleSet *rules, const XmlFile *file, const xmlNode *node, GError **error)
{
    NamedKinds *kinds = named_kinds_new();

    g_ptr_array_add(rules->consistency->named, kinds);
    kinds->is_place = g_strcmp0(xml_file_attribute(node, "place"), "yes") == 0;
    if (!read_named(rules, file, node, "spoken", PURPOSE_BODY, kinds->body, error) ||
        !read_phrases(rules, file, node, PURPOSE_FRONT, kinds->front, error))
        return FALSE;
    kinds->kinds = kinds->front->len;
    kinds->spoken = kinds->body->len > 0;
    return (kinds->spoken || (read_phrases(rules, file, node, PURPOSE_BODY, kinds->body, error) &&
                              read_named(rules, file, node, "bears", PURPOSE_BODY, kinds->body, error))) &&
           read_named(rules, file, node, "bears", PURPOSE_FRONT, kinds->front, error);
}

/* Vietnamese where no language is named. */
static void read_instead(const xmlNode *node, BilingualText *instead)
{
    if (xml_file_attribute(node, "lang"))
        bilingual_read(node, instead);
    else if (!instead->vi)
        instead->vi = xml_text(node);
}

static gboolean read_outdated(RuleSet *rules, const XmlFile *file, const xmlNode *node, GError **error)
{
    OutdatedTerms *terms = outdated_terms_new();

    g_ptr_array_add(rules->consistency->outdated, terms);
    terms->from = g_strdup(xml_file_attribute(node, "from"));
    for (const xmlNode *child = xml_first_element(node); child; child = xml_next_element(child)) {
        if (xml_is(child, "title"))
            bilingual_read(child, &terms->title);
        else if (xml_is(child, "instead"))
            read_instead(child, &terms->instead);
    }
    return read_phrases(rules, file, node, PURPOSE_BODY, terms->phrases, error);
}

static void read_abbreviations(ConsistencyWords *words, const xmlNode *node)
{
    g_autofree char *text = xml_text(node);
    g_auto(GStrv) list = g_strsplit(text, " ", -1);

    for (guint i = 0; list[i]; i++)
        g_hash_table_add(words->abbreviations, g_strdup(list[i]));
}

static gint by_key(gconstpointer a, gconstpointer b)
{
    const guint64 one = *(const guint64 *)a, other = *(const guint64 *)b;

    return (one > other) - (one < other);
}

static void read_no_names(ConsistencyWords *words, const xmlNode *node)
{
    g_autofree char *text = xml_text(node);
    g_auto(GStrv) list = g_strsplit(text, " ", -1);
    guint64 key, bare_key;

    for (guint i = 0; list[i]; i++)
        if (word_keys(list[i], strlen(list[i]), &key, &bare_key))
            g_array_append_val(words->no_names, key);
    g_array_sort(words->no_names, by_key);
}

gboolean consistency_words_begin_no_name(const ConsistencyWords *words, guint64 key)
{
    return g_array_binary_search(words->no_names, &key, by_key, NULL);
}

gboolean consistency_words_read(RuleSet *rules, const XmlFile *file, GError **error)
{
    ConsistencyWords *words = rules->consistency;

    for (const xmlNode *node = xml_first_element(xml_file_root(file)); node; node = xml_next_element(node)) {
        gboolean ok = TRUE;
        if (xml_is(node, "unadapted"))
            ok = read_phrases(rules, file, node, PURPOSE_BODY, words->unadapted, error);
        else if (xml_is(node, "blank"))
            ok = read_phrases(rules, file, node, PURPOSE_BODY, words->blanks, error);
        else if (xml_is(node, "empty-rule"))
            ok = read_phrases(rules, file, node, PURPOSE_BODY, words->empty_rules, error);
        else if (xml_is(node, "named"))
            ok = read_kinds(rules, file, node, error);
        else if (xml_is(node, "neighbour"))
            ok = read_phrases(rules, file, node, PURPOSE_BODY, words->neighbours, error);
        else if (xml_is(node, "formerly"))
            ok = read_phrases(rules, file, node, PURPOSE_BODY, words->formerly, error);
        else if (xml_is(node, "acting"))
            ok = read_phrases(rules, file, node, PURPOSE_BODY, words->acting, error);
        else if (xml_is(node, "no-name"))
            read_no_names(words, node);
        else if (xml_is(node, "outdated"))
            ok = read_outdated(rules, file, node, error);
        else
            read_abbreviations(words, node);
        if (!ok)
            return FALSE;
    }
    return TRUE;
}
