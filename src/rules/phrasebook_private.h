/* The phrase book from inside, shared by what fills it (phrasebook.c, phrase.c, literals.c), seals it
 * (phrase_index.c) and matches by it (phrase_match.c, phrase_places.c). */
#ifndef RASOAT_RULES_PHRASEBOOK_PRIVATE_H
#define RASOAT_RULES_PHRASEBOOK_PRIVATE_H

#include "base/key_table.h"
#include "rules/image.h"
#include "rules/phrase.h"
#include "rules/phrasebook.h"
#include "rules/raw.h"
#include "rules/trie.h"

/* A literal is a run of words that phrases have as it stands ("ủy ban nhân dân"), each kept once. */
#define MOST_LITERAL_WORDS 8
typedef struct {
    guint32 words;  /* the first of its word ids in literal_words */
    guint32 length; /* in words */
    guint32 next;   /* another literal of the same bare spelling; 0: none */
} Literal;

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
 * probes (0: it has none, and nothing rules it out). */
typedef struct {
    guint32 phrase, probe;
} Anchored;

#define PURPOSES 32 /* bits of Purpose */

/* Of a set of groups, a bit each by their probes, one word that is not 0. */
typedef struct {
    guint32 word, bits;
} GroupBits;

/* What a scan for some purposes asks of a literal stands in one row: the phrases that are anchored at it, and
 * after them the groups that it is a member of, of those that the phrases ask for. In the row of literal 0
 * are phrases without an anchor. Most of what a scan waits for is fetching these. */
typedef union {
    Anchored anchored;
    GroupBits groups;
} RowCell;

typedef struct {
    guint32 anchored, groups; /* where each of the two begins in the cells */
} LiteralRow;

typedef struct {
    guint purposes;   /* 0: they have no phrases */
    LiteralRow *rows; /* by literal, and one more */
    RowCell *cells;
    guint32 *begin_words; /* a sentence without any of these has no match; a bit a word id */
} ScanRows;

typedef struct ScanRowsShelf ScanRowsShelf;

/* Sets of small numbers, a bit each. */

#define BIT_WORDS(count) ((count) / 32 + 1)

static inline gboolean bits_have(const guint32 *bits, guint32 number)
{
    return bits[number / 32] >> (number % 32) & 1;
}

static inline void bits_add(guint32 *bits, guint32 number)
{
    bits[number / 32] |= 1u << (number % 32);
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
    GArray *group_bits;    /* of guint32 */
    guint slots;
    /* phrases */
    GPtrArray *phrases;            /* of Phrase *, each text once: rules repeat one another */
    GHashTable *by_text;           /* set of these, by purpose, unit and text */
    GArray *numbers;               /* of Phrase *, by the number that phrasebook_add() gave */
    GArray *next_number;           /* of guint by number: the next of the same phrase; 0: none */
    GArray *programs;              /* of Instruction */
    GArray *needs;                 /* of NeedPart */
    GArray *probes;                /* of guint32 */
    GPtrArray *classes;            /* of WordClass * */
    GHashTable *class_by_name;     /* name → index + 1 */
    GPtrArray *raws;               /* of Raw *, each expression once */
    GHashTable *raw_by_expression; /* → index + 1 */
    GStringChunk *texts;
    Words *scratch;          /* while compiling */
    ScanRows rows[PURPOSES]; /* by purpose; of phrases with several purposes each has its own entry */
    ScanRowsShelf *shelf;    /* those that are made of these when a scan asks for several purposes */
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

/* What a phrase asks whether a sentence has it is a number as well, of which sets are: that of a literal, or
 * that of a group after all literals, from a word of its own on; 0 is in every sentence. */
static inline guint32 first_group_probe(const PhraseBook *book)
{
    return BIT_WORDS(book->literals->len) * 32;
}

static inline guint32 probe_of_group(const PhraseBook *book, guint group)
{
    return first_group_probe(book) + group;
}

static inline gboolean group_has(const PhraseBook *book, const LiteralGroup *group, guint32 literal)
{
    return bits_have(&g_array_index(book->group_bits, guint32, group->bits), literal);
}

/* literals.c */

/* The number of the literal of these words (1 to MOST_LITERAL_WORDS). */
guint32 literal_keep(PhraseBook *book, const Word *words, guint count);
/* The number of the group of these literals in this order. */
guint32 group_keep(PhraseBook *book, const guint32 *literals, guint count);
/* The groups that the phrases of a purpose (a bit of Purpose) ask for, a bit a group. Owned by the caller. */
guint32 *groups_asked_for(const PhraseBook *book, guint purpose);
/* Once all are known: the view in which marks do not count, and bits of large groups. */
void literals_seal(PhraseBook *book);
/* How often a literal may be expected, in some unit. */
guint64 literal_cost(const PhraseBook *book, guint32 literal);

/* scan_rows.c */

/* A phrase that is anchored at a literal. */
typedef struct {
    guint32 literal, phrase;
} Anchor;

/* Makes the rows when all else of the book is sealed. anchors: by purpose, of Anchor by phrase; or NULL. */
void scan_rows_seal(PhraseBook *book, GArray *const *anchors);
void scan_rows_clear(ScanRows *rows);

ScanRowsShelf *scan_rows_shelf_new(void);
void scan_rows_shelf_free(ScanRowsShelf *shelf);
/* The rows of some purposes, made when they are first asked for, by any thread. They belong to the book. */
const ScanRows *scan_rows_of(const PhraseBook *book, guint purposes);

static inline guint scan_rows_cells(const PhraseBook *book, const ScanRows *rows)
{
    return rows->rows[book->literals->len].anchored;
}

/* phrasebook.c */

gpointer word_class_new(void);
guint book_class_index(PhraseBook *book, const char *name, const char *where);
/* -1 with an error when the expression is wrong. */
gint book_raw_index(PhraseBook *book, const char *expression, const char *where, GError **error);

#endif
