/* The letterhead, in a table of two columns or in plain paragraphs. The names of the bodies stand left of the
 * national motto or above the title; the bold one issues the text. */
#include "document/letterhead.h"

#include <string.h>

#include "text/fold.h"

#define DATE_LINE_BYTES 160

/* Names of places go on with the body named before them: "ỦY BAN NHÂN DÂN" / "XÃ A". */
static const char *const place_words[] = {"xa ",   "phuong ",    "thi tran ", "huyen ", "quan ",
                                          "tinh ", "thanh pho ", "thi xa ",   "tp ",    "tp."};

/* -- Issuing body -- */

static gboolean is_motto_side(const Piece *piece)
{
    return piece->line.phrase == PHRASE_NATION || piece->line.phrase == PHRASE_MOTTO;
}

/* "CỘNG HÒA …" after a single space or two on the line of the body. */
static gboolean holds_nation(const Piece *piece)
{
    g_autofree char *folded = piece_folded(piece);
    return strstr(folded, "cong hoa xa hoi chu nghia") || strstr(folded, "doc lap - tu do");
}

static gboolean ends_letterhead(const Piece *piece)
{
    switch (piece->line.phrase) {
    case PHRASE_DECISION:
    case PHRASE_ENACTS:
    case PHRASE_REGULATION:
    case PHRASE_LAW:
    case PHRASE_OTHER_KIND:
    case PHRASE_BASIS:
    case PHRASE_ISSUED_WITH:
    case PHRASE_OFFICE:
    case PHRASE_AUTHORITY:
        return TRUE;
    default:
        return FALSE;
    }
}

static gboolean is_body_line(const Piece *piece, guint motto_column)
{
    if (is_motto_side(piece) || piece->line.phrase == PHRASE_NUMBER ||
        piece->line.phrase == PHRASE_ACT_NUMBER)
        return FALSE;
    if (piece->column >= motto_column || piece->line.mark.style != STYLE_NONE)
        return FALSE;
    return piece->line.capitals && !holds_nation(piece);
}

static gboolean starts_with_place(const Piece *piece)
{
    g_autofree char *folded = piece_folded(piece);
    for (guint i = 0; i < G_N_ELEMENTS(place_words); i++) {
        if (g_str_has_prefix(folded, place_words[i]))
            return TRUE;
    }
    return FALSE;
}

static gboolean opens_body(const Piece *piece, const Piece *before)
{
    if (piece->line.bold && !before->line.bold)
        return TRUE;
    const gboolean named = piece->line.phrase == PHRASE_BODY || piece->line.phrase == PHRASE_STATE;
    return named && !starts_with_place(piece);
}

static void append_name(char **name, const char *more)
{
    char *joined = *name ? g_strconcat(*name, " ", more, NULL) : g_strdup(more);
    g_free(*name);
    *name = joined;
}

/* Column the motto stands in; G_MAXUINT when it stands in none of its own. */
static guint find_motto_column(const GArray *pieces)
{
    for (guint i = 0; i < pieces->len; i++) {
        const Piece *piece = piece_at(pieces, i);
        if (is_motto_side(piece) && piece->column > 0)
            return piece->column;
    }
    return G_MAXUINT;
}

static void read_bodies(const GArray *pieces, FrontMatter *front)
{
    const guint motto_column = find_motto_column(pieces);
    const Piece *before = NULL;
    for (guint i = 0; i < pieces->len && !ends_letterhead(piece_at(pieces, i)); i++) {
        const Piece *piece = piece_at(pieces, i);
        if (!is_body_line(piece, motto_column))
            continue;
        if (!before && piece->line.phrase != PHRASE_BODY && piece->line.phrase != PHRASE_STATE &&
            motto_column == G_MAXUINT)
            continue;
        g_autofree char *text = piece_text(piece);
        if (before && opens_body(piece, before)) {
            g_free(front->parent);
            front->parent = g_steal_pointer(&front->unit);
        }
        append_name(&front->unit, text);
        front->unit_block = piece->block;
        before = piece;
    }
}

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

/* at: just after "Số". */
static void parse_number(const char *at, const char *end, FrontMatter *front)
{
    while (at < end &&
           (*at == ':' || *at == '.' || skip_blanks(at, end) > at || g_utf8_get_char(at) == 0x2026))
        at = skip_blanks(at, end) > at ? skip_blanks(at, end) : g_utf8_next_char(at);
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
        read_bodies(pieces, front);
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
