/* Small DOCX packages made in memory, and what the reader makes of them as text: for the tests of its
 * modules. */
#ifndef RASOAT_TESTS_DOCX_MAKER_H
#define RASOAT_TESTS_DOCX_MAKER_H

#include <string.h>

#include "reader/reader.h"
#include "zip_maker.h"

#define W "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
#define R_SPACE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE_SPACE "http://schemas.openxmlformats.org/package/2006/relationships"
#define SPACES                                                                                               \
    W "xmlns:r='" R_SPACE "' xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "        \
      "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math' "                                \
      "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' "                                     \
      "xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing' "                   \
      "xmlns:v='urn:schemas-microsoft-com:vml' xmlns:o='urn:schemas-microsoft-com:office:office' "           \
      "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"

#define RUN(text) "<w:r><w:t xml:space='preserve'>" text "</w:t></w:r>"
#define PARA(text) "<w:p>" RUN(text) "</w:p>"
#define ITEM(num, level, text)                                                                               \
    "<w:p><w:pPr><w:numPr><w:ilvl w:val='" #level "'/><w:numId w:val='" #num                                 \
    "'/></w:numPr></w:pPr>" RUN(text) "</w:p>"
#define STYLED(style, text) "<w:p><w:pPr><w:pStyle w:val='" style "'/></w:pPr>" RUN(text) "</w:p>"
#define LEVEL(n, start, format, text, more)                                                                  \
    "<w:lvl w:ilvl='" #n "'><w:start w:val='" #start "'/><w:numFmt w:val='" format "'/>" more                \
    "<w:lvlText w:val='" text "'/></w:lvl>"
#define ABSTRACT(id, levels) "<w:abstractNum w:abstractNumId='" #id "'>" levels "</w:abstractNum>"
#define NUM(id, abstract, more)                                                                              \
    "<w:num w:numId='" #id "'><w:abstractNumId w:val='" #abstract "'/>" more "</w:num>"

/* The parts of a package; NULL ones are left out. */
typedef struct {
    const char *body; /* content of w:body */
    const char *styles, *numbering, *footnotes, *endnotes, *comments, *header,
        *theme;           /* content of the root */
    const char *document; /* whole main part, instead of body */
    Limits *limits;
} Parts;

/* Parts of the package under construction; texts made on the way are owned. */
typedef struct {
    ZipPart list[16];
    guint count;
    GPtrArray *texts;
    GString *rels;
} Builder;

static inline void add_part(Builder *builder, const char *name, const char *text)
{
    assert_true(builder->count < G_N_ELEMENTS(builder->list));
    builder->list[builder->count++] = (ZipPart){name, text};
}

static inline char *owned(Builder *builder, char *text)
{
    g_ptr_array_add(builder->texts, text);
    return text;
}

static inline void add_side_part(Builder *builder, const char *kind, const char *root, const char *content)
{
    if (!content)
        return;
    add_part(builder, owned(builder, g_strconcat("word/", kind, ".xml", NULL)),
             owned(builder, g_strdup_printf("<w:%s " SPACES ">%s</w:%s>", root, content, root)));
    g_string_append_printf(builder->rels, "<Relationship Id='%s' Type='" R_SPACE "/%s' Target='%s.xml'/>",
                           kind, kind, kind);
}

static inline GBytes *build(const Parts *parts)
{
    g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) rels = g_string_new("<Relationships xmlns='" PACKAGE_SPACE "'>");
    Builder builder = {.texts = texts, .rels = rels};
    add_part(&builder, "_rels/.rels",
             "<Relationships xmlns='" PACKAGE_SPACE "'><Relationship Id='a' Type='" R_SPACE
             "/officeDocument' Target='word/text.xml'/></Relationships>");
    char *body = g_strdup_printf("<w:document " SPACES "><w:body>%s</w:body></w:document>",
                                 parts->body ? parts->body : "");
    add_part(&builder, "word/text.xml", parts->document ? parts->document : body);
    owned(&builder, body);
    add_side_part(&builder, "styles", "styles", parts->styles);
    add_side_part(&builder, "numbering", "numbering", parts->numbering);
    add_side_part(&builder, "footnotes", "footnotes", parts->footnotes);
    add_side_part(&builder, "endnotes", "endnotes", parts->endnotes);
    add_side_part(&builder, "comments", "comments", parts->comments);
    add_side_part(&builder, "header", "hdr", parts->header);
    add_side_part(&builder, "theme", "theme", parts->theme);
    g_string_append(rels, "<Relationship Id='chunk' Type='" R_SPACE "/aFChunk' Target='/word/chunk.html'/>"
                          "</Relationships>");
    add_part(&builder, "word/_rels/text.xml.rels", rels->str);
    return zip_make(builder.list, builder.count, FALSE);
}

/* The budget must outlive the document: tests keep one for each. */
static inline Document *read_parts(const Parts *parts, Budget *budget, GError **error)
{
    g_autoptr(GBytes) bytes = build(parts);
    budget_init(budget, parts->limits);
    g_autoptr(Package) package = package_open(bytes, budget, error);
    g_autoptr(Document) document = package ? document_new("docx", budget) : NULL;
    if (!document || !docx_read(package, document, error))
        return NULL;
    return g_steal_pointer(&document);
}

static inline void append_block(GString *out, const Block *block)
{
    if (block->layer != LAYER_BODY)
        g_string_append_printf(out, "{%s} ", layer_name((Layer)block->layer));
    if (block->label)
        g_string_append_printf(out, "[%s] ", block->label);
    g_string_append(out, block->text);
    g_string_append_c(out, '\n');
}

static inline char *dump(const Document *document)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < document->blocks->len; i++)
        append_block(out, document_block(document, i));
    return g_string_free(out, FALSE);
}

static inline gboolean warned(const Document *document, WarningCode code, const char *detail)
{
    for (guint i = 0; i < document->warnings->len; i++) {
        const Warning *warning = g_ptr_array_index(document->warnings, i);
        if (warning->code == code && (!detail || g_strcmp0(warning->detail, detail) == 0))
            return TRUE;
    }
    return FALSE;
}

static inline void expect(Parts parts, const char *expected)
{
    Budget budget;
    g_autoptr(GError) error = NULL;
    g_autoptr(Document) document = read_parts(&parts, &budget, &error);
    if (error)
        fail_msg("%s", error->message);
    g_autofree char *text = dump(document);
    assert_string_equal(text, expected);
}

static inline void expect_error(Parts parts, int code)
{
    Budget budget;
    g_autoptr(GError) error = NULL;
    g_autoptr(Document) document = read_parts(&parts, &budget, &error);
    assert_null(document);
    assert_int_equal(error->code, code);
}

static inline void expect_warning(Parts parts, WarningCode code, const char *detail)
{
    Budget budget;
    g_autoptr(Document) document = read_parts(&parts, &budget, NULL);
    assert_non_null(document);
    assert_true(warned(document, code, detail));
}

#endif
