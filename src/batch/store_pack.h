/* Records packed for the store (Zstandard, RFC 8878). Records of one kind of unit say much in the same words,
 * so each is packed with the first of its kind as a dictionary, and takes half the room. */
#ifndef RASOAT_BATCH_STORE_PACK_H
#define RASOAT_BATCH_STORE_PACK_H

#include "batch/store.h"

/* Packers of a store by the id of their dictionary. */
GHashTable *packers_new(void);

/* Packs a record; *dictionary is the id of what it was packed with. NULL with an error. */
GBytes *store_pack(Store *store, const char *profile, GBytes *record, gint64 *dictionary, GError **error);

/* The record, ended by a NUL; NULL with an error when it is damaged. */
char *store_unpack(Store *store, gint64 dictionary, const void *packed, gsize length, GError **error);

/* Rising numbers as the bytes of their differences (7 bits a byte, the low ones first), and back. */
GBytes *pack_numbers(const guint32 *numbers, guint count);
GArray *unpack_numbers(const void *packed, gsize length);

#endif
