/* Texts in parts of a thousand, each with its own meetings: those of one part are sorted in memory. */
#include "batch/meetings.h"

#include <string.h>

#include "batch/store_private.h"

enum {
    PART = 1024,  /* texts: some hundred meetings each at most, a few megabytes */
    PIECE = 1024, /* meetings that are written together */
};

typedef struct {
    guint32 text, earlier;
} Meeting;

struct Meetings {
    Store *store;
    GArray *
        *pieces; /* a part: its meetings that are not written yet; of Meeting, NULL while there are none */
    guint parts;
};

Meetings *meetings_new(Store *store, guint32 last, GError **error)
{
    if (!store_run(store,
                   "DROP TABLE IF EXISTS temp.meetings;"
                   "CREATE TEMP TABLE meetings(part INTEGER, met BLOB);"
                   "CREATE INDEX temp.meetings_by_part ON meetings(part);",
                   error))
        return NULL;
    Meetings *meetings = g_new0(Meetings, 1);
    meetings->store = store;
    meetings->parts = last / PART + 1;
    meetings->pieces = g_new0(GArray *, meetings->parts);
    return meetings;
}

void meetings_free(Meetings *meetings)
{
    if (!meetings)
        return;
    for (guint part = 0; part < meetings->parts; part++)
        if (meetings->pieces[part])
            g_array_unref(meetings->pieces[part]);
    g_free(meetings->pieces);
    store_run(meetings->store, "DROP TABLE IF EXISTS temp.meetings", NULL);
    g_free(meetings);
}

static gboolean write_piece(Meetings *meetings, guint part, GError **error)
{
    GArray *piece = meetings->pieces[part];
    sqlite3_stmt *add = store_statement(meetings->store, "INSERT INTO meetings VALUES(?,?)", error);
    if (!add)
        return FALSE;
    sqlite3_bind_int64(add, 1, part);
    bind_bytes(add, 2, piece->data, piece->len * sizeof(Meeting));
    gboolean good = store_step(meetings->store, add, error);
    g_array_set_size(piece, 0);
    return good;
}

gboolean meetings_add(Meetings *meetings, guint32 text, guint32 earlier, GError **error)
{
    guint part = text / PART;
    Meeting meeting = {text, earlier};
    if (!meetings->pieces[part])
        meetings->pieces[part] = g_array_sized_new(FALSE, FALSE, sizeof meeting, PIECE);
    g_array_append_val(meetings->pieces[part], meeting);
    return meetings->pieces[part]->len < PIECE || write_piece(meetings, part, error);
}

/* --- reading -------------------------------------------------------------------------------------------- */

static gint by_text(gconstpointer a, gconstpointer b)
{
    const Meeting *one = a, *other = b;
    if (one->text != other->text)
        return one->text < other->text ? -1 : 1;
    return (one->earlier > other->earlier) - (one->earlier < other->earlier);
}

/* All meetings of the texts of a part, sorted. */
static gboolean read_part(Meetings *meetings, guint part, GArray *met, GError **error)
{
    int code;
    sqlite3_stmt *row = store_statement(meetings->store, "SELECT met FROM meetings WHERE part=?", error);
    if (!row)
        return FALSE;
    g_array_set_size(met, 0);
    sqlite3_bind_int64(row, 1, part);
    while ((code = sqlite3_step(row)) == SQLITE_ROW) {
        const void *piece = sqlite3_column_blob(row, 0);
        if (piece)
            g_array_append_vals(met, piece, (guint)sqlite3_column_bytes(row, 0) / sizeof(Meeting));
    }
    gboolean good = code == SQLITE_DONE || store_fail(meetings->store, error);
    statement_done(row);
    if (meetings->pieces[part])
        g_array_append_vals(met, meetings->pieces[part]->data, meetings->pieces[part]->len);
    g_array_sort(met, by_text);
    return good;
}

/* One earlier text, and in how many buckets it was met. */
typedef struct {
    guint32 earlier;
    guint times;
} Friend;

static gint by_times(gconstpointer a, gconstpointer b)
{
    const Friend *one = a, *other = b;
    if (one->times != other->times)
        return one->times > other->times ? -1 : 1;
    return (one->earlier > other->earlier) - (one->earlier < other->earlier);
}

static gint by_earlier(gconstpointer a, gconstpointer b)
{
    guint32 one = ((const Friend *)a)->earlier, other = ((const Friend *)b)->earlier;
    return (one > other) - (one < other);
}

/* The friends of the text whose meetings begin at a place of met, counted; the place behind them. */
static guint count_friends(const GArray *met, guint at, GArray *friends)
{
    guint32 text = g_array_index(met, Meeting, at).text;
    g_array_set_size(friends, 0);
    for (; at < met->len && g_array_index(met, Meeting, at).text == text; at++) {
        Friend found = {g_array_index(met, Meeting, at).earlier, 1};
        Friend *last = friends->len ? &g_array_index(friends, Friend, friends->len - 1) : NULL;
        if (last && last->earlier == found.earlier)
            last->times++;
        else
            g_array_append_val(friends, found);
    }
    return at;
}

static void keep_best(GArray *friends, guint most)
{
    if (friends->len <= most)
        return;
    g_array_sort(friends, by_times);
    g_array_set_size(friends, most);
    g_array_sort(friends, by_earlier);
}

gboolean meetings_each(Meetings *meetings, guint most, MeetingsVisit visit, gpointer data, GError **error)
{
    g_autoptr(GArray) met = g_array_new(FALSE, FALSE, sizeof(Meeting));
    g_autoptr(GArray) friends = g_array_new(FALSE, FALSE, sizeof(Friend));
    gboolean good = TRUE;

    for (guint part = 0; good && part < meetings->parts; part++) {
        good = read_part(meetings, part, met, error);
        for (guint at = 0; good && at < met->len;) {
            guint32 text = g_array_index(met, Meeting, at).text;
            at = count_friends(met, at, friends);
            keep_best(friends, most);
            for (guint i = 0; good && i < friends->len; i++)
                good = visit(text, g_array_index(friends, Friend, i).earlier, data, error);
        }
    }
    return good;
}
