/* Cross-references inside the regulation ("điểm b khoản 2 Điều 7 của Quy chế này", "khoản 3 Điều này") to
 * what is not in its outline. A reference into a law is none of ours; one without a name counts as ours only
 * where nothing around it speaks of a law, and then only for a person to look at. */
#include <string.h>

#include "audit/consistency_parts.h"
#include "base/translate.h"
#include "document/lines.h"

#define MOST_TARGETS 12
#define THIS_ARTICLE (-1)
/* More references than any regulation has; what comes after them is not looked at. */
#define MOST_REFERENCES 2000

typedef enum { HEAD_NONE, HEAD_ARTICLE, HEAD_CLAUSE, HEAD_POINT } Head;

/* Keys of the words that references are made of. */
typedef struct {
    guint64 heads[HEAD_POINT + 1];
    guint64 and_words[5]; /* và, hoặc, đến, tới, hay */
    guint64 of_words[4];  /* của, thuộc, tại, trong */
    guint64 this_word, rule_words[2];
    guint64 act_words[13];
} Keys;

static void keys_read(guint64 *keys, const char *words)
{
    g_auto(GStrv) list = g_strsplit(words, " ", -1);
    for (guint i = 0; list[i]; i++)
        keys[i] = word_key(list[i]);
}

static void keys_init(Keys *keys)
{
    *keys = (Keys){0};
    keys_read(keys->heads + HEAD_ARTICLE, "điều khoản điểm");
    keys_read(keys->and_words, "và hoặc đến tới hay");
    keys_read(keys->of_words, "của thuộc tại trong");
    keys_read(&keys->this_word, "này");
    keys_read(keys->rule_words, "quy chế");
    keys_read(keys->act_words, "luật bộ nghị thông pháp quyết hiến chỉ điều hướng nội quy văn");
}

static gboolean is_among(guint64 key, const guint64 *keys, guint count)
{
    for (guint i = 0; i < count; i++)
        if (key == keys[i])
            return TRUE;
    return FALSE;
}

/* One place referred to: 0 and '\0' for what it does not name. */
typedef struct {
    gint article; /* THIS_ARTICLE: "Điều này" */
    gint clause;
    char point[4];
} Target;

typedef struct {
    Target targets[MOST_TARGETS];
    guint count;
    guint no_article, no_clause; /* targets from there on still wait for their Điều, khoản */
    guint first, end;            /* words */
    gboolean of_this;            /* "… Quy chế này" follows */
    gboolean of_act;             /* an act or another text follows */
} Reference;

typedef struct {
    Consistency *audit;
    Keys keys;
    const Words *words;
    guint at, limit;
    guint8 *acts;        /* per block: 0 not looked at, 1 names no act, 2 names one */
    const gint *clauses; /* per division: the number of a clause, 0 for any other */
    guint seen;          /* references so far */
} Reader;

static const Word *word_at(const Reader *reader, guint index)
{
    return words_at(reader->words, index);
}

static Head head_at(const Reader *reader, guint index)
{
    if (index >= reader->limit)
        return HEAD_NONE;
    for (Head head = HEAD_ARTICLE; head <= HEAD_POINT; head++)
        if (word_at(reader, index)->key == reader->keys.heads[head])
            return head;
    return HEAD_NONE;
}

/* The number or letter at a word, as head asks for; FALSE when it is none. */
static gboolean value_at(const Reader *reader, guint index, Head head, Target *value)
{
    if (index >= reader->limit)
        return FALSE;
    const Word *word = word_at(reader, index);
    const char *text = reader->audit->view->text->str + word->start;
    guint32 length = word->end - word->start;

    if (head != HEAD_POINT) {
        if (!(word->flags & WORD_NUMBER) || word->value == 0 ||
            (word->flags & (WORD_AFTER_SLASH | WORD_AFTER_DOT)))
            return FALSE;
        *(head == HEAD_ARTICLE ? &value->article : &value->clause) = (gint)word->value;
        return TRUE;
    }
    gunichar letter = g_utf8_get_char(text);
    if (length != (guint32)(g_utf8_next_char(text) - text) || !g_unichar_isalpha(letter))
        return FALSE;
    memset(value->point, 0, sizeof value->point);
    g_unichar_to_utf8(g_unichar_tolower(letter), value->point);
    return TRUE;
}

static gboolean is_and(const Reader *reader, guint index)
{
    return index < reader->limit && is_among(word_at(reader, index)->key, reader->keys.and_words,
                                             G_N_ELEMENTS(reader->keys.and_words));
}

static gboolean is_of(const Reader *reader, guint index)
{
    return index < reader->limit &&
           is_among(word_at(reader, index)->key, reader->keys.of_words, G_N_ELEMENTS(reader->keys.of_words));
}

static void add_target(Reference *reference, const Target *target)
{
    if (reference->count < MOST_TARGETS)
        reference->targets[reference->count++] = *target;
}

/* Gives a value to the targets that wait for it, or makes a target of it. The first value of a list serves
 * what stands before it ("điểm a, b khoản 2"), the further ones stand alone. */
static void take_value(Reference *reference, Head head, const Target *value, gboolean first)
{
    guint *waiting = head == HEAD_ARTICLE ? &reference->no_article : &reference->no_clause;

    if (head == HEAD_POINT || !first || *waiting == reference->count)
        add_target(reference, value);
    else
        for (guint i = *waiting; i < reference->count; i++) {
            if (head == HEAD_ARTICLE)
                reference->targets[i].article = value->article;
            else
                reference->targets[i].clause = value->clause;
        }
    if (head != HEAD_POINT)
        reference->no_clause = reference->count;
    if (head == HEAD_ARTICLE)
        reference->no_article = reference->count;
}

/* Reads "khoản 1, 2 và 3", "Điều này"; FALSE, and nothing read, when no value follows the word. */
static gboolean read_list(Reader *reader, Head head, Reference *reference)
{
    Target value = {0};

    if (head == HEAD_ARTICLE && reader->at + 1 < reader->limit &&
        word_at(reader, reader->at + 1)->key == reader->keys.this_word) {
        value.article = THIS_ARTICLE;
        take_value(reference, head, &value, TRUE);
        reader->at += 2;
        return TRUE;
    }
    if (!value_at(reader, reader->at + 1, head, &value))
        return FALSE;
    take_value(reference, head, &value, TRUE);
    reader->at += 2;
    for (;;) {
        guint next = reader->at + is_and(reader, reader->at);
        gboolean joined =
            next > reader->at || (next < reader->limit && (word_at(reader, next)->flags & WORD_AFTER_COMMA));
        value = (Target){0};
        if (!joined || !value_at(reader, next, head, &value))
            return TRUE;
        take_value(reference, head, &value, FALSE);
        reader->at = next + 1;
    }
}

/* What the text says about whose articles these are. */
static void read_owner(Reader *reader, Reference *reference)
{
    const Keys *keys = &reader->keys;
    guint at = reader->at;

    while (is_of(reader, at))
        at++;
    if (at + 2 < reader->limit && word_at(reader, at)->key == keys->rule_words[0] &&
        word_at(reader, at + 1)->key == keys->rule_words[1] &&
        word_at(reader, at + 2)->key == keys->this_word) {
        reference->of_this = TRUE;
        return;
    }
    reference->of_act = at < reader->limit &&
                        is_among(word_at(reader, at)->key, keys->act_words, G_N_ELEMENTS(keys->act_words));
}

/* Reads a whole reference at the current word ("điểm a khoản 1, khoản 3 Điều 5 và Điều 8 của …"); always goes
 * on by a word or more. FALSE when there is none. */
static gboolean read_reference(Reader *reader, Reference *reference)
{
    guint begin = reader->at;

    *reference = (Reference){0};
    for (guint next = begin; head_at(reader, next) != HEAD_NONE;) {
        reader->at = next;
        if (!read_list(reader, head_at(reader, next), reference))
            break;
        next = reader->at + is_and(reader, reader->at);
        if (next < reader->limit && is_of(reader, next) && head_at(reader, next + 1) != HEAD_NONE)
            next++;
    }
    reader->at = MAX(reader->at, begin + 1);
    reference->first = begin;
    reference->end = reader->at;
    reference->count = reference->no_article; /* khoản and điểm that name no Điều cannot be followed */
    if (reference->count > 0)
        read_owner(reader, reference);
    return reference->count > 0;
}

/* --- what is there ------------------------------------------------------------------------------------- */

/* The article of a component that a division stands in; G_MAXUINT when in none. */
static guint article_around(const Outline *outline, guint index)
{
    for (;; index = outline_division(outline, index)->parent) {
        if (outline_division(outline, index)->level == DIVISION_ARTICLE)
            return index;
        if (outline_division(outline, index)->level == DIVISION_ROOT)
            return G_MAXUINT;
    }
}

/* The number of a clause: "3", or "7.3" under Điều 7; 0 for any other. */
static gint clause_number(const Division *division)
{
    if (division->level != DIVISION_CLAUSE || !division->number)
        return 0;
    const char *dot = strrchr(division->number, '.'), *last = dot ? dot + 1 : division->number;
    char *end;
    guint64 number = g_ascii_isdigit(*last) && *last != '0' ? g_ascii_strtoull(last, &end, 10) : 0;
    return number > 0 && number <= G_MAXINT && *end == '\0' ? (gint)number : 0;
}

static gint *clause_numbers(const Outline *outline)
{
    gint *numbers = g_new0(gint, outline->divisions->len + 1);
    for (guint i = 0; i < outline->divisions->len; i++)
        numbers[i] = clause_number(outline_division(outline, i));
    return numbers;
}

typedef enum { PLACE_FOUND, PLACE_GONE, PLACE_UNCERTAIN } Found;

/* Looks for a clause, and a point in it, below an article. Uncertain when the article shows no clauses at
 * all: then the outline may not have seen them. */
static Found find_below(const Reader *reader, guint article, const Target *target)
{
    const Outline *outline = reader->audit->view->outline;
    gboolean has_clauses = FALSE, has_points = FALSE, clause_found = FALSE;
    const Division *whole = outline_division(outline, article);

    for (guint i = article + 1; i < outline->divisions->len; i++) {
        const Division *division = outline_division(outline, i);
        if (division->first >= whole->end)
            break;
        if (division->level == DIVISION_CLAUSE) {
            has_clauses = TRUE;
            clause_found = clause_found || reader->clauses[i] == target->clause;
        }
        if (division->level != DIVISION_POINT)
            continue;
        gboolean in_clause = target->clause == 0 || reader->clauses[division->parent] == target->clause;
        has_points = has_points || in_clause;
        if (in_clause && division->number && strcmp(division->number, target->point) == 0)
            return PLACE_FOUND;
    }
    if (target->clause > 0 && !clause_found)
        return has_clauses ? PLACE_GONE : PLACE_UNCERTAIN;
    if (!*target->point)
        return PLACE_FOUND;
    return has_points ? PLACE_GONE : PLACE_UNCERTAIN;
}

static Found find_target(const Reader *reader, guint division, const Target *target)
{
    const Outline *outline = reader->audit->view->outline;
    guint component = outline_division(outline, division)->component;
    gboolean has_articles = FALSE;
    Found best = PLACE_GONE;

    if (target->article == THIS_ARTICLE) {
        guint article = article_around(outline, division);
        return article == G_MAXUINT ? PLACE_FOUND : find_below(reader, article, target);
    }
    for (guint i = 0; i < outline->divisions->len; i++) {
        const Division *article = outline_division(outline, i);
        if (article->component != component || article->level != DIVISION_ARTICLE)
            continue;
        has_articles = TRUE;
        if (article->ordinal != target->article)
            continue;
        Found found = find_below(reader, i, target);
        if (found == PLACE_FOUND)
            return found;
        best = found;
    }
    return has_articles ? best : PLACE_UNCERTAIN;
}

/* --- judging ------------------------------------------------------------------------------------------- */

/* TRUE when a block names a law or another text, so that a reference without a name may be into that. */
static gboolean speaks_of_act(const Consistency *audit, guint block)
{
    const Block *source = consistency_block(audit, block);
    g_autofree char *text = one_line(source->text, source->length);
    g_autofree char *lower = g_utf8_strdown(text ? text : "", -1);
    static const char *const acts[] = {"luật",         "nghị định", "thông tư",      "pháp lệnh",
                                       "nghị quyết",   "hiến pháp", "quyết định số", "điều lệ",
                                       "hướng dẫn số", "qh1",       "nđ-cp",         "nội quy"};

    for (guint i = 0; i < G_N_ELEMENTS(acts); i++)
        for (const char *at = strstr(lower, acts[i]); at; at = strstr(at + 1, acts[i])) {
            gboolean other_word = at >= lower + strlen("pháp ") &&
                                  strncmp(at - strlen("pháp "), "pháp luật", strlen("pháp luật")) == 0;
            gboolean discipline = at >= lower + strlen("kỷ ") &&
                                  (strncmp(at - strlen("kỷ "), "kỷ luật", strlen("kỷ luật")) == 0);
            if (!other_word && !discipline)
                return TRUE;
        }
    return FALSE;
}

static gboolean names_act(Reader *reader, guint block)
{
    if (reader->acts[block] == 0)
        reader->acts[block] = speaks_of_act(reader->audit, block) ? 2 : 1;
    return reader->acts[block] == 2;
}

/* The block, what opens its divisions, and the block before it. */
static gboolean act_is_near(Reader *reader, guint block)
{
    const Outline *outline = reader->audit->view->outline;

    if (names_act(reader, block) || (block > 0 && names_act(reader, block - 1)))
        return TRUE;
    for (guint i = outline->division_of[block]; outline_division(outline, i)->level != DIVISION_ROOT;
         i = outline_division(outline, i)->parent)
        if (names_act(reader, outline_division(outline, i)->first))
            return TRUE;
    return FALSE;
}

static void report(Consistency *audit, guint block, guint32 start, guint32 end, gboolean certain)
{
    const Block *source = consistency_block(audit, block);
    g_autofree char *text = one_line(source->text + start, end - start);
    Finding *finding = consistency_add(
        audit, "dangling-reference", certain ? STATUS_PARTIAL : STATUS_REVIEW,
        bilingual_format(N_("Dẫn chiếu đến nội dung không có trong quy chế: %s"), text),
        bilingual_of(certain ? N_("Sửa số điều, khoản, điểm được dẫn chiếu cho đúng với quy chế.")
                             : N_("Kiểm tra số điều, khoản, điểm được dẫn chiếu; nếu là của văn bản khác thì "
                                  "ghi rõ tên văn bản.")));

    consistency_quote(audit, finding, block, start, end);
}

static void judge(Reader *reader, const TextUnit *unit, const Reference *reference)
{
    Consistency *audit = reader->audit;
    const AuditView *view = audit->view;
    guint32 start = words_at(view->words, reference->first)->start - unit->offset;
    guint32 end = words_at(view->words, reference->end - 1)->end - unit->offset;
    gboolean gone = FALSE, uncertain = FALSE, named = reference->of_this;

    if (reference->of_act || start < outline_body_offset(view->outline, unit->index))
        return;
    for (guint i = 0; i < reference->count; i++)
        named = named || reference->targets[i].article == THIS_ARTICLE;
    for (guint i = 0; i < reference->count && !consistency_is_late(audit); i++) {
        Found found = find_target(reader, view->outline->division_of[unit->index], &reference->targets[i]);
        gone = gone || found == PLACE_GONE;
        uncertain = uncertain || found == PLACE_UNCERTAIN;
    }
    if ((named && (gone || uncertain)) || (gone && !act_is_near(reader, unit->index)))
        report(audit, unit->index, start, end, named && gone);
}

static void read_sentence(Reader *reader, const TextUnit *unit, const Sentence *sentence)
{
    reader->at = sentence->first;
    reader->limit = sentence->end;
    while (reader->at < reader->limit && reader->seen < MOST_REFERENCES) {
        Reference reference;
        if (head_at(reader, reader->at) == HEAD_NONE) {
            reader->at++;
        } else if (consistency_is_full(reader->audit)) {
            return;
        } else if (read_reference(reader, &reference)) {
            judge(reader, unit, &reference);
            reader->seen++;
        }
    }
}

void check_references(Consistency *audit)
{
    const AuditView *view = audit->view;
    g_autofree guint8 *acts = g_new0(guint8, view->outline->document->blocks->len + 1);
    g_autofree gint *clauses = clause_numbers(view->outline);
    Reader reader = {.audit = audit, .words = view->words, .acts = acts, .clauses = clauses};

    keys_init(&reader.keys);
    for (guint u = 0; u < view->units->len && !consistency_is_full(audit); u++) {
        const TextUnit *unit = view_unit(view, u);
        if (unit->kind != UNIT_BLOCK || !consistency_is_rule(audit, unit->index))
            continue;
        for (guint s = unit->first_sentence; s < unit->end_sentence; s++)
            read_sentence(&reader, unit, view_sentence(view, s));
    }
}
