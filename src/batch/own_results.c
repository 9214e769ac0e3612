/* A store by its name; pages by the mark that html_begin() writes near their beginning. */
#include "batch/own_results.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch/store.h"
#include "report/html.h"

static gboolean is_file(const char *folder, const char *name)
{
    struct stat status;
    g_autofree char *path = g_build_filename(folder, name, NULL);
    return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

/* The first bytes of a file hold a mark; no pipe is waited for. */
static gboolean begins_with_mark(const char *path, const char *mark)
{
    char head[512];
    struct stat status;
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    ssize_t length = -1;

    if (file < 0)
        return FALSE;
    if (fstat(file, &status) == 0 && S_ISREG(status.st_mode))
        length = read(file, head, sizeof head);
    close(file);
    return length > 0 && memmem(head, (size_t)length, mark, strlen(mark)) != NULL;
}

gboolean own_results_in(const char *folder)
{
    g_autofree char *name = g_path_get_basename(folder);
    g_autofree char *above = g_path_get_dirname(folder);
    g_autofree char *page = g_build_filename(folder, "index.html", NULL);
    return is_file(folder, STORE_NAME) || (g_str_equal(name, STORE_REPORTS) && is_file(above, STORE_NAME)) ||
           begins_with_mark(page, HTML_MARK_OF_DISTRICT);
}

gboolean own_results_page(const char *path)
{
    return g_str_has_suffix(path, ".html") &&
           (begins_with_mark(path, HTML_MARK) || begins_with_mark(path, HTML_MARK_OF_DISTRICT));
}
