/* Styles (ECMA-376 part 1 §17.7) and theme fonts (§20.1.4.1.16 ff). */
#include "reader/docx_styles.h"

#include <string.h>

#include "base/text_hash.h"
#include "document/document.h"

enum { STATE_OWN, STATE_RESOLVING, STATE_RESOLVED };

static void style_free(gpointer data)
{
    DocxStyle *style = data;
    g_free(style->id);
    g_free(style->based_on);
    g_free(style);
}

DocxStyles *docx_styles_new(void)
{
    DocxStyles *styles = g_new0(DocxStyles, 1);
    styles->styles = g_hash_table_new_full(text_hash, g_str_equal, NULL, style_free);
    styles->theme = (ThemeFonts){FONT_PLAIN, FONT_PLAIN};
    return styles;
}

void docx_styles_free(DocxStyles *styles)
{
    if (!styles)
        return;
    g_hash_table_unref(styles->styles);
    g_free(styles);
}

/* --- theme --- */

typedef struct {
    DocxStyles *styles;
    guint collection; /* DOCX_MAJOR_FONT, DOCX_MINOR_FONT or 0 */
} ThemeReader;

static gboolean theme_start(gpointer data, const XmlElement *element, GError **error)
{
    ThemeReader *reader = data;
    (void)error;
    if (element->space != SPACE_DRAWING)
        return TRUE;
    if (element->name == DOCX_MAJOR_FONT || element->name == DOCX_MINOR_FONT) {
        reader->collection = element->name;
    } else if (element->name == DOCX_LATIN && reader->collection) {
        FontKind kind = font_kind(xml_attribute(element, XML_OTHER, DOCX_TYPEFACE));
        if (reader->collection == DOCX_MAJOR_FONT)
            reader->styles->theme.major = kind;
        else
            reader->styles->theme.minor = kind;
    }
    return TRUE;
}

static gboolean theme_end(gpointer data, guint space, guint name, GError **error)
{
    ThemeReader *reader = data;
    (void)space, (void)error;
    if (name == reader->collection)
        reader->collection = 0;
    return TRUE;
}

static gboolean ignore_text(gpointer data, const char *text, gsize length, GError **error)
{
    (void)data, (void)text, (void)length, (void)error;
    return TRUE;
}

gboolean docx_theme_read(DocxStyles *styles, GBytes *bytes, const char *part, const Budget *budget,
                         GError **error)
{
    static const XmlHandler handler = {theme_start, theme_end, ignore_text};
    ThemeReader reader = {styles, 0};
    return xml_parse(bytes, part, &docx_vocabulary, &handler, &reader, budget, error);
}

/* --- styles.xml --- */

typedef struct {
    DocxStyles *styles;
    DocxStyle *style; /* being read; NULL in docDefaults */
    RunProps *run;    /* where rPr and pPr go; NULL outside */
    ParaProps *para;
    gboolean in_run;
} StylesReader;

static StyleType style_type(XmlValue type)
{
    if (xml_value_is(type, "character"))
        return STYLE_CHARACTER;
    if (xml_value_is(type, "numbering"))
        return STYLE_NUMBERING;
    if (xml_value_is(type, "table"))
        return STYLE_TABLE;
    return STYLE_PARAGRAPH;
}

static gboolean is_true(XmlValue value)
{
    return xml_value_is(value, "1") || xml_value_is(value, "true") || xml_value_is(value, "on");
}

static void begin_style(StylesReader *reader, const XmlElement *element)
{
    g_autofree char *id = xml_value_dup(xml_attribute(element, SPACE_W, DOCX_STYLE_ID));
    if (!id || g_hash_table_contains(reader->styles->styles, id))
        return; /* nobody can refer to it */
    DocxStyle *style = g_new0(DocxStyle, 1);
    style->id = g_steal_pointer(&id);
    style->type = style_type(xml_attribute(element, SPACE_W, DOCX_TYPE));
    style->list_level = -1;
    g_hash_table_insert(reader->styles->styles, style->id, style);
    if (style->type == STYLE_PARAGRAPH && is_true(xml_attribute(element, SPACE_W, DOCX_DEFAULT)))
        reader->styles->default_paragraph = style;
    reader->style = style;
    reader->run = &style->run;
    reader->para = &style->para;
}

/* A built-in heading has its level by its name, should the style not say it. */
static void take_name(DocxStyle *style, XmlValue name)
{
    if (name.length == 9 && g_ascii_strncasecmp(name.text, "heading ", 8) == 0 && name.text[8] >= '1' &&
        name.text[8] <= '9' && !(style->para.set & PARA_OUTLINE)) {
        style->para.outline = (guint8)(name.text[8] - '1');
        style->para.set |= PARA_OUTLINE;
    }
}

static gboolean styles_start(gpointer data, const XmlElement *element, GError **error)
{
    StylesReader *reader = data;
    (void)error;
    if (element->space != SPACE_W)
        return TRUE;
    switch (element->name) {
    case DOCX_LATENT_STYLES:
    case DOCX_TBL_STYLE_PR:
    case DOCX_TBL_PR:
    case DOCX_TR_PR:
    case DOCX_TC_PR:
    case DOCX_R_PR_CHANGE:
    case DOCX_P_PR_CHANGE:
        xml_skip(element);
        return TRUE;
    case DOCX_DOC_DEFAULTS:
        reader->run = &reader->styles->run_defaults;
        reader->para = &reader->styles->para_defaults;
        return TRUE;
    case DOCX_STYLE:
        begin_style(reader, element);
        return TRUE;
    case DOCX_R_PR:
        reader->in_run = TRUE;
        return TRUE;
    case DOCX_BASED_ON:
        if (reader->style && !reader->style->based_on)
            reader->style->based_on = xml_value_dup(docx_val(element));
        return TRUE;
    case DOCX_NAME:
        if (reader->style && reader->style->type == STYLE_PARAGRAPH)
            take_name(reader->style, docx_val(element));
        return TRUE;
    default:
        break;
    }
    if (reader->in_run && reader->run)
        run_props_take(reader->run, element, &reader->styles->theme);
    else if (reader->para)
        para_props_take(reader->para, element);
    return TRUE;
}

static gboolean styles_end(gpointer data, guint space, guint name, GError **error)
{
    StylesReader *reader = data;
    (void)error;
    if (space != SPACE_W)
        return TRUE;
    if (name == DOCX_R_PR) {
        reader->in_run = FALSE;
    } else if (name == DOCX_STYLE || name == DOCX_DOC_DEFAULTS) {
        if (reader->style)
            reader->style->own_level = (reader->style->para.set & PARA_LEVEL) != 0;
        reader->style = NULL;
        reader->run = NULL;
        reader->para = NULL;
    }
    return TRUE;
}

gboolean docx_styles_read(DocxStyles *styles, GBytes *bytes, const char *part, const Budget *budget,
                          GError **error)
{
    static const XmlHandler handler = {styles_start, styles_end, ignore_text};
    StylesReader reader = {.styles = styles};
    return xml_parse(bytes, part, &docx_vocabulary, &handler, &reader, budget, error);
}

/* --- inheritance --- */

enum { CHAIN_LIMIT = 64 }; /* far beyond any real chain; keeps the recursion shallow */

static DocxStyle *resolve(DocxStyles *styles, DocxStyle *style, guint depth)
{
    if (style->state != STATE_OWN)
        return style;
    style->state = STATE_RESOLVING;
    DocxStyle *base = style->based_on ? g_hash_table_lookup(styles->styles, style->based_on) : NULL;
    gboolean cycle = base && base->state == STATE_RESOLVING;
    if (base && !cycle && base->type == style->type && depth < CHAIN_LIMIT) {
        resolve(styles, base, depth + 1);
        run_props_inherit(&style->run, &base->run);
        para_props_inherit(&style->para, &base->para);
        style->base = base;
    }
    style->state = STATE_RESOLVED;
    return style;
}

DocxStyle *docx_styles_find(DocxStyles *styles, StyleType type, XmlValue id)
{
    char key[256];
    DocxStyle *style = NULL;
    if (id.text && id.length < sizeof key) {
        memcpy(key, id.text, id.length);
        key[id.length] = '\0';
        style = g_hash_table_lookup(styles->styles, key);
    }
    if (style && style->type != type)
        style = NULL;
    if (!style && type == STYLE_PARAGRAPH)
        style = styles->default_paragraph;
    return style ? resolve(styles, style, 0) : NULL;
}

/* §17.7.3: a toggle that the defaults turn on is on; else paragraph and character style cancel each other
 * out; what the run itself says wins. Underline is no toggle. */
RunLook docx_run_look(const DocxStyles *styles, const DocxStyle *paragraph, const DocxStyle *character,
                      const RunProps *direct)
{
    static const RunProps none;
    const RunProps *in_paragraph = paragraph ? &paragraph->run : &none;
    const RunProps *in_character = character ? &character->run : &none;

    guint8 toggles = (guint8)((in_paragraph->on ^ in_character->on) | styles->run_defaults.on);
    RunProps nearest = *direct;
    run_props_inherit(&nearest, in_character);
    run_props_inherit(&nearest, in_paragraph);
    run_props_inherit(&nearest, &styles->run_defaults);

    guint8 on = (guint8)((direct->on & direct->set) | (toggles & ~direct->set));
    on = (guint8)((on & ~RUN_UNDERLINE) | (nearest.on & RUN_UNDERLINE));
    return (RunLook){
        .on = on,
        .font = nearest.hansi != FONT_UNSET ? nearest.hansi : nearest.ascii,
    };
}
