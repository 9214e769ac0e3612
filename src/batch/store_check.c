/* Whether a store can be believed. SQLite looks at a page when it reads it, at bounds within one hardly, and
 * puts values of any type into any column: a file that was damaged, or made to harm, is told as a whole
 * before anything in it is used. Takes a millisecond or two for each MiB, and as much for a thousand files
 * and units. */
#include "base/error.h"
#include "batch/store_private.h"

static const char *file_state(guint i)
{
    return file_state_name((FileState)i);
}

static const char *match(guint i)
{
    return match_name((Match)i);
}

static const char *unit_state(guint i)
{
    return unit_state_name((UnitState)i);
}

static const char *outcome(guint i)
{
    return outcome_name((Outcome)i);
}

static const char *verdict(guint i)
{
    return verdict_name((Verdict)i);
}

/* Names up to the last, as a list of SQL. */
static char *names(guint last, const char *(*name)(guint))
{
    GString *list = g_string_new(NULL);
    for (guint i = 0; i <= last; i++)
        g_string_append_printf(list, "%s'%s'", i ? "," : "", name(i));
    return g_string_free(list, FALSE);
}

#define NO_ROUND "round NOT IN (SELECT id FROM rounds)"
#define OF_FILES "SELECT 1 FROM files AS there WHERE there.round="
#define NO_RESULT "result IS NOT NULL AND NOT EXISTS(SELECT 1 FROM results WHERE results.id=result)"

/* Conditions under which a row of a table is none that this program writes. */
static const struct {
    const char *table, *condition;
    gint since; /* the version of the store that brought the table */
} strange[] = {
    {"rounds", "id<=0 OR shard<1 OR shard>shards OR shards>$shards", 1},
    {"results", "outcome NOT IN ($outcomes) OR (outcome='judged')<>coalesce(verdict IN ($verdicts), 0)", 1},
    {"results", "level NOT BETWEEN 0 AND $level OR other_unit NOT IN (0, 1)", 1},
    {"files", "state NOT IN ($files) OR match NOT IN ($matches)", 1},
    {"files", "result IS NULL AND state IN ('judged', 'unreadable', 'older-version')", 1},
    {"files", NO_ROUND " OR " NO_RESULT, 1},
    {"files JOIN results ON results.id=result", "coalesce(files.sha256, '')<>results.sha256", 1},
    {"units", "state NOT IN ($units) OR staff NOT BETWEEN -1 AND 0x7FFFFFFF", 1},
    {"units", "state_owned NOT BETWEEN -1 AND 1 OR line NOT BETWEEN 0 AND 0xFFFFFFFF", 1},
    {"units", "path IS NULL AND state NOT IN ('missing', 'in-doubt')", 1},
    {"units", NO_ROUND " OR " NO_RESULT, 1},
    {"pairs", "share NOT BETWEEN 0 AND 1 OR " NO_ROUND, 1},
    {"waivers", "line NOT BETWEEN 0 AND 0xFFFFFFFF OR min(units, documents, judged, open, open_in)<0",
     SINCE_WAIVERS},
    {"waivers", NO_ROUND, SINCE_WAIVERS},
    {"waived", "verdict NOT IN ($verdicts) OR level NOT BETWEEN 0 AND $level OR findings<0", SINCE_WAIVERS},
    {"waived", "NOT EXISTS(" OF_FILES "waived.round AND there.path=waived.path)", SINCE_WAIVERS},
    {"seals", "round NOT IN (SELECT id FROM rounds WHERE finished IS NOT NULL)", SINCE_SEALS},
};

/* The same of a round that is finished, and of the whole: what it says in one place it says in the other. */
static const struct {
    const char *table, *condition;
} contradictions[] = {
    {"files", "(doubt IS NOT NULL)<>(match='doubtful')"},
    {"files", "(other IS NOT NULL)<>(state IN ('duplicate-of', 'older-version'))"},
    {"files", "other IS NOT NULL AND NOT EXISTS(" OF_FILES "files.round AND there.path=files.other)"},
    {"files",
     "unit IS NOT NULL AND NOT EXISTS(SELECT 1 FROM units WHERE units.round=files.round AND key=unit)"},
    {"units", "(path IS NULL)<>(state IN ('missing', 'in-doubt'))"},
    {"units", "path IS NOT NULL AND NOT EXISTS(" OF_FILES "units.round AND there.path=units.path"
              " AND there.result IS units.result AND there.unit IS units.key)"},
    {"pairs", "NOT EXISTS(" OF_FILES "pairs.round AND there.path=pairs.one)"},
    {"pairs", "NOT EXISTS(" OF_FILES "pairs.round AND there.path=pairs.other)"},
};

/* SQL that gives for each table SQL that has a row when a value is of another type than its column. */
static const char strange_types[] =
    "SELECT 'SELECT 1 FROM '||tables.name||' WHERE '||group_concat('typeof('||columns.name||') NOT IN "
    "(''null'','"
    "||quote(lower(columns.type))||')', ' OR ')||' LIMIT 1' FROM sqlite_schema AS tables,"
    " pragma_table_info(tables.name) AS columns WHERE tables.type='table' GROUP BY tables.name";

/* Whether SQL has no row, or its row is a text that says so. */
static gboolean has_none(Store *store, const char *sql, GError **error)
{
    g_autoptr(StoreCursor) cursor = store_cursor_new(store, sql, error);
    GError *cause = NULL;
    gboolean good = cursor != NULL;
    if (good && store_cursor_step(cursor, &cause))
        good = g_strcmp0((const char *)sqlite3_column_text(cursor->statement, 0), "ok") == 0 ||
               store_is_damaged(store, error);
    if (cause)
        g_propagate_error(error, cause);
    return good && !cause;
}

static gboolean types_are_ours(Store *store, GError **error)
{
    GError *cause = NULL;
    g_autoptr(StoreCursor) tables = store_cursor_new(store, strange_types, error);
    gboolean good = tables != NULL;
    while (good && store_cursor_step(tables, &cause))
        good = has_none(store, (const char *)sqlite3_column_text(tables->statement, 0), error);
    if (cause)
        g_propagate_error(error, cause);
    return good && !cause;
}

/* A condition with the names and numbers of this program in it. */
static char *completed(const char *condition)
{
    const struct {
        const char *place;
        char *text;
    } lists[] = {{"$files", names(FILE_UNREADABLE_FOLDER, file_state)},
                 {"$matches", names(MATCH_DOUBTFUL, match)},
                 {"$units", names(UNIT_SUBMITTED, unit_state)},
                 {"$outcomes", names(OUTCOME_UNREADABLE, outcome)},
                 {"$verdicts", names(VERDICT_REVIEW, verdict)},
                 {"$level", g_strdup_printf("%d", LEVEL_CLEAN)},
                 {"$shards", g_strdup_printf("%d", SHARDS_MOST)}};
    GString *sql = g_string_new(condition);
    for (guint i = 0; i < G_N_ELEMENTS(lists); i++) {
        g_string_replace(sql, lists[i].place, lists[i].text, 0);
        g_free(lists[i].text);
    }
    return g_string_free(sql, FALSE);
}

static gboolean values_are_ours(Store *store, gint version, GError **error)
{
    gboolean good = TRUE;
    for (guint i = 0; good && i < G_N_ELEMENTS(strange); i++) {
        g_autofree char *condition = completed(strange[i].condition);
        g_autofree char *sql =
            g_strdup_printf("SELECT 1 FROM %s WHERE %s LIMIT 1", strange[i].table, condition);
        good = version < strange[i].since || has_none(store, sql, error);
    }
    for (guint i = 0; good && i < G_N_ELEMENTS(contradictions); i++) {
        g_autofree char *sql = g_strdup_printf(
            "SELECT 1 FROM %s WHERE round IN (SELECT id FROM rounds WHERE finished IS NOT NULL AND shards=1)"
            " AND (%s) LIMIT 1",
            contradictions[i].table, contradictions[i].condition);
        good = has_none(store, sql, error);
    }
    return good;
}

gboolean store_is_sound(Store *store, gint version, GError **error)
{
    return has_none(store, "PRAGMA integrity_check(1)", error) && types_are_ours(store, error) &&
           values_are_ours(store, version, error) && store_results_are_sealed(store, error) &&
           (version < SINCE_SEALS || store_rounds_are_sealed(store, error));
}
