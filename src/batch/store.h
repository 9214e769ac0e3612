/* The store of a batch: one SQLite file, OUT/rasoat.db. It holds results, each under the key that says what
 * it depends on, and rounds: which files lay in the folder at one run, what became of each, which unit sent
 * it. Reports are made from it alone, and read it row by row, so that memory does not grow with a district.
 *
 * Every result is kept as soon as it is there (WAL, one transaction each): a process that is killed loses
 * nothing that was finished. One process writes at a time. Paths are bytes as the file system has them,
 * relative to the folder of the round; the same names are relative to it on every machine. Functions that
 * fail set RASOAT_ERROR_OUTPUT, with the file and what was wrong. */
#ifndef RASOAT_BATCH_STORE_H
#define RASOAT_BATCH_STORE_H

#include <jansson.h>

#include "batch/facts.h"
#include "batch/roster_units.h"
#include "batch/waivers.h"

#define STORE_NAME "rasoat.db"
#define STORE_REPORTS "report" /* the folder beside it that reports are written to */
/* PRAGMA user_version; what is older is brought up to date, what is newer refused. 2: waivers; 3: the names
 * of other units behind a record (batch/named_list.h); 4: checksums of rounds. */
#define STORE_VERSION 4

typedef struct Store Store;

typedef enum { STORE_READ, STORE_WRITE } StoreMode;

/* Opens folder/rasoat.db; with STORE_WRITE makes folder and file when they are not there. */
Store *store_open(const char *folder, StoreMode mode, GError **error);

/* Puts everything into the one file and closes it. */
void store_close(Store *store);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Store, store_close)

/* Closes a store and, when opening it has made its file, takes that away again, with its folder if nothing
 * else is in it: nothing came of the run. */
void store_abandon(Store *store);

/* Many changes as one: store_end() keeps all of them when good is TRUE, none otherwise. TRUE: they are kept.
 */
gboolean store_begin(Store *store, GError **error);
gboolean store_end(Store *store, gboolean good, GError **error);

enum { SHARDS_MOST = 100000 };

/* --- rounds --------------------------------------------------------------------------------------------- */

/* One run over a folder. A round whose settings are the same can be gone on with when it was broken off. */
typedef struct {
    gint64 id;
    char *started, *finished; /* ISO date and time, UTC; finished NULL while it is not */
    char *folder;             /* bytes, as given */
    char *as_of, *rules, *version;
    char *options;       /* JSON: all else that decides what is judged and how (see batch/run.c) */
    guint shard, shards; /* 1 of 1 unless a part of a run on several machines, of SHARDS_MOST at most */
    char *sandbox;       /* see batch/sandbox.h; NULL when no worker ran */
} Round;

void round_clear(Round *round);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Round, round_clear)

/* Begins a round: one that was broken off is gone on with when its settings are the same, and thrown away
 * (not its results) when they are not. Fills id and started. */
gboolean store_round_begin(Store *store, Round *round, gboolean *resumed, GError **error);

/* What a round says is as it stays, within store_begin() and store_end(): it is sealed (store_seal.h). */
gboolean store_round_finish(Store *store, Round *round, GError **error);

/* Reads a round: 0 is the last. FALSE without an error: there is none. */
gboolean store_round(Store *store, gint64 id, Round *round, GError **error);

/* The last finished round before another, of the whole or of the same part as that; 0 when there is none. */
gint64 store_round_before(Store *store, gint64 id);

/* --- results -------------------------------------------------------------------------------------------- */

/* What a result depends on. */
typedef struct {
    const char *sha256; /* of the content; "" when it could not be read */
    const char *path;   /* counts only when sha256 is "" */
    const char *rules, *as_of, *version;
    const char *task; /* task_json() */
} ResultKey;

/* The result under a key, 0 when there is none. Results that may come out otherwise another time (out of
 * time, out of memory, crashed) are found only when fleeting is TRUE. */
gint64 store_find_result(Store *store, const ResultKey *key, gboolean fleeting);

/* Keeps a result, in place of one under the same key. shingles may be NULL. Gives its id, 0 with an error. */
gint64 store_add_result(Store *store, const ResultKey *key, const Facts *facts, GBytes *record,
                        GBytes *shingles, GError **error);

/* The record (contract rasoat/1, one line, "file" empty) of a result; NULL with an error. Owned by the
 * caller. */
char *store_record(Store *store, gint64 result, GError **error);

/* The same with the names behind it (see batch/named_list.h). */
char *store_record_and_names(Store *store, gint64 result, GError **error);

/* The same parsed, with "file" set to name (may be NULL). A new reference. */
json_t *store_record_json(Store *store, gint64 result, const char *name, GError **error);

gboolean store_facts(Store *store, gint64 result, Facts *facts, GError **error);

/* Copies a result into another store, unless it has one under the same key. Its id there, 0 with an error. */
gint64 store_copy_result(Store *from, gint64 result, Store *to, GError **error);

/* Rising shingles of a result (see audit/shingles.h), empty when it has none. Array of guint32. */
GArray *store_shingles(Store *store, gint64 result, GError **error);

/* --- files ---------------------------------------------------------------------------------------------- */

typedef enum {
    FILE_PENDING,           /* not judged yet: the round is not finished */
    FILE_JUDGED,            /* has a result; it may be that it is no regulation */
    FILE_UNREADABLE,        /* has a result that says why it could not be read */
    FILE_OLDER,             /* has a result, but a newer text of the same unit is judged for it */
    FILE_DUPLICATE,         /* the same content as the file named in other */
    FILE_SKIPPED,           /* no document, or left out: see reason */
    FILE_UNREADABLE_FOLDER, /* a folder that could not be listed: see reason */
} FileState;

const char *file_state_name(FileState state); /* "pending", "judged", "unreadable", "older-version", … */

/* How a file came to its unit. */
typedef enum {
    MATCH_NONE,     /* no unit known */
    MATCH_FILE,     /* the roster names the file, or its name names the unit */
    MATCH_TEXT,     /* the text names the unit */
    MATCH_DOUBTFUL, /* several units of the roster, or one hardly: a person must say; unit is NULL */
} Match;

const char *match_name(Match match); /* "none", "file", "text", "doubtful" */

typedef struct {
    char *path;         /* bytes */
    gint64 size, mtime; /* bytes; seconds since 1970 */
    char *sha256;       /* NULL until read */
    FileState state;
    char *reason; /* of what was skipped: "hidden", "lock-file", "not-a-document", "excluded",
                     "symbolic-link", "broken-link", "special-file", "vanished", "results"; of an older text:
                     "no-date", "future-date", "same-date", "same-date-and-number", else NULL; of a folder:
                     the system's message; of a regulation of no unit that is certain: "listed-for-several",
                     "names-differ": path and text are of two, "several-units", "part-of-name",
                     "near-name", "initials", "another-name", "another-place": the text says so of the one
                     that is meant, "not-listed", "no-name" */
    char *unit;   /* key of the unit; NULL */
    Match match;
    char *doubt;   /* of a doubtful match: names of the units it may be, one a line */
    gint64 result; /* 0: none */
    char *other;   /* of a duplicate: the path that is judged; of an older text: the newer one */
} StoreFile;

void store_file_clear(StoreFile *file);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(StoreFile, store_file_clear)

gboolean store_forget_files(Store *store, gint64 round, GError **error);
gboolean store_put_file(Store *store, gint64 round, const StoreFile *file, GError **error);

/* Files of a round, by path in byte order, from the one after the given path on (NULL: the first), at most
 * limit: to change what is read without a cursor in the way. Array of StoreFile, of the caller. */
GArray *store_files_after(Store *store, gint64 round, const char *path, guint limit, GError **error);

/* How many files are in a state. */
guint64 store_count_files(Store *store, gint64 round, FileState state);

/* --- units ---------------------------------------------------------------------------------------------- */

typedef enum {
    UNIT_MISSING,    /* nothing came */
    UNIT_DOUBTED,    /* nothing that is its for certain, but a regulation of no unit may be */
    UNIT_UNREADABLE, /* what came could not be read */
    UNIT_OTHER,      /* what came is no regulation */
    UNIT_SUBMITTED,  /* a regulation is judged */
} UnitState;

const char *unit_state_name(UnitState state); /* "missing", "in-doubt", "unreadable", … */

/* A unit of a round: one of the roster, or (line 0) one that a regulation named where there is no roster. */
typedef struct {
    RosterUnit unit;
    char *label; /* its name, with the body above it where another unit of the round has the same name */
    UnitState state;
    char *path;    /* of the file that stands for it; NULL when missing */
    gint64 result; /* of that file; 0 when missing */
} StoreUnit;

void store_unit_clear(StoreUnit *unit);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(StoreUnit, store_unit_clear)

/* The units of a round in place of those it had; NULL: none. */
gboolean store_put_units(Store *store, gint64 round, RosterUnits *units, GError **error);

/* Name and body above of a unit, copies; NULL when there is none of that key. FALSE with an error. */
gboolean store_unit_names(Store *store, gint64 round, const char *key, char **name, char **parent,
                          GError **error);

/* Copies the units that a roster named, in place of those of a round in another store. */
gboolean store_copy_units(Store *from, gint64 round, Store *to, gint64 there, GError **error);

/* What a round comes to: documents by what they are, without duplicates and older texts; what is waived is
 * not held against them. */
typedef struct {
    guint64 verdicts[VERDICT_REVIEW + 1]; /* judged, by Verdict */
    guint64 accepted;                     /* of the complete: those that are so only by what is waived */
    guint64 levels[LEVEL_CLEAN + 1];      /* all documents, by Level */
    guint64 not_regulations, unreadable;
    guint64 duplicates, skipped, folders; /* folders: that could not be listed */
    guint64 older, rivals; /* other texts of a unit: by their date, and those of which it does not say
                              so */
    guint64 future;        /* documents judged that are dated after the day of the round */
    guint64 unnamed;       /* regulations of no unit, or of none that is certain */
    guint64 units[UNIT_SUBMITTED + 1]; /* by UnitState */
    guint64 pairs;                     /* texts that are copies of each other */
    guint families, copies;            /* of such texts, and texts in them: see families.h */
    gboolean roster;                   /* the units are those of a roster */
    guint64 waivers[WAIVER_STATES];    /* rows of the file of waivers, by WaiverState */
    guint64 waived, waived_in;         /* findings that they waive; documents that have such */
} RoundFigures;

gboolean store_figures(Store *store, gint64 round, RoundFigures *figures, GError **error);

/* --- reading row by row --------------------------------------------------------------------------------- */

typedef struct StoreCursor StoreCursor;
void store_cursor_free(StoreCursor *cursor);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(StoreCursor, store_cursor_free)

/* All files by path; those of a unit only when unit is not NULL. next: FALSE at the end or with an error;
 * what file held before is freed. */
StoreCursor *store_files(Store *store, gint64 round, const char *unit, GError **error);
gboolean store_next_file(StoreCursor *cursor, StoreFile *file, GError **error);

/* All units: those of a roster in its order, others by name. */
StoreCursor *store_units(Store *store, gint64 round, GError **error);
gboolean store_next_unit(StoreCursor *cursor, StoreUnit *unit, GError **error);

/* Two texts of which one is a copy of the other (see batch/similar.h). */
typedef struct {
    char *one, *other; /* paths */
    gdouble share;     /* of their words that both have, 0 to 1 */
    char *in_one;      /* where the first still names the unit of the other, and in which words; NULL */
    char *in_other;    /* the same of the other */
} StorePair;

void store_pair_clear(StorePair *pair);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(StorePair, store_pair_clear)

/* All pairs, those that share most first. */
StoreCursor *store_pairs(Store *store, gint64 round, GError **error);
gboolean store_next_pair(StoreCursor *cursor, StorePair *pair, GError **error);

#endif
