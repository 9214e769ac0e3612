/* How one document of a batch is to be judged: what a TASK says of it beside its descriptor, and a part of
 * the key that its result is stored under. */
#ifndef RASOAT_BATCH_TASK_H
#define RASOAT_BATCH_TASK_H

#include "rasoat.h"

typedef struct {
    const char *profile;                    /* NULL: detect */
    gboolean roster;                        /* the profile is the roster's, not the command's */
    const char *as_of;                      /* ISO date */
    gint staff;                             /* -1: unknown */
    gint state_owned, has_union, dispersed; /* 1, 0; -1: as the text says */
} TaskOptions;

/* The options as JSON, keys in a fixed order; owned by the caller. The same text says the same judgement,
 * as-of date, rules and program aside. */
char *task_json(const TaskOptions *options);

/* Library options from such JSON, with details asked for; NULL when it is none. */
RasoatOptions *task_parse(const char *json, gsize length);

#endif
