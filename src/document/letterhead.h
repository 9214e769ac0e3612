/* The head of a text (Nghị định 30/2020/NĐ-CP, annex I, II.2–4): issuing body, number, place and date. */
#ifndef RASOAT_DOCUMENT_LETTERHEAD_H
#define RASOAT_DOCUMENT_LETTERHEAD_H

#include "document/front.h"
#include "document/pieces.h"

/* Fills the fields of *front that are still empty from the pieces before the first division. */
void letterhead_read(const GArray *pieces, FrontMatter *front);

/* Fills number and date, where still empty, from "(Ban hành kèm theo Quyết định số … ngày …)". */
void issued_with_read(const GArray *pieces, FrontMatter *front);

#endif
