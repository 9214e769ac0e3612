/* Styles of an ODF text document (ODF 1.3 part 3 §16, §19–20): what of them decides how a paragraph looks and
 * is numbered. Common styles live as long as the document; automatic styles belong to one part. */
#ifndef RASOAT_READER_ODT_STYLES_H
#define RASOAT_READER_ODT_STYLES_H

#include <glib.h>

#include "reader/odt_list_styles.h"
#include "reader/odt_names.h"
#include "text/legacy.h"

/* Which of the properties a style sets itself; the rest come from its parent. */
enum {
    ODT_SET_ALIGN = 1 << 0,
    ODT_SET_BOLD = 1 << 1,
    ODT_SET_ITALIC = 1 << 2,
    ODT_SET_UNDERLINE = 1 << 3,
    ODT_SET_STRIKE = 1 << 4,
    ODT_SET_CAPS = 1 << 5,
    ODT_SET_HIDDEN = 1 << 6,
    ODT_SET_FONT = 1 << 7,
    ODT_SET_MARGIN = 1 << 8,
    ODT_SET_TEXT_INDENT = 1 << 9,
    ODT_SET_LIST_STYLE = 1 << 10,
    ODT_SET_OUTLINE = 1 << 11,
    ODT_SET_MASTER_PAGE = 1 << 12,
    ODT_SET_OWN_LIST = 1 << 13, /* the list style is given or taken away for this paragraph alone */
};

/* The properties of a run; ODT_SET_BOLD … ODT_SET_HIDDEN serve as its flags. */
enum {
    ODT_RUN_FLAGS =
        ODT_SET_BOLD | ODT_SET_ITALIC | ODT_SET_UNDERLINE | ODT_SET_STRIKE | ODT_SET_CAPS | ODT_SET_HIDDEN
};

typedef struct {
    guint set;              /* ODT_SET_* given */
    guint run;              /* ODT_RUN_FLAGS that are on */
    LegacyEncoding legacy;  /* of the font */
    guint8 align;           /* Align */
    guint8 outline_level;   /* 0 to 9, or BLOCK_NO_OUTLINE */
    gint margin, indent;    /* twentieths of a point */
    const char *list_style; /* name; "" takes the list style away */
    const char *master_page;
} OdtProperties;

/* Lays the properties that over sets on top of base. */
void odt_properties_apply(OdtProperties *base, const OdtProperties *over);

typedef enum { ODT_FAMILY_PARAGRAPH, ODT_FAMILY_TEXT, ODT_FAMILY_TABLE, ODT_FAMILY_COUNT } OdtFamily;

typedef struct OdtStyles OdtStyles;

OdtStyles *odt_styles_new(void);
void odt_styles_free(OdtStyles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OdtStyles, odt_styles_free)

/* Called for every element outside the text. styles keeps what concerns it. */
void odt_styles_start(OdtStyles *styles, const XmlElement *element);
void odt_styles_end(OdtStyles *styles, guint space, guint name);

/* Forgets the automatic styles, before another part brings its own. */
void odt_styles_drop_automatic(OdtStyles *styles);

/* The style with its parents and, for paragraphs, the family's default folded in. NULL when there is no such
 * style; for paragraphs the default then. name need not be NUL-terminated. Owned by styles. */
const OdtProperties *odt_styles_find(OdtStyles *styles, OdtFamily family, XmlValue name);

/* NULL when there is none of the name. */
const OdtListStyle *odt_styles_find_list(OdtStyles *styles, const char *name);

/* The numbering of headings; its levels are NUMBER_NONE without affixes where the file gives none. */
const OdtListStyle *odt_styles_outline(const OdtStyles *styles);

#endif
