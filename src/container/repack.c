/* Writing ZIP packages in memory with libzip. */
#include "container/repack.h"

#include <string.h>
#include <zip.h>

#include "base/error.h"
#include "container/zip_words.h"

/* 1980-01-01, where the dates of ZIP begin (MS-DOS date: year 0, month 1, day 1). */
enum { FIRST_DATE = (1 << 5) | 1 };

static void set_zip_error(GError **error, const char *name, zip_error_t *cause)
{
    BilingualText why = zip_error_texts(cause);
    error_set_texts(error, RASOAT_ERROR_OUTPUT, name, &why);
    bilingual_clear(&why);
}

/* An archive over a source that outlives it, so that what it wrote can be read from there. */
static zip_t *open_over(zip_source_t *source, int flags, GError **error)
{
    zip_error_t cause;
    zip_error_init(&cause);
    zip_t *archive = zip_open_from_source(source, flags, &cause);
    if (archive)
        zip_source_keep(source);
    else
        set_zip_error(error, "package", &cause);
    zip_error_fini(&cause);
    return archive;
}

static gboolean put_part(zip_t *archive, const RepackPart *part, GError **error)
{
    gsize length = 0;
    const void *data = g_bytes_get_data(part->content, &length);
    zip_int64_t index = zip_name_locate(archive, part->name, ZIP_FL_NOCASE);
    zip_source_t *content = zip_source_buffer(archive, data, length, 0);
    zip_stat_t old;
    gboolean dated =
        zip_stat_index(archive, index < 0 ? 0 : (zip_uint64_t)index, ZIP_FL_UNCHANGED, &old) == 0 &&
        old.valid & ZIP_STAT_MTIME;

    if (content && index < 0)
        index = zip_file_add(archive, part->name, content, ZIP_FL_ENC_UTF_8);
    else if (content && zip_file_replace(archive, (zip_uint64_t)index, content, 0) != 0)
        index = -1;
    if (!content || index < 0) {
        zip_source_free(content);
        set_zip_error(error, part->name, zip_get_error(archive));
        return FALSE;
    }
    if (dated)
        zip_file_set_mtime(archive, (zip_uint64_t)index, old.mtime, 0);
    else
        zip_file_set_dostime(archive, (zip_uint64_t)index, 0, FIRST_DATE, 0);
    return TRUE;
}

static GBytes *read_back(zip_source_t *source, GError **error)
{
    zip_stat_t stat;
    zip_stat_init(&stat);
    if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) {
        set_zip_error(error, "package", zip_source_error(source));
        return NULL;
    }
    guint8 *data = g_malloc(stat.size);
    zip_int64_t got = zip_source_read(source, data, stat.size);
    zip_source_close(source);
    return g_bytes_new_take(data, got < 0 ? 0 : (gsize)got);
}

/* Takes the archive; the source stays the caller's. */
static GBytes *write_parts(zip_t *archive, zip_source_t *source, const RepackPart *parts, guint count,
                           GError **error)
{
    for (guint i = 0; i < count; i++)
        if (!put_part(archive, &parts[i], error)) {
            zip_discard(archive);
            return NULL;
        }
    if (zip_close(archive) != 0) {
        set_zip_error(error, "package", zip_get_error(archive));
        zip_discard(archive);
        return NULL;
    }
    return read_back(source, error);
}

/* The source has a copy of the data for its own: libzip 1.7.3 keeps unchanged entries that stand before the
 * first changed one by taking over the piece that they are in, and frees that whoever it belongs to. */
static GBytes *write_over(const void *data, gsize length, int flags, const RepackPart *parts, guint count,
                          GError **error)
{
    zip_error_t cause;
    zip_error_init(&cause);
    void *own = g_memdup2(data, length);
    zip_source_t *source = zip_source_buffer_create(own, length, 1, &cause);
    if (!source)
        g_free(own);
    zip_error_fini(&cause);
    zip_t *archive = source ? open_over(source, flags, error) : NULL;
    GBytes *written = archive ? write_parts(archive, source, parts, count, error) : NULL;
    zip_source_free(source);
    return written;
}

GBytes *repack(GBytes *package, const RepackPart *parts, guint count, GError **error)
{
    gsize length = 0;
    const void *data = g_bytes_get_data(package, &length);
    return write_over(data, length, 0, parts, count, error);
}

GBytes *repack_new(const RepackPart *parts, guint count, GError **error)
{
    return write_over(NULL, 0, ZIP_CREATE | ZIP_TRUNCATE, parts, count, error);
}
