/* A row of a file of waivers, as the tests of waivers and of rounds want it. */
#ifndef RASOAT_TESTS_WAIVER_SAMPLES_H
#define RASOAT_TESTS_WAIVER_SAMPLES_H

#include "batch/waivers.h"

/* Of every unit and file; expires may be NULL. waivers_add() takes it. */
static inline WaiverRow sample_waiver(guint line, const char *rule, const char *expires)
{
    return (WaiverRow){.line = line,
                       .rule = g_strdup(rule),
                       .title = {g_strdup("tên"), g_strdup("title")},
                       .waiver = {.reason = g_strdup("lý do"),
                                  .approver = g_strdup("ông A"),
                                  .basis = g_strdup("công văn"),
                                  .expires = g_strdup(expires)}};
}

#endif
