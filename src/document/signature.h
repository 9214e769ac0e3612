/* The foot of a text (Nghị định 30/2020/NĐ-CP, annex I, II.7 and II.9): who signs, and who receives it. */
#ifndef RASOAT_DOCUMENT_SIGNATURE_H
#define RASOAT_DOCUMENT_SIGNATURE_H

#include "document/front.h"
#include "document/pieces.h"

/* Fills signer, office and recipients, where still empty, from the pieces after the last division. */
void signature_read(const GArray *pieces, FrontMatter *front);

#endif
