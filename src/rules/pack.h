/* Reading one pack into a rule set. Inside src/rules only. */
#ifndef RASOAT_RULES_PACK_H
#define RASOAT_RULES_PACK_H

#include "rules/ruleset.h"
#include "rules/xml_file.h"

/* Reads a pack that the schema has accepted. Errors: RULES with file, line and the offending word. */
gboolean pack_read(RuleSet *rules, const XmlFile *file, GError **error);
void pack_free(gpointer pack);

/* Empty ones, with the lists that they hold, for those who fill them (pack_records.c). */
gpointer pack_new(void);
gpointer requirement_new(void);
gpointer item_new(void);
gpointer example_new(void);
gpointer outdated_terms_new(void);
GArray *bound_steps_new(void);

/* Reads the words of the consistency checks (consistency_words.c). Errors as above. */
gboolean consistency_words_read(RuleSet *rules, const XmlFile *file, GError **error);

/* An empty set of phrases (ruleset.c). */
PhraseIds *phrase_ids_new(void);

/* Compiles the phrase in a node and appends its id. */
gboolean ruleset_add_phrase(RuleSet *rules, const XmlFile *file, const xmlNode *node, guint purpose,
                            UnitKind unit, PhraseIds *ids, GError **error);

/* Reads <title lang="…"> into the slot of its language. */
void bilingual_read(const xmlNode *node, BilingualText *text);

#endif
