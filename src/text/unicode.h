/* NFC and the small Unicode questions of Vietnamese text (Unicode annex 15, ICU). */
#ifndef RASOAT_TEXT_UNICODE_H
#define RASOAT_TEXT_UNICODE_H

#include <glib.h>

/* NFC of length bytes (-1: to the NUL); invalid UTF-8 becomes U+FFFD. Always a new string. Fast when the text
 * is NFC already. Of more than 30 marks on one letter each 30 are put into order by themselves. */
char *text_nfc(const char *utf8, gssize length);

/* TRUE when the bytes are valid UTF-8 and surely NFC (a quick check; FALSE may be a false alarm). */
gboolean text_is_nfc(const char *utf8, gsize length);

#endif
