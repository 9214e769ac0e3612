/* Names that a text speaks of and that its letterhead does not: what a batch, which knows whose names they
 * are, looks through for what a copy has kept. Of whatever kind, also of kinds that no rule knows. */
#ifndef RASOAT_AUDIT_NAMED_H
#define RASOAT_AUDIT_NAMED_H

#include "audit/context.h"
#include "audit/result.h"

/* The names (of NamedPlace, each once, in the order of the text, at most 40): two or more words that begin
 * with capitals, in running text outside annexes; without those of the unit and the body above, of neighbours
 * who are named with good reason, and of what the unit was before. Owned by the caller. */
GArray *named_places(const AuditContext *context);

#endif
