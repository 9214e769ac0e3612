/* ZIP packages (OPC of ECMA-376 part 2, ODF 1.3 part 2) opened from memory with libzip. Sizes in the package
 * are never trusted: a part may fill what it declares, within the limits, and of any other bytes and ratio
 * are counted while inflating. Names are compared without regard to ASCII case (OPC); a leading slash is
 * ignored. */
#ifndef RASOAT_CONTAINER_PACKAGE_H
#define RASOAT_CONTAINER_PACKAGE_H

#include <glib.h>

#include "base/limits.h"

typedef struct Package Package;

/* Opens a package over bytes (a reference is kept). budget: limits and running totals of this document; must
 * outlive the package. Errors: BAD_PACKAGE, LIMIT_ENTRIES. */
Package *package_open(GBytes *bytes, Budget *budget, GError **error);
void package_free(Package *package);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Package, package_free)

gboolean package_has(Package *package, const char *name);

/* Names of all entries in the order of the central directory. The array is NULL-terminated and owned. */
const char *const *package_names(Package *package);

/* Inflates one part. Errors: MISSING_PART, BAD_PACKAGE (CRC, truncation), ENCRYPTED, LIMIT_BYTES,
 * LIMIT_RATIO. */
GBytes *package_read(Package *package, const char *name, GError **error);

#endif
