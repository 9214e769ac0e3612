/* Annexes and what sends the reader to them. A regulation that rules "công khai các nội dung tại Phụ lục I"
 * has the entries of that annex as its own; a form, a list of addresses or law copied into an annex is none
 * of its rules. */
#ifndef RASOAT_AUDIT_ANNEXES_H
#define RASOAT_AUDIT_ANNEXES_H

#include "audit/sections.h"

/* The number of an annex, arabic or roman, that stands at the beginning of a text of length bytes, "số"
 * before it or not; 0 when none does. */
gint annex_number(const char *text, guint32 length);

/* The number that an annex bears in its first line; 0 when it bears none. */
gint annex_number_of(const Document *document, const Component *annex);

/* Whether one of the first lines of an annex says that it is an act of state or taken from one. */
gboolean annex_is_headed_as_law(const Document *document, const Component *annex);

/* Makes count what stands in annexes that a rule of a section sends to, or one with the verb of a group, and
 * appends the groups that they answer to by it. After the places are marked and the headings are known. */
void annexes_of_rules(AuditContext *context, GArray *assignments);

#endif
