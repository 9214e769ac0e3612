/* Waivers of one document after the other. */
#include "cli/waiving.h"

#include "audit/audit.h"
#include "batch/waiver_file.h"
#include "cli/command.h"

void waiving_clear(Waiving *waiving)
{
    g_clear_pointer(&waiving->waivers, waivers_free);
    g_clear_pointer(&waiving->uses, g_free);
}

gboolean waiving_open(Waiving *waiving, const char *file, const RasoatRules *rules)
{
    g_autoptr(GError) error = NULL;
    if (!file)
        return TRUE;
    waiving->waivers = waivers_load(file, auditor_rules(rules), &error);
    if (!waiving->waivers) {
        complain_lines(error);
        return FALSE;
    }
    waiving->uses = g_new0(WaiverUse, waivers_count(waiving->waivers));
    return TRUE;
}

void waiving_apply(const Waiving *waiving, RasoatResult *result)
{
    WaiverSubject subject = {.unit = result->unit, .parent = result->parent, .file = result->file};
    if (waiving->waivers)
        waivers_apply(waiving->waivers, result, &subject, waiving->uses);
}

void waiving_tell_stray(const Waiving *waiving)
{
    for (guint i = 0; waiving->waivers && i < waivers_count(waiving->waivers); i++) {
        const WaiverRow *row = waivers_row(waiving->waivers, i);
        if (waiving->uses[i].documents == 0)
            complain("--waivers, dòng %u (%s): không có tệp nào của đơn vị hay tên tệp này", row->line,
                     row->rule);
    }
}
