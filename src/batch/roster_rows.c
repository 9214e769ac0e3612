/* Rows told by the words they begin with, compared without marks (text_bare_words()): "Tổng công ty Sông Lam"
 * and "xã Cộng Hòa" are units, "Tổng cộng" and "Cộng (I)" are none. */
#include "batch/roster_rows.h"

#include <string.h>

#include "batch/roster_words.h"
#include "text/fold.h"

/* Sums: whole, or before a number or one of the words below. */
static const char *const sums[] = {"tổng cộng", "cộng",  "tổng",        "tổng số", "tổng toàn",
                                   "sum",       "total", "grand total", "subtotal"};
static const char *const summed[] = {"số",     "chung",  "toàn", "các", "khối", "mục", "phần",
                                     "đơn vị", "trường", "xã",   "cả",  "i",    "ii",  "iii",
                                     "iv",     "v",      "vi",   "a",   "b",    "c",   "of"};

/* Remarks: whatever follows. */
static const char *const remarks[] = {
    "ghi chú", "lưu ý",         "chú thích",    "chú ý",         "nguồn", "note", "notes", "remark",
    "remarks", "danh sách này", "danh sách có", "danh sách gồm", "kt",    "tm",   "tl"};

/* What is signed below a table, and to whom it goes: whatever follows, and nothing behind it is a unit. */
static const char *const feet[] = {"người lập biểu", "người lập bảng",   "người lập danh sách",
                                   "người tổng hợp", "người lập",        "người ký",
                                   "xác nhận của",   "thủ trưởng",       "chủ tịch",
                                   "phó chủ tịch",   "giám đốc",         "phó giám đốc",
                                   "trưởng phòng",   "phó trưởng phòng", "chánh văn phòng",
                                   "hiệu trưởng",    "nơi nhận",         "ký tên"};

/* What units are put together under. */
static const char *const sections[] = {
    "khối",    "các",      "bậc",       "ngành",  "lĩnh vực",    "loại hình",   "cụm trường", "cụm thi đua",
    "cấp học", "cấp tỉnh", "cấp huyện", "cấp xã", "nhóm trường", "nhóm đơn vị", "section",    "group"};

static gboolean begins(const char *bare, const char *phrase, const char **rest)
{
    g_autofree char *known = text_bare_words(phrase);
    const gsize length = strlen(known);
    if (!g_str_has_prefix(bare, known) || (bare[length] != ' ' && bare[length] != '\0'))
        return FALSE;
    *rest = bare + length + (bare[length] == ' ');
    return TRUE;
}

static gboolean begins_with_any(const char *bare, const char *const *phrases, guint count)
{
    const char *rest;
    for (guint i = 0; i < count; i++)
        if (begins(bare, phrases[i], &rest))
            return TRUE;
    return FALSE;
}

static gboolean is_sum(const char *bare)
{
    const char *rest;
    for (guint i = 0; i < G_N_ELEMENTS(sums); i++)
        if (begins(bare, sums[i], &rest) &&
            (*rest == '\0' || g_ascii_isdigit(*rest) || begins_with_any(rest, summed, G_N_ELEMENTS(summed))))
            return TRUE;
    return FALSE;
}

/* "Hà Tĩnh, ngày 05 tháng 9 năm 2026" */
static gboolean is_date_line(const char *bare)
{
    const char *day = g_str_has_prefix(bare, "ngay ") ? bare : strstr(bare, " ngay ");
    return day && strstr(day, " thang ") && strstr(day, " nam");
}

static gboolean is_remark(const char *bare, const char *name)
{
    return *name == '*' || g_str_has_prefix(name, "(*") ||
           begins_with_any(bare, remarks, G_N_ELEMENTS(remarks));
}

/* "(ký, ghi rõ họ tên)" has nothing outside its brackets. */
static gboolean is_foot(const char *bare, const char *name)
{
    const char *end = *name == '(' ? strchr(name, ')') : NULL;
    return is_date_line(bare) || g_str_has_prefix(name, "TM.") || g_str_has_prefix(name, "KT.") ||
           g_str_has_prefix(name, "TL.") || (end && end[1 + strspn(end + 1, " ")] == '\0') ||
           begins_with_any(bare, feet, G_N_ELEMENTS(feet));
}

/* --- sections ------------------------------------------------------------------------------------------- */

/* "IV", "B": how sections are numbered where units have figures. */
static gboolean is_section_mark(const char *text)
{
    const gsize length = strspn(text, "IVX");
    const gboolean letter = *text >= 'A' && *text <= 'H';
    const char *behind = length > 0 ? text + length : text + letter;
    return (length > 0 || letter) && behind[strspn(behind, ".)/:- ")] == '\0';
}

/* The text behind "I.", "A –"; itself where nothing such is there. */
static const char *behind_mark(const char *text)
{
    const gsize roman = strspn(text, "IVX"), length = roman ? roman : *text >= 'A' && *text <= 'H';
    const char *behind = text + length + strspn(text + length, " ");
    const char *dash = g_str_has_prefix(behind, "–") ? "–" : g_str_has_prefix(behind, "—") ? "—" : NULL;
    if (length == 0 || !(dash || (*behind && strchr(".)/:-", *behind))))
        return text;
    behind += dash ? strlen(dash) : 1;
    return behind + strspn(behind, " ");
}

static gboolean is_section(const RosterRow *row)
{
    const char *text = behind_mark(row->name);
    const gboolean marked = text != row->name || is_section_mark(row->order);
    g_autofree char *bare = text_bare_words(text);
    if (!row->alone || (*row->order && !is_section_mark(row->order)))
        return FALSE;
    return begins_with_any(bare, sections, G_N_ELEMENTS(sections)) || (marked && roster_is_kind(text));
}

/* --- heads of groups ---------------------------------------------------------------------------------- */

/* What a place around units begins with, and the bodies that are called like one. */
static const char *const places[] = {"tỉnh",   "thành phố", "tp",       "huyện",   "quận",
                                     "thị xã", "tx",        "thị trấn", "xã",      "phường",
                                     "cụm",    "địa bàn",   "đặc khu",  "khu vực", "vùng"};
static const char *const bodies[] = {"tỉnh ủy", "tỉnh đoàn", "thành phố đoàn", "huyện ủy", "huyện đoàn",
                                     "quận ủy", "quận đoàn", "thị xã đoàn",    "xã đoàn"};

static gboolean is_place(const char *name)
{
    g_autofree char *bare = text_bare_words(behind_mark(name));
    return begins_with_any(bare, places, G_N_ELEMENTS(places)) &&
           !begins_with_any(bare, bodies, G_N_ELEMENTS(bodies));
}

/* The text behind "1.", "12)"; itself where no such number is there. */
static const char *behind_figure(const char *text)
{
    const gsize digits = strspn(text, "0123456789");
    const char *behind = text + digits;
    return digits > 0 && digits < 4 && strchr(".)", *behind) && *behind ? behind + 1 + strspn(behind + 1, " ")
                                                                        : text;
}

static gboolean is_figure(const char *order)
{
    return *order && order[strspn(order, "0123456789.) ")] == '\0';
}

static gboolean is_figured(const RosterRow *row)
{
    return is_figure(row->order) || (!*row->order && behind_figure(row->name) != row->name);
}

/* "1.1" below "1" */
static gboolean is_part_of(const char *order, const char *above)
{
    return g_str_has_prefix(order, above) && order[strlen(above)] == '.' &&
           g_ascii_isdigit(order[strlen(above) + 1]);
}

gboolean roster_row_may_head(const RosterRow *row)
{
    return row->named && row->alone && *row->name &&
           (*row->order ? is_section_mark(row->order) || is_figure(row->order)
                        : behind_mark(row->name) != row->name);
}

gboolean roster_row_heads(const RosterRow *row, const RosterRow *below)
{
    if (!roster_row_may_head(row) || !is_figured(below) ||
        (is_figure(row->order) && !is_part_of(below->order, row->order)))
        return FALSE;
    return is_place(row->name) || (*row->order && !below->alone);
}

/* "X. Thạch Đồi", "F. Tân Cảng", "H. Long Điền": a level in short, where no kind of unit follows that a mark
 * could stand before ("X. Sở Xây dựng"). */
static gboolean is_level_in_short(const char *name, const char *behind)
{
    static const char *const heads[] = {
        "sở",        "ban",     "phòng",   "văn phòng", "ubnd",      "ủy ban",    "trường",   "trạm",
        "trung tâm", "chi cục", "công ty", "cty",       "bệnh viện", "thanh tra", "xã",       "phường",
        "thị trấn",  "thpt",    "thcs",    "th",        "mn",        "mầm non",   "tiểu học", "mẫu giáo"};
    g_autofree char *bare = text_bare_words(behind);
    return *name && strchr("XFH", *name) && name[1] == '.' &&
           !begins_with_any(bare, heads, G_N_ELEMENTS(heads));
}

const char *roster_name_behind_number(const char *name)
{
    const char *behind = behind_figure(name);
    if (behind == name)
        behind = behind_mark(name);
    if (is_level_in_short(name, behind))
        return name;
    /* "C.ty" is no mark */
    return behind > name && *behind && (g_ascii_isdigit(*name) || behind[-1] == ' ') ? behind : name;
}

/* --- rows that say nothing ------------------------------------------------------------------------------ */

static gboolean has_letters(const char *text)
{
    for (const char *at = text; *at; at = g_utf8_next_char(at))
        if (g_unichar_isalpha(g_utf8_get_char(at)))
            return TRUE;
    return FALSE;
}

/* "(1)", "(2)" below the titles, "A", "B" with them; and a number that was prepared for a unit to come. */
static gboolean is_number_only(const RosterRow *row)
{
    const gboolean letters = is_section_mark(row->order) && is_section_mark(row->name);
    return !has_letters(row->name) || (row->first && letters);
}

static gboolean begins_aside(const char *text)
{
    g_autofree char *bare = text_bare_words(text);
    return is_sum(bare) || is_remark(bare, text) || is_foot(bare, text);
}

gboolean roster_row_is_foot(const RosterRow *row)
{
    g_autofree char *bare = text_bare_words(row->name);
    return has_letters(row->name) && is_foot(bare, row->name) && !is_figured(row);
}

gboolean roster_row_is_numbered(const RosterRow *row)
{
    return is_figured(row);
}

gboolean roster_row_is_aside(const RosterRow *row)
{
    if (begins_aside(row->order))
        return TRUE;
    if (is_number_only(row))
        return row->named || row->alone;
    return begins_aside(row->name) || is_section(row) || (row->first && !row->named && row->alone);
}
