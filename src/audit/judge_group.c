/* Judging a group from its items. */
#include <string.h>

#include "audit/explain.h"
#include "audit/judge.h"
#include "base/translate.h"

#define MOST_EVIDENCE 3
#define LIST_ITEMS 4 /* a requirement or a section with at least so many entries is a list */

static void add_section_evidence(const AuditContext *context, Finding *finding, guint group)
{
    const Outline *outline = context->view->outline;
    for (guint d = 0; d < outline->divisions->len && finding->evidence->len < MOST_EVIDENCE; d++) {
        const Division *division = outline_division(outline, d);
        if (!(context->division_groups[d] & (1u << group)) ||
            context->blocks[division->first].proof != PLACE_COUNTS || context_is_empty_division(context, d))
            continue;
        g_autofree char *quote = g_strdup(division->title);
        finding_add_evidence(finding, division->address, division->first, quote);
    }
}

static void add_item_evidence(Finding *finding, const GPtrArray *items)
{
    for (guint i = 0; i < items->len && finding->evidence->len < MOST_EVIDENCE; i++) {
        const Finding *item = items->pdata[i];
        if (item->status == STATUS_MISSING || item->evidence->len == 0)
            continue;
        const Evidence *evidence = &g_array_index(item->evidence, Evidence, 0);
        if (!finding_shows(finding, evidence->block))
            finding_add_evidence(finding, evidence->address, evidence->block, evidence->quote);
    }
}

/* Blocks of text that count and stand in sections of a group. */
static guint count_section_blocks(const AuditContext *context, guint group)
{
    guint count = 0, blocks = context->view->outline->document->blocks->len;
    for (guint b = 0; b < blocks; b++)
        count += context->blocks[b].proof == PLACE_COUNTS && (context->blocks[b].groups & (1u << group)) &&
                 document_block(context->view->outline->document, b)->length > 0;
    return count;
}

/* The best place that speaks of a group without proving it: a heading first, then a sentence. */
static void add_group_nearest(const AuditContext *context, Finding *finding, const Group *group)
{
    const PhraseIds *sets[] = {group->headings, group->lead_ins, group->verbs};
    const AuditView *view = context->view;
    for (guint s = 0; s < G_N_ELEMENTS(sets); s++)
        for (guint i = 0; i < sets[s]->len; i++) {
            guint count;
            const Match *matches = view_matches(view, g_array_index(sets[s], guint, i), &count);
            for (guint k = 0; k < count; k++) {
                const TextUnit *unit = view_unit_of_match(view, &matches[k]);
                guint block = unit->kind == UNIT_TITLE || unit->kind == UNIT_OPENING
                                  ? outline_division(view->outline, unit->index)->first
                                  : unit->index;
                if (unit->kind == UNIT_FRONT)
                    continue;
                PlaceProof proof = context->blocks[block].proof;
                g_autofree char *address = outline_address(view->outline, block);
                g_autofree char *quote = view_quote(view, &matches[k]);
                const char *why = explain_no_section(context, unit, proof);
                finding_add_nearest(finding, address, block, quote, why);
                return;
            }
        }
}

/* What an item gives to its group, in halves: what is there, but in the tone of a refusal, gives one. */
static guint halves_of(const Finding *item)
{
    return item->status == STATUS_MET ? 2 : item->status == STATUS_PARTIAL || item->leans ? 1 : 0;
}

/* met + ½ partial against half of what applies; a conflict is content, though no good one. */
static Status status_of_items(const GPtrArray *items)
{
    guint applicable = 0, halves = 0;
    gboolean anything = FALSE;

    for (guint i = 0; i < items->len; i++) {
        Status status = ((const Finding *)items->pdata[i])->status;
        if (status == STATUS_NOT_APPLICABLE)
            continue;
        applicable++;
        halves += halves_of(items->pdata[i]);
        anything = anything || status == STATUS_CONFLICT;
    }
    if (applicable == 0)
        return STATUS_NOT_APPLICABLE;
    if (halves >= applicable)
        return STATUS_MET;
    return halves > 0 || anything ? STATUS_PARTIAL : STATUS_MISSING;
}

static const Finding *only_applicable(const GPtrArray *items)
{
    const Finding *only = NULL;
    for (guint i = 0; i < items->len; i++) {
        const Finding *item = items->pdata[i];
        if (item->status == STATUS_NOT_APPLICABLE)
            continue;
        if (only)
            return NULL;
        only = item;
    }
    return only;
}

/* Names the items that are left out, so that the group's line says what is missing. */
static void list_gaps(Finding *finding, const GPtrArray *items)
{
    for (guint i = 0; i < items->len; i++) {
        const Finding *item = items->pdata[i];
        if ((item->status == STATUS_MISSING || item->status == STATUS_PARTIAL) &&
            item->severity == SEVERITY_MANDATORY)
            finding_add_lack(finding, bilingual_copy(&item->title));
    }
}

Finding *judge_requirement(const AuditContext *context, const Requirement *requirement,
                           const GPtrArray *items)
{
    const Group *group = context->view->rules->groups->pdata[requirement->group];
    const Finding *only = only_applicable(items);
    Status status = only ? only->status : status_of_items(items);
    Finding *finding = finding_new(requirement->id, group->id, CHECK_SECTION, requirement->severity, status);

    bilingual_clear(&finding->title);
    finding->title = bilingual_copy(&requirement->title);
    for (guint i = 0; i < requirement->bases->len; i++)
        finding_cite(finding, &g_array_index(requirement->bases, Basis, i));
    if (status == STATUS_MISSING && items->len >= LIST_ITEMS &&
        count_section_blocks(context, requirement->group) >= LIST_ITEMS) {
        /* a long list in a section of its own, in other words than ours: a person must look */
        finding->status = STATUS_REVIEW;
        finding_add_note(
            finding,
            bilingual_of(
                N_("Có mục riêng nhưng chương trình không nhận ra nội dung bắt buộc nào; cần người xem.")));
    }
    if (finding->status != STATUS_MISSING)
        add_section_evidence(context, finding, requirement->group);
    add_item_evidence(finding, items);
    if (finding->status != STATUS_MET && finding->status != STATUS_NOT_APPLICABLE) {
        list_gaps(finding, items);
        finding->fix.vi = g_strdup(requirement->model);
        if (finding->evidence->len == 0)
            add_group_nearest(context, finding, group);
    }
    return finding;
}
