/* The second reading: what lines say in words that no phrase has, and where the program asks a person instead
 * of saying "missing", because a line comes close to an item. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "agency_cases.h"
#include "audit/likeness.h"

#include <glib/gstdio.h>

#define INVESTMENT "l10-cq-d46-k05"

static const Finding *judge(const Auditor *by, const char *text, const char *rule, Result **result)
{
    *result = audit_text_by(by, text, -1);
    return finding_of(*result, rule);
}

static void a_section_without_a_known_word_is_no_doubt(void **state)
{
    (void)state;
    g_autoptr(Result) result = NULL;
    const Finding *finding =
        judge(auditor, "Điều 1. Những nội dung phải công khai\n1. Công bằng, minh bạch, văn minh, đoàn kết.",
              INVESTMENT, &result);
    assert_int_equal(finding->status, STATUS_MISSING);
}

static GPtrArray *items_of(const Auditor *by, const char *requirement)
{
    const RuleSet *rules = auditor_rules(by);
    for (guint p = 0; p < rules->packs->len; p++) {
        const Pack *pack = rules->packs->pdata[p];
        for (guint r = 0; r < pack->requirements->len; r++)
            if (strcmp(((const Requirement *)pack->requirements->pdata[r])->id, requirement) == 0)
                return ((const Requirement *)pack->requirements->pdata[r])->items;
    }
    return NULL;
}

static double any_worth(gpointer data, guint line)
{
    (void)data;
    (void)line;
    return 1;
}

static void keep_worth(gpointer data, const Resemblance *like)
{
    assert_int_equal(like->line, 7);
    *(double *)data = like->worth;
}

/* The item that a line is most like; NULL: none. */
static const Item *likest_item(const Likeness *likeness, const GPtrArray *items, const char *text)
{
    g_autoptr(Words) words = words_new();
    g_autoptr(LikenessLines) lines = likeness_lines_new(likeness, 1);
    const Item *likest = NULL;
    double most = 0;
    words_append(words, text, strlen(text), 0);
    likeness_lines_add(lines, words, 0, words->words->len, 7);
    for (guint i = 0; i < items->len; i++) {
        double worth = 0;
        likeness_measure(lines, i, &(Measure){any_worth, keep_worth, &worth, FALSE});
        if (worth > most) {
            most = worth;
            likest = items->pdata[i];
        }
    }
    return likest;
}

static void a_line_is_most_like_the_item_it_is_about(void **state)
{
    (void)state;
    static const struct {
        const char *line, *item;
    } cases[] = {
        {"vốn bố trí cho dự án xây trụ sở, giải ngân tới đâu", "l10-cq-d46-k05"},
        {"xe, máy, phòng ốc được trang cấp và điều chuyển", "l10-cq-d46-k04"},
        {"danh sách người được nâng bậc lương trước hạn", "l10-cq-d46-k06"},
    };
    LikenessShelf *shelf = likeness_shelf_new(auditor_rules(auditor));
    GPtrArray *items = items_of(auditor, "agency-10-2022-disclosure");
    const Likeness *likeness = likeness_of(shelf, items);
    assert_ptr_equal(likeness, likeness_of(shelf, items)); /* learnt once */
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++)
        assert_string_equal(likest_item(likeness, items, cases[i].line)->id, cases[i].item);
    likeness_shelf_free(shelf);
}

static void a_line_of_strange_words_is_like_nothing(void **state)
{
    (void)state;
    LikenessShelf *shelf = likeness_shelf_new(auditor_rules(auditor));
    GPtrArray *items = items_of(auditor, "agency-10-2022-disclosure");
    assert_null(likest_item(likeness_of(shelf, items), items, "xyzzy plugh 2024"));
    likeness_shelf_free(shelf);
}

static void assert_no_error_text(const GError *error)
{
    if (error)
        fail_msg("%s", error->message);
}

/* Rules of one's own, of which only wordings tell anything. */

#define OWN_ITEM(id, title, parts) OWN_ITEM_AS("", id, title, parts)
#define OWN_ITEM_AS(attributes, id, title, parts)                                                            \
    "<item id=\"" id "\" severity=\"mandatory\"" attributes "><title lang=\"vi\">" title                     \
    "</title><title lang=\"en\">x"                                                                           \
    "</title><basis article=\"1\"/>" parts                                                                   \
    "<example status=\"met\">qwx qwy qwz</example><example status=\"missing\">qwx</example></item>"
#define NEVER "<part name=\"x\" name-en=\"x\"><phrase>qwx qwy qwz</phrase></part>"
#define NUMBER                                                                                               \
    "<bound name=\"hạn\" name-en=\"term\" unit=\"day\" most=\"5\" law=\"5 ngày\" law-en=\"5 "             \
    "days\"><phrase>qwx # "                                                                                  \
    "qwz</phrase></bound>"
#define WATCH(id)                                                                                                  \
    "<wording item=\"" id "\" status=\"met\">Lịch gác đêm, tên người gác và sổ ghi ca gác</wording>" \
    "<wording item=\"" id "\" status=\"met\">Ai gác đêm, gác ca nào, sổ gác ghi gì</wording>"             \
    "<wording item=\"" id "\" status=\"met\">Phiên gác đêm của bảo vệ cùng sổ giao ca</wording>"      \
    "<wording item=\"" id "\" status=\"met\">Bảo vệ gác đêm: sổ giao ca gác, tên người gác</wording>"

/* As many lines as must be known of an item before likeness says that it is met. */
#define WATCHES(id) WATCH(id) WATCH(id) WATCH(id)

static Auditor *own_auditor(const char *parts, const char *wordings, GError **error)
{
    g_autofree char *pack =
        g_strconcat("<pack id=\"own\" profile=\"agency\" instrument=\"10/2022/QH15\" "
                    "from=\"2023-07-01\"><title lang=\"vi\">x</title>"
                    "<title lang=\"en\">x</title><requirement id=\"own-disclosure\" group=\"disclosure\" "
                    "severity=\"mandatory\">"
                    "<title lang=\"vi\">x</title><title lang=\"en\">x</title><basis article=\"1\"/>",
                    parts, "</requirement></pack>", NULL);
    g_autofree char *lines = g_strconcat("<wordings>", wordings, "</wordings>", NULL);
    g_autofree char *folder = g_dir_make_tmp("rasoat-own-XXXXXX", NULL);
    g_autofree char *pack_path = g_build_filename(folder, "own.xml", NULL);
    g_autofree char *lines_path = g_build_filename(folder, "wordings-own.xml", NULL);
    g_file_set_contents(pack_path, pack, -1, NULL);
    g_file_set_contents(lines_path, lines, -1, NULL);
    g_autofree char *both = g_strconcat("rules:", folder, NULL);
    Auditor *loaded = auditor_new(both, error);
    g_unlink(pack_path);
    g_unlink(lines_path);
    g_rmdir(folder);
    return loaded;
}

#define UNDER "Điều 1. Những nội dung phải công khai\n1. Dự toán, quyết toán ngân sách.\n2. "

#define WATCH_LINE                                                                                                                  \
    "1. Tên người gác đêm, ca gác nào, sổ giao ca gác của bảo vệ ghi gì, lịch gác đêm, phiên gác đêm, " \
    "bảo vệ gác đêm, tên người gác."

typedef struct {
    const char *text;
    Status status; /* of the night watch */
} WatchCase;

static const Finding *judge_case(const Auditor *by, const WatchCase *cases, guint i, Result **result)
{
    const Finding *finding = judge(by, cases[i].text, "own-watch", result);
    if (finding->status != cases[i].status)
        fail_msg("case %u: %s", i, status_name(finding->status));
    assert_int_equal(finding->by_wording, finding->status == STATUS_MET);
    return finding;
}

static void judge_cases(const Auditor *by, const WatchCase *cases, guint count)
{
    for (guint i = 0; i < count; i++) {
        g_autoptr(Result) result = NULL;
        judge_case(by, cases, i, &result);
    }
}

static void a_line_of_known_words_says_the_item(void **state)
{
    (void)state;
    static const WatchCase cases[] = {
        {UNDER "Tên người gác đêm, sổ giao ca gác của bảo vệ.", STATUS_MET},
        {UNDER "Có thể công khai tên người gác đêm, sổ giao ca gác của bảo vệ.", STATUS_PARTIAL},
        {UNDER "Tên người gác đêm, sổ giao ca gác của bảo vệ là thông tin mật.", STATUS_CONFLICT},
        {UNDER "Bảo vệ cơ quan.", STATUS_MISSING},
        {"Điều 1. Giờ làm việc\n1. Tên người, sổ trực.", STATUS_MISSING},
        {"Điều 1. Giờ làm việc\n" WATCH_LINE, STATUS_MET},
    };
    g_autoptr(GError) error = NULL;
    g_autoptr(Auditor) by =
        own_auditor(OWN_ITEM("own-watch", "Sổ gác đêm", NEVER), WATCHES("own-watch"), &error);
    assert_no_error_text(error);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Result) result = NULL;
        const Finding *finding = judge_case(by, cases, i, &result);
        if (finding->status != STATUS_MISSING) /* the line itself is shown */
            assert_non_null(strstr(g_array_index(finding->evidence, Evidence, 0).quote, "gác"));
        if (finding->status == STATUS_MET)
            assert_non_null(strstr(finding->note.vi, "không theo mẫu câu"));
    }
}

/* What another group's heading stands over proves nothing where the text has a list of its own. */
static void a_line_gone_astray_says_nothing_beside_a_list_of_its_group(void **state)
{
    (void)state;
#define ASTRAY "\nĐiều 2. Nhiệm vụ của Ban Thanh tra nhân dân\n" WATCH_LINE
    static const WatchCase cases[] = {
        {"Điều 1. Giờ làm việc\nSáng từ 7 giờ." ASTRAY, STATUS_MET},
        {UNDER "Nội quy cơ quan." ASTRAY, STATUS_MET}, /* too few lines to be the list */
        {UNDER "Nội quy cơ quan.\n3. Kế hoạch công tác năm, quý, tháng.\n4. Nâng lương, khen thưởng." ASTRAY,
         STATUS_REVIEW},
    };
    g_autoptr(GError) error = NULL;
    g_autoptr(Auditor) by =
        own_auditor(OWN_ITEM("own-watch", "Sổ gác đêm", NEVER), WATCHES("own-watch"), &error);
    assert_no_error_text(error);
    judge_cases(by, cases, G_N_ELEMENTS(cases));
}

/* Names and ledger of the night watch; a phrase knows its names alone. */
#define NAMES "<part name=\"tên\" name-en=\"names\"><phrase>tên người gác</phrase></part>" NEVER
#define LEDGER(status, text) "<wording item=\"own-watch\" status=\"" status "\">" text "</wording>"
#define LEDGERS                                                                                              \
    LEDGER("met", "Tên, sổ giao ca")                                                                         \
    LEDGER("met", "Ai gác, sổ ghi gì") LEDGER("met", "Lịch cùng sổ ca") LEDGER("met", "Ai, sổ giao")
#define NAMES_ALONE                                                                                          \
    LEDGER("partial", "Người gác, lịch gác")                                                                 \
    LEDGER("partial", "Ai gác đêm") LEDGER("partial", "Tên bảo vệ") LEDGER("missing", "Bảo vệ gác đêm")

static void lines_that_say_all_together_complete_what_phrases_find_in_part(void **state)
{
    static const WatchCase cases[] = {
        {UNDER "Tên người gác cùng sổ giao ca, sổ ghi gì, ai ghi sổ, lịch giao ca.", STATUS_MET},
        {UNDER "Tên người gác cùng ai gác.\n3. Sổ giao ca, sổ ghi gì, ai ghi sổ, lịch giao ca.", STATUS_MET},
        {UNDER "Tên người gác đêm, lịch gác, ai gác ca nào của bảo vệ.", STATUS_PARTIAL},
        {UNDER "Có thể công khai tên người gác cùng sổ giao ca, sổ ghi gì, ai ghi sổ, lịch giao ca.",
         STATUS_PARTIAL},
    };
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Auditor) by = own_auditor(OWN_ITEM("own-watch", "Sổ gác đêm", NAMES),
                                        LEDGERS LEDGERS LEDGERS NAMES_ALONE NAMES_ALONE, &error);
    assert_no_error_text(error);
    judge_cases(by, cases, G_N_ELEMENTS(cases));
}

static void a_part_with_a_name_of_its_own_is_completed_by_no_line(void **state)
{
    static const WatchCase named = {
        UNDER "Tên người gác cùng sổ giao ca, sổ ghi gì, ai ghi sổ, lịch giao ca.", STATUS_PARTIAL};
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Auditor) by = own_auditor(OWN_ITEM_AS(" named=\"yes\"", "own-watch", "Sổ gác đêm", NAMES),
                                        LEDGERS LEDGERS LEDGERS NAMES_ALONE NAMES_ALONE, &error);
    g_autoptr(Result) result = NULL;
    assert_no_error_text(error);
    judge_case(by, &named, 0, &result);
}

static void without_lines_that_say_a_part_phrases_have_the_last_word(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Auditor) by =
        own_auditor(OWN_ITEM("own-watch", "Sổ gác đêm", NAMES), LEDGERS LEDGERS LEDGERS, &error);
    g_autoptr(Result) result = NULL;
    assert_no_error_text(error);
    assert_int_equal(judge(by, UNDER "Tên người gác cùng sổ giao ca, sổ ghi gì, ai ghi sổ, lịch giao ca.",
                           "own-watch", &result)
                         ->status,
                     STATUS_PARTIAL);
}

static void an_item_known_by_few_lines_is_asked_about(void **state)
{
    static const char *const texts[] = {
        UNDER "Tên người gác đêm, sổ giao ca gác của bảo vệ.",
        UNDER "Sổ của người gác và nhiều giấy tờ khác trong phòng hành chính.",
    };
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Auditor) by =
        own_auditor(OWN_ITEM("own-watch", "Sổ gác đêm", NEVER), WATCH("own-watch"), &error);
    assert_no_error_text(error);
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(Result) result = NULL;
        const Finding *finding = judge(by, texts[i], "own-watch", &result);
        assert_int_equal(finding->status, STATUS_REVIEW);
        assert_non_null(strstr(g_array_index(finding->nearest, Evidence, 0).quote, "gác"));
    }
}

static void a_line_that_says_an_item_outweighs_one_less_like_it_that_refuses(void **state)
{
    static const char said[] =
        UNDER "Tên người gác đêm, sổ giao ca gác của bảo vệ.\n3. Sổ giao ca gác là thông "
              "tin mật.";
    static const char refused[] = UNDER "Sổ giao ca gác của bảo vệ là thông tin mật.";
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Auditor) by =
        own_auditor(OWN_ITEM("own-watch", "Sổ gác đêm", NEVER), WATCHES("own-watch"), &error);
    g_autoptr(Result) first = NULL, second = NULL;

    assert_no_error_text(error);
    assert_int_equal(judge(by, said, "own-watch", &first)->status, STATUS_MET);
    assert_int_equal(judge(by, refused, "own-watch", &second)->status, STATUS_CONFLICT);
}

static void words_do_not_stand_for_a_number_of_the_law(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Auditor) by =
        own_auditor(OWN_ITEM("own-watch", "Sổ gác đêm", NUMBER), WATCH("own-watch"), &error);
    g_autoptr(Result) result = NULL;
    assert_no_error_text(error);
    assert_int_equal(
        judge(by, UNDER "Tên người gác đêm, sổ giao ca gác của bảo vệ.", "own-watch", &result)->status,
        STATUS_REVIEW);
}

static void a_line_that_two_items_are_as_like_is_neither(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    g_autoptr(Auditor) by =
        own_auditor(OWN_ITEM("own-watch", "Sổ gác đêm", NEVER) OWN_ITEM("own-guard", "Sổ gác đêm", NEVER),
                    WATCH("own-watch") WATCH("own-guard"), &error);
    g_autoptr(Result) result = NULL;
    assert_no_error_text(error);
    assert_int_equal(
        judge(by, UNDER "Tên người gác đêm, sổ giao ca gác của bảo vệ.", "own-watch", &result)->status,
        STATUS_MISSING);
}

static void a_pair_of_words_tells_what_its_words_do_not(void **state)
{
    (void)state;
    static const char lines[] = "<wording item=\"own-watch\" status=\"met\">Sổ gác đêm</wording>"
                                "<wording item=\"own-watch\" status=\"met\">Xem sổ gác đêm</wording>"
                                "<wording item=\"own-guard\" status=\"met\">Gác sổ đêm</wording>"
                                "<wording item=\"own-guard\" status=\"met\">Gác sổ đêm xem</wording>";
    g_autoptr(GError) error = NULL;
    g_autoptr(Auditor) by =
        own_auditor(OWN_ITEM("own-watch", "x", NEVER) OWN_ITEM("own-guard", "x", NEVER), lines, &error);
    assert_no_error_text(error);
    GPtrArray *items = items_of(by, "own-disclosure");
    LikenessShelf *shelf = likeness_shelf_new(auditor_rules(by));
    const Likeness *likeness = likeness_of(shelf, items);
    assert_string_equal(likest_item(likeness, items, "sổ gác đêm")->id, "own-watch");
    assert_string_equal(likest_item(likeness, items, "gác sổ đêm")->id, "own-guard");
    likeness_shelf_free(shelf);
}

#define LINES                                                                                                                              \
    "1. Dự toán, quyết toán ngân sách hằng năm.\n2. Mua sắm, quản lý, sử dụng tài sản công.\n3. Tuyển "          \
    "dụng, nâng bậc lương, khen thưởng, kỷ luật công chức.\n4. Kết luận thanh tra, kiểm toán; kết quả giải " \
    "quyết khiếu "                                                                                                                     \
    "nại, tố cáo.\n5. Nội quy, quy chế của cơ quan.\n"

static void a_section_is_about_what_its_lines_say(void **state)
{
    (void)state;
    static const char budget[] = "l10-cq-d46-k03";
    g_autoptr(Result) strange = NULL, denied = NULL, partly = NULL, hours = NULL;
    const Finding *finding = judge(auditor, "Điều 1. Sổ mười ba mục\n" LINES, budget, &strange);
    assert_int_equal(finding->status, STATUS_MET);
    assert_true(finding->by_wording); /* a person may want to look */
    assert_non_null(strstr(finding->note.vi, "Tiêu đề của mục này"));
    finding = judge(auditor, "Điều 1. Sổ kín\nNhững việc sau không đưa ra ngoài:\n" LINES, budget, &denied);
    assert_int_not_equal(finding->status, STATUS_MET);
    finding = judge(auditor,
                    "Điều 1. Sổ mười ba mục\n" LINES
                    "Những thứ sau không đưa ra ngoài:\na) Sổ trực đêm;\nb) Sổ quà biếu.\n",
                    budget, &partly);
    assert_int_equal(finding->status, STATUS_MET);
    finding =
        judge(auditor, "Điều 1. Giờ giấc\n1. Sáng từ 7 giờ, chiều từ 13 giờ.\n2. Ngày nghỉ theo lịch.\n",
              budget, &hours);
    assert_int_equal(finding->status, STATUS_MISSING);
}

static void a_wording_of_an_item_nobody_has_is_an_error(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    assert_null(own_auditor(OWN_ITEM("own-watch", "Sổ gác đêm", NEVER), WATCH("own-wacht"), &error));
    assert_non_null(strstr(error->message, "wordings-own.xml:1"));
    assert_non_null(strstr(error->message, "own-wacht"));
}

static guint near_misses_with(const char *wordings)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(Auditor) by = own_auditor(OWN_ITEM("own-watch", "Sổ gác đêm", NEVER), wordings, &error);
    assert_no_error_text(error);
    return auditor_rules(by)->near_misses->len;
}

/* The own pack does not ask that its act be cited: it advises. */
static void what_lacks_what_an_advice_asks_may_say_what_the_law_asks(void **state)
{
    (void)state;
    static const char line[] =
        "<wording item=\"%s\" status=\"missing\">Chuông qwa treo gác xép qwb</wording>";
    g_autofree char *of_advice = g_strdup_printf(line, "own-watch");
    g_autofree char *of_law = g_strdup_printf(line, "l10-cq-d46-k03");
    const guint without = near_misses_with("");
    assert_int_equal(near_misses_with(of_advice), without);
    assert_true(near_misses_with(of_law) > without);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_section_without_a_known_word_is_no_doubt),
        cmocka_unit_test(a_line_is_most_like_the_item_it_is_about),
        cmocka_unit_test(a_line_of_strange_words_is_like_nothing),
        cmocka_unit_test(a_line_of_known_words_says_the_item),
        cmocka_unit_test(a_line_gone_astray_says_nothing_beside_a_list_of_its_group),
        cmocka_unit_test(lines_that_say_all_together_complete_what_phrases_find_in_part),
        cmocka_unit_test(a_part_with_a_name_of_its_own_is_completed_by_no_line),
        cmocka_unit_test(without_lines_that_say_a_part_phrases_have_the_last_word),
        cmocka_unit_test(an_item_known_by_few_lines_is_asked_about),
        cmocka_unit_test(a_line_that_says_an_item_outweighs_one_less_like_it_that_refuses),
        cmocka_unit_test(words_do_not_stand_for_a_number_of_the_law),
        cmocka_unit_test(a_line_that_two_items_are_as_like_is_neither),
        cmocka_unit_test(a_pair_of_words_tells_what_its_words_do_not),
        cmocka_unit_test(a_section_is_about_what_its_lines_say),
        cmocka_unit_test(a_wording_of_an_item_nobody_has_is_an_error),
        cmocka_unit_test(what_lacks_what_an_advice_asks_may_say_what_the_law_asks),
    };
    return cmocka_run_group_tests(tests, load_auditor, free_auditor);
}
