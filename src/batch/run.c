/* Walks a folder into the store and hands what is not known to the workers. Nothing is kept in memory but the
 * documents in work. */
#include "batch/run.h"

#include <string.h>

#include "base/error.h"
#include "batch/judging.h"

enum { FILES_AT_ONCE = 256 };

guint run_shard_of(const char *path, guint shards)
{
    g_autofree char *digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, path, -1);
    digest[15] = '\0'; /* 60 bits */
    return (guint)(g_ascii_strtoull(digest, NULL, 16) % shards) + 1;
}

/* --- the walk ------------------------------------------------------------------------------------------- */

typedef struct {
    Store *store;
    const Round *round;
    Finder *finder;
    const volatile sig_atomic_t *stop;
    GError *error;
} Listing;

static gboolean list_entry(const WalkEntry *entry, gpointer data)
{
    static const FileState states[] = {FILE_PENDING, FILE_SKIPPED, FILE_UNREADABLE_FOLDER};
    Listing *listing = data;
    StoreFile file = {.path = (char *)entry->path,
                      .size = entry->size,
                      .mtime = entry->mtime,
                      .state = states[entry->kind],
                      .reason = (char *)entry->reason};

    if (run_shard_of(entry->path, listing->round->shards) != listing->round->shard)
        return TRUE;
    gboolean good =
        !*listing->stop &&
        (file.state != FILE_PENDING || finder_match(listing->finder, &file, NULL, &listing->error)) &&
        store_put_file(listing->store, listing->round->id, &file, &listing->error);
    if (file.state == FILE_PENDING) /* what matching filled in; the other reason is of the walk */
        g_free(file.reason);
    g_free(file.unit);
    g_free(file.doubt);
    return good;
}

/* All files of the round, in one transaction: the list is whole or not there. */
static gboolean list_files(Store *store, const Round *round, const RunSettings *settings, Finder *finder,
                           GError **error)
{
    Listing listing = {.store = store, .round = round, .finder = finder, .stop = settings->stop};
    RosterUnits *units = settings->roster ? settings->roster->units : NULL;

    if (!store_begin(store, error))
        return FALSE;
    gboolean whole =
        store_put_units(store, round->id, units, error) && store_forget_files(store, round->id, error) &&
        (settings->list
             ? walk_list(settings->list, settings->folder, &settings->filter, list_entry, &listing, error)
             : walk_folder(settings->folder, &settings->filter, list_entry, &listing, error));
    if (listing.error) {
        g_clear_error(error);
        g_propagate_error(error, listing.error);
    }
    if (*settings->stop) /* reading the list was interrupted by that, if it failed */
        g_clear_error(error);
    return store_end(store, whole, error);
}

/* --- judging -------------------------------------------------------------------------------------------- */

/* The next pending file, in byte order of paths; NULL at the end or with an error. */
static StoreFile *next_pending(Judging *judging, GError **error)
{
    for (;;) {
        if (!judging->window || judging->at == judging->window->len) {
            if (judging->window && judging->window->len < FILES_AT_ONCE)
                return NULL;
            g_clear_pointer(&judging->window, g_array_unref);
            judging->window =
                store_files_after(judging->store, judging->round->id, judging->after, FILES_AT_ONCE, error);
            judging->at = 0;
            if (!judging->window || judging->window->len == 0)
                return NULL;
        }
        StoreFile *file = &g_array_index(judging->window, StoreFile, judging->at++);
        g_free(judging->after);
        judging->after = g_strdup(file->path);
        if (file->state == FILE_PENDING)
            return file;
    }
}

/* Hands out work until all workers have some or there is no more. */
static gboolean hand_out(Judging *judging, gboolean *more, GError **error)
{
    GError *cause = NULL;
    while (*more && pool_has_room(judging->pool) && !*judging->settings->stop) {
        StoreFile *file = next_pending(judging, &cause);
        *more = file != NULL;
        if (file && !judging_begin(judging, file, &cause))
            break;
    }
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

static gboolean judge_pending(Judging *judging, GError **error)
{
    enum { WAIT_MS = 500 };
    GError *cause = NULL;
    gboolean more = TRUE;

    g_clear_pointer(&judging->after, g_free);
    g_clear_pointer(&judging->window, g_array_unref);
    while (hand_out(judging, &more, &cause) && !*judging->settings->stop &&
           (more || pool_busy(judging->pool) > 0)) {
        g_autoptr(PoolAnswer) answer = pool_take(judging->pool, WAIT_MS, &cause);
        if (cause || (answer && !judging_end(judging, answer, &cause)))
            break;
        judging_tell(judging);
    }
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

/* --- units ---------------------------------------------------------------------------------------------- */

/* Gives a file that has been read its unit; it is judged anew when the roster knows more of that unit than
 * was known before. */
static gboolean match_text(Judging *judging, StoreFile *file, GError **error)
{
    g_auto(Facts) facts = {0};
    g_autofree char *before = NULL, *after = NULL;

    if (!file->result)
        return TRUE;
    if (!store_facts(judging->store, file->result, &facts, error) ||
        !(before = judging_task(judging, file->unit, error)) ||
        !finder_match(judging->finder, file, &facts, error) ||
        !(after = judging_task(judging, file->unit, error)))
        return FALSE;
    if (!g_str_equal(before, after)) {
        file->state = FILE_PENDING;
        file->result = 0;
        judging->progress.total++;
    }
    return store_put_file(judging->store, judging->round->id, file, error);
}

static gboolean match_texts(Judging *judging, GError **error)
{
    g_autofree char *after = NULL;
    gboolean good = store_begin(judging->store, error), more = good;

    while (good && more) {
        g_autoptr(GArray) files =
            store_files_after(judging->store, judging->round->id, after, FILES_AT_ONCE, error);
        good = files != NULL;
        more = good && files->len == FILES_AT_ONCE;
        for (guint i = 0; good && i < files->len; i++) {
            StoreFile *file = &g_array_index(files, StoreFile, i);
            good = match_text(judging, file, error);
            g_free(after);
            after = g_strdup(file->path);
        }
    }
    return store_end(judging->store, good, error);
}

/* Judges all files, gives them their units, and judges anew those of which that changes what is asked. */
static gboolean judge_all(Judging *judging, GError **error)
{
    if (!judge_pending(judging, error))
        return FALSE;
    if (*judging->settings->stop)
        return TRUE;
    return match_texts(judging, error) && judge_pending(judging, error);
}

static RunEnd judge(Store *store, Round *round, const RunSettings *settings, Finder *finder, GError **error)
{
    g_auto(Judging) judging = {.store = store, .round = round, .settings = settings, .finder = finder};

    judging.pool = pool_new(&settings->pool);
    judging.progress.total = store_count_files(store, round->id, FILE_PENDING);
    gboolean good = judge_all(&judging, error);
    if (pool_sandbox(judging.pool)) {
        g_free(round->sandbox);
        round->sandbox = g_strdup(pool_sandbox(judging.pool));
    }
    if (!good)
        return RUN_FAILED;
    return *settings->stop ? RUN_STOPPED : RUN_DONE;
}

RunEnd run_round(Store *store, Round *round, const RunSettings *settings, GError **error)
{
    GError *cause = NULL;
    g_autoptr(Finder) finder = finder_new(settings->roster ? settings->roster->units : NULL, &cause);

    if (!finder || !list_files(store, round, settings, finder, &cause)) {
        if (!cause)
            return RUN_STOPPED;
        g_propagate_error(error, cause);
        return RUN_FAILED;
    }
    if (store_count_files(store, round->id, FILE_PENDING) == 0 && round->shards == 1)
        return RUN_EMPTY;
    return judge(store, round, settings, g_steal_pointer(&finder), error);
}
