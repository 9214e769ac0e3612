/* Pairs looked at from both sides, joined into groups, and each copy set beside the head of its group. */
#include "batch/families.h"

#include "batch/groups.h"
#include "batch/store_private.h"

/* Texts by path. */
static const char make_copies[] =
    "DROP TABLE IF EXISTS temp.copies;"
    "CREATE TEMP TABLE copies(id INTEGER PRIMARY KEY, path BLOB UNIQUE, issued TEXT, joined INTEGER);";

static const char fill_copies[] =
    "INSERT INTO copies(path, issued) SELECT files.path, issued FROM files JOIN results ON results.id=result"
    " WHERE round=?1 AND path IN (SELECT one FROM pairs WHERE round=?1 UNION SELECT other FROM pairs"
    "  WHERE round=?1) ORDER BY path";

#define PAIRS_OF_COPIES                                                                                      \
    " FROM pairs JOIN copies AS a ON a.path=one JOIN copies AS b ON b.path=other WHERE round=?1"

static const char pairs_of_copies[] = "SELECT a.id, b.id" PAIRS_OF_COPIES;

/* Pairs from either side, what is left in the first of the other's unit with them. */
static const char make_tables[] =
    "DROP TABLE IF EXISTS temp.beside; DROP TABLE IF EXISTS temp.kin;"
    "CREATE TEMP TABLE beside(one INTEGER, other INTEGER, share REAL, left TEXT, PRIMARY KEY(one, other))"
    " WITHOUT ROWID;"
    "CREATE TEMP TABLE kin(joined INTEGER PRIMARY KEY, family INTEGER, size INTEGER, head INTEGER);";

/* Sorted first: put where they fall, each costs the more the more there are. */
static const char fill_beside[] =
    "INSERT INTO beside SELECT a.id, b.id, share, in_one" PAIRS_OF_COPIES
    " UNION ALL SELECT b.id, a.id, share, in_other" PAIRS_OF_COPIES " ORDER BY 1, 2";

static const char number_families[] =
    "INSERT INTO temp.kin SELECT joined, row_number() OVER (ORDER BY size DESC, joined), size, head FROM"
    " (SELECT joined, id AS head, count(*) OVER (PARTITION BY joined) AS size, row_number() OVER"
    "  (PARTITION BY joined ORDER BY issued IS NULL, issued, id) AS place FROM temp.copies) WHERE place=1;";

void family_copy_clear(FamilyCopy *copy)
{
    char **texts[] = {&copy->path, &copy->beside, &copy->left, &copy->left_of};
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        g_clear_pointer(texts[i], g_free);
}

static gboolean join(Store *store, gint64 round, Groups *groups, GError **error)
{
    GError *cause = NULL;
    g_autoptr(StoreCursor) pairs = store_cursor_new(store, pairs_of_copies, error);
    if (!pairs)
        return FALSE;
    sqlite3_bind_int64(pairs->statement, 1, round);
    while (store_cursor_step(pairs, &cause))
        groups_join(groups, (guint32)sqlite3_column_int64(pairs->statement, 0),
                    (guint32)sqlite3_column_int64(pairs->statement, 1));
    if (cause)
        g_propagate_error(error, cause);
    return cause == NULL;
}

static gboolean keep_groups(Store *store, Groups *groups, guint count, GError **error)
{
    sqlite3_stmt *keep = store_statement(store, "UPDATE copies SET joined=? WHERE id=?", error);
    gboolean good = keep != NULL;
    for (guint id = 1; good && id <= count; id++) {
        sqlite3_bind_int64(keep, 1, groups_of(groups, id));
        sqlite3_bind_int64(keep, 2, id);
        good = store_step(store, keep, error);
    }
    return good;
}

static guint number_of(Store *store, const char *sql)
{
    sqlite3_stmt *statement = store_statement(store, sql, NULL);
    return statement ? (guint)store_number(statement, 0) : 0;
}

/* Fills the table of texts that are in a pair, and joins them; groups are the caller's, also on failure. */
static gboolean group_copies(Store *store, gint64 round, Groups *groups, guint *texts, GError **error)
{
    if (!store_run(store, make_copies, error) || !store_step_for_round(store, round, fill_copies, error))
        return FALSE;
    *texts = number_of(store, "SELECT count(*) FROM copies");
    groups_init(groups, *texts + 1);
    return join(store, round, groups, error);
}

gboolean families_count(Store *store, gint64 round, guint *families, guint *texts, GError **error)
{
    g_auto(Groups) groups = {0};
    if (!group_copies(store, round, &groups, texts, error))
        return FALSE;
    *families = 0;
    for (guint id = 1; id <= *texts; id++)
        *families += groups_of(&groups, id) == id;
    return TRUE;
}

gboolean families_find(Store *store, gint64 round, guint *families, guint *texts, GError **error)
{
    g_auto(Groups) groups = {0};
    if (!group_copies(store, round, &groups, texts, error) || !store_run(store, make_tables, error) ||
        !store_step_for_round(store, round, fill_beside, error) ||
        !keep_groups(store, &groups, *texts, error) || !store_run(store, number_families, error))
        return FALSE;
    *families = number_of(store, "SELECT count(*) FROM kin");
    return TRUE;
}

/* Beside the head where both are a pair, else beside the nearest. */
StoreCursor *family_copies(Store *store, GError **error)
{
    return store_cursor_new(
        store,
        "SELECT family, size, copies.id=head, copies.path, friend.path, share, left, left_of.path"
        " FROM kin JOIN copies ON copies.joined=kin.joined"
        " LEFT JOIN (SELECT one, other, share, row_number() OVER (PARTITION BY one ORDER BY other<>head,"
        "   share DESC, other) AS place FROM beside JOIN copies ON copies.id=one JOIN kin"
        "   ON kin.joined=copies.joined WHERE one<>head) AS nearest ON nearest.one=copies.id AND place=1"
        " LEFT JOIN copies AS friend ON friend.id=nearest.other"
        " LEFT JOIN (SELECT one, other, left, row_number() OVER (PARTITION BY one ORDER BY share DESC, other)"
        "   AS first FROM beside WHERE left IS NOT NULL) AS remains ON remains.one=copies.id AND first=1"
        " LEFT JOIN copies AS left_of ON left_of.id=remains.other"
        " ORDER BY family, copies.id<>head, share DESC, copies.path",
        error);
}

gboolean family_next_copy(StoreCursor *cursor, FamilyCopy *copy, GError **error)
{
    family_copy_clear(copy);
    if (!store_cursor_step(cursor, error))
        return FALSE;
    sqlite3_stmt *row = cursor->statement;
    *copy = (FamilyCopy){.family = (guint)sqlite3_column_int64(row, 0),
                         .size = (guint)sqlite3_column_int64(row, 1),
                         .head = sqlite3_column_int(row, 2) != 0,
                         .path = column_path(row, 3),
                         .beside = column_path(row, 4),
                         .share = sqlite3_column_double(row, 5),
                         .left = column_text(row, 6),
                         .left_of = column_path(row, 7)};
    return TRUE;
}
