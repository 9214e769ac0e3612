/* What an office does with a thing is no entry of a list of what is made public or asked about, nor is the
 * title that names the thing, nor what stands in an article about something else (rules/README.md,
 * "handled"). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "agency_cases.h"

#define ASSETS "l10-cq-d46-k04"
#define INSPECTION "l10-cq-d46-k08"
#define ALLOWANCES "l10-cq-d53-k07"
#define DISCLOSURE "Điều 1. Những nội dung phải công khai\n1. Kế hoạch công tác năm, quý, tháng.\n"
#define CONSULTATION "Điều 1. Những việc tham gia ý kiến\n1. Kế hoạch công tác năm.\n"
#define CHAPTER                                                                                                                    \
    "Chương I\nNHỮNG NỘI DUNG PHẢI CÔNG KHAI\nĐiều 1. Các việc trong năm\n1. Kế hoạch công tác năm, quý, " \
    "tháng.\n"
#define TITLE "Điều 2. Mua sắm, sử dụng, thanh lý tài sản công\n"

static void what_is_done_with_a_thing_otherwise_is_no_entry(void **state)
{
    static const Case cases[] = {
        {CHAPTER "2. Mua sắm, thanh lý tài sản công do kế toán lập danh sách, lưu tại phòng.", ASSETS,
         STATUS_MISSING},
        {CHAPTER "2. Mua sắm, thanh lý tài sản công.", ASSETS, STATUS_MET},
        {CONSULTATION "2. Chế độ, phụ cấp, thi đua: phòng tổ chức lập bảng, Giám đốc ký.", ALLOWANCES,
         STATUS_MISSING},
        {CONSULTATION "2. Chế độ, phụ cấp, thi đua: phòng tổ chức lập bảng rồi lấy ý kiến.", ALLOWANCES,
         STATUS_MET},
        {CONSULTATION "2. Việc thực hiện chế độ, chính sách liên quan đến quyền lợi công chức.", ALLOWANCES,
         STATUS_MET},
        {DISCLOSURE
         "2. Kết luận thanh tra, kiểm tra và kết quả giải quyết khiếu nại, tố cáo: văn thư vào sổ, lưu.",
         INSPECTION, STATUS_MISSING},
        {DISCLOSURE
         "2. Kết luận thanh tra, kiểm tra và kết quả giải quyết khiếu nại, tố cáo do văn thư niêm yết.",
         INSPECTION, STATUS_MET},
        {DISCLOSURE "2. Mua mới, sửa chữa, thanh lý tài sản do Chi cục trưởng quyết định và báo cáo Sở.",
         ASSETS, STATUS_MISSING},
        {DISCLOSURE "2. Mua mới, sửa chữa, thanh lý tài sản do phòng Kế toán thông báo trên bảng tin.",
         ASSETS, STATUS_MET},
        {DISCLOSURE "2. Kết luận thanh tra, kết quả giải quyết khiếu nại được lập hồ sơ, báo cáo Sở.",
         INSPECTION, STATUS_MISSING},
        {CONSULTATION "2. Chế độ, chính sách, quyền lợi công chức do phòng Tổ chức tính, trả hằng tháng.",
         ALLOWANCES, STATUS_MISSING},
        {CONSULTATION "2. Dự thảo chế độ, chính sách, quyền lợi công chức do phòng Tổ chức tính và trả.",
         ALLOWANCES, STATUS_MET},
        {CONSULTATION "2. Chế độ, chính sách, quyền lợi công chức: xin ý kiến Ban Thường vụ rồi thực hiện.",
         ALLOWANCES, STATUS_MISSING},
        {CONSULTATION
         "2. Chế độ, phụ cấp, thi đua: Ban Thường vụ cho ý kiến, thực hiện theo kết luận của Giám đốc.",
         ALLOWANCES, STATUS_MISSING},
        {CONSULTATION
         "2. Chế độ, chính sách, quyền lợi công chức: xin ý kiến Ban Thường vụ và toàn thể công chức.",
         ALLOWANCES, STATUS_MET},
        {DISCLOSURE
         "2. Kết luận thanh tra, kết quả giải quyết khiếu nại được phòng Tổ chức gửi lên Sở theo quý.",
         INSPECTION, STATUS_MISSING},
        {DISCLOSURE
         "2. Mua mới, sửa chữa, thanh lý tài sản: khi kiểm toán yêu cầu thì kế toán xuất trình hồ sơ.",
         ASSETS, STATUS_MISSING},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_title_is_no_entry_where_the_text_below_deals_with_it_otherwise(void **state)
{
    static const Case cases[] = {
        {CHAPTER TITLE "1. Việc ấy do kế toán lập danh sách, lưu tại phòng.", ASSETS, STATUS_MISSING},
        {CHAPTER TITLE "1. Niêm yết ở bảng tin, dán đủ 30 ngày.", ASSETS, STATUS_MET},
        {CHAPTER TITLE
         "1. Việc ấy do kế toán lập danh sách, lưu tại phòng.\n2. Danh sách được niêm yết ở bảng tin.",
         ASSETS, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

#define SUMMING_UP "Chương II\nCÔNG KHAI, THAM GIA Ý KIẾN VÀ GIÁM SÁT\n"
#define LISTS                                                                                                \
    "Điều 5. Những nội dung công khai\n1. Kế hoạch công tác năm.\n"                           \
    "Điều 6. Những việc tham gia ý kiến\n1. Kế hoạch công tác năm.\n"
#define SUPERVISION "Điều 7. Những việc giám sát\n1. Việc thực hiện nghị quyết hội nghị.\n"
#define PURCHASES "Điều 8. Quản lý hồ sơ\n1. Mua sắm, sử dụng, thanh lý tài sản công.\n"

static void what_sums_up_lends_nothing_to_an_article_about_something_else(void **state)
{
    static const Case cases[] = {
        {SUMMING_UP LISTS SUPERVISION PURCHASES, ASSETS, STATUS_MISSING},
        {SUMMING_UP PURCHASES, ASSETS, STATUS_MET},
        {"Chương II\nCÔNG KHAI\n" LISTS PURCHASES, ASSETS, STATUS_MET},
        {SUMMING_UP LISTS SUPERVISION
         "Điều 8. Tài sản\nCơ quan công khai việc mua sắm, sử dụng, thanh lý tài sản công.",
         ASSETS, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void what_stands_below_a_title_that_says_so_is_no_entry(void **state)
{
    static const char *const office = CHAPTER "Điều 2. Một số hồ sơ do phòng chức năng quản lý\n";
    g_autofree char *kept = g_strconcat(office, "1. Mua sắm, sử dụng, thanh lý tài sản công.", NULL);
    g_autofree char *shown =
        g_strconcat(office, "1. Mua sắm, sử dụng, thanh lý tài sản công được niêm yết ở bảng tin.", NULL);
    g_autofree char *next = g_strconcat(
        office, "1. Sổ kho.\nĐiều 3. Công khai về tài sản\n1. Mua sắm, sử dụng, thanh lý tài sản công.",
        NULL);
    const Case cases[] = {
        {kept, ASSETS, STATUS_MISSING},
        {shown, ASSETS, STATUS_MET},
        {next, ASSETS, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

#define ROWS                                                                                                             \
    "Điều 1. Những nội dung phải công khai\n{1,0,0}Việc\n{1,0,1}Cách làm\n{1,1,0}Kế hoạch công tác " \
    "quý\n{1,1,1}Dán ở bảng tin\n{1,2,0}Mua sắm, thanh lý tài sản công\n"

static void a_row_is_no_entry_where_its_next_cell_deals_with_it_otherwise(void **state)
{
    static const Case cases[] = {
        {ROWS "{1,2,1}Kế toán lưu tại phòng", ASSETS, STATUS_MISSING},
        {ROWS "{1,2,1}Kế toán niêm yết ở bảng tin", ASSETS, STATUS_MET},
        {ROWS "{1,2,1}Kế toán lưu tại phòng\n{1,2,2}Niêm yết ở bảng tin", ASSETS, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

#define LIST "2. Các việc sau do kế toán lập danh sách, lưu tại phòng:\n"

static void entries_of_a_list_are_what_the_sentence_says_that_opens_it(void **state)
{
    static const Case cases[] = {
        {CHAPTER LIST "- Mua sắm, thanh lý tài sản công;\n- Sổ kho.", ASSETS, STATUS_MISSING},
        {CHAPTER LIST "- Sổ kho;\n- Mua sắm, thanh lý tài sản công, niêm yết ở bảng tin.", ASSETS,
         STATUS_MET},
        {CHAPTER LIST "- Sổ kho.\n3. Mua sắm, thanh lý tài sản công.", ASSETS, STATUS_MET},
        {CHAPTER
         "2. Các việc sau kế toán lập danh sách, không được lưu tại phòng:\n- Mua sắm, thanh lý tài sản "
         "công;\n- Sổ kho.",
         ASSETS, STATUS_MET},
        {CHAPTER
         "2. Kế toán lập danh sách, lưu tại phòng và công khai các việc sau:\n- Mua sắm, thanh lý tài sản "
         "công;\n- Sổ kho.",
         ASSETS, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

#define WAYS                                                                                                 \
    "Điều 1. Những nội dung phải công khai\n{1,0,0}Việc\n{1,0,1}Ai lo\n{1,0,2}Đường đi\n"   \
    "{1,1,0}Kế hoạch công tác quý\n{1,1,1}Văn phòng\n{1,1,2}Dán ở bảng tin\n"                  \
    "{1,2,0}Mua sắm, thanh lý tài sản công\n{1,2,1}Kế toán\n"
#define PAPERS                                                                                               \
    "Điều 1. Những nội dung phải công khai\n1. Kế hoạch công tác năm.\n2. Sổ kho.\n"      \
    "Giấy tờ khác do kế toán lưu tại phòng.\n"                                                   \
    "{1,0,0}Giấy tờ\n{1,0,1}Hạn\n{1,1,0}Mua sắm, thanh lý tài sản công\n"

static void a_later_cell_tells_where_its_column_does(void **state)
{
    static const Case cases[] = {
        {WAYS "{1,2,2}Kế toán lưu tại phòng", ASSETS, STATUS_MISSING},
        {WAYS "{1,2,2}Niêm yết ở bảng tin", ASSETS, STATUS_MET},
        {WAYS "{1,2,2}Hằng quý\n{1,2,3}Kế toán lưu tại phòng", ASSETS, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

#define SMALL_TABLE "{1,0,0}Việc\n{1,0,1}Hạn\n{1,1,0}Mua sắm, thanh lý tài sản công\n{1,1,1}Năm năm"

static void rows_are_what_the_sentence_above_their_table_says(void **state)
{
    static const Case cases[] = {
        {PAPERS "{1,1,1}Năm năm", ASSETS, STATUS_MISSING},
        {PAPERS "{1,1,1}Niêm yết ở bảng tin", ASSETS, STATUS_MET},
        {CHAPTER "2. Sổ kho do kế toán lập danh sách, lưu tại phòng.\n" SMALL_TABLE, ASSETS, STATUS_MET},
        {CHAPTER "Sổ kho do kế toán lập danh sách, lưu tại phòng. Bảng dưới đây ghi các việc trong "
                 "năm.\n" SMALL_TABLE,
         ASSETS, STATUS_MET},
        {CHAPTER
         "{2,0,0}Sổ\n{2,0,1}Hạn\n{2,1,0}Sổ kho\n{2,1,1}Kế toán lập danh sách, lưu tại phòng\n" SMALL_TABLE,
         ASSETS, STATUS_MET},
        {CHAPTER "{1,0,0}Sổ kho\n{1,0,1}Kế toán lập danh sách, lưu tại phòng hồ sơ\n{1,1,0}Mua sắm, thanh lý "
                 "tài sản công\n{1,1,1}Hằng năm",
         ASSETS, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_done_with_a_thing_otherwise_is_no_entry),
        cmocka_unit_test(a_title_is_no_entry_where_the_text_below_deals_with_it_otherwise),
        cmocka_unit_test(what_sums_up_lends_nothing_to_an_article_about_something_else),
        cmocka_unit_test(what_stands_below_a_title_that_says_so_is_no_entry),
        cmocka_unit_test(a_row_is_no_entry_where_its_next_cell_deals_with_it_otherwise),
        cmocka_unit_test(entries_of_a_list_are_what_the_sentence_says_that_opens_it),
        cmocka_unit_test(a_later_cell_tells_where_its_column_does),
        cmocka_unit_test(rows_are_what_the_sentence_above_their_table_says),
    };
    return cmocka_run_group_tests_name("handled", tests, load_auditor, free_auditor);
}
