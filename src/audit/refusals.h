/* What a document refuses: by a sentence's own words, by the opening of a list, by a cell of the same row or
 * by the head of a column. */
#ifndef RASOAT_AUDIT_REFUSALS_H
#define RASOAT_AUDIT_REFUSALS_H

#include "audit/context.h"

/* Notes what each sentence refuses, by its denials, by those of a next one that speaks of it, or as an entry
 * of a list that its paragraph refuses: "không công khai: lương; thưởng". The arrays are the context's. After
 * sentences_flag(). */
void refusals_of_sentences(AuditContext *context);

/* Notes what stands under a refusal that opens a list, beside one in the same row of a table, below one that
 * heads a column, or in an entry that one names by number ("việc ở điểm b khoản 1 không đưa ra bàn"), in the
 * context's blocks; and what a cell of its row leaves to discretion. After the sections are laid over the
 * blocks. */
void refusals_spread(AuditContext *context);

/* Whether a sentence is refused something of a group, by itself or by what governs its block. */
gboolean refusals_hold(const AuditContext *context, guint sentence, guint group);

/* Whether such a refusal names the group's verb itself, and so holds outside the group's sections. */
gboolean refusals_govern(const AuditContext *context, guint sentence, guint group);

/* Whether a sentence has the verb of a group itself: what it says of it, it says whatever is refused around
 * it
 * ("riêng quyết toán thì công khai"). */
gboolean refusals_are_answered(const AuditContext *context, guint sentence, guint group);

/* Whether a sentence refuses in the very verb of a group, wherever it stands: "không | công khai". */
gboolean refusals_prove(const AuditContext *context, guint sentence, guint group);

/* Whether a sentence sets apart what it refuses: "Riêng quyết toán chỉ Giám đốc xem". What is granted beside
 * it does not soften that. */
gboolean refusals_set_apart(const AuditContext *context, guint sentence);

/* Whether what stands in a sentence is kept from any of the groups as the law itself wants it: an entry of a
 * refused list that names a secret of the State. */
gboolean refusals_are_lawful(const AuditContext *context, guint sentence, guint32 groups);

/* The sentence, in another block, that refuses what stands in one; FALSE when there is none. */
gboolean refusals_find_source(const AuditContext *context, guint sentence, guint *source);

#endif
