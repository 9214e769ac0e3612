/* A document without comments and hidden text. */
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
    for (guint i = 0; i < count; i++) {
        const Block *block = document_block(document, i);
        if (is_judged(block))
            g_array_append_vals(text->view.blocks, block, 1);
    }
    return text;
}

void judged_text_free(JudgedText *text)
{
    if (!text)
        return;
    g_array_unref(text->view.blocks);
    g_free(text);
}
