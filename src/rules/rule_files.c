/* Listing, reading and validating rule files. */
#include "rules/rule_files.h"

#include <errno.h>
#include <libxml/relaxng.h>
#include <string.h>

#include "base/error.h"

#define SCHEMA_NAME "rasoat.rng"

static gint by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Adds the files of a directory by name; those of an earlier directory with the same names are replaced. */
static gboolean list_directory(const char *directory, GHashTable *paths, GError **error)
{
    GError *local = NULL;
    g_autoptr(GDir) dir = g_dir_open(directory, 0, &local);
    if (!dir) {
        error_set(error, RASOAT_ERROR_RULES, "%s: the rules cannot be read: %s", directory, local->message);
        g_error_free(local);
        return FALSE;
    }
    guint found = 0;
    const char *name;
    for (errno = 0; (name = g_dir_read_name(dir)); errno = 0)
        if (g_str_has_suffix(name, ".xml") && name[0] != '.') {
            g_hash_table_replace(paths, g_strdup(name), g_build_filename(directory, name, NULL));
            found++;
        }
    if (errno) { /* which GDir does not tell apart from the end */
        error_set(error, RASOAT_ERROR_RULES, "%s: the rules cannot be listed: %s", directory,
                  g_strerror(errno));
        return FALSE;
    }
    if (found == 0)
        error_set(error, RASOAT_ERROR_RULES, "%s: no rule files (*.xml) here", directory);
    return found > 0;
}

/* The names; they belong to the table. */
static GPtrArray *sorted_names(GHashTable *paths)
{
    GPtrArray *names = g_ptr_array_new();
    GHashTableIter each;
    gpointer name;
    g_hash_table_iter_init(&each, paths);
    while (g_hash_table_iter_next(&each, &name, NULL))
        g_ptr_array_add(names, name);
    g_ptr_array_sort(names, by_name);
    return names;
}

static gboolean load_files(char **directories, RuleFiles *out, GError **error)
{
    g_autoptr(GHashTable) paths = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(Digest) digest = digest_new();

    for (guint i = 0; directories[i]; i++)
        if (!list_directory(directories[i], paths, error))
            return FALSE;
    g_autoptr(GPtrArray) names = sorted_names(paths);
    for (guint i = 0; i < names->len; i++) {
        const char *path = g_hash_table_lookup(paths, names->pdata[i]);
        digest_add(digest, names->pdata[i], strlen(names->pdata[i]) + 1);
        XmlFile *file = xml_file_load(path, NULL, digest, error);
        if (!file)
            return FALSE;
        g_ptr_array_add(out->files, file);
    }
    out->digest = digest_text(digest);
    return TRUE;
}

/* Schema. */

typedef struct {
    const char *path;
    char *message; /* the first complaint */
} Complaint;

static void keep_first_complaint(void *data, xmlErrorPtr error)
{
    Complaint *complaint = data;
    if (complaint->message)
        return;
    g_autofree char *text = g_strdup(error->message ? error->message : "does not fit the schema");
    complaint->message = g_strdup_printf("%s:%d: %s", complaint->path, error->line, g_strstrip(text));
}

static gboolean validate_files(const char *directory, const GPtrArray *files, GError **error)
{
    g_autofree char *path = g_build_filename(directory, SCHEMA_NAME, NULL);
    g_autofree char *text = NULL;
    gsize length;
    Complaint complaint = {path, NULL};
    /* read by GLib, which goes on after an interrupted call; libxml2 does not */
    if (!g_file_get_contents(path, &text, &length, NULL)) {
        error_set(error, RASOAT_ERROR_RULES, "%s: the schema of the rules cannot be read", path);
        return FALSE;
    }
    xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewMemParserCtxt(text, (int)length);
    xmlRelaxNGSetParserStructuredErrors(parser, keep_first_complaint, &complaint);
    xmlRelaxNG *schema = xmlRelaxNGParse(parser);
    xmlRelaxNGFreeParserCtxt(parser);

    gboolean ok = schema != NULL;
    for (guint i = 0; ok && i < files->len; i++) {
        const XmlFile *file = files->pdata[i];
        complaint.path = file->path;
        xmlRelaxNGValidCtxt *validator = xmlRelaxNGNewValidCtxt(schema);
        xmlRelaxNGSetValidStructuredErrors(validator, keep_first_complaint, &complaint);
        ok = xmlRelaxNGValidateDoc(validator, file->doc) == 0;
        xmlRelaxNGFreeValidCtxt(validator);
    }
    if (!ok)
        error_set(error, RASOAT_ERROR_RULES, "%s", complaint.message ? complaint.message : path);
    g_free(complaint.message);
    xmlRelaxNGFree(schema);
    return ok;
}

RuleFiles *rule_files_load(const char *directories, GError **error)
{
    g_auto(GStrv) list = g_strsplit(directories, G_SEARCHPATH_SEPARATOR_S, -1);
    g_autoptr(RuleFiles) files = g_new0(RuleFiles, 1);

    files->files = g_ptr_array_new_with_free_func((GDestroyNotify)xml_file_free);
    return load_files(list, files, error) && validate_files(list[0], files->files, error)
               ? g_steal_pointer(&files)
               : NULL;
}

void rule_files_free(RuleFiles *files)
{
    if (!files)
        return;
    g_ptr_array_unref(files->files);
    g_free(files->digest);
    g_free(files);
}
