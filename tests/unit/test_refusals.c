/* How far a refusal reaches: to the entries of its list, to the cells beside it and below it, and to what
 * stands elsewhere; and where it does not. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "agency_cases.h"

#define PLAN "l10-cq-d46-k02"
#define BUDGET "l10-cq-d46-k03"
#define ASSETS "l10-cq-d46-k04"
#define COMPLAINTS "l10-cq-d46-k08"
#define DISCLOSURE "Điều 1. Những nội dung phải công khai\n1. Kế hoạch công tác năm, quý, tháng.\n"
#define CONSULTATION "Điều 1. Những việc tham gia ý kiến\n1. Kế hoạch công tác năm.\n"

static void a_refusal_that_opens_a_list_refuses_each_entry(void **state)
{
    static const char points[] = DISCLOSURE "2. Các tài liệu sau chỉ lưu hành nội bộ trong lãnh đạo:\n"
                                            "a) Dự toán và quyết toán ngân sách hằng năm;\n"
                                            "b) Mua sắm, thanh lý tài sản công.\n";
    static const char line[] = DISCLOSURE "2. Không công khai các việc sau: dự toán và quyết toán ngân sách "
                                          "hằng năm; mua sắm, thanh lý tài sản công.";
    static const Case cases[] = {
        {points, PLAN, STATUS_MET},
        {points, BUDGET, STATUS_CONFLICT},
        {points, ASSETS, STATUS_CONFLICT},
        {line, PLAN, STATUS_MET},
        {line, BUDGET, STATUS_CONFLICT},
        {line, ASSETS, STATUS_CONFLICT},
        {CONSULTATION "2. Những nội dung không phải lấy ý kiến:\n- Dự thảo quy chế chi tiêu nội bộ;\n"
                      "- Báo cáo sơ kết, tổng kết.",
         "l10-cq-d53-k04", STATUS_CONFLICT},
        {DISCLOSURE "2. Những nội dung không công khai:\n{1,0,0}TT\n{1,0,1}Nội dung\n{1,1,0}1\n{1,1,1}Mua "
                    "sắm, thanh lý tài sản công\nDự toán và quyết toán ngân sách hằng năm được niêm yết.",
         ASSETS, STATUS_CONFLICT},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void what_follows_a_refused_list_is_no_entry_of_it(void **state)
{
    static const Case cases[] = {
        {DISCLOSURE "2. Những nội dung không công khai:\n{1,0,0}TT\n{1,0,1}Nội dung\n{1,1,0}1\n{1,1,1}Mua "
                    "sắm, thanh lý tài sản công\nDự toán và quyết toán ngân sách hằng năm được niêm yết.",
         BUDGET, STATUS_MET},
        {"Điều 1. Những nội dung phải công khai\n1. Không công khai các việc sau:\na) Dự toán ngân sách.\n"
         "2. Mua sắm, thanh lý tài sản công.",
         ASSETS, STATUS_MET},
        {DISCLOSURE "2. Không công khai các việc sau: mua sắm, thanh lý tài sản công; riêng dự toán, quyết "
                    "toán ngân sách hằng năm thì công khai.",
         BUDGET, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void what_the_law_keeps_secret_may_be_refused(void **state)
{
    static const char entries[] = DISCLOSURE
        "2. Không công khai các thông tin sau:\na) Bí mật nhà nước trong kết quả thanh tra, kiểm tra, giải "
        "quyết khiếu nại, tố cáo;\nb) Mua sắm, thanh lý tài sản công.\n";
    static const Case cases[] = {
        {entries, COMPLAINTS, STATUS_MISSING},
        {entries, ASSETS, STATUS_CONFLICT},
        {DISCLOSURE "2. Không công khai những nội dung thuộc bí mật nhà nước, gồm:\na) Tài liệu thanh tra, "
                    "kiểm tra, giải quyết khiếu nại, tố cáo có độ mật.\n"
                    "3. Kết quả thanh tra, kiểm tra, giải quyết khiếu nại, tố cáo trong cơ quan.",
         COMPLAINTS, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_clause_that_refuses_without_a_subject_refuses_what_the_one_before_says(void **state)
{
    static const Case cases[] = {
        {DISCLOSURE
         "2. Dự toán và quyết toán ngân sách được lập hằng năm; kết quả chỉ báo cáo cấp trên, không "
         "công khai.",
         BUDGET, STATUS_CONFLICT},
        {DISCLOSURE
         "2. Mua sắm, thanh lý tài sản công làm theo quý. Danh sách do kế toán giữ, không công khai.",
         ASSETS, STATUS_CONFLICT},
        /* what has a subject of its own refuses that alone */
        {DISCLOSURE
         "2. Dự toán và quyết toán ngân sách hằng năm; kết quả thanh tra, kiểm tra, giải quyết khiếu "
         "nại, tố cáo thì không công khai.",
         BUDGET, STATUS_MET},
        {DISCLOSURE "2. Dự toán và quyết toán ngân sách hằng năm; kết quả gửi cho mọi người.", BUDGET,
         STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void what_is_set_apart_is_refused_whatever_is_granted_beside_it(void **state)
{
    static const Case cases[] = {
        {DISCLOSURE "2. Riêng kế hoạch công tác tháng chỉ Giám đốc và kế toán được xem.", PLAN,
         STATUS_CONFLICT},
        {DISCLOSURE "2. Bản gốc kế hoạch công tác tháng chỉ Giám đốc và kế toán được xem.", PLAN,
         STATUS_REVIEW},
        {DISCLOSURE "2. Riêng nhà khách chỉ Giám đốc và kế toán được xem.", PLAN, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void what_is_named_by_number_is_refused_where_it_stands(void **state)
{
    static const char points[] =
        "Điều 1. Những việc tham gia ý kiến\n1. Công chức tham gia ý kiến về:\n"
        "a) Kế hoạch công tác năm của cơ quan;\nb) Dự thảo quy chế chi tiêu nội bộ;\n"
        "c) Báo cáo sơ kết, tổng kết.\n2. Việc ở điểm a, c khoản 1 không đưa ra lấy ý kiến.\n";
    static const char article[] =
        DISCLOSURE "2. Mua sắm, thanh lý tài sản công.\n"
                   "Điều 9. Giới hạn\n1. Nội dung ở khoản 2 Điều 1 không công khai.";
    static const char clauses[] =
        DISCLOSURE "2. Mua sắm, thanh lý tài sản công.\n"
                   "3. Riêng khoản 2, ai hỏi thì nói; văn phòng không dán, không gửi.";
    static const char table[] =
        DISCLOSURE "{1,0,0}STT\n{1,0,1}Nội dung\n{1,1,0}1\n{1,1,1}Dự toán và quyết toán ngân sách\n"
                   "{1,2,0}2\n{1,2,1}Mua sắm, thanh lý tài sản công\n2. Việc số 2 trong bảng không công "
                   "khai.\n";
    static const Case cases[] = {
        {points, "l10-cq-d53-k02", STATUS_CONFLICT},
        {points, "l10-cq-d53-k09", STATUS_MET},
        {points, "l10-cq-d53-k04", STATUS_CONFLICT},
        {article, ASSETS, STATUS_CONFLICT},
        {article, PLAN, STATUS_MET},
        {clauses, ASSETS, STATUS_CONFLICT},
        {clauses, PLAN, STATUS_MET},
        {DISCLOSURE "2. Mua sắm, thanh lý tài sản công.\n3. Khoản 2 thì công khai tại hội nghị; ai hỏi thì "
                    "nói; văn phòng không dán, không gửi.",
         ASSETS, STATUS_MET},
        {table, ASSETS, STATUS_CONFLICT},
        {table, BUDGET, STATUS_MET},
        {DISCLOSURE "2. Công khai mua sắm, thanh lý tài sản công.\n3. Việc ở khoản 2 không công khai.",
         ASSETS, STATUS_CONFLICT},
        {"3. CÔNG KHAI\n3.1. Nội dung công khai:\n3.1.1. Kế hoạch công tác năm.\n3.1.2. Mua sắm, thanh lý "
         "tài "
         "sản công.\n3.2. Thông tin tại 3.1.2 không thuộc diện phổ biến.",
         ASSETS, STATUS_CONFLICT},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

/* More than any regulation has, and than a sentence has. */
enum { MANY_REFERENCES = 4500, MANY_LABELS = 90 };

static Status status_in(const GString *text, const char *rule)
{
    g_autoptr(Result) result = audit_text(text->str, -1);
    assert_int_equal(result->outcome, OUTCOME_JUDGED);
    return finding_of(result, rule)->status;
}

static void the_last_of_many_references_counts_as_the_first(void **state)
{
    static const char *const last[] = {"Việc ở khoản 2 Điều 1 không công khai.",
                                       "Việc ở khoản 9 Điều 1 không công khai."};
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(last); i++) {
        g_autoptr(GString) text =
            g_string_new(DISCLOSURE "2. Mua sắm, thanh lý tài sản công.\nĐiều 9. Giới hạn\n");
        for (guint n = 1; n < MANY_REFERENCES; n++)
            g_string_append_printf(text, "%u. Việc ở khoản 7 Điều 1 không công khai.\n", n);
        g_string_append_printf(text, "%d. %s\n", MANY_REFERENCES, last[i]);
        assert_int_equal(status_in(text, ASSETS), i == 0 ? STATUS_CONFLICT : STATUS_MET);
        assert_int_equal(status_in(text, PLAN), STATUS_MET);
    }
}

static void the_last_of_many_labels_of_a_sentence_counts_as_the_first(void **state)
{
    g_autoptr(GString) text = g_string_new(DISCLOSURE "{1,0,0}STT\n{1,0,1}Nội dung\n");
    (void)state;
    for (guint n = 1; n < MANY_LABELS; n++)
        g_string_append_printf(text, "{1,%u,0}%u\n{1,%u,1}Công việc nội bộ khác\n", n, n, n);
    g_string_append_printf(text, "{1,%d,0}%d\n{1,%d,1}Mua sắm, thanh lý tài sản công\n2. Việc số 1",
                           MANY_LABELS, MANY_LABELS, MANY_LABELS);
    for (guint n = 2; n <= MANY_LABELS; n++)
        g_string_append_printf(text, ", %u", n);
    g_string_append(text, " trong bảng không công khai.\n");
    assert_int_equal(status_in(text, ASSETS), STATUS_CONFLICT);
    assert_int_equal(status_in(text, PLAN), STATUS_MET);
}

static void what_is_named_otherwise_is_not_refused(void **state)
{
    static const Case cases[] = {
        /* set apart from what is refused */
        {DISCLOSURE "2. Mua sắm, thanh lý tài sản công.\n3. Ngoài các việc ở khoản 2, thư riêng không công "
                    "khai.",
         ASSETS, STATUS_MET},
        /* of an act */
        {DISCLOSURE
         "2. Mua sắm, thanh lý tài sản công.\nĐiều 9. Giới hạn\n1. Nội dung ở khoản 2 Điều 1 của Luật "
         "Tiếp cận thông tin không công khai.",
         ASSETS, STATUS_MET},
        /* of another section */
        {DISCLOSURE "2. Mua sắm, thanh lý tài sản công.\n3. Nội dung ở khoản 2 Phần III không công khai.",
         ASSETS, STATUS_MET},
        /* the number of a document */
        {DISCLOSURE "{1,0,0}STT\n{1,0,1}Nội dung\n{1,1,0}2\n{1,1,1}Mua sắm, thanh lý tài sản công\n"
                    "2. Quyết định số 2 không công khai.",
         ASSETS, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_sentence_that_refuses_by_number_says_nothing_else(void **state)
{
    static const Case cases[] = {
        {CONSULTATION
         "2. Dự thảo quy chế chi tiêu nội bộ.\n3. Việc ở khoản 2 đã theo báo cáo tổng kết nên không "
         "lấy ý kiến.",
         "l10-cq-d53-k04", STATUS_MISSING},
        {DISCLOSURE "2. Mua sắm, thanh lý tài sản công.\n3. Dự toán và quyết toán ngân sách hằng năm.\n"
                    "4. Việc ở khoản 2 đã ghi trong dự toán nên không công khai.",
         BUDGET, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_cell_that_refuses_speaks_of_its_row(void **state)
{
    static const char table[] =
        "Điều 1. Những nội dung phải công khai\n{1,0,0}Nội dung\n{1,0,1}Hình thức\n{1,0,2}Ghi chú\n"
        "{1,1,0}Kế hoạch công tác năm, quý, tháng\n{1,1,1}Niêm yết nếu thấy cần thiết\n"
        "{1,2,0}Dự toán và quyết toán ngân sách hằng năm\n{1,2,1}Không công khai\n{1,2,2}Kế toán giữ\n"
        "{1,3,0}Mua sắm, thanh lý tài sản công\n{1,3,1}Niêm yết\n{1,3,2}Không thu phí\n"
        "{1,4,0}Kết quả thanh tra, kiểm tra, giải quyết khiếu nại, tố cáo\n{1,4,1}Niêm yết\n"
        "{1,4,2}Không công khai phần còn đang xác minh";
    static const char marks[] = "Điều 1. Những nội dung phải công khai\n{1,0,0}Nội dung\n{1,0,1}Công khai\n"
                                "{1,1,0}Dự toán và quyết toán ngân sách hằng năm\n{1,1,1}Không\n"
                                "{1,2,0}Mua sắm, thanh lý tài sản công\n{1,2,1}Có";
    static const Case cases[] = {
        {table, PLAN, STATUS_PARTIAL},   {table, BUDGET, STATUS_CONFLICT}, {table, ASSETS, STATUS_MET},
        {table, COMPLAINTS, STATUS_MET}, {marks, BUDGET, STATUS_CONFLICT}, {marks, ASSETS, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

#define TABLE "Điều 1. Những nội dung phải công khai\n{1,0,0}Nội dung\n{1,0,1}Nơi giữ\n{1,0,2}Ai được xem\n"

static void a_cell_refuses_by_one_of_its_clauses(void **state)
{
    static const char table[] =
        TABLE "{1,1,0}Kế hoạch công tác năm, quý, tháng\n{1,1,1}Văn phòng\n{1,1,2}Niêm yết; không thu phí\n"
              "{1,2,0}Dự toán và quyết toán ngân sách hằng năm\n{1,2,1}Kế toán\n"
              "{1,2,2}Gửi Giám đốc; không niêm yết\n"
              "{1,3,0}Mua sắm, thanh lý tài sản công\n{1,3,1}Để tủ kế toán, không đưa ra\n{1,3,2}Giám đốc\n"
              "{1,4,0}Kết quả thanh tra, kiểm tra, giải quyết khiếu nại, tố cáo\n{1,4,1}Niêm yết, không đọc\n"
              "{1,4,2}Công khai toàn cơ quan; tên người tố cáo thì không nêu";
    static const char persons[] =
        TABLE "{1,1,0}Kế hoạch công tác năm, quý, tháng\n{1,1,1}Văn phòng\n{1,1,2}Mọi người\n"
              "{1,2,0}Dự toán và quyết toán ngân sách hằng năm\n{1,2,1}Kế toán\n"
              "{1,2,2}Chỉ Phòng Tổ chức và Phòng Kế toán\n"
              "{1,3,0}Mua sắm, thanh lý tài sản công\n{1,3,1}Văn phòng\n"
              "{1,3,2}Báo riêng người nhận; người khác không được xem";
    static const char marks[] = "Điều 1. Những nội dung phải công khai\n{1,0,0}Nội dung\n{1,0,1}Công khai\n"
                                "{1,1,0}Dự toán và quyết toán ngân sách hằng năm\n"
                                "{1,1,1}Không; kế toán lập và giữ\n"
                                "{1,2,0}Mua sắm, thanh lý tài sản công\n{1,2,1}Không quá 03 ngày";
    static const Case cases[] = {
        {table, PLAN, STATUS_MET},          {table, BUDGET, STATUS_CONFLICT},
        {table, ASSETS, STATUS_CONFLICT},   {table, COMPLAINTS, STATUS_MET},
        {persons, PLAN, STATUS_MET},        {persons, BUDGET, STATUS_CONFLICT},
        {persons, ASSETS, STATUS_CONFLICT}, {marks, BUDGET, STATUS_CONFLICT},
        {marks, ASSETS, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_title_that_refuses_speaks_of_what_stands_below_it(void **state)
{
    static const char article[] =
        "Chương I\nNHỮNG NỘI DUNG PHẢI CÔNG KHAI\nĐiều 1. Công khai trong cơ quan\n1. Kế hoạch công tác năm, "
        "quý, tháng.\nĐiều 2. Những việc giữ trong cơ quan, không đem ra ngoài\n1. Dự toán và quyết toán "
        "ngân sách hằng năm.\n2. Tên người tố cáo.\nĐiều 3. Công khai tài sản\n1. Mua sắm, thanh lý tài sản "
        "công.";
    static const char line[] =
        "Điều 1. Những việc lấy ý kiến trước khi quyết định\n- Kế hoạch công tác năm.\n"
        "Những việc Giám đốc tự quyết, mọi người nghe cho biết\n- Kế hoạch tuyển dụng, đào tạo, bồi dưỡng.\n"
        "Những việc hỏi thêm\n- Dự thảo quy chế chi tiêu nội bộ.";
    static const Case cases[] = {
        {article, PLAN, STATUS_MET},
        {article, BUDGET, STATUS_CONFLICT},
        {article, ASSETS, STATUS_MET},
        {line, "l10-cq-d53-k02", STATUS_MET},
        {line, "l10-cq-d53-k06", STATUS_CONFLICT},
        {line, "l10-cq-d53-k09", STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void what_a_row_refuses_is_not_granted_elsewhere(void **state)
{
    static const char other[] =
        "Điều 1. Những việc tham gia ý kiến\n{1,0,0}Nội dung\n{1,0,1}Hỏi ai\n{1,1,0}Kế hoạch công tác "
        "năm\n{1,1,1}Mọi người\n{1,2,0}Kế hoạch tuyển dụng, đào tạo, bồi dưỡng\n{1,2,1}Không hỏi các phòng; "
        "lãnh "
        "đạo bàn\nĐiều 9. Đi học\nNgười được cử đi đào tạo, bồi dưỡng vẫn được góp ý.";
    static const Case cases[] = {{other, "l10-cq-d53-k02", STATUS_MET},
                                 {other, "l10-cq-d53-k06", STATUS_CONFLICT}};
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void what_cells_of_a_row_deny_together_contradicts(void **state)
{
    static const char table[] =
        "Điều 1. Những nội dung phải công khai\n1. Bản tóm tắt dự toán, quyết toán ngân sách hằng năm.\n"
        "{1,0,0}Nội dung\n{1,0,1}Cách làm\n{1,1,0}Kế hoạch công tác năm, quý, tháng\n{1,1,1}Niêm yết\n"
        "{1,2,0}Dự toán và quyết toán ngân sách hằng năm\n{1,2,1}Gửi cấp trên theo hạn, không công khai";
    static const Case cases[] = {{table, PLAN, STATUS_MET}, {table, BUDGET, STATUS_CONFLICT}};
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_footnote_refuses_the_line_that_it_hangs_on(void **state)
{
    static const char notes[] = DISCLOSURE
        "2. Dự toán và quyết toán ngân sách hằng năm.\n~Khoản này lưu hành trong lãnh đạo và Phòng Tài "
        "chính; không phổ biến tới các phòng.\n3. Mua sắm, thanh lý tài sản công.\n~Không công khai.\n"
        "4. Nội quy, quy chế, quy tắc ứng xử; kết quả thanh tra, kiểm tra, giải quyết khiếu nại, tố cáo.\n"
        "~Riêng kết quả thanh tra, kiểm tra, giải quyết khiếu nại, tố cáo chỉ Giám đốc được biết.";
    static const char innocent[] =
        DISCLOSURE "2. Kết quả thanh tra, kiểm tra, giải quyết khiếu nại, tố cáo.\n"
                   "~Không công khai tên người tố cáo.";
    static const char loose[] =
        "Điều 1. Thời hạn công khai\n1. Văn bản ký xong thì công khai.\n~Công khai chậm "
        "nhất 10 ngày làm việc kể từ ngày ký.";
    static const Case cases[] = {
        {notes, PLAN, STATUS_MET},
        {notes, BUDGET, STATUS_CONFLICT},
        {notes, ASSETS, STATUS_CONFLICT},
        {notes, "l10-cq-d46-k09", STATUS_MET},
        {notes, COMPLAINTS, STATUS_CONFLICT},
        {innocent, COMPLAINTS, STATUS_MET},
        {loose, "l10-cq-d47-k2", STATUS_CONFLICT},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_head_that_refuses_speaks_of_its_column(void **state)
{
    static const char table[] = "Điều 1. Công khai trong cơ quan\n{1,0,0}Nội dung công khai\n{1,0,1}Nội dung "
                                "không công khai\n{1,1,0}Kế hoạch công tác năm, quý, tháng\n"
                                "{1,1,1}Dự toán và quyết toán ngân sách hằng năm";
    /* as cells that are merged in other rows number them */
    static const char wide[] = "Điều 1. Công khai trong cơ quan\n{1,0,0}Nội dung công khai\n{1,0,40}Nội dung "
                               "không công khai\n{1,1,0}Kế hoạch công tác năm, quý, tháng\n"
                               "{1,1,40}Dự toán và quyết toán ngân sách hằng năm";
    static const Case cases[] = {
        {table, PLAN, STATUS_MET},
        {table, BUDGET, STATUS_CONFLICT},
        {wide, PLAN, STATUS_MET},
        {wide, BUDGET, STATUS_CONFLICT},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_refusal_elsewhere_contradicts_in_the_very_verb_alone(void **state)
{
    static const Case cases[] = {
        {DISCLOSURE
         "Điều 20. Quản lý tài liệu\nDự toán và quyết toán ngân sách hằng năm không thuộc diện công "
         "khai.",
         BUDGET, STATUS_CONFLICT},
        {DISCLOSURE
         "Điều 20. Quản lý tài liệu\nDự toán và quyết toán ngân sách hằng năm không gửi lên cấp trên.",
         BUDGET, STATUS_REVIEW},
        {DISCLOSURE
         "2. Dự toán và quyết toán ngân sách hằng năm.\nĐiều 20. Quản lý tài liệu\nDự toán và quyết "
         "toán ngân sách hằng năm không thuộc diện công khai.",
         BUDGET, STATUS_REVIEW},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void the_finding_shows_what_is_refused_and_what_refuses_it(void **state)
{
    (void)state;
    g_autoptr(Result) result =
        audit_text("Điều 1. Những nội dung phải công khai\n{1,0,0}Nội dung\n"
                   "{1,0,1}Hình thức\n{1,1,0}Dự toán và quyết toán ngân sách hằng năm\n"
                   "{1,1,1}Không công khai",
                   -1);
    const Finding *finding = finding_of(result, BUDGET);

    assert_int_equal(finding->evidence->len, 2);
    assert_non_null(strstr(g_array_index(finding->evidence, Evidence, 0).quote, "Dự toán"));
    assert_string_equal(g_array_index(finding->evidence, Evidence, 1).quote, "Không công khai");
}

static void the_head_of_the_running_numbers_says_nothing(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Những nội dung phải công khai\n{1,0,0}TT\n{1,0,1}Nội dung\n{1,1,0}1\n{1,1,1}Kế hoạch công "
         "tác năm",
         "l10-cq-d46-k10", STATUS_MISSING},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_title_that_forbids_to_hide_refuses_nothing(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Những việc không được giấu mà phải công khai\n1. Kế hoạch công tác năm, quý, tháng.",
         "l10-cq-d46-k02", STATUS_MET},
        {"Điều 1. Những việc không phải công khai\n1. Kế hoạch công tác năm, quý, tháng.", "l10-cq-d46-k02",
         STATUS_CONFLICT},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_title_that_forbids_to_hide_refuses_nothing),
        cmocka_unit_test(a_refusal_that_opens_a_list_refuses_each_entry),
        cmocka_unit_test(what_follows_a_refused_list_is_no_entry_of_it),
        cmocka_unit_test(what_the_law_keeps_secret_may_be_refused),
        cmocka_unit_test(a_clause_that_refuses_without_a_subject_refuses_what_the_one_before_says),
        cmocka_unit_test(what_is_set_apart_is_refused_whatever_is_granted_beside_it),
        cmocka_unit_test(what_is_named_by_number_is_refused_where_it_stands),
        cmocka_unit_test(the_last_of_many_references_counts_as_the_first),
        cmocka_unit_test(the_last_of_many_labels_of_a_sentence_counts_as_the_first),
        cmocka_unit_test(what_is_named_otherwise_is_not_refused),
        cmocka_unit_test(a_sentence_that_refuses_by_number_says_nothing_else),
        cmocka_unit_test(a_cell_that_refuses_speaks_of_its_row),
        cmocka_unit_test(a_cell_refuses_by_one_of_its_clauses),
        cmocka_unit_test(a_title_that_refuses_speaks_of_what_stands_below_it),
        cmocka_unit_test(what_a_row_refuses_is_not_granted_elsewhere),
        cmocka_unit_test(what_cells_of_a_row_deny_together_contradicts),
        cmocka_unit_test(a_footnote_refuses_the_line_that_it_hangs_on),
        cmocka_unit_test(a_head_that_refuses_speaks_of_its_column),
        cmocka_unit_test(a_refusal_elsewhere_contradicts_in_the_very_verb_alone),
        cmocka_unit_test(the_finding_shows_what_is_refused_and_what_refuses_it),
        cmocka_unit_test(the_head_of_the_running_numbers_says_nothing),
    };
    return cmocka_run_group_tests_name("refusals", tests, load_auditor, free_auditor);
}
