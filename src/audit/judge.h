/* Judging items and groups: what counts, what is left out, the nearest miss. */
#ifndef RASOAT_AUDIT_JUDGE_H
#define RASOAT_AUDIT_JUDGE_H

#include "audit/context.h"
#include "audit/likeness.h"
#include "audit/result.h"

/* Judges one item of a unit. Owned by the caller. */
Finding *judge_item(const AuditContext *context, const Item *item, const UnitFacts *unit);

/* Makes REVIEW of what is missing of a group's items (of Item *) where that cannot be known: a sentence comes
 * close to it, or the word "missing" has been found too often wrong. findings: of Finding *, one for each
 * item in the same order. */
void judge_doubts(const AuditContext *context, LikenessShelf *shelf, guint group, const GPtrArray *items,
                  const GPtrArray *findings);

/* Judges a requirement from its items' findings (of Finding *, in the order of requirement->items). */
Finding *judge_requirement(const AuditContext *context, const Requirement *requirement,
                           const GPtrArray *items);

#endif
