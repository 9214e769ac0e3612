/* Negation, strength, exception and government within one sentence (rules/README.md, "Negation, exception and
 * strength"). */
#include "audit/sentence.h"

#include <string.h>

#include "audit/handled.h"

#define FEW_MATCHES 8    /* of a phrase in a sentence: looked at one by one */
#define CLOSE_WORDS 10   /* of a match: between words farther apart something else may stand */
#define WEAKENER_REACH 3 /* words between "có thể" and the verb it weakens */

static void flag_sentences(const AuditView *view, const PhraseIds *phrases, guint16 flag, guint16 *flags)
{
    for (guint i = 0; i < phrases->len; i++) {
        guint count;
        const Match *matches = view_matches(view, g_array_index(phrases, guint, i), &count);
        for (guint k = 0; k < count; k++)
            flags[matches[k].sentence] |= flag;
    }
}

gboolean sentence_asks_at(const AuditView *view, guint first)
{
    return first + 1 < view->words->words->len &&
           (words_at(view->words, first + 1)->flags & (WORD_AFTER_COMMA | WORD_AFTER_COLON));
}

static gint by_first_word(gconstpointer a, gconstpointer b)
{
    const Match *x = *(const Match *const *)a, *y = *(const Match *const *)b;
    return x->first < y->first ? -1 : x->first > y->first;
}

/* The verbs of a group in the order of the text; of those that begin at one word in the order of the rules.
 */
static GPtrArray *verbs_of_group(const AuditView *view, const Group *group)
{
    GPtrArray *verbs = g_ptr_array_new();
    for (guint i = 0; i < group->verbs->len; i++) {
        guint count;
        const Match *matches = view_matches(view, g_array_index(group->verbs, guint, i), &count);
        for (guint k = 0; k < count; k++)
            g_ptr_array_add(verbs, (gpointer)&matches[k]);
    }
    g_ptr_array_sort(verbs, by_first_word);
    return verbs;
}

static void note_verbs(AuditContext *context)
{
    const AuditView *view = context->view;
    const GPtrArray *groups = view->rules->groups;
    context->verbs = g_new(GPtrArray *, groups->len + 1);
    context->topics = g_new0(guint32, view->words->sentences->len + 1);
    for (guint g = 0; g < groups->len; g++) {
        const GPtrArray *verbs = context->verbs[g] = verbs_of_group(view, groups->pdata[g]);
        for (guint i = 0; !((const Group *)groups->pdata[g])->everyday && i < verbs->len; i++)
            context->topics[((const Match *)verbs->pdata[i])->sentence] |= 1u << g;
    }
}

/* Whether a clause of its sentence begins at a match. */
static gboolean begins_clause(const AuditView *view, const Match *match)
{
    return match->first == words_opening(view->words, view_sentence(view, match->sentence)) ||
           (words_at(view->words, match->first)->flags & (WORD_AFTER_COMMA | WORD_AFTER_COLON));
}

/* How many of the verbs begin at or before a word. */
static guint verbs_up_to(const GPtrArray *verbs, guint word)
{
    guint low = 0, high = verbs->len;

    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (((const Match *)verbs->pdata[middle])->first <= word)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether a sentence has a verb of a group outside a match ("do tư vấn lập, Đảng ủy cho ý kiến" has it
 * within). */
static gboolean has_other_verb(const AuditContext *context, guint group, const Match *match)
{
    const GPtrArray *verbs = context->verbs[group];
    for (guint i = verbs_up_to(verbs, match->first); i-- > 0;) {
        const Match *verb = verbs->pdata[i];
        if (verb->sentence != match->sentence)
            break;
        if (verb->first < match->first)
            return TRUE;
    }
    const guint next = verbs_up_to(verbs, match->end - 1);
    return next < verbs->len && ((const Match *)verbs->pdata[next])->sentence == match->sentence;
}

/* Per sentence the groups of which it says what else is done with a thing, and has no verb of theirs beside
 * it. */
static void note_handled(AuditContext *context)
{
    const AuditView *view = context->view;
    const GPtrArray *groups = view->rules->groups;
    context->handled = g_new0(guint32, view->words->sentences->len + 1);
    for (guint g = 0; g < groups->len; g++) {
        const PhraseIds *phrases = ((const Group *)groups->pdata[g])->handled;
        for (guint i = 0; i < phrases->len; i++) {
            guint count;
            const Match *matches = view_matches(view, g_array_index(phrases, guint, i), &count);
            for (guint k = 0; k < count; k++)
                if (begins_clause(view, &matches[k]) && !has_other_verb(context, g, &matches[k]))
                    context->handled[matches[k].sentence] |= 1u << g;
        }
    }
}

/* Whether a sentence is of the title of its division. */
static gboolean is_of_title(const AuditView *view, const Division *division, guint sentence)
{
    const TextUnit *unit = view_unit(view, view->unit_of_sentence[sentence]);
    const Sentence *line = view_sentence(view, sentence);
    if (!division->title || unit->index >= division->heading_end || line->first >= line->end)
        return FALSE;
    return unit->index + 1 < division->heading_end ||
           words_at(view->words, line->first)->start - unit->offset < division->body_offset;
}

static guint division_of_sentence(const AuditView *view, guint sentence)
{
    return view->outline->division_of[view_unit(view, view->unit_of_sentence[sentence])->index];
}

/* Where a title itself says so, what stands below it is no entry of the group either, up to a title that
 * answers to it, but for sentences with its verb. */
static void note_handled_below_titles(AuditContext *context)
{
    const AuditView *view = context->view;
    const Outline *outline = view->outline;
    const guint count = outline->divisions->len;
    g_autofree guint32 *told = g_new0(guint32, count + 1); /* per division: groups */

    for (guint s = 0; s < view->body_end; s++) {
        const guint d = division_of_sentence(view, s);
        if (is_of_title(view, outline_division(outline, d), s))
            told[d] |= context->handled[s];
    }
    for (guint d = 0; d < count; d++) /* what is below a division stands behind it */
        if (outline_division(outline, d)->parent != d)
            told[d] |= told[outline_division(outline, d)->parent] & ~context->division_groups[d];
    for (guint s = 0; s < view->body_end; s++)
        context->handled[s] |= told[division_of_sentence(view, s)] & ~context->topics[s];
}

/* A title names what the text below it deals with: where more of that says what else is done with the thing
 * than has a verb of the group, the title is no entry of the group either. */
static void note_handled_titles(AuditContext *context)
{
    const AuditView *view = context->view;
    const Outline *outline = view->outline;
    const guint groups = view->rules->groups->len, count = outline->divisions->len;
    guint32 some = 0; /* groups of which any sentence says so */

    for (guint s = 0; s < view->body_end; s++)
        some |= context->handled[s];
    if (some == 0)
        return;
    g_autofree gint *handled =
        g_new0(gint, (gsize)groups * count + 1); /* sentences, less those with a verb */
    for (guint s = 0; s < view->body_end; s++) {
        const guint32 told = (context->handled[s] | context->topics[s]) & some;
        const guint d = division_of_sentence(view, s);
        if (told == 0 || is_of_title(view, outline_division(outline, d), s))
            continue;
        for (guint g = 0; g < groups; g++)
            handled[d * groups + g] +=
                (gint)(context->handled[s] >> g & 1) - (gint)((told & ~context->handled[s]) >> g & 1);
    }
    for (guint d = count; d-- > 0;) /* depth first: what is below a division stands behind it */
        for (guint g = 0; g < groups && outline_division(outline, d)->parent != d; g++)
            handled[outline_division(outline, d)->parent * groups + g] += handled[d * groups + g];
    for (guint s = 0; s < view->body_end; s++) {
        const guint d = division_of_sentence(view, s);
        if (!is_of_title(view, outline_division(outline, d), s))
            continue;
        for (guint g = 0; g < groups; g++)
            if (handled[d * groups + g] > 0)
                context->handled[s] |= 1u << g;
    }
}

void sentences_handled_by_titles(AuditContext *context)
{
    note_handled_below_titles(context);
    note_handled_titles(context);
}

/* What phrases of items name; those of packs that are not in force were not looked for, and match nowhere. */
static void note_named(AuditContext *context)
{
    const AuditView *view = context->view;
    context->named = g_new0(guint32, view->words->sentences->len + 1);
    context->known = g_new0(guint8, view->words->words->len + 1);
    for (guint i = 0; i < view->matches->len; i++) {
        const Match *match = &g_array_index(view->matches, Match, i);
        const guint32 groups = g_array_index(view->rules->phrase_groups, guint32, match->phrase);
        context->named[match->sentence] |= groups;
        if (groups != 0 && match->end - match->first <= CLOSE_WORDS)
            memset(context->known + match->first, TRUE, match->end - match->first);
    }
}

void sentences_flag(AuditContext *context)
{
    const AuditView *view = context->view;
    context->sentence_flags = g_new0(guint16, view->words->sentences->len + 1);
    flag_sentences(view, view->rules->mentions, SENTENCE_MENTION, context->sentence_flags);
    flag_sentences(view, view->rules->off_topics, SENTENCE_OFF_TOPIC, context->sentence_flags);
    flag_sentences(view, view->rules->operatives, SENTENCE_OPERATIVE, context->sentence_flags);
    flag_sentences(view, view->rules->weakeners, SENTENCE_WEAKENED, context->sentence_flags);
    flag_sentences(view, view->rules->reservations, SENTENCE_WEAKENED, context->sentence_flags);
    flag_sentences(view, view->rules->exceptions, SENTENCE_EXCEPTION, context->sentence_flags);
    flag_sentences(view, view->rules->negations, SENTENCE_NEGATION, context->sentence_flags);
    flag_sentences(view, view->rules->not_denials, SENTENCE_NOT_DENIAL, context->sentence_flags);
    flag_sentences(view, view->rules->back_references, SENTENCE_BACK, context->sentence_flags);
    flag_sentences(view, view->rules->lawful_secrets, SENTENCE_SECRET, context->sentence_flags);
    note_verbs(context);
    note_handled(context);
    handled_hand_down(context);
    note_named(context);
}

/* How many of the matches, which are in the order of the text, begin at or before a word. */
static guint count_up_to(const Match *matches, guint count, guint word)
{
    guint low = 0, high = count;

    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (matches[middle].first <= word)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The first of the matches of a phrase, which are in the order of the text, that may reach to a word. */
static guint first_reaching(const AuditView *view, guint phrase, const Match *matches, guint count,
                            guint word)
{
    if (count <= FEW_MATCHES)
        return 0;
    guint longest = view_longest_match(view, phrase);
    return word > longest ? count_up_to(matches, count, word - longest - 1) : 0;
}

const Match *sentence_match_ending_at(const AuditView *view, const PhraseIds *phrases, guint sentence,
                                      guint end)
{
    for (guint i = 0; i < phrases->len; i++) {
        guint count, phrase = g_array_index(phrases, guint, i);
        const Match *matches = view_sentence_matches(view, phrase, sentence, &count);
        for (guint k = first_reaching(view, phrase, matches, count, end);
             k < count && matches[k].first <= end; k++)
            if (matches[k].end == end)
                return &matches[k];
    }
    return NULL;
}

gboolean sentence_denies_at(const AuditContext *context, guint sentence, guint first)
{
    const AuditView *view = context->view;
    if (!(context->sentence_flags[sentence] & SENTENCE_NEGATION) ||
        (context->sentence_flags[sentence] & SENTENCE_NOT_DENIAL))
        return FALSE;
    const Match *negation = sentence_match_ending_at(view, view->rules->negations, sentence, first);
    return negation && !sentence_asks_at(view, negation->first) &&
           !sentence_match_ending_at(view, view->rules->nominals, sentence, negation->first);
}

gboolean sentence_denies_outright(const AuditContext *context, guint sentence, guint first)
{
    const AuditView *view = context->view;
    if (!sentence_denies_at(context, sentence, first))
        return FALSE;
    return begins_clause(view, sentence_match_ending_at(view, view->rules->negations, sentence, first));
}

/* Whether a reservation opens a clause that goes on: it speaks of that, and not of what stands before the
 * comma ("công khai kế hoạch, khi cần thì giải thích"). One between commas does not. */
static gboolean opens_clause(const AuditView *view, const Match *match)
{
    const Sentence *sentence = view_sentence(view, match->sentence);
    return (words_at(view->words, match->first)->flags & WORD_AFTER_COMMA) && match->end < sentence->end &&
           !(words_at(view->words, match->end)->flags & WORD_AFTER_COMMA);
}

/* Whether one of the phrases stands closely before word first, or, where that weakens too, after it. */
static gboolean weakens(const AuditView *view, const PhraseIds *phrases, guint sentence, guint first,
                        gboolean after)
{
    const guint from = first > WEAKENER_REACH ? first - WEAKENER_REACH : 0;
    for (guint i = 0; i < phrases->len; i++) {
        guint count, phrase = g_array_index(phrases, guint, i);
        const Match *matches = view_sentence_matches(view, phrase, sentence, &count);
        for (guint k = first_reaching(view, phrase, matches, count, from);
             k < count && (after || matches[k].first <= first); k++)
            if (matches[k].end > first ? after && !opens_clause(view, &matches[k])
                                       : first - matches[k].end <= WEAKENER_REACH)
                return TRUE;
    }
    return FALSE;
}

gboolean sentence_weakens_at(const AuditContext *context, guint sentence, guint first)
{
    const AuditView *view = context->view;
    if (!(context->sentence_flags[sentence] & SENTENCE_WEAKENED))
        return FALSE;
    return weakens(view, view->rules->weakeners, sentence, first, FALSE) ||
           weakens(view, view->rules->reservations, sentence, first, TRUE);
}

gboolean sentence_is_left_open(const AuditContext *context, guint index)
{
    const AuditView *view = context->view;
    const PhraseIds *phrases = view->rules->reservations;
    const Sentence *sentence = view_sentence(view, index);
    if (!(context->sentence_flags[index] & SENTENCE_WEAKENED))
        return FALSE;
    for (guint i = 0; i < phrases->len; i++) {
        guint count;
        const Match *matches = view_sentence_matches(view, g_array_index(phrases, guint, i), index, &count);
        for (guint k = 0; k < count; k++)
            if (matches[k].first <= words_opening(view->words, sentence) || matches[k].end == sentence->end)
                return TRUE;
    }
    return FALSE;
}

const Match *sentence_verb(const AuditContext *context, guint group, guint sentence, guint first)
{
    const Sentence *words = view_sentence(context->view, sentence);
    const GPtrArray *verbs = context->verbs[group];
    guint next = verbs_up_to(verbs, MIN(first, words->end - 1));
    const Match *before = next > 0 ? verbs->pdata[next - 1] : NULL;
    const Match *after = next < verbs->len ? verbs->pdata[next] : NULL;

    if (!before || before->sentence != sentence)
        return after && after->sentence == sentence ? after : NULL;
    while (next > 1 && ((const Match *)verbs->pdata[next - 2])->first == before->first)
        next--;
    return verbs->pdata[next - 1];
}

gboolean sentence_continues(const AuditView *view, guint sentence)
{
    if (sentence == 0 || view->unit_of_sentence[sentence] != view->unit_of_sentence[sentence - 1])
        return FALSE;
    const Sentence *before = view_sentence(view, sentence - 1);
    const Sentence *here = view_sentence(view, sentence);
    guint32 start = words_at(view->words, before->end - 1)->end,
            end = words_at(view->words, here->first)->start;
    return memchr(view->text->str + start, ';', end - start) != NULL;
}

gboolean sentence_goes_on(const AuditContext *context, guint sentence, guint group)
{
    const AuditView *view = context->view;
    return sentence > 0 && view->unit_of_sentence[sentence] == view->unit_of_sentence[sentence - 1] &&
           view_unit(view, view->unit_of_sentence[sentence])->kind == UNIT_BLOCK &&
           (context->topics[sentence] & ~(1u << group)) == 0;
}

gboolean sentence_excepts(const AuditContext *context, const Match *match)
{
    const AuditView *view = context->view;
    if (!(context->sentence_flags[match->sentence] & SENTENCE_EXCEPTION))
        return FALSE;
    const Match *exception = view_match_in_sentence(view, view->rules->exceptions, match->sentence);
    if (exception->end > match->first)
        return FALSE;
    for (guint g = 0; g < view->rules->groups->len; g++) { /* a verb after it ends the exception */
        const Group *group = view->rules->groups->pdata[g];
        for (guint i = 0; i < group->verbs->len; i++) {
            guint count;
            const Match *verbs =
                view_sentence_matches(view, g_array_index(group->verbs, guint, i), match->sentence, &count);
            if (count_up_to(verbs, count, match->first) > count_up_to(verbs, count, exception->end - 1))
                return FALSE;
        }
    }
    return TRUE;
}
