/* The phrase book's inside, shared by its building (phrasebook.c) and its matching (phrase_match.c). */
#ifndef RASOAT_RULES_PHRASEBOOK_PRIVATE_H
#define RASOAT_RULES_PHRASEBOOK_PRIVATE_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "rules/phrase.h"
#include "rules/phrasebook.h"

/* First sets: which words a match of something may begin with, a bit a word id. Number 0 is "any word": what
 * begins with a gap, a number or a raw expression. They serve the marked view only; damaged text is matched
 * without them. */
typedef guint64 *FirstSet;

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
} WordClass;

struct PhraseBook {
    GHashTable *by_key; /* while building: key → id */
    GArray *bare_keys;  /* of guint64 by id */
    GArray *bare_ids;   /* of guint32 by id: the first id with the same bare key */
    KeyTable marked, bare;
    GPtrArray *phrases;        /* of Phrase * */
    GPtrArray *classes;        /* of WordClass * */
    GHashTable *class_by_name; /* name → index + 1 */
    GPtrArray *raws;           /* of pcre2_code * */
    GArray **anchored[VIEWS];  /* by word id: GArray of guint phrase ids, or NULL */
    GArray *unanchored;        /* of guint: phrases without any need */
    GPtrArray *first_sets;     /* of FirstSet; the first is NULL */
    guint set_words;           /* 64-bit words of a first set */
    gboolean sealed;
};

static inline guint32 view_id(const PhraseBook *book, guint32 id, guint view)
{
    return view == VIEW_MARKED ? id : g_array_index(book->bare_ids, guint32, id);
}

static inline gboolean first_set_has(const PhraseBook *book, guint set, guint32 id)
{
    const guint64 *bits = book->first_sets->pdata[set];
    return !bits || (bits[id / 64] >> (id % 64) & 1);
}

#endif
