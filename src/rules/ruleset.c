/* Loading a rule set: its files (rule_files.c) read in the order of dependence
 * (lexicon, instruments, groups, kinds, packs), compiled, and checked for ids that clash. */
#include "rules/ruleset.h"

#include <string.h>

#include "base/error.h"
#include "rules/measured.h"
#include "rules/pack.h"
#include "rules/rule_files.h"
#include "rules/xml_file.h"

#define MOST_GROUPS 32

static PhraseIds *phrase_ids_new(void)
{
    return g_array_new(FALSE, FALSE, sizeof(guint));
}

static void group_free(gpointer data)
{
    Group *group = data;
    g_free(group->id);
    bilingual_clear(&group->title);
    g_array_unref(group->headings);
    g_array_unref(group->not_headings);
    g_array_unref(group->lead_ins);
    g_array_unref(group->verbs);
    g_array_unref(group->denials);
    g_array_unref(group->governing_denials);
    g_free(group);
}

static void open_class_free(gpointer data)
{
    OpenClass *class = data;
    g_free(class->name);
    g_array_unref(class->definitions);
    g_free(class);
}

static void kind_free(gpointer data)
{
    Kind *kind = data;
    g_free(kind->id);
    bilingual_clear(&kind->title);
    g_array_unref(kind->titles);
    g_array_unref(kind->bodies);
    g_free(kind);
}

static void profile_free(gpointer data)
{
    Profile *profile = data;
    g_free(profile->id);
    g_free(profile->parent);
    bilingual_clear(&profile->title);
    g_array_unref(profile->units);
    g_array_unref(profile->bodies);
    g_free(profile);
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
};

static PhraseIds **general_set(RuleSet *rules, guint index)
{
    return G_STRUCT_MEMBER_P(rules, general_phrases[index].offset);
}

static RuleSet *ruleset_new(void)
{
    RuleSet *rules = g_new0(RuleSet, 1);
    rules->book = phrasebook_new();
    rules->state_owned = phrase_ids_new();
    rules->staff_counts = phrase_ids_new();
    rules->no_union = phrase_ids_new();
    rules->dispersed = phrase_ids_new();
    rules->open_classes = g_ptr_array_new_with_free_func(open_class_free);
    rules->groups = g_ptr_array_new_with_free_func(group_free);
    rules->kinds = g_ptr_array_new_with_free_func(kind_free);
    rules->profiles = g_ptr_array_new_with_free_func(profile_free);
    rules->packs = g_ptr_array_new_with_free_func(pack_free);
    rules->consistency = consistency_words_new();
    for (guint i = 0; i < G_N_ELEMENTS(general_phrases); i++)
        *general_set(rules, i) = phrase_ids_new();
    return rules;
}

void ruleset_free(RuleSet *rules)
{
    if (!rules)
        return;
    phrasebook_free(rules->book);
    g_array_unref(rules->state_owned);
    g_array_unref(rules->staff_counts);
    g_array_unref(rules->no_union);
    g_array_unref(rules->dispersed);
    instruments_free(rules->instruments);
    g_ptr_array_unref(rules->open_classes);
    g_ptr_array_unref(rules->groups);
    g_ptr_array_unref(rules->kinds);
    g_ptr_array_unref(rules->profiles);
    g_ptr_array_unref(rules->packs);
    for (guint i = 0; i < G_N_ELEMENTS(general_phrases); i++)
        g_array_unref(*general_set(rules, i));
    consistency_words_free(rules->consistency);
    g_free(rules->digest);
    g_free(rules->directory);
    g_free(rules);
}

const char *ruleset_digest(const RuleSet *rules)
{
    return rules->digest;
}

gint ruleset_group(const RuleSet *rules, const char *id)
{
    for (guint i = 0; i < rules->groups->len; i++)
        if (strcmp(((const Group *)rules->groups->pdata[i])->id, id) == 0)
            return (gint)i;
    return -1;
}

/* Reading. */

/* Makes a class open: one more phrase, a word that no text has, stands for the names that documents add. */
static gboolean open_class(RuleSet *rules, const char *name, const char *where, GError **error)
{
    g_autofree char *word = g_strdup_printf("%sxqz", name);
    g_autofree char *whole = g_strdup_printf("^ @%s $", name);
    OpenClass *class = g_new0(OpenClass, 1);
    guint64 bare_key;

    g_ptr_array_add(rules->open_classes, class);
    class->name = g_strdup(name);
    class->definitions = phrase_ids_new();
    if (!word_keys(word, strlen(word), &class->key, &bare_key)) {
        error_set(error, RASOAT_ERROR_RULES, "%s: an open class has a name of one word, not “%s”", where,
                  name);
        return FALSE;
    }
    return phrasebook_add_class(rules->book, name, word, where, error) &&
           phrasebook_add(rules->book, whole, PURPOSE_NAMING, UNIT_NONE, where, &class->whole, error);
}

static gboolean read_class(RuleSet *rules, const XmlFile *file, const xmlNode *class, GError **error)
{
    const char *name = xml_file_attribute(class, "name");
    gboolean open;

    if (!xml_attribute_flag(file, class, "open", FALSE, &open, error))
        return FALSE;
    g_autofree char *class_where = g_strdup_printf("%s:%u", file->path, xml_line(class));
    if (open && !open_class(rules, name, class_where, error))
        return FALSE;
    for (const xmlNode *node = xml_first_element(class); node; node = xml_next_element(node)) {
        g_autofree char *text = xml_text(node);
        g_autofree char *where = g_strdup_printf("%s:%u", file->path, xml_line(node));
        if (!phrasebook_add_class(rules->book, name, text, where, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean read_lexicon(RuleSet *rules, const XmlFile *file, GError **error)
{
    for (const xmlNode *node = xml_first_element(xml_file_root(file)); node; node = xml_next_element(node))
        if (xml_is(node, "class") && !read_class(rules, file, node, error))
            return FALSE;
    return TRUE;
}

/* <definition class="…">: how documents introduce names of their own; read when all classes are known. */
static gboolean read_definitions(RuleSet *rules, const XmlFile *file, GError **error)
{
    for (const xmlNode *node = xml_first_element(xml_file_root(file)); node; node = xml_next_element(node)) {
        if (!xml_is(node, "definition"))
            continue;
        const char *name = xml_file_attribute(node, "class");
        OpenClass *class = NULL;
        for (guint i = 0; i < rules->open_classes->len; i++)
            if (strcmp(((OpenClass *)rules->open_classes->pdata[i])->name, name) == 0)
                class = rules->open_classes->pdata[i];
        if (!class)
            return xml_file_error(file, node, error, "class “%s” is not open", name);
        if (!ruleset_add_phrase(rules, file, node, PURPOSE_NAMING, UNIT_NONE, class->definitions, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean read_instruments(RuleSet *rules, const XmlFile *file, GError **error)
{
    if (!rules->instruments)
        rules->instruments = instruments_new();
    return instruments_add(rules->instruments, file, error);
}

/* The phrases of a group, from its definition or from an extension. */
static gboolean read_group_phrases(RuleSet *rules, const XmlFile *file, const xmlNode *node, Group *group,
                                   GError **error)
{
    for (const xmlNode *child = xml_first_element(node); child; child = xml_next_element(child)) {
        if (xml_is(child, "title")) {
            bilingual_read(child, &group->title);
            continue;
        }
        if (xml_is(child, "denial"))
            continue; /* read when the packs are known */
        PhraseIds *ids = xml_is(child, "heading")       ? group->headings
                         : xml_is(child, "not-heading") ? group->not_headings
                         : xml_is(child, "lead-in")     ? group->lead_ins
                                                        : group->verbs;
        gboolean heading = ids == group->headings || ids == group->not_headings;
        if (!ruleset_add_phrase(rules, file, child, heading ? PURPOSE_HEADING : PURPOSE_BODY, UNIT_NONE, ids,
                                error))
            return FALSE;
    }
    return TRUE;
}

static gboolean read_group(RuleSet *rules, const XmlFile *file, const xmlNode *node, GError **error)
{
    Group *group = g_new0(Group, 1);
    gboolean ok = TRUE;

    group->headings = phrase_ids_new();
    group->not_headings = phrase_ids_new();
    group->lead_ins = phrase_ids_new();
    group->verbs = phrase_ids_new();
    group->denials = phrase_ids_new();
    group->governing_denials = phrase_ids_new();
    group->id = g_strdup(xml_file_attribute(node, "id"));
    ok = xml_attribute_flag(file, node, "duty", FALSE, &group->duty, error) &&
         xml_attribute_flag(file, node, "spans", FALSE, &group->spans, error) &&
         xml_attribute_flag(file, node, "everyday", FALSE, &group->everyday, error);
    if (ruleset_group(rules, group->id) >= 0)
        ok = xml_file_error(file, node, error, "group “%s” is defined twice", group->id);
    g_ptr_array_add(rules->groups, group);
    if (rules->groups->len > MOST_GROUPS)
        ok = xml_file_error(file, node, error, "more than %d groups", MOST_GROUPS);
    return ok && read_group_phrases(rules, file, node, group, error);
}

static gboolean read_general_phrase(RuleSet *rules, const XmlFile *file, const xmlNode *node, GError **error)
{
    for (guint i = 0; i < G_N_ELEMENTS(general_phrases); i++)
        if (xml_is(node, general_phrases[i].element))
            return ruleset_add_phrase(rules, file, node, general_phrases[i].purpose, UNIT_NONE,
                                      *general_set(rules, i), error);
    return xml_unknown_element(file, node, error);
}

static gboolean read_groups(RuleSet *rules, const XmlFile *file, GError **error)
{
    for (const xmlNode *node = xml_first_element(xml_file_root(file)); node; node = xml_next_element(node))
        if (!xml_is(node, "extend") && !xml_is(node, "denial") &&
            !(xml_is(node, "group") ? read_group(rules, file, node, error)
                                    : read_general_phrase(rules, file, node, error)))
            return FALSE;
    return TRUE;
}

/* forms="…": the group of a section's forms where it is another; read when all groups are known. */
static gboolean read_forms(RuleSet *rules, const XmlFile *file, GError **error)
{
    for (const xmlNode *node = xml_first_element(xml_file_root(file)); node; node = xml_next_element(node)) {
        if (!xml_is(node, "group"))
            continue;
        gint index = ruleset_group(rules, xml_file_attribute(node, "id"));
        const char *forms = xml_file_attribute(node, "forms");
        gint target = forms ? ruleset_group(rules, forms) : index;
        if (target < 0)
            return xml_file_error(file, node, error, "unknown group “%s”", forms);
        ((Group *)rules->groups->pdata[index])->forms = (guint)target;
    }
    return TRUE;
}

/* <extend group="…">: more phrases for a group that another file defines; read when all groups are known. */
static gboolean read_extensions(RuleSet *rules, const XmlFile *file, GError **error)
{
    for (const xmlNode *node = xml_first_element(xml_file_root(file)); node; node = xml_next_element(node)) {
        if (!xml_is(node, "extend"))
            continue;
        const char *id = xml_file_attribute(node, "group");
        gint index = ruleset_group(rules, id);
        if (index < 0)
            return xml_file_error(file, node, error, "unknown group “%s”", id);
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

/* What scans for a denial: the packs of its profiles, or every scan where it names none; 0 on error. */
static guint purposes_of_denial(const RuleSet *rules, const XmlFile *file, const xmlNode *denial,
                                GError **error)
{
    const char *profiles = xml_file_attribute(denial, "profiles");
    guint purposes =
        profiles ? purposes_of_profiles(rules, profiles) : (guint)(PURPOSE_BODY | PURPOSE_HEADING);
    if (purposes == 0)
        xml_file_error(file, denial, error, "no pack for the profiles “%s”", profiles);
    return purposes;
}

/* The denials within a group. */
static gboolean read_denials_of_group(RuleSet *rules, const XmlFile *file, const xmlNode *node, Group *group,
                                      GError **error)
{
    for (const xmlNode *child = xml_first_element(node); child; child = xml_next_element(child)) {
        if (!xml_is(child, "denial"))
            continue;
        const guint purposes = purposes_of_denial(rules, file, child, error);
        if (purposes == 0 ||
            !ruleset_add_phrase(rules, file, child, purposes, UNIT_NONE, group->denials, error))
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
    const guint purposes = purposes_of_denial(rules, file, node, error);
    gboolean governs;

    if (!xml_attribute_flag(file, node, "governs", FALSE, &governs, error))
        return FALSE;
    for (guint i = 0; groups && names[i]; i++)
        if (ruleset_group(rules, names[i]) < 0)
            return xml_file_error(file, node, error, "unknown group “%s”", names[i]);
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

/* What sentences refuse; read when the packs are known, whose scans look for it. */
static gboolean read_denials(RuleSet *rules, const XmlFile *file, GError **error)
{
    for (const xmlNode *node = xml_first_element(xml_file_root(file)); node; node = xml_next_element(node)) {
        const gboolean extends = xml_is(node, "extend");
        gboolean ok = TRUE;
        if (xml_is(node, "denial"))
            ok = read_shared_denial(rules, file, node, error);
        else if (extends || xml_is(node, "group"))
            ok = read_denials_of_group(
                rules, file, node,
                rules->groups
                    ->pdata[ruleset_group(rules, xml_file_attribute(node, extends ? "group" : "id"))],
                error);
        if (!ok)
            return FALSE;
    }
    return TRUE;
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
    Kind *kind = g_new0(Kind, 1);
    g_ptr_array_add(rules->kinds, kind);
    kind->id = g_strdup(xml_file_attribute(node, "id"));
    kind->judged = strcmp(xml_file_attribute(node, "outcome"), "judged") == 0;
    kind->titles = phrase_ids_new();
    kind->bodies = phrase_ids_new();
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
    Profile *profile = g_new0(Profile, 1);
    g_ptr_array_add(rules->profiles, profile);
    profile->id = g_strdup(xml_file_attribute(node, "id"));
    profile->parent = g_strdup(xml_file_attribute(node, "inherits"));
    profile->units = phrase_ids_new();
    profile->bodies = phrase_ids_new();
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
    if (!xml_is(node, "state-owned"))
        return xml_unknown_element(file, node, error);
    return ruleset_add_phrase(rules, file, node, PURPOSE_FRONT | PURPOSE_KIND, UNIT_NONE, rules->state_owned,
                              error);
}

static gboolean read_kinds(RuleSet *rules, const XmlFile *file, GError **error)
{
    for (const xmlNode *node = xml_first_element(xml_file_root(file)); node; node = xml_next_element(node))
        if (!read_kinds_entry(rules, file, node, error))
            return FALSE;
    return TRUE;
}

/* What to do with each kind of file, in the order of dependence. */
typedef struct {
    const char *root;
    gboolean (*read)(RuleSet *rules, const XmlFile *file, GError **error);
} FileReader;

static gboolean read_files(RuleSet *rules, const GPtrArray *files, GError **error)
{
    static const FileReader readers[] = {{"lexicon", read_lexicon},
                                         {"lexicon", read_definitions},
                                         {"instruments", read_instruments},
                                         {"groups", read_groups},
                                         {"groups", read_forms},
                                         {"groups", read_extensions},
                                         {"kinds", read_kinds},
                                         {"pack", pack_read},
                                         {"measured", measured_read},
                                         {"groups", read_denials},
                                         {"consistency", consistency_words_read}};
    for (guint r = 0; r < G_N_ELEMENTS(readers); r++)
        for (guint i = 0; i < files->len; i++)
            if (xml_is(xml_file_root(files->pdata[i]), readers[r].root) &&
                !readers[r].read(rules, files->pdata[i], error))
                return FALSE;
    return TRUE;
}

/* Checks across files. */

static gboolean claim_id(GHashTable *ids, const char *id, const char *file, guint line, GError **error)
{
    const char *holder = g_hash_table_lookup(ids, id);
    if (holder) {
        error_set(error, RASOAT_ERROR_RULES, "%s:%u: id “%s” is taken by %s", file, line, id, holder);
        return FALSE;
    }
    g_hash_table_insert(ids, (gpointer)id, g_strdup_printf("%s:%u", file, line));
    return TRUE;
}

static const Profile *find_profile(const RuleSet *rules, const char *id)
{
    for (guint i = 0; i < rules->profiles->len; i++) {
        const Profile *profile = rules->profiles->pdata[i];
        if (strcmp(profile->id, id) == 0)
            return profile;
    }
    return NULL;
}

static gboolean check_ids(const RuleSet *rules, GError **error)
{
    g_autoptr(GHashTable) ids = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    for (guint p = 0; p < rules->packs->len; p++) {
        const Pack *pack = rules->packs->pdata[p];
        if (!claim_id(ids, pack->id, pack->file, 1, error))
            return FALSE;
        if (!find_profile(rules, pack->profile)) {
            error_set(error, RASOAT_ERROR_RULES, "%s:1: unknown profile “%s”", pack->file, pack->profile);
            return FALSE;
        }
        for (guint r = 0; r < pack->requirements->len; r++) {
            const Requirement *requirement = pack->requirements->pdata[r];
            if (!claim_id(ids, requirement->id, pack->file, requirement->line, error))
                return FALSE;
            for (guint i = 0; i < requirement->items->len; i++) {
                const Item *item = requirement->items->pdata[i];
                if (!claim_id(ids, item->id, pack->file, item->line, error))
                    return FALSE;
            }
        }
    }
    return TRUE;
}

RuleSet *ruleset_load_with_phrase(const char *directory, const char *phrase, guint *id, GError **error)
{
    g_autoptr(RuleFiles) files = rule_files_load(directory, error);
    g_autoptr(RuleSet) rules = ruleset_new();

    if (!files || !read_files(rules, files->files, error))
        return NULL;
    if (phrase && !phrasebook_add(rules->book, phrase, PURPOSE_BODY, UNIT_NONE, "1", id, error))
        return NULL;
    if (!phrasebook_seal(rules->book, error) || !check_ids(rules, error))
        return NULL;
    if (!rules->instruments) {
        error_set(error, RASOAT_ERROR_RULES, "%s: no list of instruments", directory);
        return NULL;
    }
    rules->directory = g_strdup(directory);
    rules->digest = g_steal_pointer(&files->digest);
    return g_steal_pointer(&rules);
}

RuleSet *ruleset_load(const char *directory, GError **error)
{
    return ruleset_load_with_phrase(directory, NULL, NULL, error);
}

GPtrArray *ruleset_packs(const RuleSet *rules, const char *profile, const char *as_of, Owner owner)
{
    GPtrArray *packs = g_ptr_array_new();
    guint generations = 0; /* inheritance that goes in a circle ends */
    for (const Profile *at = find_profile(rules, profile); at && generations < rules->profiles->len;
         at = at->parent ? find_profile(rules, at->parent) : NULL, generations++) {
        gint front = 0; /* what is inherited comes before what is added */
        for (guint i = 0; i < rules->packs->len; i++) {
            Pack *pack = rules->packs->pdata[i];
            if (strcmp(pack->profile, at->id) == 0 && strcmp(pack->from, as_of) <= 0 &&
                (pack->owner == OWNER_ANY || pack->owner == owner) &&
                (!pack->to || strcmp(as_of, pack->to) < 0))
                g_ptr_array_insert(packs, front++, pack);
        }
    }
    return packs;
}
