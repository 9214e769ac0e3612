/* Judging items and groups: what counts, what is left out, the nearest miss. */
#ifndef RASOAT_AUDIT_JUDGE_H
#define RASOAT_AUDIT_JUDGE_H

#include "audit/context.h"
#include "audit/likeness.h"
#include "audit/result.h"

/* Judges one item. staff: number of staff, -1 unknown. Owned by the caller. */
Finding *judge_item(const AuditContext *context, const Item *item, gint staff);

/* Gives what is missing of a group's items (of Item *) a second reading by likeness; findings: of Finding *,
 * one for each item in the same order. What may be there all the same becomes REVIEW. */
void judge_likeness(const AuditContext *context, LikenessShelf *shelf, guint group, const GPtrArray *items,
                    const GPtrArray *findings);

/* Judges a requirement from its items' findings (of Finding *, in the order of requirement->items). */
Finding *judge_requirement(const AuditContext *context, const Requirement *requirement,
                           const GPtrArray *items);

#endif
