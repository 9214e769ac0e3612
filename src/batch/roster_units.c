/* A table of units, one of the words of their names, and an index of the rarest of these. */
#include "batch/roster_units.h"

#include <sqlite3.h>
#include <string.h>

#include "base/error.h"
#include "base/translate.h"
#include "batch/sqlite_cause.h"
#include "text/unit_initials.h"

static const char tables[] =
    "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE; PRAGMA cache_size=-2048;"
    "CREATE TABLE units(number INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT,"
    " parent TEXT, pattern TEXT, wildcards INTEGER, staff INTEGER, state_owned INTEGER, has_union INTEGER,"
    " dispersed INTEGER, line INTEGER);"
    "CREATE TABLE words(unit INTEGER, word TEXT, aside INTEGER, PRIMARY KEY(unit, word)) WITHOUT ROWID;"
    "CREATE TABLE initials(initials TEXT, unit INTEGER, PRIMARY KEY(initials, unit)) WITHOUT ROWID;"
    "CREATE TABLE rarest(word TEXT, unit INTEGER, PRIMARY KEY(word, unit)) WITHOUT ROWID;"
    "CREATE INDEX by_file ON units(pattern) WHERE wildcards=0;";

static const char find_rarest[] =
    "CREATE TEMP TABLE counts(word TEXT PRIMARY KEY, number INTEGER) WITHOUT ROWID;"
    "INSERT INTO counts SELECT word, count(*) FROM words GROUP BY word;"
    "INSERT INTO rarest SELECT word, unit FROM (SELECT words.word, unit, row_number() OVER"
    " (PARTITION BY unit ORDER BY number, words.word) AS place FROM words JOIN counts"
    "  ON counts.word=words.word WHERE NOT aside) WHERE place=1;"
    "DROP TABLE counts; CREATE INDEX by_name ON words(word);";

/* What is asked again and again, prepared once. */
enum {
    ADD,
    ADD_WORD,
    ADD_ASIDE, /* a word of a remark */
    ADD_INITIALS,
    GET,
    FIND,
    BY_WORD,
    BY_ANY_WORD,
    BY_INITIALS,
    BY_FILE,
    WITH_WILDCARDS,
    STATEMENTS
};

static const char *const texts[STATEMENTS] = {
    [ADD] = "INSERT INTO units VALUES(?,?,?,?,?,?,?,?,?,?,?,?)",
    [ADD_WORD] = "INSERT OR IGNORE INTO words VALUES(?,?,0)",
    [ADD_ASIDE] = "INSERT OR IGNORE INTO words VALUES(?,?,1)",
    [ADD_INITIALS] = "INSERT OR IGNORE INTO initials VALUES(?2,?1)",
    [GET] = ("SELECT key, name, kind, parent, pattern, staff, state_owned, has_union, dispersed, line"
             " FROM units WHERE number=?"),
    [FIND] = "SELECT number FROM units WHERE key=?",
    [BY_WORD] = "SELECT unit FROM rarest WHERE word=? ORDER BY unit",
    [BY_ANY_WORD] = "SELECT unit FROM words WHERE word=? ORDER BY unit LIMIT 500",
    [BY_INITIALS] = "SELECT unit FROM initials WHERE initials=? ORDER BY unit LIMIT 500",
    [BY_FILE] = "SELECT number FROM units WHERE pattern=? AND wildcards=0 ORDER BY number",
    [WITH_WILDCARDS] = "SELECT number FROM units WHERE wildcards=1 ORDER BY number",
};

struct RosterUnits {
    sqlite3 *database;
    sqlite3_stmt *statements[STATEMENTS];
    guint count;
    gboolean indexed; /* the rarest words are found */
};

char *roster_unit_label(const char *name, const char *parent, guint namesakes)
{
    return namesakes > 1 && parent ? g_strdup_printf("%s (%s)", name, parent) : g_strdup(name);
}

void roster_unit_clear(RosterUnit *unit)
{
    char **all[] = {&unit->key, &unit->name, &unit->kind, &unit->parent, &unit->pattern};
    for (guint i = 0; i < G_N_ELEMENTS(all); i++)
        g_clear_pointer(all[i], g_free);
}

/* --- steps ---------------------------------------------------------------------------------------------- */

static gboolean fail(const RosterUnits *units, GError **error)
{
    int cause = sqlite_cause(units->database);
    if (cause != 0)
        return error_set_output(error, g_get_tmp_dir(), cause);
    return error_set_place(error, g_get_tmp_dir(), N_("không dùng được tệp tạm ở đây (%s)"),
                           sqlite3_errmsg(units->database));
}

static gboolean run(RosterUnits *units, const char *sql, GError **error)
{
    return sqlite3_exec(units->database, sql, NULL, NULL, NULL) == SQLITE_OK || fail(units, error);
}

static void done(sqlite3_stmt *statement)
{
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
}

static gboolean step(RosterUnits *units, sqlite3_stmt *statement, GError **error)
{
    gboolean good = sqlite3_step(statement) == SQLITE_DONE || fail(units, error);
    done(statement);
    return good;
}

static void bind(sqlite3_stmt *statement, int place, const char *text)
{
    sqlite3_bind_text(statement, place, text, -1, SQLITE_STATIC);
}

static char *column(sqlite3_stmt *row, int place)
{
    return g_strdup((const char *)sqlite3_column_text(row, place));
}

RosterUnits *roster_units_new(GError **error)
{
    g_autoptr(RosterUnits) units = g_new0(RosterUnits, 1);
    if (sqlite3_open("", &units->database) != SQLITE_OK) {
        fail(units, error);
        return NULL;
    }
    if (!run(units, tables, error))
        return NULL;
    for (guint i = 0; i < STATEMENTS; i++)
        if (sqlite3_prepare_v3(units->database, texts[i], -1, SQLITE_PREPARE_PERSISTENT,
                               &units->statements[i], NULL) != SQLITE_OK) {
            fail(units, error);
            return NULL;
        }
    return run(units, "BEGIN", error) ? g_steal_pointer(&units) : NULL;
}

void roster_units_free(RosterUnits *units)
{
    if (!units)
        return;
    for (guint i = 0; i < STATEMENTS; i++)
        sqlite3_finalize(units->statements[i]);
    sqlite3_close(units->database);
    g_free(units);
}

/* --- adding --------------------------------------------------------------------------------------------- */

static gboolean has_wildcards(const char *pattern)
{
    return pattern && strpbrk(pattern, "*?") != NULL;
}

/* A text by which the unit that is being added can be looked up. */
static gboolean add_text(RosterUnits *units, guint which, const char *text, GError **error)
{
    sqlite3_stmt *add = units->statements[which];
    sqlite3_bind_int64(add, 1, units->count);
    bind(add, 2, text);
    return step(units, add, error);
}

static gboolean add_words(RosterUnits *units, const RosterUnit *unit, GError **error)
{
    g_autoptr(UnitWords) words = unit_words_of_kind(unit->name, unit->kind),
                         listed = unit_words_with_remarks(unit->name, unit->kind);
    g_autoptr(GPtrArray) initials = unit_initials(words);
    gboolean good = TRUE;
    for (guint i = 0; good && i < unit_words_name_count(words); i++)
        good = add_text(units, ADD_WORD, unit_words_name_at(words, i), error);
    for (guint i = 0; good && i < unit_words_name_count(listed); i++)
        good = add_text(units, ADD_ASIDE, unit_words_name_at(listed, i), error);
    for (guint i = 0; good && i < initials->len; i++)
        good = add_text(units, ADD_INITIALS, initials->pdata[i], error);
    return good;
}

gboolean roster_units_add(RosterUnits *units, const RosterUnit *unit, GError **error)
{
    sqlite3_stmt *add = units->statements[ADD];
    g_return_val_if_fail(!units->indexed, FALSE);
    sqlite3_bind_int64(add, 1, ++units->count);
    bind(add, 2, unit->key);
    bind(add, 3, unit->name);
    bind(add, 4, unit->kind);
    bind(add, 5, unit->parent);
    bind(add, 6, unit->pattern);
    sqlite3_bind_int(add, 7, has_wildcards(unit->pattern));
    sqlite3_bind_int(add, 8, unit->staff);
    sqlite3_bind_int(add, 9, unit->state_owned);
    sqlite3_bind_int(add, 10, unit->has_union);
    sqlite3_bind_int(add, 11, unit->dispersed);
    sqlite3_bind_int64(add, 12, unit->line);
    return step(units, add, error) && add_words(units, unit, error);
}

/* --- reading -------------------------------------------------------------------------------------------- */

guint roster_units_count(const RosterUnits *units)
{
    return units->count;
}

gboolean roster_units_get(RosterUnits *units, guint number, RosterUnit *unit, GError **error)
{
    sqlite3_stmt *row = units->statements[GET];
    sqlite3_bind_int64(row, 1, number);
    gboolean there = sqlite3_step(row) == SQLITE_ROW;
    if (there)
        *unit = (RosterUnit){.key = column(row, 0),
                             .name = column(row, 1),
                             .kind = column(row, 2),
                             .parent = column(row, 3),
                             .pattern = column(row, 4),
                             .staff = sqlite3_column_int(row, 5),
                             .state_owned = sqlite3_column_int(row, 6),
                             .has_union = sqlite3_column_int(row, 7),
                             .dispersed = sqlite3_column_int(row, 8),
                             .line = (guint)sqlite3_column_int64(row, 9)};
    else
        fail(units, error);
    done(row);
    return there;
}

/* Adds the numbers that a statement gives, whose text is bound unless it has none. */
static gboolean look_up(RosterUnits *units, guint which, const char *text, GArray *found, GError **error)
{
    sqlite3_stmt *rows = units->statements[which];
    int code;
    if (text)
        bind(rows, 1, text);
    while ((code = sqlite3_step(rows)) == SQLITE_ROW) {
        guint number = (guint)sqlite3_column_int64(rows, 0);
        g_array_append_val(found, number);
    }
    gboolean good = code == SQLITE_DONE || fail(units, error);
    done(rows);
    return good;
}

gboolean roster_units_find(RosterUnits *units, const char *key, guint *number, GError **error)
{
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(guint));
    gboolean good = look_up(units, FIND, key, found, error);
    *number = found->len ? g_array_index(found, guint, 0) : 0;
    return good;
}

static gboolean find_by_word(RosterUnits *units, guint which, const char *word, GArray *found, GError **error)
{
    if (!units->indexed && !run(units, find_rarest, error))
        return FALSE;
    units->indexed = TRUE;
    return look_up(units, which, word, found, error);
}

gboolean roster_units_by_word(RosterUnits *units, const char *word, GArray *found, GError **error)
{
    return find_by_word(units, BY_WORD, word, found, error);
}

gboolean roster_units_by_any_word(RosterUnits *units, const char *word, GArray *found, GError **error)
{
    return find_by_word(units, BY_ANY_WORD, word, found, error);
}

gboolean roster_units_by_initials(RosterUnits *units, const char *initials, GArray *found, GError **error)
{
    return look_up(units, BY_INITIALS, initials, found, error);
}

gboolean roster_units_by_file(RosterUnits *units, const char *name, GArray *found, GError **error)
{
    return look_up(units, BY_FILE, name, found, error);
}

gboolean roster_units_with_wildcards(RosterUnits *units, GArray *found, GError **error)
{
    return look_up(units, WITH_WILDCARDS, NULL, found, error);
}
