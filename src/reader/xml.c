/* Secure SAX2 reading over libxml2 (XML 1.0, Namespaces in XML 1.0). libxml2 interns every name and namespace
 * URI in the parser's dictionary, so a name's number is found by hashing its pointer once it has been looked
 * up. Names that a part does not have stay out of the dictionary: it looks up faster while it is small. */
#include "reader/xml.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "base/error.h"
#include "base/translate.h"
#include "base/xml_words.h"

/* NAME_BYTES: room for the distinct names of a part, ten times what documents use. libxml2 compares each
 * attribute of a tag with all before it, and without this a tag of a million attributes would take hours. */
enum { ATTRIBUTE_FIELDS = 5, TIME_CHECK_MASK = 1023, MANY_ATTRIBUTES = 500, NAME_BYTES = 64 * 1024 };
enum { POINTERS = 512, MOST_POINTERS = POINTERS / 2 };

typedef struct {
    const xmlChar *pointer;
    guint16 number;
} Slot;

/* What has been looked up; it forgets everything rather than fill up with what is no vocabulary. */
typedef struct {
    Slot slots[POINTERS];
    guint count;
} PointerMap;

typedef struct {
    guint16 space, name;
} OpenElement;

/* What is not well formed. */
typedef struct {
    int line;
    BilingualText texts; /* NULL: nothing yet */
} XmlFault;

struct XmlParser {
    xmlParserCtxt *context;
    const char *part;
    const XmlHandler *handler;
    gpointer data;
    const Budget *budget;
    const XmlVocabulary *vocabulary;
    const xmlChar **names; /* by number: as they are interned, or NULL while none was asked for */
    PointerMap name_map, space_map;
    const xmlChar *last_uri; /* one URI serves nearly all elements of a part */
    guint last_space;
    OpenElement *open; /* limits.xml_depth of them */
    guint depth;
    guint skip_depth; /* depth of the element being skipped; 0 when none */
    guint elements;
    GError *error;
    XmlFault fault; /* the first */
};

static guint pointer_slot(const xmlChar *pointer)
{
    guint64 hash = (guint64)(gsize)pointer * G_GUINT64_CONSTANT(0x9E3779B97F4A7C15);
    return (guint)(hash >> 40) & (POINTERS - 1);
}

/* The slot of a pointer; when it is not there, the free one for it. */
static inline Slot *map_slot(PointerMap *map, const xmlChar *pointer)
{
    guint i = pointer_slot(pointer);
    while (map->slots[i].pointer && map->slots[i].pointer != pointer)
        i = (i + 1) & (POINTERS - 1);
    return &map->slots[i];
}

static guint map_add(PointerMap *map, const xmlChar *pointer, guint number)
{
    if (map->count == MOST_POINTERS)
        *map = (PointerMap){0};
    *map_slot(map, pointer) = (Slot){pointer, (guint16)number};
    map->count++;
    return number;
}

static guint look_up_name(XmlParser *parser, const xmlChar *name)
{
    const XmlVocabulary *vocabulary = parser->vocabulary;
    for (guint i = 1; i < vocabulary->name_count; i++)
        if (*name == (guchar)*vocabulary->names[i] && xmlStrEqual(name, BAD_CAST vocabulary->names[i]))
            return map_add(&parser->name_map, name, i);
    return map_add(&parser->name_map, name, XML_OTHER);
}

static inline guint number_of_name(XmlParser *parser, const xmlChar *name)
{
    const Slot *slot = map_slot(&parser->name_map, name);
    return slot->pointer ? slot->number : look_up_name(parser, name);
}

static guint look_up_space(XmlParser *parser, const xmlChar *uri)
{
    const XmlVocabulary *vocabulary = parser->vocabulary;
    for (guint i = 0; i < vocabulary->space_count; i++)
        if (xmlStrEqual(uri, BAD_CAST vocabulary->spaces[i].uri))
            return map_add(&parser->space_map, uri, vocabulary->spaces[i].space);
    return map_add(&parser->space_map, uri, XML_OTHER);
}

static inline guint number_of_space(XmlParser *parser, const xmlChar *uri)
{
    const Slot *slot = map_slot(&parser->space_map, uri);
    return slot->pointer ? slot->number : look_up_space(parser, uri);
}

/* The pointer that every attribute of a name has; NULL, and the parse ends, when there is no memory for it:
 * attributes would be missed. */
static const xmlChar *intern_name(XmlParser *parser, guint name)
{
    parser->names[name] = xmlDictLookup(parser->context->dict, BAD_CAST parser->vocabulary->names[name], -1);
    if (!parser->names[name] && !parser->error) {
        error_set_words(&parser->error, RASOAT_ERROR_LIMIT_MEMORY, parser->part, N_("không đủ bộ nhớ"));
        xmlStopParser(parser->context);
    }
    return parser->names[name];
}

static guint space_of(XmlParser *parser, const xmlChar *uri)
{
    if (!uri)
        return XML_OTHER;
    if (uri != parser->last_uri) {
        parser->last_uri = uri;
        parser->last_space = number_of_space(parser, uri);
    }
    return parser->last_space;
}

static gboolean enter_element(XmlParser *parser, int attribute_count)
{
    if (parser->depth >= parser->budget->limits->xml_depth) {
        error_set_both(&parser->error, RASOAT_ERROR_LIMIT_DEPTH, NULL,
                       N_("%s, dòng %d: các thẻ lồng nhau quá %u tầng"), parser->part,
                       xmlSAX2GetLineNumber(parser->context), parser->budget->limits->xml_depth);
        return FALSE;
    }
    parser->depth++;
    if ((++parser->elements & TIME_CHECK_MASK) == 0 || attribute_count > MANY_ATTRIBUTES)
        return budget_check_time(parser->budget, &parser->error);
    return TRUE;
}

static void on_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int namespace_count, const xmlChar **namespaces, int attribute_count,
                     int defaulted_count, const xmlChar **attributes)
{
    XmlParser *parser = data;
    (void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted_count;

    if (parser->error)
        return;
    if (!enter_element(parser, attribute_count)) {
        xmlStopParser(parser->context);
        return;
    }
    if (parser->skip_depth)
        return;
    XmlElement element = {
        .space = space_of(parser, uri),
        .name = number_of_name(parser, name),
        .attribute_count = (guint)attribute_count,
        .attributes = attributes,
        .parser = parser,
    };
    parser->open[parser->depth - 1] = (OpenElement){(guint16)element.space, (guint16)element.name};
    if (!parser->handler->start(parser->data, &element, &parser->error))
        xmlStopParser(parser->context);
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    XmlParser *parser = data;
    (void)name, (void)prefix, (void)uri;

    if (parser->error)
        return;
    guint depth = parser->depth--;
    if (parser->skip_depth) {
        if (parser->skip_depth == depth)
            parser->skip_depth = 0;
        return;
    }
    OpenElement open = parser->open[depth - 1];
    if (!parser->handler->end(parser->data, open.space, open.name, &parser->error))
        xmlStopParser(parser->context);
}

static void on_text(void *data, const xmlChar *text, int length)
{
    XmlParser *parser = data;

    if (parser->error || parser->skip_depth)
        return;
    if (!parser->handler->text(parser->data, (const char *)text, (gsize)length, &parser->error))
        xmlStopParser(parser->context);
}

static void on_doctype(void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    XmlParser *parser = data;
    (void)name, (void)external, (void)system;

    if (parser->error)
        return;
    error_set_both(&parser->error, RASOAT_ERROR_DOCTYPE, NULL, N_("%s, dòng %d: có khai báo DOCTYPE"),
                   parser->part, xmlSAX2GetLineNumber(parser->context));
    xmlStopParser(parser->context);
}

/* The first one is kept, for those after it mostly come of it; nothing is printed. A full dictionary of names
 * counts as want of memory to libxml2, and goes by what comes of it. */
static void keep_first_error(void *data, xmlError *error)
{
    XmlParser *parser = data;

    if (error->level == XML_ERR_FATAL && error->code != XML_ERR_NO_MEMORY && !parser->fault.texts.vi)
        parser->fault = (XmlFault){error->line, xml_error_texts(error)};
}

/* Failures of decoding know no parser: they would go to standard error. */
static void ignore_message(void *data, const char *format, ...)
{
    (void)data, (void)format;
}

static void set_handlers(xmlParserCtxt *context, XmlParser *parser)
{
    *context->sax = (xmlSAXHandler){
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .internalSubset = on_doctype,
        .serror = keep_first_error,
    };
    context->userData = parser;
}

static void set_bad_xml(const XmlParser *parser, GError **error)
{
    const xmlError *last = xmlCtxtGetLastError(parser->context);

    if (last && last->code == XML_ERR_NO_MEMORY) {
        error_set_words(error, RASOAT_ERROR_LIMIT_MEMORY, parser->part, N_("không đủ bộ nhớ"));
        return;
    }
    if (!parser->fault.texts.vi) {
        error_set_words(error, RASOAT_ERROR_BAD_XML, parser->part, N_("XML sai cú pháp"));
        return;
    }
    BilingualText place = bilingual_format(N_("%s, dòng %d"), parser->part, parser->fault.line);
    bilingual_append(&place, ": ", &parser->fault.texts);
    error_set_texts(error, RASOAT_ERROR_BAD_XML, NULL, &place);
    bilingual_clear(&place);
}

static gboolean run(XmlParser *parser, GError **error)
{
    int status = xmlParseDocument(parser->context);

    if (parser->error) {
        g_propagate_error(error, g_steal_pointer(&parser->error));
        return FALSE;
    }
    if (status != 0 || !parser->context->wellFormed) {
        set_bad_xml(parser, error);
        return FALSE;
    }
    return TRUE;
}

gboolean xml_parse(GBytes *bytes, const char *part, const XmlVocabulary *vocabulary,
                   const XmlHandler *handler, gpointer data, const Budget *budget, GError **error)
{
    gsize size = 0;
    const char *text = g_bytes_get_data(bytes, &size);

    if (size > G_MAXINT) {
        error_set_words(error, RASOAT_ERROR_LIMIT_BYTES, part, N_("lớn hơn 2 GiB"));
        return FALSE;
    }
    xmlParserCtxt *context = size > 0 ? xmlCreateMemoryParserCtxt(text, (int)size) : NULL;
    if (!context) {
        error_set_words(error, size ? RASOAT_ERROR_LIMIT_MEMORY : RASOAT_ERROR_BAD_XML, part,
                        size ? N_("không đủ bộ nhớ") : N_("phần này trống"));
        return FALSE;
    }
    /* With no entity declared, NOENT only means that "&amp;" in an attribute arrives as "&". */
    xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_NOENT);
    XmlParser parser = {.context = context,
                        .part = part,
                        .handler = handler,
                        .data = data,
                        .budget = budget,
                        .vocabulary = vocabulary};
    xmlDictSetLimit(context->dict, NAME_BYTES);
    set_handlers(context, &parser);
    parser.names = g_new0(const xmlChar *, vocabulary->name_count);
    parser.open = g_new(OpenElement, MAX(budget->limits->xml_depth, 1));

    xmlGenericErrorFunc told = xmlGenericError; /* of this thread */
    void *told_data = xmlGenericErrorContext;
    xmlSetGenericErrorFunc(NULL, ignore_message);
    gboolean ok = run(&parser, error);
    xmlSetGenericErrorFunc(told_data, told);

    bilingual_clear(&parser.fault.texts);
    g_free(parser.open);
    g_free(parser.names);
    if (context->myDoc)
        xmlFreeDoc(context->myDoc);
    xmlFreeParserCtxt(context);
    return ok;
}

guint xml_element_number(const XmlElement *element)
{
    return element->parser->elements;
}

void xml_skip(const XmlElement *element)
{
    element->parser->skip_depth = element->parser->depth;
}

XmlValue xml_attribute(const XmlElement *element, guint space, guint name)
{
    XmlParser *parser = element->parser;
    const xmlChar *wanted = parser->names[name] ? parser->names[name] : intern_name(parser, name);

    for (guint i = 0; i < element->attribute_count; i++) {
        const xmlChar **field = element->attributes + (gsize)i * ATTRIBUTE_FIELDS;
        if (field[0] != wanted)
            continue;
        if (space != XML_ANY_SPACE && space != (field[2] ? number_of_space(parser, field[2]) : XML_OTHER))
            continue;
        return (XmlValue){(const char *)field[3], (gsize)(field[4] - field[3])};
    }
    return (XmlValue){NULL, 0};
}

gboolean xml_value_is(XmlValue value, const char *literal)
{
    return value.text && strlen(literal) == value.length && memcmp(value.text, literal, value.length) == 0;
}

gint64 xml_value_int(XmlValue value, gint64 fallback)
{
    const gint64 ceiling = G_GINT64_CONSTANT(1) << 31;
    gsize i = 0;
    gint64 number = 0;

    while (i < value.length && g_ascii_isspace(value.text[i]))
        i++;
    gboolean negative = i < value.length && value.text[i] == '-';
    if (i < value.length && (value.text[i] == '-' || value.text[i] == '+'))
        i++;
    if (i >= value.length || !g_ascii_isdigit(value.text[i]))
        return fallback;
    for (; i < value.length && g_ascii_isdigit(value.text[i]); i++)
        number = MIN(number * 10 + (value.text[i] - '0'), ceiling);
    return negative ? -number : number;
}

char *xml_value_dup(XmlValue value)
{
    return value.text ? g_strndup(value.text, value.length) : NULL;
}
