/* Reading definitions and replacing the names they give. A name that its class knows already is left as it
 * is. */
#include "audit/names.h"

#include <string.h>

#include "base/key_table.h"

#define MOST_NAME_WORDS 5

typedef struct {
    const OpenClass *class;
    guint64 keys[MOST_NAME_WORDS];
    guint count;
} Name;

static gboolean is_whole_name(const OpenClass *class, const char *name, Matcher *matcher)
{
    g_autoptr(Words) words = words_new();
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(Match));

    words_append(words, name, strlen(name), 0);
    matcher_identify(matcher, words);
    if (!matcher_scan(matcher, PURPOSE_NAME, words, 0, words->sentences->len, name, matches, NULL))
        return FALSE;
    for (guint i = 0; i < matches->len; i++)
        if (g_array_index(matches, Match, i).phrase == class->whole)
            return TRUE;
    return FALSE;
}

/* Adds a name unless the class has it already or it is too long for one. */
static void add_name(const OpenClass *class, const char *text, Matcher *matcher, GArray *names)
{
    g_autoptr(Words) words = words_new();
    Name name = {.class = class};

    words_append(words, text, strlen(text), 0);
    name.count = words->words->len;
    if (name.count == 0 || name.count > MOST_NAME_WORDS || is_whole_name(class, text, matcher))
        return;
    for (guint i = 0; i < name.count; i++)
        name.keys[i] = words_at(words, i)->key;
    g_array_append_val(names, name);
}

/* The name that begins at a word: up to the next punctuation mark or the sentence's end, or cut where it is
 * too long for one. */
static char *name_after(const Words *words, guint first, guint end, const char *text)
{
    guint last = first;
    if (first >= end)
        return g_strdup("");
    while (last + 1 < end && last - first < MOST_NAME_WORDS) {
        guint32 from = words_at(words, last)->end, to = words_at(words, last + 1)->start;
        gsize gap = strcspn(text + from, ",.;:)(\"\n");
        if (gap < to - from)
            break;
        last++;
    }
    return g_strndup(text + words_at(words, first)->start,
                     words_at(words, last)->end - words_at(words, first)->start);
}

static gboolean add_defined_names(const RuleSet *rules, const Words *words, guint body_end, const char *text,
                                  Matcher *matcher, GArray *names, GError **error)
{
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(Match));
    if (!matcher_scan(matcher, PURPOSE_NAMING, words, 0, body_end, text, matches, error))
        return FALSE;
    for (guint i = 0; i < matches->len; i++) {
        const Match *match = &g_array_index(matches, Match, i);
        for (guint c = 0; c < rules->open_classes->len; c++) {
            const OpenClass *class = rules->open_classes->pdata[c];
            for (guint d = 0; d < class->definitions->len; d++) {
                if (g_array_index(class->definitions, guint, d) != match->phrase)
                    continue;
                guint end = g_array_index(words->sentences, Sentence, match->sentence).end;
                g_autofree char *name = name_after(words, match->end, end, text);
                add_name(class, name, matcher, names);
            }
        }
    }
    return TRUE;
}

/* "KT. TRƯỞNG BAN / PHÓ TRƯỞNG BAN": the head's office is Trưởng ban. */
static void add_signer(const RuleSet *rules, const FrontMatter *front, Matcher *matcher, GArray *names)
{
    static const char *const prefixes[] = {"KT.", "Q.", "TL.", "TUQ."};
    if (!front->signer_office)
        return;
    g_auto(GStrv) offices = g_strsplit(front->signer_office, " / ", -1);
    for (guint c = 0; c < rules->open_classes->len; c++) {
        const OpenClass *class = rules->open_classes->pdata[c];
        if (strcmp(class->name, "head") != 0)
            continue;
        for (char **office = offices; *office; office++) {
            const char *name = *office;
            if (g_str_has_prefix(name, "TM.")) /* "thay mặt": a body, whose head signs on the next line */
                continue;
            for (guint i = 0; i < G_N_ELEMENTS(prefixes); i++)
                if (g_str_has_prefix(name, prefixes[i]))
                    name += strlen(prefixes[i]);
            g_autofree char *lower = g_utf8_strdown(name, -1);
            if (!g_str_has_prefix(g_strchug(lower), "phó"))
                add_name(class, name, matcher, names);
        }
    }
}

/* Names by their words: however many a document gives, a word of it is looked up a few times at most. */
typedef struct {
    const GArray *names;
    KeyTable lengths; /* key of a first word → lengths in words of the names that begin so, a bit each */
    KeyTable whole; /* the keys of all words of a name as one → the number of the first such name, from 1 */
} NameTable;

static NameTable name_table(const GArray *names)
{
    NameTable table = {.names = names};
    for (guint i = 0; i < names->len; i++) {
        const Name *name = &g_array_index(names, Name, i);
        guint64 joined = 0;
        for (guint k = 0; k < name->count; k++)
            joined = key_join(joined, name->keys[k]);
        *key_table_place(&table.lengths, name->keys[0]) |= 1u << name->count;
        guint32 *number = key_table_place(&table.whole, joined);
        if (*number == 0)
            *number = i + 1;
    }
    return table;
}

static void name_table_clear(NameTable *table)
{
    key_table_clear(&table->lengths);
    key_table_clear(&table->whole);
}

/* The name that stands at a word of a sentence, the first that was given where there are several; or NULL. */
static inline const Name *name_at(const NameTable *table, const Word *words, guint at, guint end)
{
    const guint32 lengths = key_table_find(&table->lengths, words[at].key);
    guint32 first = 0;
    guint64 joined = 0;
    for (guint count = 1; lengths >> count != 0 && at + count <= end; count++) {
        joined = key_join(joined, words[at + count - 1].key);
        const guint32 number = lengths >> count & 1 ? key_table_find(&table->whole, joined) : 0;
        if (number != 0 && (first == 0 || number < first))
            first = number;
    }
    return first ? &g_array_index(table->names, Name, first - 1) : NULL;
}

/* FALSE when the time was used up before the last word. */
static gboolean replace_names(const NameTable *names, Words *words, const Matcher *matcher, Budget *budget)
{
    Word *all = (Word *)(void *)words->words->data;
    guint32 to = 0;
    for (guint s = 0; s < words->sentences->len; s++) {
        Sentence *sentence = &g_array_index(words->sentences, Sentence, s);
        guint32 first = to;
        for (guint32 at = sentence->first; at < sentence->end;) {
            if (budget_is_late(budget))
                return FALSE;
            const Name *name = name_at(names, all, at, sentence->end);
            const guint32 taken = name ? name->count : 1;
            if (to != at)
                all[to] = all[at];
            if (name) {
                all[to].end = all[at + taken - 1].end;
                all[to].key = all[to].bare_key = name->class->key;
                matcher_identify_word(matcher, &all[to]);
            }
            at += taken;
            to++;
        }
        *sentence = (Sentence){first, to};
    }
    g_array_set_size(words->words, to);
    return TRUE;
}

gboolean names_apply(const RuleSet *rules, const FrontMatter *front, Words *words, guint body_end,
                     const char *text, Matcher *matcher, Budget *budget, GError **error)
{
    g_autoptr(GArray) names = g_array_new(FALSE, FALSE, sizeof(Name));

    if (!add_defined_names(rules, words, body_end, text, matcher, names, error))
        return FALSE;
    add_signer(rules, front, matcher, names);
    if (names->len == 0)
        return TRUE;
    NameTable table = name_table(names);
    const gboolean in_time = replace_names(&table, words, matcher, budget);
    name_table_clear(&table);
    return in_time || budget_check_time(budget, error);
}
