/* A pool of workers: child processes that are given one document after the other. One that crashes, hangs or
 * is killed costs its document an error, and is replaced. One thread; the caller gives and takes in turn. */
#ifndef RASOAT_BATCH_POOL_H
#define RASOAT_BATCH_POOL_H

#include "rasoat.h"

typedef struct {
    char *const *command;  /* NULL-terminated words of the worker; its channel is descriptor POOL_CHANNEL */
    guint jobs;            /* workers at most, at least 1 */
    guint timeout_seconds; /* wall time of one document, after which its worker is killed */
    guint64 memory_bytes;  /* what a worker limits itself to, to tell why it ended; 0: unknown */
} PoolOptions;

enum { POOL_CHANNEL = 3 };

typedef struct Pool Pool;

/* What came of one document: facts, record and shingles (may be NULL), or an error of RASOAT_ERROR:
 * LIMIT_TIME, LIMIT_MEMORY or WORKER, whose message says how the worker ended. */
typedef struct {
    gpointer tag; /* as given */
    GBytes *facts, *record, *shingles;
    GError *error;
} PoolAnswer;

void pool_answer_free(PoolAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PoolAnswer, pool_answer_free)

/* Starts no process yet. options are copied, its command not. */
Pool *pool_new(const PoolOptions *options);

/* Ends all workers at once, whatever they do. */
void pool_free(Pool *pool);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Pool, pool_free)

/* TRUE when pool_give() would find a worker. */
gboolean pool_has_room(const Pool *pool);

/* Documents given and not taken. */
guint pool_busy(const Pool *pool);

/* Gives a document: its descriptor, which the pool closes, and the task (see batch/task.h). There must be
 * room. FALSE when no worker can be started: WORKER, with the cause. */
gboolean pool_give(Pool *pool, gpointer tag, int descriptor, const char *task, GError **error);

/* Waits for the next answer, at most wait_ms; NULL when there was none in that time, when a signal came, or,
 * with an error set, when workers end before they have begun. */
PoolAnswer *pool_take(Pool *pool, gint wait_ms, GError **error);

/* How the workers are shut in (see batch/sandbox.h) and the digest of their rules, once one has greeted; NULL
 * before. */
const char *pool_sandbox(const Pool *pool);
const char *pool_rules(const Pool *pool);

#endif
