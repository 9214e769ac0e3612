/* The result of one document: everything a report may say, and nothing it must look up elsewhere. The JSON
 * contract "rasoat/1" is this structure written out (report/json.c). */
#ifndef RASOAT_AUDIT_RESULT_H
#define RASOAT_AUDIT_RESULT_H

#include <glib.h>

#include "base/bilingual.h"
#include "rasoat.h"
#include "rules/terms.h"

typedef enum { OUTCOME_JUDGED, OUTCOME_NOT_A_REGULATION, OUTCOME_UNREADABLE } Outcome;
typedef enum { CHECK_SECTION, CHECK_ITEM, CHECK_BOUND, CHECK_CITATION, CHECK_CONSISTENCY } Check;
typedef enum { VERDICT_COMPLETE, VERDICT_INCOMPLETE, VERDICT_CONFLICTING, VERDICT_REVIEW } Verdict;
typedef enum { CITATION_IN_FORCE, CITATION_SUPERSEDED, CITATION_WRONG, CITATION_UNKNOWN } CitationVerdict;

/* JSON names ("met", "not-applicable", "not-a-regulation", …). Static. */
const char *outcome_name(Outcome outcome);
const char *check_name(Check check);
const char *verdict_name(Verdict verdict);
const char *citation_verdict_name(CitationVerdict verdict);

/* A place in the document and the original's words there. why: for a nearest miss, why it did not count. */
typedef struct {
    char *address;
    guint block; /* in the judged text: audit/judged_text.h */
    char *quote; /* the original's text, at most about 300 characters, cut at words with … */
    BilingualText why;
} Evidence;

typedef struct {
    char *text;                   /* as written in the document */
    char *instrument;             /* number of the instrument it resolves to, or NULL */
    CitationVerdict verdict;      /* on the as-of date */
    CitationVerdict verdict_then; /* on the regulation's own date; UNKNOWN when it has none */
    char *superseded_by;          /* number of what replaced it, or NULL */
    GPtrArray *successors; /* of char *: numbers of what replaced it and then each other, the last being what
                              stands for it on the as-of date; NULL or empty when the table names none */
    char *since;           /* "2023-07-01", or NULL */
    char *short_title;     /* of the instrument, Vietnamese; or NULL */
} CitationDetail;

/* Names of acts that replaced each other, told in order: "A, rồi B, nay là C". Owned by the caller. */
char *citation_successors_say(const GPtrArray *names, RasoatLanguage language);

/* A finding that somebody answerable accepted as it is. */
typedef struct {
    char *reason, *approver, *basis;
    char *expires; /* the last day that it holds, "2026-12-31" */
} Waiver;

Waiver *waiver_copy(const Waiver *waiver);
void waiver_free(Waiver *waiver);

typedef struct {
    char *rule;
    char *group; /* "disclosure" …; never NULL ("legal-basis" for citations) */
    Check check;
    Severity severity;
    Status status;
    BilingualText title;
    GArray *bases;         /* of Basis */
    GArray *evidence;      /* of Evidence */
    GArray *nearest;       /* of Evidence */
    BilingualText missing; /* for partial and conflict: what is left out or at odds; may be empty */
    BilingualText fix; /* model clause to paste, Vietnamese alone; or what to correct; empty when nothing */
    BilingualText note; /* what a reader must know ("depends on …", "clause to be checked …"); may be empty */
    gboolean leans;     /* REVIEW, for what it says is said in the tone of a refusal (audit/leaning.h) */
    gboolean by_wording; /* met, but it, or the section it stands in, is told by words like those of known
                            wordings and by no pattern */
    char *kind;          /* of a consistency finding; else NULL */
    CitationDetail *citation; /* of a citation finding; else NULL */
    Waiver *waiver; /* it keeps status and evidence, and does not count for the verdict; NULL: not waived */
} Finding;

Finding *finding_new(const char *rule, const char *group, Check check, Severity severity, Status status);
void finding_free(Finding *finding);
/* What to write or to correct, or NULL; a model clause is Vietnamese in every language. Belongs to *finding.
 */
const char *finding_fix(const Finding *finding, RasoatLanguage language);

/* The language that finding_fix() is in. */
RasoatLanguage finding_fix_language(const Finding *finding, RasoatLanguage language);

/* What a waiver calls it: its rule, and behind a colon the act of a citation, by the number of the
 * instrument, else the number that stands in the text, else the text: "citation:04/2015/NĐ-CP". Owned by the
 * caller. */
char *finding_id(const Finding *finding);

void finding_add_evidence(Finding *finding, const char *address, guint block, const char *quote);
/* Whether the evidence has a place in that block. */
gboolean finding_shows(const Finding *finding, guint block);
void finding_add_nearest(Finding *finding, const char *address, guint block, const char *quote,
                         const char *why);
void finding_add_basis(Finding *finding, const Basis *basis);

typedef struct {
    char *code; /* warning_name() */
    BilingualText message;
} ResultWarning;

/* Why a waiver that was given for this document waives nothing in it. */
typedef enum {
    IDLE_EXPIRED,    /* before the as-of date */
    IDLE_NO_FINDING, /* nothing of that rule was judged here */
    IDLE_NOT_OPEN,   /* met already, or not applicable */
} Idle;
const char *idle_name(Idle idle); /* "expired", "no-finding", "not-open" */

typedef struct {
    guint line;          /* of the file of waivers */
    char *rule;          /* or group, as written there */
    BilingualText title; /* of that; empty in records of old */
    char *approver;      /* NULL in records of old */
    char *expires;
    Idle why;
} IdleWaiver;

/* A heading of the legal tree, and the block it begins at. */
typedef struct {
    char *address; /* as in Evidence; "" for the regulation itself */
    char *title;   /* or NULL */
    char *level;   /* component_name() of a component, below it division_level_name() */
    guint block;   /* as in Evidence */
} OutlineEntry;

/* Where a text speaks of a name that is not its own. */
typedef struct {
    char *name;    /* as written: "Trường THCS Trần Phú" */
    char *address; /* as in Evidence */
    char *quote;   /* with a few words around it */
} NamedPlace;

/* The public RasoatResult; everything inside the house calls it Result. */
typedef struct RasoatResult Result;
struct RasoatResult {
    char *file;   /* as given by the caller */
    char *sha256; /* hexadecimal, of the file's bytes; "" when it could not be read */
    Outcome outcome;
    /* for unreadable and not-a-regulation: a stable code ("encrypted", "plan", …), a message and what to do
     */
    char *error_code;
    BilingualText error_message;
    BilingualText error_detail; /* technical: the part, the place, what was wrong there; each may be NULL */
    /* document */
    char *title, *unit, *parent, *profile, *number, *symbol, *place, *issued, *signer_office,
        *signer; /* NULL when absent */
    char *listed,
        *listed_parent;     /* its unit and the body above as a list of units has them, in no record; NULL */
    BilingualText caution;  /* sentences on whose it may be and what else came of its unit, in no record */
    GPtrArray *components;  /* of char *: component_name() in order */
    GPtrArray *layers_read; /* of char * */
    GArray *warnings;       /* of ResultWarning */
    /* audit */
    char *audit_profile;       /* NULL when not judged */
    char *profile_source;      /* "detected", "given", "roster" */
    char *as_of;               /* "2026-11-23" */
    char *rules_digest;        /* SHA-256 of the rule set */
    char *version;             /* "rasoat 0.1.0" */
    GPtrArray *governing;      /* of char *: numbers of the instruments whose law was applied */
    GPtrArray *governing_acts; /* of char *: the same, each as instrument_as_basis() names it; empty in
                                  records of old */
    Verdict verdict;
    guint counts[STATUS_NOT_APPLICABLE + 1]; /* of findings by Status: section and item checks */
    GPtrArray
        *findings;   /* of Finding *: group by group, its section first, then items; citations; consistency */
    GArray *outline; /* of OutlineEntry, in reading order: components, articles and above, what else has a
                        title; NULL: not asked for */
    GArray *idle_waivers; /* of IdleWaiver, in the order of their file; NULL: no waivers were given */
    GArray *shingles;     /* of guint32, see audit/shingles.h; NULL: not asked for */
    GArray *named;        /* of NamedPlace, see audit/named.h; NULL: not asked for */
};

Result *result_new(const char *file);
void result_free(Result *result);

/* Adds an entry; the first one makes the outline. title may be NULL. */
void result_add_outline(Result *result, const char *address, const char *title, const char *level,
                        guint block);

/* Adds a copy of one; without any, result_expect_waivers() says that waivers were given. */
void result_expect_waivers(Result *result);
void result_add_idle_waiver(Result *result, const IdleWaiver *idle);

/* Makes the result say that the document could not be read: outcome, code, a sentence in both languages, and
 * the error's own message as detail. The error may come from GIO as well. */
void result_set_error(Result *result, const GError *error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Result, result_free)

#endif
