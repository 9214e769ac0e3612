/* Building the text of a paragraph from its runs (ECMA-376 part 1 §17.3). */
#include "reader/docx_paragraph.h"

#include <string.h>

#include "reader/docx_symbols.h"
#include "text/letters.h"

typedef struct {
    gsize start; /* bytes of text; the span reaches to the next one or the end */
    LegacyEncoding encoding;
} Span;

DocxParagraph *docx_paragraph_new(void)
{
    DocxParagraph *paragraph = g_new0(DocxParagraph, 1);
    paragraph->text = g_string_sized_new(512);
    paragraph->hidden = g_string_new(NULL);
    paragraph->lost = g_string_new(NULL);
    paragraph->spans = g_array_new(FALSE, FALSE, sizeof(Span));
    paragraph->after = g_array_new(FALSE, FALSE, sizeof(Block));
    return paragraph;
}

void docx_paragraph_free(gpointer data)
{
    DocxParagraph *paragraph = data;
    g_string_free(paragraph->text, TRUE);
    g_string_free(paragraph->hidden, TRUE);
    g_string_free(paragraph->lost, TRUE);
    g_array_free(paragraph->spans, TRUE);
    g_array_free(paragraph->after, TRUE);
    g_free(paragraph);
}

void docx_paragraph_clear(DocxParagraph *paragraph)
{
    g_string_truncate(paragraph->text, 0);
    g_string_truncate(paragraph->hidden, 0);
    g_array_set_size(paragraph->spans, 0);
    g_array_set_size(paragraph->after, 0);
    paragraph->bold_prefix = 0;
    paragraph->bold_open = TRUE;
    paragraph->common = 0xFF;
    paragraph->has_text = FALSE;
    paragraph->changed = FALSE;
    paragraph->contents = FALSE;
    paragraph->joined = FALSE;
}

void docx_paragraph_begin(DocxParagraph *paragraph, DocxStyle *default_style, guint32 source)
{
    if (!paragraph->joined)
        docx_paragraph_clear(paragraph);
    paragraph->joined = FALSE;
    g_string_truncate(paragraph->lost, 0);
    paragraph->source = source;
    paragraph->style = default_style;
    paragraph->props = (ParaProps){0};
    paragraph->mark = (RunProps){0};
    paragraph->goes_on = FALSE;
    paragraph->plain_look_known = FALSE;
    docx_paragraph_begin_run(paragraph);
}

void docx_paragraph_begin_run(DocxParagraph *paragraph)
{
    paragraph->run = (RunProps){0};
    paragraph->run_style = NULL;
    paragraph->run_plain = TRUE;
    paragraph->look_known = FALSE;
}

/* Runs without properties of their own are many: their look is worked out once a paragraph. */
static void find_look(DocxParagraph *paragraph, const DocxStyles *styles)
{
    if (paragraph->run_plain && paragraph->plain_look_known) {
        paragraph->look = paragraph->plain_look;
    } else {
        paragraph->look = docx_run_look(styles, paragraph->style, paragraph->run_style, &paragraph->run);
        if (paragraph->run_plain) {
            paragraph->plain_look = paragraph->look;
            paragraph->plain_look_known = TRUE;
        }
    }
    paragraph->look_known = TRUE;
}

static gboolean is_blank(const char *text, gsize length)
{
    for (gsize i = 0; i < length; i++) {
        if (text[i] != ' ' && text[i] != '\t' && text[i] != '\n')
            return FALSE;
    }
    return TRUE;
}

static void note_encoding(DocxParagraph *paragraph)
{
    LegacyEncoding encoding = font_encoding((FontKind)paragraph->look.font);
    guint count = paragraph->spans->len;
    LegacyEncoding last = count > 0 ? g_array_index(paragraph->spans, Span, count - 1).encoding : LEGACY_NONE;
    if (encoding == last)
        return;
    Span span = {paragraph->text->len, encoding};
    g_array_append_val(paragraph->spans, span);
}

/* A line end inside w:t is white space of the file, not a line break. */
static void append_text(GString *out, FontKind font, const char *text, gsize length)
{
    gsize start = out->len;
    if (font >= FONT_SYMBOL && memchr(text, 0xEF, length))
        docx_append_symbols(out, font, text, length);
    else
        g_string_append_len(out, text, (gssize)length);
    if (length == 1 || !memchr(text, '\n', length))
        return;
    for (gsize i = start; i < out->len; i++) {
        if (out->str[i] == '\n')
            out->str[i] = ' ';
    }
}

void docx_paragraph_append(DocxParagraph *paragraph, const DocxStyles *styles, const char *text, gsize length,
                           gboolean hide)
{
    if (!paragraph->look_known)
        find_look(paragraph, styles);
    guint8 on = paragraph->look.on;
    if (hide || on & RUN_HIDDEN) {
        append_text(paragraph->hidden, (FontKind)paragraph->look.font, text, length);
        return;
    }
    note_encoding(paragraph);
    append_text(paragraph->text, (FontKind)paragraph->look.font, text, length);
    if (!is_blank(text, length)) {
        paragraph->has_text = TRUE;
        paragraph->common &= on;
        paragraph->bold_open = paragraph->bold_open && (on & RUN_BOLD);
    }
    if (paragraph->bold_open)
        paragraph->bold_prefix = (guint32)paragraph->text->len;
}

/* --- old encodings --- */

enum { SEEN_UNICODE = 1 << 0, SEEN_LEGACY = 1 << 1 };

/* SEEN_UNICODE: letters that only Unicode Vietnamese has; SEEN_LEGACY: Latin-1 characters that it never has.
 * A text with neither ("và") may be either. */
static guint scan_letters(const char *text, gsize length)
{
    guint seen = 0;
    for (const char *at = text, *end = text + length; at < end; at = g_utf8_next_char(at)) {
        Letter letter;
        gunichar c = g_utf8_get_char(at);
        if (c < 0x80)
            continue;
        if (!letter_of(c, &letter))
            seen |= c > 0xA0 && c <= 0xFF ? SEEN_LEGACY : 0;
        else if (c > 0xFF)
            seen |= SEEN_UNICODE;
    }
    return seen;
}

static gsize span_end(const DocxParagraph *paragraph, guint index)
{
    if (index + 1 < paragraph->spans->len)
        return g_array_index(paragraph->spans, Span, index + 1).start;
    return paragraph->text->len;
}

static void append_decoded(GString *out, const char *text, gsize length, LegacyEncoding encoding)
{
    g_autofree char *decoded = legacy_decode(text, (gssize)length, encoding);
    g_string_append(out, decoded);
}

/* Where byte `at` of a span's text comes to stand when the span is decoded. */
static gsize decoded_length(const char *text, gsize at, LegacyEncoding encoding)
{
    g_autofree char *decoded = legacy_decode(text, (gssize)at, encoding);
    return strlen(decoded);
}

LegacyEncoding docx_paragraph_decode(DocxParagraph *paragraph, LegacyEvidence *evidence)
{
    GString *text = paragraph->text;
    LegacyEncoding first = LEGACY_NONE;
    guint seen = 0;
    for (guint i = 0; i < paragraph->spans->len; i++) {
        const Span *span = &g_array_index(paragraph->spans, Span, i);
        if (span->encoding == LEGACY_NONE)
            continue;
        seen |= scan_letters(text->str + span->start, span_end(paragraph, i) - span->start);
        if (first == LEGACY_NONE)
            first = span->encoding;
    }
    if (seen & SEEN_UNICODE)
        evidence->unicode_seen = TRUE;
    gboolean unicode = (seen & SEEN_UNICODE) || (evidence->unicode_seen && !(seen & SEEN_LEGACY));
    if (unicode || first == LEGACY_NONE)
        return LEGACY_NONE;

    g_autoptr(GString) decoded = g_string_sized_new(text->len * 2);
    g_string_append_len(decoded, text->str, (gssize)g_array_index(paragraph->spans, Span, 0).start);
    guint32 bold_prefix = paragraph->bold_prefix;
    for (guint i = 0; i < paragraph->spans->len; i++) {
        const Span *span = &g_array_index(paragraph->spans, Span, i);
        gsize length = span_end(paragraph, i) - span->start;
        const char *from = text->str + span->start;
        if (paragraph->bold_prefix > span->start && paragraph->bold_prefix <= span->start + length)
            bold_prefix = (guint32)(decoded->len + decoded_length(from, paragraph->bold_prefix - span->start,
                                                                  span->encoding));
        append_decoded(decoded, from, length, span->encoding);
    }
    paragraph->bold_prefix = bold_prefix;
    g_string_assign(text, decoded->str);
    return first;
}
