/* styles.xml and the fonts of the theme: styles with inheritance, document defaults, toggle properties
 * (ECMA-376 part 1 §17.7). Inheritance is resolved when a style is first used and kept. */
#ifndef RASOAT_READER_DOCX_STYLES_H
#define RASOAT_READER_DOCX_STYLES_H

#include "reader/docx_props.h"

typedef enum { STYLE_PARAGRAPH, STYLE_CHARACTER, STYLE_NUMBERING, STYLE_TABLE } StyleType;

typedef struct DocxStyle DocxStyle;
struct DocxStyle {
    char *id;
    char *based_on; /* id, or NULL */
    DocxStyle *base;
    StyleType type;
    guint8 state;       /* of inheritance, internal */
    RunProps run;       /* own until resolved, then with those of the styles below, without the defaults */
    ParaProps para;     /* likewise */
    gboolean own_level; /* numPr/ilvl stands in the style itself */
    gint8 list_level;   /* cache of docx_style_list_level(): -1 not yet known */
};

typedef struct {
    GHashTable *styles; /* id → DocxStyle, all types */
    RunProps run_defaults;
    ParaProps para_defaults;
    DocxStyle *default_paragraph;
    ThemeFonts theme;
} DocxStyles;

DocxStyles *docx_styles_new(void);
void docx_styles_free(DocxStyles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(DocxStyles, docx_styles_free)

/* Reads theme1.xml; to be called before docx_styles_read(), whose fonts refer to it. */
gboolean docx_theme_read(DocxStyles *styles, GBytes *bytes, const char *part, const Budget *budget,
                         GError **error);
gboolean docx_styles_read(DocxStyles *styles, GBytes *bytes, const char *part, const Budget *budget,
                          GError **error);

/* The style with its inheritance resolved; the default paragraph style, or NULL, when there is none of that
 * id and type. */
DocxStyle *docx_styles_find(DocxStyles *styles, StyleType type, XmlValue id);

/* How a run looks in the end. */
typedef struct {
    guint8 on;   /* RUN_* */
    guint8 font; /* FontKind of its letters beyond ASCII, and of symbols */
} RunLook;

/* paragraph and character may be NULL. */
RunLook docx_run_look(const DocxStyles *styles, const DocxStyle *paragraph, const DocxStyle *character,
                      const RunProps *direct);

#endif
