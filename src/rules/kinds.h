/* Kinds of documents and profiles of units, from files of root <kinds> that the schema has accepted. Inside
 * src/rules only. */
#ifndef RASOAT_RULES_KINDS_H
#define RASOAT_RULES_KINDS_H

#include "rules/ruleset.h"
#include "rules/xml_file.h"

/* Empty, with a set for each kind of their phrases. */
gpointer kind_new(void);
void kind_free(gpointer kind);
gpointer profile_new(void);
void profile_free(gpointer profile);

/* Errors: RULES with file, line and the offending word. */
gboolean kinds_read(RuleSet *rules, const XmlFile *file, GError **error);

#endif
