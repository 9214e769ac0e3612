/* Tables that say by marks which rights a matter falls under: "Việc | Công khai | Lấy ý kiến", with an x
 * where it does. */
#ifndef RASOAT_AUDIT_MARKED_ROWS_H
#define RASOAT_AUDIT_MARKED_ROWS_H

#include "audit/sections.h"

/* The columns of marks of a document, as they are found. */
typedef struct MarkedRows MarkedRows;

/* The view must outlive it. */
MarkedRows *marked_rows_new(const AuditView *view);
void marked_rows_free(MarkedRows *marked);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MarkedRows, marked_rows_free)

/* Whether a cell of the first two rows of a table may head a column of marks. */
gboolean marked_rows_may_head(const MarkedRows *marked, guint block);

/* Notes which rows a column marks for the groups of its head, when it holds marks and hardly anything else.
 * cells: count blocks of the column, in order, from below the first row. */
void marked_rows_note(MarkedRows *marked, guint head, guint32 groups, const guint *cells, guint count);

/* Appends what marks give: a row of such a table answers to the groups that it is marked for, and to none of
 * those that it is not. */
void marked_rows_assign(const MarkedRows *marked, GArray *assignments);

#endif
