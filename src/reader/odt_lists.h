/* Lists of an ODF text document: which counters a text:list goes on with, and the labels they give (ODF 1.3
 * part 3 §5.3, §16.30–16.34, §19.780 text:continue-list, §19.781 text:continue-numbering). */
#ifndef RASOAT_READER_ODT_LISTS_H
#define RASOAT_READER_ODT_LISTS_H

#include "reader/odt_styles.h"

/* The numbers of one list, by level. */
typedef struct {
    gint64 value[ODT_LIST_LEVELS];
    guint live; /* bit n: level n has been counted since its parent */
} OdtCounters;

typedef struct OdtLists OdtLists;

OdtLists *odt_lists_new(void);
void odt_lists_free(OdtLists *lists);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OdtLists, odt_lists_free)

/* What a top-level text:list says of itself; strings may be NULL. */
typedef struct {
    const char *style, *id, *continue_list;
    gboolean continue_numbering;
} OdtListStart;

/* The counters of a list that begins: those of the list it continues, else new ones. *continued tells which.
 * Owned by lists. */
OdtCounters *odt_lists_begin(OdtLists *lists, const OdtListStart *start, gboolean *continued);

/* Counters of a list known by its id alone (text:numbered-paragraph). */
OdtCounters *odt_lists_by_id(OdtLists *lists, const char *id);

/* Counts an item; start: the number it is given, or -1. Levels above that had no item yet count as begun. */
void odt_counters_next(OdtCounters *counters, const OdtListStyle *style, guint level, gint64 start);

/* Forgets a level and those below: the next item begins anew. */
void odt_counters_restart(OdtCounters *counters, guint level);

/* The label of the present item, trimmed; NULL when it shows none. Owned by the caller. */
char *odt_list_label(const OdtCounters *counters, const OdtListStyle *style, guint level);

#endif
