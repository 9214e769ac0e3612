/* Two records of a unit beside each other, rule by rule. */
#include "batch/compare.h"

#include <stdlib.h>

#include "batch/store_private.h"
#include "rules/terms.h"

const char *change_name(Change change)
{
    static const char *const names[] = {"new", "fixed", "open", "worse"};
    g_return_val_if_fail((guint)change < G_N_ELEMENTS(names), "unknown");
    return names[change];
}

/* How grave a status is; 0 is no gap. */
static guint gravity(const char *status, const char *severity)
{
    static const Status grave[] = {STATUS_REVIEW, STATUS_PARTIAL, STATUS_MISSING, STATUS_CONFLICT};
    for (guint i = 0; i < G_N_ELEMENTS(grave); i++)
        if (g_strcmp0(status, status_name(grave[i])) == 0)
            return grave[i] == STATUS_CONFLICT || g_strcmp0(severity, severity_name(SEVERITY_MANDATORY)) == 0
                       ? i + 1
                       : 0;
    return 0;
}

typedef struct {
    const char *status[2]; /* before, after */
    guint gravity[2];
} Row;

static gboolean is_content(const char *check)
{
    return g_strcmp0(check, check_name(CHECK_SECTION)) == 0 ||
           g_strcmp0(check, check_name(CHECK_ITEM)) == 0 || g_strcmp0(check, check_name(CHECK_BOUND)) == 0;
}

/* Puts the findings of a record into rows by rule; a rule judged twice counts as its graver finding. */
static void add_record(GHashTable *rows, const json_t *record, guint side)
{
    size_t i;
    json_t *finding;
    json_array_foreach(json_object_get(record, "findings"), i, finding)
    {
        const char *rule = json_string_value(json_object_get(finding, "rule"));
        const char *status = json_string_value(json_object_get(finding, "status"));
        const char *severity = json_string_value(json_object_get(finding, "severity"));
        if (!rule || !status || !is_content(json_string_value(json_object_get(finding, "check"))))
            continue;
        Row *row = g_hash_table_lookup(rows, rule);
        if (!row) {
            row = g_new0(Row, 1);
            g_hash_table_insert(rows, (gpointer)rule, row);
        }
        if (!row->status[side] || gravity(status, severity) > row->gravity[side]) {
            row->status[side] = status;
            row->gravity[side] = gravity(status, severity);
        }
    }
}

static Change change_of(const Row *row)
{
    if (row->gravity[0] == 0)
        return CHANGE_NEW;
    if (row->gravity[1] == 0)
        return CHANGE_FIXED;
    return row->gravity[1] > row->gravity[0] ? CHANGE_WORSE : CHANGE_OPEN;
}

static gint by_text(gconstpointer a, gconstpointer b)
{
    return g_strcmp0(*(const char *const *)a, *(const char *const *)b);
}

static void visit_rows(GHashTable *rows, const char *unit, const char *name, CompareVisit visit,
                       gpointer data)
{
    guint count;
    g_autofree const char **rules = (const char **)g_hash_table_get_keys_as_array(rows, &count);
    qsort(rules, count, sizeof *rules, by_text);
    for (guint i = 0; i < count; i++) {
        const Row *row = g_hash_table_lookup(rows, rules[i]);
        RoundChange change = {.unit = unit,
                              .name = name,
                              .rule = rules[i],
                              .before = row->status[0],
                              .after = row->status[1],
                              .change = change_of(row)};
        if (row->gravity[0] || row->gravity[1])
            visit(&change, data);
    }
}

/* One unit: its key, its name, its results in both rounds. */
static gboolean compare_unit(Store *store, sqlite3_stmt *row, CompareVisit visit, gpointer data,
                             GError **error)
{
    g_autofree char *unit = column_text(row, 0), *name = column_text(row, 1);
    json_t *before = store_record_json(store, sqlite3_column_int64(row, 2), NULL, error);
    json_t *after = before ? store_record_json(store, sqlite3_column_int64(row, 3), NULL, error) : NULL;
    if (after) {
        g_autoptr(GHashTable) rows = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
        add_record(rows, before, 0);
        add_record(rows, after, 1);
        visit_rows(rows, unit, name, visit, data);
    }
    gboolean good = after != NULL;
    json_decref(before);
    json_decref(after);
    return good;
}

gboolean compare_rounds(Store *store, gint64 before, gint64 after, CompareVisit visit, gpointer data,
                        GError **error)
{
    GError *cause = NULL;
    g_autoptr(StoreCursor) units = store_cursor_new(
        store,
        "SELECT now.key, now.name, earlier.result, now.result FROM units AS now JOIN units AS earlier"
        " ON earlier.round=?1 AND earlier.key=now.key WHERE now.round=?2 AND now.state='submitted'"
        " AND earlier.state='submitted' ORDER BY now.key",
        error);
    if (!units)
        return FALSE;
    sqlite3_bind_int64(units->statement, 1, before);
    sqlite3_bind_int64(units->statement, 2, after);
    while (!cause && store_cursor_step(units, &cause))
        compare_unit(store, units->statement, visit, data, &cause);
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}
