/* Findings that somebody answerable accepted, with reason, who approved, on which basis and until when. What
 * was judged is not touched: results are kept as they were judged, and marked when they are told. */
#ifndef RASOAT_BATCH_WAIVERS_H
#define RASOAT_BATCH_WAIVERS_H

#include "audit/result.h"
#include "text/unit_words.h"

/* One row of the table. */
typedef struct {
    guint line;          /* of the file */
    char *unit;          /* name, in any spelling (text/unit_words.h), or with * in it; NULL: any */
    char *file;          /* path or name, may hold * and ?; NULL: any */
    char *rule;          /* finding_id(), or "citation" for all acts cited, or a group */
    BilingualText title; /* of that rule or group; see waivers_learn_titles() */
    gboolean learnt;     /* title is that of sections */
    Waiver waiver;
    gboolean doubtful; /* several units of the district have that name: it is for none of them */
    UnitWords *words;  /* of unit, when it has no * */
    char *pattern;     /* of unit, when it has */
} WaiverRow;

typedef struct Waivers Waivers;

/* Without rows; waivers_add() takes what the row holds but words and pattern, which it makes. */
Waivers *waivers_new(void);
void waivers_add(Waivers *waivers, WaiverRow *row);
void waivers_free(Waivers *waivers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Waivers, waivers_free)

/* SHA-256 of the file that was loaded; NULL of others. */
const char *waivers_digest(const Waivers *waivers);

guint waivers_count(const Waivers *waivers);
const WaiverRow *waivers_row(const Waivers *waivers, guint i);

/* Whose a document is. Strings are the caller's. */
typedef struct {
    const char *unit, *parent; /* names; NULL: unknown */
    const char *file;          /* path; bytes */
    gboolean among; /* one of many documents: what waives nothing here is noted only when it is for this one
                       alone, or has expired and is missed */
} WaiverSubject;

/* Whether any row is for this document. */
gboolean waivers_concern(const Waivers *waivers, const WaiverSubject *subject);

/* What a row came to in the documents so far. */
typedef struct {
    guint units;     /* of the name that it gives, see waivers_count_unit() */
    guint documents; /* of its unit and file name, that were judged */
    guint judged;    /* findings of its rule in them */
    guint open;      /* of those, what it waives; what it would waive, had it not expired */
    guint open_in;   /* documents that have such */
} WaiverUse;

/* Adds a unit of a district to the uses of the rows that name it, and no file: more than one make a row
 * doubtful. */
void waivers_count_unit(const Waivers *waivers, const char *unit, const char *parent, WaiverUse *uses);

/* Marks what is waived in a result that was judged, on its as-of date, notes what waives nothing, and draws
 * the verdict anew. A group stands for its section and contents, not for acts cited and points of form. A
 * section that is missing whole is waived with what it covers; one that fell short only by what is waived is
 * waived with it. uses: one of each row, added to; may be NULL. */
void waivers_apply(const Waivers *waivers, Result *result, const WaiverSubject *subject, WaiverUse *uses);

/* A group has another title in each kind of unit: takes for rows of groups that of the section in a document
 * that they are for; of documents whose sections have several, all of them, in the order that they come. */
void waivers_learn_titles(Waivers *waivers, const Result *result, const WaiverSubject *subject);

/* What became of a row. */
typedef enum {
    WAIVER_USED,
    WAIVER_EXPIRED,    /* before the as-of date */
    WAIVER_NOT_OPEN,   /* all is met already, or not applicable */
    WAIVER_NO_FINDING, /* nothing of that rule was judged */
    WAIVER_STRAY,      /* no document is of that unit and file name */
    WAIVER_DOUBTFUL,   /* several units have that name */
} WaiverState;
enum { WAIVER_STATES = WAIVER_DOUBTFUL + 1 };

WaiverState waiver_state(const WaiverRow *row, const WaiverUse *use, const char *as_of);

/* "used", "expired", "not-open", "no-finding", "stray", "doubtful". Static. */
const char *waiver_state_name(WaiverState state);

#endif
