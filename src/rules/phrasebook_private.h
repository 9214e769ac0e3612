/* The phrase book's inside, shared by its building (phrasebook.c) and its matching (phrase_match.c). */
#ifndef RASOAT_RULES_PHRASEBOOK_PRIVATE_H
#define RASOAT_RULES_PHRASEBOOK_PRIVATE_H

#include "rules/phrase.h"
#include "rules/phrasebook.h"
#include "rules/raw.h"

/* Word sets, a bit a word id, each kept once and known by its number. A first set holds the words that a
 * match of something may begin with; number 0 is "any word": what begins with a gap, a number or a raw
 * expression. They serve the marked view only; damaged text is matched without them. */
typedef guint64 *WordSet;

/* Open addressing from 64-bit keys to ids; 0 is "none". */
typedef struct {
    guint64 *keys;
    guint32 *ids;
    guint mask;
} KeyTable;

guint32 key_table_find(const KeyTable *table, guint64 key);

/* Marks count, or they do not: two views of the same words. */
enum { VIEW_MARKED, VIEW_BARE, VIEWS };

typedef struct {
    char *name;
    char *where;        /* of the first phrase, or of the first use */
    GPtrArray *phrases; /* of Phrase *; empty: never defined */
    gboolean used;
    gint state;               /* while resolving: 0 unseen, 1 open, 2 done */
    GArray *need;             /* of guint32: words one of which every match has; NULL: not known */
    gboolean begins_anywhere; /* some phrase does not begin with a known word */
    GArray **first[VIEWS];    /* by word id: GArray of guint, the phrases that may begin with it; or NULL */
    guint first_set;
    guint span; /* most words that a match can have; 0: no telling */
} WordClass;

struct PhraseBook {
    GHashTable *by_key; /* while building: key → id */
    GArray *bare_keys;  /* of guint64 by id */
    GArray *bare_ids;   /* of guint32 by id: the first id with the same bare key */
    KeyTable marked, bare;
    GPtrArray *phrases;        /* of Phrase * */
    GPtrArray *classes;        /* of WordClass * */
    GHashTable *class_by_name; /* name → index + 1 */
    GPtrArray *raws;           /* of Raw * */
    GArray **anchored[VIEWS];  /* by word id: GArray of guint phrase ids, or NULL */
    GArray *unanchored;        /* of guint: phrases without any need */
    GPtrArray *sets;           /* of WordSet; the first is NULL */
    GHashTable *set_numbers;   /* while building: the bytes of a set (GBytes) → its number */
    guint set_words;           /* 64-bit words of a set */
    gboolean sealed;
};

static inline guint32 view_id(const PhraseBook *book, guint32 id, guint view)
{
    return view == VIEW_MARKED ? id : g_array_index(book->bare_ids, guint32, id);
}

static inline gboolean word_set_has(const guint64 *set, guint32 id)
{
    return set[id / 64] >> (id % 64) & 1;
}

/* word_sets.c */

/* A new empty set, for word_set_keep(). */
WordSet word_set_new(const PhraseBook *book);
void word_set_add(WordSet set, guint32 id);

/* Takes the set over and gives its number: that of the same set, if it has been kept before. */
guint word_set_keep(PhraseBook *book, WordSet set);

/* Sets phrase->first_set and the sets of its instructions, and of what it forbids. The classes in it are
 * resolved. */
void phrase_set_first_sets(PhraseBook *book, Phrase *phrase);

/* Sets phrase->span, and that of what it forbids. The classes in it are resolved. */
void phrase_set_span(const PhraseBook *book, Phrase *phrase);

/* Sets phrase->need_sets, after the first sets, and of what it forbids. */
void phrase_set_need_sets(PhraseBook *book, Phrase *phrase);

/* Adds the words one of which answers a need, through classes; FALSE when some way answers it without a known
 * word. */
gboolean need_words(const PhraseBook *book, const Need *need, GArray *out);

#endif
