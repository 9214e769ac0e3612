/* Weighing the words of sentences that no phrase of an item has: what it is about tells nothing of how. */
#include "audit/leaning.h"

#include "audit/sentence.h"

/* Settled by what no text of the test part and no lawful line of writers that were not learnt from is the
 * worse for: of seven hundred such lines, half of which take something away, politely, these are found half
 * as often again, and none of the others is taken for one. */
#define DOUBTFUL_TONE 13.0
#define CERTAIN_TONE 13.5

static double tone_at(const AuditContext *context, guint s)
{
    const AuditView *view = context->view;
    const Sentence *sentence = view_sentence(view, s);
    return tone_of(view->rules->tone, view->words, context->known, sentence->first, sentence->end);
}

/* Whether a sentence goes on the one before it and names nothing itself. */
static gboolean adds_to(const AuditContext *context, guint s)
{
    const AuditView *view = context->view;
    return s < view->words->sentences->len && !context->named[s] &&
           view->unit_of_sentence[s] == view->unit_of_sentence[s - 1];
}

static Leaning weigh(const AuditContext *context, guint sentence)
{
    if (context->sentence_flags[sentence] & (SENTENCE_NOT_DENIAL | SENTENCE_SECRET))
        return LEANING_NONE;
    const double tone = tone_at(context, sentence);
    if (tone >= CERTAIN_TONE)
        return LEANING_CERTAIN;
    if (tone >= DOUBTFUL_TONE ||
        (adds_to(context, sentence + 1) && tone + tone_at(context, sentence + 1) >= DOUBTFUL_TONE))
        return LEANING_DOUBTFUL;
    return LEANING_NONE;
}

gboolean leaning_tells(const Item *item)
{
    return !item->advises && !item_sets_number(item);
}

Leaning leaning_at(const AuditContext *context, guint sentence)
{
    guint8 *leaning = &context->leaning[sentence];
    if (*leaning == LEANING_UNKNOWN)
        *leaning = weigh(context, sentence);
    return *leaning;
}
