/* rules/consistency.xml into a rule set. The schema has accepted the file before it is read here. */
#include "rules/consistency_words.h"

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

ConsistencyWords *consistency_words_new(void)
{
    ConsistencyWords *words = g_new0(ConsistencyWords, 1);

    words->unadapted = phrase_ids_new();
    words->blanks = phrase_ids_new();
    words->empty_rules = phrase_ids_new();
    words->named = phrase_ids_new();
    words->named_front = phrase_ids_new();
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
    g_array_unref(words->named);
    g_array_unref(words->named_front);
    g_ptr_array_unref(words->outdated);
    g_hash_table_unref(words->abbreviations);
    g_free(words);
}

static gboolean read_phrases(RuleSet *rules, const XmlFile *file, const xmlNode *node, Purpose purpose,
                             GArray *ids, GError **error)
{
    for (const xmlNode *child = xml_first_element(node); child; child = xml_next_element(child))
        if (xml_is(child, "phrase") &&
            !ruleset_add_phrase(rules, file, child, purpose, UNIT_NONE, ids, error))
            return FALSE;
    return TRUE;
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
            ok = read_phrases(rules, file, node, PURPOSE_BODY, words->named, error) &&
                 read_phrases(rules, file, node, PURPOSE_FRONT, words->named_front, error);
        else if (xml_is(node, "outdated"))
            ok = read_outdated(rules, file, node, error);
        else
            read_abbreviations(words, node);
        if (!ok)
            return FALSE;
    }
    return TRUE;
}
