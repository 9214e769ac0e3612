/* Paragraphs of an ODF text document: how one begins, from its style, its place and its list, and where its
 * block goes when it ends. A paragraph inside another (in a note, a comment, a frame) waits until the outer
 * one is complete. */
#include "reader/odt_state.h"

void odt_note_master_page(OdtContent *content, const OdtProperties *properties)
{
    const OdtFlow *flow = odt_present_flow(content);
    if (content->into || flow->layer != LAYER_BODY)
        return;
    const char *page = properties ? properties->master_page : NULL;
    if (!content->body_begun)
        content->starts_on_default = page == NULL;
    content->body_begun = TRUE;
    if (page && !g_hash_table_contains(content->master_pages, page))
        g_hash_table_add(content->master_pages, g_strdup(page));
}

static OdtParagraph *open_paragraph(OdtContent *content)
{
    if (content->open == content->paragraphs->len)
        g_ptr_array_add(content->paragraphs, odt_paragraph_new());
    return g_ptr_array_index(content->paragraphs, content->open++);
}

static void fill_block(OdtContent *content, guint source, Block *block, const OdtProperties *properties)
{
    const OdtFlow *flow = odt_present_flow(content);

    block->source = source;
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

void odt_start_paragraph(OdtContent *content, const XmlElement *element)
{
    const OdtProperties *properties =
        odt_styles_find(content->styles, ODT_FAMILY_PARAGRAPH, odt_attribute(element, N_STYLE_NAME));

    odt_note_master_page(content, properties);
    OdtParagraph *paragraph = open_paragraph(content);
    odt_paragraph_begin(paragraph, (OdtRun){properties->run & ODT_RUN_FLAGS, properties->legacy});
    fill_block(content, xml_element_number(element), &paragraph->block, properties);
    guint level = 0;
    if (element->name == N_H) {
        level =
            (guint)CLAMP(xml_value_int(odt_attribute(element, N_OUTLINE_LEVEL), 1), 1, ODT_LIST_LEVELS) - 1;
        paragraph->block.outline_level = (guint8)level;
    }
    odt_numbering_apply(content->numbering, element, level, properties, paragraph,
                        odt_present_flow(content)->first_list);
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
    if (content->into)
        return deliver(content, odt_pending_new(block), error);
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

gboolean odt_end_paragraph(OdtContent *content, GError **error)
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
