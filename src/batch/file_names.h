/* What the name of a file says beside the unit that it names. */
#ifndef RASOAT_BATCH_FILE_NAMES_H
#define RASOAT_BATCH_FILE_NAMES_H

#include <glib.h>

/* A path in UTF-8, for comparing: what is in an old encoding is decoded (text/legacy_name.h); where that is
 * not certain, bytes that are no UTF-8 are U+FFFD. Two paths may become one. Owned by the caller. */
char *file_name_readable(const char *path);

/* Whether a name is one that systems and people give a copy: "Bản sao của X.docx", "X - Copy (2).docx",
 * "X_copy.docx", "X (1).docx", or what they put aside: "X cũ.docx", "X (nháp).docx", "X_old.docx". path:
 * bytes, with / before the name. */
gboolean file_name_is_copy(const char *path);

/* Whether what a roster says of a file (its path or name, which may hold * and ?) is said of this one. */
gboolean file_name_is_listed(const char *path, const char *pattern);

#endif
