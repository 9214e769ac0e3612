/* Names of units as offices write them: in capitals or not, with or without marks, short or in full, with or
 * without the district, the kind before or after the name. "THCS Kim Đồng", "TRƯỜNG TRUNG HỌC CƠ SỞ KIM ĐỒNG"
 * and "quy-che kim dong (thcs).docx" may all be one school; "Đông Hà" and "Hà Đông" are two. */
#ifndef RASOAT_BATCH_UNIT_NAMES_H
#define RASOAT_BATCH_UNIT_NAMES_H

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

typedef enum {
    LIKENESS_NONE,
    LIKENESS_DOUBTFUL, /* its own name is there but not its kind, or in another order */
    LIKENESS_CERTAIN,  /* name and kind are there */
} Likeness;

/* Whether a text names a unit. A mark that one of the two has and the other lacks makes no difference; two
 * different marks do. */
Likeness unit_named_in(const UnitWords *unit, const UnitWords *text);

/* Whether the unit that a text names (and nothing else) may be this one, misspelt or cut short: one word of the
 * name has another mark or one other letter, or one of the two names has a number, a letter or a place more. For
 * a person to say. */
gboolean unit_nearly_is(const UnitWords *unit, const UnitWords *text);

/* Whether a text has a number or a single letter more right behind the name: "Đinh Tiên Hoàng 1". */
gboolean unit_numbered_in(const UnitWords *unit, const UnitWords *text);

/* Whether both say in which province, district or town they lie, and not the same. unit: its name and the body
 * above it. */
gboolean unit_places_differ(const UnitWords *unit, const UnitWords *text);

/* Whether a text holds the name of the body above a unit, or the place in the unit's own name after it
 * ("… huyện Long Điền"); TRUE as well when neither is known. */
gboolean unit_parent_in(const UnitWords *unit, const UnitWords *parent, const UnitWords *text);

/* Whether two names are of one unit: its own name and its kind are in both, and where the first says what it
 * lies in, that is in around (the other name, and the body above it). A name alone, without what kind of unit
 * it is, is not enough. */
gboolean unit_is(const UnitWords *unit, const UnitWords *other, const UnitWords *around);

/* The words one after the other, as patterns are compared with; loose: with those that may be left out
 * ("trường"). Owned by the caller. */
char *unit_words_text(const UnitWords *words, gboolean loose);

/* What stands for a unit: the words of its name in full without marks, and the place or the body above behind
 * it when one is known. The same for every spelling. Owned by the caller. */
char *unit_key(const char *name, const char *parent);

#endif
