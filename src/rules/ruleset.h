/* The rule set: lexicon, groups, kinds, instruments and packs of one rules directory, validated and compiled.
 * Read-only after loading; one rule set serves any number of documents. */
#ifndef RASOAT_RULES_RULESET_H
#define RASOAT_RULES_RULESET_H

#include <glib.h>

#include "base/answer.h"
#include "base/bilingual.h"
#include "rules/consistency_words.h"
#include "rules/instruments.h"
#include "rules/phrasebook.h"
#include "rules/terms.h"
#include "rules/tone.h"

/* Phrases of one purpose: ids in the phrase book. */
typedef GArray PhraseIds; /* of guint */

typedef struct {
    char *id; /* "disclosure" */
    BilingualText title;
    gboolean duty;      /* asks for a duty: "may" and "when needed" are weak */
    gboolean spans;     /* its sections keep what deeper headings of other groups hold (an actor's duties) */
    gboolean everyday;  /* its verbs are words of every day, which do not change what a paragraph is about */
    gboolean essential; /* one of those that make a text a regulation on democracy, whatever its title says */
    gboolean body;      /* its verbs name a body, of which much may be denied besides its tasks */
    guint forms;        /* index of the group that a heading "Hình thức" below its section answers to */
    PhraseIds *headings, *not_headings, *lead_ins, *verbs;
    PhraseIds
        *handled; /* sentences that say what else is done with a thing: without a verb they are no entry */
    PhraseIds *denials; /* sentences that refuse what they speak of, its own and those that groups share */
    PhraseIds *governing_denials; /* of them: those that name the group's verb, and so govern */
} Group;

/* What a bound asks of a unit of a certain size. */
typedef struct {
    guint staff;        /* from this number of staff on */
    double least, most; /* as in Part */
    BilingualText law_value;
} BoundStep;

typedef struct {
    BilingualText name;
    gboolean optional;
    gboolean prohibition; /* the law itself forbids: a denial before it is the content */
    PhraseIds *phrases;
    UnitKind unit;      /* UNIT_NONE for a part without a number */
    double least, most; /* in UnitKind's unit (calendar days for durations); NAN: none */
    BilingualText
        law_value; /* as an inspector says it: "không quá 05 ngày làm việc"; empty without a number */
    GArray *steps; /* of BoundStep, by rising number of staff: what replaces least and most; or NULL */
    gboolean needs_union;   /* asked only of units with a trade union */
    gboolean most_gathered; /* most does not hold for a unit that is dispersed */
} Part;

/* What a unit is like, as far as it is known: what some requirements depend on. */
typedef struct {
    gint staff; /* their number; -1 unknown */
    Answer has_union;
    Answer dispersed; /* works in places far from one another, or is of a special kind */
} UnitFacts;

typedef struct {
    char *text;
    Status status;
    gboolean elsewhere;
    UnitFacts unit; /* that says so */
    guint line;
} Example;

/* How an item was judged on labelled texts that its rules have not seen; all 0 when it was not measured. */
typedef struct {
    guint texts, agreed; /* texts that it was judged in, and those where the status was the label's */
    guint claims, right; /* times it was said to be missing, and those where something was missing indeed */
} Measured;

typedef struct {
    char *id;
    guint group;   /* index of its group */
    guint32 scope; /* bit set of groups whose sections count */
    gboolean anywhere, section_only, catch_all;
    gboolean named;      /* its parts are told by their names, never by likeness */
    gboolean office;     /* it asks what an office does: clauses of what is done with a thing may say it */
    gboolean principles; /* its content may stand among principles, purpose and scope */
    gboolean advises;    /* of a pack that does not govern: a line may say it and another item as well */
    Severity severity;
    BilingualText title;
    Basis basis;
    guint minimum;                /* parts needed for met; 0: all that are not optional */
    GArray *parts;                /* of Part */
    PhraseIds *denials;           /* wherever they stand */
    PhraseIds *section_denials;   /* only in the item's sections */
    PhraseIds *asides;            /* sentences about something else in its words: they do not say it */
    guint staff_over;             /* applies only to units with more staff than this; 0: to all */
    guint staff_under;            /* a relief for units known to have less staff than this; 0: none */
    gboolean needs_union;         /* applies only to units with a trade union */
    char *coverage;               /* "automated", "partial", "manual" */
    char *model;                  /* model clause, or NULL */
    BilingualText note;           /* what a reader of any finding must know; may be empty */
    GPtrArray *examples;          /* of Example * */
    GArray *known_words;          /* of WordCount: of lines that are known to say it (rules/wordings.h) */
    guint known_lines;            /* how many those are */
    float whole, known_length;    /* what wholeness_learn() and wholeness_length() gave */
    struct WholenessLines *lines; /* while the rules are being read */
    GArray *known_headings;       /* of WordCount: of the headings that such lines stand under */
    Measured measured;
    const char *file;
    guint line;
} Item;

typedef struct {
    char *id;
    guint group;
    Severity severity;
    BilingualText title;
    GArray *bases; /* of Basis */
    char *model;
    GPtrArray *items; /* of Item * */
    guint line;
} Requirement;

/* Whose enterprises a pack is for. */
typedef enum { OWNER_ANY, OWNER_STATE, OWNER_PRIVATE } Owner;

typedef struct {
    char *id, *profile, *instrument;
    Owner owner;
    guint purpose;    /* of its phrases in the book: a bit of its own */
    char *from, *to;  /* ISO; to: first day no longer in force, or NULL */
    char *owner_from; /* ISO: from when on it is for its owner alone, or NULL: ever since it is in force */
    BilingualText title;
    GPtrArray *requirements; /* of Requirement * */
    char *file;
} Pack;

typedef struct {
    char *id;
    BilingualText title;
    gboolean judged; /* a regulation on democracy */
    gboolean yields; /* not judged, unless the text itself says enough of democracy */
    PhraseIds *titles, *bodies;
} Kind;

typedef struct {
    char *id;
    char *parent; /* profile it inherits from, or NULL */
    BilingualText title;
    PhraseIds *units, *bodies;
} Profile;

/* A word class to which documents add names of their own ("gọi chung là nhân viên Trạm"). */
typedef struct {
    char *name;
    PhraseIds *definitions; /* what stands before such a name; it begins where a match ends */
    guint whole;            /* the phrase that matches a whole name the class has already */
    guint64 key;            /* of the word that stands for any such name, and that the class matches */
} OpenClass;

typedef struct RuleSet {
    char *directory; /* where it was loaded from, as given */
    PhraseBook *book;
    Instruments *instruments;
    GPtrArray *open_classes;  /* of OpenClass * */
    GPtrArray *groups;        /* of Group *: at most 32 */
    GPtrArray *kinds;         /* of Kind * */
    GPtrArray *profiles;      /* of Profile * */
    GPtrArray *packs;         /* of Pack * */
    PhraseIds *state_owned;   /* what shows that an enterprise is the State's … */
    PhraseIds *private_owned; /* … and by what it says of itself that it is not, whatever else it names */
    PhraseIds *staff_counts;  /* how a text says the number of its unit's staff; with a quantity */
    PhraseIds *no_union, *dispersed; /* how it says that there is no union, that it works in many places */
    PhraseIds *forms_headings; /* "Hình thức", "Cách thức": titles that speak of the section before them */
    PhraseIds *mention_headings; /* divisions that prove nothing: scope, purpose, principles */
    PhraseIds *mentions;         /* sentences that prove nothing */
    PhraseIds *off_topics; /* sentences about something else, of the same words: no item stands in them */
    PhraseIds *operatives; /* sentences that oblige, entitle or order somebody to do something */
    PhraseIds *nominals; /* words directly before a verb that make it a mere name: "việc", "hình thức" */
    PhraseIds *weakeners;       /* before a verb: "có thể" */
    PhraseIds *reservations;    /* before it or anywhere after: "khi thấy cần thiết" */
    PhraseIds *exceptions;      /* "trừ", "không bao gồm" */
    PhraseIds *negations;       /* "không", "không phải", ending where the denied words begin */
    PhraseIds *catch_alls;      /* "các nội dung khác theo quy định" */
    PhraseIds *back_references; /* openings of a sentence that speaks of the one before: "Việc này …" */
    PhraseIds *not_denials;    /* sentences that forbid to refuse: "không được từ chối cung cấp" */
    PhraseIds *lawful_secrets; /* what the law itself keeps from the public: "bí mật nhà nước" */
    GArray *phrase_groups; /* of guint32 by phrase: groups of the items of which it speaks; a set of bits */
    GArray *near_misses;   /* of WordCount: of lines that are known to say nothing that is asked */
    ToneLines *tone_lines; /* while wordings are read, else NULL */
    GArray *tone;          /* of ToneSlot: how lines are worded that refuse (rules/tone.h) */
    ConsistencyWords *consistency;
    char *digest; /* SHA-256 of all files, names and contents, in name order */
} RuleSet;

/* Loads every *.xml of a directory, or of several parted by ':': the first holds the schema, a later one adds
 * to those before it, and its files replace theirs of the same names. The files that the program was built
 * with are not read again but taken as they were compiled then. Errors: RASOAT_ERROR_RULES with "file:line:
 * …" and the offending word. */
RuleSet *ruleset_load(const char *directory, GError **error);

/* The same, but never taking what was compiled ahead for the files. */
RuleSet *ruleset_compile(const char *directory, GError **error);

/* The same with one phrase more, to be tried; *id is its number in the phrase book. */
RuleSet *ruleset_load_with_phrase(const char *directory, const char *phrase, guint *id, GError **error);
void ruleset_free(RuleSet *rules);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(RuleSet, ruleset_free)

const char *ruleset_digest(const RuleSet *rules);

/* The id of the group that asks for the acts a text rests on. */
#define LEGAL_BASIS "legal-basis"

/* Index of a group by id; -1 when there is none. */
gint ruleset_group(const RuleSet *rules, const char *id);

/* The groups of which something holds, as a set of bits. */
guint32 ruleset_groups(const RuleSet *rules, gboolean (*holds)(const Group *group));

/* The groups that the forms of some groups belong to (Group.forms); sets of bits both. */
guint32 ruleset_forms(const RuleSet *rules, guint32 groups);

/* The requirement of a pack that its act be cited; NULL: there is none, and the act does not govern. */
const Requirement *ruleset_legal_basis(const RuleSet *rules, const Pack *pack);

/* The item of an id; NULL when no pack has it. */
Item *ruleset_item(const RuleSet *rules, const char *id);

/* Whether an item, or a part of it, is a number that the law sets. */
gboolean item_sets_number(const Item *item);

/* Calls a function for each item of each pack, in their order. */
void ruleset_for_each_item(RuleSet *rules, void (*see)(RuleSet *rules, Item *item, gpointer data),
                           gpointer data);

/* The packs of a profile (with those it inherits from) that are in force on an ISO date and for the owner
 * (STATE or PRIVATE). Free the array only. */
GPtrArray *ruleset_packs(const RuleSet *rules, const char *profile, const char *as_of, Owner owner);

#endif
