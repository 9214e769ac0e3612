/* Readers: a file's bytes in, a document out. One file per format; docx.c implements ECMA-376 part 1
 * (WordprocessingML, transitional and strict), odt.c ODF 1.3 part 3. */
#ifndef RASOAT_READER_READER_H
#define RASOAT_READER_READER_H

#include "container/package.h"
#include "document/document.h"

/* Tells the format and reads the document. Legacy letters are decoded, NFC is applied, and the text is
 * checked for damage. Errors: all of format_detect() and package_read(), BAD_XML, DOCTYPE, MISSING_PART,
 * LIMIT_*, NO_TEXT, UNREADABLE_TEXT. */
Document *reader_read(GBytes *bytes, Budget *budget, GError **error);

/* The readers behind it. They add blocks to *document and set *error on failure. */
gboolean docx_read(Package *package, Document *document, GError **error);
gboolean odt_read(Package *package, Document *document, GError **error);
gboolean flat_odt_read(GBytes *bytes, Document *document, GError **error);

#endif
