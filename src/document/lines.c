/* One look at every body line: its shape, its mark, and the stock phrase it opens with. Phrases are compared
 * on folded text; only lines short enough for a layout element, or that open with a capital, are folded. */
#include "document/lines.h"

#include <string.h>

#include "text/fold.h"
#include "text/letters.h"

#define OFFICE_BYTES 120 /* of a signer's office in capitals */

/* Beginning of a line that is compared with phrases, and the longest line that can be a layout element. */
#define PHRASE_BYTES 64
#define LAYOUT_BYTES 300

#define FIRST_LETTERS 8 /* of a line, which tell that it opens with no phrase */

typedef enum {
    SHAPE_ANY,   /* however written */
    SHAPE_CAPS,  /* the phrase itself in capitals */
    SHAPE_TITLE, /* the phrase in capitals, or the line centred or bold */
    SHAPE_WHOLE, /* the line is nothing but the phrase, in capitals, centred or bold */
} Shape;

typedef struct {
    const char *text; /* folded; a trailing space asks for the end of a word */
    Phrase phrase;
    Shape shape;
} PhraseEntry;

/* The first entry that fits wins: longer phrases stand before their beginnings. */
static const PhraseEntry phrases[] = {
    {"can cu ", PHRASE_BASIS, SHAPE_ANY},
    {"can cu:", PHRASE_BASIS, SHAPE_ANY},
    {"cong hoa xa hoi chu nghia", PHRASE_NATION, SHAPE_ANY},
    {"doc lap - tu do", PHRASE_MOTTO, SHAPE_ANY},
    {"doc lap-tu do", PHRASE_MOTTO, SHAPE_ANY},
    {"noi nhan", PHRASE_RECIPIENTS, SHAPE_ANY},
    {"muc luc ", PHRASE_CONTENTS, SHAPE_WHOLE},
    {"phu luc", PHRASE_ANNEX, SHAPE_ANY},
    {"mau so ", PHRASE_ANNEX, SHAPE_ANY},
    {"mau so:", PHRASE_ANNEX, SHAPE_ANY},
    {"bieu mau so ", PHRASE_ANNEX, SHAPE_ANY},
    {"(ban hanh kem theo", PHRASE_ISSUED_WITH, SHAPE_ANY},
    {"(kem theo", PHRASE_ISSUED_WITH, SHAPE_ANY},
    {"( ban hanh kem theo", PHRASE_ISSUED_WITH, SHAPE_ANY},
    {"( kem theo", PHRASE_ISSUED_WITH, SHAPE_ANY},
    {"ban hanh kem theo", PHRASE_ISSUED_WITH, SHAPE_ANY},
    {"so", PHRASE_NUMBER, SHAPE_ANY},
    {"xet de nghi", PHRASE_BASIS, SHAPE_ANY},
    {"xet to trinh", PHRASE_BASIS, SHAPE_ANY},
    {"theo de nghi", PHRASE_BASIS, SHAPE_ANY},
    {"thuc hien ", PHRASE_IMPLEMENTS, SHAPE_ANY},
    {"luat so", PHRASE_ACT_NUMBER, SHAPE_ANY},
    {"nghi dinh so", PHRASE_ACT_NUMBER, SHAPE_ANY},
    {"phap lenh so", PHRASE_ACT_NUMBER, SHAPE_ANY},
    {"thong tu so", PHRASE_ACT_NUMBER, SHAPE_ANY},
    {"quyet dinh :", PHRASE_ENACTS, SHAPE_CAPS},
    {"quyet dinh:", PHRASE_ENACTS, SHAPE_CAPS},
    {"quyet dinh ", PHRASE_DECISION, SHAPE_CAPS},
    {"ban qui che ", PHRASE_REGULATION, SHAPE_CAPS},
    {"ban qui dinh ", PHRASE_REGULATION, SHAPE_CAPS},
    {"du thao qui che ", PHRASE_REGULATION, SHAPE_CAPS},
    {"qui che ", PHRASE_REGULATION, SHAPE_TITLE},
    {"noi qui ", PHRASE_REGULATION, SHAPE_CAPS},
    {"qui dinh ", PHRASE_REGULATION, SHAPE_CAPS},
    {"bo luat ", PHRASE_LAW, SHAPE_CAPS},
    {"luat ", PHRASE_LAW, SHAPE_CAPS},
    {"nghi dinh ", PHRASE_LAW, SHAPE_CAPS},
    {"phap lenh ", PHRASE_LAW, SHAPE_CAPS},
    {"thong tu ", PHRASE_LAW, SHAPE_CAPS},
    {"hien phap ", PHRASE_LAW, SHAPE_CAPS},
    {"qcdc ", PHRASE_REGULATION, SHAPE_CAPS},
    {"ke hoach ", PHRASE_OTHER_KIND, SHAPE_CAPS},
    {"cong van ", PHRASE_OTHER_KIND, SHAPE_CAPS},
    {"phieu ", PHRASE_OTHER_KIND, SHAPE_CAPS},
    {"bang cham diem ", PHRASE_OTHER_KIND, SHAPE_CAPS},
    {"bang tu danh gia ", PHRASE_OTHER_KIND, SHAPE_CAPS},
    {"bao cao ", PHRASE_OTHER_KIND, SHAPE_CAPS},
    {"bien ban ", PHRASE_OTHER_KIND, SHAPE_CAPS},
    {"to trinh ", PHRASE_OTHER_KIND, SHAPE_CAPS},
    {"thong bao ", PHRASE_OTHER_KIND, SHAPE_CAPS},
    {"huong dan ", PHRASE_OTHER_KIND, SHAPE_CAPS},
    {"nghi quyet ", PHRASE_OTHER_KIND, SHAPE_CAPS},
    {"chuong trinh ", PHRASE_OTHER_KIND, SHAPE_CAPS},
    {"huong uoc ", PHRASE_OTHER_KIND, SHAPE_CAPS},
    {"qui uoc ", PHRASE_OTHER_KIND, SHAPE_CAPS},
    {"noi qui ", PHRASE_OTHER_KIND, SHAPE_CAPS},
    {"dieu le ", PHRASE_OTHER_KIND, SHAPE_CAPS},
    {"thoa uoc ", PHRASE_OTHER_KIND, SHAPE_CAPS},
    {"quoc hoi ", PHRASE_STATE, SHAPE_WHOLE},
    {"chinh phu ", PHRASE_STATE, SHAPE_WHOLE},
    {"uy ban thuong vu quoc hoi ", PHRASE_STATE, SHAPE_WHOLE},
    {"tm.", PHRASE_AUTHORITY, SHAPE_ANY},
    {"kt.", PHRASE_AUTHORITY, SHAPE_ANY},
    {"tl.", PHRASE_AUTHORITY, SHAPE_ANY},
    {"tuq.", PHRASE_AUTHORITY, SHAPE_ANY},
    {"q. ", PHRASE_AUTHORITY, SHAPE_ANY},
    {"t/m ", PHRASE_AUTHORITY, SHAPE_ANY},
    {"k/t ", PHRASE_AUTHORITY, SHAPE_ANY},
    {"t/l ", PHRASE_AUTHORITY, SHAPE_ANY},
    {"tm ", PHRASE_AUTHORITY, SHAPE_CAPS},
    {"kt ", PHRASE_AUTHORITY, SHAPE_CAPS},
    {"hieu truong ", PHRASE_OFFICE, SHAPE_CAPS},
    {"pho hieu truong ", PHRASE_OFFICE, SHAPE_CAPS},
    {"giam doc ", PHRASE_OFFICE, SHAPE_CAPS},
    {"pho giam doc ", PHRASE_OFFICE, SHAPE_CAPS},
    {"tong giam doc ", PHRASE_OFFICE, SHAPE_CAPS},
    {"chu tich ", PHRASE_OFFICE, SHAPE_CAPS},
    {"pho chu tich ", PHRASE_OFFICE, SHAPE_CAPS},
    {"bi thu ", PHRASE_OFFICE, SHAPE_CAPS},
    {"thu truong ", PHRASE_OFFICE, SHAPE_CAPS},
    {"bo truong ", PHRASE_OFFICE, SHAPE_CAPS},
    {"cuc truong ", PHRASE_OFFICE, SHAPE_CAPS},
    {"chi cuc truong ", PHRASE_OFFICE, SHAPE_CAPS},
    {"vien truong ", PHRASE_OFFICE, SHAPE_CAPS},
    {"chanh an ", PHRASE_OFFICE, SHAPE_CAPS},
    {"truong phong ", PHRASE_OFFICE, SHAPE_CAPS},
    {"truong ban ", PHRASE_OFFICE, SHAPE_CAPS},
    {"tong cuc truong ", PHRASE_OFFICE, SHAPE_CAPS},
    {"pho cuc truong ", PHRASE_OFFICE, SHAPE_CAPS},
    {"pho chi cuc truong ", PHRASE_OFFICE, SHAPE_CAPS},
    {"vu truong ", PHRASE_OFFICE, SHAPE_CAPS},
    {"pho vien truong ", PHRASE_OFFICE, SHAPE_CAPS},
    {"hat truong ", PHRASE_OFFICE, SHAPE_CAPS},
    {"pho hat truong ", PHRASE_OFFICE, SHAPE_CAPS},
    {"tram truong ", PHRASE_OFFICE, SHAPE_CAPS},
    {"pho tram truong ", PHRASE_OFFICE, SHAPE_CAPS},
    {"truong tram ", PHRASE_OFFICE, SHAPE_CAPS},
    {"pho truong tram ", PHRASE_OFFICE, SHAPE_CAPS},
    {"doi truong ", PHRASE_OFFICE, SHAPE_CAPS},
    {"truong khoa ", PHRASE_OFFICE, SHAPE_CAPS},
    {"pho truong phong ", PHRASE_OFFICE, SHAPE_CAPS},
    {"pho truong ban ", PHRASE_OFFICE, SHAPE_CAPS},
    {"chanh van phong ", PHRASE_OFFICE, SHAPE_CAPS},
    {"chanh thanh tra ", PHRASE_OFFICE, SHAPE_CAPS},
    {"chu nhiem ", PHRASE_OFFICE, SHAPE_CAPS},
    {"pho chu nhiem ", PHRASE_OFFICE, SHAPE_CAPS},
    {"tong bien tap ", PHRASE_OFFICE, SHAPE_CAPS},
    {"nguoi dai dien ", PHRASE_OFFICE, SHAPE_CAPS},
    {"dai dien ", PHRASE_OFFICE, SHAPE_CAPS},
    {"nguoi ki ", PHRASE_OFFICE, SHAPE_CAPS},
    {"ubnd", PHRASE_BODY, SHAPE_CAPS},
    {"hdnd", PHRASE_BODY, SHAPE_CAPS},
    {"uy ban ", PHRASE_BODY, SHAPE_CAPS},
    {"hoi dong ", PHRASE_BODY, SHAPE_CAPS},
    {"truong ", PHRASE_BODY, SHAPE_CAPS},
    {"phong ", PHRASE_BODY, SHAPE_CAPS},
    {"so ", PHRASE_BODY, SHAPE_CAPS},
    {"bo ", PHRASE_BODY, SHAPE_CAPS},
    {"cong ti ", PHRASE_BODY, SHAPE_CAPS},
    {"tong cong ti ", PHRASE_BODY, SHAPE_CAPS},
    {"tap doan ", PHRASE_BODY, SHAPE_CAPS},
    {"benh vien ", PHRASE_BODY, SHAPE_CAPS},
    {"trung tam ", PHRASE_BODY, SHAPE_CAPS},
    {"tram i te ", PHRASE_BODY, SHAPE_CAPS},
    {"cuc ", PHRASE_BODY, SHAPE_CAPS},
    {"chi cuc ", PHRASE_BODY, SHAPE_CAPS},
    {"tong cuc ", PHRASE_BODY, SHAPE_CAPS},
    {"dang uy ", PHRASE_BODY, SHAPE_CAPS},
    {"dang bo ", PHRASE_BODY, SHAPE_CAPS},
    {"cong doan ", PHRASE_BODY, SHAPE_CAPS},
    {"lien doan ", PHRASE_BODY, SHAPE_CAPS},
    {"vien ", PHRASE_BODY, SHAPE_CAPS},
    {"ban ", PHRASE_BODY, SHAPE_CAPS},
    {"toa an ", PHRASE_BODY, SHAPE_CAPS},
    {"dai hoc ", PHRASE_BODY, SHAPE_CAPS},
    {"hoc vien ", PHRASE_BODY, SHAPE_CAPS},
    {"xa ", PHRASE_BODY, SHAPE_CAPS},
    {"phuong ", PHRASE_BODY, SHAPE_CAPS},
    {"huyen ", PHRASE_BODY, SHAPE_CAPS},
    {"tinh ", PHRASE_BODY, SHAPE_CAPS},
    {"thanh pho ", PHRASE_BODY, SHAPE_CAPS},
};

/* -- Shape -- */

/* An ordinary sentence shows a small letter at its second character, so this stops early. */
static gboolean is_capitals(const char *text, guint32 length)
{
    guint letters = 0;
    for (const char *at = text; at < text + length; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);
        if (c < 0x80 ? g_ascii_islower((char)c) : g_unichar_islower(c))
            return FALSE;
        letters += c < 0x80 ? g_ascii_isupper((char)c) : g_unichar_isupper(c);
    }
    return letters >= 2;
}

static void set_end(const Block *block, Line *line)
{
    guint32 end = block->length;
    while (end > 0) {
        const char *last = g_utf8_find_prev_char(block->text, block->text + end);
        const gunichar c = g_utf8_get_char(last);
        if (!g_unichar_isspace(c) && g_unichar_type(c) != G_UNICODE_FORMAT) {
            line->last = c;
            break;
        }
        end = (guint32)(last - block->text);
    }
    line->end = end;
}

/* -- Phrases -- */

/* TRUE when the phrase, count bytes of the folded text from its start, is in capitals in the original. */
static gboolean phrase_in_capitals(const Block *block, const Folded *folded, guint32 start, gsize count)
{
    const guint32 from = folded->origin[start];
    return is_capitals(block->text + from, folded->origin[MIN(start + count, folded->length)] - from);
}

/* "HR-QC-07/2024" alone: letters, a hyphen, and figures somewhere behind it. */
static gboolean is_code(const char *text)
{
    const gsize letters = strspn(text, "abcdefghijklmnopqrstuvwxyz");
    const gsize length = strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-/.");
    return letters > 0 && text[letters] == '-' && text[length] == '\0' &&
           strcspn(text, "0123456789") < length;
}

/* "Số: 12/QĐ", "Số: /QC", "Số ……", "Số: HR-QC-07/2024": not "Sở Giáo dục", not "Số lượng". */
static gboolean goes_on_as_number(const char *text)
{
    gboolean colon = FALSE;
    for (; *text == ' ' || *text == ':' || *text == '.'; text++)
        colon = colon || *text == ':';
    return (colon && is_code(text)) || *text == '\0' || *text == '/' || g_ascii_isdigit(*text) ||
           (guchar)*text >= 0x80;
}

static gboolean entry_fits(const PhraseEntry *entry, const Block *block, const Line *line,
                           const Folded *folded, guint32 start)
{
    const char *text = folded->text + start;
    if (entry->phrase == PHRASE_REGULATION && g_str_has_prefix(text, "qui dinh chung"))
        return FALSE; /* the usual title of the first chapter */
    gsize count = strlen(entry->text);
    if (strncmp(text, entry->text, count) != 0) {
        count--;
        if (entry->text[count] != ' ' || strncmp(text, entry->text, count) != 0 || text[count] != '\0' ||
            entry->phrase == PHRASE_AUTHORITY)
            return FALSE; /* "KT" alone, in whose place nobody says, is some short form in a cell */
    }
    switch (entry->shape) {
    case SHAPE_ANY:
        return entry->phrase != PHRASE_NUMBER || goes_on_as_number(text + count);
    case SHAPE_CAPS:
        return phrase_in_capitals(block, folded, start, count);
    case SHAPE_TITLE:
        return phrase_in_capitals(block, folded, start, count) || line->centred || line->bold;
    default:
        return text[count] == '\0' && (line->capitals || line->centred || line->bold);
    }
}

/* A line of layout begins with a capital or a bracket, save one whose capitals an old font has lost; one too
 * long for it may still be a basis. */
static gboolean may_hold_phrase(const Block *block, const Line *line, guint32 start)
{
    const gunichar c = start < line->end ? g_utf8_get_char(block->text + start) : 0;
    if (line->end > LAYOUT_BYTES || line->mark.style != STYLE_NONE)
        return c != 0 && c < 0x80 && strchr("CTXN", (int)c) != NULL;
    return c == '(' || g_unichar_isupper(c) || g_str_has_prefix(block->text + start, "ban hành") ||
           ((line->centred || line->bold) && g_str_has_prefix(block->text + start, "phụ lục"));
}

static guint32 phrase_start(const Block *block, const Line *line)
{
    return mark_is_bullet(line->mark.style) ? line->mark.after : skip_space(block->text, 0, block->length);
}

/* The first entry that fits a line's beginning. */
static Phrase phrase_of_folded(const Block *block, const Line *line, const Folded *folded)
{
    const char first = folded->text[0]; /* most entries begin otherwise */
    for (const PhraseEntry *entry = phrases; entry < phrases + G_N_ELEMENTS(phrases); entry++)
        if (entry->text[0] == first && entry_fits(entry, block, line, folded, 0))
            return entry->phrase;
    return PHRASE_NONE;
}

/* FALSE when no entry begins as the first word does, which spares folding most lines. A y may be folded to i,
 * and what is no composed letter to nothing: these are left to folding. */
static gboolean first_word_may_fit(const char *text, guint32 length)
{
    char word[FIRST_LETTERS];
    gsize count = 0;
    for (const char *at = text; at < text + length && count < FIRST_LETTERS; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);
        const char bare = letter_bare(c);
        if (bare == 'y' || (bare == '\0' && c >= 0x80))
            return TRUE;
        if (bare == '\0')
            break;
        word[count++] = bare;
    }
    if (count == 0)
        return TRUE;
    for (const PhraseEntry *entry = phrases; entry < phrases + G_N_ELEMENTS(phrases); entry++)
        if (entry->text[0] == word[0] && strncmp(entry->text, word, MIN(strlen(entry->text), count)) == 0)
            return TRUE;
    return FALSE;
}

static Phrase find_phrase(const Block *block, const Line *line)
{
    const guint32 from = phrase_start(block, line);
    if ((line->mark.style != STYLE_NONE && !mark_is_bullet(line->mark.style)) ||
        !may_hold_phrase(block, line, from))
        return PHRASE_NONE;
    Block rest = *block;
    rest.text += from;
    rest.length = line->end - from;
    if (!first_word_may_fit(rest.text, rest.length))
        return PHRASE_NONE;
    Folded folded;
    text_fold(rest.text, MIN(rest.length, PHRASE_BYTES), FOLD_BARE, TRUE, &folded);
    const Phrase phrase = phrase_of_folded(&rest, line, &folded);
    folded_clear(&folded);
    const gboolean long_line = line->end > LAYOUT_BYTES;
    return long_line && phrase != PHRASE_BASIS && phrase != PHRASE_RECIPIENTS && phrase != PHRASE_NATION
               ? PHRASE_NONE
               : phrase;
}

void line_read(const Block *block, guint index, Line *line)
{
    *line = (Line){.block = index, .phrase = PHRASE_NONE};
    set_end(block, line);
    if (line_is_empty(line)) {
        mark_read(block, &line->mark);
        if (mark_is_word(line->mark.style))
            line->last = '.'; /* an automatic "Chương I" whose title is the next paragraph */
        return;
    }
    line->bold = block->bold_prefix >= line->end;
    line->centred = block->align == ALIGN_CENTRE;
    line->capitals = (block->flags & BLOCK_CAPS) != 0 || is_capitals(block->text, line->end);
    mark_read(block, &line->mark);
    line->phrase = find_phrase(block, line);
}

GArray *lines_read(const Document *document)
{
    GArray *lines = g_array_sized_new(FALSE, FALSE, sizeof(Line), document->blocks->len);
    for (guint i = 0; i < document->blocks->len; i++) {
        if (document_block(document, i)->layer != LAYER_BODY)
            continue;
        Line line;
        line_read(document_block(document, i), i, &line);
        g_array_append_val(lines, line);
    }
    return lines;
}

guint lines_next(const GArray *lines, guint index, guint end)
{
    guint next = index + 1;
    while (next < end && line_is_empty(line_at(lines, next)))
        next++;
    return MIN(next, end);
}

char *one_line(const char *text, gsize length)
{
    GString *out = g_string_sized_new(length);
    gboolean space = FALSE;
    for (const char *at = text; at < text + length; at = g_utf8_next_char(at)) {
        const gunichar c = g_utf8_get_char(at);
        const gboolean plain = c > ' ' && c < 0x7F;
        if (!plain && g_unichar_type(c) == G_UNICODE_FORMAT)
            continue;
        if (!plain && g_unichar_isspace(c)) {
            space = out->len > 0;
            continue;
        }
        if (space)
            g_string_append_c(out, ' ');
        space = FALSE;
        if (plain)
            g_string_append_c(out, *at);
        else
            g_string_append_len(out, at, g_utf8_next_char(at) - at);
    }
    return g_string_free(out, out->len == 0);
}

gboolean line_ends_in_page(const Document *document, const Line *line)
{
    const char *text = document_block(document, line->block)->text;
    guint32 at = line->end;
    while (at > 0 && g_ascii_isdigit(text[at - 1]))
        at--;
    if (at == line->end || line->end - at > 3 || at == 0)
        return FALSE;
    guint32 gap = at;
    gboolean leader = FALSE;
    while (gap > 0 && strchr(" \t._\xe2\x80\xa6", text[gap - 1]) && text[gap - 1] != '\0') {
        leader |= text[gap - 1] == '\t' || text[gap - 1] == (char)0xa6;
        gap--;
    }
    return gap > 0 && (leader || at - gap >= 3);
}

gboolean line_is_signature(const Line *line)
{
    return line->phrase == PHRASE_RECIPIENTS || line->phrase == PHRASE_AUTHORITY ||
           (line->phrase == PHRASE_OFFICE && line->capitals && line->end < OFFICE_BYTES);
}
