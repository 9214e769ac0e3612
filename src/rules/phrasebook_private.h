/* The phrase book from inside, shared by what fills it (phrasebook.c, phrase.c, literals.c), seals it
 * (phrase_index.c) and matches by it (phrase_match.c, phrase_places.c). */
#ifndef RASOAT_RULES_PHRASEBOOK_PRIVATE_H
#define RASOAT_RULES_PHRASEBOOK_PRIVATE_H

#include "base/key_table.h"
#include "rules/image.h"
#include "rules/phrase.h"
#include "rules/phrasebook.h"
#include "rules/raw.h"

/* A literal is a run of words that phrases have as it stands ("ủy ban nhân dân"), each kept once. */
#define MOST_LITERAL_WORDS 8
typedef struct {
    guint32 words;  /* the first of its word ids in literal_words */
    guint32 length; /* in words */
    guint32 next;   /* another literal of the same bare spelling; 0: none */
} Literal;

typedef struct {
    guint32 word, node;
} TrieStep;

/* Literals by their words, one after the other from node 0, the root. */
typedef struct {
    KeyTable edges;   /* while building: node and word id → node */
    GArray *literals; /* of guint32, by node: the first literal that ends there; or 0 */
    /* once sealed, close together: the matcher's time goes into fetching them */
    guint32 *roots;      /* by word id: the node that it leads to from the root; or 0 */
    TrieStep *steps;     /* of the other nodes, node by node, in the order of words */
    guint32 *first_step; /* by node, and one more */
} Trie;

/* The node that a word leads to; 0: none. */
static inline guint32 trie_step(const Trie *trie, guint32 node, guint32 word)
{
    if (node == 0)
        return trie->roots[word];
    guint32 low = trie->first_step[node], high = trie->first_step[node + 1];
    while (high - low > 4) {
        guint32 middle = (low + high) / 2;
        if (trie->steps[middle].word <= word)
            low = middle;
        else
            high = middle;
    }
    for (; low < high; low++)
        if (trie->steps[low].word == word)
            return trie->steps[low].node;
    return 0;
}

/* Alternatives that are all literals, in the order in which they are tried; each such list is kept once. */
typedef struct {
    guint32 members, members_end; /* literals in group_members */
    guint16 shortest, longest;    /* of its literals, in words */
    guint32 slots;                /* the matcher's sets of places, one a length between these */
    guint32 bits;                 /* of a large group: its literals a bit each in group_bits; 0: small */
} LiteralGroup;

/* Marks count, or they do not: two views of the same words. */
enum { VIEW_MARKED, VIEW_BARE, VIEWS };

typedef struct {
    char *name;
    char *where;        /* of the first phrase, or of the first use */
    GPtrArray *phrases; /* of Phrase * */
    gboolean used;
    gint state;        /* while resolving: 0 unseen, 1 open, 2 done */
    guint group;       /* its literals, the longest first; 0: none */
    GPtrArray *others; /* of its phrases those that are no literals; empty: the class is its group */
    guint need;        /* group of literals one of which every match has; 0: not known */
} WordClass;

/* A phrase by its index in PhraseBook.phrases, and beside it what rules it out most often: the first of its
 * probes (0: it has none). */
typedef struct {
    guint32 phrase, probe;
} Anchored;

#define PURPOSES 32 /* bits of Purpose */
#define PROBE_LITERAL (1u << 31)

/* The groups that a literal is a member of, of those that phrases ask for: a set of bits, of which the words
 * are kept that are not 0. */
typedef struct {
    guint32 *first; /* by literal, and one more: in words and bits */
    guint32 *words;
    guint64 *bits;
} Memberships;

/* The phrases of one purpose, by the literal that they are anchored at; at literal 0: those without any. */
typedef struct {
    Anchored *anchored;   /* NULL: there are none */
    guint32 *first;       /* by literal, and one more */
    guint64 *begin_words; /* words that anchors begin with, a bit a word id */
    Memberships memberships;
} PurposeIndex;

/* Sets of small numbers, a bit each. */

#define BIT_WORDS(count) ((count) / 64 + 1)

static inline gboolean bits_have(const guint64 *bits, guint32 number)
{
    return bits[number / 64] >> (number % 64) & 1;
}

static inline void bits_add(guint64 *bits, guint32 number)
{
    bits[number / 64] |= G_GUINT64_CONSTANT(1) << (number % 64);
}

struct PhraseBook {
    /* words: number 0 is none */
    KeyTable words, bare_words; /* key → id; the first id of those with the same bare key */
    GArray *bare_keys;          /* of guint64 by id */
    GArray *counts;             /* of guint by id: how often the word stands in the rules */
    /* literals and groups: number 0 is none */
    GArray *literals;      /* of Literal */
    GArray *literal_words; /* of guint32 */
    Trie tries[VIEWS];
    GArray *groups;        /* of LiteralGroup */
    KeyTable group_table;  /* hash of the members → group */
    GArray *group_members; /* of guint32 */
    GArray *group_bits;    /* of guint64 */
    guint slots;
    /* phrases */
    GPtrArray *phrases;        /* of Phrase *, each text once: rules repeat one another */
    GHashTable *by_text;       /* set of these, by purpose, unit and text */
    GArray *numbers;           /* of Phrase *, by the number that phrasebook_add() gave */
    GArray *next_number;       /* of guint by number: the next of the same phrase; 0: none */
    GArray *programs;          /* of Instruction */
    GArray *needs;             /* of NeedPart */
    GArray *probes;            /* of guint32: groups, or literals with PROBE_LITERAL */
    GPtrArray *classes;        /* of WordClass * */
    GHashTable *class_by_name; /* name → index + 1 */
    GPtrArray *raws;           /* of Raw * */
    GStringChunk *texts;
    Words *scratch;                 /* while compiling */
    PurposeIndex indexes[PURPOSES]; /* of phrases with several purposes each has its own entry */
    gboolean sealed;
    gboolean of_image; /* tables, tries and indexes belong to the image that the book was read from */
};

static inline const Literal *book_literal(const PhraseBook *book, guint number)
{
    return &g_array_index(book->literals, Literal, number);
}

static inline const LiteralGroup *book_group(const PhraseBook *book, guint number)
{
    return &g_array_index(book->groups, LiteralGroup, number);
}

static inline gboolean group_has(const PhraseBook *book, const LiteralGroup *group, guint32 literal)
{
    return bits_have(&g_array_index(book->group_bits, guint64, group->bits), literal);
}

/* literals.c */

/* The number of the literal of these words (1 to MOST_LITERAL_WORDS). */
guint32 literal_keep(PhraseBook *book, const Word *words, guint count);
/* The number of the group of these literals in this order. */
guint32 group_keep(PhraseBook *book, const guint32 *literals, guint count);
/* The groups that the phrases of a purpose (a bit of Purpose) ask for, a bit a group. Owned by the caller. */
guint64 *groups_asked_for(const PhraseBook *book, guint purpose);
/* Once all are known: the view in which marks do not count, and bits of large groups. */
void literals_seal(PhraseBook *book);
/* How often a literal may be expected, in some unit. */
guint64 literal_cost(const PhraseBook *book, guint32 literal);

/* phrasebook.c */

gpointer word_class_new(void);
guint book_class_index(PhraseBook *book, const char *name, const char *where);
/* -1 with an error when the expression is wrong. */
gint book_raw_index(PhraseBook *book, const char *expression, const char *where, GError **error);

#endif
