/* Runs a fuzz target over files: replay FOLDER…. Says how many there were; none at all is a failure. */
#include <stdio.h>

#include "fuzz.h"

static guint replay_folder(const char *path)
{
    g_autoptr(GDir) folder = g_dir_open(path, 0, NULL);
    const char *name;
    guint count = 0;

    while (folder && (name = g_dir_read_name(folder))) {
        g_autofree char *file = g_build_filename(path, name, NULL);
        g_autofree char *bytes = NULL;
        gsize size;
        if (!g_file_get_contents(file, &bytes, &size, NULL))
            continue;
        /* of its size exactly, so that a sanitizer sees one byte too many */
        g_autofree uint8_t *exact = g_memdup2(bytes, size);
        LLVMFuzzerTestOneInput(exact ? exact : (const uint8_t *)"", size);
        count++;
    }
    return count;
}

int main(int argc, char **argv)
{
    guint count = 0;
    for (int i = 1; i < argc; i++)
        count += replay_folder(argv[i]);
    printf("%u inputs\n", count);
    return count > 0 ? 0 : 1;
}
