/* What RasoatOptions holds: for the library itself, and for the batch, which asks for more than callers do.
 */
#ifndef RASOAT_RASOAT_OPTIONS_H
#define RASOAT_RASOAT_OPTIONS_H

#include "rasoat.h"

struct RasoatOptions {
    char *profile;     /* NULL: detect */
    char *as_of;       /* never NULL */
    gint staff;        /* -1: unknown */
    gint state_owned;  /* 1, 0; -1: as the text says */
    gint has_union;    /* 1, 0; -1: as the text says */
    gint dispersed;    /* 1, 0; -1: as the text says */
    gboolean roster;   /* the profile comes from a roster of units */
    gboolean outline;  /* record the legal tree */
    gboolean shingles; /* record what copies are found by */
};

#endif
