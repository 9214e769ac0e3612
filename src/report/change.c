/* Two judgements of the same things beside each other, key by key. */
#include "report/change.h"
#include "base/text_hash.h"

#include <stdlib.h>

const char *change_name(Change change)
{
    static const char *const names[] = {"new", "fixed", "open", "worse"};
    g_return_val_if_fail((guint)change < G_N_ELEMENTS(names), "unknown");
    return names[change];
}

guint change_gravity(Status status, Severity severity)
{
    static const Status grave[] = {STATUS_REVIEW, STATUS_PARTIAL, STATUS_MISSING, STATUS_CONFLICT};
    for (guint i = 0; i < G_N_ELEMENTS(grave); i++)
        if (status == grave[i])
            return status == STATUS_CONFLICT || severity == SEVERITY_MANDATORY ? i + 1 : 0;
    return 0;
}

Change change_of(const ChangeRow *row)
{
    if (row->gravity[0] == 0)
        return CHANGE_NEW;
    if (row->gravity[1] == 0)
        return CHANGE_FIXED;
    return row->gravity[1] > row->gravity[0] ? CHANGE_WORSE : CHANGE_OPEN;
}

GHashTable *change_table_new(void)
{
    return g_hash_table_new_full(text_hash, g_str_equal, NULL, g_free);
}

void change_table_add(GHashTable *table, const char *key, guint side, guint gravity, gconstpointer held)
{
    ChangeRow *row = g_hash_table_lookup(table, key);
    if (!row) {
        row = g_new0(ChangeRow, 1);
        g_hash_table_insert(table, (gpointer)key, row);
    }
    if (!row->side[side] || gravity > row->gravity[side]) {
        row->side[side] = held;
        row->gravity[side] = gravity;
    }
}

static gint by_text(gconstpointer a, gconstpointer b)
{
    return g_strcmp0(*(const char *const *)a, *(const char *const *)b);
}

const char **change_table_keys(GHashTable *table)
{
    guint count;
    const char **keys = (const char **)g_hash_table_get_keys_as_array(table, &count);
    qsort(keys, count, sizeof *keys, by_text);
    return keys;
}
