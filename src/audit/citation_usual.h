/* The number of a cited act, written as numbers of its kind usually are. */
#ifndef RASOAT_AUDIT_CITATION_USUAL_H
#define RASOAT_AUDIT_CITATION_USUAL_H

#include "audit/citation_scan.h"

/* original: the text that was folded, with its map. stated: the kind of act that the text gives it. Owned by
 * the caller; NULL when the text gives no number, or no issuer. */
char *citation_usual_number(const CitationScanner *scanner, const char *original, const Folded *text,
                            const ActNumber *number, ActKind stated);

#endif
