/* Texts in Vietnamese and English, side by side. */
#ifndef RASOAT_BASE_BILINGUAL_H
#define RASOAT_BASE_BILINGUAL_H

#include <glib.h>

#include "rasoat.h"

/* A text in both languages; either may be NULL only when both are. */
typedef struct {
    char *vi;
    char *en;
} BilingualText;

/* The text in the language. Belongs to *text. */
const char *bilingual(const BilingualText *text, RasoatLanguage language);
void bilingual_clear(BilingualText *text);
BilingualText bilingual_copy(const BilingualText *text);

/* Adds more to the text, after the separator when there is text already. */
void bilingual_append(BilingualText *text, const char *separator, const BilingualText *more);

#endif
