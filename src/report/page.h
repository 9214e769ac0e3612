/* A page of text being set for a terminal: headings, "label: text" lines with hanging indent, colours. */
#ifndef RASOAT_REPORT_PAGE_H
#define RASOAT_REPORT_PAGE_H

#include "report/report.h"
#include "report/words.h"

typedef struct {
    GString *out;
    guint width;
    gboolean colour;
    RasoatLanguage language;
} Page;

/* Colours (ECMA-48 SGR); each goes with a word or symbol that says the same. */
typedef enum {
    STYLE_PLAIN,
    STYLE_HEADING,
    STYLE_DIM,
    STYLE_GOOD,
    STYLE_DOUBT,
    STYLE_BAD,
    STYLE_WORST,
    STYLE_ASK
} Style;

Style page_style_of(Status status);

/* The same for a finding, of which advice is milder than its status. */
Style page_style_of_finding(const Finding *finding);

void page_blank(Page *page);

/* An upper-case heading on its own line, a blank line before. */
void page_heading(Page *page, const char *text);

/* Wrapped text from indent on; later lines hang at hang. */
void page_text(Page *page, guint indent, guint hang, Style style, const char *text);

/* "label text" with the label at indent and the text hanging at indent + gap, where gap is the columns kept
 * for labels. Nothing when text is NULL or "". */
void page_field(Page *page, guint indent, guint gap, const char *label, Style style, const char *text);

/* The same for a finding, with its rule dimmed behind the text: what a file of waivers names it by. */
void page_finding(Page *page, guint indent, guint gap, const char *label, Style style, const char *text,
                  const Finding *finding);

/* The rest of a line of which used columns are written: text wrapped, hanging at the same column. */
void page_rest(Page *page, guint used, const char *text);

/* Appends text in a colour, without layout. Must be safe already (own words, numbers). */
void page_raw(Page *page, Style style, const char *text);

#endif
