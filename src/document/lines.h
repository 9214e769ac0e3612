/* What one body line looks like and what stock phrase it opens with: shared by the splitting into components,
 * the tree and the front matter, so that every block is looked at once. */
#ifndef RASOAT_DOCUMENT_LINES_H
#define RASOAT_DOCUMENT_LINES_H

#include "document/document.h"
#include "document/headings.h"

/* Stock lines of the layout of Nghị định 30/2020/NĐ-CP, annex I. */
typedef enum {
    PHRASE_NONE,
    PHRASE_NATION,      /* CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM */
    PHRASE_MOTTO,       /* Độc lập - Tự do - Hạnh phúc */
    PHRASE_BODY,        /* the name of an issuing body: ỦY BAN NHÂN DÂN …, TRƯỜNG …, SỞ … */
    PHRASE_STATE,       /* QUỐC HỘI, CHÍNH PHỦ: the head of an act of state */
    PHRASE_NUMBER,      /* Số: … */
    PHRASE_ACT_NUMBER,  /* Luật số: …, Nghị định số … on a line of its own */
    PHRASE_DECISION,    /* QUYẾT ĐỊNH as a title, with or without what it is about */
    PHRASE_ENACTS,      /* QUYẾT ĐỊNH: before the first Điều */
    PHRASE_REGULATION,  /* QUY CHẾ, QUY ĐỊNH, NỘI QUY */
    PHRASE_LAW,         /* LUẬT, NGHỊ ĐỊNH, THÔNG TƯ … as a title */
    PHRASE_OTHER_KIND,  /* KẾ HOẠCH, BÁO CÁO, BIÊN BẢN … as a title */
    PHRASE_ISSUED_WITH, /* (Ban hành kèm theo …) */
    PHRASE_ANNEX,       /* PHỤ LỤC …, Mẫu số … */
    PHRASE_CONTENTS,    /* MỤC LỤC */
    PHRASE_BASIS,       /* Căn cứ …, Xét đề nghị …, Theo đề nghị … */
    PHRASE_IMPLEMENTS,  /* Thực hiện …: a basis, or the second line of a title */
    PHRASE_RECIPIENTS,  /* Nơi nhận */
    PHRASE_AUTHORITY,   /* TM., KT., TL., TUQ., Q. before an office in capitals */
    PHRASE_OFFICE,      /* HIỆU TRƯỞNG, GIÁM ĐỐC … alone on a line in capitals */
} Phrase;

typedef struct {
    guint block;
    Mark mark;
    Phrase phrase;
    guint32 end;       /* length of the text without white space at its end */
    gunichar last;     /* last character before that end; 0 when the line is empty */
    gboolean capitals; /* at least two letters and none in lower case */
    gboolean bold;     /* all of it */
    gboolean centred;
} Line;

/* Reads one block; index is kept as line->block. */
void line_read(const Block *block, guint index, Line *line);

/* The body lines of a document in order, one for each block of LAYER_BODY; free with g_array_unref. */
GArray *lines_read(const Document *document);

static inline const Line *line_at(const GArray *lines, guint index)
{
    return &g_array_index(lines, Line, index);
}

static inline gboolean line_is_empty(const Line *line)
{
    return line->last == 0;
}

/* Index of the next line after index and before end that is not empty; end when none. */
guint lines_next(const GArray *lines, guint index, guint end);

/* Length bytes of text as one line: white space of any kind becomes one space, none at the ends; NULL when
 * nothing is left. Owned by the caller. */
char *one_line(const char *text, gsize length);

/* TRUE when the line opens the signature: "Nơi nhận", an authority ("TM. …") or an office alone in capitals.
 */
gboolean line_is_signature(const Line *line);

/* TRUE when the line ends as an entry of a table of contents does: dots, a tab or spaces, and a page number.
 */
gboolean line_ends_in_page(const Document *document, const Line *line);

#endif
