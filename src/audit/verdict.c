/* From findings to the one word that a unit is told: the gravest thing that its regulation owes. */
#include "audit/verdict.h"

#include <string.h>

/* Whether a finding is a gap that the verdict counts. A section that is there in part is one by its mandatory
 * items, which count for themselves; only a section without items speaks for itself. */
static gboolean is_gap(const Result *result, const Finding *finding)
{
    if (finding->severity != SEVERITY_MANDATORY)
        return FALSE;
    if (finding->status == STATUS_MISSING || finding->check != CHECK_SECTION)
        return finding->status == STATUS_MISSING || finding->status == STATUS_PARTIAL;
    if (finding->status != STATUS_PARTIAL)
        return FALSE;
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *other = result->findings->pdata[i];
        if ((other->check == CHECK_ITEM || other->check == CHECK_BOUND) &&
            strcmp(other->group, finding->group) == 0)
            return FALSE;
    }
    return TRUE;
}

Verdict verdict_of(const Result *result)
{
    gboolean gap = FALSE, review = FALSE;
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *finding = result->findings->pdata[i];
        if (finding->check == CHECK_CITATION || finding->check == CHECK_CONSISTENCY || finding->waiver)
            continue;
        if (finding->status == STATUS_CONFLICT)
            return VERDICT_CONFLICTING;
        gap = gap || is_gap(result, finding);
        review = review || (finding->severity == SEVERITY_MANDATORY && finding->status == STATUS_REVIEW);
    }
    return gap ? VERDICT_INCOMPLETE : review ? VERDICT_REVIEW : VERDICT_COMPLETE;
}
