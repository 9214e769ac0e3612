/* What `rasoat rules` shows and runs: the list, one rule explained, lint, examples, the coverage matrix. Each
 * writes text to *out in the language. */
#ifndef RASOAT_RULES_CHECK_H
#define RASOAT_RULES_CHECK_H

#include "rules/ruleset.h"

void rules_list(const RuleSet *rules, RasoatLanguage language, GString *out);

/* One requirement or item: law, what satisfies it, what does not. FALSE when the id is unknown. */
gboolean rules_show(const RuleSet *rules, const char *id, RasoatLanguage language, GString *out);

/* The matrix: instrument, article, clause, point → requirement, coverage, number of examples. Tab-separated.
 */
void rules_coverage(const RuleSet *rules, GString *out);

#endif
