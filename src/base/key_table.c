/* Growing and filling; looking up is in the header. */
#include "base/key_table.h"

static void key_table_grow(KeyTable *table)
{
    KeyTable old = *table;
    guint size = old.keys ? (old.mask + 1) * 2 : 1024;

    table->mask = size - 1;
    table->keys = g_new0(guint64, size);
    table->numbers = g_new0(guint32, size);
    for (guint i = 0; old.keys && i <= old.mask; i++) {
        if (old.numbers[i] == 0)
            continue;
        guint to = key_table_index(table, old.keys[i]);
        table->keys[to] = old.keys[i];
        table->numbers[to] = old.numbers[i];
    }
    g_free(old.keys);
    g_free(old.numbers);
}

guint32 *key_table_place(KeyTable *table, guint64 key)
{
    if (!table->keys || table->count * 2 >= table->mask)
        key_table_grow(table);
    guint i = key_table_index(table, key);
    if (table->numbers[i] == 0) {
        table->keys[i] = key;
        table->count++;
    }
    return &table->numbers[i];
}

void key_table_clear(KeyTable *table)
{
    g_free(table->keys);
    g_free(table->numbers);
}
