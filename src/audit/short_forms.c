/* Reading what a document's short forms stand for, and putting that in their places. The letters of a short
 * form must begin words of the long one, in their order: nothing else tells an explanation from a rule on
 * whom the short form names ("TDP: phát loa mỗi sáng"). */
#include "audit/short_forms.h"

#include <string.h>

#include "base/key_table.h"
#include "text/letters.h"
#include "text/syllable.h"

enum {
    MOST_FORMS = 100,      /* that a document may explain */
    MOST_FORM_WORDS = 3,   /* of a short form: "B.T.T" */
    MOST_LETTERS = 8,      /* of a short form */
    MOST_LONG_WORDS = 12,  /* of what it stands for */
    MOST_SKIPPED = 2,      /* words of that which no letter stands for: "và", "của" */
    FEWEST_OF_LETTERS = 3, /* forms that a document explains, where one letter may be one */
    REACH = 6,             /* words between a bracket and "viết tắt" */
};

/* Words [first, end). */
typedef struct {
    guint32 first, end;
} Range;

typedef struct {
    Range form, meaning; /* where it is explained */
    gboolean is_letter;  /* one letter and nothing else */
    guint32 next;        /* the number of another that begins with the same word; 0: none */
} ShortForm;

typedef struct {
    const AuditView *view;
    const Words *words;
    const char *text;
    guint64 is, shortly, written[3]; /* keys of "là", "tắt" and of words before that */
    GArray *forms;                   /* of ShortForm; NULL: none was found yet */
    KeyTable by_word;                /* the key of a first word → the number of a form, from 1 */
} Search;

/* Letters. */

/* Whether a stretch of text is a word of Vietnamese and no short form. */
static gboolean is_syllable(const char *text, gsize length)
{
    g_autofree char *lower = g_utf8_strdown(text, (gssize)length);
    return text_is_syllable(lower, strlen(lower));
}

/* The words of the short form that begins at a word: joined by full stops, of few letters, and no word of
 * Vietnamese; 0: none begins there. */
static guint count_form(const Search *search, guint at, guint end)
{
    guint count = 1;
    const Word *first = words_at(search->words, at), *last = first;

    if (!(first->flags & WORD_CAPITAL))
        return 0;
    for (; at + count < end && count < MOST_FORM_WORDS && search->text[last->end] == '.' &&
           words_at(search->words, at + count)->start == last->end + 1;
         count++)
        last = words_at(search->words, at + count);
    const char *text = search->text + first->start;
    const gsize length = last->end - first->start;
    if (g_utf8_strlen(text, (gssize)length) > MOST_LETTERS + count - 1)
        return 0;
    return count > 1 || !is_syllable(text, length) ? count : 0;
}

/* The words that letters begin, as far as they have been read. */
typedef struct {
    const Search *search;
    Range words;
    guint32 at;     /* the word that the last letter stands for */
    guint32 within; /* the byte of the text behind that letter */
    guint skipped;
    gboolean begun;
} Spelled;

static char letter_at(const char *text)
{
    return letter_bare(g_utf8_get_char(text));
}

/* Takes a letter for the first of one of the next words. */
static gboolean take_initial(Spelled *spelled, char letter)
{
    const Words *words = spelled->search->words;
    guint32 at = spelled->begun ? spelled->at + 1 : spelled->words.first;
    for (; at < spelled->words.end; at++) {
        const char *text = spelled->search->text + words_at(words, at)->start;
        if (letter_at(text) == letter) {
            spelled->at = at;
            spelled->within = words_at(words, at)->start + (guint32)(g_utf8_next_char(text) - text);
            spelled->begun = TRUE;
            return TRUE;
        }
        if (++spelled->skipped > MOST_SKIPPED)
            return FALSE;
    }
    return FALSE;
}

/* Takes a small letter for one within the same word: the r of "Tr". */
static gboolean take_within(Spelled *spelled, char letter)
{
    const char *text = spelled->search->text;
    if (!spelled->begun)
        return FALSE;
    for (const char *p = text + spelled->within;
         p < text + words_at(spelled->search->words, spelled->at)->end; p = g_utf8_next_char(p))
        if (letter_at(p) == letter) {
            spelled->within = (guint32)(g_utf8_next_char(p) - text);
            return TRUE;
        }
    return FALSE;
}

/* Whether the letters of a form begin words of a range in their order, hardly any of them passed over. Gives
 * the word after the last of these. */
static gboolean stands_for(const Search *search, Range form, Range meaning, guint32 *reached)
{
    Spelled spelled = {.search = search, .words = meaning};
    const char *p = search->text + words_at(search->words, form.first)->start;
    const char *end = search->text + words_at(search->words, form.end - 1)->end;

    for (; p < end; p = g_utf8_next_char(p)) {
        const char letter = letter_at(p);
        if (*p == '.')
            continue;
        if (letter == '\0')
            return FALSE;
        const gboolean small = !g_unichar_isupper(g_utf8_get_char(p));
        if (!(small && take_within(&spelled, letter)) && !take_initial(&spelled, letter))
            return FALSE;
    }
    *reached = spelled.at + 1;
    return spelled.begun;
}

/* Explanations. */

static gboolean is_same_form(const Search *search, Range form, guint32 at, guint32 end)
{
    const Words *words = search->words;
    const guint32 count = form.end - form.first;
    if (at + count > end || !(words_at(words, at)->flags & WORD_CAPITAL))
        return FALSE;
    for (guint32 i = 0; i < count; i++)
        if (words_at(words, at + i)->key != words_at(words, form.first + i)->key ||
            (i > 0 && (words_at(words, at + i)->start != words_at(words, at + i - 1)->end + 1 ||
                       search->text[words_at(words, at + i - 1)->end] != '.')))
            return FALSE;
    return TRUE;
}

/* The form that stands at a word, the longest where there are several; NULL: none. */
static const ShortForm *form_at(const Search *search, guint32 at, guint32 end)
{
    const ShortForm *longest = NULL;
    for (guint32 number = key_table_find(&search->by_word, words_at(search->words, at)->key); number != 0;) {
        const ShortForm *form = &g_array_index(search->forms, ShortForm, number - 1);
        if (is_same_form(search, form->form, at, end) &&
            (!longest || form->form.end - form->form.first > longest->form.end - longest->form.first))
            longest = form;
        number = form->next;
    }
    return longest;
}

static void add_form(Search *search, Range form, Range meaning)
{
    const Word *word = words_at(search->words, form.first);
    if (!search->forms)
        search->forms = g_array_new(FALSE, FALSE, sizeof(ShortForm));
    if (search->forms->len >= MOST_FORMS || (form.end == form.first + 1 && word->id != 0) ||
        form_at(search, form.first, form.end))
        return;
    guint32 *number = key_table_place(&search->by_word, word->key);
    const ShortForm added = {
        .form = form,
        .meaning = meaning,
        .is_letter = form.end == form.first + 1 &&
                     g_utf8_strlen(search->text + word->start, (gssize)(word->end - word->start)) == 1,
        .next = *number};
    g_array_append_val(search->forms, added);
    *number = search->forms->len;
}

/* The word where a meaning that begins at first ends: at the next mark between words, or at the sentence's
 * end; first when that is too far. */
static guint32 meaning_end(const Search *search, guint32 first, guint32 end)
{
    for (guint32 at = first; at < end; at++) {
        if (at - first >= MOST_LONG_WORDS)
            return first;
        if (at > first && (words_at(search->words, at)->flags &
                           (WORD_AFTER_COMMA | WORD_AFTER_PAREN | WORD_AFTER_COLON | WORD_AFTER_SLASH)))
            return at;
        if (search->text[words_at(search->words, at)->end] == ')')
            return at + 1;
    }
    return end;
}

/* Whether "là", a colon or a sign of equality stands before what a form may mean: at a word, or behind its
 * "là". */
static gboolean opens_meaning(const Search *search, guint32 at)
{
    const Word *before = words_at(search->words, at - 1), *word = before + 1;
    return word->key == search->is || (word->flags & WORD_AFTER_COLON) ||
           memchr(search->text + before->end, '=', word->start - before->end);
}

/* "T.tr | là Tổ trưởng", "BTT: Ban Thanh tra", "BTT = …": at a word of a sentence that ends at end. */
static void read_forward(Search *search, guint32 at, guint32 end)
{
    guint32 first = at + 1, reached;

    while (first < end && first < at + MOST_FORM_WORDS && !opens_meaning(search, first))
        first++;
    if (first >= end || !opens_meaning(search, first))
        return;
    const guint32 count = count_form(search, at, first);
    if (count != first - at)
        return;
    first += words_at(search->words, first)->key == search->is;
    const Range form = {at, at + count}, meaning = {first, meaning_end(search, first, end)};
    if (meaning.end > meaning.first && stands_for(search, form, meaning, &reached))
        add_form(search, form, meaning);
}

/* "TDP (tổ dân phố)": a bracket opens before word at. */
static void read_restated(Search *search, const Sentence *sentence, guint32 at)
{
    const guint32 end = meaning_end(search, at, sentence->end);
    guint32 reached;
    for (guint32 count = 1; count <= MOST_FORM_WORDS && at >= sentence->first + count; count++) {
        const Range form = {at - count, at}, meaning = {at, end};
        if (count_form(search, form.first, at) == count && end > at &&
            stands_for(search, form, meaning, &reached) && reached == end) {
            add_form(search, form, meaning);
            return;
        }
    }
}

/* "Ban Thanh tra nhân dân | (BTTND)", "… | (sau đây viết tắt là BTTND)": the words before one that the form's
 * letters begin, as few as may be. */
static void read_backward(Search *search, const Sentence *sentence, guint32 before, guint32 at)
{
    const guint32 count = at < sentence->end ? count_form(search, at, sentence->end) : 0;
    guint32 reached;
    for (guint32 back = 1; count > 0 && back <= MOST_LONG_WORDS && before >= sentence->first + back; back++) {
        const Range form = {at, at + count}, meaning = {before - back, before};
        const char initial = letter_at(search->text + words_at(search->words, at)->start);
        if (letter_at(search->text + words_at(search->words, meaning.first)->start) == initial &&
            stands_for(search, form, meaning, &reached) && reached == before) {
            add_form(search, form, meaning);
            return;
        }
    }
}

/* "viết | tắt là X", in a bracket or not. */
static void read_named(Search *search, const Sentence *sentence, guint32 at)
{
    guint32 before = at;
    for (guint32 back = 0; back < REACH && before > sentence->first; back++, before--)
        if (words_at(search->words, before)->flags & WORD_AFTER_PAREN)
            break;
    if (!(words_at(search->words, before)->flags & WORD_AFTER_PAREN)) {
        before = at;
        while (before > sentence->first) {
            const guint64 key = words_at(search->words, before - 1)->key;
            if (key != search->written[0] && key != search->written[1] && key != search->written[2])
                break;
            before--;
        }
    }
    at++;
    if (at < sentence->end && words_at(search->words, at)->key == search->is)
        at++;
    read_backward(search, sentence, before, at);
}

static void read_sentence(Search *search, const Sentence *sentence)
{
    const guint32 opening = words_opening(search->words, sentence);
    for (guint32 at = sentence->first; at < sentence->end; at++) {
        const Word *word = words_at(search->words, at);
        if (word->key == search->shortly)
            read_named(search, sentence, at);
        if ((at == opening || (word->flags & (WORD_AFTER_COMMA | WORD_AFTER_COLON))) &&
            (word->flags & WORD_CAPITAL))
            read_forward(search, at, sentence->end);
        if (!(word->flags & WORD_AFTER_PAREN) || at == sentence->first)
            continue;
        read_restated(search, sentence, at);
        if ((word->flags & WORD_CAPITAL) && search->text[word->end] == ')')
            read_backward(search, sentence, at, at);
    }
}

/* The only sentence of a cell; NULL when a unit is none or has more. */
static const Sentence *only_sentence(const Search *search, const TextUnit *unit)
{
    return unit->kind == UNIT_BLOCK && unit->end_sentence == unit->first_sentence + 1
               ? &g_array_index(search->words->sentences, Sentence, unit->first_sentence)
               : NULL;
}

/* A row of a table: "BTT | Ban Thanh tra". */
static void read_row(Search *search, const TextUnit *unit, const TextUnit *beside)
{
    const Document *document = search->view->outline->document;
    const Sentence *form = only_sentence(search, unit);
    guint32 reached;

    if (!form || form->end - form->first > MOST_FORM_WORDS || beside->kind != UNIT_BLOCK)
        return;
    const Block *cell = document_block(document, unit->index);
    const Block *other = document_block(document, beside->index);
    const Sentence *meaning = only_sentence(search, beside);
    if (cell->table == 0 || other->table != cell->table || other->row != cell->row ||
        other->column == cell->column || !meaning || meaning->end - meaning->first > MOST_LONG_WORDS)
        return;
    const Range short_words = {form->first, form->end}, long_words = {meaning->first, meaning->end};
    if (count_form(search, form->first, form->end) == form->end - form->first &&
        stands_for(search, short_words, long_words, &reached))
        add_form(search, short_words, long_words);
}

static gboolean find_forms(Search *search, guint body_end, Budget *budget)
{
    const GArray *units = search->view->units;
    for (guint s = 0; s < body_end; s++) {
        if (budget_is_late(budget))
            return FALSE;
        read_sentence(search, &g_array_index(search->words->sentences, Sentence, s));
    }
    for (guint u = 0; u + 1 < units->len; u++)
        read_row(search, &g_array_index(units, TextUnit, u), &g_array_index(units, TextUnit, u + 1));
    return TRUE;
}

/* Replacing. */

/* Gives the words that a form stands for the places of the form, at word at, in the text. */
static void append_meaning(const Search *search, const ShortForm *form, guint32 at, GArray *words)
{
    const Word *first = words_at(search->words, at);
    const Word *last = words_at(search->words, at + form->form.end - form->form.first - 1);
    for (guint32 i = form->meaning.first; i < form->meaning.end; i++) {
        Word word = *words_at(search->words, i);
        word.flags &= WORD_NUMBER;
        word.flags |= WORD_SPELLED | (i == form->meaning.first ? first->flags : 0);
        word.start = i == form->meaning.first ? first->start : last->end;
        word.end = last->end;
        g_array_append_val(words, word);
    }
}

static void append_words(GArray *replaced, const Words *words, guint32 first, guint32 end)
{
    if (first < end)
        g_array_append_vals(replaced, words_at(words, first), end - first);
}

/* What stands at a word that is to be replaced; NULL: nothing. */
static const ShortForm *form_to_replace(const Search *search, guint32 at, guint32 end)
{
    const ShortForm *form = form_at(search, at, end);
    return form && (!form->is_letter || search->forms->len >= FEWEST_OF_LETTERS) ? form : NULL;
}

/* A text of nothing but short forms would grow many times over: it may double. */
static gboolean replace_forms(const Search *search, Words *words, Budget *budget)
{
    GArray *replaced = g_array_sized_new(FALSE, FALSE, sizeof(Word), words->words->len);
    for (guint s = 0; s < words->sentences->len && !budget_is_late(budget); s++) {
        Sentence *sentence = &g_array_index(words->sentences, Sentence, s);
        const guint32 first = replaced->len;
        guint32 kept = sentence->first; /* from here on words are not yet taken over, as they stand */
        for (guint32 at = kept; at < sentence->end;) {
            const ShortForm *form = replaced->len + (at - kept) < at + words->words->len
                                        ? form_to_replace(search, at, sentence->end)
                                        : NULL;
            if (!form) {
                at++;
                continue;
            }
            append_words(replaced, words, kept, at);
            if (at == form->form.first) {
                append_words(replaced, words, at, at + 1);
                g_array_index(replaced, Word, replaced->len - 1).flags |= WORD_SPELLED;
                at++;
            } else {
                append_meaning(search, form, at, replaced);
                at += form->form.end - form->form.first;
            }
            kept = at;
        }
        append_words(replaced, words, kept, sentence->end);
        *sentence = (Sentence){first, replaced->len};
    }
    g_array_unref(words->words);
    words->words = replaced;
    return !budget_is_late(budget);
}

gboolean short_forms_apply(AuditView *view, guint body_end, Budget *budget)
{
    Search search = {.view = view,
                     .words = view->words,
                     .text = view->text->str,
                     .is = word_key("là"),
                     .shortly = word_key("tắt"),
                     .written = {word_key("viết"), word_key("gọi"), word_key("được")}};
    gboolean in_time = find_forms(&search, body_end, budget);
    if (in_time && search.forms)
        in_time = replace_forms(&search, view->words, budget);
    if (search.forms)
        g_array_unref(search.forms);
    key_table_clear(&search.by_word);
    return in_time;
}
