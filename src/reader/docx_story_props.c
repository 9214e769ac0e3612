/* Properties in a story: of paragraphs, their marks, runs, rows, cells, content controls and sections
 * (ECMA-376 part 1 §17.3, §17.4, §17.5, §17.6). */
#include "reader/docx_state.h"

static gboolean is_change(guint name)
{
    return name == DOCX_INS || name == DOCX_DEL || name == DOCX_MOVE_FROM || name == DOCX_MOVE_TO;
}

/* A large initial is a paragraph of its own in the file, and a letter of the next one to the eye. */
static gboolean is_drop_cap(const XmlElement *element)
{
    XmlValue value = xml_attribute(element, SPACE_W, DOCX_DROP_CAP);
    return xml_value_is(value, "drop") || xml_value_is(value, "margin");
}

static void start_paragraph_property(Story *story, const XmlElement *element)
{
    DocxParagraph *paragraph = story_paragraph(story);
    switch (element->name) {
    case DOCX_P_STYLE:
        paragraph->style = docx_styles_find(story->docx->styles, STYLE_PARAGRAPH, docx_val(element));
        break;
    case DOCX_R_PR:
        story->area = AREA_MARK;
        break;
    case DOCX_SECT_PR:
        story->area_before = AREA_PARAGRAPH;
        story->area = AREA_SECTION;
        break;
    case DOCX_FRAME_PR:
        if (is_drop_cap(element))
            paragraph->goes_on = TRUE;
        break;
    case DOCX_NUM_PR: /* its children are properties like the others */
        break;
    default:
        para_props_take(&paragraph->props, element);
        xml_skip(element);
    }
}

static void start_mark_property(Story *story, const XmlElement *element)
{
    DocxParagraph *paragraph = story_paragraph(story);
    if (is_change(element->name)) {
        story_mark_changed(story);
        if (element->name == DOCX_DEL || element->name == DOCX_MOVE_FROM)
            paragraph->goes_on = TRUE;
    } else {
        run_props_take(&paragraph->mark, element, &story->docx->styles->theme);
    }
    xml_skip(element);
}

static void start_run_property(Story *story, const XmlElement *element)
{
    DocxParagraph *paragraph = story_paragraph(story);
    if (element->name == DOCX_R_STYLE) {
        paragraph->run_style = docx_styles_find(story->docx->styles, STYLE_CHARACTER, docx_val(element));
        paragraph->run_plain = FALSE;
    } else if (run_props_take(&paragraph->run, element, &story->docx->styles->theme)) {
        paragraph->run_plain = FALSE;
    }
    xml_skip(element);
}

static void start_control_property(Story *story, const XmlElement *element)
{
    if (element->name == XML_OTHER)
        return; /* docPartObj is one of those passed through */
    if (element->name == DOCX_DOC_PART_GALLERY && story->controls->len > 0 &&
        xml_value_is(docx_val(element), "Table of Contents")) {
        guint8 *contents = &story->controls->data[story->controls->len - 1];
        story->contents += *contents ? 0 : 1;
        *contents = 1;
    }
    xml_skip(element);
}

static void start_section_property(Story *story, const XmlElement *element)
{
    gboolean footer = element->name == DOCX_FOOTER_REFERENCE;
    if (story->is_main && (footer || element->name == DOCX_HEADER_REFERENCE)) {
        XmlValue type = xml_attribute(element, SPACE_W, DOCX_TYPE);
        const DocxRelationship *relationship =
            docx_parts_by_id(story->docx->parts, xml_attribute(element, SPACE_R, DOCX_ID));
        if (relationship && !relationship->external) {
            DocxMargin *margin = g_new0(DocxMargin, 1);
            margin->part = g_strdup(relationship->target);
            margin->footer = footer;
            margin->section = story->section;
            margin->order = xml_value_is(type, "first") ? 1 : xml_value_is(type, "even") ? 2 : 0;
            g_ptr_array_add(story->docx->margins, margin);
        }
    }
    xml_skip(element);
}

/* Inside properties every element is passed over once it is taken, so that no malformed file can close there
 * what was opened in the text. */
void story_property(Story *story, const XmlElement *element)
{
    switch (story->area) {
    case AREA_PARAGRAPH:
        start_paragraph_property(story, element);
        break;
    case AREA_MARK:
        start_mark_property(story, element);
        break;
    case AREA_RUN:
        start_run_property(story, element);
        break;
    case AREA_ROW:
        story_row_property(story, element);
        xml_skip(element);
        break;
    case AREA_CELL:
        story_cell_property(story, element);
        xml_skip(element);
        break;
    case AREA_CONTROL:
        start_control_property(story, element);
        break;
    case AREA_SECTION:
        start_section_property(story, element);
        break;
    case AREA_TEXT:
        break;
    }
}
