/* An answer that may not be known. */
#ifndef RASOAT_BASE_ANSWER_H
#define RASOAT_BASE_ANSWER_H

#include <glib.h>

typedef enum { ANSWER_UNKNOWN, ANSWER_YES, ANSWER_NO } Answer;

/* From 1, 0, and below 0 for not known. */
static inline Answer answer_of(gint number)
{
    return number < 0 ? ANSWER_UNKNOWN : number > 0 ? ANSWER_YES : ANSWER_NO;
}

#endif
