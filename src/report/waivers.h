/* Findings that somebody answerable accepted, with reason, who approved, on which basis and until when: a
 * table as CSV (text/table.h), whose first line names the columns in Vietnamese or English. */
#ifndef RASOAT_REPORT_WAIVERS_H
#define RASOAT_REPORT_WAIVERS_H

#include "audit/result.h"
#include "rules/ruleset.h"

typedef struct Waivers Waivers;

/* Reads a file. Error: USAGE, in both languages, with file, line and column: a column or a field that is
 * missing, a date that is none, a rule or group that the rules do not have. */
Waivers *waivers_load(const char *path, const RuleSet *rules, GError **error);
void waivers_free(Waivers *waivers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Waivers, waivers_free)

/* Marks what is waived in a result that was judged, on its as-of date, notes what waives nothing, and draws
 * the verdict anew. A group stands for its section and contents, not for acts cited and points of form. A
 * section that is missing whole is waived with what it covers; one that fell short only by what is waived is
 * waived with it. */
void waivers_apply(Waivers *waivers, Result *result);

/* Tells of each row that was for no document at all: its line and rule. */
void waivers_each_stray(const Waivers *waivers, void (*tell)(guint line, const char *rule, gpointer data),
                        gpointer data);

#endif
