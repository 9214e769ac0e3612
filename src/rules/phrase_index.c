/* Sealing a phrase book: the vocabulary, the word classes, the index from the rarest word that a phrase needs
 * to the phrase, and all programs side by side. */
#include "base/error.h"
#include "rules/phrasebook_private.h"

/* Lists by word id. */

static GArray **new_lists(const PhraseBook *book)
{
    return g_new0(GArray *, book->bare_keys->len);
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
    for (guint view = 0; view < VIEWS; view++)
        if (!book->anchored[view][purpose])
            book->anchored[view][purpose] = new_lists(book);
    for (guint i = 0; anchor && i < anchor->len; i++)
        for (guint view = 0; view < VIEWS; view++)
            list_add(book->anchored[view][purpose], view_id(book, g_array_index(anchor, guint32, i), view),
                     index);
}

static void build_index(PhraseBook *book)
{
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
