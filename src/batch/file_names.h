/* What the name of a file says beside the unit that it names. */
#ifndef RASOAT_BATCH_FILE_NAMES_H
#define RASOAT_BATCH_FILE_NAMES_H

#include <glib.h>

/* Whether a name is one that systems and people give a copy: "Bản sao của X.docx", "X - Copy (2).docx",
 * "X_copy.docx", "X (1).docx". path: bytes, with / before the name. */
gboolean file_name_is_copy(const char *path);

/* Whether what a roster says of a file (its path or name, which may hold * and ?) is said of this one. */
gboolean file_name_is_listed(const char *path, const char *pattern);

#endif
