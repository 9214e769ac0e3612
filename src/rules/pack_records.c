/* Packs and what they hold: made empty, and freed. */
#include "rules/pack.h"

#include "rules/wholeness.h"
#include "rules/wordings.h"

static void part_clear(gpointer data)
{
    Part *part = data;
    bilingual_clear(&part->name);
    bilingual_clear(&part->law_value);
    g_array_unref(part->phrases);
    g_clear_pointer(&part->steps, g_array_unref);
}

static void step_clear(gpointer data)
{
    bilingual_clear(&((BoundStep *)data)->law_value);
}

GArray *bound_steps_new(void)
{
    GArray *steps = g_array_new(FALSE, FALSE, sizeof(BoundStep));
    g_array_set_clear_func(steps, step_clear);
    return steps;
}

gpointer example_new(void)
{
    return g_new0(Example, 1);
}

static void example_free(gpointer data)
{
    Example *example = data;
    g_free(example->text);
    g_free(example);
}

gpointer item_new(void)
{
    Item *item = g_new0(Item, 1);
    item->parts = g_array_new(FALSE, FALSE, sizeof(Part));
    g_array_set_clear_func(item->parts, part_clear);
    item->denials = phrase_ids_new();
    item->section_denials = phrase_ids_new();
    item->asides = phrase_ids_new();
    item->examples = g_ptr_array_new_with_free_func(example_free);
    item->known_words = word_counts_new();
    item->known_headings = word_counts_new();
    item->lines = wholeness_lines_new();
    return item;
}

static void item_free(gpointer data)
{
    Item *item = data;
    g_free(item->id);
    bilingual_clear(&item->title);
    basis_clear(&item->basis);
    g_array_unref(item->parts);
    g_array_unref(item->denials);
    g_array_unref(item->section_denials);
    g_array_unref(item->asides);
    g_free(item->coverage);
    g_free(item->model);
    bilingual_clear(&item->note);
    g_ptr_array_unref(item->examples);
    g_array_unref(item->known_words);
    g_array_unref(item->known_headings);
    wholeness_lines_free(item->lines);
    g_free(item);
}

gpointer requirement_new(void)
{
    Requirement *requirement = g_new0(Requirement, 1);
    requirement->bases = g_array_new(FALSE, TRUE, sizeof(Basis));
    g_array_set_clear_func(requirement->bases, basis_clear);
    requirement->items = g_ptr_array_new_with_free_func(item_free);
    return requirement;
}

static void requirement_free(gpointer data)
{
    Requirement *requirement = data;
    g_free(requirement->id);
    bilingual_clear(&requirement->title);
    g_array_unref(requirement->bases);
    g_free(requirement->model);
    g_ptr_array_unref(requirement->items);
    g_free(requirement);
}

gpointer pack_new(void)
{
    Pack *pack = g_new0(Pack, 1);
    pack->requirements = g_ptr_array_new_with_free_func(requirement_free);
    return pack;
}

void pack_free(gpointer data)
{
    Pack *pack = data;
    g_free(pack->id);
    g_free(pack->profile);
    g_free(pack->instrument);
    g_free(pack->owner_from);
    g_free(pack->from);
    g_free(pack->to);
    bilingual_clear(&pack->title);
    g_ptr_array_unref(pack->requirements);
    g_free(pack->file);
    g_free(pack);
}
