/* The smallest number stands for a group, so that groups do not depend on the order of joining. */
#include "batch/groups.h"

void groups_init(Groups *groups, guint count)
{
    groups->above = g_new(guint32, count);
    for (guint i = 0; i < count; i++)
        groups->above[i] = i;
}

void groups_clear(Groups *groups)
{
    g_clear_pointer(&groups->above, g_free);
}

guint32 groups_of(Groups *groups, guint32 number)
{
    guint32 *above = groups->above;
    while (above[number] != number) {
        above[number] = above[above[number]];
        number = above[number];
    }
    return number;
}

void groups_join(Groups *groups, guint32 one, guint32 other)
{
    guint32 a = groups_of(groups, one), b = groups_of(groups, other);
    groups->above[MAX(a, b)] = MIN(a, b);
}
