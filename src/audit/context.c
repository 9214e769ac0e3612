/* Reading what governs each place: headings first, then list lead-ins, then the verb of the sentence (design:
 * "When is a section there?", evidence 1 to 4). */
#include "audit/context.h"

#include <string.h>

enum {
    SENTENCE_MENTION = 1 << 0,
    SENTENCE_OPERATIVE = 1 << 1,
    SENTENCE_WEAKENED = 1 << 2,
    SENTENCE_EXCEPTION = 1 << 3,
    SENTENCE_NEGATION = 1 << 4,
};

#define TITLE_LINE_BYTES 160 /* of a line that may be an unnumbered title */
#define TITLE_WORDS 16       /* a title of more words that stands alone is a rule */
#define WEAKENER_REACH 3     /* words between "có thể" and the verb it weakens */

/* Groups given to a range of blocks by a heading or a lead-in. */
typedef struct {
    guint first, end;
    guint32 groups, denied, weak;
    gboolean mention;
    gboolean heading;
} Assignment;

guint context_block(const AuditContext *context, const Match *match)
{
    return view_unit_of_match(context->view, match)->index;
}

static void flag_sentences(const AuditView *view, const PhraseIds *phrases, guint8 flag, guint8 *flags)
{
    for (guint i = 0; i < phrases->len; i++) {
        guint count;
        const Match *matches = view_matches(view, g_array_index(phrases, guint, i), &count);
        for (guint k = 0; k < count; k++)
            flags[matches[k].sentence] |= flag;
    }
}

static void flag_all_sentences(AuditContext *context)
{
    const AuditView *view = context->view;
    context->sentence_flags = g_new0(guint8, view->words->sentences->len + 1);
    flag_sentences(view, view->rules->mentions, SENTENCE_MENTION, context->sentence_flags);
    flag_sentences(view, view->rules->operatives, SENTENCE_OPERATIVE, context->sentence_flags);
    flag_sentences(view, view->rules->weakeners, SENTENCE_WEAKENED, context->sentence_flags);
    flag_sentences(view, view->rules->exceptions, SENTENCE_EXCEPTION, context->sentence_flags);
    flag_sentences(view, view->rules->negations, SENTENCE_NEGATION, context->sentence_flags);
}

/* A match of one of the phrases in the sentence that ends at word end; NULL when there is none. */
static const Match *match_ending_at(const AuditView *view, const PhraseIds *phrases, guint sentence,
                                    guint end)
{
    for (guint i = 0; i < phrases->len; i++) {
        guint count;
        const Match *matches =
            view_sentence_matches(view, g_array_index(phrases, guint, i), sentence, &count);
        for (guint k = 0; k < count; k++)
            if (matches[k].end == end)
                return &matches[k];
    }
    return NULL;
}

/* Whether what begins at word first is denied: "không [phải] | công khai", but not "nếu không công khai". */
static gboolean is_denied_at(const AuditContext *context, guint sentence, guint first)
{
    const AuditView *view = context->view;
    if (!(context->sentence_flags[sentence] & SENTENCE_NEGATION))
        return FALSE;
    const Match *negation = match_ending_at(view, view->rules->negations, sentence, first);
    return negation && !match_ending_at(view, view->rules->nominals, sentence, negation->first);
}

/* Whether a denial opens its clause ("…; không công khai quyết toán"): in the middle of one it belongs to a
 * noun
 * ("ý kiến không tiếp thu"). */
static gboolean is_denied_outright(const AuditContext *context, guint sentence, guint first)
{
    const AuditView *view = context->view;
    if (!is_denied_at(context, sentence, first))
        return FALSE;
    guint start = match_ending_at(view, view->rules->negations, sentence, first)->first;
    return start == g_array_index(view->words->sentences, Sentence, sentence).first ||
           (words_at(view->words, start)->flags & (WORD_AFTER_COMMA | WORD_AFTER_COLON));
}

static gboolean is_weak_at(const AuditContext *context, guint sentence, guint first)
{
    const AuditView *view = context->view;
    if (!(context->sentence_flags[sentence] & SENTENCE_WEAKENED))
        return FALSE;
    const Match *weakener = view_match_in_sentence(view, view->rules->weakeners, sentence);
    return weakener->end > first || first - weakener->end <= WEAKENER_REACH;
}

/* Headings. */

static void mark_titles(const AuditView *view, const PhraseIds *phrases, guint32 bit, gboolean clear,
                        guint32 *groups)
{
    for (guint i = 0; i < phrases->len; i++) {
        guint count;
        const Match *matches = view_matches(view, g_array_index(phrases, guint, i), &count);
        for (guint k = 0; k < count; k++) {
            const TextUnit *unit = view_unit_of_match(view, &matches[k]);
            if (unit->kind != UNIT_TITLE)
                continue;
            if (clear)
                groups[unit->index] &= ~bit;
            else
                groups[unit->index] |= bit;
        }
    }
}

/* Titles whose verb is denied ("Những nội dung không công khai"): the negation stands just before the
 * heading's end. */
static void mark_denied_titles(const AuditContext *context, const PhraseIds *phrases, guint32 bit,
                               guint32 *denied)
{
    const AuditView *view = context->view;
    for (guint i = 0; i < phrases->len; i++) {
        guint count;
        const Match *matches = view_matches(view, g_array_index(phrases, guint, i), &count);
        for (guint k = 0; k < count; k++) {
            const Match *match = &matches[k];
            const TextUnit *unit = view_unit_of_match(view, match);
            if (unit->kind != UNIT_TITLE)
                continue;
            for (guint at = match->first; at < match->end; at++)
                if (match_ending_at(view, view->rules->negations, match->sentence, at))
                    denied[unit->index] |= bit;
        }
    }
}

/* What a title like "Hình thức" answers to: the forms of the section before it, or of the larger one around
 * it. */
static guint32 forms_of_section_before(const AuditContext *context, guint division)
{
    const Outline *outline = context->view->outline;
    guint parent = outline_division(outline, division)->parent;
    guint32 groups = context->division_groups[parent], answer = 0;

    for (guint d = division - 1; d > parent; d--)
        if (outline_division(outline, d)->parent == parent) {
            if (context->division_groups[d])
                groups = context->division_groups[d];
            break;
        }
    for (guint g = 0; g < context->view->rules->groups->len; g++)
        if (groups >> g & 1)
            answer |= 1u << ((const Group *)context->view->rules->groups->pdata[g])->forms;
    return answer;
}

static void add_heading_assignments(AuditContext *context, GArray *assignments)
{
    const AuditView *view = context->view;
    guint count = view->outline->divisions->len;
    g_autofree guint32 *denied = g_new0(guint32, count + 1);
    g_autofree guint32 *mention = g_new0(guint32, count + 1);
    g_autofree guint32 *forms = g_new0(guint32, count + 1);

    context->division_groups = g_new0(guint32, count + 1);
    for (guint g = 0; g < view->rules->groups->len; g++) {
        const Group *group = view->rules->groups->pdata[g];
        mark_titles(view, group->headings, 1u << g, FALSE, context->division_groups);
        mark_titles(view, group->not_headings, 1u << g, TRUE, context->division_groups);
        mark_denied_titles(context, group->headings, 1u << g, denied);
    }
    mark_titles(view, view->rules->mention_headings, 1, FALSE, mention);
    mark_titles(view, view->rules->forms_headings, 1, FALSE, forms);
    for (guint d = 1; d < count; d++)
        if (forms[d] && context->division_groups[d] == 0)
            context->division_groups[d] = forms_of_section_before(context, d);
    for (guint d = 0; d < count; d++) {
        const Division *division = outline_division(view->outline, d);
        guint32 groups = context->division_groups[d];
        if (groups == 0 && !mention[d])
            continue;
        Assignment assignment = {division->first, division->end, groups, denied[d] & groups, 0,
                                 groups == 0,     TRUE};
        g_array_append_val(assignments, assignment);
    }
}

/* The verb of a group that governs a match: the last before it, else the first after it, in its sentence. */
static const Match *governing_verb(const AuditView *view, const PhraseIds *verbs, guint sentence, guint first)
{
    const Match *before = NULL, *after = NULL;
    for (guint i = 0; i < verbs->len; i++) {
        guint count;
        const Match *matches = view_sentence_matches(view, g_array_index(verbs, guint, i), sentence, &count);
        for (guint k = 0; k < count; k++) {
            if (matches[k].first <= first && (!before || matches[k].first > before->first))
                before = &matches[k];
            else if (matches[k].first > first && (!after || matches[k].first < after->first))
                after = &matches[k];
        }
    }
    return before ? before : after;
}

/* Lead-ins. */

static char last_character(const Block *block)
{
    guint32 length = block->length;
    while (length > 0 && g_ascii_isspace(block->text[length - 1]))
        length--;
    return length > 0 ? block->text[length - 1] : '\0';
}

/* The block after the list that block opens; block + 1 when it opens none. */
static guint list_end(const Outline *outline, guint block)
{
    const Document *document = outline->document;
    guint division = outline->division_of[block];
    guint limit = outline_division(outline, division)->end;
    char last = last_character(document_block(document, block));

    if (last != ':' && (last == '.' || last == ';' || block + 1 >= limit))
        return block + 1;
    guint end = block + 1;
    for (; end < limit; end++) {
        const Block *before = document_block(document, end - 1);
        if (outline->division_of[end] != division)
            continue;
        char mark = last_character(before);
        if (mark != ';' && mark != ':' && mark != ',')
            break;
    }
    return end;
}

/* Whether a block holds the title of its own division. */
static gboolean is_own_heading(const Outline *outline, guint block)
{
    const Division *division = outline_division(outline, outline->division_of[block]);
    return division->title && block < division->heading_end;
}

/* A short line that opens something though it has no number: "Những việc lấy ý kiến" below the last dash of
 * another list. The outline gives it to that dash. */
static gboolean is_title_line(const Outline *outline, guint block)
{
    const Block *text = document_block(outline->document, block);
    return !is_own_heading(outline, block) && text->length > 0 && text->length < TITLE_LINE_BYTES &&
           !strchr(".;,", last_character(text));
}

/* The block where what such a line opens ends: the next of its kind, or the end of the division around the
 * list. */
static guint title_line_end(const Outline *outline, guint block, const guint32 *lead_ins)
{
    guint division = outline->division_of[block];
    while (outline_division(outline, division)->level > DIVISION_HEADING &&
           outline_division(outline, division)->parent != division)
        division = outline_division(outline, division)->parent;
    guint limit = outline_division(outline, division)->end, end = block + 1;
    while (end < limit && !(lead_ins[end] && is_title_line(outline, end)))
        end++;
    return end;
}

/* What the last sentence of each block opens. */
typedef struct {
    guint32 *groups, *denied, *weak;
} LeadIns;

static void mark_lead_ins(const AuditContext *context, guint g, LeadIns *lead_ins)
{
    const AuditView *view = context->view;
    const Group *group = view->rules->groups->pdata[g];
    for (guint i = 0; i < group->lead_ins->len; i++) {
        guint count;
        const Match *matches = view_matches(view, g_array_index(group->lead_ins, guint, i), &count);
        for (guint k = 0; k < count; k++) {
            const TextUnit *unit = view_unit_of_match(view, &matches[k]);
            if (unit->kind != UNIT_BLOCK || matches[k].sentence + 1 != unit->end_sentence)
                continue; /* only the last sentence of a block opens a list */
            lead_ins->groups[unit->index] |= 1u << g;
            const Match *verb = governing_verb(view, group->verbs, matches[k].sentence, matches[k].end);
            if (verb && is_denied_at(context, verb->sentence, verb->first))
                lead_ins->denied[unit->index] |= 1u << g;
            if (group->duty && verb && is_weak_at(context, verb->sentence, verb->first))
                lead_ins->weak[unit->index] |= 1u << g;
        }
    }
}

/* Whether a block heads a column: in the first row of a table, beside another cell with text. */
static gboolean heads_column(const Outline *outline, guint block)
{
    const Document *document = outline->document;
    const Block *cell = document_block(document, block);
    if (cell->table == 0 || cell->row != 0 || is_own_heading(outline, block))
        return FALSE;
    for (guint b = block > 0 ? block - 1 : 0; b < document->blocks->len && b <= block + 1; b++) {
        const Block *other = document_block(document, b);
        if (other->table == cell->table && other->row == 0 && other->column != cell->column &&
            other->length > 0)
            return TRUE;
    }
    return FALSE;
}

static void add_column_assignments(const Document *document, guint block, Assignment assignment,
                                   GArray *assignments)
{
    const Block *head = document_block(document, block);
    for (guint b = block + 1; b < document->blocks->len; b++) {
        const Block *cell = document_block(document, b);
        if (cell->table != head->table && cell->table_depth <= head->table_depth)
            break;
        if (cell->table != head->table || cell->row == 0 || cell->column != head->column)
            continue;
        assignment.first = b;
        assignment.end = b + 1;
        g_array_append_val(assignments, assignment);
    }
}

static void add_lead_in_assignments(AuditContext *context, GArray *assignments)
{
    const Outline *outline = context->view->outline;
    guint blocks = outline->document->blocks->len;
    g_autofree guint32 *groups = g_new0(guint32, blocks + 1);
    g_autofree guint32 *denied = g_new0(guint32, blocks + 1);
    g_autofree guint32 *weak = g_new0(guint32, blocks + 1);
    LeadIns lead_ins = {groups, denied, weak};

    for (guint g = 0; g < context->view->rules->groups->len; g++)
        mark_lead_ins(context, g, &lead_ins);
    for (guint block = 0; block < blocks; block++) {
        if (!groups[block])
            continue;
        guint end = list_end(outline, block);
        if (is_title_line(outline, block))
            end = MAX(end, title_line_end(outline, block, groups));
        Assignment assignment = {block + 1, end, groups[block], denied[block], weak[block], FALSE, FALSE};
        if (heads_column(outline, block))
            add_column_assignments(outline->document, block, assignment, assignments);
        else if (end > block + 1)
            g_array_append_val(assignments, assignment);
    }
}

/* Outer ranges first, so that inner ones overrule them. */
static gint compare_assignments(gconstpointer a, gconstpointer b)
{
    const Assignment *x = a, *y = b;
    if (x->first != y->first)
        return x->first < y->first ? -1 : 1;
    if (x->end != y->end)
        return x->end > y->end ? -1 : 1;
    return y->heading - x->heading;
}

static guint32 spanning_groups(const RuleSet *rules)
{
    guint32 spanning = 0;
    for (guint g = 0; g < rules->groups->len; g++)
        if (((const Group *)rules->groups->pdata[g])->spans)
            spanning |= 1u << g;
    return spanning;
}

static void apply_assignment(AuditContext *context, const Assignment *assignment, guint32 spanning)
{
    for (guint b = assignment->first; b < assignment->end; b++) {
        BlockContext *block = &context->blocks[b];
        if (assignment->mention) {
            if (block->groups == 0 && block->proof == PLACE_COUNTS)
                block->proof = PLACE_MENTION;
            continue;
        }
        if (!assignment->heading && block->proof == PLACE_MENTION)
            continue;
        guint32 groups = assignment->groups;
        /* a lead-in that speaks of the section's own group is about that group */
        if (!assignment->heading && (groups & block->groups))
            groups &= block->groups;
        guint32 kept = block->groups & spanning;
        guint32 same =
            assignment->heading ? kept : kept | (block->groups & groups); /* what it was stays as it was */
        block->groups = groups | kept;
        block->denied = (assignment->denied & groups) | (block->denied & same);
        block->weak = (assignment->weak & groups) | (block->weak & same);
        if (block->proof == PLACE_MENTION)
            block->proof = PLACE_COUNTS;
    }
}

/* Places. */

static PlaceProof component_proof(const Component *component, gboolean has_regulation)
{
    if (component->pasted_law)
        return PLACE_PASTED_LAW;
    switch (component->kind) {
    case COMPONENT_REGULATION:
        return PLACE_COUNTS;
    case COMPONENT_CONTENTS:
        return PLACE_CONTENTS_TABLE;
    case COMPONENT_ANNEX:
        return PLACE_ANNEX;
    case COMPONENT_DECISION:
        return PLACE_DECISION;
    case COMPONENT_OTHER:
        return has_regulation ? PLACE_OTHER_TEXT : PLACE_COUNTS;
    }
    return PLACE_OTHER_TEXT;
}

static void mark_places(AuditContext *context, const FrontMatter *front)
{
    const Outline *outline = context->view->outline;
    gboolean has_regulation = FALSE;

    for (guint c = 0; c < outline->components->len; c++)
        has_regulation = has_regulation || outline_component(outline, c)->kind == COMPONENT_REGULATION;
    for (guint c = 0; c < outline->components->len; c++) {
        const Component *component = outline_component(outline, c);
        PlaceProof proof = component_proof(component, has_regulation);
        for (guint b = component->first; b < component->end; b++) {
            gboolean contents = document_block(outline->document, b)->place == PLACE_CONTENTS;
            context->blocks[b].proof = contents ? PLACE_CONTENTS_TABLE : proof;
        }
    }
    for (guint i = 0; i < front->bases->len; i++)
        context->blocks[g_array_index(front->bases, guint, i)].proof = PLACE_FRONT;
    for (guint i = 0; i < front->recipients->len; i++)
        context->blocks[g_array_index(front->recipients, guint, i)].proof = PLACE_FRONT;
}

AuditContext *audit_context_new(const AuditView *view, const FrontMatter *front)
{
    AuditContext *context = g_new0(AuditContext, 1);
    g_autoptr(GArray) assignments = g_array_new(FALSE, FALSE, sizeof(Assignment));
    guint32 spanning = spanning_groups(view->rules);

    context->view = view;
    context->blocks = g_new0(BlockContext, view->outline->document->blocks->len + 1);
    flag_all_sentences(context);
    mark_places(context, front);
    add_heading_assignments(context, assignments);
    add_lead_in_assignments(context, assignments);
    g_array_sort(assignments, compare_assignments);
    for (guint i = 0; i < assignments->len; i++)
        apply_assignment(context, &g_array_index(assignments, Assignment, i), spanning);
    return context;
}

void audit_context_free(AuditContext *context)
{
    if (!context)
        return;
    g_free(context->division_groups);
    g_free(context->blocks);
    g_free(context->sentence_flags);
    g_free(context);
}

/* Standing. */

/* Whether a sentence goes on the one before it in the same block: only a semicolon stands between them. */
static gboolean continues_sentence(const AuditView *view, guint sentence)
{
    if (sentence == 0 || view->unit_of_sentence[sentence] != view->unit_of_sentence[sentence - 1])
        return FALSE;
    const Sentence *before = &g_array_index(view->words->sentences, Sentence, sentence - 1);
    const Sentence *here = &g_array_index(view->words->sentences, Sentence, sentence);
    guint32 start = words_at(view->words, before->end - 1)->end,
            end = words_at(view->words, here->first)->start;
    return memchr(view->text->str + start, ';', end - start) != NULL;
}

static gboolean is_in_exception(const AuditContext *context, const Match *match)
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
            for (guint k = 0; k < count; k++)
                if (verbs[k].first >= exception->end && verbs[k].first <= match->first)
                    return FALSE;
        }
    }
    return TRUE;
}

/* Whether the title of a division of one line says a whole rule: "Điều 12. Ban có 03 người; nhiệm kỳ 02 năm".
 */
static gboolean is_rule_as_title(const Division *division)
{
    guint words = 1;
    if (!division->title || division->level > DIVISION_HEADING || division->end != division->heading_end)
        return FALSE;
    for (const char *p = division->title; *p; p++)
        words += *p == ' ';
    return g_str_has_suffix(division->title, ".") || strchr(division->title, ';') || words > TITLE_WORDS;
}

gboolean context_is_empty_division(const AuditContext *context, guint index)
{
    const Outline *outline = context->view->outline;
    const Division *division = outline_division(outline, index);
    return division->level >= DIVISION_PART && division->level <= DIVISION_HEADING && division->title &&
           !is_rule_as_title(division) && division->end == division->heading_end &&
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
        !(context->division_groups[d] & groups) || is_rule_as_title(division) ||
        stands_in_section(context, d, groups))
        return FALSE;
    return unit->index + 1 < division->heading_end ||
           words_at(view->words, match->end - 1)->end - unit->offset <= division->body_offset;
}

static Standing section_standing(const AuditContext *context, const Match *match, const Group *group,
                                 guint32 groups, gboolean *weak)
{
    const BlockContext *block = &context->blocks[context_block(context, match)];
    const Match *verb = governing_verb(context->view, group->verbs, match->sentence, match->first);

    if ((block->denied & groups) || is_denied_outright(context, match->sentence, match->first) ||
        (verb && is_denied_at(context, match->sentence, verb->first)))
        return STANDING_DENIED;
    if (group->duty)
        *weak =
            (block->weak & groups) || is_weak_at(context, match->sentence, verb ? verb->first : match->first);
    return STANDING_SECTION;
}

static Standing verb_standing(const AuditContext *context, const Match *match, const Group *group,
                              gboolean *weak)
{
    const AuditView *view = context->view;
    guint sentence = match->sentence;
    const Match *verb = governing_verb(view, group->verbs, sentence, match->first);

    while (!verb && continues_sentence(view, sentence)) {
        sentence--;
        verb = governing_verb(view, group->verbs, sentence, G_MAXUINT32);
    }
    if (!verb)
        return STANDING_NONE;
    if (context->sentence_flags[sentence] & SENTENCE_MENTION)
        return STANDING_MENTION;
    if (!(context->sentence_flags[sentence] & SENTENCE_OPERATIVE) ||
        match_ending_at(view, view->rules->nominals, sentence, verb->first))
        return STANDING_NONE;
    if (is_denied_at(context, sentence, verb->first))
        return STANDING_DENIED;
    if (group->duty)
        *weak = is_weak_at(context, sentence, verb->first);
    return STANDING_VERB;
}

Standing context_standing(const AuditContext *context, const Match *match, guint group, guint32 groups,
                          gboolean *weak)
{
    const TextUnit *unit = view_unit_of_match(context->view, match);

    *weak = FALSE;
    if (unit->kind != UNIT_BLOCK || context->blocks[unit->index].proof != PLACE_COUNTS ||
        is_empty_heading(context, unit->index))
        return STANDING_NO_PROOF;
    if (is_in_exception(context, match))
        return STANDING_EXCEPTION;
    if (is_own_title(context, match, groups))
        return STANDING_NONE;
    if (context->blocks[unit->index].groups & groups)
        return section_standing(context, match, context->view->rules->groups->pdata[group], groups, weak);
    return verb_standing(context, match, context->view->rules->groups->pdata[group], weak);
}

gboolean context_is_plain(const AuditContext *context, const Match *match)
{
    const TextUnit *unit = view_unit_of_match(context->view, match);
    return unit->kind == UNIT_BLOCK && context->blocks[unit->index].proof == PLACE_COUNTS &&
           !(context->sentence_flags[match->sentence] & SENTENCE_MENTION) &&
           !is_empty_heading(context, unit->index) && !is_in_exception(context, match);
}

gboolean context_is_denied(const AuditContext *context, const Match *match)
{
    return is_denied_outright(context, match->sentence, match->first);
}
