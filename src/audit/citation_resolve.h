/* From what a mention says to the act it means, and to what in it is at odds. */
#ifndef RASOAT_AUDIT_CITATION_RESOLVE_H
#define RASOAT_AUDIT_CITATION_RESOLVE_H

#include "audit/citation_scan.h"

typedef struct {
    const Instrument *instrument; /* NULL: none of the table */
    char *number;                 /* in its usual form; NULL when none can be told */
    gboolean misquoted;           /* surely wrong; reason says what */
    gboolean doubtful;            /* may be wrong; reason says why */
    BilingualText reason;
} Resolution;

/* original: the text that was folded, with its map. date: ISO date by which acts of one name are told apart
 * when the text gives no year. Free with resolution_clear(). */
Resolution citation_resolve(const CitationScanner *scanner, const char *original, const Folded *text,
                            const Mention *mention, const char *date);
void resolution_clear(Resolution *resolution);

#endif
