/* Names that a document gives of its own: "cán bộ, viên chức, người lao động (sau đây gọi chung là nhân viên
 * Trạm)", and the signer's office for the head. */
#ifndef RASOAT_AUDIT_NAMES_H
#define RASOAT_AUDIT_NAMES_H

#include "document/front.h"
#include "rules/ruleset.h"

/* Finds such names in sentences [0, body_end) of identified words and makes each occurrence one word that the
 * class matches. Sentences keep their numbers. Errors: LIMIT_STEPS, LIMIT_TIME. */
gboolean names_apply(const RuleSet *rules, const FrontMatter *front, Words *words, guint body_end,
                     const char *text, Matcher *matcher, Budget *budget, GError **error);

#endif
