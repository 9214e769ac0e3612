/* How far a batch is: a bar on a terminal, a line now and then elsewhere, on standard error. */
#ifndef RASOAT_CLI_PROGRESS_H
#define RASOAT_CLI_PROGRESS_H

#include "batch/run.h"

typedef struct {
    RasoatLanguage language;
    gboolean quiet;
    gboolean terminal;     /* standard error is one */
    gint64 started, shown; /* monotonic microseconds; 0: not yet */
} Progress;

void progress_init(Progress *progress, RasoatLanguage language, gboolean quiet);

/* For RunSettings.progress; data is the Progress. */
void progress_show(const RunProgress *run, gpointer data);

/* Takes the bar off the screen. */
void progress_end(Progress *progress);

#endif
