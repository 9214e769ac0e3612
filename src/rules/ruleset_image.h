/* A rule set as bytes: the rules that come with the program are compiled when it is built (src/ahead), and
 * are part of it. Inside src/rules and src/ahead only. */
#ifndef RASOAT_RULES_RULESET_IMAGE_H
#define RASOAT_RULES_RULESET_IMAGE_H

#include "rules/rule_files.h"
#include "rules/ruleset.h"

/* What the program was built with (src/ahead/compiled.c); empty in the one that compiles it. */
extern const guint8 compiled_rules[];
extern const guint32 compiled_rules_size;

/* The bytes of a rule set that was loaded from these files (ruleset.c); the same for the same files. */
GByteArray *ruleset_image_write(RuleSet *rules, const RuleFiles *files);

/* Whether the program was built with the rules of these files: the same files, byte for byte, and the same
 * schema. */
gboolean ruleset_image_is_of(const RuleFiles *files);

/* Fills an empty rule set from what the program was built with. */
void ruleset_image_read(RuleSet *rules, const RuleFiles *files);

#endif
