/* Parts are checked first, then copied file by file, and the whole is concluded as any round. */
#include "batch/merge.h"

#include "base/error.h"
#include "base/translate.h"
#include "batch/conclude.h"
#include "batch/store_waivers.h"

enum { FILES_AT_ONCE = 256 };

/* --- checks --------------------------------------------------------------------------------------------- */

static gboolean one_run(const Round *one, const Round *other)
{
    return g_str_equal(one->folder, other->folder) && g_str_equal(one->as_of, other->as_of) &&
           g_str_equal(one->rules, other->rules) && g_str_equal(one->version, other->version) &&
           g_str_equal(one->options, other->options) && one->shards == other->shards;
}

/* Reads the last round of a part; it must be finished. */
static gboolean read_part(const char *folder, Round *part, GError **error)
{
    GError *cause = NULL;
    g_autoptr(Store) store = store_open(folder, STORE_READ, error);
    if (!store)
        return FALSE;
    if (!store_round(store, 0, part, &cause)) {
        if (cause)
            g_propagate_error(error, cause);
        return !cause && error_set_usage(error, folder, N_("chưa có kết quả"));
    }
    return part->finished || error_set_usage(error, folder, N_("phần này chưa rà soát xong"));
}

static gboolean check_part(const char *folder, const Round *first, gboolean *seen, GError **error)
{
    g_auto(Round) part = {0};

    if (!read_part(folder, &part, error))
        return FALSE;
    if (!one_run(first, &part))
        return error_set_usage(error, folder, N_("không phải phần của cùng một lần rà soát"));
    if (seen[part.shard])
        return error_set_usage(error, folder, N_("phần này đã có"));
    seen[part.shard] = TRUE;
    return TRUE;
}

static gboolean check_parts(char *const *folders, const Round *first, GError **error)
{
    g_autofree gboolean *seen = g_new0(gboolean, first->shards + 1);
    g_autoptr(GString) missing = g_string_new(NULL);

    for (char *const *folder = folders; *folder; folder++)
        if (!check_part(*folder, first, seen, error))
            return FALSE;
    for (guint shard = 1; shard <= first->shards; shard++)
        if (!seen[shard])
            g_string_append_printf(missing, "%s%u/%u", missing->len ? ", " : "", shard, first->shards);
    if (missing->len == 0)
        return TRUE;
    return error_set_usage(error, NULL, N_("còn thiếu phần %s"), missing->str);
}

/* --- copying -------------------------------------------------------------------------------------------- */

static gboolean copy_files(Store *from, Store *to, gint64 round, const GArray *files, GError **error)
{
    gboolean good = store_begin(to, error);
    for (guint i = 0; good && i < files->len; i++) {
        StoreFile *file = &g_array_index(files, StoreFile, i);
        if (file->result)
            file->result = store_copy_result(from, file->result, to, error);
        good = !(error && *error) && store_put_file(to, round, file, error);
    }
    return store_end(to, good, error);
}

static gboolean copy_part(const char *folder, Store *to, gint64 round, GError **error)
{
    g_auto(Round) part = {0};
    g_autofree char *after = NULL;
    g_autoptr(Store) from = store_open(folder, STORE_READ, error);
    gboolean more = TRUE;

    if (!from || !store_round(from, 0, &part, error))
        return FALSE;
    while (more) {
        g_autoptr(GArray) files = store_files_after(from, part.id, after, FILES_AT_ONCE, error);
        if (!files || !copy_files(from, to, round, files, error))
            return FALSE;
        more = files->len == FILES_AT_ONCE;
        g_free(after);
        after = more ? g_strdup(g_array_index(files, StoreFile, files->len - 1).path) : NULL;
    }
    return TRUE;
}

/* What all parts have: the roster, and waivers. */
static gboolean copy_roster(const char *folder, Store *to, gint64 round, GError **error)
{
    g_auto(Round) part = {0};
    g_autoptr(Store) from = store_open(folder, STORE_READ, error);
    return from && store_round(from, 0, &part, error) && store_copy_units(from, part.id, to, round, error) &&
           store_copy_waivers(from, part.id, to, round, error) && store_forget_files(to, round, error);
}

gboolean merge_check(char *const *folders, Round *round, GError **error)
{
    return read_part(folders[0], round, error) && check_parts(folders, round, error);
}

gboolean merge_parts(Store *store, char *const *folders, Round *round, GError **error)
{
    gboolean resumed;
    GError *cause = NULL;

    round->shard = round->shards = 1;
    g_clear_pointer(&round->finished, g_free);
    if (store_round_begin(store, round, &resumed, &cause))
        copy_roster(folders[0], store, round->id, &cause);
    for (char *const *folder = folders; !cause && *folder; folder++)
        copy_part(*folder, store, round->id, &cause);
    if (!cause)
        conclude_round(store, round, &cause);
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}
