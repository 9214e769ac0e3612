/* Phrases (rules/README.md, "Phrases"): a small language over words for people who know law and not regular
 * expressions. A phrase book holds all phrases of a rule set, compiled, with an index from words to the
 * phrases that need them, so that a scan costs by the length of the text and hardly by the number of phrases.
 */
#ifndef RASOAT_RULES_PHRASEBOOK_H
#define RASOAT_RULES_PHRASEBOOK_H

#include "base/limits.h"
#include "rules/image.h"
#include "rules/quantity.h"
#include "text/words.h"

typedef struct PhraseBook PhraseBook;

PhraseBook *phrasebook_new(void);
void phrasebook_free(PhraseBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(PhraseBook, phrasebook_free)

/* Adds a phrase to a word class (created at first use). where: "file:line", for messages. Errors: RULES with
 * the offending word. Classes are resolved by phrasebook_seal(). */
gboolean phrasebook_add_class(PhraseBook *book, const char *name, const char *phrase, const char *where,
                              GError **error);

/* What a phrase is for: a scan asks for some purposes and passes over the rest. */
typedef enum {
    PURPOSE_HEADING = 1 << 0, /* titles of divisions */
    PURPOSE_BODY = 1 << 1,    /* running text */
    PURPOSE_FRONT = 1 << 2,   /* title and issuing body of the document */
    PURPOSE_NAMING = 1 << 3,  /* where a document gives somebody a name of its own */
    PURPOSE_KIND = 1 << 4,    /* running text that tells kinds of documents and of units */
    PURPOSE_NAME = 1 << 5,    /* such a name, to see whether it is known */
    PURPOSE_PACK =
        1 << 6, /* running text, for the first pack; the bits above it are for the packs after it */
} Purpose;

/* Packs that one phrase book can tell apart. */
#define MOST_PACKS 26

/* Adds a phrase; *id is its number from 0. unit: what '#' must be measured in; UNIT_NONE forbids '#'. */
gboolean phrasebook_add(PhraseBook *book, const char *phrase, guint purpose, UnitKind unit, const char *where,
                        guint *id, GError **error);

/* Resolves classes (unknown names, cycles, unused classes are errors) and builds the index. Nothing may be
 * added afterwards. */
gboolean phrasebook_seal(PhraseBook *book, GError **error);

guint phrasebook_size(const PhraseBook *book);

/* Writes a sealed book, or fills an empty one, which is sealed then. */
void phrasebook_image(Image *image, PhraseBook *book);

/* A phrase as written. */
const char *phrasebook_text(const PhraseBook *book, guint id);

typedef struct {
    guint phrase;
    guint32 sentence;   /* index in words->sentences */
    guint32 first, end; /* words [first, end) */
    Quantity quantity;  /* of '#'; unit UNIT_NONE when the phrase has none */
} Match;

/* Finds phrases in the texts of one document. Not for two threads at a time. */
typedef struct Matcher Matcher;

/* tolerant: marks do not count, as in damaged text. */
Matcher *matcher_new(const PhraseBook *book, gboolean tolerant, Budget *budget);
void matcher_free(Matcher *matcher);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Matcher, matcher_free)

/* Gives every word its id in the book's vocabulary; to be done before a scan, and again when words change. */
void matcher_identify(const Matcher *matcher, Words *words);
void matcher_identify_word(const Matcher *matcher, Word *word);

/* Finds all matches of the purposes' phrases in sentences [first, end) of identified words and appends them,
 * by sentence, and those of one phrase by place. text: what the words were split from (for raw expressions).
 * Errors: LIMIT_STEPS, LIMIT_TIME. */
gboolean matcher_scan(Matcher *matcher, guint purposes, const Words *words, guint first, guint end,
                      const char *text, GArray *matches, GError **error);

#endif
