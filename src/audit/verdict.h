/* The verdict that findings come to. */
#ifndef RASOAT_AUDIT_VERDICT_H
#define RASOAT_AUDIT_VERDICT_H

#include "audit/result.h"

/* Of a result that was judged by some rules: what it says, leaving out findings that are waived. */
Verdict verdict_of(const Result *result);

#endif
