/* Short forms that a document explains: "T.tr là Tổ trưởng tổ dân phố", "BTT: Ban Thanh tra", "Ban Thanh tra
 * (BTT)", "tổ dân phố (sau đây viết tắt là TDP)", or a table of two columns. */
#ifndef RASOAT_AUDIT_SHORT_FORMS_H
#define RASOAT_AUDIT_SHORT_FORMS_H

#include "audit/view.h"

/* Finds them in the body, of words that are identified, and makes every other occurrence the words that it
 * stands for, which have the places of the short form in the text and WORD_SPELLED. A word that phrases know
 * stays what it is. Sentences keep their numbers. FALSE: the time of the document is used up. */
gboolean short_forms_apply(AuditView *view, guint body_end, Budget *budget);

#endif
