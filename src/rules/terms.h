/* The words that rules and findings share: how a thing can be judged, how much it matters, where it comes
 * from. */
#ifndef RASOAT_RULES_TERMS_H
#define RASOAT_RULES_TERMS_H

#include <glib.h>

typedef enum {
    STATUS_MET,
    STATUS_PARTIAL,
    STATUS_MISSING,
    STATUS_CONFLICT,
    STATUS_REVIEW,
    STATUS_NOT_APPLICABLE
} Status;
typedef enum { SEVERITY_MANDATORY, SEVERITY_RECOMMENDED, SEVERITY_INFO } Severity;

/* JSON names ("met", "not-applicable", "mandatory", …). Static. */
const char *status_name(Status status);
/* The status of a name that is known to be one. */
Status status_named(const char *name);
const char *severity_name(Severity severity);

/* Where a requirement comes from. */
typedef struct {
    char *instrument;    /* "10/2022/QH15" */
    char *article;       /* "46"; NULL when unknown */
    char *clause;        /* "3"; NULL */
    char *point;         /* "đ"; NULL */
    gboolean unverified; /* clause and wording to be checked against the original act */
} Basis;

/* Frees the fields of a Basis; fits g_array_set_clear_func(). */
void basis_clear(gpointer basis);

#endif
