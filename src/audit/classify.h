/* What a document is: a regulation on democracy or another kind; and what kind of unit it is of. */
#ifndef RASOAT_AUDIT_CLASSIFY_H
#define RASOAT_AUDIT_CLASSIFY_H

#include "audit/context.h"

/* The kind of document; NULL when no kind fits and nothing in it looks like a regulation on democracy. */
const Kind *classify_kind(const AuditContext *context);

/* The profile that the issuing body, the title and the text speak for; never NULL when the rule set has
 * profiles. */
const Profile *classify_profile(const AuditView *view);

/* Whether the document shows that the enterprise is the State's. */
gboolean classify_state_owned(const AuditView *view);

/* What the regulation itself tells of its unit: the number of staff ("Công ty có 320 người lao động", the
 * greatest of several), that there is no union, that it works in many places. */
UnitFacts classify_unit(const AuditContext *context);

#endif
