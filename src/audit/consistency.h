/* Consistency: what in a regulation's own form is unfinished, at odds with itself, or left over from
 * somewhere else (kinds as in the JSON contract: draft-mark, placeholder, no-number …). */
#ifndef RASOAT_AUDIT_CONSISTENCY_H
#define RASOAT_AUDIT_CONSISTENCY_H

#include "audit/context.h"
#include "audit/result.h"

/* The findings (of Finding *, owned by the array), check CHECK_CONSISTENCY, each with its kind and evidence;
 * none where nothing is amiss. Status partial: a defect; review: a person must look. law: the pack of the act
 * that must be cited, the newest of several, whose first day tells a regulation that is older than the law;
 * or NULL. as_of: ISO date. Errors: LIMIT_TIME; NULL then. */
GPtrArray *consistency_findings(const AuditView *view, const AuditContext *context, const FrontMatter *front,
                                const Pack *law, const char *as_of, const Budget *budget, GError **error);

/* The kind is one that there are findings of. */
gboolean consistency_kind_known(const char *kind);

#endif
