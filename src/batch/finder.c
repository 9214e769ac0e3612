/* Units by what the roster says of files and by words of their names, and which of them a name may mean. */
#include "batch/finder.h"

#include <string.h>

#include "text/unit_files.h"
#include "text/unit_initials.h"
#include "text/unit_places.h"

typedef struct {
    guint number;
    GPatternSpec *pattern;
} Wildcard;

struct Finder {
    RosterUnits *units;  /* NULL: no roster */
    GArray *wildcards;   /* of Wildcard */
    GHashTable *entries; /* number → Entry: those looked at lately */
    GError *error;       /* the first that a look-up met while a file was matched */
};

/* At most so many entries are kept from one file to the next, some 3 KiB each. */
enum { ENTRIES_MOST = 512 };

static void entry_free(gpointer data)
{
    Entry *entry = data;
    roster_unit_clear(&entry->unit);
    unit_words_free(entry->name);
    unit_words_free(entry->parent);
    unit_words_free(entry->places);
    unit_words_free(entry->listed);
    g_free(entry);
}

static void wildcard_clear(gpointer data)
{
    g_pattern_spec_free(((Wildcard *)data)->pattern);
}

static gboolean add_wildcards(Finder *finder, GError **error)
{
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(guint));
    gboolean good = roster_units_with_wildcards(finder->units, numbers, error);
    for (guint i = 0; good && i < numbers->len; i++) {
        g_auto(RosterUnit) unit = {0};
        Wildcard wildcard = {.number = g_array_index(numbers, guint, i)};
        good = roster_units_get(finder->units, wildcard.number, &unit, error);
        if (!good)
            break;
        wildcard.pattern = g_pattern_spec_new(unit.pattern);
        g_array_append_val(finder->wildcards, wildcard);
        /* cppcheck-suppress memleak ; the array owns the pattern now */
    }
    return good;
}

Finder *finder_new(RosterUnits *units, GError **error)
{
    g_autoptr(Finder) finder = g_new0(Finder, 1);
    finder->units = units;
    finder->wildcards = g_array_new(FALSE, FALSE, sizeof(Wildcard));
    g_array_set_clear_func(finder->wildcards, wildcard_clear);
    finder->entries = g_hash_table_new_full(NULL, NULL, NULL, entry_free);
    return !units || add_wildcards(finder, error) ? g_steal_pointer(&finder) : NULL;
}

void finder_free(Finder *finder)
{
    if (!finder)
        return;
    g_array_unref(finder->wildcards);
    g_hash_table_unref(finder->entries);
    g_clear_error(&finder->error);
    g_free(finder);
}

void finder_rest(Finder *finder)
{
    if (g_hash_table_size(finder->entries) > ENTRIES_MOST)
        g_hash_table_remove_all(finder->entries);
}

gboolean finder_good(Finder *finder, GError **error)
{
    if (!finder->error)
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&finder->error));
    return FALSE;
}

gboolean finder_has_roster(const Finder *finder)
{
    return finder->units != NULL;
}

/* NULL when it cannot be read. */
static Entry *entry_of(Finder *finder, guint number)
{
    Entry *entry = g_hash_table_lookup(finder->entries, GUINT_TO_POINTER(number));
    if (entry)
        return entry;
    entry = g_new0(Entry, 1);
    entry->number = number;
    if (!roster_units_get(finder->units, number, &entry->unit, finder->error ? NULL : &finder->error)) {
        entry_free(entry);
        return NULL;
    }
    g_hash_table_insert(finder->entries, GUINT_TO_POINTER(number), entry);
    return entry;
}

Entry *finder_entry_of_key(Finder *finder, const char *key)
{
    guint number = 0;
    if (!key || !roster_units_find(finder->units, key, &number, finder->error ? NULL : &finder->error))
        return NULL;
    return number ? entry_of(finder, number) : NULL;
}

gboolean finder_unit(Finder *finder, const char *key, RosterUnit *unit, GError **error)
{
    guint number = 0;
    if (!key || !finder->units)
        return TRUE;
    return roster_units_find(finder->units, key, &number, error) &&
           (number == 0 || roster_units_get(finder->units, number, unit, error));
}

/* --- candidates ----------------------------------------------------------------------------------------- */

static void add_entry(Finder *finder, guint number, GPtrArray *found)
{
    Entry *entry = entry_of(finder, number);
    if (entry)
        g_ptr_array_add(found, entry);
}

/* Its words: many are found by what the roster says of files, and need none. */
static void learn_words(Entry *entry)
{
    if (entry->name)
        return;
    entry->name = unit_words_of_kind(entry->unit.name, entry->unit.kind);
    entry->listed = unit_words_with_remarks(entry->unit.name, entry->unit.kind);
    entry->parent = entry->unit.parent ? unit_words_new(entry->unit.parent) : NULL;
    g_autofree char *both = g_strdup_printf("%s, %s", entry->unit.name, entry->unit.parent ?: "");
    entry->places = unit_words_of_kind(both, entry->unit.kind);
}

static void add_by_file(Finder *finder, const char *name, GPtrArray *found)
{
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(guint));
    roster_units_by_file(finder->units, name, numbers, finder->error ? NULL : &finder->error);
    for (guint i = 0; i < numbers->len; i++)
        add_entry(finder, g_array_index(numbers, guint, i), found);
}

GPtrArray *finder_by_pattern(Finder *finder, const char *path)
{
    GPtrArray *found = g_ptr_array_new();
    const char *slash = strrchr(path, '/');
    add_by_file(finder, path, found);
    if (slash)
        add_by_file(finder, slash + 1, found);
    for (guint i = 0; i < finder->wildcards->len; i++) {
        const Wildcard *wildcard = &g_array_index(finder->wildcards, Wildcard, i);
        if (g_pattern_spec_match_string(wildcard->pattern, path) ||
            (slash && g_pattern_spec_match_string(wildcard->pattern, slash + 1)))
            add_entry(finder, wildcard->number, found);
    }
    return found;
}

static gint by_number(gconstpointer a, gconstpointer b)
{
    guint one = (*(const Entry *const *)a)->number, other = (*(const Entry *const *)b)->number;
    return (one > other) - (one < other);
}

/* A word has been looked up: it is one of the text's, or what one before a place may be as well. */
static gboolean stands_before(const UnitWords *text, const char *word, guint place)
{
    for (guint i = 0; i < unit_words_count(text); i++)
        if (g_str_equal(unit_words_at(text, i), word) ||
            (i < place && g_strcmp0(unit_words_other_at(text, i), word) == 0))
            return TRUE;
    return FALSE;
}

static void add_by_word(Finder *finder, const char *word, GArray *numbers)
{
    roster_units_by_word(finder->units, word, numbers, finder->error ? NULL : &finder->error);
}

GPtrArray *finder_by_words(Finder *finder, const UnitWords *text)
{
    GPtrArray *found = g_ptr_array_new();
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; i < unit_words_count(text); i++)
        if (!unit_words_seen_before(text, i))
            add_by_word(finder, unit_words_at(text, i), numbers);
    for (guint i = 0; i < unit_words_count(text); i++)
        if (unit_words_other_at(text, i) && !stands_before(text, unit_words_other_at(text, i), i))
            add_by_word(finder, unit_words_other_at(text, i), numbers);
    for (guint i = 0; i < numbers->len; i++)
        add_entry(finder, g_array_index(numbers, guint, i), found);
    for (guint i = 0; i < found->len; i++)
        learn_words(found->pdata[i]);
    g_ptr_array_sort(found, by_number);
    return found;
}

/* The name in a text or a path is of another unit, although this one's is in it. */
static gboolean is_another(const Entry *entry, const Names *names)
{
    gboolean another = FALSE;
    if (!names->parts)
        return unit_is_another(entry->name, entry->parent, names->words);
    if (unit_places_differ_in_path(entry->places, names->words))
        return TRUE;
    for (guint i = 0; i < names->parts->len; i++) {
        Likeness likeness = unit_named_by_file(entry->name, entry->parent, names->parts->pdata[i]);
        if (likeness == LIKENESS_CERTAIN)
            return FALSE;
        another = another || likeness == LIKENESS_DOUBTFUL;
    }
    return another;
}

/* Of some units those that a text or a path names, to one degree. People name files as they like: another
 * name in a path makes a doubt here, one in a text is looked at again in the end. */
static GPtrArray *named(const GPtrArray *units, const Names *names, Likeness likeness)
{
    GPtrArray *found = g_ptr_array_new();
    for (guint i = 0; i < units->len; i++) {
        const Entry *entry = units->pdata[i];
        Likeness here = unit_named_in(entry->name, names->words);
        if (here == LIKENESS_CERTAIN && names->parts && is_another(entry, names))
            here = LIKENESS_DOUBTFUL;
        if (here == likeness)
            g_ptr_array_add(found, (gpointer)entry);
    }
    return found;
}

static gboolean is_part_of(const Entry *entry, const Entry *other)
{
    return other != entry && !unit_may_be_read_as(entry->name, other->name) &&
           unit_named_in(entry->name, other->name) != LIKENESS_NONE &&
           unit_named_in(other->name, entry->name) == LIKENESS_NONE;
}

/* What the words of a unit's name come from. Owned by the caller. */
static char *name_and_kind(const Entry *entry)
{
    return g_strdup_printf("%s\n%s", entry->unit.name, entry->unit.kind ? entry->unit.kind : "");
}

/* One of the units of each name and kind, by these, and in a list from the last on: what its words say holds
 * for all of them. */
static GHashTable *ones_of_a_name(const GPtrArray *units, GPtrArray *ones)
{
    GHashTable *known = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = units->len; i-- > 0;) {
        char *name = name_and_kind(units->pdata[i]);
        if (g_hash_table_contains(known, name)) {
            g_free(name);
            continue;
        }
        g_hash_table_insert(known, name, units->pdata[i]);
        g_ptr_array_add(ones, units->pdata[i]);
    }
    return known;
}

/* Takes out what others say more of: "xã Đông" where "xã Đông Hà" is named as well. */
static void drop_shorter(GPtrArray *found)
{
    g_autoptr(GPtrArray) ones = g_ptr_array_new();
    g_autoptr(GHashTable) of_name = ones_of_a_name(found, ones), shorter = g_hash_table_new(NULL, NULL);
    guint kept = 0;

    for (guint i = 0; i < ones->len;) {
        gboolean part_of_another = FALSE;
        for (guint k = 0; k < ones->len && !part_of_another; k++)
            part_of_another = is_part_of(ones->pdata[i], ones->pdata[k]);
        if (part_of_another)
            g_hash_table_add(shorter, g_ptr_array_remove_index(ones, i));
        else
            i++;
    }
    for (guint i = 0; i < found->len; i++) {
        g_autofree char *name = name_and_kind(found->pdata[i]);
        if (!g_hash_table_contains(shorter, g_hash_table_lookup(of_name, name)))
            found->pdata[kept++] = found->pdata[i];
    }
    g_ptr_array_set_size(found, (gint)kept);
}

/* Of units with one name, those of whose district or body above most is named too. */
static void keep_right_parent(GPtrArray *found, const UnitWords *around)
{
    guint most = 0;
    for (guint i = 0; i < found->len; i++) {
        const Entry *entry = found->pdata[i];
        most = MAX(most, unit_parent_in(entry->name, entry->parent, around));
    }
    for (guint i = found->len; i-- > 0;) {
        const Entry *entry = found->pdata[i];
        if (unit_parent_in(entry->name, entry->parent, around) < most)
            g_ptr_array_remove_index(found, i);
    }
}

/* Where the text names one exactly, those of other forms or with less in their names are not meant. */
static void keep_exact(GPtrArray *found, const Names *names)
{
    guint exact = 0;
    for (guint i = 0; i < found->len; i++) {
        const Entry *entry = found->pdata[i];
        exact += !is_another(entry, names);
    }
    for (guint i = found->len; exact > 0 && i-- > 0;) {
        const Entry *entry = found->pdata[i];
        if (is_another(entry, names))
            g_ptr_array_remove_index(found, i);
    }
}

/* Of units whose names differ in marks alone, the one that the text has with its marks. People type names of
 * files with marks here and without them there, which tells nothing. */
static void keep_marked(GPtrArray *found, const Names *names)
{
    guint marked = 0;
    for (guint i = 0; i < found->len && !names->parts; i++)
        marked += unit_marked_in(((const Entry *)found->pdata[i])->name, names->words);
    for (guint i = found->len; marked > 0 && i-- > 0;)
        if (!unit_marked_in(((const Entry *)found->pdata[i])->name, names->words))
            g_ptr_array_remove_index(found, i);
}

GPtrArray *finder_named(const GPtrArray *units, const Names *names, const UnitWords *around,
                        Likeness likeness)
{
    GPtrArray *found = named(units, names, likeness);
    drop_shorter(found);
    keep_exact(found, names);
    keep_marked(found, names);
    if (found->len > 1)
        keep_right_parent(found, around);
    return found;
}

/* Units that a person may have to look through, as they are looked up by one text after the other. */
typedef struct {
    Finder *finder;
    gboolean (*is_meant)(const UnitWords *unit, const UnitWords *names);
    GHashTable *seen; /* numbers */
    GPtrArray *found; /* of Entry * */
} Search;

static void search_by(Search *search, gboolean (*look_up)(RosterUnits *, const char *, GArray *, GError **),
                      const char *key, const UnitWords *names)
{
    enum { NEAR_MOST = 8 };
    Finder *finder = search->finder;
    g_autoptr(GArray) numbers = g_array_new(FALSE, FALSE, sizeof(guint));

    look_up(finder->units, key, numbers, finder->error ? NULL : &finder->error);
    for (guint i = 0; i < numbers->len && search->found->len < NEAR_MOST; i++) {
        const guint number = g_array_index(numbers, guint, i);
        Entry *entry =
            g_hash_table_add(search->seen, GUINT_TO_POINTER(number)) ? entry_of(finder, number) : NULL;
        if (!entry)
            continue;
        learn_words(entry);
        if (search->is_meant(entry->name, names) || search->is_meant(entry->listed, names))
            g_ptr_array_add(search->found, entry);
    }
}

GPtrArray *finder_near(Finder *finder, const UnitWords *text)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    Search search = {finder, unit_nearly_is, seen, g_ptr_array_new()};

    for (guint i = 0; i < unit_words_name_count(text); i++)
        search_by(&search, roster_units_by_any_word, unit_words_name_at(text, i), text);
    g_ptr_array_sort(search.found, by_number);
    return search.found;
}

static void search_by_short_forms(Search *search, const UnitWords *names)
{
    for (guint i = 0; i < unit_words_count(names); i++)
        if (unit_word_is_initials(unit_words_at(names, i)))
            search_by(search, roster_units_by_initials, unit_words_at(names, i), names);
}

GPtrArray *finder_by_initials(Finder *finder, const Names *text, const Names *path)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL), seen_in_path = g_hash_table_new(NULL, NULL);
    Search search = {finder, unit_named_by_initials, seen, g_ptr_array_new()};
    g_autoptr(GPtrArray) written_out = unit_initials(text->words);

    search_by_short_forms(&search, text->words);
    for (guint i = 0; i < written_out->len; i++)
        search_by(&search, roster_units_by_any_word, written_out->pdata[i], text->words);
    if (search.found->len == 0) {
        search.is_meant = unit_initials_in_path;
        search.seen = seen_in_path;
        search_by_short_forms(&search, path->words);
    }
    g_ptr_array_sort(search.found, by_number);
    return search.found;
}

gboolean finder_names_exactly(Finder *finder, const Names *text)
{
    g_autoptr(GPtrArray) units = finder_by_words(finder, text->words);
    g_autoptr(GPtrArray) certain = named(units, text, LIKENESS_CERTAIN);
    for (guint i = 0; i < certain->len; i++)
        if (!is_another(certain->pdata[i], text))
            return TRUE;
    return FALSE;
}

GPtrArray *finder_called_after(const GPtrArray *near_path, const Names *path, const UnitWords *above)
{
    GPtrArray *found = g_ptr_array_new();
    if (path->parts->len == 0) /* ".docx": nothing but an ending */
        return found;
    const UnitWords *name = path->parts->pdata[path->parts->len - 1];
    for (guint i = 0; i < near_path->len; i++) {
        const Entry *entry = near_path->pdata[i];
        if (unit_words_name_count(entry->name) > 1 &&
            unit_named_by_file(entry->name, entry->parent, name) == LIKENESS_CERTAIN &&
            unit_named_in(entry->name, above) == LIKENESS_NONE)
            g_ptr_array_add(found, near_path->pdata[i]);
    }
    return found;
}

/* --- names ---------------------------------------------------------------------------------------------- */

void names_clear(Names *names)
{
    unit_words_free(names->words);
    g_clear_pointer(&names->parts, g_ptr_array_unref);
}

/* The folders and the name without its ending. */
static char *without_ending(const char *path)
{
    g_autofree char *text = g_strdup(path);
    char *slash = strrchr(text, '/'), *dot = strrchr(slash ? slash : text, '.');
    if (dot)
        *dot = '\0';
    return g_steal_pointer(&text);
}

static GPtrArray *parts_of(const char *path)
{
    GPtrArray *parts = g_ptr_array_new_with_free_func((GDestroyNotify)unit_words_free);
    g_auto(GStrv) texts = g_strsplit(path, "/", 0);
    for (guint i = 0; texts[i]; i++)
        g_ptr_array_add(parts, unit_words_of_path(texts[i]));
    return parts;
}

Names names_of_path(const char *path)
{
    g_autofree char *text = without_ending(path);
    return (Names){.words = unit_words_of_path(text), .parts = parts_of(text)};
}

Names names_of_text(const char *text)
{
    return (Names){.words = unit_words_of_text(text)};
}
