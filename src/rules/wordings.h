/* How offices have worded each requirement: lines gathered from many hands, of which the words are counted,
 * so that a line that no phrase knows can be told by its words (audit/likeness). */
#ifndef RASOAT_RULES_WORDINGS_H
#define RASOAT_RULES_WORDINGS_H

#include "rules/ruleset.h"
#include "rules/xml_file.h"

/* How many lines have a word, or a pair of words that follow one another: "minh bạch" is told by the pair. */
typedef struct {
    guint64 key; /* of the word (Word.key), or word_pair_key() */
    guint32 lines : 31;
    guint32 is_pair : 1;
    float tells; /* of an item: by how much it makes it likelier that a line says all of it
                    (rules/wholeness.h) */
} WordCount;

/* The key of two words that follow one another, from theirs. */
guint64 word_pair_key(guint64 first, guint64 second);

/* An empty list of WordCount. */
GArray *word_counts_new(void);

/* Reads a file of root <wordings>: lines that say a requirement and their headings are counted for its item,
 * near misses for none, and lines that say a part of one, or are against it, are kept to tell from those.
 * Errors: RULES, for an item that no pack has. */
gboolean wordings_read(RuleSet *rules, const XmlFile *file, GError **error);

/* Reads a file of root <tones>: lines that only tell how a text sounds that is against what the law asks
 * (status "conflict"), or that is not, whatever it is about (rules/tone.h). Errors as of wordings_read(). */
gboolean wordings_read_tones(RuleSet *rules, const XmlFile *file, GError **error);

/* Counts the title, the model clause and the examples of every item as well, and brings all counts in order;
 * the packs' files and those of wordings must be read. Pairs that only one line of all has are dropped: they
 * tell what its writer said, not what the item is about. */
void wordings_count_items(RuleSet *rules);

#endif
