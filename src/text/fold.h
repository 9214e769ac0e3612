/* Folding: one spelling for all spellings of a text, with a map back to the original so that every quote is
 * the original's.
 *   FOLD_MARKED  lower case, NFC, tone mark where the new orthography puts it ("hòa"), "y" alone in an open
 *                syllable as i ("kĩ", "lí", "qui", "i tế"; "uy" stays)
 *   FOLD_BARE    as above and all marks dropped, đ as d: plain ASCII for Vietnamese text
 * In both, white space of every kind (no-break, tab, line break, runs of it) becomes one space, zero-width
 * characters and soft hyphens vanish, dashes become '-', quotes '"' or '\''. Bytes that are no UTF-8 become
 * U+FFFD. Folding what is folded changes nothing. */
#ifndef RASOAT_TEXT_FOLD_H
#define RASOAT_TEXT_FOLD_H

#include <glib.h>

typedef enum { FOLD_MARKED, FOLD_BARE } FoldMode;

typedef struct {
    char *text;      /* folded, NUL-terminated */
    guint32 length;  /* bytes of text */
    guint32 *origin; /* for each byte of text, and its end (length + 1 values), the byte of the original it
                        stands for; rising; NULL unless asked for */
} Folded;

/* Folds length bytes of UTF-8 (-1: to the NUL). with_map: fill origin. Free with folded_clear(). */
void text_fold(const char *utf8, gssize length, FoldMode mode, gboolean with_map, Folded *out);
void folded_clear(Folded *folded);

/* The folded string alone, for short comparisons. Owned by the caller. */
char *text_folded(const char *utf8, FoldMode mode);

/* What a name or a title is compared by: its letters and digits without marks, lower case, one space between
 * words, nothing else. Owned by the caller. */
char *text_bare_words(const char *utf8);

#endif
