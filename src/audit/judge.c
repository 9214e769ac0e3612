/* Judging one item: what counts for each of its parts, and what status they give (design: "How statuses are
 * given, so that two people label alike"). */
#include "audit/judge.h"

#include <string.h>

#include "audit/explain.h"
#include "audit/judge_part.h"
#include "audit/judge_unit.h"
#include "audit/refusals.h"
#include "audit/sentence.h"
#include "base/translate.h"

#define MOST_EVIDENCE 3

static gboolean is_at_odds(const PartResult *part)
{
    return (part->state == PART_LOOSE || part->state == PART_DENIED) && !part->outdone;
}

/* The words that end a list openly, or, when denied is asked for, that close it: "không công khai việc nào
 * khác". */
static const Match *find_catch_all(const AuditContext *context, const Item *item, gboolean denied)
{
    const PhraseIds *phrases = context->view->rules->catch_alls;
    for (guint i = 0; i < phrases->len; i++) {
        guint count;
        const Match *matches = view_matches(context->view, g_array_index(phrases, guint, i), &count);
        for (guint k = 0; k < count && !context_is_late(context); k++) {
            gboolean weak;
            Standing standing = context_standing(context, &matches[k], item, &weak);
            if (denied ? standing == STANDING_DENIED || standing == STANDING_REFUSED
                       : standing == STANDING_SECTION)
                return &matches[k];
        }
    }
    return NULL;
}

/* Whether a match stands in the item's sections, or where its verb governs. What only says what an office
 * does with a thing is no entry, but may well take it away. */
static gboolean is_governed(const AuditContext *context, const Item *item, const Match *match)
{
    gboolean weak;
    switch (context_standing(context, match, item, &weak)) {
    case STANDING_SECTION:
    case STANDING_VERB:
    case STANDING_DENIED:
    case STANDING_REFUSED:
        return TRUE;
    default:
        return context_is_handled(context, match->sentence, item) &&
               (context->blocks[context_block(context, match)].groups & item->scope);
    }
}

/* Whether an exception begins within a match: "thang lương, trừ tài liệu là bí mật" denies nothing of the pay
 * scales. */
static gboolean holds_exception(const AuditContext *context, const Match *match)
{
    if (!(context->sentence_flags[match->sentence] & SENTENCE_EXCEPTION))
        return FALSE;
    const Match *exception =
        view_match_in_sentence(context->view, context->view->rules->exceptions, match->sentence);
    return exception->first > match->first && exception->first < match->end;
}

/* A denial that stands in operative text, and where the item is governed when one is given. */
static const Match *find_denial_of(const AuditContext *context, const PhraseIds *denials, const Item *item)
{
    for (guint i = 0; i < denials->len; i++) {
        guint count;
        const Match *matches = view_matches(context->view, g_array_index(denials, guint, i), &count);
        for (guint k = 0; k < count && !context_is_late(context); k++) {
            if (!(context->sentence_flags[matches[k].sentence] & (SENTENCE_NOT_DENIAL | SENTENCE_POINTS)) &&
                !holds_exception(context, &matches[k]) && context_is_plain(context, &matches[k]) &&
                (!item || is_governed(context, item, &matches[k])))
                return &matches[k];
        }
    }
    return NULL;
}

static const Match *find_denial(const AuditContext *context, const Item *item)
{
    const Match *anywhere = find_denial_of(context, item->denials, NULL);
    return anywhere ? anywhere : find_denial_of(context, item->section_denials, item);
}

/* Whether the first cell of a row speaks of an item: it holds a match of a part. */
static gboolean speaks_of(const AuditContext *context, const Item *item, guint sentence)
{
    const TextUnit *cell = view_unit(context->view, context->view->unit_of_sentence[sentence]);
    for (guint i = 0; i < item->parts->len; i++)
        for (guint s = cell->first_sentence; s < cell->end_sentence; s++)
            if (view_match_in_sentence(context->view, g_array_index(item->parts, Part, i).phrases, s))
                return TRUE;
    return FALSE;
}

/* Whether a match over several cells of a row refuses: its last cell does, in a clause that names nothing of
 * its own behind it ("không công khai phần còn đang xác minh"), and both count. */
static gboolean refuses_in_row(const AuditContext *context, const Item *item, const RowMatch *match)
{
    const guint end = match->ends.end;
    const gboolean ends_clause = end == view_sentence(context->view, match->ends.sentence)->end ||
                                 (words_at(context->view->words, end)->flags & WORD_AFTER_COMMA);
    return ends_clause && (context->refused[match->ends.sentence] >> item->group & 1) &&
           !(context->sentence_flags[match->ends.sentence] & SENTENCE_NOT_DENIAL) &&
           context_is_plain(context, &match->opens) && context_is_plain(context, &match->ends) &&
           (context->blocks[context_block(context, &match->opens)].groups & item->scope);
}

/* A denial that begins in the first cell of a row and ends in another: "Tổ trưởng | Phường cử, không bầu". Of
 * what nothing else denies the first cell must speak by itself, with more than a word of the denial. */
static const RowMatch *find_row_denial(const AuditContext *context, RowReading *rows, const Item *item,
                                       gboolean denied)
{
    const PhraseIds *const denials[] = {item->denials, item->section_denials};

    if (!row_reading_refuses(rows, item->scope))
        return NULL;
    for (guint d = 0; d < G_N_ELEMENTS(denials); d++)
        for (guint i = 0; i < denials[d]->len; i++) {
            guint count;
            const RowMatch *matches =
                row_reading_find(rows, item->scope, g_array_index(denials[d], guint, i), &count);
            for (guint k = 0; k < count && !context_is_late(context); k++)
                if (refuses_in_row(context, item, &matches[k]) &&
                    (denied || speaks_of(context, item, matches[k].opens.sentence)))
                    return &matches[k];
        }
    return NULL;
}

/* Adds the sentence of a match, and what follows it up to another of its paragraph. */
static void add_through(const AuditContext *context, Finding *finding, const Match *match, guint last)
{
    guint block = context_block(context, match);
    if (finding_shows(finding, block))
        return;
    g_autofree char *address = outline_address(context->view->outline, block);
    g_autofree char *quote = view_quote_through(context->view, match->sentence, last);
    finding_add_evidence(finding, address, block, quote);
}

void judge_add_match(const AuditContext *context, Finding *finding, const Match *match)
{
    add_through(context, finding, match, match->sentence);
}

void judge_add_refusal(const AuditContext *context, Finding *finding, const Match *match)
{
    const guint refuser = context->refusers[match->sentence];
    guint source;
    add_through(context, finding, match, refuser > 0 ? refuser - 1 : match->sentence);
    if (!refusals_find_source(context, match->sentence, &source))
        return;
    const AuditView *view = context->view;
    const TextUnit *unit = view_unit(view, view->unit_of_sentence[source]);
    const guint block =
        view_unit_is_text(unit) ? unit->index : outline_division(view->outline, unit->index)->first;
    if (finding->evidence->len >= MOST_EVIDENCE || finding_shows(finding, block))
        return;
    g_autofree char *address = outline_address(view->outline, block);
    g_autofree char *quote = view_quote(view, &(Match){.sentence = source});
    finding_add_evidence(finding, address, block, quote);
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
        const char *why = explain_standing(context, nearest->match, nearest->standing);
        g_autofree char *address = outline_address(context->view->outline, block);
        g_autofree char *quote = view_quote(context->view, nearest->match);
        finding_add_nearest(finding, address, block, quote, why);
    } else if (section) {
        finding_add_nearest(finding, section->address, section->first, section->title,
                            N_("đã tìm trong mục này nhưng không thấy nội dung yêu cầu"));
    } else if (finding->status == STATUS_MISSING) {
        finding_add_note(finding, bilingual_of(N_("Không có mục nào về nội dung này.")));
    }
}

/* Whether a list to choose from is forgone: entries are denied, and too few stand beside them. */
static const Match *forgoes_list(const Item *item, const PartResult *parts)
{
    const Match *match = NULL;
    guint forgone = 0, left = 0;

    for (guint i = 0; item->minimum > 0 && i < item->parts->len; i++) {
        left += parts[i].state != PART_ABSENT;
        forgone += parts[i].state == PART_ABSENT && parts[i].forgone;
        if (parts[i].forgone && !match)
            match = parts[i].forgone;
    }
    return forgone > 0 && (left == 0 || (forgone > 1 && left < item->minimum)) ? match : NULL;
}

static Status status_of_parts(const Item *item, const Part *sized, const PartResult *parts)
{
    guint required = 0, found = 0, weak = 0;
    gboolean conflict = FALSE;

    for (guint i = 0; i < item->parts->len; i++) {
        gboolean counts = item->minimum > 0 || !sized[i].optional;
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

/* Whether what is at odds is but a sentence that refuses, and it stands elsewhere, or another sentence grants
 * the same: the text may speak of something else, and a person must look. */
static gboolean is_doubtful(const Item *item, const PartResult *parts)
{
    gboolean doubtful = FALSE;

    for (guint i = 0; i < item->parts->len; i++) {
        if (parts[i].state == PART_LOOSE || (parts[i].state == PART_DENIED && !parts[i].doubtful))
            return FALSE;
        doubtful = doubtful || parts[i].doubtful;
    }
    return doubtful;
}

/* Whether what is found of an item, or refused, is so by how its sentence sounds. */
static gboolean is_leaning(const Item *item, const PartResult *parts)
{
    for (guint i = 0; i < item->parts->len; i++)
        if (parts[i].leaning)
            return TRUE;
    return FALSE;
}

static Finding *item_finding(const Item *item, const char *group, Status status)
{
    Finding *finding = finding_new(item->id, group, CHECK_ITEM, item->severity, status);
    bilingual_clear(&finding->title);
    finding->title = bilingual_copy(&item->title);
    if (item_sets_number(item))
        finding->check = CHECK_BOUND;
    finding_cite(finding, &item->basis);
    return finding;
}

/* What is at odds alone where something is; what grants it as well where that is in doubt. */
static void add_part_matches(const AuditContext *context, Finding *finding, const Item *item,
                             const PartResult *parts, gboolean doubtful)
{
    for (guint i = 0; i < item->parts->len && finding->evidence->len < MOST_EVIDENCE; i++) {
        if (parts[i].outdone)
            continue;
        if (parts[i].match && parts[i].state == PART_DENIED)
            judge_add_refusal(context, finding, parts[i].match);
        else if (parts[i].match && (finding->status != STATUS_CONFLICT || is_at_odds(&parts[i])))
            judge_add_match(context, finding, parts[i].match);
        if (parts[i].beside && finding->evidence->len < MOST_EVIDENCE)
            judge_add_match(context, finding, parts[i].beside);
        if (doubtful && parts[i].granted && parts[i].granted != parts[i].match)
            judge_add_match(context, finding, parts[i].granted);
    }
}

/* Whether all that shows an item stands in sections that are the item's by what they say alone (theme.h). */
static gboolean rests_on_themes(const AuditContext *context, const Item *item, const Finding *finding)
{
    for (guint i = 0; i < finding->evidence->len; i++)
        if (!(context->blocks[g_array_index(finding->evidence, Evidence, i).block].themed & item->scope))
            return FALSE;
    return finding->evidence->len > 0;
}

/* What a text holds of an item. */
typedef struct {
    const Item *item;
    Part *sized;         /* its parts with the bounds of the unit */
    PartResult *results; /* of each */
    gboolean doubtful;   /* see is_doubtful */
    Nearest nearest;
    const Match *catch_all, *denial; /* NULL: none */
    const RowMatch *row;             /* a denial in the cells of a row; NULL: none */
} ItemReading;

static void read_parts(const AuditContext *context, RowReading *rows, const UnitFacts *unit,
                       ItemReading *reading)
{
    const Item *item = reading->item;
    for (guint i = 0; i < item->parts->len; i++) {
        Part *sized = &reading->sized[i];
        PartResult *result = &reading->results[i];
        *sized = part_for_unit(&g_array_index(item->parts, Part, i), unit);
        *result = part_judge(context, item, sized, &reading->nearest);
        if (result->state == PART_ABSENT && !result->forgone)
            part_judge_rows(context, rows, item, sized, result);
    }
    reading->doubtful = is_doubtful(item, reading->results);
}

/* What says or denies the item as a whole. */
static void read_whole(const AuditContext *context, RowReading *rows, ItemReading *reading)
{
    const Item *item = reading->item;
    reading->catch_all = item->catch_all ? find_catch_all(context, item, FALSE) : NULL;
    reading->denial = find_denial(context, item);
    if (!reading->denial)
        reading->denial = forgoes_list(item, reading->results);
    if (!reading->denial && item->catch_all && !reading->catch_all)
        reading->denial = find_catch_all(context, item, TRUE);
    if (!reading->denial)
        reading->row = find_row_denial(context, rows, item, reading->doubtful);
}

/* Where the item's own words or a quantity are at odds, what denies a part in another paragraph may be of
 * something else when the part is granted as well, or that is outside the item's sections. */
static void set_outdone(const AuditContext *context, const ItemReading *reading)
{
    const Match *proof = reading->denial ? reading->denial : reading->row ? &reading->row->opens : NULL;
    PartResult *parts = reading->results;
    for (guint i = 0; !proof && i < reading->item->parts->len; i++)
        proof = parts[i].state == PART_LOOSE ? parts[i].match : NULL;
    for (guint i = 0; proof && i < reading->item->parts->len; i++) {
        const guint block = parts[i].match ? context_block(context, parts[i].match) : 0;
        parts[i].outdone = parts[i].state == PART_DENIED && block != context_block(context, proof) &&
                           (parts[i].granted || !(context->blocks[block].groups & reading->item->scope));
    }
}

static Status status_of_reading(const ItemReading *reading)
{
    if (strcmp(reading->item->coverage, "manual") == 0)
        return STATUS_REVIEW;
    if (reading->denial || reading->row)
        return STATUS_CONFLICT;
    if (reading->doubtful)
        return STATUS_REVIEW;
    const Status status = status_of_parts(reading->item, reading->sized, reading->results);
    if (status == STATUS_MET && is_leaning(reading->item, reading->results))
        return STATUS_REVIEW;
    return reading->catch_all && status == STATUS_MISSING ? STATUS_MET : status;
}

static void add_matches(const AuditContext *context, Finding *finding, const ItemReading *reading)
{
    const RowMatch *row = reading->row;
    add_part_matches(context, finding, reading->item, reading->results, reading->doubtful);
    if (reading->catch_all)
        judge_add_match(context, finding, reading->catch_all);
    if (!reading->denial && !row)
        return;
    judge_add_match(context, finding, reading->denial ? reading->denial : &row->opens);
    if (row)
        judge_add_match(context, finding, &row->ends);
    finding_add_lack(finding, bilingual_of(N_("quy chế quy định điều luật không cho phép")));
}

/* Why the item is not met. */
static void explain_reading(const AuditContext *context, Finding *finding, const ItemReading *reading)
{
    if (finding->status == STATUS_REVIEW && reading->doubtful) {
        finding_add_note(
            finding,
            bilingual_of(
                N_("Có câu hạn chế hoặc từ chối nội dung này nhưng chưa chắc nói về nó; cần người xem.")));
        return;
    }
    if (finding->status == STATUS_REVIEW && is_leaning(reading->item, reading->results)) {
        finding->leans = TRUE;
        finding_add_note(finding,
                         bilingual_of(N_("Nội dung này được nêu, nhưng lời văn giống câu hạn chế hoặc từ "
                                         "chối; cần người đọc xác định.")));
        return;
    }
    if (finding->status == STATUS_CONFLICT && is_leaning(reading->item, reading->results))
        finding_add_note(finding, bilingual_of(N_("Nhận ra qua lời văn giống những câu hạn chế, từ chối đã "
                                                  "biết, không theo mẫu câu; cần đọc lại câu được trích.")));
    for (guint i = 0; i < reading->item->parts->len; i++)
        if (finding->status != STATUS_CONFLICT || is_at_odds(&reading->results[i]))
            explain_part(finding, &reading->sized[i], reading->results[i].state);
    if (finding->status != STATUS_CONFLICT)
        add_nearest(context, finding, &reading->nearest, reading->item->scope);
}

static void note_themes(const AuditContext *context, Finding *finding, const Item *item)
{
    if (!rests_on_themes(context, item, finding))
        return;
    finding->by_wording = finding->status == STATUS_MET;
    finding_add_note(finding, bilingual_of(N_("Tiêu đề của mục này không theo cách gọi đã biết; mục được "
                                              "hiểu theo nội dung các dòng trong đó.")));
}

Finding *judge_item(const AuditContext *context, RowReading *rows, const Item *item, const UnitFacts *unit)
{
    const char *group = ((const Group *)context->view->rules->groups->pdata[item->group])->id;
    Finding *finding = item_finding(item, group, STATUS_MISSING);
    g_autofree PartResult *results = g_new0(PartResult, item->parts->len + 1);
    g_autofree Part *sized = g_new0(Part, item->parts->len + 1);
    ItemReading reading = {.item = item, .sized = sized, .results = results};

    read_parts(context, rows, unit, &reading);
    read_whole(context, rows, &reading);
    set_outdone(context, &reading);
    finding->status = status_of_reading(&reading);
    add_matches(context, finding, &reading);
    if (finding->status != STATUS_MET) {
        explain_reading(context, finding, &reading);
        finding->fix.vi = g_strdup(item->model);
    }
    note_themes(context, finding, item);
    if (item->note.vi)
        finding_add_note(finding, bilingual_copy(&item->note));
    judge_for_unit(finding, item, results, unit);
    return finding;
}
