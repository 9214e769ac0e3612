/* Flat ODT documents of a few elements, and what is read from them. */
#ifndef RASOAT_TESTS_ODT_SAMPLES_H
#define RASOAT_TESTS_ODT_SAMPLES_H

#include "reader/reader.h"

#define URN "urn:oasis:names:tc:opendocument:xmlns:"
#define NAMESPACES                                                                                           \
    " xmlns:office='" URN "office:1.0' xmlns:text='" URN "text:1.0' xmlns:table='" URN "table:1.0'"          \
    " xmlns:draw='" URN "drawing:1.0' xmlns:style='" URN "style:1.0' xmlns:fo='" URN                         \
    "xsl-fo-compatible:1.0' xmlns:svg='" URN "svg-compatible:1.0'"                                           \
    " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xlink='http://www.w3.org/1999/xlink'"                \
    " xmlns:loext='urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0'"

typedef struct {
    Budget budget;
    Document *document;
    GError *error;
} Read;

static void read_clear(Read *read)
{
    document_free(read->document);
    g_clear_error(&read->error);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Read, read_clear)

static void read_flat_within(Read *read, const Limits *limits, const char *before_body, const char *body)
{
    g_autofree char *xml =
        g_strconcat("<office:document" NAMESPACES ">", before_body, "<office:body><office:text>", body,
                    "</office:text></office:body></office:document>", NULL);
    g_autoptr(GBytes) bytes = g_bytes_new(xml, strlen(xml));

    budget_init(&read->budget, limits);
    read->document = document_new("fodt", &read->budget);
    read->error = NULL;
    flat_odt_read(bytes, read->document, &read->error);
}

/* before_body: fonts, styles, automatic styles, master styles, as elements of the root. */
static void read_flat(Read *read, const char *before_body, const char *body)
{
    read_flat_within(read, NULL, before_body, body);
    assert_null(read->error);
}

/* One line a block: "layer: label text", without the layer for the body. Owned by the caller. */
static char *told(const Document *document)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < document->blocks->len; i++) {
        const Block *block = document_block(document, i);
        if (block->layer != LAYER_BODY)
            g_string_append_printf(out, "%s: ", layer_name((Layer)block->layer));
        if (block->label)
            g_string_append_printf(out, "%s ", block->label);
        g_string_append_printf(out, "%s\n", block->text);
    }
    return g_string_free(out, FALSE);
}

static void assert_told(const char *before_body, const char *body, const char *wanted)
{
    g_auto(Read) read = {0};
    read_flat(&read, before_body, body);
    g_autofree char *out = told(read.document);
    assert_string_equal(out, wanted);
}

#endif
