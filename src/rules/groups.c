/* Reading groups (groups*.xml): how their sections are recognised, and the phrases that belong to no group.
 */
#include "rules/groups.h"

#include <string.h>

#include "base/translate.h"
#include "rules/pack.h"

#define MOST_GROUPS 32

gpointer group_new(void)
{
    Group *group = g_new0(Group, 1);
    group->headings = phrase_ids_new();
    group->not_headings = phrase_ids_new();
    group->lead_ins = phrase_ids_new();
    group->verbs = phrase_ids_new();
    group->handled = phrase_ids_new();
    group->denials = phrase_ids_new();
    group->governing_denials = phrase_ids_new();
    return group;
}

void group_free(gpointer data)
{
    Group *group = data;
    g_free(group->id);
    bilingual_clear(&group->title);
    g_array_unref(group->headings);
    g_array_unref(group->not_headings);
    g_array_unref(group->lead_ins);
    g_array_unref(group->verbs);
    g_array_unref(group->handled);
    g_array_unref(group->denials);
    g_array_unref(group->governing_denials);
    g_free(group);
}

/* The phrases of groups.xml that belong to no group, and where the rule set keeps them. */
typedef struct {
    const char *element;
    Purpose purpose;
    gsize offset;
} GeneralPhrases;

static const GeneralPhrases general_phrases[] = {
    {"forms-heading", PURPOSE_HEADING, G_STRUCT_OFFSET(RuleSet, forms_headings)},
    {"mention-heading", PURPOSE_HEADING, G_STRUCT_OFFSET(RuleSet, mention_headings)},
    {"mention", PURPOSE_BODY, G_STRUCT_OFFSET(RuleSet, mentions)},
    {"off-topic", PURPOSE_BODY, G_STRUCT_OFFSET(RuleSet, off_topics)},
    {"operative", PURPOSE_BODY, G_STRUCT_OFFSET(RuleSet, operatives)},
    {"nominal", PURPOSE_BODY, G_STRUCT_OFFSET(RuleSet, nominals)},
    {"weakener", PURPOSE_BODY, G_STRUCT_OFFSET(RuleSet, weakeners)},
    {"reservation", PURPOSE_BODY, G_STRUCT_OFFSET(RuleSet, reservations)},
    {"exception", PURPOSE_BODY, G_STRUCT_OFFSET(RuleSet, exceptions)},
    {"negation", PURPOSE_BODY | PURPOSE_HEADING, G_STRUCT_OFFSET(RuleSet, negations)},
    {"catch-all", PURPOSE_BODY, G_STRUCT_OFFSET(RuleSet, catch_alls)},
    {"back-reference", PURPOSE_BODY, G_STRUCT_OFFSET(RuleSet, back_references)},
    {"not-denial", PURPOSE_BODY | PURPOSE_HEADING, G_STRUCT_OFFSET(RuleSet, not_denials)},
    {"lawful-secret", PURPOSE_BODY | PURPOSE_HEADING, G_STRUCT_OFFSET(RuleSet, lawful_secrets)},
};

_Static_assert(G_N_ELEMENTS(general_phrases) == GENERAL_PHRASES, "each has its place in the rule set");

static PhraseIds **general_set(RuleSet *rules, guint index)
{
    return G_STRUCT_MEMBER_P(rules, general_phrases[index].offset);
}

void general_phrases_new(RuleSet *rules)
{
    for (guint i = 0; i < GENERAL_PHRASES; i++)
        *general_set(rules, i) = phrase_ids_new();
}

PhraseIds *general_phrases_at(RuleSet *rules, guint index)
{
    return *general_set(rules, index);
}

void general_phrases_free(RuleSet *rules)
{
    for (guint i = 0; i < GENERAL_PHRASES; i++)
        g_array_unref(*general_set(rules, i));
}

/* Reading. */

/* Whether a phrase of a group is for texts of some profiles only, or may be. */
static gboolean is_of_profiles(const xmlNode *node)
{
    return xml_is(node, "denial") || xml_file_attribute(node, "profiles");
}

/* Where the group keeps the phrases of an element. */
static PhraseIds *phrases_of_element(Group *group, const xmlNode *node)
{
    return xml_is(node, "heading")       ? group->headings
           : xml_is(node, "not-heading") ? group->not_headings
           : xml_is(node, "lead-in")     ? group->lead_ins
           : xml_is(node, "handled")     ? group->handled
           : xml_is(node, "denial")      ? group->denials
                                         : group->verbs;
}

/* The phrases of a group, from its definition or from an extension, for texts of all profiles. */
static gboolean read_group_phrases(RuleSet *rules, const XmlFile *file, const xmlNode *node, Group *group,
                                   GError **error)
{
    for (const xmlNode *child = xml_first_element(node); child; child = xml_next_element(child)) {
        if (xml_is(child, "title")) {
            bilingual_read(child, &group->title);
            continue;
        }
        if (is_of_profiles(child))
            continue; /* read when the packs are known */
        PhraseIds *ids = phrases_of_element(group, child);
        gboolean heading = ids == group->headings || ids == group->not_headings;
        if (!ruleset_add_phrase(rules, file, child, heading ? PURPOSE_HEADING : PURPOSE_BODY, UNIT_NONE, ids,
                                error))
            return FALSE;
    }
    return TRUE;
}

static gboolean read_group(RuleSet *rules, const XmlFile *file, const xmlNode *node, GError **error)
{
    Group *group = group_new();
    gboolean ok = TRUE;

    group->id = g_strdup(xml_file_attribute(node, "id"));
    ok = xml_attribute_flag(file, node, "duty", FALSE, &group->duty, error) &&
         xml_attribute_flag(file, node, "spans", FALSE, &group->spans, error) &&
         xml_attribute_flag(file, node, "essential", FALSE, &group->essential, error) &&
         xml_attribute_flag(file, node, "everyday", FALSE, &group->everyday, error) &&
         xml_attribute_flag(file, node, "body", FALSE, &group->body, error);
    if (ruleset_group(rules, group->id) >= 0)
        ok =
            xml_file_error(file, node, error, N_("nhóm “%s” được khai hai lần; bỏ một trong hai"), group->id);
    g_ptr_array_add(rules->groups, group);
    if (rules->groups->len > MOST_GROUPS)
        ok = xml_file_error(file, node, error, N_("có hơn %d nhóm; gộp bớt lại"), MOST_GROUPS);
    return ok && read_group_phrases(rules, file, node, group, error);
}

static gboolean read_general_phrase(RuleSet *rules, const XmlFile *file, const xmlNode *node, GError **error)
{
    for (guint i = 0; i < GENERAL_PHRASES; i++)
        if (xml_is(node, general_phrases[i].element))
            return ruleset_add_phrase(rules, file, node, general_phrases[i].purpose, UNIT_NONE,
                                      *general_set(rules, i), error);
    return xml_unknown_element(file, node, error);
}

gboolean groups_read(RuleSet *rules, const XmlFile *file, GError **error)
{
    for (const xmlNode *node = xml_first_element(xml_file_root(file)); node; node = xml_next_element(node))
        if (!xml_is(node, "extend") && !xml_is(node, "denial") &&
            !(xml_is(node, "group") ? read_group(rules, file, node, error)
                                    : read_general_phrase(rules, file, node, error)))
            return FALSE;
    return TRUE;
}

/* forms="…": the group of a section's forms where it is another; read when all groups are known. */
gboolean groups_read_forms(RuleSet *rules, const XmlFile *file, GError **error)
{
    for (const xmlNode *node = xml_first_element(xml_file_root(file)); node; node = xml_next_element(node)) {
        if (!xml_is(node, "group"))
            continue;
        gint index = ruleset_group(rules, xml_file_attribute(node, "id"));
        const char *forms = xml_file_attribute(node, "forms");
        gint target = forms ? ruleset_group(rules, forms) : index;
        if (target < 0)
            return xml_file_error(file, node, error,
                                  N_("không có nhóm “%s”; sửa mã, các nhóm được khai trong groups.xml"),
                                  forms);
        ((Group *)rules->groups->pdata[index])->forms = (guint)target;
    }
    return TRUE;
}

/* <extend group="…">: more phrases for a group that another file defines; read when all groups are known. */
gboolean groups_read_extensions(RuleSet *rules, const XmlFile *file, GError **error)
{
    for (const xmlNode *node = xml_first_element(xml_file_root(file)); node; node = xml_next_element(node)) {
        if (!xml_is(node, "extend"))
            continue;
        const char *id = xml_file_attribute(node, "group");
        gint index = ruleset_group(rules, id);
        if (index < 0)
            return xml_file_error(file, node, error,
                                  N_("không có nhóm “%s”; sửa mã, các nhóm được khai trong groups.xml"), id);
        if (!read_group_phrases(rules, file, node, rules->groups->pdata[index], error))
            return FALSE;
    }
    return TRUE;
}

/* What the packs of profiles (blank-separated) scan for; 0 when they have none. */
static guint purposes_of_profiles(const RuleSet *rules, const char *profiles)
{
    g_auto(GStrv) names = g_strsplit(profiles, " ", -1);
    guint purposes = 0;
    for (guint p = 0; p < rules->packs->len; p++) {
        const Pack *pack = rules->packs->pdata[p];
        if (g_strv_contains((const char *const *)names, pack->profile))
            purposes |= pack->purpose;
    }
    return purposes;
}

/* What scans for a phrase: the packs of its profiles, or every scan where it names none; 0 on error. */
static guint purposes_of_phrase(const RuleSet *rules, const XmlFile *file, const xmlNode *phrase,
                                GError **error)
{
    const char *profiles = xml_file_attribute(phrase, "profiles");
    guint purposes =
        profiles ? purposes_of_profiles(rules, profiles) : (guint)(PURPOSE_BODY | PURPOSE_HEADING);
    if (purposes == 0)
        xml_file_error(file, phrase, error, N_("không có gói quy tắc cho các loại đơn vị “%s”"), profiles);
    return purposes;
}

/* The denials within a group, and what else of it is for some profiles. */
static gboolean read_phrases_of_profiles(RuleSet *rules, const XmlFile *file, const xmlNode *node,
                                         Group *group, GError **error)
{
    for (const xmlNode *child = xml_first_element(node); child; child = xml_next_element(child)) {
        if (!is_of_profiles(child))
            continue;
        const guint purposes = purposes_of_phrase(rules, file, child, error);
        if (purposes == 0 || !ruleset_add_phrase(rules, file, child, purposes, UNIT_NONE,
                                                 phrases_of_element(group, child), error))
            return FALSE;
    }
    return TRUE;
}

/* A denial that several groups share: those it names, or all. */
static gboolean read_shared_denial(RuleSet *rules, const XmlFile *file, const xmlNode *node, GError **error)
{
    const char *groups = xml_file_attribute(node, "groups");
    g_auto(GStrv) names = g_strsplit(groups ? groups : "", " ", -1);
    g_autoptr(GArray) ids = phrase_ids_new();
    const guint purposes = purposes_of_phrase(rules, file, node, error);
    gboolean governs;

    if (!xml_attribute_flag(file, node, "governs", FALSE, &governs, error))
        return FALSE;
    for (guint i = 0; groups && names[i]; i++)
        if (ruleset_group(rules, names[i]) < 0)
            return xml_file_error(file, node, error,
                                  N_("không có nhóm “%s”; sửa mã, các nhóm được khai trong groups.xml"),
                                  names[i]);
    if (purposes == 0 || !ruleset_add_phrase(rules, file, node, purposes, UNIT_NONE, ids, error))
        return FALSE;
    for (guint g = 0; g < rules->groups->len; g++) {
        Group *group = rules->groups->pdata[g];
        if (groups && !g_strv_contains((const char *const *)names, group->id))
            continue;
        g_array_append_vals(group->denials, ids->data, ids->len);
        if (governs)
            g_array_append_vals(group->governing_denials, ids->data, ids->len);
    }
    return TRUE;
}

/* What sentences refuse, and what is for some profiles; read when the packs are known, whose scans look for
 * it. */
gboolean groups_read_denials(RuleSet *rules, const XmlFile *file, GError **error)
{
    for (const xmlNode *node = xml_first_element(xml_file_root(file)); node; node = xml_next_element(node)) {
        const gboolean extends = xml_is(node, "extend");
        gboolean ok = TRUE;
        if (xml_is(node, "denial"))
            ok = read_shared_denial(rules, file, node, error);
        else if (extends || xml_is(node, "group"))
            ok = read_phrases_of_profiles(
                rules, file, node,
                rules->groups
                    ->pdata[ruleset_group(rules, xml_file_attribute(node, extends ? "group" : "id"))],
                error);
        if (!ok)
            return FALSE;
    }
    return TRUE;
}
