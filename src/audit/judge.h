/* Judging items and groups: what counts, what is left out, the nearest miss. */
#ifndef RASOAT_AUDIT_JUDGE_H
#define RASOAT_AUDIT_JUDGE_H

#include "audit/context.h"
#include "audit/likest.h"
#include "audit/result.h"
#include "audit/rows.h"

/* Judges one item of a unit. Owned by the caller. */
Finding *judge_item(const AuditContext *context, RowReading *rows, const Item *item, const UnitFacts *unit);

/* Whether a sentence is about something else in words of the item's. */
gboolean judge_is_aside(const AuditContext *context, const Item *item, guint sentence);

/* How a match stands towards an item. weak: as in context_standing(). */
Standing judge_standing(const AuditContext *context, const Item *item, const Match *match, gboolean *weak);

/* Adds the place and the words of a match to the evidence, unless its block stands there already. */
void judge_add_match(const AuditContext *context, Finding *finding, const Match *match);

/* The same of a match that is refused, and after it what refuses it from another place: the opening of its
 * list, a cell of its row. */
void judge_add_refusal(const AuditContext *context, Finding *finding, const Match *match);

/* Reads a group's items (of Item *) again by the likest lines of each: what a line says in other words is met
 * or refused, and REVIEW where it cannot be known that it is missing: a line comes close to it, or the word
 * "missing" has been found too often wrong. findings: of Finding *, one for each item, in the same order. */
void judge_doubts(const AuditContext *context, LikestReading *reading, const GPtrArray *items,
                  const GPtrArray *findings);

/* Judges a requirement from its items' findings (of Finding *, in the order of requirement->items). */
Finding *judge_requirement(const AuditContext *context, const Requirement *requirement,
                           const GPtrArray *items);

#endif
