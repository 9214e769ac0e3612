/* Open lists and their items. */
#include "reader/odt_numbering.h"

#include "reader/odt_lists.h"

/* An open text:list (or text:numbered-paragraph) and its present item. */
typedef struct {
    const OdtListStyle *style; /* NULL: the paragraph's style says */
    OdtCounters *counters;
    guint level;
    gboolean continued, touched; /* goes on with earlier numbers; has had content */
    /* the item */
    gboolean due; /* its label is still to be shown */
    gint64 start; /* number it is given, or -1 */
    const OdtListStyle *override;
} OpenList;

struct OdtNumbering {
    OdtStyles *styles;
    OdtLists *lists;
    OdtCounters *outline;
    GArray *open; /* of OpenList, innermost last */
};

OdtNumbering *odt_numbering_new(OdtStyles *styles)
{
    OdtNumbering *numbering = g_new0(OdtNumbering, 1);
    numbering->styles = styles;
    numbering->lists = odt_lists_new();
    numbering->outline = odt_lists_by_id(numbering->lists, "");
    numbering->open = g_array_new(FALSE, FALSE, sizeof(OpenList));
    return numbering;
}

void odt_numbering_free(OdtNumbering *numbering)
{
    if (!numbering)
        return;
    odt_lists_free(numbering->lists);
    g_array_unref(numbering->open);
    g_free(numbering);
}

guint odt_numbering_depth(const OdtNumbering *numbering)
{
    return numbering->open->len;
}

static gboolean is_true(const XmlElement *element, guint name)
{
    return xml_value_is(odt_attribute(element, name), "true");
}

static OpenList *present_list(const OdtNumbering *numbering, guint floor)
{
    if (numbering->open->len <= floor)
        return NULL;
    return &g_array_index(numbering->open, OpenList, numbering->open->len - 1);
}

/* A heading's list may be named after the outline style itself. */
static const OdtListStyle *find_list_style(OdtNumbering *numbering, const char *name, OdtCounters **counters)
{
    const OdtListStyle *style = name ? odt_styles_find_list(numbering->styles, name) : NULL;
    if (!style && name && g_str_equal(name, "Outline")) {
        *counters = numbering->outline;
        return odt_styles_outline(numbering->styles);
    }
    return style;
}

static void start_top_list(OdtNumbering *numbering, const XmlElement *element, OpenList *list)
{
    g_autofree char *style = xml_value_dup(odt_attribute(element, N_STYLE_NAME));
    g_autofree char *id = xml_value_dup(odt_attribute(element, N_ID));
    g_autofree char *continues = xml_value_dup(odt_attribute(element, N_CONTINUE_LIST));
    OdtListStart start = {style, id, continues, is_true(element, N_CONTINUE_NUMBERING)};

    list->counters = odt_lists_begin(numbering->lists, &start, &list->continued);
    list->style = find_list_style(numbering, style, &list->counters);
}

/* A list in a list counts its level anew, unless it says otherwise or only leads a continued list back to
 * the level where it was left. */
static void start_sublist(OdtNumbering *numbering, const XmlElement *element, OpenList *outer, OpenList *list)
{
    XmlValue continues = odt_attribute(element, N_CONTINUE_NUMBERING);
    g_autofree char *style = xml_value_dup(odt_attribute(element, N_STYLE_NAME));

    *list = *outer;
    list->level = MIN(outer->level + 1, ODT_LIST_LEVELS - 1);
    if (style)
        list->style = find_list_style(numbering, style, &list->counters);
    list->continued = continues.text ? xml_value_is(continues, "true") : outer->continued && !outer->touched;
    if (!list->continued)
        odt_counters_restart(list->counters, list->level);
    outer->touched = TRUE;
    outer->due = FALSE; /* an item that begins with a list shows no label of its own */
}

void odt_numbering_start_list(OdtNumbering *numbering, const XmlElement *element, guint floor)
{
    OpenList *outer = present_list(numbering, floor);
    OpenList list = {.start = -1};

    if (outer)
        start_sublist(numbering, element, outer, &list);
    else
        start_top_list(numbering, element, &list);
    list.touched = list.due = FALSE;
    list.override = NULL;
    g_array_append_val(numbering->open, list);
}

void odt_numbering_end_list(OdtNumbering *numbering)
{
    g_array_set_size(numbering->open, numbering->open->len - 1);
}

void odt_numbering_start_item(OdtNumbering *numbering, const XmlElement *element, guint floor)
{
    OpenList *list = present_list(numbering, floor);
    if (!list)
        return;
    g_autofree char *override = xml_value_dup(odt_attribute(element, N_STYLE_OVERRIDE));

    list->due = element->name == N_LIST_ITEM;
    list->start = xml_value_int(odt_attribute(element, N_START_VALUE), -1);
    list->override = override ? odt_styles_find_list(numbering->styles, override) : NULL;
}

/* text:numbered-paragraph (§5.3.6): one paragraph as an item of a list named by its id. */
void odt_numbering_start_single(OdtNumbering *numbering, const XmlElement *element)
{
    g_autofree char *id = xml_value_dup(odt_attribute(element, N_LIST_ID));
    g_autofree char *style = xml_value_dup(odt_attribute(element, N_STYLE_NAME));
    OpenList list = {
        .counters = odt_lists_by_id(numbering->lists, id ? id : "numbered"),
        .level = (guint)CLAMP(xml_value_int(odt_attribute(element, N_LEVEL), 1), 1, ODT_LIST_LEVELS) - 1,
        .start = xml_value_int(odt_attribute(element, N_START_VALUE), -1),
        .due = TRUE,
    };

    list.style = find_list_style(numbering, style, &list.counters);
    g_array_append_val(numbering->open, list);
}

static void set_label(OdtParagraph *paragraph, const OdtCounters *counters, const OdtListStyle *style,
                      guint level, LegacyEncoding legacy)
{
    paragraph->label = odt_list_label(counters, style, level);
    if (!paragraph->label || legacy == LEGACY_NONE)
        return;
    char *decoded = legacy_decode(paragraph->label, -1, legacy);
    g_free(paragraph->label);
    paragraph->label = decoded;
}

/* The paragraph as part of a list's item: the first one of the item shows the label. */
static void number_item(OdtNumbering *numbering, OpenList *list, OdtParagraph *paragraph,
                        const OdtProperties *properties)
{
    const OdtListStyle *style = list->override ? list->override : list->style;

    paragraph->block.list_level = (guint8)list->level;
    list->touched = TRUE;
    if (!style && properties->list_style)
        style = find_list_style(numbering, properties->list_style, &list->counters);
    if (!style) { /* the default list style is the program's own: LibreOffice shows bullets */
        paragraph->label = list->due ? g_strdup("•") : NULL;
        list->due = FALSE;
        return;
    }
    const OdtListLevel *level = &style->levels[list->level];
    if (!(properties->set & ODT_SET_MARGIN))
        paragraph->block.indent = (gint16)CLAMP(level->margin + level->indent, G_MININT16, G_MAXINT16);
    if (!list->due)
        return;
    list->due = FALSE;
    odt_counters_next(list->counters, style, list->level, list->start);
    set_label(paragraph, list->counters, style, list->level, properties->legacy);
}

/* A heading outside lists: numbered by the outline style, unless its own style takes the number away. */
static void number_heading(OdtNumbering *numbering, const XmlElement *element, OdtParagraph *paragraph,
                           const OdtProperties *properties, guint level)
{
    const OdtListStyle *outline = odt_styles_outline(numbering->styles);

    if (is_true(element, N_IS_LIST_HEADER) || properties->set & ODT_SET_OWN_LIST)
        return;
    gint64 start = -1;
    if (is_true(element, N_RESTART_NUMBERING))
        start = xml_value_int(odt_attribute(element, N_START_VALUE), outline->levels[level].start);
    odt_counters_next(numbering->outline, outline, level, start);
    set_label(paragraph, numbering->outline, outline, level, properties->legacy);
    if (paragraph->label)
        paragraph->block.list_level = (guint8)level;
}

void odt_numbering_apply(OdtNumbering *numbering, const XmlElement *element, guint outline_level,
                         const OdtProperties *properties, OdtParagraph *paragraph, guint floor)
{
    OpenList *list = present_list(numbering, floor);

    if (list)
        number_item(numbering, list, paragraph, properties);
    else if (element->name == N_H)
        number_heading(numbering, element, paragraph, properties, outline_level);
}
