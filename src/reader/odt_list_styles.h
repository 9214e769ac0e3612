/* List styles of an ODF text document (ODF 1.3 part 3 §16.30) and the levels of its outline style (§16.34).
 */
#ifndef RASOAT_READER_ODT_LIST_STYLES_H
#define RASOAT_READER_ODT_LIST_STYLES_H

#include "reader/numbers.h"
#include "reader/odt_names.h"

enum { ODT_LIST_LEVELS = 10 };

typedef struct {
    NumberFormat format;
    const char *prefix, *suffix; /* "" when absent */
    const char *pattern;         /* "Điều %1%." where the file gives one (LibreOffice), else NULL */
    const char *bullet;          /* of NUMBER_BULLET */
    gint64 start;
    guint display_levels;
    gint margin, indent; /* twentieths of a point */
} OdtListLevel;

typedef struct {
    OdtListLevel levels[ODT_LIST_LEVELS];
} OdtListStyle;

/* Every level without number and affixes. */
void odt_list_style_init(OdtListStyle *list);

/* Takes up the level that an element describes; strings keeps its words. NULL when list is, or has no such
 * level. Owned by list. */
OdtListLevel *odt_read_list_level(OdtListStyle *list, GStringChunk *strings, const XmlElement *element);

/* Takes up the indents that an element within a level gives it. */
void odt_read_level_indent(OdtListLevel *level, const XmlElement *element);

/* A length (§18.3.18) in twentieths of a point; FALSE, and twips untouched, for percentages and what is no
 * length. */
gboolean odt_read_length(XmlValue value, gint *twips);

#endif
