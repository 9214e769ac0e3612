/* A section's theme, by the words of all its lines: groups are classes of a naive Bayes classifier (Lewis,
 * "Naive (Bayes) at forty", 1998), learnt from known wordings and the headings that they stand under. */
#include "audit/theme.h"

#include "audit/sections.h"
#include "audit/sentence.h"

/* How much likelier (as a natural logarithm) the words must be of one group than of the next. Of 461 articles
 * of regulations for development where it was 40 or more the group was a wrong one in none. */
#define LEAST_LEAD 40.0
#define LABEL_WORDS 2 /* "Điều 5" */

/* Whether a division is as small as a section may be: an article, or what has a title, without another in it.
 */
static gboolean may_be_section(const Division *division)
{
    return division->level != DIVISION_ROOT && (division->level <= DIVISION_HEADING || division->title);
}

static gboolean *find_sections(const Outline *outline)
{
    gboolean *is_section = g_new0(gboolean, outline->divisions->len + 1);
    for (guint d = outline->divisions->len; d-- > 0;) { /* inner ones are behind outer ones */
        const Division *division = outline_division(outline, d);
        is_section[d] = may_be_section(division);
        for (guint inner = d + 1; is_section[d] && inner < outline->divisions->len &&
                                  outline_division(outline, inner)->first < division->end;
             inner++)
            if (may_be_section(outline_division(outline, inner)))
                is_section[d] = FALSE;
    }
    return is_section;
}

static gboolean is_ungoverned(const AuditContext *context, guint block)
{
    return context->blocks[block].proof == PLACE_COUNTS && context->blocks[block].groups == 0;
}

/* Whether a sentence denies or weakens what it is about. */
static gboolean denies(const AuditContext *context, guint sentence)
{
    return (context->sentence_flags[sentence] & (SENTENCE_NEGATION | SENTENCE_WEAKENED)) ||
           context->refused[sentence];
}

/* Which divisions have a title that denies what it is about: "Những việc không đưa ra". */
static gboolean *find_denied_titles(const AuditContext *context)
{
    const AuditView *view = context->view;
    gboolean *denied = g_new0(gboolean, view->outline->divisions->len + 1);
    for (guint u = 0; u < view->units->len; u++) {
        const TextUnit *unit = view_unit(view, u);
        for (guint s = unit->first_sentence; unit->kind == UNIT_TITLE && s < unit->end_sentence; s++)
            denied[unit->index] = denied[unit->index] || denies(context, s);
    }
    return denied;
}

static guint block_of(const AuditView *view, guint sentence)
{
    return view_unit(view, view->unit_of_sentence[sentence])->index;
}

/* The sentences of the blocks [first, end): the first, and the one after the last. FALSE: there are none. */
static gboolean sentences_of(const AuditView *view, guint first, guint end, guint *from, guint *to)
{
    *from = *to = view_sentence_from(view, first);
    while (*to < view->body_end && block_of(view, *to) < end)
        ++*to;
    return *from < *to;
}

/* Whether a line opens what follows it by a denial: "Những việc sau không đưa ra ngoài:". */
static gboolean opens_with_denial(const AuditContext *context, guint sentence)
{
    const AuditView *view = context->view;
    const guint block = block_of(view, sentence);
    return denies(context, sentence) &&
           (sentence + 1 >= view->body_end || block_of(view, sentence + 1) != block) &&
           block_last_character(document_block(view->outline->document, block)) == ':';
}

static void shut(AuditContext *context, guint first, guint end)
{
    for (guint b = first; b < end; b++)
        context->blocks[b].shut = is_ungoverned(context, b);
}

/* Shuts the lists that sentences [from, to) open by a denial, and them; a list in a list is shut with it. */
static void shut_denied_lists(AuditContext *context, guint from, guint to, guint *ends)
{
    guint done = 0;

    for (guint s = from; s < to; s++)
        if (opens_with_denial(context, s)) {
            const guint block = block_of(context->view, s);
            const guint end = sections_list_end(context->view->outline, block, ends);
            shut(context, MAX(block, done), end);
            done = MAX(done, end);
        }
}

/* Whether a sentence is nothing but a typed label: "Điều 5." */
static gboolean is_label(const Words *words, const Sentence *sentence)
{
    return sentence->end - sentence->first <= LABEL_WORDS &&
           (words_at(words, sentence->end - 1)->flags & WORD_NUMBER);
}

/* The lines of a section that nothing governs, but for lists that are opened by a denial; NULL: it is
 * governed or its title denies, or it has none. */
static LikenessLines *read_section(AuditContext *context, const Likeness *likeness, const Division *division,
                                   gboolean denied, guint *ends)
{
    const AuditView *view = context->view;
    guint from, to;

    if (!is_ungoverned(context, division->first) ||
        !sentences_of(view, division->first, division->end, &from, &to))
        return NULL;
    if (denied) {
        shut(context, division->first, division->end);
        return NULL;
    }
    shut_denied_lists(context, from, to, ends);
    LikenessLines *lines = likeness_lines_new(likeness, G_MAXDOUBLE);
    for (guint s = from; s < to; s++) {
        const Sentence *sentence = view_sentence(view, s);
        const guint block = block_of(view, s);
        if (is_ungoverned(context, block) && !context->blocks[block].shut && !is_label(view->words, sentence))
            likeness_lines_add(lines, view->words, sentence->first, sentence->end, s);
    }
    return lines;
}

/* The group that the lines are of; -1: none leads far enough. */
static gint leading_group(const LikenessLines *lines, guint groups, double *worths)
{
    guint best = 0, next = 1;

    likeness_weigh(lines, worths);
    for (guint g = 1; g < groups; g++)
        if (worths[g] > worths[best]) {
            next = best;
            best = g;
        } else if (g != best && (next == best || worths[g] > worths[next])) {
            next = g;
        }
    return worths[best] - worths[next] >= LEAST_LEAD ? (gint)best : -1;
}

static void give_theme(AuditContext *context, guint d, guint group)
{
    const Division *division = outline_division(context->view->outline, d);
    context->division_groups[d] |= 1u << group;
    for (guint b = division->first; b < division->end; b++)
        if (is_ungoverned(context, b) && !context->blocks[b].shut) {
            context->blocks[b].groups = 1u << group;
            context->blocks[b].themed = 1u << group;
        }
}

void themes_find(AuditContext *context, LikenessShelf *shelf, const GPtrArray *items)
{
    const Outline *outline = context->view->outline;
    const guint groups = context->view->rules->groups->len;
    const Likeness *likeness = likeness_of_groups(shelf, items);
    g_autofree gboolean *is_section = find_sections(outline);
    g_autofree gboolean *denied = find_denied_titles(context);
    g_autofree double *worths = g_new(double, groups);
    g_autofree guint *ends = g_new0(guint, outline->divisions->len + 1);

    for (guint d = 0; d < outline->divisions->len && !context_is_late(context); d++) {
        if (!is_section[d])
            continue;
        g_autoptr(LikenessLines) lines =
            read_section(context, likeness, outline_division(outline, d), denied[d], ends);
        const gint group = lines ? leading_group(lines, groups, worths) : -1;
        if (group >= 0)
            give_theme(context, d, (guint)group);
    }
}
