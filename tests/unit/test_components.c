/* Components: what a file holds beside the regulation, and where each begins and ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "build_document.h"

static void assert_components(const char *text, const char *expected)
{
    g_autofree char *sketch = sketch_components(text);
    assert_string_equal(sketch, expected);
}

#define LETTERHEAD                                                                                                \
    "{1,0,0}^UBND HUYỆN A\n{1,0,0}^!TRƯỜNG THCS B\n{1,0,1}^!CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n" \
    "{1,0,1}^!Độc lập - Tự do - Hạnh phúc\n"
#define DECISION                                                                                                                            \
    "^!QUYẾT ĐỊNH\n^!Về việc ban hành Quy chế thực hiện dân chủ\nHIỆU TRƯỞNG TRƯỜNG THCS B\n"                    \
    "Căn cứ Luật Thực hiện dân chủ ở cơ sở;\n^!QUYẾT ĐỊNH:\nĐiều 1. Ban hành kèm theo Quyết định này Quy " \
    "chế.\nĐiều 2. Có hiệu lực từ ngày ký.\n{2,0,0}Nơi nhận:\n{2,0,0}- Như Điều 1;\n{2,0,1}^!HIỆU TRƯỞNG\n"       \
    "{2,0,1}^!Nguyễn Văn A\n"
#define REGULATION                                                                                                           \
    "^!QUY CHẾ\n^!Thực hiện dân chủ trong nhà trường\n^(Ban hành kèm theo Quyết định số 1/QĐ-THCS)\n" \
    "Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nMột câu.\nĐiều 2. Đối tượng\nMột câu.\n"

static void test_a_decision_and_its_regulation(void **state)
{
    (void)state;
    assert_components(LETTERHEAD DECISION REGULATION,
                      "decision 0-15 QUYẾT ĐỊNH Về việc ban hành Quy chế thực hiện dân chủ\n"
                      "regulation 15-25 QUY CHẾ Thực hiện dân chủ trong nhà trường\n");
}

static void test_a_regulation_with_its_own_letterhead(void **state)
{
    (void)state;
    assert_components(LETTERHEAD DECISION "{3,0,0}^UBND HUYỆN A\n{3,0,0}^!TRƯỜNG THCS B\n"
                                          "{3,0,1}^!CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n" REGULATION,
                      "decision 0-15 QUYẾT ĐỊNH Về việc ban hành Quy chế thực hiện dân chủ\n"
                      "regulation 15-28 QUY CHẾ Thực hiện dân chủ trong nhà trường\n");
}

static void test_the_name_of_the_unit_above_a_title_belongs_to_it(void **state)
{
    (void)state;
    assert_components(LETTERHEAD DECISION "UBND HUYỆN A\nTRƯỜNG THCS B\n" REGULATION,
                      "decision 0-15 QUYẾT ĐỊNH Về việc ban hành Quy chế thực hiện dân chủ\n"
                      "regulation 15-27 QUY CHẾ Thực hiện dân chủ trong nhà trường\n");
}

static void test_a_regulation_alone(void **state)
{
    (void)state;
    assert_components(REGULATION, "regulation 0-10 QUY CHẾ Thực hiện dân chủ trong nhà trường\n");
}

static void test_bases_on_top_of_a_regulation_without_a_decision(void **state)
{
    (void)state;
    assert_components("Căn cứ Luật Thực hiện dân chủ ở cơ sở;\n" REGULATION,
                      "regulation 0-11 QUY CHẾ Thực hiện dân chủ trong nhà trường\n");
}

static void test_a_decision_alone(void **state)
{
    (void)state;
    assert_components(LETTERHEAD DECISION,
                      "decision 0-16 QUYẾT ĐỊNH Về việc ban hành Quy chế thực hiện dân chủ\n");
}

static void test_a_title_may_end_with_a_full_stop(void **state)
{
    (void)state;
    assert_components("QUY CHẾ\nThực hiện dân chủ trong nhà trường.\nĐiều 1. Phạm vi\nMột câu.\n",
                      "regulation 0-5 QUY CHẾ Thực hiện dân chủ trong nhà trường\n");
    assert_components("^!QUY CHẾ\n^!DÂN CHỦ TRƯỜNG THCS B.\nĐiều 1. Phạm vi\nMột câu.\n",
                      "regulation 0-5 QUY CHẾ DÂN CHỦ TRƯỜNG THCS B\n");
    assert_components("^!QUY CHẾ\n^Một câu mở đầu.\nĐiều 1. Phạm vi\nMột câu.\n", "regulation 0-5 QUY CHẾ\n");
}

static void test_a_subtitle_in_capitals_opens_nothing(void **state)
{
    (void)state;
    assert_components("^!QUYẾT ĐỊNH\n^!VỀ VIỆC BAN HÀNH\n^!QUY CHẾ THỰC HIỆN DÂN CHỦ\nĐiều 1. Ban hành.\n"
                      "Điều 2. Hiệu lực.\n",
                      "decision 0-6 QUYẾT ĐỊNH VỀ VIỆC BAN HÀNH QUY CHẾ THỰC HIỆN DÂN CHỦ\n");
}

static void test_a_chapter_title_opens_nothing(void **state)
{
    (void)state;
    assert_components("^!QUY CHẾ\nĐiều 1. A\n^!CHƯƠNG II\n^!BÀN VÀ\n^!QUYẾT ĐỊNH\nĐiều 2. B\n"
                      "^!CHƯƠNG III\n^!QUY ĐỊNH CHUNG\nĐiều 1. C\nMột câu.",
                      "regulation 0-10 QUY CHẾ\n");
}

static void test_articles_that_restart_without_a_title(void **state)
{
    (void)state;
    assert_components("^!QUYẾT ĐỊNH\nĐiều 1. Ban hành.\nĐiều 2. Hiệu lực.\nNơi nhận:\n- Lưu.\n^!HIỆU TRƯỞNG\n"
                      "^!CHƯƠNG I\n^!QUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\nĐiều 2. Đối tượng",
                      "decision 0-6 QUYẾT ĐỊNH\nregulation 6-10\n");
}

static void test_a_marked_table_of_contents(void **state)
{
    (void)state;
    assert_components(
        "^!QUY CHẾ\n#Chương I. Quy định chung\t1\n#Điều 1. Phạm vi\t1\nChương I. Quy định chung\n"
        "Điều 1. Phạm vi\nMột câu.",
        "other 0-1 QUY CHẾ\ncontents 1-3\nregulation 3-6 QUY CHẾ\n");
}

static void test_a_typed_table_of_contents_with_pages(void **state)
{
    (void)state;
    assert_components("^!MỤC LỤC\nChương I. Quy định chung ........ 1\nĐiều 1. Phạm vi\t1\nĐiều 2. Đối tượng "
                      "…… 2\n" REGULATION,
                      "contents 0-4\nregulation 4-14 QUY CHẾ Thực hiện dân chủ trong nhà trường\n");
}

static void test_headings_in_a_row_with_pages_are_contents(void **state)
{
    (void)state;
    assert_components("Chương I. Quy định chung ........ 1\nĐiều 1. Phạm vi ....... 1\nĐiều 2. Đối tượng "
                      ".... 2\n" REGULATION,
                      "contents 0-3\nregulation 3-13 QUY CHẾ Thực hiện dân chủ trong nhà trường\n");
}

static void test_a_typed_table_of_contents_without_pages(void **state)
{
    (void)state;
    assert_components("^!MỤC LỤC\nĐiều 1. Phạm vi\nĐiều 2. Đối tượng\n" REGULATION,
                      "contents 0-3\nregulation 3-13 QUY CHẾ Thực hiện dân chủ trong nhà trường\n");
}

static void test_a_title_below_the_last_heading_of_the_contents(void **state)
{
    (void)state;
    assert_components(
        "^!MỤC LỤC\nChương I. Quy định chung\nChương II. Tổ chức thực hiện\n^!QUY CHẾ\nThực hiện "
        "dân chủ\nI. Phạm vi\n1. Một câu.",
        "contents 0-3\nregulation 3-7 QUY CHẾ Thực hiện dân chủ\n");
}

static void test_a_table_of_contents_behind_the_bases(void **state)
{
    (void)state;
    assert_components("^!QUY CHẾ\nCăn cứ Luật số 10/2022/QH15;\n^!MỤC LỤC\nĐiều 1. Phạm vi\t1\nĐiều 2. Đối "
                      "tượng\t2\nĐiều 1. Phạm vi\nMột câu.\nĐiều 2. Đối tượng\nMột câu.",
                      "regulation 0-2 QUY CHẾ\ncontents 2-5\nregulation 5-9 QUY CHẾ\n");
}

static void test_annexes_each_on_their_own(void **state)
{
    (void)state;
    assert_components(
        REGULATION "^!PHỤ LỤC I\n^!DANH MỤC\nMột dòng.\nPhụ lục 2\nMột dòng.\nMẫu số 01\nMột dòng.",
        "regulation 0-9 QUY CHẾ Thực hiện dân chủ trong nhà trường\nannex 9-12 PHỤ LỤC I DANH MỤC\n"
        "annex 12-14 Phụ lục 2\nannex 14-16 Mẫu số 01\n");
}

static void test_an_annex_named_in_a_sentence_opens_nothing(void **state)
{
    (void)state;
    assert_components(REGULATION
                      "Phụ lục I kèm theo quy chế này quy định danh mục công khai.\nPhụ lục II cũng vậy,",
                      "regulation 0-11 QUY CHẾ Thực hiện dân chủ trong nhà trường\n");
}

static void test_a_law_pasted_after_an_annex_heading(void **state)
{
    (void)state;
    assert_components(REGULATION
                      "^!PHỤ LỤC 1\n^!LUẬT\n^!THỰC HIỆN DÂN CHỦ Ở CƠ SỞ\nĐiều 1. Phạm vi\nĐiều 2. Giải thích",
                      "regulation 0-9 QUY CHẾ Thực hiện dân chủ trong nhà trường\n"
                      "annex(law) 9-14 PHỤ LỤC 1 LUẬT THỰC HIỆN DÂN CHỦ Ở CƠ SỞ\n");
}

static void test_a_law_pasted_with_its_letterhead(void **state)
{
    (void)state;
    assert_components(REGULATION "{5,0,0}^!QUỐC HỘI\n{5,0,0}^Luật số: 10/2022/QH15\n"
                                 "{5,0,1}^!CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n^!LUẬT\n"
                                 "^!THỰC HIỆN DÂN CHỦ Ở CƠ SỞ\nĐiều 1. Phạm vi\nMột câu.",
                      "regulation 0-9 QUY CHẾ Thực hiện dân chủ trong nhà trường\n"
                      "annex(law) 9-16 LUẬT THỰC HIỆN DÂN CHỦ Ở CƠ SỞ\n");
}

static void test_a_decree_named_on_a_line_before_its_own_articles(void **state)
{
    (void)state;
    assert_components(REGULATION
                      "PHỤ LỤC 2\nNghị định số 04/2015/NĐ-CP của Chính phủ\nĐiều 1. Phạm vi\nMột câu.",
                      "regulation 0-9 QUY CHẾ Thực hiện dân chủ trong nhà trường\n"
                      "annex(law) 9-13 PHỤ LỤC 2\n");
}

static void test_a_second_regulation_is_its_own_component(void **state)
{
    (void)state;
    assert_components(REGULATION "^!QUY CHẾ\n^!Chi tiêu nội bộ\nĐiều 1. Phạm vi\nMột câu.\nĐiều 2. Mức chi",
                      "regulation 0-9 QUY CHẾ Thực hiện dân chủ trong nhà trường\n"
                      "regulation 9-14 QUY CHẾ Chi tiêu nội bộ\n");
}

static void test_a_cover_page_is_no_regulation(void **state)
{
    (void)state;
    assert_components("^!TRƯỜNG THCS B\n^!QUY CHẾ DÂN CHỦ\n^NĂM HỌC\n" LETTERHEAD REGULATION,
                      "other 0-3 QUY CHẾ DÂN CHỦ NĂM HỌC\n"
                      "regulation 3-17 QUY CHẾ Thực hiện dân chủ trong nhà trường\n");
}

static void test_a_plan_is_one_component_of_another_kind(void **state)
{
    (void)state;
    assert_components(LETTERHEAD
                      "^!KẾ HOẠCH\n^!Thực hiện quy chế dân chủ\nI. MỤC ĐÍCH\nMột câu.\nPHỤ LỤC\nMột bảng.",
                      "other 0-10 KẾ HOẠCH Thực hiện quy chế dân chủ\n");
}

static void test_what_follows_the_signature_stays(void **state)
{
    (void)state;
    assert_components(REGULATION
                      "Nơi nhận:\n- Lưu.\n!HIỆU TRƯỞNG\nNguyễn Văn A\nGhi chú: bản này thay bản cũ.",
                      "regulation 0-14 QUY CHẾ Thực hiện dân chủ trong nhà trường\n");
}

static void test_an_untitled_text_with_articles_is_a_regulation(void **state)
{
    (void)state;
    assert_components("Điều 1. A\nĐiều 2. B\nĐiều 3. C\nĐiều 4. D\nĐiều 5. E", "regulation 0-5\n");
}

static void test_addresses_name_the_component(void **state)
{
    (void)state;
    Budget budget;
    g_autoptr(Document) document =
        build_document(DECISION REGULATION "^!Phụ lục II\nĐiều 1. Danh mục\nMột dòng.", &budget);
    g_autoptr(Outline) outline = outline_build(document);
    g_autofree char *decided = outline_address(outline, 5);
    g_autofree char *regulated = outline_address(outline, 16);
    g_autofree char *annexed = outline_address(outline, document->blocks->len - 1);
    assert_string_equal(decided, "Quyết định > Điều 1");
    assert_string_equal(regulated, "Chương I > Điều 1");
    assert_string_equal(annexed, "Phụ lục II > Điều 1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_decision_and_its_regulation),
        cmocka_unit_test(test_a_regulation_with_its_own_letterhead),
        cmocka_unit_test(test_the_name_of_the_unit_above_a_title_belongs_to_it),
        cmocka_unit_test(test_a_regulation_alone),
        cmocka_unit_test(test_bases_on_top_of_a_regulation_without_a_decision),
        cmocka_unit_test(test_a_decision_alone),
        cmocka_unit_test(test_a_title_may_end_with_a_full_stop),
        cmocka_unit_test(test_a_subtitle_in_capitals_opens_nothing),
        cmocka_unit_test(test_a_chapter_title_opens_nothing),
        cmocka_unit_test(test_articles_that_restart_without_a_title),
        cmocka_unit_test(test_a_marked_table_of_contents),
        cmocka_unit_test(test_a_typed_table_of_contents_with_pages),
        cmocka_unit_test(test_a_title_below_the_last_heading_of_the_contents),
        cmocka_unit_test(test_a_table_of_contents_behind_the_bases),
        cmocka_unit_test(test_headings_in_a_row_with_pages_are_contents),
        cmocka_unit_test(test_a_typed_table_of_contents_without_pages),
        cmocka_unit_test(test_annexes_each_on_their_own),
        cmocka_unit_test(test_an_annex_named_in_a_sentence_opens_nothing),
        cmocka_unit_test(test_a_law_pasted_after_an_annex_heading),
        cmocka_unit_test(test_a_law_pasted_with_its_letterhead),
        cmocka_unit_test(test_a_decree_named_on_a_line_before_its_own_articles),
        cmocka_unit_test(test_a_second_regulation_is_its_own_component),
        cmocka_unit_test(test_a_cover_page_is_no_regulation),
        cmocka_unit_test(test_a_plan_is_one_component_of_another_kind),
        cmocka_unit_test(test_what_follows_the_signature_stays),
        cmocka_unit_test(test_an_untitled_text_with_articles_is_a_regulation),
        cmocka_unit_test(test_addresses_name_the_component),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
