/* Rows of tables read as one sentence, cell after cell: what a row says, its cells may say together alone
 * ("Người thù vặt bà con đã nói | Chủ tịch xử | Ngay khi biết"). */
#ifndef RASOAT_AUDIT_ROWS_H
#define RASOAT_AUDIT_ROWS_H

#include "audit/context.h"

/* A match over several cells of a row: its beginning and its end, each as a match in its own cell. Both have
 * the quantity. */
typedef struct {
    Match opens, ends;
} RowMatch;

/* The rows of a document; they are read when they are asked for, those of each group once. */
typedef struct RowReading RowReading;

/* purposes: of the phrases that may be asked for. The context must outlive it. */
RowReading *row_reading_new(const AuditContext *context, guint purposes);
void row_reading_free(RowReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RowReading, row_reading_free)

/* What a phrase matches over several cells of rows in sections of any of the groups, and perhaps of others:
 * *count of them, in the order of the text. They stay until rows of other groups are asked for. */
const RowMatch *row_reading_find(RowReading *reading, guint32 groups, guint phrase, guint *count);

/* Whether a cell behind the first of a row in sections of any of the groups refuses something of them. */
gboolean row_reading_refuses(RowReading *reading, guint32 groups);

/* Whether all rows that were asked for could be read. Errors: LIMIT_STEPS, LIMIT_TIME. */
gboolean row_reading_check(const RowReading *reading, GError **error);

#endif
