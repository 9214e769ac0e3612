/* Small ZIP packages made in memory, for tests. */
#ifndef RASOAT_TESTS_ZIP_MAKER_H
#define RASOAT_TESTS_ZIP_MAKER_H

#include <glib.h>
#include <string.h>
#include <zip.h>

typedef struct {
    const char *name;
    const char *text;
} ZipPart;

/* The package with the parts in their order; stored: without compression. lengths: of the texts, in bytes;
 * NULL: up to their NUL. A part whose name cannot be one is left out. */
static inline GBytes *zip_make_sized(const ZipPart *parts, const gsize *lengths, guint count, gboolean stored)
{
    zip_error_t error;
    zip_source_t *source = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_t *archive = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, &error);
    zip_stat_t stat;

    zip_source_keep(source);
    for (guint i = 0; i < count; i++) {
        gsize length = lengths ? lengths[i] : strlen(parts[i].text);
        zip_source_t *part = zip_source_buffer(archive, parts[i].text, length, 0);
        gint64 index = zip_file_add(archive, parts[i].name, part, ZIP_FL_ENC_UTF_8);
        if (index < 0)
            zip_source_free(part);
        else
            zip_set_file_compression(archive, (zip_uint64_t)index, stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 9);
    }
    if (zip_close(archive) != 0)
        zip_discard(archive);
    zip_stat_init(&stat);
    gboolean is_open = zip_source_open(source) == 0;
    if (!is_open || zip_source_stat(source, &stat) != 0)
        stat.size = 0;
    char *bytes = g_malloc(stat.size + 1);
    if (is_open) {
        zip_source_read(source, bytes, stat.size);
        zip_source_close(source);
    }
    zip_source_free(source);
    return g_bytes_new_take(bytes, stat.size);
}

static inline GBytes *zip_make(const ZipPart *parts, guint count, gboolean stored)
{
    return zip_make_sized(parts, NULL, count, stored);
}

/* The bytes with every `from` replaced by `to`, both of `length` bytes. Takes the bytes. */
static inline GBytes *zip_patch(GBytes *bytes, const char *from, const char *to, gsize length)
{
    gsize size;
    char *data = g_bytes_unref_to_data(bytes, &size);

    for (gsize at = 0; at + length <= size; at++) {
        if (memcmp(data + at, from, length) == 0)
            memcpy(data + at, to, length);
    }
    return g_bytes_new_take(data, size);
}

#endif
