/* Groups and the phrases that belong to none, from files of root <groups>, in four passes: what each needs is
 * known by then. Errors: RULES with file, line and the offending word. Inside src/rules only. */
#ifndef RASOAT_RULES_GROUPS_H
#define RASOAT_RULES_GROUPS_H

#include "rules/ruleset.h"
#include "rules/xml_file.h"

/* Empty, with a set for each kind of its phrases. */
gpointer group_new(void);
void group_free(gpointer group);

/* The sets of a rule set for phrases that belong to no group ("mention", "operative", …). */
void general_phrases_new(RuleSet *rules);
void general_phrases_free(RuleSet *rules);

/* One of these sets, by its place among them. */
#define GENERAL_PHRASES 14
PhraseIds *general_phrases_at(RuleSet *rules, guint index);

gboolean groups_read(RuleSet *rules, const XmlFile *file, GError **error);

/* forms="…" and <extend>, when all groups are known. */
gboolean groups_read_forms(RuleSet *rules, const XmlFile *file, GError **error);
gboolean groups_read_extensions(RuleSet *rules, const XmlFile *file, GError **error);

/* What sentences refuse, when the packs are known, whose scans look for it. */
gboolean groups_read_denials(RuleSet *rules, const XmlFile *file, GError **error);

#endif
