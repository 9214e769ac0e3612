#include "reader/odt_list_styles.h"

#include <string.h>

enum { TWIPS_PER_INCH = 1440 };

void odt_list_style_init(OdtListStyle *list)
{
    for (guint i = 0; i < ODT_LIST_LEVELS; i++)
        list->levels[i] = (OdtListLevel){
            .format = NUMBER_NONE, .prefix = "", .suffix = "", .start = 1, .display_levels = 1};
}

gboolean odt_read_length(XmlValue value, gint *twips)
{
    static const struct {
        const char *unit;
        double twips;
    } units[] = {{"cm", TWIPS_PER_INCH / 2.54},
                 {"mm", TWIPS_PER_INCH / 25.4},
                 {"in", TWIPS_PER_INCH},
                 {"pt", 20},
                 {"pc", 240},
                 {"px", 15}};
    char text[32];
    char *end = NULL;

    if (!value.text || value.length >= sizeof text)
        return FALSE;
    memcpy(text, value.text, value.length);
    text[value.length] = '\0';
    double number = g_ascii_strtod(text, &end);
    if (end == text || !(number > -1e6 && number < 1e6))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(units); i++) {
        if (g_str_equal(end, units[i].unit)) {
            *twips = (gint)CLAMP(number * units[i].twips, -1e6, 1e6);
            return TRUE;
        }
    }
    return number == 0 && *end == '\0' ? (*twips = 0, TRUE) : FALSE;
}

static const char *keep(GStringChunk *strings, XmlValue value)
{
    return g_string_chunk_insert_len(strings, value.text, (gssize)value.length);
}

static const char *keep_or(GStringChunk *strings, XmlValue value, const char *fallback)
{
    return value.text ? keep(strings, value) : fallback;
}

/* style:num-format (§19.500); LibreOffice adds "01, 02, 03, ..." and "1st". */
static NumberFormat read_number_format(const XmlElement *element)
{
    XmlValue format = odt_attribute(element, N_NUM_FORMAT);
    gboolean repeated = xml_value_is(odt_attribute(element, N_NUM_LETTER_SYNC), "true");

    if (!format.text || format.length == 0)
        return NUMBER_NONE;
    switch (format.text[0]) {
    case 'i':
        return NUMBER_LOWER_ROMAN;
    case 'I':
        return NUMBER_UPPER_ROMAN;
    case 'a':
        return repeated ? NUMBER_LOWER_LETTER : NUMBER_LOWER_LETTER_26;
    case 'A':
        return repeated ? NUMBER_UPPER_LETTER : NUMBER_UPPER_LETTER_26;
    case '0':
        return NUMBER_DECIMAL_ZERO;
    default:
        return xml_value_is(format, "1st") ? NUMBER_ORDINAL : NUMBER_DECIMAL;
    }
}

/* Symbol fonts keep their bullets in the private use area: shown is what those glyphs look like. */
static const char *read_bullet(GStringChunk *strings, const XmlElement *element)
{
    XmlValue value = odt_attribute(element, N_BULLET_CHAR);
    if (!value.text || value.length == 0)
        return "•";
    const char *bullet = keep(strings, value);
    gunichar c = g_utf8_get_char(bullet);
    if (c < 0xF000 || c > 0xF0FF)
        return bullet;
    switch (c) {
    case 0xF02D:
    case 0xF0BE:
        return "-";
    case 0xF02B:
        return "+";
    case 0xF0A7:
        return "▪";
    case 0xF0D8:
        return "➢";
    case 0xF0FC:
        return "✓";
    default:
        return "•";
    }
}

OdtListLevel *odt_read_list_level(OdtListStyle *list, GStringChunk *strings, const XmlElement *element)
{
    gint64 number = xml_value_int(odt_attribute(element, N_LEVEL), 0);
    if (!list || number < 1 || number > ODT_LIST_LEVELS)
        return NULL;
    OdtListLevel *level = &list->levels[number - 1];
    gboolean numbered = element->name == N_LIST_LEVEL_STYLE_NUMBER || element->name == N_OUTLINE_LEVEL_STYLE;

    level->format = numbered ? read_number_format(element) : NUMBER_BULLET;
    level->bullet = numbered ? NULL : read_bullet(strings, element);
    level->prefix = keep_or(strings, odt_attribute(element, N_NUM_PREFIX), "");
    level->suffix = keep_or(strings, odt_attribute(element, N_NUM_SUFFIX), "");
    level->pattern = keep_or(strings, odt_attribute(element, N_NUM_LIST_FORMAT), NULL);
    level->start = xml_value_int(odt_attribute(element, N_START_VALUE), 1);
    level->display_levels =
        (guint)CLAMP(xml_value_int(odt_attribute(element, N_DISPLAY_LEVELS), 1), 1, number);
    return level;
}

void odt_read_level_indent(OdtListLevel *level, const XmlElement *element)
{
    if (element->name == N_LIST_LEVEL_PROPERTIES) {
        odt_read_length(odt_attribute(element, N_SPACE_BEFORE), &level->margin);
        return;
    }
    odt_read_length(odt_attribute(element, N_MARGIN_LEFT), &level->margin);
    odt_read_length(odt_attribute(element, N_TEXT_INDENT), &level->indent);
}
