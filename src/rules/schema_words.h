/* What libxml2 says of a rules file that does not fit the schema, in both languages. */
#ifndef RASOAT_RULES_SCHEMA_WORDS_H
#define RASOAT_RULES_SCHEMA_WORDS_H

#include <libxml/xmlerror.h>

#include "base/bilingual.h"

/* The complaint without its place: in Vietnamese a sentence of our own with the words that libxml2 names, or
 * for what is seldom met libxml2's in brackets; in English as libxml2 says it. NULL or without a message:
 * only that it does not fit. Owned by the caller. */
BilingualText schema_error_texts(const xmlError *complaint);

#endif
