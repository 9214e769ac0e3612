/* Styles of an ODF text document: font faces (§16.23), default, common and automatic styles (§16.2, §16.4),
 * list styles (§16.30) and the outline style (§16.34) of ODF 1.3 part 3. Inheritance is resolved when a style
 * is first asked for. */
#include "reader/odt_styles.h"

#include <string.h>

#include "base/text_hash.h"
#include "document/document.h"

enum { MAX_INHERITANCE = 32 };

typedef struct {
    const char *name, *parent; /* parent NULL: none */
    OdtProperties properties;
    enum { UNRESOLVED, RESOLVING, RESOLVED } state;
    OdtFamily family;
} Style;

struct OdtStyles {
    GStringChunk *strings;
    GHashTable *fonts;                          /* name of a font face → LegacyEncoding */
    GHashTable *common[ODT_FAMILY_COUNT];       /* name → Style */
    GHashTable *automatic[ODT_FAMILY_COUNT];    /* name → Style */
    GHashTable *common_lists, *automatic_lists; /* name → OdtListStyle */
    OdtListStyle outline;
    OdtProperties paragraph_default;
    GString *key;       /* a name made NUL-terminated for look-up */
    gboolean in_common; /* inside office:styles */
    /* What the elements being read belong to; NULL when nothing of ours. */
    OdtProperties *current;
    OdtListStyle *list;
    OdtListLevel *level;
};

static const char *keep(OdtStyles *styles, XmlValue value)
{
    return g_string_chunk_insert_len(styles->strings, value.text, (gssize)value.length);
}

static const char *keep_or(OdtStyles *styles, XmlValue value, const char *fallback)
{
    return value.text ? keep(styles, value) : fallback;
}

static GHashTable *style_table(void)
{
    return g_hash_table_new_full(text_hash, g_str_equal, NULL, g_free);
}

OdtStyles *odt_styles_new(void)
{
    OdtStyles *styles = g_new0(OdtStyles, 1);
    styles->strings = g_string_chunk_new(8 * 1024);
    styles->fonts = g_hash_table_new(text_hash, g_str_equal);
    for (guint i = 0; i < ODT_FAMILY_COUNT; i++) {
        styles->common[i] = style_table();
        styles->automatic[i] = style_table();
    }
    styles->common_lists = style_table();
    styles->automatic_lists = style_table();
    styles->key = g_string_new(NULL);
    odt_list_style_init(&styles->outline);
    styles->paragraph_default.outline_level = BLOCK_NO_OUTLINE;
    return styles;
}

void odt_styles_free(OdtStyles *styles)
{
    if (!styles)
        return;
    for (guint i = 0; i < ODT_FAMILY_COUNT; i++) {
        g_hash_table_unref(styles->common[i]);
        g_hash_table_unref(styles->automatic[i]);
    }
    g_hash_table_unref(styles->common_lists);
    g_hash_table_unref(styles->automatic_lists);
    g_hash_table_unref(styles->fonts);
    g_string_chunk_free(styles->strings);
    g_string_free(styles->key, TRUE);
    g_free(styles);
}

void odt_styles_drop_automatic(OdtStyles *styles)
{
    for (guint i = 0; i < ODT_FAMILY_COUNT; i++)
        g_hash_table_remove_all(styles->automatic[i]);
    g_hash_table_remove_all(styles->automatic_lists);
}

void odt_properties_apply(OdtProperties *base, const OdtProperties *over)
{
    guint runs = over->set & ODT_RUN_FLAGS;

    base->run = (base->run & ~runs) | (over->run & runs);
    if (over->set & ODT_SET_FONT)
        base->legacy = over->legacy;
    if (over->set & ODT_SET_ALIGN)
        base->align = over->align;
    if (over->set & ODT_SET_OUTLINE)
        base->outline_level = over->outline_level;
    if (over->set & ODT_SET_MARGIN)
        base->margin = over->margin;
    if (over->set & ODT_SET_TEXT_INDENT)
        base->indent = over->indent;
    if (over->set & ODT_SET_LIST_STYLE)
        base->list_style = over->list_style;
    if (over->set & ODT_SET_MASTER_PAGE)
        base->master_page = over->master_page;
    base->set |= over->set;
}

/* Reading ------------------------------------------------------------------------------------------------ */

static void read_font_face(OdtStyles *styles, const XmlElement *element)
{
    XmlValue name = odt_attribute(element, N_NAME);
    g_autofree char *family = xml_value_dup(odt_attribute(element, N_FONT_FAMILY));

    if (!name.text)
        return;
    const char *kept = keep(styles, name);
    LegacyEncoding encoding = legacy_of_font(family ? family : kept);
    g_hash_table_insert(styles->fonts, (gpointer)kept, GUINT_TO_POINTER(encoding));
}

static LegacyEncoding font_encoding(OdtStyles *styles, XmlValue face, XmlValue family)
{
    gpointer known = NULL;
    XmlValue name = face.text ? face : family;

    g_string_truncate(styles->key, 0);
    g_string_append_len(styles->key, name.text, (gssize)name.length);
    if (face.text && g_hash_table_lookup_extended(styles->fonts, styles->key->str, NULL, &known))
        return (LegacyEncoding)GPOINTER_TO_UINT(known);
    return legacy_of_font(styles->key->str);
}

static void set_run(OdtProperties *properties, guint flag, gboolean on)
{
    properties->set |= flag;
    properties->run = on ? properties->run | flag : properties->run & ~flag;
}

static gboolean is_bold(XmlValue weight)
{
    return xml_value_is(weight, "bold") || xml_value_int(weight, 400) >= 600;
}

static void read_text_properties(OdtStyles *styles, const XmlElement *element)
{
    OdtProperties *properties = styles->current;
    XmlValue value;

    if ((value = odt_attribute(element, N_FONT_WEIGHT)).text)
        set_run(properties, ODT_SET_BOLD, is_bold(value));
    if ((value = odt_attribute(element, N_FONT_STYLE)).text)
        set_run(properties, ODT_SET_ITALIC, !xml_value_is(value, "normal"));
    if ((value = odt_attribute(element, N_TEXT_UNDERLINE_STYLE)).text)
        set_run(properties, ODT_SET_UNDERLINE, !xml_value_is(value, "none"));
    if ((value = odt_attribute(element, N_TEXT_LINE_THROUGH_STYLE)).text)
        set_run(properties, ODT_SET_STRIKE, !xml_value_is(value, "none"));
    if ((value = odt_attribute(element, N_TEXT_TRANSFORM)).text)
        set_run(properties, ODT_SET_CAPS, xml_value_is(value, "uppercase"));
    if ((value = odt_attribute(element, N_DISPLAY)).text)
        set_run(properties, ODT_SET_HIDDEN, xml_value_is(value, "none"));
    XmlValue face = odt_attribute(element, N_FONT_NAME), family = odt_attribute(element, N_FONT_FAMILY);
    if (face.text || family.text) {
        properties->set |= ODT_SET_FONT;
        properties->legacy = font_encoding(styles, face, family);
    }
}

static guint8 read_align(XmlValue value)
{
    if (xml_value_is(value, "center"))
        return ALIGN_CENTRE;
    if (xml_value_is(value, "end") || xml_value_is(value, "right"))
        return ALIGN_END;
    return xml_value_is(value, "justify") ? ALIGN_JUSTIFY : ALIGN_START;
}

static void read_paragraph_properties(OdtStyles *styles, const XmlElement *element)
{
    OdtProperties *properties = styles->current;
    XmlValue align = odt_attribute(element, N_TEXT_ALIGN);

    if (align.text) {
        properties->set |= ODT_SET_ALIGN;
        properties->align = read_align(align);
    }
    if (odt_read_length(odt_attribute(element, N_MARGIN_LEFT), &properties->margin))
        properties->set |= ODT_SET_MARGIN;
    if (odt_read_length(odt_attribute(element, N_TEXT_INDENT), &properties->indent))
        properties->set |= ODT_SET_TEXT_INDENT;
}

static gboolean read_family(const XmlElement *element, OdtFamily *family)
{
    XmlValue value = odt_attribute(element, N_FAMILY);

    if (xml_value_is(value, "paragraph"))
        *family = ODT_FAMILY_PARAGRAPH;
    else if (xml_value_is(value, "text"))
        *family = ODT_FAMILY_TEXT;
    else if (xml_value_is(value, "table"))
        *family = ODT_FAMILY_TABLE;
    else
        return FALSE;
    return TRUE;
}

static void read_style(OdtStyles *styles, const XmlElement *element)
{
    OdtFamily family;
    XmlValue name = odt_attribute(element, N_NAME), value;

    if (!name.text || !read_family(element, &family))
        return;
    Style *style = g_new0(Style, 1);
    style->name = keep(styles, name);
    style->family = family;
    style->parent = keep_or(styles, odt_attribute(element, N_PARENT_STYLE_NAME), NULL);
    OdtProperties *properties = &style->properties;
    if ((value = odt_attribute(element, N_LIST_STYLE_NAME)).text) {
        properties->set |= ODT_SET_LIST_STYLE;
        properties->list_style = keep(styles, value);
        if (!styles->in_common)
            properties->set |= ODT_SET_OWN_LIST;
    }
    if ((value = odt_attribute(element, N_DEFAULT_OUTLINE_LEVEL)).text) {
        gint64 level = xml_value_int(value, 0);
        properties->set |= ODT_SET_OUTLINE;
        properties->outline_level =
            level >= 1 && level <= ODT_LIST_LEVELS ? (guint8)(level - 1) : BLOCK_NO_OUTLINE;
    }
    if ((value = odt_attribute(element, N_MASTER_PAGE_NAME)).text && value.length > 0) {
        properties->set |= ODT_SET_MASTER_PAGE;
        properties->master_page = keep(styles, value);
    }
    g_hash_table_replace((styles->in_common ? styles->common : styles->automatic)[family],
                         (gpointer)style->name, style);
    styles->current = properties;
}

static void read_default_style(OdtStyles *styles, const XmlElement *element)
{
    OdtFamily family;
    if (read_family(element, &family) && family == ODT_FAMILY_PARAGRAPH)
        styles->current = &styles->paragraph_default;
}

/* List styles -------------------------------------------------------------------------------------------- */

static void read_list_style(OdtStyles *styles, const XmlElement *element)
{
    XmlValue name = odt_attribute(element, N_NAME);
    if (!name.text)
        return;
    styles->list = g_new0(OdtListStyle, 1);
    odt_list_style_init(styles->list);
    g_hash_table_replace(styles->in_common ? styles->common_lists : styles->automatic_lists,
                         (gpointer)keep(styles, name), styles->list);
}

static void start_style_element(OdtStyles *styles, const XmlElement *element)
{
    switch (element->name) {
    case N_FONT_FACE:
        read_font_face(styles, element);
        break;
    case N_STYLE:
        read_style(styles, element);
        break;
    case N_DEFAULT_STYLE:
        read_default_style(styles, element);
        break;
    case N_TEXT_PROPERTIES:
        if (styles->current)
            read_text_properties(styles, element);
        break;
    case N_PARAGRAPH_PROPERTIES:
        if (styles->current)
            read_paragraph_properties(styles, element);
        break;
    case N_LIST_LEVEL_PROPERTIES:
    case N_LIST_LEVEL_LABEL_ALIGNMENT:
        if (styles->level)
            odt_read_level_indent(styles->level, element);
        break;
    default:
        break;
    }
}

void odt_styles_start(OdtStyles *styles, const XmlElement *element)
{
    if (element->space == ODT_STYLE) {
        start_style_element(styles, element);
        return;
    }
    if (element->space == ODT_OFFICE && element->name == N_STYLES)
        styles->in_common = TRUE;
    if (element->space != ODT_TEXT)
        return;
    switch (element->name) {
    case N_LIST_STYLE:
        read_list_style(styles, element);
        break;
    case N_OUTLINE_STYLE:
        styles->list = &styles->outline;
        break;
    case N_LIST_LEVEL_STYLE_NUMBER:
    case N_LIST_LEVEL_STYLE_BULLET:
    case N_LIST_LEVEL_STYLE_IMAGE:
    case N_OUTLINE_LEVEL_STYLE:
        styles->level = odt_read_list_level(styles->list, styles->strings, element);
        break;
    default:
        break;
    }
}

void odt_styles_end(OdtStyles *styles, guint space, guint name)
{
    if (space == ODT_OFFICE && name == N_STYLES) {
        styles->in_common = FALSE;
    } else if (space == ODT_STYLE && (name == N_STYLE || name == N_DEFAULT_STYLE)) {
        styles->current = NULL;
    } else if (space == ODT_TEXT && (name == N_LIST_STYLE || name == N_OUTLINE_STYLE)) {
        styles->list = NULL;
        styles->level = NULL;
    }
}

/* Looking up --------------------------------------------------------------------------------------------- */

static Style *find_style(OdtStyles *styles, OdtFamily family, const char *name)
{
    Style *style = g_hash_table_lookup(styles->automatic[family], name);
    return style ? style : g_hash_table_lookup(styles->common[family], name);
}

/* Folds the parents in, outermost first. A parent that is still being resolved closes a circle: it counts for
 * nothing, as does what stands too deep. */
static void resolve(OdtStyles *styles, Style *style, guint depth)
{
    if (style->state != UNRESOLVED)
        return;
    style->state = RESOLVING;
    OdtProperties base = {.outline_level = BLOCK_NO_OUTLINE};
    Style *parent = NULL;
    /* An automatic style may have the name of its parent: parents are common styles. */
    if (style->parent && depth < MAX_INHERITANCE)
        parent = g_hash_table_lookup(styles->common[style->family], style->parent);
    if (parent)
        resolve(styles, parent, depth + 1);
    if (parent && parent->state == RESOLVED)
        base = parent->properties;
    else if (style->family == ODT_FAMILY_PARAGRAPH)
        base = styles->paragraph_default;
    odt_properties_apply(&base, &style->properties);
    style->properties = base;
    style->state = RESOLVED;
}

const OdtProperties *odt_styles_find(OdtStyles *styles, OdtFamily family, XmlValue name)
{
    Style *style = NULL;

    if (name.text) {
        g_string_truncate(styles->key, 0);
        g_string_append_len(styles->key, name.text, (gssize)name.length);
        style = find_style(styles, family, styles->key->str);
    }
    if (!style)
        return family == ODT_FAMILY_PARAGRAPH ? &styles->paragraph_default : NULL;
    resolve(styles, style, 0);
    return &style->properties;
}

const OdtListStyle *odt_styles_find_list(OdtStyles *styles, const char *name)
{
    const OdtListStyle *list = g_hash_table_lookup(styles->automatic_lists, name);
    return list ? list : g_hash_table_lookup(styles->common_lists, name);
}

const OdtListStyle *odt_styles_outline(const OdtStyles *styles)
{
    return &styles->outline;
}
