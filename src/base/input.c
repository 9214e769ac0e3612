/* A file's bytes, never more than the ceiling: sizes that a file system tells are not trusted, and pipes and
 * devices have none. */
#include "base/input.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/error.h"
#include "base/translate.h"

enum { CHUNK = 64 * 1024 };

/* Room for the whole of a regular file at once, so that it is not copied while growing. */
static gsize size_expected(int descriptor, guint64 limit)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size <= 0)
        return CHUNK;
    return (gsize)MIN((guint64)status.st_size, limit) + 1;
}

GBytes *input_read_descriptor(int descriptor, guint64 limit, GError **error)
{
    GByteArray *bytes = g_byte_array_sized_new((guint)size_expected(descriptor, limit));
    guint8 chunk[CHUNK];

    for (;;) {
        ssize_t got = read(descriptor, chunk, sizeof chunk);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            error_set_system(error, RASOAT_ERROR_IO, NULL, g_strerror(errno));
            break;
        }
        if (got == 0)
            return g_byte_array_free_to_bytes(bytes);
        if (bytes->len + (guint64)got > limit) {
            error_set_both(error, RASOAT_ERROR_LIMIT_FILE_SIZE, NULL, N_("hơn %lu byte"), (gulong)limit);
            break;
        }
        g_byte_array_append(bytes, chunk, (guint)got);
    }
    g_byte_array_unref(bytes);
    return NULL;
}

/* A pipe with a name: who reads it waits for somebody to write, which may be never. One without, as "<(…)" of
 * a shell gives it, has its writer. */
static gboolean is_named_pipe(int descriptor)
{
    struct stat status;
    struct statfs system;
    return fstat(descriptor, &status) == 0 && S_ISFIFO(status.st_mode) && fstatfs(descriptor, &system) == 0 &&
           system.f_type != PIPEFS_MAGIC;
}

int input_open(const char *path, GError **error)
{
    int descriptor = TEMP_FAILURE_RETRY(open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
    if (descriptor < 0) {
        error_set_system(error, RASOAT_ERROR_IO, NULL, g_strerror(errno));
        return -1;
    }
    if (is_named_pipe(descriptor)) {
        error_set_system(error, RASOAT_ERROR_IO, NULL, NOT_A_REGULAR_FILE);
        close(descriptor);
        return -1;
    }
    fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK);
    return descriptor;
}

GBytes *input_read_file(const char *path, guint64 limit, GError **error)
{
    int descriptor = input_open(path, error);
    if (descriptor < 0)
        return NULL;
    GBytes *bytes = input_read_descriptor(descriptor, limit, error);
    close(descriptor);
    return bytes;
}
