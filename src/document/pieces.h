/* Front and back matter cut into pieces: a block is one piece unless line breaks or tabs make it a little
 * table of its own ("UBND HUYỆN A<tab>CỘNG HÒA …"). Each piece knows the column it stands in. */
#ifndef RASOAT_DOCUMENT_PIECES_H
#define RASOAT_DOCUMENT_PIECES_H

#include "document/lines.h"

typedef struct {
    guint block;
    Block view;   /* the piece as a block; text belongs to the document and may go on after view.length */
    Line line;    /* of view */
    guint column; /* of the table, or counted by tabs */
} Piece;

/* The pieces that are not empty of the body blocks [first, end), at most limit of them. Free with
 * g_array_unref. */
GArray *pieces_read(const Document *document, guint first, guint end, guint limit);

static inline const Piece *piece_at(const GArray *pieces, guint index)
{
    return &g_array_index(pieces, Piece, index);
}

/* The piece as one line; never NULL. Owned by the caller. */
char *piece_text(const Piece *piece);

/* The piece folded without marks; never NULL. Owned by the caller. */
char *piece_folded(const Piece *piece);

#endif
