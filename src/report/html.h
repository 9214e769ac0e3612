/* What HTML pages share: escaping, the frame of a page that needs nothing from anywhere, badges and bars.
 * Pages follow WCAG 2.2 AA: landmarks, headings, a skip link, contrast of 4.5 and more, and no meaning in
 * colour alone. */
#ifndef RASOAT_REPORT_HTML_H
#define RASOAT_REPORT_HTML_H

#include "audit/result.h"

/* Text from anywhere made text of HTML, in content and in quoted attributes: markup is escaped, and what
 * would act (control and direction characters, bytes that are no UTF-8) shows as \u202E. Line breaks become
 * spaces. */
void html_text(GString *out, const char *text);

/* The same, with <br> for line breaks. */
void html_lines(GString *out, const char *text);

/* <tag attributes>text</tag>. tag and attributes are ours; text is anybody's. attributes may be NULL. Nothing
 * at all when text is NULL. */
void html_element(GString *out, const char *tag, const char *attributes, const char *text);

/* By which pages are told from what units send; that of a district stands in a folder of reports. */
#define HTML_MARK "<meta name=\"generator\" content=\"rasoat\">"
#define HTML_MARK_OF_DISTRICT "<meta name=\"generator\" content=\"rasoat report\">"

/* A page. Style and script are named to the browser by their digests and nothing else is allowed to it: no
 * network, no picture, no script that a document brought along (Content Security Policy, level 3). */
typedef struct {
    RasoatLanguage language;
    gboolean of_district; /* not of one unit */
    const char *title;
    const char *style;  /* beside html_style; may be NULL */
    const char *script; /* beside html_script; may be NULL */
} HtmlPage;

extern const char html_style[], html_script[];

/* From the document type to the skip link, which leads to #main; then the caller writes the landmarks. */
void html_begin(GString *out, const HtmlPage *page);
void html_end(GString *out, const HtmlPage *page);

/* The class of html_style that a finding, or a status, is coloured by. Static. */
const char *html_status_class(Status status);
const char *html_finding_class(const Finding *finding);

/* Symbol and word in the colour that they have everywhere. */
void html_badge(GString *out, const char *class, const char *symbol, const char *word);

/* A cell of a table of class "stack", with its attributes ("" or ending in a space). On a phone, where rows
 * are stacked and there is no head, it says what it holds. html_begin_cell() leaves it open. */
void html_begin_cell(GString *out, const char *attributes, const char *head);
void html_cell(GString *out, const char *attributes, const char *head, const char *text);
void html_number_cell(GString *out, const char *head, guint number);

/* The rule of a finding, small behind its title: what a file of waivers names it by. */
void html_rule(GString *out, const Finding *finding, RasoatLanguage language);

/* A paragraph that says what those small letters are for. */
void html_rule_note(GString *out, RasoatLanguage language);

/* The attribute of the element that holds finding_fix(): the text is Vietnamese; NULL where it is English.
 * Static. */
const char *html_fix_attribute(const Finding *finding, RasoatLanguage language);

typedef struct {
    guint count;
    const char *class, *symbol, *word;
} HtmlShare;

/* A bar of shares drawn in SVG, each with its symbol and its own pattern, and the figures in words beside it.
 * name: of the whole, for those who hear it. */
void html_bar(GString *out, const char *name, const HtmlShare *shares, guint count);

#endif
