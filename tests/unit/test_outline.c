/* The legal tree: what real regulations number their text with, and what only looks like a number. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "build_document.h"
#include "document/ordinals.h"

static void assert_outline(const char *text, const char *expected)
{
    g_autofree char *sketch = sketch_outline(text);
    assert_string_equal(sketch, expected);
}

static void test_levels_of_the_decree_nest(void **state)
{
    (void)state;
    assert_outline("Phần I\n"
                   "PHẦN CHUNG\n"
                   "Chương I\n"
                   "QUY ĐỊNH CHUNG\n"
                   "Mục 1\n"
                   "CÔNG KHAI\n"
                   "Tiểu mục 1\n"
                   "NỘI DUNG\n"
                   "Điều 1. Những việc phải công khai\n"
                   "1. Dự toán năm:\n"
                   "a) Phần thu;\n"
                   "b) Phần chi.\n"
                   "2. Quyết toán.\n"
                   "Điều 2. Hình thức công khai\n"
                   "Niêm yết tại trụ sở.\n",
                   "Phần I | PHẦN CHUNG\n"
                   "Phần I > Chương I | QUY ĐỊNH CHUNG\n"
                   "Phần I > Chương I > Mục 1 | CÔNG KHAI\n"
                   "Phần I > Chương I > Mục 1 > Tiểu mục 1 | NỘI DUNG\n"
                   "Phần I > Chương I > Mục 1 > Tiểu mục 1 > Điều 1 | Những việc phải công khai\n"
                   "Phần I > Chương I > Mục 1 > Tiểu mục 1 > Điều 1 > khoản 1 | Dự toán năm\n"
                   "Phần I > Chương I > Mục 1 > Tiểu mục 1 > Điều 1 > khoản 1 > điểm a\n"
                   "Phần I > Chương I > Mục 1 > Tiểu mục 1 > Điều 1 > khoản 1 > điểm b\n"
                   "Phần I > Chương I > Mục 1 > Tiểu mục 1 > Điều 1 > khoản 2\n"
                   "Phần I > Chương I > Mục 1 > Tiểu mục 1 > Điều 2 | Hình thức công khai\n");
}

static void test_articles_in_every_spelling(void **state)
{
    (void)state;
    assert_outline(
        "Điều 1 . Phạm vi\nĐiều 2: Đối tượng\nĐiều 3, Nguyên tắc\nĐIỀU 4 QUYỀN HẠN\nÐiều 5. Hội nghị\n"
        "Điều\xc2\xa0"
        "6.\xc2\xa0Đối thoại\nĐiều 7.Giám sát\nĐiều8. Kiểm tra\nĐiều 9 Thanh tra nhân dân\n"
        "ĐIỀU 10 – Hiệu lực\nĐiều 11/ Sửa đổi\n",
        "Điều 1 | Phạm vi\nĐiều 2 | Đối tượng\nĐiều 3 | Nguyên tắc\nĐiều 4 | QUYỀN HẠN\n"
        "Điều 5 | Hội nghị\nĐiều 6 | Đối thoại\nĐiều 7 | Giám sát\nĐiều 8 | Kiểm tra\n"
        "Điều 9 | Thanh tra nhân dân\nĐiều 10 | Hiệu lực\nĐiều 11 | Sửa đổi\n");
}

static void test_capital_letters_with_a_dash_are_headings(void **state)
{
    (void)state;
    assert_outline("A- NGUYÊN TẮC\nTôn trọng nhau.\nB- CÔNG KHAI\n- Nội quy.\n- Quỹ.\nC- GIÁM SÁT\nSổ quỹ.\n",
                   "A | NGUYÊN TẮC\nB | CÔNG KHAI\nB > gạch đầu dòng 1\nB > gạch đầu dòng 2\nC | GIÁM SÁT\n");
}

static void test_articles_in_roman_numbers(void **state)
{
    (void)state;
    assert_outline("Điều I. Phạm vi\nĐiều II. Đối tượng\nĐiều III\nNguyên tắc chung\n",
                   "Điều I | Phạm vi\nĐiều II | Đối tượng\nĐiều III | Nguyên tắc chung\n");
}

static void test_abbreviations_of_roman_letters_are_no_numbers(void **state)
{
    (void)state;
    assert_outline("XIV. HỌP\nMỗi tháng họp một lần.\nVC - NLĐ dự họp.\nCC - VC ghi biên bản.\nXV. BẦU\n",
                   "XIV | HỌP\nXV | BẦU\n");
}

static void test_a_cited_article_at_the_start_of_a_line_is_no_heading(void **state)
{
    (void)state;
    assert_outline("Điều 1. Phạm vi\n"
                   "Điều 46 của Luật này quy định những nội dung phải công khai.\n"
                   "Điều 5 Quy chế này được áp dụng cho mọi trường hợp.\n"
                   "Điều 7, Điều 8 và khoản 2\n"
                   "Chương II của Luật được thực hiện như sau.\n"
                   "Mục 3 Chương II Luật này.\n"
                   "Điều 2. Đối tượng\n",
                   "Điều 1 | Phạm vi\nĐiều 2 | Đối tượng\n");
}

static void test_chapter_titles_split_joined_and_broken(void **state)
{
    (void)state;
    assert_outline("^!Chương I\n^!QUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n"
                   "CHƯƠNG II⏎CÔNG KHAI\nĐiều 2. Hình thức\n"
                   "Chương III: Giám sát\nĐiều 3. Nội dung\n"
                   "CHƯƠNG IV BÀN VÀ QUYẾT ĐỊNH\nĐiều 4. Nội dung\n"
                   "Chương 5. Tổ chức\nĐiều 5. Nội dung\n"
                   "^!CHƯƠNG VI\n^!QUYỀN VÀ TRÁCH NHIỆM\n^!CỦA HIỆU TRƯỞNG\nĐiều 6. Nội dung\n"
                   "Chương VII\nĐiều khoản thi hành\nĐiều 7. Hiệu lực\n",
                   "Chương I | QUY ĐỊNH CHUNG\nChương I > Điều 1 | Phạm vi\n"
                   "Chương II | CÔNG KHAI\nChương II > Điều 2 | Hình thức\n"
                   "Chương III | Giám sát\nChương III > Điều 3 | Nội dung\n"
                   "Chương IV | BÀN VÀ QUYẾT ĐỊNH\nChương IV > Điều 4 | Nội dung\n"
                   "Chương 5 | Tổ chức\nChương 5 > Điều 5 | Nội dung\n"
                   "Chương VI | QUYỀN VÀ TRÁCH NHIỆM CỦA HIỆU TRƯỞNG\nChương VI > Điều 6 | Nội dung\n"
                   "Chương VII | Điều khoản thi hành\nChương VII > Điều 7 | Hiệu lực\n");
}

static void test_a_title_that_runs_into_its_first_sentence(void **state)
{
    (void)state;
    assert_outline("Điều 1. Hình thức công khai. Nhà trường niêm yết tại bảng tin.\n"
                   "!!Điều 2. Trách nhiệm của Hiệu trưởng!! Hiệu trưởng tổ chức thực hiện quy chế.\n"
                   "Điều 3. Trách nhiệm: Hiệu trưởng tổ chức thực hiện.\n"
                   "Điều 4. Đối thoại⏎Mỗi năm một lần.\n"
                   "Điều 5. Hình thức: bảng tin, họp giao ca.\n"
                   "Điều 6. Họp lúc 7:30 hằng ngày.\n"
                   "Điều 7. Văn phòng niêm yết và đưa lên trang web: người phụ trách, thủ tục, cấp lại "
                   "bằng, mẫu đơn, lệ phí, thời gian trả kết quả.\n",
                   "Điều 1 | Hình thức công khai | Nhà trường niêm yết tại bảng tin.\n"
                   "Điều 2 | Trách nhiệm của Hiệu trưởng | Hiệu trưởng tổ chức thực hiện quy chế.\n"
                   "Điều 3 | Trách nhiệm | Hiệu trưởng tổ chức thực hiện.\n"
                   "Điều 4 | Đối thoại | Mỗi năm một lần.\n"
                   "Điều 5 | Hình thức | bảng tin, họp giao ca.\n"
                   "Điều 6 | Họp lúc 7:30 hằng ngày\n"
                   "Điều 7\n");
}

static void test_an_article_may_have_no_title(void **state)
{
    (void)state;
    assert_outline("!!Điều 1.!! Hiệu trưởng có trách nhiệm tổ chức thực hiện quy chế này trong nhà trường.\n"
                   "Điều 2. Quy chế này có hiệu lực kể từ ngày ký.\n"
                   "Điều 3. Hiệu trưởng có trách nhiệm:\n"
                   "1. Công khai tài chính.\n",
                   "Điều 1\nĐiều 2\nĐiều 3\nĐiều 3 > khoản 1\n");
}

static void test_an_article_title_may_stand_in_the_next_paragraph(void **state)
{
    (void)state;
    assert_outline("!Điều 5.\n!Những việc phải công khai\n1. Tài chính.\n",
                   "Điều 5 | Những việc phải công khai\n"
                   "Điều 5 > khoản 1\n");
}

static void test_the_first_clause_may_stand_on_the_line_of_the_article(void **state)
{
    (void)state;
    assert_outline("Điều 5. 1. Hiệu trưởng công khai tài chính.\n2. Kế toán báo cáo.\n",
                   "Điều 5\nĐiều 5 > khoản 1\nĐiều 5 > khoản 2\n");
}

static void test_automatic_numbers(void **state)
{
    (void)state;
    assert_outline(
        "^[Chương I]\n^!QUY ĐỊNH CHUNG\n[Điều 1.]Phạm vi\n[1.]Thứ nhất.\n[a)]Một;\n[b)]Hai.\n[-]Gạch.\n"
        "[Điều 2.]Đối tượng\n[•]Viên chức;\n[•]Người lao động.\n",
        "Chương I | QUY ĐỊNH CHUNG\nChương I > Điều 1 | Phạm vi\nChương I > Điều 1 > khoản 1\n"
        "Chương I > Điều 1 > khoản 1 > điểm a\nChương I > Điều 1 > khoản 1 > điểm b\n"
        "Chương I > Điều 1 > khoản 1 > điểm b > gạch đầu dòng 1\n"
        "Chương I > Điều 2 | Đối tượng\nChương I > Điều 2 > gạch đầu dòng 1\n"
        "Chương I > Điều 2 > gạch đầu dòng 2\n");
}

static void test_typed_and_automatic_numbers_mix_and_double(void **state)
{
    (void)state;
    assert_outline("[1.]Điều 1. Phạm vi\n[1.]1. Thứ nhất.\n[2.]Thứ hai.\n3. Thứ ba.\n"
                   "[Điều 2.]Điều 2. Đối tượng\n[-]a) Viên chức;\n",
                   "Điều 1 | Phạm vi\nĐiều 1 > khoản 1\nĐiều 1 > khoản 2\nĐiều 1 > khoản 3\n"
                   "Điều 2 | Đối tượng\nĐiều 2 > điểm a\n");
}

static void test_numbers_within_sentences_are_no_clauses(void **state)
{
    (void)state;
    assert_outline("Điều 1. Thời hạn\n"
                   "30 ngày sau khi ký phải niêm yết.\n"
                   "2023 là năm đầu tiên thực hiện.\n"
                   "1.000.000 đồng là mức hỗ trợ.\n"
                   "2/3 số người dự họp tán thành.\n"
                   "15.3.2024 là ngày họp.\n"
                   "5-7 ngày sau cuộc họp.\n"
                   "-----------\n"
                   "1. Một khoản thật.\n",
                   "Điều 1 | Thời hạn\nĐiều 1 > khoản 1\n");
}

static void test_every_way_to_write_a_clause_and_a_point(void **state)
{
    (void)state;
    assert_outline(
        "Điều 1. Nội dung\n1/ Một.\n2/ Hai.\n3) Ba.\n4 . Bốn.\n5- Năm.\na. Điểm một\nb. Điểm hai.\n"
        "+ Cộng\n* Sao\n",
        "Điều 1 | Nội dung\nĐiều 1 > khoản 1\nĐiều 1 > khoản 2\nĐiều 1 > khoản 3\nĐiều 1 > khoản 4\n"
        "Điều 1 > khoản 5\nĐiều 1 > khoản 5 > điểm a\nĐiều 1 > khoản 5 > điểm b\n"
        "Điều 1 > khoản 5 > điểm b > gạch đầu dòng 1\n"
        "Điều 1 > khoản 5 > điểm b > gạch đầu dòng 1 > gạch đầu dòng 1\n");
}

static void test_decimal_clauses_under_a_clause_and_under_an_article(void **state)
{
    (void)state;
    assert_outline("Điều 1. Nội dung\n1.1. Một.\n1.2 Hai.\n"
                   "Điều 2. Hình thức\n1. Niêm yết:\n1.1. Tại trụ sở.\n1.2. Tại thôn.\n2. Thông báo.\n",
                   "Điều 1 | Nội dung\nĐiều 1 > khoản 1.1\nĐiều 1 > khoản 1.2\n"
                   "Điều 2 | Hình thức\nĐiều 2 > khoản 1 | Niêm yết\nĐiều 2 > khoản 1 > khoản 1.1\n"
                   "Điều 2 > khoản 1 > khoản 1.2\nĐiều 2 > khoản 2\n");
}

static gint ordinal_of_last(const char *text)
{
    Budget budget;
    g_autoptr(Document) document = build_document(text, &budget);
    g_autoptr(Outline) outline = outline_build(document);
    return outline_division(outline, outline->divisions->len - 1)->ordinal;
}

static void test_letters_count_in_vietnamese_or_latin_order(void **state)
{
    (void)state;
    assert_int_equal(ordinal_of_last("Điều 1. X\na) A;\nb) B;\nc) C;\nd) D;\nđ) Đ"), 5);
    assert_int_equal(ordinal_of_last("Điều 1. X\na) A;\nb) B;\nc) C;\nd) D;\nđ) Đ;\ne) E;\ng) G"), 7);
    assert_int_equal(ordinal_of_last("Điều 1. X\na) A;\nb) B;\nc) C;\nd) D;\ne) E;\nf) F;\ng) G"), 7);
    assert_int_equal(ordinal_of_last("Điều 1. X\n[a)]A;\n[b)]B;\n[c)]C;\n[d)]D;\n[e)]E"), 5);
}

static void test_i_and_v_are_letters_or_roman_by_their_run(void **state)
{
    (void)state;
    assert_outline(
        "Điều 1. X\ng) G;\nh) H;\ni) I;\nk) K.\nĐiều 2. Y\na) A:\ni) một;\nii) hai;\niii) ba;\niv) bốn;\nv) "
        "năm;\nb) B.\n",
        "Điều 1 | X\nĐiều 1 > điểm g\nĐiều 1 > điểm h\nĐiều 1 > điểm i\nĐiều 1 > điểm k\n"
        "Điều 2 | Y\nĐiều 2 > điểm a | A\nĐiều 2 > điểm a > điểm i\nĐiều 2 > điểm a > điểm ii\n"
        "Điều 2 > điểm a > điểm iii\nĐiều 2 > điểm a > điểm iv\nĐiều 2 > điểm a > điểm v\n"
        "Điều 2 > điểm b\n");
}

static void test_numbering_that_restarts_skips_and_repeats_is_kept_as_seen(void **state)
{
    (void)state;
    assert_outline(
        "Điều 1. A\n1. Một.\n3. Ba.\n3. Ba nữa.\nĐiều 3. B\nĐiều 3. C\nĐiều 2. D\n",
        "Điều 1 | A\nĐiều 1 > khoản 1\nĐiều 1 > khoản 3\nĐiều 1 > khoản 3\nĐiều 3 | B\nĐiều 3 | C\n"
        "Điều 2 | D\n");
}

static void test_a_clause_with_a_short_title_has_it(void **state)
{
    (void)state;
    assert_outline("Điều 1. Công khai\n"
                   "1. Những việc phải công khai:\n- Tài chính;\n"
                   "2. Hiệu trưởng niêm yết trong ba mươi ngày.\n"
                   "!!3. Hình thức:!! niêm yết tại bảng tin.\n"
                   "4. Trách nhiệm của kế toán\nKế toán báo cáo hằng quý.\n",
                   "Điều 1 | Công khai\nĐiều 1 > khoản 1 | Những việc phải công khai\n"
                   "Điều 1 > khoản 1 > gạch đầu dòng 1\nĐiều 1 > khoản 2\n"
                   "Điều 1 > khoản 3 | Hình thức | niêm yết tại bảng tin.\n"
                   "Điều 1 > khoản 4 | Trách nhiệm của kế toán\n");
}

static void test_text_without_articles_part_number_dash(void **state)
{
    (void)state;
    assert_outline(
        "^!QUY CHẾ\n^!Thực hiện dân chủ\n"
        "PHẦN I\nNHỮNG QUY ĐỊNH CHUNG\n1. Mục đích\n- Phát huy dân chủ;\n- Ngăn chặn tiêu cực.\n2. Yêu cầu\n"
        "- Đúng pháp luật.\nPHẦN II\nNHỮNG VIỆC PHẢI CÔNG KHAI\n1. Tài chính.\n",
        "Phần I | NHỮNG QUY ĐỊNH CHUNG\nPhần I > 1 | Mục đích\nPhần I > 1 > gạch đầu dòng 1\n"
        "Phần I > 1 > gạch đầu dòng 2\nPhần I > 2 | Yêu cầu\nPhần I > 2 > gạch đầu dòng 1\n"
        "Phần II | NHỮNG VIỆC PHẢI CÔNG KHAI\nPhần II > 1\n");
}

static void test_text_without_articles_roman_slash(void **state)
{
    (void)state;
    assert_outline(
        "^!QUY CHẾ\n^!Thực hiện dân chủ\nI/ QUY ĐỊNH CHUNG\n1/ Mục đích\na) Phát huy dân chủ.\n1.1 Một mục.\n"
        "II/ CÔNG KHAI\n1/ Nội dung\n- Tài chính.\n",
        "I | QUY ĐỊNH CHUNG\nI > 1 | Mục đích\nI > 1 > a\nI > 1 > 1.1\nII | CÔNG KHAI\n"
        "II > 1 | Nội dung\nII > 1 > gạch đầu dòng 1\n");
}

static void test_text_without_articles_capital_letters(void **state)
{
    (void)state;
    assert_outline(
        "^!QUY CHẾ\nA. QUY ĐỊNH CHUNG\nI. Mục đích\n1. Phát huy dân chủ.\nB. NỘI DUNG\nI. Công khai\n"
        "1. Tài chính.\nC. TỔ CHỨC THỰC HIỆN\nHiệu trưởng chỉ đạo.\n",
        "A | QUY ĐỊNH CHUNG\nA > I | Mục đích\nA > I > 1\nB | NỘI DUNG\nB > I | Công khai\nB > I > 1\n"
        "C | TỔ CHỨC THỰC HIỆN\n");
    assert_outline("^!QUY CHẾ\nA. Hội nghị viên chức, ngày 15 tháng 12 hằng năm\n1. Tài chính.\nB. Công "
                   "khai\n1. Kế hoạch.\n",
                   "A | Hội nghị viên chức, ngày 15 tháng 12 hằng năm\nA > 1\nB | Công khai\nB > 1\n");
}

static void test_bold_lines_head_a_text_without_numbers(void **state)
{
    (void)state;
    assert_outline("^!QUY CHẾ\n^!Thực hiện dân chủ trong nhà trường\n"
                   "Nhằm phát huy quyền làm chủ của mọi người trong nhà trường.\n"
                   "!Những việc phải công khai\nNhà trường công khai tài chính hằng quý.\n"
                   "!Những việc được bàn\nViên chức bàn kế hoạch năm học.\n",
                   "“Những việc phải công khai” | Những việc phải công khai\n"
                   "“Những việc được bàn” | Những việc được bàn\n");
}

static void test_an_unnumbered_title_may_stand_over_articles(void **state)
{
    (void)state;
    assert_outline(
        "Điều 1. A\nMột câu.\n^!TRÁCH NHIỆM, QUYỀN HẠN, QUAN HỆ CÔNG TÁC\nĐiều 2. Hiệu trưởng\nMột câu.\n",
        "Điều 1 | A\n“TRÁCH NHIỆM, QUYỀN HẠN, QUAN HỆ CÔNG TÁC” | TRÁCH NHIỆM, QUYỀN HẠN, QUAN HỆ CÔNG TÁC\n"
        "“TRÁCH NHIỆM, QUYỀN HẠN, QUAN HỆ CÔNG TÁC” > Điều 2 | Hiệu trưởng\n");
}

static void test_a_regulation_inside_a_table_has_the_same_outline(void **state)
{
    (void)state;
    assert_outline(
        "{1,0,0}Chương I\n{1,0,0}QUY ĐỊNH CHUNG\n{1,1,0}Điều 1. Phạm vi\n{1,1,0}1. Một.\n{1,1,0}2. Hai.\n",
        "Chương I | QUY ĐỊNH CHUNG\nChương I > Điều 1 | Phạm vi\nChương I > Điều 1 > khoản 1\n"
        "Chương I > Điều 1 > khoản 2\n");
}

static void test_many_lines_in_one_cell_are_framed_text(void **state)
{
    (void)state;
    assert_outline(
        "^!QUY CHẾ\n{1,0,0}Lời đầu.\n{1,0,0}1. Một.\n{1,0,0}2. Hai.\n{1,0,0}3. Ba.\n{1,0,0}!CÔNG KHAI\n"
        "{1,0,0}4. Bốn.\n{1,0,0}5. Năm.\n{1,0,0}6. Sáu.\n!GIÁM SÁT\n7. Bảy.\n{2,0,0}a\n{2,0,1}b\n"
        "{2,1,0}c\n{2,1,1}d\n{2,2,0}e\n{2,2,1}g\n{2,3,0}h\n{2,3,1}i\n8. Tám.\n",
        "1\n2\n3\n“CÔNG KHAI” | CÔNG KHAI\n"
        "“CÔNG KHAI” > 4\n“CÔNG KHAI” > 5\n“CÔNG KHAI” > 6\n“GIÁM SÁT” | GIÁM SÁT\n“GIÁM SÁT” > 7\n"
        "“GIÁM SÁT” > 8\n");
}

static void test_a_clause_that_ends_with_dots_is_no_title(void **state)
{
    (void)state;
    assert_outline("Điều 1. Ý kiến\n1. Nội quy.\n2. Việc khác v.v…\nDự thảo treo bảy ngày.\n",
                   "Điều 1 | Ý kiến\nĐiều 1 > khoản 1\nĐiều 1 > khoản 2\n");
}

static void test_a_short_form_in_a_cell_is_no_signature(void **state)
{
    (void)state;
    Budget budget;
    g_autoptr(Document) document = build_document("^QUY CHẾ\n"
                                                  "!PHẦN I. NỘI DUNG CÔNG KHAI\n"
                                                  "{1,0,0}Dự toán, quyết toán\n"
                                                  "{1,0,1}KT\n"
                                                  "{1,1,0}Thủ tục hành chính\n"
                                                  "KT HIỆU TRƯỞNG\n"
                                                  "Trần Thị B",
                                                  &budget);
    g_autoptr(Outline) outline = outline_build(document);
    g_autofree char *next = outline_address(outline, 4);
    g_autofree char *signature = outline_address(outline, 5);
    assert_string_equal(next, "Phần I");
    assert_string_equal(signature, "phần ký");
}

static void test_signature_and_recipients_belong_to_no_article(void **state)
{
    (void)state;
    Budget budget;
    g_autoptr(Document) document = build_document("^!QUY CHẾ\nĐiều 1. A\nMột câu.\nNơi nhận:\n- Như Điều 1;\n"
                                                  "!HIỆU TRƯỞNG\nNguyễn Văn A",
                                                  &budget);
    g_autoptr(Outline) outline = outline_build(document);
    assert_int_equal(outline->divisions->len, 2);
    g_autofree char *title = outline_address(outline, 0);
    g_autofree char *sentence = outline_address(outline, 2);
    g_autofree char *recipient = outline_address(outline, 4);
    assert_string_equal(title, "tiêu đề");
    assert_string_equal(sentence, "Điều 1");
    assert_string_equal(recipient, "phần ký");
}

static void test_body_offset_tells_heading_from_text(void **state)
{
    (void)state;
    Budget budget;
    g_autoptr(Document) document =
        build_document("Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Một câu.\nCâu nối.", &budget);
    g_autoptr(Outline) outline = outline_build(document);
    assert_int_equal(outline_body_offset(outline, 0), document_block(document, 0)->length);
    assert_int_equal(outline_body_offset(outline, 1), document_block(document, 1)->length);
    assert_int_equal(outline_body_offset(outline, 2), document_block(document, 2)->length);
    assert_int_equal(outline_body_offset(outline, 3), strlen("1. "));
    assert_int_equal(outline_body_offset(outline, 4), 0);
}

static void test_subtrees_cover_their_blocks(void **state)
{
    (void)state;
    Budget budget;
    g_autoptr(Document) document = build_document("Điều 1. A\n1. Một.\nNối.\nĐiều 2. B\nHai.", &budget);
    g_autoptr(Outline) outline = outline_build(document);
    const Division *article = outline_division(outline, 1);
    assert_int_equal(article->first, 0);
    assert_int_equal(article->end, 3);
    assert_int_equal(outline_division(outline, 2)->end, 3);
    assert_int_equal(outline_division(outline, 3)->end, 5);
    assert_int_equal(outline_division(outline, 0)->end, 5);
}

static void test_long_titles_are_cut_in_addresses(void **state)
{
    (void)state;
    assert_outline(
        "^!QUY CHẾ\nMột câu mở đầu dài hơn một dòng của văn bản này.\n"
        "!Những nội dung mà nhà trường phải công khai cho toàn thể viên chức biết\nMột câu.\n",
        "“Những nội dung mà nhà trường phải công khai cho toàn thể…” | Những nội dung mà nhà trường phải "
        "công khai cho toàn thể viên chức biết\n");
}

static void test_notes_belong_where_the_block_before_them_does(void **state)
{
    (void)state;
    Budget budget;
    g_autoptr(Document) document = build_document("Điều 1. A\nMột.", &budget);
    Block note = block_plain("Điều 9. Chú thích");
    note.layer = LAYER_FOOTNOTE;
    assert_true(document_add_block(document, &note, NULL));
    g_autoptr(Outline) outline = outline_build(document);
    assert_int_equal(outline->divisions->len, 2);
    assert_int_equal(outline->division_of[2], 1);
}

static void test_an_empty_document_has_one_root(void **state)
{
    (void)state;
    Budget budget;
    budget_init(&budget, NULL);
    g_autoptr(Document) document = document_new("docx", &budget);
    g_autoptr(Outline) outline = outline_build(document);
    assert_int_equal(outline->components->len, 1);
    assert_int_equal(outline->divisions->len, 1);
}

/* Lines that tempt every rule to look far ahead or back, at once. */
static void test_work_grows_linearly(void **state)
{
    (void)state;
    static const char *const lines[] = {
        "MỤC LỤC", "QUY CHẾ", "PHỤ LỤC", "Điều 1. A",   "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "a) Một",  "I. B",    "1.1. C",  "!QUYẾT ĐỊNH", "NGHỊ ĐỊNH"};
    for (guint kind = 0; kind <= G_N_ELEMENTS(lines); kind++) {
        Budget budget;
        budget_init(&budget, NULL);
        Document *document = document_new("docx", &budget);
        for (guint i = 0; i < 20000; i++) {
            Block block = block_plain(lines[kind < G_N_ELEMENTS(lines) ? kind : i % G_N_ELEMENTS(lines)]);
            document_add_block(document, &block, NULL);
        }
        const clock_t start = clock(); /* of the processor: others may keep it busy */
        outline_free(outline_build(document));
        document_free(document);
        assert_true(clock() - start < 2 * CLOCKS_PER_SEC);
    }
}

/* Whatever stood where the number is read to. */
static void test_digits_are_read_whatever_was_there(void **state)
{
    (void)state;
    const Span span = {"12. Công khai", 13}, amount = {"1.000 đồng", 10};
    Number number;

    memset(&number, 0xFF, sizeof number);
    assert_true(number_read_digits(span, 0, &number));
    assert_int_equal(number.ordinal, 12);
    assert_false(number.grouped);
    memset(&number, 0, sizeof number);
    assert_false(number_read_digits(amount, 0, &number));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_levels_of_the_decree_nest),
        cmocka_unit_test(test_articles_in_every_spelling),
        cmocka_unit_test(test_capital_letters_with_a_dash_are_headings),
        cmocka_unit_test(test_articles_in_roman_numbers),
        cmocka_unit_test(test_abbreviations_of_roman_letters_are_no_numbers),
        cmocka_unit_test(test_a_cited_article_at_the_start_of_a_line_is_no_heading),
        cmocka_unit_test(test_chapter_titles_split_joined_and_broken),
        cmocka_unit_test(test_a_title_that_runs_into_its_first_sentence),
        cmocka_unit_test(test_an_article_may_have_no_title),
        cmocka_unit_test(test_an_article_title_may_stand_in_the_next_paragraph),
        cmocka_unit_test(test_the_first_clause_may_stand_on_the_line_of_the_article),
        cmocka_unit_test(test_automatic_numbers),
        cmocka_unit_test(test_typed_and_automatic_numbers_mix_and_double),
        cmocka_unit_test(test_numbers_within_sentences_are_no_clauses),
        cmocka_unit_test(test_every_way_to_write_a_clause_and_a_point),
        cmocka_unit_test(test_decimal_clauses_under_a_clause_and_under_an_article),
        cmocka_unit_test(test_letters_count_in_vietnamese_or_latin_order),
        cmocka_unit_test(test_i_and_v_are_letters_or_roman_by_their_run),
        cmocka_unit_test(test_numbering_that_restarts_skips_and_repeats_is_kept_as_seen),
        cmocka_unit_test(test_a_clause_with_a_short_title_has_it),
        cmocka_unit_test(test_text_without_articles_part_number_dash),
        cmocka_unit_test(test_text_without_articles_roman_slash),
        cmocka_unit_test(test_text_without_articles_capital_letters),
        cmocka_unit_test(test_bold_lines_head_a_text_without_numbers),
        cmocka_unit_test(test_an_unnumbered_title_may_stand_over_articles),
        cmocka_unit_test(test_a_regulation_inside_a_table_has_the_same_outline),
        cmocka_unit_test(test_many_lines_in_one_cell_are_framed_text),
        cmocka_unit_test(test_a_clause_that_ends_with_dots_is_no_title),
        cmocka_unit_test(test_a_short_form_in_a_cell_is_no_signature),
        cmocka_unit_test(test_signature_and_recipients_belong_to_no_article),
        cmocka_unit_test(test_body_offset_tells_heading_from_text),
        cmocka_unit_test(test_subtrees_cover_their_blocks),
        cmocka_unit_test(test_long_titles_are_cut_in_addresses),
        cmocka_unit_test(test_notes_belong_where_the_block_before_them_does),
        cmocka_unit_test(test_an_empty_document_has_one_root),
        cmocka_unit_test(test_digits_are_read_whatever_was_there),
        cmocka_unit_test(test_work_grows_linearly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
