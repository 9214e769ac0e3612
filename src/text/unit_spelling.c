/* Names split into words, and short forms known by themselves, with marks between their letters, or by what
 * stands beside them. */
#include "text/unit_spelling.h"

#include <string.h>

#include "text/fold.h"
#include "text/syllable.h"
#include "text/unit_words_private.h"

/* Short forms, written out. None is a syllable that names have. */
static const struct {
    const char *brief, *full;
} briefs[] = {
    /* bodies */
    {"ubnd", "ủy ban nhân dân"},
    {"hdnd", "hội đồng nhân dân"},
    {"mttq", "mặt trận tổ quốc"},
    {"vp", "văn phòng"},
    {"tand", "tòa án nhân dân"},
    {"vksnd", "viện kiểm sát nhân dân"},
    {"kbnn", "kho bạc nhà nước"},
    {"chqs", "chỉ huy quân sự"},
    {"lhpn", "liên hiệp phụ nữ"},
    {"ldld", "liên đoàn lao động"},
    {"bhxh", "bảo hiểm xã hội"},
    /* schools */
    {"thcs", "trung học cơ sở"},
    {"thpt", "trung học phổ thông"},
    {"ptth", "trung học phổ thông"},
    {"ptcs", "phổ thông cơ sở"},
    {"tr", "trường"},
    {"th", "tiểu học"},
    {"mn", "mầm non"},
    {"mg", "mẫu giáo"},
    {"ptdtnt", "phổ thông dân tộc nội trú"},
    {"ptdt", "phổ thông dân tộc"},
    {"ptdtbt", "phổ thông dân tộc bán trú"},
    {"dtnt", "dân tộc nội trú"},
    {"dtbt", "dân tộc bán trú"},
    {"gdtx", "giáo dục thường xuyên"},
    {"gdnn", "giáo dục nghề nghiệp"},
    {"ttgdtx", "trung tâm giáo dục thường xuyên"},
    {"ttgdnn", "trung tâm giáo dục nghề nghiệp"},
    {"htcd", "học tập cộng đồng"},
    {"bdct", "bồi dưỡng chính trị"},
    {"ttbdct", "trung tâm bồi dưỡng chính trị"},
    /* fields of offices */
    {"qh", "quy hoạch"},
    {"qhtk", "quy hoạch thiết kế"},
    {"sxd", "sở xây dựng"},
    {"stp", "sở tư pháp"},
    {"snv", "sở nội vụ"},
    {"stc", "sở tài chính"},
    {"sct", "sở công thương"},
    {"syt", "sở y tế"},
    {"sgd", "sở giáo dục đào tạo"},
    {"sgddt", "sở giáo dục đào tạo"},
    {"sgtvt", "sở giao thông vận tải"},
    {"skhdt", "sở kế hoạch đầu tư"},
    {"skhcn", "sở khoa học công nghệ"},
    {"stnmt", "sở tài nguyên môi trường"},
    {"snnmt", "sở nông nghiệp môi trường"},
    {"snnptnt", "sở nông nghiệp phát triển nông thôn"},
    {"sldtbxh", "sở lao động thương binh xã hội"},
    {"stttt", "sở thông tin truyền thông"},
    {"svhttdl", "sở văn hóa thể thao du lịch"},
    {"pgd", "phòng giáo dục đào tạo"},
    {"pgddt", "phòng giáo dục đào tạo"},
    {"gd", "giáo dục"},
    {"gddt", "giáo dục đào tạo"},
    {"dt", "đào tạo"},
    {"nv", "nội vụ"},
    {"ql", "quản lý"},
    {"nn", "nông nghiệp"},
    {"mt", "môi trường"},
    {"dvnn", "dịch vụ nông nghiệp"},
    {"nnmt", "nông nghiệp môi trường"},
    {"ptnt", "phát triển nông thôn"},
    {"nnptnt", "nông nghiệp phát triển nông thôn"},
    {"tnmt", "tài nguyên môi trường"},
    {"vh", "văn hóa"},
    {"xh", "xã hội"},
    {"vhtt", "văn hóa thông tin"},
    {"vhxh", "văn hóa xã hội"},
    {"vhttdl", "văn hóa thể thao du lịch"},
    {"ldtbxh", "lao động thương binh xã hội"},
    {"tbxh", "thương binh xã hội"},
    {"tckh", "tài chính kế hoạch"},
    {"khtc", "kế hoạch tài chính"},
    {"kt", "kinh tế"},
    {"ktht", "kinh tế hạ tầng"},
    {"qldt", "quản lý đô thị"},
    {"qltt", "quản lý thị trường"},
    {"khdt", "kế hoạch đầu tư"},
    {"khcn", "khoa học công nghệ"},
    {"gtvt", "giao thông vận tải"},
    {"tttt", "thông tin truyền thông"},
    {"hcc", "hành chính công"},
    {"pvhcc", "phục vụ hành chính công"},
    {"ttpvhcc", "trung tâm phục vụ hành chính công"},
    {"ptqd", "phát triển quỹ đất"},
    {"ttptqd", "trung tâm phát triển quỹ đất"},
    {"dv", "dịch vụ"},
    {"qlda", "quản lý dự án"},
    {"bqlda", "ban quản lý dự án"},
    {"dtxd", "đầu tư xây dựng"},
    /* places */
    {"tx", "thị xã"},
    {"tp", "thành phố"},
    {"h", "huyện"},
    {"q", "quận"},
    {"kv", "khu vực"},
    {"hcm", "hồ chí minh"},
    {"tphcm", "thành phố hồ chí minh"},
    /* health */
    {"tyt", "trạm y tế"},
    {"ttyt", "trung tâm y tế"},
    {"bv", "bệnh viện"},
    {"bvdk", "bệnh viện đa khoa"},
    {"bvdkkv", "bệnh viện đa khoa khu vực"},
    {"dkkv", "đa khoa khu vực"},
    /* enterprises */
    {"cty", "công ty"},
    {"ctcp", "công ty cổ phần"},
    {"tct", "tổng công ty"},
    {"tnhh", "trách nhiệm hữu hạn"},
    {"mtv", "một thành viên"},
    {"cp", "cổ phần"},
    {"dn", "doanh nghiệp"},
    {"dntn", "doanh nghiệp tư nhân"},
    {"xn", "xí nghiệp"},
    {"tm", "thương mại"},
    {"tmdv", "thương mại dịch vụ"},
    {"xd", "xây dựng"},
    {"bql", "ban quản lý"},
    {"ktct", "khai thác công trình"},
    {"ktcttl", "khai thác công trình thủy lợi"},
    {"htx", "hợp tác xã"},
};

/* Words after "TT" that make it a centre and no township, and after "P." that make it an office, as they are
 * folded. */
static const char *const centres[] = {
    "bao ton",      "bao tro",    "bao ve",     "boi duong",   "cai nghien",  "cap cuu",    "cham soc",
    "chan doan",    "chinh tri",  "chuyen doi", "cong ich",    "cong nghe",   "cong tac",   "cung ung",
    "dan so",       "dang ki",    "dang kiem",  "dao tao",     "dau gia",     "day nghe",   "dich vu",
    "dien anh",     "dieu duong", "dieu hanh",  "dieu tri",    "du lich",     "giam dinh",  "giao duc",
    "giong cay",    "giong vat",  "hanh chinh", "ho tro",      "hoc tap",     "hoi cho",    "hoi nghi",
    "huan luyen",   "i hoc",      "i te",       "khuyen nong", "ki thuat",    "kiem dinh",  "kiem nghiem",
    "kiem soat",    "luu tru",    "moi truong", "mua sam",     "nghe thuat",  "nghien cuu", "ngoai ngu",
    "nuoc sach",    "nuoi duong", "phap i",     "phat trien",  "phong chong", "phuc vu",    "quan li",
    "quan trac",    "qui hoach",  "quy dat",    "sat hach",    "suc khoe",    "the duc",    "the thao",
    "thi nghiem",   "thong tin",  "thu y",      "thuong mai",  "tin hoc",     "trien lam",  "tro giup",
    "truyen thong", "tu van",     "ung dung",   "van hoa",     "xuc tien"};
static const char *const offices[] = {"cong thuong", "dan toc",   "giao duc",   "hanh chinh", "i te",
                                      "ke hoach",    "kinh te",   "lao dong",   "noi vu",     "nong nghiep",
                                      "quan li",     "tai chinh", "tai nguyen", "thong tin",  "to chuc",
                                      "ton giao",    "tu phap",   "van hoa"};

/* Words that only join what they stand between; and those that say nothing at all. */
static const char *const joining[] = {"và", "va", "của", "cua", "tại", NULL};
static const char *const idle[] = {"số", "docx", "doc", "odt", "pdf", NULL};

/* Letters of one short form written apart, at most. */
enum { PIECES_MOST = 5, JOINED_LENGTH = 12 };

static void word_clear(gpointer data)
{
    UnitWord *word = data;
    g_free(word->marked);
    g_free(word->bare);
}

static GArray *words_new(void)
{
    GArray *words = g_array_new(FALSE, FALSE, sizeof(UnitWord));
    g_array_set_clear_func(words, word_clear);
    return words;
}

static void add_word(GArray *words, const char *marked, char joint)
{
    UnitWord word = {.marked = g_strdup(marked), .bare = text_folded(marked, FOLD_BARE), .joint = joint};
    g_array_append_val(words, word);
}

static const UnitWord *word_at(const GArray *words, guint i)
{
    return &g_array_index(words, UnitWord, i);
}

/* --- split ---------------------------------------------------------------------------------------------- */

/* What stands between two words, folded, as a joint. */
static char joint_of(const char *between)
{
    const gsize lead = strspn(between, " ");
    const char *mark = between + lead;
    const gsize rest = *mark ? strspn(mark + 1, " ") : 0;
    if (!*mark)
        return ' ';
    if (mark[1 + rest] != '\0')
        return ',';
    if (*mark == '-' || *mark == '_')
        return lead + rest == 0 ? *mark : '&';
    if (*mark == '.')
        return lead == 0 ? '.' : ',';
    return *mark == '&' || *mark == '/' || *mark == '+' ? '&' : ',';
}

/* "05" is "5", as in names of wards. */
static const char *without_zero(const char *token)
{
    return token[0] == '0' && g_ascii_isdigit(token[1]) && token[2] == '\0' ? token + 1 : token;
}

/* The words as they are written; what joins is only a joint of the next. */
static GArray *split(const char *text)
{
    g_autofree char *folded = text_folded(text, FOLD_MARKED);
    g_autoptr(GString) token = g_string_new(NULL), between = g_string_new(NULL);
    GArray *words = words_new();
    char joint = '\0';

    for (const char *at = folded;; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (c && (g_unichar_isalnum(c) || g_unichar_ismark(c))) {
            if (between->len && joint != '&' && words->len)
                joint = joint_of(between->str);
            g_string_truncate(between, 0);
            g_string_append_unichar(token, c);
            continue;
        }
        if (g_strv_contains(joining, token->str)) {
            joint = '&';
        } else if (token->len && !g_strv_contains(idle, token->str)) {
            add_word(words, without_zero(token->str), words->len ? joint : '\0');
            joint = '\0';
        }
        g_string_truncate(token, 0);
        if (!c)
            return words;
        g_string_append_unichar(between, c);
    }
}

/* --- written out ---------------------------------------------------------------------------------------- */

/* Short forms as they are folded ("cty" with i for y) → what they stand for; made once. */
static GHashTable *folded_briefs(void)
{
    static GHashTable *made;
    if (g_once_init_enter(&made)) {
        GHashTable *all = g_hash_table_new(g_str_hash, g_str_equal);
        for (guint i = 0; i < G_N_ELEMENTS(briefs); i++)
            g_hash_table_insert(all, text_folded(briefs[i].brief, FOLD_BARE), (gpointer)briefs[i].full);
        g_once_init_leave(&made, all);
    }
    return made;
}

/* The longest short form whose letters begin at a word, whatever stands between them: "U.B.N.D", "GD & ĐT",
 * "KH và CN". *taken: words that it takes. NULL: none does. */
static const char *brief_at(const GArray *words, guint at, guint *taken)
{
    g_autoptr(GString) joined = g_string_new(NULL);
    const char *full = NULL;
    for (guint i = at; i < words->len && i < at + PIECES_MOST; i++) {
        g_string_append(joined, word_at(words, i)->bare);
        const char *found =
            joined->len <= JOINED_LENGTH ? g_hash_table_lookup(folded_briefs(), joined->str) : NULL;
        if (found) {
            full = found;
            *taken = i - at + 1;
        }
    }
    return full;
}

/* Words in place of a short form; those inside are joined by the mark that the first is joined by, if any. */
static void add_full(GArray *words, const char *full, char joint)
{
    g_autofree char *folded = text_folded(full, FOLD_MARKED);
    g_auto(GStrv) parts = g_strsplit(folded, " ", 0);
    const char inside = joint == '-' || joint == '_' || joint == '.' ? joint : ' ';
    for (guint i = 0; parts[i]; i++)
        add_word(words, parts[i], i == 0 ? joint : inside);
}

static GArray *written_out(const GArray *words)
{
    GArray *out = words_new();
    guint taken;
    for (guint i = 0; i < words->len; i += taken) {
        const char *full = brief_at(words, i, &taken);
        if (full) {
            add_full(out, full, word_at(words, i)->joint);
        } else {
            taken = 1;
            add_word(out, word_at(words, i)->marked, word_at(words, i)->joint);
        }
    }
    return out;
}

/* --- known by what stands beside them ------------------------------------------------------------------- */

static gboolean is_at(const GArray *words, gint at, const char *bare)
{
    return at >= 0 && at < (gint)words->len && g_str_equal(word_at(words, (guint)at)->bare, bare);
}

/* One of some pairs of words stands at a place. */
static gboolean any_at(const GArray *words, guint at, const char *const *pairs, guint count)
{
    if (at + 1 >= words->len)
        return FALSE;
    g_autofree char *pair = g_strdup_printf("%s %s", word_at(words, at)->bare, word_at(words, at + 1)->bare);
    for (guint i = 0; i < count; i++)
        if (g_str_equal(pairs[i], pair))
            return TRUE;
    return FALSE;
}

/* "X. Bắc Hà", "UBND P 5": before a name, and not one letter of it. */
static gboolean before_a_place(const GArray *words, guint at)
{
    return at + 1 < words->len && (at == 0 || word_at(words, at + 1)->joint == '.' ||
                                   (is_at(words, (gint)at - 1, "dan") && is_at(words, (gint)at - 2, "nhan")));
}

/* "Chi cục Thuế khu vực IV", "xã Tân Hiệp II": a Roman number, as the figure that others write. Behind other
 * words than a region's only where its letters are no syllable: "I", "V", "X", "Vi" may be of a name. */
static const char *roman_number_at(const GArray *words, guint at)
{
    static const char *const numbers[][2] = {{"i", "1"},     {"ii", "2"},     {"iii", "3"},  {"iv", "4"},
                                             {"v", "5"},     {"vi", "6"},     {"vii", "7"},  {"viii", "8"},
                                             {"ix", "9"},    {"x", "10"},     {"xi", "11"},  {"xii", "12"},
                                             {"xiii", "13"}, {"xiv", "14"},   {"xv", "15"},  {"xvi", "16"},
                                             {"xvii", "17"}, {"xviii", "18"}, {"xix", "19"}, {"xx", "20"}};
    static const char *const regions[] = {"vùng", "vung", NULL}; /* not "Vũng" */
    const gboolean behind = (is_at(words, (gint)at - 1, "vuc") && is_at(words, (gint)at - 2, "khu")) ||
                            (at > 0 && g_strv_contains(regions, word_at(words, at - 1)->marked));
    const char next = at + 1 < words->len ? word_at(words, at + 1)->joint : ',';
    const char *word = word_at(words, at)->bare;
    if (next == '.' || /* "khu vực X. Bắc Hà" */
        (!behind && (at == 0 || strlen(word) < 2 || text_is_syllable(word, strlen(word)))))
        return NULL;
    for (guint i = 0; i < G_N_ELEMENTS(numbers); i++)
        if (is_at(words, (gint)at, numbers[i][0]))
            return numbers[i][1];
    return NULL;
}

static const char *full_by_place(const GArray *words, guint at)
{
    const char *bare = word_at(words, at)->bare;
    if (g_str_equal(bare, "tt") && any_at(words, at + 1, centres, G_N_ELEMENTS(centres)))
        return "trung tâm";
    if (g_str_equal(bare, "tt"))
        return "thị trấn";
    if (g_str_equal(bare, "cc"))
        return at == 0 ? "chi cục" : NULL;
    if (g_str_equal(bare, "p") && any_at(words, at + 1, offices, G_N_ELEMENTS(offices)))
        return "phòng";
    if (g_str_equal(bare, "p") || g_str_equal(bare, "f"))
        return before_a_place(words, at) ? "phường" : NULL;
    if (g_str_equal(bare, "x"))
        return before_a_place(words, at) ? "xã" : NULL;
    if (g_str_equal(bare, "dk"))
        return is_at(words, (gint)at - 1, "vien") ? "đa khoa" : NULL;
    if (g_str_equal(bare, "cd"))
        return is_at(words, (gint)at - 1, "truong") ? "cao đẳng" : NULL;
    if (g_str_equal(bare, "dh"))
        return is_at(words, (gint)at - 1, "truong") ? "đại học" : NULL;
    if (g_str_equal(bare, "tn"))
        return is_at(words, (gint)at + 1, "moi") && is_at(words, (gint)at + 2, "truong") ? "tài nguyên"
                                                                                         : NULL;
    if (g_str_equal(bare, "1"))
        return is_at(words, (gint)at + 1, "thanh") && is_at(words, (gint)at + 2, "vien") ? "một" : NULL;
    return roman_number_at(words, at);
}

/* Levels of schools as people still call them: "trường cấp 3", "cấp II - III". */
static const struct {
    const char *figure, *roman, *full;
} levels[] = {{"1", "i", "tiểu học"}, {"2", "ii", "trung học cơ sở"}, {"3", "iii", "trung học phổ thông"}};

static const char *level_at(const GArray *words, guint at)
{
    for (guint i = 0; i < G_N_ELEMENTS(levels); i++)
        if (is_at(words, (gint)at, levels[i].figure) || is_at(words, (gint)at, levels[i].roman))
            return levels[i].full;
    return NULL;
}

/* Adds the levels that follow "cấp" at a place, and gives the words that they and it take; 0: it is of
 * another word ("trung cấp") or no level follows. */
static guint add_levels(GArray *out, const GArray *words, guint at)
{
    static const char *const compounds[] = {"trung", "sơ",   "so",   "cao",  "nâng",
                                            "nang",  "cung", "phân", "phan", NULL};
    const char *full;
    guint taken = 1;
    if (!is_at(words, (gint)at, "cap") ||
        (at > 0 && g_strv_contains(compounds, word_at(words, at - 1)->marked)))
        return 0;
    for (; (full = level_at(words, at + taken)); taken++)
        add_full(out, full, taken == 1 ? word_at(words, at)->joint : word_at(words, at + taken)->joint);
    return taken > 1 ? taken : 0;
}

/* "so 1" for "số 1" */
static gboolean only_counts(const GArray *words, guint at)
{
    return g_str_equal(word_at(words, at)->marked, "so") && at + 1 < words->len &&
           g_ascii_isdigit(*word_at(words, at + 1)->bare);
}

/* "TT Xuân An", and neither "TT Y tế" nor "UBND TT Xuân An". */
static gboolean may_be_centre(const GArray *words, guint at, UnitReading reading)
{
    return reading != TT_TOWNSHIP && (at == 0 || reading == TT_EITHER) && is_at(words, (gint)at, "tt") &&
           !is_at(words, (gint)at - 1, "dan");
}

/* A "TT" that may be a centre: as it is to be read. */
static void add_open(GArray *words, char joint, UnitReading reading)
{
    static const char *const centre[] = {"trung", "tam"};
    const guint from = words->len;
    add_full(words, reading == TT_CENTRE ? "trung tâm" : "thị trấn", joint);
    for (guint i = 0; i < G_N_ELEMENTS(centre) && reading != TT_CENTRE; i++)
        g_array_index(words, UnitWord, from + i).other = centre[i];
}

GArray *unit_spelt_out(const char *text, UnitReading reading)
{
    g_autoptr(GArray) words = split(text), written = written_out(words);
    GArray *out = words_new();
    guint taken;
    for (guint i = 0; i < written->len; i += MAX(taken, 1)) {
        const UnitWord *word = word_at(written, i);
        const char *full = full_by_place(written, i);
        taken = add_levels(out, written, i);
        if (full && may_be_centre(written, i, reading) && g_str_equal(full, "thị trấn"))
            add_open(out, word->joint, reading);
        else if (full)
            add_full(out, full, word->joint);
        else if (!taken && !only_counts(written, i))
            add_word(out, word->marked, word->joint);
    }
    return out;
}
