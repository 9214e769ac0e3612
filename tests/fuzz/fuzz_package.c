/* The ZIP container: the input is the file, all its parts are read. Half of the mutations are of the bytes,
 * the other half of one part of the package, packed again: those reach what is behind a sound container. */
#include "../unit/zip_maker.h"
#include "container/package.h"
#include "fuzz.h"

enum { MOST_PARTS = 16, LARGEST_PART = 1 << 16 };

/* libFuzzer's own mutator; not there where seeds are only replayed. */
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t max_size) __attribute__((weak));
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned int seed);

typedef struct {
    ZipPart parts[MOST_PARTS];
    gsize lengths[MOST_PARTS];
    guint count;
} Parts;

static void parts_clear(Parts *parts)
{
    for (guint i = 0; i < parts->count; i++) {
        g_free((char *)parts->parts[i].name);
        g_free((char *)parts->parts[i].text);
    }
}

/* Takes a package apart; parts that are empty, too large or broken are left out. */
static void parts_read(const uint8_t *data, size_t size, Parts *parts)
{
    zip_error_t error;
    zip_source_t *source = zip_source_buffer_create(data, size, 0, &error);
    zip_t *archive = zip_open_from_source(source, ZIP_RDONLY, &error);

    if (!archive) {
        zip_source_free(source);
        return;
    }
    for (gint64 i = 0; i < zip_get_num_entries(archive, 0) && parts->count < MOST_PARTS; i++) {
        const char *name = zip_get_name(archive, (zip_uint64_t)i, 0);
        zip_file_t *file = name ? zip_fopen_index(archive, (zip_uint64_t)i, 0) : NULL;
        g_autofree char *text = g_malloc(LARGEST_PART);
        gint64 length = file ? zip_fread(file, text, LARGEST_PART) : 0;
        if (length > 0) {
            parts->lengths[parts->count] = (gsize)length;
            parts->parts[parts->count++] = (ZipPart){g_strdup(name), g_steal_pointer(&text)};
        }
        if (file)
            zip_fclose(file);
    }
    zip_discard(archive);
}

/* Mutates one part, and now and then the name of one. FALSE when there is none. */
static gboolean parts_mutate(Parts *parts, GRand *rand)
{
    if (parts->count == 0)
        return FALSE;
    guint index = (guint)g_rand_int_range(rand, 0, (gint32)parts->count);
    ZipPart *part = &parts->parts[index];
    if (g_rand_int_range(rand, 0, 8) == 0) {
        char name[128] = "";
        g_strlcpy(name, part->name, sizeof name);
        name[LLVMFuzzerMutate((uint8_t *)name, strlen(name), sizeof name - 1)] = '\0';
        g_free((char *)part->name);
        part->name = g_strdup(name);
        return TRUE;
    }
    part->text = g_realloc((char *)part->text, LARGEST_PART);
    parts->lengths[index] = LLVMFuzzerMutate((uint8_t *)part->text, parts->lengths[index], LARGEST_PART);
    return TRUE;
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t max_size, unsigned int seed)
{
    g_autoptr(GRand) rand = g_rand_new_with_seed(seed);
    Parts parts = {.count = 0};
    gsize made = 0;

    if (g_rand_boolean(rand))
        parts_read(data, size, &parts);
    if (parts_mutate(&parts, rand)) {
        g_autoptr(GBytes) package =
            zip_make_sized(parts.parts, parts.lengths, parts.count, g_rand_boolean(rand));
        const void *bytes = g_bytes_get_data(package, &made);
        if (made <= max_size)
            memcpy(data, bytes, made);
    }
    parts_clear(&parts);
    return made > 0 && made <= max_size ? made : LLVMFuzzerMutate(data, size, max_size);
}

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
