/* Whether a text is fit to be judged: how much of it cannot be Vietnamese as anyone would type it. */
#ifndef RASOAT_TEXT_DAMAGE_H
#define RASOAT_TEXT_DAMAGE_H

#include <glib.h>

/* How damaged Vietnamese text is, 0.0 (clean) to 1.0 (noise): the share of words that no Vietnamese syllable,
 * abbreviation, number or foreign-looking word can be, weighed with lost marks, U+FFFD and symbols inside
 * words. Clean text with names stays under 0.03; 0.15 and over means matching must be tolerant (one letter in
 * fifteen wrong, ư lost, no marks at all), 0.5 and over that nothing can be judged (undecoded TCVN3 or VNI,
 * noise). Texts under 20 words give 0. Foreign text is no damage of this kind: English gives 0.15 to 0.3. */
double text_damage(const char *utf8, gsize length);

#endif
