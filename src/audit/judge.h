/* Judging items and groups: what counts, what is left out, the nearest miss. */
#ifndef RASOAT_AUDIT_JUDGE_H
#define RASOAT_AUDIT_JUDGE_H

#include "audit/context.h"
#include "audit/result.h"

/* Judges one item. staff: number of staff, -1 unknown. Owned by the caller. */
Finding *judge_item(const AuditContext *context, const Item *item, gint staff);

/* Judges a requirement from its items' findings (of Finding *, in the order of requirement->items). */
Finding *judge_requirement(const AuditContext *context, const Requirement *requirement,
                           const GPtrArray *items);

#endif
