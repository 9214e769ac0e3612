/* Sections under headings that no phrase knows ("Sổ mười ba mục"), told by what their lines say. */
#ifndef RASOAT_AUDIT_THEME_H
#define RASOAT_AUDIT_THEME_H

#include "audit/context.h"
#include "audit/likeness.h"

/* Gives each section that counts and answers to no group the group whose known lines and headings its own
 * are far more like than those of any other. items: of Item *, that are asked of the document. Once the time
 * of the document is used up no more are read: the caller asks budget_check_time(). */
void themes_find(AuditContext *context, LikenessShelf *shelf, const GPtrArray *items);

#endif
