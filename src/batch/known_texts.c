/* Two tables by text: those asked for since the first was last full, and those from before. */
#include "batch/known_texts.h"

#include <string.h>

#include "batch/named_list.h"
#include "batch/store_private.h"
#include "document/outline.h"
#include "text/unit_likeness.h"
#include "text/unit_words.h"

/* At most so many texts are kept, some 20 KiB each. */
#define KNOWN_MOST 1024

struct KnownTexts {
    Store *store;
    KnownTextsResult result;
    gpointer data;
    GHashTable *now, *before; /* text → KnownText */
};

static void known_free(gpointer data)
{
    KnownText *known = data;
    if (known->shingles)
        g_array_unref(known->shingles);
    g_free(known->unit);
    g_free(known->given);
    g_ptr_array_unref(known->quotes);
    g_ptr_array_unref(known->named);
    g_free(known);
}

static GHashTable *known_table(void)
{
    return g_hash_table_new_full(NULL, NULL, NULL, known_free);
}

KnownTexts *known_texts_new(Store *store, KnownTextsResult result, gpointer data)
{
    KnownTexts *texts = g_new0(KnownTexts, 1);
    *texts = (KnownTexts){store, result, data, known_table(), known_table()};
    return texts;
}

void known_texts_free(KnownTexts *texts)
{
    if (!texts)
        return;
    g_hash_table_unref(texts->now);
    g_hash_table_unref(texts->before);
    g_free(texts);
}

/* --- learning ------------------------------------------------------------------------------------------- */

/* text: what may name another unit. */
static void add_quote(KnownText *known, const char *text, const char *address, const char *quote)
{
    g_ptr_array_add(known->quotes, *address ? g_strdup_printf("%s: %s", address, quote) : g_strdup(quote));
    g_ptr_array_add(known->named, unit_words_new(text));
}

static void add_named(const char *name, const char *address, const char *quote, gpointer data)
{
    add_quote(data, name, address, quote);
}

/* How the finding begins in a record that report/json.c wrote; no text in one holds it, for there quotes are
 * escaped. Parsing the whole record would take ten times as long as reading it. */
#define OTHER_UNIT "{\"rule\":\"consistency-other-unit\","

/* The quotes in which a text was found to name a unit that is not its own. */
static void add_quotes(KnownText *known, const char *record)
{
    size_t i;
    json_t *place;

    for (const char *at = strstr(record, OTHER_UNIT); at; at = strstr(at + 1, OTHER_UNIT)) {
        json_t *finding = json_loads(at, JSON_DISABLE_EOF_CHECK, NULL);
        json_array_foreach(json_object_get(finding, "evidence"), i, place)
        {
            const char *quote = json_string_value(json_object_get(place, "quote"));
            const char *address = json_string_value(json_object_get(place, "address"));
            if (quote)
                add_quote(known, quote, address ? address : "", quote);
        }
        json_decref(finding);
    }
}

static gboolean learn_names(Store *store, gint64 result, KnownText *known, GError **error)
{
    GError *cause = NULL;
    g_auto(Facts) facts = {0};

    if (!store_facts(store, result, &facts, &cause)) {
        if (!cause)
            return TRUE;
        g_propagate_error(error, cause);
        return FALSE;
    }
    known->unit = g_strdup(facts.unit);
    g_autofree char *record = facts.other_unit ? store_record_and_names(store, result, &cause) : NULL;
    if (record) { /* names that are of units only if these are known come behind what was found */
        const char *names = record_cut_names(record);
        add_quotes(known, record);
        named_list_each(names, add_named, known);
    }
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

/* NULL with an error. */
static KnownText *learn(KnownTexts *texts, guint32 text, GError **error)
{
    char *given = NULL;
    gint64 result = texts->result(text, &given, texts->data, error);
    if (!result)
        return NULL;
    KnownText *known = g_new0(KnownText, 1);
    known->given = given;
    known->quotes = g_ptr_array_new_with_free_func(g_free);
    known->named = g_ptr_array_new_with_free_func((GDestroyNotify)unit_words_free);
    known->shingles = store_shingles(texts->store, result, error);
    if (known->shingles && learn_names(texts->store, result, known, error))
        return known;
    known_free(known);
    return NULL;
}

/* --- the tables ----------------------------------------------------------------------------------------- */

/* Room for two more; what was not asked for lately is forgotten. */
static void make_room(KnownTexts *texts)
{
    if (g_hash_table_size(texts->now) + 2 <= KNOWN_MOST / 2)
        return;
    g_hash_table_unref(texts->before);
    texts->before = texts->now;
    texts->now = known_table();
}

static const KnownText *know(KnownTexts *texts, guint32 text, GError **error)
{
    gpointer kept = g_hash_table_lookup(texts->now, GUINT_TO_POINTER(text));
    if (kept)
        return kept;
    if (!g_hash_table_steal_extended(texts->before, GUINT_TO_POINTER(text), NULL, &kept))
        kept = learn(texts, text, error);
    if (kept)
        g_hash_table_insert(texts->now, GUINT_TO_POINTER(text), kept);
    return kept;
}

gboolean known_texts_two(KnownTexts *texts, guint32 one, guint32 other, const KnownText *two[2],
                         GError **error)
{
    make_room(texts);
    two[0] = know(texts, one, error);
    two[1] = two[0] ? know(texts, other, error) : NULL;
    return two[1] != NULL;
}

static const char *quote_of(const KnownText *in, const char *unit)
{
    g_autoptr(UnitWords) name = in->named->len && unit ? unit_words_new(unit) : NULL;
    for (guint i = 0; name && i < in->named->len; i++)
        if (unit_named_in(name, in->named->pdata[i]) != LIKENESS_NONE)
            return in->quotes->pdata[i];
    return NULL;
}

/* The letterhead names the unit of the other text, and the roster knows better. */
static gboolean is_letterhead_of(const KnownText *in, const KnownText *of)
{
    const char *unit = of->given ? of->given : of->unit;
    if (!in->given || !in->unit || !unit)
        return FALSE;
    g_autoptr(UnitWords) given = unit_words_new(in->given), own = unit_words_new(in->unit),
                         other = unit_words_new(unit);
    return unit_named_in(given, own) == LIKENESS_NONE && unit_named_in(other, own) == LIKENESS_CERTAIN;
}

char *known_text_leftover(const KnownText *in, const KnownText *of)
{
    const char *quote = quote_of(in, of->unit);
    if (!quote && of->given)
        quote = quote_of(in, of->given);
    if (!quote && is_letterhead_of(in, of))
        return g_strdup_printf("%s: %s", address_front, in->unit);
    return g_strdup(quote);
}
