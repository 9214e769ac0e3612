/* Blanks of a template that nobody filled: runs of dots or underscores, "[tên đơn vị]", "20…", "XX/QĐ". Not
 * the dots of an ellipsis, of a table of contents, or a drawn line. */
#include <string.h>

#include "audit/consistency_parts.h"
#include "base/translate.h"

/* Dots in a run from which on it is a blank wherever it stands but behind a word at the end of a sentence. */
#define BLANK_DOTS 5
/* Dots behind the last word of a sentence that some type for "and so on". */
#define MOST_ELLIPSIS_DOTS 9
/* Bytes of a blank in brackets. */
#define LONGEST_BRACKET 120

typedef struct {
    guint32 start, end;
    guint dots; /* '…' counts three, '_' one */
} Run;

/* Reads a run of dots at the byte; spaces between dots belong to it. */
static gboolean run_read(const Block *block, guint32 at, Run *run)
{
    *run = (Run){at, at, 0};
    while (at < block->length) {
        gunichar c = g_utf8_get_char(block->text + at);
        if (c == '.' || c == '_')
            run->dots++;
        else if (c == 0x2026)
            run->dots += 3;
        else if (c != ' ' || run->dots == 0)
            break;
        at += (guint32)(g_utf8_next_char(block->text + at) - (block->text + at));
        if (c != ' ')
            run->end = at;
    }
    return run->dots >= 3;
}

static gboolean word_ends_at(const char *text, guint32 end, const char *word)
{
    gsize length = strlen(word);

    return end >= length && strncmp(text + end - length, word, length) == 0 &&
           (end == length || !g_unichar_isalpha(g_utf8_get_char(g_utf8_prev_char(text + end - length))));
}

/* Words that a number or name must follow. */
static gboolean asks_for_filling(const Block *block, guint32 end)
{
    static const char *const words[] = {"ngày", "tháng", "năm", "số",   "Số",
                                        "Ngày", "Tháng", "Năm", "Điều", "khoản"};

    for (gboolean passing = TRUE; passing && end > 0;) {
        const char *before = g_utf8_prev_char(block->text + end);
        passing = *before == ':' || g_unichar_isspace(g_utf8_get_char(before));
        end = passing ? (guint32)(before - block->text) : end;
    }
    if (word_ends_at(block->text, end, "20") || word_ends_at(block->text, end, "19"))
        return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(words); i++)
        if (word_ends_at(block->text, end, words[i]))
            return TRUE;
    return FALSE;
}

static gboolean is_line_end(const Block *block, guint32 at)
{
    return at >= block->length || block->text[at] == '\n' || block->text[at] == '\t';
}

static gboolean run_is_blank(const Block *block, const Run *run)
{
    const char *text = block->text;
    guint32 after = run->end, before = run->start;

    while (after < block->length && text[after] == ' ')
        after++;
    while (before > 0 && text[before - 1] == ' ')
        before--;
    gboolean opens = before == 0 || text[before - 1] == '\n' || text[before - 1] == '\t';
    if (opens && is_line_end(block, after))
        return FALSE; /* a drawn line */
    if (asks_for_filling(block, run->start))
        return TRUE;
    if (text[run->start] == '_')
        return TRUE;
    if (after < block->length && text[after] == '/' && text[after + 1] != '.')
        return !opens;
    gboolean ends = is_line_end(block, after) || strchr(";.,)!?/\"", text[after]) != NULL ||
                    g_unichar_isupper(g_utf8_get_char(text + after)) || g_str_has_prefix(text + after, "”");
    gboolean behind_colon = before > 0 && text[before - 1] == ':';
    if (behind_colon)
        return run->dots >= BLANK_DOTS;
    return run->dots >= (ends ? MOST_ELLIPSIS_DOTS + 1 : BLANK_DOTS);
}

/* "[tên đơn vị]", "<tên trường>": brackets around words; "[1]" is a note. */
static guint32 bracket_end(const Block *block, guint32 at)
{
    char close = block->text[at] == '[' ? ']' : '>';
    const char *end = memchr(block->text + at, close, MIN(block->length - at, LONGEST_BRACKET));
    guint letters = 0;

    if (!end)
        return 0;
    for (const char *p = block->text + at + 1; p < end; p = g_utf8_next_char(p)) {
        gunichar c = g_utf8_get_char(p);
        if (c == '\n' || c == '=' || c == '@')
            return 0;
        letters += g_unichar_isalpha(c);
    }
    return letters >= 3 ? (guint32)(end + 1 - block->text) : 0;
}

static gboolean is_x(char c)
{
    return c == 'x' || c == 'X';
}

/* "XX/QĐ-…", "20XX", "XXX", "xx/xx/20xx": an X for each letter or digit that is wanted. XX alone is a
 * numeral. */
static guint32 crosses_end(const Block *block, guint32 at)
{
    const char *text = block->text;
    guint32 end = at;
    gboolean after_digits = at >= 2 && g_ascii_isdigit(text[at - 1]) && g_ascii_isdigit(text[at - 2]);

    if (at > 0 && is_x(text[at - 1]))
        return 0;
    while (end < block->length && is_x(text[end]))
        end++;
    if (end - at < 2 || (end < block->length && (g_ascii_isalnum(text[end]) || (guchar)text[end] >= 0x80)))
        return 0;
    gboolean slash = end < block->length && text[end] == '/' && text[end + 1] != '.';
    gboolean behind_slash = at > 0 && text[at - 1] == '/';
    if (at > 0 && !after_digits && !behind_slash && !strchr(" :\n\t(“\"", text[at - 1]))
        return 0;
    return after_digits || slash || behind_slash || (end - at == 3 && g_ascii_isupper(text[at])) ? end : 0;
}

/* The byte after white space of any kind; *width: how many characters it was. */
static guint32 pass_space(const Block *block, guint32 at, guint *width)
{
    for (*width = 0; at < block->length; (*width)++) {
        gunichar c = g_utf8_get_char(block->text + at);
        if (!g_unichar_isspace(c) || c == '\n')
            break;
        at = (guint32)(g_utf8_next_char(block->text + at) - block->text);
    }
    return at;
}

/* A number left out by spaces: "ngày   tháng   năm" (but "ngày tháng năm sinh" has single ones), "tháng năm
 * 2024", "số    /QĐ-TH", "ngày   /   /2024". */
static guint32 gap_end(const Block *block, guint32 at)
{
    static const struct {
        const char *word, *next;
    } pairs[] = {{"ngày", "tháng"}, {"tháng", "năm"}, {"ngày", "/"}, {"số", "/"}, {"Số", "/"}};
    const char *text = block->text;
    guint width, ignored;

    if (at > 0 && !g_ascii_isspace(text[at - 1]) && text[at - 1] != '(' && text[at - 1] != ',')
        return 0;
    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++) {
        if (text[at] != *pairs[i].word || !g_str_has_prefix(text + at, pairs[i].word))
            continue;
        guint32 after = at + (guint32)strlen(pairs[i].word);
        guint32 next = pass_space(block, text[after] == ':' ? after + 1 : after, &width);
        if (!g_str_has_prefix(text + next, pairs[i].next))
            continue;
        guint32 end = next + (guint32)strlen(pairs[i].next);
        guint32 behind = pass_space(block, end, &ignored);
        gboolean slash = *pairs[i].next == '/';
        gboolean date = *pairs[i].word == 'n' && (g_ascii_isdigit(text[behind]) || text[behind] == '/');
        gboolean symbol = *pairs[i].word != 'n' && g_unichar_isupper(g_utf8_get_char(text + behind));
        if (slash ? width >= 1 && (date || symbol) : width >= 2)
            return end;
    }
    return 0;
}

/* The end of the blank that begins at the byte, or 0. */
static guint32 blank_end(const Block *block, guint32 at, guint32 *passed)
{
    Run run;

    *passed = 0;
    switch (block->text[at]) {
    case '\xE2': /* the first byte of '…' */
        if (!g_str_has_prefix(block->text + at, "…"))
            return 0;
        G_GNUC_FALLTHROUGH;
    case '.':
    case '_': {
        gboolean is_run = run_read(block, at, &run);
        *passed = run.end;
        return is_run && run_is_blank(block, &run) ? run.end : 0;
    }
    case '[':
    case '<':
        return bracket_end(block, at);
    case 'x':
    case 'X':
        return crosses_end(block, at);
    case 'n':
    case 't':
    case 's':
    case 'S':
        return gap_end(block, at);
    default:
        return 0;
    }
}

/* The first bytes that blank_end() knows, and the end: most of a text is passed over by them. */
static const guint8 may_begin[256] = {
    ['\0'] = TRUE, [0xE2] = TRUE, ['.'] = TRUE, ['_'] = TRUE, ['['] = TRUE, ['<'] = TRUE,
    ['x'] = TRUE,  ['X'] = TRUE,  ['n'] = TRUE, ['t'] = TRUE, ['s'] = TRUE, ['S'] = TRUE,
};

/* Byte by byte: none but the first of a character begins a blank. */
static gboolean find_blank(const Block *block, guint32 *start, guint32 *end)
{
    const char *text = block->text;
    for (guint32 at = 0; at < block->length;) {
        guint32 passed;
        while (!may_begin[(guchar)text[at]])
            at++;
        if (at >= block->length)
            return FALSE;
        *end = blank_end(block, at, &passed);
        if (*end) {
            *start = at;
            return TRUE;
        }
        at = MAX(at + 1, passed);
    }
    return FALSE;
}

/* The regulation, its front, and the decision; what check_front() reports is left to it. */
static gboolean is_searched(const Consistency *audit, guint index)
{
    const FrontMatter *front = audit->front;
    const Outline *outline = audit->view->outline;
    guint8 proof = audit->context->blocks[index].proof;
    const Block *block = consistency_block(audit, index);

    if (block->layer != LAYER_BODY || block->place == PLACE_CONTENTS)
        return FALSE;
    if ((index == front->number_block && !front->number) || (index == front->date_block && !front->issued))
        return FALSE;
    if (outline_division(outline, outline->division_of[index])->level == DIVISION_ROOT &&
        index == front->signer_block)
        return FALSE;
    return proof == PLACE_COUNTS || proof == PLACE_MENTION || proof == PLACE_FRONT || proof == PLACE_DECISION;
}

static Finding *blank_finding(Consistency *audit, Finding *finding)
{
    return finding ? finding
                   : consistency_add(
                         audit, "placeholder", STATUS_PARTIAL,
                         bilingual_of(N_("Còn chỗ trống của mẫu chưa điền")),
                         bilingual_of(N_("Điền nội dung cụ thể của đơn vị, hoặc bỏ nếu không dùng đến.")));
}

/* "(ghi rõ tên đơn vị)": the words of a template in round brackets. */
static Finding *check_instructions(Consistency *audit, Finding *finding)
{
    const AuditView *view = audit->view;

    for (guint i = 0; i < audit->words->blanks->len; i++) {
        guint count;
        const Match *matches = view_matches(view, g_array_index(audit->words->blanks, guint, i), &count);
        for (guint k = 0; k < count && !consistency_is_late(audit); k++) {
            const TextUnit *unit = view_unit_of_match(view, &matches[k]);
            const Word *first = words_at(view->words, matches[k].first);
            if (unit->kind != UNIT_BLOCK || !is_searched(audit, unit->index) ||
                !(first->flags & WORD_AFTER_PAREN))
                continue;
            finding = blank_finding(audit, finding);
            consistency_quote(audit, finding, unit->index, first->start - unit->offset,
                              words_at(view->words, matches[k].end - 1)->end - unit->offset);
        }
    }
    return finding;
}

void check_blanks(Consistency *audit)
{
    Finding *finding = NULL;

    for (guint i = 0; i < audit->view->outline->document->blocks->len && !consistency_is_late(audit); i++) {
        guint32 start, end;
        if (!is_searched(audit, i) || !find_blank(consistency_block(audit, i), &start, &end))
            continue;
        finding = blank_finding(audit, finding);
        consistency_quote(audit, finding, i, start, end);
    }
    check_instructions(audit, finding);
}
