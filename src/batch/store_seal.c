/* See store_seal.h. */
#include "batch/store_seal.h"

#include <string.h>
#include <zstd.h>

#include "base/text_hash.h"

/* Numbers are those of a machine whose lowest byte is the first, as the head of the frame is. */
typedef struct {
    guint32 magic, size;
    guint64 columns, shingles;
} Seal;

enum { SEAL_MAGIC = 0x184D2A5A, SEAL_SIZE = sizeof(Seal) - 2 * sizeof(guint32) };

static guint64 sum_of(gconstpointer bytes, gsize length)
{
    static const guint64 key[2] = {0, 0};
    return siphash(key, length ? bytes : "", length);
}

/* A text that is NULL is another than an empty one, and none can stand in for a part of the next. */
static guint64 sum_of_columns(const char *const *columns)
{
    g_autoptr(GString) all = g_string_sized_new(512);
    for (guint i = 0; i < SEALED_COLUMNS; i++) {
        if (columns[i])
            g_string_append_printf(all, "=%s", columns[i]);
        g_string_append_c(all, '\0');
    }
    return sum_of(all->str, all->len);
}

GBytes *seal_record(GBytes *packed, const char *const *columns, GBytes *shingles)
{
    gsize length, count = 0;
    const void *record = g_bytes_get_data(packed, &length);
    const void *numbers = shingles ? g_bytes_get_data(shingles, &count) : NULL;
    const Seal seal = {.magic = GUINT32_TO_LE(SEAL_MAGIC),
                       .size = GUINT32_TO_LE(SEAL_SIZE),
                       .columns = GUINT64_TO_LE(sum_of_columns(columns)),
                       .shingles = GUINT64_TO_LE(sum_of(numbers, count))};
    GByteArray *sealed = g_byte_array_sized_new((guint)(length + sizeof seal));
    g_byte_array_append(sealed, record, (guint)length);
    g_byte_array_append(sealed, (const guint8 *)&seal, sizeof seal);
    return g_byte_array_free_to_bytes(sealed);
}

guint64 seal_next(guint64 sum, guint kind, gconstpointer bytes, gsize length)
{
    const guint64 key[2] = {sum, kind};
    return siphash(key, length ? bytes : "", length);
}

typedef enum { SEAL_NONE, SEAL_READ, SEAL_DAMAGED } Found;

static Found find_seal(const void *record, gsize length, Seal *seal)
{
    const gsize frame = record ? ZSTD_findFrameCompressedSize(record, length) : 0;
    if (!record || ZSTD_isError(frame) || frame > length)
        return SEAL_DAMAGED;
    if (frame == length)
        return SEAL_NONE;
    if (length - frame != sizeof *seal)
        return SEAL_DAMAGED;
    memcpy(seal, (const char *)record + frame, sizeof *seal);
    const gboolean good = seal->magic == GUINT32_TO_LE(SEAL_MAGIC) && seal->size == GUINT32_TO_LE(SEAL_SIZE);
    return good ? SEAL_READ : SEAL_DAMAGED;
}

gboolean seal_fits_columns(const void *record, gsize length, const char *const *columns)
{
    Seal seal = {0};
    const Found found = find_seal(record, length, &seal);
    return found == SEAL_NONE ||
           (found == SEAL_READ && seal.columns == GUINT64_TO_LE(sum_of_columns(columns)));
}

gboolean seal_fits_shingles(const void *record, gsize length, const void *shingles, gsize shingles_length)
{
    Seal seal = {0};
    const Found found = find_seal(record, length, &seal);
    return found == SEAL_NONE ||
           (found == SEAL_READ && seal.shingles == GUINT64_TO_LE(sum_of(shingles, shingles_length)));
}
