/* Inside of the store: its connection and the few steps that every statement takes. */
#ifndef RASOAT_BATCH_STORE_PRIVATE_H
#define RASOAT_BATCH_STORE_PRIVATE_H

#include <sqlite3.h>

#include "batch/store.h"

#define STORE_APPLICATION 1381192527 /* "RSAO" */

/* The first versions of the store that have them. */
enum { SINCE_WAIVERS = 2, SINCE_SEALS = 4 };

struct Store {
    sqlite3 *database;
    char *path; /* of the file, for messages */
    StoreMode mode;
    gint64 paired[2];       /* rounds that the tables of counterparts.h are of; 0: none */
    gboolean is_new;        /* opening it made the file */
    gboolean writing;       /* it is ours, and its log is */
    GHashTable *statements; /* SQL → sqlite3_stmt *, prepared once */
    GHashTable *packers;    /* dictionary id → what records are packed with, see store_pack.h */
};

/* Sets OUTPUT with what SQLite says. Always FALSE. */
gboolean store_fail(Store *store, GError **error);

/* Sets OUTPUT: the file is damaged, and what to do. Always FALSE. */
gboolean store_is_damaged(const Store *store, GError **error);

/* Makes the tables of an empty store. */
gboolean store_create_tables(Store *store, GError **error);

/* Whether a store has our tables and indices, word for word, and nothing beside them: what a schema names is
 * run by whoever reads the file (sqlite.org/security.html, "Untrusted SQLite Database Files"). */
gboolean store_has_our_tables(Store *store, gint version, GError **error);

/* Adds what a store of an older version lacks. What is only read stays as it is: the tables that it lacks and
 * that are asked are empty ones beside it. */
gboolean store_add_tables(Store *store, gint version, GError **error);

/* Whether all of a store whose tables are ours can be believed: pages, values, checksums. */
gboolean store_is_sound(Store *store, gint version, GError **error);

/* Whether what stands beside the records of results is what was written; of shingles, store_shingles() asks.
 */
gboolean store_results_are_sealed(Store *store, GError **error);

/* Keeps the checksum of a round that is finished, or of all that are. */
gboolean store_seal_round(Store *store, gint64 round, GError **error);
gboolean store_seal_rounds(Store *store, GError **error);

/* Whether every finished round is what was sealed. */
gboolean store_rounds_are_sealed(Store *store, GError **error);

/* Runs SQL that gives no rows. */
gboolean store_run(Store *store, const char *sql, GError **error);

/* A statement, kept for the next time; the caller binds, steps, and resets it with statement_done(). sql must
 * be static. NULL with an error. */
sqlite3_stmt *store_statement(Store *store, const char *sql, GError **error);

/* Resets a statement and forgets what was bound. */
void statement_done(sqlite3_stmt *statement);

/* Steps a statement that gives no rows and resets it. */
gboolean store_step(Store *store, sqlite3_stmt *statement, GError **error);

/* Runs SQL whose first place is a round, and which gives no rows. sql must be static. */
gboolean store_step_for_round(Store *store, gint64 round, const char *sql, GError **error);

/* Binds, by place; NULL binds NULL. Texts and bytes must live until the statement is done. */
void bind_text(sqlite3_stmt *statement, int place, const char *text);
void bind_path(sqlite3_stmt *statement, int place, const char *path);
void bind_bytes(sqlite3_stmt *statement, int place, const void *bytes, gsize length);

/* Copies of a column, NULL when it is NULL; a text is UTF-8 whatever the file has. */
char *column_text(sqlite3_stmt *statement, int column);
char *column_path(sqlite3_stmt *statement, int column);

/* The first column of the first row of a statement that is bound; otherwise when there is none. Resets it. */
gint64 store_number(sqlite3_stmt *statement, gint64 otherwise);

/* The state of a name. */
FileState store_file_state(const char *name);
UnitState store_unit_state(const char *name);

/* SQL over results and waived: whether a regulation is complete only by what is waived. Of such a one, and of
 * no other, tally_gaps() has accepted contents beside that verdict. */
#define BY_ACCEPTANCE "coalesce(waived.verdict='complete' AND results.verdict<>'complete', 0)"

struct StoreCursor {
    Store *store;
    sqlite3_stmt *statement; /* of its own: several cursors may run side by side */
};

/* A cursor over SQL whose places the caller binds. */
StoreCursor *store_cursor_new(Store *store, const char *sql, GError **error);

/* TRUE when there is a row. */
gboolean store_cursor_step(StoreCursor *cursor, GError **error);

#endif
