/* How a group fares with all that it holds: the one word for it that the matrix of a district, the page of a
 * unit, the table on a terminal and the record to sign all say. */
#ifndef RASOAT_REPORT_GROUP_STATE_H
#define RASOAT_REPORT_GROUP_STATE_H

#include "report/tally.h"

/* From the best to the worst. */
typedef enum {
    GROUP_NOT_APPLICABLE,
    GROUP_MET,          /* it is there and nothing of it is open */
    GROUP_WAIVED,       /* all that it falls short in was accepted */
    GROUP_ADVISED,      /* no regulation has to have it, and this one has not */
    GROUP_ADVISED_MORE, /* it is there, and all that is open of it is recommended */
    GROUP_REVIEW,       /* something of it, of any severity, is for a person to look at */
    GROUP_GAPS,         /* the section is there, and some of what is owed in it is missing or partial */
    GROUP_PARTIAL,      /* the section is there in part only, with some of what is owed in it */
    GROUP_MISSING,      /* nothing of it is there */
    GROUP_CONFLICT,     /* something in it is against the law */
} GroupMark;

typedef struct {
    GroupMark mark;
    guint lacking; /* mandatory contents that are missing or partial and were not accepted */
} GroupState;

GroupState group_state(const GroupTally *group);

/* The worse of two sections of one group, which two acts may ask for; what they lack is added up. */
GroupState group_state_join(GroupState one, GroupState other);

/* Whether what the group lacks is told beside the mark: of one that is there, whole or in part. */
gboolean group_mark_counts(GroupMark mark);

/* "có, còn thiếu 3", "chưa đủ (11)"; owned by the caller. */
char *group_state_say(GroupState state, RasoatLanguage language);

/* The word without the number, the symbol beside it, and the class of html_style that it is coloured by.
 * Static. */
const char *group_mark_word(GroupMark mark, RasoatLanguage language);
const char *group_mark_symbol(GroupMark mark);
const char *group_mark_class(GroupMark mark);

#endif
