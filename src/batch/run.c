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
    return !*listing->stop && store_put_file(listing->store, listing->round->id, &file, &listing->error);
}

/* All files of the round, in one transaction: the list is whole or not there. */
static gboolean list_files(Store *store, const Round *round, const RunSettings *settings, GError **error)
{
    Listing listing = {.store = store, .round = round, .stop = settings->stop};

    if (!store_begin(store, error))
        return FALSE;
    gboolean whole =
        store_forget_files(store, round->id, error) &&
        (settings->list
             ? walk_list(settings->list, settings->folder, &settings->filter, list_entry, &listing, error)
             : walk_folder(settings->folder, &settings->filter, list_entry, &listing, error));
    if (listing.error) {
        g_clear_error(error);
        g_propagate_error(error, listing.error);
    }
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

static RunEnd judge(Store *store, Round *round, const RunSettings *settings, GError **error)
{
    g_auto(Judging) judging = {.store = store, .round = round, .settings = settings};

    judging.pool = pool_new(&settings->pool);
    judging.progress.total = store_count_files(store, round->id, FILE_PENDING);
    gboolean good = judge_pending(&judging, error);
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

    if (!list_files(store, round, settings, &cause)) {
        if (!cause)
            return RUN_STOPPED;
        g_propagate_error(error, cause);
        return RUN_FAILED;
    }
    if (store_count_files(store, round->id, FILE_PENDING) == 0 && round->shards == 1)
        return RUN_EMPTY;
    return judge(store, round, settings, error);
}
