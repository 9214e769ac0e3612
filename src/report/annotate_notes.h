/* What is written into the margins of a regulation: one note a gap at the words concerned, one a section for
 * what it lacks, and notes at the end for the whole. */
#ifndef RASOAT_REPORT_ANNOTATE_NOTES_H
#define RASOAT_REPORT_ANNOTATE_NOTES_H

#include "audit/result.h"
#include "document/document.h"

typedef struct {
    guint block;      /* that it hangs on: of the body, with an element of its own */
    char *heading;    /* one line */
    GPtrArray *lines; /* of char * */
} Note;

/* The notes of a result, in the order of the text, those of the end last. document: the one that the result
 * is of. NULL when it has no paragraph that a note can hang on. Array of Note. */
GArray *notes_of(const Result *result, const Document *document, RasoatLanguage language);

#endif
