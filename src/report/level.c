/* The gravest finding of a document, as a step that --fail-on and a batch's figures compare with. */
#include "report/level.h"

#include "report/tally.h"

Level level_of_finding(const Finding *finding)
{
    if (finding->waiver)
        return LEVEL_CLEAN;
    if (finding->status == STATUS_CONFLICT)
        return LEVEL_CONFLICT;
    if (finding->severity != SEVERITY_MANDATORY)
        return LEVEL_CLEAN;
    switch (finding->status) {
    case STATUS_MISSING:
        return LEVEL_MISSING;
    case STATUS_PARTIAL:
        return LEVEL_PARTIAL;
    case STATUS_REVIEW:
        return LEVEL_REVIEW;
    default:
        return LEVEL_CLEAN;
    }
}

Level level_of(const Result *result)
{
    Level gravest = LEVEL_CLEAN;

    if (result->outcome != OUTCOME_JUDGED || !tally_has_content(result))
        return LEVEL_NOT_JUDGED;
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *finding = result->findings->pdata[i];
        if (!tally_lacks_only_advice(result, finding))
            gravest = MIN(gravest, level_of_finding(finding));
    }
    return gravest;
}

const char *level_name_at(guint place)
{
    static const char *const names[] = {"none", "conflict", "missing", "partial", "review", NULL};
    return place < G_N_ELEMENTS(names) ? names[place] : NULL;
}

gboolean level_parse(const char *name, Level *level)
{
    for (guint i = 0; level_name_at(i); i++)
        if (g_str_equal(name, level_name_at(i))) {
            *level = (Level)i;
            return TRUE;
        }
    return FALSE;
}
