/* The file that waivers come in. */
#ifndef RASOAT_BATCH_WAIVER_FILE_H
#define RASOAT_BATCH_WAIVER_FILE_H

#include "batch/waivers.h"
#include "rules/ruleset.h"

/* Reads a table as CSV (text/table.h), whose first line names the columns in Vietnamese or English. Error:
 * USAGE, in both languages, with file, line and column of all that is wrong (text/table_faults.h): columns
 * that are missing, and where none is, fields that are, dates that are none, rules or groups that the rules
 * do not have. */
Waivers *waivers_load(const char *path, const RuleSet *rules, GError **error);

#endif
