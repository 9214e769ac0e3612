/* Titles and bodies. Formatting tells most of them apart (bold to the end of the title); plain text is judged
 * by length, final punctuation, and whether the words read as a name or as a sentence. */
#include "document/titles.h"

#include <string.h>

#include "text/fold.h"

#define ARTICLE_TITLE_BYTES 260
#define ARTICLE_TITLE_WORDS 40
#define BOLD_TITLE_WORDS 60
#define CLAUSE_TITLE_BYTES 160
#define LONE_TITLE_WORDS 10 /* of an article of one line: what is longer is its rule, not its title … */
#define LONE_BOLD_TITLE_WORDS 25 /* … and when it is bold */
#define CHAPTER_TITLE_LINES 4
#define RUN_IN_TITLE_WORDS 16
#define LEAD_IN_TITLE_WORDS 12
#define RUN_ON_TITLE_WORDS                                                                                   \
    7 /* before a colon that a small letter follows, unless it opens as a name does                          \
       */

/* Words that make a sentence of a line, unless it opens as a name does. */
static const char *const sentence_words[] = {
    " co trach nhiem", " chiu trach nhiem", " phai ",        " duoc ",   " co hieu luc",
    " gom ",           " bao gom ",         " nay qui dinh", " can cu ", " co quyen ",
    " thuc hien ",     " to chuc ",         " la ",          " giao ",   " ban hanh kem theo",
    " sau day",        " nhu sau",          " ke tu ngay ",
};

static const char *const name_openings[] = {
    "nhung ",           "cac ",       "noi dung",   "hinh thuc", "trach nhiem", "quyen ",
    "quyen,",           "nghia vu",   "nhiem vu",   "pham vi",   "doi tuong",   "nguyen tac",
    "muc dich",         "thoi gian",  "thoi diem",  "viec ",     "quan he",     "moi quan he",
    "qui trinh",        "trinh tu",   "thu tuc",    "hieu luc",  "dieu khoan",  "to chuc thuc hien",
    "to chuc hoi nghi", "thanh phan", "giai thich", "muc tieu",  "yeu cau",     "cong tac",
    "che do",           "ban ",       "hoi nghi",   "doi thoai", "khen thuong", "xu li",
};

static gboolean is_final(gunichar c)
{
    return c == '.' || c == 0x2026 || c == ';' || c == ',' || c == '!' || c == '?';
}

static guint count_words(const char *folded)
{
    guint words = 0;
    for (const char *at = folded; *at; at++)
        words += *at == ' ';
    return words + 1;
}

static gboolean opens_as_name(const char *folded)
{
    for (guint i = 0; i < G_N_ELEMENTS(name_openings); i++)
        if (g_str_has_prefix(folded, name_openings[i]))
            return TRUE;
    return FALSE;
}

static gboolean reads_as_name(const char *folded)
{
    if (opens_as_name(folded))
        return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(sentence_words); i++) {
        if (strstr(folded, sentence_words[i]))
            return FALSE;
    }
    return TRUE;
}

static gboolean is_name(const char *text, gsize length, guint most_words)
{
    Folded folded;
    text_fold(text, (gssize)length, FOLD_BARE, FALSE, &folded);
    const gboolean name = count_words(folded.text) <= most_words && reads_as_name(folded.text) &&
                          !strstr(folded.text, " sau day") && !g_str_has_suffix(folded.text, " sau");
    folded_clear(&folded);
    return name;
}

/* The title as one line, without punctuation at its ends. */
static char *clean_title(const char *text, gsize length)
{
    char *title = one_line(text, length);
    if (!title)
        return NULL;
    gsize end = strlen(title);
    while (end > 0 && strchr(" .:;,-", title[end - 1]) && !g_str_has_suffix(title, "..."))
        title[--end] = '\0';
    if (end == 0)
        g_clear_pointer(&title, g_free);
    return title;
}

static guint32 skip_separators(const char *text, guint32 start, guint32 length)
{
    guint32 at = skip_space(text, start, length);
    while (at < length && strchr(".:-", text[at])) {
        at++;
        at = skip_space(text, at, length);
    }
    return at;
}

static void set_title(HeadingText *out, const Block *block, guint32 from, guint32 to, guint32 end)
{
    out->title = clean_title(block->text + from, to - from);
    const guint32 body = skip_separators(block->text, to, block->length);
    out->body_offset = body >= end ? block->length : body;
}

/* -- Titles on the lines after the number -- */

static gboolean is_title_line(const Document *document, const Line *line)
{
    const Block *block = document_block(document, line->block);
    if (line->mark.style != STYLE_NONE || line->end > ARTICLE_TITLE_BYTES)
        return FALSE;
    return line->phrase != PHRASE_RECIPIENTS && line->phrase != PHRASE_BASIS && block->text[0] != '(';
}

static gboolean is_formatted(const Line *line)
{
    return line->capitals || line->bold || line->centred;
}

static gboolean same_format(const Line *one, const Line *other)
{
    return one->capitals == other->capitals && one->bold == other->bold && one->centred == other->centred &&
           is_formatted(one);
}

static void append_title(HeadingText *out, const Document *document, const GArray *lines, guint line)
{
    const Block *block = document_block(document, line_at(lines, line)->block);
    g_autofree char *more = clean_title(block->text, line_at(lines, line)->end);
    char *joined = out->title && more ? g_strconcat(out->title, " ", more, NULL) : g_strdup(more);
    g_free(out->title);
    out->title = joined;
    out->last_line = line;
    out->body_offset = block->length;
}

/* A plain line below "Chương II" is its title when it is short and something numbered follows. */
static gboolean is_plain_title(const GArray *lines, guint line, guint end)
{
    const Line *self = line_at(lines, line);
    const guint next = lines_next(lines, line, end);
    return !is_final(self->last) && next < end && line_at(lines, next)->mark.style != STYLE_NONE;
}

static gboolean is_first_title_line(const Document *document, const GArray *lines, guint line, guint end)
{
    return is_title_line(document, line_at(lines, line)) &&
           (is_formatted(line_at(lines, line)) || is_plain_title(lines, line, end));
}

static void append_following_lines(const Document *document, const GArray *lines, guint end, HeadingText *out,
                                   const Line *first)
{
    for (guint i = 0; i < CHAPTER_TITLE_LINES; i++) {
        const guint next = lines_next(lines, out->last_line, end);
        if (next >= end || !is_title_line(document, line_at(lines, next)) ||
            is_final(line_at(lines, out->last_line)->last))
            return;
        if (!same_format(first, line_at(lines, next)) || !line_at(lines, next)->capitals)
            return;
        append_title(out, document, lines, next);
    }
}

void title_of_chapter(const Document *document, const GArray *lines, guint line, guint end, HeadingText *out)
{
    const Line *self = line_at(lines, line);
    const Block *block = document_block(document, self->block);
    *out = (HeadingText){.last_line = line, .body_offset = block->length};
    if (self->mark.after < self->end) {
        out->title = clean_title(block->text + self->mark.after, self->end - self->mark.after);
        append_following_lines(document, lines, end, out, self);
        return;
    }
    const guint next = lines_next(lines, line, end);
    if (next >= end || !is_first_title_line(document, lines, next, end))
        return;
    append_title(out, document, lines, next);
    append_following_lines(document, lines, end, out, line_at(lines, next));
}

/* -- Titles on the line of the number -- */

/* Bold to somewhere within the line: the title ends there, unless only the number is bold. */
static gboolean take_bold_title(const Block *block, const Line *line, HeadingText *out)
{
    const guint32 after = line->mark.after;
    if (block->bold_prefix <= after || block->bold_prefix >= line->end)
        return FALSE;
    g_autofree char *title = clean_title(block->text + after, block->bold_prefix - after);
    if (!title || g_utf8_strlen(title, -1) < 3)
        return FALSE;
    set_title(out, block, after, block->bold_prefix, line->end);
    return TRUE;
}

/* End of the first sentence: a period before a space and a capital, a colon, or a line break. */
static guint32 find_boundary(const Block *block, guint32 from, guint32 end)
{
    for (guint32 at = from; at + 1 < end; at++) {
        const char c = block->text[at];
        if (c == '\n')
            return at;
        if (c == ':' && !g_ascii_isdigit(block->text[at + 1])) /* not the colon of "7:30" */
            return at;
        if (c != '.')
            continue;
        const guint32 next = skip_space(block->text, at + 1, end);
        const gunichar start = next < end ? g_utf8_get_char(block->text + next) : 0;
        if (next > at + 1 && (g_unichar_isupper(start) || start == '-' || start == '1'))
            return at;
    }
    return end;
}

/* How long a title may be that a boundary ends. */
static guint most_title_words(const Block *block, guint32 from, guint32 boundary)
{
    if (block->text[boundary] != ':')
        return RUN_IN_TITLE_WORDS;
    const guint32 next = skip_space(block->text, boundary + 1, block->length);
    g_autofree char *folded = text_folded(block->text + from, FOLD_BARE);
    if (next < block->length && g_unichar_islower(g_utf8_get_char(block->text + next)) &&
        !opens_as_name(folded))
        return RUN_ON_TITLE_WORDS;
    return LEAD_IN_TITLE_WORDS;
}

static gboolean take_run_in_title(const Block *block, const Line *line, HeadingText *out)
{
    const guint32 after = line->mark.after;
    const guint32 boundary = find_boundary(block, after, line->end);
    if (boundary >= line->end)
        return FALSE;
    const guint most = most_title_words(block, after, boundary);
    const gboolean broken = block->text[boundary] == '\n';
    const char before = boundary > after ? block->text[boundary - 1] : '.';
    if (broken ? strchr(".;,", before) != NULL : !is_name(block->text + after, boundary - after, most))
        return FALSE;
    set_title(out, block, after, boundary, line->end);
    return out->title != NULL;
}

/* Whether an article is one line: the next line opens another division or the signature, or there is none. */
static gboolean stands_alone(const GArray *lines, guint line, guint end)
{
    const guint next = lines_next(lines, line, end);
    return next >= end || mark_is_word(line_at(lines, next)->mark.style) ||
           line_is_signature(line_at(lines, next));
}

static gboolean is_whole_title(const Block *block, const Line *line, gboolean alone)
{
    const guint32 after = line->mark.after;
    const guint32 length = line->end - after;
    const char *rest = block->text + after;
    if (block->bold_prefix >= line->end) {
        g_autofree char *folded = text_folded(block->text + after, FOLD_BARE);
        return alone ? count_words(folded) <= LONE_BOLD_TITLE_WORDS && reads_as_name(folded)
                     : count_words(folded) <= BOLD_TITLE_WORDS;
    }
    if (line->last == ':')
        return is_name(rest, length, LEAD_IN_TITLE_WORDS);
    if (is_final(line->last))
        return line->last == '.' && is_name(rest, length, RUN_IN_TITLE_WORDS);
    return line->capitals || is_name(rest, length, alone ? LONE_TITLE_WORDS : ARTICLE_TITLE_WORDS);
}

/* "Điều 5. 1. Hiệu trưởng …" */
static gboolean opens_with_clause(const Block *block, const Line *line)
{
    if (block->text[line->mark.after] != '1')
        return FALSE;
    Mark mark;
    mark_read_text(block->text + line->mark.after, block->length - line->mark.after, &mark);
    return mark.style == STYLE_DECIMAL && mark.ordinal == 1;
}

void title_of_article(const Document *document, const GArray *lines, guint line, guint end, HeadingText *out)
{
    const Line *self = line_at(lines, line);
    const Block *block = document_block(document, self->block);
    *out = (HeadingText){.last_line = line, .body_offset = self->mark.after};
    if (self->mark.after >= self->end) {
        const guint next = lines_next(lines, line, end);
        out->body_offset = block->length;
        if (next < end && is_title_line(document, line_at(lines, next)) &&
            !is_final(line_at(lines, next)->last) &&
            (is_formatted(line_at(lines, next)) || line_at(lines, next)->end < CLAUSE_TITLE_BYTES))
            append_title(out, document, lines, next);
        return;
    }
    if (opens_with_clause(block, self))
        return;
    if (take_bold_title(block, self, out) || take_run_in_title(block, self, out))
        return;
    if (is_whole_title(block, self, stands_alone(lines, line, end)))
        set_title(out, block, self->mark.after, self->end, self->end);
}

/* -- Clauses -- */

/* Something deeper or plain follows: the line stands over it as a title does. */
static gboolean stands_over(const GArray *lines, guint line, guint end)
{
    const guint next = lines_next(lines, line, end);
    if (next >= end)
        return FALSE;
    const Line *self = line_at(lines, line);
    const Line *below = line_at(lines, next);
    if (below->mark.style == STYLE_NONE)
        return below->phrase == PHRASE_NONE || below->phrase == PHRASE_IMPLEMENTS;
    if (below->mark.alternative == STYLE_LOWER_ROMAN && below->mark.alternative_ordinal == 1)
        return self->mark.style == STYLE_LETTER && self->mark.ordinal + 1 != below->mark.ordinal;
    if (below->mark.style == self->mark.style)
        return self->mark.style == STYLE_MULTI && below->mark.depth > self->mark.depth;
    return below->mark.style > self->mark.style;
}

void title_of_clause(const Document *document, const GArray *lines, guint line, guint end, HeadingText *out)
{
    const Line *self = line_at(lines, line);
    const Block *block = document_block(document, self->block);
    *out = (HeadingText){.last_line = line, .body_offset = self->mark.after};
    if (self->mark.after >= self->end) {
        out->body_offset = block->length;
        return;
    }
    if (take_bold_title(block, self, out))
        return;
    /* "III. Hình thức: dán tại …": such a line stands in the place of an article */
    const gboolean article_like = self->mark.style == STYLE_ROMAN || self->mark.style == STYLE_UPPER_LETTER;
    const gboolean alone = !stands_over(lines, line, end) || stands_alone(lines, line, end);
    if (article_like && take_run_in_title(block, self, out))
        return;
    const guint32 length = self->end - self->mark.after;
    const gboolean marked = self->bold || self->capitals;
    if (article_like && marked && alone && !is_whole_title(block, self, TRUE))
        return;
    if (length > (marked ? ARTICLE_TITLE_BYTES : CLAUSE_TITLE_BYTES) || memchr(block->text, '\n', self->end))
        return;
    if (marked ? self->last == ';' : is_final(self->last) || !stands_over(lines, line, end))
        return;
    if (!marked && self->last == ':' && !is_name(block->text + self->mark.after, length, LEAD_IN_TITLE_WORDS))
        return;
    set_title(out, block, self->mark.after, self->end, self->end);
}
