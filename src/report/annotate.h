/* The annotated copy: a unit's own file with the findings as comments at the words concerned, and nothing
 * else in it changed. */
#ifndef RASOAT_REPORT_ANNOTATE_H
#define RASOAT_REPORT_ANNOTATE_H

#include "container/package.h"
#include "report/annotate_notes.h"

/* The file with comments. file: the bytes that the result is of. Errors: USAGE when the bytes are others, or
 * the result was not judged; what reading them gives; BAD_XML when a part is UTF-16; OUTPUT. */
GBytes *annotate(GBytes *file, const Result *result, RasoatLanguage language, GError **error);

/* annotate_docx.c: Word comments (ECMA-376 part 1 §17.13.4). */
GBytes *annotate_docx(GBytes *file, Package *package, const Document *document, const GArray *notes,
                      Budget *budget, GError **error);

/* annotate_odt.c: annotations (ODF 1.3 part 3 §14.1); package NULL: one flat file. */
GBytes *annotate_odt(GBytes *file, Package *package, const Document *document, const GArray *notes,
                     GError **error);

#endif
