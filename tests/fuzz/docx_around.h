/* The fixed parts of a DOCX package around one hostile part. */
#ifndef RASOAT_TESTS_FUZZ_DOCX_AROUND_H
#define RASOAT_TESTS_FUZZ_DOCX_AROUND_H

#include "around.h"

#define W_SPACE "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
#define RELATIONS "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
#define RELATION(kind, target) "<Relationship Id='" kind "' Type='" OFFICE kind "' Target='" target "'/>"
#define ITEM(style, num, level)                                                                              \
    "<w:p><w:pPr><w:pStyle w:val='" style "'/><w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" num      \
    "'/></w:numPr></w:pPr><w:r><w:t>Điều mục</w:t></w:r></w:p>"

static const ZipPart docx_parts[] = {
    {"_rels/.rels", RELATIONS RELATION("officeDocument", "word/document.xml") "</Relationships>"},
    {"word/_rels/document.xml.rels",
     RELATIONS RELATION("styles", "styles.xml") RELATION("numbering", "numbering.xml")
         RELATION("footnotes", "footnotes.xml") RELATION("header", "header1.xml") "</Relationships>"},
    {"word/document.xml",
     "<w:document " W_SPACE "><w:body>" ITEM("a", "1", "0") ITEM("b", "1", "1") ITEM("a", "2", "8")
         ITEM("c", "3", "2") ITEM("a", "1", "0") "</w:body></w:document>"},
};

#endif
