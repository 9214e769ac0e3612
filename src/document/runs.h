/* The stack of open divisions while a tree is built, and the runs of numbers on it: which style a number is
 * of, which run it continues, where a new run begins. */
#ifndef RASOAT_DOCUMENT_RUNS_H
#define RASOAT_DOCUMENT_RUNS_H

#include "document/lines.h"
#include "document/outline.h"

/* Order of nesting; styles of one rank never contain each other. */
enum {
    RANK_ROOT = 0,
    RANK_PART = 10,
    RANK_CHAPTER = 20,
    RANK_SECTION = 30,
    RANK_SUBSECTION = 40,
    RANK_GROUP_HEADING = 45, /* an unnumbered title line over articles */
    RANK_GROUP = 50,         /* A. and I. outside articles */
    RANK_ARTICLE = 60,
    RANK_INNER_GROUP = 62, /* A. and I. within an article */
    RANK_CAPITAL_HEADING = 65,
    RANK_HEADING = 66,
    RANK_LAST_BARRIER = RANK_HEADING, /* runs of numbers never reach across these */
    RANK_CLAUSE = 70,                 /* plus the depth of 1.1 */
    RANK_POINT = 80,
    RANK_SUBPOINT = 85,
    RANK_ITEM = 90,
};

typedef struct {
    guint division;
    gint rank;
    MarkStyle style;
    guint depth;
    char delimiter;
    gint ordinal;
    guint8 list_level;
    gboolean automatic;
    gboolean latin; /* letters run a b c d e f */
    guint items;    /* dashes directly below, for their addresses */
} Open;

typedef struct {
    Outline *outline;
    const Document *document;
    const GArray *lines;
    guint component, first, end;
    ComponentKind kind;
    GArray *stack;    /* of Open; the root first */
    gboolean formal;  /* the component has Điều */
    gboolean started; /* the first division of the text has come */
    gboolean ended;   /* the signature has come */
    gint last_article;
    guint last_mark_line; /* last line with a number */
    guint front_end;      /* first line after letterhead and title, for texts without Điều */
    guint32 body_table;   /* table of the last division above the clauses; 0 outside tables */
} Tree;

/* The innermost open division. */
static inline Open *top(const Tree *tree)
{
    return &g_array_index(tree->stack, Open, tree->stack->len - 1);
}

static inline Open *open_at(const Tree *tree, guint index)
{
    return &g_array_index(tree->stack, Open, index);
}

static inline const Block *block_at(const Tree *tree, guint line)
{
    return document_block(tree->document, line_at(tree->lines, line)->block);
}

static inline Division *division_at(const Tree *tree, guint index)
{
    return &g_array_index(tree->outline->divisions, Division, index);
}

/* TRUE when a division of the style is open, at whatever depth. */
gboolean is_open(const Tree *tree, MarkStyle style);

/* Settles a mark with two readings ("i)", "C.") by the runs that are open. */
void resolve_style(const Tree *tree, Mark *mark);

/* Gives a letter its ordinal in the order its run goes in; *latin: a b c d e f. */
void resolve_letter_order(const Tree *tree, guint line, Mark *mark, gboolean *latin);

/* FALSE for what could be a number in a sentence and continues no run. */
gboolean accepts_number(const Tree *tree, const Mark *mark);

/* The open division that the mark is a sibling of: the run it continues, else the deepest of its kind; 0 when
 * none. */
guint find_sibling(const Tree *tree, const Mark *mark, guint8 list_level);

/* How many divisions stay open above a run that the mark begins. */
guint parent_for_new_run(const Tree *tree, const Mark *mark);

/* Rank and level of a run that the mark begins. */
gint style_rank(const Mark *mark);
DivisionLevel style_level(const Tree *tree, const Mark *mark);

#endif
