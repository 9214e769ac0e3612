/* How offices have worded each requirement: lines gathered from many hands, of which the words are counted,
 * so that a line that no phrase knows can be told by its words (audit/likeness). */
#ifndef RASOAT_RULES_WORDINGS_H
#define RASOAT_RULES_WORDINGS_H

#include "rules/ruleset.h"
#include "rules/xml_file.h"

/* How many lines have a word. */
typedef struct {
    guint64 key; /* of the word (Word.key) */
    guint64 lines;
} WordCount;

/* An empty list of WordCount, which stays sorted by key. */
GArray *word_counts_new(void);

/* Counts the words of a line, each once; numbers are left out. */
void word_counts_add(GArray *counts, const char *line);

/* Reads a file of root <wordings>: lines that say a requirement are counted for its item, near misses for
 * none. Errors: RULES, for an item that no pack has. */
gboolean wordings_read(RuleSet *rules, const XmlFile *file, GError **error);

/* Counts the title, the model clause and the examples of every item as well; the packs' files must be read.
 */
void wordings_count_items(RuleSet *rules);

#endif
