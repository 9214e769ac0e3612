/* Texts in parts of a thousand, a list of meetings each: those of one part are sorted in memory. */
#include "batch/meetings.h"

#include "batch/disk_lists.h"

enum { PART = 1024 /* texts: some hundred meetings each at most, a few megabytes */ };

typedef struct {
    guint32 text, earlier;
} Meeting;

struct Meetings {
    DiskLists *lists; /* by part; of Meeting */
    guint parts;
};

Meetings *meetings_new(Store *store, guint32 last, GError **error)
{
    guint parts = last / PART + 1;
    DiskLists *lists = disk_lists_new(store, 'm', parts, sizeof(Meeting), error);
    if (!lists)
        return NULL;
    Meetings *meetings = g_new0(Meetings, 1);
    *meetings = (Meetings){lists, parts};
    return meetings;
}

void meetings_free(Meetings *meetings)
{
    if (!meetings)
        return;
    disk_lists_free(meetings->lists);
    g_free(meetings);
}

gboolean meetings_add(Meetings *meetings, guint32 text, guint32 earlier, GError **error)
{
    Meeting meeting = {text, earlier};
    return disk_lists_add(meetings->lists, text / PART, &meeting, error);
}

/* --- reading -------------------------------------------------------------------------------------------- */

static gint by_text(gconstpointer a, gconstpointer b)
{
    const Meeting *one = a, *other = b;
    if (one->text != other->text)
        return one->text < other->text ? -1 : 1;
    return (one->earlier > other->earlier) - (one->earlier < other->earlier);
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
        good = disk_lists_read(meetings->lists, part, met, error);
        g_array_sort(met, by_text);
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
