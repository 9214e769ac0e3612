/* Judging one part of an item: every place where it is said counts, is denied or refused, or counts for
 * nothing; the gravest of them is what the part is. */
#include "audit/judge_part.h"

#include <math.h>

#include "audit/judge.h"
#include "audit/leaning.h"
#include "audit/refusals.h"

#define CHOICE 2       /* parts of a list to choose from beyond those that it asks for */
#define TOLERANCE 0.02 /* months are 30 days and years 365: no conflict for a day in fifty */

/* Letterhead, title, bases and recipients: words there are nobody's rule. */
static gboolean is_front_matter(const AuditContext *context, const Match *match)
{
    const TextUnit *unit = view_unit_of_match(context->view, match);
    return !view_unit_is_text(unit) || context->blocks[unit->index].proof == PLACE_FRONT ||
           unit->index == context->number_block || unit->index == context->title_block;
}

static void nearest_consider(const AuditContext *context, Nearest *nearest, const Match *match,
                             Standing standing)
{
    /* the more nearly it would have counted, the better it explains */
    static const guint rank[] = {[STANDING_EXCEPTION] = 5, [STANDING_DENIED] = 6,   [STANDING_REFUSED] = 6,
                                 [STANDING_MENTION] = 4,   [STANDING_NO_PROOF] = 3, [STANDING_NONE] = 2};
    if ((nearest->is_set && rank[nearest->standing] >= rank[standing]) || is_front_matter(context, match))
        return;
    *nearest = (Nearest){match, standing, TRUE};
}

gboolean judge_is_aside(const AuditContext *context, const Item *item, guint sentence)
{
    return item->asides->len > 0 && view_match_in_sentence(context->view, item->asides, sentence);
}

Standing judge_standing(const AuditContext *context, const Item *item, const Match *match, gboolean *weak)
{
    if (judge_is_aside(context, item, match->sentence)) {
        *weak = FALSE;
        return STANDING_NONE;
    }
    Standing standing = context_standing(context, match, item, weak);
    if (item->principles && context_is_principle(context, match))
        return STANDING_VERB;
    if (item->section_only && standing == STANDING_VERB)
        return STANDING_NONE;
    if (item->anywhere &&
        (standing == STANDING_NONE || standing == STANDING_VERB || standing == STANDING_MENTION) &&
        context_is_plain(context, match)) {
        if (refusals_govern(context, match->sentence, item->group))
            return STANDING_REFUSED;
        return context_is_denied(context, match) ? STANDING_DENIED : STANDING_VERB;
    }
    return standing;
}

static gboolean is_looser(const Part *part, const Quantity *quantity)
{
    return (!isnan(part->most) && quantity->high > part->most * (1 + TOLERANCE)) ||
           (!isnan(part->least) && quantity->low < part->least * (1 - TOLERANCE));
}

/* A denial of what the law does not ask for by itself, one form of many or a thing it leaves open, breaks
 * nothing by itself (see forgoes_list). A row of things that asks for nearly all of them is no list to choose
 * from. */
static gboolean may_be_left_out(const Item *item, const Part *part)
{
    return part->optional || (item->minimum > 0 && item->minimum + CHOICE <= item->parts->len);
}

static PartState state_of_match(const Item *item, const Part *part, const Match *match, Standing standing,
                                gboolean weak)
{
    if (standing == STANDING_DENIED && part->prohibition)
        return PART_FOUND;
    if (standing == STANDING_REFUSED && part->unit != UNIT_NONE && is_looser(part, &match->quantity))
        return PART_LOOSE;
    if (standing == STANDING_DENIED || standing == STANDING_REFUSED)
        return may_be_left_out(item, part) ? PART_ABSENT : PART_DENIED;
    if (standing != STANDING_SECTION && standing != STANDING_VERB)
        return PART_ABSENT;
    if (part->unit != UNIT_NONE && is_looser(part, &match->quantity))
        return PART_LOOSE;
    return weak ? PART_WEAK : PART_FOUND;
}

/* What shows best that a part is there, of what shows it equally. */
typedef enum {
    SHOWS_ELSEWHERE,
    SHOWS_IN_TITLE,       /* the title of a section that speaks of it … */
    SHOWS_BELOW,          /* … or what stands below one */
    SHOWS_IN_SECTION,     /* one that counts for the item */
    SHOWS_IN_OWN_SECTION, /* of the item's own group */
} Shows;

/* A part being judged, match by match. */
typedef struct {
    PartResult result;
    Shows shows;                 /* how what result shows does so */
    const guint8 *titled;        /* per division: see mark_titled; NULL: none is */
    gboolean granted_in_section; /* so does what it grants */
    const Match *denied_elsewhere, *refused_elsewhere;
    const Match *doubted; /* found, but a later sentence of its paragraph may refuse it */
    const Match *leaning; /* found, but its sentence sounds like a refusal */
    const Match *loose;   /* a looser quantity than the law's in a section of the item */
    gboolean is_proper; /* one that the law allows is there as well, and for all that the section is about */
} Judging;

/* What a sentence outside the sections of an item makes of one of its parts, by denying its verb or by
 * refusing it. It outweighs what is found only to a person who looks, and only in the very verb of the group;
 * with nothing found it contradicts, in that verb, or else may. What its list or row refuses is granted by
 * nothing outside its sections. */
static void take_elsewhere(const AuditContext *context, const Item *item, Judging *judging)
{
    PartResult *result = &judging->result;
    const Match *denied = judging->denied_elsewhere, *refused = judging->refused_elsewhere;
    const gboolean proven = refused && refusals_prove(context, refused->sentence, item->group);

    if (!denied && refused && (proven || result->state < PART_LOOSE))
        denied = refused;
    guint source;
    result->doubtful =
        result->refused && result->granted && !refusals_set_apart(context, result->match->sentence) &&
        (judging->granted_in_section || !refusals_find_source(context, result->match->sentence, &source));
    if (!denied || result->state == PART_DENIED)
        return;
    result->state = PART_DENIED;
    result->match = denied;
    result->refused = result->granted || denied == refused;
    result->doubtful = result->granted || (denied == refused && !proven);
}

/* A quantity that is looser than the law's in the item's own section outweighs a proper one that stands
 * elsewhere, of something else perhaps, or that is set apart there ("riêng chỉ đạo khẩn trong 02 giờ").
 * Beside a proper one it is often part of it: "05 người, trong đó có hai người của phân hiệu". */
static void note_quantity(const AuditContext *context, const Match *match, PartState state, Judging *judging)
{
    if (state == PART_LOOSE && !judging->loose)
        judging->loose = match;
    if (state == PART_FOUND && !refusals_set_apart(context, match->sentence))
        judging->is_proper = TRUE;
}

static void take_quantity(Judging *judging)
{
    if (judging->result.state != PART_FOUND || !judging->loose || judging->is_proper)
        return;
    judging->result.state = PART_LOOSE;
    judging->result.match = judging->loose;
}

/* Whether a match stands in the title of a division, where that has text below it. */
static gboolean is_in_title(const AuditContext *context, const Match *match)
{
    const AuditView *view = context->view;
    const TextUnit *unit = view_unit_of_match(view, match);
    if (unit->kind != UNIT_BLOCK || !outline_is_heading(view->outline, unit->index))
        return FALSE;
    const Division *division = outline_division(view->outline, view->outline->division_of[unit->index]);
    return division->end > division->heading_end &&
           (unit->index + 1 < division->heading_end ||
            words_at(view->words, match->end - 1)->end - unit->offset <= division->body_offset);
}

/* The divisions of which the title itself speaks of a part that may be said anywhere, and those below them:
 * "Trách nhiệm của người sử dụng lao động". NULL: there are none. Owned by the caller. */
static guint8 *mark_titled(const AuditContext *context, const Part *part)
{
    const AuditView *view = context->view;
    const Outline *outline = view->outline;
    guint8 *titled = NULL;

    for (guint i = 0; i < part->phrases->len; i++) {
        guint count;
        const Match *matches = view_matches(view, g_array_index(part->phrases, guint, i), &count);
        for (guint k = 0; k < count; k++) {
            if (!is_in_title(context, &matches[k]))
                continue;
            if (!titled)
                titled = g_new0(guint8, outline->divisions->len);
            titled[outline->division_of[context_block(context, &matches[k])]] = TRUE;
        }
    }
    for (guint d = 0; titled && d < outline->divisions->len; d++) /* parents stand before what is in them */
        titled[d] |= titled[outline_division(outline, d)->parent];
    return titled;
}

static Shows shows_at(const AuditContext *context, const Item *item, const Judging *judging,
                      const Match *match, Standing standing)
{
    const Outline *outline = context->view->outline;
    const guint block = context_block(context, match);

    if (standing == STANDING_SECTION)
        return context->blocks[block].groups >> item->group & 1 ? SHOWS_IN_OWN_SECTION : SHOWS_IN_SECTION;
    if (!judging->titled || !judging->titled[outline->division_of[block]])
        return SHOWS_ELSEWHERE;
    return outline_is_heading(outline, block) ? SHOWS_IN_TITLE : SHOWS_BELOW;
}

/* Whether the sentence of a match sounds like a refusal of what it would say; one that says what else is done
 * with a thing says nothing but that, and must do so for certain. */
static gboolean leans(const AuditContext *context, const Item *item, const Match *match, PartState state)
{
    if (!leaning_tells(item))
        return FALSE;
    if (state == PART_FOUND)
        return leaning_at(context, match->sentence) > LEANING_NONE;
    return context_is_handled(context, match->sentence, item) &&
           !judge_is_aside(context, item, match->sentence) &&
           (context->blocks[context_block(context, match)].groups & item->scope) &&
           leaning_at(context, match->sentence) == LEANING_CERTAIN;
}

static void take_match(const AuditContext *context, const Item *item, const Part *part, const Match *match,
                       Nearest *nearest, Judging *judging)
{
    PartResult *result = &judging->result;
    gboolean weak;
    const Standing standing = judge_standing(context, item, match, &weak);
    const PartState state = state_of_match(item, part, match, standing, weak);

    if (state == PART_FOUND && !may_be_left_out(item, part)) {
        if (context->doubted[match->sentence] >> item->group & 1) {
            judging->doubted = match;
            return;
        }
    }
    if (leans(context, item, match, state) && !may_be_left_out(item, part)) {
        if (!judging->leaning ||
            leaning_at(context, match->sentence) < leaning_at(context, judging->leaning->sentence))
            judging->leaning = match;
        return;
    }
    if (state == PART_FOUND &&
        (!result->granted || (standing == STANDING_SECTION && !judging->granted_in_section))) {
        result->granted = match;
        judging->granted_in_section = standing == STANDING_SECTION;
    }
    if (part->unit != UNIT_NONE && standing == STANDING_SECTION)
        note_quantity(context, match, state, judging);
    /* a refusal elsewhere, perhaps of something beside it, does not outweigh what is found */
    if (state == PART_DENIED && !(context->blocks[context_block(context, match)].groups & item->scope)) {
        if (standing == STANDING_DENIED)
            judging->denied_elsewhere = match;
        else if (!judging->refused_elsewhere || refusals_prove(context, match->sentence, item->group))
            judging->refused_elsewhere = match;
        return;
    }
    if (state == PART_ABSENT)
        nearest_consider(context, nearest, match, standing);
    if (state == PART_ABSENT && (standing == STANDING_DENIED || standing == STANDING_REFUSED))
        result->forgone = match;
    if (state == PART_DENIED && state == result->state && refusals_set_apart(context, match->sentence))
        result->match = match;
    /* the section's own text is the better evidence for the same state */
    const Shows shows = shows_at(context, item, judging, match, standing);
    if (state > result->state || (state == result->state && state != PART_ABSENT && shows > judging->shows)) {
        result->state = state;
        result->match = match;
        result->refused = standing == STANDING_REFUSED;
        judging->shows = shows;
    }
}

/* What may be refused where it is said, and is said nowhere else, is for a person to decide. */
static void take_doubted(Judging *judging)
{
    if (!judging->doubted || judging->result.state >= PART_FOUND)
        return;
    judging->result.state = PART_DENIED;
    judging->result.match = judging->doubted;
    judging->result.refused = judging->result.doubtful = TRUE;
}

/* What is said nowhere in any other tone is refused, or stands in doubt for what it is. */
static void take_leaning(const AuditContext *context, Judging *judging)
{
    PartResult *result = &judging->result;
    if (!judging->leaning || result->state >= PART_FOUND)
        return;
    result->match = judging->leaning;
    result->refused = leaning_at(context, judging->leaning->sentence) == LEANING_CERTAIN;
    result->leaning = TRUE;
    result->state = result->refused ? PART_DENIED : PART_FOUND;
}

PartResult part_judge(const AuditContext *context, const Item *item, const Part *part, Nearest *nearest)
{
    g_autofree guint8 *titled = item->anywhere ? mark_titled(context, part) : NULL;
    Judging judging = {.result = {.state = PART_ABSENT}, .titled = titled};

    for (guint i = 0; i < part->phrases->len; i++) {
        guint count;
        const Match *matches = view_matches(context->view, g_array_index(part->phrases, guint, i), &count);
        for (guint k = 0; k < count && !context_is_late(context); k++)
            take_match(context, item, part, &matches[k], nearest, &judging);
    }
    take_quantity(&judging);
    take_elsewhere(context, item, &judging);
    take_doubted(&judging);
    take_leaning(context, &judging);
    return judging.result;
}

/* How a match over several cells stands: as it begins, unless something is against what it ends with. */
static Standing row_standing(const AuditContext *context, const Item *item, const RowMatch *match,
                             gboolean *weak)
{
    gboolean ends_weak;
    const Standing opens = judge_standing(context, item, &match->opens, weak);
    const Standing ends = judge_standing(context, item, &match->ends, &ends_weak);

    *weak = *weak || ends_weak;
    return ends == STANDING_NONE || ends == STANDING_VERB ? opens : ends == STANDING_SECTION ? opens : ends;
}

void part_judge_rows(const AuditContext *context, RowReading *rows, const Item *item, const Part *part,
                     PartResult *result)
{
    for (guint i = 0; i < part->phrases->len; i++) {
        guint count;
        const RowMatch *matches =
            row_reading_find(rows, G_MAXUINT32, g_array_index(part->phrases, guint, i), &count);
        for (guint k = 0; k < count && !context_is_late(context); k++) {
            gboolean weak;
            const Standing standing = row_standing(context, item, &matches[k], &weak);
            if (standing != STANDING_SECTION && standing != STANDING_VERB)
                continue;
            const PartState state = state_of_match(item, part, &matches[k].opens, standing, weak);
            if (state <= result->state)
                continue;
            result->state = state;
            result->match = &matches[k].opens;
            result->beside = &matches[k].ends;
        }
    }
}
