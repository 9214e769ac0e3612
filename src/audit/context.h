/* What governs each place of a document: which groups its section answers to, whether it can prove anything
 * at all, and for each sentence which verbs govern, whether they are denied, weak or within an exception. */
#ifndef RASOAT_AUDIT_CONTEXT_H
#define RASOAT_AUDIT_CONTEXT_H

#include "audit/view.h"

/* Why a place proves nothing. */
typedef enum {
    PLACE_COUNTS,
    PLACE_CONTENTS_TABLE, /* a table of contents */
    PLACE_PASTED_LAW,
    PLACE_ANNEX,
    PLACE_DECISION,   /* the decision's own articles */
    PLACE_OTHER_TEXT, /* another component */
    PLACE_MENTION,    /* scope, purpose, principles … */
    PLACE_FRONT,      /* bases, recipients, title */
} PlaceProof;

typedef struct {
    guint32 groups; /* bit set: groups of the sections that the block stands in */
    guint32 denied; /* of them: opened by a denial ("những nội dung không công khai") */
    guint32 weak;   /* of them: opened by a weak sentence ("có thể công khai …") */
    guint32
        themed; /* of them: told by what the section's lines say, and by no heading or lead-in (theme.h) */
    guint32 refused;  /* groups of which another sentence refuses what stands here (see refusals.h) */
    guint32 governed; /* of these: groups whose verb the refusal itself names */
    guint refusing;   /* the sentence that refuses or denies what stands here, from 1; 0: none */
    guint8 proof;     /* PlaceProof */
    gboolean shut;    /* in a section or list that answers to no group and is opened by a denial or weakly, or
                         that is about something else than the title above it sums up (summed_up.h) */
    guint8 lawful;    /* what refuses names what the law itself keeps secret */
} BlockContext;

/* Words [first, end); end 0: none. */
typedef struct {
    guint first, end;
} WordRange;

typedef struct {
    const AuditView *view;
    guint32 *division_groups; /* per division: groups that its own heading answers to */
    BlockContext *blocks;     /* per block of the document */
    guint16 *sentence_flags;  /* per sentence: what kinds of general phrases stand in it */
    GPtrArray **verbs;        /* per group: of const Match *, those of its verbs by their first words */
    guint32 *topics;          /* per sentence: groups whose verb it has, but for everyday verbs */
    guint32 *named;           /* per sentence: groups of the items of which a phrase speaks there */
    guint8 *known;            /* per word: whether a phrase of an item has it */
    guint8 *leaning;  /* per sentence: how it leans to refusing what it names, once asked (leaning.h) */
    guint32 *handled; /* per sentence: groups that it is no entry of, for it says what else is done */
    guint32 *cited;   /* per sentence: groups of the articles and chapters that it names */
    guint32 *refused; /* per sentence: groups of which it refuses what it speaks of ("là thông tin mật") */
    guint32 *governed;   /* of refused: groups whose verb the refusal itself names */
    guint32 *proven;     /* of refused: groups whose own verb stands in the refusal or directly behind it */
    guint32 *doubted;    /* per sentence: groups of which a later one may refuse what it names */
    guint *refusers;     /* per sentence: the later one that refuses what it names, from 1; 0: none */
    WordRange *refusals; /* per sentence: from its first denial to the end of its last */
    guint number_block, title_block; /* of the front matter; G_MAXUINT: none */
} AuditContext;

/* Once the time of the document is used up the rest of it is governed by nothing: the caller asks
 * budget_check_time(). */
AuditContext *audit_context_new(const AuditView *view, const FrontMatter *front);
void audit_context_free(AuditContext *context);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(AuditContext, audit_context_free)

/* How a match stands in its sentence towards a group. */
typedef enum {
    STANDING_SECTION,   /* in a section of the group */
    STANDING_VERB,      /* elsewhere, governed by the group's verb in an operative sentence */
    STANDING_NONE,      /* nothing of the group governs it */
    STANDING_MENTION,   /* the sentence is a mere mention */
    STANDING_EXCEPTION, /* within an exception */
    STANDING_DENIED,    /* governed, and denied */
    STANDING_REFUSED,   /* governed, and its sentence refuses it outright: "là thông tin mật" */
    STANDING_NO_PROOF,  /* the place proves nothing */
} Standing;

/* How a match stands towards what an item asks. weak: set when the match is governed weakly. */
Standing context_standing(const AuditContext *context, const Match *match, const Item *item, gboolean *weak);

/* Whether a sentence only says what else is done with a thing, which is no entry of what an item asks. */
gboolean context_is_handled(const AuditContext *context, guint sentence, const Item *item);

/* Whether a match that carries its own verb stands in operative text: a place that counts, no mere mention,
 * no exception. */
gboolean context_is_plain(const AuditContext *context, const Match *match);

/* Whether a match stands in a division of principles, purpose or scope, under a heading of its own. */
gboolean context_is_principle(const AuditContext *context, const Match *match);

/* Whether a match is denied by the words before it. */
gboolean context_is_denied(const AuditContext *context, const Match *match);

/* Whether a titled division has nothing under its heading. */
gboolean context_is_empty_division(const AuditContext *context, guint division);

/* Whether the time of the document is used up: budget_is_late(). */
gboolean context_is_late(const AuditContext *context);

/* The block of a match. */
guint context_block(const AuditContext *context, const Match *match);

#endif
