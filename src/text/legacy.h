/* Letters from before Unicode. Legacy Vietnamese fonts draw Vietnamese glyphs on Latin-1 (CP1252) code
 * points, so a DOCX or ODT carries "§¶ng bé" for "Đảng bộ". TCVN 5712:1993 (VN3, the .Vn* fonts; the .Vn*H
 * fonts show capitals) takes one code a letter; VNI (VNI-* fonts) a base letter and a mark. */
#ifndef RASOAT_TEXT_LEGACY_H
#define RASOAT_TEXT_LEGACY_H

#include <glib.h>

#include "text/damage.h"
#include "text/syllable.h"

typedef enum { LEGACY_NONE, LEGACY_TCVN3, LEGACY_TCVN3_CAPITALS, LEGACY_VNI } LegacyEncoding;

/* The encoding a font name stands for: ".VnTime", ".VnTimeH", "VNI-Times", also quoted or with a trailing
 * variant; names compare without regard to case. NULL: LEGACY_NONE. */
LegacyEncoding legacy_of_font(const char *font);

/* Decodes UTF-8 whose characters stand for legacy codes. Characters that are no code of the encoding
 * (punctuation, digits, curly quotes, dashes) pass unchanged. Text that holds
 * Vietnamese Unicode letters (U+1EA0–1EF9, U+0102/3, U+0110/1, U+01A0/1, U+01AF/0) already is returned
 * unchanged. The result is NFC, owned by the caller. */
char *legacy_decode(const char *utf8, gssize length, LegacyEncoding encoding);

/* Guesses from the statistics of a text whether its letters are TCVN3 or VNI under an ordinary font:
 * frequency of codes that Vietnamese in Unicode never has, against those that it must have. sample may be the
 * whole text. LEGACY_NONE when in doubt. */
LegacyEncoding legacy_guess(const char *utf8, gsize length);

#endif
