/* What an office does with a thing is no entry of a list of what is made public or asked about, and so is the
 * title that names the thing (rules/README.md, "handled"). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "agency_cases.h"

#define ASSETS "l10-cq-d46-k04"
#define DISCLOSURE                                                                                                                 \
    "Chương I\nNHỮNG NỘI DUNG PHẢI CÔNG KHAI\nĐiều 1. Các việc trong năm\n1. Kế hoạch công tác năm, quý, " \
    "tháng.\n"
#define TITLE "Điều 2. Mua sắm, sử dụng, thanh lý tài sản công\n"

static void what_an_office_does_with_it_is_no_entry(void **state)
{
    static const Case cases[] = {
        {DISCLOSURE "2. Mua sắm, thanh lý tài sản công do kế toán lập danh sách, lưu tại phòng.", ASSETS,
         STATUS_MISSING},
        {DISCLOSURE "2. Mua sắm, thanh lý tài sản công.", ASSETS, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_title_is_no_entry_where_the_text_below_deals_with_it_otherwise(void **state)
{
    static const Case cases[] = {
        {DISCLOSURE TITLE "1. Việc ấy do kế toán lập danh sách, lưu tại phòng.", ASSETS, STATUS_MISSING},
        {DISCLOSURE TITLE "1. Niêm yết ở bảng tin, dán đủ 30 ngày.", ASSETS, STATUS_MET},
        {DISCLOSURE TITLE
         "1. Việc ấy do kế toán lập danh sách, lưu tại phòng.\n2. Danh sách được niêm yết ở bảng tin.",
         ASSETS, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_an_office_does_with_it_is_no_entry),
        cmocka_unit_test(a_title_is_no_entry_where_the_text_below_deals_with_it_otherwise),
    };
    return cmocka_run_group_tests_name("handled", tests, load_auditor, free_auditor);
}
