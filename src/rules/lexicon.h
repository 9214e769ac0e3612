/* Word classes, from files of root <lexicon> that the schema has accepted. Inside src/rules only. */
#ifndef RASOAT_RULES_LEXICON_H
#define RASOAT_RULES_LEXICON_H

#include "rules/ruleset.h"
#include "rules/xml_file.h"

gpointer open_class_new(void);
void open_class_free(gpointer open_class);

/* Errors: RULES with file, line and the offending word. */
gboolean lexicon_read(RuleSet *rules, const XmlFile *file, GError **error);

/* <definition class="…">: how documents introduce names of their own; when all classes are known. */
gboolean lexicon_read_definitions(RuleSet *rules, const XmlFile *file, GError **error);

#endif
