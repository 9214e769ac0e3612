/* The examples that stand in the rules, run through the audit as a small regulation each. */
#ifndef RASOAT_AUDIT_EXAMPLES_H
#define RASOAT_AUDIT_EXAMPLES_H

#include "rules/ruleset.h"

typedef struct {
    guint run, failed;
} ExampleCount;

/* Runs every example of every pack; each failure is one line of *out: file:line, item, text, expected and
 * given. */
ExampleCount examples_run(const RuleSet *rules, GString *out);

#endif
