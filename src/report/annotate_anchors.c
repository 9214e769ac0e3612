/* One pass over the tags of a part, which stops at the paragraphs that notes hang on. */
#include "report/annotate_anchors.h"

#include "report/annotate_notes.h"

enum { NOT_WANTED = -1 };

typedef struct {
    gint anchor;         /* index, or NOT_WANTED */
    gboolean is_leading; /* properties of the wanted element around it */
} Open;

/* Numbers of elements to anchors that have none but their notes yet. Notes are in the order of blocks; a
 * block that hangs on a paragraph has its number, so several blocks may share one. */
static GArray *wanted_anchors(const Document *document, const GArray *notes, GHashTable *by_number)
{
    GArray *anchors = g_array_new(FALSE, TRUE, sizeof(Anchor));
    guint32 last = 0;
    for (guint i = 0; i < notes->len; i++) {
        guint32 number = document_block(document, g_array_index(notes, Note, i).block)->source;
        if (number != last || anchors->len == 0) {
            Anchor anchor = {.first = i};
            g_hash_table_insert(by_number, GUINT_TO_POINTER(number), GUINT_TO_POINTER(anchors->len + 1));
            g_array_append_val(anchors, anchor);
        }
        g_array_index(anchors, Anchor, anchors->len - 1).past = i + 1;
        last = number;
    }
    return anchors;
}

static void take_start(GArray *anchors, GHashTable *by_number, GArray *open, const MarkupTag *tag,
                       const char *properties)
{
    Open entry = {(gint)GPOINTER_TO_UINT(g_hash_table_lookup(by_number, GUINT_TO_POINTER(tag->number))) - 1,
                  FALSE};
    const Open *around = open->len ? &g_array_index(open, Open, open->len - 1) : NULL;
    if (entry.anchor >= 0) {
        Anchor *anchor = &g_array_index(anchors, Anchor, entry.anchor);
        anchor->start = *tag;
        anchor->body = tag->kind == MARKUP_EMPTY ? 0 : tag->end;
    } else if (properties && around && around->anchor >= 0 && markup_is(tag, properties)) {
        Anchor *anchor = &g_array_index(anchors, Anchor, around->anchor);
        entry.is_leading = anchor->body == anchor->start.end;
        if (entry.is_leading && tag->kind == MARKUP_EMPTY)
            anchor->body = tag->end;
    }
    if (tag->kind == MARKUP_START)
        g_array_append_val(open, entry);
}

static void take_end(GArray *anchors, GArray *open, const MarkupTag *tag)
{
    if (open->len == 0)
        return;
    Open entry = g_array_index(open, Open, open->len - 1);
    g_array_set_size(open, open->len - 1);
    if (entry.anchor >= 0)
        g_array_index(anchors, Anchor, entry.anchor).end = tag->begin;
    else if (entry.is_leading && open->len)
        g_array_index(anchors, Anchor, g_array_index(open, Open, open->len - 1).anchor).body = tag->end;
}

GArray *anchors_find(GBytes *xml, const Document *document, const GArray *notes, const char *properties)
{
    g_autoptr(GHashTable) by_number = g_hash_table_new(NULL, NULL);
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(Open));
    GArray *anchors = wanted_anchors(document, notes, by_number);
    Markup markup = markup_of(xml);
    MarkupTag tag;
    while (markup_next(&markup, &tag)) {
        if (tag.kind == MARKUP_END)
            take_end(anchors, open, &tag);
        else
            take_start(anchors, by_number, open, &tag, properties);
    }
    for (guint i = anchors->len; i-- > 0;) {
        const Anchor *anchor = &g_array_index(anchors, Anchor, i);
        if (!anchor->start.number || (anchor->start.kind == MARKUP_START && !anchor->end))
            g_array_remove_index(anchors, i);
    }
    return anchors;
}
