/* List definitions and counters (ECMA-376 part 1 §17.9). */
#include "reader/docx_numbering.h"

#include <string.h>

#include "reader/docx_symbols.h"

enum { LINK_LIMIT = 8 }; /* numStyleLink → style → list → …: cuts cycles */

typedef struct {
    DocxLevel levels[LIST_LEVELS];
    char *num_style_link;
    gint64 counters[LIST_LEVELS];
    guint16 running; /* bit n: counter n holds a number of a paragraph above */
} AbstractList;

typedef struct {
    gint32 abstract_id;
    gint64 starts[LIST_LEVELS];
    guint16 start_set;                /* bit n: startOverride for level n */
    guint16 start_used;               /* bit n: and it has taken effect */
    DocxLevel *replaced[LIST_LEVELS]; /* lvlOverride/lvl, or NULL */
} List;

struct DocxNumbering {
    DocxStyles *styles;
    GHashTable *abstracts; /* id → AbstractList */
    GHashTable *lists;     /* numId → List */
};

static void level_clear(DocxLevel *level)
{
    g_free(level->text);
    g_free(level->style);
}

static void abstract_free(gpointer data)
{
    AbstractList *abstract = data;
    for (guint i = 0; i < LIST_LEVELS; i++)
        level_clear(&abstract->levels[i]);
    g_free(abstract->num_style_link);
    g_free(abstract);
}

static void list_free(gpointer data)
{
    List *list = data;
    for (guint i = 0; i < LIST_LEVELS; i++) {
        if (list->replaced[i])
            level_clear(list->replaced[i]);
        g_free(list->replaced[i]);
    }
    g_free(list);
}

DocxNumbering *docx_numbering_new(DocxStyles *styles)
{
    DocxNumbering *numbering = g_new0(DocxNumbering, 1);
    numbering->styles = styles;
    numbering->abstracts = g_hash_table_new_full(NULL, NULL, NULL, abstract_free);
    numbering->lists = g_hash_table_new_full(NULL, NULL, NULL, list_free);
    return numbering;
}

void docx_numbering_free(DocxNumbering *numbering)
{
    if (!numbering)
        return;
    g_hash_table_unref(numbering->abstracts);
    g_hash_table_unref(numbering->lists);
    g_free(numbering);
}

/* --- numbering.xml --- */

typedef struct {
    DocxNumbering *numbering;
    AbstractList *abstract; /* being read, or NULL */
    List *list;             /* being read, or NULL */
    DocxLevel *level;       /* being read, or NULL */
    int override;           /* level of the lvlOverride being read, or -1 */
    gboolean in_run;
} NumberingReader;

static NumberFormat number_format(XmlValue value, NumberFormat otherwise)
{
    static const struct {
        const char *name;
        NumberFormat format;
    } formats[] = {
        {"decimal", NUMBER_DECIMAL},
        {"bullet", NUMBER_BULLET},
        {"lowerLetter", NUMBER_LOWER_LETTER},
        {"upperRoman", NUMBER_UPPER_ROMAN},
        {"lowerRoman", NUMBER_LOWER_ROMAN},
        {"upperLetter", NUMBER_UPPER_LETTER},
        {"decimalZero", NUMBER_DECIMAL_ZERO},
        {"ordinal", NUMBER_ORDINAL},
        {"none", NUMBER_NONE},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(formats); i++) {
        if (xml_value_is(value, formats[i].name))
            return formats[i].format;
    }
    return otherwise;
}

static int level_index(const XmlElement *element)
{
    gint64 index = xml_value_int(xml_attribute(element, SPACE_W, DOCX_ILVL), -1);
    return index >= 0 && index < LIST_LEVELS ? (int)index : -1;
}

static void begin_abstract(NumberingReader *reader, const XmlElement *element)
{
    gint64 id = xml_value_int(xml_attribute(element, SPACE_W, DOCX_ABSTRACT_NUM_ID), -1);
    reader->abstract = g_new0(AbstractList, 1);
    g_hash_table_replace(reader->numbering->abstracts, GINT_TO_POINTER((gint)id), reader->abstract);
}

static void begin_list(NumberingReader *reader, const XmlElement *element)
{
    gint64 id = xml_value_int(xml_attribute(element, SPACE_W, DOCX_NUM_ID), -1);
    reader->list = g_new0(List, 1);
    reader->list->abstract_id = -1;
    reader->override = -1;
    g_hash_table_replace(reader->numbering->lists, GINT_TO_POINTER((gint)id), reader->list);
}

static void begin_level(NumberingReader *reader, const XmlElement *element)
{
    int index = level_index(element);
    DocxLevel *level = NULL;
    if (reader->list && index < 0)
        index = reader->override;
    if (index >= 0 && reader->list) {
        if (!reader->list->replaced[index])
            reader->list->replaced[index] = g_new0(DocxLevel, 1);
        level = reader->list->replaced[index];
    } else if (index >= 0 && reader->abstract) {
        level = &reader->abstract->levels[index];
    }
    if (!level) {
        xml_skip(element);
        return;
    }
    level_clear(level);
    *level = (DocxLevel){.restart = -1, .defined = TRUE, .format = NUMBER_DECIMAL};
    reader->level = level;
}

static void override_start(NumberingReader *reader, const XmlElement *element)
{
    if (!reader->list || reader->override < 0)
        return;
    reader->list->starts[reader->override] = xml_value_int(docx_val(element), 0);
    reader->list->start_set |= (guint16)(1u << reader->override);
}

static void take_level_child(NumberingReader *reader, const XmlElement *element)
{
    DocxLevel *level = reader->level;
    switch (element->name) {
    case DOCX_START:
        level->start = xml_value_int(docx_val(element), 0);
        break;
    case DOCX_NUM_FMT:
        level->format = number_format(docx_val(element), level->format);
        break;
    case DOCX_LVL_TEXT:
        g_free(level->text);
        level->text = xml_value_dup(docx_val(element));
        break;
    case DOCX_LVL_RESTART:
        level->restart = (gint)xml_value_int(docx_val(element), -1);
        break;
    case DOCX_IS_LGL:
        level->legal = docx_on(element);
        break;
    case DOCX_LVL_PIC_BULLET_ID:
        level->picture = TRUE;
        break;
    case DOCX_P_STYLE:
        g_free(level->style);
        level->style = xml_value_dup(docx_val(element));
        break;
    case DOCX_R_PR:
        reader->in_run = TRUE;
        break;
    default:
        if (reader->in_run)
            run_props_take(&level->run, element, &reader->numbering->styles->theme);
        else
            para_props_take(&level->para, element);
    }
}

static gboolean numbering_start(gpointer data, const XmlElement *element, GError **error)
{
    NumberingReader *reader = data;
    (void)error;
    if (element->space != SPACE_W)
        return TRUE;
    if (reader->level) {
        take_level_child(reader, element);
        return TRUE;
    }
    switch (element->name) {
    case DOCX_NUM_PIC_BULLET:
        xml_skip(element);
        break;
    case DOCX_ABSTRACT_NUM:
        begin_abstract(reader, element);
        break;
    case DOCX_NUM:
        begin_list(reader, element);
        break;
    case DOCX_LVL:
        begin_level(reader, element);
        break;
    case DOCX_LVL_OVERRIDE:
        reader->override = level_index(element);
        break;
    case DOCX_START_OVERRIDE:
        override_start(reader, element);
        break;
    case DOCX_ABSTRACT_NUM_ID:
        if (reader->list)
            reader->list->abstract_id = (gint32)xml_value_int(docx_val(element), -1);
        break;
    case DOCX_NUM_STYLE_LINK:
        if (reader->abstract && !reader->abstract->num_style_link)
            reader->abstract->num_style_link = xml_value_dup(docx_val(element));
        break;
    default:
        break;
    }
    return TRUE;
}

static gboolean numbering_end(gpointer data, guint space, guint name, GError **error)
{
    NumberingReader *reader = data;
    (void)error;
    if (space != SPACE_W)
        return TRUE;
    if (name == DOCX_LVL)
        reader->level = NULL;
    else if (name == DOCX_R_PR)
        reader->in_run = FALSE;
    else if (name == DOCX_ABSTRACT_NUM)
        reader->abstract = NULL;
    else if (name == DOCX_NUM)
        reader->list = NULL;
    else if (name == DOCX_LVL_OVERRIDE)
        reader->override = -1;
    return TRUE;
}

static gboolean numbering_text(gpointer data, const char *text, gsize length, GError **error)
{
    (void)data, (void)text, (void)length, (void)error;
    return TRUE;
}

gboolean docx_numbering_read(DocxNumbering *numbering, GBytes *bytes, const char *part, const Budget *budget,
                             GError **error)
{
    static const XmlHandler handler = {numbering_start, numbering_end, numbering_text};
    NumberingReader reader = {.numbering = numbering, .override = -1};
    return xml_parse(bytes, part, &docx_vocabulary, &handler, &reader, budget, error);
}

/* --- counting --- */

static List *find_list(DocxNumbering *numbering, gint32 num_id)
{
    return num_id > 0 ? g_hash_table_lookup(numbering->lists, GINT_TO_POINTER(num_id)) : NULL;
}

/* The definition behind a list, through the numbering style it may be linked to (§17.9.21). */
static AbstractList *find_abstract(DocxNumbering *numbering, const List *list)
{
    for (int hops = 0; list && hops < LINK_LIMIT; hops++) {
        AbstractList *abstract =
            g_hash_table_lookup(numbering->abstracts, GINT_TO_POINTER(list->abstract_id));
        if (!abstract || !abstract->num_style_link)
            return abstract;
        XmlValue link = {abstract->num_style_link, strlen(abstract->num_style_link)};
        const DocxStyle *style = docx_styles_find(numbering->styles, STYLE_NUMBERING, link);
        list = style ? find_list(numbering, style->para.num_id) : NULL;
    }
    return NULL;
}

static const DocxLevel *find_level(const List *list, const AbstractList *abstract, int index)
{
    if (list->replaced[index])
        return list->replaced[index];
    return abstract->levels[index].defined ? &abstract->levels[index] : NULL;
}

static gint64 start_of(const List *list, const AbstractList *abstract, int index)
{
    if (list->start_set & (1u << index))
        return list->starts[index];
    const DocxLevel *level = find_level(list, abstract, index);
    return level ? level->start : 1;
}

int docx_numbering_style_level(DocxNumbering *numbering, gint32 num_id, const char *style_id)
{
    const List *list = find_list(numbering, num_id);
    const AbstractList *abstract = find_abstract(numbering, list);
    if (!abstract)
        return -1;
    for (int i = 0; i < LIST_LEVELS; i++) {
        const DocxLevel *level = find_level(list, abstract, i);
        if (level && level->style && strcmp(level->style, style_id) == 0)
            return i;
    }
    return -1;
}

/* A level below the one just used begins anew, unless lvlRestart says otherwise (§17.9.10). */
static gboolean restarts(const DocxLevel *level, int index, int used)
{
    if (!level || level->restart < 0 || level->restart > index)
        return TRUE;
    return used < level->restart;
}

static void begin_counter(List *list, AbstractList *abstract, int index)
{
    guint16 bit = (guint16)(1u << index);
    abstract->counters[index] = start_of(list, abstract, index);
    abstract->running |= bit;
    list->start_used |= bit;
}

/* Levels above that no paragraph has used begin too: after 1.1.1 straight below 1 comes 1.2, as Word and
 * LibreOffice have it. */
static void advance(List *list, AbstractList *abstract, int index)
{
    for (int above = 0; above < index; above++) {
        if (!(abstract->running & (1u << above)))
            begin_counter(list, abstract, above);
    }
    guint16 bit = (guint16)(1u << index);
    gboolean override = (list->start_set & bit) && !(list->start_used & bit);
    if (override || !(abstract->running & bit))
        begin_counter(list, abstract, index);
    else
        abstract->counters[index]++;
    for (int below = index + 1; below < LIST_LEVELS; below++) {
        if (restarts(find_level(list, abstract, below), below, index))
            abstract->running &= (guint16) ~(1u << below);
    }
}

/* The number of a level as it stands; a level below the paragraph's own has none yet and shows its start. */
static void append_number(const List *list, const AbstractList *abstract, int index, gboolean legal,
                          GString *out)
{
    const DocxLevel *level = find_level(list, abstract, index);
    if (!level)
        return;
    gboolean running = (abstract->running & (1u << index)) != 0;
    gint64 value = running ? abstract->counters[index] : start_of(list, abstract, index);
    gboolean decimal = legal && level->format != NUMBER_NONE && level->format != NUMBER_BULLET;
    number_append(out, value, decimal ? NUMBER_DECIMAL : level->format);
}

static void append_level_text(const List *list, const AbstractList *abstract, const DocxLevel *level,
                              GString *out)
{
    for (const char *at = level->text ? level->text : ""; *at; at++) {
        if (at[0] == '%' && at[1] >= '1' && at[1] <= '9') {
            append_number(list, abstract, at[1] - '1', level->legal, out);
            at++;
        } else {
            g_string_append_c(out, *at);
        }
    }
}

static void decode_label(GString *label, FontKind font)
{
    LegacyEncoding encoding = font_encoding(font);
    if (encoding != LEGACY_NONE) {
        g_autofree char *decoded = legacy_decode(label->str, (gssize)label->len, encoding);
        g_string_assign(label, decoded);
        return;
    }
    /* Bullets of the private area come from Symbol even where the font is not said. */
    if (font < FONT_SYMBOL && strchr(label->str, 0xEF))
        font = FONT_SYMBOL;
    else if (font < FONT_SYMBOL)
        return;
    g_autofree char *text = g_strndup(label->str, label->len);
    gsize length = label->len;
    g_string_truncate(label, 0);
    docx_append_symbols(label, font, text, length);
}

const DocxLevel *docx_numbering_count(DocxNumbering *numbering, gint32 num_id, gint32 level, RunLook mark,
                                      GString *label)
{
    List *list = find_list(numbering, num_id);
    AbstractList *abstract = find_abstract(numbering, list);
    if (!abstract || level < 0 || level >= LIST_LEVELS)
        return NULL;
    const DocxLevel *found = find_level(list, abstract, level);
    if (!found)
        return NULL;
    advance(list, abstract, level);
    if (found->run.on & RUN_HIDDEN)
        return found;
    if (found->picture) {
        g_string_append(label, "•");
        return found;
    }
    append_level_text(list, abstract, found, label);
    FontKind font = found->run.hansi != FONT_UNSET ? found->run.hansi : found->run.ascii;
    decode_label(label, font != FONT_UNSET ? font : (FontKind)mark.font);
    return found;
}
