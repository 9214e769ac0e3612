/* The thresholds of glibc's allocator (mallopt(3)). */
#include "base/memory.h"

#include <malloc.h>

void memory_keep(void)
{
    enum { KEPT_BYTES = 32 * 1024 * 1024 };
    mallopt(M_TRIM_THRESHOLD, KEPT_BYTES);
    mallopt(M_MMAP_THRESHOLD, KEPT_BYTES / 4);
}
