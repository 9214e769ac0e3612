/* How statuses are given (design: "How statuses are given, so that two people label alike"). */
#include "audit/judge.h"

#include <math.h>
#include <string.h>

#define MOST_EVIDENCE 3
#define LIST_ITEMS 4   /* a requirement or a section with at least so many entries is a list */
#define TOLERANCE 0.02 /* months are 30 days and years 365: no conflict for a day in fifty */

/* What was found for one part of an item; the greater outweighs. A denial outweighs what stands beside it:
 * "công khai dự toán; quyết toán không công khai". */
typedef enum { PART_ABSENT, PART_WEAK, PART_LOOSE, PART_FOUND, PART_DENIED } PartState;

static gboolean is_at_odds(PartState state)
{
    return state == PART_LOOSE || state == PART_DENIED;
}

typedef struct {
    PartState state;
    const Match *match; /* the best evidence; NULL when absent */
} PartResult;

/* The best match that did not count, and why. */
typedef struct {
    const Match *match;
    Standing standing;
    gboolean is_set;
} Nearest;

static const struct {
    const char *vi, *en;
} place_reasons[] = {
    [PLACE_COUNTS] = {"đề mục không có nội dung bên dưới", "a heading with nothing under it"},
    [PLACE_CONTENTS_TABLE] = {"chỉ nằm trong mục lục", "stands only in the table of contents"},
    [PLACE_PASTED_LAW] = {"nằm trong văn bản pháp luật được chép kèm, không phải quy định của đơn vị",
                          "stands in the text of an act pasted in, not in the unit's own rules"},
    [PLACE_ANNEX] = {"nằm trong phụ lục, không phải quy định của quy chế",
                     "stands in an annex, not in the regulation"},
    [PLACE_DECISION] = {"nằm trong quyết định ban hành, không phải trong quy chế",
                        "stands in the decision that issues the regulation"},
    [PLACE_OTHER_TEXT] = {"nằm ngoài phần quy chế", "stands outside the regulation"},
    [PLACE_MENTION] = {"chỉ được nhắc tới ở phần phạm vi, mục đích, nguyên tắc, chưa có quy định cụ thể",
                       "only mentioned in scope, purpose or principles, without a rule"},
    [PLACE_FRONT] = {"nằm ở phần căn cứ, nơi nhận", "stands among the bases or recipients"},
};

static BilingualText reason_of(const AuditContext *context, const Nearest *nearest)
{
    const TextUnit *unit = view_unit_of_match(context->view, nearest->match);
    switch (nearest->standing) {
    case STANDING_NO_PROOF: {
        PlaceProof proof = unit->kind == UNIT_BLOCK ? context->blocks[unit->index].proof : PLACE_FRONT;
        return (BilingualText){(char *)place_reasons[proof].vi, (char *)place_reasons[proof].en};
    }
    case STANDING_MENTION:
        return (BilingualText){"chỉ là câu nêu chung, khẩu hiệu hoặc viện dẫn, chưa có quy định cụ thể",
                               "only a general sentence, a slogan or a cross-reference, without a rule"};
    case STANDING_EXCEPTION:
        return (BilingualText){"nằm trong phần loại trừ", "stands within an exception"};
    case STANDING_DENIED:
        return (BilingualText){"bị phủ định", "is denied"};
    default:
        return (BilingualText){"đứng ở phần khác, không gắn với nội dung phải quy định ở đây",
                               "stands elsewhere, not tied to what must be regulated here"};
    }
}

/* Letterhead, title, bases and recipients: words there are nobody's rule. */
static gboolean is_front_matter(const AuditContext *context, const Match *match)
{
    const TextUnit *unit = view_unit_of_match(context->view, match);
    return unit->kind != UNIT_BLOCK || context->blocks[unit->index].proof == PLACE_FRONT;
}

static void nearest_consider(const AuditContext *context, Nearest *nearest, const Match *match,
                             Standing standing)
{
    /* the more nearly it would have counted, the better it explains */
    static const guint rank[] = {[STANDING_EXCEPTION] = 5,
                                 [STANDING_DENIED] = 6,
                                 [STANDING_MENTION] = 4,
                                 [STANDING_NO_PROOF] = 3,
                                 [STANDING_NONE] = 2};
    if ((nearest->is_set && rank[nearest->standing] >= rank[standing]) || is_front_matter(context, match))
        return;
    *nearest = (Nearest){match, standing, TRUE};
}

static Standing item_standing(const AuditContext *context, const Item *item, const Match *match,
                              gboolean *weak)
{
    Standing standing = context_standing(context, match, item->group, item->scope, weak);
    if (item->section_only && standing == STANDING_VERB)
        return STANDING_NONE;
    if (item->anywhere &&
        (standing == STANDING_NONE || standing == STANDING_VERB || standing == STANDING_MENTION) &&
        context_is_plain(context, match))
        return context_is_denied(context, match) ? STANDING_DENIED : STANDING_VERB;
    return standing;
}

static gboolean is_looser(const Part *part, const Quantity *quantity)
{
    return (!isnan(part->most) && quantity->high > part->most * (1 + TOLERANCE)) ||
           (!isnan(part->least) && quantity->low < part->least * (1 - TOLERANCE));
}

static PartState state_of_match(const Part *part, const Match *match, Standing standing, gboolean weak)
{
    if (standing == STANDING_DENIED)
        return part->prohibition ? PART_FOUND : PART_DENIED;
    if (standing != STANDING_SECTION && standing != STANDING_VERB)
        return PART_ABSENT;
    if (part->unit != UNIT_NONE && is_looser(part, &match->quantity))
        return PART_LOOSE;
    return weak ? PART_WEAK : PART_FOUND;
}

static PartResult judge_part(const AuditContext *context, const Item *item, const Part *part,
                             Nearest *nearest)
{
    PartResult result = {PART_ABSENT, NULL};
    gboolean in_section = FALSE;

    for (guint i = 0; i < part->phrases->len; i++) {
        guint count;
        const Match *matches = view_matches(context->view, g_array_index(part->phrases, guint, i), &count);
        for (guint k = 0; k < count; k++) {
            gboolean weak;
            Standing standing = item_standing(context, item, &matches[k], &weak);
            PartState state = state_of_match(part, &matches[k], standing, weak);
            if (state == PART_ABSENT)
                nearest_consider(context, nearest, &matches[k], standing);
            /* the section's own text is the better evidence for the same state */
            if (state > result.state || (state == result.state && state != PART_ABSENT &&
                                         standing == STANDING_SECTION && !in_section)) {
                result = (PartResult){state, &matches[k]};
                in_section = standing == STANDING_SECTION;
            }
        }
    }
    return result;
}

static const Match *find_catch_all(const AuditContext *context, const Item *item)
{
    const PhraseIds *phrases = context->view->rules->catch_alls;
    for (guint i = 0; i < phrases->len; i++) {
        guint count;
        const Match *matches = view_matches(context->view, g_array_index(phrases, guint, i), &count);
        for (guint k = 0; k < count; k++) {
            gboolean weak;
            if (context_standing(context, &matches[k], item->group, item->scope, &weak) == STANDING_SECTION)
                return &matches[k];
        }
    }
    return NULL;
}

static const Match *find_denial(const AuditContext *context, const Item *item)
{
    for (guint i = 0; i < item->denials->len; i++) {
        guint count;
        const Match *matches = view_matches(context->view, g_array_index(item->denials, guint, i), &count);
        for (guint k = 0; k < count; k++)
            if (context_is_plain(context, &matches[k]))
                return &matches[k];
    }
    return NULL;
}

static void add_match(const AuditContext *context, Finding *finding, const Match *match)
{
    guint block = context_block(context, match);
    for (guint i = 0; i < finding->evidence->len; i++)
        if (g_array_index(finding->evidence, Evidence, i).block == block)
            return;
    g_autofree char *address = outline_address(context->view->outline, block);
    g_autofree char *quote = view_quote(context->view, match);
    finding_add_evidence(finding, address, block, quote);
}

static void append_text(char **text, const char *more, const char *separator)
{
    char *joined = *text ? g_strconcat(*text, separator, more, NULL) : g_strdup(more);
    g_free(*text);
    *text = joined;
}

static void append_note(Finding *finding, const char *vi, const char *en)
{
    append_text(&finding->note.vi, vi, " ");
    append_text(&finding->note.en, en, " ");
}

/* The first section of any of the groups that counts; NULL when there is none. */
static const Division *first_section(const AuditContext *context, guint32 groups)
{
    const Outline *outline = context->view->outline;
    for (guint d = 0; d < outline->divisions->len; d++) {
        const Division *division = outline_division(outline, d);
        if ((context->division_groups[d] & groups) && context->blocks[division->first].proof == PLACE_COUNTS)
            return division;
    }
    return NULL;
}

/* The nearest miss, else where it was looked for. */
static void add_nearest(const AuditContext *context, Finding *finding, const Nearest *nearest, guint32 groups)
{
    const Division *section = first_section(context, groups);
    if (nearest->is_set) {
        guint block = context_block(context, nearest->match);
        BilingualText why = reason_of(context, nearest);
        g_autofree char *address = outline_address(context->view->outline, block);
        g_autofree char *quote = view_quote(context->view, nearest->match);
        finding_add_nearest(finding, address, block, quote, why.vi, why.en);
    } else if (section) {
        finding_add_nearest(finding, section->address, section->first, section->title,
                            "đã tìm trong mục này nhưng không thấy nội dung yêu cầu",
                            "this section was searched and does not say it");
    } else if (finding->status == STATUS_MISSING) {
        append_note(finding, "Không có mục nào về nội dung này.", "No section is about this.");
    }
}

static void append_missing(Finding *finding, const char *vi, const char *en)
{
    append_text(&finding->missing.vi, vi, "; ");
    append_text(&finding->missing.en, en, "; ");
}

/* What an inspector reads about a part that does not count in full. */
static void explain_part(Finding *finding, const Part *part, PartState state)
{
    g_autofree char *vi = NULL, *en = NULL;
    const char *law_vi = part->law_value.vi ? part->law_value.vi : "",
               *law_en = part->law_value.en ? part->law_value.en : "";

    switch (state) {
    case PART_FOUND:
        return;
    case PART_ABSENT:
        if (part->optional)
            return;
        vi = part->law_value.vi ? g_strdup_printf("%s (luật: %s)", part->name.vi, law_vi)
                                : g_strdup(part->name.vi);
        en = part->law_value.en ? g_strdup_printf("%s (law: %s)", part->name.en, law_en)
                                : g_strdup(part->name.en);
        break;
    case PART_WEAK:
        vi = g_strdup_printf("%s: chỉ quy định tùy nghi (“có thể”, “khi cần”), chưa thành nghĩa vụ",
                             part->name.vi);
        en = g_strdup_printf("%s: left to discretion (“may”, “when needed”), not made a duty", part->name.en);
        break;
    case PART_LOOSE:
        vi = g_strdup_printf("%s: không bảo đảm mức luật định (luật: %s)", part->name.vi, law_vi);
        en = g_strdup_printf("%s: falls short of the law (law: %s)", part->name.en, law_en);
        break;
    case PART_DENIED:
        vi = g_strdup_printf("%s: quy chế phủ nhận điều luật yêu cầu", part->name.vi);
        en = g_strdup_printf("%s: the regulation denies what the law requires", part->name.en);
        break;
    }
    append_missing(finding, vi, en);
}

static Status status_of_parts(const Item *item, const PartResult *parts)
{
    guint required = 0, found = 0, weak = 0;
    gboolean conflict = FALSE;

    for (guint i = 0; i < item->parts->len; i++) {
        const Part *part = &g_array_index(item->parts, Part, i);
        gboolean counts = item->minimum > 0 || !part->optional;
        conflict = conflict || parts[i].state == PART_LOOSE || parts[i].state == PART_DENIED;
        required += counts;
        found += counts && parts[i].state == PART_FOUND;
        weak += counts && parts[i].state == PART_WEAK;
        if (!counts && parts[i].state == PART_FOUND)
            weak++; /* something of the item is there */
    }
    if (conflict)
        return STATUS_CONFLICT;
    if (found >= (item->minimum > 0 ? item->minimum : required) && required > 0)
        return STATUS_MET;
    return found + weak > 0 ? STATUS_PARTIAL : STATUS_MISSING;
}

static void note_basis(Finding *finding, const Basis *basis)
{
    finding_add_basis(finding, basis);
    if (basis->unverified && !finding->note.vi)
        finding->note =
            (BilingualText){g_strdup("Khoản, điểm và lời văn cần đối chiếu với bản gốc của văn bản."),
                            g_strdup("Clause and wording are to be checked against the original act.")};
}

static Finding *item_finding(const Item *item, const char *group, Status status)
{
    Finding *finding = finding_new(item->id, group, CHECK_ITEM, item->severity, status);
    bilingual_clear(&finding->title);
    finding->title = bilingual_copy(&item->title);
    for (guint i = 0; i < item->parts->len; i++)
        if (g_array_index(item->parts, Part, i).unit != UNIT_NONE)
            finding->check = CHECK_BOUND;
    note_basis(finding, &item->basis);
    return finding;
}

static void judge_condition(Finding *finding, const Item *item, gint staff)
{
    g_autofree char *vi = NULL, *en = NULL;

    if (item->staff_over == 0 || (staff < 0 && finding->status == STATUS_MET) ||
        staff > (gint)item->staff_over)
        return;
    if (staff >= 0) {
        finding->status = STATUS_NOT_APPLICABLE;
        vi = g_strdup_printf("Không áp dụng: đơn vị có từ %u người trở xuống.", item->staff_over);
        en = g_strdup_printf("Not applicable: the unit has at most %u staff.", item->staff_over);
    } else {
        vi = g_strdup_printf("Chỉ áp dụng khi đơn vị có trên %u người.", item->staff_over);
        en = g_strdup_printf("Applies only when the unit has more than %u staff.", item->staff_over);
    }
    append_note(finding, vi, en);
}

Finding *judge_item(const AuditContext *context, const Item *item, gint staff)
{
    const char *group = ((const Group *)context->view->rules->groups->pdata[item->group])->id;
    Finding *finding = item_finding(item, group, STATUS_MISSING);
    g_autofree PartResult *parts = g_new0(PartResult, item->parts->len + 1);
    Nearest nearest = {0};

    for (guint i = 0; i < item->parts->len; i++)
        parts[i] = judge_part(context, item, &g_array_index(item->parts, Part, i), &nearest);
    finding->status = status_of_parts(item, parts);

    const Match *catch_all = item->catch_all ? find_catch_all(context, item) : NULL;
    if (catch_all && finding->status == STATUS_MISSING)
        finding->status = STATUS_MET;
    const Match *denial = find_denial(context, item);
    if (denial)
        finding->status = STATUS_CONFLICT;
    if (strcmp(item->coverage, "manual") == 0)
        finding->status = STATUS_REVIEW;

    for (guint i = 0; i < item->parts->len && finding->evidence->len < MOST_EVIDENCE; i++)
        if (parts[i].match && (finding->status != STATUS_CONFLICT || is_at_odds(parts[i].state)))
            add_match(context, finding, parts[i].match);
    if (catch_all)
        add_match(context, finding, catch_all);
    if (denial) {
        add_match(context, finding, denial);
        append_missing(finding, "quy chế quy định điều luật không cho phép",
                       "the regulation says what the law does not allow");
    }
    if (finding->status != STATUS_MET) {
        for (guint i = 0; i < item->parts->len; i++)
            if (finding->status != STATUS_CONFLICT || is_at_odds(parts[i].state))
                explain_part(finding, &g_array_index(item->parts, Part, i), parts[i].state);
        finding->fix = g_strdup(item->model);
        if (finding->status != STATUS_CONFLICT)
            add_nearest(context, finding, &nearest, item->scope);
    }
    judge_condition(finding, item, staff);
    return finding;
}

/* Groups. */

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
        gboolean known = FALSE;
        for (guint k = 0; k < finding->evidence->len; k++)
            known = known || g_array_index(finding->evidence, Evidence, k).block == evidence->block;
        if (!known)
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

/* Why a heading or a sentence that speaks of a group does not make its section. Static texts. */
static BilingualText why_no_section(const AuditContext *context, const TextUnit *unit, PlaceProof proof)
{
    if (proof == PLACE_COUNTS && unit->kind == UNIT_BLOCK)
        return (BilingualText){"chỉ được nhắc tới, không kèm nội dung cụ thể",
                               "only mentioned, without concrete items"};
    if (proof == PLACE_COUNTS && !context_is_empty_division(context, unit->index))
        return (BilingualText){"có đề mục nhưng bên dưới chưa nêu nội dung luật yêu cầu",
                               "has a heading, but what the law requires is not under it"};
    return (BilingualText){(char *)place_reasons[proof].vi, (char *)place_reasons[proof].en};
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
                guint block = unit->kind == UNIT_TITLE ? outline_division(view->outline, unit->index)->first
                                                       : unit->index;
                if (unit->kind == UNIT_FRONT)
                    continue;
                PlaceProof proof = context->blocks[block].proof;
                g_autofree char *address = outline_address(view->outline, block);
                g_autofree char *quote = view_quote(view, &matches[k]);
                BilingualText why = why_no_section(context, unit, proof);
                finding_add_nearest(finding, address, block, quote, why.vi, why.en);
                return;
            }
        }
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
        halves += status == STATUS_MET ? 2 : status == STATUS_PARTIAL ? 1 : 0;
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
            append_missing(finding, item->title.vi, item->title.en);
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
        note_basis(finding, &g_array_index(requirement->bases, Basis, i));
    if (status == STATUS_MISSING && items->len >= LIST_ITEMS &&
        count_section_blocks(context, requirement->group) >= LIST_ITEMS) {
        /* a long list in a section of its own, in other words than ours: a person must look */
        finding->status = STATUS_REVIEW;
        append_note(
            finding, "Có mục riêng nhưng chương trình không nhận ra nội dung bắt buộc nào; cần người xem.",
            "It has a section of its own in which no required content was recognised; a person must look.");
    }
    if (finding->status != STATUS_MISSING)
        add_section_evidence(context, finding, requirement->group);
    add_item_evidence(finding, items);
    if (finding->status != STATUS_MET && finding->status != STATUS_NOT_APPLICABLE) {
        list_gaps(finding, items);
        finding->fix = g_strdup(requirement->model);
        if (finding->evidence->len == 0)
            add_group_nearest(context, finding, group);
    }
    return finding;
}
