/* The one door for files: tells the format, runs its reader, and then looks at the text as a whole: letters
 * of an old encoding that no font gave away, damage, look-alike letters of other scripts, no text at all. */
#include "reader/reader.h"

#include <string.h>

#include "base/error.h"
#include "base/translate.h"
#include "container/format.h"
#include "text/legacy.h"

#define DAMAGE_WARN 0.15
#define DAMAGE_UNREADABLE 0.5

static Document *read_format(GBytes *bytes, Budget *budget, GError **error)
{
    Format format;
    g_autoptr(Package) package = NULL;
    if (!format_detect(bytes, budget, &format, &package, error))
        return NULL;
    static const char *const names[] = {
        [FORMAT_DOCX] = "docx", [FORMAT_ODT] = "odt", [FORMAT_FLAT_ODT] = "fodt"};
    g_autoptr(Document) document = document_new(names[format], budget);
    gboolean read = FALSE;
    switch (format) {
    case FORMAT_DOCX:
        read = docx_read(package, document, error);
        break;
    case FORMAT_ODT:
        read = odt_read(package, document, error);
        break;
    case FORMAT_FLAT_ODT:
        read = flat_odt_read(bytes, document, error);
        break;
    }
    return read ? g_steal_pointer(&document) : NULL;
}

/* The text of the body, one block a line; without the blocks that carry any of the flags. */
static GString *body_text(const Document *document, guint8 without)
{
    GString *text = g_string_sized_new(16 * 1024);
    for (guint i = 0; i < document->blocks->len; i++) {
        const Block *block = document_block(document, i);
        if (block->layer != LAYER_BODY || block->flags & without)
            continue;
        g_string_append_len(text, block->text, block->length);
        g_string_append_c(text, '\n');
    }
    return text;
}

static const char *decoded_copy(Document *document, const char *text, gsize length, LegacyEncoding encoding)
{
    g_autofree char *prefix = g_strndup(text, length);
    g_autofree char *decoded = legacy_decode(prefix, -1, encoding);
    return g_string_chunk_insert(document->strings, decoded);
}

static void decode_block(Document *document, Block *block, LegacyEncoding encoding)
{
    const char *text = decoded_copy(document, block->text, block->length, encoding);
    guint32 length = (guint32)strlen(text);
    if (block->bold_prefix == block->length)
        block->bold_prefix = length;
    else if (block->bold_prefix > 0)
        block->bold_prefix =
            (guint32)MIN(strlen(decoded_copy(document, block->text, block->bold_prefix, encoding)), length);
    block->text = text;
    block->length = length;
    block->flags |= BLOCK_DECODED;
    if (block->label)
        block->label = decoded_copy(document, block->label, strlen(block->label), encoding);
}

/* Old letters under an ordinary font: only the statistics of the text tell. */
static void decode_unmarked_legacy(Document *document)
{
    g_autoptr(GString) text = body_text(document, BLOCK_DECODED);
    LegacyEncoding encoding = legacy_guess(text->str, text->len);
    if (encoding == LEGACY_NONE)
        return;
    for (guint i = 0; i < document->blocks->len; i++) {
        Block *block = &g_array_index(document->blocks, Block, i);
        if (!(block->flags & BLOCK_DECODED) && block->length > 0)
            decode_block(document, block, encoding);
    }
    document_warn(document, WARNING_LEGACY_TEXT, encoding == LEGACY_VNI ? "VNI" : "TCVN3");
}

static gboolean has_letters(const char *text)
{
    for (const char *at = text; *at; at = g_utf8_next_char(at)) {
        if (g_unichar_isalpha(g_utf8_get_char(at)))
            return TRUE;
    }
    return FALSE;
}

/* Cyrillic and Greek letters that look like Latin ones. */
static gboolean is_look_alike(gunichar c)
{
    static const gunichar letters[] = {
        0x0391, 0x0392, 0x0395, 0x0396, 0x0397, 0x0399, 0x039A, 0x039C, 0x039D, 0x039F, 0x03A1,
        0x03A4, 0x03A5, 0x03A7, 0x03BD, 0x03BF, 0x0405, 0x0406, 0x0408, 0x0410, 0x0412, 0x0415,
        0x041A, 0x041C, 0x041D, 0x041E, 0x0420, 0x0421, 0x0422, 0x0423, 0x0425, 0x0430, 0x0435,
        0x043E, 0x0440, 0x0441, 0x0443, 0x0445, 0x0455, 0x0456, 0x0458,
    };
    if (c < letters[0] || c > letters[G_N_ELEMENTS(letters) - 1])
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(letters); i++) {
        if (letters[i] == c)
            return TRUE;
    }
    return FALSE;
}

static gboolean is_foreign(gunichar c)
{
    return c >= 0x0370 && c <= 0x052F;
}

static gboolean is_word_letter(gunichar c)
{
    return g_unichar_isalpha(c) || g_unichar_ismark(c);
}

/* The first word that mixes Latin letters with look-alikes and nothing else, or NULL. Owned by the caller.
 * Only words around a byte that can begin a Greek or Cyrillic letter are looked at. */
static char *find_homoglyph_word(const char *text)
{
    const char *end = text;
    for (const char *at = text; *at; at++) {
        guchar lead = (guchar)*at;
        if (lead < 0xCD || lead > 0xD4 || at < end)
            continue;
        const char *start = at;
        while (start > text && is_word_letter(g_utf8_get_char(g_utf8_prev_char(start))))
            start = g_utf8_prev_char(start);
        gboolean latin = FALSE, alike = FALSE, other = FALSE;
        for (end = start; *end && is_word_letter(g_utf8_get_char(end)); end = g_utf8_next_char(end)) {
            gunichar c = g_utf8_get_char(end);
            if (is_look_alike(c))
                alike = TRUE;
            else if (is_foreign(c))
                other = TRUE;
            else
                latin = TRUE;
        }
        if (latin && alike && !other)
            return g_strndup(start, (gsize)(end - start));
    }
    return NULL;
}

static gboolean judge_text(Document *document, GError **error)
{
    g_autoptr(GString) text = body_text(document, 0);
    if (!has_letters(text->str)) {
        error_set_words(error, RASOAT_ERROR_NO_TEXT, NULL, N_("văn bản không có chữ nào"));
        return FALSE;
    }
    double damage = text_damage(text->str, text->len);
    if (damage >= DAMAGE_UNREADABLE) {
        error_set_both(error, RASOAT_ERROR_UNREADABLE_TEXT, NULL,
                       N_("%.0f %% số từ không phải từ tiếng Việt"), damage * 100);
        return FALSE;
    }
    if (damage >= DAMAGE_WARN)
        document_warn(document, WARNING_DAMAGED_TEXT, NULL);
    g_autofree char *word = find_homoglyph_word(text->str);
    if (word)
        document_warn(document, WARNING_HOMOGLYPHS, word);
    return TRUE;
}

Document *reader_read(GBytes *bytes, Budget *budget, GError **error)
{
    g_autoptr(Document) document = read_format(bytes, budget, error);
    if (!document)
        return NULL;
    decode_unmarked_legacy(document);
    if (!judge_text(document, error))
        return NULL;
    return g_steal_pointer(&document);
}
