/* The names and namespaces of WordprocessingML and the package that the DOCX reader knows, as numbers
 * (ECMA-376 part 1 annex A, part 2; transitional and ISO 29500 strict namespaces). */
#ifndef RASOAT_READER_DOCX_NAMES_H
#define RASOAT_READER_DOCX_NAMES_H

#include "reader/xml.h"

enum {
    SPACE_W = 1, /* WordprocessingML */
    SPACE_R,     /* relationships of the office document (r:id) */
    SPACE_MATH,  /* Office Math */
    SPACE_MC,    /* markup compatibility */
    SPACE_VML,
    SPACE_OFFICE,    /* VML's office namespace (o:OLEObject) */
    SPACE_PLACEMENT, /* DrawingML in a text: where a drawing stands */
    SPACE_DRAWING,   /* DrawingML main (themes, pictures) */
    SPACE_DIAGRAM,   /* DrawingML diagrams (SmartArt) */
    SPACE_PACKAGE,   /* .rels parts */
    SPACE_TYPES,     /* [Content_Types].xml */
};

/* Elements and attributes together: one list of names, as XmlVocabulary wants it. */
#define DOCX_NAMES(X)                                                                                        \
    X(ABSTRACT_NUM, "abstractNum")                                                                           \
    X(ABSTRACT_NUM_ID, "abstractNumId")                                                                      \
    X(ALT_CHUNK, "altChunk")                                                                                 \
    X(ALTERNATE_CONTENT, "AlternateContent")                                                                 \
    X(ANCHOR, "anchor")                                                                                      \
    X(ASCII, "ascii")                                                                                        \
    X(ASCII_THEME, "asciiTheme")                                                                             \
    X(B, "b")                                                                                                \
    X(BASED_ON, "basedOn")                                                                                   \
    X(BEHIND_DOC, "behindDoc")                                                                               \
    X(BLIP, "blip")                                                                                          \
    X(BODY, "body")                                                                                          \
    X(BR, "br")                                                                                              \
    X(CAPS, "caps")                                                                                          \
    X(CHAR, "char")                                                                                          \
    X(CHOICE, "Choice")                                                                                      \
    X(COMMENT, "comment")                                                                                    \
    X(COMMENT_REFERENCE, "commentReference")                                                                 \
    X(CONTENT_TYPE, "ContentType")                                                                           \
    X(CR, "cr")                                                                                              \
    X(CTRL_PR, "ctrlPr")                                                                                     \
    X(CX, "cx")                                                                                              \
    X(CY, "cy")                                                                                              \
    X(DEFAULT, "default")                                                                                    \
    X(DEL, "del")                                                                                            \
    X(DM, "dm")                                                                                              \
    X(DOC_DEFAULTS, "docDefaults")                                                                           \
    X(DOC_PART_GALLERY, "docPartGallery")                                                                    \
    X(DROP_CAP, "dropCap")                                                                                   \
    X(DSTRIKE, "dstrike")                                                                                    \
    X(EMBED, "embed")                                                                                        \
    X(ENDNOTE, "endnote")                                                                                    \
    X(ENDNOTE_REFERENCE, "endnoteReference")                                                                 \
    X(EXTENT, "extent")                                                                                      \
    X(FALLBACK, "Fallback")                                                                                  \
    X(FF_DATA, "ffData")                                                                                     \
    X(FIRST_LINE, "firstLine")                                                                               \
    X(FLD_CHAR, "fldChar")                                                                                   \
    X(FLD_CHAR_TYPE, "fldCharType")                                                                          \
    X(FLD_DATA, "fldData")                                                                                   \
    X(FLD_SIMPLE, "fldSimple")                                                                               \
    X(FONT, "font")                                                                                          \
    X(FOOTER_REFERENCE, "footerReference")                                                                   \
    X(FOOTNOTE, "footnote")                                                                                  \
    X(FOOTNOTE_REFERENCE, "footnoteReference")                                                               \
    X(FRAME_PR, "framePr")                                                                                   \
    X(GRID_BEFORE, "gridBefore")                                                                             \
    X(GRID_SPAN, "gridSpan")                                                                                 \
    X(H_ANSI, "hAnsi")                                                                                       \
    X(H_ANSI_THEME, "hAnsiTheme")                                                                            \
    X(H_MERGE, "hMerge")                                                                                     \
    X(HANGING, "hanging")                                                                                    \
    X(HEADER_REFERENCE, "headerReference")                                                                   \
    X(HIDDEN, "hidden")                                                                                      \
    X(I, "i")                                                                                                \
    X(ID, "id")                                                                                              \
    X(ILVL, "ilvl")                                                                                          \
    X(IND, "ind")                                                                                            \
    X(INLINE, "inline")                                                                                      \
    X(INS, "ins")                                                                                            \
    X(INSTR, "instr")                                                                                        \
    X(INSTR_TEXT, "instrText")                                                                               \
    X(IS_LGL, "isLgl")                                                                                       \
    X(JC, "jc")                                                                                              \
    X(LATENT_STYLES, "latentStyles")                                                                         \
    X(LATIN, "latin")                                                                                        \
    X(LEFT, "left")                                                                                          \
    X(LVL, "lvl")                                                                                            \
    X(LVL_OVERRIDE, "lvlOverride")                                                                           \
    X(LVL_PIC_BULLET_ID, "lvlPicBulletId")                                                                   \
    X(LVL_RESTART, "lvlRestart")                                                                             \
    X(LVL_TEXT, "lvlText")                                                                                   \
    X(MAJOR_FONT, "majorFont")                                                                               \
    X(MINOR_FONT, "minorFont")                                                                               \
    X(MOVE_FROM, "moveFrom")                                                                                 \
    X(MOVE_TO, "moveTo")                                                                                     \
    X(NAME, "name")                                                                                          \
    X(NO_BREAK_HYPHEN, "noBreakHyphen")                                                                      \
    X(NUM, "num")                                                                                            \
    X(NUM_FMT, "numFmt")                                                                                     \
    X(NUM_ID, "numId")                                                                                       \
    X(NUM_PIC_BULLET, "numPicBullet")                                                                        \
    X(NUM_PR, "numPr")                                                                                       \
    X(NUM_STYLE_LINK, "numStyleLink")                                                                        \
    X(OLE_OBJECT, "OLEObject")                                                                               \
    X(OUTLINE_LVL, "outlineLvl")                                                                             \
    X(OVERRIDE, "Override")                                                                                  \
    X(P, "p")                                                                                                \
    X(P_PR, "pPr")                                                                                           \
    X(P_PR_CHANGE, "pPrChange")                                                                              \
    X(P_STYLE, "pStyle")                                                                                     \
    X(PART_NAME, "PartName")                                                                                 \
    X(PROG_ID, "ProgID")                                                                                     \
    X(PTAB, "ptab")                                                                                          \
    X(R, "r")                                                                                                \
    X(R_FONTS, "rFonts")                                                                                     \
    X(R_PR, "rPr")                                                                                           \
    X(R_PR_CHANGE, "rPrChange")                                                                              \
    X(R_STYLE, "rStyle")                                                                                     \
    X(REL_IDS, "relIds")                                                                                     \
    X(RELATIONSHIP, "Relationship")                                                                          \
    X(RELATIONSHIP_ID, "Id")                                                                                 \
    X(REQUIRES, "Requires")                                                                                  \
    X(RT, "rt")                                                                                              \
    X(SDT, "sdt")                                                                                            \
    X(SDT_END_PR, "sdtEndPr")                                                                                \
    X(SDT_PR, "sdtPr")                                                                                       \
    X(SECT_PR, "sectPr")                                                                                     \
    X(START, "start")                                                                                        \
    X(START_OVERRIDE, "startOverride")                                                                       \
    X(STRIKE, "strike")                                                                                      \
    X(STRING, "string")                                                                                      \
    X(STYLE, "style")                                                                                        \
    X(STYLE_ID, "styleId")                                                                                   \
    X(SUB_DOC, "subDoc")                                                                                     \
    X(SYM, "sym")                                                                                            \
    X(T, "t")                                                                                                \
    X(TAB, "tab")                                                                                            \
    X(TARGET, "Target")                                                                                      \
    X(TARGET_MODE, "TargetMode")                                                                             \
    X(TBL, "tbl")                                                                                            \
    X(TBL_GRID, "tblGrid")                                                                                   \
    X(TBL_PR, "tblPr")                                                                                       \
    X(TBL_STYLE_PR, "tblStylePr")                                                                            \
    X(TC, "tc")                                                                                              \
    X(TC_PR, "tcPr")                                                                                         \
    X(TEXTPATH, "textpath")                                                                                  \
    X(TR, "tr")                                                                                              \
    X(TR_PR, "trPr")                                                                                         \
    X(TXBX_CONTENT, "txbxContent")                                                                           \
    X(TYPE, "type")                                                                                          \
    X(TYPE_OF_RELATIONSHIP, "Type")                                                                          \
    X(TYPEFACE, "typeface")                                                                                  \
    X(U, "u")                                                                                                \
    X(V_MERGE, "vMerge")                                                                                     \
    X(VAL, "val")                                                                                            \
    X(VANISH, "vanish")

#define DOCX_NAME_ENUM(name, text) DOCX_##name,
enum { DOCX_NO_NAME, DOCX_NAMES(DOCX_NAME_ENUM) DOCX_NAME_COUNT };
#undef DOCX_NAME_ENUM

extern const XmlVocabulary docx_vocabulary;

/* w:val of an element. */
static inline XmlValue docx_val(const XmlElement *element)
{
    return xml_attribute(element, SPACE_W, DOCX_VAL);
}

/* An on/off property (ECMA-376 part 1 §17.17.4): on when w:val is absent. */
gboolean docx_on(const XmlElement *element);

#endif
