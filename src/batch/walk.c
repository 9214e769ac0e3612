/* A folder's files in byte order of their paths, depth first; and files by a list. */
#include "batch/walk.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "batch/own_results.h"
#include "text/legacy_name.h"

typedef struct {
    const char *folder;
    const char *output;           /* a folder that is not entered; or NULL */
    GPtrArray *include, *exclude; /* of GPatternSpec *; include NULL: all */
    WalkVisit visit;
    gpointer data;
} Walk;

/* --- names ---------------------------------------------------------------------------------------------- */

gboolean walk_is_document_name(const char *name)
{
    static const char *const endings[] = {
        ".docx", ".docm", ".dotx",  ".dotm", ".doc",  ".dot",  ".rtf", ".odt", ".ott",  ".fodt",
        ".pdf",  ".wps",  ".pages", ".html", ".htm",  ".mht",  ".txt", ".jpg", ".jpeg", ".png",
        ".tif",  ".tiff", ".bmp",   ".gif",  ".webp", ".heic", ".zip", ".rar", ".7z",
    };
    const char *dot = strrchr(name, '.');
    for (guint i = 0; dot && i < G_N_ELEMENTS(endings); i++)
        if (g_ascii_strcasecmp(dot, endings[i]) == 0)
            return TRUE;
    return FALSE;
}

/* What Word and LibreOffice leave beside an open document. */
static gboolean is_lock_name(const char *name)
{
    return g_str_has_prefix(name, "~$") || g_str_has_prefix(name, ".~lock.");
}

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Patterns match UTF-8 alone; bytes of an old encoding stand for themselves as Latin-1 would, and a name of
 * them for what it says. */
static char *matchable(const char *name)
{
    return g_utf8_validate(name, -1, NULL) ? g_strdup(name)
                                           : g_convert(name, -1, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
}

static gboolean any_of_text(const GPtrArray *patterns, const char *text)
{
    for (guint i = 0; text && i < patterns->len; i++)
        if (g_pattern_spec_match_string(patterns->pdata[i], text) ||
            g_pattern_spec_match_string(patterns->pdata[i], name_of(text)))
            return TRUE;
    return FALSE;
}

static gboolean any_matches(const GPtrArray *patterns, const char *path)
{
    g_autofree char *text = matchable(path), *decoded = legacy_name(path);
    return any_of_text(patterns, text) || any_of_text(patterns, decoded);
}

static gboolean left_out(const Walk *walk, const char *path)
{
    return (walk->include && !any_matches(walk->include, path)) || any_matches(walk->exclude, path);
}

/* --- visits --------------------------------------------------------------------------------------------- */

static gboolean visit(const Walk *walk, EntryKind kind, const char *path, const char *reason,
                      const struct stat *status)
{
    WalkEntry entry = {.kind = kind, .path = path, .reason = reason};
    if (status) {
        entry.size = (gint64)status->st_size;
        entry.mtime = (gint64)status->st_mtime;
    }
    return walk->visit(&entry, walk->data);
}

static gboolean skip(const Walk *walk, const char *path, const char *reason, const struct stat *status)
{
    return visit(walk, ENTRY_SKIPPED, path, reason, status);
}

/* A file that is there, at a place: regular, or a link to one. */
static gboolean visit_file(const Walk *walk, const char *path, const char *place, const struct stat *status)
{
    if (!S_ISREG(status->st_mode))
        return skip(walk, path, "special-file", status);
    if (left_out(walk, path))
        return skip(walk, path, "excluded", status);
    if (!walk_is_document_name(name_of(path)))
        return skip(walk, path, "not-a-document", status);
    if (own_results_page(place))
        return skip(walk, path, "results", status);
    return visit(walk, ENTRY_DOCUMENT, path, NULL, status);
}

/* --- folders -------------------------------------------------------------------------------------------- */

typedef struct {
    char *sort; /* the name, with '/' after that of a folder: the byte order of all that is below it */
    gboolean folder;
} Child;

static void child_clear(gpointer data)
{
    g_free(((Child *)data)->sort);
}

static gint compare_children(gconstpointer a, gconstpointer b)
{
    return strcmp(((const Child *)a)->sort, ((const Child *)b)->sort);
}

static gboolean is_folder(int folder, const struct dirent *entry)
{
    struct stat status;
    if (entry->d_type != DT_UNKNOWN)
        return entry->d_type == DT_DIR;
    return fstatat(folder, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(status.st_mode);
}

/* What lies in a folder, sorted; NULL and errno when it cannot be listed. */
static GArray *children_of(const char *folder)
{
    DIR *stream = opendir(folder);
    const struct dirent *entry;

    if (!stream)
        return NULL;
    GArray *children = g_array_new(FALSE, FALSE, sizeof(Child));
    g_array_set_clear_func(children, child_clear);
    for (errno = 0; (entry = readdir(stream)); errno = 0) {
        if (g_str_equal(entry->d_name, ".") || g_str_equal(entry->d_name, ".."))
            continue;
        Child child = {.folder = is_folder(dirfd(stream), entry)};
        child.sort = child.folder ? g_strconcat(entry->d_name, "/", NULL) : g_strdup(entry->d_name);
        g_array_append_val(children, child);
    }
    int broken = errno; /* half a list would be taken for the whole */
    closedir(stream);
    if (broken) {
        g_array_unref(children);
        errno = broken;
        return NULL;
    }
    g_array_sort(children, compare_children);
    return children;
}

static gboolean same_folder(const char *one, const char *other)
{
    struct stat a, b;
    return stat(one, &a) == 0 && stat(other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/* A folder that cannot be listed: a code, for reports say it in their language. */
static const char *reason_of(int code)
{
    return code == EACCES || code == EPERM ? "permission-denied" : code == ENOENT ? "vanished" : "io";
}

static gboolean walk_children(const Walk *walk, const char *prefix, GArray *children);

/* path ends in '/' */
static gboolean walk_below(const Walk *walk, const char *path)
{
    g_autofree char *name = g_strndup(path, strlen(path) - 1);
    g_autofree char *place = g_build_filename(walk->folder, name, NULL);
    if (*name_of(name) == '.')
        return skip(walk, name, "hidden", NULL);
    if (walk->output && same_folder(place, walk->output))
        return TRUE;
    if (own_results_in(place))
        return skip(walk, name, "results", NULL);
    g_autoptr(GArray) children = children_of(place);
    return children ? walk_children(walk, path, children)
                    : visit(walk, ENTRY_FOLDER, name, reason_of(errno), NULL);
}

static gboolean is_link(const char *place)
{
    struct stat status;
    return lstat(place, &status) == 0 && S_ISLNK(status.st_mode);
}

static gboolean walk_file(const Walk *walk, const char *path)
{
    struct stat status;
    g_autofree char *place = g_build_filename(walk->folder, path, NULL);
    const char *name = name_of(path);

    if (is_lock_name(name) || *name == '.')
        return skip(walk, path, is_lock_name(name) ? "lock-file" : "hidden", NULL);
    if (stat(place, &status) != 0)
        return skip(walk, path, is_link(place) ? "broken-link" : "vanished", NULL);
    if (S_ISDIR(status.st_mode))
        return skip(walk, path, "symbolic-link", NULL);
    return visit_file(walk, path, place, &status);
}

/* prefix: the path of the folder in the one walked, with '/' at its end; "" for itself. */
static gboolean walk_children(const Walk *walk, const char *prefix, GArray *children)
{
    for (guint i = 0; i < children->len; i++) {
        const Child *child = &g_array_index(children, Child, i);
        g_autofree char *path = g_strconcat(prefix, child->sort, NULL);
        if (!(child->folder ? walk_below(walk, path) : walk_file(walk, path)))
            return FALSE;
    }
    return TRUE;
}

/* --- the two walks -------------------------------------------------------------------------------------- */

static GPtrArray *patterns_new(char *const *texts)
{
    GPtrArray *patterns = g_ptr_array_new_with_free_func((GDestroyNotify)g_pattern_spec_free);
    for (; texts && *texts; texts++) {
        g_autofree char *text = matchable(*texts);
        g_ptr_array_add(patterns, g_pattern_spec_new(text ? text : ""));
    }
    return patterns;
}

static void walk_init(Walk *walk, const char *folder, const WalkFilter *filter, WalkVisit visitor,
                      gpointer data)
{
    gboolean some = filter && filter->include && *filter->include;
    *walk = (Walk){.folder = folder,
                   .output = filter ? filter->output : NULL,
                   .include = some ? patterns_new(filter->include) : NULL,
                   .exclude = patterns_new(filter ? filter->exclude : NULL),
                   .visit = visitor,
                   .data = data};
}

static void walk_clear(Walk *walk)
{
    g_clear_pointer(&walk->include, g_ptr_array_unref);
    g_ptr_array_unref(walk->exclude);
}

gboolean walk_folder(const char *folder, const WalkFilter *filter, WalkVisit visitor, gpointer data,
                     GError **error)
{
    g_autoptr(GArray) children = children_of(folder);
    Walk walk;

    if (!children) {
        return error_set_system(error, RASOAT_ERROR_IO, folder, g_strerror(errno));
    }
    walk_init(&walk, folder, filter, visitor, data);
    gboolean whole = walk_children(&walk, "", children);
    walk_clear(&walk);
    return whole;
}

char *walk_listed_path(const char *folder, const char *name)
{
    return g_path_is_absolute(name) ? g_strdup(name) : g_build_filename(folder, name, NULL);
}

/* A folder between the one walked and a file of a list holds results. */
static gboolean lies_in_results(const Walk *walk, const char *line)
{
    for (const char *slash = strchr(line, '/'); slash && *line != '/'; slash = strchr(slash + 1, '/')) {
        g_autofree char *above = g_strndup(line, (gsize)(slash - line));
        g_autofree char *place = g_build_filename(walk->folder, above, NULL);
        if (*name_of(above) != '.' && own_results_in(place))
            return TRUE;
    }
    return FALSE;
}

static gboolean visit_listed(const Walk *walk, const char *line)
{
    struct stat status;
    g_autofree char *path = walk_listed_path(walk->folder, line);

    if (is_lock_name(name_of(line)))
        return skip(walk, line, "lock-file", NULL);
    if (stat(path, &status) != 0) /* named by somebody, so that it is to be said that it is not there */
        return visit(walk, ENTRY_DOCUMENT, line, NULL, NULL);
    if (lies_in_results(walk, line))
        return skip(walk, line, "results", &status);
    return visit_file(walk, line, path, &status);
}

/* The next line that is not empty; FALSE at the end, or when reading failed. */
static gboolean next_name(FILE *list, char **line, size_t *room)
{
    ssize_t length;
    while ((length = getline(line, room, list)) >= 0 && !ferror(list)) {
        if (length > 0 && (*line)[length - 1] == '\n')
            (*line)[--length] = '\0';
        if (length > 0 && (*line)[length - 1] == '\r')
            (*line)[--length] = '\0';
        if (length > 0)
            return TRUE;
    }
    return FALSE;
}

gboolean walk_list_leads_somewhere(FILE *list, const char *folder, char **missing)
{
    char *line = NULL;
    size_t room = 0;
    gboolean there = FALSE;

    *missing = NULL;
    while (!there && next_name(list, &line, &room)) {
        g_autofree char *path = walk_listed_path(folder, line);
        struct stat status;
        there = lstat(path, &status) == 0;
        if (!there && !*missing)
            *missing = g_strdup(line);
    }
    free(line);
    return there || !*missing;
}

gboolean walk_list(FILE *list, const char *folder, const WalkFilter *filter, WalkVisit visitor, gpointer data,
                   GError **error)
{
    char *line = NULL;
    size_t room = 0;
    gboolean whole = TRUE;
    Walk walk;

    walk_init(&walk, folder, filter, visitor, data);
    while (whole && next_name(list, &line, &room))
        whole = visit_listed(&walk, line);
    if (whole && ferror(list)) {
        error_set_system(error, RASOAT_ERROR_IO, NULL, g_strerror(errno));
        whole = FALSE;
    }
    free(line);
    walk_clear(&walk);
    return whole;
}
