/* Every sentence that counts is a line. */
#include "audit/likest.h"

#include "audit/judge.h"
#include "audit/leaning.h"
#include "audit/refusals.h"
#include "audit/sentence.h"

/* Less is chance in a text of some hundred sentences: a thousand times likelier, for one that refuses
 * something of the group; ten thousand, in a section of the group; more, the farther from one. */
#define LEAST_WORTH 7.0
#define LEAST_STATED 9.0
#define LEAST_ALONE 12.0
#define LEAST_STRAYED 15.0
#define LONGEST_LINE 256  /* words; of a longer sentence each so many are a line */
#define ENOUGH_WORTH 12.0 /* of two lines worth so much, the one with the greater margin is the better … */
#define ENOUGH_MARGIN 5.0 /* … up to so much */

struct LikestReading {
    const AuditContext *context;
    LikenessShelf *shelf;
    const GPtrArray *items;
    LikenessLines *lines; /* numbered by sentences; NULL: not read yet */
};

typedef struct {
    LikestReading *reading;
    const Item *item;
    Likest likest;
    GArray *stated; /* NULL, or indexes of the lines that stand for the item: no others are looked for */
} Search;

static double rank_of(double worth, double margin)
{
    return MIN(worth, ENOUGH_WORTH) + 2 * MIN(margin, ENOUGH_MARGIN);
}

static void consider(LikestLine *line, const Resemblance *like, const Match *match, gboolean weak)
{
    if (line->worth <= 0 || rank_of(like->worth, like->margin) > rank_of(line->worth, line->margin))
        *line = (LikestLine){like->worth, like->share, like->margin, *match, weak};
}

/* Whether the search's sentence refuses something of a group in a section of it. */
static gboolean refuses(const AuditContext *context, guint sentence, guint group)
{
    const TextUnit *unit = view_unit(context->view, context->view->unit_of_sentence[sentence]);
    return refusals_hold(context, sentence, group) && !refusals_are_lawful(context, sentence, 1u << group) &&
           (context->blocks[unit->index].groups >> group & 1) &&
           !(context->sentence_flags[sentence] & (SENTENCE_MENTION | SENTENCE_OFF_TOPIC | SENTENCE_REACHES));
}

/* The groups that a block answers to as a heading; 0: it is none, or of no group. */
static guint32 groups_of_heading(const AuditContext *context, guint block)
{
    const Outline *outline = context->view->outline;
    return outline_is_heading(outline, block) ? context->division_groups[outline->division_of[block]] : 0;
}

static double least_worth(gpointer data, guint sentence)
{
    const Search *search = data;
    const AuditContext *context = search->reading->context;
    const BlockContext *block =
        &context->blocks[view_unit(context->view, context->view->unit_of_sentence[sentence])->index];
    const guint group = search->item->group;

    if (context_is_late(context)) /* whoever judges the item asks budget_check_time() */
        return G_MAXDOUBLE;
    if (refusals_hold(context, sentence, group))
        return LEAST_WORTH;
    if ((block->groups & search->item->scope) || (context->topics[sentence] >> group & 1))
        return LEAST_STATED;
    if (search->stated)
        return G_MAXDOUBLE;
    return block->groups ? LEAST_STRAYED : LEAST_ALONE;
}

/* A line that nothing of the item's group governs; what a phrase knows as its own section's is about that. */
static void consider_astray(Search *search, const Resemblance *like, const Match *match,
                            const BlockContext *block)
{
    Likest *likest = &search->likest;

    if (block->shut)
        consider(&likest->shut, like, match, FALSE);
    else if (block->groups == 0)
        consider(&likest->alone, like, match, FALSE);
    else if (!(search->reading->context->named[like->line] & block->groups))
        consider(&likest->strayed, like, match, FALSE);
}

static void see_resemblance(gpointer data, const Resemblance *like)
{
    Search *search = data;
    const AuditContext *context = search->reading->context;
    const Item *item = search->item;
    Likest *likest = &search->likest;
    /* what governs the last word governs the line: the verb may be among the words that are like the item */
    const Match match = {.sentence = like->line, .first = like->end - 1, .end = like->end};
    const guint block = context_block(context, &match);
    const guint32 headed = groups_of_heading(context, block);
    gboolean weak;

    if (headed >> item->group & 1)
        return;
    if (refuses(context, like->line, item->group)) {
        if (!(context->named[like->line] >> item->group & 1))
            consider(&likest->refused, like, &match, FALSE);
        return;
    }
    if (context_is_handled(context, like->line, item) || judge_is_aside(context, item, like->line))
        return;
    const Standing standing = judge_standing(context, item, &match, &weak);
    if (standing == STANDING_SECTION || standing == STANDING_VERB) {
        if (leaning_tells(item) && leaning_at(context, like->line) > LEANING_NONE) {
            consider(&likest->leaning, like, &match, weak);
            return;
        }
        consider(&likest->stated, like, &match, weak);
        if (search->stated)
            g_array_append_val(search->stated, like->index);
    } else if (standing == STANDING_NONE && !item->section_only && !item->catch_all && headed == 0 &&
               context_is_plain(context, &match) && !context_is_denied(context, &match))
        consider_astray(search, like, &match, &context->blocks[block]);
}

LikestReading *likest_reading_new(const AuditContext *context, LikenessShelf *shelf, const GPtrArray *items)
{
    LikestReading *reading = g_new0(LikestReading, 1);

    reading->context = context;
    reading->shelf = shelf;
    reading->items = items;
    return reading;
}

void likest_reading_free(LikestReading *reading)
{
    if (!reading)
        return;
    likeness_lines_free(reading->lines);
    g_free(reading);
}

static void read_lines(LikestReading *reading)
{
    const AuditContext *context = reading->context;
    const AuditView *view = context->view;

    reading->lines = likeness_lines_new(likeness_of(reading->shelf, reading->items), LEAST_WORTH);
    for (guint s = 0; s < view->body_end; s++) {
        const TextUnit *unit = view_unit(view, view->unit_of_sentence[s]);
        const Sentence *sentence = view_sentence(view, s);
        if (unit->kind != UNIT_BLOCK || context->blocks[unit->index].proof != PLACE_COUNTS)
            continue;
        for (guint first = sentence->first; first < sentence->end; first += LONGEST_LINE)
            likeness_lines_add(reading->lines, view->words, first, MIN(first + LONGEST_LINE, sentence->end),
                               s);
    }
}

/* Looks through all lines; whether the item is one of those that are read. */
static gboolean search_lines(Search *search, guint *index)
{
    LikestReading *reading = search->reading;

    if (!reading->lines)
        read_lines(reading);
    if (!g_ptr_array_find((GPtrArray *)reading->items, search->item, index))
        return FALSE;
    likeness_measure(reading->lines, *index,
                     &(Measure){least_worth, see_resemblance, search, .alone = search->stated != NULL});
    return TRUE;
}

Likest likest_find(LikestReading *reading, const Item *item)
{
    Search search = {.reading = reading, .item = item};
    guint index;

    search_lines(&search, &index);
    return search.likest;
}

double likest_wholeness(LikestReading *reading, const Item *item, LikestLine *likest)
{
    g_autoptr(GArray) stated = g_array_new(FALSE, FALSE, sizeof(guint));
    Search search = {.reading = reading, .item = item, .stated = stated};
    guint index;
    const gboolean read = search_lines(&search, &index);

    *likest = search.likest.stated;
    return read && stated->len > 0 ? likeness_wholeness(reading->lines, index, stated) : -G_MAXDOUBLE;
}
