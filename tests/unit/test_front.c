/* Front and back matter as units really lay them out. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "build_document.h"
#include "document/front.h"

typedef struct {
    Budget budget;
    Document *document;
    Outline *outline;
    FrontMatter *front;
} Case;

static FrontMatter *open_case(Case *self, const char *text)
{
    self->document = build_document(text, &self->budget);
    self->outline = outline_build(self->document);
    self->front = front_matter_read(self->outline);
    return self->front;
}

static void close_case(Case *self)
{
    front_matter_free(self->front);
    outline_free(self->outline);
    document_free(self->document);
}

static void assert_text(const char *actual, const char *expected)
{
    if (expected)
        assert_string_equal(actual ? actual : "(null)", expected);
    else
        assert_null(actual);
}

#define BODY "^!QUY CHẾ\n^!Thực hiện dân chủ\nĐiều 1. Phạm vi\nMột câu.\n"

static void test_a_letterhead_in_a_table(void **state)
{
    (void)state;
    Case self;
    const FrontMatter *front =
        open_case(&self, "{1,0,0}^UBND HUYỆN CAN LỘC\n{1,0,0}^!TRƯỜNG THCS XUÂN DIỆU\n"
                         "{1,0,1}^!CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n{1,0,1}^!Độc lập - Tự do - Hạnh phúc\n"
                         "{1,1,0}^Số: 12/QĐ-THCS\n{1,1,1}^Hà Tĩnh, ngày 02 tháng 02 năm 2024\n" BODY);
    assert_text(front->parent, "UBND HUYỆN CAN LỘC");
    assert_text(front->unit, "TRƯỜNG THCS XUÂN DIỆU");
    assert_text(front->number, "12");
    assert_text(front->symbol, "QĐ-THCS");
    assert_text(front->place, "Hà Tĩnh");
    assert_text(front->issued, "2024-02-02");
    assert_text(front->title, "QUY CHẾ Thực hiện dân chủ");
    assert_int_equal(front->unit_block, 1);
    assert_int_equal(front->number_block, 4);
    assert_int_equal(front->date_block, 5);
    assert_int_equal(front->title_block, 6);
    close_case(&self);
}

static void test_a_letterhead_in_plain_paragraphs(void **state)
{
    (void)state;
    Case self;
    const FrontMatter *front = open_case(
        &self,
        "UBND HUYỆN A\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nTRƯỜNG THCS B      Độc lập - Tự do - Hạnh "
        "phúc\nSố 370 / PGDĐT\tB, ngày07tháng11năm2018\n" BODY);
    assert_text(front->parent, "UBND HUYỆN A");
    assert_text(front->unit, "TRƯỜNG THCS B");
    assert_text(front->number, "370");
    assert_text(front->symbol, "PGDĐT");
    assert_text(front->place, "B");
    assert_text(front->issued, "2018-11-07");
    close_case(&self);
}

static void test_a_letterhead_one_line_after_the_other(void **state)
{
    (void)state;
    Case self;
    const FrontMatter *front =
        open_case(&self, "SỞ NỘI VỤ TỈNH A\n!CHI CỤC VĂN THƯ\n^!CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
                         "^!Độc lập - Tự do - Hạnh phúc\nSố: 05/QC-CCVT\nNgày 5/3/2024\n" BODY);
    assert_text(front->parent, "SỞ NỘI VỤ TỈNH A");
    assert_text(front->unit, "CHI CỤC VĂN THƯ");
    assert_text(front->issued, "2024-03-05");
    assert_text(front->place, NULL);
    close_case(&self);
}

static void test_the_committee_of_a_commune_takes_two_lines(void **state)
{
    (void)state;
    Case self;
    const FrontMatter *front = open_case(
        &self, "{1,0,0}^!ỦY BAN NHÂN DÂN⏎XÃ THẠCH BÌNH\n{1,0,1}^!CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n" BODY);
    assert_text(front->parent, NULL);
    assert_text(front->unit, "ỦY BAN NHÂN DÂN XÃ THẠCH BÌNH");
    close_case(&self);
}

/* The lines of a letterhead's left cell, the last of them bold, and whom they name. */
static void assert_bodies(const char *lines, const char *parent, const char *unit)
{
    Case self;
    g_autofree char *text = g_strconcat(lines, "\n{1,0,1}^CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n", BODY, NULL);
    const FrontMatter *front = open_case(&self, text);
    assert_text(front->parent, parent);
    assert_text(front->unit, unit);
    close_case(&self);
}

static void test_a_name_of_two_lines_is_one_body(void **state)
{
    (void)state;
    assert_bodies("{1,0,0}^ỦY BAN NHÂN DÂN\n{1,0,0}^!XÃ SƠN THỊNH", NULL, "ỦY BAN NHÂN DÂN XÃ SƠN THỊNH");
    assert_bodies("{1,0,0}^CÔNG TY CỔ PHẦN\n{1,0,0}^!BÁNH KẸO NGỌC LAN", NULL,
                  "CÔNG TY CỔ PHẦN BÁNH KẸO NGỌC LAN");
    assert_bodies("{1,0,0}^CÔNG TY CỔ PHẦN ĐÓNG TÀU\n{1,0,0}^!BIỂN XANH", NULL,
                  "CÔNG TY CỔ PHẦN ĐÓNG TÀU BIỂN XANH");
    assert_bodies("{1,0,0}^UBND HUYỆN A\n{1,0,0}^TRƯỜNG THCS\n{1,0,0}^!LÊ LỢI", "UBND HUYỆN A",
                  "TRƯỜNG THCS LÊ LỢI");
}

static void test_two_bodies_stay_two(void **state)
{
    (void)state;
    assert_bodies("{1,0,0}^UBND HUYỆN X\n{1,0,0}^!TRƯỜNG THCS Y", "UBND HUYỆN X", "TRƯỜNG THCS Y");
    assert_bodies("{1,0,0}^SỞ Y TẾ\n{1,0,0}^!BỆNH VIỆN ĐA KHOA Z", "SỞ Y TẾ", "BỆNH VIỆN ĐA KHOA Z");
    assert_bodies("{1,0,0}^!TỔNG CÔNG TY A\n{1,0,0}^!CÔNG TY B", "TỔNG CÔNG TY A", "CÔNG TY B");
    assert_bodies("{1,0,0}^CÔNG TY CP DU LỊCH\n{1,0,0}^!KHÁCH SẠN HẢI ÂU", "CÔNG TY CP DU LỊCH",
                  "KHÁCH SẠN HẢI ÂU");
    assert_bodies("{1,0,0}^!CHI CỤC KIỂM LÂM TỈNH A\n{1,0,0}^!HẠT KIỂM LÂM KHU VỰC II",
                  "CHI CỤC KIỂM LÂM TỈNH A", "HẠT KIỂM LÂM KHU VỰC II");
    assert_bodies("{1,0,0}KHO BẠC NHÀ NƯỚC\n{1,0,0}KHO BẠC NHÀ NƯỚC KHU VỰC XI", "KHO BẠC NHÀ NƯỚC",
                  "KHO BẠC NHÀ NƯỚC KHU VỰC XI");
    assert_bodies("{1,0,0}^!UBND TỈNH A\n{1,0,0}^!ĐÀI PHÁT THANH VÀ TRUYỀN HÌNH", "UBND TỈNH A",
                  "ĐÀI PHÁT THANH VÀ TRUYỀN HÌNH");
    assert_bodies("{1,0,0}^!SỞ VĂN HÓA\n{1,0,0}^!TRUNG TÂM VĂN HÓA VÀ\n{1,0,0}^!THƯ VIỆN TỈNH", "SỞ VĂN HÓA",
                  "TRUNG TÂM VĂN HÓA VÀ THƯ VIỆN TỈNH");
    assert_bodies("{1,0,0}^!KHO BẠC NHÀ NƯỚC\n{1,0,0}^!HÀ TĨNH", NULL, "KHO BẠC NHÀ NƯỚC HÀ TĨNH");
    /* in short, and no bolder than the body above */
    assert_bodies("{1,0,0}UBND TỈNH A\n{1,0,0}TH KIM ĐỒNG", "UBND TỈNH A", "TH KIM ĐỒNG");
    assert_bodies("{1,0,0}PHÒNG GD&ĐT B\n{1,0,0}TH&THCS NẬM MÒN", "PHÒNG GD&ĐT B", "TH&THCS NẬM MÒN");
    assert_bodies("{1,0,0}UBND HUYỆN C\n{1,0,0}TT Y TẾ HUYỆN C", "UBND HUYỆN C", "TT Y TẾ HUYỆN C");
    assert_bodies("{1,0,0}CÔNG TY CỔ PHẦN SỮA\n{1,0,0}TH BA VÌ", NULL, "CÔNG TY CỔ PHẦN SỮA TH BA VÌ");
}

static void test_an_office_of_a_company_is_no_unit(void **state)
{
    (void)state;
    assert_bodies("{1,0,0}^CÔNG TY TNHH A\n{1,0,0}^!PHÒNG NHÂN SỰ", NULL, "CÔNG TY TNHH A");
    assert_bodies("{1,0,0}^CÔNG TY CỔ PHẦN B\n{1,0,0}^!CÔNG ĐOÀN CƠ SỞ", NULL, "CÔNG TY CỔ PHẦN B");
    assert_bodies("{1,0,0}^TẬP ĐOÀN C\n{1,0,0}^CÔNG TY D\n{1,0,0}^!BAN GIÁM ĐỐC", "TẬP ĐOÀN C", "CÔNG TY D");
}

static void test_a_name_in_brackets_belongs_to_the_unit_unless_it_translates_it(void **state)
{
    (void)state;
    assert_bodies("{1,0,0}^!CÔNG TY TNHH WEI\n{1,0,0}^!(VIỆT NAM)", NULL, "CÔNG TY TNHH WEI (VIỆT NAM)");
    assert_bodies("{1,0,0}^!CÔNG TY TNHH WEI\n{1,0,0}^(WEI CO., LTD)", NULL, "CÔNG TY TNHH WEI");
}

static void test_a_ward_below_its_city_is_the_committee_the_text_names(void **state)
{
    (void)state;
    assert_bodies("{1,0,0}^ỦY BAN NHÂN DÂN THÀNH PHỐ A\n{1,0,0}^!PHƯỜNG B", "ỦY BAN NHÂN DÂN THÀNH PHỐ A",
                  "PHƯỜNG B");
    assert_bodies("{1,0,0}^ỦY BAN NHÂN DÂN THÀNH PHỐ A\n{1,0,0}^!PHƯỜNG B\n{1,0,0}Số: 1/QĐ-UBND\n"
                  "^!QUYẾT ĐỊNH\n^!ỦY BAN NHÂN DÂN PHƯỜNG B",
                  "ỦY BAN NHÂN DÂN THÀNH PHỐ A", "ỦY BAN NHÂN DÂN PHƯỜNG B");
}

static void test_a_title_below_the_number_is_not_of_the_unit(void **state)
{
    (void)state;
    assert_bodies("{1,0,0}^UBND Q. A\n{1,0,0}^!TRƯỜNG THCS B\n{1,1,0}Số: 112/QC-THCSB\n"
                  "^!QCDC TRONG HĐ CỦA NHÀ TRƯỜNG",
                  "UBND Q. A", "TRƯỜNG THCS B");
}

static void test_blank_number_and_date_are_lines_without_values(void **state)
{
    (void)state;
    static const char *const dates[] = {"Hà Tĩnh, ngày … tháng … năm 20…", "Hà Tĩnh, ngày    tháng 01 năm",
                                        "Hà Tĩnh, ngày ..... tháng ..... năm 2024",
                                        "Ngày 31 tháng 02 năm 2024"};
    for (guint i = 0; i < G_N_ELEMENTS(dates); i++) {
        Case self;
        g_autofree char *text = g_strdup_printf("TRƯỜNG THCS B\nSố: /QC-TH\n%s\n" BODY, dates[i]);
        const FrontMatter *front = open_case(&self, text);
        assert_true(front->has_number_line);
        assert_text(front->number, NULL);
        assert_text(front->symbol, "QC-TH");
        assert_true(front->has_date_line);
        assert_text(front->issued, NULL);
        assert_int_equal(front->date_block, 2);
        close_case(&self);
    }
}

static void test_no_number_and_no_date(void **state)
{
    (void)state;
    Case self;
    const FrontMatter *front = open_case(&self, BODY);
    assert_false(front->has_number_line);
    assert_false(front->has_date_line);
    assert_false(front->has_recipients);
    assert_text(front->unit, NULL);
    assert_int_equal(front->number_block, G_MAXUINT);
    assert_int_equal(front->signer_block, G_MAXUINT);
    close_case(&self);
}

static void test_number_and_date_from_the_line_of_issue(void **state)
{
    (void)state;
    Case self;
    const FrontMatter *front =
        open_case(&self, "^!QUY CHẾ\n^!Thực hiện dân chủ\n^(Ban hành kèm theo Quyết định số 12/QĐ-THCS ngày "
                         "02/02/2024 của Hiệu trưởng)\nĐiều 1. Phạm vi\nMột câu.");
    assert_text(front->number, "12");
    assert_text(front->symbol, "QĐ-THCS");
    assert_text(front->issued, "2024-02-02");
    assert_text(front->place, NULL);
    assert_int_equal(front->date_block, 2);
    close_case(&self);
}

static void test_a_firm_numbers_in_its_own_way(void **state)
{
    (void)state;
    Case self;
    const FrontMatter *front = open_case(
        &self, "CÔNG TY TNHH A\nSố: HR-QC-07/2024\nB, ngày 15 tháng 7 năm 2024\n^!QUY CHẾ\n"
               "^!Thực hiện dân chủ\n^(Ban hành kèm theo Quyết định số 112/2024/QĐ-TGĐ của Tổng Giám "
               "đốc)\nĐiều 1. Phạm vi\nMột câu.");
    assert_text(front->number, "HR-QC-07/2024");
    assert_text(front->symbol, NULL);
    assert_text(front->issued, "2024-07-15");
    assert_int_equal(front->number_block, 1);
    close_case(&self);
}

static void test_a_symbol_without_figures_is_no_number(void **state)
{
    (void)state;
    static const char *const lines[] = {"Số: XX/2024/QC-A", "Số: QC-A", "Số ……QC-A", "Số lượng: A-7"};
    for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
        Case self;
        g_autofree char *text = g_strconcat("CÔNG TY TNHH A\n", lines[i], "\n" BODY, NULL);
        assert_text(open_case(&self, text)->number, NULL);
        close_case(&self);
    }
}

#define DECISION                                                                                                   \
    "TRƯỜNG THCS B\nSố: 12/QĐ-THCS\nA, ngày 02 tháng 02 năm 2024\n^!QUYẾT ĐỊNH\n"                    \
    "^!Về việc ban hành Quy chế\nCăn cứ Luật số 10/2022/QH15 ngày 10 tháng 11 năm 2022;\n"        \
    "Xét đề nghị của công đoàn.\n^!QUYẾT ĐỊNH:\nĐiều 1. Ban hành.\nĐiều 2. Hiệu lực.\n" \
    "{9,0,0}Nơi nhận:\n{9,0,0}- Như Điều 1;\n{9,0,0}- Lưu: VT.\n{9,0,1}^!KT. HIỆU TRƯỞNG\n"           \
    "{9,0,1}^!PHÓ HIỆU TRƯỞNG\n{9,0,1}^(Đã ký)\n{9,0,1}^!Nguyễn Văn Bình\n"

static void test_what_the_regulation_lacks_comes_from_its_decision(void **state)
{
    (void)state;
    Case self;
    const FrontMatter *front = open_case(&self, DECISION BODY);
    assert_text(front->title, "QUY CHẾ Thực hiện dân chủ");
    assert_text(front->unit, "TRƯỜNG THCS B");
    assert_text(front->number, "12");
    assert_text(front->issued, "2024-02-02");
    assert_int_equal(front->bases->len, 2);
    assert_text(front->signer_office, "KT. HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG");
    assert_text(front->signer, "Nguyễn Văn Bình");
    assert_true(front->has_recipients);
    assert_int_equal(front->recipients->len, 3);
    assert_int_equal(g_array_index(front->recipients, guint, 2), 12);
    close_case(&self);
}

static void test_a_district_in_short_before_the_date_is_no_signature(void **state)
{
    (void)state;
    Case self;
    const FrontMatter *front =
        open_case(&self, "TRƯỜNG THCS B\nSố: 5/QC-THCSB\nQ. Lê Ngô, ngày 09 tháng 10 năm 2023\n" BODY);
    assert_text(front->title, "QUY CHẾ Thực hiện dân chủ");
    assert_text(front->unit, "TRƯỜNG THCS B");
    assert_text(front->issued, "2023-10-09");
    close_case(&self);
}

static void test_a_signature_in_plain_paragraphs(void **state)
{
    (void)state;
    Case self;
    const FrontMatter *front =
        open_case(&self, BODY "Nơi nhận:\n- Viên chức;\n- Lưu VP.\n^!TM. ỦY BAN NHÂN DÂN\n"
                              "^!CHỦ TỊCH\n\n^!Trần Thị C");
    assert_text(front->signer_office, "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH");
    assert_text(front->signer, "Trần Thị C");
    assert_int_equal(front->recipients->len, 3);
    close_case(&self);
}

static void test_a_signature_beside_the_recipients_by_tabs(void **state)
{
    (void)state;
    Case self;
    const FrontMatter *front =
        open_case(&self, BODY "Nơi nhận:\t\t\tHIỆU TRƯỞNG\n- Viên chức;\n- Lưu VP.\n\t\t\tTrần Thị C");
    assert_text(front->signer_office, "HIỆU TRƯỞNG");
    assert_text(front->signer, "Trần Thị C");
    close_case(&self);
}

static void test_bases_in_every_form(void **state)
{
    (void)state;
    Case self;
    const FrontMatter *front = open_case(
        &self, "CĂN CỨ LUẬT THỰC HIỆN DÂN CHỦ Ở CƠ SỞ;\n- Căn cứ Nghị định số 59/2023/NĐ-CP;\n"
               "Căn cứ Luật A; Căn cứ Luật B;⏎Căn cứ Luật C;\nThực hiện Công văn số 3/PGDĐT;\n"
               "Theo đề nghị của công đoàn.\nCăn cứ:\n- Luật Giáo dục;\n- Điều lệ trường học.\n" BODY);
    assert_int_equal(front->bases->len, 8);
    assert_int_equal(g_array_index(front->bases, guint, 7), 7);
    assert_text(front->issued, NULL);
    close_case(&self);
}

static void test_a_second_line_of_the_title_is_no_basis(void **state)
{
    (void)state;
    Case self;
    const FrontMatter *front = open_case(&self, BODY);
    assert_int_equal(front->bases->len, 0);
    close_case(&self);
}

/* Lines of words, and one word, as a name would be carried into every row of every report. */
static void test_what_is_longer_than_any_name_is_none(void **state)
{
    (void)state;
    g_autofree char *word = g_strnfill(FRONT_TEXT_BYTES, 'K');
    g_autofree char *text = g_strdup_printf("^!TRƯỜNG THCS %s\n^Số: 1%s/QĐ-%s\n" BODY, word, word, word);
    Case self;
    const FrontMatter *front = open_case(&self, text);
    assert_null(front->unit);
    assert_null(front->number);
    assert_null(front->symbol);
    assert_text(front->title, "QUY CHẾ Thực hiện dân chủ");
    close_case(&self);
    g_autofree char *titled =
        g_strdup_printf("^!TRƯỜNG THCS A\n^!QUY CHẾ\n^!Thực hiện dân chủ ở %sẾẾẾẾ\nĐiều 1. Phạm vi\n", word);
    front = open_case(&self, titled);
    assert_text(front->unit, "TRƯỜNG THCS A");
    assert_true(!front->title ||
                (strlen(front->title) <= FRONT_TEXT_BYTES && g_utf8_validate(front->title, -1, NULL)));
    close_case(&self);
}

static void test_a_text_is_cut_between_characters(void **state)
{
    (void)state;
    for (guint shift = 0; shift < 3; shift++) {
        g_autoptr(GString) text = g_string_new(shift == 0 ? "" : shift == 1 ? "x" : "xx");
        while (text->len < FRONT_TEXT_BYTES + 10)
            g_string_append(text, "Ế");
        front_text_cut(text->str);
        assert_in_range(strlen(text->str), FRONT_TEXT_BYTES - 3, FRONT_TEXT_BYTES);
        assert_true(g_utf8_validate(text->str, -1, NULL));
    }
    front_text_cut(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_letterhead_in_a_table),
        cmocka_unit_test(test_what_is_longer_than_any_name_is_none),
        cmocka_unit_test(test_a_text_is_cut_between_characters),
        cmocka_unit_test(test_a_letterhead_in_plain_paragraphs),
        cmocka_unit_test(test_a_letterhead_one_line_after_the_other),
        cmocka_unit_test(test_the_committee_of_a_commune_takes_two_lines),
        cmocka_unit_test(test_a_name_of_two_lines_is_one_body),
        cmocka_unit_test(test_two_bodies_stay_two),
        cmocka_unit_test(test_an_office_of_a_company_is_no_unit),
        cmocka_unit_test(test_a_name_in_brackets_belongs_to_the_unit_unless_it_translates_it),
        cmocka_unit_test(test_a_ward_below_its_city_is_the_committee_the_text_names),
        cmocka_unit_test(test_a_title_below_the_number_is_not_of_the_unit),
        cmocka_unit_test(test_blank_number_and_date_are_lines_without_values),
        cmocka_unit_test(test_no_number_and_no_date),
        cmocka_unit_test(test_number_and_date_from_the_line_of_issue),
        cmocka_unit_test(test_a_firm_numbers_in_its_own_way),
        cmocka_unit_test(test_a_symbol_without_figures_is_no_number),
        cmocka_unit_test(test_what_the_regulation_lacks_comes_from_its_decision),
        cmocka_unit_test(test_a_district_in_short_before_the_date_is_no_signature),
        cmocka_unit_test(test_a_signature_in_plain_paragraphs),
        cmocka_unit_test(test_a_signature_beside_the_recipients_by_tabs),
        cmocka_unit_test(test_bases_in_every_form),
        cmocka_unit_test(test_a_second_line_of_the_title_is_no_basis),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
