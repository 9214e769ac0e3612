/* Where units lie, as far as their names say. */
#ifndef RASOAT_TEXT_UNIT_PLACES_H
#define RASOAT_TEXT_UNIT_PLACES_H

#include "text/unit_words.h"

/* Whether both say in which province, district or town they lie, and not the same. unit: its name and the
 * body above it. */
gboolean unit_places_differ(const UnitWords *unit, const UnitWords *text);

#endif
