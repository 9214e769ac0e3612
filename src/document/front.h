/* Front and back matter of a regulation, laid out as Nghị định 30/2020/NĐ-CP annex I gives it: issuing body
 * and its parent, number and symbol, place and date, title, bases, signer, recipients. Taken from the
 * regulation and, where it has none, from the decision it is attached to. */
#ifndef RASOAT_DOCUMENT_FRONT_H
#define RASOAT_DOCUMENT_FRONT_H

#include "document/outline.h"

typedef struct {
    char *parent; /* the body above, "UBND HUYỆN A", or NULL */
    char *unit;   /* issuing body, "TRƯỜNG THCS B", or NULL; spelled as in the file, one line */
    char *number; /* "12" of "Số: 12/QĐ-THCS"; NULL when blank or absent */
    char *symbol; /* "QĐ-THCS"; or NULL */
    char *place;  /* "Hà Tĩnh", or NULL */
    char *issued; /* "2024-02-02", or NULL when absent, blank or not a date */
    char *title; /* of the regulation, one line: "Quy chế thực hiện dân chủ trong …"; or of the file */
    char *subtitle; /* what stands in brackets below it, without them: "(Quy chế thực hiện …)"; or NULL */
    char *signer_office; /* "HIỆU TRƯỞNG", "CHỦ TỊCH", with KT./TM. lines joined by " / "; or NULL */
    char *signer;        /* the signer's name, or NULL */
    GArray *bases;       /* of guint: blocks of the Căn cứ lines, decision and regulation */
    GArray *recipients;  /* of guint: blocks of Nơi nhận */
    gboolean has_number_line, has_date_line, has_recipients; /* a line for it is there, filled or not */
    guint number_block, date_block, title_block, unit_block, signer_block; /* G_MAXUINT when none */
} FrontMatter;

/* Bytes of a text of front matter at most: a longer "name" is none and is left out, a longer title is cut. */
enum { FRONT_TEXT_BYTES = 2000 };

/* Cuts a text (NULL: none) to that length, between characters. */
void front_text_cut(char *text);

/* Once the time of the document is used up the rest of it is not read: as with the outline. */
FrontMatter *front_matter_read(const Outline *outline);
void front_matter_free(FrontMatter *front);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(FrontMatter, front_matter_free)

#endif
