/* Refusals by cells of a table, and what those of lists and notes share with them: within refusals.c alone.
 */
#ifndef RASOAT_AUDIT_REFUSED_ROWS_H
#define RASOAT_AUDIT_REFUSED_ROWS_H

#include "audit/context.h"

/* Notes what cells refuse of their rows, heads of the cells below them, and what cells leave to discretion.
 */
void refusals_of_tables(AuditContext *context);

/* Of which groups a sentence refuses what stands around it: none whose verb it grants behind the refusal. */
guint32 refusals_around(const AuditContext *context, guint s);

/* Whether a sentence is a refusal and nothing else, of what stands around it. */
gboolean refusals_are_bare(const AuditContext *context, guint s);

/* Notes that sentence s refuses what stands in block b; refused: of which groups. */
void refusals_add(AuditContext *context, guint b, guint s, guint32 refused);

#endif
