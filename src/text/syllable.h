/* The syllable of standard Vietnamese, as a test of spelling: onset, rhyme, and the tones a rhyme allows. */
#ifndef RASOAT_TEXT_SYLLABLE_H
#define RASOAT_TEXT_SYLLABLE_H

#include <glib.h>

#include "text/letters.h"

/* TRUE when a folded word (lower case, NFC, no punctuation) can be a Vietnamese syllable: onset, rhyme and
 * the tones that the rhyme allows. */
gboolean text_is_syllable(const char *word, gsize length);

/* The same for letters already taken apart. */
gboolean syllable_is_valid(const Letter *letters, guint count);

/* TRUE when a word without any mark becomes a syllable by putting marks on it: "thuc", "hien", "duoc". Also
 * TRUE for words that are syllables as they are. */
gboolean syllable_lost_marks(const Letter *letters, guint count);

#endif
