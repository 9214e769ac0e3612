/* Rules files read through libxml2's tree. Rules come with the program or from the user's own folder, yet the
 * parser is held as short as for documents: no network, no entities, no document type. */
#include "rules/xml_file.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "base/error.h"
#include "base/translate.h"
#include "base/xml_words.h"

/* What the parser has met with that ends a file. */
typedef struct {
    guint doctype_line; /* 0: there is none */
    int line;           /* of the first error; those after it mostly come of it */
    BilingualText error;
} Faults;

/* Called at a document type: nothing after it is worth reading. */
static void refuse_doctype(void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    xmlParserCtxt *parser = data;
    Faults *faults = parser->_private;

    (void)name, (void)external, (void)system;
    faults->doctype_line = (guint)xmlSAX2GetLineNumber(parser);
    xmlStopParser(parser);
}

static void keep_first_error(void *data, xmlError *error)
{
    Faults *faults = ((xmlParserCtxt *)data)->_private;

    if (error->level != XML_ERR_FATAL || faults->error.vi)
        return;
    faults->line = error->line;
    faults->error = xml_error_texts(error);
}

static void set_parse_error(const char *path, const Faults *faults, GError **error)
{
    g_autofree char *place = g_strdup_printf("%s:%d", path, MAX(faults->line, 1));

    if (faults->error.vi)
        error_set_texts(error, RASOAT_ERROR_RULES, place, &faults->error);
    else
        error_set_words(error, RASOAT_ERROR_RULES, place, N_("XML sai cú pháp"));
}

static xmlDoc *parse(const char *path, const char *bytes, gsize length, GError **error)
{
    /* NOENT only joins &amp; and the like with the text around them: nothing else can be declared. */
    const int options = XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES;
    xmlParserCtxt *parser = xmlNewParserCtxt();
    Faults faults = {0};

    if (!parser)
        g_error("out of memory");
    parser->_private = &faults;
    parser->sax->internalSubset = refuse_doctype;
    parser->sax->serror = keep_first_error;
    xmlDoc *doc = xmlCtxtReadMemory(parser, bytes, (int)length, path, NULL, options);
    if (faults.doctype_line) {
        g_autofree char *place = g_strdup_printf("%s:%u", path, faults.doctype_line);
        g_clear_pointer(&doc, xmlFreeDoc);
        error_set_words(error, RASOAT_ERROR_RULES, place,
                        N_("không được có khai báo DOCTYPE; hãy bỏ dòng ấy"));
    } else if (!doc) {
        set_parse_error(path, &faults, error);
    }
    bilingual_clear(&faults.error);
    xmlFreeParserCtxt(parser);
    return doc;
}

char *xml_file_bytes(const char *path, gsize *length, GError **error)
{
    g_autofree char *bytes = NULL;
    g_autoptr(GError) cause = NULL;

    if (g_file_test(path, G_FILE_TEST_EXISTS) && !g_file_test(path, G_FILE_TEST_IS_REGULAR)) {
        error_set_system(error, RASOAT_ERROR_IO, path, NOT_A_REGULAR_FILE);
        return NULL;
    }
    if (!g_file_get_contents(path, &bytes, length, &cause)) {
        error_set_system(error, RASOAT_ERROR_IO, path, error_cause(cause->message));
        return NULL;
    }
    if (*length > G_MAXINT) {
        error_set_words(error, RASOAT_ERROR_RULES, path, N_("tệp quy tắc quá lớn; hãy chia thành nhiều tệp"));
        return NULL;
    }
    return g_steal_pointer(&bytes);
}

XmlFile *xml_file_parse(const char *path, const char *bytes, gsize length, const char *root, GError **error)
{
    xmlDoc *doc = parse(path, bytes, length, error);

    if (!doc)
        return NULL;
    g_autoptr(XmlFile) file = g_new0(XmlFile, 1);
    file->path = g_strdup(path);
    file->doc = doc;
    const xmlNode *top = xml_file_root(file);
    if (root && !xml_is(top, root)) {
        xml_file_error(file, top, error, N_("phải là <%s>, đang là <%s>"), root, (const char *)top->name);
        return NULL;
    }
    return g_steal_pointer(&file);
}

XmlFile *xml_file_load(const char *path, const char *root, GError **error)
{
    gsize length;
    g_autofree char *bytes = xml_file_bytes(path, &length, error);

    return bytes ? xml_file_parse(path, bytes, length, root, error) : NULL;
}

void xml_file_free(XmlFile *file)
{
    if (!file)
        return;
    xmlFreeDoc(file->doc);
    g_free(file->path);
    g_free(file);
}

const xmlNode *xml_file_root(const XmlFile *file)
{
    return xmlDocGetRootElement(file->doc);
}

gboolean xml_file_error(const XmlFile *file, const xmlNode *node, GError **error, const char *text, ...)
{
    g_autofree char *place = g_strdup_printf("%s:%u", file->path, xml_line(node));
    va_list arguments;

    va_start(arguments, text);
    BilingualText texts = bilingual_format_list(text, arguments);
    va_end(arguments);
    error_set_texts(error, RASOAT_ERROR_RULES, place, &texts);
    bilingual_clear(&texts);
    return FALSE;
}

static const xmlNode *element_from(const xmlNode *node)
{
    while (node && node->type != XML_ELEMENT_NODE)
        node = node->next;
    return node;
}

const xmlNode *xml_first_element(const xmlNode *parent)
{
    return element_from(parent->children);
}

const xmlNode *xml_next_element(const xmlNode *node)
{
    return element_from(node->next);
}

guint xml_line(const xmlNode *node)
{
    return (guint)MAX(0, xmlGetLineNo(node));
}

gboolean xml_is(const xmlNode *node, const char *name)
{
    return g_str_equal((const char *)node->name, name);
}

/* Without entities (none can be declared) a value is one text node, or none when empty. */
static const char *attribute_value(const xmlAttr *attribute)
{
    return attribute->children ? (const char *)attribute->children->content : "";
}

const char *xml_file_attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
        if (g_str_equal((const char *)attribute->name, name))
            return attribute_value(attribute);
    return NULL;
}

const char *xml_attribute_required(const XmlFile *file, const xmlNode *node, const char *name, GError **error)
{
    const char *value = xml_file_attribute(node, name);

    if (value && *value)
        return value;
    xml_file_error(file, node, error, N_("thẻ <%s> cần có thuộc tính “%s”"), (const char *)node->name, name);
    return NULL;
}

gboolean xml_attribute_flag(const XmlFile *file, const xmlNode *node, const char *name, gboolean fallback,
                            gboolean *value, GError **error)
{
    const char *word = xml_file_attribute(node, name);

    if (!word) {
        *value = fallback;
        return TRUE;
    }
    *value = g_str_equal(word, "yes");
    if (*value || g_str_equal(word, "no"))
        return TRUE;
    return xml_file_error(file, node, error, N_("%s=\"%s\": phải là “yes” hoặc “no”"), name, word);
}

gboolean xml_check_attributes(const XmlFile *file, const xmlNode *node, const char *const *allowed,
                              GError **error)
{
    for (const xmlAttr *attribute = node->properties; attribute; attribute = attribute->next)
        if (!g_strv_contains(allowed, (const char *)attribute->name))
            return xml_file_error(file, node, error,
                                  N_("thẻ <%s> không có thuộc tính “%s”; sửa tên hoặc bỏ đi"),
                                  (const char *)node->name, (const char *)attribute->name);
    return TRUE;
}

gboolean xml_unknown_element(const XmlFile *file, const xmlNode *node, GError **error)
{
    const xmlNode *parent = node->parent && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;

    const char *name = (const char *)node->name;
    return parent ? xml_file_error(file, node, error, N_("trong <%s> không có thẻ <%s>; sửa tên hoặc bỏ đi"),
                                   (const char *)parent->name, name)
                  : xml_file_error(file, node, error, N_("không có thẻ <%s>; sửa tên hoặc bỏ đi"), name);
}

char *xml_text(const xmlNode *node)
{
    xmlChar *content = xmlNodeGetContent(node);
    gsize size = content ? strlen((const char *)content) : 0, length = 0;
    char *out = g_malloc(size + 1);

    for (gsize i = 0; i < size; i++) {
        char c = (char)content[i];
        if (!g_ascii_isspace(c))
            out[length++] = c;
        else if (length > 0 && out[length - 1] != ' ')
            out[length++] = ' ';
    }
    if (length > 0 && out[length - 1] == ' ')
        length--;
    out[length] = '\0';
    xmlFree(content);
    return out;
}
