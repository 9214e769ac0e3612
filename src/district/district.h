/* The reports of a round: what a district hands on, rendered from the store in one pass over its units. One
 * unit with its result is in memory at a time, so that a district may be of any size; what a report keeps
 * beside it grows with the rules and not with the documents. */
#ifndef RASOAT_DISTRICT_DISTRICT_H
#define RASOAT_DISTRICT_DISTRICT_H

#include "batch/store.h"
#include "report/group_state.h"
#include "report/tally.h"

typedef struct {
    Store *store;
    Round round;
    gint64 before; /* the round it is compared with; 0: none */
    RasoatLanguage language;
    RoundFigures figures;
    Waivers *waivers; /* of the round; NULL: none */
    WaiverUse *uses;  /* what each came to */
} District;

/* One line of the district: a unit, or (key NULL) a document of which no unit is known. */
typedef struct {
    const StoreUnit *unit; /* key NULL: only state, path and result are set */
    UnitState state;
    const char *name;   /* of the unit; where none is known, as the text names it with the file behind it, for
                         * others of that name may be there, else the file. Fit to be shown. */
    const char *kind;   /* profile that it was judged as, else that of the roster; NULL: unknown */
    const char *file;   /* display_path() of its path; NULL when nothing came */
    const char *page;   /* stem of file names of its reports: ASCII, the same in every round */
    const char *doubt;  /* names of units that the document may be of, one a line: also where the roster names
                         * its file for one and the text is of another; NULL */
    const char *unread; /* a sentence that names the files of the unit which could not be read, beside the one
                         * that stands for it: a newer text may be among them; NULL: none */
    const char *dated;  /* a sentence: it is dated after the day of the round; NULL of others */
    const char *why;    /* it is of no unit, or of one that its text does not name, and what to do
                         * (district_doubt_sentence()); NULL of others */
    Result *result;     /* NULL when nothing came; file is set */
    const Result *judged; /* the result, if it is of a regulation; else NULL */
    GapTally gaps;        /* zero unless judged */
} DistrictUnit;

/* The unit's regulation is complete, but only because of what was accepted. */
gboolean district_complete_by_acceptance(const DistrictUnit *unit);

/* Opens what a district holds beside its store and its round: figures, waivers, and who may have been meant.
 */
gboolean district_open(District *district, GError **error);

/* Closes all of it. */
void district_clear(District *district);

/* FALSE with an error ends the pass. */
typedef gboolean (*DistrictVisit)(const DistrictUnit *unit, gpointer data, GError **error);

/* Visits all units, those of a roster in its order, then documents of no unit, by path. */
gboolean district_each(const District *district, DistrictVisit visit, gpointer data, GError **error);

/* A document that is not among the units because another stands for it, or that nobody could read. */
typedef struct {
    const StoreFile *file;
    const char *name, *other; /* display_path() of the paths; other may be NULL */
    const char *whose;        /* of one that nobody could read: a sentence on the units it may be of; NULL */
    Result *result;           /* NULL when there is none */
} DistrictFile;

typedef gboolean (*DistrictFileVisit)(const DistrictFile *file, gpointer data, GError **error);

/* Visits the files of a round that give no verdict: unreadable, no regulation, older texts, duplicates, and
 * skipped or unreadable entries of the folder, by path. */
gboolean district_each_file(const District *district, DistrictFileVisit visit, gpointer data, GError **error);

/* What an office calls a state of units, and the class of html_style and symbol it is shown by. Static. */
const char *district_state_word(UnitState state, RasoatLanguage language);
const char *district_state_class(UnitState state);
const char *district_state_symbol(UnitState state);

/* Whether a line's unit has submitted, in the words for a state of a unit. A document that belongs to no
 * known unit is nobody's submission. Static. */
const char *district_submission(const DistrictUnit *unit, RasoatLanguage language);
const char *district_submission_class(const DistrictUnit *unit);
const char *district_submission_symbol(const DistrictUnit *unit);

/* What an office calls the state of a file that gives no verdict, and its symbol. Static. */
const char *district_file_state(const DistrictFile *file, RasoatLanguage language);
const char *district_file_symbol(const DistrictFile *file);

/* Why a file gives no verdict, in a few words; what to do about it, or NULL. Static. */
const char *district_file_reason(const DistrictFile *file, RasoatLanguage language);
const char *district_file_advice(const DistrictFile *file, RasoatLanguage language);

/* The groups that a matrix has columns for, in the order of the law: JSON name, and a short title. */
typedef struct {
    const char *name, *title;
} DistrictGroup;
enum { DISTRICT_GROUPS = 14 };
extern const DistrictGroup district_groups[DISTRICT_GROUPS];

/* How each group of a judged unit fares, by place in district_groups; GROUP_NOT_APPLICABLE: not asked of it.
 */
void district_states(const Result *result, GroupState states[DISTRICT_GROUPS]);

#endif
