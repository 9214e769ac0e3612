/* What depends on the unit that a text is of: its size, its union, whether it works in many places. */
#ifndef RASOAT_AUDIT_JUDGE_UNIT_H
#define RASOAT_AUDIT_JUDGE_UNIT_H

#include "audit/judge_part.h"
#include "audit/result.h"

/* What a part asks of such a unit; what it points to belongs to the part. */
Part part_for_unit(const Part *part, const UnitFacts *unit);

/* Makes a finding not applicable to a unit that the item is not asked of, and names what it depends on where
 * that is not known. parts: what was found of each part of the item. */
void judge_for_unit(Finding *finding, const Item *item, const PartResult *parts, const UnitFacts *unit);

#endif
