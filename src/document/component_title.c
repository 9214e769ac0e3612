#include "document/component_title.h"

/* A title of more lines or bytes than these is none. */
#define TITLE_LINES 6
#define TITLE_BYTES 400
/* "QUY CHẾ" by itself, in bytes: the next line says of what. */
#define KIND_BYTES 30

static gboolean continues_title(const Document *document, const Line *line, ComponentKind kind,
                                gboolean first)
{
    if (line->mark.style != STYLE_NONE)
        return FALSE;
    const gboolean phrase_fits =
        line->phrase == PHRASE_NONE || line->phrase == PHRASE_IMPLEMENTS ||
        (line->phrase == PHRASE_BODY && kind != COMPONENT_DECISION) ||
        ((line->phrase == PHRASE_LAW || line->phrase == PHRASE_OTHER_KIND) && kind == COMPONENT_ANNEX) ||
        (line->phrase == PHRASE_REGULATION && kind != COMPONENT_REGULATION);
    if (!phrase_fits || line->last == ';' || line->last == ':')
        return FALSE;
    /* a sentence, and not a title that somebody ended as one */
    if (line->last == '.' && !(first && line->phrase == PHRASE_IMPLEMENTS && kind == COMPONENT_REGULATION) &&
        !(line->centred && (line->bold || line->capitals)))
        return FALSE;
    const char start = document_block(document, line->block)->text[0];
    if (start == '(' || start == '_' || start == '*' || start == '-')
        return FALSE;
    return line->capitals || line->centred || line->bold || (first && line->end < TITLE_BYTES / 2);
}

char *component_title(const Document *document, const GArray *lines, ComponentKind kind, guint first,
                      guint end)
{
    g_autoptr(GString) title = g_string_new(NULL);
    const gboolean kind_alone = line_at(lines, first)->end < KIND_BYTES;
    guint at = first;

    for (guint i = 0; i < TITLE_LINES && at < end && title->len < TITLE_BYTES; i++) {
        const Line *line = line_at(lines, at);
        const char *block = document_block(document, line->block)->text;
        if (i > 0 && !continues_title(document, line, kind, i == 1 && kind_alone))
            break;
        g_autofree char *text = one_line(block, line->end);
        if (i > 0)
            g_string_append_c(title, ' ');
        g_string_append(title, text ? text : "");
        if (title->len > 0 && title->str[title->len - 1] == '.')
            g_string_truncate(title, title->len - 1);
        if (block[0] == '\0')
            break;
        at = lines_next(lines, at, lines->len);
    }
    return g_strdup(title->str);
}
