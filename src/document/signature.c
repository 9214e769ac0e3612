/* The signature stands right of the recipients in a table, or below them; an office may take two lines
 * ("KT. HIỆU TRƯỞNG", "PHÓ HIỆU TRƯỞNG") and the name follows in the same column. */
#include "document/signature.h"

#include <string.h>

#define NAME_WORDS_MOST 7
#define OFFICE_BYTES 120

static gboolean is_office(const Piece *piece)
{
    return piece->line.phrase == PHRASE_AUTHORITY ||
           (piece->line.phrase == PHRASE_OFFICE && piece->line.capitals &&
            piece->view.length <= OFFICE_BYTES);
}

/* The head of the unit signs in the rightmost column; the first of its lines there. */
static guint find_office(const GArray *pieces)
{
    guint found = pieces->len;
    for (guint i = 0; i < pieces->len; i++) {
        if (is_office(piece_at(pieces, i)) &&
            (found == pieces->len || piece_at(pieces, i)->column > piece_at(pieces, found)->column))
            found = i;
    }
    return found;
}

/* Two to seven words, each with a capital: "Nguyễn Văn A", "ThS. Trần B". */
static gboolean is_name(const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    const guint count = g_strv_length(words);
    if (count < 2 || count > NAME_WORDS_MOST)
        return FALSE;
    for (guint i = 0; i < count; i++) {
        if (!g_unichar_isupper(g_utf8_get_char(words[i])))
            return FALSE;
    }
    return strpbrk(text, "0123456789:;/(") == NULL;
}

static void read_signer(const GArray *pieces, FrontMatter *front)
{
    const guint office = find_office(pieces);
    if (office == pieces->len)
        return;
    g_autoptr(GString) offices = g_string_new(NULL);
    for (guint i = office; i < pieces->len; i++) {
        const Piece *piece = piece_at(pieces, i);
        if (piece->column != piece_at(pieces, office)->column)
            continue;
        g_autofree char *text = piece_text(piece);
        const gboolean more =
            is_office(piece) || (i > office && piece->line.capitals && piece->line.phrase == PHRASE_BODY);
        if (more) {
            g_string_append_printf(offices, "%s%s", offices->len > 0 ? " / " : "", text);
        } else if (is_name(text)) {
            front->signer = g_steal_pointer(&text);
            break;
        }
    }
    front->signer_office = g_strdup(offices->str);
    front->signer_block = piece_at(pieces, office)->block;
}

static void read_recipients(const GArray *pieces, FrontMatter *front)
{
    guint column = G_MAXUINT;
    for (guint i = 0; i < pieces->len; i++) {
        const Piece *piece = piece_at(pieces, i);
        if (piece->line.phrase == PHRASE_RECIPIENTS) {
            front->has_recipients = TRUE;
            column = piece->column;
        }
        if (column == G_MAXUINT || piece->column != column || is_office(piece))
            continue;
        const gboolean listed = piece->line.phrase == PHRASE_RECIPIENTS ||
                                mark_is_bullet(piece->line.mark.style) || piece->line.last == ';' ||
                                piece->line.last == '.';
        const guint last = front->recipients->len;
        const gboolean known = last > 0 && g_array_index(front->recipients, guint, last - 1) == piece->block;
        if (listed && !known)
            g_array_append_val(front->recipients, piece->block);
    }
}

void signature_read(const GArray *pieces, FrontMatter *front)
{
    if (!front->signer_office)
        read_signer(pieces, front);
    if (!front->has_recipients)
        read_recipients(pieces, front);
}
