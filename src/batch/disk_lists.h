/* Lists of entries of one size, which grow side by side in no order and are read one after the other: each is
 * kept on disk in pieces, so that nothing is looked up where it falls. */
#ifndef RASOAT_BATCH_DISK_LISTS_H
#define RASOAT_BATCH_DISK_LISTS_H

#include "batch/store.h"

typedef struct DiskLists DiskLists;

/* count empty lists, in a table of the store's connection that lives as long as they do. kind: tells them
 * from other lists of the connection. size: of an entry, in bytes. NULL with an error. */
DiskLists *disk_lists_new(Store *store, guint kind, guint count, guint size, GError **error);
void disk_lists_free(DiskLists *lists);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DiskLists, disk_lists_free)

/* Adds an entry to a list. Up to PIECE_ENTRIES of each list are in memory. */
enum { PIECE_ENTRIES = 1024 };
gboolean disk_lists_add(DiskLists *lists, guint list, gconstpointer entry, GError **error);

/* Puts all entries of a list, in no particular order, in place of what the array holds. */
gboolean disk_lists_read(DiskLists *lists, guint list, GArray *entries, GError **error);

#endif
