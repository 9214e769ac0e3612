/* Short forms of names written out. Inside src/text only. */
#ifndef RASOAT_TEXT_UNIT_SPELLING_H
#define RASOAT_TEXT_UNIT_SPELLING_H

#include <glib.h>

/* How to read a "TT" that may be a township ("thị trấn") or a centre ("trung tâm"), for no word beside it
 * tells: as a township; as a centre where the name begins with it; as both there, or wherever it stands. */
typedef enum { TT_TOWNSHIP, TT_CENTRE, TT_EITHER_FIRST, TT_EITHER } UnitReading;

/* The words of a text, folded, short forms written out ("U.B.N.D", "GD&ĐT", "TT"), without words that only
 * join. Array of UnitWord, of the caller. */
GArray *unit_spelt_out(const char *text, UnitReading reading);

#endif
