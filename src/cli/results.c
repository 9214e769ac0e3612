/* The records of a round, put in place when they are all written. */
#include "cli/results.h"

#include "batch/lines.h"
#include "cli/output.h"

gboolean results_write(Store *store, gint64 round, const char *folder, GError **error)
{
    g_autofree char *path = g_build_filename(folder, "results.jsonl", NULL);
    g_autoptr(Output) output = output_open(path, error);
    return output && lines_write(store, round, output_stream(output), error) && output_commit(output, error);
}
