/* What a refusal that names entries of lists and tables by number ("việc ở điểm b khoản 1 không đưa ra bàn")
 * reaches. */
#ifndef RASOAT_AUDIT_REFUSED_ENTRIES_H
#define RASOAT_AUDIT_REFUSED_ENTRIES_H

#include "audit/context.h"

/* An entry is refused what its section is about: noted in the blocks of the context, for refusals_spread().
 */
void refusals_of_entries(AuditContext *context);

#endif
