/* Holding a phrase book and filling it: phrases, word classes, and what they name. */
#include "rules/phrasebook.h"

#include "base/error.h"
#include "rules/phrasebook_private.h"

static void word_class_free(gpointer data)
{
    WordClass *class = data;
    g_free(class->name);
    g_free(class->where);
    g_ptr_array_unref(class->phrases);
    if (class->need)
        g_array_unref(class->need);
    g_free(class);
}

/* Lists by word id, built in phrase_index.c. */
static void free_lists(const PhraseBook *book, GArray **lists)
{
    for (guint id = 0; lists && id < book->bare_keys->len; id++)
        if (lists[id])
            g_array_unref(lists[id]);
    g_free(lists);
}

PhraseBook *phrasebook_new(void)
{
    PhraseBook *book = g_new0(PhraseBook, 1);
    guint64 no_key = 0;
    guint32 no_id = 0;

    book->by_key = g_hash_table_new_full(g_int64_hash, g_int64_equal, g_free, NULL);
    book->bare_keys = g_array_new(FALSE, FALSE, sizeof(guint64));
    book->bare_ids = g_array_new(FALSE, FALSE, sizeof(guint32));
    g_array_append_val(book->bare_keys, no_key); /* id 0 is no word */
    g_array_append_val(book->bare_ids, no_id);
    book->phrases = g_ptr_array_new_with_free_func((GDestroyNotify)phrase_free);
    book->numbers = g_array_new(FALSE, FALSE, sizeof(Phrase *));
    book->by_text = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    book->classes = g_ptr_array_new_with_free_func(word_class_free);
    book->class_by_name = g_hash_table_new(g_str_hash, g_str_equal);
    book->raws = g_ptr_array_new_with_free_func((GDestroyNotify)raw_free);
    for (guint purpose = 0; purpose < PURPOSES; purpose++)
        book->unanchored[purpose] = g_array_new(FALSE, FALSE, sizeof(guint));
    book->sets = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(book->sets, NULL);
    book->programs = g_array_new(FALSE, FALSE, sizeof(Instruction));
    book->members = g_array_new(FALSE, FALSE, sizeof(guint32));
    book->first_members = g_array_new(FALSE, FALSE, sizeof(guint));
    book->probes = g_array_new(FALSE, FALSE, sizeof(Probe));
    book->byte_sets = g_array_new(FALSE, TRUE, sizeof(ByteSet));
    g_array_set_size(book->byte_sets, 1);
    book->probe_sets = g_array_new(FALSE, FALSE, sizeof(guint32));
    book->set_numbers =
        g_hash_table_new_full(word_set_hash, g_bytes_equal, (GDestroyNotify)g_bytes_unref, NULL);
    return book;
}

void phrasebook_free(PhraseBook *book)
{
    if (!book)
        return;
    for (guint view = 0; view < VIEWS; view++) {
        for (guint purpose = 0; purpose < PURPOSES; purpose++)
            free_lists(book, book->anchored[view][purpose]);
        for (guint i = 0; i < book->classes->len; i++)
            free_lists(book, ((WordClass *)book->classes->pdata[i])->first[view]);
    }
    g_hash_table_unref(book->by_key);
    g_array_unref(book->bare_keys);
    g_array_unref(book->bare_ids);
    g_free(book->counts);
    g_free(book->marked.keys);
    g_free(book->marked.ids);
    g_free(book->bare.keys);
    g_free(book->bare.ids);
    g_ptr_array_unref(book->phrases);
    g_array_unref(book->numbers);
    g_hash_table_unref(book->by_text);
    g_hash_table_unref(book->class_by_name);
    g_ptr_array_unref(book->classes);
    g_ptr_array_unref(book->raws);
    for (guint purpose = 0; purpose < PURPOSES; purpose++)
        g_array_unref(book->unanchored[purpose]);
    g_hash_table_unref(book->set_numbers);
    g_ptr_array_unref(book->sets);
    g_array_unref(book->programs);
    g_array_unref(book->members);
    g_array_unref(book->first_members);
    g_array_unref(book->probes);
    g_array_unref(book->byte_sets);
    g_array_unref(book->probe_sets);
    g_free(book);
}

/* What phrases ask for while they are compiled. */

static guint32 scope_word(void *data, guint64 key, guint64 bare_key)
{
    PhraseBook *book = data;
    guint32 id = GPOINTER_TO_UINT(g_hash_table_lookup(book->by_key, &key));
    if (id == 0) {
        id = book->bare_keys->len;
        g_hash_table_insert(book->by_key, g_memdup2(&key, sizeof key), GUINT_TO_POINTER(id));
        g_array_append_val(book->bare_keys, bare_key);
    }
    return id;
}

static WordClass *class_named(PhraseBook *book, const char *name, const char *where, guint *index)
{
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(book->class_by_name, name));
    if (known == 0) {
        WordClass *class = g_new0(WordClass, 1);
        class->name = g_strdup(name);
        class->where = g_strdup(where);
        class->phrases = g_ptr_array_new_with_free_func((GDestroyNotify)phrase_free);
        g_ptr_array_add(book->classes, class);
        known = book->classes->len;
        g_hash_table_insert(book->class_by_name, class->name, GUINT_TO_POINTER(known));
    }
    *index = known - 1;
    return book->classes->pdata[known - 1];
}

static guint scope_class(void *data, const char *name, const char *where)
{
    guint index;
    class_named(data, name, where, &index)->used = TRUE;
    return index;
}

static gint scope_raw(void *data, const char *expression, const char *where, GError **error)
{
    PhraseBook *book = data;
    Raw *raw = raw_compile(expression, where, error);
    if (!raw)
        return -1;
    g_ptr_array_add(book->raws, raw);
    return (gint)book->raws->len - 1;
}

static PhraseScope scope_of(PhraseBook *book)
{
    return (PhraseScope){book, scope_word, scope_class, scope_raw};
}

gboolean phrasebook_add_class(PhraseBook *book, const char *name, const char *text, const char *where,
                              GError **error)
{
    PhraseScope scope = scope_of(book);
    guint index;

    g_return_val_if_fail(!book->sealed, FALSE);
    Phrase *phrase = phrase_compile(text, UNIT_NONE, where, &scope, error);
    if (!phrase)
        return FALSE;
    if (phrase->forbidden->len > 0) {
        error_set(error, RASOAT_ERROR_RULES, "%s: phrase “%s”: !{…} has no place in a class", where, text);
        phrase_free(phrase);
        return FALSE;
    }
    g_ptr_array_add(class_named(book, name, where, &index)->phrases, phrase);
    return TRUE;
}

gboolean phrasebook_add(PhraseBook *book, const char *text, guint purpose, UnitKind unit, const char *where,
                        guint *id, GError **error)
{
    g_autofree char *key = g_strdup_printf("%u %d %s", purpose, (int)unit, text);

    g_return_val_if_fail(!book->sealed, FALSE);
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(book->by_text, key));
    if (known == 0) {
        PhraseScope scope = scope_of(book);
        Phrase *phrase = phrase_compile(text, unit, where, &scope, error);
        if (!phrase)
            return FALSE;
        phrase->purpose = purpose;
        g_ptr_array_add(book->phrases, phrase);
        known = book->phrases->len;
        g_hash_table_insert(book->by_text, g_steal_pointer(&key), GUINT_TO_POINTER(known));
    }
    Phrase *phrase = book->phrases->pdata[known - 1];
    *id = book->numbers->len;
    g_array_append_val(book->numbers, phrase);
    g_array_append_val(phrase->ids, *id);
    return TRUE;
}

guint phrasebook_size(const PhraseBook *book)
{
    return book->numbers->len;
}

const char *phrasebook_text(const PhraseBook *book, guint id)
{
    return g_array_index(book->numbers, const Phrase *, id)->text;
}
