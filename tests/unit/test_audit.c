/* How the audit judges: each case is a small regulation and what must come of one rule on it, under the rules
 * of the repository. What counts, what is a mere mention, what is denied, excepted, weak or looser than the
 * law. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "agency_cases.h"

static void an_item_counts_in_its_section(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Những nội dung phải công khai\n1. Kế hoạch công tác năm, quý, tháng.", "l10-cq-d46-k02",
         STATUS_MET},
        {"Điều 1. Những việc tham gia ý kiến\n1. Kế hoạch công tác năm, quý, tháng.", "l10-cq-d46-k02",
         STATUS_MISSING},
        {"Điều 1. Những việc tham gia ý kiến\n1. Kế hoạch công tác năm, quý, tháng.", "l10-cq-d53-k02",
         STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_lead_in_governs_the_list_below_it_and_no_more(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Quy định cụ thể\nGiám đốc phải công khai các nội dung sau đây:\n1. Kế hoạch công tác năm.",
         "l10-cq-d46-k02", STATUS_MET},
        {"Điều 1. Quy định cụ thể\n1. Giám đốc công khai các nội dung sau:\na) Nội quy cơ quan.\n2. Kế hoạch "
         "công tác năm "
         "do Văn phòng dự thảo.",
         "l10-cq-d46-k02", STATUS_MISSING},
        {"Điều 1. Việc của Giám đốc\n1.1. Hỏi trước khi làm\nGiám đốc ký sau khi đã lấy ý kiến về:\na) báo "
         "cáo "
         "sơ kết;\n1.2. Việc trong năm\nKế hoạch công tác năm là việc của mọi người.",
         "l10-cq-d53-k02", STATUS_MISSING},
        {"Điều 1. Việc của Giám đốc\n1.1. Hỏi trước khi làm\nGiám đốc ký sau khi đã lấy ý kiến về:\na) báo "
         "cáo "
         "sơ kết;\nb) kế hoạch công tác năm;\n1.2. Xe cộ\nXe để đúng chỗ.",
         "l10-cq-d53-k02", STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void an_entry_of_a_list_opens_no_other_list(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Quy định cụ thể\n1. Giám đốc phải công khai:\n- Kế hoạch lấy ý kiến, kết quả tiếp thu\n"
         "- Nội quy, quy chế; quy tắc ứng xử",
         "l10-cq-d46-k09", STATUS_MET},
        {"Điều 1. Quy định cụ thể\n1. Giám đốc phải công khai:\na) Kế hoạch lấy ý kiến, kết quả tiếp thu\n"
         "b) Nội quy, quy chế; quy tắc ứng xử",
         "l10-cq-d46-k09", STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void clauses_of_one_sentence_open_a_list_together(void **state)
{
    static const char list[] =
        "Điều 1. Danh mục chung\nCác việc dưới đây khi còn là dự thảo thì phải đưa ra lấy ý "
        "kiến; khi đã quyết định thì phải công khai:\n1. Kế hoạch công tác năm của cơ quan.";
    static const Case cases[] = {
        {list, "l10-cq-d46-k02", STATUS_MET},
        {list, "l10-cq-d53-k02", STATUS_MET},
        {"Điều 1. Danh mục chung\nDự thảo thì phải lấy ý kiến. Các việc dưới đây phải công khai:\n"
         "1. Kế hoạch công tác năm của cơ quan.",
         "l10-cq-d53-k02", STATUS_MISSING},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void elsewhere_the_governing_verb_must_stand_in_an_operative_sentence(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Công tác tài chính\nGiám đốc công khai kế hoạch công tác năm trước ngày 15 tháng 01.",
         "l10-cq-d46-k02", STATUS_MET},
        {"Điều 1. Công tác tài chính\nVăn phòng xây dựng kế hoạch công tác năm.", "l10-cq-d46-k02",
         STATUS_MISSING},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_mention_proves_nothing(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Phạm vi điều chỉnh\nQuy chế này quy định việc công khai kế hoạch công tác năm.",
         "l10-cq-d46-k02", STATUS_MISSING},
        {"Điều 1. Nguyên tắc\nBảo đảm công khai kế hoạch công tác năm theo phương châm dân biết, dân bàn.",
         "l10-cq-d46-k02", STATUS_MISSING},
        {"Điều 1. Những nội dung phải công khai\nĐiều 2. Hiệu lực\nQuy chế có hiệu lực từ ngày ký.",
         "agency-10-2022-disclosure", STATUS_MISSING},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_table_of_contents_and_a_pasted_law_prove_nothing(void **state)
{
    static const Case cases[] = {
        {"#Điều 1. Những nội dung phải công khai: kế hoạch công tác năm\t2\nĐiều 1. Hiệu lực\nQuy chế có "
         "hiệu lực từ ngày ký.",
         "l10-cq-d46-k02", STATUS_MISSING},
        {"Điều 1. Hiệu lực\nQuy chế có hiệu lực từ ngày ký.\n^!PHỤ LỤC\n^!QUỐC HỘI\n^!LUẬT\n^!THỰC HIỆN DÂN "
         "CHỦ Ở CƠ SỞ\nĐiều 1. "
         "Những nội dung phải công khai\n1. Kế hoạch công tác năm.",
         "l10-cq-d46-k02", STATUS_MISSING},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_title_in_a_table_cell_opens_its_row_and_no_more(void **state)
{
    static const Case cases[] = {
        {"Điều 2. Những nội dung phải công khai\n{1,0,0}Nội dung\n{1,0,1}Cách làm\n{1,1,0}Tuyển dụng viên "
         "chức\n{1,1,1}Niêm yết, thông báo tại cuộc họp\n{1,2,0}Kế hoạch công tác năm\n{1,2,1}Văn phòng",
         "l10-cq-d46-k02", STATUS_MET},
        {"Điều 2. Nội dung dân chủ\n{1,0,0}Phần\n{1,0,1}Nội dung\n{1,1,0}Những nội dung phải công "
         "khai\n{1,1,1}Kế hoạch công tác năm",
         "l10-cq-d46-k02", STATUS_MET},
        {"Điều 2. Nội dung dân chủ\n{1,0,0}Phần\n{1,0,1}Nội dung\n{1,1,0}Những nội dung phải công "
         "khai\n{1,1,1}Tuyển dụng viên chức\n{1,2,0}Lịch trực\n{1,2,1}Kế hoạch công tác năm",
         "l10-cq-d46-k02", STATUS_MISSING},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_row_alone_in_a_table_is_the_title_of_the_rows_below_it(void **state)
{
    static const Case cases[] = {
        {"Điều 2. Các bảng việc\n{1,0,0}A\n{1,0,1}Những nội dung phải công khai\n{1,1,0}1\n{1,1,1}Tuyển dụng "
         "viên chức\n{1,1,2}Tổ chức\n{1,2,0}2\n{1,2,1}Kế hoạch công tác năm\n{1,2,2}Văn phòng",
         "l10-cq-d46-k02", STATUS_MET},
        {"Điều 2. Các bảng việc\n{1,0,0}A\n{1,0,1}Những nội dung phải công khai\n{1,1,0}1\n{1,1,1}Tuyển dụng "
         "viên chức\n{1,1,2}Tổ chức\n{1,2,0}B\n{1,2,1}Những việc khác\n{1,3,0}2\n{1,3,1}Kế hoạch công tác "
         "năm\n{1,3,2}Văn phòng",
         "l10-cq-d46-k02", STATUS_MISSING},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_bare_title_speaks_of_the_last_section_that_says_what_it_is_about(void **state)
{
    static const Case cases[] = {
        {"Chương I. VIỆC CỦA CƠ QUAN\nĐiều 1. Những nội dung phải công khai\n1. Kế hoạch công tác.\nĐiều 2. "
         "Chuyện "
         "khác\n1. Tiết kiệm điện.\nĐiều 3. Hình thức\n1. Niêm yết tại trụ sở.",
         "l10-cq-d47-k1a", STATUS_MET},
        {"Chương I. VIỆC CỦA CƠ QUAN\nĐiều 2. Chuyện khác\n1. Tiết kiệm điện.\nĐiều 3. Hình thức\n1. Tại trụ "
         "sở.",
         "l10-cq-d47-k1a", STATUS_MISSING},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_sentence_without_a_verb_goes_on_about_what_its_paragraph_is_about(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Quy định cụ thể\n1. Giám đốc phải công khai quyết toán. Kế hoạch công tác năm cũng vậy.",
         "l10-cq-d46-k02", STATUS_MET},
        {"Điều 1. Quy định cụ thể\n1. Giám đốc phải công khai quyết toán. Viên chức góp ý về việc khác. Kế "
         "hoạch công "
         "tác năm cũng vậy.",
         "l10-cq-d46-k02", STATUS_MISSING},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void what_is_said_of_an_article_by_its_number_is_said_of_what_stands_there(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Những nội dung phải công khai\n1. Kế hoạch công tác.\nĐiều 2. Dùng chung\n1. Với Điều 1: "
         "niêm "
         "yết tại trụ sở.",
         "l10-cq-d47-k1a", STATUS_MET},
        {"Điều 1. Những nội dung phải công khai\n1. Kế hoạch công tác.\nĐiều 2. Dùng chung\n1. Với Điều 1 "
         "Luật Đất "
         "đai: bảng tin tại trụ sở.",
         "l10-cq-d47-k1a", STATUS_MISSING},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void denials_contradict_and_exceptions_do_not_count(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Những nội dung phải công khai\n1. Dự toán và quyết toán; quyết toán không công khai.",
         "l10-cq-d46-k03", STATUS_CONFLICT},
        {"Điều 1. Những nội dung không công khai\n1. Dự toán, quyết toán ngân sách.", "l10-cq-d46-k03",
         STATUS_CONFLICT},
        {"Điều 1. Những nội dung phải công khai\nCông khai mọi việc của cơ quan, trừ dự toán, quyết toán "
         "ngân sách.",
         "l10-cq-d46-k03", STATUS_MISSING},
        {"Điều 1. Những nội dung phải công khai\nTrừ bí mật nhà nước, Giám đốc công khai dự toán, quyết toán "
         "ngân sách.",
         "l10-cq-d46-k03", STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_refusal_denies_what_its_sentence_speaks_of(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Những nội dung phải công khai\n1. Dự toán, quyết toán ngân sách công bố hay không do Giám "
         "đốc "
         "xem xét.",
         "l10-cq-d46-k03", STATUS_CONFLICT},
        {"Điều 1. Những nội dung phải công khai\n1. Dự toán, quyết toán ngân sách do kế toán lập. Việc này "
         "không "
         "công khai.",
         "l10-cq-d46-k03", STATUS_CONFLICT},
        {"Điều 1. Những nội dung phải công khai\n1. Kế toán không được giấu giếm, từ chối công khai dự toán, "
         "quyết toán ngân sách.",
         "l10-cq-d46-k03", STATUS_MET},
        {"Điều 1. Những nội dung phải công khai\n1. Tiền chi có đúng không, dự toán và quyết toán ngân sách.",
         "l10-cq-d46-k03", STATUS_MET},
        {"Điều 1. Hình thức tham gia ý kiến\nKhông góp ý trực tiếp, không phát phiếu, không bàn tại hội "
         "nghị.",
         "l10-cq-d54-hinh-thuc", STATUS_CONFLICT},
        {"Điều 1. Tổ chức thực hiện\nGiám đốc chỉ đạo chung. Không lấy ý kiến viên chức về kế hoạch công tác "
         "năm.",
         "l10-cq-d53-k02", STATUS_CONFLICT}, /* it is refused by name, wherever that stands */
        {"Điều 1. Những việc tham gia ý kiến\n1. Không lấy ý kiến viên chức về kế hoạch công tác năm.",
         "l10-cq-d53-k02", STATUS_CONFLICT},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_text_that_says_both_is_shown_to_a_person_with_both_places(void **state)
{
    (void)state;
    g_autoptr(Result) result = audit_text("Điều 1. Những nội dung phải công khai\n"
                                          "1. Dự toán, quyết toán ngân sách hằng năm.\n"
                                          "2. Dự toán, quyết toán ngân sách do Giám đốc toàn quyền.",
                                          -1);
    const Finding *finding = finding_of(result, "l10-cq-d46-k03");

    assert_int_equal(finding->status, STATUS_REVIEW);
    assert_int_equal(finding->evidence->len, 2);
    assert_non_null(strstr(g_array_index(finding->evidence, Evidence, 0).quote, "toàn quyền"));
    assert_non_null(strstr(g_array_index(finding->evidence, Evidence, 1).quote, "hằng năm"));
    assert_null(finding->missing.vi);
    assert_int_equal(finding->nearest->len, 0);
    assert_non_null(strstr(finding->note.vi, "cần người xem"));
}

static void discretion_is_no_duty(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Những nội dung phải công khai\n1. Khi thấy cần thiết, công khai kế hoạch công tác năm, "
         "quý, tháng.",
         "l10-cq-d46-k02", STATUS_PARTIAL},
        {"Điều 1. Những nội dung phải công khai\n1. Công khai kế hoạch công tác năm, quý, tháng nếu thấy cần "
         "thiết.",
         "l10-cq-d46-k02", STATUS_PARTIAL},
        {"Điều 1. Những nội dung phải công khai\n1. Công khai kế hoạch công tác năm, quý, tháng, khi cần thì "
         "giải thích thêm.",
         "l10-cq-d46-k02", STATUS_MET},
        {"Điều 1. Những nội dung phải công khai\n1. Công khai định kỳ và khi cần thiết kế hoạch công tác "
         "năm, "
         "quý, tháng.",
         "l10-cq-d46-k02", STATUS_MET},
        {"Điều 1. Những nội dung phải công khai\n1. Có thể công khai kế hoạch công tác năm.",
         "l10-cq-d46-k02", STATUS_PARTIAL},
        {"Điều 1. Những nội dung phải công khai\n1. Công khai kế hoạch công tác năm, có thể gửi thêm cho "
         "công "
         "đoàn.",
         "l10-cq-d46-k02", STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void stricter_numbers_are_met_and_looser_ones_contradict(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Hình thức và thời điểm công khai\n1. Công khai chậm nhất 03 ngày làm việc kể từ ngày có "
         "quyết định.",
         "l10-cq-d47-k2", STATUS_MET},
        {"Điều 1. Hình thức và thời điểm công khai\n1. Công khai chậm nhất mười lăm ngày làm việc kể từ ngày "
         "có quyết định.",
         "l10-cq-d47-k2", STATUS_CONFLICT},
        {"Điều 1. Ban Thanh tra nhân dân\n1. Nhiệm kỳ của Ban Thanh tra nhân dân là 02 năm.", "l10-cq-d60-k3",
         STATUS_MET},
        {"Điều 1. Ban Thanh tra nhân dân\n1. Nhiệm kỳ của Ban Thanh tra nhân dân là 05 năm.", "l10-cq-d60-k3",
         STATUS_CONFLICT},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void the_heads_decision_after_consulting_is_consultation(void **state)
{
    (void)state;
    g_autoptr(Result) result = audit_text("Điều 1. Những việc cán bộ, công chức tham gia ý kiến, Giám đốc "
                                          "quyết định\n1. Kế hoạch công tác năm.\n"
                                          "2. Báo cáo sơ kết, tổng kết.",
                                          -1);
    assert_int_equal(finding_of(result, "l10-cq-d53-k02")->status, STATUS_MET);
    assert_int_equal(finding_of(result, "agency-10-2022-discuss-decide")->status, STATUS_MISSING);
}

static void names_that_the_document_gives_are_understood(void **state)
{
    (void)state;
    static const Case cases[] = {
        {"Điều 1. Từ ngữ\nCán bộ, công chức, viên chức, người lao động (sau đây gọi chung là thành viên Sở) "
         "thực hiện Quy chế "
         "này.\nĐiều 2. Quyền và trách nhiệm của thành viên Sở\n1. Chịu trách nhiệm về khiếu nại, tố cáo, "
         "kiến nghị của mình; "
         "phối hợp xác minh.",
         "l10-cq-d59-k3", STATUS_MET},
        /* no name for the staff, nor for the head */
        {"Điều 1. Chung\nHội nghị viên chức, người lao động (sau đây gọi tắt là hội nghị) họp theo Quy chế.\n"
         "Điều 2. Hội nghị\n1. Hội nghị họp mỗi năm 01 lần, trong quý I.",
         "l10-cq-d51-k1", STATUS_PARTIAL},
    };
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_condition_that_does_not_hold_makes_a_rule_not_applicable(void **state)
{
    (void)state;
    g_autoptr(Result) small = audit_text("Điều 1. Hiệu lực\nQuy chế có hiệu lực từ ngày ký.", 5);
    g_autoptr(Result) large = audit_text("Điều 1. Hiệu lực\nQuy chế có hiệu lực từ ngày ký.", 50);
    assert_int_equal(finding_of(small, "l10-cq-d60-k1")->status, STATUS_NOT_APPLICABLE);
    assert_int_equal(finding_of(large, "l10-cq-d60-k1")->status, STATUS_MISSING);
}

static void a_title_is_a_rule_where_it_is_a_sentence_with_a_number_and_stands_alone(void **state)
{
    static const Case cases[] = {
        {"Chương I. BAN THANH TRA NHÂN DÂN\nĐiều 1. Bầu\n1. Hội nghị bầu.\nĐiều 2. Nhiệm kỳ 02 năm.",
         "l10-cq-d60-k3", STATUS_MET},
        {"Chương I. BAN THANH TRA NHÂN DÂN\nĐiều 1. Bầu\n1. Hội nghị bầu.\nĐiều 2. Nhiệm kỳ 02 năm",
         "l10-cq-d60-k3", STATUS_MISSING},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void absence_comes_with_the_nearest_miss_and_why(void **state)
{
    (void)state;
    g_autoptr(Result) result = audit_text(
        "Điều 1. Phạm vi điều chỉnh\nQuy chế này quy định việc công khai kế hoạch công tác năm.", -1);
    const Finding *finding = finding_of(result, "l10-cq-d46-k02");
    assert_int_equal(finding->evidence->len, 0);
    assert_int_equal(finding->nearest->len, 1);
    const Evidence *nearest = &g_array_index(finding->nearest, Evidence, 0);
    assert_string_equal(nearest->address, "Điều 1");
    assert_non_null(strstr(nearest->quote, "kế hoạch công tác năm"));
    assert_non_null(nearest->why.vi);
}

static void a_quote_ends_with_what_closes_its_last_word(void **state)
{
    static const struct {
        const char *line, *quote;
    } cases[] = {
        {"Kế hoạch công tác năm (nếu có);", "Kế hoạch công tác năm (nếu có)"},
        {"Kế hoạch công tác năm, đạt 100%.", "Kế hoạch công tác năm, đạt 100%"},
        {"Kế hoạch công tác năm).", "Kế hoạch công tác năm"},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *text = g_strconcat("Điều 1. Nội dung phải công khai\n1. ", cases[i].line, NULL);
        g_autoptr(Result) result = audit_text(text, -1);
        const Finding *finding = finding_of(result, "l10-cq-d46-k02");
        assert_int_equal(finding->evidence->len, 1);
        assert_string_equal(g_array_index(finding->evidence, Evidence, 0).quote, cases[i].quote);
    }
}

static void the_number_and_the_title_are_no_nearest_miss(void **state)
{
    (void)state;
    g_autoptr(Result) result =
        audit_text("Số: 12/QC-SNV\nĐiều 1. Nội dung phải công khai\n1. Kế hoạch năm.", -1);
    const Finding *finding = finding_of(result, "l10-cq-d46-k09");
    assert_int_equal(finding->nearest->len, 1);
    assert_string_equal(g_array_index(finding->nearest, Evidence, 0).address, "Điều 1");
}

static void a_school_is_told_by_its_short_name(void **state)
{
    static const char *const units[] = {"TH KIM ĐỒNG", "TH&THCS NẬM MÒN", "PTDTBT THCS NẬM MÒN",
                                        "MN HOA SEN"};
    static const char rest[] = "\nQUY CHẾ\nTHỰC HIỆN DÂN CHỦ\nĐiều 1. Những nội dung phải công khai\n"
                               "1. Kế hoạch công tác của cơ quan, đơn vị.\n2. Công tác cán bộ, công chức.";
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(units); i++) {
        g_autofree char *text = g_strconcat("ỦY BAN NHÂN DÂN TỈNH A\n", units[i], rest, NULL);
        AuditOptions options = {.as_of = "2024-06-01", .staff = -1, .state_owned = -1};
        Budget budget;
        g_autoptr(Document) document = build_document(text, &budget);
        g_autoptr(Result) result = result_new("case");
        audit_document(auditor, document, &options, &budget, result);
        assert_string_equal(result->profile, "school");
    }
}

static void the_legal_basis_is_judged_by_citations(void **state)
{
    static const Case cases[] = {
        {"Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15;\nĐiều 1. Hiệu lực\nTừ ngày ký.",
         "agency-10-2022-legal-basis", STATUS_MET},
        {"Căn cứ Nghị định số 04/2015/NĐ-CP ngày 09/01/2015 của Chính phủ;\nĐiều 1. Hiệu lực\nTừ ngày ký.",
         "agency-10-2022-legal-basis", STATUS_PARTIAL},
        {"Căn cứ Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 ngày 12/11/2022;\nĐiều 1. Hiệu lực\nTừ ngày "
         "ký.",
         "agency-10-2022-legal-basis", STATUS_PARTIAL},
        {"Điều 1. Hiệu lực\nTừ ngày ký.", "agency-10-2022-legal-basis", STATUS_MISSING},
        /* superseded, and of another field */
        {"Căn cứ Nghị định số 110/2004/NĐ-CP ngày 08/4/2004 về công tác văn thư;\nĐiều 1. Hiệu lực\nTừ ngày "
         "ký.",
         "agency-10-2022-legal-basis", STATUS_MISSING},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_content_is_shown_where_its_own_section_says_it(void **state)
{
    static const struct {
        const char *text, *rule, *address;
    } cases[] = {
        /* what may stand anywhere: below a title that speaks of it, not by the first words that name it */
        {"Điều 2. Hình thức công khai\n1. Đọc tại các buổi đối thoại định kỳ.\nĐiều 5. Đối thoại\n1. Giám "
         "đốc "
         "đối thoại với viên chức mỗi quý một lần.",
         "nq02-cq-doi-thoai", "Điều 5 > khoản 1"},
        {"Điều 2. Hình thức công khai\n1. Đọc tại các buổi đối thoại định kỳ.\nĐiều 5. Việc khác\n1. Giám "
         "đốc "
         "đối thoại với viên chức mỗi quý một lần.",
         "nq02-cq-doi-thoai", "Điều 2 > khoản 1"},
        /* of sections that count for it: in that of its own group */
        {"Điều 2. Nội dung phải công khai\n1. Bản kê khai tài sản, niêm yết tại phòng họp.\nĐiều 3. Hình "
         "thức "
         "công khai\n1. Niêm yết tại bảng tin.",
         "l10-cq-d47-k1a", "Điều 3 > khoản 1"},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(Result) result = audit_text(cases[i].text, -1);
        const Finding *finding = finding_of(result, cases[i].rule);
        assert_int_equal(finding->status, STATUS_MET);
        assert_string_equal(g_array_index(finding->evidence, Evidence, 0).address, cases[i].address);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_item_counts_in_its_section),
        cmocka_unit_test(a_lead_in_governs_the_list_below_it_and_no_more),
        cmocka_unit_test(an_entry_of_a_list_opens_no_other_list),
        cmocka_unit_test(clauses_of_one_sentence_open_a_list_together),
        cmocka_unit_test(elsewhere_the_governing_verb_must_stand_in_an_operative_sentence),
        cmocka_unit_test(a_mention_proves_nothing),
        cmocka_unit_test(a_table_of_contents_and_a_pasted_law_prove_nothing),
        cmocka_unit_test(a_title_in_a_table_cell_opens_its_row_and_no_more),
        cmocka_unit_test(denials_contradict_and_exceptions_do_not_count),
        cmocka_unit_test(a_refusal_denies_what_its_sentence_speaks_of),
        cmocka_unit_test(a_text_that_says_both_is_shown_to_a_person_with_both_places),
        cmocka_unit_test(discretion_is_no_duty),
        cmocka_unit_test(stricter_numbers_are_met_and_looser_ones_contradict),
        cmocka_unit_test(the_heads_decision_after_consulting_is_consultation),
        cmocka_unit_test(names_that_the_document_gives_are_understood),
        cmocka_unit_test(a_condition_that_does_not_hold_makes_a_rule_not_applicable),
        cmocka_unit_test(a_row_alone_in_a_table_is_the_title_of_the_rows_below_it),
        cmocka_unit_test(a_bare_title_speaks_of_the_last_section_that_says_what_it_is_about),
        cmocka_unit_test(a_sentence_without_a_verb_goes_on_about_what_its_paragraph_is_about),
        cmocka_unit_test(what_is_said_of_an_article_by_its_number_is_said_of_what_stands_there),
        cmocka_unit_test(a_title_is_a_rule_where_it_is_a_sentence_with_a_number_and_stands_alone),
        cmocka_unit_test(absence_comes_with_the_nearest_miss_and_why),
        cmocka_unit_test(a_quote_ends_with_what_closes_its_last_word),
        cmocka_unit_test(the_number_and_the_title_are_no_nearest_miss),
        cmocka_unit_test(a_school_is_told_by_its_short_name),
        cmocka_unit_test(the_legal_basis_is_judged_by_citations),
        cmocka_unit_test(a_content_is_shown_where_its_own_section_says_it),
    };
    return cmocka_run_group_tests_name("audit", tests, load_auditor, free_auditor);
}
