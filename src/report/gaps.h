/* The parts of the text report that list findings. */
#ifndef RASOAT_REPORT_GAPS_H
#define RASOAT_REPORT_GAPS_H

#include "report/page.h"

/* Conflicts, then what is mandatory and missing or partial, then advice; numbered through, so that a number
 * names one gap of the report. */
void gaps_write(Page *page, const Result *result);

/* The acts cited: in force, superseded since when by what, wrong, unknown. */
void citations_write(Page *page, const Result *result);

/* Blanks, draft marks, dangling references … */
void consistency_write(Page *page, const Result *result);

/* What a person must look at, numbered on. */
void review_write(Page *page, const Result *result);

/* What is met, but was told by its words alone: a person should glance at it. */
void by_wording_write(Page *page, const Result *result);

/* What was accepted, with reason, approver, basis and expiry, numbered on; and waivers that waive nothing. */
void waived_write(Page *page, const Result *result);

/* The latter alone. */
void idle_waivers_write(Page *page, const Result *result);

/* Who accepted a finding and why, as a field of it; nothing when nobody did. */
void waiver_write(Page *page, const Finding *finding);

#endif
