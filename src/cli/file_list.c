/* A list is looked at before a round begins: one whose names all lead nowhere would be recorded as a district
 * of broken files. */
#include "cli/file_list.h"

#include <errno.h>
#include <sys/stat.h>

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

/* A folder opens as a file does, and cannot be read. */
static FILE *open_list(const char *name)
{
    struct stat status;
    FILE *list = fopen(name, "re");
    if (!list || fstat(fileno(list), &status) != 0 || !S_ISDIR(status.st_mode))
        return list;
    fclose(list);
    errno = EISDIR;
    return NULL;
}

FILE *file_list_open(const char *name, const char *folder)
{
    FILE *list = seekable(g_str_equal(name, "-") ? stdin : open_list(name));
    if (!list)
        complain_of(g_strerror(errno), "--files-from: không mở được “%s”", name);
    if (!list || leads_somewhere(list, folder))
        return list;
    if (list != stdin)
        fclose(list);
    return NULL;
}
