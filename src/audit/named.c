/* Runs of words with capitals, sentence by sentence. */
#include "audit/named.h"

#include <string.h>

#include "audit/consistency_parts.h"

enum {
    LEAST_WORDS = 2,
    MOST_WORDS = 8, /* longer runs are titles */
    MOST_NAMES = 40,
    MOST_RUNS = 2000, /* that are looked at: more than any regulation has */
    WORDS_BEFORE = 6, /* of a quote */
    WORDS_AFTER = 3,
    KIND_WORDS = 4, /* between what leads to a name and the name: "Trung tâm Y tế" */
};

typedef struct {
    guint first, end; /* words */
} Run;

/* Begins with a capital, and is no short form and of no heading: "THCS", "TỔ CHỨC". */
static gboolean is_of_name(const AuditView *view, const Word *word)
{
    return (word->flags & WORD_CAPITAL) &&
           !consistency_is_capitals(view->text->str + word->start, word->end - word->start);
}

static gboolean may_continue(const AuditView *view, const Word *word)
{
    return is_of_name(view, word) &&
           !(word->flags & (WORD_AFTER_COMMA | WORD_AFTER_PAREN | WORD_AFTER_COLON));
}

static guint run_end(const AuditView *view, const Sentence *sentence, guint first)
{
    guint end = first + 1;

    while (end < sentence->end && may_continue(view, words_at(view->words, end)))
        end++;
    return end;
}

/* Keys of the words of the letterhead, in which every name of the unit's own is. */
static GHashTable *own_words(const AuditView *view)
{
    GHashTable *own = g_hash_table_new(g_int64_hash, g_int64_equal);

    for (guint u = 0; u < view->units->len; u++) {
        const TextUnit *unit = view_unit(view, u);
        if (unit->kind != UNIT_FRONT || unit->index == FRONT_TITLE || unit->index == FRONT_SUBTITLE)
            continue;
        for (guint s = unit->first_sentence; s < unit->end_sentence; s++)
            for (guint i = view_sentence(view, s)->first; i < view_sentence(view, s)->end; i++)
                g_hash_table_add(own, (gpointer)&words_at(view->words, i)->bare_key);
    }
    return own;
}

static gboolean is_own(const AuditView *view, GHashTable *own, Run run)
{
    for (guint i = run.first; i < run.end; i++)
        if (!g_hash_table_contains(own, &words_at(view->words, i)->bare_key))
            return FALSE;
    return TRUE;
}

/* "phối hợp với Trường THCS A" */
static gboolean is_neighbour(const AuditView *view, guint sentence, Run run)
{
    const PhraseIds *phrases = view->rules->consistency->neighbours;
    guint count;

    for (guint p = 0; p < phrases->len; p++) {
        const Match *matches =
            view_sentence_matches(view, g_array_index(phrases, guint, p), sentence, &count);
        for (guint i = 0; i < count; i++)
            if (matches[i].end <= run.first + KIND_WORDS && matches[i].end + KIND_WORDS >= run.first)
                return TRUE;
    }
    return FALSE;
}

static char *text_of(const AuditView *view, guint first, guint end)
{
    const guint32 start = words_at(view->words, first)->start;
    char *text = g_strndup(view->text->str + start, words_at(view->words, end - 1)->end - start);

    return g_strdelimit(text, "\n\t", ' ');
}

static void add_name(const AuditView *view, guint sentence, Run run, GArray *names)
{
    const Sentence *all = view_sentence(view, sentence);
    const guint first = MAX(all->first + WORDS_BEFORE, run.first) - WORDS_BEFORE;
    const guint end = MIN(all->end, run.end + WORDS_AFTER);
    g_autofree char *quote = text_of(view, first, end);
    const NamedPlace name = {
        .name = text_of(view, run.first, run.end),
        .address = outline_address(view->outline, view_unit(view, view->unit_of_sentence[sentence])->index),
        .quote = g_strconcat(first > all->first ? "… " : "", quote, end < all->end ? " …" : "", NULL)};

    g_array_append_val(names, name);
}

static gboolean is_known(const GArray *names, const char *name)
{
    for (guint i = 0; i < names->len; i++)
        if (g_str_equal(g_array_index(names, NamedPlace, i).name, name))
            return TRUE;
    return FALSE;
}

static void look_through(const AuditView *view, guint index, GHashTable *own, guint *runs, GArray *names)
{
    const Sentence *sentence = view_sentence(view, index);

    if (view_match_in_sentence(view, view->rules->consistency->formerly, index))
        return;
    for (guint i = sentence->first; i < sentence->end && names->len < MOST_NAMES && *runs < MOST_RUNS;) {
        if (!is_of_name(view, words_at(view->words, i))) {
            i++;
            continue;
        }
        const Run run = {i, run_end(view, sentence, i)};
        g_autofree char *name = text_of(view, run.first, run.end);
        i = run.end;
        ++*runs;
        if (run.end - run.first >= LEAST_WORDS && run.end - run.first <= MOST_WORDS &&
            !is_own(view, own, run) && !is_known(names, name) && !is_neighbour(view, index, run))
            add_name(view, index, run, names);
    }
}

static void name_clear(gpointer data)
{
    NamedPlace *name = data;

    g_free(name->name);
    g_free(name->address);
    g_free(name->quote);
}

static gboolean may_hold_names(guint8 proof)
{
    return proof == PLACE_COUNTS || proof == PLACE_MENTION || proof == PLACE_DECISION || proof == PLACE_FRONT;
}

GArray *named_places(const AuditContext *context)
{
    const AuditView *view = context->view;
    GArray *names = g_array_new(FALSE, FALSE, sizeof(NamedPlace));
    g_autoptr(GHashTable) own = own_words(view);

    guint runs = 0;

    g_array_set_clear_func(names, name_clear);
    for (guint s = 0;
         s < view->body_end && names->len < MOST_NAMES && !document_is_late(view->outline->document); s++) {
        const guint block = view_unit(view, view->unit_of_sentence[s])->index;
        if (may_hold_names(context->blocks[block].proof))
            look_through(view, s, own, &runs, names);
    }
    return names;
}
