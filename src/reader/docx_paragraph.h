/* One paragraph while it is being read: its text from many runs, the flags that hold for all of it, hidden
 * text apart, and letters of old fonts decoded at its end (when whole words are together). */
#ifndef RASOAT_READER_DOCX_PARAGRAPH_H
#define RASOAT_READER_DOCX_PARAGRAPH_H

#include "document/document.h"
#include "reader/docx_styles.h"

typedef struct {
    GString *text, *hidden;
    GString *lost; /* text inside a field's instruction, should that field never end */
    GArray *spans; /* stretches of text in an old encoding */
    GArray *after; /* of Block: notes, comments and text boxes that stand after this paragraph */
    guint32 bold_prefix;
    gboolean bold_open; /* all text so far is bold */
    guint8 common;      /* RUN_* that hold for all text so far */
    gboolean has_text;  /* something that can be seen */
    gboolean changed;   /* holds tracked changes */
    gboolean contents;  /* stands in a generated table of contents */
    gboolean joined;    /* has ended, but the next paragraph goes on in it */

    guint32 source;
    DocxStyle *style;
    ParaProps props;  /* direct */
    RunProps mark;    /* direct properties of the paragraph mark */
    gboolean goes_on; /* in the next paragraph: its mark is deleted, or it is a drop cap */

    /* The run being read. */
    RunProps run;
    const DocxStyle *run_style;
    gboolean run_plain; /* no direct properties, no style */
    RunLook look, plain_look;
    gboolean look_known, plain_look_known;
} DocxParagraph;

DocxParagraph *docx_paragraph_new(void);
void docx_paragraph_free(gpointer paragraph);

/* Begins a paragraph. Text of one that goes on in it is kept. */
void docx_paragraph_begin(DocxParagraph *paragraph, DocxStyle *default_style, guint32 source);

/* Empties it for the next use. */
void docx_paragraph_clear(DocxParagraph *paragraph);

void docx_paragraph_begin_run(DocxParagraph *paragraph);

/* Appends text of the current run. hide: hidden by something around it. */
void docx_paragraph_append(DocxParagraph *paragraph, const DocxStyles *styles, const char *text, gsize length,
                           gboolean hide);

/* What the old encodings of a document turned out to be: a file typed in Unicode may still name .VnTime. */
typedef struct {
    gboolean unicode_seen; /* Vietnamese Unicode letters stood in a legacy font */
} LegacyEvidence;

/* Decodes old letters in place. Returns the encoding met first, or LEGACY_NONE when nothing was decoded. */
LegacyEncoding docx_paragraph_decode(DocxParagraph *paragraph, LegacyEvidence *evidence);

#endif
