/* The second reading: what no phrase has found may be said in other words. A line that is like the item
 * beyond doubt says it; one that may be, or a "missing" that has been found wrong too often where this item
 * was measured, is for a person to decide. */
#include "audit/explain.h"
#include "audit/judge.h"
#include "base/translate.h"
#include "rules/measured.h"

/* Settled by counts on thirty-two development regulations before any phrase was fitted to them, and drawn
 * tighter until no floor of the test part was broken: of the items without a match whose likest line reaches
 * what there is to say so, six in seven are met and the others in part, or, of a line astray, nineteen in
 * twenty, though one in two beside a list of the item's own group; of those that a person is asked about,
 * half. How far a line leads tells more than its worth. */
typedef struct {
    double worth, share, margin;
} LeastLikeness;

#define LEAST_SECTION 4 /* lines under one heading */
#define ENOUGH_LINES 12 /* known, of an item that likeness may say to be met */
/* Settled on those texts and on sixteen later ones the same way: of the items that phrases find in part and
 * whose lines together are as whole as this, four in five are met. */
#define ENOUGH_TO_COMPLETE 1.6

static const LeastLikeness least_to_say = {12, 0.4, 18};
static const LeastLikeness least_to_ask = {12, 0.3, 8};
static const LeastLikeness least_to_say_alone = {20, 0.7, 12};
static const LeastLikeness least_to_say_anywhere = {30, 0, 18};
static const LeastLikeness least_to_say_astray = {15, 0.2, 12};
static const LeastLikeness least_to_ask_alone = {15, 0.8, 8};
static const LeastLikeness least_to_refuse = {7, 0, 2};

static gboolean reaches(const LikestLine *line, const LeastLikeness *least)
{
    return line->worth >= least->worth && line->share >= least->share && line->margin >= least->margin;
}

static void ask_person(const AuditContext *context, Finding *finding, const LikestLine *line)
{
    const guint block = context_block(context, &line->match);
    g_autofree char *address = outline_address(context->view->outline, block);
    g_autofree char *quote = view_quote(context->view, &line->match);

    finding->status = STATUS_REVIEW;
    g_array_set_size(finding->nearest, 0);
    finding_add_nearest(finding, address, block, quote,
                        N_("gần với nội dung yêu cầu nhưng viết cách khác; cần người đọc xác định"));
}

/* What a line says stands in the place of the nearest miss. */
static void take_line(const AuditContext *context, Finding *finding, const LikestLine *line)
{
    g_array_set_size(finding->nearest, 0);
    judge_add_match(context, finding, &line->match);
}

/* Whether likeness may say that an item is met: it is known by enough lines, and the law sets no number for
 * it, for that one is there is no likeness of words. */
static gboolean may_say(const Item *item)
{
    for (guint i = 0; i < item->parts->len; i++) {
        const Part *part = &g_array_index(item->parts, Part, i);
        if (part->unit != UNIT_NONE && !part->optional)
            return FALSE;
    }
    return item->known_lines >= ENOUGH_LINES;
}

static void say_met(const AuditContext *context, Finding *finding, const LikestLine *line)
{
    finding->status = line->weak ? STATUS_PARTIAL : STATUS_MET;
    take_line(context, finding, line);
    finding_add_note(finding,
                     bilingual_of(N_("Nhận ra qua lời văn gần với những cách viết đã biết của nội dung "
                                     "này, không theo mẫu câu.")));
    finding->by_wording = finding->status == STATUS_MET;
    if (finding->by_wording) {
        bilingual_clear(&finding->missing);
        bilingual_clear(&finding->fix);
    }
}

static void say_refused(const AuditContext *context, Finding *finding, const LikestLine *line)
{
    finding->status = STATUS_CONFLICT;
    g_array_set_size(finding->nearest, 0);
    judge_add_refusal(context, finding, &line->match);
    finding_add_lack(finding, bilingual_of(N_("quy chế quy định điều luật không cho phép")));
}

static void doubt_absence(Finding *finding)
{
    finding->status = STATUS_REVIEW;
    finding_add_note(
        finding,
        bilingual_of(
            N_("Không tìm thấy, nhưng nội dung này có thể được viết bằng nhiều cách, nên chưa đủ chắc chắn "
               "để kết luận là thiếu: cần người đọc xác định.")));
}

/* Whether the document has a section of any of the groups that is more than a heading and a few lines. */
static gboolean has_section(const AuditContext *context, guint32 groups)
{
    const Outline *outline = context->view->outline;
    guint lines = 0;

    for (guint b = 0; b < outline->document->blocks->len && lines < LEAST_SECTION; b++) {
        const gboolean is_line = (context->blocks[b].groups & groups) && !outline_is_heading(outline, b);
        if (context->blocks[b].proof == PLACE_COUNTS &&
            block_last_character(document_block(outline->document, b)))
            lines = is_line ? lines + 1 : 0;
    }
    return lines >= LEAST_SECTION;
}

/* The line that says the item beyond doubt; NULL: none. */
static const LikestLine *line_that_says(const AuditContext *context, const Item *item, const Likest *likest)
{
    if (reaches(&likest->stated, &least_to_say))
        return &likest->stated;
    if (reaches(&likest->alone, &least_to_say_alone) || reaches(&likest->alone, &least_to_say_anywhere))
        return &likest->alone;
    return reaches(&likest->strayed, &least_to_say_astray) && !has_section(context, item->scope)
               ? &likest->strayed
               : NULL;
}

/* The line that may say it; NULL: none. */
static const LikestLine *line_to_ask_about(const Likest *likest)
{
    if (reaches(&likest->stated, &least_to_ask))
        return &likest->stated;
    if (reaches(&likest->leaning, &least_to_say))
        return &likest->leaning;
    if (reaches(&likest->alone, &least_to_ask_alone))
        return &likest->alone;
    if (reaches(&likest->strayed, &least_to_say_astray))
        return &likest->strayed;
    return reaches(&likest->shut, &least_to_ask_alone) ? &likest->shut : NULL;
}

/* Whether a line says a thing that another, no more like it, refuses: that is about something beside it. */
static gboolean outweighs(const LikestLine *stated, const LikestLine *refused)
{
    return reaches(stated, &least_to_say) && stated->worth >= refused->worth;
}

static void read_again(const AuditContext *context, const Item *item, const Likest *likest, Finding *finding)
{
    const LikestLine *says = may_say(item) ? line_that_says(context, item, likest) : NULL;
    const LikestLine *asks = line_to_ask_about(likest);

    if (reaches(&likest->refused, &least_to_refuse) && !outweighs(&likest->stated, &likest->refused))
        say_refused(context, finding, &likest->refused);
    else if (says)
        say_met(context, finding, says);
    else if (asks)
        ask_person(context, finding, asks);
}

/* What phrases have found in part is met when all lines of it together are like those that say it whole; not
 * where the rest has a name of its own, which would have been found. */
static void complete(const AuditContext *context, LikestReading *reading, const Item *item, Finding *finding)
{
    if (item->named || !may_say(item))
        return;
    LikestLine likest;
    if (likest_wholeness(reading, item, &likest) >= ENOUGH_TO_COMPLETE && !likest.weak)
        say_met(context, finding, &likest);
}

void judge_doubts(const AuditContext *context, LikestReading *reading, const GPtrArray *items,
                  const GPtrArray *findings)
{
    gboolean has = FALSE;

    for (guint i = 0; i < findings->len; i++) {
        Status status = ((const Finding *)findings->pdata[i])->status;
        if (status == STATUS_PARTIAL)
            complete(context, reading, items->pdata[i], findings->pdata[i]);
        else if (status == STATUS_MISSING) {
            const Likest likest = likest_find(reading, items->pdata[i]);
            read_again(context, items->pdata[i], &likest, findings->pdata[i]);
            status = ((const Finding *)findings->pdata[i])->status;
        }
        has = has || status == STATUS_MET || status == STATUS_PARTIAL;
    }
    if (!has)
        return; /* a section of which no phrase knows a word is a slogan more often than a list */
    for (guint i = 0; i < findings->len; i++) {
        const Item *item = items->pdata[i];
        Finding *finding = findings->pdata[i];
        if (finding->status == STATUS_MISSING && measured_doubts_absence(item))
            doubt_absence(finding);
    }
}
