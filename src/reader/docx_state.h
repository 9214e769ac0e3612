/* The state of one story while its XML goes by. Internal to docx_story.c and its helpers. */
#ifndef RASOAT_READER_DOCX_STATE_H
#define RASOAT_READER_DOCX_STATE_H

#include "reader/docx_story.h"

/* What the children of the element being read belong to. */
typedef enum {
    AREA_TEXT,
    AREA_PARAGRAPH, /* pPr */
    AREA_MARK,      /* pPr/rPr */
    AREA_RUN,       /* rPr of a run */
    AREA_ROW,       /* trPr */
    AREA_CELL,      /* tcPr */
    AREA_CONTROL,   /* sdtPr */
    AREA_SECTION,   /* sectPr */
} Area;

typedef struct {
    guint32 number, row, column, span;
    gboolean row_hidden, row_deleted, row_begun;
    gboolean cell_dropped; /* continues a merged cell: nothing new in it */
} TableState;

typedef enum { TAKE_NOTHING, TAKE_TEXT, TAKE_INSTRUCTION } Take;

typedef struct {
    gboolean result;   /* past the separator */
    gboolean contents; /* a table of contents or index */
    guint length;
    char instruction[12]; /* its beginning */
} Field;

typedef struct {
    Docx *docx;
    const char *part;
    Layer layer;
    gboolean is_main;
    GArray *capture;  /* see docx_story_read() */
    DocxNotes *notes; /* likewise */
    gint64 note_id;

    Area area, area_before; /* area_before: around a sectPr */
    Take take;
    GPtrArray *paragraphs; /* of DocxParagraph, one for each nesting; reused */
    guint open;            /* paragraphs open */
    GArray *tables;        /* of TableState, open ones */
    GByteArray *places;    /* PLACE_CELL and PLACE_TEXT_BOX around */
    GByteArray *controls;  /* for each open sdt: 1 when a table of contents */
    GByteArray *branches;  /* for each open AlternateContent: 1 when a branch was taken */
    GArray *fields;        /* of Field, open ones */
    guint instructions;    /* fields that are still in their instruction */
    gboolean field_moved;  /* an instruction or a mark of a field stood in the paragraph */
    guint contents;        /* tables of contents around */
    guint deleted;         /* del and moveFrom around */
    guint inserted;        /* ins and moveTo around */
    guint section;
    gboolean behind_text; /* the drawing being read is a background */
    gboolean page_sized;  /* and as large as a page of text */
} Story;

/* docx_blocks.c */

/* The paragraph that text goes to, or NULL. */
DocxParagraph *story_paragraph(Story *story);
/* source: as in Block. */
void story_begin_paragraph(Story *story, guint32 source);
gboolean story_end_paragraph(Story *story, GError **error);
/* Where no paragraph can follow to take up one whose mark was deleted. */
gboolean story_flush_joined(Story *story, GError **error);
void story_append(Story *story, const char *text, gsize length);
void story_mark_changed(Story *story);
/* Puts a note's or comment's blocks after the paragraph. */
gboolean story_place_note(Story *story, Layer layer, gint64 id, GError **error);

/* docx_story_props.c: an element where area is not AREA_TEXT */
void story_property(Story *story, const XmlElement *element);

/* docx_alternate.c: an element of mc: AlternateContent, Choice, Fallback */
void story_alternate(Story *story, const XmlElement *element);

/* docx_fields.c */
void story_field_char(Story *story, XmlValue type);
void story_field_instruction(Story *story, const char *text, gsize length);
/* Gives up the fields that are still in their instruction: they were never separated nor closed. */
void story_abandon_fields(Story *story);
/* TRUE when an instruction makes a table of contents or an index. */
gboolean field_is_contents(const char *instruction);

/* docx_tables.c */
gboolean story_begin_table(Story *story, GError **error);
void story_begin_row(Story *story);
void story_begin_cell(Story *story);
void story_end_cell(Story *story);
TableState *story_table(Story *story); /* innermost, or NULL */
void story_row_property(Story *story, const XmlElement *element);
void story_cell_property(Story *story, const XmlElement *element);

#endif
