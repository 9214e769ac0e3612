/* Reading kinds*.xml: kinds of documents and of units, and what else a text tells about its unit. */
#include "rules/kinds.h"

#include <string.h>

#include "rules/pack.h"

gpointer kind_new(void)
{
    Kind *kind = g_new0(Kind, 1);
    kind->titles = phrase_ids_new();
    kind->bodies = phrase_ids_new();
    return kind;
}

void kind_free(gpointer data)
{
    Kind *kind = data;
    g_free(kind->id);
    bilingual_clear(&kind->title);
    g_array_unref(kind->titles);
    g_array_unref(kind->bodies);
    g_free(kind);
}

gpointer profile_new(void)
{
    Profile *profile = g_new0(Profile, 1);
    profile->units = phrase_ids_new();
    profile->bodies = phrase_ids_new();
    return profile;
}

void profile_free(gpointer data)
{
    Profile *profile = data;
    g_free(profile->id);
    g_free(profile->parent);
    bilingual_clear(&profile->title);
    g_array_unref(profile->units);
    g_array_unref(profile->bodies);
    g_free(profile);
}

/* A phrase for the document's front, or one for its body. */
static gboolean read_kind_phrase(RuleSet *rules, const XmlFile *file, const xmlNode *node,
                                 const char *front_element, PhraseIds *front, PhraseIds *body, GError **error)
{
    gboolean is_front = xml_is(node, front_element);
    return ruleset_add_phrase(rules, file, node, is_front ? PURPOSE_FRONT : PURPOSE_KIND, UNIT_NONE,
                              is_front ? front : body, error);
}

static gboolean read_kind(RuleSet *rules, const XmlFile *file, const xmlNode *node, GError **error)
{
    Kind *kind = kind_new();
    g_ptr_array_add(rules->kinds, kind);
    kind->id = g_strdup(xml_file_attribute(node, "id"));
    kind->judged = strcmp(xml_file_attribute(node, "outcome"), "judged") == 0;
    if (!xml_attribute_flag(file, node, "yields", FALSE, &kind->yields, error))
        return FALSE;
    for (const xmlNode *child = xml_first_element(node); child; child = xml_next_element(child)) {
        if (xml_is(child, "title"))
            bilingual_read(child, &kind->title);
        else if (!read_kind_phrase(rules, file, child, "title-phrase", kind->titles, kind->bodies, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean read_profile(RuleSet *rules, const XmlFile *file, const xmlNode *node, GError **error)
{
    Profile *profile = profile_new();
    g_ptr_array_add(rules->profiles, profile);
    profile->id = g_strdup(xml_file_attribute(node, "id"));
    profile->parent = g_strdup(xml_file_attribute(node, "inherits"));
    for (const xmlNode *child = xml_first_element(node); child; child = xml_next_element(child)) {
        if (xml_is(child, "title"))
            bilingual_read(child, &profile->title);
        else if (!read_kind_phrase(rules, file, child, "unit-phrase", profile->units, profile->bodies, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean read_kinds_entry(RuleSet *rules, const XmlFile *file, const xmlNode *node, GError **error)
{
    if (xml_is(node, "kind"))
        return read_kind(rules, file, node, error);
    if (xml_is(node, "profile"))
        return read_profile(rules, file, node, error);
    if (xml_is(node, "staff-count"))
        return ruleset_add_phrase(rules, file, node, PURPOSE_BODY, UNIT_PERSONS, rules->staff_counts, error);
    if (xml_is(node, "no-union"))
        return ruleset_add_phrase(rules, file, node, PURPOSE_BODY, UNIT_NONE, rules->no_union, error);
    if (xml_is(node, "dispersed"))
        return ruleset_add_phrase(rules, file, node, PURPOSE_BODY, UNIT_NONE, rules->dispersed, error);
    if (!xml_is(node, "state-owned") && !xml_is(node, "private"))
        return xml_unknown_element(file, node, error);
    return ruleset_add_phrase(rules, file, node, PURPOSE_FRONT | PURPOSE_KIND, UNIT_NONE,
                              xml_is(node, "private") ? rules->private_owned : rules->state_owned, error);
}

gboolean kinds_read(RuleSet *rules, const XmlFile *file, GError **error)
{
    for (const xmlNode *node = xml_first_element(xml_file_root(file)); node; node = xml_next_element(node))
        if (!read_kinds_entry(rules, file, node, error))
            return FALSE;
    return TRUE;
}
