/* Sentences that name articles, chapters or parts of their own regulation by number: what they say, they say
 * of what stands there. Articles of acts ("Điều 5 Luật …", "Điều 5 của Nghị định …") are none of them. */
#include "audit/cited.h"

#include <string.h>

#include "audit/sentence.h"
#include "document/ordinals.h"

#define ACT_REACH 4     /* words after a number in which an act is named */
#define MOST_CITED 5000 /* more references than any regulation has */

static const struct {
    const char *word;
    DivisionLevel level;
} heads[] = {{"điều", DIVISION_ARTICLE}, {"chương", DIVISION_CHAPTER}, {"phần", DIVISION_PART}};
static const char *const acts[] = {"luật", "nghị", "lệnh", "thông", "bộ", "quyết"};

typedef struct {
    guint64 heads[G_N_ELEMENTS(heads)], acts[G_N_ELEMENTS(acts)];
    guint seen;
} Keys;

static void keys_init(Keys *keys)
{
    guint64 bare;
    for (guint i = 0; i < G_N_ELEMENTS(heads); i++)
        word_keys(heads[i].word, strlen(heads[i].word), &keys->heads[i], &bare);
    for (guint i = 0; i < G_N_ELEMENTS(acts); i++)
        word_keys(acts[i], strlen(acts[i]), &keys->acts[i], &bare);
    keys->seen = 0;
}

/* What a word is as a number, "5" or "IV"; 0 when it is none. */
static gint number_at(const AuditView *view, guint at)
{
    const Word *word = words_at(view->words, at);
    const Span span = {view->text->str + word->start, word->end - word->start};
    Number number;

    if (word->flags & WORD_NUMBER)
        return (gint)word->value;
    return number_read_roman(span, 0, &number) && number.upper && number.end == span.length ? number.ordinal
                                                                                            : 0;
}

static gboolean names_act(const AuditView *view, const Keys *keys, guint at, guint end)
{
    for (guint i = at; i < end && i < at + ACT_REACH; i++)
        for (guint k = 0; k < G_N_ELEMENTS(acts); k++)
            if (words_at(view->words, i)->key == keys->acts[k])
                return TRUE;
    return FALSE;
}

/* The groups of the sections with a number in a component, and of their forms. */
static guint32 groups_of(const AuditContext *context, guint component, DivisionLevel level, gint number)
{
    const Outline *outline = context->view->outline;
    guint32 groups = 0, forms = 0;
    for (guint d = 0; d < outline->divisions->len; d++) {
        const Division *division = outline_division(outline, d);
        if (division->level == level && division->ordinal == number && division->component == component &&
            context->blocks[division->first].proof == PLACE_COUNTS)
            groups |= context->blocks[division->first].groups;
    }
    for (guint g = 0; g < context->view->rules->groups->len; g++)
        if (groups >> g & 1)
            forms |= 1u << ((const Group *)context->view->rules->groups->pdata[g])->forms;
    return groups | forms;
}

static guint32 groups_named(const AuditContext *context, Keys *keys, guint s)
{
    const AuditView *view = context->view;
    const Sentence *sentence = &g_array_index(view->words->sentences, Sentence, s);
    const TextUnit *unit = view_unit(view, view->unit_of_sentence[s]);
    const guint component =
        outline_division(view->outline, view->outline->division_of[unit->index])->component;
    guint32 groups = 0;

    for (guint i = sentence->first; i + 1 < sentence->end && keys->seen < MOST_CITED; i++) {
        if (!(words_at(view->words, i + 1)->flags & (WORD_NUMBER | WORD_CAPITAL)))
            continue; /* no number, and nearly all */
        for (guint h = 0; h < G_N_ELEMENTS(heads); h++) {
            const gint number = words_at(view->words, i)->key == keys->heads[h] ? number_at(view, i + 1) : 0;
            if (number <= 0 || names_act(view, keys, i + 2, sentence->end))
                continue;
            if (context_is_late(context))
                return groups;
            keys->seen++;
            groups |= groups_of(context, component, heads[h].level, number);
        }
    }
    return groups;
}

void sentences_cite(AuditContext *context)
{
    const AuditView *view = context->view;
    Keys keys;

    keys_init(&keys);
    context->cited = g_new0(guint32, view->words->sentences->len + 1);
    for (guint s = 0; s < view->body_end; s++) {
        if (context->sentence_flags[s] & SENTENCE_MENTION)
            continue;
        context->cited[s] = groups_named(context, &keys, s);
        if (sentence_continues(view, s))
            context->cited[s] |= context->cited[s - 1];
    }
}
