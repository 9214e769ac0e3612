/* Building a phrase book: vocabulary, word classes, and the index from the rarest word that a phrase needs to
 * the phrase. */
#include "rules/phrasebook.h"

#include <string.h>

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

/* Lists by word id. */

static GArray **new_lists(const PhraseBook *book)
{
    return g_new0(GArray *, book->bare_keys->len);
}

static void free_lists(const PhraseBook *book, GArray **lists)
{
    for (guint id = 0; lists && id < book->bare_keys->len; id++)
        if (lists[id])
            g_array_unref(lists[id]);
    g_free(lists);
}

/* Appends a value to the list of a word unless it is the last there already. */
static void list_add(GArray **lists, guint32 word, guint value)
{
    if (!lists[word])
        lists[word] = g_array_new(FALSE, FALSE, sizeof(guint));
    GArray *list = lists[word];
    if (list->len == 0 || g_array_index(list, guint, list->len - 1) != value)
        g_array_append_val(list, value);
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

gboolean phrasebook_add(PhraseBook *book, const char *text, Purpose purpose, UnitKind unit, const char *where,
                        guint *id, GError **error)
{
    g_autofree char *key = g_strdup_printf("%d %d %s", (int)purpose, (int)unit, text);

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

/* Sealing. */

static void key_table_build(KeyTable *table, guint count)
{
    guint size = 64;
    while (size < count * 4)
        size *= 2;
    table->mask = size - 1;
    table->keys = g_new0(guint64, size);
    table->ids = g_new0(guint32, size);
}

static void key_table_insert(KeyTable *table, guint64 key, guint32 id)
{
    guint i = (guint)(key >> 20) & table->mask;
    while (table->ids[i] != 0 && table->keys[i] != key)
        i = (i + 1) & table->mask;
    if (table->ids[i] == 0) {
        table->keys[i] = key;
        table->ids[i] = id;
    }
}

guint32 key_table_find(const KeyTable *table, guint64 key)
{
    guint i = (guint)(key >> 20) & table->mask;
    while (table->ids[i] != 0 && table->keys[i] != key)
        i = (i + 1) & table->mask;
    return table->ids[i];
}

static void build_vocabulary(PhraseBook *book)
{
    GHashTableIter iter;
    gpointer key, id;

    key_table_build(&book->marked, book->bare_keys->len);
    key_table_build(&book->bare, book->bare_keys->len);
    g_hash_table_iter_init(&iter, book->by_key);
    while (g_hash_table_iter_next(&iter, &key, &id))
        key_table_insert(&book->marked, *(guint64 *)key, GPOINTER_TO_UINT(id));
    for (guint32 word = 1; word < book->bare_keys->len; word++) {
        guint64 bare_key = g_array_index(book->bare_keys, guint64, word);
        key_table_insert(&book->bare, bare_key, word);
        guint32 first = key_table_find(&book->bare, bare_key);
        g_array_append_val(book->bare_ids, first);
    }
}

static gboolean resolve_class(PhraseBook *book, WordClass *class, GError **error);

static void count_words(const Phrase *phrase, guint *counts)
{
    for (guint i = 0; i < phrase->code->len; i++) {
        const Instruction *instruction = &g_array_index(phrase->code, Instruction, i);
        if (instruction->op == OP_WORD)
            counts[instruction->a]++;
    }
}

/* How often each word stands in phrases and classes: a phrase is anchored at the rarest, and what is rare in
 * the rules is rare in the texts they are for. */
static guint *count_all_words(const PhraseBook *book)
{
    guint *counts = g_new0(guint, book->bare_keys->len);
    for (guint i = 0; i < book->phrases->len; i++)
        count_words(book->phrases->pdata[i], counts);
    for (guint i = 0; i < book->classes->len; i++) {
        const WordClass *class = book->classes->pdata[i];
        for (guint k = 0; k < class->phrases->len; k++)
            count_words(class->phrases->pdata[k], counts);
    }
    return counts;
}

static guint32 rarest(const PhraseBook *book, const GArray *words)
{
    guint32 best = g_array_index(words, guint32, 0);
    for (guint i = 1; i < words->len; i++) {
        guint32 word = g_array_index(words, guint32, i);
        if (book->counts[word] < book->counts[best])
            best = word;
    }
    return best;
}

/* The words of the best single need of a phrase inside a class. */
static gboolean phrase_representative(PhraseBook *book, const Phrase *phrase, GArray *out)
{
    if (phrase->required->len > 0) {
        guint32 word = rarest(book, phrase->required);
        g_array_append_val(out, word);
        return TRUE;
    }
    for (guint i = 0; i < phrase->needs->len; i++)
        if (need_words(book, &g_array_index(phrase->needs, Need, i), out))
            return TRUE;
    return FALSE;
}

/* From each word to the class's phrases that may begin with it. */
static void index_phrases(PhraseBook *book, WordClass *class)
{
    WordSet all = word_set_new(book);

    for (guint view = 0; view < VIEWS; view++)
        class->first[view] = new_lists(book);
    for (guint i = 0; i < class->phrases->len; i++) {
        Phrase *phrase = class->phrases->pdata[i];
        phrase_set_first_sets(book, phrase);
        const guint64 *bits = book->sets->pdata[phrase->first_set];
        class->begins_anywhere = class->begins_anywhere || !bits;
        for (guint32 word = 1; bits && word < book->bare_keys->len; word++)
            if (word_set_has(bits, word)) {
                word_set_add(all, word);
                for (guint view = 0; view < VIEWS; view++)
                    list_add(class->first[view], view_id(book, word, view), i);
            }
    }
    if (class->begins_anywhere) {
        g_free(all);
        return;
    }
    class->first_set = word_set_keep(book, all);
}

static gboolean resolve_phrase_classes(PhraseBook *book, const Phrase *phrase, GError **error)
{
    for (guint i = 0; i < phrase->code->len; i++) {
        const Instruction *instruction = &g_array_index(phrase->code, Instruction, i);
        if (instruction->op == OP_CLASS && !resolve_class(book, book->classes->pdata[instruction->a], error))
            return FALSE;
    }
    for (guint i = 0; i < phrase->forbidden->len; i++)
        if (!resolve_phrase_classes(book, phrase->forbidden->pdata[i], error))
            return FALSE;
    return TRUE;
}

static gboolean resolve_class(PhraseBook *book, WordClass *class, GError **error)
{
    if (class->state == 2)
        return TRUE;
    if (class->state == 1) {
        error_set(error, RASOAT_ERROR_RULES, "%s: class “@%s” refers to itself", class->where, class->name);
        return FALSE;
    }
    if (class->phrases->len == 0) {
        error_set(error, RASOAT_ERROR_RULES, "%s: unknown class “@%s”", class->where, class->name);
        return FALSE;
    }
    class->state = 1;
    GArray *need = g_array_new(FALSE, FALSE, sizeof(guint32));
    gboolean known = TRUE;
    for (guint i = 0; i < class->phrases->len; i++) {
        if (!resolve_phrase_classes(book, class->phrases->pdata[i], error)) {
            g_array_unref(need);
            return FALSE;
        }
        known = known && phrase_representative(book, class->phrases->pdata[i], need);
    }
    if (known)
        class->need = need;
    else
        g_array_unref(need);
    index_phrases(book, class);
    class->state = 2;
    return TRUE;
}

static guint64 cost_of(const PhraseBook *book, const GArray *words)
{
    guint64 cost = 0;
    for (guint i = 0; i < words->len; i++)
        cost += 1 + book->counts[g_array_index(words, guint32, i)];
    return cost;
}

/* The cheapest set of words one of which every match has; NULL when the phrase has none. */
static GArray *best_anchor(PhraseBook *book, const Phrase *phrase)
{
    GArray *best = NULL;
    guint64 best_cost = G_MAXUINT64;

    for (guint i = 0; i < phrase->required->len + phrase->needs->len; i++) {
        GArray *words = g_array_new(FALSE, FALSE, sizeof(guint32));
        gboolean known = TRUE;
        if (i < phrase->required->len)
            g_array_append_val(words, g_array_index(phrase->required, guint32, i));
        else
            known = need_words(book, &g_array_index(phrase->needs, Need, i - phrase->required->len), words);
        guint64 cost = known ? cost_of(book, words) : G_MAXUINT64;
        if (cost < best_cost) {
            if (best)
                g_array_unref(best);
            best = words;
            best_cost = cost;
        } else {
            g_array_unref(words);
        }
    }
    return best;
}

static void add_forbidden_probes(PhraseBook *book, const Phrase *phrase)
{
    for (guint i = 0; i < phrase->forbidden->len; i++) {
        phrase_add_probe(book, phrase->forbidden->pdata[i]);
        add_forbidden_probes(book, phrase->forbidden->pdata[i]);
    }
}

/* anchor NULL: a sentence needs no word for the phrase. */
static void index_phrase(PhraseBook *book, guint index, guint purpose, const GArray *anchor)
{
    if (!anchor)
        g_array_append_val(book->unanchored[purpose], index);
    for (guint i = 0; anchor && i < anchor->len; i++)
        for (guint view = 0; view < VIEWS; view++)
            list_add(book->anchored[view][purpose], view_id(book, g_array_index(anchor, guint32, i), view),
                     index);
}

static void build_index(PhraseBook *book)
{
    for (guint view = 0; view < VIEWS; view++)
        for (guint purpose = 0; purpose < PURPOSES; purpose++)
            book->anchored[view][purpose] = new_lists(book);
    for (guint i = 0; i < book->phrases->len; i++) {
        Phrase *phrase = book->phrases->pdata[i];
        phrase_set_first_sets(book, phrase);
        phrase_add_probe(book, phrase);
        GArray *anchor = best_anchor(book, phrase);
        for (guint purpose = 0; purpose < PURPOSES; purpose++)
            if (phrase->purpose >> purpose & 1)
                index_phrase(book, i, purpose, anchor);
        if (anchor)
            g_array_unref(anchor);
    }
    for (guint i = 0; i < book->phrases->len; i++)
        add_forbidden_probes(book, book->phrases->pdata[i]);
}

typedef void (*PhraseVisitor)(PhraseBook *book, Phrase *phrase);

static void visit_phrases(PhraseBook *book, const GPtrArray *phrases, PhraseVisitor visitor)
{
    for (guint i = 0; i < phrases->len; i++) {
        visitor(book, phrases->pdata[i]);
        visit_phrases(book, ((const Phrase *)phrases->pdata[i])->forbidden, visitor);
    }
}

static void visit_all_phrases(PhraseBook *book, PhraseVisitor visitor)
{
    visit_phrases(book, book->phrases, visitor);
    for (guint i = 0; i < book->classes->len; i++)
        visit_phrases(book, ((const WordClass *)book->classes->pdata[i])->phrases, visitor);
}

static void append_program(PhraseBook *book, Phrase *phrase)
{
    g_array_append_vals(book->programs, phrase->code->data, phrase->code->len);
}

/* In the order in which they were appended, once the array has stopped moving. */
static void point_into_programs(PhraseBook *book, Phrase *phrase)
{
    phrase->program = &g_array_index(book->programs, Instruction, book->pointed);
    book->pointed += phrase->code->len;
}

static gboolean pack_programs(PhraseBook *book, GError **error)
{
    visit_all_phrases(book, append_program);
    visit_all_phrases(book, point_into_programs);
    if (MAX(MAX(book->bare_keys->len, book->sets->len), book->programs->len) < 1u << INSTRUCTION_BITS)
        return TRUE;
    error_set(error, RASOAT_ERROR_RULES, "the phrases have too many different words");
    return FALSE;
}

gboolean phrasebook_seal(PhraseBook *book, GError **error)
{
    g_return_val_if_fail(!book->sealed, FALSE);
    build_vocabulary(book);
    book->set_words = book->bare_keys->len / 64 + 1;
    book->counts = count_all_words(book);
    for (guint i = 0; i < book->classes->len; i++) {
        WordClass *class = book->classes->pdata[i];
        if (!class->used) {
            error_set(error, RASOAT_ERROR_RULES, "%s: class “@%s” is used nowhere", class->where,
                      class->name);
            return FALSE;
        }
        if (!resolve_class(book, class, error))
            return FALSE;
    }
    build_index(book);
    word_sets_list(book);
    if (!pack_programs(book, error))
        return FALSE;
    book->sealed = TRUE;
    return TRUE;
}
