/* Abbreviations in the rules that the text never explains and that are not known everywhere. Capitals are
 * read as an abbreviation only between words in lower case, and never inside the number of an act. */
#include <string.h>

#include "audit/consistency_parts.h"
#include "base/text_hash.h"
#include "base/translate.h"
#include "text/syllable.h"

#define LONGEST 8
/* How many words before an abbreviation may say "viết tắt là". */
#define REACH 6
/* Bytes of a number or address around a word that are looked at. */
#define LONGEST_SYMBOL 60
/* More abbreviations than any regulation has; what comes after them is not looked at. */
#define MOST_ABBREVIATIONS 200

typedef struct {
    Consistency *audit;
    const char *text; /* of the view */
    const Words *words;
    char *initials;      /* of all words, as initial_of() gives them; NULL: not asked for yet */
    guint64 defining[2]; /* keys of words that say what an abbreviation stands for */
    GHashTable *defined; /* set of char * */
    GHashTable *seen;    /* set of char *, those looked at */
    GString *names;      /* of those reported, for the title */
    Finding *finding;
} Search;

static gchar *word_text(const Search *search, guint index)
{
    const Word *word = words_at(search->words, index);

    return g_strndup(search->text + word->start, word->end - word->start);
}

static gboolean has_capitals_only(const Search *search, const Word *word)
{
    guint letters = 0;

    for (const char *at = search->text + word->start; at < search->text + word->end;
         at = g_utf8_next_char(at), letters++)
        if (!g_unichar_isupper(g_utf8_get_char(at)))
            return FALSE;
    return letters >= 2 && letters <= LONGEST;
}

/* Two to eight capital letters and nothing else. */
static inline gboolean is_capitals_only(const Search *search, guint index)
{
    const Word *word = words_at(search->words, index);

    return (word->flags & WORD_CAPITAL) && has_capitals_only(search, word);
}

static gboolean is_roman_or_word(const char *name)
{
    g_autofree char *lower = g_utf8_strdown(name, -1);

    return strspn(name, "IVXLCDM") == strlen(name) || text_is_syllable(lower, strlen(lower));
}

/* TRUE for a known abbreviation or several of them put together: CBGVNV. */
static gboolean is_known(const GHashTable *known, const char *name)
{
    if (g_hash_table_contains((GHashTable *)known, name))
        return TRUE;
    for (const char *at = g_utf8_next_char(name); *at; at = g_utf8_next_char(at)) {
        g_autofree char *head = g_strndup(name, (gsize)(at - name));
        if (g_utf8_strlen(head, -1) >= 2 && g_utf8_strlen(at, -1) >= 2 &&
            g_hash_table_contains((GHashTable *)known, head) && is_known(known, at))
            return TRUE;
    }
    return FALSE;
}

static gboolean is_joint(char c)
{
    return c != '\0' && !g_ascii_isspace(c) && !strchr("(),;:\"[]", c);
}

/* TRUE when the word is part of a number, a path or an address: digits, '/', '@' or '.' joined to it. */
static gboolean is_in_symbol(const Search *search, const Word *word)
{
    const char *text = search->text;
    guint32 start = word->start, end = word->end;

    while (start > 0 && word->start - start < LONGEST_SYMBOL && is_joint(text[start - 1]))
        start--;
    while (end - word->end < LONGEST_SYMBOL && is_joint(text[end]))
        end++;
    for (guint32 i = start; i < end; i++)
        if (g_ascii_isdigit(text[i]) || strchr("/@", text[i]) ||
            (text[i] == '.' && i + 1 < end && i > word->end))
            return TRUE;
    return FALSE;
}

static gboolean is_defining(const Search *search, guint index)
{
    guint64 key = words_at(search->words, index)->key;

    return key == search->defining[0] || key == search->defining[1];
}

/* "(UBND)", "UBND (…)", "viết tắt là UBND", "gọi chung là CC, VC", and what short_forms.h reads. */
static gboolean is_definition(const Search *search, const Sentence *sentence, guint index)
{
    const Word *word = words_at(search->words, index);
    const char *after = search->text + word->end;

    if (word->flags & (WORD_AFTER_PAREN | WORD_SPELLED))
        return TRUE;
    after += strspn(after, " ”\"");
    if (*after == '(' || *after == ':' || *after == '=')
        return TRUE;
    for (guint i = index; i > sentence->first && index - i < REACH; i--)
        if (is_defining(search, i - 1))
            return TRUE;
    return FALSE;
}

/* Whether a word begins with a capital letter or its small one. */
static gboolean begins_with(const Search *search, const Word *word, const char *letter)
{
    const char *first = search->text + word->start;

    if ((guchar)*first < 0x80 || (guchar)*letter < 0x80) /* most; the rest is dearer to tell */
        return g_ascii_toupper(*first) == *letter;
    return g_unichar_toupper(g_utf8_get_char(first)) == g_utf8_get_char(letter);
}

/* What words that may begin with a letter are found by: its capital where it is of ASCII, one sign for all
 * others. */
static char initial_of(const char *letter)
{
    return (guchar)*letter < 0x80 ? g_ascii_toupper(*letter) : (char)0x80;
}

static const char *find_initials(Search *search)
{
    const guint count = search->words->words->len;
    if (search->initials)
        return search->initials;
    search->initials = g_malloc(count + 1);
    for (guint i = 0; i < count; i++)
        search->initials[i] = initial_of(search->text + words_at(search->words, i)->start);
    return search->initials;
}

/* TRUE when the text holds words one after the other that begin with the letters. */
static gboolean is_spelled_out(Search *search, const char *name)
{
    const char *begin = find_initials(search);
    const gsize letters = (gsize)g_utf8_strlen(name, -1), count = search->words->words->len;

    for (guint i = 0; i + letters <= count; i++) {
        const char *letter = name;
        const char *next = memchr(begin + i, initial_of(name), count - letters + 1 - i);
        if (!next)
            return FALSE;
        i = (guint)(next - begin);
        guint at = i;
        for (; *letter; letter = g_utf8_next_char(letter), at++) {
            const Word *word = words_at(search->words, at);
            if (!begins_with(search, word, letter) || (letter == name && is_capitals_only(search, at)))
                break;
        }
        if (*letter == '\0')
            return TRUE;
    }
    return FALSE;
}

/* "viết tắt là", "gọi tắt là", "gọi chung là". */
static void set_defining_words(Search *search)
{
    static const char *const words[] = {"tắt", "gọi"};
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        search->defining[i] = word_key(words[i]);
}

static void collect_definitions(Search *search)
{
    for (guint s = 0; s < search->words->sentences->len && !consistency_is_late(search->audit); s++) {
        const Sentence *sentence = &g_array_index(search->words->sentences, Sentence, s);
        for (guint i = sentence->first; i < sentence->end; i++)
            if (is_capitals_only(search, i) && is_definition(search, sentence, i))
                g_hash_table_add(search->defined, word_text(search, i));
    }
}

static void report(Search *search, const TextUnit *unit, guint index, const char *name)
{
    const Word *word = words_at(search->words, index);

    if (!search->finding)
        search->finding =
            consistency_add(search->audit, "undefined-abbreviation", STATUS_REVIEW, (BilingualText){0},
                            bilingual_of(N_("Viết đủ ở lần dùng đầu, kèm chữ viết tắt trong ngoặc.")));
    g_string_append_printf(search->names, "%s%s", search->names->len ? ", " : "", name);
    consistency_quote(search->audit, search->finding, unit->index, word->start - unit->offset,
                      word->end - unit->offset);
}

static void search_sentence(Search *search, const TextUnit *unit, const Sentence *sentence)
{
    gboolean is_calm = FALSE; /* asked of few sentences, and once */

    for (guint i = sentence->first; i < sentence->end; i++) {
        if (!is_capitals_only(search, i) || is_in_symbol(search, words_at(search->words, i)))
            continue;
        if (!is_calm && consistency_is_shouted(search->audit, sentence))
            return;
        is_calm = TRUE;
        g_autofree char *name = word_text(search, i);
        if (is_roman_or_word(name) || g_hash_table_contains(search->seen, name) ||
            g_hash_table_size(search->seen) >= MOST_ABBREVIATIONS ||
            is_known(search->audit->words->abbreviations, name) || is_known(search->defined, name))
            continue;
        if (consistency_is_late(search->audit))
            return;
        if (!is_spelled_out(search, name))
            report(search, unit, i, name);
        g_hash_table_add(search->seen, g_steal_pointer(&name));
    }
}

void check_abbreviations(Consistency *audit)
{
    const AuditView *view = audit->view;
    g_autoptr(GHashTable) defined = text_table_new(NULL);
    g_autoptr(GHashTable) seen = text_table_new(NULL);
    g_autoptr(GString) names = g_string_new(NULL);
    Search search = {.audit = audit,
                     .text = view->text->str,
                     .words = view->words,
                     .defined = defined,
                     .seen = seen,
                     .names = names};

    if (g_hash_table_size(audit->words->abbreviations) == 0)
        return;
    set_defining_words(&search);
    collect_definitions(&search);
    for (guint u = 0; u < view->units->len && !consistency_is_late(audit); u++) {
        const TextUnit *unit = view_unit(view, u);
        if (unit->kind != UNIT_BLOCK || !consistency_is_rule(audit, unit->index) ||
            outline_division(view->outline, view->outline->division_of[unit->index])->level == DIVISION_ROOT)
            continue;
        for (guint s = unit->first_sentence; s < unit->end_sentence; s++)
            search_sentence(&search, unit, view_sentence(view, s));
    }
    g_free(search.initials);
    if (!search.finding)
        return;
    search.finding->title = bilingual_format(N_("Chữ viết tắt chưa được giải thích: %s"), names->str);
    /* cppcheck-suppress memleak ; the list of findings owns it since it was begun */
}
