/* The matcher from inside: what is known of the sentence at hand. Inside src/rules only.
 *
 * In a short sentence (fewer than PLACES words) a set of places is a number, a bit a place, and a phrase is
 * run backwards over such sets: from where the rest of it matches to where it matches with one element more.
 * What is left at its first element is where it begins, for all places at once and without going back. Longer
 * sentences, rare in regulations, are matched place by place. */
#ifndef RASOAT_RULES_MATCHER_H
#define RASOAT_RULES_MATCHER_H

#include "base/append.h"
#include "rules/phrasebook_private.h"

#define PLACES 64
#define MOST_ENDS 24 /* distinct ends of a class at one place that are tried */

typedef guint64 PlaceSet;

/* A literal at a place (a word of all words). */
typedef struct {
    guint32 literal, place;
} Found;

/* Where classes and quantities begin and end; ends are sets of places, by the place of the beginning. */
typedef struct {
    guint32 serial; /* of the sentence that this is about */
    PlaceSet starts;
    PlaceSet ends[PLACES];
} EndsState;

/* Where a raw expression may begin. */
typedef struct {
    guint32 serial;
    PlaceSet places;
} RawStarts;

/* The first bytes of the words of a short sentence, and the words that begin with each of these. */
typedef struct {
    guint32 serial; /* of the sentence */
    ByteSet bytes;
    PlaceSet places[256];
} FirstBytes;

/* Ends of matches, each once. */
typedef struct {
    guint ends[MOST_ENDS];
    guint count, most;
} Ends;

#define UNIT_KINDS (UNIT_CALENDAR + 1)

struct Matcher {
    const PhraseBook *book;
    const Instruction *programs;
    const guint32 *probes;
    Budget *budget;
    guint view;
    guint64 steps, most_steps;
    pcre2_match_data *match_data;
    pcre2_match_context *match_context;
    gboolean raw_limit;
    Quantity quantity; /* of the last '#' that was read */
    /* of the scan at hand: */
    const Words *words;
    const char *text;
    Appender matches;     /* of Match */
    const ScanRows *rows; /* of the purposes asked for */
    gboolean all_tried;   /* phrases may match in sentences without any literal that one is anchored at */
    /* of the sentence at hand: */
    guint32 serial;
    guint begin, end;
    guint opening; /* its first word behind a label */
    gboolean is_short;
    guint32 *has;             /* a bit a probe: what most questions are about stays in the nearest cache */
    guint32 *has_groups;      /* of it those of groups, a bit a group */
    PlaceSet *literal_places; /* of those that stand in it: where; in a long sentence not 0 */
    guint32 *literals;        /* those that stand in it, each once */
    guint literal_count;
    GArray *found;          /* of Found, by place; in a long sentence only */
    GArray *first_found;    /* of guint, by word of a long sentence: the first of found at or after it */
    guint32 *placed_groups; /* a bit a group: it was asked where */
    PlaceSet *group_places; /* of these: where their literals stand */
    PlaceSet *slots;        /* and where those of one length do */
    EndsState *classes;     /* by class */
    EndsState quantities[UNIT_KINDS];
    FirstBytes first_bytes;
    RawStarts *raws;     /* by raw expression */
    guint32 *tried;      /* a bit a phrase */
    guint32 *candidates; /* phrases to try */
    guint candidate_count;
    PlaceSet *rest; /* a stack: for phrases being run, from where their rest matches, by instruction */
    guint rest_top;
};

static inline PlaceSet place_bit(guint place)
{
    return (PlaceSet)1 << place;
}

/* Where a literal stands; in a long sentence something that is not 0 if it stands anywhere. */
static inline PlaceSet literal_starts(const Matcher *matcher, guint32 literal)
{
    return bits_have(matcher->has, literal) ? matcher->literal_places[literal] : 0;
}

/* phrase_places.c: sets of places in short sentences, from 0 for its first word. */

/* Finds where the literals of a group that the sentence has stand, for the first time that it is asked. */
PlaceSet place_group(Matcher *matcher, guint group);

/* Where a group's literals stand, or, in a long sentence, something that is not 0 if any stands anywhere. */
static inline PlaceSet group_starts(Matcher *matcher, guint group)
{
    if (!bits_have(matcher->has_groups, group))
        return 0;
    return bits_have(matcher->placed_groups, group) ? matcher->group_places[group]
                                                    : place_group(matcher, group);
}

/* Whether the sentence has what the phrase needs. */
static inline gboolean has_needs(const Matcher *matcher, const Phrase *phrase)
{
    const guint32 *end = matcher->probes + phrase->probes_end;
    for (const guint32 *probe = matcher->probes + phrase->probes; probe < end; probe++)
        if (!bits_have(matcher->has, *probe))
            return FALSE;
    return TRUE;
}

/* Fills rest, by the phrase's instructions: from where the rest of the phrase may match. Gives the first:
 * where the phrase may begin; then the others may be left unset. Raw expressions are not tried: they may
 * still fail. */
PlaceSet phrase_places(Matcher *matcher, const Phrase *phrase, PlaceSet *rest);

/* Finds where a class's phrases begin and end, for the first time that it is asked in a sentence. */
const EndsState *find_class_ends(Matcher *matcher, guint index);

/* Where they do. */
static inline const EndsState *class_ends(Matcher *matcher, guint index)
{
    const EndsState *state = &matcher->classes[index];
    return state->serial == matcher->serial ? state : find_class_ends(matcher, index);
}

/* phrase_run.c */

/* Runs a phrase from one of its instructions at a word and collects where matches end. rest: what
 * phrase_places() filled, to go nowhere in vain; or NULL. */
void phrase_run(Matcher *matcher, const Phrase *phrase, guint pc, guint position, const PlaceSet *rest,
                Ends *ends);

static inline void ends_init(Ends *ends, gboolean first_only)
{
    ends->count = 0;
    ends->most = first_only ? 1 : MOST_ENDS;
}

#endif
