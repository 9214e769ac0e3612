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

typedef struct {
    GArray *unadapted;         /* of guint, as below: an act's words about itself */
    GArray *blanks;            /* what a template asks for, after a bracket */
    GArray *empty_rules;       /* sentences that only send the reader elsewhere */
    GArray *named;             /* kinds of units and places; for running text */
    GArray *named_front;       /* the same phrases for the lines of the front, in the same order */
    GPtrArray *outdated;       /* of OutdatedTerms * */
    GHashTable *abbreviations; /* set of char *, as written */
} ConsistencyWords;

/* Empty: no check that needs words finds anything. */
ConsistencyWords *consistency_words_new(void);
void consistency_words_free(ConsistencyWords *words);

#endif
