/* Collecting a paragraph's text and what its runs have in common. */
#include "reader/odt_text.h"

#include <string.h>

static void piece_init(OdtPiece *piece)
{
    piece->text = g_string_sized_new(256);
}

static void piece_begin(OdtPiece *piece, LegacyEncoding legacy)
{
    g_string_truncate(piece->text, 0);
    piece->legacy_start = 0;
    piece->legacy = legacy;
    piece->after_space = TRUE;
    piece->decoded = FALSE;
}

OdtPending *odt_pending_new(const Block *block)
{
    OdtPending *pending = g_new(OdtPending, 1);
    pending->block = *block;
    pending->text = g_strdup(block->text);
    pending->label = g_strdup(block->label);
    pending->block.text = pending->text;
    pending->block.label = pending->label;
    return pending;
}

void odt_pending_free(gpointer data)
{
    OdtPending *pending = data;
    if (!pending)
        return;
    g_free(pending->text);
    g_free(pending->label);
    g_free(pending);
}

OdtParagraph *odt_paragraph_new(void)
{
    OdtParagraph *paragraph = g_new0(OdtParagraph, 1);
    piece_init(&paragraph->shown);
    piece_init(&paragraph->hidden);
    paragraph->runs = g_array_new(FALSE, FALSE, sizeof(OdtRun));
    paragraph->after = g_ptr_array_new_with_free_func(odt_pending_free);
    return paragraph;
}

void odt_paragraph_free(gpointer data)
{
    OdtParagraph *paragraph = data;
    g_string_free(paragraph->shown.text, TRUE);
    g_string_free(paragraph->hidden.text, TRUE);
    g_array_unref(paragraph->runs);
    g_ptr_array_unref(paragraph->after);
    g_free(paragraph->label);
    g_free(paragraph);
}

void odt_paragraph_begin(OdtParagraph *paragraph, OdtRun run)
{
    piece_begin(&paragraph->shown, run.legacy);
    piece_begin(&paragraph->hidden, run.legacy);
    g_array_set_size(paragraph->runs, 0);
    g_array_append_val(paragraph->runs, run);
    paragraph->common = ODT_RUN_FLAGS;
    paragraph->inked = paragraph->bold = paragraph->all_hidden = FALSE;
    paragraph->bold_end = 0;
    paragraph->block = block_plain("");
    g_clear_pointer(&paragraph->label, g_free);
    g_ptr_array_set_size(paragraph->after, 0);
}

static const OdtRun *present_run(const OdtParagraph *paragraph)
{
    return &g_array_index(paragraph->runs, OdtRun, paragraph->runs->len - 1);
}

void odt_paragraph_push(OdtParagraph *paragraph, const OdtProperties *span)
{
    OdtRun run = *present_run(paragraph);

    if (span) {
        guint flags = span->set & ODT_RUN_FLAGS;
        run.flags = (run.flags & ~flags) | (span->run & flags);
        if (span->set & ODT_SET_FONT)
            run.legacy = span->legacy;
    }
    g_array_append_val(paragraph->runs, run);
}

void odt_paragraph_pop(OdtParagraph *paragraph)
{
    g_array_set_size(paragraph->runs, paragraph->runs->len - 1);
}

/* Decodes what the piece holds in a legacy encoding. The bold prefix, a byte count, moves along. */
static void decode_tail(OdtPiece *piece, gsize *bold_end)
{
    GString *text = piece->text;
    gsize start = piece->legacy_start;

    if (piece->legacy == LEGACY_NONE || start >= text->len)
        return;
    g_autofree char *decoded = legacy_decode(text->str + start, (gssize)(text->len - start), piece->legacy);
    if (g_str_equal(decoded, text->str + start))
        return;
    piece->decoded = TRUE;
    gboolean all_bold = bold_end && *bold_end == text->len;
    if (bold_end && *bold_end > start && !all_bold) {
        g_autofree char *head = legacy_decode(text->str + start, (gssize)(*bold_end - start), piece->legacy);
        *bold_end = start + strlen(head);
    }
    g_string_truncate(text, start);
    g_string_append(text, decoded);
    if (all_bold)
        *bold_end = text->len;
}

static void switch_encoding(OdtPiece *piece, LegacyEncoding legacy, gsize *bold_end)
{
    if (piece->legacy == legacy)
        return;
    decode_tail(piece, bold_end);
    piece->legacy = legacy;
    piece->legacy_start = piece->text->len;
}

/* Notes that the shown text grew from a length on, under a run. */
static void note_run(OdtParagraph *paragraph, gsize before, gboolean inked, guint flags)
{
    if ((!inked || flags & ODT_SET_BOLD) && paragraph->bold_end == before)
        paragraph->bold_end = paragraph->shown.text->len;
    if (!inked)
        return;
    paragraph->inked = TRUE;
    paragraph->common &= flags;
    if (flags & ODT_SET_BOLD)
        paragraph->bold = TRUE;
}

/* Appends with white space collapsed; TRUE when something other than white space came. What stands already
 * as it should, single spaces included, is copied in one go. */
static gboolean append_collapsed(OdtPiece *piece, const char *text, gsize length)
{
    gboolean inked = FALSE, after_space = piece->after_space;
    gsize start = 0;

    for (gsize at = 0; at < length; at++) {
        guchar c = (guchar)text[at];
        if (c > ' ') {
            inked = TRUE;
            after_space = FALSE;
            continue;
        }
        if (c == ' ' && !after_space) {
            after_space = TRUE;
            continue;
        }
        g_string_append_len(piece->text, text + start, (gssize)(at - start));
        start = at + 1;
        if (!after_space)
            g_string_append_c(piece->text, ' ');
        after_space = TRUE;
    }
    g_string_append_len(piece->text, text + start, (gssize)(length - start));
    piece->after_space = after_space;
    return inked;
}

void odt_paragraph_text(OdtParagraph *paragraph, const char *text, gsize length)
{
    const OdtRun *run = present_run(paragraph);

    if (run->flags & ODT_SET_HIDDEN) {
        switch_encoding(&paragraph->hidden, run->legacy, NULL);
        append_collapsed(&paragraph->hidden, text, length);
        return;
    }
    switch_encoding(&paragraph->shown, run->legacy, &paragraph->bold_end);
    gsize before = paragraph->shown.text->len;
    gboolean inked = append_collapsed(&paragraph->shown, text, length);
    note_run(paragraph, before, inked, run->flags);
}

void odt_paragraph_mark(OdtParagraph *paragraph, char c, guint count)
{
    gboolean hidden = (present_run(paragraph)->flags & ODT_SET_HIDDEN) != 0;
    OdtPiece *piece = hidden ? &paragraph->hidden : &paragraph->shown;
    gsize before = piece->text->len;

    for (guint i = 0; i < count; i++)
        g_string_append_c(piece->text, c);
    piece->after_space = FALSE;
    if (!hidden)
        note_run(paragraph, before, FALSE, 0);
}

void odt_paragraph_hide(OdtParagraph *paragraph, const char *text, gsize length)
{
    switch_encoding(&paragraph->hidden, present_run(paragraph)->legacy, NULL);
    append_collapsed(&paragraph->hidden, text, length);
}

static void finish_piece(OdtPiece *piece, gsize *bold_end)
{
    decode_tail(piece, bold_end);
    if (piece->after_space && piece->text->len > 0 && piece->text->str[piece->text->len - 1] == ' ')
        g_string_truncate(piece->text, piece->text->len - 1);
}

void odt_paragraph_finish(OdtParagraph *paragraph)
{
    static const struct {
        guint run;
        guint8 block;
    } flags[] = {{ODT_SET_ITALIC, BLOCK_ITALIC},
                 {ODT_SET_UNDERLINE, BLOCK_UNDERLINE},
                 {ODT_SET_CAPS, BLOCK_CAPS},
                 {ODT_SET_STRIKE, BLOCK_STRIKE}};
    Block *block = &paragraph->block;

    finish_piece(&paragraph->shown, &paragraph->bold_end);
    finish_piece(&paragraph->hidden, NULL);
    block->text = paragraph->shown.text->str;
    block->length = (guint32)paragraph->shown.text->len;
    block->label = paragraph->label;
    block->bold_prefix = paragraph->bold ? (guint32)MIN(paragraph->bold_end, block->length) : 0;
    for (guint i = 0; paragraph->inked && i < G_N_ELEMENTS(flags); i++) {
        if (paragraph->common & flags[i].run)
            block->flags |= flags[i].block;
    }
    if (paragraph->shown.decoded)
        block->flags |= BLOCK_DECODED;
}
