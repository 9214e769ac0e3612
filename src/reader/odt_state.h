/* The state of reading text content, shared by odt_content.c (elements) and odt_paragraph.c (paragraphs).
 * Every place that holds paragraphs of its own (body, cell, frame, note, comment, section, index) is a flow;
 * flows are stacked, and so are the paragraphs open in them. */
#ifndef RASOAT_READER_ODT_STATE_H
#define RASOAT_READER_ODT_STATE_H

#include "reader/odt_content.h"
#include "reader/odt_numbering.h"
#include "reader/odt_text.h"

typedef struct {
    Layer layer;
    Place place;
    gboolean hidden;
    guint table; /* number; 0 outside */
    gint64 row, column, row_repeat, column_repeat;
    guint table_depth;
    guint first_list, first_paragraph; /* those below belong to outer flows */
} OdtFlow;

struct OdtContent {
    OdtStyles *styles;
    Document *document;
    OdtNumbering *numbering;
    GPtrArray *into;       /* of OdtPending; NULL: the document */
    GArray *flows;         /* of OdtFlow */
    GPtrArray *paragraphs; /* of OdtParagraph, kept for reuse; the first `open` are open */
    guint open;
    guint tables;
    guint objects; /* embedded ones seen */
    guint open_changes;
    Layer note_layer;         /* of the note being read */
    GHashTable *master_pages; /* names; set */
    gboolean body_begun, starts_on_default;
};

static inline OdtFlow *odt_present_flow(const OdtContent *content)
{
    return &g_array_index(content->flows, OdtFlow, content->flows->len - 1);
}

/* The paragraph that text belongs to here, or NULL between paragraphs. */
static inline OdtParagraph *odt_present_paragraph(const OdtContent *content)
{
    if (content->open <= odt_present_flow(content)->first_paragraph)
        return NULL;
    return g_ptr_array_index(content->paragraphs, content->open - 1);
}

/* A paragraph or table of the body may begin a page of another master; properties may be NULL. */
void odt_note_master_page(OdtContent *content, const OdtProperties *properties);

void odt_start_paragraph(OdtContent *content, const XmlElement *element);

/* Ends the innermost paragraph: its block goes out, or waits in the paragraph around it, and after it those
 * anchored in it. */
gboolean odt_end_paragraph(OdtContent *content, GError **error);

#endif
