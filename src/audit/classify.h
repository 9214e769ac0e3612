/* What a document is: a regulation on democracy or another kind; and what kind of unit it is of. */
#ifndef RASOAT_AUDIT_CLASSIFY_H
#define RASOAT_AUDIT_CLASSIFY_H

#include "audit/context.h"
#include "audit/result.h"

/* What a text must say of the essential groups, with an act that governs among its bases, to be a regulation
 * on democracy though its title does not say so. */
typedef struct {
    guint groups;   /* of which something is said; 0: nothing makes it one */
    guint contents; /* items of these that are said */
} EnoughSaid;

typedef struct {
    const Kind *kind;     /* NULL when no kind fits and nothing looks like a regulation on democracy */
    gboolean title_tells; /* the title says of what kind the document is */
    EnoughSaid least;     /* what overrules a kind that is not judged, and none */
} Classification;

Classification classify_kind(const AuditContext *context);

/* Whether what was found is enough said. */
gboolean classify_suffices(const RuleSet *rules, const GPtrArray *findings, const EnoughSaid *least);

/* The profile that the issuing body, the title and the text speak for; never NULL when the rule set has
 * profiles. */
const Profile *classify_profile(const AuditView *view);

/* Whether the document shows that the enterprise is the State's. */
gboolean classify_state_owned(const AuditView *view);

/* What the regulation itself tells of its unit: the number of staff ("Công ty có 320 người lao động", the
 * greatest of several), that there is no union, that it works in many places. */
UnitFacts classify_unit(const AuditContext *context);

#endif
