/* An array of arrays of three texts. No line break is in the JSON of a record, so the first one ends it. */
#include "batch/named_list.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "rasoat.h"

static json_t *list_of(const GArray *named)
{
    json_t *list = json_array();

    for (guint i = 0; i < named->len; i++) {
        const NamedPlace *place = &g_array_index(named, NamedPlace, i);
        json_t *texts = json_array();
        json_array_append_new(texts, json_string(place->name));
        json_array_append_new(texts, json_string(place->address));
        json_array_append_new(texts, json_string(place->quote));
        json_array_append_new(list, texts);
    }
    return list;
}

char *record_with_names(const Result *result)
{
    char *record = rasoat_result_json(result, FALSE);
    if (!result->named || result->named->len == 0)
        return record;
    json_t *list = list_of(result->named);
    char *names = json_dumps(list, JSON_COMPACT);
    char *both = g_strconcat(record, "\n", names, NULL);
    json_decref(list);
    free(names);
    g_free(record);
    return both;
}

const char *record_cut_names(char *record)
{
    char *end = strchr(record, '\n');
    if (!end)
        return "";
    *end = '\0';
    return end + 1;
}

void named_list_each(const char *names, NamedVisit visit, gpointer data)
{
    json_t *list = *names ? json_loads(names, 0, NULL) : NULL, *texts;
    size_t i;

    json_array_foreach(list, i, texts)
    {
        const char *name = json_string_value(json_array_get(texts, 0));
        const char *address = json_string_value(json_array_get(texts, 1));
        const char *quote = json_string_value(json_array_get(texts, 2));
        if (name && address && quote)
            visit(name, address, quote, data);
    }
    json_decref(list);
}
