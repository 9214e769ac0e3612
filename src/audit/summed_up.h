/* Titles that sum up what titled divisions right below them deal with one by one: "Công khai, tham gia ý
 * kiến, quyết định và giám sát" above an article on each. */
#ifndef RASOAT_AUDIT_SUMMED_UP_H
#define RASOAT_AUDIT_SUMMED_UP_H

#include "audit/context.h"

/* What such titles lend to the divisions below them that answer to no group of their own ("Quản lý hồ sơ"):
 * only the groups that none of the others answers to. Returns it and notes these divisions in apart, both an
 * entry a division, and shuts their blocks. */
guint32 *summed_up_lent(AuditContext *context, gboolean *apart);

#endif
