/* The lines of a document that are most like each requirement, and how they stand. */
#ifndef RASOAT_AUDIT_LIKEST_H
#define RASOAT_AUDIT_LIKEST_H

#include "audit/context.h"
#include "audit/likeness.h"

typedef struct {
    double worth, share, margin; /* as in Resemblance; worth 0: there is no such line */
    Match match;                 /* the sentence, and its last word that is like the item */
    gboolean weak;               /* it stands weakly: "có thể" */
} LikestLine;

/* For one item. */
typedef struct {
    LikestLine stated;  /* of the lines that stand for it: in a section of its group or under its verb */
    LikestLine leaning; /* of those that would, but sound like refusals of it */
    LikestLine alone;   /* of the lines that stand under no heading of any group, nor verb of its own */
    LikestLine strayed; /* of the lines that stand under headings of other groups alone, not under its verb */
    LikestLine shut;    /* of the lines of a section without a group that a denial opens */
    LikestLine refused; /* of the lines in its section that refuse what no phrase knows */
} Likest;

/* A document read by likeness: its lines are read when the first item is looked for. */
typedef struct LikestReading LikestReading;

/* For items (of Item *) that are rivals of one another. All three must outlive it. */
LikestReading *likest_reading_new(const AuditContext *context, LikenessShelf *shelf, const GPtrArray *items);
void likest_reading_free(LikestReading *reading);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(LikestReading, likest_reading_free)

/* The likest lines of one of the items. */
Likest likest_find(LikestReading *reading, const Item *item);

/* How like those that say all of one of the items the lines are together that stand for it
 * (likeness_wholeness()), and the likest of them: worth 0, and -G_MAXDOUBLE, when there are none. */
double likest_wholeness(LikestReading *reading, const Item *item, LikestLine *likest);

#endif
