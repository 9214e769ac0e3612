/* Names of units and places as a text says them: a kind ("Trường THCS", "xã") and what is called so behind
 * it. Inside src/audit only. */
#ifndef RASOAT_AUDIT_UNIT_MENTIONS_H
#define RASOAT_AUDIT_UNIT_MENTIONS_H

#include "audit/view.h"

/* Words [first, end) of the view, of which [name, end) is the name. */
typedef struct {
    guint kinds; /* index of the NamedKinds */
    guint32 sentence;
    guint first, name, end;
    guint64 said; /* a bit for each phrase that says the kind; 0: it is not said */
} Mention;

/* The mentions in the body (of Mention, in the order of the text, at most 2000) by the kinds that wanted has
 * a nonzero byte for; or in one line of the front, by all kinds. What stands within a longer one is none: the
 * "xã" of "thị xã". Owned by the caller. */
GArray *mentions_in_body(const AuditView *view, const guint8 *wanted);
GArray *mentions_in_front(const AuditView *view, FrontLine line);

/* A name to compare with. */
typedef struct {
    guint kinds;
    guint64 said;
    const Word *words; /* count of them; belong to whose words they are */
    guint count;
} UnitName;

UnitName unit_name_of(const AuditView *view, const Mention *mention);

/* TRUE when a mention is of a name, in whole or cut short: "Ngọc Lan" for "Bánh kẹo Ngọc Lan". A number or a
 * letter more, or another word, makes it another name; marks alone do not: they are misspelt too often. */
gboolean unit_name_is(const UnitName *name, const AuditView *view, const Mention *mention);

/* TRUE unless both say their kind, and not the same. */
gboolean unit_kind_is(const UnitName *name, const Mention *mention);

#endif
