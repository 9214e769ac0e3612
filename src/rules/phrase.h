/* One compiled phrase: a small program over literals (runs of words), run backwards as bit sets of places to
 * find where it may match, and forwards by a backtracking matcher to find the match. Inside src/rules only.
 */
#ifndef RASOAT_RULES_PHRASE_H
#define RASOAT_RULES_PHRASE_H

#include <glib.h>

#include "rules/phrasebook.h"
#include "rules/quantity.h"

typedef enum {
    OP_LITERAL,  /* a: literal, b: its words */
    OP_GROUP,    /* a: group of literals, in the order in which they are tried */
    OP_CLASS,    /* a: class index */
    OP_GAP,      /* a: most words */
    OP_RAW,      /* a: index of a raw expression */
    OP_QUANTITY, /* in the phrase's unit */
    OP_BEGIN,    /* start of the sentence */
    OP_END,      /* end of the sentence */
    OP_SPLIT,    /* try a, then b */
    OP_JUMP,     /* to a */
    OP_MATCH,
} Op;

/* Eight bytes, since the matcher's time goes into fetching them. Jumps go forward only, and OP_MATCH is the
 * last of a phrase and stands nowhere else. */
typedef struct {
    guint8 op;
    guint8 cut; /* whether every match passes here */
    guint16 b;
    guint32 a;
} Instruction;

/* Something that a match cannot do without: one of the parts of a list. Kind and number of each part, and
 * whether another follows, in one number. */
typedef guint32 NeedPart;
#define NEED_BITS 20
enum {
    NEED_LITERAL = 0u,
    NEED_GROUP = 1u << 29,
    NEED_CLASS = 2u << 29,
    NEED_KIND = 3u << 29,
    NEED_NUMBER = (1u << NEED_BITS) - 1,
};
#define NEED_OR (1u << 31)

typedef struct Phrase {
    const char *text;         /* as written */
    guint32 code, code_end;   /* in PhraseBook.programs */
    guint32 needs, needs_end; /* NeedParts in PhraseBook.needs: each need must be answered by every match */
    GPtrArray *forbidden;     /* of Phrase *: none may match in the sentence; NULL: nothing is forbidden */
    UnitKind unit;
    guint purpose;                   /* Purpose */
    guint32 probes, probes_end;      /* in PhraseBook.probes; set by sealing */
    guint first_number, last_number; /* under which users know it; those between by PhraseBook.next_number */
} Phrase;

/* Compiles a phrase into the book. Errors: RULES, naming where and the offending word. */
Phrase *phrase_compile(PhraseBook *book, const char *text, UnitKind unit, const char *where, GError **error);
void phrase_free(Phrase *phrase);

/* The error of a phrase that says something wrong. what: marked for the catalogue. FALSE always. */
gboolean phrase_refuse(const char *where, const char *phrase, const char *what, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Phrase, phrase_free)

#endif
