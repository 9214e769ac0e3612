/* From paragraphs to blocks: labels, levels, flags, and the order in which what hangs on a paragraph (hidden
 * text, notes, text boxes) follows it. */
#include <string.h>

#include "base/error.h"
#include "base/translate.h"
#include "reader/docx_state.h"

/* --- the open paragraph --- */

DocxParagraph *story_paragraph(Story *story)
{
    return story->open > 0 ? g_ptr_array_index(story->paragraphs, story->open - 1) : NULL;
}

/* The paragraph, open or joined on, at the nesting of the next one to begin. */
static DocxParagraph *next_paragraph(Story *story)
{
    if (story->paragraphs->len == story->open) {
        DocxParagraph *fresh = docx_paragraph_new();
        docx_paragraph_clear(fresh);
        g_ptr_array_add(story->paragraphs, fresh);
    }
    return g_ptr_array_index(story->paragraphs, story->open);
}

void story_begin_paragraph(Story *story, guint32 source)
{
    static const XmlValue no_style = {NULL, 0};
    DocxParagraph *paragraph = next_paragraph(story);
    DocxStyle *style = docx_styles_find(story->docx->styles, STYLE_PARAGRAPH, no_style);
    docx_paragraph_begin(paragraph, style, source);
    story->open++;
    story->field_moved = FALSE;
    if (story->deleted > 0 || story->inserted > 0)
        paragraph->changed = TRUE;
}

void story_append(Story *story, const char *text, gsize length)
{
    DocxParagraph *paragraph = story_paragraph(story);
    if (!paragraph || story->deleted > 0 || length == 0)
        return;
    if (story->instructions > 0) {
        g_string_append_len(paragraph->lost, text, (gssize)length);
        return;
    }
    const TableState *table = story_table(story);
    docx_paragraph_append(paragraph, story->docx->styles, text, length, table && table->row_hidden);
    if (story->contents > 0)
        paragraph->contents = TRUE;
}

void story_mark_changed(Story *story)
{
    DocxParagraph *paragraph = story_paragraph(story);
    if (paragraph)
        paragraph->changed = TRUE;
    document_warn(story->docx->document, WARNING_TRACKED_CHANGES, NULL);
}

/* --- where blocks go --- */

/* A copy that can wait: its strings are held by the reader. */
static Block hold(Docx *docx, const Block *block)
{
    Block held = *block;
    held.text = g_string_chunk_insert_len(docx->held, block->text, (gssize)block->length);
    if (block->label)
        held.label = g_string_chunk_insert(docx->held, block->label);
    return held;
}

/* Text boxes wait for the paragraph they are anchored in, notes for their reference. is_held: the strings of
 * the block are held already. */
static gboolean emit(Story *story, const Block *block, gboolean is_held, GError **error)
{
    GArray *target = story->capture;
    if (story->open > 0)
        target = story_paragraph(story)->after;
    if (!target)
        return document_add_block(story->docx->document, block, error);
    guint limit = story->docx->budget->limits->blocks;
    if (target->len >= limit) {
        error_set_both(error, RASOAT_ERROR_LIMIT_BLOCKS, story->part, N_("hơn %u đoạn"), limit);
        return FALSE;
    }
    Block held = is_held ? *block : hold(story->docx, block);
    g_array_append_val(target, held);
    return TRUE;
}

gboolean story_place_note(Story *story, Layer layer, gint64 id, GError **error)
{
    DocxParagraph *paragraph = story_paragraph(story);
    if (!paragraph || story->deleted > 0 || story->instructions > 0)
        return TRUE;
    GError *failure = NULL;
    g_autoptr(GArray) note = docx_notes_take(story->docx, layer, id, &failure);
    if (failure) {
        g_propagate_error(error, failure);
        return FALSE;
    }
    if (!note)
        return TRUE;
    if (layer == LAYER_COMMENT)
        document_warn(story->docx->document, WARNING_COMMENTS, NULL);
    g_array_append_vals(paragraph->after, note->data, note->len);
    return TRUE;
}

/* --- a paragraph's block --- */

/* The level of a list that comes by style: the one linked to the style or the nearest below it, else the
 * style's own w:ilvl (§17.9.23). */
static gint32 style_list_level(Docx *docx, DocxStyle *style)
{
    if (style->list_level >= 0)
        return style->list_level;
    int level = -1;
    for (const DocxStyle *at = style; at && level < 0; at = at->base) {
        level = docx_numbering_style_level(docx->numbering, style->para.num_id, at->id);
        if (at->own_level)
            break;
    }
    if (level < 0)
        level = style->para.set & PARA_LEVEL ? (int)CLAMP(style->para.level, 0, LIST_LEVELS) : 0;
    style->list_level = (gint8)level;
    return level;
}

/* numbering.xml is read when the first paragraph of a list comes. */
static gboolean load_numbering(Docx *docx, GError **error)
{
    if (docx->numbering)
        return TRUE;
    docx->numbering = docx_numbering_new(docx->styles);
    const char *part = docx_parts_by_type(docx->parts, "numbering");
    if (!part)
        return TRUE;
    GError *failure = NULL;
    g_autoptr(GBytes) bytes = package_read(docx->package, part, &failure);
    if (bytes)
        docx_numbering_read(docx->numbering, bytes, part, docx->budget, &failure);
    if (failure && docx_side_part_fatal(docx, part, &failure)) {
        g_propagate_error(error, failure);
        return FALSE;
    }
    return TRUE;
}

/* The list of a paragraph: its own, or its style's; 0 when none. */
static gint32 list_of(const DocxParagraph *paragraph)
{
    if (paragraph->props.set & PARA_NUM_ID)
        return paragraph->props.num_id;
    return paragraph->style && paragraph->style->para.set & PARA_NUM_ID ? paragraph->style->para.num_id : 0;
}

static const DocxLevel *count_list(Docx *docx, DocxParagraph *paragraph, Block *block, gboolean *by_style)
{
    DocxStyle *style = paragraph->style;
    const ParaProps *props = &paragraph->props;
    gboolean direct = (props->set & PARA_NUM_ID) != 0;
    gint32 num_id = list_of(paragraph);
    *by_style = !direct;
    if (num_id <= 0)
        return NULL;
    gint32 level = 0;
    if (props->set & PARA_LEVEL)
        level = props->level;
    else if (!direct || (style && style->para.num_id == num_id))
        level = style_list_level(docx, style);

    RunLook mark = docx_run_look(docx->styles, style, NULL, &paragraph->mark);
    g_string_truncate(docx->label, 0);
    const DocxLevel *found = docx_numbering_count(docx->numbering, num_id, level, mark, docx->label);
    if (!found)
        return NULL;
    block->list_level = (guint8)level;
    g_strchomp(docx->label->str);
    if (docx->label->str[0] != '\0')
        block->label = docx->label->str;
    return found;
}

/* Direct properties, then those of a list set directly, then the style's, then of a list that the style
 * brought, then the defaults. */
static void format_block(Docx *docx, DocxParagraph *paragraph, Block *block)
{
    gboolean by_style;
    const DocxLevel *level = count_list(docx, paragraph, block, &by_style);
    ParaProps props = paragraph->props;
    if (level && !by_style)
        para_props_inherit(&props, &level->para);
    if (paragraph->style)
        para_props_inherit(&props, &paragraph->style->para);
    if (level && by_style)
        para_props_inherit(&props, &level->para);
    para_props_inherit(&props, &docx->styles->para_defaults);

    if (props.set & PARA_OUTLINE)
        block->outline_level = props.outline;
    block->align = props.align;
    block->indent = (gint16)CLAMP(props.left + props.first, G_MININT16, G_MAXINT16);
}

static guint8 flags_of(const DocxParagraph *paragraph, gboolean decoded)
{
    static const struct {
        guint8 run, block;
    } flags[] = {{RUN_ITALIC, BLOCK_ITALIC},
                 {RUN_UNDERLINE, BLOCK_UNDERLINE},
                 {RUN_CAPS, BLOCK_CAPS},
                 {RUN_STRIKE, BLOCK_STRIKE}};
    guint8 out = 0;
    if (paragraph->changed)
        out |= BLOCK_CHANGED;
    if (decoded)
        out |= BLOCK_DECODED;
    for (gsize i = 0; i < G_N_ELEMENTS(flags) && paragraph->has_text; i++) {
        if (paragraph->common & flags[i].run)
            out |= flags[i].block;
    }
    return out;
}

static guint8 place_of(Story *story, const DocxParagraph *paragraph)
{
    gboolean empty_within = story->contents > 0 && paragraph->text->len == 0;
    if (paragraph->contents || empty_within)
        return PLACE_CONTENTS;
    guint count = story->places->len;
    return count > 0 ? story->places->data[count - 1] : PLACE_PARAGRAPH;
}

static void locate_block(Story *story, const DocxParagraph *paragraph, Block *block)
{
    const TableState *table = story_table(story);
    block->layer = (guint8)story->layer;
    block->place = place_of(story, paragraph);
    block->source = paragraph->source;
    block->table_depth = (guint8)story->tables->len;
    if (table) {
        block->table = table->number;
        block->row = table->row;
        block->column = table->column;
    }
}

static gboolean decode(Story *story, DocxParagraph *paragraph)
{
    Docx *docx = story->docx;
    LegacyEvidence *evidence = story->layer == LAYER_COMMENT ? &docx->legacy_of_comments : &docx->legacy;
    LegacyEncoding encoding = docx_paragraph_decode(paragraph, evidence);
    if (encoding == LEGACY_NONE)
        return FALSE;
    document_warn(docx->document, WARNING_LEGACY_FONT, encoding == LEGACY_VNI ? "VNI" : "TCVN3");
    return TRUE;
}

static gboolean emit_hidden(Story *story, DocxParagraph *paragraph, GError **error)
{
    Block block = block_plain(paragraph->hidden->str);
    locate_block(story, paragraph, &block);
    block.layer = LAYER_HIDDEN;
    document_warn(story->docx->document, WARNING_HIDDEN_TEXT, NULL);
    return emit(story, &block, FALSE, error);
}

/* The paragraph's own block, then what hangs on it. A paragraph of hidden text alone is not there for the
 * reader: no block of its own, no number. */
static gboolean emit_paragraph(Story *story, DocxParagraph *paragraph, GError **error)
{
    gboolean hidden = paragraph->hidden->len > 0;
    if (paragraph->has_text || !hidden) {
        if (list_of(paragraph) > 0 && !load_numbering(story->docx, error))
            return FALSE;
        gboolean decoded = decode(story, paragraph);
        Block block = block_plain(paragraph->text->str);
        locate_block(story, paragraph, &block);
        format_block(story->docx, paragraph, &block);
        block.bold_prefix = paragraph->has_text ? paragraph->bold_prefix : 0;
        block.flags = flags_of(paragraph, decoded);
        if (!emit(story, &block, FALSE, error))
            return FALSE;
    }
    if (hidden && !emit_hidden(story, paragraph, error))
        return FALSE;
    for (guint i = 0; i < paragraph->after->len; i++) {
        if (!emit(story, &g_array_index(paragraph->after, Block, i), TRUE, error))
            return FALSE;
    }
    return TRUE;
}

/* A whole paragraph of text inside an instruction, and nothing of the field in it: the field was never
 * closed, and the text is meant to be read. */
static void recover_lost_text(Story *story, DocxParagraph *paragraph)
{
    if (story->instructions > 0 && !story->field_moved && paragraph->lost->len > 0) {
        story_abandon_fields(story);
        story_append(story, paragraph->lost->str, paragraph->lost->len);
    }
}

gboolean story_end_paragraph(Story *story, GError **error)
{
    DocxParagraph *paragraph = story_paragraph(story);
    if (!paragraph)
        return TRUE;
    recover_lost_text(story, paragraph);
    story->open--;
    if (paragraph->goes_on) {
        paragraph->joined = TRUE;
        return TRUE;
    }
    return emit_paragraph(story, paragraph, error);
}

gboolean story_flush_joined(Story *story, GError **error)
{
    if (story->open >= story->paragraphs->len)
        return TRUE;
    DocxParagraph *paragraph = next_paragraph(story);
    if (!paragraph->joined)
        return TRUE;
    paragraph->joined = FALSE;
    if (paragraph->text->len == 0 && paragraph->hidden->len == 0 && paragraph->after->len == 0)
        return TRUE;
    return emit_paragraph(story, paragraph, error);
}
