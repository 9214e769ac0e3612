/* Runs of numbers below the article. A number belongs to the run it continues, and a new style of number
 * opens a deeper level, as the eye reads it. */
#include "document/runs.h"

#include <string.h>

/* How far ahead the next letter of a run is looked for. */
#define LETTER_REACH 60
#define MULTI_DEPTH 9

/* -- Open runs -- */

gboolean is_open(const Tree *tree, MarkStyle style)
{
    for (guint i = tree->stack->len; i-- > 1;) {
        if (open_at(tree, i)->style == style)
            return TRUE;
    }
    return FALSE;
}

static const Open *find_open(const Tree *tree, MarkStyle style)
{
    for (guint i = tree->stack->len; i-- > 1 && open_at(tree, i)->rank > RANK_LAST_BARRIER;) {
        if (open_at(tree, i)->style == style)
            return open_at(tree, i);
    }
    return NULL;
}

/* -- Which of two readings -- */

static gint letters_in(const Open *open)
{
    return open ? open->ordinal : 0;
}

/* "i)" after "h)" is a letter, after anything else the first of i, ii, iii; "v)" goes with iv. */
static void resolve_lower(const Tree *tree, Mark *mark)
{
    const Open *letters = find_open(tree, STYLE_LETTER);
    const Open *romans = find_open(tree, STYLE_LOWER_ROMAN);
    const gint roman = mark->alternative_ordinal;
    const gboolean continues = romans && romans->ordinal + 1 == roman;
    const gboolean starts =
        roman == 1 && letters_in(letters) != mark->ordinal - 1 && letters_in(letters) != 8;
    if (!continues && !starts)
        return;
    mark->style = STYLE_LOWER_ROMAN;
    mark->ordinal = roman;
}

/* "C." goes with A. and B.; "I.", "V." and "X." are Roman unless the letters have come as far. */
static void resolve_upper(const Tree *tree, Mark *mark)
{
    gint letters = 0;
    for (guint i = tree->stack->len; i-- > 1;) {
        if (open_at(tree, i)->style == STYLE_UPPER_LETTER)
            letters = MAX(letters, open_at(tree, i)->ordinal);
    }
    if (letters > 0 && (letters + 1 == mark->ordinal || mark->alternative_ordinal > 10))
        return;
    mark->style = STYLE_ROMAN;
    mark->ordinal = mark->alternative_ordinal;
}

void resolve_style(const Tree *tree, Mark *mark)
{
    if (mark->alternative == STYLE_LOWER_ROMAN)
        resolve_lower(tree, mark);
    else if (mark->alternative == STYLE_ROMAN)
        resolve_upper(tree, mark);
}

/* After d without đ: the run goes a b c d e f when an f follows, or nothing does. */
static gboolean run_is_latin(const Tree *tree, guint line, const Mark *mark)
{
    if (mark->automatic)
        return TRUE;
    const guint end = MIN(tree->end, line + LETTER_REACH);
    for (guint next = lines_next(tree->lines, line, end); next < end;
         next = lines_next(tree->lines, next, end)) {
        const Mark *other = &line_at(tree->lines, next)->mark;
        if (other->style == STYLE_LETTER && other->number_length == 1)
            return other->number[0] == 'f';
        if (other->style == STYLE_ARTICLE || other->style == STYLE_DECIMAL)
            break;
    }
    return TRUE;
}

void resolve_letter_order(const Tree *tree, guint line, Mark *mark, gboolean *latin)
{
    const Open *run = find_open(tree, STYLE_LETTER);
    *latin = run && run->latin;
    const gint in_latin = letter_latin_ordinal(mark->number, mark->number_length);
    if (in_latin == 0 || !run)
        return;
    if (!*latin && run->ordinal == 4 && in_latin == 5)
        *latin = run_is_latin(tree, line, mark);
    if (*latin)
        mark->ordinal = in_latin;
}

/* -- Runs -- */

gint style_rank(const Mark *mark)
{
    switch (mark->style) {
    case STYLE_DECIMAL:
        return RANK_CLAUSE;
    case STYLE_MULTI:
        return RANK_CLAUSE + (gint)MIN(mark->depth, MULTI_DEPTH);
    case STYLE_LETTER:
        return RANK_POINT;
    case STYLE_BRACKETED:
        return RANK_SUBPOINT;
    case STYLE_LOWER_ROMAN:
        return RANK_SUBPOINT + 1;
    default:
        return RANK_ITEM + (gint)(mark->style - STYLE_DASH);
    }
}

DivisionLevel style_level(const Tree *tree, const Mark *mark)
{
    switch (mark->style) {
    case STYLE_DECIMAL:
        return find_open(tree, STYLE_LETTER) ? DIVISION_POINT : DIVISION_CLAUSE;
    case STYLE_MULTI:
        return DIVISION_CLAUSE;
    case STYLE_LETTER:
    case STYLE_LOWER_ROMAN:
    case STYLE_BRACKETED:
        return DIVISION_POINT;
    default:
        return DIVISION_ITEM;
    }
}

static gboolean same_run(const Open *open, const Mark *mark)
{
    return open->style == mark->style && (mark->style != STYLE_MULTI || open->depth == mark->depth);
}

/* A list inside a list of the same kind: deeper in the file's own numbering, or numbered another way. */
static gboolean nests_in(const Open *open, const Mark *mark, guint8 list_level)
{
    if (mark->ordinal != 1 || mark_is_bullet(mark->style) || mark->style == STYLE_MULTI)
        return FALSE;
    if (open->automatic && mark->automatic && list_level != BLOCK_NO_LIST &&
        open->list_level != BLOCK_NO_LIST)
        return list_level > open->list_level;
    return open->delimiter != mark->delimiter && open->ordinal > 0 && mark->style == STYLE_DECIMAL &&
           mark->delimiter == ')';
}

guint find_sibling(const Tree *tree, const Mark *mark, guint8 list_level)
{
    guint found = 0;
    for (guint i = tree->stack->len; i-- > 1 && open_at(tree, i)->rank > RANK_LAST_BARRIER;) {
        const Open *open = open_at(tree, i);
        if (!same_run(open, mark))
            continue;
        const gboolean continues = open->ordinal + 1 == mark->ordinal;
        if (continues && open->delimiter == mark->delimiter)
            return i;
        if (found == 0 && !nests_in(open, mark, list_level))
            found = i;
        else if (continues && open_at(tree, found)->ordinal + 1 != mark->ordinal)
            found = i;
    }
    return found;
}

/* Numbers begin inside a letter's list when there is no run of numbers that the letters belong to. */
static gboolean begins_below_letter(const Tree *tree, const Mark *mark)
{
    return mark->style == STYLE_DECIMAL && mark->ordinal == 1 && find_open(tree, STYLE_LETTER);
}

guint parent_for_new_run(const Tree *tree, const Mark *mark)
{
    gint rank = style_rank(mark);
    if (begins_below_letter(tree, mark) || (mark->style == STYLE_DECIMAL && find_open(tree, STYLE_DECIMAL)))
        rank = RANK_SUBPOINT;
    guint length = tree->stack->len;
    if (mark_is_bullet(mark->style))
        return length;
    while (length > 1 && open_at(tree, length - 1)->rank > MAX(rank, RANK_LAST_BARRIER))
        length--;
    return length;
}

/* Marks that could be a number in a sentence count only as the next of a run, or the first. */
gboolean accepts_number(const Tree *tree, const Mark *mark)
{
    if (mark_is_bullet(mark->style) || mark->automatic)
        return TRUE;
    const Open *run = find_open(tree, mark->style);
    const gboolean in_sequence = mark->ordinal == 1 || (run && run->ordinal < mark->ordinal);
    if (mark->style == STYLE_LETTER && mark->delimiter != ')')
        return in_sequence;
    if (mark->style == STYLE_DECIMAL && mark->ordinal == 0)
        return FALSE;
    return mark->certain || mark->ordinal == 1 || (run && run->ordinal + 1 == mark->ordinal);
}
