/* DOCX: the parts of a WordprocessingML package in their order, main text first, then headers and footers;
 * notes and comments come in where they are referred to (ECMA-376 part 1 §11.3, §17.10, §17.11, §17.13.4). */
#include <string.h>

#include "base/error.h"
#include "base/text_hash.h"
#include "reader/docx_story.h"
#include "reader/reader.h"

/* --- side parts --- */

gboolean docx_side_part_fatal(Docx *docx, const char *part, GError **error)
{
    switch ((*error)->code) {
    case RASOAT_ERROR_BAD_XML:
    case RASOAT_ERROR_BAD_PACKAGE:
    case RASOAT_ERROR_MISSING_PART:
        document_warn(docx->document, WARNING_BROKEN_PART, part);
        g_clear_error(error);
        return FALSE;
    default:
        return TRUE;
    }
}

typedef gboolean (*StylesPartReader)(DocxStyles *styles, GBytes *bytes, const char *part,
                                     const Budget *budget, GError **error);

static gboolean read_styles_part(Docx *docx, const char *type, StylesPartReader reader, GError **error)
{
    const char *part = docx_parts_by_type(docx->parts, type);
    if (!part)
        return TRUE;
    GError *failure = NULL;
    g_autoptr(GBytes) bytes = package_read(docx->package, part, &failure);
    if (bytes)
        reader(docx->styles, bytes, part, docx->budget, &failure);
    if (failure && docx_side_part_fatal(docx, part, &failure)) {
        g_propagate_error(error, failure);
        return FALSE;
    }
    return TRUE;
}

/* --- notes and comments --- */

static DocxNotes *notes_of(Docx *docx, Layer layer, const char **type)
{
    switch (layer) {
    case LAYER_FOOTNOTE:
        *type = "footnotes";
        return &docx->footnotes;
    case LAYER_ENDNOTE:
        *type = "endnotes";
        return &docx->endnotes;
    default:
        *type = "comments";
        return &docx->comments;
    }
}

GArray *docx_notes_take(Docx *docx, Layer layer, gint64 id, GError **error)
{
    const char *type;
    DocxNotes *notes = notes_of(docx, layer, &type);
    const char *part = docx_parts_by_type(docx->parts, type);
    if (!notes->loaded && part) {
        notes->loaded = TRUE; /* before reading: a note may refer to another */
        GError *failure = NULL;
        if (!docx_story_read(docx, part, layer, NULL, notes, &failure) &&
            docx_side_part_fatal(docx, part, &failure)) {
            g_propagate_error(error, failure);
            return NULL;
        }
    }
    gpointer note = NULL;
    g_hash_table_steal_extended(notes->by_id, GINT_TO_POINTER((gint)id), NULL, &note);
    return note;
}

/* --- headers and footers --- */

static void margin_free(gpointer data)
{
    DocxMargin *margin = data;
    g_free(margin->part);
    g_free(margin);
}

/* Headers before footers, then by section, then default, first, even. */
static gint margin_compare(gconstpointer a, gconstpointer b)
{
    const DocxMargin *left = *(DocxMargin *const *)a, *right = *(DocxMargin *const *)b;
    if (left->footer != right->footer)
        return left->footer ? 1 : -1;
    if (left->section != right->section)
        return left->section < right->section ? -1 : 1;
    return (gint)left->order - (gint)right->order;
}

static char *joined_text(const GArray *blocks)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < blocks->len; i++) {
        g_string_append(text, g_array_index(blocks, Block, i).text);
        g_string_append_c(text, '\n');
    }
    return g_string_free(text, FALSE);
}

static gboolean add_once(Docx *docx, const GArray *blocks, GHashTable *seen, GError **error)
{
    if (!g_hash_table_add(seen, joined_text(blocks)))
        return TRUE;
    for (guint i = 0; i < blocks->len; i++) {
        if (!document_add_block(docx->document, &g_array_index(blocks, Block, i), error))
            return FALSE;
    }
    return TRUE;
}

static gboolean read_margin(Docx *docx, const DocxMargin *margin, GHashTable *seen, GError **error)
{
    g_autoptr(GArray) blocks = g_array_new(FALSE, FALSE, sizeof(Block));
    GError *failure = NULL;
    Layer layer = margin->footer ? LAYER_FOOTER : LAYER_HEADER;
    if (!docx_story_read(docx, margin->part, layer, blocks, NULL, &failure) &&
        docx_side_part_fatal(docx, margin->part, &failure)) {
        g_propagate_error(error, failure);
        return FALSE;
    }
    return add_once(docx, blocks, seen, error);
}

static gboolean read_margins(Docx *docx, GError **error)
{
    g_autoptr(GHashTable) parts = g_hash_table_new(text_hash, g_str_equal);
    g_autoptr(GHashTable) texts = text_table_new(NULL);
    g_ptr_array_sort(docx->margins, margin_compare);
    for (guint i = 0; i < docx->margins->len; i++) {
        const DocxMargin *margin = g_ptr_array_index(docx->margins, i);
        if (g_hash_table_add(parts, margin->part) && !read_margin(docx, margin, texts, error))
            return FALSE;
    }
    return TRUE;
}

/* --- the file --- */

static void notes_init(DocxNotes *notes)
{
    notes->by_id = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
}

static void docx_init(Docx *docx, Package *package, Document *document)
{
    *docx = (Docx){
        .package = package,
        .document = document,
        .budget = document->budget,
        .styles = docx_styles_new(),
        .held = g_string_chunk_new(4096),
        .label = g_string_new(NULL),
        .margins = g_ptr_array_new_with_free_func(margin_free),
    };
    notes_init(&docx->footnotes);
    notes_init(&docx->endnotes);
    notes_init(&docx->comments);
}

static void docx_clear(Docx *docx)
{
    docx_parts_free(docx->parts);
    docx_numbering_free(docx->numbering);
    docx_styles_free(docx->styles);
    g_hash_table_unref(docx->footnotes.by_id);
    g_hash_table_unref(docx->endnotes.by_id);
    g_hash_table_unref(docx->comments.by_id);
    g_string_chunk_free(docx->held);
    g_string_free(docx->label, TRUE);
    g_ptr_array_unref(docx->margins);
}

static gboolean read_all(Docx *docx, GError **error)
{
    docx->parts = docx_parts_new(docx->package, docx->budget, error);
    return docx->parts && read_styles_part(docx, "theme", docx_theme_read, error) &&
           read_styles_part(docx, "styles", docx_styles_read, error) &&
           docx_story_read(docx, docx->parts->main, LAYER_BODY, NULL, NULL, error) &&
           read_margins(docx, error);
}

gboolean docx_read(Package *package, Document *document, GError **error)
{
    Docx docx;
    docx_init(&docx, package, document);
    gboolean read = read_all(&docx, error);
    docx_clear(&docx);
    return read;
}
