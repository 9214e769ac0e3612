/* Numbers of the paragraphs being read: the lists that are open around them, the outline of headings, and the
 * labels these give (ODF 1.3 part 3 §5.1.2, §5.3). */
#ifndef RASOAT_READER_ODT_NUMBERING_H
#define RASOAT_READER_ODT_NUMBERING_H

#include "reader/odt_text.h"

typedef struct OdtNumbering OdtNumbering;

/* styles must outlive it. */
OdtNumbering *odt_numbering_new(OdtStyles *styles);
void odt_numbering_free(OdtNumbering *numbering);

/* Lists that are open now. A text of its own (cell, note, frame) takes this as its floor: lists below it are
 * not around its paragraphs. */
guint odt_numbering_depth(const OdtNumbering *numbering);

void odt_numbering_start_list(OdtNumbering *numbering, const XmlElement *element, guint floor);
void odt_numbering_start_item(OdtNumbering *numbering, const XmlElement *element, guint floor);
void odt_numbering_start_single(OdtNumbering *numbering, const XmlElement *element);
void odt_numbering_end_list(OdtNumbering *numbering);

/* Gives a paragraph its label, list level and, in a list, its indent. element: text:p or text:h with its
 * outline level, from 0. */
void odt_numbering_apply(OdtNumbering *numbering, const XmlElement *element, guint outline_level,
                         const OdtProperties *properties, OdtParagraph *paragraph, guint floor);

#endif
