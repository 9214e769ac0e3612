/* The words of a judgement, in both languages. */
#ifndef RASOAT_AUDIT_EXPLAIN_H
#define RASOAT_AUDIT_EXPLAIN_H

#include "audit/context.h"
#include "audit/result.h"

/* What was found for one part of an item; the greater outweighs. A denial outweighs what stands beside it:
 * "công khai dự toán; quyết toán không công khai". */
typedef enum { PART_ABSENT, PART_WEAK, PART_LOOSE, PART_FOUND, PART_DENIED } PartState;

/* Why a match does not count. Marked for the catalogue, static. */
const char *explain_standing(const AuditContext *context, const Match *match, Standing standing);

/* Why a heading or a sentence that speaks of a group does not make its section. Marked for the catalogue,
 * static. */
const char *explain_no_section(const AuditContext *context, const TextUnit *unit, PlaceProof proof);

/* Adds a sentence to what a reader must know, or an entry to what is left out or at odds; takes the text. */
void finding_add_note(Finding *finding, BilingualText text);
void finding_add_lack(Finding *finding, BilingualText text);

/* Adds what is to be said of a part that does not count in full. */
void explain_part(Finding *finding, const Part *part, PartState state);

/* Adds a basis, and the note that an unverified one needs. */
void finding_cite(Finding *finding, const Basis *basis);

#endif
