/* Texts for people in two languages. The code holds the Vietnamese one, which is also the key under which
 * src/po/en.po has the English one; that catalogue is compiled in, so that neither the machine's locale nor
 * an installed file changes what is written. How to add a text: src/README.md. */
#ifndef RASOAT_BASE_TRANSLATE_H
#define RASOAT_BASE_TRANSLATE_H

#include <glib.h>

#include "base/bilingual.h"
#include "rasoat.h"

/* Marks a text for the catalogue where it is not looked up: in tables, and where another function does. */
#define N_(text) text

/* The same for Vietnamese that English says in two ways: the context tells them apart. What is marked so is
 * no text yet, it must go through say(). */
#define NC_(context, text) (context "\004" text)

/* The text in the language; text is a literal, or one marked above. What the catalogue lacks stays
 * Vietnamese. NULL stays NULL. Static. */
const char *say(RasoatLanguage language, const char *text) G_GNUC_FORMAT(2);

/* An ISO date as an office writes it: "02/02/2024"; in English, and what is no such date, unchanged. Owned by
 * the caller. */
char *say_date(RasoatLanguage language, const char *iso);

/* The same of the day that a moment, an ISO date and time, has by the clock of this place. */
char *say_day(RasoatLanguage language, const char *moment);

/* The text in both languages, each formatted with the same arguments. Owned by the caller. */
BilingualText bilingual_format(const char *text, ...) G_GNUC_PRINTF(1, 2);

BilingualText bilingual_format_list(const char *text, va_list arguments) G_GNUC_PRINTF(1, 0);

/* The same without arguments; a NULL gives two. */
BilingualText bilingual_of(const char *text);

#endif
