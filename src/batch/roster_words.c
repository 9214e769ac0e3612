/* Words as offices write them, compared by letters without marks (text_bare_words()), so that case, marks and
 * "y" for "i" make no difference.
 */
#include "batch/roster_words.h"

#include <string.h>

#include "text/fold.h"

typedef struct {
    const char *word;
    const char *kind; /* NULL: what begins so is none of these */
} KindWord;

static const KindWord kinds[] = {
    {"agency", "agency"},
    {"public agency", "agency"},
    {"state agency", "agency"},
    {"government agency", "agency"},
    {"public service unit", "agency"},
    {"public unit", "agency"},
    {"office", "agency"},
    {"department", "agency"},
    {"division", "agency"},
    {"hospital", "agency"},
    {"cơ quan", "agency"},
    {"đơn vị", "agency"},
    {"đơn vị sự nghiệp", "agency"},
    {"đvsn", "agency"},
    {"sự nghiệp", "agency"},
    {"hành chính", "agency"},
    {"sở", "agency"},
    {"phòng", "agency"},
    {"ban", "agency"},
    {"chi cục", "agency"},
    {"cục", "agency"},
    {"trung tâm", "agency"},
    {"bệnh viện", "agency"},
    {"bv", "agency"},
    {"trạm y tế", "agency"},
    {"văn phòng", "agency"},
    {"thanh tra", "agency"},
    {"viện", "agency"},
    {"hạt kiểm lâm", "agency"},
    {"bảo tàng", "agency"},
    {"thư viện", "agency"},
    {"ubnd huyện", "agency"},
    {"ubnd quận", "agency"},
    {"school", "school"},
    {"public school", "school"},
    {"primary school", "school"},
    {"secondary school", "school"},
    {"high school", "school"},
    {"kindergarten", "school"},
    {"preschool", "school"},
    {"nursery school", "school"},
    {"trường", "school"},
    {"cơ sở giáo dục", "school"},
    {"mầm non", "school"},
    {"mẫu giáo", "school"},
    {"nhà trẻ", "school"},
    {"tiểu học", "school"},
    {"trung học", "school"},
    {"mn", "school"},
    {"mg", "school"},
    {"th", "school"},
    {"thcs", "school"},
    {"th thcs", "school"},
    {"thpt", "school"},
    {"thcs thpt", "school"},
    {"ptdtbt", "school"},
    {"ptdtnt", "school"},
    {"giáo dục", "school"},
    {"commune", "commune"},
    {"ward", "commune"},
    {"township", "commune"},
    {"special zone", "commune"},
    {"xã", "commune"},
    {"xã hội", NULL},
    {"phường", "commune"},
    {"thị trấn", "commune"},
    {"đặc khu", "commune"},
    {"cấp xã", "commune"},
    {"ubnd xã", "commune"},
    {"ubnd phường", "commune"},
    {"ubnd thị trấn", "commune"},
    {"ubnd tt", "commune"},
    {"ubnd đặc khu", "commune"},
    {"ubnd cấp xã", "commune"},
    {"ủy ban nhân dân xã", "commune"},
    {"ủy ban nhân dân phường", "commune"},
    {"ủy ban nhân dân thị trấn", "commune"},
    {"enterprise", "enterprise"},
    {"private enterprise", "enterprise"},
    {"company", "enterprise"},
    {"corporation", "enterprise"},
    {"cooperative", "enterprise"},
    {"business", "enterprise"},
    {"doanh nghiệp", "enterprise"},
    {"dn", "enterprise"},
    {"dntn", "enterprise"},
    {"công ty", "enterprise"},
    {"cty", "enterprise"},
    {"tổng công ty", "enterprise"},
    {"tập đoàn", "enterprise"},
    {"xí nghiệp", "enterprise"},
    {"nhà máy", "enterprise"},
    {"ngân hàng", "enterprise"},
    {"hợp tác xã", "enterprise"},
    {"htx", "enterprise"},
};

/* Enterprises of the state, which their kind says at once. */
static const char *const state_owned_words[] = {
    "doanh nghiệp nhà nước",        "dnnn", "công ty nhà nước",    "state-owned enterprise",
    "state owned enterprise",       "soe",  "state-owned company", "state enterprise",
    "doanh nghiệp có vốn nhà nước",
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

/* Words that a text begins with: all of it, or up to a blank. 0: it begins otherwise. */
static gsize begins(const char *bare, const char *word)
{
    g_autofree char *known = text_bare_words(word);
    gsize length = strlen(known);
    return g_str_has_prefix(bare, known) && strchr(" ", bare[length]) ? length : 0;
}

const char *roster_kind_of(const char *text, gboolean *state_owned)
{
    g_autofree char *bare = text_bare_words(text);
    const KindWord *best = NULL;
    gsize longest = 0;

    *state_owned = FALSE;
    for (guint i = 0; i < G_N_ELEMENTS(state_owned_words) && !*state_owned; i++)
        *state_owned = begins(bare, state_owned_words[i]) > 0;
    if (*state_owned)
        return "enterprise";
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        gsize length = begins(bare, kinds[i].word);
        if (length > longest) {
            longest = length;
            best = &kinds[i];
        }
    }
    return best ? best->kind : NULL;
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
    return are_people(end) && g_ascii_string_to_unsigned(digits, 10, 0, 10000000, &staff, NULL) ? (gint)staff
                                                                                                : -1;
}
