/* Secure SAX2 reading of one XML part with libxml2, for all readers. Any document type declaration is refused
 * (so no entity can be declared), nothing is fetched, libxml2's own ceilings stay on (never XML_PARSE_HUGE).
 * Names and namespaces come to the handler as small numbers of a vocabulary, compared by interned pointer:
 * no string is compared and nothing is allocated for an element. */
#ifndef RASOAT_READER_XML_H
#define RASOAT_READER_XML_H

#include <glib.h>

#include "base/limits.h"

enum {
    XML_OTHER = 0,            /* a name or namespace that the vocabulary does not list, or no namespace */
    XML_ANY_SPACE = G_MAXUINT /* for xml_attribute(): whatever the attribute's namespace */
};

/* A namespace; several URIs may stand for one number (transitional and strict OOXML). */
typedef struct {
    const char *uri;
    guint space; /* 1 and up */
} XmlSpace;

/* What a reader knows. Static data: names[0] is not used, name n is names[n]; each name once. */
typedef struct {
    const char *const *names;
    guint name_count; /* with the unused first */
    const XmlSpace *spaces;
    guint space_count;
} XmlVocabulary;

typedef struct XmlParser XmlParser;

/* An element's start. Lives during the callback only. */
typedef struct {
    guint space, name; /* numbers of the vocabulary, or XML_OTHER */
    guint attribute_count;
    const unsigned char **attributes; /* libxml2's five pointers for each */
    XmlParser *parser;
} XmlElement;

/* An attribute's value: not NUL-terminated, alive during the callback only; text is NULL when absent. */
typedef struct {
    const char *text;
    gsize length;
} XmlValue;

/* Callbacks return FALSE with *error set to stop the parse. Text may come in several pieces, CDATA too. */
typedef struct {
    gboolean (*start)(gpointer data, const XmlElement *element, GError **error);
    gboolean (*end)(gpointer data, guint space, guint name, GError **error);
    gboolean (*text)(gpointer data, const char *text, gsize length, GError **error);
} XmlHandler;

/* Parses bytes. part names the part in messages. Errors: BAD_XML (with line), DOCTYPE, LIMIT_DEPTH (libxml2
 * itself goes no deeper than 256), LIMIT_BYTES, LIMIT_TIME, and whatever the handler sets. */
gboolean xml_parse(GBytes *bytes, const char *part, const XmlVocabulary *vocabulary,
                   const XmlHandler *handler, gpointer data, const Budget *budget, GError **error);

/* The number of the element among all that begin in the part, from 1, those that were skipped counted too. */
guint xml_element_number(const XmlElement *element);

/* From a start callback: the handler hears nothing of the element's content, nor of its end. */
void xml_skip(const XmlElement *element);

/* The value of an attribute; space may be XML_ANY_SPACE. */
XmlValue xml_attribute(const XmlElement *element, guint space, guint name);

/* TRUE when the value is there and equals the literal. */
gboolean xml_value_is(XmlValue value, const char *literal);

/* The decimal number the value begins with, or fallback when it is absent or none. Clamped to ±2^31. */
gint64 xml_value_int(XmlValue value, gint64 fallback);

/* A copy owned by the caller; NULL when absent. */
char *xml_value_dup(XmlValue value);

#endif
