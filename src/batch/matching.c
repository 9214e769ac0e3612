/* What candidates by path and by text come to together. */
#include "batch/matching.h"

#include <string.h>

#include "base/text_hash.h"
#include "batch/file_names.h"
#include "text/unit_places.h"

static void settle(StoreFile *file, const Entry *entry, Match match)
{
    g_clear_pointer(&file->doubt, g_free);
    g_clear_pointer(&file->reason, g_free);
    g_free(file->unit);
    file->unit = g_strdup(entry ? entry->unit.key : NULL);
    file->match = match;
}

/* The units of some lists, each once, in their order. */
static GPtrArray *joined(const GPtrArray *const *lists, guint count)
{
    g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
    GPtrArray *all = g_ptr_array_new();

    for (guint i = 0; i < count; i++)
        for (guint k = 0; k < lists[i]->len; k++)
            if (g_hash_table_add(known, lists[i]->pdata[k]))
                g_ptr_array_add(all, lists[i]->pdata[k]);
    return all;
}

/* How many of the units have each name. Names belong to the units. */
static GHashTable *namesakes(const GPtrArray *units)
{
    GHashTable *counts = g_hash_table_new(text_hash, g_str_equal);

    for (guint i = 0; i < units->len; i++) {
        const char *name = ((const Entry *)units->pdata[i])->unit.name;
        guint before = GPOINTER_TO_UINT(g_hash_table_lookup(counts, name));
        g_hash_table_insert(counts, (gpointer)name, GUINT_TO_POINTER(before + 1));
    }
    return counts;
}

/* A doubt among the units of some lists, which have at least one between them, and why it is one. */
static void doubt(StoreFile *file, const GPtrArray *const *lists, guint count, const char *reason)
{
    g_autoptr(GPtrArray) units = joined(lists, count);
    g_autoptr(GHashTable) counts = namesakes(units);
    g_autoptr(GString) names = g_string_new(NULL);

    for (guint i = 0; i < units->len; i++) {
        const RosterUnit *unit = &((const Entry *)units->pdata[i])->unit;
        g_autofree char *label = roster_unit_label(unit->name, unit->parent,
                                                   GPOINTER_TO_UINT(g_hash_table_lookup(counts, unit->name)));
        g_string_append_printf(names, "%s%s", i ? "\n" : "", label);
    }
    settle(file, NULL, MATCH_DOUBTFUL);
    file->doubt = g_strdup(names->str);
    file->reason = g_strdup(reason);
}

/* What the text says against a unit that its name or the file's would settle: another name, a word or a
 * number more in the name, which the roster has not, another kind of unit, or another province or district.
 * The reason of the doubt; NULL: nothing. */
static const char *speaks_against(const Entry *entry, const UnitWords *unit, const Facts *facts)
{
    if (!facts)
        return NULL;
    g_autofree char *in_text = g_strdup_printf("%s, %s", facts->unit ?: "", facts->parent ?: "");
    g_autoptr(UnitWords) there = unit_words_of_text(in_text);
    if (unit_marks_differ(entry->name, unit))
        return "near-name";
    if (unit_speaks_of_another(entry->name, unit) || unit_is_another(entry->name, entry->parent, unit))
        return "another-name";
    return unit_places_differ(entry->places, there) || unit_offices_differ(entry->name, unit)
               ? "another-place"
               : NULL;
}

static gboolean is_regulation(const Facts *facts)
{
    return facts && facts_are_of_regulation(facts);
}

/* Of a file that names no unit of the roster: what is near, or why it is nobody's. */
static void look_around(Finder *finder, StoreFile *file, const Names *path, const Names *text,
                        const Facts *facts)
{
    g_autoptr(GPtrArray) near = finder_near(finder, text->words);
    g_autoptr(GPtrArray) in_short = near->len ? g_ptr_array_new() : finder_by_initials(finder, text, path);
    if (near->len)
        doubt(file, (const GPtrArray *[]){near}, 1, "near-name");
    else if (in_short->len)
        doubt(file, (const GPtrArray *[]){in_short}, 1, "initials");
    else if (is_regulation(facts))
        file->reason = g_strdup(facts->unit ? "not-listed" : "no-name");
}

/* Takes back what is not certain enough after all. The one whose words the text has in another order may be
 * meant as well: "TRƯỜNG TIỂU HỌC SỐ 2 HÒA BÌNH" names "TH Hòa Bình", and may be "TH Hòa Bình 2". */
static void look_again(Finder *finder, StoreFile *file, const Names *path, const Names *text,
                       const UnitWords *around, const Facts *facts)
{
    if (file->match == MATCH_NONE) {
        look_around(finder, file, path, text, facts);
        return;
    }
    const Entry *entry = finder_entry_of_key(finder, file->unit);
    const char *reason = entry ? speaks_against(entry, text->words, facts) : NULL;
    if (reason) {
        g_autoptr(GPtrArray) alone = g_ptr_array_new(), in_text = finder_by_words(finder, text->words);
        g_autoptr(GPtrArray) turned = finder_named(in_text, text, around, LIKENESS_DOUBTFUL);
        g_ptr_array_add(alone, (gpointer)entry);
        doubt(file, (const GPtrArray *[]){alone, turned}, 2, reason);
    }
}

/* What both hold, in the order of the first, and no more than so many. */
static GPtrArray *common(const GPtrArray *one, const GPtrArray *other, guint most)
{
    g_autoptr(GHashTable) there = g_hash_table_new(NULL, NULL);
    GPtrArray *both = g_ptr_array_new();

    for (guint i = 0; i < other->len; i++)
        g_hash_table_add(there, other->pdata[i]);
    for (guint i = 0; i < one->len && both->len < most; i++)
        if (g_hash_table_contains(there, one->pdata[i]))
            g_ptr_array_add(both, one->pdata[i]);
    return both;
}

static gboolean agree(const GPtrArray *one, const GPtrArray *other)
{
    g_autoptr(GPtrArray) both = common(one, other, 1);
    return both->len > 0;
}

/* The one that both hold, when there is just one. */
static const Entry *shared(const GPtrArray *one, const GPtrArray *other)
{
    g_autoptr(GPtrArray) both = common(one, other, 2);
    return both->len == 1 ? both->pdata[0] : NULL;
}

/* What is left when neither path nor text names one unit for certain. */
static void weigh(StoreFile *file, const GPtrArray *const of[2], const GPtrArray *const near[2])
{
    g_autoptr(GPtrArray) in_path = joined((const GPtrArray *[]){of[0], near[0]}, 2),
                         in_text = joined((const GPtrArray *[]){of[1], near[1]}, 2);
    const GPtrArray *const all[] = {in_path, in_text};
    g_autoptr(GPtrArray) units = joined(all, 2);
    if (units->len == 0)
        settle(file, NULL, MATCH_NONE);
    else
        doubt(file, all, 2,
              units->len == 1                                            ? "part-of-name"
              : in_path->len && in_text->len && !agree(in_path, in_text) ? "names-differ"
                                                                         : "several-units");
}

static void by_names(Finder *finder, StoreFile *file, const Names *path, const Names *text,
                     const UnitWords *above, const UnitWords *around)
{
    g_autoptr(GPtrArray) in_path = finder_by_words(finder, path->words),
                         in_text = finder_by_words(finder, text->words);
    g_autoptr(GPtrArray) of_path = finder_named(in_path, path, around, LIKENESS_CERTAIN);
    g_autoptr(GPtrArray) of_text = finder_named(in_text, text, around, LIKENESS_CERTAIN);
    g_autoptr(GPtrArray) near_path = finder_named(in_path, path, around, LIKENESS_DOUBTFUL);
    g_autoptr(GPtrArray) near_text = finder_named(in_text, text, around, LIKENESS_DOUBTFUL);
    g_autoptr(GPtrArray) called = finder_called_after(near_path, path, above);

    if (of_path->len && of_text->len) {
        const Entry *both = shared(of_path, of_text);
        if (both)
            settle(file, both, MATCH_FILE);
        else
            doubt(file, (const GPtrArray *[]){of_path, of_text}, 2,
                  agree(of_path, of_text) ? "several-units" : "names-differ");
    } else if (of_path->len == 1) {
        settle(file, of_path->pdata[0], MATCH_FILE);
    } else if (of_text->len == 1 && called->len && !agree(of_text, near_path)) {
        doubt(file, (const GPtrArray *[]){called, of_text}, 2, "names-differ");
    } else if (of_text->len == 1) {
        settle(file, of_text->pdata[0], MATCH_TEXT);
    } else if (of_path->len && agree(of_path, near_text) && shared(of_path, near_text)) {
        settle(file, shared(of_path, near_text), MATCH_FILE);
    } else if (of_text->len && agree(of_text, near_path) && shared(of_text, near_path)) {
        settle(file, shared(of_text, near_path), MATCH_TEXT);
    } else {
        weigh(file, (const GPtrArray *[]){of_path, of_text}, (const GPtrArray *[]){near_path, near_text});
    }
}

/* What a text calls its unit. A commune's office leaves the commune to the body above it ("PHÒNG KINH TẾ"
 * below "UBND XÃ AN BÌNH"), and lists that have the offices of many call it "Phòng Kinh tế xã An Bình". */
static Names names_in(Finder *finder, const Facts *facts)
{
    g_autofree char *commune = facts && facts->unit && facts->parent ? unit_commune_of(facts->parent) : NULL;
    if (commune) {
        g_autofree char *whole = g_strdup_printf("%s %s", facts->unit, commune);
        Names names = names_of_text(whole);
        if (finder_names_exactly(finder, &names))
            return names;
        names_clear(&names);
    }
    return names_of_text(facts ? facts->unit : NULL);
}

static void match_roster(Finder *finder, StoreFile *file, const Facts *facts)
{
    g_autofree char *readable = file_name_readable(file->path);
    g_autoptr(GPtrArray) patterns = finder_by_pattern(finder, readable);
    if (patterns->len == 1) {
        settle(file, patterns->pdata[0], MATCH_FILE);
        return;
    }
    if (patterns->len > 1) {
        doubt(file, (const GPtrArray *[]){patterns}, 1, "listed-for-several");
        return;
    }
    g_autofree char *everything = g_strconcat(readable, " ", facts && facts->unit ? facts->unit : "", " ",
                                              facts && facts->parent ? facts->parent : "", NULL);
    g_auto(Names) in_path = names_of_path(readable), in_text = names_in(finder, facts);
    g_autoptr(UnitWords) around = unit_words_new(everything);
    g_autoptr(UnitWords) above = unit_words_new(facts ? facts->parent : NULL);
    by_names(finder, file, &in_path, &in_text, above, around);
    look_again(finder, file, &in_path, &in_text, around, facts);
}

gboolean finder_match(Finder *finder, StoreFile *file, const Facts *facts, GError **error)
{
    if (finder_has_roster(finder)) {
        finder_rest(finder);
        match_roster(finder, file, facts);
        return finder_good(finder, error);
    }
    settle(file, NULL, MATCH_NONE);
    if (!is_regulation(facts))
        return TRUE;
    if (facts->unit) {
        file->unit = unit_key(facts->unit, facts->parent);
        file->match = MATCH_TEXT;
    } else {
        file->reason = g_strdup("no-name");
    }
    return TRUE;
}
