/* Where units lie, as far as their names say. */
#ifndef RASOAT_TEXT_UNIT_PLACES_H
#define RASOAT_TEXT_UNIT_PLACES_H

#include "text/unit_words.h"

/* Whether both say in which province, district, town or commune they lie, and not the same. unit: its name
 * and the body above it. Provinces that have become one are the same. */
gboolean unit_places_differ(const UnitWords *unit, const UnitWords *text);

/* The same of a path, where words that are of no name may stand behind a place's. */
gboolean unit_places_differ_in_path(const UnitWords *unit, const UnitWords *path);

/* Whether the names alone of two offices that are called by what they are and by a place, as "Bệnh viện đa
 * khoa tỉnh Bình An", are of two places; provinces that have become one are two here. FALSE of other units.
 */
gboolean unit_offices_differ(const UnitWords *unit, const UnitWords *text);

/* The commune whose body this is, and nothing else: "xã an bình" of "UBND xã An Bình, huyện Long Điền"; NULL
 * of a body of none, and of one that is not the commune's own ("Phòng Kinh tế xã An Bình"). Owned by the
 * caller. */
char *unit_commune_of(const char *body);

#endif
