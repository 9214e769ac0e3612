/* Two records of a unit beside each other, rule by rule. */
#include "batch/compare.h"

#include "batch/counterparts.h"
#include "batch/store_private.h"
#include "batch/waived.h"
#include "report/tally.h"

/* How grave a finding is by itself: what its items say, a section does not say again. What a person is to
 * look at is counted whatever its severity, as in tally_gaps(). */
static guint gravity_of(const Result *result, const Finding *finding)
{
    if (finding->check == CHECK_SECTION && tally_told_by_items(result, finding))
        return 0;
    return change_gravity(finding->status,
                          finding->status == STATUS_REVIEW ? SEVERITY_MANDATORY : finding->severity);
}

static void add_result(GHashTable *rows, const Result *result, guint side)
{
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *finding = result->findings->pdata[i];
        if (tally_is_content(finding))
            change_table_add(rows, finding->rule, side, gravity_of(result, finding), finding);
    }
}

static const char *status_of(const Finding *finding)
{
    return finding ? status_name(finding->status) : NULL;
}

static void visit_rows(GHashTable *rows, const char *unit, const char *name, CompareVisit visit,
                       gpointer data)
{
    g_autofree const char **rules = change_table_keys(rows);
    for (const char **rule = rules; *rule; rule++) {
        const ChangeRow *row = g_hash_table_lookup(rows, *rule);
        const Finding *after = row->side[1];
        RoundChange change = {.unit = unit,
                              .name = name,
                              .rule = *rule,
                              .before = status_of(row->side[0]),
                              .after = status_of(after),
                              .change = change_of(row),
                              .accepted = row->gravity[1] && after->waiver};
        if (row->gravity[0] || row->gravity[1])
            visit(&change, data);
    }
}

/* One unit: its key, name and body above, then of both rounds the file and its result. */
static gboolean compare_unit(Store *store, sqlite3_stmt *row, const Waivers *waivers, CompareVisit visit,
                             gpointer data, GError **error)
{
    g_autofree char *unit = column_text(row, 0), *name = column_text(row, 1), *parent = column_text(row, 2);
    g_autofree char *then = column_path(row, 3), *now = column_path(row, 5);
    WaivedDocument earlier = {sqlite3_column_int64(row, 4), then, name, parent};
    WaivedDocument later = {sqlite3_column_int64(row, 6), now, name, parent};
    g_autoptr(Result) before = waived_result(store, NULL, &earlier, NULL, error);
    g_autoptr(Result) after = before ? waived_result(store, waivers, &later, NULL, error) : NULL;
    if (!after)
        return FALSE;
    g_autofree char *label = roster_unit_label(name, parent, (guint)sqlite3_column_int(row, 7));
    g_autoptr(GHashTable) rows = change_table_new();
    add_result(rows, before, 0);
    add_result(rows, after, 1);
    visit_rows(rows, unit, label, visit, data);
    return TRUE;
}

/* The units that have a regulation in a round, each with how many of the round have its name. */
#define SUBMITTED_IN(round)                                                                                  \
    "(SELECT * FROM (SELECT *, count(*) OVER (PARTITION BY name) AS namesakes FROM units WHERE round=" round \
    ") WHERE state='submitted')"

/* Those of two rounds, ?1 and ?2. */
#define BOTH "WITH earlier AS " SUBMITTED_IN("?1") ", now AS " SUBMITTED_IN("?2") " "

/* Those that one of the rounds has alone, unless their text is adrift in the other. */
#define ONLY_IN(side, key_of_side, other_round)                                                              \
    BOTH "SELECT side.name, side.parent, namesakes FROM " side " AS side JOIN results ON results.id=result"  \
         " WHERE key NOT IN (SELECT " key_of_side " FROM counterparts JOIN earlier"                          \
         "  ON earlier.key=counterparts.earlier JOIN now ON now.key=counterparts.later) AND NOT EXISTS"      \
         " (SELECT 1 FROM adrift WHERE adrift.round=" other_round                                            \
         "  AND adrift.key=unit_key(results.unit, results.parent)) ORDER BY line, side.name, key"

/* Rows of a statement over two rounds. NULL with an error. */
static StoreCursor *cursor_of(Store *store, gint64 before, gint64 after, const char *sql, GError **error)
{
    StoreCursor *cursor =
        counterparts_find(store, before, after, error) ? store_cursor_new(store, sql, error) : NULL;
    if (!cursor)
        return NULL;
    sqlite3_bind_int64(cursor->statement, 1, before);
    sqlite3_bind_int64(cursor->statement, 2, after);
    return cursor;
}

void change_counts_add(ChangeCounts *counts, const RoundChange *change)
{
    if (change->accepted)
        counts->accepted++;
    else
        counts->counts[change->change]++;
}

gboolean compare_rounds(Store *store, gint64 before, gint64 after, CompareVisit visit, gpointer data,
                        GError **error)
{
    GError *cause = NULL;
    g_autoptr(Waivers) waivers = NULL;
    if (!counterparts_find(store, before, after, error) ||
        !store_waivers(store, after, &waivers, NULL, error))
        return FALSE;
    g_autoptr(StoreCursor) units =
        cursor_of(store, before, after,
                  BOTH "SELECT now.key, now.name, now.parent, earlier.path, earlier.result, now.path, "
                       "now.result, now.namesakes FROM counterparts JOIN now ON now.key=counterparts.later"
                       " JOIN earlier ON earlier.key=counterparts.earlier"
                       " ORDER BY now.line, now.name, now.key",
                  error);
    if (!units)
        return FALSE;
    while (!cause && store_cursor_step(units, &cause))
        compare_unit(store, units->statement, waivers, visit, data, &cause);
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

/* Units that have a regulation in one of the rounds alone. */
static gboolean each_only_in(Store *store, gint64 before, gint64 after, const char *sql, OneRoundVisit visit,
                             gpointer data, GError **error)
{
    GError *cause = NULL;
    g_autoptr(StoreCursor) units = cursor_of(store, before, after, sql, error);
    if (!units)
        return FALSE;
    while (store_cursor_step(units, &cause)) {
        g_autofree char *name = column_text(units->statement, 0), *parent = column_text(units->statement, 1);
        g_autofree char *label =
            roster_unit_label(name, parent, (guint)sqlite3_column_int(units->statement, 2));
        visit(label, data);
    }
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

gboolean compare_vanished(Store *store, gint64 before, gint64 after, OneRoundVisit visit, gpointer data,
                          GError **error)
{
    return each_only_in(store, before, after, ONLY_IN("earlier", "counterparts.earlier", "?2"), visit, data,
                        error);
}

gboolean compare_new(Store *store, gint64 before, gint64 after, OneRoundVisit visit, gpointer data,
                     GError **error)
{
    return each_only_in(store, before, after, ONLY_IN("now", "counterparts.later", "?1"), visit, data, error);
}
