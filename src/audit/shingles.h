/* Shingles: every run of five words of a regulation as a number, so that two texts can be set beside each
 * other as two sets (A. Broder, "On the resemblance and containment of documents", 1997). Words that begin
 * with a capital letter and numbers are left out first: names of units, places and people, dates, and with
 * them nothing that two regulations could not share by chance. */
#ifndef RASOAT_AUDIT_SHINGLES_H
#define RASOAT_AUDIT_SHINGLES_H

#include "document/outline.h"

enum {
    SHINGLE_WORDS = 5,
    SHINGLE_BITS = 24, /* two shingles meet by chance once in 16 million: a text has some thousands */
};

/* The shingles of the regulations of an outline, or of its whole body when it holds none; pasted law and
 * annexes say nothing about who copied from whom. Rising, each once; array of guint32, of the caller. */
GArray *shingles_of_outline(const Outline *outline);

/* The same of length bytes of plain text. */
GArray *shingles_of_text(const char *text, gsize length);

/* Shared shingles as a part of all (Jaccard), 0 to 1; 0 when both are empty. Both arrays rising. */
gdouble shingles_share(const guint32 *one, guint one_count, const guint32 *other, guint other_count);

#endif
