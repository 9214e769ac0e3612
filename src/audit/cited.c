/* Sentences that name articles, chapters, parts, sections or clauses of their own regulation by number: what
 * they say, they say of what stands there. Articles of acts ("Điều 5 Luật …", "Điều 5 của Nghị định …") are
 * none of them. */
#include "audit/cited.h"

#include <string.h>

#include "audit/sentence.h"
#include "document/ordinals.h"

#define ALWAYS_HEADS                                                                                         \
    3               /* of them, the first: smaller divisions speak for a sentence without a section alone */
#define ACT_REACH 4 /* words after a number in which an act is named */
#define ARTICLE_REACH 8 /* words after the number of a clause in which its article is named */
#define MOST_CITED 5000 /* more references than any regulation has */

static const struct {
    const char *word;
    DivisionLevel level;
} heads[] = {{"điều", DIVISION_ARTICLE},
             {"chương", DIVISION_CHAPTER},
             {"phần", DIVISION_PART},
             {"mục", DIVISION_SECTION},
             {"khoản", DIVISION_CLAUSE}};
/* The two last words of what acts are called; NULL: the first word alone says it. */
static const char *const acts[][2] = {{"luật", NULL},    {"lệnh", NULL},  {"nghị", "định"},
                                      {"nghị", "quyết"}, {"thông", "tư"}, {"quyết", "định"}};

typedef struct {
    guint64 heads[G_N_ELEMENTS(heads)], acts[G_N_ELEMENTS(acts)][2];
    guint seen;
} Keys;

static void keys_init(Keys *keys)
{
    for (guint i = 0; i < G_N_ELEMENTS(heads); i++)
        keys->heads[i] = word_key(heads[i].word);
    for (guint i = 0; i < G_N_ELEMENTS(acts); i++)
        for (guint k = 0; k < 2 && acts[i][k]; k++)
            keys->acts[i][k] = word_key(acts[i][k]);
    keys->seen = 0;
}

/* What a sentence names: "khoản 2", "phần C". */
typedef struct {
    DivisionLevel level;
    gint number;      /* 0: it is a letter alone */
    const char *text; /* as written … */
    gsize length;     /* … bytes */
    guint from;       /* the division that names it */
} Reference;

/* Reads what follows a word like "phần" as a number, "5" or "IV", or as a letter, "A"; FALSE: it is none. */
static gboolean read_number(const AuditView *view, guint at, Reference *reference)
{
    const Word *word = words_at(view->words, at);
    const Span span = {view->text->str + word->start, word->end - word->start};
    Number number;

    reference->text = view->text->str + word->start;
    reference->length = word->end - word->start;
    reference->number = 0;
    if (word->flags & WORD_NUMBER)
        reference->number = (gint)word->value;
    else if (number_read_roman(span, 0, &number) && number.upper && number.end == span.length)
        reference->number = number.ordinal;
    else
        return reference->level == DIVISION_PART && span.length == 1 && g_ascii_isupper(*reference->text);
    return reference->number > 0;
}

static gboolean names_act(const AuditView *view, const Keys *keys, guint at, guint end)
{
    for (guint i = at; i < end && i < at + ACT_REACH; i++)
        for (guint k = 0; k < G_N_ELEMENTS(acts); k++)
            if (words_at(view->words, i)->key == keys->acts[k][0] &&
                (!acts[k][1] || (i + 1 < end && words_at(view->words, i + 1)->key == keys->acts[k][1])))
                return TRUE;
    return FALSE;
}

gboolean cited_is_of_act(const AuditView *view, guint at, guint end)
{
    Keys keys;
    keys_init(&keys);
    return names_act(view, &keys, at, end);
}

/* Whether a clause is of another article, which is named behind it: "khoản 2, khoản 4 Điều 7". */
static gboolean names_article(const AuditView *view, const Keys *keys, guint at, guint end)
{
    for (guint i = at; i < end && i < at + ARTICLE_REACH; i++)
        if (words_at(view->words, i)->key == keys->heads[0])
            return TRUE;
    return FALSE;
}

static guint article_of(const Outline *outline, guint division)
{
    while (outline_division(outline, division)->level > DIVISION_HEADING)
        division = outline_division(outline, division)->parent;
    return division;
}

/* Whether a division is what a reference names: sections go by the level that a text without articles has,
 * clauses by their own article. */
static gboolean is_named(const Outline *outline, guint d, const Reference *reference)
{
    const Division *division = outline_division(outline, d);
    const Division *from = outline_division(outline, reference->from);

    if (division->component != from->component ||
        (division->first <= from->first && from->end <= division->end)) /* its own title: "Điều 2. …" */
        return FALSE;
    if (reference->level == DIVISION_PART && division->level == DIVISION_PART && division->number &&
        strncmp(division->number, reference->text, reference->length) == 0 &&
        division->number[reference->length] == '\0')
        return TRUE;
    if (reference->number == 0 || division->ordinal != reference->number)
        return FALSE;
    if (reference->level == DIVISION_CLAUSE)
        return division->level == DIVISION_CLAUSE && !division->informal &&
               article_of(outline, d) == article_of(outline, reference->from);
    if (reference->level == DIVISION_SECTION)
        return division->level == DIVISION_SECTION ||
               (division->informal && division->level <= DIVISION_HEADING);
    return division->level == reference->level;
}

/* The groups whose verb the lines of a division's first block have. */
static guint32 topics_of(const AuditContext *context, const Division *division)
{
    const AuditView *view = context->view;
    guint32 topics = 0;

    for (guint s = view_sentence_from(view, division->first);
         s < view->body_end && view_unit(view, view->unit_of_sentence[s])->index == division->first; s++)
        topics |= context->topics[s];
    return topics;
}

/* The groups of the rows below a title row, "C. Những việc …", in a component. */
static guint32 groups_of_rows(const AuditContext *context, const Reference *reference)
{
    const AuditView *view = context->view;
    const Outline *outline = view->outline;
    guint32 groups = 0;

    for (guint u = 0; u < view->units->len; u++) {
        const TextUnit *unit = view_unit(view, u);
        if (unit->kind != UNIT_ROWS || unit->first_sentence == unit->end_sentence)
            continue;
        const guint first = view_sentence(view, unit->first_sentence)->first;
        const Word *word = words_at(view->words, first);
        if (word->end - word->start == reference->length &&
            strncmp(view->text->str + word->start, reference->text, reference->length) == 0 &&
            strchr(".)", view->text->str[word->end]) &&
            outline_division(outline, outline->division_of[unit->index])->component ==
                outline_division(outline, reference->from)->component &&
            context->blocks[unit->index + 1].proof == PLACE_COUNTS)
            groups |= context->blocks[unit->index + 1].groups;
    }
    return groups;
}

/* The groups of the sections that a reference names, and of their forms. */
static guint32 groups_of(const AuditContext *context, const Reference *reference)
{
    const Outline *outline = context->view->outline;
    guint32 groups = 0;

    for (guint d = 0; d < outline->divisions->len; d++) {
        const Division *division = outline_division(outline, d);
        if (!is_named(outline, d, reference) || context->blocks[division->first].proof != PLACE_COUNTS)
            continue;
        groups |= context->blocks[division->first].groups;
        if (reference->level == DIVISION_CLAUSE && !context->blocks[division->first].groups)
            groups |= topics_of(context, division);
    }
    if (groups == 0 && reference->level == DIVISION_PART)
        groups = groups_of_rows(context, reference);
    return groups | ruleset_forms(context->view->rules, groups);
}

static guint32 groups_named(const AuditContext *context, Keys *keys, guint s)
{
    const AuditView *view = context->view;
    const Sentence *sentence = view_sentence(view, s);
    const TextUnit *unit = view_unit(view, view->unit_of_sentence[s]);
    Reference reference = {.from = view->outline->division_of[unit->index]};
    const gboolean is_governed = context->blocks[unit->index].groups != 0;
    guint32 groups = 0;

    for (guint i = sentence->first; i + 1 < sentence->end && keys->seen < MOST_CITED; i++) {
        if (!(words_at(view->words, i + 1)->flags & (WORD_NUMBER | WORD_CAPITAL)))
            continue; /* no number, and nearly all */
        for (guint h = 0; h < (is_governed ? ALWAYS_HEADS : G_N_ELEMENTS(heads)); h++) {
            reference.level = heads[h].level;
            if (words_at(view->words, i)->key != keys->heads[h] || !read_number(view, i + 1, &reference) ||
                names_act(view, keys, i + 2, sentence->end))
                continue;
            if (reference.level == DIVISION_CLAUSE && names_article(view, keys, i + 2, sentence->end))
                continue;
            if (context_is_late(context))
                return groups;
            keys->seen++;
            groups |= groups_of(context, &reference);
        }
    }
    return groups;
}

/* Whether a sentence stands in the title of its division, which has text below. */
static const Division *titled_by(const AuditView *view, guint s)
{
    const TextUnit *unit = view_unit(view, view->unit_of_sentence[s]);
    const Division *division = outline_division(view->outline, view->outline->division_of[unit->index]);
    const guint first = view_sentence(view, s)->first;

    if (!division->title || division->level > DIVISION_HEADING || unit->index >= division->heading_end ||
        division->end == division->heading_end)
        return NULL;
    return unit->index + 1 < division->heading_end ||
                   words_at(view->words, first)->start - unit->offset < division->body_offset
               ? division
               : NULL;
}

void sentences_cite(AuditContext *context)
{
    const AuditView *view = context->view;
    Keys keys;
    guint32 lent = 0;   /* by the title of a section, "Bổ sung Điều 2", … */
    guint lent_end = 0; /* … up to this block */

    keys_init(&keys);
    context->cited = g_new0(guint32, view->words->sentences->len + 1);
    for (guint s = 0; s < view->body_end; s++) {
        if (context->sentence_flags[s] & SENTENCE_MENTION)
            continue;
        context->cited[s] = groups_named(context, &keys, s);
        if (sentence_continues(view, s))
            context->cited[s] |= context->cited[s - 1];
        const Division *division = context->cited[s] ? titled_by(view, s) : NULL;
        if (division) {
            lent = context->cited[s];
            lent_end = division->end;
        }
        const guint block = view_unit(view, view->unit_of_sentence[s])->index;
        if (block < lent_end && context->blocks[block].groups == 0)
            context->cited[s] |= lent;
    }
}
