/* Cutting blocks at line breaks, tabs and wide gaps of spaces. */
#include "document/pieces.h"

#include <string.h>

#include "text/fold.h"

/* Typists align the motto with runs of spaces as well as with tabs. */
#define GAP_SPACES 4

static void add_piece(GArray *pieces, const Block *block, guint index, guint32 from, guint32 to, guint column)
{
    Piece piece = {.block = index, .view = *block, .column = column};
    piece.view.text = block->text + from;
    piece.view.length = to - from;
    piece.view.bold_prefix = block->bold_prefix > from ? MIN(block->bold_prefix - from, to - from) : 0;
    if (from > 0)
        piece.view.label = NULL;
    line_read(&piece.view, index, &piece.line);
    if (!line_is_empty(&piece.line))
        g_array_append_val(pieces, piece);
}

/* Bytes of the gap at the place: a tab or a run of spaces; 0 when there is none. What goes on in small
 * letters is no new column but a blank to fill in ("ngày     tháng"). */
static guint32 gap_at(const Block *block, guint32 at)
{
    guint32 end = at;
    gboolean tab = FALSE;
    if (at >= block->length || (block->text[at] != ' ' && block->text[at] != '\t'))
        return 0;
    while (end < block->length && (block->text[end] == ' ' || block->text[end] == '\t'))
        tab |= block->text[end++] == '\t';
    if (end < block->length && g_unichar_islower(g_utf8_get_char(block->text + end)))
        return 0;
    return tab || end - at >= GAP_SPACES ? end - at : 0;
}

static void cut_block(GArray *pieces, const Block *block, guint index)
{
    guint32 from = skip_space(block->text, 0, block->length);
    const gboolean indented = gap_at(block, 0) > 0;
    guint column = block->place == PLACE_CELL ? block->column : 0;
    const guint first_column = column;
    if (indented && block->place != PLACE_CELL)
        column++;
    for (guint32 at = from; at < block->length;) {
        const guint32 gap = gap_at(block, at);
        if (block->text[at] != '\n' && gap == 0) {
            at++;
            continue;
        }
        add_piece(pieces, block, index, from, at, column);
        column = block->text[at] == '\n' ? first_column : column + 1;
        at += MAX(gap, 1);
        from = at;
    }
    add_piece(pieces, block, index, from, block->length, column);
}

GArray *pieces_read(const Document *document, guint first, guint end, guint limit)
{
    GArray *pieces = g_array_new(FALSE, FALSE, sizeof(Piece));
    for (guint i = first; i < end && pieces->len < limit; i++) {
        const Block *block = document_block(document, i);
        if (block->layer == LAYER_BODY)
            cut_block(pieces, block, i);
    }
    return pieces;
}

char *piece_text(const Piece *piece)
{
    char *text = one_line(piece->view.text, piece->view.length);
    return text ? text : g_strdup("");
}

char *piece_folded(const Piece *piece)
{
    Folded folded;
    text_fold(piece->view.text, piece->view.length, FOLD_BARE, FALSE, &folded);
    return folded.text;
}
