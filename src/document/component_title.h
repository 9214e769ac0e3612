/* The title of a component: the kind of text and what it is about, over as many lines as they take. */
#ifndef RASOAT_DOCUMENT_COMPONENT_TITLE_H
#define RASOAT_DOCUMENT_COMPONENT_TITLE_H

#include "document/lines.h"
#include "document/outline.h"

/* first: the line (index into lines) that names the kind; the title ends before line end. On one line,
 * without the point at its end; owned by the caller. */
char *component_title(const Document *document, const GArray *lines, ComponentKind kind, guint first,
                      guint end);

#endif
