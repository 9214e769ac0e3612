/* Annotations of OpenDocument (ODF 1.3 part 3 §14.1): each stands whole at the beginning of its paragraph, in
 * the package's content or in the flat file; no other part knows of them. */
#include "base/text_hash.h"
#include "report/annotate.h"
#include "report/annotate_anchors.h"

#include <string.h>

#include "base/error.h"
#include "container/repack.h"

/* By it we know our annotations again. */
#define CREATOR "rasoat"
#define CONTENT_PART "content.xml"

/* The namespaces of an annotation, declared in it where the root does not. */
static char *declarations_for(GBytes *xml)
{
    static const char *const known[] = {
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"",
        "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"",
        "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"",
    };
    GString *missing = g_string_new(NULL);
    Markup markup = markup_of(xml);
    MarkupTag root;
    if (!markup_next(&markup, &root))
        root.begin = root.end = 0;
    for (guint i = 0; i < G_N_ELEMENTS(known); i++)
        if (!g_strstr_len(markup.text + root.begin, (gssize)(root.end - root.begin), known[i]))
            g_string_append_printf(missing, " %s", known[i]);
    return g_string_free(missing, FALSE);
}

static void append_lines(GString *out, const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    for (char **line = lines; *line; line++) {
        g_string_append(out, "<text:p>");
        markup_escape(out, *line);
        g_string_append(out, "</text:p>");
    }
}

/* What the names of our annotations begin with: nothing that the file holds already, as it does when it has
 * been annotated before. */
static char *fresh_prefix(GBytes *xml)
{
    Markup markup = markup_of(xml);
    for (guint i = 1;; i++) {
        char *prefix = g_strdup_printf("rasoat%u-", i);
        if (!g_strstr_len(markup.text, (gssize)markup.length, prefix))
            return prefix;
        g_free(prefix);
    }
}

/* Whether an annotation, which ends at until, was written by us. */
static gboolean is_ours(Markup markup, gsize until)
{
    MarkupTag tag;
    while (markup_next(&markup, &tag) && tag.begin < until)
        if (tag.kind == MARKUP_START && markup_is(&tag, "creator"))
            return until - tag.end > strlen(CREATOR) &&
                   memcmp(markup.text + tag.end, CREATOR "<", strlen(CREATOR "<")) == 0;
    return FALSE;
}

/* The annotations that an earlier copy brought, and the ends of their ranges. */
static void take_out_ours(GBytes *xml, GArray *edits)
{
    g_autoptr(GHashTable) names = text_table_new(NULL);
    Markup markup = markup_of(xml);
    MarkupTag tag;
    while (markup_next(&markup, &tag)) {
        gboolean whole = markup_is(&tag, "annotation"), end = markup_is(&tag, "annotation-end");
        if (tag.kind == MARKUP_END || !(whole || end))
            continue;
        Markup inner = markup;
        g_autofree char *name = markup_attribute(&markup, &tag, "name");
        gsize until = markup_pass(&markup, &tag);
        if (whole && !is_ours(inner, until))
            continue;
        if (end && !(name && g_hash_table_contains(names, name)))
            continue;
        if (whole && name)
            g_hash_table_add(names, g_steal_pointer(&name));
        markup_remove(edits, tag.begin, until);
    }
}

/* The notes of a paragraph, and after them the marks that end their ranges. */
static char *annotations_xml(const GArray *notes, const Anchor *anchor, const char *declarations,
                             const char *prefix)
{
    GString *out = g_string_new(NULL);
    for (guint i = anchor->first; i < anchor->past; i++) {
        const Note *note = &g_array_index(notes, Note, i);
        g_string_append_printf(
            out, "<office:annotation%s office:name=\"%s%u\"><dc:creator>" CREATOR "</dc:creator>",
            declarations, prefix, i + 1);
        append_lines(out, note->heading);
        for (guint l = 0; l < note->lines->len; l++)
            append_lines(out, note->lines->pdata[l]);
        g_string_append(out, "</office:annotation>");
    }
    return g_string_free(out, FALSE);
}

static char *ends_xml(const Anchor *anchor, const char *declarations, const char *prefix)
{
    GString *out = g_string_new(NULL);
    for (guint i = anchor->first; i < anchor->past; i++)
        g_string_append_printf(out, "<office:annotation-end%s office:name=\"%s%u\"/>", declarations, prefix,
                               i + 1);
    return g_string_free(out, FALSE);
}

static GBytes *annotate_content(GBytes *xml, const char *part, const Document *document, const GArray *notes,
                                GError **error)
{
    if (!markup_check(xml, part, error))
        return NULL;
    g_autoptr(GArray) anchors = anchors_find(xml, document, notes, NULL);
    g_autoptr(GArray) edits = markup_edits_new();
    g_autofree char *declarations = declarations_for(xml);
    g_autofree char *prefix = fresh_prefix(xml);
    Markup markup = markup_of(xml);
    for (guint i = 0; i < anchors->len; i++) {
        const Anchor *anchor = &g_array_index(anchors, Anchor, i);
        g_autofree char *begin = annotations_xml(notes, anchor, declarations, prefix);
        g_autofree char *end = ends_xml(anchor, declarations, prefix);
        if (anchor->start.kind == MARKUP_EMPTY) {
            g_autofree char *both = g_strconcat(begin, end, NULL);
            markup_append_within(edits, &markup, &anchor->start, 0, both);
            continue;
        }
        markup_insert(edits, anchor->body, begin);
        markup_insert(edits, anchor->end, end);
    }
    take_out_ours(xml, edits);
    return markup_apply(xml, edits);
}

GBytes *annotate_odt(GBytes *file, Package *package, const Document *document, const GArray *notes,
                     GError **error)
{
    if (!package)
        return annotate_content(file, "file", document, notes, error);
    g_autoptr(GBytes) content = package_read(package, CONTENT_PART, error);
    g_autoptr(GBytes) annotated =
        content ? annotate_content(content, CONTENT_PART, document, notes, error) : NULL;
    RepackPart part = {CONTENT_PART, annotated};
    return annotated ? repack(file, &part, 1, error) : NULL;
}
