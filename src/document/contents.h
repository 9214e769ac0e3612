/* Tables of contents among the lines. */
#ifndef RASOAT_DOCUMENT_CONTENTS_H
#define RASOAT_DOCUMENT_CONTENTS_H

#include "document/lines.h"

/* The line after the table of contents that begins at the line; the line itself when none does. may_repeat:
 * entries without page numbers may be told by the first of them coming again further down. */
guint contents_end(const Document *document, const GArray *lines, guint line, gboolean may_repeat);

#endif
