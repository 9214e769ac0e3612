/* What is known of the disk that files are written to. */
#ifndef RASOAT_BASE_DISK_H
#define RASOAT_BASE_DISK_H

#include <glib.h>

/* The file system of a folder has no room for so many bytes. FALSE when it does not say. For writers that do
 * not say why they failed. */
gboolean disk_is_full(const char *folder, guint64 bytes);

#endif
