/* Every legal act that a regulation cites, in whatever spelling, resolved against the instruments and judged
 * on the as-of date and on the regulation's own date. */
#ifndef RASOAT_AUDIT_CITATIONS_H
#define RASOAT_AUDIT_CITATIONS_H

#include "audit/result.h"
#include "document/front.h"
#include "document/outline.h"
#include "rules/instruments.h"

/* The compiled patterns over a table of instruments: made once, used for any number of documents, also by
 * several threads at a time. */
typedef struct CitationScanner CitationScanner;

/* instruments must outlive the scanner. Errors: RULES for a number in the table that is not read back as one.
 */
CitationScanner *citation_scanner_new(const Instruments *instruments, GError **error);
void citation_scanner_free(CitationScanner *scanner);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(CitationScanner, citation_scanner_free)

typedef struct {
    guint block;
    guint32 start,
        end; /* bytes in the block's text: the whole citation ("Nghị định số 04/2015/NĐ-CP ngày …") */
    char *number; /* brought to its usual form ("04/2015/NĐ-CP"), in the table or not; NULL when
                     the text names no full number and none could be found for it */
    const Instrument *instrument; /* what it resolves to, or NULL */
    CitationVerdict verdict;      /* on the as-of date */
    CitationVerdict verdict_then; /* on the regulation's date; CITATION_UNKNOWN without one */
    BilingualText reason;         /* for WRONG: what is at odds (number, year, date, issuer, kind, not yet in
                                     force), for UNKNOWN: why it is in doubt; else empty */
    BilingualText reason_then;    /* for WRONG on the regulation's own date alone; else empty */
    gboolean misquoted; /* number, year, date, issuer or kind at odds, whatever the dates in force */
    gboolean repealed; /* mentioned only to be ended ("thay thế …", "… đã hết hiệu lực"): not relied upon */
    gboolean in_bases; /* stands in a Căn cứ line */
} Citation;

/* Finds all citations in the regulation, the decision and their own annexes, footnotes included (pasted acts,
 * contents and other components are left out). as_of, issued: ISO dates; issued may be NULL. Result: array of
 * Citation in text order, with a clear function; several mentions of one instrument are several entries.
 * Errors: LIMIT_STEPS, LIMIT_TIME; NULL then. */
GArray *citations_find(const CitationScanner *scanner, const Outline *outline, const FrontMatter *front,
                       const char *as_of, const char *issued, const Budget *budget, GError **error);

/* Where a citation stands: "phần căn cứ" in a Căn cứ line before the first division, else the address of its
 * block. Owned by the caller. */
char *citation_address(const Citation *citation, const Outline *outline);

/* One finding (of Finding *, owned by the array) per instrument cited and per citation that resolves to none,
 * in the order of their first mention; rule "citation", check CHECK_CITATION, group "legal-basis", severity
 * recommended. The status is that of the worst mention relied upon:
 *   conflict  a number, date, issuer or kind is wrong
 *   partial   superseded, where the table's dates are settled
 *   review    superseded by dates that are not settled, unknown to the table, in doubt, not yet in force
 *   met       in force; also an act that is only mentioned to be ended (severity info then) */
GPtrArray *citations_findings(const CitationScanner *scanner, const GArray *citations, const Outline *outline,
                              const char *as_of);

#endif
