/* The document: an array of blocks whose strings live in one chunk, and the warnings of its reader. Every
 * text that enters is brought to NFC and freed of control characters here, so later stages need not ask. */
#include "document/document.h"

#include <string.h>

#include "base/error.h"
#include "base/translate.h"
#include "text/unicode.h"

static const char *const layer_names[] = {
    [LAYER_BODY] = "body",          [LAYER_HEADER] = "headers",   [LAYER_FOOTER] = "footers",
    [LAYER_FOOTNOTE] = "footnotes", [LAYER_ENDNOTE] = "endnotes", [LAYER_COMMENT] = "comments",
    [LAYER_HIDDEN] = "hidden",
};

static const char *const warning_names[] = {
    [WARNING_TRACKED_CHANGES] = "tracked-changes",
    [WARNING_HIDDEN_TEXT] = "hidden-text",
    [WARNING_NOT_READ] = "not-read",
    [WARNING_LEGACY_FONT] = "legacy-font",
    [WARNING_LEGACY_TEXT] = "legacy-text",
    [WARNING_DAMAGED_TEXT] = "damaged-text",
    [WARNING_COMMENTS] = "comments",
    [WARNING_BROKEN_PART] = "broken-part",
    [WARNING_HOMOGLYPHS] = "homoglyphs",
};

const char *layer_name(Layer layer)
{
    return layer_names[layer];
}

const char *warning_name(WarningCode code)
{
    return warning_names[code];
}

static void warning_free(gpointer data)
{
    Warning *warning = data;
    g_free(warning->detail);
    g_free(warning);
}

Document *document_new(const char *format, Budget *budget)
{
    Document *document = g_new0(Document, 1);
    document->blocks = g_array_new(FALSE, FALSE, sizeof(Block));
    document->warnings = g_ptr_array_new_with_free_func(warning_free);
    document->strings = g_string_chunk_new(32 * 1024);
    document->format = g_strdup(format);
    document->budget = budget;
    return document;
}

void document_free(Document *document)
{
    if (!document)
        return;
    g_array_free(document->blocks, TRUE);
    g_ptr_array_free(document->warnings, TRUE);
    g_string_chunk_free(document->strings);
    g_free(document->format);
    g_free(document);
}

/* Bytes from here on that nobody sees and nothing means: a control character, or what joins or may break a
 * word without a mark (U+00AD, U+200B to U+200F, U+2060, U+FEFF), which would hide words from whoever
 * compares them. */
static guint unseen_bytes(const char *at)
{
    const guchar *c = (const guchar *)at;
    if (c[0] < 0x20)
        return c[0] != '\t' && c[0] != '\n';
    if (c[0] < 0xC2)
        return c[0] == 0x7F;
    if (c[0] == 0xC2)
        return c[1] == 0xAD ? 2 : 0;
    if (c[0] == 0xE2)
        return (c[1] == 0x80 && c[2] >= 0x8B && c[2] <= 0x8F) || (c[1] == 0x81 && c[2] == 0xA0) ? 3 : 0;
    return c[0] == 0xEF && c[1] == 0xBB && c[2] == 0xBF ? 3 : 0;
}

static gboolean has_unseen(const char *text)
{
    static const gboolean may_begin[256] = {
        /* and the end */
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,          1,          1,          1,
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, [0x7F] = 1, [0xC2] = 1, [0xE2] = 1, [0xEF] = 1,
    };
    for (;; text++) {
        if (!may_begin[(guchar)*text])
            continue;
        if (*text == '\0')
            return FALSE;
        if (unseen_bytes(text))
            return TRUE;
    }
}

/* The text as a document keeps it: NFC, nothing unseen. Owned by the caller. */
static char *clean_text(const char *text, gsize length)
{
    g_autofree char *seen = g_strndup(text, length);
    char *to = seen;
    for (const char *from = seen; *from;) {
        guint unseen = unseen_bytes(from);
        if (unseen == 0)
            *to++ = *from++;
        else
            from += unseen;
    }
    *to = '\0';
    return text_nfc(seen, to - seen);
}

/* Copies text into the document's chunk. *prefix, a byte count from the start, is carried over to the copy.
 */
static const char *keep_text(Document *document, const char *text, guint32 *length, guint32 *prefix)
{
    gsize size = strlen(text);
    *prefix = (guint32)MIN(*prefix, size);
    if (text_is_nfc(text, (gssize)size) && !has_unseen(text)) {
        *length = (guint32)size;
        return g_string_chunk_insert_len(document->strings, text, (gssize)size);
    }
    g_autofree char *clean = clean_text(text, size);
    *length = (guint32)strlen(clean);
    if (*prefix == size) {
        *prefix = *length;
    } else if (*prefix > 0) {
        g_autofree char *head = clean_text(text, *prefix);
        *prefix = (guint32)MIN(strlen(head), *length);
        while (*prefix > 0 && ((guchar)clean[*prefix] & 0xC0) == 0x80)
            (*prefix)--; /* a letter composed across the border belongs to the plain part */
    }
    return g_string_chunk_insert_len(document->strings, clean, (gssize)*length);
}

gboolean document_add_block(Document *document, const Block *block, GError **error)
{
    const Limits *limits = document->budget->limits;
    if (document->blocks->len >= limits->blocks) {
        error_set_both(error, RASOAT_ERROR_LIMIT_BLOCKS, NULL, N_("hơn %u đoạn"), limits->blocks);
        return FALSE;
    }
    if (!budget_check_time(document->budget, error))
        return FALSE;
    if (block->label && strlen(block->label) > limits->label_bytes)
        return error_set_both(error, RASOAT_ERROR_LIMIT_BYTES, NULL,
                              N_("số thứ tự của một đoạn dài hơn %u byte"), limits->label_bytes);
    Block copy = *block;
    copy.text = keep_text(document, block->text, &copy.length, &copy.bold_prefix);
    if (block->label) {
        guint32 length, prefix = 0;
        copy.label = keep_text(document, block->label, &length, &prefix);
    }
    g_array_append_val(document->blocks, copy);
    return TRUE;
}

void document_warn(Document *document, WarningCode code, const char *detail)
{
    for (guint i = 0; i < document->warnings->len; i++) {
        const Warning *known = g_ptr_array_index(document->warnings, i);
        if (known->code == code && g_strcmp0(known->detail, detail) == 0)
            return;
    }
    Warning *warning = g_new0(Warning, 1);
    warning->code = code;
    warning->detail = g_strdup(detail);
    g_ptr_array_add(document->warnings, warning);
}

Block block_plain(const char *text)
{
    return (Block){
        .text = text,
        .length = (guint32)strlen(text),
        .outline_level = BLOCK_NO_OUTLINE,
        .list_level = BLOCK_NO_LIST,
    };
}
