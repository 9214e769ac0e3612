/* A task as JSON and back. */
#include "batch/task.h"

#include <jansson.h>
#include <stdlib.h>

#include "rasoat_options.h"

char *task_json(const TaskOptions *options)
{
    json_t *object =
        json_pack("{s:s?, s:b, s:s, s:i, s:i, s:i, s:i}", "profile", options->profile, "roster",
                  options->roster, "as_of", options->as_of, "staff", options->staff, "state_owned",
                  options->state_owned, "union", options->has_union, "dispersed", options->dispersed);
    char *dump = json_dumps(object, JSON_COMPACT);
    char *json = g_strdup(dump);
    free(dump);
    json_decref(object);
    return json;
}

RasoatOptions *task_parse(const char *json, gsize length)
{
    json_t *object = json_loadb(json, length, 0, NULL);
    const char *as_of = NULL;
    int roster = 0, staff = -1, state_owned = -1, has_union = -1, dispersed = -1;
    RasoatOptions *options = NULL;

    if (json_unpack(object, "{s:b, s:s, s:i, s:i, s:i, s:i}", "roster", &roster, "as_of", &as_of, "staff",
                    &staff, "state_owned", &state_owned, "union", &has_union, "dispersed", &dispersed) == 0) {
        options = g_new0(RasoatOptions, 1); /* not rasoat_options_new(): it asks for the time zone */
        options->profile = g_strdup(json_string_value(json_object_get(object, "profile")));
        options->as_of = g_strdup(as_of);
        options->staff = staff;
        options->state_owned = state_owned;
        options->has_union = has_union;
        options->dispersed = dispersed;
        options->roster = roster != 0;
        options->outline = TRUE;
        options->shingles = TRUE;
    }
    json_decref(object);
    return options;
}
