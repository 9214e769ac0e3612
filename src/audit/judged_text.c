/* A document without comments and hidden text, and the way back to the numbers of its blocks. */
#include "audit/judged_text.h"

static gboolean is_judged(const Block *block)
{
    return block->layer != LAYER_COMMENT && block->layer != LAYER_HIDDEN;
}

JudgedText *judged_text_new(const Document *document)
{
    JudgedText *text = g_new0(JudgedText, 1);
    guint count = document->blocks->len;
    text->view = *document;
    text->view.blocks = g_array_sized_new(FALSE, FALSE, sizeof(Block), count);
    text->numbers = g_new0(guint, count + 1);
    for (guint i = 0; i < count; i++) {
        const Block *block = document_block(document, i);
        if (!is_judged(block))
            continue;
        text->numbers[text->view.blocks->len] = i;
        g_array_append_vals(text->view.blocks, block, 1);
    }
    return text;
}

void judged_text_free(JudgedText *text)
{
    if (!text)
        return;
    g_array_unref(text->view.blocks);
    g_free(text->numbers);
    g_free(text);
}

static void renumber(const JudgedText *text, GArray *places)
{
    for (guint i = 0; i < places->len; i++) {
        Evidence *place = &g_array_index(places, Evidence, i);
        place->block = text->numbers[place->block];
    }
}

void judged_text_renumber(const JudgedText *text, Result *result)
{
    for (guint i = 0; i < result->findings->len; i++) {
        Finding *finding = result->findings->pdata[i];
        renumber(text, finding->evidence);
        renumber(text, finding->nearest);
    }
    for (guint i = 0; result->outline && i < result->outline->len; i++) {
        OutlineEntry *entry = &g_array_index(result->outline, OutlineEntry, i);
        entry->block = text->numbers[entry->block];
    }
}
