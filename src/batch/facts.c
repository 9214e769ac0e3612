/* The columns of a result, as a small JSON object between worker and batch. */
#include "batch/facts.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "document/front.h"

typedef struct {
    const char *key;
    gsize offset;
    gboolean needed;
} Field;

static const Field fields[] = {
    {"sha256", G_STRUCT_OFFSET(Facts, sha256), TRUE},    {"outcome", G_STRUCT_OFFSET(Facts, outcome), TRUE},
    {"verdict", G_STRUCT_OFFSET(Facts, verdict), FALSE}, {"error", G_STRUCT_OFFSET(Facts, error), FALSE},
    {"unit", G_STRUCT_OFFSET(Facts, unit), FALSE},       {"parent", G_STRUCT_OFFSET(Facts, parent), FALSE},
    {"profile", G_STRUCT_OFFSET(Facts, profile), FALSE}, {"number", G_STRUCT_OFFSET(Facts, number), FALSE},
    {"issued", G_STRUCT_OFFSET(Facts, issued), FALSE},   {"title", G_STRUCT_OFFSET(Facts, title), FALSE},
};

static char **field_of(const Facts *facts, const Field *field)
{
    return (char **)((char *)facts + field->offset);
}

void facts_clear(Facts *facts)
{
    for (guint i = 0; i < G_N_ELEMENTS(fields); i++)
        g_clear_pointer(field_of(facts, &fields[i]), g_free);
}

static gboolean names_other_unit(const Result *result)
{
    if (result->named && result->named->len > 0)
        return TRUE;
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *finding = result->findings->pdata[i];
        if (g_strcmp0(finding->kind, "other-unit") == 0)
            return TRUE;
    }
    return FALSE;
}

Facts facts_of(const Result *result)
{
    gboolean judged = result->outcome == OUTCOME_JUDGED;
    return (Facts){
        .sha256 = g_strdup(result->sha256),
        .outcome = g_strdup(outcome_name(result->outcome)),
        .verdict = judged ? g_strdup(verdict_name(result->verdict)) : NULL,
        .error = g_strdup(result->error_code),
        .level = level_of(result),
        .other_unit = names_other_unit(result),
        .unit = g_strdup(result->unit),
        .parent = g_strdup(result->parent),
        .profile = g_strdup(result->audit_profile ? result->audit_profile : result->profile),
        .number = g_strdup(result->number),
        .issued = g_strdup(result->issued),
        .title = g_strdup(result->title),
    };
}

char *facts_json(const Facts *facts)
{
    json_t *object = json_object();
    for (guint i = 0; i < G_N_ELEMENTS(fields); i++) {
        const char *text = *field_of(facts, &fields[i]);
        if (text)
            json_object_set_new(object, fields[i].key, json_string(text));
    }
    json_object_set_new(object, "level", json_integer(facts->level));
    json_object_set_new(object, "other_unit", json_boolean(facts->other_unit));
    char *dump = json_dumps(object, JSON_COMPACT);
    char *json = g_strdup(dump);
    free(dump);
    json_decref(object);
    return json;
}

/* Whether they are names of an outcome and of its verdict, which nothing but a judged text has. */
static gboolean names_are_known(const Facts *facts)
{
    gboolean judged = facts_are_of_regulation(facts), known = judged;
    for (guint i = 0; i <= OUTCOME_UNREADABLE; i++)
        known = known || g_strcmp0(facts->outcome, outcome_name((Outcome)i)) == 0;
    for (guint i = 0; judged && i <= VERDICT_REVIEW; i++)
        if (g_strcmp0(facts->verdict, verdict_name((Verdict)i)) == 0)
            return TRUE;
    return known && !judged && !facts->verdict;
}

gboolean facts_parse(Facts *facts, const char *json, gsize length)
{
    json_t *object = json_loadb(json, length, 0, NULL);
    gboolean good = json_is_object(object);

    *facts = (Facts){.level = LEVEL_NOT_JUDGED};
    for (guint i = 0; good && i < G_N_ELEMENTS(fields); i++) {
        const char *text = json_string_value(json_object_get(object, fields[i].key));
        *field_of(facts, &fields[i]) = g_strdup(text);
        good = text ? strlen(text) <= FRONT_TEXT_BYTES : !fields[i].needed;
    }
    json_int_t level = json_integer_value(json_object_get(object, "level"));
    good = good && level >= LEVEL_NOT_JUDGED && level <= LEVEL_CLEAN && names_are_known(facts);
    facts->other_unit = json_is_true(json_object_get(object, "other_unit"));
    facts->level = good ? (Level)level : LEVEL_NOT_JUDGED;
    json_decref(object);
    if (!good)
        facts_clear(facts);
    return good;
}

gboolean facts_are_of_regulation(const Facts *facts)
{
    return g_strcmp0(facts->outcome, outcome_name(OUTCOME_JUDGED)) == 0;
}
