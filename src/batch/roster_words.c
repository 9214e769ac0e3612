/* Words as offices write them, compared by letters without marks (text_bare_words()), so that case, marks and
 * "y" for "i" make no difference.
 */
#include "batch/roster_words.h"

#include <string.h>

#include "text/fold.h"
#include "text/unit_words.h"

typedef struct {
    const char *word;
    const char *kind; /* NULL: what begins so is none of these */
    gboolean state_owned;
} KindWord;

static const KindWord kinds[] = {
    {"agency", "agency", FALSE},
    {"public agency", "agency", FALSE},
    {"state agency", "agency", FALSE},
    {"government agency", "agency", FALSE},
    {"public service unit", "agency", FALSE},
    {"public unit", "agency", FALSE},
    {"office", "agency", FALSE},
    {"department", "agency", FALSE},
    {"division", "agency", FALSE},
    {"hospital", "agency", FALSE},
    {"cơ quan", "agency", FALSE},
    {"đơn vị", "agency", FALSE},
    {"đơn vị sự nghiệp", "agency", FALSE},
    {"đvsn", "agency", FALSE},
    {"sự nghiệp", "agency", FALSE},
    {"hành chính", "agency", FALSE},
    {"sở", "agency", FALSE},
    {"phòng", "agency", FALSE},
    {"ban", "agency", FALSE},
    {"chi cục", "agency", FALSE},
    {"cục", "agency", FALSE},
    {"trung tâm", "agency", FALSE},
    {"bệnh viện", "agency", FALSE},
    {"bv", "agency", FALSE},
    {"trạm y tế", "agency", FALSE},
    {"văn phòng", "agency", FALSE},
    {"thanh tra", "agency", FALSE},
    {"viện", "agency", FALSE},
    {"hạt kiểm lâm", "agency", FALSE},
    {"bảo tàng", "agency", FALSE},
    {"thư viện", "agency", FALSE},
    {"ubnd huyện", "agency", FALSE},
    {"ubnd quận", "agency", FALSE},
    {"school", "school", FALSE},
    {"public school", "school", FALSE},
    {"primary school", "school", FALSE},
    {"secondary school", "school", FALSE},
    {"high school", "school", FALSE},
    {"kindergarten", "school", FALSE},
    {"preschool", "school", FALSE},
    {"nursery school", "school", FALSE},
    {"trường", "school", FALSE},
    {"cơ sở giáo dục", "school", FALSE},
    {"mầm non", "school", FALSE},
    {"mẫu giáo", "school", FALSE},
    {"nhà trẻ", "school", FALSE},
    {"tiểu học", "school", FALSE},
    {"trung học", "school", FALSE},
    {"mn", "school", FALSE},
    {"mg", "school", FALSE},
    {"th", "school", FALSE},
    {"thcs", "school", FALSE},
    {"th thcs", "school", FALSE},
    {"thpt", "school", FALSE},
    {"thcs thpt", "school", FALSE},
    {"ptdtbt", "school", FALSE},
    {"ptdtnt", "school", FALSE},
    {"giáo dục", "school", FALSE},
    {"trung tâm giáo dục nghề nghiệp", "school", FALSE},
    {"trung tâm giáo dục thường xuyên", "school", FALSE},
    {"trung tâm gdnn", "school", FALSE},
    {"trung tâm gdtx", "school", FALSE},
    {"ttgdtx", "school", FALSE},
    {"ttgdnn", "school", FALSE},
    {"commune", "commune", FALSE},
    {"ward", "commune", FALSE},
    {"township", "commune", FALSE},
    {"special zone", "commune", FALSE},
    {"xã", "commune", FALSE},
    {"xã hội", NULL, FALSE},
    {"phường", "commune", FALSE},
    {"thị trấn", "commune", FALSE},
    {"đặc khu", "commune", FALSE},
    {"cấp xã", "commune", FALSE},
    {"ubnd xã", "commune", FALSE},
    {"ubnd phường", "commune", FALSE},
    {"ubnd thị trấn", "commune", FALSE},
    {"ubnd tt", "commune", FALSE},
    {"ubnd đặc khu", "commune", FALSE},
    {"ubnd cấp xã", "commune", FALSE},
    {"ủy ban nhân dân xã", "commune", FALSE},
    {"ủy ban nhân dân phường", "commune", FALSE},
    {"ủy ban nhân dân thị trấn", "commune", FALSE},
    {"enterprise", "enterprise", FALSE},
    {"private enterprise", "enterprise", FALSE},
    {"company", "enterprise", FALSE},
    {"corporation", "enterprise", FALSE},
    {"cooperative", "enterprise", FALSE},
    {"business", "enterprise", FALSE},
    {"doanh nghiệp", "enterprise", FALSE},
    {"dn", "enterprise", FALSE},
    {"dntn", "enterprise", FALSE},
    {"công ty", "enterprise", FALSE},
    {"cty", "enterprise", FALSE},
    {"tổng công ty", "enterprise", FALSE},
    {"tập đoàn", "enterprise", FALSE},
    {"xí nghiệp", "enterprise", FALSE},
    {"nhà máy", "enterprise", FALSE},
    {"ngân hàng", "enterprise", FALSE},
    {"hợp tác xã", "enterprise", FALSE},
    {"htx", "enterprise", FALSE},
    {"doanh nghiệp nhà nước", "enterprise", TRUE},
    {"dnnn", "enterprise", TRUE},
    {"công ty nhà nước", "enterprise", TRUE},
    {"state-owned enterprise", "enterprise", TRUE},
    {"soe", "enterprise", TRUE},
    {"state-owned company", "enterprise", TRUE},
    {"state enterprise", "enterprise", TRUE},
    {"doanh nghiệp có vốn nhà nước", "enterprise", TRUE},
};

static const char *const yes[] = {"có",   "x",    "1",     "yes", "y",     "true",
                                  "đúng", "phải", "đã có", "rồi", "có rồi"};
static const char *const no[] = {"không",    "0",          "no",   "n",       "false",
                                 "không có", "không phải", "chưa", "chưa có", "ko"};

/* What may stand behind a number of people. */
static const char *const people[] = {
    "người", "cán",  "bộ", "công", "chức",   "viên",    "lao",    "động",      "nhân",  "sự",      "biên",
    "chế",   "giáo", "cb", "cc",   "vc",     "cbcc",    "ccvc",   "cbccvc",    "nld",   "cbgv",    "cbgvnv",
    "gv",    "nv",   "ng", "và",   "people", "persons", "person", "employees", "staff", "workers",
};

static gboolean is_word(const char *bare, const char *word)
{
    g_autofree char *known = text_bare_words(word);
    return g_str_equal(bare, known);
}

static gboolean is_among(const char *bare, const char *const *words, guint count)
{
    for (guint i = 0; i < count; i++)
        if (is_word(bare, words[i]))
            return TRUE;
    return FALSE;
}

gboolean roster_field_blank(const char *text)
{
    return text[strspn(text, "-.… ")] == '\0' || g_str_equal(text, "–") || g_str_equal(text, "—");
}

/* --- kinds ---------------------------------------------------------------------------------------------- */

/* Bare words → KindWord; made once. */
static GHashTable *kind_words(void)
{
    static GHashTable *made;
    if (g_once_init_enter(&made)) {
        GHashTable *words = g_hash_table_new(g_str_hash, g_str_equal);
        for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
            g_hash_table_insert(words, text_bare_words(kinds[i].word), (gpointer)&kinds[i]);
        g_once_init_leave(&made, words);
    }
    return made;
}

const char *roster_kind_of(const char *text, gboolean *state_owned)
{
    g_autofree char *beginning = text_bare_words(text);

    *state_owned = FALSE;
    for (;;) { /* the longest beginning that is known */
        const KindWord *word = g_hash_table_lookup(kind_words(), beginning);
        char *last = strrchr(beginning, ' ');
        if (word) {
            *state_owned = word->state_owned;
            return word->kind;
        }
        if (!last)
            return NULL;
        *last = '\0';
    }
}

/* Words of many bodies, of schools among them. */
static const char *const general[] = {"đơn vị",
                                      "đơn vị sự nghiệp",
                                      "đơn vị sự nghiệp công lập",
                                      "đvsn",
                                      "đvsncl",
                                      "sự nghiệp",
                                      "sự nghiệp công lập",
                                      "trung tâm",
                                      "public service unit",
                                      "public unit"};

/* What is called a school, of whatever level: "TH Kim Đồng", "TT GDNN-GDTX". */
static gboolean is_called_a_school(const char *name)
{
    static const char *const levels[] = {"mam non",
                                         "mau giao",
                                         "nha tre",
                                         "tieu hoc",
                                         "trung hoc",
                                         "pho thong",
                                         "trung tam giao duc nghe nghiep",
                                         "trung tam giao duc thuong xuyen",
                                         NULL};
    g_autoptr(UnitWords) words = unit_words_of_kind(name, "agency");
    g_autofree char *text = unit_words_text(words, FALSE);

    for (guint i = 0; levels[i]; i++)
        if (g_str_has_prefix(text, levels[i]))
            return TRUE;
    return FALSE;
}

const char *roster_kind_of_unit(const char *text, const char *name, gboolean *state_owned)
{
    const char *kind = roster_kind_of(text, state_owned);
    g_autofree char *bare = text_bare_words(text);

    return is_among(bare, general, G_N_ELEMENTS(general)) && is_called_a_school(name) ? "school" : kind;
}

static gboolean is_one_kind(const char *text)
{
    g_autofree char *bare = text_bare_words(text);
    const char *level = g_str_has_prefix(bare, "truong ") ? bare + strlen("truong ") : bare;
    return g_hash_table_contains(kind_words(), level);
}

gboolean roster_is_kind(const char *text)
{
    g_auto(GStrv) parts = g_strsplit_set(text, ",;/&", 0);
    gboolean kind = *parts != NULL;
    for (char **part = parts; kind && *part; part++)
        kind = is_one_kind(*part);
    return kind || is_one_kind(text);
}

/* --- answers -------------------------------------------------------------------------------------------- */

gint roster_answer_of(const char *text)
{
    g_autofree char *bare = text_bare_words(text);
    if (is_among(bare, yes, G_N_ELEMENTS(yes)) || g_str_equal(text, "✓") || g_str_equal(text, "✔"))
        return 1;
    return is_among(bare, no, G_N_ELEMENTS(no)) ? 0 : -1;
}

/* --- staff ---------------------------------------------------------------------------------------------- */

/* The digits that a text begins with, without the marks by which spreadsheets group thousands: 1.200 or
 * 1,200. *end: what stands behind them. */
static char *ungrouped(const char *text, const char **end)
{
    GString *digits = g_string_new(NULL);
    const char *c = text;
    for (; *c; c++) {
        gboolean grouped = c > text && strchr(".,", *c) && g_ascii_isdigit(c[1]) && g_ascii_isdigit(c[2]) &&
                           g_ascii_isdigit(c[3]) && !g_ascii_isdigit(c[4]);
        if (!grouped && !g_ascii_isdigit(*c))
            break;
        if (!grouped)
            g_string_append_c(digits, *c);
    }
    *end = c;
    return g_string_free(digits, FALSE);
}

/* "người", "cán bộ, công chức"; nothing as well, but no "lớp", no "nghìn" and no second number. */
static gboolean are_people(const char *text)
{
    g_autofree char *bare = text_bare_words(text);
    g_auto(GStrv) words = g_strsplit(bare, " ", 0);
    for (char **word = words; *word; word++)
        if (!is_among(*word, people, G_N_ELEMENTS(people)))
            return FALSE;
    return *bare || !*text;
}

gint roster_staff_of(const char *text)
{
    const char *end;
    guint64 staff;
    g_autofree char *digits = ungrouped(text, &end);
    return are_people(end) && g_ascii_string_to_unsigned(digits, 10, 0, ROSTER_STAFF_MOST, &staff, NULL)
               ? (gint)staff
               : -1;
}
