/* One compiled phrase: a small program for a backtracking matcher over words. Inside src/rules only. */
#ifndef RASOAT_RULES_PHRASE_H
#define RASOAT_RULES_PHRASE_H

#include <glib.h>

#include "rules/quantity.h"

typedef enum {
    OP_WORD,     /* a: word id */
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

#define INSTRUCTION_BITS 20

/* Eight bytes, since the matcher's time goes into fetching them. */
typedef struct {
    guint64 op : 4;
    guint64 a : INSTRUCTION_BITS;
    guint64 b : INSTRUCTION_BITS;
    guint64 set
        : INSTRUCTION_BITS; /* first set of a class, of all ways of a split, of what follows a gap; or 0 */
} Instruction;

/* Something that a match cannot do without: one of these words, or a match of one of these classes. */
typedef struct {
    GArray *words;   /* of guint32 word ids */
    GArray *classes; /* of guint class indexes */
} Need;

typedef struct {
    char *text;           /* as written */
    GArray *code;         /* of Instruction */
    GArray *required;     /* of guint32: words that every match has */
    GArray *needs;        /* of Need: each must be answered by every match */
    GPtrArray *forbidden; /* of Phrase *: none may match in the sentence */
    UnitKind unit;
    /* set by the phrase book: */
    GArray *ids;                /* of guint: the numbers under which users know it */
    guint purpose;              /* Purpose */
    guint first_set;            /* of the whole; see phrasebook_private.h */
    guint probe;                /* its number */
    const Instruction *program; /* the code again, beside that of all other phrases */
} Phrase;

/* What a phrase refers to while it is compiled; answered by the phrase book. */
typedef struct {
    void *book;
    guint32 (*word)(void *book, guint64 key, guint64 bare_key);
    guint (*class_index)(void *book, const char *name, const char *where);
    /* -1 with an error when the expression is wrong */
    gint (*raw)(void *book, const char *expression, const char *where, GError **error);
} PhraseScope;

/* Compiles a phrase. Errors: RULES, naming where and the offending word. */
Phrase *phrase_compile(const char *text, UnitKind unit, const char *where, const PhraseScope *scope,
                       GError **error);
void phrase_free(Phrase *phrase);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Phrase, phrase_free)

#endif
