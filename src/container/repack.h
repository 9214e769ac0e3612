/* A package with some of its parts replaced, all others as they were (libzip copies them unopened). */
#ifndef RASOAT_CONTAINER_REPACK_H
#define RASOAT_CONTAINER_REPACK_H

#include <glib.h>

#include "rasoat.h"

typedef struct {
    const char *name; /* compared as in a Package; a part of a new name is added at the end */
    GBytes *content;
} RepackPart;

/* The package with count parts in place of those of their names. The same input gives the same bytes:
 * replaced parts keep their date, new ones take that of the first entry. Error: OUTPUT. */
GBytes *repack(GBytes *package, const RepackPart *parts, guint count, GError **error);

/* A package of these parts alone, in their order, all dated 1980-01-01. Error: OUTPUT. */
GBytes *repack_new(const RepackPart *parts, guint count, GError **error);

#endif
