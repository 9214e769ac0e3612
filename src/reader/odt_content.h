/* Text content of an ODF text document (ODF 1.3 part 3 §5–10): paragraphs, lists, tables, frames, notes,
 * fields, wherever they stand (body, header, footer), turned into blocks in reading order. */
#ifndef RASOAT_READER_ODT_CONTENT_H
#define RASOAT_READER_ODT_CONTENT_H

#include "document/document.h"
#include "reader/odt_styles.h"

typedef struct OdtContent OdtContent;

/* styles and document must outlive it. */
OdtContent *odt_content_new(OdtStyles *styles, Document *document);
void odt_content_free(OdtContent *content);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OdtContent, odt_content_free)

/* Begins the body, a header or a footer; blocks go to the document or, when into is not NULL, to that array
 * of OdtPending. Until odt_content_leave() every event belongs to it. */
void odt_content_enter(OdtContent *content, Layer layer, GPtrArray *into);
void odt_content_leave(OdtContent *content);
gboolean odt_content_is_open(const OdtContent *content);

gboolean odt_content_start(OdtContent *content, const XmlElement *element, GError **error);
gboolean odt_content_end(OdtContent *content, guint space, guint name, GError **error);
void odt_content_text(OdtContent *content, const char *text, gsize length);

/* Names of the master pages that paragraphs and tables of the body begin, as a set; and whether the body
 * begins on the default one. */
GHashTable *odt_content_master_pages(OdtContent *content, gboolean *starts_on_default);

#endif
