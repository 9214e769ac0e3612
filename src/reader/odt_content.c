/* Text content of an ODF text document. Every place that holds paragraphs of its own (body, cell, frame,
 * note, comment, section, index) is a flow; flows are stacked, and so are the paragraphs open in them. A
 * paragraph inside another (in a note, a comment, a frame) waits until the outer one is complete. */
#include "reader/odt_content.h"

#include <string.h>

#include "base/error.h"
#include "reader/odt_lists.h"
#include "reader/odt_text.h"

enum { MAX_SPACES = 1000, MAX_REPEAT = 10000 };

typedef struct {
    Layer layer;
    Place place;
    gboolean hidden;
    guint table; /* number; 0 outside */
    gint64 row, column, row_repeat, column_repeat;
    guint table_depth;
    guint first_list, first_paragraph; /* those below belong to outer flows */
} Flow;

/* An open text:list (or text:numbered-paragraph) and its present item. */
typedef struct {
    const OdtListStyle *style; /* NULL: the paragraph's style says */
    OdtCounters *counters;
    guint level;
    gboolean continued, touched; /* goes on with earlier numbers; has had content */
    /* the item */
    gboolean due; /* its label is still to be shown */
    gint64 start; /* number it is given, or -1 */
    const OdtListStyle *override;
} OpenList;

struct OdtContent {
    OdtStyles *styles;
    Document *document;
    OdtLists *lists;
    OdtCounters *outline;
    GPtrArray *into;       /* of OdtPending; NULL: the document */
    GArray *flows;         /* of Flow */
    GArray *open_lists;    /* of OpenList */
    GPtrArray *paragraphs; /* of OdtParagraph, kept for reuse; the first `open` are open */
    guint open;
    guint sources; /* paragraphs seen in this part */
    guint tables;
    guint open_changes;
    Layer note_layer;
    GHashTable *master_pages; /* names; set */
    gboolean body_begun, starts_on_default;
};

OdtContent *odt_content_new(OdtStyles *styles, Document *document)
{
    OdtContent *content = g_new0(OdtContent, 1);
    content->styles = styles;
    content->document = document;
    content->lists = odt_lists_new();
    content->outline = odt_lists_by_id(content->lists, "");
    content->flows = g_array_new(FALSE, FALSE, sizeof(Flow));
    content->open_lists = g_array_new(FALSE, FALSE, sizeof(OpenList));
    content->paragraphs = g_ptr_array_new_with_free_func(odt_paragraph_free);
    content->master_pages = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return content;
}

void odt_content_free(OdtContent *content)
{
    if (!content)
        return;
    odt_lists_free(content->lists);
    g_array_unref(content->flows);
    g_array_unref(content->open_lists);
    g_ptr_array_unref(content->paragraphs);
    g_hash_table_unref(content->master_pages);
    g_free(content);
}

static XmlValue any(const XmlElement *element, guint name)
{
    return xml_attribute(element, XML_ANY_SPACE, name);
}

static gboolean is_true(const XmlElement *element, guint name)
{
    return xml_value_is(any(element, name), "true");
}

/* Flows -------------------------------------------------------------------------------------------------- */

static Flow *present_flow(const OdtContent *content)
{
    return &g_array_index(content->flows, Flow, content->flows->len - 1);
}

static Flow *push_flow(OdtContent *content)
{
    Flow flow = {0};
    if (content->flows->len > 0)
        flow = *present_flow(content);
    flow.first_list = content->open_lists->len;
    flow.first_paragraph = content->open;
    g_array_append_val(content->flows, flow);
    return present_flow(content);
}

static void pop_flow(OdtContent *content)
{
    g_array_set_size(content->flows, content->flows->len - 1);
}

/* A note or a comment: a text of its own, in no table. */
static void push_side_flow(OdtContent *content, Layer layer)
{
    Flow *flow = push_flow(content);
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

void odt_content_begin_part(OdtContent *content)
{
    content->sources = 0;
}

/* The paragraph that text belongs to here, or NULL between paragraphs. */
static OdtParagraph *present_paragraph(const OdtContent *content)
{
    if (content->open <= present_flow(content)->first_paragraph)
        return NULL;
    return g_ptr_array_index(content->paragraphs, content->open - 1);
}

/* Master pages ------------------------------------------------------------------------------------------- */

static void note_master_page(OdtContent *content, const OdtProperties *properties)
{
    const Flow *flow = present_flow(content);
    if (content->into || flow->layer != LAYER_BODY)
        return;
    const char *page = properties ? properties->master_page : NULL;
    if (!content->body_begun)
        content->starts_on_default = page == NULL;
    content->body_begun = TRUE;
    if (page && !g_hash_table_contains(content->master_pages, page))
        g_hash_table_add(content->master_pages, g_strdup(page));
}

GHashTable *odt_content_master_pages(OdtContent *content, gboolean *starts_on_default)
{
    *starts_on_default = content->starts_on_default;
    return content->master_pages;
}

/* Lists -------------------------------------------------------------------------------------------------- */

static OpenList *present_list(const OdtContent *content)
{
    if (content->open_lists->len <= present_flow(content)->first_list)
        return NULL;
    return &g_array_index(content->open_lists, OpenList, content->open_lists->len - 1);
}

/* A heading's list may be named after the outline style itself. */
static const OdtListStyle *find_list_style(OdtContent *content, const char *name, OdtCounters **counters)
{
    const OdtListStyle *style = name ? odt_styles_find_list(content->styles, name) : NULL;
    if (!style && name && g_str_equal(name, "Outline")) {
        *counters = content->outline;
        return odt_styles_outline(content->styles);
    }
    return style;
}

static void start_top_list(OdtContent *content, const XmlElement *element, OpenList *list)
{
    g_autofree char *style = xml_value_dup(any(element, N_STYLE_NAME));
    g_autofree char *id = xml_value_dup(any(element, N_ID));
    g_autofree char *continues = xml_value_dup(any(element, N_CONTINUE_LIST));
    OdtListStart start = {style, id, continues, is_true(element, N_CONTINUE_NUMBERING)};

    list->counters = odt_lists_begin(content->lists, &start, &list->continued);
    list->style = find_list_style(content, style, &list->counters);
}

/* A list in a list counts its level anew, unless it says otherwise or only leads a continued list back to
 * the level where it was left. */
static void start_sublist(OdtContent *content, const XmlElement *element, OpenList *outer, OpenList *list)
{
    XmlValue continues = any(element, N_CONTINUE_NUMBERING);
    g_autofree char *style = xml_value_dup(any(element, N_STYLE_NAME));

    *list = *outer;
    list->level = MIN(outer->level + 1, ODT_LIST_LEVELS - 1);
    if (style)
        list->style = find_list_style(content, style, &list->counters);
    list->continued = continues.text ? xml_value_is(continues, "true") : outer->continued && !outer->touched;
    if (!list->continued)
        odt_counters_restart(list->counters, list->level);
    outer->touched = TRUE;
    outer->due = FALSE; /* an item that begins with a list shows no label of its own */
}

static void start_list(OdtContent *content, const XmlElement *element)
{
    OpenList *outer = present_list(content);
    OpenList list = {.start = -1};

    if (outer)
        start_sublist(content, element, outer, &list);
    else
        start_top_list(content, element, &list);
    list.touched = list.due = FALSE;
    list.override = NULL;
    g_array_append_val(content->open_lists, list);
}

static void end_list(OdtContent *content)
{
    g_array_set_size(content->open_lists, content->open_lists->len - 1);
}

static void start_item(OdtContent *content, const XmlElement *element)
{
    OpenList *list = present_list(content);
    if (!list)
        return;
    g_autofree char *override = xml_value_dup(any(element, N_STYLE_OVERRIDE));

    list->due = element->name == N_LIST_ITEM;
    list->start = xml_value_int(any(element, N_START_VALUE), -1);
    list->override = override ? odt_styles_find_list(content->styles, override) : NULL;
}

/* text:numbered-paragraph (§5.3.6): one paragraph as an item of a list named by its id. */
static void start_numbered_paragraph(OdtContent *content, const XmlElement *element)
{
    g_autofree char *id = xml_value_dup(any(element, N_LIST_ID));
    g_autofree char *style = xml_value_dup(any(element, N_STYLE_NAME));
    OpenList list = {
        .counters = odt_lists_by_id(content->lists, id ? id : "numbered"),
        .level = (guint)CLAMP(xml_value_int(any(element, N_LEVEL), 1), 1, ODT_LIST_LEVELS) - 1,
        .start = xml_value_int(any(element, N_START_VALUE), -1),
        .due = TRUE,
    };

    list.style = find_list_style(content, style, &list.counters);
    g_array_append_val(content->open_lists, list);
}

static void set_label(OdtParagraph *paragraph, const OdtCounters *counters, const OdtListStyle *style,
                      guint level, LegacyEncoding legacy)
{
    paragraph->label = odt_list_label(counters, style, level);
    if (!paragraph->label || legacy == LEGACY_NONE)
        return;
    char *decoded = legacy_decode(paragraph->label, -1, legacy);
    g_free(paragraph->label);
    paragraph->label = decoded;
}

/* The paragraph as part of a list's item: the first one of the item shows the label. */
static void number_item(OdtContent *content, OpenList *list, OdtParagraph *paragraph,
                        const OdtProperties *properties)
{
    const OdtListStyle *style = list->override ? list->override : list->style;

    paragraph->block.list_level = (guint8)list->level;
    list->touched = TRUE;
    if (!style && properties->list_style)
        style = find_list_style(content, properties->list_style, &list->counters);
    if (!style)
        return;
    const OdtListLevel *level = &style->levels[list->level];
    if (!(properties->set & ODT_SET_MARGIN))
        paragraph->block.indent = (gint16)CLAMP(level->margin + level->indent, G_MININT16, G_MAXINT16);
    if (!list->due)
        return;
    list->due = FALSE;
    odt_counters_next(list->counters, style, list->level, list->start);
    set_label(paragraph, list->counters, style, list->level, properties->legacy);
}

/* A heading outside lists: numbered by the outline style, unless its own style takes the number away. */
static void number_heading(OdtContent *content, const XmlElement *element, OdtParagraph *paragraph,
                           const OdtProperties *properties, guint level)
{
    const OdtListStyle *outline = odt_styles_outline(content->styles);

    if (is_true(element, N_IS_LIST_HEADER) || properties->set & ODT_SET_OWN_LIST)
        return;
    gint64 start = -1;
    if (is_true(element, N_RESTART_NUMBERING))
        start = xml_value_int(any(element, N_START_VALUE), outline->levels[level].start);
    odt_counters_next(content->outline, outline, level, start);
    set_label(paragraph, content->outline, outline, level, properties->legacy);
    if (paragraph->label)
        paragraph->block.list_level = (guint8)level;
}

/* Paragraphs --------------------------------------------------------------------------------------------- */

static OdtParagraph *open_paragraph(OdtContent *content)
{
    if (content->open == content->paragraphs->len)
        g_ptr_array_add(content->paragraphs, odt_paragraph_new());
    return g_ptr_array_index(content->paragraphs, content->open++);
}

static void fill_block(OdtContent *content, Block *block, const OdtProperties *properties)
{
    const Flow *flow = present_flow(content);

    block->source = content->sources++;
    block->layer = (guint8)(flow->hidden ? LAYER_HIDDEN : flow->layer);
    block->place = (guint8)flow->place;
    block->table = flow->table;
    block->row = (guint32)MAX(flow->row, 0);
    block->column = (guint32)flow->column;
    block->table_depth = (guint8)flow->table_depth;
    block->align = properties->align;
    block->indent = (gint16)CLAMP(properties->margin + properties->indent, G_MININT16, G_MAXINT16);
    block->outline_level = properties->outline_level;
    if (content->open_changes > 0)
        block->flags |= BLOCK_CHANGED;
}

static void start_paragraph(OdtContent *content, const XmlElement *element)
{
    const OdtProperties *properties =
        odt_styles_find(content->styles, ODT_FAMILY_PARAGRAPH, any(element, N_STYLE_NAME));

    note_master_page(content, properties);
    OdtParagraph *paragraph = open_paragraph(content);
    odt_paragraph_begin(paragraph, (OdtRun){properties->run & ODT_RUN_FLAGS, properties->legacy});
    fill_block(content, &paragraph->block, properties);
    guint level = 0;
    if (element->name == N_H) {
        level = (guint)CLAMP(xml_value_int(any(element, N_OUTLINE_LEVEL), 1), 1, ODT_LIST_LEVELS) - 1;
        paragraph->block.outline_level = (guint8)level;
    }
    OpenList *list = present_list(content);
    if (list)
        number_item(content, list, paragraph, properties);
    else if (element->name == N_H)
        number_heading(content, element, paragraph, properties, level);
    if (paragraph->block.outline_level > 8 && paragraph->block.outline_level != BLOCK_NO_OUTLINE)
        paragraph->block.outline_level = 8;
}

static gboolean deliver(OdtContent *content, OdtPending *pending, GError **error)
{
    if (content->into) {
        g_ptr_array_add(content->into, pending);
        return TRUE;
    }
    gboolean ok = document_add_block(content->document, &pending->block, error);
    odt_pending_free(pending);
    return ok;
}

/* Hands a block on: to the paragraph it is anchored in, else out. */
static gboolean emit(OdtContent *content, OdtParagraph *outer, const Block *block, GError **error)
{
    if (block->layer == LAYER_HIDDEN && block->length > 0)
        document_warn(content->document, WARNING_HIDDEN_TEXT, NULL);
    if (block->flags & BLOCK_DECODED)
        document_warn(content->document, WARNING_LEGACY_FONT, NULL);
    if (outer) {
        g_ptr_array_add(outer->after, odt_pending_new(block));
        return TRUE;
    }
    if (content->into) {
        g_ptr_array_add(content->into, odt_pending_new(block));
        return TRUE;
    }
    return document_add_block(content->document, block, error);
}

static gboolean emit_hidden(OdtContent *content, OdtParagraph *outer, const OdtParagraph *paragraph,
                            GError **error)
{
    const OdtPiece *piece = &paragraph->hidden;
    if (piece->text->len == 0)
        return TRUE;
    Block block = paragraph->block;
    block.layer = LAYER_HIDDEN;
    block.text = piece->text->str;
    block.length = (guint32)piece->text->len;
    block.label = NULL;
    block.bold_prefix = 0;
    block.flags &= BLOCK_CHANGED;
    if (piece->decoded)
        block.flags |= BLOCK_DECODED;
    return emit(content, outer, &block, error);
}

static gboolean hand_on_anchored(OdtContent *content, OdtParagraph *outer, OdtParagraph *paragraph,
                                 GError **error)
{
    gboolean ok = TRUE;
    guint count = paragraph->after->len;

    for (guint i = 0; i < count; i++) {
        OdtPending *pending = g_ptr_array_index(paragraph->after, i);
        paragraph->after->pdata[i] = NULL;
        if (outer)
            g_ptr_array_add(outer->after, pending);
        else if (ok)
            ok = deliver(content, pending, error);
        else
            odt_pending_free(pending);
    }
    g_ptr_array_set_size(paragraph->after, 0);
    return ok;
}

static gboolean end_paragraph(OdtContent *content, GError **error)
{
    OdtParagraph *paragraph = g_ptr_array_index(content->paragraphs, content->open - 1);
    content->open--;
    OdtParagraph *outer =
        content->open > 0 ? g_ptr_array_index(content->paragraphs, content->open - 1) : NULL;

    odt_paragraph_finish(paragraph);
    if (paragraph->all_hidden)
        paragraph->block.layer = LAYER_HIDDEN;
    gboolean only_hidden = paragraph->block.length == 0 && paragraph->hidden.text->len > 0;
    return (only_hidden || emit(content, outer, &paragraph->block, error)) &&
           emit_hidden(content, outer, paragraph, error) &&
           hand_on_anchored(content, outer, paragraph, error);
}

void odt_content_text(OdtContent *content, const char *text, gsize length)
{
    OdtParagraph *paragraph = present_paragraph(content);
    if (paragraph)
        odt_paragraph_text(paragraph, text, length);
}

static void mark(OdtContent *content, char c, gint64 count)
{
    OdtParagraph *paragraph = present_paragraph(content);
    if (paragraph)
        odt_paragraph_mark(paragraph, c, (guint)CLAMP(count, 0, MAX_SPACES));
}

static void start_span(OdtContent *content, const XmlElement *element)
{
    OdtParagraph *paragraph = present_paragraph(content);
    if (paragraph)
        odt_paragraph_push(paragraph,
                           odt_styles_find(content->styles, ODT_FAMILY_TEXT, any(element, N_STYLE_NAME)));
}

static void end_span(OdtContent *content)
{
    OdtParagraph *paragraph = present_paragraph(content);
    if (paragraph)
        odt_paragraph_pop(paragraph);
}

/* Fields that hide (§7.7.5, §7.7.6) ---------------------------------------------------------------------- */

static void read_hidden_text(OdtContent *content, const XmlElement *element)
{
    OdtParagraph *paragraph = present_paragraph(content);
    XmlValue text = any(element, N_STRING_VALUE);

    if (!is_true(element, N_IS_HIDDEN))
        return;
    if (paragraph && text.text)
        odt_paragraph_hide(paragraph, text.text, text.length);
    xml_skip(element);
}

static void read_hidden_paragraph(OdtContent *content, const XmlElement *element)
{
    OdtParagraph *paragraph = present_paragraph(content);
    if (paragraph && is_true(element, N_IS_HIDDEN))
        paragraph->all_hidden = TRUE;
    xml_skip(element);
}

/* A section is hidden outright or by a condition, whose outcome the file may tell. */
static void start_section(OdtContent *content, const XmlElement *element)
{
    XmlValue display = any(element, N_DISPLAY);
    gboolean hidden = xml_value_is(display, "none") || (xml_value_is(display, "condition") &&
                                                        !xml_value_is(any(element, N_IS_HIDDEN), "false"));
    Flow *flow = push_flow(content);
    flow->hidden = flow->hidden || hidden;
}

/* Tracked changes (§5.5) --------------------------------------------------------------------------------- */

static void note_change(OdtContent *content, guint name)
{
    OdtParagraph *paragraph = present_paragraph(content);

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

    note_master_page(content, odt_styles_find(content->styles, ODT_FAMILY_TABLE, any(element, N_STYLE_NAME)));
    Flow *flow = push_flow(content);
    if (flow->table_depth >= MIN(limit, G_MAXUINT8)) {
        error_set(error, RASOAT_ERROR_LIMIT_TABLES, "tables nested deeper than %u", limit);
        return FALSE;
    }
    flow->table_depth++;
    flow->table = ++content->tables;
    flow->row = flow->column = 0;
    return TRUE;
}

static gint64 repeat_of(const XmlElement *element, guint name)
{
    return CLAMP(xml_value_int(any(element, name), 1), 1, MAX_REPEAT);
}

static gboolean start_table_element(OdtContent *content, const XmlElement *element, GError **error)
{
    Flow *flow = present_flow(content);

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
        present_flow(content)->row += present_flow(content)->row_repeat;
        break;
    case N_TABLE_CELL:
        pop_flow(content);
        present_flow(content)->column += present_flow(content)->column_repeat;
        break;
    default:
        break;
    }
}

/* Frames and shapes -------------------------------------------------------------------------------------- */

static void start_drawing(OdtContent *content, const XmlElement *element)
{
    switch (element->name) {
    case N_OBJECT:
    case N_OBJECT_OLE: {
        g_autofree char *target = xml_value_dup(any(element, N_HREF));
        document_warn(content->document, WARNING_NOT_READ, target ? target : "object");
        xml_skip(element);
        break;
    }
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
        xml_value_is(any(element, N_NOTE_CLASS), "endnote") ? LAYER_ENDNOTE : LAYER_FOOTNOTE;
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
        return xml_value_is(any(element, N_DISPLAY), "none");
    }
}

static void start_text_element(OdtContent *content, const XmlElement *element)
{
    switch (element->name) {
    case N_P:
    case N_H:
        start_paragraph(content, element);
        break;
    case N_SPAN:
        start_span(content, element);
        break;
    case N_S:
        mark(content, ' ', xml_value_int(any(element, N_C), 1));
        break;
    case N_TAB:
        mark(content, '\t', 1);
        break;
    case N_LINE_BREAK:
        mark(content, '\n', 1);
        break;
    case N_LIST:
        start_list(content, element);
        break;
    case N_LIST_ITEM:
    case N_LIST_HEADER:
        start_item(content, element);
        break;
    case N_NUMBERED_PARAGRAPH:
        start_numbered_paragraph(content, element);
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
        return end_paragraph(content, error);
    case N_SPAN:
        end_span(content);
        break;
    case N_LIST:
    case N_NUMBERED_PARAGRAPH:
        end_list(content);
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
