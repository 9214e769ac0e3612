/* Words of names from inside, for what compares them. Inside src/text only. */
#ifndef RASOAT_TEXT_UNIT_WORDS_PRIVATE_H
#define RASOAT_TEXT_UNIT_WORDS_PRIVATE_H

#include "text/unit_words.h"

typedef struct {
    char *marked, *bare;
} UnitWord;

struct UnitWords {
    GArray *all;   /* of UnitWord, in order */
    GArray *kind;  /* of guint: places of the words that say the kind of unit */
    GArray *loose; /* of guint: of those that may be left out */
    GArray *name;  /* of guint: of its own name */
    GArray *place; /* of guint: of the district's name behind it */
};

/* A phrase as words, which are compared with every place of every name. */
typedef struct {
    guint count;
    UnitWord words[4];
} UnitPhrase;

/* The word at a place of a part. */
static inline const UnitWord *unit_word_of(const UnitWords *words, const GArray *places, guint i)
{
    return &g_array_index(words->all, UnitWord, g_array_index(places, guint, i));
}

/* The same letters, and no two different marks: "dong" is "đồng" and "động", which are not each other. */
gboolean unit_word_is(const UnitWord *one, const UnitWord *other);

/* Words from a place on that a phrase takes; 0 when it does not stand there. */
guint unit_phrase_at(const UnitWords *words, guint place, const UnitPhrase *phrase);

/* Words from a place on that begin the name of a commune or of what it lies in ("xã", "huyện"); 0: none do.
 */
guint unit_commune_at(const UnitWords *words, guint place);

/* What begins the name of a place around a unit ("huyện"): so many, each as text and as a phrase. */
guint unit_regions(void);
const char *unit_region(guint region);
const UnitPhrase *unit_region_phrase(guint region);

#endif
