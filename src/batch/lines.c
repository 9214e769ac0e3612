/* Records out of the store as text: only the file's name and what the batch knows of it are put in. */
#include "batch/lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "batch/store_private.h"
#include "batch/waived.h"
#include "report/display.h"
#include "report/report.h"

#define NAME_PLACE "\"file\":\""

static json_t *name_or_null(const char *path)
{
    if (!path)
        return json_null();
    g_autofree char *name = display_name(path);
    return json_string(name);
}

/* "batch":{…} without the outer braces. */
static char *batch_member(const StoreFile *file, const char *name, const char *parent)
{
    json_t *object =
        json_pack("{s:{s:s, s:s?, s:s?, s:s?, s:s, s:o}}", "batch", "state", file_state_name(file->state),
                  "unit", file->unit, "unit_name", name, "unit_parent", parent, "match",
                  match_name(file->match), "other", name_or_null(file->other));
    char *dump = json_dumps(object, JSON_COMPACT);
    char *member = g_strndup(dump + 1, strlen(dump) - 2);
    free(dump);
    json_decref(object);
    return member;
}

/* The name as it stands between quotes in JSON. */
static char *quoted_name(const char *path)
{
    json_t *string = name_or_null(path);
    char *dump = json_dumps(string, JSON_COMPACT | JSON_ENCODE_ANY);
    char *inner = g_strndup(dump + 1, strlen(dump) - 2);
    free(dump);
    json_decref(string);
    return inner;
}

/* FALSE: the record has no place for the name. */
static gboolean write_line(FILE *out, const WaivedDocument *document, const StoreFile *file,
                           const char *record)
{
    const char *place = strstr(record, NAME_PLACE);
    if (!place)
        return FALSE;
    g_autofree char *name = quoted_name(file->path);
    g_autofree char *batch = batch_member(file, document->unit, document->parent);
    place += strlen(NAME_PLACE);
    gsize head = (gsize)(place - record);

    fprintf(out, "%.*s%s%.*s,%s}\n", (int)head, record, name, (int)(strlen(place) - 1), place, batch);
    return TRUE;
}

/* The record of a document as it is told: with what is waived in it. */
static char *record_of(Store *store, const Waivers *waivers, const WaivedDocument *document, GError **error)
{
    gboolean concerned;
    if (!waived_concerns(store, waivers, document, &concerned, error))
        return NULL;
    if (!concerned)
        return store_record(store, document->result, error);
    g_autoptr(Result) result = waived_result(store, waivers, document, NULL, error);
    if (!result)
        return NULL;
    g_free(result->file);
    result->file = g_strdup("");
    return report_result_json(result, FALSE);
}

static gboolean write_file(Store *store, gint64 round, const Waivers *waivers, const StoreFile *file,
                           FILE *out, GError **error)
{
    g_autofree char *unit = NULL, *parent = NULL;
    if (file->unit && !store_unit_names(store, round, file->unit, &unit, &parent, error))
        return FALSE;
    WaivedDocument document = {file->result, file->path, unit, parent};
    g_autofree char *record = record_of(store, waivers, &document, error);
    return record && (write_line(out, &document, file, record) || store_is_damaged(store, error));
}

gboolean lines_write(Store *store, gint64 round, FILE *out, GError **error)
{
    g_auto(StoreFile) file = {0};
    GError *cause = NULL;
    g_autoptr(Waivers) waivers = NULL;
    g_autoptr(StoreCursor) cursor = store_files(store, round, NULL, error);
    if (!cursor || !store_waivers(store, round, &waivers, NULL, error))
        return FALSE;
    while (store_next_file(cursor, &file, &cause)) {
        if (file.result && !write_file(store, round, waivers, &file, out, &cause))
            break;
    }
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}
