/* Three patterns over bare folded text do the finding: one for a number with the kind before it, one for a
 * name, one (anchored) for the date, year or body that follows. What they catch too much of is sorted out
 * here by what an act of state looks like: a unit's own "12/QĐ-THCS" has no body of state in its symbol. */
#include "audit/citation_scan.h"

#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/translate.h"

/* The patterns are free of nested repeats; the limit only guards against a mistake in one of them. */
#define MATCH_LIMIT 200000
#define CONTEXT_BYTES 160
#define MAX_DETAILS 6
#define NAME_BYTES 100 /* of the name of a law, "luật" and "số" with it */

/* --- reading a match ----------------------------------------------------------------------------------- */

typedef struct {
    const CitationScanner *scanner;
    const Folded *text;
    pcre2_match_data *match;
    pcre2_match_context *limits;
    gboolean gave_up; /* a pattern hit its limit: what it did not find may be there */
} Scan;

static void scan_init(Scan *scan, const CitationScanner *scanner, const Folded *text, guint groups)
{
    *scan = (Scan){.scanner = scanner, .text = text};
    scan->match = pcre2_match_data_create(groups, memory_of_pcre2());
    scan->limits = pcre2_match_context_create(memory_of_pcre2());
    pcre2_set_match_limit(scan->limits, MATCH_LIMIT);
}

/* FALSE with an error when a pattern gave up. */
static gboolean scan_end(Scan *scan, GError **error)
{
    pcre2_match_context_free(scan->limits);
    pcre2_match_data_free(scan->match);
    if (scan->gave_up)
        error_set_both(error, RASOAT_ERROR_LIMIT_STEPS, NULL, N_("tìm văn bản được viện dẫn cần hơn %d bước"),
                       MATCH_LIMIT);
    return !scan->gave_up;
}

static gboolean scan_match(Scan *scan, const pcre2_code *code, gsize from)
{
    int result = pcre2_match(code, (PCRE2_SPTR)scan->text->text, scan->text->length, from, 0, scan->match,
                             scan->limits);

    if (result < 0 && result != PCRE2_ERROR_NOMATCH)
        scan->gave_up = TRUE;
    return result > 0;
}

static const char *group(const Scan *scan, guint number, gsize *length)
{
    const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(scan->match);

    if (number >= pcre2_get_ovector_count(scan->match) || offsets[2 * number] == PCRE2_UNSET)
        return NULL;
    *length = offsets[2 * number + 1] - offsets[2 * number];
    return scan->text->text + offsets[2 * number];
}

static guint group_number(const Scan *scan, guint number)
{
    gsize length = 0;
    const char *text = group(scan, number, &length);
    guint value = 0;

    for (gsize i = 0; text && i < length; i++)
        value = value * 10 + (guint)(text[i] - '0');
    return value;
}

/* The kind that a group's text stands for, lost or doubled spaces aside. */
static ActKind group_kind(const Scan *scan, guint number)
{
    gsize length = 0;
    const char *text = group(scan, number, &length);

    if (!text)
        return ACT_NONE;
    g_autofree char *letters = folded_letters(text, length);
    return act_kind_of_letters(letters);
}

/* Joint acts name several bodies ("TTLT-BNV-BTC"): the first stands for them unless all together are one. */
static const Issuer *issuer_of_symbol(const CitationScanner *scanner, const char *text, gsize length)
{
    g_autofree char *whole = folded_letters(text, length);
    const Issuer *issuer = g_hash_table_lookup(scanner->issuer_symbols, whole);
    const char *dash = memchr(text, '-', length);

    if (issuer || !dash)
        return issuer;
    g_autofree char *first = folded_letters(text, (gsize)(dash - text));
    return g_hash_table_lookup(scanner->issuer_symbols, first);
}

static void read_symbol(const Scan *scan, ActNumber *number)
{
    gsize length = 0;
    const char *issuer = group(scan, GROUP_ISSUER, &length);

    number->kind = group_kind(scan, GROUP_KIND);
    ActKind infix = group_kind(scan, GROUP_INFIX);
    gsize infix_length;
    gboolean has_infix = group(scan, GROUP_INFIX, &infix_length) != NULL;
    if (!issuer) {
        number->garbled = has_infix;
        return;
    }
    g_autofree char *letters = folded_letters(issuer, length);
    g_strlcpy(number->issuer, letters, sizeof number->issuer);
    number->term = group_number(scan, GROUP_TERM);
    number->body = issuer_of_symbol(scan->scanner, issuer, length);
    number->symbol_start = (guint32)(issuer - scan->text->text);
    number->symbol_end = number->symbol_start + (guint32)length;
    gboolean of_the_party = g_str_equal(letters, "tw") || g_str_equal(letters, "tu"); /* "30-CT/TW" */
    if (has_infix && number->kind == ACT_NONE && of_the_party)
        number->kind = infix;
    else
        number->garbled = has_infix;
}

static Mention read_mention(const Scan *scan)
{
    const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(scan->match);
    Mention mention = {.start = (guint32)offsets[0], .end = (guint32)offsets[1]};
    gsize length = 0;

    mention.word = group_kind(scan, GROUP_WORD);
    mention.short_word = group(scan, GROUP_WORD, &length) && length <= 4 && mention.word != ACT_LAW;
    mention.number.sequence = group_number(scan, GROUP_SEQUENCE);
    mention.number.year = group_number(scan, GROUP_YEAR);
    read_symbol(scan, &mention.number);
    if (mention.number.kind == ACT_NONE && g_str_equal(mention.number.issuer, "qh"))
        mention.number.kind = mention.word == ACT_RESOLUTION ? ACT_RESOLUTION : ACT_LAW;
    return mention;
}

static Mention read_named(const Scan *scan)
{
    const PCRE2_SIZE *offsets = pcre2_get_ovector_pointer(scan->match);
    Mention mention = {.start = (guint32)offsets[0], .end = (guint32)offsets[1]};
    gsize length = 0;
    const char *name = group(scan, GROUP_NAME, &length);

    g_autofree char *copy = g_strndup(name, length);
    g_autofree char *words = text_bare_words(copy);
    mention.named = g_hash_table_lookup(scan->scanner->names, words);
    return mention;
}

/* --- what counts --------------------------------------------------------------------------------------- */

/* TRUE when the symbol is one of an act of state: it or the words show the kind or the year, its body is
 * known, and a local body's number has a year. A circular is always an act of state. */
static gboolean is_state_symbol(const Mention *mention)
{
    const ActNumber *number = &mention->number;

    if (number->kind == ACT_NONE && mention->word == ACT_NONE && !number->year)
        return FALSE;
    if (number->body)
        return !number->body->local || number->year;
    return number->year && (number->kind == ACT_CIRCULAR || number->kind == ACT_JOINT_CIRCULAR) &&
           number->issuer[0] == 'b';
}

/* Without a symbol, a number is a citation when words before say so; "Quyết định 12" is the unit's own, and
 * "quy định 3", "luật 5" are anything. */
static gboolean is_stated_number(const Mention *mention)
{
    switch (mention->word) {
    case ACT_NONE:
    case ACT_REGULATION:
    case ACT_GUIDANCE:
        return FALSE;
    case ACT_LAW:
    case ACT_CODE:
        return mention->number.year != 0;
    default:
        return !mention->short_word || mention->number.year;
    }
}

/* "NĐ số 04": an abbreviation before a bare number counts with "số" only. */
static gboolean says_number(const Folded *text, const Mention *mention)
{
    const char *start = text->text + mention->start;

    return memmem(start, mention->end - mention->start, "so", 2) != NULL;
}

/* "Nghị định 71/1998 và 04/2015": a number and a year continue a list that a kind began. */
static gboolean continues_list(const Folded *text, const Mention *before, const Mention *mention)
{
    if (!before || before->word == ACT_NONE || before->number.issuer[0] || !mention->number.year)
        return FALSE;
    for (guint32 i = before->end; i < mention->start; i++)
        if (!strchr(" ,;vaso", text->text[i]) || i - before->end > 8)
            return FALSE;
    return TRUE;
}

static gboolean accept(const Folded *text, const Mention *before, Mention *mention)
{
    if (mention->named)
        return TRUE;
    if (!mention->number.sequence)
        return FALSE;
    if (mention->number.issuer[0])
        return is_state_symbol(mention);
    if (is_stated_number(mention) || (mention->short_word && says_number(text, mention)))
        return TRUE;
    if (mention->word != ACT_NONE || !continues_list(text, before, mention))
        return FALSE;
    mention->word = before->word;
    return TRUE;
}

/* Letters and figures glued before the number: a lost space after a word is harmless, more is a garbled
 * number and belongs to the quote. */
static void widen_garbled(const Folded *text, guint32 floor, Mention *mention)
{
    guint32 start = mention->start;
    gboolean figures = FALSE;

    if (mention->word != ACT_NONE || !mention->number.issuer[0])
        return;
    while (start > floor && strchr(" ,;(\"", text->text[start - 1]) == NULL) {
        start--;
        figures = figures || g_ascii_isdigit(text->text[start]);
    }
    if (!figures)
        return;
    mention->start = start;
    mention->number.garbled = TRUE;
}

/* What stands before the number of a law that the scanner has no name of is the name: "Luật Ngân sách nhà
 * nước số | 83/2015/QH13". Without it a reader sees a bare number. */
static void widen_to_name(const Folded *text, guint32 floor, Mention *mention)
{
    static const char *const words[] = {"luat ", "phap lenh "};
    const guint32 from = MAX(floor, mention->start > NAME_BYTES ? mention->start - NAME_BYTES : 0);

    if (mention->word != ACT_NONE || mention->named || mention->number.garbled ||
        !(g_str_equal(mention->number.issuer, "qh") || g_str_equal(mention->number.issuer, "ubtvqh")))
        return;
    for (guint32 at = mention->start; at-- > from && !strchr(".;:()", text->text[at]);) {
        if (g_ascii_isdigit(text->text[at]))
            return;
        if (at > from && text->text[at - 1] != ' ')
            continue;
        for (guint i = 0; i < G_N_ELEMENTS(words); i++)
            if (strncmp(text->text + at, words[i], strlen(words[i])) == 0) {
                const gboolean code = at >= from + 3 && strncmp(text->text + at - 3, "bo ", 3) == 0;
                mention->start = code ? at - 3 : at;
                return;
            }
    }
}

/* --- details after the number -------------------------------------------------------------------------- */

static gboolean read_date(const Scan *scan, Mention *mention)
{
    guint year = group_number(scan, GROUP_DATE_YEAR);
    guint alone = group_number(scan, GROUP_YEAR_ALONE);

    if (mention->date.year || (!year && !alone))
        return FALSE;
    mention->date.day = group_number(scan, GROUP_DAY);
    mention->date.month = group_number(scan, GROUP_MONTH);
    mention->date.year = year ? year : alone;
    return TRUE;
}

static gboolean read_body(const Scan *scan, Mention *mention)
{
    gsize length = 0;
    const char *body = group(scan, GROUP_BODY, &length);

    if (mention->issuer || !body)
        return FALSE;
    g_autofree char *copy = g_strndup(body, length);
    g_autofree char *words = text_bare_words(copy);
    mention->issuer = g_hash_table_lookup(scan->scanner->issuer_names, words);
    return TRUE;
}

static void read_details(Scan *scan, Mention *mention)
{
    for (guint i = 0; i < MAX_DETAILS; i++) {
        if (!scan_match(scan, scan->scanner->detail_code, mention->end))
            return;
        if (!read_date(scan, mention) && !read_body(scan, mention))
            return;
        mention->end = (guint32)pcre2_get_ovector_pointer(scan->match)[1];
    }
}

/* A bracket opened within the citation is closed within it. */
static void close_bracket(const Folded *text, Mention *mention)
{
    gint open = 0;

    for (guint32 i = mention->start; i < mention->end; i++)
        open += text->text[i] == '(' ? 1 : text->text[i] == ')' ? -1 : 0;
    if (open == 1 && text->text[mention->end] == ')')
        mention->end++;
}

/* --- a name and a number of one act -------------------------------------------------------------------- */

static gboolean between_are_only(const Folded *text, const Mention *first, const Mention *second,
                                 const char *allowed)
{
    if (second->start - first->end > 6)
        return FALSE;
    for (guint32 i = first->end; i < second->start; i++)
        if (!strchr(allowed, text->text[i]))
            return FALSE;
    return TRUE;
}

static gboolean is_law(const Mention *mention)
{
    return mention->number.kind == ACT_LAW || mention->number.kind == ACT_ORDINANCE ||
           mention->word == ACT_LAW || mention->word == ACT_CODE || mention->word == ACT_ORDINANCE ||
           g_str_equal(mention->number.issuer, "ubtvqh");
}

/* "Luật Viên chức (số 58/2010/QH12)", "Luật số 58/2010/QH12 - Luật Viên chức": one act, not two. A comma
 * parts two acts, unless nothing but "số" follows it. */
static gboolean is_one_act(const Folded *text, const Mention *first, const Mention *second)
{
    if (first->named && !first->number.sequence && second->number.sequence && is_law(second))
        return between_are_only(text, first, second, second->word == ACT_NONE ? " ,(:so" : " (:-");
    return first->number.sequence && !first->named && is_law(first) && second->named &&
           between_are_only(text, first, second, " (:-ve");
}

static void join(Mention *first, const Mention *second)
{
    if (!first->number.sequence)
        first->number = second->number;
    if (!first->named)
        first->named = second->named;
    if (first->word == ACT_NONE)
        first->word = second->word;
    if (!first->date.year)
        first->date = second->date;
    if (!first->issuer)
        first->issuer = second->issuer;
    first->end = second->end;
}

static void add_mention(const Folded *text, GArray *mentions, guint before, Mention *mention)
{
    Mention *last = mentions->len > before ? &g_array_index(mentions, Mention, mentions->len - 1) : NULL;

    if (last && is_one_act(text, last, mention)) {
        join(last, mention);
        close_bracket(text, last);
        return;
    }
    close_bracket(text, mention);
    g_array_append_vals(mentions, mention, 1);
}

/* --- the walk over numbers and names ------------------------------------------------------------------- */

/* A pattern's next match, kept until the walk has passed it. */
typedef struct {
    Scan scan;
    const pcre2_code *code;
    gsize start; /* of the match; NONE_LEFT */
} Next;

#define NONE_LEFT G_MAXSIZE

static void seek(Next *next, gsize from)
{
    next->start = scan_match(&next->scan, next->code, from) ? pcre2_get_ovector_pointer(next->scan.match)[0]
                                                            : NONE_LEFT;
}

/* possible: FALSE when it is known that the pattern does not match. */
static void next_init(Next *next, const CitationScanner *scanner, const Folded *text, const pcre2_code *code,
                      guint groups, gboolean possible)
{
    scan_init(&next->scan, scanner, text, groups);
    next->code = code;
    next->start = NONE_LEFT;
    if (possible)
        seek(next, 0);
}

static void pass(Next *next, gsize from)
{
    if (next->start < from)
        seek(next, from);
}

/* Reads what stands first at or after a byte, a number rather than a name; FALSE: nothing does. */
static gboolean next_mention(Next *number, Next *name, gsize from, Mention *mention)
{
    pass(number, from);
    pass(name, from);
    if (number->start == NONE_LEFT && name->start == NONE_LEFT)
        return FALSE;
    *mention = number->start <= name->start ? read_mention(&number->scan) : read_named(&name->scan);
    return TRUE;
}

/* details: where what follows a mention is read. */
static gboolean scan_all(Next *number, Next *name, Scan *details, const Budget *budget, GArray *mentions,
                         GError **error)
{
    const Folded *text = details->text;
    const guint before = mentions->len;
    Mention mention;

    for (gsize from = 0; from < text->length && next_mention(number, name, from, &mention);) {
        const Mention *last =
            mentions->len > before ? &g_array_index(mentions, Mention, mentions->len - 1) : NULL;
        if (budget && !budget_check_time(budget, error))
            return FALSE;
        from = MAX(mention.end, from + 1);
        if (!accept(text, last, &mention))
            continue;
        widen_garbled(text, last ? last->end : 0, &mention);
        widen_to_name(text, last ? last->end : 0, &mention);
        read_details(details, &mention);
        from = MAX(mention.end, from);
        add_mention(text, mentions, before, &mention);
    }
    return TRUE;
}

gboolean citation_scan(const CitationScanner *scanner, const Folded *text, guint signs, const Budget *budget,
                       GArray *mentions, GError **error)
{
    Next number, name;
    Scan details;

    const gboolean may_have_name = (signs & SIGN_WORD) != 0;
    const gboolean may_have_number = (signs & SIGN_FIGURE) && citation_may_have_number(text);
    if (!may_have_name && !may_have_number) /* nearly everywhere */
        return TRUE;
    next_init(&name, scanner, text, scanner->name_code, GROUP_NAME + 1, may_have_name);
    if (name.start == NONE_LEFT && !may_have_number)
        return scan_end(&name.scan, error);
    next_init(&number, scanner, text, scanner->number_code, GROUP_TERM + 1, may_have_number);
    scan_init(&details, scanner, text, GROUP_BODY + 1);
    gboolean good = scan_all(&number, &name, &details, budget, mentions, error);
    good = scan_end(&number.scan, good ? error : NULL) && good;
    good = scan_end(&name.scan, good ? error : NULL) && good;
    return scan_end(&details, good ? error : NULL) && good;
}

gboolean citation_is_ended(const CitationScanner *scanner, const Folded *text, const Mention *mention,
                           gboolean *ended, GError **error)
{
    guint32 start = mention->start > CONTEXT_BYTES ? mention->start - CONTEXT_BYTES : 0;
    Folded context = {.text = text->text + start, .length = mention->start - start};
    Scan scan;

    scan_init(&scan, scanner, &context, 1);
    *ended = scan_match(&scan, scanner->ended_before, 0);
    scan.text = text;
    *ended = *ended || scan_match(&scan, scanner->ended_after, mention->end);
    return scan_end(&scan, error);
}
