/* Parts of the contract "rasoat/1" that more than one report writes. */
#ifndef RASOAT_REPORT_JSON_PARTS_H
#define RASOAT_REPORT_JSON_PARTS_H

#include "audit/result.h"
#include "report/json_writer.h"

/* The result as an object without its schema, findings and outline. */
void json_put_document(JsonWriter *json, const char *key, const Result *result);

/* "waivers": how many findings are waived, and what waives nothing; there only when waivers were given. */
void json_put_waivers(JsonWriter *json, const Result *result);

void json_put_finding(JsonWriter *json, const char *key, const Finding *finding);

#endif
