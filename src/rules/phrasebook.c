/* Holding a phrase book and filling it: phrases, word classes, and what they name. */
#include "rules/phrasebook.h"

#include "base/error.h"
#include "base/translate.h"
#include "rules/alternatives.h"
#include "rules/phrasebook_private.h"

gpointer word_class_new(void)
{
    WordClass *class = g_new0(WordClass, 1);
    class->phrases = g_ptr_array_new_with_free_func((GDestroyNotify)phrase_free);
    class->others = g_ptr_array_new();
    return class;
}

static void word_class_free(gpointer data)
{
    WordClass *class = data;
    g_free(class->name);
    g_free(class->where);
    g_ptr_array_unref(class->phrases);
    g_ptr_array_unref(class->others);
    g_free(class);
}

/* Phrases are the same when purpose, unit and text are. */

static guint phrase_hash(gconstpointer data)
{
    const Phrase *phrase = data;
    return g_str_hash(phrase->text) + phrase->purpose * 31 + (guint)phrase->unit;
}

static gboolean phrase_equal(gconstpointer a, gconstpointer b)
{
    const Phrase *left = a, *right = b;
    return left->purpose == right->purpose && left->unit == right->unit &&
           g_str_equal(left->text, right->text);
}

static GArray *array_from_one(guint size)
{
    GArray *array = g_array_new(FALSE, TRUE, size);
    return g_array_set_size(array, 1);
}

PhraseBook *phrasebook_new(void)
{
    PhraseBook *book = g_new0(PhraseBook, 1);

    book->bare_keys = array_from_one(sizeof(guint64));
    book->counts = array_from_one(sizeof(guint));
    book->literals = array_from_one(sizeof(Literal));
    book->literal_words = g_array_new(FALSE, FALSE, sizeof(guint32));
    for (guint view = 0; view < VIEWS; view++)
        trie_init(&book->tries[view]);
    book->groups = array_from_one(sizeof(LiteralGroup));
    book->group_members = g_array_new(FALSE, FALSE, sizeof(guint32));
    book->group_bits = g_array_new(FALSE, TRUE, sizeof(guint32));
    book->phrases = g_ptr_array_new_with_free_func((GDestroyNotify)phrase_free);
    book->by_text = g_hash_table_new(phrase_hash, phrase_equal);
    book->numbers = g_array_new(FALSE, FALSE, sizeof(Phrase *));
    book->next_number = g_array_new(FALSE, FALSE, sizeof(guint));
    book->programs = g_array_new(FALSE, FALSE, sizeof(Instruction));
    book->needs = g_array_new(FALSE, FALSE, sizeof(NeedPart));
    book->probes = g_array_new(FALSE, FALSE, sizeof(guint32));
    book->classes = g_ptr_array_new_with_free_func(word_class_free);
    book->class_by_name = g_hash_table_new(g_str_hash, g_str_equal);
    book->raws = g_ptr_array_new_with_free_func((GDestroyNotify)raw_free);
    book->raw_by_expression = g_hash_table_new(g_str_hash, g_str_equal);
    book->texts = g_string_chunk_new(64 * 1024);
    book->scratch = words_new();
    book->shelf = scan_rows_shelf_new();
    return book;
}

static void free_tables(PhraseBook *book)
{
    key_table_clear(&book->words);
    key_table_clear(&book->bare_words);
    key_table_clear(&book->group_table);
    for (guint view = 0; view < VIEWS; view++)
        g_free(book->tries[view].nodes);
    for (guint i = 0; i < PURPOSES; i++)
        scan_rows_clear(&book->rows[i]);
}

void phrasebook_free(PhraseBook *book)
{
    if (!book)
        return;
    if (!book->of_image)
        free_tables(book);
    for (guint view = 0; view < VIEWS; view++)
        trie_forget_edges(&book->tries[view]);
    GArray *arrays[] = {book->bare_keys,   book->counts,     book->literals, book->literal_words,
                        book->groups,      book->group_bits, book->numbers,  book->group_members,
                        book->next_number, book->programs,   book->needs,    book->probes};
    for (guint i = 0; i < G_N_ELEMENTS(arrays); i++)
        g_array_unref(arrays[i]);
    g_hash_table_unref(book->by_text);
    g_ptr_array_unref(book->phrases);
    g_hash_table_unref(book->class_by_name);
    g_ptr_array_unref(book->classes);
    g_hash_table_unref(book->raw_by_expression);
    g_ptr_array_unref(book->raws);
    g_string_chunk_free(book->texts);
    words_free(book->scratch);
    scan_rows_shelf_free(book->shelf);
    g_free(book);
}

/* What phrases ask for while they are compiled. */

static WordClass *class_named(PhraseBook *book, const char *name, const char *where, guint *index)
{
    guint known = GPOINTER_TO_UINT(g_hash_table_lookup(book->class_by_name, name));
    if (known == 0) {
        WordClass *class = word_class_new();
        class->name = g_strdup(name);
        class->where = g_strdup(where);
        g_ptr_array_add(book->classes, class);
        known = book->classes->len;
        g_hash_table_insert(book->class_by_name, class->name, GUINT_TO_POINTER(known));
    }
    *index = known - 1;
    return book->classes->pdata[known - 1];
}

guint book_class_index(PhraseBook *book, const char *name, const char *where)
{
    guint index;
    class_named(book, name, where, &index)->used = TRUE;
    return index;
}

gint book_raw_index(PhraseBook *book, const char *expression, const char *where, GError **error)
{
    const gint known = GPOINTER_TO_INT(g_hash_table_lookup(book->raw_by_expression, expression));
    if (known != 0)
        return known - 1;
    Raw *raw = raw_compile(expression, where, error);
    if (!raw)
        return -1;
    g_ptr_array_add(book->raws, raw);
    g_hash_table_insert(book->raw_by_expression, raw->expression, GUINT_TO_POINTER(book->raws->len));
    return (gint)book->raws->len - 1;
}

static gboolean add_to_class(PhraseBook *book, WordClass *class, const char *text, const char *where,
                             GError **error)
{
    Phrase *phrase = phrase_compile(book, text, UNIT_NONE, where, error);
    if (!phrase)
        return FALSE;
    if (phrase->forbidden) {
        phrase_refuse(where, text, N_("trong lớp từ không được dùng !{…}"), error);
        phrase_free(phrase);
        return FALSE;
    }
    g_ptr_array_add(class->phrases, phrase);
    return TRUE;
}

gboolean phrasebook_add_class(PhraseBook *book, const char *name, const char *text, const char *where,
                              GError **error)
{
    g_autoptr(GPtrArray) alternatives = alternatives_of(text);
    guint index;

    g_return_val_if_fail(!book->sealed, FALSE);
    WordClass *class = class_named(book, name, where, &index);
    for (guint i = 0; i < alternatives->len; i++)
        if (!add_to_class(book, class, alternatives->pdata[i], where, error))
            return FALSE;
    return TRUE;
}

gboolean phrasebook_add(PhraseBook *book, const char *text, guint purpose, UnitKind unit, const char *where,
                        guint *id, GError **error)
{
    const Phrase wanted = {.text = text, .purpose = purpose, .unit = unit};
    guint none = 0;

    g_return_val_if_fail(!book->sealed, FALSE);
    Phrase *phrase = g_hash_table_lookup(book->by_text, &wanted);
    *id = book->numbers->len;
    if (phrase) { /* it has one number more */
        g_array_index(book->next_number, guint, phrase->last_number) = *id;
    } else {
        phrase = phrase_compile(book, text, unit, where, error);
        if (!phrase)
            return FALSE;
        phrase->purpose = purpose;
        phrase->first_number = *id;
        g_ptr_array_add(book->phrases, phrase);
        g_hash_table_add(book->by_text, phrase);
    }
    phrase->last_number = *id;
    g_array_append_val(book->numbers, phrase);
    g_array_append_val(book->next_number, none);
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
