/* Two records of a unit beside each other, rule by rule. */
#include "batch/compare.h"

#include "audit/result.h"
#include "batch/store_private.h"

/* How grave a finding of a record is; words that the contract does not have yet are no gap. */
static guint gravity_of(const char *status, const char *severity)
{
    for (guint i = STATUS_MET; i <= STATUS_NOT_APPLICABLE; i++)
        for (guint k = SEVERITY_MANDATORY; k <= SEVERITY_INFO; k++)
            if (g_strcmp0(status, status_name((Status)i)) == 0 &&
                g_strcmp0(severity, severity_name((Severity)k)) == 0)
                return change_gravity((Status)i, (Severity)k);
    return 0;
}

static gboolean is_content(const char *check)
{
    return g_strcmp0(check, check_name(CHECK_SECTION)) == 0 ||
           g_strcmp0(check, check_name(CHECK_ITEM)) == 0 || g_strcmp0(check, check_name(CHECK_BOUND)) == 0;
}

/* Puts the findings of a record into rows by rule, each with its status. */
static void add_record(GHashTable *rows, const json_t *record, guint side)
{
    size_t i;
    json_t *finding;
    json_array_foreach(json_object_get(record, "findings"), i, finding)
    {
        const char *rule = json_string_value(json_object_get(finding, "rule"));
        const char *status = json_string_value(json_object_get(finding, "status"));
        const char *severity = json_string_value(json_object_get(finding, "severity"));
        if (rule && status && is_content(json_string_value(json_object_get(finding, "check"))))
            change_table_add(rows, rule, side, gravity_of(status, severity), status);
    }
}

static void visit_rows(GHashTable *rows, const char *unit, const char *name, CompareVisit visit,
                       gpointer data)
{
    g_autofree const char **rules = change_table_keys(rows);
    for (const char **rule = rules; *rule; rule++) {
        const ChangeRow *row = g_hash_table_lookup(rows, *rule);
        RoundChange change = {.unit = unit,
                              .name = name,
                              .rule = *rule,
                              .before = row->side[0],
                              .after = row->side[1],
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
        g_autoptr(GHashTable) rows = change_table_new();
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
