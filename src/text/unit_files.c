/* What stands around a unit's name in the name of a file: of the name, or added. */
#include "text/unit_files.h"

#include <string.h>

#include "text/fold.h"
#include "text/unit_words_private.h"

/* What people add behind a name. marked: only with these marks, for without them it may be of a name ("Kỳ",
 * "Tú"); numbered: only before a number, as "nam 2024" is and "Đồng Lạc Nam" is not. */
typedef struct {
    const char *phrase;
    gboolean marked, numbered;
} Added;

static const Added added[] = {
    /* what it is */
    {"quy chế", FALSE, FALSE},
    {"quyche", FALSE, FALSE},
    {"qc", FALSE, FALSE},
    {"qcdc", FALSE, FALSE},
    {"qcdccs", FALSE, FALSE},
    {"qcthdc", FALSE, FALSE},
    {"dân chủ", FALSE, FALSE},
    {"danchu", FALSE, FALSE},
    {"thực hiện", FALSE, FALSE},
    {"triển khai", FALSE, FALSE},
    {"trong hoạt động", FALSE, FALSE},
    {"quyết định", FALSE, FALSE},
    {"qd", FALSE, FALSE},
    {"ban hành", FALSE, FALSE},
    {"văn bản", FALSE, FALSE},
    {"vb", FALSE, FALSE},
    {"kèm", FALSE, FALSE},
    {"phụ lục", FALSE, FALSE},
    {"tờ trình", FALSE, FALSE},
    {"báo cáo", FALSE, FALSE},
    {"kế hoạch", FALSE, FALSE},
    {"biên bản", FALSE, FALSE},
    {"công văn", FALSE, FALSE},
    {"về việc", FALSE, FALSE},
    {"về", TRUE, FALSE},
    {"theo", FALSE, FALSE},
    /* how far it is */
    {"dự thảo", FALSE, FALSE},
    {"bản", FALSE, FALSE},
    {"phiên bản", FALSE, FALSE},
    {"sửa", FALSE, FALSE},
    {"bổ sung", FALSE, FALSE},
    {"chỉnh sửa", FALSE, FALSE},
    {"chỉnh lý", FALSE, FALSE},
    {"điều chỉnh", FALSE, FALSE},
    {"chính thức", FALSE, FALSE},
    {"hoàn chỉnh", FALSE, FALSE},
    {"hoàn thiện", FALSE, FALSE},
    {"hợp nhất", FALSE, FALSE},
    {"cập nhật", FALSE, FALSE},
    {"thay thế", FALSE, FALSE},
    {"mới", FALSE, FALSE},
    {"cũ", TRUE, FALSE},
    {"cuối", FALSE, FALSE},
    {"xong", FALSE, FALSE},
    {"chuẩn", FALSE, FALSE},
    {"lần cuối", FALSE, FALSE},
    {"final", FALSE, FALSE},
    {"draft", FALSE, FALSE},
    {"new", FALSE, FALSE},
    {"old", FALSE, FALSE},
    {"last", FALSE, FALSE},
    {"edit", FALSE, FALSE},
    {"edited", FALSE, FALSE},
    {"update", FALSE, FALSE},
    {"updated", FALSE, FALSE},
    {"fix", FALSE, FALSE},
    {"fixed", FALSE, FALSE},
    {"ok", FALSE, FALSE},
    /* what was done with it */
    {"nộp", FALSE, FALSE},
    {"gửi", FALSE, FALSE},
    {"đã", TRUE, FALSE},
    {"đã ký", FALSE, FALSE},
    {"đã sửa", FALSE, FALSE},
    {"đã duyệt", FALSE, FALSE},
    {"ký", TRUE, FALSE},
    {"ký số", FALSE, FALSE},
    {"trình", TRUE, FALSE},
    {"trình ký", FALSE, FALSE},
    {"duyệt", TRUE, FALSE},
    {"phê duyệt", FALSE, FALSE},
    {"thông qua", FALSE, FALSE},
    {"thẩm định", FALSE, FALSE},
    {"góp ý", FALSE, FALSE},
    {"lấy ý kiến", FALSE, FALSE},
    {"tiếp thu", FALSE, FALSE},
    {"signed", FALSE, FALSE},
    {"scan", FALSE, FALSE},
    {"copy", FALSE, FALSE},
    {"sao", TRUE, FALSE},
    {"file", FALSE, FALSE},
    {"word", FALSE, FALSE},
    {"tệp", TRUE, FALSE},
    /* which it is */
    {"năm", FALSE, TRUE},
    {"năm học", FALSE, FALSE},
    {"tháng", FALSE, TRUE},
    {"ngày", FALSE, TRUE},
    {"quý", FALSE, TRUE},
    {"lần", FALSE, TRUE},
    {"đợt", FALSE, TRUE},
    {"nhiệm kỳ", FALSE, FALSE},
    {"v", FALSE, TRUE},
    {"ver", FALSE, FALSE},
    {"version", FALSE, FALSE},
    {"rev", FALSE, TRUE},
};

/* Bodies that have the name of a commune, a school or a company behind their own. */
static const char *const bodies[] = {"trạm",
                                     "trung tâm",
                                     "trường",
                                     "phòng",
                                     "văn phòng",
                                     "công an",
                                     "đảng ủy",
                                     "đảng bộ",
                                     "chi bộ",
                                     "mặt trận",
                                     "hội nông dân",
                                     "hội phụ nữ",
                                     "hội cựu chiến binh",
                                     "hội liên hiệp",
                                     "hội chữ thập đỏ",
                                     "đoàn thanh niên",
                                     "đoàn xã",
                                     "công đoàn",
                                     "ban quản lý",
                                     "ban chỉ huy",
                                     "văn hóa xã hội",
                                     "hợp tác xã",
                                     "công ty",
                                     "chi nhánh",
                                     "xí nghiệp",
                                     "doanh nghiệp",
                                     "chi cục",
                                     "hạt",
                                     "bệnh viện",
                                     "bảo hiểm",
                                     "kho bạc",
                                     "tòa án",
                                     "viện kiểm sát",
                                     "quỹ tín dụng",
                                     "nhà văn hóa",
                                     "thư viện",
                                     "đài truyền thanh"};

/* The same in short, where that may be something else as well: only right before the kind and the name. */
static const char *const brief_bodies[] = {"ca", "đu", "cđ", "ccb", "hnd", "hpn", "đtn", "bch"};

/* --- behind the name ------------------------------------------------------------------------------------ */

static gboolean is_number(const UnitWords *file, guint at)
{
    return at < file->all->len && g_ascii_isdigit(*unit_word_at(file, at)->bare);
}

/* Phrases of added, and behind them of bodies; made once. */
static const UnitPhrase *file_phrases(void)
{
    static UnitPhrase *made;
    if (g_once_init_enter(&made)) {
        UnitPhrase *all = g_new0(UnitPhrase, G_N_ELEMENTS(added) + G_N_ELEMENTS(bodies));
        for (guint i = 0; i < G_N_ELEMENTS(added); i++)
            unit_phrase_init(&all[i], added[i].phrase);
        for (guint i = 0; i < G_N_ELEMENTS(bodies); i++)
            unit_phrase_init(&all[G_N_ELEMENTS(added) + i], bodies[i]);
        g_once_init_leave(&made, all);
    }
    return made;
}

/* A word of a phrase, which may have a number written to it ("lan2"); *numbered: set when it has. */
static gboolean is_word(const UnitWord *word, const UnitWord *of_phrase, gboolean marked, gboolean *numbered)
{
    const gsize length = strcspn(word->marked, "0123456789");
    g_autofree char *plain = g_strndup(word->marked, length);
    g_autofree char *bare = text_folded(plain, FOLD_BARE);
    const UnitWord alone = {.marked = plain, .bare = bare, .joint = word->joint};
    *numbered |= word->marked[length] != '\0';
    return marked ? g_str_equal(plain, of_phrase->marked) : unit_word_is(&alone, of_phrase);
}

static gboolean is_added_at(const UnitWords *file, guint at, guint which)
{
    const UnitPhrase *phrase = &file_phrases()[which];
    gboolean numbered = is_number(file, at + phrase->count);
    if (at + phrase->count > file->all->len)
        return FALSE;
    for (guint i = 0; i < phrase->count; i++)
        if (!is_word(unit_word_at(file, at + i), &phrase->words[i], added[which].marked, &numbered))
            return FALSE;
    return numbered || !added[which].numbered;
}

gboolean unit_name_is_added(const UnitWords *unit)
{
    for (guint i = 0; i < G_N_ELEMENTS(added); i++) {
        const UnitPhrase *phrase = &file_phrases()[i];
        if (phrase->count == unit->name->len && unit->name->len == unit->whole->len &&
            unit_phrase_at(unit, g_array_index(unit->name, guint, 0), phrase))
            return TRUE;
    }
    return FALSE;
}

/* A year, a date or a running number, not the "2" of a second school: that is a small one by itself. */
static gboolean counts_copies(const UnitWords *file, guint at)
{
    const char *bare = unit_word_at(file, at)->bare;
    return g_ascii_isdigit(*bare) && (strlen(bare) > 2 || is_number(file, at + 1));
}

/* Whether a name goes on with the word at a place, behind its last word. */
static gboolean goes_on_at(const UnitWords *file, guint at, const gboolean *covered)
{
    if (at >= file->all->len || covered[at] || counts_copies(file, at))
        return FALSE;
    const char joint = unit_word_at(file, at)->joint, before = unit_word_at(file, at - 1)->joint;
    if (joint == '&' || joint == ',' || (before != '\0' && before != joint))
        return FALSE;
    if (unit_commune_at(file, at) || unit_part_has(file->kind, at) || unit_part_has(file->loose, at))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(added); i++)
        if (is_added_at(file, at, i))
            return FALSE;
    return TRUE;
}

/* --- before it ------------------------------------------------------------------------------------------ */

/* Where the kind before a name begins: "UBND xã" of "UBND xã Đồng Lạc". */
static guint kind_before(const UnitWords *unit, const UnitWords *file, guint name)
{
    guint from = name;
    for (; from > 0; from--) {
        gboolean known = FALSE;
        for (guint i = 0; i < unit->kind->len && !known; i++)
            known = unit_word_is(unit_word_of(unit, unit->kind, i), unit_word_at(file, from - 1));
        if (!known && !unit_part_has(file->loose, from - 1) && !unit_part_has(file->kind, from - 1))
            break;
    }
    return from;
}

/* A body stands in words, up to a place. */
static gboolean body_stands(guint which, const UnitWords *words, guint until)
{
    const UnitPhrase *body = &file_phrases()[G_N_ELEMENTS(added) + which];
    for (guint at = 0; at + body->count <= until; at++)
        if (unit_phrase_at(words, at, body))
            return TRUE;
    return FALSE;
}

/* Another body stands before the name, and nothing sets it apart. */
static gboolean body_before(const UnitWords *unit, const UnitWords *parent, const UnitWords *file, guint name)
{
    const guint from = kind_before(unit, file, name), inside = MAX(from + 1, name);
    const char joint = unit_word_at(file, from)->joint;
    if (from == 0 || joint == '&' || joint == ',' ||
        (inside < file->all->len && unit_word_at(file, inside)->joint != joint))
        return FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(brief_bodies); i++)
        if (g_str_equal(brief_bodies[i], unit_word_at(file, from - 1)->marked) ||
            g_str_equal(brief_bodies[i], unit_word_at(file, from - 1)->bare))
            return TRUE;
    for (guint i = 0; i < G_N_ELEMENTS(bodies); i++)
        if (body_stands(i, file, from) && !body_stands(i, unit, unit->all->len) &&
            !(parent && body_stands(i, parent, parent->all->len)))
            return TRUE;
    return FALSE;
}

/* --- kinds ---------------------------------------------------------------------------------------------- */

/* The file says a kind that is no place ("mầm non") and that the unit has not. */
static gboolean has_other_kind(const UnitWords *unit, const UnitWords *file)
{
    for (guint i = 0; i < file->kind->len; i++) {
        const guint at = g_array_index(file->kind, guint, i);
        gboolean found = unit_commune_at(file, at) > 0;
        for (guint k = 0; k < unit->all->len && !found; k++)
            found = unit_word_is(unit_word_at(unit, k), unit_word_at(file, at));
        if (!found)
            return TRUE;
    }
    return FALSE;
}

Likeness unit_named_by_file(const UnitWords *unit, const UnitWords *parent, const UnitWords *file)
{
    g_autofree gboolean *covered = g_new0(gboolean, file->all->len + 1);
    Likeness found = LIKENESS_NONE;
    unit_cover(unit, parent, file, covered);
    for (guint at = 0; at < file->all->len; at++) {
        const guint length = unit_name_at(unit, file, at);
        if (length && !goes_on_at(file, at + length, covered) && !body_before(unit, parent, file, at))
            return has_other_kind(unit, file) || unit_forms_differ(unit, file) ? LIKENESS_DOUBTFUL
                                                                               : LIKENESS_CERTAIN;
        if (length)
            found = LIKENESS_DOUBTFUL;
    }
    return found;
}
