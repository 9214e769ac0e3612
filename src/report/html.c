/* The frame of HTML pages and their small parts (HTML Living Standard; CSP level 3; SVG 2). */
#include "report/html.h"

#include <string.h>

#include "report/display.h"
#include "report/words.h"

/* --- text ------------------------------------------------------------------------------------------------
 */

static void append_escaped(GString *out, const char *text, gsize length)
{
    g_autofree char *line = g_strndup(text, length);
    g_autofree char *safe = display_text(line);
    for (const char *at = safe; *at; at++)
        switch (*at) {
        case '&':
            g_string_append(out, "&amp;");
            break;
        case '<':
            g_string_append(out, "&lt;");
            break;
        case '>':
            g_string_append(out, "&gt;");
            break;
        case '"':
            g_string_append(out, "&quot;");
            break;
        case '\'':
            g_string_append(out, "&#39;");
            break;
        default:
            g_string_append_c(out, *at);
        }
}

void html_text(GString *out, const char *text)
{
    if (text)
        append_escaped(out, text, strlen(text));
}

void html_lines(GString *out, const char *text)
{
    while (text) {
        const char *end = strchr(text, '\n');
        append_escaped(out, text, end ? (gsize)(end - text) : strlen(text));
        if (end)
            g_string_append(out, "<br>");
        text = end ? end + 1 : NULL;
    }
}

void html_element(GString *out, const char *tag, const char *attributes, const char *text)
{
    if (!text)
        return;
    g_string_append_printf(out, "<%s%s%s>", tag, attributes ? " " : "", attributes ? attributes : "");
    html_text(out, text);
    g_string_append_printf(out, "</%s>", tag);
}

/* --- the page --------------------------------------------------------------------------------------------
 */

/* 'sha256-…' of an inline style or script, as CSP names it. */
static void append_digest(GString *out, const char *content)
{
    guint8 digest[32];
    gsize length = sizeof digest;
    if (!content)
        return;
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    g_checksum_update(checksum, (const guchar *)content, (gssize)strlen(content));
    g_checksum_get_digest(checksum, digest, &length);
    g_autofree char *base64 = g_base64_encode(digest, length);
    g_string_append_printf(out, " 'sha256-%s'", base64);
}

static void append_policy(GString *out, const HtmlPage *page)
{
    g_string_append(out,
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src");
    append_digest(out, html_style);
    append_digest(out, page->style);
    g_string_append(out, "; script-src");
    append_digest(out, html_script);
    append_digest(out, page->script);
    g_string_append(out, "; base-uri 'none'; form-action 'none'\">\n");
}

void html_begin(GString *out, const HtmlPage *page)
{
    g_string_append_printf(out,
                           "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n%s\n"
                           "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                           "<meta name=\"referrer\" content=\"no-referrer\">\n",
                           page->language == RASOAT_VIETNAMESE ? "vi" : "en",
                           page->of_district ? HTML_MARK_OF_DISTRICT : HTML_MARK);
    append_policy(out, page);
    html_element(out, "title", NULL, page->title);
    g_string_append_printf(out, "\n<style>%s</style>\n", html_style);
    if (page->style)
        g_string_append_printf(out, "<style>%s</style>\n", page->style);
    g_string_append(out, "</head>\n<body>\n");
    html_element(out, "a", "class=\"skip\" href=\"#main\"", say(page->language, "Đến nội dung chính"));
    g_string_append_c(out, '\n');
}

void html_end(GString *out, const HtmlPage *page)
{
    g_string_append_printf(out, "<p id=\"said\" class=\"heard\" role=\"status\"></p>\n<script>%s</script>\n",
                           html_script);
    if (page->script)
        g_string_append_printf(out, "<script>%s</script>\n", page->script);
    g_string_append(out, "</body>\n</html>\n");
}

/* --- parts -----------------------------------------------------------------------------------------------
 */

const char *html_status_class(Status status)
{
    static const char *const classes[] = {
        [STATUS_MET] = "met",           [STATUS_PARTIAL] = "partial", [STATUS_MISSING] = "missing",
        [STATUS_CONFLICT] = "conflict", [STATUS_REVIEW] = "review",   [STATUS_NOT_APPLICABLE] = "none",
    };
    return classes[status];
}

const char *html_finding_class(const Finding *finding)
{
    return words_is_advice(finding) ? "advice" : html_status_class(finding->status);
}

void html_badge(GString *out, const char *class, const char *symbol, const char *word)
{
    g_string_append_printf(out, "<span class=\"badge %s\"><span aria-hidden=\"true\">%s</span> ", class,
                           symbol);
    html_text(out, word);
    g_string_append(out, "</span>");
}

void html_rule(GString *out, const Finding *finding, RasoatLanguage language)
{
    g_autofree char *id = finding_id(finding);
    g_string_append_printf(out, " <span class=\"rule\"><span class=\"heard\">%s </span>",
                           say(language, "mã quy tắc"));
    html_text(out, id);
    g_string_append(out, "</span>");
}

void html_rule_note(GString *out, RasoatLanguage language)
{
    html_element(out, "p", "class=\"few\"",
                 say(language, "Chữ nhỏ sau tên mỗi nội dung là mã quy tắc, để ghi vào danh sách chấp nhận "
                               "(--waivers)."));
}

void html_begin_cell(GString *out, const char *attributes, const char *head)
{
    g_string_append_printf(out, "<td %sdata-head=\"%s\">", attributes, head);
}

void html_cell(GString *out, const char *attributes, const char *head, const char *text)
{
    html_begin_cell(out, attributes, head);
    html_text(out, text);
    g_string_append(out, "</td>");
}

void html_number_cell(GString *out, const char *head, guint number)
{
    html_begin_cell(out, "class=\"number\" ", head);
    g_string_append_printf(out, "%u</td>", number);
}

const char *html_fix_attribute(const Finding *finding, RasoatLanguage language)
{
    return finding_fix_language(finding, language) == RASOAT_VIETNAMESE ? "lang=\"vi\"" : NULL;
}

/* Places are tenths of a percent of whatever width the bar gets, so that its letters are never stretched. */
enum { WHOLE = 1000 };

/* The least that a number has room in, on a screen of 320 pixels; a broad one (34rem, see html_style) is at
 * least 16/9 of that. */
static guint least_for_number(guint number)
{
    guint least = 127;
    for (; number >= 10; number /= 10)
        least += 42;
    return least;
}

static void append_percent(GString *out, const char *attribute, guint tenths)
{
    g_string_append_printf(out, " %s=\"%u.%u%%\"", attribute, tenths / 10, tenths % 10);
}

static void append_segment(GString *out, const HtmlShare *share, guint from, guint width)
{
    g_string_append_printf(out, "<rect class=\"fill %s\" height=\"32\"", share->class);
    append_percent(out, "x", from);
    append_percent(out, "width", width);
    g_string_append(out, "/>");
    guint least = least_for_number(share->count);
    if (width >= least * 9 / 16) {
        g_string_append_printf(out, "<text class=\"on-%s%s\" y=\"22\" text-anchor=\"middle\"", share->class,
                               width >= least ? "" : " if-broad");
        append_percent(out, "x", from + width / 2);
        g_string_append_printf(out, ">%s %u</text>", share->symbol, share->count);
    }
    if (from > 0) {
        g_string_append(out, "<rect class=\"gap-line\" height=\"32\" width=\"2\"");
        append_percent(out, "x", from);
        g_string_append(out, "/>");
    }
}

static void append_drawing(GString *out, const HtmlShare *shares, guint count, guint total)
{
    guint64 before = 0;
    g_string_append(out, "<svg width=\"100%\" height=\"32\" aria-hidden=\"true\" focusable=\"false\">");
    for (guint i = 0; i < count; i++) {
        guint from = (guint)(before * WHOLE / total);
        before += shares[i].count;
        if (shares[i].count)
            append_segment(out, &shares[i], from, (guint)(before * WHOLE / total) - from);
    }
    g_string_append(out, "</svg>");
}

void html_bar(GString *out, const char *name, const HtmlShare *shares, guint count)
{
    guint total = 0;
    for (guint i = 0; i < count; i++)
        total += shares[i].count;
    if (total == 0)
        return;
    g_string_append(out, "<figure class=\"bar\">");
    append_drawing(out, shares, count, total);
    g_string_append(out, "<figcaption>");
    html_text(out, name);
    g_string_append_printf(out, " (%u): ", total);
    for (guint i = 0, shown = 0; i < count; i++) {
        if (!shares[i].count)
            continue;
        g_string_append(out, shown++ ? ",</span> " : "");
        g_string_append_printf(
            out, "<span class=\"share\"><span class=\"swatch %s\" aria-hidden=\"true\">%s</span> %u ",
            shares[i].class, shares[i].symbol, shares[i].count);
        html_text(out, shares[i].word);
    }
    g_string_append(out, "</span></figcaption></figure>\n");
}
