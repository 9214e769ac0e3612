/* A table from keys that are hashes already to small numbers: dozens of lookups a sentence. */
#ifndef RASOAT_BASE_KEY_TABLE_H
#define RASOAT_BASE_KEY_TABLE_H

#include <glib.h>

/* Open addressing from 64-bit keys to numbers; 0 is "none". */
typedef struct {
    guint64 *keys;
    guint32 *numbers;
    guint mask, count;
} KeyTable;

/* A place for a key's number, which the caller sets when it is 0. */
guint32 *key_table_place(KeyTable *table, guint64 key);
void key_table_clear(KeyTable *table);

/* One key of several in their order: from 0 on, each joined to those before it. */
static inline guint64 key_join(guint64 joined, guint64 key)
{
    return (joined ^ key) * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
}

static inline guint key_table_index(const KeyTable *table, guint64 key)
{
    guint i = (guint)(key * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15) >> 32) & table->mask;
    while (table->numbers[i] != 0 && table->keys[i] != key)
        i = (i + 1) & table->mask;
    return i;
}

static inline guint32 key_table_find(const KeyTable *table, guint64 key)
{
    return table->keys ? table->numbers[key_table_index(table, key)] : 0;
}

#endif
