/* What rows of tables say by their cells together. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "agency_cases.h"

#define MAKES_RULES "l10-cq-d59-k1a"
#define HEAD_TABLE "Điều 1. Trách nhiệm của Giám đốc\n{1,0,0}Việc\n{1,0,1}Cách làm\n{1,0,2}Cùng ai\n"

static void cells_of_a_row_say_an_item_together(void **state)
{
    static const Case cases[] = {
        {HEAD_TABLE "{1,1,0}Quy chế dân chủ\n{1,1,1}Giám đốc ký\n{1,1,2}Bàn với Công đoàn", MAKES_RULES,
         STATUS_MET},
        /* of two rows no cell speaks of the other row's */
        {HEAD_TABLE "{1,1,0}Quy chế dân chủ\n{1,1,1}Phổ biến\n{1,1,2}Văn thư\n{1,2,0}Giấy tờ khác\n"
                    "{1,2,1}Giám đốc ký\n{1,2,2}Bàn với Công đoàn",
         MAKES_RULES, STATUS_MISSING},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_row_outside_the_section_says_nothing(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Công tác văn phòng\n{1,0,0}Việc\n{1,0,1}Cách làm\n{1,0,2}Cùng ai\n{1,1,0}Quy chế dân "
         "chủ\n{1,1,1}Giám đốc ký\n{1,1,2}Bàn với Công đoàn",
         MAKES_RULES, STATUS_MISSING},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void the_finding_shows_both_cells(void **state)
{
    (void)state;
    g_autoptr(Result) result =
        audit_text(HEAD_TABLE "{1,1,0}Quy chế dân chủ\n{1,1,1}Giám đốc ký\n{1,1,2}Bàn với Công đoàn", -1);
    const Finding *finding = finding_of(result, MAKES_RULES);

    assert_true(finding->evidence->len >= 2);
    assert_string_equal(g_array_index(finding->evidence, Evidence, 0).quote, "Quy chế dân chủ");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_of_a_row_say_an_item_together),
        cmocka_unit_test(a_row_outside_the_section_says_nothing),
        cmocka_unit_test(the_finding_shows_both_cells),
    };
    return cmocka_run_group_tests_name("rows", tests, load_auditor, free_auditor);
}
