/* The rules of the repository, loaded before the first test of a group. */
#ifndef REPOSITORY_RULES_H
#define REPOSITORY_RULES_H

#include "rules/ruleset.h"

static RuleSet *rules;

static inline int load_rules(void **state)
{
    GError *error = NULL;

    (void)state;
    rules = ruleset_load("rules", &error);
    if (!rules)
        print_error("%s\n", error->message);
    g_clear_error(&error);
    return rules ? 0 : -1;
}

static inline int free_rules(void **state)
{
    (void)state;
    ruleset_free(rules);
    return 0;
}

#endif
