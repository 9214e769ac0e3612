/* One run over a folder: walk, judge what is not known yet, and bring the round to its end. */
#ifndef RASOAT_BATCH_RUN_H
#define RASOAT_BATCH_RUN_H

#include <signal.h>
#include <stdio.h>

#include "batch/pool.h"
#include "batch/roster.h"
#include "batch/store.h"
#include "batch/task.h"
#include "batch/walk.h"

typedef struct {
    guint64 done, total; /* documents */
    guint64 known;       /* of done: judged in an earlier run, or the same content in this one */
    const char *current; /* path of the one begun last; NULL at the end */
} RunProgress;

typedef struct {
    const char *folder;
    FILE *list; /* names instead of the folder's own files; NULL: walk the folder */
    WalkFilter filter;
    const Roster *roster; /* of the units that are to send; NULL: units are those that texts name */
    TaskOptions task;     /* what holds for every document that the roster does not say otherwise of */
    PoolOptions pool;
    const volatile sig_atomic_t *stop; /* becomes not 0 when the run is to end early */
    void (*progress)(const RunProgress *progress, gpointer data); /* after every step; may be NULL */
    gpointer data;
} RunSettings;

typedef enum { RUN_DONE, RUN_STOPPED, RUN_EMPTY, RUN_FAILED } RunEnd;

/* Runs a round that store_round_begin() gave: files and results go into the store; what is there already
 * is not judged again. RUN_STOPPED: by *stop, everything finished is kept. RUN_EMPTY: no file was selected.
 * RUN_FAILED with an error: OUTPUT (the store), IO (the folder, the list), WORKER (no worker starts), RULES
 * (the workers have others). round->sandbox is filled when a worker ran. */
RunEnd run_round(Store *store, Round *round, const RunSettings *settings, GError **error);

/* The shard that a path belongs to, 1 to shards: by its digest, the same on every machine. */
guint run_shard_of(const char *path, guint shards);

#endif
