/* Safe and measured text for terminals. */
#include "report/display.h"

#include <string.h>

#include "text/legacy_name.h"

/* Characters that act instead of showing: C0, DEL and C1 (ECMA-48), and the direction and line marks of
 * Unicode annex 9. */
gboolean display_acts(gunichar c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x200E || c == 0x200F || c == 0x061C ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

static void append_escaped(GString *out, gunichar c)
{
    if (c < 0x100)
        g_string_append_printf(out, "\\x%02X", c);
    else
        g_string_append_printf(out, "\\u%04X", c);
}

/* What of a text is shown as what it is: all that is UTF-8, or what is for a screen, where breaks are spaces
 * or stay. */
typedef enum { AS_IT_IS, ON_ONE_LINE, ON_LINES } Shown;

static char *escape(const char *text, Shown shown)
{
    GString *out = g_string_sized_new(strlen(text));
    while (*text) {
        gunichar c = g_utf8_get_char_validated(text, -1);
        if (c == (gunichar)-1 || c == (gunichar)-2) {
            append_escaped(out, (guchar)*text++);
            continue;
        }
        if (shown != AS_IT_IS && (c == '\n' || c == '\t'))
            g_string_append_c(out, shown == ON_LINES ? (char)c : ' ');
        else if (shown != AS_IT_IS && display_acts(c))
            append_escaped(out, c);
        else
            g_string_append_unichar(out, c);
        text = g_utf8_next_char(text);
    }
    return g_string_free(out, FALSE);
}

char *display_text(const char *text)
{
    return escape(text, ON_ONE_LINE);
}

char *display_lines(const char *text)
{
    return escape(text, ON_LINES);
}

char *display_name(const char *name)
{
    return escape(name, AS_IT_IS);
}

char *display_path(const char *path)
{
    g_autofree char *decoded = legacy_name(path);
    g_autofree char *shown = display_name(path);
    return decoded ? g_strdup_printf("%s (%s)", decoded, shown) : g_steal_pointer(&shown);
}

/* Where the next of the marks that files stand between begins; the end of the text where none does. *length:
 * its bytes. */
static const char *next_mark(const char *text, gsize *length)
{
    static const char *const marks[] = {"“", "”", ": ", " · ", "\n"};
    const char *found = text + strlen(text);
    *length = 0;
    for (guint i = 0; i < G_N_ELEMENTS(marks); i++) {
        const char *at = strstr(text, marks[i]);
        if (at && at < found) {
            found = at;
            *length = strlen(marks[i]);
        }
    }
    return found;
}

char *display_message(const char *message)
{
    g_autoptr(GString) out = g_string_new(NULL);
    gsize length = 0;
    if (g_utf8_validate(message, -1, NULL))
        return display_text(message);
    for (const char *at = message; *at;) {
        const char *mark = next_mark(at, &length);
        g_autofree char *piece = g_strndup(at, (gsize)(mark - at));
        g_autofree char *shown = display_path(piece);
        g_string_append(out, shown);
        g_string_append_len(out, mark, (gssize)length);
        at = mark + length;
    }
    return display_text(out->str);
}

static guint char_width(gunichar c)
{
    if (g_unichar_iszerowidth(c))
        return 0;
    return g_unichar_iswide(c) ? 2 : 1;
}

guint display_width(const char *text)
{
    guint width = 0;
    for (; *text; text = g_utf8_next_char(text))
        width += char_width(g_utf8_get_char(text));
    return width;
}

/* The end of what fits in columns, at least one grapheme; *width receives its columns. */
static const char *fitting(const char *text, const char *end, guint columns, guint *width)
{
    const char *at = text;
    *width = 0;
    while (at < end) {
        guint next = char_width(g_utf8_get_char(at));
        if (at > text && *width + next > columns)
            break;
        *width += next;
        at = g_utf8_next_char(at);
    }
    return at;
}

typedef struct {
    GString *out;
    guint width, indent, column;
    const char *on, *off;
    gboolean in_line, styled; /* something stands on the line; the style is open on it */
} Line;

static void line_open(Line *line)
{
    if (!line->styled && line->on)
        g_string_append(line->out, line->on);
    line->in_line = line->styled = TRUE;
}

static void line_end_style(Line *line)
{
    if (line->styled && line->off)
        g_string_append(line->out, line->off);
    line->styled = FALSE;
}

static void line_close(Line *line)
{
    line_end_style(line);
    g_string_append_c(line->out, '\n');
    line->in_line = FALSE;
}

static void line_break(Line *line)
{
    line_close(line);
    g_string_append_printf(line->out, "%*s", (int)line->indent, "");
    line->column = line->indent;
}

static void line_word(Line *line, const char *word, const char *end)
{
    guint width;
    fitting(word, end, G_MAXUINT / 2, &width);
    if (line->in_line && line->column + 1 + width > line->width)
        line_break(line);
    else if (line->in_line) {
        g_string_append_c(line->out, ' ');
        line->column++;
    }
    while (word < end) {
        guint room = line->width > line->column ? line->width - line->column : 1;
        const char *fits = fitting(word, end, room, &width);
        line_open(line);
        g_string_append_len(line->out, word, fits - word);
        line->column += width;
        word = fits;
        if (word < end)
            line_break(line);
    }
}

static void line_words(Line *line, const char *text)
{
    g_autofree char *safe = display_text(text);
    for (const char *at = safe; *at;) {
        at += strspn(at, " ");
        const char *end = at + strcspn(at, " ");
        if (end > at)
            line_word(line, at, end);
        at = end;
    }
}

void display_wrap(GString *out, const char *text, guint width, guint first, guint indent, const char *on,
                  const char *off)
{
    Line line = {.out = out, .width = width, .indent = indent, .column = first, .on = on, .off = off};
    line_words(&line, text);
    line_close(&line);
}

void display_wrap_marked(GString *out, const char *text, guint width, guint first, guint indent,
                         const char *on, const char *off, const DisplayMark *mark)
{
    Line line = {.out = out, .width = width, .indent = indent, .column = first, .on = on, .off = off};
    line_words(&line, text);
    line_end_style(&line);
    line.on = mark->on;
    line.off = mark->off;
    line_words(&line, mark->text);
    line_close(&line);
}
