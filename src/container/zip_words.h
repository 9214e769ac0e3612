/* What libzip says of a package that it cannot read or write, in both languages. */
#ifndef RASOAT_CONTAINER_ZIP_WORDS_H
#define RASOAT_CONTAINER_ZIP_WORDS_H

#include <zip.h>

#include "base/bilingual.h"

/* In Vietnamese a sentence of our own for what is met with, and for the rest libzip's in brackets; in English
 * as libzip says it. Owned by the caller. */
BilingualText zip_error_texts(zip_error_t *cause);

#endif
