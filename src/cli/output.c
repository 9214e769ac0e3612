/* Report files replaced atomically, and what is known of the terminal. */
#include "cli/output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

#define OPEN_FILES "/proc/self/fd"

struct Output {
    char *name;      /* as given, for messages */
    char *path;      /* final place, links resolved; NULL: standard output */
    gboolean whole;  /* written elsewhere first, and put in place as a whole */
    char *temporary; /* that other place; NULL while it has no name */
    FILE *stream;
    int descriptor;
    int cause; /* what the first write that failed said; 0: none did */
};

/* --- the stream ----------------------------------------------------------------------------------------- */

/* A stream of the library forgets why a write failed as soon as a later one succeeds; this one keeps it. */
static ssize_t write_all(void *cookie, const char *bytes, size_t length)
{
    Output *output = cookie;
    size_t done = 0;
    while (done < length) {
        ssize_t written = write(output->descriptor, bytes + done, length - done);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0) {
            output->cause = output->cause ? output->cause : written < 0 ? errno : EIO;
            errno = output->cause;
            return 0; /* which is how a cookie says that it failed */
        }
        done += (size_t)written;
    }
    return (ssize_t)length;
}

static int close_descriptor(void *cookie)
{
    return close(((Output *)cookie)->descriptor);
}

static gboolean open_stream(Output *output, int descriptor, GError **error)
{
    output->descriptor = descriptor;
    output->stream =
        fopencookie(output, "w", (cookie_io_functions_t){.write = write_all, .close = close_descriptor});
    if (output->stream)
        return TRUE;
    error_set_output(error, output->name, errno);
    close(descriptor);
    return FALSE;
}

/* --- opening -------------------------------------------------------------------------------------------- */

/* The file a link points to, so that renaming replaces the file and not the link. */
static char *resolved(const char *path)
{
    char *real = realpath(path, NULL);
    char *copy = g_strdup(real ? real : path);
    free(real);
    return copy;
}

static mode_t usual_mode(const char *path)
{
    struct stat status;
    if (stat(path, &status) == 0)
        return status.st_mode & 0777;
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

/* A file in the folder of path that has no name yet, so that nothing is left when the program is killed; with
 * a name where the file system has none without. -1 and errno when neither can be had. */
static int open_unnamed(Output *output)
{
    g_autofree char *folder = g_path_get_dirname(output->path);
    if (g_file_test(OPEN_FILES, G_FILE_TEST_IS_DIR)) { /* which is what gives it a name later */
        int descriptor = open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
        if (descriptor >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL))
            return descriptor;
    }
    output->temporary = g_strdup_printf("%s.XXXXXX", output->path);
    int descriptor = g_mkstemp_full(output->temporary, O_RDWR | O_CLOEXEC, 0600);
    if (descriptor < 0)
        g_clear_pointer(&output->temporary, g_free);
    return descriptor;
}

static gboolean open_beside(Output *output, GError **error)
{
    int descriptor = open_unnamed(output);
    if (descriptor < 0) {
        error_set_output(error, output->name, errno);
        return FALSE;
    }
    output->whole = TRUE;
    fchmod(descriptor, usual_mode(output->path));
    return open_stream(output, descriptor, error);
}

static gboolean open_direct(Output *output, GError **error)
{
    int descriptor = open(output->path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
    return descriptor < 0 ? error_set_output(error, output->name, errno)
                          : open_stream(output, descriptor, error);
}

Output *output_open(const char *path, GError **error)
{
    g_autoptr(Output) output = g_new0(Output, 1);
    struct stat status;

    if (!path || g_str_equal(path, "-")) {
        output->stream = stdout;
        output->name = g_strdup("stdout");
        return g_steal_pointer(&output);
    }
    output->name = g_strdup(path);
    output->path = resolved(path);
    gboolean there = stat(output->path, &status) == 0;
    gboolean special = there && !S_ISREG(status.st_mode);
    gboolean folder = there && S_ISDIR(status.st_mode);
    /* renaming would go round a file's own protection, so that is asked for first */
    if (folder || (there && access(output->path, W_OK) != 0)) {
        error_set_output(error, output->name, folder ? EISDIR : errno);
        return NULL;
    }
    if (special ? open_direct(output, error) : open_beside(output, error))
        return g_steal_pointer(&output);
    return NULL;
}

FILE *output_stream(Output *output)
{
    return output->stream;
}

/* Gives the file a name beside its place, when it has none. */
static gboolean name_beside(Output *output, int descriptor)
{
    enum { TRIES = 100 };
    g_autofree char *open_file = g_strdup_printf(OPEN_FILES "/%d", descriptor);

    for (guint i = 0; i < TRIES && !output->temporary; i++) {
        g_autofree char *name = g_strdup_printf("%s.%06x", output->path, g_random_int() & 0xFFFFFF);
        if (linkat(AT_FDCWD, open_file, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0)
            output->temporary = g_steal_pointer(&name);
        else if (errno != EEXIST)
            return FALSE;
    }
    return output->temporary != NULL;
}

char *output_name(const Output *output)
{
    return output->temporary ? g_strdup(output->temporary)
                             : g_strdup_printf(OPEN_FILES "/%d", output->descriptor);
}

/* A write that failed earlier shows only in the stream's error mark: what came after it may have fitted. */
static gboolean flush_stream(const Output *output)
{
    gboolean good = fflush(output->stream) == 0;
    if (good && !ferror(output->stream) && !output->cause)
        return TRUE;
    errno = output->cause ? output->cause : good ? EIO : errno;
    return FALSE;
}

static gboolean flush_whole(const Output *output)
{
    return flush_stream(output) && (!output->whole || fsync(output->descriptor) == 0);
}

static gboolean put_in_place(Output *output)
{
    gboolean good = flush_whole(output) && (!output->whole || name_beside(output, output->descriptor));
    int code = errno;
    if (fclose(g_steal_pointer(&output->stream)) != 0 && good) {
        good = FALSE;
        code = errno;
    }
    if (good && output->whole) {
        good = g_rename(output->temporary, output->path) == 0;
        code = errno;
        if (good)
            g_clear_pointer(&output->temporary, g_free);
    }
    errno = code;
    return good;
}

gboolean output_flush(Output *output, GError **error)
{
    return flush_whole(output) || error_set_output(error, output->name, errno);
}

gboolean output_commit(Output *output, GError **error)
{
    gboolean good = output->path ? put_in_place(output) : flush_stream(output);
    if (!good)
        error_set_output(error, output->name, errno);
    return good;
}

void output_free(Output *output)
{
    if (!output)
        return;
    if (output->stream && output->stream != stdout)
        fclose(output->stream);
    if (output->temporary)
        g_unlink(output->temporary);
    g_free(output->temporary);
    g_free(output->path);
    g_free(output->name);
    g_free(output);
}

gboolean output_reader_gone(void)
{
    struct pollfd out = {.fd = STDOUT_FILENO, .events = POLLOUT};
    return poll(&out, 1, 0) == 1 && (out.revents & POLLERR) != 0;
}

guint output_width(void)
{
    const char *columns = g_getenv("COLUMNS");
    guint64 given = 0;
    struct winsize size;

    if (columns && g_ascii_string_to_unsigned(columns, 10, 1, 10000, &given, NULL))
        return (guint)given;
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        return size.ws_col;
    return 0;
}

gboolean output_wants_colour(void)
{
    const char *no_colour = g_getenv("NO_COLOR");
    return isatty(STDOUT_FILENO) && !(no_colour && *no_colour) && g_strcmp0(g_getenv("TERM"), "dumb") != 0;
}

gboolean same_file(const char *one, const char *other)
{
    struct stat a, b;
    return stat(one, &a) == 0 && stat(other, &b) == 0 && S_ISREG(a.st_mode) && a.st_dev == b.st_dev &&
           a.st_ino == b.st_ino;
}
