/* Listing, reading and validating rule files. */
#include "rules/rule_files.h"

#include <errno.h>
#include <libxml/relaxng.h>
#include <string.h>

#include "base/digest.h"
#include "base/error.h"
#include "base/translate.h"
#include "rules/schema_words.h"

#define SCHEMA_NAME "rasoat.rng"

static gint by_name(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Adds the files of a directory by name; those of an earlier directory with the same names are replaced. */
static gboolean list_directory(const char *directory, GHashTable *paths, GError **error)
{
    g_autoptr(GError) cause = NULL;
    g_autoptr(GDir) dir = g_dir_open(directory, 0, &cause);
    if (!dir)
        return error_set_system(error, RASOAT_ERROR_IO, directory, error_cause(cause->message));
    guint found = 0;
    const char *name;
    for (errno = 0; (name = g_dir_read_name(dir)); errno = 0)
        if (g_str_has_suffix(name, ".xml") && name[0] != '.') {
            g_hash_table_replace(paths, g_strdup(name), g_build_filename(directory, name, NULL));
            found++;
        }
    if (errno) /* which GDir does not tell apart from the end */
        return error_set_system(error, RASOAT_ERROR_IO, directory, g_strerror(errno));
    if (found == 0)
        error_set_both(error, RASOAT_ERROR_IO, directory, N_("ở đây không có tệp quy tắc (*.xml)"));
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

static void rule_file_clear(RuleFile *file)
{
    g_free(file->path);
    g_free(file->bytes);
}

static void rule_file_free(gpointer file)
{
    rule_file_clear(file);
    g_free(file);
}

static gboolean read_files(char **directories, RuleFiles *out, GError **error)
{
    g_autoptr(GHashTable) paths = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(Digest) digest = digest_new();

    for (guint i = 0; directories[i]; i++)
        if (!list_directory(directories[i], paths, error))
            return FALSE;
    g_autoptr(GPtrArray) names = sorted_names(paths);
    for (guint i = 0; i < names->len; i++) {
        RuleFile *file = g_new0(RuleFile, 1);
        g_ptr_array_add(out->files, file);
        file->path = g_strdup(g_hash_table_lookup(paths, names->pdata[i]));
        file->bytes = xml_file_bytes(file->path, &file->length, error);
        if (!file->bytes)
            return FALSE;
        digest_add(digest, names->pdata[i], strlen(names->pdata[i]) + 1);
        digest_add(digest, file->bytes, file->length);
    }
    out->digest = digest_text(digest);
    return TRUE;
}

/* Read by GLib, which goes on after an interrupted call; libxml2 does not. */
static gboolean read_schema(const char *directory, RuleFiles *out, GError **error)
{
    RuleFile *schema = &out->schema;

    schema->path = g_build_filename(directory, SCHEMA_NAME, NULL);
    if (!g_file_get_contents(schema->path, &schema->bytes, &schema->length, NULL))
        return error_set_words(
            error, RASOAT_ERROR_IO, schema->path,
            N_("không đọc được lược đồ của bộ quy tắc; đặt tệp ấy vào thư mục đầu tiên của --rules"));
    out->schema_digest = digest_of(schema->bytes, schema->length);
    return TRUE;
}

/* Schema. */

typedef struct {
    const char *path;
    BilingualText texts; /* of the first complaint */
    int line;
} Complaint;

/* The first that says where: of a wrong attribute the validator says so without a place before it names it.
 */
static void keep_first_complaint(void *data, xmlErrorPtr error)
{
    Complaint *complaint = data;
    if (complaint->texts.vi && (complaint->line > 0 || error->line <= 0))
        return;
    bilingual_clear(&complaint->texts);
    complaint->texts = schema_error_texts(error);
    complaint->line = error->line;
}

static void set_complaint(Complaint *complaint, GError **error)
{
    g_autofree char *place = g_strdup_printf("%s:%d", complaint->path, complaint->line);

    if (!complaint->texts.vi)
        complaint->texts = schema_error_texts(NULL);
    error_set_texts(error, RASOAT_ERROR_RULES, place, &complaint->texts);
}

/* Trees of the files, which the schema accepts. */
static gboolean validate_trees(const RuleFile *schema_file, const GPtrArray *trees, GError **error)
{
    Complaint complaint = {.path = schema_file->path};
    xmlRelaxNGParserCtxt *parser = xmlRelaxNGNewMemParserCtxt(schema_file->bytes, (int)schema_file->length);
    xmlRelaxNGSetParserStructuredErrors(parser, keep_first_complaint, &complaint);
    xmlRelaxNG *schema = xmlRelaxNGParse(parser);
    xmlRelaxNGFreeParserCtxt(parser);

    gboolean ok = schema != NULL;
    for (guint i = 0; ok && i < trees->len; i++) {
        const XmlFile *file = trees->pdata[i];
        complaint.path = file->path;
        xmlRelaxNGValidCtxt *validator = xmlRelaxNGNewValidCtxt(schema);
        xmlRelaxNGSetValidStructuredErrors(validator, keep_first_complaint, &complaint);
        ok = xmlRelaxNGValidateDoc(validator, file->doc) == 0;
        xmlRelaxNGFreeValidCtxt(validator);
    }
    if (!ok)
        set_complaint(&complaint, error);
    bilingual_clear(&complaint.texts);
    xmlRelaxNGFree(schema);
    return ok;
}

RuleFiles *rule_files_read(const char *directories, GError **error)
{
    g_auto(GStrv) list = g_strsplit(directories, G_SEARCHPATH_SEPARATOR_S, -1);
    g_autoptr(RuleFiles) files = g_new0(RuleFiles, 1);

    files->files = g_ptr_array_new_with_free_func(rule_file_free);
    return read_files(list, files, error) && read_schema(list[0], files, error) ? g_steal_pointer(&files)
                                                                                : NULL;
}

GPtrArray *rule_files_parse(const RuleFiles *files, GError **error)
{
    g_autoptr(GPtrArray) trees = g_ptr_array_new_with_free_func((GDestroyNotify)xml_file_free);

    for (guint i = 0; i < files->files->len; i++) {
        const RuleFile *file = files->files->pdata[i];
        XmlFile *tree = xml_file_parse(file->path, file->bytes, file->length, NULL, error);
        if (!tree)
            return NULL;
        g_ptr_array_add(trees, tree);
    }
    return validate_trees(&files->schema, trees, error) ? g_steal_pointer(&trees) : NULL;
}

const char *rule_files_path(const RuleFiles *files, const char *name)
{
    for (guint i = 0; i < files->files->len; i++) {
        const RuleFile *file = files->files->pdata[i];
        const char *slash = strrchr(file->path, G_DIR_SEPARATOR);
        if (g_str_equal(slash ? slash + 1 : file->path, name))
            return file->path;
    }
    return NULL;
}

void rule_files_free(RuleFiles *files)
{
    if (!files)
        return;
    g_ptr_array_unref(files->files);
    rule_file_clear(&files->schema);
    g_free(files->digest);
    g_free(files->schema_digest);
    g_free(files);
}
