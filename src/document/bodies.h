/* The names of the bodies in a letterhead: the one that issues the text, and the one above it. */
#ifndef RASOAT_DOCUMENT_BODIES_H
#define RASOAT_DOCUMENT_BODIES_H

#include "document/front.h"
#include "document/pieces.h"

/* Fills unit, parent and unit_block of *front from the pieces before the title. A name that is broken over
 * two lines is one name; an office or union below its company is no unit of its own. */
void bodies_read(const GArray *pieces, FrontMatter *front);

#endif
