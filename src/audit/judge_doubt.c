/* Where the program cannot know whether a thing is missing, and a person must look: a sentence of the group's
 * sections is about it by its words though no phrase of any item has spoken of it, or "missing" has been
 * found wrong too often where this item was measured. */
#include "audit/explain.h"
#include "audit/judge.h"
#include "audit/sentence.h"
#include "base/translate.h"
#include "rules/measured.h"

/* Measured on the development part: of the items that reach these, about six in ten are there. */
typedef struct {
    guint telling; /* words and pairs of words: fewer are chance */
    double share;  /* of the sentence's telling words that the item has */
    double margin; /* before the next item */
} LeastLikeness;

static const LeastLikeness least_of_doubt = {5, 0.6, 0.3};

/* Of a sentence that refuses something of the group: what it is, is the question, not whether it is anything.
 */
static const LeastLikeness least_of_refusal = {5, 0.6, 0.3};

/* The sentence that is most like an item. */
typedef struct {
    guint sentence;
    double share;
} Likest;

static gboolean is_heading(const AuditContext *context, guint block, guint group)
{
    const Outline *outline = context->view->outline;
    guint d = outline->division_of[block];
    const Division *division = outline_division(outline, d);
    return division->title && block < division->heading_end && (context->division_groups[d] & (1u << group));
}

/* Whether a sentence of a block may be an entry of the group's sections. */
static gboolean may_tell(const AuditContext *context, const TextUnit *unit, guint group)
{
    if (unit->kind != UNIT_BLOCK)
        return FALSE;
    const BlockContext *block = &context->blocks[unit->index];
    return block->proof == PLACE_COUNTS && (block->groups & (1u << group)) &&
           !(block->denied & (1u << group)) && !is_heading(context, unit->index, group);
}

static void claim_sentences(const AuditView *view, const PhraseIds *phrases, gboolean *claimed)
{
    for (guint k = 0; k < phrases->len; k++) {
        guint count;
        const Match *matches = view_matches(view, g_array_index(phrases, guint, k), &count);
        for (guint m = 0; m < count; m++)
            if (matches[m].sentence < view->body_end)
                claimed[matches[m].sentence] = TRUE;
    }
}

/* Sentences of which a phrase of some item has spoken. */
static gboolean *find_claimed(const AuditView *view, const GPtrArray *items)
{
    gboolean *claimed = g_new0(gboolean, view->body_end + 1);
    for (guint i = 0; i < items->len; i++) {
        const Item *item = items->pdata[i];
        for (guint p = 0; p < item->parts->len; p++)
            claim_sentences(view, g_array_index(item->parts, Part, p).phrases, claimed);
    }
    return claimed;
}

static void find_likest(const AuditContext *context, const Likeness *likeness, const LeastLikeness *least,
                        const gboolean *passed, Likest *likest)
{
    const AuditView *view = context->view;
    for (guint s = 0; s < view->body_end; s++) {
        Resemblance like;
        if (passed[s])
            continue;
        const Sentence *sentence = &g_array_index(view->words->sentences, Sentence, s);
        if (likeness_measure(likeness, view->words, sentence->first, sentence->end, &like) &&
            like.telling >= least->telling && like.share >= least->share &&
            like.share - like.rival >= least->margin && like.share > likest[like.item].share)
            likest[like.item] = (Likest){s, like.share};
    }
}

/* The block and the words of a sentence. */
static char *quote_sentence(const AuditContext *context, guint sentence, guint *block)
{
    Match match = {.sentence = sentence};
    match.first = g_array_index(context->view->words->sentences, Sentence, sentence).first;
    *block = context_block(context, &match);
    return view_quote(context->view, &match);
}

static void ask_person(const AuditContext *context, Finding *finding, guint sentence)
{
    guint block;
    g_autofree char *quote = quote_sentence(context, sentence, &block);
    g_autofree char *address = outline_address(context->view->outline, block);

    finding->status = STATUS_REVIEW;
    g_array_set_size(finding->nearest, 0);
    finding_add_nearest(finding, address, block, quote,
                        N_("gần với nội dung yêu cầu nhưng viết cách khác; cần người đọc xác định"));
}

static void find_conflict(const AuditContext *context, Finding *finding, guint sentence)
{
    guint block;
    g_autofree char *quote = quote_sentence(context, sentence, &block);
    g_autofree char *address = outline_address(context->view->outline, block);

    finding->status = STATUS_CONFLICT;
    g_array_set_size(finding->nearest, 0);
    finding_add_evidence(finding, address, block, quote);
    finding_add_lack(finding, bilingual_of(N_("quy chế quy định điều luật không cho phép")));
}

/* Second reading of what is missing, by likeness. */
static void judge_likeness(const AuditContext *context, LikenessShelf *shelf, guint group,
                           const GPtrArray *items, const GPtrArray *findings)
{
    const AuditView *view = context->view;
    g_autofree gboolean *passed = find_claimed(view, items);
    g_autofree Likest *likest = g_new0(Likest, items->len + 1);
    for (guint s = 0; s < view->body_end; s++)
        passed[s] = passed[s] || !may_tell(context, view_unit(view, view->unit_of_sentence[s]), group);
    find_likest(context, likeness_of(shelf, items), &least_of_doubt, passed, likest);
    for (guint i = 0; i < findings->len; i++) {
        Finding *finding = findings->pdata[i];
        if (finding->status == STATUS_MISSING && likest[i].share > 0)
            ask_person(context, finding, likest[i].sentence);
    }
}

/* Whether a sentence of a group's sections refuses something. */
static gboolean refuses(const AuditContext *context, guint sentence, guint group)
{
    const TextUnit *unit = view_unit(context->view, context->view->unit_of_sentence[sentence]);
    if (!(context->refused[sentence] >> group & 1) || unit->kind != UNIT_BLOCK ||
        (context->sentence_flags[sentence] & (SENTENCE_MENTION | SENTENCE_OFF_TOPIC)))
        return FALSE;
    const BlockContext *block = &context->blocks[unit->index];
    return block->proof == PLACE_COUNTS && (block->groups >> group & 1) &&
           !is_heading(context, unit->index, group);
}

/* What is missing, and refused in words that no phrase of an item knows. */
static void judge_refusals(const AuditContext *context, LikenessShelf *shelf, guint group,
                           const GPtrArray *items, const GPtrArray *findings)
{
    const AuditView *view = context->view;
    gboolean any = FALSE;
    for (guint s = 0; s < view->body_end && !any; s++)
        any = refuses(context, s, group);
    if (!any)
        return;
    g_autofree gboolean *passed = find_claimed(view, items);
    g_autofree Likest *likest = g_new0(Likest, items->len + 1);
    for (guint s = 0; s < view->body_end; s++)
        passed[s] = passed[s] || !refuses(context, s, group);
    find_likest(context, likeness_of(shelf, items), &least_of_refusal, passed, likest);
    for (guint i = 0; i < findings->len; i++) {
        Finding *finding = findings->pdata[i];
        if (finding->status == STATUS_MISSING && likest[i].share > 0)
            find_conflict(context, finding, likest[i].sentence);
    }
}

static void doubt_absence(Finding *finding, const Measured *measured)
{
    finding->status = STATUS_REVIEW;
    finding_add_note(
        finding,
        bilingual_format(
            N_("Không tìm thấy, nhưng trên các văn bản thử, kết luận “thiếu” về nội dung này chỉ đúng "
               "%u/%u lần: cần người đọc xác định."),
            measured->right, measured->claims));
}

void judge_doubts(const AuditContext *context, LikenessShelf *shelf, guint group, const GPtrArray *items,
                  const GPtrArray *findings)
{
    gboolean lacks = FALSE, has = FALSE;
    judge_refusals(context, shelf, group, items, findings);
    for (guint i = 0; i < findings->len; i++) {
        Status status = ((const Finding *)findings->pdata[i])->status;
        lacks = lacks || status == STATUS_MISSING;
        has = has || status == STATUS_MET || status == STATUS_PARTIAL;
    }
    if (!lacks || !has)
        return; /* a section of which no phrase knows a word is a slogan more often than a list */
    judge_likeness(context, shelf, group, items, findings);
    for (guint i = 0; i < findings->len; i++) {
        const Item *item = items->pdata[i];
        Finding *finding = findings->pdata[i];
        if (finding->status == STATUS_MISSING && measured_doubts_absence(item))
            doubt_absence(finding, &item->measured);
    }
}
