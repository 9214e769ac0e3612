/* From notes to the elements of the part that they hang on. */
#ifndef RASOAT_REPORT_ANNOTATE_ANCHORS_H
#define RASOAT_REPORT_ANNOTATE_ANCHORS_H

#include "document/document.h"
#include "report/annotate_markup.h"

/* A paragraph that notes hang on: notes [first, end) of the array. */
typedef struct {
    MarkupTag start;
    gsize body; /* where its content begins: behind its start tag and its properties; of an empty one 0 */
    gsize end;  /* where its end tag begins; of an empty one 0 */
    guint first, past;
} Anchor;

/* The paragraphs of the notes, in the order of the part. properties: local name of the element that must stay
 * first in a paragraph ("pPr"), or NULL. Array of Anchor; some are missing when xml is not what document was
 * read from. */
GArray *anchors_find(GBytes *xml, const Document *document, const GArray *notes, const char *properties);

#endif
