/* Names of units as offices write them: in capitals or not, with or without marks, short or in full, with or
 * without the district, the kind before or after the name. "THCS Kim Đồng", "TRƯỜNG TRUNG HỌC CƠ SỞ KIM ĐỒNG"
 * and "quy-che kim dong (thcs).docx" may all be one school; "Đông Hà" and "Hà Đông" are two. */
#ifndef RASOAT_TEXT_UNIT_WORDS_H
#define RASOAT_TEXT_UNIT_WORDS_H

#include <glib.h>

/* A text (a name, a path) as words: lower case, abbreviations written out, kinds of unit told from names. */
typedef struct UnitWords UnitWords;

UnitWords *unit_words_new(const char *text);
void unit_words_free(UnitWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(UnitWords, unit_words_free)

/* Words without marks: how many, each, whether one stands before as well; and those of the unit's own name,
 * all of which are in every text that names it. They belong to words. */
guint unit_words_count(const UnitWords *words);
const char *unit_words_at(const UnitWords *words, guint i);
gboolean unit_words_seen_before(const UnitWords *words, guint i);
guint unit_words_name_count(const UnitWords *words);
const char *unit_words_name_at(const UnitWords *words, guint i);

/* The words one after the other, as patterns are compared with; loose: with those that may be left out
 * ("trường"). Owned by the caller. */
char *unit_words_text(const UnitWords *words, gboolean loose);

/* What stands for a unit: the words of its name in full without marks, and the place or the body above behind
 * it when one is known. The same for every spelling. Owned by the caller. */
char *unit_key(const char *name, const char *parent);

#endif
