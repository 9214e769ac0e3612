/* WordprocessingML by libxml2's writer, packed by libzip. Measures: twentieths of a point (twips) on the
 * page, halves of a point for letters. */
#include "report/docx_writer.h"

#include <libxml/xmlwriter.h>
#include <string.h>

#include "base/error.h"
#include "container/repack.h"
#include "report/display.h"

#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006"
#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define FONT "Times New Roman"

enum {
    USUAL_POINTS = 14,
    FIRST_LINE = 567,   /* 10 mm */
    BETWEEN = 120,      /* 6 points */
    PAGE_WIDTH = 11906, /* A4 */
    PAGE_HEIGHT = 16838,
    MARGIN_TOP = 1134,  /* 20 mm, and below */
    MARGIN_LEFT = 1701, /* 30 mm */
    MARGIN_RIGHT = 851, /* 15 mm */
    MARGIN_HEADER = 567,
    MOST_COLUMNS = 10,
};

struct DocxWriter {
    xmlBuffer *buffer;
    xmlTextWriter *xml;
    guint widths[MOST_COLUMNS];
    guint columns, column;
};

static guint twips(guint millimetres)
{
    return (millimetres * 14400 + 127) / 254;
}

/* --- elements ---------------------------------------------------------------------------------------------
 */

static void start(DocxWriter *writer, const char *name)
{
    xmlTextWriterStartElement(writer->xml, BAD_CAST name);
}

static void end(DocxWriter *writer)
{
    xmlTextWriterEndElement(writer->xml);
}

static void attribute(DocxWriter *writer, const char *name, const char *value)
{
    xmlTextWriterWriteAttribute(writer->xml, BAD_CAST name, BAD_CAST value);
}

static void number(DocxWriter *writer, const char *name, guint value)
{
    xmlTextWriterWriteFormatAttribute(writer->xml, BAD_CAST name, "%u", value);
}

/* <name w:val="value"/>, or without value. */
static void property(DocxWriter *writer, const char *name, const char *value)
{
    start(writer, name);
    if (value)
        attribute(writer, "w:val", value);
    end(writer);
}

DocxWriter *docx_writer_new(void)
{
    DocxWriter *writer = g_new0(DocxWriter, 1);
    writer->buffer = xmlBufferCreate();
    writer->xml = xmlNewTextWriterMemory(writer->buffer, 0);
    xmlTextWriterStartDocument(writer->xml, NULL, "UTF-8", "yes");
    start(writer, "w:document");
    attribute(writer, "xmlns:w", WORD);
    attribute(writer, "xmlns:r", RELATIONS);
    start(writer, "w:body");
    return writer;
}

void docx_writer_free(DocxWriter *writer)
{
    if (!writer)
        return;
    xmlFreeTextWriter(writer->xml);
    xmlBufferFree(writer->buffer);
    g_free(writer);
}

/* --- paragraphs -------------------------------------------------------------------------------------------
 */

static void write_rule(DocxWriter *writer)
{
    start(writer, "w:pBdr");
    start(writer, "w:bottom");
    attribute(writer, "w:val", "single");
    attribute(writer, "w:sz", "6");
    attribute(writer, "w:space", "1");
    attribute(writer, "w:color", "000000");
    end(writer);
    end(writer);
}

static void write_size(DocxWriter *writer, const DocxLook *look)
{
    start(writer, "w:sz");
    number(writer, "w:val", 2 * (look->points ? look->points : USUAL_POINTS));
    end(writer);
}

/* Properties in the order of the schema (§17.3.1.26). */
static void write_properties(DocxWriter *writer, const DocxLook *look)
{
    static const char *const aligns[] = {"both", "left", "center", "right"};
    start(writer, "w:pPr");
    if (look->keep)
        property(writer, "w:keepNext", NULL);
    if (look->whole)
        property(writer, "w:keepLines", NULL);
    if (look->rule)
        write_rule(writer);
    start(writer, "w:spacing");
    number(writer, "w:before", look->before * 20);
    number(writer, "w:after", look->after * 20 + (look->flush ? 0 : BETWEEN));
    if (look->line) {
        number(writer, "w:line", look->line * 20);
        attribute(writer, "w:lineRule", "exact");
    }
    end(writer);
    if (look->rule || !look->flush) {
        start(writer, "w:ind");
        if (look->rule) {
            number(writer, "w:left", twips(look->rule));
            number(writer, "w:right", twips(look->rule));
        } else if (look->align == DOCX_JUSTIFIED || look->indented) {
            number(writer, "w:firstLine", FIRST_LINE);
        }
        end(writer);
    }
    property(writer, "w:jc", aligns[look->align]);
    start(writer, "w:rPr"); /* of its mark, which makes the height of an empty one */
    write_size(writer, look);
    end(writer);
    end(writer);
}

static void write_run(DocxWriter *writer, const DocxLook *look, gboolean bold, const char *text)
{
    g_autofree char *safe = display_text(text);
    start(writer, "w:r");
    start(writer, "w:rPr");
    if (bold)
        property(writer, "w:b", NULL);
    if (look->italic)
        property(writer, "w:i", NULL);
    write_size(writer, look);
    end(writer);
    start(writer, "w:t");
    attribute(writer, "xml:space", "preserve");
    xmlTextWriterWriteString(writer->xml, BAD_CAST safe);
    end(writer);
    end(writer);
}

void docx_write_labelled(DocxWriter *writer, const DocxLook *look, const char *label, const char *text)
{
    start(writer, "w:p");
    write_properties(writer, look);
    if (label)
        write_run(writer, look, TRUE, label);
    if (text)
        write_run(writer, look, look->bold, text);
    end(writer);
}

void docx_write_paragraph(DocxWriter *writer, const DocxLook *look, const char *text)
{
    docx_write_labelled(writer, look, NULL, text);
}

/* --- tables -----------------------------------------------------------------------------------------------
 */

static void write_lines(DocxWriter *writer)
{
    static const char *const sides[] = {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"};
    start(writer, "w:tblBorders");
    for (guint i = 0; i < G_N_ELEMENTS(sides); i++) {
        start(writer, sides[i]);
        attribute(writer, "w:val", "single");
        attribute(writer, "w:sz", "4");
        attribute(writer, "w:space", "0");
        attribute(writer, "w:color", "000000");
        end(writer);
    }
    end(writer);
}

static void write_width(DocxWriter *writer, const char *name, guint width)
{
    start(writer, name);
    number(writer, "w:w", width);
    attribute(writer, "w:type", "dxa");
    end(writer);
}

void docx_begin_table(DocxWriter *writer, const guint *widths, guint columns, gboolean lines)
{
    guint whole = 0;
    writer->columns = MIN(columns, MOST_COLUMNS);
    for (guint i = 0; i < writer->columns; i++) {
        writer->widths[i] = twips(widths[i]);
        whole += writer->widths[i];
    }
    start(writer, "w:tbl");
    start(writer, "w:tblPr");
    write_width(writer, "w:tblW", whole);
    if (lines)
        write_lines(writer);
    start(writer, "w:tblLayout");
    attribute(writer, "w:type", "fixed");
    end(writer);
    end(writer);
    start(writer, "w:tblGrid");
    for (guint i = 0; i < writer->columns; i++) {
        start(writer, "w:gridCol");
        number(writer, "w:w", writer->widths[i]);
        end(writer);
    }
    end(writer);
}

void docx_begin_row(DocxWriter *writer, gboolean heading)
{
    writer->column = 0;
    start(writer, "w:tr");
    start(writer, "w:trPr");
    property(writer, "w:cantSplit", NULL);
    if (heading)
        property(writer, "w:tblHeader", NULL);
    end(writer);
}

void docx_begin_cell(DocxWriter *writer)
{
    start(writer, "w:tc");
    start(writer, "w:tcPr");
    write_width(writer, "w:tcW", writer->widths[MIN(writer->column, writer->columns - 1)]);
    end(writer);
    writer->column++;
}

void docx_begin_wide_cell(DocxWriter *writer)
{
    g_autofree char *columns = g_strdup_printf("%u", writer->columns);
    guint width = 0;
    for (guint i = 0; i < writer->columns; i++)
        width += writer->widths[i];
    start(writer, "w:tc");
    start(writer, "w:tcPr");
    write_width(writer, "w:tcW", width);
    property(writer, "w:gridSpan", columns);
    end(writer);
    writer->column = writer->columns;
}

void docx_end_cell(DocxWriter *writer)
{
    end(writer);
}

void docx_end_row(DocxWriter *writer)
{
    end(writer);
}

void docx_end_table(DocxWriter *writer, guint gap)
{
    const DocxLook empty = {.flush = TRUE, .points = gap, .line = gap};
    end(writer);
    docx_write_paragraph(writer, &empty, NULL);
}

/* --- the package ------------------------------------------------------------------------------------------
 */

static const char types[] = HEAD
    "<Types xmlns=\"" PACKAGE "/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
    "<Override PartName=\"/word/document.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>"
    "<Override PartName=\"/word/header1.xml\" "
    "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml\"/>"
    "<Override PartName=\"/docProps/core.xml\" "
    "ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/></Types>";

static const char package_relations[] =
    HEAD "<Relationships xmlns=\"" PACKAGE "/relationships\">"
         "<Relationship Id=\"rId1\" Type=\"" RELATIONS "/officeDocument\" Target=\"word/document.xml\"/>"
         "<Relationship Id=\"rId2\" Type=\"" PACKAGE "/relationships/metadata/core-properties\" "
         "Target=\"docProps/core.xml\"/></Relationships>";

static const char document_relations[] =
    HEAD "<Relationships xmlns=\"" PACKAGE "/relationships\">"
         "<Relationship Id=\"rId1\" Type=\"" RELATIONS "/styles\" Target=\"styles.xml\"/>"
         "<Relationship Id=\"rId2\" Type=\"" RELATIONS "/header\" Target=\"header1.xml\"/></Relationships>";

static const char styles[] =
    HEAD "<w:styles xmlns:w=\"" WORD "\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"" FONT
         "\" w:eastAsia=\"" FONT "\" w:hAnsi=\"" FONT "\" w:cs=\"" FONT "\"/><w:sz w:val=\"28\"/>"
         "<w:szCs w:val=\"28\"/><w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\"/></w:rPr></w:rPrDefault>"
         "<w:pPrDefault/></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
         "<w:name w:val=\"Normal\"/><w:qFormat/></w:style></w:styles>";

static const char header[] = HEAD
    "<w:hdr xmlns:w=\"" WORD
    "\"><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"26\"/></w:rPr>"
    "<w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:rPr><w:sz w:val=\"26\"/></w:rPr>"
    "<w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:rPr><w:sz w:val=\"26\"/></w:rPr>"
    "<w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:rPr><w:sz "
    "w:val=\"26\"/></w:rPr><w:t>2</w:t></w:r><w:r>"
    "<w:rPr><w:sz w:val=\"26\"/></w:rPr><w:fldChar w:fldCharType=\"end\"/></w:r></w:p></w:hdr>";

static void write_section(DocxWriter *writer)
{
    start(writer, "w:sectPr");
    start(writer, "w:headerReference");
    attribute(writer, "w:type", "default");
    attribute(writer, "r:id", "rId2");
    end(writer);
    start(writer, "w:pgSz");
    number(writer, "w:w", PAGE_WIDTH);
    number(writer, "w:h", PAGE_HEIGHT);
    end(writer);
    start(writer, "w:pgMar");
    number(writer, "w:top", MARGIN_TOP);
    number(writer, "w:right", MARGIN_RIGHT);
    number(writer, "w:bottom", MARGIN_TOP);
    number(writer, "w:left", MARGIN_LEFT);
    number(writer, "w:header", MARGIN_HEADER);
    number(writer, "w:footer", MARGIN_HEADER);
    number(writer, "w:gutter", 0);
    end(writer);
    property(writer, "w:titlePg", NULL); /* no number on the first page */
    end(writer);
}

static char *core_properties(const char *title)
{
    g_autofree char *safe = display_text(title);
    g_autofree char *escaped = g_markup_escape_text(safe, -1);
    return g_strdup_printf(HEAD "<cp:coreProperties xmlns:cp=\"" PACKAGE "/metadata/core-properties\" "
                                "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>%s</dc:title>"
                                "<dc:creator>rasoat</dc:creator></cp:coreProperties>",
                           escaped);
}

GBytes *docx_writer_finish(DocxWriter *writer, const char *title, GError **error)
{
    write_section(writer);
    xmlTextWriterEndDocument(writer->xml);
    xmlTextWriterFlush(writer->xml);
    g_autofree char *core = core_properties(title);
    const struct {
        const char *name, *text;
    } texts[] = {{"[Content_Types].xml", types},
                 {"_rels/.rels", package_relations},
                 {"word/document.xml", (const char *)xmlBufferContent(writer->buffer)},
                 {"word/_rels/document.xml.rels", document_relations},
                 {"word/styles.xml", styles},
                 {"word/header1.xml", header},
                 {"docProps/core.xml", core}};
    RepackPart parts[G_N_ELEMENTS(texts)];
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        parts[i] = (RepackPart){texts[i].name, g_bytes_new_static(texts[i].text, strlen(texts[i].text))};
    GBytes *package = repack_new(parts, G_N_ELEMENTS(parts), error);
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++)
        g_bytes_unref(parts[i].content);
    return package;
}
