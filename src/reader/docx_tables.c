/* Tables of a story: numbers, rows, grid columns, merged and deleted cells (ECMA-376 part 1 §17.4). */
#include "base/error.h"
#include "base/translate.h"
#include "reader/docx_state.h"

enum { GRID_LIMIT = 1024 }; /* Word stops at 63 columns */

TableState *story_table(Story *story)
{
    if (story->tables->len == 0)
        return NULL;
    return &g_array_index(story->tables, TableState, story->tables->len - 1);
}

gboolean story_begin_table(Story *story, GError **error)
{
    guint limit = MIN(story->docx->budget->limits->table_depth, G_MAXUINT8);
    if (story->tables->len >= limit) {
        error_set_both(error, RASOAT_ERROR_LIMIT_TABLES, story->part, N_("bảng lồng nhau quá %u tầng"),
                       limit);
        return FALSE;
    }
    TableState table = {.number = ++story->docx->tables};
    g_array_append_val(story->tables, table);
    return TRUE;
}

void story_begin_row(Story *story)
{
    TableState *table = story_table(story);
    if (!table)
        return;
    if (table->row_begun)
        table->row++;
    table->row_begun = TRUE;
    table->column = 0;
    table->row_hidden = FALSE;
    table->row_deleted = FALSE;
}

void story_begin_cell(Story *story)
{
    TableState *table = story_table(story);
    if (!table)
        return;
    table->span = 1;
    table->cell_dropped = FALSE;
    guint8 place = PLACE_CELL;
    g_byte_array_append(story->places, &place, 1);
}

void story_end_cell(Story *story)
{
    TableState *table = story_table(story);
    if (!table)
        return;
    table->column = MIN(table->column + table->span, GRID_LIMIT);
    g_byte_array_set_size(story->places, story->places->len - 1);
}

void story_row_property(Story *story, const XmlElement *element)
{
    TableState *table = story_table(story);
    if (!table || element->space != SPACE_W)
        return;
    switch (element->name) {
    case DOCX_GRID_BEFORE:
        table->column = (guint32)CLAMP(xml_value_int(docx_val(element), 0), 0, GRID_LIMIT);
        break;
    case DOCX_HIDDEN:
        table->row_hidden = docx_on(element);
        break;
    case DOCX_DEL:
        table->row_deleted = TRUE;
        document_warn(story->docx->document, WARNING_TRACKED_CHANGES, NULL);
        break;
    case DOCX_INS:
        document_warn(story->docx->document, WARNING_TRACKED_CHANGES, NULL);
        break;
    default:
        break;
    }
}

static gboolean continues_merge(const XmlElement *element)
{
    XmlValue value = docx_val(element);
    return !value.text || xml_value_is(value, "continue");
}

void story_cell_property(Story *story, const XmlElement *element)
{
    TableState *table = story_table(story);
    if (!table || element->space != SPACE_W)
        return;
    if (element->name == DOCX_GRID_SPAN)
        table->span = (guint32)CLAMP(xml_value_int(docx_val(element), 1), 1, GRID_LIMIT);
    else if ((element->name == DOCX_V_MERGE || element->name == DOCX_H_MERGE) && continues_merge(element))
        table->cell_dropped = TRUE;
}
