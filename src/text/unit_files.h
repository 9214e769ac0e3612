/* Names of files beside names of units. */
#ifndef RASOAT_TEXT_UNIT_FILES_H
#define RASOAT_TEXT_UNIT_FILES_H

#include "text/unit_likeness.h"

/* Whether a name of a file or folder, in which people write whatever they like, names a unit: NONE where the
 * unit's own name is not in it. DOUBTFUL where it names another one: right behind the name stands a word that
 * is not one of those that people add ("ban sua lan 2", "2024 final"), nor a place, nor the body above ("xã
 * Đồng Lạc Hạ"); before it another body ("Trạm Y tế xã Đồng Lạc"); another level of school, another form of
 * company, the council and not the committee. What is set apart (" - ", in brackets, by another mark than the
 * words of the name) is not of the name. The kind of the unit is not asked for. parent: the body above, or
 * NULL. */
Likeness unit_named_by_file(const UnitWords *unit, const UnitWords *parent, const UnitWords *file);

#endif
