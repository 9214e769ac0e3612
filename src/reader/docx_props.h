/* Paragraph and run properties as far as headings, lists and letters need them (ECMA-376 part 1 §17.3), and
 * their reading from pPr and rPr elements, which styles, numbering and the text itself share. */
#ifndef RASOAT_READER_DOCX_PROPS_H
#define RASOAT_READER_DOCX_PROPS_H

#include <glib.h>

#include "reader/docx_names.h"
#include "text/legacy.h"

/* What a font means for the letters set in it. */
typedef enum {
    FONT_UNSET,
    FONT_PLAIN,
    FONT_TCVN3,
    FONT_TCVN3_CAPITALS,
    FONT_VNI,
    FONT_SYMBOL,
    FONT_WINGDINGS,
    FONT_WINGDINGS_2,
    FONT_WINGDINGS_3,
    FONT_WEBDINGS,
} FontKind;

FontKind font_kind(XmlValue name);

/* LEGACY_NONE for every kind but the legacy ones. */
LegacyEncoding font_encoding(FontKind kind);

/* The theme's Latin fonts. */
typedef struct {
    FontKind major, minor;
} ThemeFonts;

enum {
    RUN_BOLD = 1 << 0,
    RUN_ITALIC = 1 << 1,
    RUN_CAPS = 1 << 2,
    RUN_STRIKE = 1 << 3,
    RUN_HIDDEN = 1 << 4,
    RUN_UNDERLINE = 1 << 5,
};

typedef struct {
    guint8 set, on;      /* RUN_*; on is a subset of set */
    guint8 ascii, hansi; /* FontKind for U+0000-7F and the rest of Latin */
} RunProps;

enum {
    PARA_NUM_ID = 1 << 0,
    PARA_LEVEL = 1 << 1,
    PARA_OUTLINE = 1 << 2,
    PARA_ALIGN = 1 << 3,
    PARA_LEFT = 1 << 4,
    PARA_FIRST = 1 << 5,
};

typedef struct {
    guint8 set;            /* PARA_* */
    guint8 outline, align; /* as in Block */
    gint32 num_id, level;  /* level may be out of range */
    gint32 left, first;    /* twentieths of a point; first is negative for a hanging indent */
} ParaProps;

/* Takes one child of rPr or pPr (or of numPr) into the properties; FALSE when it is none that counts. */
gboolean run_props_take(RunProps *props, const XmlElement *element, const ThemeFonts *theme);
gboolean para_props_take(ParaProps *props, const XmlElement *element);

/* Fills what is not set in props from below. */
void run_props_inherit(RunProps *props, const RunProps *below);
void para_props_inherit(ParaProps *props, const ParaProps *below);

#endif
