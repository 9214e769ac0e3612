/* A flat ODT, and whatever else is no package: the input is the file. */
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autoptr(GBytes) bytes = g_bytes_new_static(data, size);
    fuzz_read(bytes);
    return 0;
}
