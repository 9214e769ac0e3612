/* Loading a rule set: its files (rule_files.c) read in the order of dependence
 * (lexicon, instruments, groups, kinds, packs), compiled, and checked for ids that clash; or, for the very
 * files that the program was built with, what they became then (ruleset_image.c). */
#include "rules/ruleset.h"

#include <string.h>

#include "base/error.h"
#include "base/translate.h"
#include "rules/groups.h"
#include "rules/kinds.h"
#include "rules/lexicon.h"
#include "rules/measured.h"
#include "rules/pack.h"
#include "rules/rule_files.h"
#include "rules/ruleset_image.h"
#include "rules/wordings.h"
#include "rules/xml_file.h"

PhraseIds *phrase_ids_new(void)
{
    return g_array_new(FALSE, FALSE, sizeof(guint));
}

static RuleSet *ruleset_new(void)
{
    RuleSet *rules = g_new0(RuleSet, 1);
    rules->book = phrasebook_new();
    rules->state_owned = phrase_ids_new();
    rules->private_owned = phrase_ids_new();
    rules->staff_counts = phrase_ids_new();
    rules->no_union = phrase_ids_new();
    rules->dispersed = phrase_ids_new();
    rules->open_classes = g_ptr_array_new_with_free_func(open_class_free);
    rules->groups = g_ptr_array_new_with_free_func(group_free);
    rules->kinds = g_ptr_array_new_with_free_func(kind_free);
    rules->profiles = g_ptr_array_new_with_free_func(profile_free);
    rules->packs = g_ptr_array_new_with_free_func(pack_free);
    rules->near_misses = word_counts_new();
    rules->tone_lines = tone_lines_new();
    rules->tone = g_array_new(FALSE, TRUE, sizeof(ToneSlot));
    rules->phrase_groups = g_array_new(FALSE, TRUE, sizeof(guint32));
    rules->consistency = consistency_words_new();
    general_phrases_new(rules);
    return rules;
}

void ruleset_free(RuleSet *rules)
{
    if (!rules)
        return;
    phrasebook_free(rules->book);
    g_array_unref(rules->state_owned);
    g_array_unref(rules->private_owned);
    g_array_unref(rules->staff_counts);
    g_array_unref(rules->no_union);
    g_array_unref(rules->dispersed);
    instruments_free(rules->instruments);
    g_ptr_array_unref(rules->open_classes);
    g_ptr_array_unref(rules->groups);
    g_ptr_array_unref(rules->kinds);
    g_ptr_array_unref(rules->profiles);
    g_ptr_array_unref(rules->packs);
    general_phrases_free(rules);
    g_array_unref(rules->near_misses);
    tone_lines_free(rules->tone_lines);
    g_array_unref(rules->tone);
    g_array_unref(rules->phrase_groups);
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

guint32 ruleset_groups(const RuleSet *rules, gboolean (*holds)(const Group *group))
{
    guint32 groups = 0;
    for (guint g = 0; g < rules->groups->len; g++)
        if (holds(rules->groups->pdata[g]))
            groups |= 1u << g;
    return groups;
}

guint32 ruleset_forms(const RuleSet *rules, guint32 groups)
{
    guint32 forms = 0;
    for (guint g = 0; g < rules->groups->len; g++)
        if (groups >> g & 1)
            forms |= 1u << ((const Group *)rules->groups->pdata[g])->forms;
    return forms;
}

const Requirement *ruleset_legal_basis(const RuleSet *rules, const Pack *pack)
{
    const gint group = ruleset_group(rules, LEGAL_BASIS);
    for (guint r = 0; r < pack->requirements->len; r++) {
        const Requirement *requirement = pack->requirements->pdata[r];
        if ((gint)requirement->group == group)
            return requirement;
    }
    return NULL;
}

gboolean item_sets_number(const Item *item)
{
    for (guint i = 0; i < item->parts->len; i++)
        if (g_array_index(item->parts, Part, i).unit != UNIT_NONE)
            return TRUE;
    return FALSE;
}

Item *ruleset_item(const RuleSet *rules, const char *id)
{
    for (guint p = 0; p < rules->packs->len; p++) {
        const Pack *pack = rules->packs->pdata[p];
        for (guint r = 0; r < pack->requirements->len; r++) {
            const Requirement *requirement = pack->requirements->pdata[r];
            for (guint i = 0; i < requirement->items->len; i++) {
                Item *item = requirement->items->pdata[i];
                if (g_str_equal(item->id, id))
                    return item;
            }
        }
    }
    return NULL;
}

void ruleset_for_each_item(RuleSet *rules, void (*see)(RuleSet *rules, Item *item, gpointer data),
                           gpointer data)
{
    for (guint p = 0; p < rules->packs->len; p++) {
        const Pack *pack = rules->packs->pdata[p];
        for (guint r = 0; r < pack->requirements->len; r++) {
            const Requirement *requirement = pack->requirements->pdata[r];
            for (guint i = 0; i < requirement->items->len; i++)
                see(rules, requirement->items->pdata[i], data);
        }
    }
}

static gboolean read_instruments(RuleSet *rules, const XmlFile *file, GError **error)
{
    if (!rules->instruments)
        rules->instruments = instruments_new();
    return instruments_add(rules->instruments, file, error);
}

/* What to do with each kind of file, in the order of dependence. */
typedef struct {
    const char *root;
    gboolean (*read)(RuleSet *rules, const XmlFile *file, GError **error);
} FileReader;

static gboolean read_files(RuleSet *rules, const GPtrArray *files, GError **error)
{
    static const FileReader readers[] = {{"lexicon", lexicon_read},
                                         {"lexicon", lexicon_read_definitions},
                                         {"instruments", read_instruments},
                                         {"groups", groups_read},
                                         {"groups", groups_read_forms},
                                         {"groups", groups_read_extensions},
                                         {"kinds", kinds_read},
                                         {"pack", pack_read},
                                         {"measured", measured_read},
                                         {"wordings", wordings_read},
                                         {"tones", wordings_read_tones},
                                         {"groups", groups_read_denials},
                                         {"consistency", consistency_words_read}};
    for (guint r = 0; r < G_N_ELEMENTS(readers); r++)
        for (guint i = 0; i < files->len; i++)
            if (xml_is(xml_file_root(files->pdata[i]), readers[r].root) &&
                !readers[r].read(rules, files->pdata[i], error))
                return FALSE;
    wordings_count_items(rules);
    return TRUE;
}

/* Checks across files. */

static gboolean claim_id(GHashTable *ids, const char *id, const char *file, guint line, GError **error)
{
    const char *holder = g_hash_table_lookup(ids, id);
    if (holder) {
        g_autofree char *place = g_strdup_printf("%s:%u", file, line);
        return error_set_both(error, RASOAT_ERROR_RULES, place, N_("mã “%s” đã dùng ở %s; đặt mã khác"), id,
                              holder);
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
            g_autofree char *place = g_strdup_printf("%s:1", pack->file);
            return error_set_both(
                error, RASOAT_ERROR_RULES, place,
                N_("không có loại đơn vị (profile) “%s”; các loại được khai trong kinds.xml"), pack->profile);
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

static void note_phrase_groups(RuleSet *rules, Item *item, gpointer data)
{
    (void)data;
    for (guint p = 0; p < item->parts->len; p++) {
        const PhraseIds *phrases = g_array_index(item->parts, Part, p).phrases;
        for (guint i = 0; i < phrases->len; i++)
            g_array_index(rules->phrase_groups, guint32, g_array_index(phrases, guint, i)) |= 1u
                                                                                              << item->group;
    }
}

/* Compiles the rules of files, and a phrase with them unless it is NULL. */
static gboolean compile(RuleSet *rules, const RuleFiles *files, const char *phrase, guint *id, GError **error)
{
    g_autoptr(GPtrArray) trees = rule_files_parse(files, error);

    if (!trees || !read_files(rules, trees, error))
        return FALSE;
    if (phrase && !phrasebook_add(rules->book, phrase, PURPOSE_BODY, UNIT_NONE, "rules try", id, error))
        return FALSE;
    g_array_set_size(rules->phrase_groups, phrasebook_size(rules->book));
    ruleset_for_each_item(rules, note_phrase_groups, NULL);
    return phrasebook_seal(rules->book, error) && check_ids(rules, error);
}

static RuleSet *load(const char *directory, gboolean ahead, const char *phrase, guint *id, GError **error)
{
    g_autoptr(RuleFiles) files = rule_files_read(directory, error);
    g_autoptr(RuleSet) rules = ruleset_new();

    if (!files)
        return NULL;
    if (ahead && ruleset_image_is_of(files))
        ruleset_image_read(rules, files);
    else if (!compile(rules, files, phrase, id, error))
        return NULL;
    if (!rules->instruments) {
        error_set_words(error, RASOAT_ERROR_RULES, directory,
                        N_("thiếu danh mục văn bản (instruments.xml); ghi thư mục có tệp ấy"));
        return NULL;
    }
    rules->directory = g_strdup(directory);
    rules->digest = g_steal_pointer(&files->digest);
    return g_steal_pointer(&rules);
}

RuleSet *ruleset_load(const char *directory, GError **error)
{
    return load(directory, TRUE, NULL, NULL, error);
}

RuleSet *ruleset_compile(const char *directory, GError **error)
{
    return load(directory, FALSE, NULL, NULL, error);
}

RuleSet *ruleset_load_with_phrase(const char *directory, const char *phrase, guint *id, GError **error)
{
    return load(directory, FALSE, phrase, id, error);
}

static gboolean is_for_owner(const Pack *pack, const char *as_of, Owner owner)
{
    return pack->owner == OWNER_ANY || pack->owner == owner ||
           (pack->owner_from && strcmp(as_of, pack->owner_from) < 0);
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
                is_for_owner(pack, as_of, owner) && (!pack->to || strcmp(as_of, pack->to) < 0))
                g_ptr_array_insert(packs, front++, pack);
        }
    }
    return packs;
}
