/* A document: what a reader makes of a file, and all that later stages know of it. An ordered array of blocks
 * (one a paragraph) in reading order, each with its layer, its place, its computed list label and just as
 * much formatting as headings are recognised by. No XML, no styles, no ZIP beyond this point.
 *
 * Reading order: footnotes, endnotes, comments and hidden text stand directly after the paragraph that refers
 * to or contains them, in their own layer; text boxes after the paragraph they are anchored in, in the body
 * layer; table cells row by row, left to right; headers and footers after the body (default, first, even;
 * each text once). */
#ifndef RASOAT_DOCUMENT_DOCUMENT_H
#define RASOAT_DOCUMENT_DOCUMENT_H

#include <glib.h>

#include "base/limits.h"

typedef enum {
    LAYER_BODY,
    LAYER_HEADER,
    LAYER_FOOTER,
    LAYER_FOOTNOTE,
    LAYER_ENDNOTE,
    LAYER_COMMENT,
    LAYER_HIDDEN, /* w:vanish, text:display="none", hidden sections */
} Layer;

/* Stable English name of a layer for JSON: "body", "headers", "footers", "footnotes", "endnotes", "comments",
 * "hidden". Static. */
const char *layer_name(Layer layer);

typedef enum {
    PLACE_PARAGRAPH,
    PLACE_CELL,     /* in a table cell */
    PLACE_TEXT_BOX, /* in a text box, frame or shape */
    PLACE_CONTENTS, /* in a table of contents or another generated index, as the file marks it */
} Place;

typedef enum { ALIGN_START, ALIGN_CENTRE, ALIGN_END, ALIGN_JUSTIFY } Align;

enum {
    BLOCK_CHANGED = 1 << 0, /* holds tracked insertions, deletions or moves (text is the final text) */
    BLOCK_DECODED = 1 << 1, /* some of the text was decoded from TCVN3 or VNI */
    BLOCK_ITALIC = 1 << 2,  /* all letters italic */
    BLOCK_UNDERLINE = 1 << 3,
    BLOCK_CAPS = 1 << 4, /* shown in capitals by formatting (w:caps, text-transform); text itself unchanged */
    BLOCK_STRIKE = 1 << 5, /* all letters struck through by formatting */
};

#define BLOCK_NO_OUTLINE 255
#define BLOCK_NO_LIST 255

typedef struct {
    const char *text;     /* UTF-8, NFC; '\n' for a line break, '\t' for a tab; never NULL, may be "" */
    const char *label;    /* list label as a person sees it ("Điều 3.", "a)", "-"), or NULL */
    guint32 length;       /* bytes of text */
    guint32 bold_prefix;  /* bytes of text, from its start, that are bold; == length when all is */
    guint32 source;       /* number of the paragraph's element among all of its part, from 1; 0: none */
    guint32 table;        /* number of the innermost table from 1; 0 when in none */
    guint32 row, column;  /* in that table, from 0; column counts grid columns (merged cells span) */
    guint8 layer;         /* Layer */
    guint8 place;         /* Place */
    guint8 align;         /* Align */
    guint8 outline_level; /* 0 to 8 as the style or paragraph says; BLOCK_NO_OUTLINE */
    guint8 list_level;    /* 0 to 8 (ODT: 0 to 9); BLOCK_NO_LIST when no list */
    guint8 flags;         /* BLOCK_* */
    guint8 table_depth;   /* tables around the block; 0 to limits.table_depth */
    gint16 indent;        /* first-line start from the margin, in twentieths of a point, clamped */
} Block;

/* What a reader warns of. Names for JSON as in warning_name(). */
typedef enum {
    WARNING_TRACKED_CHANGES, /* "tracked-changes": read as the final text */
    WARNING_HIDDEN_TEXT,     /* "hidden-text": kept apart, not judged */
    WARNING_NOT_READ,    /* "not-read": altChunk, embedded document, image-only page …; detail names it */
    WARNING_LEGACY_FONT, /* "legacy-font": runs in .Vn* or VNI-* fonts were decoded */
    WARNING_LEGACY_TEXT, /* "legacy-text": TCVN3 or VNI letters under an ordinary font, recognised and decoded
                          */
    WARNING_DAMAGED_TEXT, /* "damaged-text": letters lost or replaced; matched tolerantly */
    WARNING_COMMENTS,     /* "comments": the file carries comments */
    WARNING_BROKEN_PART,  /* "broken-part": a part beside the main one could not be read; detail names it */
    WARNING_HOMOGLYPHS,   /* "homoglyphs": letters of another script that look Latin */
} WarningCode;

typedef struct {
    WarningCode code;
    char *detail; /* what exactly, for the message; may be NULL */
} Warning;

const char *warning_name(WarningCode code);

typedef struct {
    GArray *blocks;        /* of Block */
    GPtrArray *warnings;   /* of Warning *, each code and detail once */
    GStringChunk *strings; /* owns text and labels */
    char *format;          /* "docx", "odt", "fodt" */
    Budget *budget;        /* of the caller; limits for building */
} Document;

/* budget must outlive the document. */
Document *document_new(const char *format, Budget *budget);
void document_free(Document *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Document, document_free)

/* Appends a block; text and label of *block are copied (and text brought to NFC, control characters other
 * than '\t' and '\n' and invisible joiners dropped). Errors: LIMIT_BLOCKS, LIMIT_TIME; LIMIT_BYTES for a
 * label that is too long: a file writes it once for all paragraphs of a list. */
gboolean document_add_block(Document *document, const Block *block, GError **error);

/* Adds a warning unless the same code and detail are there. detail may be NULL. */
void document_warn(Document *document, WarningCode code, const char *detail);

static inline const Block *document_block(const Document *document, guint index)
{
    return &g_array_index(document->blocks, Block, index);
}

/* The last byte of a block's text that is no space; '\0': it has none. */
static inline char block_last_character(const Block *block)
{
    guint32 length = block->length;
    while (length > 0 && g_ascii_isspace(block->text[length - 1]))
        length--;
    return length > 0 ? block->text[length - 1] : '\0';
}

/* Whether the time of the document is used up: budget_is_late(). */
static inline gboolean document_is_late(const Document *document)
{
    return budget_is_late(document->budget);
}

/* A block with every field at its neutral value (body paragraph, no list, no outline level). */
Block block_plain(const char *text);

#endif
