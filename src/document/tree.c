/* The tree of one component, built line by line on a stack of open divisions. What a word announces (Phần …
 * Điều) has a fixed rank (Nghị định 30/2020/NĐ-CP, annex I); below it, a number belongs to the run it
 * continues, and a new style of number opens a deeper level, as the eye reads it. */
#include "document/tree.h"

#include "document/runs.h"
#include "document/titles.h"

/* How far ahead an article is looked for under "I." */
#define ARTICLE_REACH 60
#define HEADING_BYTES 220
#define FRAME_LINES 8 /* in one cell of a table of one column */

/* -- The stack -- */

static void pop_to(Tree *tree, guint length, guint end_block)
{
    while (tree->stack->len > length) {
        division_at(tree, top(tree)->division)->end = end_block;
        g_array_set_size(tree->stack, tree->stack->len - 1);
    }
}

/* Closes everything of the rank and below. */
static void pop_rank(Tree *tree, gint rank, guint end_block)
{
    guint length = tree->stack->len;
    while (length > 1 && open_at(tree, length - 1)->rank >= rank)
        length--;
    pop_to(tree, length, end_block);
}

/* -- Divisions -- */

static char *number_text(const Mark *mark)
{
    if (!mark->number)
        return mark->ordinal > 0 ? g_strdup_printf("%d", mark->ordinal) : NULL;
    char *number = one_line(mark->number, mark->number_length);
    return number ? number : g_strdup("-");
}

static void push(Tree *tree, Division *division, Open *open)
{
    Open *parent = top(tree);
    const Division *parent_division = division_at(tree, parent->division);
    if (division->level == DIVISION_ITEM)
        parent->items++;
    division->component = tree->component;
    division->parent = parent->division;
    division->address = division_address(division, parent_division, parent->items);
    open->division = tree->outline->divisions->len;
    g_array_append_val(tree->outline->divisions, *division);
    g_array_append_val(tree->stack, *open);
}

static void open_marked(Tree *tree, guint line, const Mark *mark, DivisionLevel level, gint rank,
                        const HeadingText *heading)
{
    Division division = {.level = level, .first = line_at(tree->lines, line)->block};
    division.heading_end = line_at(tree->lines, heading->last_line)->block + 1;
    division.body_offset = heading->body_offset;
    division.number = number_text(mark);
    division.ordinal = mark->ordinal;
    division.title = heading->title;
    division.automatic = mark->automatic;
    division.informal = !tree->formal && !mark_is_word(mark->style) ? TRUE : rank == RANK_GROUP;
    Open open = {.rank = rank, .style = mark->style, .depth = mark->depth, .delimiter = mark->delimiter};
    open.ordinal = mark->ordinal;
    open.list_level = block_at(tree, line)->list_level;
    open.automatic = mark->automatic;
    push(tree, &division, &open);
}

/* -- Words: Phần … Điều -- */

typedef struct {
    DivisionLevel level;
    gint rank;
} Placement;

static const Placement word_placements[] = {
    [STYLE_PART] = {DIVISION_PART, RANK_PART},
    [STYLE_CHAPTER] = {DIVISION_CHAPTER, RANK_CHAPTER},
    [STYLE_SECTION] = {DIVISION_SECTION, RANK_SECTION},
    [STYLE_SUBSECTION] = {DIVISION_SUBSECTION, RANK_SUBSECTION},
    [STYLE_ARTICLE] = {DIVISION_ARTICLE, RANK_ARTICLE},
};

/* "Điều 5. 1. Hiệu trưởng …": the first clause stands on the line of its article. */
static void take_clause_on_line(Tree *tree, guint line, guint32 offset)
{
    const Block *block = block_at(tree, line);
    Mark mark;
    mark_read_text(block->text + offset, block->length - offset, &mark);
    if (mark.style != STYLE_DECIMAL || mark.ordinal != 1)
        return;
    HeadingText heading = {.last_line = line, .body_offset = offset + mark.after};
    open_marked(tree, line, &mark, DIVISION_CLAUSE, RANK_CLAUSE, &heading);
}

static guint take_word(Tree *tree, guint line, const Mark *mark)
{
    const Placement place = word_placements[mark->style];
    const Block *block = block_at(tree, line);
    HeadingText heading;
    if (mark->style == STYLE_ARTICLE) {
        tree->last_article = mark->ordinal;
        title_of_article(tree->document, tree->lines, line, tree->end, &heading);
    } else {
        title_of_chapter(tree->document, tree->lines, line, tree->end, &heading);
    }
    pop_rank(tree, place.rank, line_at(tree->lines, line)->block);
    open_marked(tree, line, mark, place.level, place.rank, &heading);
    tree->started = TRUE;
    tree->ended = FALSE;
    tree->body_table = block->table;
    if (mark->style == STYLE_ARTICLE && !heading.title && heading.body_offset < block->length)
        take_clause_on_line(tree, line, heading.body_offset);
    return heading.last_line;
}

/* A line that only the sequence makes a heading: "Điều 5 Phạm vi" after Điều 4, "Điều 46 Quy chế" nowhere. */
static gboolean accepts_word(const Tree *tree, const Mark *mark)
{
    if (mark->certain)
        return TRUE;
    return mark->style == STYLE_ARTICLE && mark->ordinal == tree->last_article + 1;
}

/* -- Runs of numbers below the article -- */

static gboolean is_bare_cell(const Tree *tree, guint line)
{
    const Line *self = line_at(tree->lines, line);
    return block_at(tree, line)->place == PLACE_CELL && self->mark.after >= self->end;
}

static guint take_number(Tree *tree, guint line, Mark *mark)
{
    gboolean latin = FALSE;
    if (mark->style == STYLE_LETTER)
        resolve_letter_order(tree, line, mark, &latin);
    if (!accepts_number(tree, mark) || is_bare_cell(tree, line))
        return line;
    const guint8 list_level = block_at(tree, line)->list_level;
    const guint sibling = find_sibling(tree, mark, list_level);
    gint rank = style_rank(mark);
    DivisionLevel level;
    if (sibling > 0) {
        rank = open_at(tree, sibling)->rank;
        level = division_at(tree, open_at(tree, sibling)->division)->level;
    } else {
        level = style_level(tree, mark);
        if (level == DIVISION_POINT && mark->style == STYLE_DECIMAL)
            rank = RANK_SUBPOINT;
    }
    pop_to(tree, sibling > 0 ? sibling : parent_for_new_run(tree, mark), line_at(tree->lines, line)->block);
    HeadingText heading;
    title_of_clause(tree->document, tree->lines, line, tree->end, &heading);
    if (level == DIVISION_ITEM && !line_at(tree->lines, line)->bold && heading.title) {
        g_clear_pointer(&heading.title, g_free);
        heading.body_offset = mark->after;
    }
    open_marked(tree, line, mark, level, rank, &heading);
    top(tree)->latin = latin;
    return heading.last_line;
}

/* -- A. and I. -- */

static gboolean article_follows(const Tree *tree, guint line)
{
    for (guint next = lines_next(tree->lines, line, tree->end);
         next < tree->end && next < line + ARTICLE_REACH; next = lines_next(tree->lines, next, tree->end)) {
        const MarkStyle style = line_at(tree->lines, next)->mark.style;
        if (style != STYLE_NONE && !mark_is_bullet(style))
            return style == STYLE_ARTICLE;
    }
    return FALSE;
}

static gboolean groups_articles(const Tree *tree, guint line)
{
    if (!is_open(tree, STYLE_ARTICLE))
        return TRUE;
    const Line *self = line_at(tree->lines, line);
    return self->capitals || article_follows(tree, line);
}

static gint group_rank(const Tree *tree, const Mark *mark, gint base)
{
    for (guint i = tree->stack->len; i-- > 1;) {
        const Open *open = open_at(tree, i);
        if (open->style == mark->style)
            return open->rank;
        if (open->style == STYLE_ROMAN || open->style == STYLE_UPPER_LETTER)
            return open->rank == base ? base + 1 : base;
    }
    return base;
}

static DivisionLevel group_level(const Tree *tree)
{
    for (guint i = tree->stack->len; i-- > 1;) {
        const DivisionLevel level = division_at(tree, open_at(tree, i)->division)->level;
        if (level == DIVISION_PART || level == DIVISION_CHAPTER || level == DIVISION_SECTION)
            return DIVISION_SECTION;
    }
    return tree->formal ? DIVISION_SECTION : DIVISION_PART;
}

/* A capital letter alone may be an initial or an abbreviation: its run must begin with A. */
static gboolean accepts_group(const Tree *tree, guint line, const Mark *mark)
{
    if (mark->style == STYLE_UPPER_LETTER && mark->ordinal != 1 && !is_open(tree, STYLE_UPPER_LETTER))
        return line_at(tree->lines, line)->capitals || mark->automatic;
    return mark->certain || mark->ordinal == 1;
}

static guint take_group(Tree *tree, guint line, const Mark *mark)
{
    if (!accepts_group(tree, line, mark) || is_bare_cell(tree, line))
        return line;
    const gboolean outer = groups_articles(tree, line);
    const gint rank = group_rank(tree, mark, outer ? RANK_GROUP : RANK_INNER_GROUP);
    HeadingText heading;
    const Line *self = line_at(tree->lines, line);
    const gboolean sentence =
        !self->capitals && self->last == '.'; /* its rule may stand on its line, bold too */
    if (mark->after >= self->end || ((self->capitals || self->bold) && !sentence))
        title_of_chapter(tree->document, tree->lines, line, tree->end, &heading);
    else
        title_of_clause(tree->document, tree->lines, line, tree->end, &heading);
    pop_rank(tree, rank, self->block);
    open_marked(tree, line, mark, outer ? group_level(tree) : DIVISION_CLAUSE, rank, &heading);
    tree->started = TRUE;
    return heading.last_line;
}

/* -- Unnumbered title lines -- */

static gboolean has_letters(const Block *block, guint32 end)
{
    for (const char *at = block->text; at < block->text + end; at = g_utf8_next_char(at)) {
        if (g_unichar_isalpha(g_utf8_get_char(at)))
            return TRUE;
    }
    return FALSE;
}

/* In a table that is not the frame of the whole text. */
static gboolean is_cell(const Tree *tree, guint line)
{
    const Block *block = block_at(tree, line);
    return block->place == PLACE_CELL && block->table != tree->body_table;
}

static gboolean looks_like_heading(const Tree *tree, guint line)
{
    const Line *self = line_at(tree->lines, line);
    const Block *block = block_at(tree, line);
    if (self->mark.style != STYLE_NONE || self->end > HEADING_BYTES || !(self->bold || self->capitals))
        return FALSE;
    if (self->last == '.' || self->last == ';' || self->last == ',' || block->text[0] == '(')
        return FALSE;
    if (block->place == PLACE_TEXT_BOX || is_cell(tree, line))
        return FALSE;
    if (self->phrase != PHRASE_NONE && self->phrase != PHRASE_IMPLEMENTS && self->phrase != PHRASE_BODY &&
        self->phrase != PHRASE_OFFICE && self->phrase != PHRASE_OTHER_KIND)
        return FALSE;
    return has_letters(block, self->end);
}

/* A title line stands over something: text, numbers, or a smaller title line. */
static gboolean is_heading(const Tree *tree, guint line)
{
    if (tree->ended || (tree->formal ? !tree->started : line < tree->front_end) ||
        !looks_like_heading(tree, line))
        return FALSE;
    const guint next = lines_next(tree->lines, line, tree->end);
    if (next >= tree->end)
        return FALSE;
    const Line *below = line_at(tree->lines, next);
    return below->phrase != PHRASE_RECIPIENTS && below->phrase != PHRASE_AUTHORITY &&
           (!looks_like_heading(tree, next) || line_at(tree->lines, line)->capitals);
}

static void take_heading(Tree *tree, guint line)
{
    const Line *self = line_at(tree->lines, line);
    const Block *block = block_at(tree, line);
    const guint next = lines_next(tree->lines, line, tree->end);
    const gboolean over_articles =
        next < tree->end && line_at(tree->lines, next)->mark.style == STYLE_ARTICLE;
    const gint rank = over_articles    ? RANK_GROUP_HEADING
                      : self->capitals ? RANK_CAPITAL_HEADING
                                       : RANK_HEADING;
    pop_rank(tree, rank, self->block);
    Division division = {.level = DIVISION_HEADING, .informal = !tree->formal, .first = self->block};
    division.heading_end = self->block + 1;
    division.body_offset = block->length;
    division.title = one_line(block->text, self->end);
    Open open = {.rank = rank, .list_level = BLOCK_NO_LIST};
    push(tree, &division, &open);
    tree->started = TRUE;
}

/* -- Lines -- */

/* A signature begins with "Nơi nhận", with TM. or KT., or with an office after the last number. */
static gboolean begins_signature(const Tree *tree, guint line)
{
    const Line *self = line_at(tree->lines, line);
    if (!tree->started)
        return FALSE;
    if (self->phrase == PHRASE_RECIPIENTS || self->phrase == PHRASE_AUTHORITY)
        return TRUE;
    return self->phrase == PHRASE_OFFICE && self->capitals && line > tree->last_mark_line;
}

/* Takes the line, and returns the last line that went into it. */
static guint take_line(Tree *tree, guint line)
{
    const Line *self = line_at(tree->lines, line);
    if (begins_signature(tree, line)) {
        pop_to(tree, 1, self->block);
        tree->ended = TRUE;
    }
    Mark mark = self->mark;
    if (mark_is_word(mark.style))
        return accepts_word(tree, &mark) ? take_word(tree, line, &mark) : line;
    if (tree->ended)
        return line;
    resolve_style(tree, &mark);
    if (mark.style == STYLE_ROMAN || mark.style == STYLE_UPPER_LETTER)
        return take_group(tree, line, &mark);
    if (mark.style != STYLE_NONE) {
        if (!tree->started && (tree->formal || self->phrase == PHRASE_BASIS))
            return line;
        tree->started = TRUE;
        return take_number(tree, line, &mark);
    }
    if (is_heading(tree, line))
        take_heading(tree, line);
    return line;
}

static void open_root(Tree *tree, const Component *component)
{
    Division root = {.level = DIVISION_ROOT, .component = tree->component, .first = component->first};
    root.end = component->end;
    root.heading_end = component->first;
    root.parent = tree->outline->divisions->len;
    root.address = g_strdup("");
    Open open = {.division = root.parent, .rank = RANK_ROOT};
    g_array_append_val(tree->outline->divisions, root);
    g_array_append_val(tree->stack, open);
    /* cppcheck-suppress memleak ; the array owns the address now */
}

/* Letterhead, title and bases of a text without Điều: what stands centred, in capitals or in stock phrases
 * down to the first number or ordinary line after the title. */
static guint find_front_end(const Tree *tree)
{
    guint line = tree->first;
    for (; line < tree->end; line++) {
        const Line *self = line_at(tree->lines, line);
        if (line_is_empty(self))
            continue;
        const gboolean front = self->centred || self->capitals || self->phrase != PHRASE_NONE ||
                               is_cell(tree, line) || self->end < 20;
        if (!front || (self->mark.style != STYLE_NONE && self->phrase == PHRASE_NONE))
            break;
    }
    return line;
}

/* A table of one column that holds most of the text, or many lines of it in one cell, is a frame around it,
 * as forms and converters leave it; 0 when there is none. */
static guint32 find_frame(const Tree *tree)
{
    guint32 table = 0;
    guint lines = 0, columns = 0;
    for (guint i = tree->first; i < tree->end; i++) {
        const Block *block = block_at(tree, i);
        if (block->place != PLACE_CELL)
            continue;
        if (block->table != table) {
            table = block->table;
            lines = columns = 0;
        }
        lines += block->length > 0;
        columns = MAX(columns, block->column + 1);
        if (columns == 1 &&
            (lines > (tree->end - tree->first) / 2 || (block->row == 0 && lines >= FRAME_LINES)))
            return table;
    }
    return 0;
}

static void survey(Tree *tree)
{
    for (guint i = tree->first; i < tree->end; i++) {
        const Mark *mark = &line_at(tree->lines, i)->mark;
        tree->formal |= mark->style == STYLE_ARTICLE && mark->certain;
        if (mark->style != STYLE_NONE && !mark_is_bullet(mark->style))
            tree->last_mark_line = i;
    }
    if (!tree->formal) {
        tree->body_table = find_frame(tree);
        tree->front_end = find_front_end(tree);
    }
}

void tree_build(Outline *outline, const GArray *lines, const ComponentLines *component, guint index)
{
    Tree tree = {.outline = outline, .document = outline->document, .lines = lines, .component = index};
    tree.first = component->first_line;
    tree.end = component->end_line;
    tree.kind = component->component.kind;
    tree.stack = g_array_new(FALSE, TRUE, sizeof(Open));
    open_root(&tree, &component->component);
    const guint root = top(&tree)->division;
    survey(&tree);
    for (guint i = tree.first; i < tree.end; i++) {
        guint last = i;
        if (tree.kind != COMPONENT_CONTENTS && !line_is_empty(line_at(lines, i)) &&
            !document_is_late(tree.document))
            last = take_line(&tree, i);
        for (; i < last; i++)
            outline->division_of[line_at(lines, i)->block] = top(&tree)->division;
        outline->division_of[line_at(lines, i)->block] = top(&tree)->division;
    }
    pop_to(&tree, 1, component->component.end);
    division_at(&tree, root)->end = component->component.end;
    g_array_unref(tree.stack);
}
