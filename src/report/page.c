/* Setting text for a terminal; see display.h for what makes it safe and measures it. */
#include "report/page.h"

#include "report/display.h"

static const char *style_on(const Page *page, Style style)
{
    static const char *const codes[] = {
        [STYLE_PLAIN] = NULL,         [STYLE_HEADING] = "\x1b[1m", [STYLE_DIM] = "\x1b[2m",
        [STYLE_GOOD] = "\x1b[32m",    [STYLE_DOUBT] = "\x1b[33m",  [STYLE_BAD] = "\x1b[31m",
        [STYLE_WORST] = "\x1b[1;31m", [STYLE_ASK] = "\x1b[36m",
    };
    return page->colour ? codes[style] : NULL;
}

static const char *style_off(const Page *page, Style style)
{
    return style_on(page, style) ? "\x1b[0m" : NULL;
}

Style page_style_of(Status status)
{
    static const Style styles[] = {
        [STATUS_MET] = STYLE_GOOD,       [STATUS_PARTIAL] = STYLE_DOUBT, [STATUS_MISSING] = STYLE_BAD,
        [STATUS_CONFLICT] = STYLE_WORST, [STATUS_REVIEW] = STYLE_ASK,    [STATUS_NOT_APPLICABLE] = STYLE_DIM,
    };
    return styles[status];
}

Style page_style_of_finding(const Finding *finding)
{
    return words_is_advice(finding) ? STYLE_DOUBT : page_style_of(finding->status);
}

void page_blank(Page *page)
{
    g_string_append_c(page->out, '\n');
}

void page_heading(Page *page, const char *text)
{
    page_blank(page);
    page_text(page, 0, 0, STYLE_HEADING, text);
}

void page_text(Page *page, guint indent, guint hang, Style style, const char *text)
{
    g_string_append_printf(page->out, "%*s", (int)indent, "");
    display_wrap(page->out, text, page->width, indent, hang, style_on(page, style), style_off(page, style));
}

/* The column behind the label. */
static guint put_label(Page *page, guint indent, guint gap, const char *label)
{
    guint width = display_width(label);
    guint padding = width < gap ? gap - width : 1;
    g_string_append_printf(page->out, "%*s%s%*s", (int)indent, "", label, (int)padding, "");
    return indent + width + padding;
}

void page_field(Page *page, guint indent, guint gap, const char *label, Style style, const char *text)
{
    if (!text || *text == '\0')
        return;
    guint column = put_label(page, indent, gap, label);
    display_wrap(page->out, text, page->width, column, indent + gap, style_on(page, style),
                 style_off(page, style));
}

void page_finding(Page *page, guint indent, guint gap, const char *label, Style style, const char *text,
                  const Finding *finding)
{
    g_autofree char *id = finding_id(finding);
    g_autofree char *rule = g_strdup_printf("[%s]", id);
    DisplayMark mark = {rule, style_on(page, STYLE_DIM), style_off(page, STYLE_DIM)};
    guint column = put_label(page, indent, gap, label);
    display_wrap_marked(page->out, text, page->width, column, indent + gap, style_on(page, style),
                        style_off(page, style), &mark);
}

void page_rest(Page *page, guint used, const char *text)
{
    display_wrap(page->out, text, page->width, used, used, NULL, NULL);
}

void page_raw(Page *page, Style style, const char *text)
{
    const char *on = style_on(page, style);
    g_string_append_printf(page->out, "%s%s%s", on ? on : "", text, on ? "\x1b[0m" : "");
}
