/* What libxml2 says of an XML file that is not well formed, in both languages. */
#ifndef RASOAT_BASE_XML_WORDS_H
#define RASOAT_BASE_XML_WORDS_H

#include <libxml/xmlerror.h>

#include "base/bilingual.h"

/* The cause without its place: in Vietnamese a sentence of our own for what is met with, and for the rest
 * libxml2's in brackets; in English as libxml2 says it. cause NULL, or without a message: only that it is not
 * well formed. Owned by the caller. */
BilingualText xml_error_texts(const xmlError *cause);

#endif
