/* Literals and groups of a phrase book: what phrases say word by word, kept once however many phrases say it,
 * and found in a text all together, by a walk down one trie from each of its words. */
#include <string.h>

#include "rules/phrasebook_private.h"

#define SMALL_GROUP 24 /* literals; of a larger group it is quicker to look at those that a sentence has */

/* Words and literals. */

static guint32 word_keep(PhraseBook *book, const Word *word)
{
    guint32 *id = key_table_place(&book->words, word->key);
    if (*id == 0) {
        guint none = 0;
        *id = book->bare_keys->len;
        g_array_append_val(book->bare_keys, word->bare_key);
        g_array_append_val(book->counts, none);
    }
    g_array_index(book->counts, guint, *id)++;
    return *id;
}

guint32 literal_keep(PhraseBook *book, const Word *words, guint count)
{
    Trie *trie = &book->tries[VIEW_MARKED];
    guint32 ids[MOST_LITERAL_WORDS], node = 0;

    for (guint i = 0; i < count; i++) {
        ids[i] = word_keep(book, &words[i]);
        node = trie_enter(trie, node, ids[i]);
    }
    guint32 *number = trie_literal(trie, node);
    if (*number == 0) {
        Literal literal = {book->literal_words->len, count, 0};
        *number = book->literals->len;
        g_array_append_vals(book->literal_words, ids, count);
        g_array_append_val(book->literals, literal);
    }
    return *number;
}

guint64 literal_cost(const PhraseBook *book, guint32 number)
{
    const Literal *literal = book_literal(book, number);
    const guint32 *words = &g_array_index(book->literal_words, guint32, literal->words);
    guint least = G_MAXUINT;
    for (guint i = 0; i < literal->length; i++)
        least = MIN(least, g_array_index(book->counts, guint, words[i]));
    return 1 + least;
}

/* Groups. */

static gboolean group_is(const PhraseBook *book, guint number, const guint32 *literals, guint count)
{
    const LiteralGroup *group = book_group(book, number);
    return group->members_end - group->members == count &&
           memcmp(&g_array_index(book->group_members, guint32, group->members), literals,
                  count * sizeof *literals) == 0;
}

static guint32 group_add(PhraseBook *book, const guint32 *literals, guint count)
{
    LiteralGroup group = {
        .members = book->group_members->len, .shortest = MOST_LITERAL_WORDS, .slots = book->slots};

    g_array_append_vals(book->group_members, literals, count);
    group.members_end = book->group_members->len;
    for (guint i = 0; i < count; i++) {
        group.shortest = (guint16)MIN(group.shortest, book_literal(book, literals[i])->length);
        group.longest = (guint16)MAX(group.longest, book_literal(book, literals[i])->length);
    }
    book->slots += group.longest - group.shortest + 1u;
    g_array_append_val(book->groups, group);
    return book->groups->len - 1;
}

guint32 group_keep(PhraseBook *book, const guint32 *literals, guint count)
{
    guint64 hash = count;
    for (guint i = 0; i < count; i++)
        hash = (hash ^ literals[i]) * G_GUINT64_CONSTANT(0x100000001b3) + (hash >> 40);
    for (;; hash++) { /* until the group, or a hash that no other has */
        guint32 *number = key_table_place(&book->group_table, hash);
        if (*number == 0)
            *number = group_add(book, literals, count);
        else if (!group_is(book, *number, literals, count))
            continue;
        return *number;
    }
}

/* Sealing. */

static void build_bare_trie(PhraseBook *book)
{
    Trie *trie = &book->tries[VIEW_BARE];

    for (guint32 id = 1; id < book->bare_keys->len; id++) {
        guint32 *first = key_table_place(&book->bare_words, g_array_index(book->bare_keys, guint64, id));
        if (*first == 0)
            *first = id;
    }
    for (guint32 number = 1; number < book->literals->len; number++) {
        Literal *literal = &g_array_index(book->literals, Literal, number);
        guint32 node = 0;
        for (guint i = 0; i < literal->length; i++) {
            guint32 id = g_array_index(book->literal_words, guint32, literal->words + i);
            node = trie_enter(trie, node,
                              key_table_find(&book->bare_words, g_array_index(book->bare_keys, guint64, id)));
        }
        guint32 *first = trie_literal(trie, node);
        literal->next = *first;
        *first = number;
    }
}

static void set_group_bits(PhraseBook *book, LiteralGroup *group)
{
    if (group->members_end - group->members <= SMALL_GROUP)
        return;
    group->bits = book->group_bits->len;
    g_array_set_size(book->group_bits, group->bits + BIT_WORDS(book->literals->len));
    for (guint i = group->members; i < group->members_end; i++)
        bits_add(&g_array_index(book->group_bits, guint32, group->bits),
                 g_array_index(book->group_members, guint32, i));
}

void literals_seal(PhraseBook *book)
{
    build_bare_trie(book);
    for (guint view = 0; view < VIEWS; view++)
        trie_seal(&book->tries[view], book->bare_keys->len);
    g_array_set_size(book->group_bits, 1); /* 0 says that a group is small */
    for (guint i = 1; i < book->groups->len; i++)
        set_group_bits(book, &g_array_index(book->groups, LiteralGroup, i));
}
