/* Where numbers of a document stand: divisions, captions of tables, rows. Looked for one by one they would
 * take the square of a text that names many. */
#ifndef RASOAT_AUDIT_ENTRY_INDEX_H
#define RASOAT_AUDIT_ENTRY_INDEX_H

#include "document/outline.h"

/* Blocks [first, end) of one entry: a clause, a point or a row of a table. */
typedef struct {
    guint first, end;
} EntryRange;

typedef struct EntryIndex EntryIndex;

/* Nothing is looked through before the first question. The outline is borrowed. */
EntryIndex *entry_index_new(const Outline *outline);
void entry_index_free(EntryIndex *index);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(EntryIndex, entry_index_free)

/* Divisions, each the first in reading order; 0: none. */

/* With a label right below another division, of a level or informal. */
guint entry_index_child(EntryIndex *index, guint parent, DivisionLevel level, const char *label);
/* Whose whole number is a label like "3.1.4", in a component. */
guint entry_index_decimal(EntryIndex *index, guint component, const char *label);
/* The article of a number, in a component. */
guint entry_index_article(EntryIndex *index, guint component, guint32 ordinal);

/* Blocks that tables begin with; the number of blocks: none. Of tables in one another each run of blocks of
 * one table counts as a table. */

/* Whose caption is "Bảng N", in a component. */
guint entry_index_table(EntryIndex *index, guint component, const char *label);
/* The last before a block, other than its own, of which a block is at first or behind it. */
guint entry_index_table_before(EntryIndex *index, guint block, guint first);
/* The row of a number, from the cell with it on, in the table that begins with a block; FALSE: none. */
gboolean entry_index_row(EntryIndex *index, guint table, const char *label, EntryRange *row);

#endif
