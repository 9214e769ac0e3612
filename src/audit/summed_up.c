/* Titles that sum up what is below them (rules/README.md, "Groups"). */
#include "audit/summed_up.h"

#define LEAST_SUMMED_UP 3 /* groups; of two, one often goes on about the other ("Đối thoại và hội nghị") */
#define LEAST_TOLD 2 /* of them: below, one by one */

/* Per division: what titled divisions right below it answer to. */
static guint32 *groups_below(const AuditContext *context)
{
    const Outline *outline = context->view->outline;
    guint32 *below = g_new0(guint32, outline->divisions->len + 1);
    for (guint d = 1; d < outline->divisions->len; d++)
        if (outline_division(outline, d)->title)
            below[outline_division(outline, d)->parent] |= context->division_groups[d];
    return below;
}

static void set_apart(AuditContext *context, const Division *division)
{
    for (guint b = division->first; b < division->end; b++)
        context->blocks[b].shut = TRUE;
}

guint32 *summed_up_lent(AuditContext *context, gboolean *apart)
{
    const Outline *outline = context->view->outline;
    const guint count = outline->divisions->len;
    g_autofree guint32 *below = groups_below(context);
    guint32 *lent = g_new0(guint32, count + 1);

    for (guint d = 1; d < count; d++) {
        const Division *division = outline_division(outline, d);
        const guint32 named = context->division_groups[division->parent];
        const guint32 told = named & below[division->parent];
        if (!division->title || context->division_groups[d] || __builtin_popcount(named) < LEAST_SUMMED_UP ||
            __builtin_popcount(told) < LEAST_TOLD)
            continue;
        apart[d] = TRUE;
        lent[d] = named & ~told;
        set_apart(context, division);
    }
    return lent;
}
