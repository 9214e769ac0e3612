/* Words for the consistency checks as data (rules/consistency.xml): what betrays a text that is unfinished or
 * was made for somebody else. */
#ifndef RASOAT_RULES_CONSISTENCY_WORDS_H
#define RASOAT_RULES_CONSISTENCY_WORDS_H

#include <glib.h>

#include "base/bilingual.h"

/* A group of terms that ended on a day. */
typedef struct {
    char *from; /* ISO date: the first day without them */
    BilingualText title;
    BilingualText instead; /* what to write; rules need not have it in English */
    GArray *phrases;       /* of guint: ids in the phrase book */
} OutdatedTerms;

/* Kinds of units, or of places, that may be mistaken for one another; of guint, as below. */
typedef struct {
    gboolean is_place;
    gboolean
        spoken; /* in running text other phrases are looked for, which tell that the unit itself is meant */
    guint32 kinds; /* so many phrases say the kind; those behind them only bear the name */
    GArray *front; /* phrases for the lines of the front, which end where the name begins */
    GArray *body;  /* the same in the same order for running text; or the spoken ones */
} NamedKinds;

typedef struct {
    GArray *unadapted;         /* of guint, as below: an act's words about itself */
    GArray *blanks;            /* what a template asks for, after a bracket */
    GArray *empty_rules;       /* sentences that only send the reader elsewhere */
    GPtrArray *named;          /* of NamedKinds * */
    GArray *neighbours;        /* what stands directly before the name of somebody else */
    GArray *formerly;          /* sentences that say what a unit was called before */
    GArray *acting;            /* what stands directly before the name of a unit that acts */
    GArray *no_names;          /* of guint64: keys of words that begin no name, rising */
    GPtrArray *outdated;       /* of OutdatedTerms * */
    GHashTable *abbreviations; /* set of char *, as written */
} ConsistencyWords;

gpointer named_kinds_new(void);

/* Empty: no check that needs words finds anything. */
ConsistencyWords *consistency_words_new(void);
void consistency_words_free(ConsistencyWords *words);

/* TRUE when a word, by its key, begins no name whatever its letters. */
gboolean consistency_words_begin_no_name(const ConsistencyWords *words, guint64 key);

#endif
