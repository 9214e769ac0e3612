/* Entries of lists that a sentence names by number: "việc ở điểm e khoản 1", "thông tin tại 3.1.4", "việc ở
 * STT 2 Bảng 3". */
#ifndef RASOAT_AUDIT_ENTRIES_H
#define RASOAT_AUDIT_ENTRIES_H

#include "audit/context.h"
#include "audit/entry_index.h"

/* Appends to entries (of EntryRange) what words [first, end) of a sentence name and what is there: clauses
 * and points of the sentence's own article or of one named behind them, rows of the last table of the article
 * before the sentence or of the table named. Nothing that belongs to an act ("khoản 2 Điều 11 Luật …"), and
 * nothing that is set apart ("ngoài các việc ở khoản 1", "theo khoản 2"). Whole articles are no entries. */
void entries_named(const AuditContext *context, EntryIndex *index, guint sentence, guint first, guint end,
                   GArray *entries);

#endif
