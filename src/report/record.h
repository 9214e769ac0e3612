/* Results read back from JSON: what a worker printed or a store kept becomes a result again, and every report
 * renders from it as from a fresh one. */
#ifndef RASOAT_REPORT_RECORD_H
#define RASOAT_REPORT_RECORD_H

#include "audit/result.h"

/* The result of one JSON object of the contract "rasoat/1", length bytes of UTF-8. Strict: every key of the
 * contract must be there with its type, every word must be one of the contract's, numbers must fit; keys that
 * the contract does not know (yet) are left aside. Writing the result gives the same JSON again, but for such
 * keys. Error: RECORD, naming the place. */
Result *record_read(const char *json, gsize length, GError **error);

#endif
