/* Groups of numbers that are joined one pair after the other, four bytes each (union-find with path halving,
 * R. E. Tarjan, "Efficiency of a good but not linear set union algorithm", 1975). */
#ifndef RASOAT_BATCH_GROUPS_H
#define RASOAT_BATCH_GROUPS_H

#include <glib.h>

typedef struct {
    guint32 *above; /* of each number; itself when it stands for its group */
} Groups;

/* Numbers 0 to count - 1, each alone. */
void groups_init(Groups *groups, guint count);
void groups_clear(Groups *groups);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Groups, groups_clear)

/* The number that stands for a number's group: the smallest in it. */
guint32 groups_of(Groups *groups, guint32 number);

void groups_join(Groups *groups, guint32 one, guint32 other);

#endif
