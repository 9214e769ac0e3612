/* What of a document is judged: all but comments and hidden text, which stand between the paragraphs and must
 * not come between them in any judgement. */
#ifndef RASOAT_AUDIT_JUDGED_TEXT_H
#define RASOAT_AUDIT_JUDGED_TEXT_H

#include "audit/result.h"
#include "document/document.h"

typedef struct {
    Document view;  /* the document with the judged blocks alone; all else is the original's */
    guint *numbers; /* of each judged block: its number in the original */
} JudgedText;

/* document must outlive it. */
JudgedText *judged_text_new(const Document *document);
void judged_text_free(JudgedText *text);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(JudgedText, judged_text_free)

/* Turns the block numbers of a result into those of the original. */
void judged_text_renumber(const JudgedText *text, Result *result);

#endif
