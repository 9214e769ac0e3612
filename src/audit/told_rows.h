/* What a cell of a row tells of the thing that those before it name: "Kế hoạch năm học | Văn thư | Công
 * khai". */
#ifndef RASOAT_AUDIT_TOLD_ROWS_H
#define RASOAT_AUDIT_TOLD_ROWS_H

#include "audit/sections.h"

/* Appends what such rows answer to. opened: per block, the groups of which it opens something, as the head of
 * a column does; told: the groups whose lead-in opens it. */
void told_rows_assign(const AuditContext *context, const guint32 *opened, const guint32 *told,
                      GArray *assignments);

#endif
