/* Refusals reach beyond their own sentence: to the entries of a list that they open, to the cells beside them
 * in a row of a table, to the cells below them in a column, to the line that they are a note to (design:
 * evidence, "Negation"). */
#include "audit/refusals.h"

#include <string.h>

#include "audit/refused_entries.h"
#include "audit/refused_rows.h"
#include "audit/sections.h"
#include "audit/sentence.h"

enum {
    MOST_CLAUSES = 3, /* from a refusal back to what it names */
    /* that may end a clause behind its refusal: "không lấy ý kiến dân", "không đăng lại" */
    WORDS_AFTER_VERB = 1,
    MOST_LISTS = 64,     /* in one another */
    WORDS_AFTER_BARE = 1 /* that a cell may have behind its refusal: "không thông tin | rộng" */
};

/* Whether a comma stands within a denial: what follows it may be a list of other things. */
static gboolean is_parted(const AuditView *view, const Match *denial)
{
    for (guint at = denial->first + 1; at < denial->end; at++)
        if (words_at(view->words, at)->flags & WORD_AFTER_COMMA)
            return TRUE;
    return FALSE;
}

/* Whether a denial names the verb of a group, or it stands directly behind: "không | công khai", "không thuộc
 * diện | công khai". */
static gboolean names_verb(const AuditView *view, const Group *group, const Match *denial)
{
    if (group->everyday || group->body || is_parted(view, denial))
        return FALSE;
    for (guint i = 0; i < group->verbs->len; i++) {
        guint count;
        const Match *verbs =
            view_sentence_matches(view, g_array_index(group->verbs, guint, i), denial->sentence, &count);
        for (guint k = 0; k < count && verbs[k].first <= denial->end; k++)
            if (verbs[k].first >= denial->first ||
                (verbs[k].end > denial->first && verbs[k].end <= denial->end))
                return TRUE;
    }
    return FALSE;
}

/* Whether a denial counts: none that only excepts something or that forbids to refuse. */
static gboolean is_refusal(const AuditContext *context, const Match *denial)
{
    return !(context->sentence_flags[denial->sentence] & SENTENCE_NOT_DENIAL) &&
           !sentence_asks_at(context->view, denial->first) && !sentence_excepts(context, denial);
}

static void mark_refused(AuditContext *context, guint g, WordRange *extents)
{
    const Group *group = context->view->rules->groups->pdata[g];
    const guint32 bit = 1u << g;

    for (guint i = 0; i < group->denials->len; i++) {
        guint count;
        const Match *matches = view_matches(context->view, g_array_index(group->denials, guint, i), &count);
        for (guint k = 0; k < count && !context_is_late(context); k++) {
            const guint s = matches[k].sentence;
            if (!is_refusal(context, &matches[k]))
                continue;
            context->refused[s] |= bit;
            if (!(context->proven[s] & bit) && names_verb(context->view, group, &matches[k]))
                context->proven[s] |= bit;
            if (extents[s].end == 0 || matches[k].first < extents[s].first)
                extents[s].first = matches[k].first;
            extents[s].end = MAX(extents[s].end, matches[k].end);
        }
    }
    for (guint i = 0; i < group->governing_denials->len; i++) {
        guint count;
        const Match *matches =
            view_matches(context->view, g_array_index(group->governing_denials, guint, i), &count);
        for (guint k = 0; k < count && !context_is_late(context); k++)
            if (context->refused[matches[k].sentence] & bit)
                context->governed[matches[k].sentence] |= bit;
    }
}

/* Whether a colon stands behind the refusal of a sentence: "không công khai: | lương; thưởng". */
static gboolean opens_entries(const AuditContext *context, guint s, const WordRange *extent)
{
    for (guint at = extent->end; extent->end > 0 && at < view_sentence(context->view, s)->end; at++)
        if (words_at(context->view->words, at)->flags & WORD_AFTER_COLON)
            return TRUE;
    return FALSE;
}

static void refuse_as_before(AuditContext *context, guint s)
{
    context->refused[s] |= context->refused[s - 1];
    context->governed[s] |= context->governed[s - 1];
    context->proven[s] |= context->proven[s - 1];
}

/* What a sentence refuses and does not name: it ends with the refusal, sets nothing of its own apart, and no
 * item of the groups is in it. */
static guint32 refused_unnamed(const AuditContext *context, guint s)
{
    const guint end = context->refusals[s].end;
    if (end == 0 || view_sentence(context->view, s)->end - end > WORDS_AFTER_VERB ||
        (context->sentence_flags[s] & SENTENCE_SECRET) || refusals_set_apart(context, s))
        return 0;
    return context->refused[s] & ~context->named[s];
}

/* What a sentence refuses or may refuse of an earlier one. */
static void take_back(AuditContext *context, guint s, guint before, guint32 refused, guint32 doubted)
{
    context->refused[before] |= refused;
    context->doubted[before] |= doubted;
    if ((refused | doubted) && context->refusers[before] == 0)
        context->refusers[before] = s + 1;
}

static gboolean group_names_body(const Group *group)
{
    return group->body;
}

static gboolean group_is_everyday(const Group *group)
{
    return group->everyday;
}

/* A refusal that names nothing speaks of what was named before it in its paragraph and left to stand: "Quy
 * hoạch là việc của người có chuyên môn. Vì lẽ đó xã không hỏi dân." Not of what has the verb of the group
 * itself; and it may where duties of all kinds stand side by side. Bodies do more than is refused of them. */
static void refuse_named_before(AuditContext *context, guint s)
{
    const AuditView *view = context->view;
    guint32 left = refused_unnamed(context, s);
    if (!left)
        return;
    const guint32 everyday = ruleset_groups(view->rules, group_is_everyday);
    left &= ~ruleset_groups(view->rules, group_names_body);
    for (guint before = s; left && before > 0 && s - before < MOST_CLAUSES; before--) {
        if (view->unit_of_sentence[before - 1] != view->unit_of_sentence[s])
            return;
        left &= ~context->topics[before - 1];
        const guint32 named = left & context->named[before - 1];
        take_back(context, s, before - 1, named & ~everyday, named & everyday);
        left &= ~named;
    }
}

void refusals_of_sentences(AuditContext *context)
{
    const AuditView *view = context->view;
    const guint count = view->words->sentences->len;
    WordRange *extents = context->refusals = g_new0(WordRange, count + 1);
    gboolean entries = FALSE;

    context->refused = g_new0(guint32, count + 1);
    context->governed = g_new0(guint32, count + 1);
    context->proven = g_new0(guint32, count + 1);
    context->doubted = g_new0(guint32, count + 1);
    context->refusers = g_new0(guint, count + 1);
    for (guint g = 0; g < view->rules->groups->len; g++)
        mark_refused(context, g, extents);
    for (guint s = 1; s < count; s++) {
        entries = sentence_continues(view, s) && (entries || opens_entries(context, s - 1, &extents[s - 1]));
        if (entries && !context->topics[s] && !(context->sentence_flags[s] & SENTENCE_SECRET))
            refuse_as_before(context, s);
        else
            entries = FALSE;
        /* "Kế hoạch năm do Giám đốc lập. Việc này không bàn.", "…; kết quả không công khai" */
        if ((context->sentence_flags[s] & SENTENCE_BACK) &&
            view->unit_of_sentence[s] == view->unit_of_sentence[s - 1]) {
            take_back(context, s, s - 1, context->refused[s], 0);
            context->governed[s - 1] |= context->governed[s];
        }
        refuse_named_before(context, s);
    }
}

/* Lists. */

/* What a sentence refuses of what stands around it: no group whose verb it grants behind the refusal, as
 * "không ai quyết thay các việc sau, dân tự bàn". */
guint32 refusals_around(const AuditContext *context, guint s)
{
    guint32 refused = context->refused[s];
    for (guint g = 0; g < context->view->rules->groups->len; g++) {
        if (!(refused >> g & 1))
            continue;
        const Match *verb = sentence_verb(context, g, s, view_sentence(context->view, s)->end);
        if (verb && verb->first > context->refusals[s].end && !sentence_denies_at(context, s, verb->first))
            refused &= ~(1u << g);
    }
    return refused;
}

void refusals_add(AuditContext *context, guint b, guint s, guint32 refused)
{
    BlockContext *block = &context->blocks[b];
    if (refused == 0)
        return;
    block->refused |= refused;
    block->governed |= (context->governed[s] | context->proven[s]) & refused;
    block->refusing = s + 1;
    block->lawful = (context->sentence_flags[s] & SENTENCE_SECRET) != 0;
    context->sentence_flags[s] |= SENTENCE_REACHES;
}

/* Whether a sentence names what it refuses and adds a clause: "Những việc hiệu trưởng tự quyết, các cô nghe
 * cho biết". */
static gboolean is_title_of_refused(const AuditContext *context, guint s)
{
    const AuditView *view = context->view;
    const WordRange *refusal = &context->refusals[s];
    const guint opening = words_opening(view->words, view_sentence(view, s));
    return refusal->first <= opening && (words_at(view->words, refusal->end)->flags & WORD_AFTER_COMMA) &&
           !sentence_denies_at(context, s, opening + 1);
}

/* Whether the last sentence of a block refuses what stands below it: it ends with a colon, or with the
 * refusal, or it is a title of what is refused. */
static gboolean opens_refused_list(const AuditContext *context, guint b, guint s)
{
    const Block *block = document_block(context->view->outline->document, b);
    const char last = block_last_character(block);
    const WordRange *refusal = &context->refusals[s];
    if (context->refused[s] == 0 || last == '.' || last == ';' || last == ',')
        return FALSE;
    return last == ':' || refusal->end == view_sentence(context->view, s)->end ||
           is_title_of_refused(context, s);
}

/* Lists may stand in lists, but so many deep in no regulation: else a long text of lines that each refuse all
 * below would take the square of its length. */
static void refuse_lists(AuditContext *context)
{
    const AuditView *view = context->view;
    g_autofree guint *ends = g_new0(guint, view->outline->divisions->len + 1);
    gint64 left = (gint64)MOST_LISTS * view->outline->document->blocks->len;

    for (guint u = 0; u < view->units->len && left > 0 && !context_is_late(context); u++) {
        const TextUnit *unit = view_unit(view, u);
        const guint s = unit->end_sentence - 1;
        if (unit->kind != UNIT_BLOCK || unit->end_sentence == unit->first_sentence ||
            !opens_refused_list(context, unit->index, s))
            continue;
        const guint end = MAX(sections_list_end(view->outline, unit->index, ends),
                              sections_title_line_end(view->outline, unit->index));
        const guint32 refused = refusals_around(context, s);
        for (guint b = unit->index + 1; b < end; b++)
            refusals_add(context, b, s, refused);
        left -= end - unit->index;
    }
}

/* Refusals that say nothing else. */

/* Whether a sentence is a refusal and nothing else, of what stands around it: it opens with one, or with a
 * mere name and one ("nội dung | không công khai"), and hardly a word follows before the next comma. */
gboolean refusals_are_bare(const AuditContext *context, guint s)
{
    const AuditView *view = context->view;
    const WordRange *refusal = &context->refusals[s];
    const Sentence *sentence = view_sentence(context->view, s);
    const Match *name;

    if (context->refused[s] == 0)
        return FALSE;
    const guint opening = words_opening(view->words, sentence);
    if (refusal->first > opening) {
        name = sentence_match_ending_at(view, view->rules->nominals, s, refusal->first);
        if (!name || name->first > opening)
            return FALSE;
    }
    for (guint at = refusal->end; at < sentence->end; at++) {
        if (words_at(view->words, at)->flags & (WORD_AFTER_COMMA | WORD_AFTER_PAREN | WORD_AFTER_COLON))
            return TRUE;
        if (at - refusal->end >= WORDS_AFTER_BARE)
            return FALSE;
    }
    return TRUE;
}

/* Notes. */

/* Whether a note speaks of the line that it hangs on, and not of something in it that it sets apart: it
 * points to it ("khoản này"), or refuses and says nothing else. */
static gboolean speaks_of_line(const AuditContext *context, const TextUnit *note, guint s)
{
    if (refusals_are_bare(context, s))
        return TRUE;
    for (guint at = note->first_sentence; at < note->end_sentence; at++)
        if (context->sentence_flags[at] & SENTENCE_BACK)
            return TRUE;
    return FALSE;
}

/* What notes refuse of their lines. A note stands where its line does. */
static void refuse_notes(AuditContext *context)
{
    const AuditView *view = context->view;
    guint before = 0, line = 0; /* the last note, and the line that it hangs on */

    for (guint s = view->body_end; s < view->notes_end && !context_is_late(context); s++) {
        const TextUnit *note = view_unit(view, view->unit_of_sentence[s]);
        const guint32 refused = refusals_around(context, s);
        if (s == note->first_sentence) {
            line = view_noted_block(view, note->index, before, line);
            before = note->index;
            context->blocks[note->index] = context->blocks[line];
        }
        if (!refused || refusals_set_apart(context, s) || !speaks_of_line(context, note, s))
            continue;
        refusals_add(context, line, s, refused);
        context->blocks[note->index].proof = PLACE_MENTION; /* who may see it is not what is refused */
    }
}

void refusals_spread(AuditContext *context)
{
    refuse_lists(context);
    refusals_of_tables(context);
    refusals_of_entries(context);
    refuse_notes(context);
}

/* What the spreading means for a sentence. */

static const BlockContext *block_of(const AuditContext *context, guint sentence)
{
    return &context->blocks[view_unit(context->view, context->view->unit_of_sentence[sentence])->index];
}

/* Whether a sentence that names the entry by its number refuses what stands here: that takes back even what
 * the entry says in so many words. */
static gboolean is_pointed_at(const AuditContext *context, guint sentence)
{
    const guint refusing = block_of(context, sentence)->refusing;
    return refusing > 0 && (context->sentence_flags[refusing - 1] & SENTENCE_POINTS);
}

gboolean refusals_are_answered(const AuditContext *context, guint sentence, guint group)
{
    return (context->topics[sentence] >> group & 1) && !is_pointed_at(context, sentence);
}

gboolean refusals_hold(const AuditContext *context, guint sentence, guint group)
{
    return (context->refused[sentence] >> group & 1) ||
           ((block_of(context, sentence)->refused >> group & 1) &&
            !refusals_are_answered(context, sentence, group));
}

gboolean refusals_govern(const AuditContext *context, guint sentence, guint group)
{
    return ((context->governed[sentence] | context->proven[sentence]) >> group & 1) ||
           ((block_of(context, sentence)->governed >> group & 1) &&
            !refusals_are_answered(context, sentence, group));
}

gboolean refusals_prove(const AuditContext *context, guint sentence, guint group)
{
    return context->proven[sentence] >> group & 1;
}

gboolean refusals_set_apart(const AuditContext *context, guint sentence)
{
    return words_at(context->view->words, view_sentence(context->view, sentence)->first)->key ==
           word_key("riêng");
}

gboolean refusals_are_lawful(const AuditContext *context, guint sentence, guint32 groups)
{
    const BlockContext *block = block_of(context, sentence);
    const guint16 flags = context->sentence_flags[sentence];
    return (((block->refused | block->denied) & groups) && (block->lawful || (flags & SENTENCE_SECRET))) ||
           ((context->refused[sentence] & groups) && (flags & SENTENCE_REACHES) && (flags & SENTENCE_SECRET));
}

gboolean refusals_find_source(const AuditContext *context, guint sentence, guint *source)
{
    const BlockContext *block = block_of(context, sentence);
    if (block->refusing == 0 ||
        !view_unit_is_text(view_unit(context->view, context->view->unit_of_sentence[sentence])))
        return FALSE;
    *source = block->refusing - 1;
    return *source != sentence;
}
