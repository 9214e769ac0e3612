/* Titles decide what a document is; where they do not fit what stands below, the text does (pages headed "Quy
 * chế dân chủ" that hold a plan or a decision to set up a board). */
#include "audit/classify.h"

#include <string.h>

/* Points for the profile: the issuing body says most, the title less, words of the text little each. */
enum { POINTS_UNIT = 40, POINTS_TITLE = 30, POINTS_PARENT = 15, MOST_BODY_POINTS = 25 };
/* A regulation without a recognised title has at least so many sections of different groups; one with a title
 * and less than two sections is another kind of document when its text says so at least twice. */
enum { GROUPS_OF_A_REGULATION = 3, GROUPS_UNDER_A_TITLE = 2, SIGNS_OF_ANOTHER_KIND = 2 };

/* A title that tells nothing, or another subject, is overruled by a text that says so much. */
static const EnoughSaid without_title = {.groups = 3, .contents = 6};
static const EnoughSaid against_title = {.groups = 4, .contents = 12};

static guint count_matches(const AuditView *view, const PhraseIds *phrases)
{
    guint total = 0;
    for (guint i = 0; i < phrases->len; i++) {
        guint count;
        view_matches(view, g_array_index(phrases, guint, i), &count);
        total += count;
    }
    return total;
}

static gboolean matches_front(const AuditView *view, const PhraseIds *phrases, FrontLine line)
{
    for (guint i = 0; i < phrases->len; i++) {
        guint count;
        const Match *matches = view_matches(view, g_array_index(phrases, guint, i), &count);
        for (guint k = 0; k < count; k++)
            if (view_unit_of_match(view, &matches[k])->index == (guint)line)
                return TRUE;
    }
    return FALSE;
}

static gboolean has_component(const Outline *outline, ComponentKind kind)
{
    for (guint c = 0; c < outline->components->len; c++)
        if (outline_component(outline, c)->kind == kind && !outline_component(outline, c)->pasted_law)
            return TRUE;
    return FALSE;
}

/* How many groups have a section of their own in text that counts. */
static guint count_group_sections(const AuditContext *context)
{
    guint32 groups = 0;
    guint count = 0;
    const Outline *outline = context->view->outline;
    for (guint d = 0; d < outline->divisions->len; d++)
        if (context->blocks[outline_division(outline, d)->first].proof == PLACE_COUNTS)
            groups |= context->division_groups[d];
    for (; groups; groups &= groups - 1)
        count++;
    return count;
}

static const Kind *kind_by_line(const AuditView *view, FrontLine line)
{
    for (guint i = 0; i < view->rules->kinds->len; i++) {
        const Kind *kind = view->rules->kinds->pdata[i];
        if (matches_front(view, kind->titles, line))
            return kind;
    }
    return NULL;
}

/* By the title, and where that may be overruled by what stands in brackets below it. */
static const Kind *kind_by_title(const AuditView *view)
{
    const Kind *kind = kind_by_line(view, FRONT_TITLE);
    const Kind *below = kind && !kind->yields ? NULL : kind_by_line(view, FRONT_SUBTITLE);
    return below && below->judged ? below : kind;
}

/* The other kind that most of the text speaks for, with at least so many signs; NULL when none has them. */
static const Kind *other_kind_by_body(const AuditView *view, guint signs)
{
    const Kind *best = NULL;
    guint most = signs - 1;
    for (guint i = 0; i < view->rules->kinds->len; i++) {
        const Kind *kind = view->rules->kinds->pdata[i];
        guint count = kind->judged ? 0 : count_matches(view, kind->bodies);
        if (count > most) {
            most = count;
            best = kind;
        }
    }
    return best;
}

static const Kind *judged_kind(const RuleSet *rules)
{
    for (guint i = 0; i < rules->kinds->len; i++)
        if (((const Kind *)rules->kinds->pdata[i])->judged)
            return rules->kinds->pdata[i];
    return NULL;
}

static const Kind *kind_named(const RuleSet *rules, const char *id)
{
    for (guint i = 0; i < rules->kinds->len; i++)
        if (strcmp(((const Kind *)rules->kinds->pdata[i])->id, id) == 0)
            return rules->kinds->pdata[i];
    return NULL;
}

/* By the title, and where it fits too little of the text, by that. */
static const Kind *kind_of_titled(const AuditContext *context, const Kind *kind)
{
    const AuditView *view = context->view;
    gboolean has_regulation = has_component(view->outline, COMPONENT_REGULATION);
    guint sections = count_group_sections(context);

    if (!has_regulation && has_component(view->outline, COMPONENT_DECISION)) {
        const Kind *other = other_kind_by_body(view, 1);
        return other ? other : kind_named(view->rules, "decision");
    }
    if (kind && sections < GROUPS_UNDER_A_TITLE) {
        const Kind *other = other_kind_by_body(view, SIGNS_OF_ANOTHER_KIND);
        if (other)
            return other;
    }
    if (kind && has_regulation)
        return kind;
    if (sections >= GROUPS_OF_A_REGULATION)
        return judged_kind(view->rules);
    const Kind *other = other_kind_by_body(view, 1);
    return other ? other : kind;
}

Classification classify_kind(const AuditContext *context)
{
    const AuditView *view = context->view;
    const Kind *titled = kind_by_title(view);
    Classification found = {.kind = titled, .title_tells = titled && !titled->yields};

    if (titled && titled->yields)
        found.least = against_title;
    if (titled && !titled->judged)
        return found;
    found.kind = kind_of_titled(context, titled);
    if (!titled && !(found.kind && found.kind->judged) && !has_component(view->outline, COMPONENT_DECISION) &&
        !other_kind_by_body(view, SIGNS_OF_ANOTHER_KIND))
        found.least = without_title;
    return found;
}

/* Whether an item is said, be it in part or against the law. */
static gboolean is_said(const Finding *finding)
{
    return (finding->check == CHECK_ITEM || finding->check == CHECK_BOUND) &&
           (finding->status == STATUS_MET || finding->status == STATUS_PARTIAL ||
            finding->status == STATUS_CONFLICT);
}

gboolean classify_suffices(const RuleSet *rules, const GPtrArray *findings, const EnoughSaid *least)
{
    gboolean based = FALSE;
    guint32 groups = 0;
    guint contents = 0;

    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = findings->pdata[i];
        gint group = ruleset_group(rules, finding->group);
        if (strcmp(finding->group, LEGAL_BASIS) == 0 && finding->check == CHECK_SECTION)
            based = based || finding->status != STATUS_MISSING;
        if (group < 0 || !((const Group *)rules->groups->pdata[group])->essential || !is_said(finding))
            continue;
        groups |= 1u << group;
        contents++;
    }
    return based && (guint)__builtin_popcount(groups) >= least->groups && contents >= least->contents;
}

const Profile *classify_profile(const AuditView *view)
{
    const Profile *best = NULL;
    guint most = 0;
    for (guint i = 0; i < view->rules->profiles->len; i++) {
        const Profile *profile = view->rules->profiles->pdata[i];
        guint points = MIN(count_matches(view, profile->bodies), MOST_BODY_POINTS);
        if (matches_front(view, profile->units, FRONT_UNIT))
            points += POINTS_UNIT;
        if (matches_front(view, profile->units, FRONT_TITLE))
            points += POINTS_TITLE;
        if (matches_front(view, profile->units, FRONT_PARENT))
            points += POINTS_PARENT;
        if (!best || points > most) {
            best = profile;
            most = points;
        }
    }
    return best;
}

/* A place at which the regulation speaks of its unit. */
static gboolean tells(const AuditContext *context, const Match *match)
{
    const PlaceProof proof = context->blocks[context_block(context, match)].proof;
    return proof == PLACE_COUNTS || proof == PLACE_MENTION;
}

static gint told_staff(const AuditContext *context)
{
    const AuditView *view = context->view;
    gint staff = -1;
    for (guint i = 0; i < view->rules->staff_counts->len; i++) {
        guint count;
        const Match *matches = view_matches(view, g_array_index(view->rules->staff_counts, guint, i), &count);
        for (guint k = 0; k < count; k++)
            if (tells(context, &matches[k]))
                staff = MAX(staff, (gint)matches[k].quantity.low);
    }
    return staff;
}

static gboolean is_told(const AuditContext *context, const PhraseIds *phrases)
{
    for (guint i = 0; i < phrases->len; i++) {
        guint count;
        const Match *matches = view_matches(context->view, g_array_index(phrases, guint, i), &count);
        for (guint k = 0; k < count; k++)
            if (tells(context, &matches[k]))
                return TRUE;
    }
    return FALSE;
}

UnitFacts classify_unit(const AuditContext *context)
{
    const RuleSet *rules = context->view->rules;
    return (UnitFacts){.staff = told_staff(context),
                       .has_union = is_told(context, rules->no_union) ? ANSWER_NO : ANSWER_UNKNOWN,
                       .dispersed = is_told(context, rules->dispersed) ? ANSWER_YES : ANSWER_UNKNOWN};
}

gboolean classify_state_owned(const AuditView *view)
{
    return count_matches(view, view->rules->state_owned) > 0 &&
           count_matches(view, view->rules->private_owned) == 0;
}
