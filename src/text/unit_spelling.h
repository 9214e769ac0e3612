/* Short forms of names written out. Inside src/text only. */
#ifndef RASOAT_TEXT_UNIT_SPELLING_H
#define RASOAT_TEXT_UNIT_SPELLING_H

#include <glib.h>

/* The words of a text, folded, short forms written out ("U.B.N.D", "GD&ĐT", "TT"), without words that only
 * join. Array of UnitWord, of the caller. */
GArray *unit_spelt_out(const char *text);

#endif
