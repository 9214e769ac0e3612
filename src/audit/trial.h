/* Trying a phrase on a document before it goes into the rules. */
#ifndef RASOAT_AUDIT_TRIAL_H
#define RASOAT_AUDIT_TRIAL_H

#include "document/document.h"
#include "rules/ruleset.h"

/* Writes to *out one line for each place where the phrase matches: address, tab, the sentence with the match
 * between « and ». *count: how many. Errors: those of the phrase and the rules, LIMIT_STEPS, LIMIT_TIME. */
gboolean phrase_trial(const char *rules_directory, const char *phrase, const Document *document, GString *out,
                      guint *count, GError **error);

#endif
