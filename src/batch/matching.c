/* Candidates by path and by text, and what they come to together. */
#include "batch/matching.h"

#include <string.h>

#include "batch/unit_names.h"

typedef struct {
    const RosterUnit *unit;
    UnitWords *name, *parent;
    GPatternSpec *pattern; /* NULL: none */
} Entry;

struct Finder {
    GArray *entries;       /* of Entry */
    GHashTable *by_key;    /* char * → const RosterUnit * */
    GHashTable *by_word;   /* first word of the name → GArray of guint: entries */
    GHashTable *by_file;   /* a pattern without * and ? → guint: entry + 1 */
    GArray *with_patterns; /* of guint: entries with another pattern */
};

static void entry_clear(gpointer data)
{
    Entry *entry = data;
    unit_words_free(entry->name);
    unit_words_free(entry->parent);
    g_clear_pointer(&entry->pattern, g_pattern_spec_free);
}

static void index_entry(Finder *finder, guint i)
{
    const Entry *entry = &g_array_index(finder->entries, Entry, i);
    const char *word = unit_words_first(entry->name);
    GArray *list = word ? g_hash_table_lookup(finder->by_word, word) : NULL;

    if (word && !list) {
        list = g_array_new(FALSE, FALSE, sizeof(guint));
        g_hash_table_insert(finder->by_word, g_strdup(word), list);
    }
    if (list)
        g_array_append_val(list, i);
    g_hash_table_insert(finder->by_key, entry->unit->key, (gpointer)entry->unit);
    if (!entry->pattern)
        return;
    if (strpbrk(entry->unit->pattern, "*?") || g_hash_table_contains(finder->by_file, entry->unit->pattern))
        g_array_append_val(finder->with_patterns, i);
    else
        g_hash_table_insert(finder->by_file, entry->unit->pattern, GUINT_TO_POINTER(i + 1));
}

Finder *finder_new(const GPtrArray *units)
{
    Finder *finder = g_new0(Finder, 1);
    finder->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
    g_array_set_clear_func(finder->entries, entry_clear);
    finder->by_key = g_hash_table_new(g_str_hash, g_str_equal);
    finder->by_word = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    finder->by_file = g_hash_table_new(g_str_hash, g_str_equal);
    finder->with_patterns = g_array_new(FALSE, FALSE, sizeof(guint));
    for (guint i = 0; units && i < units->len; i++) {
        const RosterUnit *unit = units->pdata[i];
        Entry entry = {.unit = unit,
                       .name = unit_words_new(unit->name),
                       .parent = unit->parent ? unit_words_new(unit->parent) : NULL,
                       .pattern = unit->pattern ? g_pattern_spec_new(unit->pattern) : NULL};
        g_array_append_val(finder->entries, entry);
    }
    for (guint i = 0; i < finder->entries->len; i++)
        index_entry(finder, i);
    return finder;
}

void finder_free(Finder *finder)
{
    if (!finder)
        return;
    g_array_unref(finder->entries);
    g_hash_table_unref(finder->by_key);
    g_hash_table_unref(finder->by_word);
    g_hash_table_unref(finder->by_file);
    g_array_unref(finder->with_patterns);
    g_free(finder);
}

const RosterUnit *finder_unit(const Finder *finder, const char *key)
{
    return key ? g_hash_table_lookup(finder->by_key, key) : NULL;
}

/* --- candidates ----------------------------------------------------------------------------------------- */

static const Entry *entry_at(const Finder *finder, guint i)
{
    return &g_array_index(finder->entries, Entry, i);
}

static void add_by_file(const Finder *finder, const char *name, GPtrArray *found)
{
    guint place = GPOINTER_TO_UINT(g_hash_table_lookup(finder->by_file, name));
    if (place)
        g_ptr_array_add(found, (gpointer)entry_at(finder, place - 1));
}

/* Units whose pattern the path or the name alone matches. Array of const Entry *. */
static GPtrArray *by_pattern(const Finder *finder, const char *path)
{
    GPtrArray *found = g_ptr_array_new();
    const char *slash = strrchr(path, '/');
    if (!g_utf8_validate(path, -1, NULL))
        return found;
    add_by_file(finder, path, found);
    if (slash)
        add_by_file(finder, slash + 1, found);
    for (guint i = 0; i < finder->with_patterns->len; i++) {
        const Entry *entry = entry_at(finder, g_array_index(finder->with_patterns, guint, i));
        if (g_pattern_spec_match_string(entry->pattern, path) ||
            (slash && g_pattern_spec_match_string(entry->pattern, slash + 1)))
            g_ptr_array_add(found, (gpointer)entry);
    }
    return found;
}

/* Units that a text names, to one degree: only those whose name's first word is in it can be. */
static GPtrArray *named(const Finder *finder, const UnitWords *text, Likeness likeness)
{
    GPtrArray *found = g_ptr_array_new();
    for (guint i = 0; i < unit_words_count(text); i++) {
        const char *word = unit_words_at(text, i);
        GArray *list = unit_words_seen_before(text, i) ? NULL : g_hash_table_lookup(finder->by_word, word);
        for (guint k = 0; list && k < list->len; k++) {
            const Entry *entry = entry_at(finder, g_array_index(list, guint, k));
            if (unit_named_in(entry->name, text) == likeness)
                g_ptr_array_add(found, (gpointer)entry);
        }
    }
    return found;
}

/* Takes out what others say more of: "xã Đông" where "xã Đông Hà" is named as well. */
static void drop_shorter(GPtrArray *found)
{
    for (guint i = found->len; i-- > 0;) {
        const Entry *entry = found->pdata[i];
        gboolean part_of_another = FALSE;
        for (guint k = 0; k < found->len && !part_of_another; k++) {
            const Entry *other = found->pdata[k];
            part_of_another = other != entry && unit_named_in(entry->name, other->name) != LIKENESS_NONE &&
                              unit_named_in(other->name, entry->name) == LIKENESS_NONE;
        }
        if (part_of_another)
            g_ptr_array_remove_index(found, i);
    }
}

/* Of units with one name, those whose district or body above is named too. */
static void keep_right_parent(GPtrArray *found, const UnitWords *around)
{
    guint right = 0;
    for (guint i = 0; i < found->len; i++) {
        const Entry *entry = found->pdata[i];
        right += unit_parent_in(entry->name, entry->parent, around);
    }
    for (guint i = found->len; right > 0 && i-- > 0;) {
        const Entry *entry = found->pdata[i];
        if (!unit_parent_in(entry->name, entry->parent, around))
            g_ptr_array_remove_index(found, i);
    }
}

static GPtrArray *candidates(const Finder *finder, const UnitWords *text, const UnitWords *around,
                             Likeness likeness)
{
    GPtrArray *found = named(finder, text, likeness);
    drop_shorter(found);
    if (found->len > 1)
        keep_right_parent(found, around);
    return found;
}

/* --- what they come to ---------------------------------------------------------------------------------- */

static void settle(StoreFile *file, const Entry *entry, Match match)
{
    g_clear_pointer(&file->doubt, g_free);
    g_free(file->unit);
    file->unit = g_strdup(entry ? entry->unit->key : NULL);
    file->match = match;
}

static void doubt(StoreFile *file, GPtrArray *const *lists, guint count)
{
    g_autoptr(GHashTable) told = g_hash_table_new(NULL, NULL);
    g_autoptr(GString) names = g_string_new(NULL);

    for (guint i = 0; i < count; i++)
        for (guint k = 0; lists[i] && k < lists[i]->len; k++) {
            const Entry *entry = lists[i]->pdata[k];
            if (g_hash_table_add(told, (gpointer)entry))
                g_string_append_printf(names, "%s%s", names->len ? "\n" : "", entry->unit->name);
        }
    settle(file, NULL, names->len ? MATCH_DOUBTFUL : MATCH_NONE);
    if (names->len)
        file->doubt = g_strdup(names->str);
}

static gboolean agree(const GPtrArray *one, const GPtrArray *other)
{
    for (guint i = 0; i < one->len; i++)
        for (guint k = 0; k < other->len; k++)
            if (one->pdata[i] == other->pdata[k])
                return TRUE;
    return FALSE;
}

/* The one that both hold, when there is just one. */
static const Entry *shared(const GPtrArray *one, const GPtrArray *other)
{
    const Entry *found = NULL;
    for (guint i = 0; i < one->len; i++)
        for (guint k = 0; k < other->len; k++)
            if (one->pdata[i] == other->pdata[k]) {
                if (found)
                    return NULL;
                found = one->pdata[i];
            }
    return found;
}

static void by_names(const Finder *finder, StoreFile *file, const UnitWords *path, const UnitWords *unit,
                     const UnitWords *around)
{
    g_autoptr(GPtrArray) of_path = candidates(finder, path, around, LIKENESS_CERTAIN);
    g_autoptr(GPtrArray) of_text = candidates(finder, unit, around, LIKENESS_CERTAIN);
    g_autoptr(GPtrArray) near_path = candidates(finder, path, around, LIKENESS_DOUBTFUL);
    g_autoptr(GPtrArray) near_text = candidates(finder, unit, around, LIKENESS_DOUBTFUL);

    if (of_path->len && of_text->len) {
        const Entry *both = shared(of_path, of_text);
        if (both)
            settle(file, both, MATCH_FILE);
        else
            doubt(file, (GPtrArray *[]){of_path, of_text}, 2);
    } else if (of_path->len == 1) {
        settle(file, of_path->pdata[0], MATCH_FILE);
    } else if (of_text->len == 1) {
        settle(file, of_text->pdata[0], MATCH_TEXT);
    } else if (of_path->len && agree(of_path, near_text) && shared(of_path, near_text)) {
        settle(file, shared(of_path, near_text), MATCH_FILE);
    } else if (of_text->len && agree(of_text, near_path) && shared(of_text, near_path)) {
        settle(file, shared(of_text, near_path), MATCH_TEXT);
    } else {
        doubt(file, (GPtrArray *[]){of_path, of_text, near_path, near_text}, 4);
    }
}

/* The folders and the name without its ending, in UTF-8 as far as they are. */
static char *path_text(const char *path)
{
    g_autofree char *text = g_utf8_make_valid(path, -1);
    char *slash = strrchr(text, '/'), *dot = strrchr(slash ? slash : text, '.');
    if (dot)
        *dot = '\0';
    return g_steal_pointer(&text);
}

static void match_roster(const Finder *finder, StoreFile *file, const Facts *facts)
{
    g_autoptr(GPtrArray) patterns = by_pattern(finder, file->path);
    if (patterns->len == 1) {
        settle(file, patterns->pdata[0], MATCH_FILE);
        return;
    }
    if (patterns->len > 1) {
        doubt(file, &patterns, 1);
        return;
    }
    g_autofree char *path = path_text(file->path);
    g_autofree char *everything = g_strconcat(path, " ", facts && facts->unit ? facts->unit : "", " ",
                                              facts && facts->parent ? facts->parent : "", NULL);
    g_autoptr(UnitWords) of_path = unit_words_new(path);
    g_autoptr(UnitWords) of_text = unit_words_new(facts ? facts->unit : NULL);
    g_autoptr(UnitWords) around = unit_words_new(everything);
    by_names(finder, file, of_path, of_text, around);
}

void finder_match(const Finder *finder, StoreFile *file, const Facts *facts)
{
    if (finder->entries->len > 0) {
        match_roster(finder, file, facts);
        return;
    }
    settle(file, NULL, MATCH_NONE);
    if (facts && facts->unit && g_strcmp0(facts->outcome, outcome_name(OUTCOME_JUDGED)) == 0) {
        file->unit = unit_key(facts->unit, facts->parent);
        file->match = MATCH_TEXT;
    }
}
