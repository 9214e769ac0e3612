/* A hash for tables whose keys come out of documents. g_str_hash() is known to everybody: whoever writes
 * many names of one hash into a file makes a table of them take the square of their number. */
#ifndef RASOAT_BASE_TEXT_HASH_H
#define RASOAT_BASE_TEXT_HASH_H

#include <glib.h>

/* A GHashFunc over texts that end with NUL: SipHash-1-3 (Aumasson and Bernstein) under a key that is another
 * in every process. So is the order of a table: nothing that is told may come from it. */
guint text_hash(gconstpointer text);

/* SipHash-1-3 of so many bytes under a key. */
guint64 siphash(const guint64 key[2], gconstpointer bytes, gsize length);

/* Tables of such texts, which they own; values are freed by free_value, unless NULL. */
static inline GHashTable *text_table_new(GDestroyNotify free_value)
{
    return g_hash_table_new_full(text_hash, g_str_equal, g_free, free_value);
}

#endif
