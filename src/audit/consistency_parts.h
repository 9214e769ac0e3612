/* What the consistency checks share, one file each. Inside src/audit only. */
#ifndef RASOAT_AUDIT_CONSISTENCY_PARTS_H
#define RASOAT_AUDIT_CONSISTENCY_PARTS_H

#include "audit/context.h"
#include "audit/result.h"

typedef struct {
    const AuditView *view;
    const AuditContext *context;
    const FrontMatter *front;
    const Pack *law; /* as in consistency.h */
    const char *as_of;
    const ConsistencyWords *words;
    const Budget *budget;
    GPtrArray *findings;   /* of Finding *, owned */
    gboolean late;         /* time is used up: whatever the checks say from there on is thrown away */
    const Sentence *asked; /* of consistency_is_shouted(), the last sentence and what it was */
    gboolean shouted;
} Consistency;

/* Appends a finding and returns it, still owned by the array; severity recommended for STATUS_PARTIAL, info
 * for STATUS_REVIEW. Takes title and fix. */
Finding *consistency_add(Consistency *audit, const char *kind, Status status, BilingualText title,
                         BilingualText fix);

/* Adds the bytes [start, end) of a block, with the words around them, as evidence; after twenty places no
 * more. */
void consistency_quote(const Consistency *audit, Finding *finding, guint block, guint32 start, guint32 end);

/* TRUE when the time of the document is used up. Every loop over the text asks once a block, sentence or
 * mention, and ends then; the whole stage is an error afterwards. */
gboolean consistency_is_late(Consistency *audit);

/* TRUE when there are so many findings that further ones help nobody, or no time is left; loops over the text
 * may end. */
gboolean consistency_is_full(Consistency *audit);

/* TRUE for a body block of the regulation's own rules: no front, no decision, no annex, no contents. */
gboolean consistency_is_rule(const Consistency *audit, guint block);

static inline const Block *consistency_block(const Consistency *audit, guint block)
{
    return document_block(audit->view->outline->document, block);
}

/* TRUE when all letters of a text are capitals and there are two or more. */
gboolean consistency_is_capitals(const char *text, gsize length);

/* TRUE for a sentence whose words are mostly in capitals: a heading, in which capitals tell nothing. */
gboolean consistency_is_shouted(Consistency *audit, const Sentence *sentence);

/* The checks. */
void check_front(Consistency *audit);         /* draft-mark, no-number, no-date, no-signer, no-recipients,
                                                  older-than-law, future-date */
void check_blanks(Consistency *audit);        /* placeholder */
void check_numbering(Consistency *audit);     /* numbering-gap, duplicate-number */
void check_references(Consistency *audit);    /* dangling-reference */
void check_annexes(Consistency *audit);       /* annex-copies-law, dangling-reference */
void check_terms(Consistency *audit);         /* unadapted-law-text, outdated-term */
void check_empty_rules(Consistency *audit);   /* empty-rule */
void check_abbreviations(Consistency *audit); /* undefined-abbreviation */
void check_names(Consistency *audit);         /* other-unit */

#endif
