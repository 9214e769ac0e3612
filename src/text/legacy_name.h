/* Names of files from before Unicode. */
#ifndef RASOAT_TEXT_LEGACY_NAME_H
#define RASOAT_TEXT_LEGACY_NAME_H

#include <glib.h>

/* A name or path of bytes, parts of which are no UTF-8, as a person reads it: each such part decoded from
 * TCVN3, VNI, Windows-1258 or Windows-1252, whichever makes of all its marked words Vietnamese syllables;
 * from Windows-1252 also where its letters are those of another language ("Règlement"). NULL when the whole
 * is UTF-8 already, and when a part is none of these or may be two of them. For showing and matching only:
 * two names may become one. Owned by the caller. */
char *legacy_name(const char *path);

#endif
