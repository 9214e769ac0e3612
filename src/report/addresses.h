/* Addresses in a document (document/addresses.c) in the language of a report. The record and its JSON hold
 * them as the document's own language has them. */
#ifndef RASOAT_REPORT_ADDRESSES_H
#define RASOAT_REPORT_ADDRESSES_H

#include <glib.h>

#include "audit/result.h"
#include "rasoat.h"

/* "Chương II > Điều 7 > khoản 3 > điểm b" as it stands; in English "Chapter II, Article 7, clause 3, point
 * b". What has no word, as the title of a heading without a number, stays as it is. "" for NULL. Owned by the
 * caller. */
char *address_say(const char *address, RasoatLanguage language);

/* The addresses of places (of Evidence) from the first asked for on, each once: "Điều 3; Điều 7 > khoản 2";
 * of many the first, and how many more there are. "" when there are none. Owned by the caller. */
char *addresses_say(const GArray *places, guint first, RasoatLanguage language);

/* What follows the step that begins at the text, without " > "; NULL: nothing. A title may hold the same
 * signs. */
const char *address_after_step(const char *step);

#endif
