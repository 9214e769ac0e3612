/* Names that a text speaks of (audit/named.h) as they stand behind its record, in a line of their own: the
 * record is what `rasoat check` says, and they are no part of that. */
#ifndef RASOAT_BATCH_NAMED_LIST_H
#define RASOAT_BATCH_NAMED_LIST_H

#include "audit/result.h"

/* The record of a result and, where there are any, its names behind it. Owned by the caller. */
char *record_with_names(const Result *result);

/* Cuts the names off; they begin behind the record's end then, "" when there are none. Belongs to record. */
const char *record_cut_names(char *record);

/* What visits each name. */
typedef void (*NamedVisit)(const char *name, const char *address, const char *quote, gpointer data);
void named_list_each(const char *names, NamedVisit visit, gpointer data);

#endif
