/* Splitting the body into components: a decision, the regulation it issues, annexes, contents. */
#ifndef RASOAT_DOCUMENT_COMPONENTS_H
#define RASOAT_DOCUMENT_COMPONENTS_H

#include "document/lines.h"
#include "document/outline.h"

/* Where a component's lines stand: [first, end) into the lines. */
typedef struct {
    Component component;
    guint first_line, end_line;
} ComponentLines;

/* The components of the lines in order, covering them all; titles are owned by the caller. At least one. */
GArray *components_find(const Document *document, const GArray *lines);

#endif
