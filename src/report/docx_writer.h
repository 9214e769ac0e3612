/* Writing a WordprocessingML document (ECMA-376 part 1 §17) from nothing: paragraphs, tables, and the package
 * around them, in the layout that Nghị định 30/2020/NĐ-CP, annex I, gives to documents of offices: A4, Times
 * New Roman, page numbers in the middle of the upper margin from the second page on. */
#ifndef RASOAT_REPORT_DOCX_WRITER_H
#define RASOAT_REPORT_DOCX_WRITER_H

#include <glib.h>

#include "rasoat.h"

typedef struct DocxWriter DocxWriter;

typedef enum { DOCX_JUSTIFIED, DOCX_LEFT, DOCX_CENTRED, DOCX_RIGHT } DocxAlign;

/* How a paragraph looks; zero is a paragraph of running text: 14 points, justified, first line in. */
typedef struct {
    DocxAlign align;
    guint points; /* 0: 14 */
    guint line;   /* height of its lines in points; 0: that of its letters */
    gboolean bold, italic;
    gboolean flush;      /* no first-line indent, no space around: cells and letterheads */
    gboolean indented;   /* first line in, though not justified */
    gboolean keep;       /* on one page with the next; in a row: the row with the next */
    gboolean whole;      /* on one page itself */
    guint rule;          /* a line below it that leaves out so many millimetres on each side; 0: none */
    guint before, after; /* further space in points */
} DocxLook;

enum { DOCX_LINE_WIDTH = 165 }; /* millimetres between the margins */

DocxWriter *docx_writer_new(void);
void docx_writer_free(DocxWriter *writer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DocxWriter, docx_writer_free)

/* A paragraph of one look. text is anybody's: control characters in it show as \x1B, line breaks are spaces.
 */
void docx_write_paragraph(DocxWriter *writer, const DocxLook *look, const char *text);

/* The same with a bold beginning, such as a label. */
void docx_write_labelled(DocxWriter *writer, const DocxLook *look, const char *label, const char *text);

/* A table of columns of so many millimetres each, with lines or without. Rows stay whole on a page; they and
 * cells are opened and closed around paragraphs, of which each cell holds one at least. heading: the row is
 * repeated on every page. */
void docx_begin_table(DocxWriter *writer, const guint *widths, guint columns, gboolean lines);
void docx_begin_row(DocxWriter *writer, gboolean heading);
void docx_begin_cell(DocxWriter *writer);
void docx_begin_wide_cell(DocxWriter *writer); /* over all columns: the only one of its row */
void docx_end_cell(DocxWriter *writer);
void docx_end_row(DocxWriter *writer);
/* gap: points of the empty paragraph behind it, 1 at least: two tables that touch would be one, and no
 * document ends with a table. */
void docx_end_table(DocxWriter *writer, guint gap);

/* The finished package; nothing can be written after it. title: for the file's properties. Error: OUTPUT. */
GBytes *docx_writer_finish(DocxWriter *writer, const char *title, GError **error);

#endif
