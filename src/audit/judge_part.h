/* What a document says of one part of an item. */
#ifndef RASOAT_AUDIT_JUDGE_PART_H
#define RASOAT_AUDIT_JUDGE_PART_H

#include "audit/context.h"
#include "audit/explain.h"
#include "audit/rows.h"

typedef struct {
    PartState state;
    const Match *match;   /* the best evidence; NULL when absent */
    const Match *beside;  /* what ends it in another cell of its row; NULL: it is one sentence */
    const Match *forgone; /* what denies a part that may be left out */
    const Match *granted; /* what grants it, whatever else denies it */
    gboolean refused;     /* denied only by a sentence that refuses what its section is about */
    gboolean leaning;     /* found, or refused, only by how its sentence sounds (leaning.h) */
    gboolean doubtful;    /* … that stands elsewhere, or beside another that grants it */
    gboolean outdone;     /* denied, perhaps of something else, where the item is at odds for certain */
} PartResult;

/* The best match that did not count, and why. */
typedef struct {
    const Match *match;
    Standing standing;
    gboolean is_set;
} Nearest;

/* Judges a part by all places where it is said; nearest becomes the best of those that do not count. */
PartResult part_judge(const AuditContext *context, const Item *item, const Part *part, Nearest *nearest);

/* What a row of a table in the item's sections says of a part over several of its cells; for one that is
 * absent otherwise. */
void part_judge_rows(const AuditContext *context, RowReading *rows, const Item *item, const Part *part,
                     PartResult *result);

#endif
