/* Whether a sentence sounds like one that takes away what it speaks of, though no phrase knows how
 * (rules/tone.h). */
#ifndef RASOAT_AUDIT_LEANING_H
#define RASOAT_AUDIT_LEANING_H

#include "audit/context.h"

typedef enum {
    LEANING_UNKNOWN, /* nobody has asked yet */
    LEANING_NONE,
    LEANING_DOUBTFUL, /* a person must look */
    LEANING_CERTAIN,  /* as nothing sounds that gives */
} Leaning;

/* How a sentence leans, together with the next of its paragraph when that names nothing itself; kept in
 * AuditContext.leaning, for the next that asks. */
Leaning leaning_at(const AuditContext *context, guint sentence);

/* Whether it tells something of an item: a number says what it says, and what is but advised takes nothing
 * away. */
gboolean leaning_tells(const Item *item);

#endif
