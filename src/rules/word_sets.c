/* Word sets of a phrase book: what a match may begin with, and what it cannot do without. They let the
 * matcher pass over most phrases and places without running anything. */
#include "rules/phrasebook_private.h"

WordSet word_set_new(const PhraseBook *book)
{
    return g_new0(guint64, book->set_words);
}

void word_set_add(WordSet set, guint32 id)
{
    set[id / 64] |= G_GUINT64_CONSTANT(1) << (id % 64);
}

guint word_set_hash(gconstpointer bytes)
{
    gsize size;
    const guint64 *set = g_bytes_get_data((GBytes *)bytes, &size);
    guint64 hash = 0;
    for (gsize i = 0; i < size / sizeof *set; i++)
        hash = (hash ^ set[i]) * G_GUINT64_CONSTANT(0x9e3779b97f4a7c15) + (hash >> 29);
    return (guint)(hash ^ hash >> 32);
}

guint word_set_keep(PhraseBook *book, WordSet set)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(set, book->set_words * sizeof(guint64));
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(book->set_numbers, bytes));
    if (number > 0) {
        g_free(set);
        return number;
    }
    number = book->sets->len;
    g_ptr_array_add(book->sets, set);
    g_hash_table_insert(book->set_numbers, g_steal_pointer(&bytes), GUINT_TO_POINTER(number));
    return number;
}

/* Adds the words that a program may begin with, following splits, jumps and classes; FALSE when it may begin
 * otherwise. bytes: takes what raw expressions may begin with; NULL: they are "otherwise". */
static gboolean first_words(const PhraseBook *book, const Phrase *phrase, guint pc, WordSet set,
                            ByteSet *bytes)
{
    for (;;) {
        const Instruction *instruction = &g_array_index(phrase->code, Instruction, pc);
        switch ((Op)instruction->op) {
        case OP_WORD:
            word_set_add(set, instruction->a);
            return TRUE;
        case OP_CLASS: {
            const WordClass *class = book->classes->pdata[instruction->a];
            const guint64 *bits = book->sets->pdata[class->first_set];
            for (guint i = 0; bits && i < book->set_words; i++)
                set[i] |= bits[i];
            return bits != NULL;
        }
        case OP_RAW:
            if (!bytes)
                return FALSE;
            byte_set_join(bytes, &((const Raw *)book->raws->pdata[instruction->a])->first);
            return TRUE;
        case OP_JUMP:
            pc = instruction->a;
            break;
        case OP_BEGIN:
            pc++;
            break;
        case OP_SPLIT:
            if (!first_words(book, phrase, instruction->a, set, bytes))
                return FALSE;
            pc = instruction->b;
            break;
        default:
            return FALSE;
        }
    }
}

/* The number of the first set of a program from an instruction on. */
static guint first_set_of(PhraseBook *book, const Phrase *phrase, guint pc)
{
    WordSet set = word_set_new(book);
    if (first_words(book, phrase, pc, set, NULL))
        return word_set_keep(book, set);
    g_free(set);
    return 0;
}

void phrase_set_first_sets(PhraseBook *book, Phrase *phrase)
{
    g_autofree gboolean *is_later_way = g_new0(gboolean, phrase->code->len);

    phrase->first_set = first_set_of(book, phrase, 0);
    for (guint pc = 0; pc < phrase->code->len; pc++) {
        Instruction *instruction = &g_array_index(phrase->code, Instruction, pc);
        if (instruction->op == OP_SPLIT)
            is_later_way[instruction->b] = TRUE;
        if (instruction->op == OP_GAP)
            instruction->set = first_set_of(book, phrase, pc + 1);
        else if (instruction->op == OP_SPLIT && !is_later_way[pc])
            instruction->set = first_set_of(book, phrase, pc);
        else if (instruction->op == OP_CLASS)
            instruction->set = ((const WordClass *)book->classes->pdata[instruction->a])->first_set;
    }
    for (guint i = 0; i < phrase->forbidden->len; i++)
        phrase_set_first_sets(book, phrase->forbidden->pdata[i]);
}

gboolean need_words(const PhraseBook *book, const Need *need, GArray *out)
{
    g_array_append_vals(out, need->words->data, need->words->len);
    for (guint i = 0; i < need->classes->len; i++) {
        const WordClass *class = book->classes->pdata[g_array_index(need->classes, guint, i)];
        if (!class->need)
            return FALSE;
        g_array_append_vals(out, class->need->data, class->need->len);
    }
    return TRUE;
}

void word_sets_list(PhraseBook *book)
{
    g_array_set_size(book->members, 0);
    g_array_set_size(book->first_members, 0);
    g_array_append_val(book->first_members, book->members->len); /* of "any word" */
    for (guint number = 1; number < book->sets->len; number++) {
        const guint64 *set = book->sets->pdata[number];
        g_array_append_val(book->first_members, book->members->len);
        for (guint i = 0; i < book->set_words; i++)
            for (guint64 rest = set[i]; rest != 0; rest &= rest - 1) {
                guint32 word = i * 64 + (guint)__builtin_ctzll(rest);
                g_array_append_val(book->members, word);
            }
    }
    g_array_append_val(book->first_members, book->members->len);
}

static guint word_set_size(const PhraseBook *book, const guint64 *set)
{
    guint size = 0;
    for (guint i = 0; i < book->set_words; i++)
        size += (guint)__builtin_popcountll(set[i]);
    return size;
}

/* How often what a probe looks at stands in the rules, and so in texts, more or less. */
static guint64 probe_set_cost(const PhraseBook *book, guint32 number)
{
    if (number & SINGLE_WORD)
        return 1 + book->counts[number & ~SINGLE_WORD];
    const guint64 *set = book->sets->pdata[number];
    guint64 cost = 0;
    for (guint i = 0; i < book->set_words; i++)
        for (guint64 rest = set[i]; rest != 0; rest &= rest - 1)
            cost += 1 + book->counts[i * 64 + (guint)__builtin_ctzll(rest)];
    return cost;
}

/* Adds to the last probe, the rarest first: it is the likeliest to rule a sentence out. */
static void add_probe_set(PhraseBook *book, guint first, guint32 number)
{
    guint at = first;
    guint64 cost = probe_set_cost(book, number);
    while (at < book->probe_sets->len &&
           probe_set_cost(book, g_array_index(book->probe_sets, guint32, at)) <= cost)
        at++;
    g_array_insert_val(book->probe_sets, at, number);
}

/* The rarest is what the phrase is anchored at: a sentence for which it is tried has that already. */
static void put_anchor_last(PhraseBook *book, guint first)
{
    if (first == book->probe_sets->len)
        return;
    guint32 anchor = g_array_index(book->probe_sets, guint32, first);
    g_array_remove_index(book->probe_sets, first);
    g_array_append_val(book->probe_sets, anchor);
}

static void add_probe_words(PhraseBook *book, guint first, const GArray *words)
{
    WordSet set = word_set_new(book);
    for (guint i = 0; i < words->len; i++)
        word_set_add(set, g_array_index(words, guint32, i));
    if (word_set_size(book, set) > 1) {
        add_probe_set(book, first, word_set_keep(book, set));
        return;
    }
    add_probe_set(book, first, SINGLE_WORD | g_array_index(words, guint32, 0));
    g_free(set);
}

/* Where a phrase may begin with a raw expression, the probe says by which bytes. */
static void probe_set_first(PhraseBook *book, const Phrase *phrase, Probe *probe)
{
    ByteSet bytes = {{0}};
    WordSet set = phrase->first_set == 0 ? word_set_new(book) : NULL;

    probe->first_set = phrase->first_set;
    if (set && first_words(book, phrase, 0, set, &bytes)) {
        probe->first_set = word_set_keep(book, set);
        probe->first_bytes = book->byte_sets->len;
        g_array_append_val(book->byte_sets, bytes);
    } else {
        g_free(set);
    }
}

void phrase_add_probe(PhraseBook *book, Phrase *phrase)
{
    Probe probe = {.sets = book->probe_sets->len,
                   .at_begin = g_array_index(phrase->code, Instruction, 0).op == OP_BEGIN};

    probe_set_first(book, phrase, &probe);
    for (guint i = 0; i < phrase->required->len; i++)
        add_probe_set(book, probe.sets, SINGLE_WORD | g_array_index(phrase->required, guint32, i));
    for (guint i = 0; i < phrase->needs->len; i++) {
        g_autoptr(GArray) words = g_array_new(FALSE, FALSE, sizeof(guint32));
        if (need_words(book, &g_array_index(phrase->needs, Need, i), words))
            add_probe_words(book, probe.sets, words);
    }
    put_anchor_last(book, probe.sets);
    probe.sets_end = book->probe_sets->len;
    phrase->probe = book->probes->len;
    g_array_append_val(book->probes, probe);
}
