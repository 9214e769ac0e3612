/* What else is done with a thing than the group around it says ("handled" in rules/README.md), handed down
 * from the sentence that says so to what it speaks of: the entries of its list, the rows of its table. */
#ifndef RASOAT_AUDIT_HANDLED_H
#define RASOAT_AUDIT_HANDLED_H

#include "audit/context.h"

/* Adds to context->handled of the sentences in lists and tables. The sentences themselves must have been
 * noted in it, and the verbs in context->topics. */
void handled_hand_down(AuditContext *context);

#endif
