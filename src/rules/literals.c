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

static guint32 trie_enter(Trie *trie, guint32 node, guint32 word)
{
    guint32 *next = key_table_place(&trie->edges, (guint64)node << 32 | word);
    if (*next == 0) {
        guint32 none = 0;
        *next = trie->literals->len;
        g_array_append_val(trie->literals, none);
    }
    return *next;
}

guint32 literal_keep(PhraseBook *book, const Word *words, guint count)
{
    Trie *trie = &book->tries[VIEW_MARKED];
    guint32 ids[MOST_LITERAL_WORDS], node = 0;

    for (guint i = 0; i < count; i++) {
        ids[i] = word_keep(book, &words[i]);
        node = trie_enter(trie, node, ids[i]);
    }
    guint32 *number = &g_array_index(trie->literals, guint32, node);
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
        guint32 *first = &g_array_index(trie->literals, guint32, node);
        literal->next = *first;
        *first = number;
    }
}

/* Sorts the last of a node's steps into their place among those before. */
static void settle_step(TrieStep *first, TrieStep *last)
{
    TrieStep step = *last;
    for (; last > first && last[-1].word > step.word; last--)
        *last = last[-1];
    *last = step;
}

/* Counting sort of the edges by their node. */
static void seal_trie(Trie *trie, guint words)
{
    const KeyTable *edges = &trie->edges;
    g_autofree guint32 *next = NULL;

    trie->roots = g_new0(guint32, words);
    trie->first_step = g_new0(guint32, trie->literals->len + 1);
    trie->steps = g_new0(TrieStep, edges->count + 1);
    for (guint i = 0; edges->keys && i <= edges->mask; i++)
        if (edges->numbers[i] != 0 && edges->keys[i] >> 32 != 0)
            trie->first_step[(edges->keys[i] >> 32) + 1]++;
    for (guint node = 1; node <= trie->literals->len; node++)
        trie->first_step[node] += trie->first_step[node - 1];
    next = g_memdup2(trie->first_step, trie->literals->len * sizeof(guint32));
    for (guint i = 0; edges->keys && i <= edges->mask; i++) {
        guint32 node = (guint32)(edges->keys[i] >> 32), word = (guint32)edges->keys[i];
        if (edges->numbers[i] == 0)
            continue;
        if (node == 0) {
            trie->roots[word] = edges->numbers[i];
            continue;
        }
        trie->steps[next[node]] = (TrieStep){word, edges->numbers[i]};
        settle_step(trie->steps + trie->first_step[node], trie->steps + next[node]);
        next[node]++;
    }
}

static void set_group_bits(PhraseBook *book, LiteralGroup *group)
{
    if (group->members_end - group->members <= SMALL_GROUP)
        return;
    group->bits = book->group_bits->len;
    g_array_set_size(book->group_bits, group->bits + BIT_WORDS(book->literals->len));
    for (guint i = group->members; i < group->members_end; i++)
        bits_add(&g_array_index(book->group_bits, guint64, group->bits),
                 g_array_index(book->group_members, guint32, i));
}

/* The groups that each literal is a member of, by literal and in their order. */
typedef struct {
    guint32 *first; /* by literal, and one more */
    guint32 *groups;
} GroupsOf;

/* Counting sort of the members. */
static GroupsOf groups_of_literals(const PhraseBook *book)
{
    const GArray *members = book->group_members;
    const guint literals = book->literals->len;
    GroupsOf of = {g_new0(guint32, literals + 1), g_new(guint32, members->len + 1)};

    for (guint i = 0; i < members->len; i++)
        of.first[g_array_index(members, guint32, i) + 1]++;
    for (guint i = 0; i < literals; i++)
        of.first[i + 1] += of.first[i];
    g_autofree guint32 *next = g_memdup2(of.first, literals * sizeof *next);
    for (guint32 g = 1; g < book->groups->len; g++)
        for (guint i = book_group(book, g)->members; i < book_group(book, g)->members_end; i++)
            of.groups[next[g_array_index(members, guint32, i)]++] = g;
    return of;
}

static void seal_memberships(const PhraseBook *book, const GroupsOf *of, guint purpose, Memberships *sets)
{
    g_autofree guint64 *asked = groups_asked_for(book, purpose);
    const guint literals = book->literals->len;
    guint count = 0;

    sets->first = g_new0(guint32, literals + 1);
    sets->words = g_new(guint32, of->first[literals] + 1);
    sets->bits = g_new0(guint64, of->first[literals] + 1);
    for (guint32 literal = 0; literal < literals; literal++) {
        for (guint i = of->first[literal]; i < of->first[literal + 1]; i++) {
            const guint32 group = of->groups[i];
            if (!bits_have(asked, group))
                continue;
            if (count == sets->first[literal] || sets->words[count - 1] != group / 64)
                sets->words[count++] = group / 64;
            bits_add(sets->bits + count - 1, group % 64);
        }
        sets->first[literal + 1] = count;
    }
}

void literals_seal(PhraseBook *book)
{
    build_bare_trie(book);
    for (guint view = 0; view < VIEWS; view++) {
        seal_trie(&book->tries[view], book->bare_keys->len);
        key_table_clear(&book->tries[view].edges);
        book->tries[view].edges = (KeyTable){0};
    }
    g_array_set_size(book->group_bits, 1); /* 0 says that a group is small */
    for (guint i = 1; i < book->groups->len; i++)
        set_group_bits(book, &g_array_index(book->groups, LiteralGroup, i));
    const GroupsOf of = groups_of_literals(book);
    for (guint i = 0; i < PURPOSES; i++)
        if (book->indexes[i].anchored)
            seal_memberships(book, &of, 1u << i, &book->indexes[i].memberships);
    g_free(of.first);
    g_free(of.groups);
}
