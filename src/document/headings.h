/* Recognising one line: the number it opens with and what kind of division that announces (Nghị định
 * 30/2020/NĐ-CP, annex I, II.6). What a number means among its neighbours is decided by the tree builder. */
#ifndef RASOAT_DOCUMENT_HEADINGS_H
#define RASOAT_DOCUMENT_HEADINGS_H

#include "document/document.h"

typedef enum {
    STYLE_NONE,
    STYLE_PART, /* the five that a word announces: Phần, Chương, Mục, Tiểu mục, Điều */
    STYLE_CHAPTER,
    STYLE_SECTION,
    STYLE_SUBSECTION,
    STYLE_ARTICLE,
    STYLE_UPPER_LETTER, /* A. */
    STYLE_ROMAN,        /* I. */
    STYLE_DECIMAL,      /* 1. */
    STYLE_MULTI,        /* 1.1 */
    STYLE_LETTER,       /* a) */
    STYLE_BRACKETED,    /* (1) */
    STYLE_LOWER_ROMAN,  /* ii) */
    STYLE_DASH,         /* - and bullets */
    STYLE_PLUS,
    STYLE_STAR,
} MarkStyle;

typedef struct {
    MarkStyle style;
    MarkStyle alternative; /* the other reading of "i)" and "C."; STYLE_NONE when there is one reading */
    guint depth;           /* of STYLE_MULTI: how many numbers, 2 or more */
    char delimiter;        /* '.', ')', '/', ':', '-', ','; '\0' when none stands after the number */
    gboolean certain;      /* FALSE: only a heading when the sequence of its neighbours says so */
    gboolean automatic;    /* from the list label */
    const char *number;    /* into the text or the label, number_length bytes; NULL when spelled out */
    guint32 number_length;
    gint ordinal;             /* value; letters in Vietnamese order (a b c d đ e …) */
    gint alternative_ordinal; /* value in the alternative style */
    guint32 after;            /* byte of the block's text where the rest begins, spaces skipped */
} Mark;

/* Reads the mark of a block from its label or its text (or both, when the number is doubled); style is
 * STYLE_NONE and after 0 when the line carries none. */
void mark_read(const Block *block, Mark *mark);

/* Reads a mark from plain text alone. */
void mark_read_text(const char *text, guint32 length, Mark *mark);

/* TRUE for the five styles that a word announces. */
static inline gboolean mark_is_word(MarkStyle style)
{
    return style >= STYLE_PART && style <= STYLE_ARTICLE;
}

/* TRUE for dashes, plus signs, stars and bullets. */
static inline gboolean mark_is_bullet(MarkStyle style)
{
    return style >= STYLE_DASH;
}

/* The place of a lower-case letter in a b c d e f … as word processors count; 0 when it is none of them. */
gint letter_latin_ordinal(const char *number, gsize length);

/* First byte from start on that is no white space (of any kind) and no zero-width character. */
guint32 skip_space(const char *text, guint32 start, guint32 length);

#endif
