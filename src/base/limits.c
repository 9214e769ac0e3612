/* Default ceilings and the account of one document. The figures leave real regulations (tens of pages, a few
 * megabytes with pictures) a wide margin. */
#include "base/limits.h"

#include <time.h>

#include "base/error.h"
#include "base/translate.h"

const Limits *limits_default(void)
{
    static const Limits limits = {
        .file_bytes = 64 * 1024 * 1024,
        .entries = 5000,
        .part_bytes = 64 * 1024 * 1024,
        .inflated_bytes = 128 * 1024 * 1024,
        .ratio = 200,
        .xml_depth = 200,
        .table_depth = 20,
        .blocks = 200000,
        .label_bytes = 1024,
        .match_steps = 100 * 1000 * 1000,
        .wall_ms = 60000,
        .process_bytes = 1024 * 1024 * 1024,
    };
    return &limits;
}

/* Monotonic microseconds, as of the last tick of the kernel, some milliseconds ago at most: the clock is
 * asked thousands of times a document, and this answer costs a tenth. */
static gint64 coarse_time(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
    return (gint64)now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

void budget_init(Budget *budget, const Limits *limits)
{
    *budget = (Budget){.limits = limits ? limits : limits_default()};
    if (budget->limits->wall_ms > 0)
        budget->deadline = coarse_time() + (gint64)budget->limits->wall_ms * 1000;
}

gboolean budget_check_time(const Budget *budget, GError **error)
{
    if (budget->deadline == 0 || coarse_time() < budget->deadline)
        return TRUE;
    error_set_both(error, RASOAT_ERROR_LIMIT_TIME, NULL, N_("quá %u mili giây"), budget->limits->wall_ms);
    return FALSE;
}
