/* The ZIP container: the input is the file, all its parts are read. */
#include "container/package.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Budget budget;
    fuzz_budget(&budget);
    g_autoptr(GBytes) bytes = g_bytes_new_static(data, size);
    g_autoptr(Package) package = package_open(bytes, &budget, NULL);
    for (guint i = 0; package && package_names(package)[i]; i++)
        g_bytes_unref(package_read(package, package_names(package)[i], NULL));
    fuzz_read(bytes);
    return 0;
}
