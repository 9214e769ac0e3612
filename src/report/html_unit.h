/* The page of one unit, in its parts. Every part writes a <section> with a heading of level 2, or nothing
 * when there is nothing to say. */
#ifndef RASOAT_REPORT_HTML_UNIT_H
#define RASOAT_REPORT_HTML_UNIT_H

#include "audit/result.h"

typedef struct {
    GString *out;
    const Result *result;
    RasoatLanguage language;
    guint document; /* number of the document on the page, from 1: ids begin with "d1-" */
} UnitPage;

/* A whole page with one document on it: the page that a unit is handed. Owned by the caller. */
char *html_unit_page(const Result *result, RasoatLanguage language);

/* "<section id="d1-NAME" …><h2 …>heading"; count is put behind the heading in brackets unless 0. Closed by
 * "</section>". */
void html_unit_section(const UnitPage *page, const char *name, const char *heading, guint count);

/* The same with how much there is of it in words; of: may be NULL. */
void html_unit_section_of(const UnitPage *page, const char *name, const char *heading, const char *of);

/* html_gaps.c: conflicts, mandatory gaps, advice, and what a person must look at. */
void html_unit_gaps(const UnitPage *page);

/* Waivers that waive nothing here, which html_unit_gaps() ends with. */
void html_unit_idle_waivers(const UnitPage *page);

/* html_texts.c: acts cited; form and consistency; what is there, with its words; the tree of the text with
 * what was found where. */
void html_unit_citations(const UnitPage *page);
void html_unit_consistency(const UnitPage *page);
void html_unit_met(const UnitPage *page);
void html_unit_outline(const UnitPage *page);

/* A place and its words, as <dd> content. */
void html_unit_places(const UnitPage *page, const GArray *places, guint most);

/* Who accepted the finding and why, as such a pair; nothing when nobody did. */
void html_unit_waiver(const UnitPage *page, const Finding *finding);

/* <dt>label<dd>text; nothing when there is no text. Labels are ours, without a colon. */
void html_unit_field(const UnitPage *page, const char *label, const char *text);

#endif
