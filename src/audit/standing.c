/* How a match stands: in a section of its group, governed by its verb elsewhere, or for nothing (design:
 * evidence 3 and 4). */
#include <string.h>

#include "audit/context.h"
#include "audit/refusals.h"
#include "audit/sentence.h"

/* How many sentences back a verb is looked for in; without an end, a paragraph of nothing but semicolons
 * would take the square of its length. */
enum { MOST_CONTINUED = 200 };

#define TITLE_WORDS 16 /* a title of more words that stands alone is a rule */

/* Whether the title of a division of one line says a whole rule: "Điều 12. Ban có 03 người; nhiệm kỳ 02 năm",
 * "Điều 9. Dùng từ ngày 01/10.". */
static gboolean is_rule_as_title(const Outline *outline, const Division *division)
{
    guint words = 1;
    if (!division->title || division->level > DIVISION_HEADING || division->end != division->heading_end)
        return FALSE;
    for (const char *p = division->title; *p; p++)
        words += *p == ' ';
    return strchr(division->title, ';') || words > TITLE_WORDS ||
           (division->level == DIVISION_ARTICLE && strpbrk(division->title, "0123456789") &&
            block_last_character(document_block(outline->document, division->heading_end - 1)) == '.');
}

gboolean context_is_empty_division(const AuditContext *context, guint index)
{
    const Outline *outline = context->view->outline;
    const Division *division = outline_division(outline, index);
    return division->level >= DIVISION_PART && division->level <= DIVISION_HEADING && division->title &&
           !is_rule_as_title(outline, division) && division->end == division->heading_end &&
           division->body_offset >= document_block(outline->document, division->heading_end - 1)->length;
}

/* A heading with nothing under it is no rule. */
static gboolean is_empty_heading(const AuditContext *context, guint block)
{
    return context_is_empty_division(context, context->view->outline->division_of[block]);
}

/* Whether a larger division around one has a title that answers to any of the groups. */
static gboolean stands_in_section(const AuditContext *context, guint division, guint32 groups)
{
    const Outline *outline = context->view->outline;
    for (guint parent = outline_division(outline, division)->parent; parent != division;
         division = parent, parent = outline_division(outline, division)->parent)
        if (context->division_groups[parent] & groups)
            return TRUE;
    return FALSE;
}

/* Whether a match lies in the title of a section of the group: the title opens the list and is no entry of
 * it, unless the section is itself an entry of a larger one. */
static gboolean is_own_title(const AuditContext *context, const Match *match, guint32 groups)
{
    const AuditView *view = context->view;
    const TextUnit *unit = view_unit_of_match(view, match);
    guint d = view->outline->division_of[unit->index];
    const Division *division = outline_division(view->outline, d);

    if (!division->title || division->level > DIVISION_HEADING || unit->index >= division->heading_end ||
        !(context->division_groups[d] & groups) || is_rule_as_title(view->outline, division) ||
        stands_in_section(context, d, groups))
        return FALSE;
    return unit->index + 1 < division->heading_end ||
           words_at(view->words, match->end - 1)->end - unit->offset <= division->body_offset;
}

/* Whether a block heads the column of running numbers: "TT", which may stand for other words elsewhere. */
static gboolean is_row_mark(const AuditContext *context, guint b)
{
    const Block *block = document_block(context->view->outline->document, b);
    return block->table != 0 && block->row == 0 && block->length <= NUMBER_CELL_BYTES;
}

static Standing section_standing(const AuditContext *context, const Match *match, guint index, guint32 groups,
                                 gboolean *weak)
{
    const Group *group = context->view->rules->groups->pdata[index];
    const BlockContext *block = &context->blocks[context_block(context, match)];
    const Match *verb = sentence_verb(context, index, match->sentence, match->first);

    if (refusals_hold(context, match->sentence, index))
        return STANDING_REFUSED;
    if (((block->denied & groups) && !refusals_are_answered(context, match->sentence, index)) ||
        sentence_denies_outright(context, match->sentence, match->first) ||
        (verb && sentence_denies_at(context, match->sentence, verb->first)))
        return STANDING_DENIED;
    if (group->duty)
        *weak = (block->weak & groups) ||
                sentence_weakens_at(context, match->sentence, verb ? verb->first : match->first);
    return STANDING_SECTION;
}

/* The verb of a group in a sentence before word first; NULL at once where it is known to have none. */
static const Match *verb_in(const AuditContext *context, guint index, guint sentence, guint first)
{
    const Group *group = context->view->rules->groups->pdata[index];
    if (!group->everyday && !(context->topics[sentence] >> index & 1))
        return NULL;
    return sentence_verb(context, index, sentence, first);
}

static Standing verb_standing(const AuditContext *context, const Match *match, guint index, gboolean *weak)
{
    const AuditView *view = context->view;
    const Group *group = view->rules->groups->pdata[index];
    guint sentence = match->sentence;
    const Match *verb = verb_in(context, index, sentence, match->first);

    for (guint back = 0; !verb && back < MOST_CONTINUED &&
                         (sentence_continues(view, sentence) || sentence_goes_on(context, sentence, index));
         back++) {
        sentence--;
        verb = verb_in(context, index, sentence, G_MAXUINT32);
    }
    if (!verb)
        return refusals_govern(context, match->sentence, index) &&
                       !(context->sentence_flags[match->sentence] & SENTENCE_MENTION)
                   ? STANDING_REFUSED
                   : STANDING_NONE;
    if (context->sentence_flags[sentence] & SENTENCE_MENTION)
        return STANDING_MENTION;
    if (refusals_hold(context, match->sentence, index))
        return STANDING_REFUSED;
    if (!(context->sentence_flags[sentence] & SENTENCE_OPERATIVE) ||
        sentence_match_ending_at(view, view->rules->nominals, sentence, verb->first))
        return STANDING_NONE;
    if (sentence_denies_at(context, sentence, verb->first))
        return STANDING_DENIED;
    if (group->duty)
        *weak = sentence_weakens_at(context, sentence, verb->first);
    return STANDING_VERB;
}

gboolean context_is_handled(const AuditContext *context, guint sentence, const Item *item)
{
    return !item->office && (context->handled[sentence] >> item->group & 1);
}

Standing context_standing(const AuditContext *context, const Match *match, const Item *item, gboolean *weak)
{
    const guint group = item->group;
    const guint32 groups = item->scope;
    const TextUnit *unit = view_unit_of_match(context->view, match);

    *weak = FALSE;
    if (!view_unit_is_text(unit) || context->blocks[unit->index].proof != PLACE_COUNTS ||
        is_empty_heading(context, unit->index))
        return STANDING_NO_PROOF;
    if (sentence_excepts(context, match))
        return STANDING_EXCEPTION;
    if (context->sentence_flags[match->sentence] & (SENTENCE_OFF_TOPIC | SENTENCE_POINTS))
        return STANDING_NONE;
    if (is_own_title(context, match, groups) || is_row_mark(context, unit->index))
        return STANDING_NONE;
    if (refusals_are_lawful(context, match->sentence, groups | 1u << group))
        return STANDING_EXCEPTION;
    if (context_is_handled(context, match->sentence, item) && !refusals_hold(context, match->sentence, group))
        return STANDING_NONE;
    if (context->blocks[unit->index].groups & groups)
        return section_standing(context, match, group, groups, weak);
    if (context->cited[match->sentence] >> group & 1) { /* grants there, but refuses nothing from afar */
        Standing standing = section_standing(context, match, group, groups, weak);
        if (standing == STANDING_SECTION)
            return standing;
    }
    return verb_standing(context, match, group, weak);
}

gboolean context_is_plain(const AuditContext *context, const Match *match)
{
    const TextUnit *unit = view_unit_of_match(context->view, match);
    return view_unit_is_text(unit) && context->blocks[unit->index].proof == PLACE_COUNTS &&
           !(context->sentence_flags[match->sentence] & (SENTENCE_MENTION | SENTENCE_OFF_TOPIC)) &&
           !is_empty_heading(context, unit->index) && !sentence_excepts(context, match);
}

gboolean context_is_principle(const AuditContext *context, const Match *match)
{
    const TextUnit *unit = view_unit_of_match(context->view, match);
    return unit->kind == UNIT_BLOCK && context->blocks[unit->index].proof == PLACE_MENTION &&
           !is_empty_heading(context, unit->index);
}

gboolean context_is_denied(const AuditContext *context, const Match *match)
{
    return sentence_denies_outright(context, match->sentence, match->first);
}
