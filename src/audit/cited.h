/* What sentences speak of by number: "Với Điều 5: họp thôn; phát phiếu", "mọi việc tại Chương II". */
#ifndef RASOAT_AUDIT_CITED_H
#define RASOAT_AUDIT_CITED_H

#include "audit/context.h"

/* Notes for each sentence the groups of the divisions that it or the title of its section names, and those of
 * their forms; the array is the context's. After the sections are laid over the blocks. */
void sentences_cite(AuditContext *context);

/* Whether an act is named within a few words of word at, up to word end: "Điều 5 | của Luật …". */
gboolean cited_is_of_act(const AuditView *view, guint at, guint end);

#endif
