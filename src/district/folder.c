/* Files are written into a folder beside the one meant, whose names then replace those there one by one; no
 * list of them is held in memory. */
#include "district/folder.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "base/error.h"
#include "district/names.h"

struct FreshFolder {
    char *path, *place;
    GHashTable *kept; /* names */
};

static gboolean fail(const char *path, GError **error)
{
    return error_set_output(error, path, errno);
}

/* What to do with the report of that name; FALSE with errno set ends the walk. */
typedef gboolean (*VisitReport)(const FreshFolder *folder, const char *name);

static gboolean each_report(const FreshFolder *folder, const char *in, VisitReport visit, GError **error)
{
    g_autoptr(GError) cause = NULL;
    g_autoptr(GDir) entries = g_dir_open(in, 0, &cause);
    const char *name;

    if (!entries)
        return error_set_system(error, RASOAT_ERROR_OUTPUT, in, error_cause(cause->message));
    while ((name = g_dir_read_name(entries)))
        if (district_is_report_name(name) && !visit(folder, name))
            return fail(in, error);
    return TRUE;
}

static gboolean remove_new(const FreshFolder *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder->place, name, NULL);
    return g_unlink(path) == 0;
}

static gboolean remove_stale(const FreshFolder *folder, const char *name)
{
    g_autofree char *made = g_build_filename(folder->place, name, NULL);
    g_autofree char *old = g_build_filename(folder->path, name, NULL);
    return g_file_test(made, G_FILE_TEST_EXISTS) || g_hash_table_contains(folder->kept, name) ||
           g_unlink(old) == 0;
}

static gboolean move_in(const FreshFolder *folder, const char *name)
{
    g_autofree char *from = g_build_filename(folder->place, name, NULL);
    g_autofree char *to = g_build_filename(folder->path, name, NULL);
    return g_rename(from, to) == 0;
}

FreshFolder *fresh_folder_open(const char *path, GError **error)
{
    g_autoptr(FreshFolder) folder = g_new0(FreshFolder, 1);

    folder->path = g_strdup(path);
    folder->place = g_strconcat(path, ".new", NULL);
    folder->kept = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (g_mkdir_with_parents(folder->path, 0777) != 0 || g_mkdir_with_parents(folder->place, 0777) != 0) {
        fail(path, error);
        return NULL;
    }
    /* what a run that was killed has left */
    return each_report(folder, folder->place, remove_new, error) ? g_steal_pointer(&folder) : NULL;
}

const char *fresh_folder_place(const FreshFolder *folder)
{
    return folder->place;
}

void fresh_folder_keep(FreshFolder *folder, const char *name)
{
    g_hash_table_add(folder->kept, g_strdup(name));
}

gboolean fresh_folder_commit(FreshFolder *folder, GError **error)
{
    return each_report(folder, folder->path, remove_stale, error) &&
           each_report(folder, folder->place, move_in, error);
}

void fresh_folder_free(FreshFolder *folder)
{
    if (!folder)
        return;
    if (folder->place) {
        each_report(folder, folder->place, remove_new, NULL);
        g_rmdir(folder->place);
    }
    g_free(folder->path);
    g_free(folder->place);
    g_hash_table_unref(folder->kept);
    g_free(folder);
}
