/* The numbers that lines open with, typed or automatic. A word (Điều, Chương …) is compared on folded text,
 * so that case, marks and no-break spaces do not matter; the number itself is read from the original. */
#include "document/headings.h"

#include <string.h>

#include "document/ordinals.h"
#include "text/fold.h"
#include "text/letters.h"

/* A place and its day, in bytes. */
#define LONGEST_PLACE 100
/* Long enough for "Tiểu mục XVIII" in decomposed letters with stray spaces. */
#define WORD_BYTES 48

/* -- Lines that a word announces -- */

typedef struct {
    const char *word; /* folded, with the space that follows */
    MarkStyle style;
} WordStyle;

static const WordStyle word_styles[] = {
    {"dieu ", STYLE_ARTICLE}, {"chuong ", STYLE_CHAPTER},      {"muc ", STYLE_SECTION},
    {"phan ", STYLE_PART},    {"tieu muc ", STYLE_SUBSECTION}, {"khoan ", STYLE_DECIMAL},
};

/* "Phần thứ nhất", "Điều thứ 5" */
static const char *const spelled_numbers[] = {"nhat ", "hai ", "ba ",  "tu ",   "nam ",
                                              "sau ",  "bay ", "tam ", "chin ", "muoi "};

/* A reference goes on like this; a heading does not. */
static const char *const reference_words[] = {
    "cua ", "va ",    "den ",  "nay ",     "hoac ",    "chuong ",  "dieu ", "muc ",  "phan ",     "khoan ",
    "tai ", "thuoc ", "theo ", "noi tren", "neu tren", "tren day", "diem ", "duoc ", "quy dinh ", "qui dinh ",
};

/* … and so does the name of an act when a number, a year or "này" follows. */
static const char *const act_words[] = {"qui che ",    "luat ",     "bo luat ",   "nghi dinh ",
                                        "quyet dinh ", "thong tu ", "phap lenh ", "hien phap ",
                                        "nghi quyet ", "qui dinh ", "dieu le ",   "noi qui "};

static gboolean starts_with_any(const char *text, const char *const *words, guint count)
{
    for (guint i = 0; i < count; i++) {
        if (g_str_has_prefix(text, words[i]))
            return TRUE;
    }
    return FALSE;
}

static gboolean cites_act(const char *folded)
{
    for (guint i = 0; i < G_N_ELEMENTS(act_words); i++) {
        if (!g_str_has_prefix(folded, act_words[i]))
            continue;
        const char *rest = folded + strlen(act_words[i]);
        return g_str_has_prefix(rest, "nay") || g_str_has_prefix(rest, "so ") ||
               g_str_has_prefix(rest, "cua ") || g_str_has_prefix(rest, "nam ") || g_ascii_isdigit(*rest) ||
               strstr(rest, " nay") != NULL || strstr(rest, " so ") != NULL;
    }
    return FALSE;
}

/* TRUE when what follows a number reads on as a reference to it ("Điều 46 của Luật này"). */
static gboolean continues_reference(Span span, guint32 at)
{
    Folded rest;
    text_fold(span.text + at, MIN(span.length - at, 64), FOLD_BARE, FALSE, &rest);
    const gboolean reference = (!span_starts_upper(span, at) &&
                                starts_with_any(rest.text, reference_words, G_N_ELEMENTS(reference_words))) ||
                               starts_with_any(rest.text, reference_words + 5, 4) || cites_act(rest.text);
    folded_clear(&rest);
    return reference;
}

static char delimiter_at(Span span, guint32 at)
{
    const gunichar c = span_char(span, at);
    if (c != 0 && c < 0x80 && strchr(".:/),-;", (int)c) != NULL)
        return (char)c;
    return c == 0x2013 || c == 0x2014 ? '-' : '\0';
}

/* Reads what stands after the number of a word mark; FALSE when it is a reference in a sentence. */
static gboolean read_after_word(Span span, guint32 at, Mark *mark)
{
    const gboolean line_break = at < span.length && memchr(span.text + at, '\n', MIN(3, span.length - at));
    guint32 rest = skip_space(span.text, at, span.length);
    mark->delimiter = delimiter_at(span, rest);
    while (rest < span.length && delimiter_at(span, rest) != '\0')
        rest = skip_space(span.text, span_next(span, rest), span.length);
    mark->after = rest;
    mark->certain = TRUE;
    if (rest == span.length)
        return TRUE;
    if (mark->delimiter == '.' || mark->delimiter == ':' || line_break)
        return TRUE;
    if (mark->delimiter == '\0' && g_ascii_isdigit(span.text[rest]))
        return FALSE;
    if (continues_reference(span, rest))
        return FALSE;
    mark->certain = span_starts_upper(span, rest);
    return mark->certain || mark->delimiter != ',';
}

/* The number after a word: digits (and "5a"), a roman numeral, a capital letter. */
static gboolean read_word_number(Span span, guint32 at, MarkStyle style, Number *number)
{
    if (g_ascii_isdigit(span_char(span, at) < 0x80 ? (char)span_char(span, at) : 'x')) {
        guint32 end = at;
        gint value = 0;
        while (end < span.length && g_ascii_isdigit(span.text[end]) && end - at < 4)
            value = value * 10 + (span.text[end++] - '0');
        number->start = at;
        number->end = end;
        number->ordinal = value;
        const guint32 suffix = end < span.length ? span_next(span, end) : end;
        if (g_unichar_islower(span_char(span, end)) && !is_word_character(span_char(span, suffix)))
            number->end = suffix;
        return value > 0 && end - at < 4;
    }
    if (number_read_roman(span, at, number))
        return TRUE;
    return style != STYLE_ARTICLE && style != STYLE_DECIMAL && number_read_letter(span, at, number) &&
           number->upper && number->components == 1;
}

static gboolean read_spelled_number(const Folded *folded, guint32 at, Number *number)
{
    for (guint i = 0; i < G_N_ELEMENTS(spelled_numbers); i++) {
        const gsize word = strlen(spelled_numbers[i]) - 1;
        const char after =
            strncmp(folded->text + at, spelled_numbers[i], word) == 0 ? folded->text[at + word] : 'x';
        if (after != '\0' && g_ascii_isalnum(after))
            continue;
        number->kind = KIND_SPELLED;
        number->ordinal = (gint)i + 1;
        number->end = folded->origin[at + word];
        return TRUE;
    }
    return FALSE;
}

static const WordStyle *find_word(const char *folded)
{
    for (guint i = 0; i < G_N_ELEMENTS(word_styles); i++) {
        if (g_str_has_prefix(folded, word_styles[i].word))
            return &word_styles[i];
    }
    return NULL;
}

/* "Điều5." with its space lost. */
static const WordStyle *find_glued_word(const char *folded, guint *length)
{
    for (guint i = 0; i < G_N_ELEMENTS(word_styles); i++) {
        *length = (guint)strlen(word_styles[i].word) - 1;
        if (strncmp(folded, word_styles[i].word, *length) == 0 && g_ascii_isdigit(folded[*length]))
            return &word_styles[i];
    }
    return NULL;
}

static gboolean read_word_line(Span span, const Folded *folded, Mark *mark)
{
    const guint32 lead = folded->text[0] == ' ' ? 1 : 0;
    guint word_length = 0;
    const WordStyle *word = find_word(folded->text + lead);
    if (word)
        word_length = (guint)strlen(word->word);
    else if (!(word = find_glued_word(folded->text + lead, &word_length)))
        return FALSE;
    guint32 at = lead + word_length;
    const gboolean ordinal_word = g_str_has_prefix(folded->text + at, "thu ");
    if (ordinal_word)
        at += 4;
    Number number = {0};
    const guint32 original = skip_space(span.text, folded->origin[at], span.length);
    if (!read_word_number(span, original, word->style, &number) &&
        !(ordinal_word && read_spelled_number(folded, at, &number)))
        return FALSE;
    if (number.start == 0)
        number.start = folded->origin[ordinal_word ? at - 4 : at];
    if (!read_after_word(span, number.end, mark))
        return FALSE;
    mark->style = word->style;
    mark->number = span.text + number.start;
    mark->number_length = number.end - number.start;
    mark->ordinal = number.ordinal;
    return word->style != STYLE_DECIMAL || (mark->delimiter != '\0' && mark->delimiter != ',');
}

/* -- Lines that open with a bare number or sign -- */

static MarkStyle sign_style(gunichar c)
{
    if (c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212)
        return STYLE_DASH;
    if (c == '+')
        return STYLE_PLUS;
    if (c == '*')
        return STYLE_STAR;
    const gboolean bullet = c == 0x2022 || c == 0xB7 || c == 0x2023 || c == 0x25E6 || c == 0x2043 ||
                            (c >= 0x25A0 && c <= 0x25FF) || (c >= 0x2700 && c <= 0x27BF) ||
                            (c >= 0x2190 && c <= 0x21FF) || (c >= 0xF000 && c <= 0xF0FF);
    return bullet ? STYLE_DASH : STYLE_NONE;
}

/* A rule drawn with signs ("-----", "***") is no item. */
static gboolean read_sign_line(Span span, guint32 start, Mark *mark)
{
    const MarkStyle style = sign_style(span_char(span, start));
    if (style == STYLE_NONE)
        return FALSE;
    const guint32 end = span_next(span, start);
    const guint32 rest = skip_space(span.text, end, span.length);
    if (rest == span.length || (rest == end && sign_style(span_char(span, rest)) != STYLE_NONE))
        return FALSE;
    mark->style = style;
    mark->certain = TRUE;
    mark->number = span.text + start;
    mark->number_length = end - start;
    mark->after = rest;
    return TRUE;
}

static gboolean read_bare_number(Span span, guint32 at, Number *number)
{
    const gunichar c = span_char(span, at);
    if (c < 0x80 && g_ascii_isdigit((char)c))
        return number_read_digits(span, at, number);
    if (c < 0x80 && roman_digit((char)c) > 0 && !number_read_letter(span, at, number))
        return number_read_roman(span, at, number);
    return number_read_letter(span, at, number);
}

static void set_number_style(const Number *number, gboolean bracketed, Mark *mark)
{
    mark->depth = (guint)number->components;
    switch (number->kind) {
    case KIND_DIGITS:
        mark->style = number->components > 1 ? STYLE_MULTI : bracketed ? STYLE_BRACKETED : STYLE_DECIMAL;
        return;
    case KIND_LETTER:
        mark->style = number->components > 1 ? STYLE_BRACKETED
                      : number->upper        ? STYLE_UPPER_LETTER
                                             : STYLE_LETTER;
        if (number->roman > 0) {
            mark->alternative = number->upper ? STYLE_ROMAN : STYLE_LOWER_ROMAN;
            mark->alternative_ordinal = number->roman;
        }
        return;
    default:
        mark->style = number->upper ? STYLE_ROMAN : STYLE_LOWER_ROMAN;
        return;
    }
}

/* Judges by what follows whether a bare number numbers the line: "1. Nội dung" does, "30 ngày" does not. */
static gboolean read_after_number(Span span, const Number *number, Mark *mark)
{
    guint32 at = skip_space(span.text, number->end, span.length);
    mark->delimiter = delimiter_at(span, at);
    const gboolean multi = number->kind == KIND_DIGITS && number->components > 1;
    if (mark->delimiter == '\0') {
        mark->after = at;
        mark->certain = FALSE;
        return multi && at > number->end && span_starts_upper(span, at);
    }
    const gboolean apart = at > number->end;
    at = span_next(span, at);
    if (at < span.length && delimiter_at(span, at) != '\0')
        at = span_next(span, at); /* "1.-", "a.)" */
    const guint32 rest = skip_space(span.text, at, span.length);
    mark->after = rest;
    const gboolean upper = rest == span.length || span_starts_upper(span, rest);
    mark->certain = upper || (mark->delimiter == ')' && rest > at) ||
                    (rest > at && !apart && (mark->delimiter == '.' || mark->delimiter == '/'));
    if (mark->delimiter == ';' || (!upper && (mark->delimiter == ',' || mark->delimiter == ':')))
        return FALSE;
    if (mark->delimiter == '-')
        return upper && rest < span.length &&
               (number->kind != KIND_LETTER || (number->upper && !apart && rest > at)); /* "B- CÔNG KHAI" */
    if (mark->delimiter == '/' && rest == at && !upper)
        return FALSE;
    if (rest == at && is_word_character(span_char(span, rest)) && !upper)
        return mark->delimiter == ')' || (mark->delimiter == '.' && number->kind == KIND_DIGITS && !multi &&
                                          g_unichar_isalpha(span_char(span, rest)));
    return TRUE;
}

/* Whether a folded text is the rest of a date, behind "ngày": figures, strokes, blanks to fill in, "tháng",
 * "năm". */
static gboolean is_rest_of_date(const char *text)
{
    while (*text != '\0') {
        if (g_str_has_prefix(text, "thang"))
            text += strlen("thang");
        else if (g_str_has_prefix(text, "nam"))
            text += strlen("nam");
        else if ((guchar)*text >= 0x80 || strchr(" ./-_0123456789", *text))
            text++;
        else
            return FALSE;
    }
    return TRUE;
}

/* "Q. Lê Ngô, ngày 09 tháng 10 năm 2023": the short form of a district, ward or commune, and its day. */
static gboolean is_place_in_short(Span span, const Number *number)
{
    static const char comma_and_day[] = ", ngay ";
    if (number->kind != KIND_LETTER || !number->upper || span.length > LONGEST_PLACE)
        return FALSE;
    Folded folded;
    text_fold(span.text, span.length, FOLD_BARE, FALSE, &folded);
    const char *day = strstr(folded.text, comma_and_day);
    const gboolean found = day && is_rest_of_date(day + strlen(comma_and_day));
    folded_clear(&folded);
    return found;
}

static gboolean read_number_line(Span span, guint32 start, Mark *mark)
{
    Number number = {0};
    const gboolean bracketed = span.text[start] == '(';
    if (!read_bare_number(span, start + (bracketed ? 1 : 0), &number))
        return FALSE;
    if (bracketed && span_char(span, number.end) != ')')
        return FALSE;
    if (!read_after_number(span, &number, mark) || is_place_in_short(span, &number))
        return FALSE;
    set_number_style(&number, bracketed, mark);
    mark->number = span.text + number.start;
    mark->number_length = number.end - number.start;
    mark->ordinal = number.ordinal;
    return TRUE;
}

/* -- Lines -- */

/* TRUE when the first two letters can begin one of the words above: most lines are told apart here. */
static gboolean may_open_word_line(Span span, guint32 start)
{
    Letter first;
    Letter second;
    const gunichar c = span_char(span, start);
    const guint32 next = span_next(span, start);
    if (!letter_of(c, &first) || !letter_of(span_char(span, next), &second))
        return FALSE;
    switch (first.bare) {
    case 'd':
    case 't':
        return second.bare == 'i';
    case 'c':
    case 'p':
    case 'k':
        return second.bare == 'h';
    default:
        return first.bare == 'm' && second.bare == 'u';
    }
}

void mark_read_text(const char *text, guint32 length, Mark *mark)
{
    const Span span = {text, length};
    *mark = (Mark){.style = STYLE_NONE};
    const guint32 start = skip_space(text, 0, length);
    if (start == length)
        return;
    gboolean found = FALSE;
    if (may_open_word_line(span, start)) {
        Folded folded;
        text_fold(text, MIN(length, start + WORD_BYTES), FOLD_BARE, TRUE, &folded);
        found = read_word_line(span, &folded, mark);
        folded_clear(&folded);
    }
    if (!found) {
        *mark = (Mark){.style = STYLE_NONE};
        found = read_number_line(span, start, mark);
    }
    if (!found) {
        *mark = (Mark){.style = STYLE_NONE};
        found = read_sign_line(span, start, mark);
    }
    if (!found)
        *mark = (Mark){.style = STYLE_NONE};
}

/* A label is a number by construction, so it needs no proof from what follows it. */
static void read_label(const char *label, Mark *mark)
{
    const guint32 length = (guint32)strlen(label);
    mark_read_text(label, length, mark);
    if (mark->style == STYLE_NONE) {
        const Span span = {label, length};
        Number number = {0};
        const guint32 start = skip_space(label, 0, length);
        if (start == length)
            return;
        const gunichar first = span_char(span, start);
        const guint32 open = first == '(' ? 1 : 0;
        if (read_bare_number(span, start + open, &number) && number.end > start &&
            (first != 'o' || number.end < length)) {
            set_number_style(&number, open > 0, mark);
            mark->delimiter = delimiter_at(span, number.end);
            mark->number = label + number.start;
            mark->number_length = number.end - number.start;
            mark->ordinal = number.ordinal;
        } else if (sign_style(first) != STYLE_NONE || first == 'o' || !g_unichar_isalnum(first)) {
            mark->style = sign_style(first) != STYLE_NONE ? sign_style(first) : STYLE_DASH;
            mark->number = label + start;
            mark->number_length = span_next(span, start) - start;
        }
    }
    mark->after = 0;
    mark->certain = TRUE;
    mark->automatic = mark->style != STYLE_NONE;
}

/* Label and text both carry a number: the same one doubled is one number; a typed word or number is what the
 * reader goes by when the label is a mere bullet or a list number before "Điều 5.". */
static gboolean typed_wins(const Mark *label, const Mark *typed)
{
    if (typed->style == STYLE_NONE || mark_is_bullet(typed->style))
        return FALSE;
    if (mark_is_word(label->style))
        return FALSE;
    return mark_is_word(typed->style) || mark_is_bullet(label->style);
}

static gboolean is_doubled(const Mark *label, const Mark *typed)
{
    return label->style == typed->style && label->ordinal == typed->ordinal;
}

void mark_read(const Block *block, Mark *mark)
{
    mark_read_text(block->text, block->length, mark);
    if (!block->label || !*block->label)
        return;
    Mark label;
    read_label(block->label, &label);
    if (label.style == STYLE_NONE || typed_wins(&label, mark))
        return;
    label.after = is_doubled(&label, mark) ? mark->after : skip_space(block->text, 0, block->length);
    *mark = label;
}
