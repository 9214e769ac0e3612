/* Numbers that the law sets: which of several counts, and where one is read at all. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "agency_cases.h"

#define TIME "l10-cq-d47-k2"
#define BOARD "l10-cq-d60-k1"
#define FORMS "Điều 1. Hình thức và thời điểm công khai\n"

static void a_loose_number_in_its_section_outweighs_a_proper_one_elsewhere(void **state)
{
    static const char elsewhere[] =
        "\nĐiều 2. Tổ chức thực hiện\n1. Văn phòng công khai biên bản trong 02 ngày kể từ ngày ký.";
    g_autofree char *loose =
        g_strconcat(FORMS "1. Công khai trong 15 ngày làm việc kể từ ngày ký.", elsewhere, NULL);
    g_autofree char *proper =
        g_strconcat(FORMS "1. Công khai trong 05 ngày làm việc kể từ ngày ký.", elsewhere, NULL);
    g_autofree char *none = g_strconcat(FORMS "1. Niêm yết tại trụ sở.", elsewhere, NULL);
    const Case cases[] = {
        {loose, TIME, STATUS_CONFLICT}, {proper, TIME, STATUS_MET}, {none, TIME, STATUS_MET}};
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_number_that_is_set_apart_is_not_that_of_its_section(void **state)
{
    static const Case cases[] = {
        {FORMS "1. Công khai trong 15 ngày kể từ ngày ký. Riêng chỉ đạo khẩn phải thông báo trong 02 giờ.",
         TIME, STATUS_CONFLICT},
        {FORMS "1. Công khai trong 05 ngày kể từ ngày ký. Riêng chỉ đạo khẩn phải thông báo trong 02 giờ.",
         TIME, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_part_of_a_proper_number_is_not_loose(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Ban Thanh tra nhân dân\n1. Hội nghị bầu 05 người, trong đó có ít nhất 02 người là nữ.",
         BOARD, STATUS_MET},
        {"Điều 1. Ban Thanh tra nhân dân\n1. Ban gồm 07 thành viên do hội nghị bầu. Chi nhánh có ít nhất 02 "
         "thành viên.",
         BOARD, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

/* Article 51 clause 2 point đ, article 60 clause 1: units of up to seven need no conference and have no
 * board. */
static void a_small_agency_owes_no_board_and_no_conference(void **state)
{
    static const char *const rules[] = {"l10-cq-d49-k1", "l10-cq-d51-k1", "l10-cq-d59-k1d",
                                        "l10-cq-d60-k3", "l10-cq-d63-k2", "agency-10-2022-inspection-body"};
    (void)state;
    g_autoptr(Result) small = audit_text("Điều 1. Hiệu lực\nTừ ngày ký.", 7);
    g_autoptr(Result) larger = audit_text("Điều 1. Hiệu lực\nTừ ngày ký.", 8);

    for (guint i = 0; i < G_N_ELEMENTS(rules); i++) {
        assert_int_equal(finding_of(small, rules[i])->status, STATUS_NOT_APPLICABLE);
        assert_int_equal(finding_of(larger, rules[i])->status, STATUS_MISSING);
    }
}

/* One number for what is shown on screens, another for paper; one majority for contributions, one for the
 * rest. */
static void a_proper_number_of_something_else_hides_no_loose_one(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Hình thức công khai\n1. Đăng trên trang thông tin nội bộ trong 10 ngày.\n"
         "2. Nơi chưa có hệ thống thông tin nội bộ, niêm yết tại trụ sở ít nhất 20 ngày liên tục.",
         "l10-cq-d48-k1", STATUS_CONFLICT},
        {"Điều 1. Hình thức công khai\n1. Đăng trên trang thông tin nội bộ trong 20 ngày.\n"
         "2. Nơi chưa có hệ thống thông tin nội bộ, niêm yết tại trụ sở ít nhất 20 ngày liên tục.",
         "l10-cq-d48-k1", STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_loose_number_in_its_section_outweighs_a_proper_one_elsewhere),
        cmocka_unit_test(a_number_that_is_set_apart_is_not_that_of_its_section),
        cmocka_unit_test(a_part_of_a_proper_number_is_not_loose),
        cmocka_unit_test(a_small_agency_owes_no_board_and_no_conference),
        cmocka_unit_test(a_proper_number_of_something_else_hides_no_loose_one),
    };
    return cmocka_run_group_tests_name("bounds", tests, load_auditor, free_auditor);
}
