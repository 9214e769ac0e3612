/* The roster of units: the input is the CSV file. */
#include "batch/roster.h"
#include "in_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_write("units.csv", data, size);
    g_autoptr(GError) error = NULL;
    g_autoptr(Roster) roster = roster_load(fuzz_path, &error);
    g_assert((roster == NULL) == (error != NULL));
    return 0;
}
