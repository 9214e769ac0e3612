/* Where a heading's title ends and its text begins: titles split over lines, joined with the number, or
 * running into the first sentence. */
#ifndef RASOAT_DOCUMENT_TITLES_H
#define RASOAT_DOCUMENT_TITLES_H

#include "document/lines.h"

typedef struct {
    char *title;     /* owned by the caller; NULL when there is none */
    guint last_line; /* the last line that holds a part of the heading */
    guint32
        body_offset; /* byte of that line's block where the body begins; its length when nothing is left */
} HeadingText;

/* The title of a part, chapter, section or subsection, whose mark stands on the line; lines up to end. */
void title_of_chapter(const Document *document, const GArray *lines, guint line, guint end, HeadingText *out);

/* The title of a Điều: NULL when its content begins at once. */
void title_of_article(const Document *document, const GArray *lines, guint line, guint end, HeadingText *out);

/* The title of a clause, a point, or an informal division: only a short line or a bold beginning is one. */
void title_of_clause(const Document *document, const GArray *lines, guint line, guint end, HeadingText *out);

#endif
