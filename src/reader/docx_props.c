/* Reading of run and paragraph properties (ECMA-376 part 1 §17.3.1, §17.3.2). */
#include "reader/docx_props.h"

#include <string.h>

#include "document/document.h"

enum { INDENT_LIMIT = 31680 }; /* 22 inches, as far as Word lets a ruler go */

FontKind font_kind(XmlValue name)
{
    static const struct {
        const char *name;
        FontKind kind;
    } symbol_fonts[] = {
        {"Symbol", FONT_SYMBOL},           {"Wingdings", FONT_WINGDINGS}, {"Wingdings 2", FONT_WINGDINGS_2},
        {"Wingdings 3", FONT_WINGDINGS_3}, {"Webdings", FONT_WEBDINGS},
    };
    char text[64];
    if (name.length == 0 || name.length >= sizeof text)
        return name.length == 0 ? FONT_UNSET : FONT_PLAIN;
    memcpy(text, name.text, name.length);
    text[name.length] = '\0';
    for (gsize i = 0; i < G_N_ELEMENTS(symbol_fonts); i++) {
        if (g_ascii_strcasecmp(text, symbol_fonts[i].name) == 0)
            return symbol_fonts[i].kind;
    }
    switch (legacy_of_font(text)) {
    case LEGACY_TCVN3:
        return FONT_TCVN3;
    case LEGACY_TCVN3_CAPITALS:
        return FONT_TCVN3_CAPITALS;
    case LEGACY_VNI:
        return FONT_VNI;
    case LEGACY_NONE:
        break;
    }
    return FONT_PLAIN;
}

LegacyEncoding font_encoding(FontKind kind)
{
    switch (kind) {
    case FONT_TCVN3:
        return LEGACY_TCVN3;
    case FONT_TCVN3_CAPITALS:
        return LEGACY_TCVN3_CAPITALS;
    case FONT_VNI:
        return LEGACY_VNI;
    default:
        return LEGACY_NONE;
    }
}

/* Most files name a handful of ordinary fonts in every run: those are told by their first letter. */
static FontKind font_kind_quick(XmlValue name)
{
    if (name.length > 0 && !strchr(".vVsSwW\"'", name.text[0]))
        return FONT_PLAIN;
    return font_kind(name);
}

static FontKind theme_font(XmlValue reference, const ThemeFonts *theme)
{
    if (reference.length >= 5 && memcmp(reference.text, "major", 5) == 0)
        return theme->major;
    return theme->minor;
}

/* A theme reference wins over a name beside it (§17.3.2.26). */
static void take_fonts(RunProps *props, const XmlElement *element, const ThemeFonts *theme)
{
    XmlValue value = xml_attribute(element, SPACE_W, DOCX_ASCII_THEME);
    if (value.text)
        props->ascii = (guint8)theme_font(value, theme);
    else if ((value = xml_attribute(element, SPACE_W, DOCX_ASCII)).text)
        props->ascii = (guint8)font_kind_quick(value);

    value = xml_attribute(element, SPACE_W, DOCX_H_ANSI_THEME);
    if (value.text)
        props->hansi = (guint8)theme_font(value, theme);
    else if ((value = xml_attribute(element, SPACE_W, DOCX_H_ANSI)).text)
        props->hansi = (guint8)font_kind_quick(value);
}

static void set_flag(RunProps *props, guint8 flag, gboolean on)
{
    props->set |= flag;
    props->on = (guint8)(on ? props->on | flag : props->on & ~flag);
}

gboolean run_props_take(RunProps *props, const XmlElement *element, const ThemeFonts *theme)
{
    if (element->space != SPACE_W)
        return FALSE;
    switch (element->name) {
    case DOCX_B:
        set_flag(props, RUN_BOLD, docx_on(element));
        return TRUE;
    case DOCX_I:
        set_flag(props, RUN_ITALIC, docx_on(element));
        return TRUE;
    case DOCX_CAPS:
        set_flag(props, RUN_CAPS, docx_on(element));
        return TRUE;
    case DOCX_STRIKE:
    case DOCX_DSTRIKE:
        set_flag(props, RUN_STRIKE, docx_on(element));
        return TRUE;
    case DOCX_VANISH:
        set_flag(props, RUN_HIDDEN, docx_on(element));
        return TRUE;
    case DOCX_U:
        set_flag(props, RUN_UNDERLINE, !xml_value_is(docx_val(element), "none"));
        return TRUE;
    case DOCX_R_FONTS:
        take_fonts(props, element, theme);
        return TRUE;
    default:
        return FALSE;
    }
}

static Align align_of(XmlValue value)
{
    if (xml_value_is(value, "center"))
        return ALIGN_CENTRE;
    if (xml_value_is(value, "right") || xml_value_is(value, "end"))
        return ALIGN_END;
    if (xml_value_is(value, "both") || xml_value_is(value, "distribute"))
        return ALIGN_JUSTIFY;
    return ALIGN_START;
}

static gint32 twips(XmlValue value)
{
    return (gint32)CLAMP(xml_value_int(value, 0), -INDENT_LIMIT, INDENT_LIMIT);
}

static void take_indent(ParaProps *props, const XmlElement *element)
{
    XmlValue left = xml_attribute(element, SPACE_W, DOCX_LEFT);
    if (!left.text)
        left = xml_attribute(element, SPACE_W, DOCX_START);
    if (left.text) {
        props->left = twips(left);
        props->set |= PARA_LEFT;
    }
    XmlValue hanging = xml_attribute(element, SPACE_W, DOCX_HANGING);
    XmlValue first = xml_attribute(element, SPACE_W, DOCX_FIRST_LINE);
    if (hanging.text || first.text) {
        props->first = hanging.text ? -twips(hanging) : twips(first);
        props->set |= PARA_FIRST;
    }
}

gboolean para_props_take(ParaProps *props, const XmlElement *element)
{
    if (element->space != SPACE_W)
        return FALSE;
    switch (element->name) {
    case DOCX_NUM_ID:
        props->num_id = (gint32)xml_value_int(docx_val(element), 0);
        props->set |= PARA_NUM_ID;
        return TRUE;
    case DOCX_ILVL:
        props->level = (gint32)xml_value_int(docx_val(element), 0);
        props->set |= PARA_LEVEL;
        return TRUE;
    case DOCX_OUTLINE_LVL: {
        gint64 level = xml_value_int(docx_val(element), BLOCK_NO_OUTLINE);
        props->outline = (guint8)(level >= 0 && level <= 8 ? level : BLOCK_NO_OUTLINE);
        props->set |= PARA_OUTLINE;
        return TRUE;
    }
    case DOCX_JC:
        props->align = (guint8)align_of(docx_val(element));
        props->set |= PARA_ALIGN;
        return TRUE;
    case DOCX_IND:
        take_indent(props, element);
        return TRUE;
    default:
        return FALSE;
    }
}

void run_props_inherit(RunProps *props, const RunProps *below)
{
    props->on = (guint8)(props->on | (below->on & ~props->set));
    props->set |= below->set;
    if (props->ascii == FONT_UNSET)
        props->ascii = below->ascii;
    if (props->hansi == FONT_UNSET)
        props->hansi = below->hansi;
}

void para_props_inherit(ParaProps *props, const ParaProps *below)
{
    guint8 take = (guint8)(below->set & ~props->set);
    if (take & PARA_NUM_ID)
        props->num_id = below->num_id;
    if (take & PARA_LEVEL)
        props->level = below->level;
    if (take & PARA_OUTLINE)
        props->outline = below->outline;
    if (take & PARA_ALIGN)
        props->align = below->align;
    if (take & PARA_LEFT)
        props->left = below->left;
    if (take & PARA_FIRST)
        props->first = below->first;
    props->set |= take;
}
