/* What a paragraph must have to cite an act: a figure, or a word that the known names of acts have in common
 * ("luật", "lệnh"). Told at a glance and of the text as it stands, since most have neither and need not be
 * folded. */
#ifndef RASOAT_AUDIT_CITATION_SIGNS_H
#define RASOAT_AUDIT_CITATION_SIGNS_H

#include <glib.h>

typedef struct {
    GPtrArray *words; /* of char *, folded: every name has one of them; NULL: they are too many to look for */
    guint8 begin[256]; /* bytes at which a sign may begin, or that do not tell */
} CitationSigns;

/* names: keys are names of acts, folded to words with one blank between two. */
void citation_signs_init(CitationSigns *signs, GHashTable *names);
void citation_signs_clear(CitationSigns *signs);

typedef enum { SIGN_FIGURE = 1, SIGN_WORD = 2 } CitationSign;

/* The signs that UTF-8 text has, or may have: without a figure it cites no number, without a word no name. */
guint citation_signs_in(const CitationSigns *signs, const char *text, guint32 length);

#endif
