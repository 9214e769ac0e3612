/* Whether names are of one unit: certainly, perhaps, or not. */
#ifndef RASOAT_TEXT_UNIT_LIKENESS_H
#define RASOAT_TEXT_UNIT_LIKENESS_H

#include "text/unit_words.h"

typedef enum {
    LIKENESS_NONE,
    LIKENESS_DOUBTFUL, /* its own name is there but not its kind, or in another order */
    LIKENESS_CERTAIN,  /* name and kind are there */
} Likeness;

/* Whether a text names a unit. A mark that one of the two has and the other lacks makes no difference; two
 * different marks do. A name that says little ("Phường 5", "Công ty A", "Công ty Mới") must stand behind what
 * kind of unit it is. */
Likeness unit_named_in(const UnitWords *unit, const UnitWords *text);

/* Whether a text that is written with marks has each word of a unit's name with the very marks that the unit
 * has: tells "Hòa An" from "Hoà Ân", which a text of either names for certain. */
gboolean unit_marked_in(const UnitWords *unit, const UnitWords *text);

/* Whether both a unit's name and a text that names it are written with marks, and a word of the name has one
 * in one of them alone: a slip, or another unit. */
gboolean unit_marks_differ(const UnitWords *unit, const UnitWords *text);

/* Whether the unit that a text names (and nothing else) may be this one, misspelt or cut short: one word of
 * the name has another mark or one other letter, or one of the two names has a number, a letter or a place
 * more. For a person to say. */
gboolean unit_nearly_is(const UnitWords *unit, const UnitWords *text);

/* Whether the unit that a text names (and nothing else) is another than this one, whose name is in it: the
 * text has more words in the name ("Đồng Lạc Hạ", "Trạm Y tế xã Đồng Lạc"), another level of school, another
 * form of company, the council and not the committee. The place that either lies in is no word more; parent
 * is the body above the unit, or NULL. FALSE where the text has not all words of the unit's name. */
gboolean unit_is_another(const UnitWords *unit, const UnitWords *parent, const UnitWords *text);

/* Whether the unit that a text names (and nothing else) is none that this one is called by in any spelling. A
 * kind alone ("TRƯỜNG") names no unit; an office's text may leave out the place in its name. */
gboolean unit_speaks_of_another(const UnitWords *unit, const UnitWords *text);

/* Whether a unit of one name may be the other, below another body since: either is its name and the body
 * above. Not where both tell a place of one level, and two of them, or two forms of a company or body. */
gboolean unit_may_have_moved(const UnitWords *one, const UnitWords *other);

/* How much of the body above a unit a text holds, or else of the place in the unit's own name after it
 * ("… huyện Long Điền"): 2 all, or none is known; 1 the body or its place alone, of "Phòng GD&ĐT huyện Long
 * Điền"; 0 nothing. */
guint unit_parent_in(const UnitWords *unit, const UnitWords *parent, const UnitWords *text);

/* Whether two names are of one unit: its own name and its kind are in both, and where the first says what it
 * lies in, that is in around (the other name, and the body above it). A name alone, without what kind of unit
 * it is, is not enough. */
gboolean unit_is(const UnitWords *unit, const UnitWords *other, const UnitWords *around);

#endif
