/* Legal acts as data (rules/instruments.xml): number, kind, issuer, title, dates in force, what replaced
 * each. */
#ifndef RASOAT_RULES_INSTRUMENTS_H
#define RASOAT_RULES_INSTRUMENTS_H

#include <glib.h>

typedef struct {
    char *number; /* "04/2015/NĐ-CP": the key */
    char *kind; /* "nghị định", "luật", "bộ luật", "pháp lệnh", "thông tư", "nghị quyết", "quyết định", … */
    char *issuer;         /* "Chính phủ", "Quốc hội", "UBTVQH", "Bộ Nội vụ", … */
    char *title;          /* short title, Vietnamese */
    char *issued;         /* ISO date or NULL */
    char *effective_from; /* ISO date or NULL: unknown */
    char *effective_to;   /* first day no longer in force, or NULL: in force or unknown */
    char *replaced_by;    /* number, or NULL */
    char *note;           /* what is uncertain, Vietnamese, or NULL */
    gboolean verified;    /* dates have a source */
    GPtrArray *names; /* of char *: names it may be cited by alone ("Luật Thực hiện dân chủ ở cơ sở") */
    guint line; /* in the file */
} Instrument;

typedef struct {
    GPtrArray *list;       /* of Instrument *, file order */
    GHashTable *by_number; /* number → Instrument * */
} Instruments;

/* Loads and checks instruments.xml: duplicate numbers, bad dates and replaced_by that names no instrument are
 * errors (RASOAT_ERROR_RULES) with file, line and the offending word. */
Instruments *instruments_load(const char *path, GError **error);
void instruments_free(Instruments *instruments);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Instruments, instruments_free)

const Instrument *instruments_find(const Instruments *instruments, const char *number);

typedef enum { INSTRUMENT_NOT_YET, INSTRUMENT_IN_FORCE, INSTRUMENT_SUPERSEDED } InstrumentState;
/* The state on an ISO date. An unknown beginning counts as in force from the day it was issued. */
InstrumentState instrument_state(const Instrument *instrument, const char *date);

#endif
