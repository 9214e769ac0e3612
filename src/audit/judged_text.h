/* What of a document is judged: all but comments and hidden text, which stand between the paragraphs and must
 * not come between them in any judgement. The blocks of a result are numbered in it, so that a copy with
 * comments gives the same result as the file without. */
#ifndef RASOAT_AUDIT_JUDGED_TEXT_H
#define RASOAT_AUDIT_JUDGED_TEXT_H

#include "document/document.h"

typedef struct {
    Document view; /* the document with the judged blocks alone; all else is the original's */
} JudgedText;

/* document must outlive it. */
JudgedText *judged_text_new(const Document *document);
void judged_text_free(JudgedText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JudgedText, judged_text_free)

#endif
