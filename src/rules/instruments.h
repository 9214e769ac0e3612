/* Legal acts as data (rules/instruments.xml): number, kind, issuer, title, dates in force, what replaced
 * each. */
#ifndef RASOAT_RULES_INSTRUMENTS_H
#define RASOAT_RULES_INSTRUMENTS_H

#include <glib.h>

#include "base/bilingual.h"
#include "rules/xml_file.h"

/* Who makes acts of state. */
typedef struct {
    char *name;       /* "Bộ Giáo dục và Đào tạo" */
    char *symbol;     /* as in numbers: "BGDĐT"; bodies of the Party share "TW" */
    gboolean local;   /* its acts count as acts of state only when their number has a year */
    GPtrArray *names; /* of char *: other ways to write it ("Bộ GD&ĐT") */
} Issuer;

typedef struct {
    BilingualText text;
    char *from; /* ISO: the first day that it is true on, or NULL: on any */
} InstrumentNote;

typedef struct {
    char *number; /* "04/2015/NĐ-CP": the key */
    char *kind; /* "nghị định", "luật", "bộ luật", "pháp lệnh", "thông tư", "nghị quyết", "quyết định", … */
    char *issuer; /* name of an Issuer: "Chính phủ", "Quốc hội", "Bộ Nội vụ", … */
    char *title;  /* short title, Vietnamese */
    char *about;  /* what it is about as it says itself, from "quy định …" or "về …" on; or NULL */
    char *issued; /* ISO date or NULL */
    char *effective_from; /* ISO date or NULL: unknown */
    char *effective_to;   /* first day no longer in force, or NULL: in force or unknown */
    char *replaced_by;    /* number, or NULL */
    gboolean verified;    /* dates have a source */
    GPtrArray *notes;     /* of InstrumentNote *: what is uncertain, what became of it */
    GPtrArray *names; /* of char *: names it may be cited by alone ("Luật Thực hiện dân chủ ở cơ sở") */
    GPtrArray *subjects; /* of char *: words that show, after a mistaken number, that this act is meant */
    char *path;          /* of its file … */
    guint line;          /* … and its line there */
} Instrument;

typedef struct {
    GPtrArray *list;       /* of Instrument *, file order */
    GHashTable *by_number; /* number → Instrument * */
    GPtrArray *issuers;    /* of Issuer *, file order */
    GPtrArray
        *unlisted; /* of char *: names of acts that are not in the list, told apart from those that are */
} Instruments;

Instruments *instruments_new(void);

/* Empty ones, for the lists of Instruments. */
gpointer instrument_new(void);
gpointer instrument_note_new(void);
gpointer issuer_new(void);

/* Adds a file of root <instruments>. Errors (RASOAT_ERROR_RULES) name file, line and the offending word:
 * numbers that are there already, dates that are none or out of order, an issuer or a replaced-by that names
 * nothing so far, replacements that run in a circle. */
gboolean instruments_add(Instruments *instruments, const XmlFile *file, GError **error);

/* The same for one file alone. */
Instruments *instruments_load(const char *path, GError **error);
void instruments_free(Instruments *instruments);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Instruments, instruments_free)

const Instrument *instruments_find(const Instruments *instruments, const char *number);

/* The act as a document of an office names it among its bases (Nghị định 30/2020/NĐ-CP, annex I, II.6 b):
 * kind, number, date, issuer, what it is about; a law or ordinance by name and date alone. Vietnamese; what
 * is unknown is left out. Owned by the caller. */
char *instrument_as_basis(const Instrument *instrument);

typedef enum { INSTRUMENT_NOT_YET, INSTRUMENT_IN_FORCE, INSTRUMENT_SUPERSEDED } InstrumentState;
/* The state on an ISO date. An unknown beginning counts as in force from the day it was issued. */
InstrumentState instrument_state(const Instrument *instrument, const char *date);

/* The acts that have replaced one by the date, one after the other, the last of which is not itself
 * superseded on it: that stands for the first. Empty when it is not superseded, and when the table names none
 * that stands for it. Array of const Instrument *, of the caller. */
GPtrArray *instrument_successors(const Instruments *instruments, const Instrument *instrument,
                                 const char *date);

/* Whether an act is the one of a number, or one that was replaced by it, at once or one after the other. */
gboolean instrument_leads_to(const Instruments *instruments, const Instrument *instrument,
                             const char *number);

/* What a reader must know of an act on an ISO date; empty: nothing. */
BilingualText instrument_note(const Instrument *instrument, const char *date);

#endif
