/* The text of one part in reading order (ECMA-376 part 1 §17, part 3 for alternate content): one pass of SAX
 * over the part, every element either moves the story's state or is passed over. */
#include "reader/docx_story.h"

#include <string.h>

#include "reader/docx_state.h"
#include "reader/docx_symbols.h"

#define NO_BREAK_HYPHEN "\xE2\x80\x91"

/* --- what is not text, and what is named as not read --- */

static void warn_not_read(Story *story, const XmlElement *element, guint attribute)
{
    XmlValue id = xml_attribute(element, SPACE_R, attribute);
    const DocxRelationship *relationship = story->is_main ? docx_parts_by_id(story->docx->parts, id) : NULL;
    document_warn(story->docx->document, WARNING_NOT_READ, relationship ? relationship->target : story->part);
}

/* 13 by 18 cm in EMU: what stands before the text and is as large as that is a page of its own, as scans are.
 */
enum { PAGE_WIDTH = 4680000, PAGE_HEIGHT = 6480000 };

static void start_placement(Story *story, const XmlElement *element)
{
    if (element->name == DOCX_INLINE || element->name == DOCX_ANCHOR) {
        XmlValue behind = xml_attribute(element, XML_OTHER, DOCX_BEHIND_DOC);
        story->behind_text = xml_value_is(behind, "1") || xml_value_is(behind, "true");
        story->page_sized = FALSE;
    } else if (element->name == DOCX_EXTENT) {
        story->page_sized = xml_value_int(xml_attribute(element, XML_OTHER, DOCX_CX), 0) >= PAGE_WIDTH &&
                            xml_value_int(xml_attribute(element, XML_OTHER, DOCX_CY), 0) >= PAGE_HEIGHT;
    }
}

static void start_drawing(Story *story, const XmlElement *element)
{
    if (element->name == DOCX_BLIP && story->page_sized && !story->behind_text)
        warn_not_read(story, element, DOCX_EMBED);
}

static void append_symbol(Story *story, const XmlElement *element)
{
    XmlValue code = xml_attribute(element, SPACE_W, DOCX_CHAR);
    FontKind font = font_kind(xml_attribute(element, SPACE_W, DOCX_FONT));
    gunichar value = 0;
    for (gsize i = 0; i < code.length && i < 6 && g_ascii_isxdigit(code.text[i]); i++)
        value = value * 16 + (gunichar)g_ascii_xdigit_value(code.text[i]);
    gunichar character = docx_symbol(font, value);
    if (character == 0 || !g_unichar_validate(character))
        return;
    char utf8[6];
    story_append(story, utf8, (gsize)g_unichar_to_utf8(character, utf8));
}

static gint64 note_id(const XmlElement *element)
{
    return xml_value_int(xml_attribute(element, SPACE_W, DOCX_ID), -1);
}

static void begin_note(Story *story, const XmlElement *element)
{
    if (!story->notes)
        return;
    g_array_unref(story->capture);
    story->capture = g_array_new(FALSE, FALSE, sizeof(Block));
    story->note_id = note_id(element);
}

/* From here on the note can be found; what stands outside notes goes into an array that nobody reads. */
static gboolean end_note(Story *story, GError **error)
{
    if (!story->notes)
        return TRUE;
    if (!story_flush_joined(story, error))
        return FALSE;
    g_hash_table_replace(story->notes->by_id, GINT_TO_POINTER((gint)story->note_id), story->capture);
    story->capture = g_array_new(FALSE, FALSE, sizeof(Block));
    return TRUE;
}

/* --- elements of the text --- */

static gboolean start_cell(Story *story, const XmlElement *element)
{
    const TableState *table = story_table(story);
    if (!table || table->row_deleted)
        xml_skip(element);
    else
        story_begin_cell(story);
    return TRUE;
}

static gboolean start_table(Story *story, const XmlElement *element, GError **error)
{
    const TableState *around = story_table(story);
    if (around && around->cell_dropped) {
        xml_skip(element);
        return TRUE;
    }
    return story_flush_joined(story, error) && story_begin_table(story, error);
}

static void start_paragraph(Story *story, const XmlElement *element)
{
    const TableState *table = story_table(story);
    if (table && table->cell_dropped)
        xml_skip(element);
    else
        story_begin_paragraph(story, xml_element_number(element));
}

static void start_control(Story *story)
{
    guint8 none = 0;
    g_byte_array_append(story->controls, &none, 1);
}

static void start_simple_field(Story *story, const XmlElement *element)
{
    g_autofree char *instruction = xml_value_dup(xml_attribute(element, SPACE_W, DOCX_INSTR));
    guint8 contents = instruction && field_is_contents(instruction);
    g_byte_array_append(story->controls, &contents, 1);
    story->contents += contents;
}

static void end_control(Story *story)
{
    if (story->controls->len == 0)
        return;
    if (story->controls->data[story->controls->len - 1])
        story->contents--;
    g_byte_array_set_size(story->controls, story->controls->len - 1);
}

static void start_text_box(Story *story, const XmlElement *element)
{
    guint8 place = PLACE_TEXT_BOX;
    if (story->deleted > 0)
        xml_skip(element);
    else
        g_byte_array_append(story->places, &place, 1);
}

/* VML WordArt carries its text in an attribute: titles of old files, "DỰ THẢO" across a page. */
static gboolean read_word_art(Story *story, XmlValue text, GError **error)
{
    guint8 place = PLACE_TEXT_BOX;
    if (text.length == 0 || story->deleted > 0)
        return TRUE;
    g_byte_array_append(story->places, &place, 1);
    story_begin_paragraph(story, 0);
    story_append(story, text.text, text.length);
    gboolean ended = story_end_paragraph(story, error);
    g_byte_array_set_size(story->places, story->places->len - 1);
    return ended;
}

/* Properties count only inside what they belong to. */
static void enter_area(Story *story, const XmlElement *element, Area area, gboolean inside)
{
    if (inside)
        story->area = area;
    else
        xml_skip(element);
}

static gboolean start_word(Story *story, const XmlElement *element, GError **error)
{
    DocxParagraph *paragraph = story_paragraph(story);
    switch (element->name) {
    case DOCX_T:
        story->take = TAKE_TEXT;
        break;
    case DOCX_R:
        if (paragraph)
            docx_paragraph_begin_run(paragraph);
        break;
    case DOCX_R_PR:
        enter_area(story, element, AREA_RUN, paragraph != NULL);
        break;
    case DOCX_P:
        start_paragraph(story, element);
        break;
    case DOCX_P_PR:
        enter_area(story, element, AREA_PARAGRAPH, paragraph != NULL);
        break;
    case DOCX_TAB:
    case DOCX_PTAB:
        story_append(story, "\t", 1);
        break;
    case DOCX_BR:
    case DOCX_CR:
        story_append(story, "\n", 1);
        break;
    case DOCX_NO_BREAK_HYPHEN:
        story_append(story, NO_BREAK_HYPHEN, strlen(NO_BREAK_HYPHEN));
        break;
    case DOCX_SYM:
        append_symbol(story, element);
        break;
    case DOCX_INS:
    case DOCX_MOVE_TO:
        story->inserted++;
        story_mark_changed(story);
        break;
    case DOCX_DEL:
    case DOCX_MOVE_FROM:
        story->deleted++;
        story_mark_changed(story);
        break;
    case DOCX_TBL:
        return start_table(story, element, error);
    case DOCX_TR:
        story_begin_row(story);
        break;
    case DOCX_TR_PR:
        enter_area(story, element, AREA_ROW, story_table(story) != NULL);
        break;
    case DOCX_TC:
        return start_cell(story, element);
    case DOCX_TC_PR:
        enter_area(story, element, AREA_CELL, story_table(story) != NULL);
        break;
    case DOCX_TXBX_CONTENT:
        start_text_box(story, element);
        break;
    case DOCX_SDT:
        start_control(story);
        break;
    case DOCX_SDT_PR:
        story->area = AREA_CONTROL;
        break;
    case DOCX_FLD_SIMPLE:
        start_simple_field(story, element);
        break;
    case DOCX_FLD_CHAR:
        story_field_char(story, xml_attribute(element, SPACE_W, DOCX_FLD_CHAR_TYPE));
        break;
    case DOCX_INSTR_TEXT:
        story->take = TAKE_INSTRUCTION;
        break;
    case DOCX_FOOTNOTE_REFERENCE:
        return story_place_note(story, LAYER_FOOTNOTE, note_id(element), error);
    case DOCX_ENDNOTE_REFERENCE:
        return story_place_note(story, LAYER_ENDNOTE, note_id(element), error);
    case DOCX_COMMENT_REFERENCE:
        return story_place_note(story, LAYER_COMMENT, note_id(element), error);
    case DOCX_FOOTNOTE:
    case DOCX_ENDNOTE:
    case DOCX_COMMENT:
        begin_note(story, element);
        break;
    case DOCX_SECT_PR:
        story->area_before = AREA_TEXT;
        story->area = AREA_SECTION;
        break;
    case DOCX_ALT_CHUNK:
    case DOCX_SUB_DOC:
        warn_not_read(story, element, DOCX_ID);
        xml_skip(element);
        break;
    case DOCX_TBL_PR:
    case DOCX_TBL_GRID:
    case DOCX_SDT_END_PR:
    case DOCX_FF_DATA:
    case DOCX_FLD_DATA:
    case DOCX_RT:
        xml_skip(element);
        break;
    default:
        break;
    }
    return TRUE;
}

static void start_math(Story *story, const XmlElement *element)
{
    DocxParagraph *paragraph = story_paragraph(story);
    if (element->name == DOCX_T)
        story->take = TAKE_TEXT;
    else if (element->name == DOCX_R && paragraph)
        docx_paragraph_begin_run(paragraph);
    else if (element->name == DOCX_CTRL_PR)
        xml_skip(element);
}

static gboolean story_start(gpointer data, const XmlElement *element, GError **error)
{
    Story *story = data;
    switch (element->space) {
    case SPACE_W:
        if (story->area == AREA_TEXT)
            return start_word(story, element, error);
        story_property(story, element);
        break;
    case SPACE_MATH:
        start_math(story, element);
        break;
    case SPACE_MC:
        story_alternate(story, element);
        break;
    case SPACE_OFFICE:
        if (element->name == DOCX_OLE_OBJECT)
            warn_not_read(story, element, DOCX_ID);
        break;
    case SPACE_PLACEMENT:
        start_placement(story, element);
        break;
    case SPACE_DRAWING:
        start_drawing(story, element);
        break;
    case SPACE_VML:
        if (element->name == DOCX_TEXTPATH && story->area == AREA_TEXT)
            return read_word_art(story, xml_attribute(element, XML_OTHER, DOCX_STRING), error);
        break;
    case SPACE_DIAGRAM:
        if (element->name == DOCX_REL_IDS)
            warn_not_read(story, element, DOCX_DM);
        break;
    default:
        break;
    }
    return TRUE;
}

/* --- ends --- */

static gboolean end_table(Story *story)
{
    if (story->tables->len > 0)
        g_array_set_size(story->tables, story->tables->len - 1);
    return TRUE;
}

static gboolean end_word(Story *story, guint name, GError **error)
{
    switch (name) {
    case DOCX_T:
    case DOCX_INSTR_TEXT:
        story->take = TAKE_NOTHING;
        break;
    case DOCX_R_PR:
        story->area = story->area == AREA_MARK ? AREA_PARAGRAPH : AREA_TEXT;
        break;
    case DOCX_P_PR:
    case DOCX_TR_PR:
    case DOCX_TC_PR:
    case DOCX_SDT_PR:
        story->area = AREA_TEXT;
        break;
    case DOCX_SECT_PR:
        story->area = story->area_before;
        story->section++;
        break;
    case DOCX_P:
        return story_end_paragraph(story, error);
    case DOCX_INS:
    case DOCX_MOVE_TO:
        story->inserted--;
        break;
    case DOCX_DEL:
    case DOCX_MOVE_FROM:
        story->deleted--;
        break;
    case DOCX_TBL:
        return end_table(story);
    case DOCX_TC:
        if (!story_flush_joined(story, error))
            return FALSE;
        story_end_cell(story);
        break;
    case DOCX_TXBX_CONTENT:
        if (!story_flush_joined(story, error))
            return FALSE;
        g_byte_array_set_size(story->places, story->places->len - 1);
        break;
    case DOCX_SDT:
    case DOCX_FLD_SIMPLE:
        end_control(story);
        break;
    case DOCX_FOOTNOTE:
    case DOCX_ENDNOTE:
    case DOCX_COMMENT:
        return end_note(story, error);
    default:
        break;
    }
    return TRUE;
}

static gboolean story_end(gpointer data, guint space, guint name, GError **error)
{
    Story *story = data;
    if (space == SPACE_W)
        return end_word(story, name, error);
    if (space == SPACE_MATH && name == DOCX_T)
        story->take = TAKE_NOTHING;
    else if (space == SPACE_MC && name == DOCX_ALTERNATE_CONTENT && story->branches->len > 0)
        g_byte_array_set_size(story->branches, story->branches->len - 1);
    return TRUE;
}

static gboolean story_text(gpointer data, const char *text, gsize length, GError **error)
{
    Story *story = data;
    (void)error;
    if (story->take == TAKE_TEXT) {
        gboolean line_end = length == 1 && *text == '\n'; /* of the file, no line break */
        story_append(story, line_end ? " " : text, length);
    } else if (story->take == TAKE_INSTRUCTION) {
        story_field_instruction(story, text, length);
    }
    return TRUE;
}

gboolean docx_story_read(Docx *docx, const char *part, Layer layer, GArray *capture, DocxNotes *notes,
                         GError **error)
{
    static const XmlHandler handler = {story_start, story_end, story_text};
    g_autoptr(GBytes) bytes = package_read(docx->package, part, error);
    if (!bytes)
        return FALSE;
    Story story = {
        .docx = docx,
        .part = part,
        .layer = layer,
        .is_main = layer == LAYER_BODY,
        .capture = notes ? g_array_new(FALSE, FALSE, sizeof(Block)) : capture,
        .notes = notes,
        .paragraphs = g_ptr_array_new_with_free_func(docx_paragraph_free),
        .tables = g_array_new(FALSE, FALSE, sizeof(TableState)),
        .places = g_byte_array_new(),
        .controls = g_byte_array_new(),
        .branches = g_byte_array_new(),
        .fields = g_array_new(FALSE, FALSE, sizeof(Field)),
    };
    gboolean read = xml_parse(bytes, part, &docx_vocabulary, &handler, &story, docx->budget, error) &&
                    story_flush_joined(&story, error);
    if (notes)
        g_array_unref(story.capture);
    g_ptr_array_unref(story.paragraphs);
    g_array_unref(story.tables);
    g_byte_array_unref(story.places);
    g_byte_array_unref(story.controls);
    g_byte_array_unref(story.branches);
    g_array_unref(story.fields);
    return read;
}
