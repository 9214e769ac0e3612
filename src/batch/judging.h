/* The documents in work: each opened, looked up, handed to a worker when it is not known, and kept. */
#ifndef RASOAT_BATCH_JUDGING_H
#define RASOAT_BATCH_JUDGING_H

#include "batch/matching.h"
#include "batch/run.h"

typedef struct {
    Store *store;
    Round *round;
    const RunSettings *settings;
    Pool *pool;
    RunProgress progress;
    char *current;  /* what progress.current points to */
    GArray *window; /* of StoreFile: the next files of the round */
    guint at;       /* in the window */
    char *after;    /* path of the file taken last */
    Finder *finder;
    GHashTable *in_work; /* jobs given to the pool */
} Judging;

void judging_clear(Judging *judging);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Judging, judging_clear)

/* How a file of a unit is to be judged (see batch/task.h): what the roster says of the unit before what the
 * command says. unit: its key or NULL. JSON, owned by the caller; NULL with an error. */
char *judging_task(const Judging *judging, const char *unit, GError **error);

/* Takes up a file: it is judged at once when its result is known or it cannot be opened, else by a worker. */
gboolean judging_begin(Judging *judging, const StoreFile *file, GError **error);

/* Keeps what came of a document that a worker had. */
gboolean judging_end(Judging *judging, PoolAnswer *answer, GError **error);

/* Tells how far it is. */
void judging_tell(const Judging *judging);

#endif
