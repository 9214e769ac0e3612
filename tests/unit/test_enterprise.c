/* Enterprises: what depends on the number of staff and how the text tells it; what a sentence refuses; what
 * is about somebody else. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "build_document.h"
#include "repository_auditor.h"

#define TITLE "QUY CHẾ\nDÂN CHỦ Ở CƠ SỞ TẠI NƠI LÀM VIỆC CỦA CÔNG TY CỔ PHẦN AN KHÁNH\n"

typedef struct {
    const char *text; /* after the title */
    gint staff;       /* as given; -1 unknown */
    const char *rule;
    Status status;
} Case;

static const Finding *find_finding(const Result *result, const char *rule)
{
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *finding = result->findings->pdata[i];
        if (strcmp(finding->rule, rule) == 0)
            return finding;
    }
    return NULL;
}

static const Finding *finding_of(const Result *result, const char *rule)
{
    const Finding *finding = find_finding(result, rule);
    if (!finding)
        fail_msg("no finding for %s", rule);
    return finding;
}

static Result *audit_with(const char *text, AuditOptions options)
{
    g_autofree char *whole = g_strconcat(TITLE, text, NULL);
    Budget budget;
    g_autoptr(Document) document = build_document(whole, &budget);
    Result *result = result_new("case");

    options.profile = "enterprise";
    options.profile_source = "given";
    audit_document(auditor, document, &options, &budget, result);
    return result;
}

static Result *audit_text(const char *text, gint staff)
{
    return audit_with(text, (AuditOptions){.as_of = "2022-06-01", .staff = staff, .state_owned = -1});
}

static void check_cases(const Case *cases, guint count)
{
    for (guint i = 0; i < count; i++) {
        g_autoptr(Result) result = audit_text(cases[i].text, cases[i].staff);
        const Status status = finding_of(result, cases[i].rule)->status;
        if (status != cases[i].status)
            fail_msg("case %u: %s is %s, not %s: “%s”", i, cases[i].rule, status_name(status),
                     status_name(cases[i].status), cases[i].text);
    }
}

static void a_bound_rises_with_the_number_of_staff(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Đối thoại\nBên người lao động có 05 người.", -1, "nd145-d38-k2", STATUS_MET},
        {"Điều 1. Đối thoại\nBên người lao động có 05 người.", 149, "nd145-d38-k2", STATUS_MET},
        {"Điều 1. Đối thoại\nBên người lao động có 05 người.", 150, "nd145-d38-k2", STATUS_CONFLICT},
        {"Điều 1. Đối thoại\nBên người lao động có 24 người.", 5000, "nd145-d38-k2", STATUS_MET},
        {"Điều 1. Đối thoại\nBên người lao động có 02 người.", -1, "nd145-d38-k2", STATUS_CONFLICT},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

/* As article 38 itself has them: neither side's number is the other's, and "Căn cứ điều kiện …" opens no
 * bases. */
static void the_numbers_of_both_sides_are_told_apart(void **state)
{
    static const char scale[] =
        "Điều 1. Đối thoại\n1. Công ty quyết định thành phần đại diện cho mình, bảo đảm ít nhất 02 người.\n"
        "2. Bên người lao động\n"
        "a) Căn cứ điều kiện sản xuất, tổ chức đại diện bảo đảm số lượng như sau:\n"
        "a1) Ít nhất 03 người, nếu người sử dụng lao động sử dụng dưới 50 người lao động;\n"
        "a2) Ít nhất từ 04 người đến 08 người, nếu người sử dụng lao động sử dụng từ 50 người lao động đến "
        "dưới 150 người lao động.";
    static const Case cases[] = {
        {scale, -1, "nd145-d38-k1", STATUS_CONFLICT},
        {scale, -1, "nd145-d38-k2", STATUS_MET},
        {scale, 60, "nd145-d38-k2", STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void the_text_tells_the_number_unless_it_is_given(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Phạm vi\nÁp dụng cho 320 người lao động của Công ty.\n"
         "Điều 2. Đối thoại\nBên người lao động có 05 người.",
         -1, "nd145-d38-k2", STATUS_CONFLICT},
        {"Điều 1. Phạm vi\nÁp dụng cho 320 người lao động của Công ty.\n"
         "Điều 2. Đối thoại\nBên người lao động có 05 người.",
         90, "nd145-d38-k2", STATUS_MET},
        /* no number of staff: who must meet, how many the law means */
        {"Điều 1. Phạm vi\nÁp dụng cho nơi sử dụng từ 500 người lao động trở lên.\n"
         "Điều 2. Đối thoại\nBên người lao động có 05 người.",
         -1, "nd145-d38-k2", STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_relief_for_small_units_is_asked_of_them_alone(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Hiệu lực\nCó hiệu lực từ ngày ký.", -1, "nd145-d114-k4", STATUS_NOT_APPLICABLE},
        {"Điều 1. Hiệu lực\nCó hiệu lực từ ngày ký.", 10, "nd145-d114-k4", STATUS_NOT_APPLICABLE},
        {"Điều 1. Hiệu lực\nCó hiệu lực từ ngày ký.", 9, "nd145-d114-k4", STATUS_MISSING},
        {"Điều 1. Hội nghị người lao động\nHằng năm.", 9, "nd145-d47-k1", STATUS_NOT_APPLICABLE},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void what_a_sentence_refuses_contradicts_the_rows_of_its_group(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Công ty công khai\nThang lương, bảng lương là thông tin mật.", -1, "nd145-d43-k1b",
         STATUS_CONFLICT},
        {"Điều 1. Công ty công khai\nNội quy, thang lương, trừ tài liệu là bí mật.", -1, "nd145-d43-k1b",
         STATUS_MET},
        {"Điều 1. Người lao động tự quyết\nGia nhập công đoàn phải được Giám đốc đồng ý.", -1,
         "nd145-d45-k1b", STATUS_CONFLICT},
        /* two of three funds are asked for: a refused one is at odds; a refused form of many is not */
        {"Điều 1. Công ty công khai\nQuỹ phúc lợi là tiền của chủ, không phải công khai.", -1,
         "nd145-d43-k1d", STATUS_CONFLICT},
        {"Điều 1. Hình thức công khai\nBảng tin, họp đầu ca, gửi email; không đăng mạng xã hội.", -1,
         "nd145-d43-k2", STATUS_MET},
        /* the same words under another group's heading refuse nothing of this one */
        {"Điều 1. Công ty công khai\nNội quy, thang lương.\nĐiều 2. Quy định khác\nBản vẽ là thông tin mật.",
         -1, "nd145-d43-k1b", STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_denial_may_count_in_its_section_alone(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Hội nghị người lao động\nHai năm tổ chức một lần, họp toàn thể.", -1, "nd145-d47-k1",
         STATUS_CONFLICT},
        {"Điều 1. Hội nghị người lao động\nMỗi năm một lần, họp toàn thể.\n"
         "Điều 2. Thi tay nghề\nHai năm tổ chức một lần.",
         -1, "nd145-d47-k1", STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void the_same_words_about_somebody_else_do_not_count(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Công ty công khai\nGiải quyết khiếu nại của khách hàng.", -1, "nd145-d43-k1e",
         STATUS_MISSING},
        {"Điều 1. Công ty công khai\nGiải quyết khiếu nại của người lao động.", -1, "nd145-d43-k1e",
         STATUS_PARTIAL},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

/* What breaks the law by the item's own words is the proof, not a refusal of something else beside it. */
static void the_quote_is_of_what_breaks_the_law(void **state)
{
    static const char text[] =
        "Điều 1. Người lao động quyết định\n"
        "1. Giao kết, sửa đổi, chấm dứt hợp đồng lao động; riêng việc đơn phương chấm dứt phải được Trưởng "
        "kho đồng ý.\n2. Người lao động mặc nhiên là đoàn viên Công đoàn kể từ khi ký hợp đồng.\n"
        "Điều 2. Đối thoại\nCông ty cử 02 người gồm Phó Giám đốc và Trưởng phòng Nhân sự.\n"
        "Điều 3. Thi hành\nGiám đốc sửa đổi Quy chế khi thấy cần, không phải hỏi ý kiến Công đoàn.";
    static const struct {
        const char *rule, *address, *missing;
    } cases[] = {
        {"nd145-d45-k1a", "Điều 1 > khoản 1", "quy chế quy định điều luật không cho phép"},
        {"nd145-d38-k1", "Điều 2",
         "số người bên người sử dụng lao động: không bảo đảm mức luật định (luật: ít nhất 3 người)"},
    };
    (void)state;
    g_autoptr(Result) result = audit_text(text, 320);
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        const Finding *finding = finding_of(result, cases[i].rule);
        assert_int_equal(finding->status, STATUS_CONFLICT);
        assert_int_equal(finding->evidence->len, 1);
        assert_string_equal(g_array_index(finding->evidence, Evidence, 0).address, cases[i].address);
        assert_string_equal(finding->missing.vi, cases[i].missing);
    }
}

static void principles_prove_an_item_of_principles(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Nguyên tắc\nThiện chí, trung thực; tôn trọng quyền lợi của nhau.", -1,
         "nd145-d42-nguyen-tac", STATUS_MET},
        {"Điều 1. Nguyên tắc\nCông khai nội quy lao động, thang lương.", -1, "nd145-d43-k1b", STATUS_MISSING},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

/* Decree 145/2020 was for all employers until the Law of 2022 gave those of the State rules of their own. */
static void the_law_of_its_day_governs_an_enterprise_whoever_owns_it(void **state)
{
    static const struct {
        const char *as_of;
        gint state_owned;
        const char *governing;
    } cases[] = {
        {"2018-12-31", 1, "60/2013/NĐ-CP"},  {"2021-01-31", 1, "149/2018/NĐ-CP"},
        {"2021-02-01", 1, "145/2020/NĐ-CP"}, {"2023-06-30", 1, "145/2020/NĐ-CP"},
        {"2023-06-30", 0, "145/2020/NĐ-CP"}, {"2023-07-01", 1, "10/2022/QH15"},
    };
    (void)state;

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Result) result = audit_with(
            "Điều 1. Hiệu lực\nTừ ngày ký.",
            (AuditOptions){.as_of = cases[i].as_of, .staff = -1, .state_owned = cases[i].state_owned});
        assert_int_equal(result->governing->len, 1);
        assert_string_equal(result->governing->pdata[0], cases[i].governing);
        assert_int_equal(result->verdict, VERDICT_INCOMPLETE);
    }
}

/* Chapter IV of the law is for those of the State; of the others the decree alone governs dialogue. */
static void an_enterprise_says_itself_whose_it_is(void **state)
{
    static const struct {
        const char *text;
        const char *rule, *not_rule;
    } cases[] = {
        {"Công ty là doanh nghiệp nhà nước.", "l10-dn-d64-k1a", "nd145-d38-k1"},
        {"Công ty là doanh nghiệp ngoài Nhà nước; việc Ban này làm ở doanh nghiệp nhà nước do tổ làm.",
         "nd145-d38-k1", "l10-dn-d64-k1a"},
        {"Việc Ban này làm ở doanh nghiệp nhà nước thì tổ làm. Công ty thuộc loại hình doanh nghiệp tư nhân.",
         "nd145-d38-k1", "l10-dn-d64-k1a"},
    };
    (void)state;

    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = g_strconcat("Điều 1. Đối tượng\n", cases[i].text, NULL);
        g_autoptr(Result) result =
            audit_with(text, (AuditOptions){.as_of = "2024-06-01", .staff = -1, .state_owned = -1});
        assert_non_null(find_finding(result, cases[i].rule));
        assert_null(find_finding(result, cases[i].not_rule));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bound_rises_with_the_number_of_staff),
        cmocka_unit_test(the_numbers_of_both_sides_are_told_apart),
        cmocka_unit_test(the_text_tells_the_number_unless_it_is_given),
        cmocka_unit_test(a_relief_for_small_units_is_asked_of_them_alone),
        cmocka_unit_test(what_a_sentence_refuses_contradicts_the_rows_of_its_group),
        cmocka_unit_test(a_denial_may_count_in_its_section_alone),
        cmocka_unit_test(the_same_words_about_somebody_else_do_not_count),
        cmocka_unit_test(the_quote_is_of_what_breaks_the_law),
        cmocka_unit_test(principles_prove_an_item_of_principles),
        cmocka_unit_test(the_law_of_its_day_governs_an_enterprise_whoever_owns_it),
        cmocka_unit_test(an_enterprise_says_itself_whose_it_is),
    };
    return cmocka_run_group_tests(tests, load_auditor, free_auditor);
}
