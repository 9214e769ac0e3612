/* Entering literals, and finding a place for each node's children. */
#include "rules/trie.h"

#include <stdlib.h>

void trie_init(Trie *trie)
{
    *trie = (Trie){.literals = g_array_new(FALSE, TRUE, sizeof(guint32))};
    g_array_set_size(trie->literals, 1);
}

void trie_forget_edges(Trie *trie)
{
    key_table_clear(&trie->edges);
    trie->edges = (KeyTable){0};
    g_clear_pointer(&trie->literals, g_array_unref);
}

guint32 trie_enter(Trie *trie, guint32 node, guint32 word)
{
    guint32 *next = key_table_place(&trie->edges, (guint64)node << 32 | word);
    if (*next == 0) {
        *next = trie->literals->len;
        g_array_set_size(trie->literals, *next + 1);
    }
    return *next;
}

guint32 *trie_literal(Trie *trie, guint32 node)
{
    return &g_array_index(trie->literals, guint32, node);
}

/* Sealing. */

typedef struct {
    guint32 node, word, child;
} Edge;

static gint by_node_and_word(gconstpointer a, gconstpointer b)
{
    const Edge *one = a, *other = b;
    if (one->node != other->node)
        return one->node < other->node ? -1 : 1;
    return one->word < other->word ? -1 : 1;
}

static Edge *sorted_edges(const KeyTable *table)
{
    Edge *edges = g_new(Edge, table->count + 1);
    guint count = 0;
    for (guint i = 0; table->keys && i <= table->mask; i++)
        if (table->numbers[i] != 0)
            edges[count++] =
                (Edge){(guint32)(table->keys[i] >> 32), (guint32)table->keys[i], table->numbers[i]};
    qsort(edges, count, sizeof *edges, by_node_and_word);
    return edges;
}

/* Any word may be asked for at a base. */
static void make_room(Trie *trie, guint base, guint words)
{
    if (base + words <= trie->count)
        return;
    const guint count = (base + words) * 3 / 2;
    trie->nodes = g_renew(TrieNode, trie->nodes, count);
    for (guint i = trie->count; i < count; i++)
        trie->nodes[i] = (TrieNode){.parent = G_MAXUINT32};
    trie->count = count;
}

static gboolean is_free(const Trie *trie, guint place)
{
    return trie->nodes[place].parent == G_MAXUINT32;
}

static gboolean all_free(const Trie *trie, guint base, const Edge *edges, guint count)
{
    for (guint i = 0; i < count; i++)
        if (!is_free(trie, base + edges[i].word))
            return FALSE;
    return TRUE;
}

/* Finds a base where a node's children have room: the first from *from on, which is where the first child
 * stood the last time, not before the places of the root's children. */
static guint find_base(Trie *trie, const Edge *edges, guint count, guint words, guint *from)
{
    for (;; ++*from) {
        const guint base = *from - edges->word;
        make_room(trie, base, words);
        if (all_free(trie, base, edges, count))
            return base;
    }
}

void trie_seal(Trie *trie, guint words)
{
    g_autofree Edge *edges = sorted_edges(&trie->edges);
    g_autofree guint32 *places = g_new0(guint32, trie->literals->len); /* by node; children come after it */
    guint of_one = words, of_several = words; /* only children fill the places that others leave */
    guint most = 0;

    make_room(trie, words, words);
    trie->nodes[0].parent = 0;
    for (guint first = 0, end; first < trie->edges.count; first = end) {
        const guint32 place = places[edges[first].node];
        for (end = first + 1; end < trie->edges.count && edges[end].node == edges[first].node; end++)
            ;
        const guint count = end - first;
        const guint base =
            place == 0 ? 0 : find_base(trie, edges + first, count, words, count == 1 ? &of_one : &of_several);
        trie->nodes[place].base = base;
        most = MAX(most, base);
        for (guint i = first; i < end; i++) {
            places[edges[i].child] = base + edges[i].word;
            trie->nodes[base + edges[i].word] =
                (TrieNode){.parent = place, .literal = *trie_literal(trie, edges[i].child)};
        }
    }
    trie->count = most + words + 1;
    trie_forget_edges(trie);
}

void trie_image(Image *image, Trie *trie)
{
    image_value(image, trie->count);
    image_memory(image, (gpointer *)&trie->nodes, trie->count, sizeof *trie->nodes);
}
