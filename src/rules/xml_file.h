/* A rules file in memory: an XML tree whose every complaint names file and line. Rule files are plain XML 1.0
 * without a document type, namespaces or anything fetched from elsewhere. */
#ifndef RASOAT_RULES_XML_FILE_H
#define RASOAT_RULES_XML_FILE_H

#include <glib.h>
#include <libxml/tree.h>

typedef struct {
    char *path;  /* as given by the caller; begins every message */
    xmlDoc *doc; /* line numbers kept, CDATA sections merged into text */
} XmlFile;

/* Reads a file. Errors: IO; RULES for one that is too large. */
char *xml_file_bytes(const char *path, gsize *length, GError **error);

/* Parses the bytes of a file. Errors: RULES ("file:line: message") for XML that is not well-formed, for a
 * document type and for a root element other than root (NULL: any). */
XmlFile *xml_file_parse(const char *path, const char *bytes, gsize length, const char *root, GError **error);

/* Both. */
XmlFile *xml_file_load(const char *path, const char *root, GError **error);
void xml_file_free(XmlFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(XmlFile, xml_file_free)

const xmlNode *xml_file_root(const XmlFile *file);

/* Sets RASOAT_ERROR_RULES for a node, in both languages: "file:line: Vietnamese · English". text: marked for
 * the catalogue. Always FALSE, so that a caller can return it. */
gboolean xml_file_error(const XmlFile *file, const xmlNode *node, GError **error, const char *text, ...)
    G_GNUC_PRINTF(4, 5);

/* The first child element and the next sibling element; comments, text and instructions are passed over. */
const xmlNode *xml_first_element(const xmlNode *parent);
const xmlNode *xml_next_element(const xmlNode *node);
guint xml_line(const xmlNode *node);
gboolean xml_is(const xmlNode *node, const char *name);

/* The value of an attribute, or NULL when there is none; belongs to the file. */
const char *xml_file_attribute(const xmlNode *node, const char *name);
/* The same, where absence or emptiness is an error (NULL returned). */
const char *xml_attribute_required(const XmlFile *file, const xmlNode *node, const char *name,
                                   GError **error);
/* An attribute that says "yes" or "no"; fallback when absent. FALSE with an error for any other word. */
gboolean xml_attribute_flag(const XmlFile *file, const xmlNode *node, const char *name, gboolean fallback,
                            gboolean *value, GError **error);

/* An error for the first attribute that is not in allowed (NULL-terminated). */
gboolean xml_check_attributes(const XmlFile *file, const xmlNode *node, const char *const *allowed,
                              GError **error);
/* The error for an element that has no business here; always FALSE. */
gboolean xml_unknown_element(const XmlFile *file, const xmlNode *node, GError **error);

/* All text of an element, its ends trimmed and white space within made one space. Owned by the caller, never
 * NULL. */
char *xml_text(const xmlNode *node);

#endif
