/* Free space, as statvfs() tells it to those who are not root. */
#include "base/disk.h"

#include <sys/statvfs.h>

gboolean disk_is_full(const char *folder, guint64 bytes)
{
    struct statvfs disk;
    return statvfs(folder, &disk) == 0 && (guint64)disk.f_bavail * disk.f_frsize < bytes;
}
