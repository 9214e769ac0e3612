/* What rows of tables say: by their cells together, and by a first cell within the section around the table.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "agency_cases.h"

#define MAKES_RULES "l10-cq-d59-k1a"
#define PLAN "l10-cq-d46-k02"
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

static void a_row_of_any_section_says_what_its_first_cell_governs(void **state)
{
    static const Case cases[] = {
        {HEAD_TABLE "{1,1,0}Đối thoại với nhân viên\n{1,1,1}Tại hội trường\n{1,1,2}Mỗi quý một lần",
         "nq02-cq-doi-thoai", STATUS_MET},
        {HEAD_TABLE "{1,1,0}Đối thoại với nhân viên\n{1,1,1}Tại hội trường\n{1,2,0}Quét dọn\n"
                    "{1,2,1}Tại phòng làm việc\n{1,2,2}Mỗi quý một lần",
         "nq02-cq-doi-thoai", STATUS_PARTIAL},
        {HEAD_TABLE
         "{1,1,0}Tổ chức hội nghị cán bộ, công chức\n{1,1,1}Tại hội trường\n{1,1,2}Mỗi năm một lần",
         "l10-cq-d51-k1", STATUS_PARTIAL},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

#define MARK_TABLE "Điều 1. Việc được biết, việc được hỏi\n{1,0,0}Việc\n{1,0,1}Công khai\n{1,0,2}Lấy ý kiến\n"
#define MARKS_UNDER_ONE_HEAD                                                                                       \
    "Điều 1. Việc được biết, việc được hỏi\n{1,0,0}Việc\n{1,0,1}Quyền của công chức\n" \
    "{1,1,1}Công khai\n{1,1,2}Lấy ý kiến\n"

static void a_mark_gives_its_row_to_the_head_of_its_column(void **state)
{
    static const Case cases[] = {
        {MARK_TABLE "{1,1,0}Kế hoạch công tác quý\n{1,1,1}x\n{1,1,2}-\n{1,2,0}Tin bão\n{1,2,1}-\n{1,2,2}x",
         PLAN, STATUS_MET},
        {MARK_TABLE
         "{1,1,0}Kế hoạch công tác quý\n{1,1,1}x (trước ngày 05)\n{1,2,0}Lịch trực\n{1,2,1}-\n{1,2,2}x",
         PLAN, STATUS_MET},
        {MARK_TABLE "{1,1,0}Kế hoạch công tác quý\n{1,1,1}-\n{1,1,2}x\n{1,2,0}Tin bão\n{1,2,1}x\n{1,2,2}-",
         PLAN, STATUS_MISSING},
        {MARKS_UNDER_ONE_HEAD "{1,2,0}Kế hoạch công tác quý\n{1,2,1}✓\n{1,3,0}Tin bão\n{1,3,1}-\n{1,3,2}✓",
         PLAN, STATUS_MET},
        {MARKS_UNDER_ONE_HEAD "{1,2,0}Kế hoạch công tác quý\n{1,2,2}✓\n{1,3,0}Tin bão\n{1,3,1}✓\n{1,3,2}✓",
         PLAN, STATUS_MISSING},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

#define YES_OR_NO                                                                                                \
    "Điều 1. Những nội dung phải công khai\n{1,0,0}Việc\n{1,0,1}Hỏi trước\n{1,0,2}Công khai\n" \
    "{1,1,0}Phong trào thi đua\n{1,1,1}Có\n{1,1,2}Có\n{1,2,0}Kế hoạch công tác năm\n"
#define FOUR_YES                                                                                                  \
    "{1,3,0}Lịch trực\n{1,3,1}Có\n{1,3,2}Có\n{1,4,0}Sổ trực\n{1,4,1}Có\n{1,4,2}Có\n{1,5,0}Tin bão\n" \
    "{1,5,1}Có\n{1,5,2}Có\n"

static void yes_is_a_mark_and_no_is_none(void **state)
{
    static const Case cases[] = {
        {YES_OR_NO "{1,2,1}Có, với kế hoạch năm\n{1,2,2}Không", "l10-cq-d53-k02", STATUS_MET},
        {YES_OR_NO "{1,2,1}Có\n{1,2,2}Không, chỉ lãnh đạo xem", PLAN, STATUS_CONFLICT},
        {YES_OR_NO "{1,2,1}Không\n{1,2,2}Có", PLAN, STATUS_MET},
        {YES_OR_NO "{1,2,1}Có\n{1,2,2}Có", "l10-cq-d53-k02", STATUS_MET},
        {YES_OR_NO "{1,2,1}Không\n{1,2,2}Có", "l10-cq-d53-k02", STATUS_MISSING},
        {YES_OR_NO "{1,2,1}Giám đốc ký\n{1,2,2}Có\n" FOUR_YES, "l10-cq-d53-k02", STATUS_MISSING},
        {YES_OR_NO "{1,2,1}Giám đốc ký\n{1,2,2}Có\n" FOUR_YES, "l10-cq-d53-k03", STATUS_MET},
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

static void a_first_cell_adds_a_group_to_that_of_the_section(void **state)
{
    static const char table[] = "Điều 1. Những nội dung phải công khai\n{1,0,0}Tin\n{1,0,1}Nội dung\n{1,1,0}"
                                "Lấy ý kiến\n{1,1,1}Kế hoạch công tác năm của cơ quan";
    static const Case cases[] = {
        {table, PLAN, STATUS_MET},
        {table, "l10-cq-d53-k02", STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_table_right_below_a_sentence_is_what_it_speaks_of(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Quy định cụ thể\nGiám đốc công khai những việc ghi ở bảng dưới "
         "đây.\n{1,0,0}Việc\n{1,0,1}Lúc "
         "nào\n{1,1,0}Kế hoạch công tác năm\n{1,1,1}Tháng 01",
         PLAN, STATUS_MET},
        {"Điều 1. Quy định cụ thể\nGiám đốc công khai đúng hạn.\nVăn phòng lập bảng "
         "việc.\n{1,0,0}Việc\n{1,0,1}Lúc "
         "nào\n{1,1,0}Kế hoạch công tác năm\n{1,1,1}Tháng 01",
         PLAN, STATUS_MISSING},
        /* the sentence itself in a frame of one cell, and in a row of a table of its own */
        {"Điều 1. Quy định cụ thể\n{1,0,0}Giám đốc công khai những việc ghi ở bảng dưới "
         "đây.\n{2,0,0}Việc\n{2,0,1}Lúc nào\n{2,1,0}Kế hoạch công tác năm\n{2,1,1}Tháng 01",
         PLAN, STATUS_MET},
        {"Điều 1. Quy định cụ thể\n{1,0,0}Việc\n{1,0,1}Ai lo\n{1,1,0}Tin tức\n{1,1,1}Giám đốc công khai "
         "mọi tin.\n{2,0,0}Việc\n{2,0,1}Lúc nào\n{2,1,0}Kế hoạch công tác năm\n{2,1,1}Tháng 01",
         PLAN, STATUS_MISSING},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_short_word_heads_a_column(void **state)
{
    static const Case cases[] = {
        /* and is no number beside a title of the rows */
        {"Điều 1. Những nội dung phải công khai\n{1,0,0}TT\n{1,0,1}Việc\n{1,0,2}Hình thức công khai\n"
         "{1,1,0}1\n{1,1,1}Kế hoạch công tác năm của cơ quan và kết quả thực hiện\n{1,1,2}Bảng tin",
         PLAN, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_cell_behind_tells_what_is_done_with_its_row(void **state)
{
    static const char head[] = "Điều 1. Bảng việc\n{1,0,0}Việc\n{1,0,1}Ai lo\n{1,0,2}Làm thế nào\n{1,1,0}";
    static const struct {
        const char *said, *item;
        Status status;
    } cases[] = {
        {"Kế hoạch công tác năm\n{1,1,1}Văn thư\n{1,1,2}Công khai", PLAN, STATUS_MET},
        {"Kế hoạch công tác năm\n{1,1,1}Văn thư\n{1,1,2}Ký xong thì công khai", PLAN, STATUS_MET},
        {"Kế hoạch công tác năm\n{1,1,1}Văn thư\n{1,1,2}Công khai", "l10-cq-d53-k02", STATUS_MISSING},
        {"Kế hoạch công tác năm\n{1,1,1}Văn thư\n{1,1,2}Lấy ý kiến trước khi ký", "l10-cq-d53-k02",
         STATUS_MET},
        {"Kế hoạch công tác năm\n{1,1,1}Văn thư\n{1,1,2}Đóng tập", PLAN, STATUS_MISSING},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = g_strconcat(head, cases[i].said, NULL);
        const Case one = {text, cases[i].item, cases[i].status};
        check_cases(&one, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_of_a_row_say_an_item_together),
        cmocka_unit_test(a_row_outside_the_section_says_nothing),
        cmocka_unit_test(a_row_of_any_section_says_what_its_first_cell_governs),
        cmocka_unit_test(a_mark_gives_its_row_to_the_head_of_its_column),
        cmocka_unit_test(yes_is_a_mark_and_no_is_none),
        cmocka_unit_test(the_finding_shows_both_cells),
        cmocka_unit_test(a_first_cell_adds_a_group_to_that_of_the_section),
        cmocka_unit_test(a_table_right_below_a_sentence_is_what_it_speaks_of),
        cmocka_unit_test(a_short_word_heads_a_column),
        cmocka_unit_test(a_cell_behind_tells_what_is_done_with_its_row),
    };
    return cmocka_run_group_tests_name("rows", tests, load_auditor, free_auditor);
}
