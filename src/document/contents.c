/* Tables of contents, marked by the file or typed. Every heading stands in them once more, so what they list
 * must never be taken for the text. */
#include "document/contents.h"

#include <string.h>

#include "text/fold.h"

/* A table of contents has no more entries than this. */
#define ENTRIES_MOST 300

static const Block *block_of(const Document *document, const GArray *lines, guint line)
{
    return document_block(document, line_at(lines, line)->block);
}

/* First line after the entries of a typed table of contents that begin after line; line when there are none.
 */
static guint paged_entries_end(const Document *document, const GArray *lines, guint line)
{
    const guint count = lines->len;
    guint end = line;
    guint misses = 0;
    for (guint at = lines_next(lines, line, count); at < count && misses < 2;
         at = lines_next(lines, at, count)) {
        if (line_ends_in_page(document, line_at(lines, at))) {
            end = at + 1;
            misses = 0;
        } else {
            misses++;
        }
    }
    return end;
}

/* Without page numbers the entries end where the first of them comes again as a heading. */
static guint repeated_entries_end(const Document *document, const GArray *lines, guint line)
{
    const guint count = lines->len;
    const guint first = lines_next(lines, line, count);
    const guint reach = MIN(count, first + ENTRIES_MOST);
    if (first == count)
        return line + 1;
    g_autofree char *entry = text_folded(block_of(document, lines, first)->text, FOLD_BARE);
    for (guint at = lines_next(lines, first, reach); at < reach; at = lines_next(lines, at, reach)) {
        const Line *self = line_at(lines, at);
        if (self->phrase == PHRASE_NATION || self->phrase == PHRASE_REGULATION ||
            self->phrase == PHRASE_DECISION)
            return at;
        if (self->mark.style != line_at(lines, first)->mark.style)
            continue;
        g_autofree char *text = text_folded(block_of(document, lines, at)->text, FOLD_BARE);
        if (strcmp(entry, text) == 0)
            return at;
    }
    return line + 1;
}

guint contents_end(const Document *document, const GArray *lines, guint line, gboolean may_repeat)
{
    const guint count = lines->len;
    guint end = line;
    while (end < count && (block_of(document, lines, end)->place == PLACE_CONTENTS ||
                           (end > line && line_is_empty(line_at(lines, end)))))
        end++;
    if (end > line)
        return end;
    const Line *self = line_at(lines, line);
    if (self->phrase == PHRASE_CONTENTS) {
        const guint next = lines_next(lines, line, count);
        if (next < count && block_of(document, lines, next)->place == PLACE_CONTENTS)
            return contents_end(document, lines, next, may_repeat);
        const guint paged = paged_entries_end(document, lines, line);
        return paged > line || !may_repeat ? MAX(paged, line + 1)
                                           : repeated_entries_end(document, lines, line);
    }
    if (!line_ends_in_page(document, self) || self->mark.style == STYLE_NONE)
        return line;
    const guint second = lines_next(lines, line, count);
    const guint third = lines_next(lines, second, count);
    if (third >= count || !line_ends_in_page(document, line_at(lines, second)) ||
        !line_ends_in_page(document, line_at(lines, third)))
        return line;
    return paged_entries_end(document, lines, line);
}
