/* How well each requirement is judged on labelled texts that its rules have not seen (corpus/README.md): part
 * of the rule set, so that the program says "missing" only where its word has been found good. */
#ifndef RASOAT_RULES_MEASURED_H
#define RASOAT_RULES_MEASURED_H

#include "rules/ruleset.h"
#include "rules/xml_file.h"

/* A word that is wrong more often than once in seven is no verdict … */
#define MEASURED_LEAST 0.85
/* … when it was given at least so often. */
#define MEASURED_CLAIMS 4

/* Reads a file of root <measured> into the items of the packs read before. Errors: RULES, for an item that no
 * pack has, or one that stands twice. */
gboolean measured_read(RuleSet *rules, const XmlFile *file, GError **error);

/* Whether "missing", said of the item, has been found wrong too often to be said. */
static inline gboolean measured_doubts_absence(const Item *item)
{
    return item->measured.claims >= MEASURED_CLAIMS &&
           item->measured.right < MEASURED_LEAST * item->measured.claims;
}

#endif
