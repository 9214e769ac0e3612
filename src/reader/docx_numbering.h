/* numbering.xml: list definitions, and the counters that give each paragraph the label Word shows (ECMA-376
 * part 1 §17.9). Counters are shared by all lists of one abstract definition. */
#ifndef RASOAT_READER_DOCX_NUMBERING_H
#define RASOAT_READER_DOCX_NUMBERING_H

#include "reader/docx_props.h"
#include "reader/docx_styles.h"
#include "reader/numbers.h"

enum { LIST_LEVELS = 9 };

typedef struct {
    gint64 start;
    NumberFormat format;
    char *text;       /* lvlText: "Điều %1." */
    char *style;      /* pStyle: the paragraph style that stands for this level; or NULL */
    gint restart;     /* lvlRestart: 0 never, n when level n (from 1) is used; -1 as usual */
    gboolean legal;   /* isLgl: every number in decimal */
    gboolean picture; /* a picture as bullet */
    gboolean defined; /* the file describes this level */
    RunProps run;     /* of the label */
    ParaProps para;   /* indent */
} DocxLevel;

typedef struct DocxNumbering DocxNumbering;

/* styles: for numStyleLink, and the theme's fonts; must outlive the numbering. */
DocxNumbering *docx_numbering_new(DocxStyles *styles);
void docx_numbering_free(DocxNumbering *numbering);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DocxNumbering, docx_numbering_free)

gboolean docx_numbering_read(DocxNumbering *numbering, GBytes *bytes, const char *part, const Budget *budget,
                             GError **error);

/* The level that stands for a paragraph style in a list, or -1. */
int docx_numbering_style_level(DocxNumbering *numbering, gint32 num_id, const char *style_id);

/* Counts one paragraph of the list and appends its label to *label, symbols and old letters decoded. mark:
 * look of the paragraph mark, whose font serves a level that names none. NULL, and nothing is counted, when
 * there is no such list or level. The level belongs to the numbering. */
const DocxLevel *docx_numbering_count(DocxNumbering *numbering, gint32 num_id, gint32 level, RunLook mark,
                                      GString *label);

#endif
