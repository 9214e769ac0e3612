/* The loader of rules: the input is the one XML file of a rules folder, beside the schema. */
#include <unistd.h>

#include "in_file.h"
#include "rules/ruleset.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    gboolean first = !fuzz_folder;
    fuzz_write("input.xml", data, size);
    if (first) {
        g_autofree char *here = g_get_current_dir();
        g_autofree char *from = g_build_filename(here, "rules", "rasoat.rng", NULL);
        g_autofree char *to = g_build_filename(fuzz_folder, "rasoat.rng", NULL);
        g_assert(symlink(from, to) == 0);
    }
    g_autoptr(GError) error = NULL;
    g_autoptr(RuleSet) rules = ruleset_load(fuzz_folder, &error);
    g_assert((rules == NULL) == (error != NULL));
    return 0;
}
