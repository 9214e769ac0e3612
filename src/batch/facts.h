/* What a batch knows of a document without opening its record: the columns of the store, sent by a worker
 * beside the record. */
#ifndef RASOAT_BATCH_FACTS_H
#define RASOAT_BATCH_FACTS_H

#include "audit/result.h"
#include "report/level.h"

typedef struct {
    char *sha256;  /* hexadecimal; "" when the file could not be read */
    char *outcome; /* outcome_name() */
    char *verdict; /* verdict_name(); NULL unless judged */
    char *error;   /* code; NULL when judged */
    Level level;
    gboolean other_unit;                                     /* the text holds names that are not its own */
    char *unit, *parent, *profile, *number, *issued, *title; /* as Result; NULL when absent */
} Facts;

void facts_clear(Facts *facts);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Facts, facts_clear)

/* Whether they are of a regulation that was judged. */
gboolean facts_are_of_regulation(const Facts *facts);

/* The facts of a result. Strings are copies. */
Facts facts_of(const Result *result);

/* As JSON, and back; FALSE when the bytes are no facts, as where a text is longer than FRONT_TEXT_BYTES. */
char *facts_json(const Facts *facts);
gboolean facts_parse(Facts *facts, const char *json, gsize length);

#endif
