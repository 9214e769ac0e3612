/* The worker's end of a channel: tasks in, answers out, shut in a sandbox. */
#ifndef RASOAT_BATCH_SERVE_H
#define RASOAT_BATCH_SERVE_H

#include "rasoat.h"

typedef struct {
    guint64 memory_bytes; /* address space; 0: no limit */
    guint seconds;        /* of processor time for one document; 0: no limit */
} ServeLimits;

/* What the process ends with when it could not get memory. */
enum { SERVE_EXIT_MEMORY = 97 };

/* Limits and shuts in the calling process, greets, and answers until the other end closes the channel. The
 * process must have loaded all that it needs; it can open nothing afterwards. FALSE when the channel broke.
 */
gboolean serve_channel(int channel, const RasoatRules *rules, const ServeLimits *limits);

#endif
