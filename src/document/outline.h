/* The legal tree of a document: components, and in each the divisions from Phần down to điểm.
 * Levels and their order follow Nghị định 30/2020/NĐ-CP, annex I (part, chapter, section, subsection,
 * article, clause, point); texts without Điều use informal levels that are numbered I. / 1. / 1.1 / a) / -.
 */
#ifndef RASOAT_DOCUMENT_OUTLINE_H
#define RASOAT_DOCUMENT_OUTLINE_H

#include "document/document.h"

typedef enum {
    COMPONENT_DECISION,   /* the decision that issues the regulation */
    COMPONENT_REGULATION, /* a regulation (its own title and article series) */
    COMPONENT_ANNEX,      /* PHỤ LỤC …, forms, pasted acts */
    COMPONENT_CONTENTS,   /* table of contents, marked by the file or typed */
    COMPONENT_OTHER,      /* anything else: a plan, a report, a cover page, minutes */
} ComponentKind;

const char *component_name(ComponentKind kind); /* "decision", "regulation", "annex", "contents", "other" */

typedef struct {
    ComponentKind kind;
    guint first, end; /* blocks [first, end) */
    char *title;      /* as found ("QUY CHẾ Thực hiện dân chủ …"), one line; or NULL */
    gboolean pasted_law; /* an act of state pasted in (QUỐC HỘI / CHÍNH PHỦ letterhead, "LUẬT", "NGHỊ ĐỊNH"
                            title): its text proves nothing about the unit */
} Component;

typedef enum {
    DIVISION_ROOT,       /* one for each component */
    DIVISION_PART,       /* Phần, PHẦN I, A. */
    DIVISION_CHAPTER,    /* Chương */
    DIVISION_SECTION,    /* Mục */
    DIVISION_SUBSECTION, /* Tiểu mục */
    DIVISION_ARTICLE,    /* Điều */
    DIVISION_HEADING,    /* an unnumbered title line: bold, centred or in capitals */
    DIVISION_CLAUSE,     /* khoản: 1. 2. … ; decimal 1.1 below it is a clause with number "1.1" */
    DIVISION_POINT,      /* điểm: a) b) … */
    DIVISION_ITEM,       /* a dash or bullet */
} DivisionLevel;

const char *division_level_name(DivisionLevel level); /* "root", "part", … "clause", "point", "item" */

typedef struct {
    DivisionLevel level;
    gboolean informal; /* a level of a text without Điều: "I.", "1.", "a)" standing for larger divisions */
    guint component;   /* index into components */
    guint parent;      /* index into divisions; of a root: itself */
    guint first, end;  /* blocks [first, end) of the whole subtree; first is the block with the heading */
    guint heading_end; /* blocks [first, heading_end) hold the heading, at least partly */
    guint32 body_offset; /* bytes into block heading_end - 1 where the body's text begins ("Điều 3. Trách
                            nhiệm: Hiệu trưởng …"); its length when the block holds nothing but heading. For
                            clauses, points and items without a title: just after the number */
    char *number; /* as seen, without the word and punctuation: "II", "7", "1.1", "đ", "-"; NULL when none */
    gint ordinal; /* the number's value (I = 1, đ = 5 in a b c d đ …); 0 when none */
    char *title;  /* heading text without the number, one line; NULL when the division has none */
    gboolean automatic; /* the number came from the list label, not from typed text */
    char *address; /* "Chương II > Điều 7 > khoản 3 > điểm b" as an inspector would cite it, from the
                      division's own fields; never NULL ("" for a root) */
} Division;

typedef struct {
    const Document *document;
    GArray *components; /* of Component, in reading order, covering every body block once */
    GArray *divisions;  /* of Division, depth first */
    guint *division_of; /* per block of the document: index of its deepest division; blocks outside the body
                           layer get that of the body block they hang on */
} Outline;

/* Builds the tree; never fails (a text without any structure gets one root per component). Once the time of
 * the document is used up the rest of it gets no divisions: the caller asks budget_check_time(). */
Outline *outline_build(const Document *document);
void outline_free(Outline *outline);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Outline, outline_free)

static inline const Component *outline_component(const Outline *outline, guint index)
{
    return &g_array_index(outline->components, Component, index);
}

static inline const Division *outline_division(const Outline *outline, guint index)
{
    return &g_array_index(outline->divisions, Division, index);
}

/* Whether a block holds the title of its own division, or a part of it. */
gboolean outline_is_heading(const Outline *outline, guint block);

/* The byte of block's text where the division's own text begins (0 for a block that only continues one). */
guint32 outline_body_offset(const Outline *outline, guint block);

/* The address of what stands before the first division. */
extern const char address_front[];

/* The address of a block: that of its deepest division, in the component ("Quyết định > Điều 1" for a
 * decision, "Phụ lục" for an annex, address_front before the first division, "phần ký"
 * after the last, "bảng 1 dòng 2" or "đoạn 5" in a text without divisions). Owned by the caller. */
char *outline_address(const Outline *outline, guint block);

/* The address of a division in its component: that of its blocks; "" for the root of a regulation. Owned by
 * the caller. */
char *outline_division_address(const Outline *outline, guint index);

#endif
