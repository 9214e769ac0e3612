/* A comparison as JSON, of the family "rasoat/1": both documents as their results have them, without
 * findings; then each change with the finding of either draft. */
#include "report/comparison.h"

#include "report/json_parts.h"

static void put_finding(JsonWriter *json, const char *key, const Finding *finding)
{
    if (finding)
        json_put_finding(json, key, finding);
    else
        json_put_string(json, key, NULL);
}

static void put_row(JsonWriter *json, const ComparisonRow *row)
{
    const Finding *finding = comparison_finding(row);
    json_begin_object(json, NULL);
    json_put_string(json, "change", change_name(row->change));
    json_put_string(json, "rule", finding->rule);
    json_put_string(json, "covered_by", row->covered_by ? row->covered_by->rule : NULL);
    put_finding(json, "before", row->before);
    put_finding(json, "after", row->after);
    json_end_object(json);
}

/* null: one of them names no unit. */
static void put_same_unit(JsonWriter *json, Units units)
{
    if (units == UNITS_UNSAID)
        json_put_string(json, "same_unit", NULL);
    else
        json_put_boolean(json, "same_unit", units == UNITS_SAME);
}

char *comparison_json(const Comparison *comparison)
{
    GString *out = g_string_new(NULL);
    JsonWriter json = json_writer(out, TRUE);
    const Result *before = comparison->before, *after = comparison->after;

    json_begin_object(&json, NULL);
    json_put_string(&json, "schema", "rasoat/1");
    json_put_string(&json, "kind", "comparison");
    json_put_document(&json, "before", before);
    json_put_document(&json, "after", after);
    put_same_unit(&json, comparison->units);
    json_put_boolean(&json, "same_kind", g_strcmp0(before->profile, after->profile) == 0);
    json_put_boolean(&json, "same_profile", g_strcmp0(before->audit_profile, after->audit_profile) == 0);
    json_put_boolean(&json, "same_date", g_strcmp0(before->as_of, after->as_of) == 0);
    json_put_boolean(&json, "same_rules", g_strcmp0(before->rules_digest, after->rules_digest) == 0);
    if (comparison_judged(comparison)) {
        json_begin_object(&json, "summary");
        for (guint i = 0; i < CHANGES; i++)
            json_put_integer(&json, change_name((Change)i), comparison->counts[i]);
        json_end_object(&json);
    } else {
        json_put_string(&json, "summary", NULL);
    }
    json_begin_array(&json, "changes");
    for (guint i = 0; i < comparison->rows->len; i++)
        put_row(&json, &g_array_index(comparison->rows, ComparisonRow, i));
    json_end_array(&json);
    json_put_waivers(&json, after);
    json_end_object(&json);
    g_string_append_c(out, '\n');
    return g_string_free(out, FALSE);
}
