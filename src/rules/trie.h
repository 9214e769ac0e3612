/* Literals by their words, one word after the other from the root: a double array (J.-I. Aoe, "An efficient
 * digital search algorithm by using a double-array structure", 1989). The node that a word leads to stands at
 * a place that node and word give, and says whose it is, so that a step costs one fetch. Inside src/rules
 * only. */
#ifndef RASOAT_RULES_TRIE_H
#define RASOAT_RULES_TRIE_H

#include "base/key_table.h"
#include "rules/image.h"

typedef struct {
    guint32 parent;  /* the node from which it is reached; G_MAXUINT32: it is none */
    guint32 base;    /* its children stand here and on, by their words */
    guint32 literal; /* the first literal that ends there; or 0 */
} TrieNode;

typedef struct {
    /* while building: nodes in the order in which they came */
    KeyTable edges;   /* node and word id → node */
    GArray *literals; /* of guint32, by node */
    /* once sealed */
    TrieNode *nodes; /* from the root, which is 0 */
    guint count;     /* of them, with those that are none */
} Trie;

void trie_init(Trie *trie);
/* What only building needs. */
void trie_forget_edges(Trie *trie);

/* The node that a word (from 1) leads to, made if there is none; while building. */
guint32 trie_enter(Trie *trie, guint32 node, guint32 word);
/* The first literal that ends at a node, to be set; while building. */
guint32 *trie_literal(Trie *trie, guint32 node);

/* words: how many ids of words there are. */
void trie_seal(Trie *trie, guint words);
void trie_image(Image *image, Trie *trie);

/* The node that a word (from 1) leads to from a node; 0: none. */
static inline guint32 trie_step(const Trie *trie, guint32 node, guint32 word)
{
    const guint32 next = trie->nodes[node].base + word;
    return trie->nodes[next].parent == node ? next : 0;
}

#endif
