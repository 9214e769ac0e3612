/* Relationships of a DOCX package (ECMA-376 part 2). */
#include "reader/docx_parts.h"

#include <string.h>

#include "base/error.h"
#include "base/text_hash.h"
#include "base/translate.h"
#include "reader/docx_names.h"

#define MAIN_CONTENT_TYPE "main+xml"

static void relationship_free(gpointer data)
{
    DocxRelationship *relationship = data;
    g_free(relationship->type);
    g_free(relationship->target);
    g_free(relationship);
}

void docx_parts_free(DocxParts *parts)
{
    if (!parts)
        return;
    g_free(parts->main);
    g_hash_table_unref(parts->by_id);
    g_free(parts);
}

/* Resolves a target against the folder of its source part ("word/"), dot segments taken out. */
static char *resolve_target(const char *folder, const char *target)
{
    g_autofree char *path = target[0] == '/' ? g_strdup(target + 1) : g_strconcat(folder, target, NULL);
    g_auto(GStrv) segments = g_strsplit(path, "/", -1);
    g_autoptr(GPtrArray) kept = g_ptr_array_new();
    for (char **segment = segments; *segment; segment++) {
        if (strcmp(*segment, "..") == 0 && kept->len > 0)
            g_ptr_array_set_size(kept, (gint)kept->len - 1);
        else if (**segment && strcmp(*segment, ".") != 0 && strcmp(*segment, "..") != 0)
            g_ptr_array_add(kept, *segment);
    }
    g_ptr_array_add(kept, NULL);
    g_autofree char *joined = g_strjoinv("/", (char **)kept->pdata);
    char *name = g_uri_unescape_string(joined, NULL);
    return name ? name : g_steal_pointer(&joined);
}

/* The folder of a part, with its slash; "" at the root. */
static char *folder_of(const char *part)
{
    const char *slash = strrchr(part, '/');
    return slash ? g_strndup(part, (gsize)(slash - part) + 1) : g_strdup("");
}

typedef struct {
    const char *folder;
    GHashTable *by_id;
    guint seen;          /* relationships */
    char *main_override; /* from [Content_Types].xml */
} PartsReader;

static void take_relationship(PartsReader *reader, const XmlElement *element)
{
    char *id = xml_value_dup(xml_attribute(element, XML_OTHER, DOCX_RELATIONSHIP_ID));
    g_autofree char *type = xml_value_dup(xml_attribute(element, XML_OTHER, DOCX_TYPE_OF_RELATIONSHIP));
    g_autofree char *target = xml_value_dup(xml_attribute(element, XML_OTHER, DOCX_TARGET));
    if (!id || !type || !target) {
        g_free(id);
        return;
    }
    const char *segment = strrchr(type, '/');
    DocxRelationship *relationship = g_new0(DocxRelationship, 1);
    relationship->place = reader->seen++;
    relationship->type = g_strdup(segment ? segment + 1 : type);
    relationship->external = xml_value_is(xml_attribute(element, XML_OTHER, DOCX_TARGET_MODE), "External");
    relationship->target = relationship->external ? g_strdup(target) : resolve_target(reader->folder, target);
    g_hash_table_replace(reader->by_id, id, relationship);
}

static gboolean parts_start(gpointer data, const XmlElement *element, GError **error)
{
    PartsReader *reader = data;
    (void)error;
    if (element->space == SPACE_PACKAGE && element->name == DOCX_RELATIONSHIP) {
        take_relationship(reader, element);
    } else if (element->space == SPACE_TYPES && element->name == DOCX_OVERRIDE && !reader->main_override) {
        XmlValue type = xml_attribute(element, XML_OTHER, DOCX_CONTENT_TYPE);
        gsize tail = strlen(MAIN_CONTENT_TYPE);
        if (type.length >= tail && memcmp(type.text + type.length - tail, MAIN_CONTENT_TYPE, tail) == 0)
            reader->main_override = xml_value_dup(xml_attribute(element, XML_OTHER, DOCX_PART_NAME));
    }
    return TRUE;
}

static gboolean parts_end(gpointer data, guint space, guint name, GError **error)
{
    (void)data, (void)space, (void)name, (void)error;
    return TRUE;
}

static gboolean parts_text(gpointer data, const char *text, gsize length, GError **error)
{
    (void)data, (void)text, (void)length, (void)error;
    return TRUE;
}

static gboolean read_part(PartsReader *reader, Package *package, const char *name, const Budget *budget,
                          GError **error)
{
    static const XmlHandler handler = {parts_start, parts_end, parts_text};
    if (!package_has(package, name))
        return TRUE;
    g_autoptr(GBytes) bytes = package_read(package, name, error);
    return bytes && xml_parse(bytes, name, &docx_vocabulary, &handler, reader, budget, error);
}

static GHashTable *relationships_new(void)
{
    return text_table_new(relationship_free);
}

/* The target of the first one of a type that the part has. */
static const char *find_type(GHashTable *by_id, const char *type)
{
    const DocxRelationship *first = NULL;
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init(&iter, by_id);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const DocxRelationship *relationship = value;
        if (!relationship->external && strcmp(relationship->type, type) == 0 &&
            (!first || relationship->place < first->place))
            first = relationship;
    }
    return first ? first->target : NULL;
}

static char *find_main_part(Package *package, const Budget *budget, GError **error)
{
    g_autoptr(GHashTable) of_package = relationships_new();
    PartsReader reader = {.folder = "", .by_id = of_package};
    if (!read_part(&reader, package, "_rels/.rels", budget, error))
        return NULL;
    const char *main_part = find_type(of_package, "officeDocument");
    if (main_part && package_has(package, main_part))
        return g_strdup(main_part);

    gboolean read = read_part(&reader, package, "[Content_Types].xml", budget, error);
    g_autofree char *override = reader.main_override;
    if (!read)
        return NULL;
    g_autofree char *name = override ? resolve_target("", override) : NULL;
    if (name && package_has(package, name))
        return g_steal_pointer(&name);
    error_set_words(error, RASOAT_ERROR_MISSING_PART, NULL, N_("gói tệp không chứa phần văn bản chính"));
    return NULL;
}

DocxParts *docx_parts_new(Package *package, const Budget *budget, GError **error)
{
    g_autofree char *main_part = find_main_part(package, budget, error);
    if (!main_part)
        return NULL;
    g_autoptr(DocxParts) parts = g_new0(DocxParts, 1);
    parts->by_id = relationships_new();
    parts->main = g_steal_pointer(&main_part);

    g_autofree char *folder = folder_of(parts->main);
    g_autofree char *rels = g_strconcat(folder, "_rels/", parts->main + strlen(folder), ".rels", NULL);
    PartsReader reader = {.folder = folder, .by_id = parts->by_id};
    if (!read_part(&reader, package, rels, budget, error))
        return NULL;
    return g_steal_pointer(&parts);
}

const DocxRelationship *docx_parts_by_id(const DocxParts *parts, XmlValue id)
{
    g_autofree char *key = xml_value_dup(id);
    return key ? g_hash_table_lookup(parts->by_id, key) : NULL;
}

const char *docx_parts_by_type(const DocxParts *parts, const char *type)
{
    return find_type(parts->by_id, type);
}
