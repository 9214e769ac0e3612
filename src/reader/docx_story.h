/* The DOCX reader's inside: what all parts of one file share, and a story, the reading of one part that holds
 * text (body, header, footer, notes, comments). */
#ifndef RASOAT_READER_DOCX_STORY_H
#define RASOAT_READER_DOCX_STORY_H

#include "container/package.h"
#include "document/document.h"
#include "reader/docx_numbering.h"
#include "reader/docx_paragraph.h"
#include "reader/docx_parts.h"
#include "reader/docx_styles.h"

/* Footnotes, endnotes or comments by id, read when the first is referred to. */
typedef struct {
    gboolean loaded;
    GHashTable *by_id; /* id → GArray of Block; a note is taken out when it is placed */
} DocxNotes;

typedef struct {
    Package *package;
    Document *document;
    const Budget *budget;
    DocxParts *parts;
    DocxStyles *styles;
    DocxNumbering *numbering;
    DocxNotes footnotes, endnotes, comments;
    GStringChunk *held;                        /* text of blocks that wait for their place */
    GString *label;                            /* scratch */
    LegacyEvidence legacy, legacy_of_comments; /* comments are typed elsewhere than the text */
    guint32 tables;                            /* tables so far */
    GPtrArray *margins;                        /* of DocxMargin: headers and footers, by section */
} Docx;

/* A header or footer that a section refers to. */
typedef struct {
    char *part;
    gboolean footer;
    guint section;
    guint order; /* 0 default, 1 first, 2 even */
} DocxMargin;

/* Reads one part as a story. capture: takes the blocks, their text held; NULL: they go to the document.
 * Notes parts put theirs into notes instead. */
gboolean docx_story_read(Docx *docx, const char *part, Layer layer, GArray *capture, DocxNotes *notes,
                         GError **error);

/* Takes the note of an id out of its part, reading that when it was not yet; NULL when there is none. A
 * broken part is a warning, limits are errors (*error set, NULL). */
GArray *docx_notes_take(Docx *docx, Layer layer, gint64 id, GError **error);

/* After a side part failed: TRUE when the error is a limit of the document or a refusal that must stand;
 * otherwise the error is turned into a warning and cleared. */
gboolean docx_side_part_fatal(Docx *docx, const char *part, GError **error);

#endif
