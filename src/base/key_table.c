/* Growing and filling; looking up is in the header. */
#include "base/key_table.h"

/* size: a power of two. */
static void key_table_resize(KeyTable *table, guint size)
{
    KeyTable old = *table;

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

void key_table_reserve(KeyTable *table, guint count)
{
    guint size = 1024;
    while (size / 2 <= count + 1)
        size *= 2;
    if (!table->keys || size > table->mask + 1)
        key_table_resize(table, size);
}

guint32 *key_table_place(KeyTable *table, guint64 key)
{
    if (!table->keys || table->count * 2 >= table->mask)
        key_table_resize(table, table->keys ? (table->mask + 1) * 2 : 1024);
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
