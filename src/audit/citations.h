/* Every legal act that a regulation cites, in whatever spelling, resolved against the instruments and judged
 * on the as-of date and on the regulation's own date. */
#ifndef RASOAT_AUDIT_CITATIONS_H
#define RASOAT_AUDIT_CITATIONS_H

#include "audit/result.h"
#include "document/front.h"
#include "document/outline.h"
#include "rules/instruments.h"

typedef struct {
    guint block;
    guint32 start,
        end; /* bytes in the block's text: the whole citation ("Nghị định số 04/2015/NĐ-CP ngày …") */
    const Instrument *instrument; /* what it resolves to, or NULL */
    CitationVerdict verdict;      /* on the as-of date */
    CitationVerdict verdict_then; /* on the regulation's date; CITATION_UNKNOWN without one */
    BilingualText reason; /* for WRONG: what is at odds (number, year, date, issuer, kind); else empty */
    gboolean in_bases;    /* stands in a Căn cứ line */
} Citation;

/* Finds all citations in the regulation and decision components (annexes of pasted law, contents and other
 * components are left out). as_of, issued: ISO dates; issued may be NULL. Result: array of Citation in text
 * order, with a clear function; several mentions of one instrument are several entries. */
GArray *citations_find(const Outline *outline, const FrontMatter *front, const Instruments *instruments,
                       const char *as_of, const char *issued);

/* One finding per instrument cited (and per citation that resolves to none), check "citation", group
 * "legal-basis". */
GPtrArray *citations_findings(const GArray *citations, const Outline *outline, const char *as_of);

#endif
