/* Tags and their places in XML (XML 1.0 §2, §3.1), for text of one byte an ASCII letter. */
#include "report/annotate_markup.h"

#include <string.h>

#include "base/error.h"
#include "base/translate.h"

Markup markup_of(GBytes *xml)
{
    gsize length = 0;
    const char *text = g_bytes_get_data(xml, &length);
    return (Markup){.text = text, .length = length};
}

/* --- tags ------------------------------------------------------------------------------------------------
 */

static gboolean begins(const Markup *markup, const char *with)
{
    gsize length = strlen(with);
    return markup->length - markup->at >= length && memcmp(markup->text + markup->at, with, length) == 0;
}

/* Moves behind the next mark; FALSE when there is none. */
static gboolean skip_past(Markup *markup, const char *mark)
{
    const char *found = g_strstr_len(markup->text + markup->at, (gssize)(markup->length - markup->at), mark);
    if (found)
        markup->at = (gsize)(found - markup->text) + strlen(mark);
    return found != NULL;
}

/* Behind the '>' of the tag that begins here; a '>' in quotes is not it. */
static gboolean skip_tag(Markup *markup)
{
    char quote = '\0';
    for (; markup->at < markup->length; markup->at++) {
        char c = markup->text[markup->at];
        if (quote) {
            quote = c == quote ? '\0' : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            markup->at++;
            return TRUE;
        }
    }
    return FALSE;
}

static gboolean read_tag(Markup *markup, MarkupTag *tag)
{
    tag->begin = markup->at;
    if (!skip_tag(markup))
        return FALSE;
    tag->end = markup->at;
    gboolean closing = markup->text[tag->begin + 1] == '/';
    tag->kind = closing ? MARKUP_END : markup->text[tag->end - 2] == '/' ? MARKUP_EMPTY : MARKUP_START;
    tag->name = markup->text + tag->begin + (closing ? 2 : 1);
    tag->name_length = 0;
    while (tag->name + tag->name_length < markup->text + tag->end &&
           !strchr(" \t\r\n/>", tag->name[tag->name_length]))
        tag->name_length++;
    if (!closing)
        tag->number = ++markup->number;
    return TRUE;
}

gboolean markup_next(Markup *markup, MarkupTag *tag)
{
    while (markup->at < markup->length) {
        const char *open = memchr(markup->text + markup->at, '<', markup->length - markup->at);
        if (!open)
            return FALSE;
        markup->at = (gsize)(open - markup->text);
        gboolean passed;
        if (begins(markup, "<!--"))
            passed = skip_past(markup, "-->");
        else if (begins(markup, "<![CDATA["))
            passed = skip_past(markup, "]]>");
        else if (begins(markup, "<?"))
            passed = skip_past(markup, "?>");
        else
            return !begins(markup, "<!") && read_tag(markup, tag);
        if (!passed)
            return FALSE;
    }
    return FALSE;
}

gsize markup_pass(Markup *markup, const MarkupTag *first)
{
    MarkupTag tag = *first;
    guint depth = first->kind == MARKUP_START;
    while (depth > 0 && markup_next(markup, &tag))
        depth = tag.kind == MARKUP_START ? depth + 1 : tag.kind == MARKUP_END ? depth - 1 : depth;
    return tag.end;
}

gsize markup_prefix(const MarkupTag *tag)
{
    const char *colon = memchr(tag->name, ':', tag->name_length);
    return colon ? (gsize)(colon - tag->name) + 1 : 0;
}

gboolean markup_is(const MarkupTag *tag, const char *name)
{
    gsize prefix = markup_prefix(tag), length = strlen(name);
    return tag->name_length == prefix + length && memcmp(tag->name + prefix, name, length) == 0;
}

static gboolean is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* One attribute of the tag from *at on; its name and value, raw. FALSE when there is none left. */
static gboolean next_attribute(const Markup *markup, const MarkupTag *tag, gsize *at, GString *name,
                               GString *value)
{
    const char *text = markup->text;
    while (*at < tag->end && is_space(text[*at]))
        (*at)++;
    g_string_truncate(name, 0);
    while (*at < tag->end && !is_space(text[*at]) && !strchr("=/>", text[*at]))
        g_string_append_c(name, text[(*at)++]);
    while (*at < tag->end && text[*at] != '"' && text[*at] != '\'' && text[*at] != '>')
        (*at)++;
    if (name->len == 0 || *at >= tag->end || text[*at] == '>')
        return FALSE;
    char quote = text[(*at)++];
    const char *close = memchr(text + *at, quote, tag->end - *at);
    if (!close)
        return FALSE;
    g_string_truncate(value, 0);
    g_string_append_len(value, text + *at, close - (text + *at));
    *at = (gsize)(close - text) + 1;
    return TRUE;
}

char *markup_attribute(const Markup *markup, const MarkupTag *tag, const char *name)
{
    g_autoptr(GString) found = g_string_new(NULL);
    g_autoptr(GString) value = g_string_new(NULL);
    gsize at = (gsize)(tag->name - markup->text) + tag->name_length;
    while (next_attribute(markup, tag, &at, found, value)) {
        const char *colon = strchr(found->str, ':');
        if (g_str_equal(colon ? colon + 1 : found->str, name))
            return g_strdup(value->str);
    }
    return NULL;
}

gboolean markup_check(GBytes *xml, const char *part, GError **error)
{
    Markup markup = markup_of(xml);
    gboolean wide = markup.length >= 2 &&
                    (markup.text[0] == '\0' || markup.text[1] == '\0' || (guchar)markup.text[0] >= 0xFE);
    if (wide)
        error_set_words(
            error, RASOAT_ERROR_BAD_XML, part,
            N_("không ghi chú vào chữ dạng UTF-16 được; hãy mở tệp, lưu lại rồi dùng bản mới ấy"));
    return !wide;
}

/* --- edits -----------------------------------------------------------------------------------------------
 */

static void edit_clear(gpointer data)
{
    g_free(((MarkupEdit *)data)->text);
}

GArray *markup_edits_new(void)
{
    GArray *edits = g_array_new(FALSE, FALSE, sizeof(MarkupEdit));
    g_array_set_clear_func(edits, edit_clear);
    return edits;
}

static void replace(GArray *edits, gsize at, gsize until, char *text)
{
    MarkupEdit edit = {at, until, text};
    g_array_append_val(edits, edit);
}

void markup_insert(GArray *edits, gsize at, const char *text)
{
    replace(edits, at, at, g_strdup(text));
}

void markup_remove(GArray *edits, gsize at, gsize until)
{
    replace(edits, at, until, g_strdup(""));
}

void markup_append_within(GArray *edits, const Markup *markup, const MarkupTag *first, gsize end,
                          const char *text)
{
    if (first->kind != MARKUP_EMPTY) {
        markup_insert(edits, end, text);
        return;
    }
    const char *slash = g_strrstr_len(markup->text + first->begin, (gssize)(first->end - first->begin), "/");
    replace(edits, (gsize)(slash - markup->text), first->end,
            g_strdup_printf(">%s</%.*s>", text, (int)first->name_length, first->name));
}

/* Stable: edits of one place keep their order. */
static gint edit_compare(gconstpointer a, gconstpointer b)
{
    const MarkupEdit *left = a, *right = b;
    return left->at < right->at ? -1 : left->at > right->at;
}

GBytes *markup_apply(GBytes *xml, GArray *edits)
{
    Markup markup = markup_of(xml);
    GString *out = g_string_sized_new(markup.length + 1024);
    gsize at = 0;
    g_array_sort(edits, edit_compare);
    for (guint i = 0; i < edits->len; i++) {
        const MarkupEdit *edit = &g_array_index(edits, MarkupEdit, i);
        g_string_append_len(out, markup.text + at, (gssize)(edit->at - at));
        g_string_append(out, edit->text);
        at = edit->until;
    }
    g_string_append_len(out, markup.text + at, (gssize)(markup.length - at));
    return g_string_free_to_bytes(out);
}

/* --- text ------------------------------------------------------------------------------------------------
 */

static gboolean is_xml_char(gunichar c)
{
    return c == '\t' || c == '\n' || (c >= 0x20 && c != 0x7F && c != 0xFFFE && c != 0xFFFF);
}

void markup_escape(GString *out, const char *text)
{
    for (const char *at = text; *at;) {
        gunichar c = g_utf8_get_char_validated(at, -1);
        if (c == (gunichar)-1 || c == (gunichar)-2) {
            at++;
            continue;
        }
        at = g_utf8_next_char(at);
        if (!is_xml_char(c))
            continue;
        if (c >= 0x80 || c == '&' || c == '<' || c == '>' || c == '"')
            g_string_append_printf(out, "&#x%X;", c);
        else
            g_string_append_c(out, (char)c);
    }
}
