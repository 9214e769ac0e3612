/* What a round comes to, counted by SQLite. */
#include "batch/families.h"
#include "batch/store_private.h"
#include "batch/store_waivers.h"

static void add_figure(RoundFigures *figures, sqlite3_stmt *row)
{
    FileState state = store_file_state((const char *)sqlite3_column_text(row, 0));
    const char *outcome = (const char *)sqlite3_column_text(row, 1);
    const char *verdict = (const char *)sqlite3_column_text(row, 2);
    guint level = (guint)sqlite3_column_int(row, 3);
    gboolean dated = sqlite3_column_int(row, 4); /* there is no other reason why it does not count */
    gboolean future = sqlite3_column_int(row, 5), accepted = sqlite3_column_int(row, 6);
    guint64 count = (guint64)sqlite3_column_int64(row, 7);
    guint64 *others[] = {[FILE_UNREADABLE] = &figures->unreadable,
                         [FILE_OLDER] = dated ? &figures->older : &figures->rivals,
                         [FILE_DUPLICATE] = &figures->duplicates,
                         [FILE_SKIPPED] = &figures->skipped,
                         [FILE_UNREADABLE_FOLDER] = &figures->folders};

    if (state == FILE_JUDGED || state == FILE_UNREADABLE)
        figures->levels[MIN(level, LEVEL_CLEAN)] += count;
    if (state == FILE_JUDGED && g_strcmp0(outcome, outcome_name(OUTCOME_JUDGED)) == 0) {
        figures->future += future ? count : 0;
        figures->accepted += accepted ? count : 0;
        for (guint i = VERDICT_COMPLETE; i <= VERDICT_REVIEW; i++)
            if (g_strcmp0(verdict, verdict_name((Verdict)i)) == 0)
                figures->verdicts[i] += count;
    } else if (state == FILE_JUDGED) {
        figures->not_regulations += count;
    } else if (state != FILE_PENDING) {
        *others[state] += count;
    }
}

static void count_units(Store *store, gint64 round, RoundFigures *figures, GError **error)
{
    g_auto(StoreUnit) unit = {0};
    g_autoptr(StoreCursor) cursor = store_units(store, round, error);
    sqlite3_stmt *unnamed =
        store_statement(store,
                        "SELECT count(*) FROM files JOIN results ON results.id=result"
                        " WHERE files.round=? AND files.unit IS NULL AND files.state='judged'"
                        " AND outcome=?",
                        NULL);
    sqlite3_stmt *pairs = store_statement(store, "SELECT count(*) FROM pairs WHERE round=?", NULL);

    while (cursor && store_next_unit(cursor, &unit, error)) {
        figures->units[unit.state]++;
        figures->roster = figures->roster || unit.unit.line > 0;
    }
    if (pairs) {
        sqlite3_bind_int64(pairs, 1, round);
        figures->pairs = (guint64)store_number(pairs, 0);
    }
    if (unnamed) {
        sqlite3_bind_int64(unnamed, 1, round);
        bind_text(unnamed, 2, outcome_name(OUTCOME_JUDGED));
        figures->unnamed = (guint64)store_number(unnamed, 0);
    }
}

static void count_waivers(Store *store, gint64 round, RoundFigures *figures, GError **error)
{
    g_auto(Round) read = {0};
    g_autoptr(Waivers) waivers = NULL;
    g_autofree WaiverUse *uses = NULL;
    if (!store_round(store, round, &read, error) || !store_waivers(store, round, &waivers, &uses, error) ||
        !store_count_waived(store, round, &figures->waived, &figures->waived_in, error))
        return;
    for (guint i = 0; waivers && i < waivers_count(waivers); i++)
        figures->waivers[waiver_state(waivers_row(waivers, i), &uses[i], read.as_of)]++;
}

gboolean store_figures(Store *store, gint64 round, RoundFigures *figures, GError **error)
{
    g_autoptr(StoreCursor) cursor = store_cursor_new(
        store,
        "SELECT files.state, outcome, coalesce(waived.verdict, results.verdict),"
        " coalesce(waived.level, results.level), reason IS NULL, coalesce(issued>rounds.as_of, "
        "0), " BY_ACCEPTANCE ", count(*)"
        " FROM files JOIN rounds ON rounds.id=files.round LEFT JOIN results ON results.id=result"
        " LEFT JOIN waived ON waived.round=files.round AND waived.path=files.path"
        " WHERE files.round=? GROUP BY 1, 2, 3, 4, 5, 6, 7",
        error);
    GError *cause = NULL;

    *figures = (RoundFigures){0};
    if (!cursor)
        return FALSE;
    sqlite3_bind_int64(cursor->statement, 1, round);
    while (store_cursor_step(cursor, &cause))
        add_figure(figures, cursor->statement);
    if (!cause)
        count_units(store, round, figures, &cause);
    if (!cause)
        count_waivers(store, round, figures, &cause);
    if (!cause && figures->pairs > 0)
        families_count(store, round, &figures->families, &figures->copies, &cause);
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}
