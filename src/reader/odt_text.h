/* The text of one paragraph as it is read: white space collapsed (ODF 1.3 part 3 §6.1.2), runs in legacy
 * fonts decoded, hidden runs kept apart, and what the runs' formatting says of the whole. */
#ifndef RASOAT_READER_ODT_TEXT_H
#define RASOAT_READER_ODT_TEXT_H

#include "document/document.h"
#include "reader/odt_styles.h"

/* How the run being read looks. */
typedef struct {
    guint flags; /* ODT_RUN_FLAGS that are on */
    LegacyEncoding legacy;
} OdtRun;

/* Text of one visibility. */
typedef struct {
    GString *text;
    gsize legacy_start;    /* from here on the text is in the encoding */
    LegacyEncoding legacy; /* of the text from legacy_start */
    gboolean after_space;  /* white space that follows is dropped */
    gboolean decoded;
} OdtPiece;

typedef struct {
    OdtPiece shown, hidden;
    GArray *runs;        /* of OdtRun: open spans, innermost last */
    guint common;        /* flags that all runs with letters share */
    gboolean inked;      /* something other than white space was shown */
    gboolean bold;       /* some of it in bold */
    gsize bold_end;      /* bytes from the start that are bold, or white space among them */
    gboolean all_hidden; /* a hidden-paragraph field says so */
    Block block;         /* all but the text; filled by the reader */
    char *label;
    GPtrArray *after; /* of OdtPending: blocks anchored in this paragraph */
} OdtParagraph;

/* A block that waits for its place in reading order. */
typedef struct {
    Block block;
    char *text, *label;
} OdtPending;

OdtPending *odt_pending_new(const Block *block);
void odt_pending_free(gpointer pending); /* NULL is fine */

OdtParagraph *odt_paragraph_new(void);
void odt_paragraph_free(gpointer paragraph);

/* Makes a paragraph ready for new text, under the run its style gives. */
void odt_paragraph_begin(OdtParagraph *paragraph, OdtRun run);

void odt_paragraph_push(OdtParagraph *paragraph, const OdtProperties *span); /* span may be NULL */
void odt_paragraph_pop(OdtParagraph *paragraph);

/* Character data, white space to be collapsed. */
void odt_paragraph_text(OdtParagraph *paragraph, const char *text, gsize length);

/* A character that the file names: space, tab, line break; count times. */
void odt_paragraph_mark(OdtParagraph *paragraph, char c, guint count);

/* Text that the file says is hidden here. */
void odt_paragraph_hide(OdtParagraph *paragraph, const char *text, gsize length);

/* Ends the text: fills text, length, bold_prefix and flags of block. */
void odt_paragraph_finish(OdtParagraph *paragraph);

#endif
