/* The audit: a rule set on a document gives a result. */
#ifndef RASOAT_AUDIT_AUDIT_H
#define RASOAT_AUDIT_AUDIT_H

#include "audit/result.h"
#include "base/limits.h"
#include "document/document.h"
#include "rules/ruleset.h"

typedef struct {
    const char *profile;        /* "agency" …; NULL: detect */
    const char *profile_source; /* "given" or "roster" when profile is set */
    const char *as_of;          /* ISO date; never NULL */
    gint staff;                 /* number of staff; -1 unknown */
    Answer has_union;           /* a trade union */
    Answer dispersed;           /* works in places far from one another */
    gint state_owned;           /* of an enterprise: 1, 0; -1 when only the text can tell */
    gboolean outline;           /* record the legal tree in the result */
    gboolean shingles;          /* record what copies are found by, and what they may have kept */
} AuditOptions;

/* A rule set made ready: what is derived from it once and serves every document. Immutable. */
typedef struct Auditor Auditor;

/* Loads the rules of a directory. Errors: RULES. */
Auditor *auditor_new(const char *rules_directory, GError **error);
void auditor_free(Auditor *auditor);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Auditor, auditor_free)

const RuleSet *auditor_rules(const Auditor *auditor);

/* Judges a document and fills result: outcome, document facts, audit facts, findings, counts, verdict; file
 * and sha256 are the caller's. A limit that is hit makes the outcome "unreadable" with that code. */
void audit_document(const Auditor *auditor, const Document *document, const AuditOptions *options,
                    Budget *budget, Result *result);

#endif
