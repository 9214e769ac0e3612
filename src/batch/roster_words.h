/* Words of rosters: what stands in the column of kinds, for yes and no, and beside the number of staff. */
#ifndef RASOAT_BATCH_ROSTER_WORDS_H
#define RASOAT_BATCH_ROSTER_WORDS_H

#include <glib.h>

/* What a word for a kind of unit means: the whole text, else what it begins with ("Trường mầm non tư thục").
 * *state_owned becomes TRUE where the word says so as well. NULL: not known. */
const char *roster_kind_of(const char *text, gboolean *state_owned);

/* The same of the unit of a name: a word of many bodies ("đơn vị sự nghiệp, trung tâm") says that a school is
 * one where the name is a school's. */
const char *roster_kind_of_unit(const char *text, const char *name, gboolean *state_owned);

/* The whole text is a word for a kind, or some ("Doanh nghiệp, HTX"), and no name. */
gboolean roster_is_kind(const char *text);

/* 1 for yes, 0 for no, -1 where it is neither. */
gint roster_answer_of(const char *text);

/* No unit of a list, nor any other, has more. */
enum { ROSTER_STAFF_MOST = 10000000 };

/* The number in "1.200", "30" or "30 người"; -1 where it is no number of people. */
gint roster_staff_of(const char *text);

/* Nothing is said: empty, or dashes and dots. */
gboolean roster_field_blank(const char *text);

#endif
