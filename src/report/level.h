/* How far a document falls short, as one step: what --fail-on compares with. */
#ifndef RASOAT_REPORT_LEVEL_H
#define RASOAT_REPORT_LEVEL_H

#include "audit/result.h"

/* From the gravest to the lightest; a document fails at --fail-on F when its level is F or graver. */
typedef enum {
    LEVEL_NOT_JUDGED, /* unreadable, no regulation, or nothing of it could be judged; of --fail-on: none */
    LEVEL_CONFLICT,
    LEVEL_MISSING, /* of what is mandatory, as the two that follow */
    LEVEL_PARTIAL,
    LEVEL_REVIEW,
    LEVEL_CLEAN,
} Level;

/* The gravest thing that the result says. */
Level level_of(const Result *result);

/* That of one finding; clean when it is waived. */
Level level_of_finding(const Finding *finding);

/* The name that --fail-on takes: "none", "conflict", "missing", "partial", "review". FALSE: no such name. */
gboolean level_parse(const char *name, Level *level);

/* Those names, one after the other; NULL at the end. Static. */
const char *level_name_at(guint place);

/* A document of this level makes the exit code 1. */
static inline gboolean level_fails(Level level, Level fail_on)
{
    return level != LEVEL_NOT_JUDGED && level <= fail_on;
}

#endif
