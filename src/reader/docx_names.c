/* The vocabulary of the DOCX reader. */
#include "reader/docx_names.h"

#define DOCX_NAME_TEXT(name, text) [DOCX_##name] = (text),
static const char *const names[] = {DOCX_NAMES(DOCX_NAME_TEXT)};

static const XmlSpace spaces[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", SPACE_W},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", SPACE_W},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", SPACE_R},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", SPACE_R},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", SPACE_MATH},
    {"http://purl.oclc.org/ooxml/officeDocument/math", SPACE_MATH},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", SPACE_MC},
    {"urn:schemas-microsoft-com:vml", SPACE_VML},
    {"urn:schemas-microsoft-com:office:office", SPACE_OFFICE},
    {"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing", SPACE_PLACEMENT},
    {"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", SPACE_PLACEMENT},
    {"http://schemas.openxmlformats.org/drawingml/2006/main", SPACE_DRAWING},
    {"http://purl.oclc.org/ooxml/drawingml/main", SPACE_DRAWING},
    {"http://schemas.openxmlformats.org/drawingml/2006/diagram", SPACE_DIAGRAM},
    {"http://purl.oclc.org/ooxml/drawingml/diagram", SPACE_DIAGRAM},
    {"http://schemas.openxmlformats.org/package/2006/relationships", SPACE_PACKAGE},
    {"http://schemas.openxmlformats.org/package/2006/content-types", SPACE_TYPES},
};

const XmlVocabulary docx_vocabulary = {
    .names = names,
    .name_count = DOCX_NAME_COUNT,
    .spaces = spaces,
    .space_count = G_N_ELEMENTS(spaces),
};

gboolean docx_on(const XmlElement *element)
{
    XmlValue value = docx_val(element);
    return !xml_value_is(value, "0") && !xml_value_is(value, "false") && !xml_value_is(value, "off");
}
