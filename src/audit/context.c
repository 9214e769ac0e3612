/* What governs each place of a document: places that prove nothing, and the sections laid over the others,
 * inner ones over outer ones. */
#include "audit/context.h"

#include "audit/annexes.h"
#include "audit/cited.h"
#include "audit/refusals.h"
#include "audit/sections.h"
#include "audit/sentence.h"

guint context_block(const AuditContext *context, const Match *match)
{
    return view_unit_of_match(context->view, match)->index;
}

gboolean context_is_late(const AuditContext *context)
{
    return document_is_late(context->view->outline->document);
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

static gboolean group_spans(const Group *group)
{
    return group->spans;
}

static void apply_assignment(BlockContext *block, const Assignment *assignment, guint32 spanning)
{
    if (assignment->mention) {
        if (block->groups == 0 && block->proof == PLACE_COUNTS)
            block->proof = PLACE_MENTION;
        return;
    }
    if (!assignment->heading && block->proof == PLACE_MENTION)
        return;
    guint32 groups = assignment->groups;
    const gboolean adds = assignment->adds && (assignment->keeps || !(groups & block->groups));
    /* a lead-in that speaks of the section's own group is about that group */
    if (!assignment->heading && !assignment->keeps && (groups & block->groups))
        groups &= block->groups;
    guint32 kept = adds ? block->groups : block->groups & spanning;
    guint32 same =
        assignment->heading ? kept : kept | (block->groups & groups); /* what it was stays as it was */
    block->groups = groups | kept;
    block->denied = (assignment->denied & groups) | (block->denied & same);
    if (assignment->denied & groups) {
        block->refusing = assignment->denying;
        block->lawful = assignment->lawful;
    }
    if (block->denied == 0)
        block->refusing = 0;
    block->weak = (assignment->weak & groups) | (block->weak & same);
    if (block->proof == PLACE_MENTION)
        block->proof = PLACE_COUNTS;
}

static const Assignment *assignment_at(const GArray *assignments, guint i)
{
    return &g_array_index(assignments, Assignment, i);
}

/* Of what is in one another so many, the innermost, are looked at in each block: more than any text means,
 * and lists in lists do not take the square of their number. */
enum { ASSIGNMENTS_DEEPEST = 64 };

/* Takes those that have ended before a block out of the innermost that are open. */
static void drop_ended(GArray *open, const GArray *assignments, guint block)
{
    guint from = open->len, going_on = 0, to;
    while (from > 0 && going_on < ASSIGNMENTS_DEEPEST)
        going_on += assignment_at(assignments, g_array_index(open, guint, --from))->end > block;
    to = from;
    for (guint i = from; i < open->len; i++)
        if (assignment_at(assignments, g_array_index(open, guint, i))->end > block)
            g_array_index(open, guint, to++) = g_array_index(open, guint, i);
    g_array_set_size(open, to);
}

/* assignments: by where they begin, outer ones first. */
static void apply_assignments(AuditContext *context, const GArray *assignments)
{
    const guint blocks = context->view->outline->document->blocks->len;
    const guint32 spanning = ruleset_groups(context->view->rules, group_spans);
    g_autoptr(GArray) open = g_array_new(FALSE, FALSE, sizeof(guint)); /* places in assignments */
    guint next = 0;

    for (guint b = 0; b < blocks && !context_is_late(context); b++) {
        for (; next < assignments->len && assignment_at(assignments, next)->first <= b; next++)
            g_array_append_val(open, next);
        drop_ended(open, assignments, b);
        for (guint i = open->len - MIN(open->len, ASSIGNMENTS_DEEPEST); i < open->len; i++)
            apply_assignment(&context->blocks[b], assignment_at(assignments, g_array_index(open, guint, i)),
                             spanning);
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

    context->view = view;
    context->number_block = front->number_block;
    context->title_block = front->title_block;
    context->blocks = g_new0(BlockContext, view->outline->document->blocks->len + 1);
    context->leaning = g_new0(guint8, view->words->sentences->len + 1);
    sentences_flag(context);
    refusals_of_sentences(context);
    mark_places(context, front);
    sections_of_headings(context, assignments);
    sentences_handled_by_titles(context);
    annexes_of_rules(context, assignments);
    sections_of_lead_ins(context, assignments);
    g_array_sort(assignments, compare_assignments);
    apply_assignments(context, assignments);
    refusals_spread(context);
    sentences_cite(context);
    return context;
}

void audit_context_free(AuditContext *context)
{
    if (!context)
        return;
    g_free(context->division_groups);
    g_free(context->blocks);
    g_free(context->sentence_flags);
    g_free(context->refused);
    for (guint g = 0; g < context->view->rules->groups->len; g++)
        g_ptr_array_unref(context->verbs[g]);
    g_free(context->verbs);
    g_free(context->topics);
    g_free(context->named);
    g_free(context->known);
    g_free(context->leaning);
    g_free(context->handled);
    g_free(context->cited);
    g_free(context->governed);
    g_free(context->proven);
    g_free(context->doubted);
    g_free(context->refusers);
    g_free(context->refusals);
    g_free(context);
}
