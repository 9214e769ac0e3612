/* Names of units as offices write them: in capitals or not, with or without marks, short or in full, with or
 * without the district, the kind before or after the name. "THCS Kim Đồng", "TRƯỜNG TRUNG HỌC CƠ SỞ KIM ĐỒNG"
 * and "quy-che kim dong (thcs).docx" may all be one school; "Đông Hà" and "Hà Đông" are two. */
#ifndef RASOAT_TEXT_UNIT_WORDS_H
#define RASOAT_TEXT_UNIT_WORDS_H

#include <glib.h>

/* A text (a name, a path) as words: lower case, abbreviations written out, kinds of unit told from names. */
typedef struct UnitWords UnitWords;

UnitWords *unit_words_new(const char *text);

/* The same where "TT Xuân An" may be a township or a centre, as nothing beside it tells (elsewhere it is a
 * township): of a unit by the kind that a list says it is ("commune", another, or NULL for none), without
 * remarks (unit_remarks.h); and of what
 * is compared with units, which may be either: a name in a text where it begins with it, a path anywhere. */
UnitWords *unit_words_of_kind(const char *name, const char *kind);
UnitWords *unit_words_with_remarks(const char *name, const char *kind); /* the same, but for these */
UnitWords *unit_words_of_text(const char *name);
UnitWords *unit_words_of_path(const char *path);
void unit_words_free(UnitWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(UnitWords, unit_words_free)

/* Words without marks: how many, each, whether one stands before as well; and those of the unit's own name,
 * all of which are in every text that names it. They belong to words. */
guint unit_words_count(const UnitWords *words);
const char *unit_words_at(const UnitWords *words, guint i);
const char *unit_words_other_at(const UnitWords *words, guint i); /* what it may be as well; NULL */
gboolean unit_words_seen_before(const UnitWords *words, guint i);
guint unit_words_name_count(const UnitWords *words);
const char *unit_words_name_at(const UnitWords *words, guint i);

/* The words one after the other, as patterns are compared with; loose: with those that may be left out
 * ("trường"). Owned by the caller. */
char *unit_words_text(const UnitWords *words, gboolean loose);

/* What stands for a unit: the words of its name in full without marks, and the place or the body above behind
 * it, with the place of that body, when one is known. The same for every spelling. Owned by the caller. */
char *unit_key(const char *name, const char *parent);
char *unit_key_of_kind(const char *name, const char *kind, const char *parent); /* kind: of a list; NULL */

/* The same of the name alone, without the place behind it and the words that may be left out: "xã An Bình" of
 * "UBND xã An Bình, huyện Long Điền". Owned by the caller. */
char *unit_own_name(const char *name, const char *kind);

/* Whether one short form stands for both: a township ("Thị trấn Xuân An") and a centre ("Trung tâm Xuân An").
 */
gboolean unit_may_be_read_as(const UnitWords *township, const UnitWords *centre);

#endif
