/* Several reports written side by side, document by document. */
#include "cli/targets.h"

#include "base/error.h"
#include "cli/output.h"

typedef struct {
    char *format;
    char *path; /* NULL: standard output */
    gboolean has_file;
    Output *output;
    Report *report;
} Target;

struct Targets {
    GPtrArray *list; /* of Target * */
};

static void target_free(gpointer data)
{
    Target *target = data;
    report_free(target->report);
    output_free(target->output);
    g_free(target->format);
    g_free(target->path);
    g_free(target);
}

Targets *targets_new(void)
{
    Targets *targets = g_new0(Targets, 1);
    targets->list = g_ptr_array_new_with_free_func(target_free);
    return targets;
}

void targets_free(Targets *targets)
{
    if (!targets)
        return;
    g_ptr_array_unref(targets->list);
    g_free(targets);
}

static Target *add(Targets *targets, const char *format)
{
    Target *target = g_new0(Target, 1);
    target->format = g_strdup(format);
    g_ptr_array_add(targets->list, target);
    return target;
}

static gboolean format_known(const char *format)
{
    for (const ReportFormat *const *known = report_formats(); *known; known++)
        if (g_str_equal((*known)->name, format))
            return TRUE;
    return FALSE;
}

gboolean targets_add_format(Targets *targets, const char *format, GError **error)
{
    if (!format_known(format)) {
        error_set(error, RASOAT_ERROR_USAGE, "--format: no format “%s”", format);
        return FALSE;
    }
    if (targets->list->len == 1 && !((Target *)targets->list->pdata[0])->format) {
        error_set(error, RASOAT_ERROR_USAGE, "-o stands after the --format that it belongs to");
        return FALSE;
    }
    add(targets, format);
    return TRUE;
}

gboolean targets_set_file(Targets *targets, const char *path, GError **error)
{
    Target *last = targets->list->len ? targets->list->pdata[targets->list->len - 1] : add(targets, NULL);
    if (last->has_file) {
        error_set(error, RASOAT_ERROR_USAGE, "-o %s: each -o needs its own --format before it", path);
        return FALSE;
    }
    last->has_file = TRUE;
    last->path = g_str_equal(path, "-") ? NULL : g_strdup(path);
    return TRUE;
}

static gboolean places_differ(const Targets *targets, GError **error)
{
    for (guint i = 0; i < targets->list->len; i++)
        for (guint k = 0; k < i; k++) {
            const Target *one = targets->list->pdata[k], *other = targets->list->pdata[i];
            if (g_strcmp0(one->path, other->path) != 0)
                continue;
            error_set(error, RASOAT_ERROR_USAGE, "two reports would go to %s",
                      one->path ? one->path : "standard output");
            return FALSE;
        }
    return TRUE;
}

gboolean targets_open(Targets *targets, const ReportOptions *options, GError **error)
{
    if (targets->list->len == 0)
        add(targets, NULL);
    if (!places_differ(targets, error))
        return FALSE;
    for (guint i = 0; i < targets->list->len; i++) {
        Target *target = targets->list->pdata[i];
        ReportOptions own = *options;
        if (target->path) {
            own.width = 0;
            own.colour = FALSE;
        }
        target->output = output_open(target->path, error);
        if (!target->output)
            return FALSE;
        const char *format = target->format ? target->format : report_formats()[0]->name;
        target->report = report_new(format, output_stream(target->output), &own, error);
        if (!target->report)
            return FALSE;
    }
    return TRUE;
}

gboolean targets_write(Targets *targets, const Result *result, GError **error)
{
    for (guint i = 0; i < targets->list->len; i++) {
        Target *target = targets->list->pdata[i];
        if (!report_write(target->report, result, error))
            return FALSE;
    }
    return TRUE;
}

gboolean targets_finish(Targets *targets, GError **error)
{
    for (guint i = 0; i < targets->list->len; i++) {
        Target *target = targets->list->pdata[i];
        if (!report_finish(target->report, error))
            return FALSE;
    }
    for (guint i = 0; i < targets->list->len; i++) {
        Target *target = targets->list->pdata[i];
        if (!output_commit(target->output, error))
            return FALSE;
    }
    return TRUE;
}
