/* ODT and flat ODT: which parts are read in which order, and the headers and footers of the master pages
 * (ODF 1.3 part 2 §3, part 3 §3, §16.9, §16.10). styles.xml comes first, as content.xml builds on it; its
 * headers and footers wait until the body has shown which pages are used. */
#include "base/error.h"
#include "base/text_hash.h"
#include "base/translate.h"
#include "reader/odt_content.h"
#include "reader/odt_text.h"
#include "reader/reader.h"

static const char *const names[] = {NULL,
#define ODT_NAME_STRING(identifier, name) name,
                                    ODT_NAMES(ODT_NAME_STRING)
#undef ODT_NAME_STRING
};

static const XmlSpace spaces[] = {
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", ODT_OFFICE},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", ODT_TEXT},
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", ODT_TABLE},
    {"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", ODT_DRAW},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", ODT_STYLE},
    {"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", ODT_FO},
    {"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", ODT_SVG},
    {"http://purl.org/dc/elements/1.1/", ODT_DC},
    {"urn:oasis:names:tc:opendocument:xmlns:meta:1.0", ODT_META},
    {"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", ODT_LOEXT},
};

static const XmlVocabulary vocabulary = {names, G_N_ELEMENTS(names), spaces, G_N_ELEMENTS(spaces)};

/* Headers and footers of a page, in the order in which they are told. */
enum {
    PAGE_HEADER,
    PAGE_HEADER_FIRST,
    PAGE_HEADER_LEFT,
    PAGE_FOOTER,
    PAGE_FOOTER_FIRST,
    PAGE_FOOTER_LEFT,
    PAGE_PARTS
};

typedef struct {
    char *name, *next;
    GPtrArray *parts[PAGE_PARTS]; /* of OdtPending */
} MasterPage;

typedef struct {
    Document *document;
    OdtStyles *styles;
    OdtContent *content;
    GPtrArray *pages;          /* of MasterPage */
    GHashTable *pages_by_name; /* name → MasterPage; the pages' own strings */
    MasterPage *page;          /* being read */
    gboolean found_text;
} Reader;

static void master_page_free(gpointer data)
{
    MasterPage *page = data;
    for (guint i = 0; i < PAGE_PARTS; i++)
        g_ptr_array_unref(page->parts[i]);
    g_free(page->name);
    g_free(page->next);
    g_free(page);
}

static void reader_init(Reader *reader, Document *document)
{
    *reader = (Reader){.document = document, .styles = odt_styles_new()};
    reader->content = odt_content_new(reader->styles, document);
    reader->pages = g_ptr_array_new_with_free_func(master_page_free);
    reader->pages_by_name = g_hash_table_new(text_hash, g_str_equal);
}

static void reader_clear(Reader *reader)
{
    g_hash_table_unref(reader->pages_by_name);
    g_ptr_array_unref(reader->pages);
    odt_content_free(reader->content);
    odt_styles_free(reader->styles);
}

/* Master pages ------------------------------------------------------------------------------------------- */

static void start_master_page(Reader *reader, const XmlElement *element)
{
    MasterPage *page = g_new0(MasterPage, 1);

    page->name = xml_value_dup(odt_attribute(element, N_NAME));
    page->next = xml_value_dup(odt_attribute(element, N_NEXT_STYLE_NAME));
    for (guint i = 0; i < PAGE_PARTS; i++)
        page->parts[i] = g_ptr_array_new_with_free_func(odt_pending_free);
    g_ptr_array_add(reader->pages, page);
    if (page->name)
        g_hash_table_insert(reader->pages_by_name, page->name, page);
    reader->page = page;
}

/* Which of a page's parts an element is; PAGE_PARTS when none. */
static guint page_part(guint space, guint name)
{
    if (space != ODT_STYLE && space != ODT_LOEXT)
        return PAGE_PARTS;
    switch (name) {
    case N_HEADER:
        return PAGE_HEADER;
    case N_HEADER_FIRST:
        return PAGE_HEADER_FIRST;
    case N_HEADER_LEFT:
        return PAGE_HEADER_LEFT;
    case N_FOOTER:
        return PAGE_FOOTER;
    case N_FOOTER_FIRST:
        return PAGE_FOOTER_FIRST;
    case N_FOOTER_LEFT:
        return PAGE_FOOTER_LEFT;
    default:
        return PAGE_PARTS;
    }
}

static void start_page_part(Reader *reader, const XmlElement *element, guint part)
{
    if (xml_value_is(odt_attribute(element, N_DISPLAY), "false")) {
        xml_skip(element);
        return;
    }
    odt_content_enter(reader->content, part < PAGE_FOOTER ? LAYER_HEADER : LAYER_FOOTER,
                      reader->page->parts[part]);
}

static MasterPage *find_page(const Reader *reader, const char *name)
{
    return g_hash_table_lookup(reader->pages_by_name, name);
}

/* A page follows on the one before it by text:next-style-name. */
static void use_page(const Reader *reader, GHashTable *used, MasterPage *page)
{
    while (page && g_hash_table_add(used, page))
        page = page->next ? find_page(reader, page->next) : NULL;
}

/* The pages that the body uses, as a set of MasterPage. */
static GHashTable *used_pages(const Reader *reader)
{
    GHashTable *used = g_hash_table_new(NULL, NULL);
    gboolean starts_on_default = FALSE;
    GHashTable *named = odt_content_master_pages(reader->content, &starts_on_default);
    GHashTableIter iterator;
    gpointer name;

    if (starts_on_default && reader->pages->len > 0) {
        MasterPage *standard = find_page(reader, "Standard");
        use_page(reader, used, standard ? standard : g_ptr_array_index(reader->pages, 0));
    }
    g_hash_table_iter_init(&iterator, named);
    while (g_hash_table_iter_next(&iterator, &name, NULL))
        use_page(reader, used, find_page(reader, name));
    return used;
}

static gboolean add_page_block(Reader *reader, GHashTable *told, const Block *block, GError **error)
{
    g_autofree char *key = g_strdup_printf("%u %s", block->layer, block->text);

    if (!*block->text || g_hash_table_contains(told, key))
        return TRUE;
    g_hash_table_add(told, g_steal_pointer(&key));
    return document_add_block(reader->document, block, error);
}

static gboolean add_headers_and_footers(Reader *reader, GError **error)
{
    g_autoptr(GHashTable) used = used_pages(reader);
    g_autoptr(GHashTable) told = text_table_new(NULL);

    for (guint part = 0; part < PAGE_PARTS; part++) {
        for (guint i = 0; i < reader->pages->len; i++) {
            const MasterPage *page = g_ptr_array_index(reader->pages, i);
            for (guint j = 0; g_hash_table_contains(used, page) && j < page->parts[part]->len; j++) {
                const OdtPending *pending = g_ptr_array_index(page->parts[part], j);
                if (!add_page_block(reader, told, &pending->block, error))
                    return FALSE;
            }
        }
    }
    return TRUE;
}

/* Events of a part --------------------------------------------------------------------------------------- */

static void start_outside(Reader *reader, const XmlElement *element)
{
    guint part = reader->page ? page_part(element->space, element->name) : PAGE_PARTS;

    if (part != PAGE_PARTS) {
        start_page_part(reader, element, part);
    } else if (element->space == ODT_STYLE && element->name == N_MASTER_PAGE) {
        start_master_page(reader, element);
    } else if (element->space == ODT_OFFICE) {
        switch (element->name) {
        case N_TEXT:
            reader->found_text = TRUE;
            odt_content_enter(reader->content, LAYER_BODY, NULL);
            break;
        case N_META:
        case N_SCRIPTS:
        case N_SETTINGS:
        case N_FORMS:
            xml_skip(element);
            break;
        default:
            odt_styles_start(reader->styles, element);
            break;
        }
    } else {
        odt_styles_start(reader->styles, element);
    }
}

/* Elements that open a text of the document; inside another they would be foreign, and are left out. */
static gboolean opens_text(guint space, guint name)
{
    return (space == ODT_OFFICE && name == N_TEXT) || page_part(space, name) != PAGE_PARTS;
}

static gboolean on_start(gpointer data, const XmlElement *element, GError **error)
{
    Reader *reader = data;

    if (!odt_content_is_open(reader->content)) {
        start_outside(reader, element);
        return TRUE;
    }
    if (opens_text(element->space, element->name)) {
        xml_skip(element);
        return TRUE;
    }
    return odt_content_start(reader->content, element, error);
}

static gboolean on_end(gpointer data, guint space, guint name, GError **error)
{
    Reader *reader = data;

    if (!odt_content_is_open(reader->content)) {
        if (space == ODT_STYLE && name == N_MASTER_PAGE)
            reader->page = NULL;
        odt_styles_end(reader->styles, space, name);
        return TRUE;
    }
    if (opens_text(space, name)) {
        odt_content_leave(reader->content);
        return TRUE;
    }
    return odt_content_end(reader->content, space, name, error);
}

static gboolean on_text(gpointer data, const char *text, gsize length, GError **error)
{
    Reader *reader = data;
    (void)error;

    if (odt_content_is_open(reader->content))
        odt_content_text(reader->content, text, length);
    return TRUE;
}

static const XmlHandler handler = {on_start, on_end, on_text};

static gboolean read_part(Reader *reader, GBytes *bytes, const char *part, GError **error)
{
    return xml_parse(bytes, part, &vocabulary, &handler, reader, reader->document->budget, error);
}

/* Styles only help; a document whose styles are damaged is still read. */
static gboolean is_forgivable(const GError *error)
{
    return g_error_matches(error, RASOAT_ERROR, RASOAT_ERROR_BAD_XML) ||
           g_error_matches(error, RASOAT_ERROR, RASOAT_ERROR_BAD_PACKAGE);
}

static gboolean read_styles(Reader *reader, Package *package, GError **error)
{
    static const char part[] = "styles.xml";
    g_autoptr(GError) cause = NULL;

    if (!package_has(package, part))
        return TRUE;
    g_autoptr(GBytes) bytes = package_read(package, part, &cause);
    if (bytes && read_part(reader, bytes, part, &cause)) {
        odt_styles_drop_automatic(reader->styles);
        return TRUE;
    }
    if (!is_forgivable(cause)) {
        g_propagate_error(error, g_steal_pointer(&cause));
        return FALSE;
    }
    document_warn(reader->document, WARNING_BROKEN_PART, part);
    /* What was left open in it must not swallow the body. */
    Document *document = reader->document;
    reader_clear(reader);
    reader_init(reader, document);
    return TRUE;
}

static gboolean read_content(Reader *reader, GBytes *bytes, const char *part, GError **error)
{
    if (!read_part(reader, bytes, part, error))
        return FALSE;
    if (!reader->found_text) {
        error_set_words(error, RASOAT_ERROR_MISSING_PART, part,
                        N_("phần này không có nội dung văn bản (office:text)"));
        return FALSE;
    }
    return add_headers_and_footers(reader, error);
}

gboolean odt_read(Package *package, Document *document, GError **error)
{
    static const char part[] = "content.xml";
    g_autoptr(GBytes) bytes = package_read(package, part, error);
    Reader reader;

    if (!bytes)
        return FALSE;
    reader_init(&reader, document);
    gboolean ok = read_styles(&reader, package, error) && read_content(&reader, bytes, part, error);
    reader_clear(&reader);
    return ok;
}

gboolean flat_odt_read(GBytes *bytes, Document *document, GError **error)
{
    Reader reader;

    reader_init(&reader, document);
    gboolean ok = read_content(&reader, bytes, "office:document", error);
    reader_clear(&reader);
    return ok;
}
