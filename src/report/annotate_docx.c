/* Word comments (ECMA-376 part 1 §17.13.4, part 2 §6.5): marks in the main part, the comments in a part of
 * their own, which is made, typed and related to when the file has none. */
#include "report/annotate.h"
#include "report/annotate_anchors.h"

#include <string.h>

#include "base/error.h"
#include "base/translate.h"
#include "container/repack.h"
#include "reader/docx_parts.h"

/* By it we know our comments again. */
#define AUTHOR "rasoat"
#define TYPES_PART "[Content_Types].xml"
#define TRANSITIONAL "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define STRICT "http://purl.oclc.org/ooxml/wordprocessingml/main"
#define COMMENTS_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

typedef struct {
    Package *package;
    DocxParts *parts;
    GBytes *main;
    gboolean strict;
    GArray *ids;      /* of guint32: of each note's comment */
    GHashTable *ours; /* of comments that an earlier copy brought: their ids */
    GArray *changed;  /* of RepackPart; names and contents owned */
} Docx;

static void part_clear(gpointer data)
{
    RepackPart *part = data;
    g_free((char *)part->name);
    g_bytes_unref(part->content);
}

/* Takes the content. */
static void change_part(Docx *docx, const char *name, GBytes *content)
{
    RepackPart part = {g_strdup(name), content};
    g_array_append_val(docx->changed, part);
}

/* --- names ------------------------------------------------------------------------------------------------
 */

/* How elements of WordprocessingML are written beside a tag of it: with its prefix, or with one of our own
 * that each element declares, where the tag has none. */
typedef struct {
    char prefix[32];
    const char *declaration; /* to stand in each outermost element */
} Naming;

static Naming naming_beside(const Docx *docx, const MarkupTag *tag)
{
    Naming naming = {"w:", ""};
    gsize prefix = markup_prefix(tag);
    if (prefix > 0 && prefix < sizeof naming.prefix) {
        memcpy(naming.prefix, tag->name, prefix);
        naming.prefix[prefix] = '\0';
    } else {
        naming.declaration = docx->strict ? " xmlns:w=\"" STRICT "\"" : " xmlns:w=\"" TRANSITIONAL "\"";
    }
    return naming;
}

static gboolean root_of(GBytes *xml, const char *part, MarkupTag *root, gsize *end, GError **error)
{
    Markup markup = markup_of(xml);
    MarkupTag tag;
    if (!markup_check(xml, part, error))
        return FALSE;
    if (!markup_next(&markup, root)) {
        error_set_words(error, RASOAT_ERROR_BAD_XML, part, N_("phần này trống"));
        return FALSE;
    }
    *end = root->end;
    while (markup_next(&markup, &tag))
        *end = tag.begin; /* at last that of the root's end tag */
    return TRUE;
}

/* --- identifiers ------------------------------------------------------------------------------------------
 */

static gpointer id_of(const Markup *markup, const MarkupTag *tag)
{
    g_autofree char *id = markup_attribute(markup, tag, "id");
    return id ? GUINT_TO_POINTER((guint)g_ascii_strtoull(id, NULL, 10)) : NULL;
}

static gboolean is_of_ours(const Docx *docx, const Markup *markup, const MarkupTag *tag)
{
    g_autofree char *id = markup_attribute(markup, tag, "id");
    return id && g_hash_table_contains(docx->ours, id_of(markup, tag));
}

/* Ids of comments in a part, those that are defined and those that are only referred to. */
static void collect_ids(GBytes *xml, GHashTable *ids)
{
    static const char *const names[] = {"comment", "commentReference", "commentRangeStart",
                                        "commentRangeEnd"};
    Markup markup = markup_of(xml);
    MarkupTag tag;
    while (markup_next(&markup, &tag))
        for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
            if (tag.kind == MARKUP_END || !markup_is(&tag, names[i]))
                continue;
            g_autofree char *id = markup_attribute(&markup, &tag, "id");
            if (id)
                g_hash_table_add(ids, id_of(&markup, &tag));
        }
}

static void choose_ids(Docx *docx, GBytes *comments, guint count)
{
    g_autoptr(GHashTable) taken = g_hash_table_new(NULL, NULL);
    guint32 next = 0;
    collect_ids(docx->main, taken);
    if (comments)
        collect_ids(comments, taken);
    for (guint i = 0; i < count; i++, next++) {
        while (g_hash_table_contains(taken, GUINT_TO_POINTER(next)) &&
               !g_hash_table_contains(docx->ours, GUINT_TO_POINTER(next)))
            next++;
        g_array_append_val(docx->ids, next);
    }
}

/* --- the comments part ------------------------------------------------------------------------------------
 */

static void append_paragraph(GString *out, const char *prefix, const char *text, gsize length, gboolean bold)
{
    g_autofree char *line = g_strndup(text, length);
    /* a font of its own, because that of the text may be one that has no Unicode letters */
    g_string_append_printf(out,
                           "<%1$sp><%1$sr><%1$srPr><%1$srFonts %1$sascii=\"Times New Roman\" "
                           "%1$shAnsi=\"Times New Roman\" %1$scs=\"Times New Roman\"/>",
                           prefix);
    if (bold)
        g_string_append_printf(out, "<%sb/>", prefix);
    g_string_append_printf(out, "<%1$ssz %1$sval=\"20\"/></%1$srPr><%1$st xml:space=\"preserve\">", prefix);
    markup_escape(out, line);
    g_string_append_printf(out, "</%1$st></%1$sr></%1$sp>", prefix);
}

static void append_lines(GString *out, const char *prefix, const char *text, gboolean bold)
{
    for (const char *end; (end = strchr(text, '\n')); text = end + 1)
        append_paragraph(out, prefix, text, (gsize)(end - text), bold);
    append_paragraph(out, prefix, text, strlen(text), bold);
}

static char *comments_xml(const Docx *docx, const GArray *notes, const Naming *naming)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < notes->len; i++) {
        const Note *note = &g_array_index(notes, Note, i);
        g_string_append_printf(
            out, "<%1$scomment%2$s %1$sid=\"%3$u\" %1$sauthor=\"" AUTHOR "\" %1$sinitials=\"RS\">",
            naming->prefix, naming->declaration, g_array_index(docx->ids, guint32, i));
        append_lines(out, naming->prefix, note->heading, TRUE);
        for (guint l = 0; l < note->lines->len; l++)
            append_lines(out, naming->prefix, note->lines->pdata[l], FALSE);
        g_string_append_printf(out, "</%scomment>", naming->prefix);
    }
    return g_string_free(out, FALSE);
}

/* The comments that an earlier copy brought go, and their ids are known from then on. */
static void take_out_ours(Docx *docx, GBytes *comments, GArray *edits)
{
    Markup markup = markup_of(comments);
    MarkupTag tag;
    while (markup_next(&markup, &tag)) {
        if (tag.kind == MARKUP_END || !markup_is(&tag, "comment"))
            continue;
        g_autofree char *author = markup_attribute(&markup, &tag, "author");
        if (g_strcmp0(author, AUTHOR) != 0)
            continue;
        g_hash_table_add(docx->ours, id_of(&markup, &tag));
        markup_remove(edits, tag.begin, markup_pass(&markup, &tag));
    }
}

static gboolean add_to_comments(Docx *docx, const char *part, GBytes *old, const GArray *notes,
                                GError **error)
{
    MarkupTag root;
    gsize end;
    if (!root_of(old, part, &root, &end, error))
        return FALSE;
    Naming naming = naming_beside(docx, &root);
    g_autoptr(GArray) edits = markup_edits_new();
    take_out_ours(docx, old, edits);
    choose_ids(docx, old, notes->len);
    g_autofree char *comments = comments_xml(docx, notes, &naming);
    Markup markup = markup_of(old);
    markup_append_within(edits, &markup, &root, end, comments);
    change_part(docx, part, markup_apply(old, edits));
    return TRUE;
}

static void make_comments(Docx *docx, const char *part, const GArray *notes)
{
    Naming naming = {"w:", ""};
    g_autofree char *comments = comments_xml(docx, notes, &naming);
    char *xml = g_strdup_printf("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
                                "<w:comments xmlns:w=\"%s\">%s</w:comments>",
                                docx->strict ? STRICT : TRANSITIONAL, comments);
    change_part(docx, part, g_bytes_new_take(xml, strlen(xml)));
}

/* --- type and relationship of a new part -------------------------------------------------------------------
 */

/* Adds an element, written with the root's prefix, to a part; a part that is not there is made of empty. */
static gboolean add_element(Docx *docx, const char *part, const char *empty, const char *element,
                            GError **error)
{
    MarkupTag root;
    gsize end;
    g_autoptr(GBytes) old = package_has(docx->package, part) ? package_read(docx->package, part, error)
                                                             : g_bytes_new_static(empty, strlen(empty));
    if (!old || !root_of(old, part, &root, &end, error))
        return FALSE;
    g_autofree char *xml = g_strdup_printf("<%.*s%s/>", (int)markup_prefix(&root), root.name, element);
    g_autoptr(GArray) edits = markup_edits_new();
    Markup markup = markup_of(old);
    markup_append_within(edits, &markup, &root, end, xml);
    change_part(docx, part, markup_apply(old, edits));
    return TRUE;
}

static gboolean add_type(Docx *docx, const char *part, GError **error)
{
    g_autofree char *element =
        g_strdup_printf("Override PartName=\"/%s\" ContentType=\"" COMMENTS_TYPE "\"", part);
    return add_element(docx, TYPES_PART,
                       "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>",
                       element, error);
}

static char *relationships_part(const char *main_part)
{
    g_autofree char *folder = g_path_get_dirname(main_part);
    g_autofree char *base = g_path_get_basename(main_part);
    return g_str_equal(folder, ".") ? g_strdup_printf("_rels/%s.rels", base)
                                    : g_strdup_printf("%s/_rels/%s.rels", folder, base);
}

static char *fresh_relationship_id(const Docx *docx)
{
    for (guint i = 1;; i++) {
        char *id = g_strdup_printf("rIdRasoat%u", i);
        if (!g_hash_table_contains(docx->parts->by_id, id))
            return id;
        g_free(id);
    }
}

static gboolean add_relationship(Docx *docx, const char *part, GError **error)
{
    g_autofree char *name = relationships_part(docx->parts->main);
    g_autofree char *id = fresh_relationship_id(docx);
    g_autofree char *element =
        g_strdup_printf("Relationship Id=\"%s\" Type=\"%s/relationships/comments\" Target=\"/%s\"", id,
                        docx->strict ? "http://purl.oclc.org/ooxml/officeDocument"
                                     : "http://schemas.openxmlformats.org/officeDocument/2006",
                        part);
    return add_element(
        docx, name, "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>",
        element, error);
}

/* A name beside the main part that no part has. */
static char *fresh_part(const Docx *docx)
{
    g_autofree char *folder = g_path_get_dirname(docx->parts->main);
    const char *before = g_str_equal(folder, ".") ? "" : folder;
    for (guint i = 0;; i++) {
        char *number = i ? g_strdup_printf("%u", i) : g_strdup("");
        char *name = g_strdup_printf("%s%scomments%s.xml", before, *before ? "/" : "", number);
        g_free(number);
        if (!package_has(docx->package, name))
            return name;
        g_free(name);
    }
}

static gboolean write_comments(Docx *docx, const GArray *notes, GError **error)
{
    const char *part = docx_parts_by_type(docx->parts, "comments");
    if (part && package_has(docx->package, part)) {
        g_autoptr(GBytes) old = package_read(docx->package, part, error);
        return old && add_to_comments(docx, part, old, notes, error);
    }
    g_autofree char *fresh = fresh_part(docx);
    choose_ids(docx, NULL, notes->len);
    make_comments(docx, fresh, notes);
    return add_type(docx, fresh, error) && add_relationship(docx, fresh, error);
}

/* --- marks in the text
 * -------------------------------------------------------------------------------------- */

static void mark_paragraph(const Docx *docx, const Markup *markup, const Anchor *anchor, GArray *edits)
{
    Naming naming = naming_beside(docx, &anchor->start);
    g_autoptr(GString) before = g_string_new(NULL);
    g_autoptr(GString) after = g_string_new(NULL);
    for (guint i = anchor->first; i < anchor->past; i++) {
        guint32 id = g_array_index(docx->ids, guint32, i);
        g_string_append_printf(before, "<%1$scommentRangeStart%2$s %1$sid=\"%3$u\"/>", naming.prefix,
                               naming.declaration, id);
        g_string_append_printf(after,
                               "<%1$scommentRangeEnd%2$s %1$sid=\"%3$u\"/>"
                               "<%1$sr%2$s><%1$scommentReference %1$sid=\"%3$u\"/></%1$sr>",
                               naming.prefix, naming.declaration, id);
    }
    if (anchor->start.kind == MARKUP_EMPTY) {
        g_string_append_len(before, after->str, (gssize)after->len);
        markup_append_within(edits, markup, &anchor->start, 0, before->str);
        return;
    }
    markup_insert(edits, anchor->body, before->str);
    markup_insert(edits, anchor->end, after->str);
}

/* A run that held nothing but the reference goes with it, whatever look an editor gave it. */
static void take_out_run(const Docx *docx, Markup *markup, const MarkupTag *run, GArray *edits)
{
    MarkupTag tag;
    gsize reference = 0, until = 0;
    gboolean other = FALSE;
    while (markup_next(markup, &tag) && !(tag.kind == MARKUP_END && markup_is(&tag, "r"))) {
        if (tag.kind != MARKUP_END && markup_is(&tag, "commentReference") && is_of_ours(docx, markup, &tag)) {
            reference = tag.begin;
            until = markup_pass(markup, &tag);
        } else if (tag.kind != MARKUP_END) {
            other = other || !markup_is(&tag, "rPr");
            markup_pass(markup, &tag);
        }
    }
    if (until)
        markup_remove(edits, other ? reference : run->begin, other ? until : tag.end);
}

/* The marks of the comments that an earlier copy brought. */
static void take_out_marks(const Docx *docx, GArray *edits)
{
    Markup markup = markup_of(docx->main);
    MarkupTag tag;
    while (g_hash_table_size(docx->ours) > 0 && markup_next(&markup, &tag)) {
        if (tag.kind == MARKUP_START && markup_is(&tag, "r"))
            take_out_run(docx, &markup, &tag, edits);
        else if (tag.kind != MARKUP_END &&
                 (markup_is(&tag, "commentRangeStart") || markup_is(&tag, "commentRangeEnd")) &&
                 is_of_ours(docx, &markup, &tag))
            markup_remove(edits, tag.begin, markup_pass(&markup, &tag));
    }
}

static void mark_text(Docx *docx, const Document *document, const GArray *notes)
{
    g_autoptr(GArray) anchors = anchors_find(docx->main, document, notes, "pPr");
    g_autoptr(GArray) edits = markup_edits_new();
    Markup markup = markup_of(docx->main);
    for (guint i = 0; i < anchors->len; i++)
        mark_paragraph(docx, &markup, &g_array_index(anchors, Anchor, i), edits);
    take_out_marks(docx, edits);
    change_part(docx, docx->parts->main, markup_apply(docx->main, edits));
}

/* --- the file
 * ----------------------------------------------------------------------------------------------- */

static gboolean open_main(Docx *docx, GError **error)
{
    MarkupTag root;
    gsize end;
    docx->main = package_read(docx->package, docx->parts->main, error);
    if (!docx->main || !root_of(docx->main, docx->parts->main, &root, &end, error))
        return FALSE;
    Markup markup = markup_of(docx->main);
    docx->strict = g_strstr_len(markup.text + root.begin, (gssize)(root.end - root.begin), STRICT) != NULL;
    return TRUE;
}

GBytes *annotate_docx(GBytes *file, Package *package, const Document *document, const GArray *notes,
                      Budget *budget, GError **error)
{
    GBytes *annotated = NULL;
    g_autoptr(DocxParts) parts = docx_parts_new(package, budget, error);
    if (!parts)
        return NULL;
    Docx docx = {.package = package,
                 .parts = parts,
                 .ids = g_array_new(FALSE, FALSE, sizeof(guint32)),
                 .ours = g_hash_table_new(NULL, NULL),
                 .changed = g_array_new(FALSE, FALSE, sizeof(RepackPart))};
    g_array_set_clear_func(docx.changed, part_clear);
    if (open_main(&docx, error) && write_comments(&docx, notes, error)) {
        mark_text(&docx, document, notes);
        annotated = repack(file, (const RepackPart *)docx.changed->data, docx.changed->len, error);
    }
    g_bytes_unref(docx.main);
    g_array_unref(docx.ids);
    g_hash_table_unref(docx.ours);
    g_array_unref(docx.changed);
    return annotated;
}
