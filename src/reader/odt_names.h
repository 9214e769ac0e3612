/* The names of ODF 1.3 part 3 that the ODT reader knows, as numbers of an XmlVocabulary. */
#ifndef RASOAT_READER_ODT_NAMES_H
#define RASOAT_READER_ODT_NAMES_H

#include "reader/xml.h"

enum {
    ODT_OFFICE = 1,
    ODT_TEXT,
    ODT_TABLE,
    ODT_DRAW,
    ODT_STYLE,
    ODT_FO,
    ODT_SVG,
    ODT_DC,
    ODT_META,
    ODT_LOEXT, /* LibreOffice's extensions: content controls, number formats, first-page headers */
};

/* X(identifier, "local-name"); sorted by name. */
#define ODT_NAMES(X)                                                                                         \
    X(ALPHABETICAL_INDEX_SOURCE, "alphabetical-index-source")                                                \
    X(ANNOTATION, "annotation")                                                                              \
    X(BIBLIOGRAPHY_SOURCE, "bibliography-source")                                                            \
    X(BULLET_CHAR, "bullet-char")                                                                            \
    X(C, "c")                                                                                                \
    X(CHANGE, "change")                                                                                      \
    X(CHANGE_END, "change-end")                                                                              \
    X(CHANGE_START, "change-start")                                                                          \
    X(CHANGED_REGION, "changed-region")                                                                      \
    X(CONTINUE_LIST, "continue-list")                                                                        \
    X(CONTINUE_NUMBERING, "continue-numbering")                                                              \
    X(COVERED_TABLE_CELL, "covered-table-cell")                                                              \
    X(DEFAULT_OUTLINE_LEVEL, "default-outline-level")                                                        \
    X(DEFAULT_STYLE, "default-style")                                                                        \
    X(DISPLAY, "display")                                                                                    \
    X(DISPLAY_LEVELS, "display-levels")                                                                      \
    X(FAMILY, "family")                                                                                      \
    X(FONT_FACE, "font-face")                                                                                \
    X(FONT_FAMILY, "font-family")                                                                            \
    X(FONT_NAME, "font-name")                                                                                \
    X(FONT_STYLE, "font-style")                                                                              \
    X(FONT_WEIGHT, "font-weight")                                                                            \
    X(FOOTER, "footer")                                                                                      \
    X(FOOTER_FIRST, "footer-first")                                                                          \
    X(FOOTER_LEFT, "footer-left")                                                                            \
    X(FORMS, "forms")                                                                                        \
    X(H, "h")                                                                                                \
    X(HEADER, "header")                                                                                      \
    X(HEADER_FIRST, "header-first")                                                                          \
    X(HEADER_LEFT, "header-left")                                                                            \
    X(HIDDEN_PARAGRAPH, "hidden-paragraph")                                                                  \
    X(HIDDEN_TEXT, "hidden-text")                                                                            \
    X(HREF, "href")                                                                                          \
    X(ID, "id")                                                                                              \
    X(ILLUSTRATION_INDEX_SOURCE, "illustration-index-source")                                                \
    X(IMAGE, "image")                                                                                        \
    X(INDEX_BODY, "index-body")                                                                              \
    X(IS_HIDDEN, "is-hidden")                                                                                \
    X(IS_LIST_HEADER, "is-list-header")                                                                      \
    X(LEVEL, "level")                                                                                        \
    X(LINE_BREAK, "line-break")                                                                              \
    X(LIST, "list")                                                                                          \
    X(LIST_HEADER, "list-header")                                                                            \
    X(LIST_ID, "list-id")                                                                                    \
    X(LIST_ITEM, "list-item")                                                                                \
    X(LIST_LEVEL_LABEL_ALIGNMENT, "list-level-label-alignment")                                              \
    X(LIST_LEVEL_PROPERTIES, "list-level-properties")                                                        \
    X(LIST_LEVEL_STYLE_BULLET, "list-level-style-bullet")                                                    \
    X(LIST_LEVEL_STYLE_IMAGE, "list-level-style-image")                                                      \
    X(LIST_LEVEL_STYLE_NUMBER, "list-level-style-number")                                                    \
    X(LIST_STYLE, "list-style")                                                                              \
    X(LIST_STYLE_NAME, "list-style-name")                                                                    \
    X(MARGIN_LEFT, "margin-left")                                                                            \
    X(MASTER_PAGE, "master-page")                                                                            \
    X(MASTER_PAGE_NAME, "master-page-name")                                                                  \
    X(META, "meta")                                                                                          \
    X(NAME, "name")                                                                                          \
    X(NEXT_STYLE_NAME, "next-style-name")                                                                    \
    X(NOTE, "note")                                                                                          \
    X(NOTE_BODY, "note-body")                                                                                \
    X(NOTE_CITATION, "note-citation")                                                                        \
    X(NOTE_CLASS, "note-class")                                                                              \
    X(NUM_FORMAT, "num-format")                                                                              \
    X(NUM_LETTER_SYNC, "num-letter-sync")                                                                    \
    X(NUM_LIST_FORMAT, "num-list-format")                                                                    \
    X(NUM_PREFIX, "num-prefix")                                                                              \
    X(NUM_SUFFIX, "num-suffix")                                                                              \
    X(NUMBER, "number")                                                                                      \
    X(NUMBER_COLUMNS_REPEATED, "number-columns-repeated")                                                    \
    X(NUMBER_ROWS_REPEATED, "number-rows-repeated")                                                          \
    X(NUMBERED_PARAGRAPH, "numbered-paragraph")                                                              \
    X(OBJECT, "object")                                                                                      \
    X(OBJECT_INDEX_SOURCE, "object-index-source")                                                            \
    X(OBJECT_OLE, "object-ole")                                                                              \
    X(OUTLINE_LEVEL, "outline-level")                                                                        \
    X(OUTLINE_LEVEL_STYLE, "outline-level-style")                                                            \
    X(OUTLINE_STYLE, "outline-style")                                                                        \
    X(P, "p")                                                                                                \
    X(PARAGRAPH_PROPERTIES, "paragraph-properties")                                                          \
    X(PARENT_STYLE_NAME, "parent-style-name")                                                                \
    X(RESTART_NUMBERING, "restart-numbering")                                                                \
    X(RUBY_TEXT, "ruby-text")                                                                                \
    X(S, "s")                                                                                                \
    X(SCRIPT, "script")                                                                                      \
    X(SCRIPTS, "scripts")                                                                                    \
    X(SECTION, "section")                                                                                    \
    X(SETTINGS, "settings")                                                                                  \
    X(SPACE_BEFORE, "space-before")                                                                          \
    X(SPAN, "span")                                                                                          \
    X(START_VALUE, "start-value")                                                                            \
    X(STRING_VALUE, "string-value")                                                                          \
    X(STYLE, "style")                                                                                        \
    X(STYLE_NAME, "style-name")                                                                              \
    X(STYLE_OVERRIDE, "style-override")                                                                      \
    X(STYLES, "styles")                                                                                      \
    X(TAB, "tab")                                                                                            \
    X(TABLE, "table")                                                                                        \
    X(TABLE_CELL, "table-cell")                                                                              \
    X(TABLE_INDEX_SOURCE, "table-index-source")                                                              \
    X(TABLE_OF_CONTENT_SOURCE, "table-of-content-source")                                                    \
    X(TABLE_ROW, "table-row")                                                                                \
    X(TEXT, "text")                                                                                          \
    X(TEXT_ALIGN, "text-align")                                                                              \
    X(TEXT_INDENT, "text-indent")                                                                            \
    X(TEXT_LINE_THROUGH_STYLE, "text-line-through-style")                                                    \
    X(TEXT_PROPERTIES, "text-properties")                                                                    \
    X(TEXT_TRANSFORM, "text-transform")                                                                      \
    X(TEXT_UNDERLINE_STYLE, "text-underline-style")                                                          \
    X(USER_INDEX_SOURCE, "user-index-source")

enum {
    N_OTHER, /* XML_OTHER */
#define ODT_NAME_NUMBER(identifier, name) N_##identifier,
    ODT_NAMES(ODT_NAME_NUMBER)
#undef ODT_NAME_NUMBER
        N_COUNT
};

/* An attribute, whatever its namespace: those of ODF do not clash where we look. */
static inline XmlValue odt_attribute(const XmlElement *element, guint name)
{
    return xml_attribute(element, XML_ANY_SPACE, name);
}

#endif
