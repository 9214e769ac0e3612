/* Checksums of what stands beside the record of a result in the store, kept behind the record in a frame that
 * Zstandard skips (RFC 8878, 3.1.2): so one that has none, of a program before this, is read as before, and
 * that program reads one that has. The record itself has the checksum of its own frame. Those of rounds have
 * a table. They are against what happens to files, not against who can compute them. */
#ifndef RASOAT_BATCH_STORE_SEAL_H
#define RASOAT_BATCH_STORE_SEAL_H

#include <glib.h>

/* Columns of a result before its record, in the order of the table without the id, as texts; NULL as it is.
 */
enum { SEALED_COLUMNS = 19 };

/* A packed record with its seal behind it; shingles: as they are in the store, NULL when they are. */
GBytes *seal_record(GBytes *packed, const char *const *columns, GBytes *shingles);

/* The sum of rows, each with the sum of those before it, from 0 on; kind: what they are of. */
guint64 seal_next(guint64 sum, guint kind, gconstpointer bytes, gsize length);

/* Whether what stands beside a record is what was sealed; also where there is no seal. */
gboolean seal_fits_columns(const void *record, gsize length, const char *const *columns);
gboolean seal_fits_shingles(const void *record, gsize length, const void *shingles, gsize shingles_length);

#endif
