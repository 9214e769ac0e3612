/* The letterhead, in a table of two columns or in plain paragraphs: number, place and date here, the names of
 * the bodies in bodies.c. */
#include "document/letterhead.h"

#include <string.h>

#include "document/bodies.h"
#include "text/fold.h"

#define DATE_LINE_BYTES 160

/* -- Number -- */

static const char *skip_blanks(const char *at, const char *end)
{
    return at + skip_space(at, 0, (guint32)(end - at));
}

static gboolean ends_symbol(gunichar c)
{
    return c == ',' || c == ';' || c == ')' || c == '(' || c == '.' || c == 0x2026 || g_unichar_isspace(c);
}

static gboolean is_joint(const char *at, const char *end)
{
    if (at >= end)
        return FALSE;
    const gunichar c = g_utf8_get_char(at);
    return c == '-' || c == '/' || c == '&' || c == 0x2013;
}

/* "QĐ-THCS" as far as it goes, over blanks around its hyphens. */
static char *read_symbol(const char *at, const char *end)
{
    g_autoptr(GString) symbol = g_string_new(NULL);
    for (;;) {
        while (at < end && !ends_symbol(g_utf8_get_char(at))) {
            g_string_append_len(symbol, at, g_utf8_next_char(at) - at);
            at = g_utf8_next_char(at);
        }
        const char *next = skip_blanks(at, end);
        if (next == at || !(is_joint(next, end) || (symbol->len > 0 && is_joint(symbol->str + symbol->len - 1,
                                                                                symbol->str + symbol->len))))
            break;
        if (g_ascii_isdigit(next < end ? *next : '0'))
            break;
        at = next;
    }
    return symbol->len > 0 ? g_strdup(symbol->str) : NULL;
}

/* "HR-QC-07/2024", as firms number, is one number: it has no symbol behind a stroke. */
static gboolean parse_code(const char *at, const char *end, FrontMatter *front)
{
    gboolean figures = FALSE;

    while (end > at && g_ascii_isspace(end[-1]))
        end--;
    for (const char *c = at; c < end; c++) {
        figures = figures || g_ascii_isdigit(*c);
        if (g_ascii_isspace(*c))
            return FALSE;
    }
    if (!figures || !g_ascii_isalpha(*at))
        return FALSE;
    if (!front->number && !front->symbol)
        front->number = g_strndup(at, (gsize)(end - at));
    return TRUE;
}

/* at: just after "Số". */
static void parse_number(const char *at, const char *end, FrontMatter *front)
{
    while (at < end &&
           (*at == ':' || *at == '.' || skip_blanks(at, end) > at || g_utf8_get_char(at) == 0x2026))
        at = skip_blanks(at, end) > at ? skip_blanks(at, end) : g_utf8_next_char(at);
    if (parse_code(at, end, front))
        return;
    const char *digits = at;
    while (at < end && (g_ascii_isdigit(*at) || (at > digits && g_ascii_isalpha(*at))))
        at++;
    if (at > digits && !front->number)
        front->number = g_strndup(digits, (gsize)(at - digits));
    at = skip_blanks(at, end);
    while (at < end && (*at == '.' || g_utf8_get_char(at) == 0x2026 || *at == '_'))
        at = skip_blanks(g_utf8_next_char(at), end);
    if (at < end && (*at == '/' || *at == '-') && !front->symbol)
        front->symbol = read_symbol(skip_blanks(at + 1, end), end);
}

/* The byte just after the word "số" in the piece, from byte start of its folded text; -1 when it is not
 * there. */
static gint after_so(const Piece *piece, const char *lead)
{
    Folded folded;
    text_fold(piece->view.text, piece->view.length, FOLD_BARE, TRUE, &folded);
    const char *found = strstr(folded.text, lead);
    const gint offset = found ? (gint)folded.origin[found - folded.text + (gssize)strlen(lead)] : -1;
    folded_clear(&folded);
    return offset;
}

static void read_number(const Piece *piece, const char *lead, FrontMatter *front)
{
    const gint offset = after_so(piece, lead);
    if (offset < 0 || front->has_number_line)
        return;
    front->has_number_line = TRUE;
    front->number_block = piece->block;
    parse_number(piece->view.text + offset, piece->view.text + piece->view.length, front);
}

/* -- Place and date -- */

static const char *skip_filling(const char *at)
{
    while (*at == ' ' || *at == '.' || *at == '_' || *at == ',' || (guchar)*at >= 0x80)
        at++;
    return at;
}

static guint take_digits(const char **at)
{
    guint value = 0;
    for (guint i = 0; i < 4 && g_ascii_isdigit(**at); i++)
        value = value * 10 + (guint)(*(*at)++ - '0');
    return value;
}

static const char *skip_word(const char *at, const char *word)
{
    at = skip_filling(at);
    return g_str_has_prefix(at, word) ? skip_filling(at + strlen(word)) : NULL;
}

static char *iso_date(guint day, guint month, guint year)
{
    const gboolean valid = month >= 1 && month <= 12 && year >= 1945 && year <= 2200 &&
                           g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year);
    return valid ? g_strdup_printf("%04u-%02u-%02u", year, month, day) : NULL;
}

/* at: after "ngày". The date as ISO text, or NULL; *is_date: a date, filled in or left blank, stands there.
 */
static char *parse_date(const char *at, gboolean *is_date)
{
    at = skip_filling(at);
    const guint day = take_digits(&at);
    if (day > 0 && *at != '\0' && strchr("/-.", *at) && g_ascii_isdigit(at[1])) {
        const char separator = *at++;
        const guint month = take_digits(&at);
        *is_date = *at == separator;
        if (!*is_date)
            return NULL;
        at++;
        return iso_date(day, month, take_digits(&at));
    }
    const char *month_at = skip_word(at, "thang");
    *is_date = month_at != NULL;
    if (!month_at)
        return NULL;
    const guint month = take_digits(&month_at);
    const char *year_at = skip_word(month_at, "nam");
    return year_at ? iso_date(day, month, take_digits(&year_at)) : NULL;
}

/* What stands before "ngày": the place, without the comma. */
static char *place_before(const Piece *piece, guint32 offset)
{
    char *place = one_line(piece->view.text, offset);
    if (!place)
        return NULL;
    gsize end = strlen(place);
    while (end > 0 && strchr(" ,.-", place[end - 1]))
        place[--end] = '\0';
    if (end == 0 || !g_unichar_isalpha(g_utf8_get_char(place)) || strpbrk(place, "0123456789/") != NULL)
        g_clear_pointer(&place, g_free);
    return place;
}

static gboolean read_date(const Piece *piece, FrontMatter *front, gboolean with_place)
{
    Folded folded;
    text_fold(piece->view.text, piece->view.length, FOLD_BARE, TRUE, &folded);
    const char *word = strstr(folded.text, "ngay");
    gboolean is_date = FALSE;
    char *date = word ? parse_date(word + 4, &is_date) : NULL;
    if (is_date) {
        front->has_date_line = TRUE;
        front->date_block = piece->block;
        g_free(front->issued);
        front->issued = date;
        if (with_place && !front->place)
            front->place = place_before(piece, folded.origin[word - folded.text]);
    }
    folded_clear(&folded);
    return is_date;
}

static gboolean may_be_date_line(const Piece *piece)
{
    return piece->line.phrase != PHRASE_BASIS && piece->line.phrase != PHRASE_IMPLEMENTS &&
           piece->line.phrase != PHRASE_ISSUED_WITH && piece->view.length <= DATE_LINE_BYTES;
}

void letterhead_read(const GArray *pieces, FrontMatter *front)
{
    const gboolean had_unit = front->unit != NULL;
    if (!had_unit)
        bodies_read(pieces, front);
    gboolean dated = front->issued != NULL;
    for (guint i = 0; i < pieces->len; i++) {
        const Piece *piece = piece_at(pieces, i);
        if (piece->line.phrase == PHRASE_NUMBER)
            read_number(piece, "so", front);
        if (!dated && may_be_date_line(piece))
            dated = read_date(piece, front, TRUE);
    }
}

void issued_with_read(const GArray *pieces, FrontMatter *front)
{
    for (guint i = 0; i < pieces->len; i++) {
        const Piece *piece = piece_at(pieces, i);
        if (piece->line.phrase != PHRASE_ISSUED_WITH)
            continue;
        const Piece *next = i + 1 < pieces->len ? piece_at(pieces, i + 1) : NULL;
        read_number(piece, " so", front);
        if (!front->issued && !read_date(piece, front, FALSE) && next && may_be_date_line(next))
            read_date(next, front, FALSE);
        return;
    }
}
