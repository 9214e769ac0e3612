/* For loaders that take a path: a folder in memory-backed storage that lives as long as the process, and one
 * file in it that holds the input. */
#ifndef RASOAT_TESTS_FUZZ_IN_FILE_H
#define RASOAT_TESTS_FUZZ_IN_FILE_H

#include <glib/gstdio.h>
#include <stdlib.h>

#include "fuzz.h"

static char *fuzz_folder, *fuzz_path;

static inline void fuzz_remove_folder(void)
{
    g_autofree char *schema = g_build_filename(fuzz_folder, "rasoat.rng", NULL);
    g_unlink(fuzz_path);
    g_unlink(schema);
    g_rmdir(fuzz_folder);
    g_free(fuzz_path);
    g_free(fuzz_folder);
}

/* Writes the input to the file of the name. */
static inline void fuzz_write(const char *name, const uint8_t *data, size_t size)
{
    if (!fuzz_folder) {
        fuzz_folder = g_dir_make_tmp("rasoat-fuzz-XXXXXX", NULL);
        fuzz_path = g_build_filename(fuzz_folder, name, NULL);
        atexit(fuzz_remove_folder);
    }
    g_assert(g_file_set_contents_full(fuzz_path, (const char *)data, (gssize)size, G_FILE_SET_CONTENTS_NONE,
                                      0600, NULL));
}

#endif
