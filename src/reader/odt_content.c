/* The elements of text content: what each opens, closes, adds to the paragraph, or keeps from view. */
#include "reader/odt_content.h"

#include "base/error.h"
#include "base/text_hash.h"
#include "base/translate.h"
#include "reader/odt_state.h"

enum { MAX_SPACES = 1000, MAX_REPEAT = 10000, MAX_NAMED_OBJECTS = 20 };

OdtContent *odt_content_new(OdtStyles *styles, Document *document)
{
    OdtContent *content = g_new0(OdtContent, 1);
    content->styles = styles;
    content->document = document;
    content->numbering = odt_numbering_new(styles);
    content->flows = g_array_new(FALSE, FALSE, sizeof(OdtFlow));
    content->paragraphs = g_ptr_array_new_with_free_func(odt_paragraph_free);
    content->master_pages = text_table_new(NULL);
    return content;
}

void odt_content_free(OdtContent *content)
{
    if (!content)
        return;
    odt_numbering_free(content->numbering);
    g_array_unref(content->flows);
    g_ptr_array_unref(content->paragraphs);
    g_hash_table_unref(content->master_pages);
    g_free(content);
}

static gboolean is_true(const XmlElement *element, guint name)
{
    return xml_value_is(odt_attribute(element, name), "true");
}
/* Flows -------------------------------------------------------------------------------------------------- */

static OdtFlow *push_flow(OdtContent *content)
{
    OdtFlow flow = {0};
    if (content->flows->len > 0)
        flow = *odt_present_flow(content);
    flow.first_list = odt_numbering_depth(content->numbering);
    flow.first_paragraph = content->open;
    g_array_append_val(content->flows, flow);
    return odt_present_flow(content);
}

static void pop_flow(OdtContent *content)
{
    g_array_set_size(content->flows, content->flows->len - 1);
}

/* A note or a comment: a text of its own, in no table. */
static void push_side_flow(OdtContent *content, Layer layer)
{
    OdtFlow *flow = push_flow(content);
    flow->layer = layer;
    flow->place = PLACE_PARAGRAPH;
    flow->table = 0;
    flow->table_depth = 0;
}

static void push_place(OdtContent *content, Place place)
{
    push_flow(content)->place = place;
}

void odt_content_enter(OdtContent *content, Layer layer, GPtrArray *into)
{
    content->into = into;
    push_flow(content)->layer = layer;
}

void odt_content_leave(OdtContent *content)
{
    pop_flow(content);
    content->into = NULL;
}

gboolean odt_content_is_open(const OdtContent *content)
{
    return content->flows->len > 0;
}

GHashTable *odt_content_master_pages(OdtContent *content, gboolean *starts_on_default)
{
    *starts_on_default = content->starts_on_default;
    return content->master_pages;
}
void odt_content_text(OdtContent *content, const char *text, gsize length)
{
    OdtParagraph *paragraph = odt_present_paragraph(content);
    if (paragraph)
        odt_paragraph_text(paragraph, text, length);
}

static void mark(OdtContent *content, char c, gint64 count)
{
    OdtParagraph *paragraph = odt_present_paragraph(content);
    if (paragraph)
        odt_paragraph_mark(paragraph, c, (guint)CLAMP(count, 0, MAX_SPACES));
}

static void start_span(OdtContent *content, const XmlElement *element)
{
    OdtParagraph *paragraph = odt_present_paragraph(content);
    if (paragraph)
        odt_paragraph_push(paragraph, odt_styles_find(content->styles, ODT_FAMILY_TEXT,
                                                      odt_attribute(element, N_STYLE_NAME)));
}

static void end_span(OdtContent *content)
{
    OdtParagraph *paragraph = odt_present_paragraph(content);
    if (paragraph)
        odt_paragraph_pop(paragraph);
}

/* Fields that hide (§7.7.5, §7.7.6) ---------------------------------------------------------------------- */

static void read_hidden_text(OdtContent *content, const XmlElement *element)
{
    OdtParagraph *paragraph = odt_present_paragraph(content);
    XmlValue text = odt_attribute(element, N_STRING_VALUE);

    if (!is_true(element, N_IS_HIDDEN))
        return;
    if (paragraph && text.text)
        odt_paragraph_hide(paragraph, text.text, text.length);
    xml_skip(element);
}

static void read_hidden_paragraph(OdtContent *content, const XmlElement *element)
{
    OdtParagraph *paragraph = odt_present_paragraph(content);
    if (paragraph && is_true(element, N_IS_HIDDEN))
        paragraph->all_hidden = TRUE;
    xml_skip(element);
}

/* A section is hidden outright or by a condition, whose outcome the file may tell. */
static void start_section(OdtContent *content, const XmlElement *element)
{
    XmlValue display = odt_attribute(element, N_DISPLAY);
    gboolean hidden =
        xml_value_is(display, "none") ||
        (xml_value_is(display, "condition") && !xml_value_is(odt_attribute(element, N_IS_HIDDEN), "false"));
    OdtFlow *flow = push_flow(content);
    flow->hidden = flow->hidden || hidden;
}

/* Tracked changes (§5.5) --------------------------------------------------------------------------------- */

static void note_change(OdtContent *content, guint name)
{
    OdtParagraph *paragraph = odt_present_paragraph(content);

    document_warn(content->document, WARNING_TRACKED_CHANGES, NULL);
    if (paragraph)
        paragraph->block.flags |= BLOCK_CHANGED;
    if (name == N_CHANGE_START)
        content->open_changes++;
    else if (name == N_CHANGE_END && content->open_changes > 0)
        content->open_changes--;
}

/* Tables ------------------------------------------------------------------------------------------------- */

static gboolean start_table(OdtContent *content, const XmlElement *element, GError **error)
{
    guint limit = content->document->budget->limits->table_depth;

    odt_note_master_page(
        content, odt_styles_find(content->styles, ODT_FAMILY_TABLE, odt_attribute(element, N_STYLE_NAME)));
    OdtFlow *flow = push_flow(content);
    if (flow->table_depth >= MIN(limit, G_MAXUINT8)) {
        error_set_both(error, RASOAT_ERROR_LIMIT_TABLES, NULL, N_("bảng lồng nhau quá %u tầng"), limit);
        return FALSE;
    }
    flow->table_depth++;
    flow->table = ++content->tables;
    flow->row = flow->column = 0;
    return TRUE;
}

static gint64 repeat_of(const XmlElement *element, guint name)
{
    return CLAMP(xml_value_int(odt_attribute(element, name), 1), 1, MAX_REPEAT);
}

static gboolean start_table_element(OdtContent *content, const XmlElement *element, GError **error)
{
    OdtFlow *flow = odt_present_flow(content);

    switch (element->name) {
    case N_TABLE:
        return start_table(content, element, error);
    case N_TABLE_ROW:
        flow->column = 0;
        flow->row_repeat = repeat_of(element, N_NUMBER_ROWS_REPEATED);
        break;
    case N_TABLE_CELL:
        flow->column_repeat = repeat_of(element, N_NUMBER_COLUMNS_REPEATED);
        push_place(content, flow->place == PLACE_CONTENTS ? PLACE_CONTENTS : PLACE_CELL);
        break;
    case N_COVERED_TABLE_CELL:
        flow->column += repeat_of(element, N_NUMBER_COLUMNS_REPEATED);
        xml_skip(element); /* a merged neighbour hides what is in it */
        break;
    default:
        break;
    }
    return TRUE;
}

static void end_table_element(OdtContent *content, guint name)
{
    switch (name) {
    case N_TABLE:
        pop_flow(content);
        break;
    case N_TABLE_ROW:
        odt_present_flow(content)->row += odt_present_flow(content)->row_repeat;
        break;
    case N_TABLE_CELL:
        pop_flow(content);
        odt_present_flow(content)->column += odt_present_flow(content)->column_repeat;
        break;
    default:
        break;
    }
}

/* Frames and shapes -------------------------------------------------------------------------------------- */

/* Objects are named one by one as long as a person would read the list. */
static void warn_object(OdtContent *content, const XmlElement *element)
{
    g_autofree char *target = xml_value_dup(odt_attribute(element, N_HREF));
    gboolean name_it = target && content->objects++ < MAX_NAMED_OBJECTS;

    document_warn(content->document, WARNING_NOT_READ, name_it ? target : "object");
}

static void start_drawing(OdtContent *content, const XmlElement *element)
{
    switch (element->name) {
    case N_OBJECT:
    case N_OBJECT_OLE:
        warn_object(content, element);
        xml_skip(element);
        break;
    case N_IMAGE:
        xml_skip(element);
        break;
    default:
        push_place(content, PLACE_TEXT_BOX);
        break;
    }
}

/* Events ------------------------------------------------------------------------------------------------- */

static void start_note(OdtContent *content, const XmlElement *element)
{
    content->note_layer =
        xml_value_is(odt_attribute(element, N_NOTE_CLASS), "endnote") ? LAYER_ENDNOTE : LAYER_FOOTNOTE;
}

/* Elements that no one sees where they stand, and fields that are set without being shown. */
static gboolean is_unseen(const XmlElement *element)
{
    switch (element->name) {
    case N_NOTE_CITATION:
    case N_NUMBER:
    case N_RUBY_TEXT:
    case N_SCRIPT:
    case N_TABLE_OF_CONTENT_SOURCE:
    case N_ILLUSTRATION_INDEX_SOURCE:
    case N_TABLE_INDEX_SOURCE:
    case N_OBJECT_INDEX_SOURCE:
    case N_USER_INDEX_SOURCE:
    case N_ALPHABETICAL_INDEX_SOURCE:
    case N_BIBLIOGRAPHY_SOURCE:
        return TRUE;
    default:
        return xml_value_is(odt_attribute(element, N_DISPLAY), "none");
    }
}

static void start_text_element(OdtContent *content, const XmlElement *element)
{
    switch (element->name) {
    case N_P:
    case N_H:
        odt_start_paragraph(content, element);
        break;
    case N_SPAN:
        start_span(content, element);
        break;
    case N_S:
        mark(content, ' ', xml_value_int(odt_attribute(element, N_C), 1));
        break;
    case N_TAB:
        mark(content, '\t', 1);
        break;
    case N_LINE_BREAK:
        mark(content, '\n', 1);
        break;
    case N_LIST:
        odt_numbering_start_list(content->numbering, element, odt_present_flow(content)->first_list);
        break;
    case N_LIST_ITEM:
    case N_LIST_HEADER:
        odt_numbering_start_item(content->numbering, element, odt_present_flow(content)->first_list);
        break;
    case N_NUMBERED_PARAGRAPH:
        odt_numbering_start_single(content->numbering, element);
        break;
    case N_NOTE:
        start_note(content, element);
        break;
    case N_NOTE_BODY:
        push_side_flow(content, content->note_layer);
        break;
    case N_SECTION:
        start_section(content, element);
        break;
    case N_INDEX_BODY:
        push_place(content, PLACE_CONTENTS);
        break;
    case N_CHANGE:
    case N_CHANGE_START:
    case N_CHANGE_END:
        note_change(content, element->name);
        break;
    case N_CHANGED_REGION: /* text:tracked-changes: what was deleted, and who changed what */
        document_warn(content->document, WARNING_TRACKED_CHANGES, NULL);
        xml_skip(element);
        break;
    case N_HIDDEN_TEXT:
        read_hidden_text(content, element);
        break;
    case N_HIDDEN_PARAGRAPH:
        read_hidden_paragraph(content, element);
        break;
    default:
        if (is_unseen(element))
            xml_skip(element);
        break;
    }
}

static void start_office_element(OdtContent *content, const XmlElement *element)
{
    if (element->name == N_ANNOTATION) {
        document_warn(content->document, WARNING_COMMENTS, NULL);
        push_side_flow(content, LAYER_COMMENT);
    } else if (element->name == N_FORMS) {
        xml_skip(element);
    }
}

gboolean odt_content_start(OdtContent *content, const XmlElement *element, GError **error)
{
    switch (element->space) {
    case ODT_TEXT:
        start_text_element(content, element);
        break;
    case ODT_TABLE:
        return start_table_element(content, element, error);
    case ODT_DRAW:
        start_drawing(content, element);
        break;
    case ODT_OFFICE:
        start_office_element(content, element);
        break;
    case ODT_DC:
    case ODT_META:
    case ODT_SVG: /* who commented and when; titles of pictures */
        xml_skip(element);
        break;
    default:
        break;
    }
    return TRUE;
}

static gboolean end_text_element(OdtContent *content, guint name, GError **error)
{
    switch (name) {
    case N_P:
    case N_H:
        return odt_end_paragraph(content, error);
    case N_SPAN:
        end_span(content);
        break;
    case N_LIST:
    case N_NUMBERED_PARAGRAPH:
        odt_numbering_end_list(content->numbering);
        break;
    case N_NOTE_BODY:
    case N_SECTION:
    case N_INDEX_BODY:
        pop_flow(content);
        break;
    default:
        break;
    }
    return TRUE;
}

gboolean odt_content_end(OdtContent *content, guint space, guint name, GError **error)
{
    if (space == ODT_TEXT)
        return end_text_element(content, name, error);
    if (space == ODT_TABLE)
        end_table_element(content, name);
    else if (space == ODT_DRAW || (space == ODT_OFFICE && name == N_ANNOTATION))
        pop_flow(content);
    return TRUE;
}
