/* What the parts of a record (biên bản) share: its writer, and how its paragraphs look. */
#ifndef RASOAT_REPORT_MINUTES_H
#define RASOAT_REPORT_MINUTES_H

#include "report/docx_writer.h"
#include "report/gap_lists.h"

/* What only the office knows. */
#define DOTS "……………………"

typedef struct {
    DocxWriter *out;
    const Result *result;
    GArray *gaps;
    guint part; /* of the findings, numbered in the order of those that have any */
} Minutes;

extern const DocxLook minutes_text, minutes_part, minutes_cell, minutes_head, minutes_centred;

/* A paragraph; one that a label begins, nothing when it has no text; and a cell of one paragraph. */
void minutes_put(const Minutes *minutes, const DocxLook *look, const char *text);
void minutes_put_label(const Minutes *minutes, const DocxLook *look, const char *label, const char *text);
void minutes_put_cell(const Minutes *minutes, const DocxLook *look, const char *text);

/* Part III: the verdict, and all that was found, list after list in the order of their numbers. */
void minutes_put_findings(Minutes *minutes);

/* Anything in part III is for the unit to complete, correct or look up, beyond what its verdict counts:
 * advice, acts cited, form; what was accepted is not. */
gboolean minutes_has_more(const Minutes *minutes);

#endif
