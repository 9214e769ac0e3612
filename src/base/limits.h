/* Explicit ceilings for one document, and the running account against them. Each hit is a named error on that
 * document (RASOAT_ERROR_LIMIT_*), never a crash and never a silent cut. */
#ifndef RASOAT_BASE_LIMITS_H
#define RASOAT_BASE_LIMITS_H

#include <glib.h>

#include "rasoat.h"

typedef struct {
    guint64 file_bytes;     /* size of the file itself */
    guint entries;          /* entries of a ZIP package */
    guint64 part_bytes;     /* inflated bytes of one part */
    guint64 inflated_bytes; /* inflated bytes of all parts that are read */
    guint ratio;            /* inflated : packed, for parts over 1 MiB inflated */
    guint xml_depth;        /* nesting of XML elements */
    guint table_depth;      /* tables in tables */
    guint blocks;           /* blocks (paragraphs) of all layers */
    guint label_bytes;      /* computed list label of one block */
    guint64 match_steps;    /* steps of the phrase matcher for one document */
    guint wall_ms;          /* wall time for one document, read and audit together; 0 = none */
    guint64 process_bytes;  /* address space of a process that does nothing but read documents */
} Limits;

/* The limits in force unless a caller gives others. Static. */
const Limits *limits_default(void);

/* What one document has used so far. Lives on the stack of whoever handles the document. */
typedef struct {
    const Limits *limits;
    gint64 deadline; /* monotonic microseconds; 0 = none */
    guint64 inflated_bytes;
    guint64 match_steps;
    guint asked; /* how often budget_is_late() was */
    gboolean late;
} Budget;

/* Starts an account; limits NULL means limits_default(). The clock starts here. */
void budget_init(Budget *budget, const Limits *limits);

/* FALSE with RASOAT_ERROR_LIMIT_TIME when the wall time is used up. Cheap enough for once a block. */
gboolean budget_check_time(const Budget *budget, GError **error);

/* TRUE when the wall time is used up, and from then on. For loops over lines, sentences and matches, which
 * end early then with whatever they have; whoever called them asks budget_check_time() afterwards and throws
 * that away. Looks at the clock once in 64 calls. */
static inline gboolean budget_is_late(Budget *budget)
{
    if (!budget->late && budget->asked++ % 64 == 0)
        budget->late = !budget_check_time(budget, NULL);
    return budget->late;
}

#endif
