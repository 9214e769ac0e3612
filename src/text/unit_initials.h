/* Short forms that no list knows: the first letters of words that follow one another in a name, as "QLCL" is
 * written for "quản lý chất lượng". They tell whose a file may be, and never for certain. */
#ifndef RASOAT_TEXT_UNIT_INITIALS_H
#define RASOAT_TEXT_UNIT_INITIALS_H

#include "text/unit_words.h"

/* Whether a word, lower case and without marks, may be initials: three to eight letters that are no syllable.
 */
gboolean unit_word_is_initials(const char *bare);

/* The first letters of each run of three to eight words of a unit's name: "qlc", "lcl" and "qlcl". Texts,
 * which the array frees; the caller frees the array. */
GPtrArray *unit_initials(const UnitWords *name);

/* Whether a text that calls its unit by a name may mean this one: every word of that name is in the unit's,
 * or initials of words in it, or one of the words that initials in the unit's name stand for, and not all of
 * them are the first. */
gboolean unit_named_by_initials(const UnitWords *unit, const UnitWords *text);

/* Whether initials of the unit's name stand in a path, four letters of them at least, which are not those of
 * what regulations are called ("QCDC"). */
gboolean unit_initials_in_path(const UnitWords *unit, const UnitWords *path);

#endif
