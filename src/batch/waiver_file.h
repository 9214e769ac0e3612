/* The file that waivers come in. */
#ifndef RASOAT_BATCH_WAIVER_FILE_H
#define RASOAT_BATCH_WAIVER_FILE_H

#include "batch/waivers.h"
#include "rules/ruleset.h"

/* Reads a table as CSV (text/table.h), whose first line names the columns in Vietnamese or English. Error:
 * USAGE, in both languages, with file, line and column: a column or a field that is missing, a date that is
 * none, a rule or group that the rules do not have. */
Waivers *waivers_load(const char *path, const RuleSet *rules, GError **error);

#endif
