/* Words of names from inside, for what compares them. Inside src/text only. */
#ifndef RASOAT_TEXT_UNIT_WORDS_PRIVATE_H
#define RASOAT_TEXT_UNIT_WORDS_PRIVATE_H

#include "text/unit_words.h"

typedef struct {
    char *marked, *bare;
    char joint; /* what stands before it: ' ', or '-', '_', '.' alone; '&' for what joins (" - ", "và", "/");
                   ',' for what sets apart; '\0' at the beginning */
    const char *other; /* without marks: what it may be as well; NULL */
} UnitWord;

struct UnitWords {
    GArray *all;   /* of UnitWord, in order */
    GArray *kind;  /* of guint: places of the words that say the kind of unit */
    GArray *loose; /* of guint: of those that may be left out */
    GArray *name;  /* of guint: of its own name */
    GArray *whole; /* of guint: of the name with what stands in the middle of it: "PTDTBT tiểu học Pà Lủng" */
    GArray *place;     /* of guint: of the district's name behind it */
    gboolean marked;   /* it is written with marks: where a word has none, it is one that has none */
    gboolean nameless; /* it has nothing but its kind, which then is its name: "UBND huyện" */
};

/* A phrase as words, which are compared with every place of every name. */
typedef struct {
    guint count;
    UnitWord words[4];
} UnitPhrase;

static inline const UnitWord *unit_word_at(const UnitWords *words, guint i)
{
    return &g_array_index(words->all, UnitWord, i);
}

/* The word at a place of a part. */
static inline const UnitWord *unit_word_of(const UnitWords *words, const GArray *places, guint i)
{
    return unit_word_at(words, g_array_index(places, guint, i));
}

/* The same letters, and no two different marks: "dong" is "đồng" and "động", which are not each other. */
gboolean unit_word_is(const UnitWord *one, const UnitWord *other);

/* Fills an empty phrase from a text of at most four words. */
void unit_phrase_init(UnitPhrase *phrase, const char *text);

/* Words from a place on that a phrase takes; 0 when it does not stand there. */
guint unit_phrase_at(const UnitWords *words, guint place, const UnitPhrase *phrase);

/* Words from a place on that begin the name of a commune or of what it lies in ("xã", "huyện"); 0: none do.
 */
guint unit_commune_at(const UnitWords *words, guint place);

/* Whether a place is in a part. */
gboolean unit_part_has(const GArray *places, guint place);

/* Words of a text from a place on that are a unit's name: as it is, with its joined parts in the other order,
 * or with the level of a place in it. 0: it does not stand there. */
guint unit_name_at(const UnitWords *unit, const UnitWords *text, guint at);

/* Marks the words of a text that are the unit's name, the place that it lies in or the body above (may be
 * NULL). covered: one of each word. */
void unit_cover(const UnitWords *unit, const UnitWords *parent, const UnitWords *text, gboolean *covered);

/* Whether a name is one that people add to names of files as well ("mới", "bổ sung"). */
gboolean unit_name_is_added(const UnitWords *unit);

/* Of two words that tell bodies or companies apart one has the first and the other the second. */
gboolean unit_forms_differ(const UnitWords *unit, const UnitWords *text);

#endif
