/* A list is looked at before a round begins: one whose names all lead nowhere would be recorded as a district
 * of broken files. */
#include "cli/file_list.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "base/input.h"
#include "base/translate.h"
#include "batch/walk.h"
#include "cli/command.h"

/* All that is left of a stream, in a nameless file; NULL and errno when that fails. */
static FILE *copied(FILE *from)
{
    char block[65536];
    gsize length;
    FILE *copy = tmpfile();
    gboolean good = copy != NULL;
    while (good && (length = fread(block, 1, sizeof block, from)) > 0)
        good = fwrite(block, 1, length, copy) == length;
    if (good && !ferror(from) && fflush(copy) == 0)
        return copy;
    int code = errno;
    if (copy)
        fclose(copy);
    errno = code;
    return NULL;
}

static FILE *seekable(FILE *list)
{
    if (!list || ftello(list) >= 0)
        return list;
    FILE *copy = copied(list);
    if (list != stdin)
        fclose(list);
    if (copy)
        rewind(copy);
    return copy;
}

/* Passes over the byte order mark that Notepad puts before a list. */
static void pass_mark(FILE *list)
{
    static const char mark[] = "\xef\xbb\xbf";
    char start[sizeof mark - 1];
    const off_t at = ftello(list);
    if (fread(start, sizeof start, 1, list) != 1 || memcmp(start, mark, sizeof start) != 0)
        fseeko(list, at, SEEK_SET);
}

static gboolean leads_somewhere(FILE *list, const char *folder)
{
    g_autofree char *missing = NULL, *sought = NULL, *base = NULL, *example = NULL;
    off_t start = ftello(list);
    gboolean good = walk_list_leads_somewhere(list, folder, &missing);
    if (!good) {
        sought = walk_listed_path(folder, missing);
        base = g_path_get_basename(missing);
        example = g_build_filename(folder, base, NULL);
        complain(
            "--files-from: không có tệp nào của danh sách; tên phải tính từ thư mục được rà soát “%s”: “%s” "
            "được tìm ở “%s”; tệp “%s” thì ghi “%s”",
            folder, missing, sought, example, base);
    }
    return good && fseeko(list, start, SEEK_SET) == 0;
}

/* What hinders a list from being read to its end; NULL: nothing. A folder opens as a file does, and a device
 * may have no end. */
static const char *hindrance(int descriptor)
{
    struct stat status;
    if (fstat(descriptor, &status) != 0)
        return g_strerror(errno);
    if (S_ISDIR(status.st_mode))
        return g_strerror(EISDIR);
    return S_ISREG(status.st_mode) || S_ISFIFO(status.st_mode) ? NULL : NOT_A_REGULAR_FILE;
}

static FILE *open_list(const char *name, GError **error)
{
    int descriptor = input_open(name, error);
    const char *why = descriptor < 0 ? NULL : hindrance(descriptor);
    if (why) {
        error_set_system(error, RASOAT_ERROR_IO, NULL, why);
        close(descriptor);
    }
    return descriptor < 0 || why ? NULL : fdopen(descriptor, "r");
}

static void complain_list(const char *name, const char *cause)
{
    if (g_str_equal(cause, NOT_A_REGULAR_FILE))
        complain(
            "--files-from: “%s” không phải tệp thường; hãy ghi danh sách vào một tệp, hoặc dùng “-” để đọc "
            "từ đầu vào chuẩn",
            name);
    else
        complain_of(cause, "--files-from: không mở được “%s”", name);
}

FILE *file_list_open(const char *name, const char *folder)
{
    g_autoptr(GError) error = NULL;
    FILE *list = seekable(g_str_equal(name, "-") ? stdin : open_list(name, &error));
    if (!list)
        complain_list(name, error ? error_texts(error)->en : g_strerror(errno));
    if (list)
        pass_mark(list);
    if (!list || leads_somewhere(list, folder))
        return list;
    if (list != stdin)
        fclose(list);
    return NULL;
}
