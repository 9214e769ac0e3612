/* The phrase book from inside, shared by what fills it (phrasebook.c), seals it (phrase_index.c, word_sets.c)
 * and matches by it (phrase_match.c). */
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

#define PURPOSES 32 /* bits of Purpose */

typedef struct {
    char *name;
    char *where;         /* of the first phrase, or of the first use */
    GPtrArray *phrases;  /* of Phrase *, each text once: rules repeat one another */
    GArray *numbers;     /* of Phrase * in phrases, by the id that phrasebook_add() gave */
    GHashTable *by_text; /* purpose, unit and text → index in phrases + 1 */
    gboolean used;
    gint state;               /* while resolving: 0 unseen, 1 open, 2 done */
    GArray *need;             /* of guint32: words one of which every match has; NULL: not known */
    gboolean begins_anywhere; /* some phrase does not begin with a known word */
    GArray **first[VIEWS];    /* by word id: GArray of guint, the phrases that may begin with it; or NULL */
    guint first_set;
} WordClass;

#define SINGLE_WORD (1u << 31)

/* What is looked at before a phrase is run, kept close together: most phrases get no further. */
typedef struct {
    guint32 first_set;
    guint32 first_bytes;    /* the bytes that it may begin with otherwise, in byte_sets; 0: none */
    guint32 sets, sets_end; /* the phrase's need sets, in probe_sets */
    gboolean at_begin;      /* it stands at the beginning of a sentence */
} Probe;

struct PhraseBook {
    GHashTable *by_key; /* while building: key → id */
    GArray *bare_keys;  /* of guint64 by id */
    GArray *bare_ids;   /* of guint32 by id: the first id with the same bare key */
    KeyTable marked, bare;
    GPtrArray *phrases;        /* of Phrase *, each text once: rules repeat one another */
    GArray *numbers;           /* of Phrase * in phrases, by the id that phrasebook_add() gave */
    GHashTable *by_text;       /* purpose, unit and text → index in phrases + 1 */
    GPtrArray *classes;        /* of WordClass * */
    GHashTable *class_by_name; /* name → index + 1 */
    GPtrArray *raws;           /* of Raw * */
    /* by purpose (NULL: no phrase is for it), and by word id: GArray of guint, indexes in phrases; or NULL */
    GArray **anchored[VIEWS][PURPOSES];
    GArray *unanchored[PURPOSES]; /* of guint: phrases without any need */
    GPtrArray *sets;              /* of WordSet; the first is NULL */
    GHashTable *set_numbers;      /* while building: the bytes of a set (GBytes) → its number */
    guint set_words;              /* 64-bit words of a set */
    GArray *members;              /* of guint32: the words of all sets, set after set */
    GArray *first_members; /* of guint by set: where its words begin in members; and the end of the last */
    guint *counts;         /* by word id: how often it stands in the rules */
    GArray *probes;        /* of Probe: by index in phrases, then of what phrases forbid */
    GArray *byte_sets;     /* of ByteSet: first bytes of raw expressions; the first is empty */
    GArray *probe_sets;    /* of guint32: what the probes point into */
    GArray *programs;      /* of Instruction: what Phrase.program points into */
    guint pointed;         /* while sealing: instructions whose phrases point to them */
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

/* Hash of a set in GBytes. */
guint word_set_hash(gconstpointer bytes);

/* Takes the set over and gives its number: that of the same set, if it has been kept before. */
guint word_set_keep(PhraseBook *book, WordSet set);

/* Lists the words of all sets kept so far. */
void word_sets_list(PhraseBook *book);

/* Sets phrase->first_set and the sets of its instructions, and of what it forbids. The classes in it are
 * resolved. */
void phrase_set_first_sets(PhraseBook *book, Phrase *phrase);

/* Adds the phrase's probe, after the first sets. */
void phrase_add_probe(PhraseBook *book, Phrase *phrase);

/* Adds the words one of which answers a need, through classes; FALSE when some way answers it without a known
 * word. */
gboolean need_words(const PhraseBook *book, const Need *need, GArray *out);

#endif
