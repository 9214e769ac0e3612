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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_loose_number_in_its_section_outweighs_a_proper_one_elsewhere),
        cmocka_unit_test(a_number_that_is_set_apart_is_not_that_of_its_section),
        cmocka_unit_test(a_part_of_a_proper_number_is_not_loose),
    };
    return cmocka_run_group_tests_name("bounds", tests, load_auditor, free_auditor);
}
