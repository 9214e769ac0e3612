/* What a rule set consists of, record by record, for both ways. Paths are kept as names of files, and become
 * paths again of the files that stand for them. */
#include "rules/ruleset_image.h"

#include <string.h>

#include "rules/groups.h"
#include "rules/kinds.h"
#include "rules/lexicon.h"
#include "rules/pack.h"

/* A structure that has grown has a field that is not described here yet; describe it, then change its size.
 */
#if GLIB_SIZEOF_VOID_P == 8
#define DESCRIBED(type, size) _Static_assert(sizeof(type) == (size), "a field of " #type " is not described")
#else
#define DESCRIBED(type, size) _Static_assert(sizeof(type) > 0, #type)
#endif
DESCRIBED(Issuer, 32);
DESCRIBED(InstrumentNote, 24);
DESCRIBED(Instrument, 120);
DESCRIBED(OpenClass, 32);
DESCRIBED(Group, 104);
DESCRIBED(Kind, 48);
DESCRIBED(Profile, 48);
DESCRIBED(Basis, 40);
DESCRIBED(BoundStep, 40);
DESCRIBED(Part, 88);
DESCRIBED(Example, 32);
DESCRIBED(Item, 272);
DESCRIBED(Requirement, 64);
DESCRIBED(Pack, 88);
DESCRIBED(OutdatedTerms, 48);
DESCRIBED(NamedKinds, 32);
DESCRIBED(ConsistencyWords, 80);
DESCRIBED(RuleSet, 264);

static void path_image(Image *image, char **path)
{
    const RuleFiles *files = image->context;
    g_autofree char *name = image->out ? g_path_get_basename(*path) : NULL;

    image_string(image, &name);
    if (!image->out)
        *path = g_strdup(rule_files_path(files, name));
}

/* Instruments. */

static void issuer_image(Image *image, gpointer record)
{
    Issuer *issuer = record;

    image_string(image, &issuer->name);
    image_string(image, &issuer->symbol);
    image_value(image, issuer->local);
    image_strings(image, issuer->names);
}

static void note_image(Image *image, gpointer record)
{
    InstrumentNote *note = record;

    image_bilingual(image, &note->text);
    image_string(image, &note->from);
}

static void instrument_image(Image *image, gpointer record)
{
    Instrument *act = record;
    char **const texts[] = {&act->number,       &act->kind,        &act->issuer,
                            &act->title,        &act->issued,      &act->effective_from,
                            &act->effective_to, &act->replaced_by, &act->about};

    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        image_string(image, texts[i]);
    image_value(image, act->verified);
    image_records(image, act->notes, instrument_note_new, note_image);
    image_strings(image, act->names);
    image_strings(image, act->subjects);
    path_image(image, &act->path);
    image_value(image, act->line);
}

static void instruments_image(Image *image, Instruments *instruments)
{
    image_records(image, instruments->list, instrument_new, instrument_image);
    image_records(image, instruments->issuers, issuer_new, issuer_image);
    image_strings(image, instruments->unlisted);
    for (guint i = 0; !image->out && i < instruments->list->len; i++) {
        Instrument *act = instruments->list->pdata[i];
        g_hash_table_insert(instruments->by_number, act->number, act);
    }
}

/* Lexicon, groups, kinds. */

static void open_class_image(Image *image, gpointer record)
{
    OpenClass *class = record;

    image_string(image, &class->name);
    image_array(image, class->definitions);
    image_value(image, class->whole);
    image_value(image, class->key);
}

static void group_image(Image *image, gpointer record)
{
    Group *group = record;
    PhraseIds *const sets[] = {group->headings, group->not_headings, group->lead_ins,         group->verbs,
                               group->handled,  group->denials,      group->governing_denials};

    image_string(image, &group->id);
    image_bilingual(image, &group->title);
    image_value(image, group->duty);
    image_value(image, group->spans);
    image_value(image, group->everyday);
    image_value(image, group->essential);
    image_value(image, group->body);
    image_value(image, group->forms);
    for (guint i = 0; i < G_N_ELEMENTS(sets); i++)
        image_array(image, sets[i]);
}

static void kind_image(Image *image, gpointer record)
{
    Kind *kind = record;

    image_string(image, &kind->id);
    image_bilingual(image, &kind->title);
    image_value(image, kind->judged);
    image_value(image, kind->yields);
    image_array(image, kind->titles);
    image_array(image, kind->bodies);
}

static void profile_image(Image *image, gpointer record)
{
    Profile *profile = record;

    image_string(image, &profile->id);
    image_string(image, &profile->parent);
    image_bilingual(image, &profile->title);
    image_array(image, profile->units);
    image_array(image, profile->bodies);
}

/* Packs. */

static void basis_image(Image *image, gpointer record)
{
    Basis *basis = record;

    image_string(image, &basis->instrument);
    image_string(image, &basis->article);
    image_string(image, &basis->clause);
    image_string(image, &basis->point);
    image_value(image, basis->unverified);
}

static void step_image(Image *image, gpointer record)
{
    BoundStep *step = record;

    image_value(image, step->staff);
    image_value(image, step->least);
    image_value(image, step->most);
    image_bilingual(image, &step->law_value);
}

static void part_image(Image *image, gpointer record)
{
    Part *part = record;

    if (!part->phrases)
        part->phrases = phrase_ids_new();
    image_bilingual(image, &part->name);
    image_value(image, part->optional);
    image_value(image, part->prohibition);
    image_array(image, part->phrases);
    image_value(image, part->unit);
    image_value(image, part->least);
    image_value(image, part->most);
    image_bilingual(image, &part->law_value);
    image_value(image, part->needs_union);
    image_value(image, part->most_gathered);
    if (image_count(image, part->steps != NULL) && !part->steps)
        part->steps = bound_steps_new();
    if (part->steps)
        image_structures(image, part->steps, step_image);
}

static void example_image(Image *image, gpointer record)
{
    Example *example = record;

    image_string(image, &example->text);
    image_value(image, example->status);
    image_value(image, example->elsewhere);
    image_value(image, example->unit.staff);
    image_value(image, example->unit.has_union);
    image_value(image, example->unit.dispersed);
    image_value(image, example->line);
}

static void item_image(Image *image, gpointer record)
{
    Item *item = record;

    image_string(image, &item->id);
    image_value(image, item->group);
    image_value(image, item->scope);
    image_value(image, item->anywhere);
    image_value(image, item->section_only);
    image_value(image, item->catch_all);
    image_value(image, item->named);
    image_value(image, item->office);
    image_value(image, item->principles);
    image_value(image, item->advises);
    image_value(image, item->severity);
    image_bilingual(image, &item->title);
    basis_image(image, &item->basis);
    image_value(image, item->minimum);
    image_structures(image, item->parts, part_image);
    image_array(image, item->denials);
    image_array(image, item->section_denials);
    image_array(image, item->asides);
    image_value(image, item->staff_over);
    image_value(image, item->staff_under);
    image_value(image, item->needs_union);
    image_string(image, &item->coverage);
    image_string(image, &item->model);
    image_bilingual(image, &item->note);
    image_records(image, item->examples, example_new, example_image);
    image_array(image, item->known_words);
    image_value(image, item->known_lines);
    image_value(image, item->whole);
    image_value(image, item->known_length);
    image_array(image, item->known_headings);
    image_value(image, item->measured);
    image_value(image, item->line);
}

static void requirement_image(Image *image, gpointer record)
{
    Requirement *requirement = record;

    image_string(image, &requirement->id);
    image_value(image, requirement->group);
    image_value(image, requirement->severity);
    image_bilingual(image, &requirement->title);
    image_structures(image, requirement->bases, basis_image);
    image_string(image, &requirement->model);
    image_records(image, requirement->items, item_new, item_image);
    image_value(image, requirement->line);
}

/* An item's file is its pack's. */
static void set_files(const Pack *pack)
{
    for (guint r = 0; r < pack->requirements->len; r++) {
        const Requirement *requirement = pack->requirements->pdata[r];
        for (guint i = 0; i < requirement->items->len; i++)
            ((Item *)requirement->items->pdata[i])->file = pack->file;
    }
}

static void pack_image(Image *image, gpointer record)
{
    Pack *pack = record;

    image_string(image, &pack->id);
    image_string(image, &pack->profile);
    image_string(image, &pack->instrument);
    image_value(image, pack->owner);
    image_string(image, &pack->owner_from);
    image_value(image, pack->purpose);
    image_string(image, &pack->from);
    image_string(image, &pack->to);
    image_bilingual(image, &pack->title);
    image_records(image, pack->requirements, requirement_new, requirement_image);
    path_image(image, &pack->file);
    set_files(pack);
}

/* Words of the consistency checks. */

static void outdated_image(Image *image, gpointer record)
{
    OutdatedTerms *terms = record;

    image_string(image, &terms->from);
    image_bilingual(image, &terms->title);
    image_bilingual(image, &terms->instead);
    image_array(image, terms->phrases);
}

static gint by_text(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void abbreviations_image(Image *image, GHashTable *set)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    GHashTableIter each;
    gpointer word;

    for (g_hash_table_iter_init(&each, set); g_hash_table_iter_next(&each, &word, NULL);)
        g_ptr_array_add(words, word);
    g_ptr_array_sort(words, by_text);
    image_strings(image, words);
    for (guint i = 0; !image->out && i < words->len; i++)
        g_hash_table_add(set, words->pdata[i]);
}

static void named_image(Image *image, gpointer record)
{
    NamedKinds *kinds = record;

    image_value(image, kinds->is_place);
    image_value(image, kinds->spoken);
    image_value(image, kinds->kinds);
    image_array(image, kinds->front);
    image_array(image, kinds->body);
}

static void consistency_image(Image *image, ConsistencyWords *words)
{
    image_array(image, words->unadapted);
    image_array(image, words->blanks);
    image_array(image, words->empty_rules);
    image_records(image, words->named, named_kinds_new, named_image);
    image_array(image, words->neighbours);
    image_array(image, words->formerly);
    image_array(image, words->acting);
    image_array(image, words->no_names);
    image_records(image, words->outdated, outdated_terms_new, outdated_image);
    abbreviations_image(image, words->abbreviations);
}

/* The whole. */

static void ruleset_image(Image *image, RuleSet *rules)
{
    PhraseIds *const sets[] = {rules->state_owned, rules->private_owned, rules->staff_counts, rules->no_union,
                               rules->dispersed};

    phrasebook_image(image, rules->book);
    instruments_image(image, rules->instruments);
    image_records(image, rules->open_classes, open_class_new, open_class_image);
    image_records(image, rules->groups, group_new, group_image);
    image_records(image, rules->kinds, kind_new, kind_image);
    image_records(image, rules->profiles, profile_new, profile_image);
    image_records(image, rules->packs, pack_new, pack_image);
    for (guint i = 0; i < G_N_ELEMENTS(sets); i++)
        image_array(image, sets[i]);
    for (guint i = 0; i < GENERAL_PHRASES; i++)
        image_array(image, general_phrases_at(rules, i));
    image_array(image, rules->near_misses);
    image_array(image, rules->tone);
    image_array(image, rules->phrase_groups);
    consistency_image(image, rules->consistency);
}

GByteArray *ruleset_image_write(RuleSet *rules, const RuleFiles *files)
{
    Image image = {.out = g_byte_array_new(), .context = files};

    image_string(&image, (char **)&files->digest);
    image_string(&image, (char **)&files->schema_digest);
    ruleset_image(&image, rules);
    return image.out;
}

/* Goes past the digests that the image begins with; FALSE: they are others, or there is no image. */
static gboolean open_image(Image *image, const RuleFiles *files)
{
    const char *digest, *schema_digest;

    *image = (Image){.start = compiled_rules,
                     .at = compiled_rules,
                     .end = compiled_rules + compiled_rules_size,
                     .context = files};
    if (compiled_rules_size == 0)
        return FALSE;
    image_text(image, &digest);
    image_text(image, &schema_digest);
    return g_str_equal(digest, files->digest) && g_str_equal(schema_digest, files->schema_digest);
}

gboolean ruleset_image_is_of(const RuleFiles *files)
{
    Image image;

    return open_image(&image, files);
}

void ruleset_image_read(RuleSet *rules, const RuleFiles *files)
{
    Image image;

    if (!open_image(&image, files))
        g_return_if_reached();
    rules->instruments = instruments_new();
    ruleset_image(&image, rules);
}
