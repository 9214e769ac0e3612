/* Writing JSON (RFC 8259). */
#include "report/json_writer.h"

#include <string.h>

#include "report/display.h"

JsonWriter json_writer(GString *out, gboolean indented)
{
    return (JsonWriter){out, indented, 0, TRUE};
}

static void line_break(const JsonWriter *writer)
{
    if (!writer->indented)
        return;
    g_string_append_c(writer->out, '\n');
    for (guint i = 0; i < writer->depth; i++)
        g_string_append_len(writer->out, "  ", 2);
}

/* What stands before a value: the comma, the line and the key. */
static void begin_value(JsonWriter *writer, const char *key)
{
    if (writer->depth > 0) {
        if (!writer->empty)
            g_string_append_c(writer->out, ',');
        line_break(writer);
    }
    writer->empty = FALSE;
    if (!key)
        return;
    const gsize length = strlen(key), at = writer->out->len;
    g_string_set_size(writer->out, at + length + 3 + writer->indented); /* appending in pieces is dearer */
    char *to = writer->out->str + at;
    *to++ = '"';
    memcpy(to, key, length + 1);
    memcpy(to + length, writer->indented ? "\": " : "\":", 2 + (gsize)writer->indented);
}

static void begin(JsonWriter *writer, const char *key, char bracket)
{
    begin_value(writer, key);
    g_string_append_c(writer->out, bracket);
    writer->depth++;
    writer->empty = TRUE;
}

static void end(JsonWriter *writer, char bracket)
{
    writer->depth--;
    if (!writer->empty)
        line_break(writer);
    writer->empty = FALSE;
    g_string_append_c(writer->out, bracket);
}

void json_begin_object(JsonWriter *writer, const char *key)
{
    begin(writer, key, '{');
}

void json_end_object(JsonWriter *writer)
{
    end(writer, '}');
}

void json_begin_array(JsonWriter *writer, const char *key)
{
    begin(writer, key, '[');
}

void json_end_array(JsonWriter *writer)
{
    end(writer, ']');
}

/* Also the end; of bytes beyond ASCII those that begin what may act on a screen (display_acts()). */
static gboolean needs_escape(guchar c)
{
    static const gboolean table[256] = {
        1, 1, 1, 1, 1, 1, 1,         1,          1,          1,          1,          1,          1,
        1, 1, 1, 1, 1, 1, 1,         1,          1,          1,          1,          1,          1,
        1, 1, 1, 1, 1, 1, ['"'] = 1, ['\\'] = 1, [0x7F] = 1, [0xC2] = 1, [0xD8] = 1, [0xE2] = 1, [0xEF] = 1,
    };
    return table[c];
}

static void escape(GString *out, gunichar c)
{
    static const char controls[] = "\b\f\n\r\t\"\\", letters[] = "bfnrt\"\\";
    const char *known = c < 0x80 ? strchr(controls, (int)c) : NULL;
    if (known)
        g_string_append_printf(out, "\\%c", letters[known - controls]);
    else
        g_string_append_printf(out, "\\u%04X", c);
}

static void append_escaped(GString *out, const char *text)
{
    const char *plain = text, *at = text;
    for (;; at++) {
        if (!needs_escape((guchar)*at))
            continue;
        if (!*at)
            break;
        gunichar c = g_utf8_get_char(at);
        if (c >= 0x80 && !display_acts(c))
            continue;
        g_string_append_len(out, plain, at - plain);
        escape(out, c);
        plain = g_utf8_next_char(at);
        at = plain - 1;
    }
    g_string_append_len(out, plain, at - plain);
}

void json_put_string(JsonWriter *writer, const char *key, const char *text)
{
    begin_value(writer, key);
    if (!text) {
        g_string_append(writer->out, "null");
        return;
    }
    g_autofree char *valid = g_utf8_validate(text, -1, NULL) ? NULL : display_name(text);
    g_string_append_c(writer->out, '"');
    append_escaped(writer->out, valid ? valid : text);
    g_string_append_c(writer->out, '"');
}

void json_put_integer(JsonWriter *writer, const char *key, gint64 number)
{
    begin_value(writer, key);
    g_string_append_printf(writer->out, "%" G_GINT64_FORMAT, number);
}

void json_put_boolean(JsonWriter *writer, const char *key, gboolean value)
{
    begin_value(writer, key);
    g_string_append(writer->out, value ? "true" : "false");
}
