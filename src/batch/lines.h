/* OUT/results.jsonl: the records of a round as JSON Lines, in byte order of paths. */
#ifndef RASOAT_BATCH_LINES_H
#define RASOAT_BATCH_LINES_H

#include <stdio.h>

#include "batch/store.h"

/* Writes a line for every document of the round that has a result: the record of contract rasoat/1 with its
 * file's name, and at its end
 *     "batch": { "state", "unit", "match", "other" }
 * with file_state_name(), the unit's key or null, match_name(), and for a duplicate or an older text the path
 * of the file that is judged instead, else null. Records of documents that waivers of the round are for are
 * told with them. Write errors are found by the caller from the stream. */
gboolean lines_write(Store *store, gint64 round, FILE *out, GError **error);

#endif
