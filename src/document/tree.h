/* Building the divisions of one component from its lines, and naming their addresses. */
#ifndef RASOAT_DOCUMENT_TREE_H
#define RASOAT_DOCUMENT_TREE_H

#include "document/components.h"
#include "document/lines.h"
#include "document/outline.h"

/* Appends the divisions of component number index, whose lines are given, to the outline, and fills in
 * division_of for the blocks of these lines. */
void tree_build(Outline *outline, const GArray *lines, const ComponentLines *component, guint index);

/* The address of a division from its own fields and its parent's address; ordinal is its place among its
 * siblings (for items). Owned by the caller. */
char *division_address(const Division *division, const Division *parent, guint ordinal);

#endif
