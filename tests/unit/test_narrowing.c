/* Clauses that narrow or take back what a line gives: to those whom somebody picks, on terms that the law
 * does not set, in polite words; and their innocents, which only say how a thing is not to be done. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "agency_cases.h"

#define ASSETS "l10-cq-d46-k04"
#define COMPLAINTS "l10-cq-d46-k08"
#define DECLARATIONS "l10-cq-d46-k07"
#define RECRUITMENT "l10-cq-d53-k06"
#define FUNDS "l10-cq-d49-k2"
#define FORMS_OF_SUPERVISION "l10-cq-d57-hinh-thuc"
#define SETTLING "l10-cq-d59-k1c"
#define CORRUPTION "l10-cq-d59-k1e"
#define PROTECTION "l10-cq-d59-k1dd"
#define DISCLOSURE "Điều 1. Những nội dung phải công khai\n1. Kế hoạch công tác năm, quý, tháng.\n"
#define CONSULTATION "Điều 1. Những việc tham gia ý kiến\n1. Kế hoạch công tác năm.\n"
#define DECISION "Điều 1. Những việc bàn và quyết định\n1. Nghị quyết hội nghị.\n"
#define SUPERVISION "Điều 1. Những việc giám sát, kiểm tra\n1. Kế hoạch công tác năm.\n"
#define DUTIES "Điều 1. Trách nhiệm của Giám đốc\n1. Chỉ đạo thực hiện quy chế.\n"

static void what_waits_for_somebody_to_see_a_need_is_refused(void **state)
{
    static const Case cases[] = {
        {DISCLOSURE "2. Mua sắm, thanh lý tài sản công khi Giám đốc Sở xét thấy cần.", ASSETS,
         STATUS_CONFLICT},
        {DISCLOSURE "2. Mua sắm, thanh lý tài sản công: kế toán báo cho các phòng khi xét thấy cần.", ASSETS,
         STATUS_CONFLICT},
        {DISCLOSURE "2. Mua sắm, thanh lý tài sản công. Việc khác khi Giám đốc thấy cần.", ASSETS,
         STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void proofs_and_papers_are_no_terms_of_the_law(void **state)
{
    static const Case cases[] = {
        {DUTIES "2. Xem xét, giải quyết khiếu nại, tố cáo, kiến nghị khi đơn có kèm đủ chứng cứ.", SETTLING,
         STATUS_CONFLICT},
        {DUTIES "2. Giải quyết khiếu nại, tố cáo, kiến nghị. Đơn phải có hai người làm chứng ký cùng.",
         SETTLING, STATUS_CONFLICT},
        {DUTIES
         "2. Xử lý người trả thù, trù dập người khiếu nại, cản trở giám sát khi người bị trù dập xuất trình "
         "được chứng cứ.",
         PROTECTION, STATUS_CONFLICT},
        {DISCLOSURE "2. Bản kê khai tài sản, thu nhập: ai làm đơn nói rõ lý do mới được xem.", DECLARATIONS,
         STATUS_CONFLICT},
        {DUTIES "2. Giải quyết khiếu nại, tố cáo, kiến nghị; không đòi người gửi nộp chứng cứ.", SETTLING,
         STATUS_PARTIAL},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void what_is_open_to_a_few_is_refused_to_the_others(void **state)
{
    static const Case cases[] = {
        {CONSULTATION "2. Kế hoạch tuyển dụng, đào tạo, bổ nhiệm: hỏi từ Phó Trưởng phòng trở lên.",
         RECRUITMENT, STATUS_CONFLICT},
        {DISCLOSURE
         "2. Kết quả thanh tra, kiểm tra, giải quyết khiếu nại, tố cáo gửi cho phòng có tên; phòng khác "
         "không thuộc diện xem.",
         COMPLAINTS, STATUS_CONFLICT},
        {"Điều 1. Hình thức giám sát, kiểm tra\n1. Công chức tự mình giám sát hoặc thông qua Ban Thanh tra "
         "nhân dân "
         "sau khi được Giám đốc chấp thuận.",
         FORMS_OF_SUPERVISION, STATUS_CONFLICT},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_right_is_taken_in_polite_words_too(void **state)
{
    static const Case cases[] = {
        {DECISION
         "2. Các khoản đóng góp tự nguyện: mức thu, chi do Giám đốc cùng Chủ tịch Công đoàn định sẵn.",
         FUNDS, STATUS_CONFLICT},
        {CONSULTATION
         "2. Kế hoạch tuyển dụng, đào tạo, bổ nhiệm: lãnh đạo xin được chủ động cân nhắc để mọi người "
         "không phải bận lòng góp ý.",
         RECRUITMENT, STATUS_CONFLICT},
        {DUTIES "2. Người trả thù, trù dập người khiếu nại, cản trở giám sát thì trao đổi riêng, không đặt "
                "vấn đề xử "
                "lý.",
         PROTECTION, STATUS_CONFLICT},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void how_a_thing_is_not_to_be_done_refuses_nothing(void **state)
{
    static const Case cases[] = {
        {DUTIES "2. Xem xét, giải quyết khiếu nại, tố cáo, kiến nghị, không bỏ qua vì thân quen.", SETTLING,
         STATUS_PARTIAL},
        {DISCLOSURE
         "2. Kết quả thanh tra, kiểm tra, giải quyết khiếu nại, tố cáo; ai hỏi thì trả lời, không được nói "
         "là hết giờ.",
         COMPLAINTS, STATUS_MET},
        {DISCLOSURE "2. Những nội dung không công khai:\na) Đáp án tuyển dụng, bổ nhiệm trước giờ mở đề.\n"
                    "3. Tuyển dụng, bổ nhiệm, khen thưởng, kỷ luật công chức.",
         "l10-cq-d46-k06", STATUS_PARTIAL},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_later_clause_that_names_nothing_takes_back_what_was_named(void **state)
{
    static const Case cases[] = {
        {CONSULTATION
         "2. Kế hoạch tuyển dụng, đào tạo, bổ nhiệm là chuyện tế nhị. Vì lẽ đó Sở không lấy ý kiến.",
         RECRUITMENT, STATUS_CONFLICT},
        {DISCLOSURE
         "2. Mua sắm, thanh lý tài sản công đã có kế toán lo; ai chưa có phận sự thì không được xem.",
         ASSETS, STATUS_CONFLICT},
        {DISCLOSURE
         "2. Mua sắm, thanh lý tài sản công có sổ theo dõi; sổ do kế toán ghi; công chức không được xem.",
         ASSETS, STATUS_CONFLICT},
        /* it names something of its own, or what somebody else is to decide */
        {DISCLOSURE "2. Mua sắm, thanh lý tài sản công; riêng công trình quốc phòng thì không công khai.",
         ASSETS, STATUS_MET},
        {DISCLOSURE
         "2. Mua sắm, thanh lý tài sản công; số tài khoản của người mua không công khai nếu họ không đồng ý.",
         ASSETS, STATUS_MET},
        /* what is granted in the verb of the group stays granted */
        {DISCLOSURE "2. Mua sắm, thanh lý tài sản công phải niêm yết; người ngoài cơ quan không được xem.",
         ASSETS, STATUS_MET},
        {DISCLOSURE "2. Mua sắm, thanh lý tài sản công.\n3. Người ngoài cơ quan không được xem.", ASSETS,
         STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void among_duties_of_all_kinds_it_may_and_a_person_must_look(void **state)
{
    static const char text[] =
        DUTIES "2. Phòng ngừa, ngăn chặn, xử lý tham nhũng trong nhân viên; cấp phó được miễn xử lý.";
    static const Case cases[] = {
        {text, CORRUPTION, STATUS_REVIEW},
        /* said elsewhere as well */
        {DUTIES
         "2. Phòng ngừa, ngăn chặn, xử lý tham nhũng trong nhân viên; cấp phó được miễn xử lý.\n3. Phòng "
         "ngừa, ngăn chặn, xử lý tham nhũng ở mọi phòng.",
         CORRUPTION, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));

    g_autoptr(Result) result = audit_text(text, -1);
    const GArray *evidence = finding_of(result, CORRUPTION)->evidence;
    assert_int_equal(evidence->len, 1);
    assert_non_null(strstr(g_array_index(evidence, Evidence, 0).quote, "nhân viên; cấp phó được miễn xử lý"));
}

static void what_is_laid_aside_rationed_or_talked_down_is_refused(void **state)
{
    static const Case cases[] = {
        {CONSULTATION "2. Kế hoạch tuyển dụng, đào tạo, bổ nhiệm được gác lại đến kỳ sau.", RECRUITMENT,
         STATUS_CONFLICT},
        {CONSULTATION "2. Kế hoạch tuyển dụng, đào tạo, bổ nhiệm: mỗi phòng chỉ được nêu một ý.", RECRUITMENT,
         STATUS_CONFLICT},
        {CONSULTATION "2. Kế hoạch tuyển dụng, đào tạo, bổ nhiệm: trưởng phòng dặn mọi người đừng có ý kiến.",
         RECRUITMENT, STATUS_CONFLICT},
        {CONSULTATION "2. Kế hoạch tuyển dụng, đào tạo, bổ nhiệm: chỉ hỏi những người đã cam kết ủng hộ.",
         RECRUITMENT, STATUS_CONFLICT},
        {CONSULTATION
         "2. Kế hoạch tuyển dụng, đào tạo, bổ nhiệm: ai nói khác thì bị xem là gây mất đoàn kết.",
         RECRUITMENT, STATUS_CONFLICT},
        {DISCLOSURE "2. Mua sắm, thanh lý tài sản công: Sở xin không nhắc đến.", ASSETS, STATUS_CONFLICT},
        {CONSULTATION "2. Kế hoạch tuyển dụng, đào tạo, bổ nhiệm; đừng ngại góp ý thẳng.", RECRUITMENT,
         STATUS_MET},
        {CONSULTATION
         "2. Kế hoạch tuyển dụng, đào tạo, bổ nhiệm; người nói khác không bị xem là gây mất đoàn kết.",
         RECRUITMENT, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void what_is_put_off_replaced_or_left_to_a_few_is_refused(void **state)
{
    static const Case cases[] = {
        {DISCLOSURE "2. Mua sắm, thanh lý tài sản công tạm chưa công khai.", ASSETS, STATUS_CONFLICT},
        {DISCLOSURE "2. Mua sắm, thanh lý tài sản công: chờ khi có hướng dẫn mới niêm yết.", ASSETS,
         STATUS_CONFLICT},
        {DISCLOSURE "2. Mua sắm, thanh lý tài sản công chỉ mở cho công chức xem sau khi Giám đốc nghỉ hưu.",
         ASSETS, STATUS_CONFLICT},
        {CONSULTATION "2. Họp giao ban thay cho việc lấy ý kiến về kế hoạch tuyển dụng, đào tạo, bổ nhiệm.",
         RECRUITMENT, STATUS_CONFLICT},
        {DISCLOSURE "2. Mua sắm, thanh lý tài sản công, trừ trường hợp liên quan đến cá nhân cụ thể nào đó.",
         ASSETS, STATUS_CONFLICT},
        {DISCLOSURE "2. Mua sắm, thanh lý tài sản công: chỉ cho người có biên chế trên năm năm biết.", ASSETS,
         STATUS_CONFLICT},
        {DISCLOSURE "2. Mua sắm, thanh lý tài sản công; không phải chờ khi có đơn mới niêm yết.", ASSETS,
         STATUS_MET},
        {DUTIES
         "2. Xử lý người trả thù, trù dập người khiếu nại, cản trở giám sát; không miễn trách nhiệm cho ai.",
         PROTECTION, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_waits_for_somebody_to_see_a_need_is_refused),
        cmocka_unit_test(proofs_and_papers_are_no_terms_of_the_law),
        cmocka_unit_test(what_is_open_to_a_few_is_refused_to_the_others),
        cmocka_unit_test(a_right_is_taken_in_polite_words_too),
        cmocka_unit_test(how_a_thing_is_not_to_be_done_refuses_nothing),
        cmocka_unit_test(what_is_laid_aside_rationed_or_talked_down_is_refused),
        cmocka_unit_test(what_is_put_off_replaced_or_left_to_a_few_is_refused),
        cmocka_unit_test(a_later_clause_that_names_nothing_takes_back_what_was_named),
        cmocka_unit_test(among_duties_of_all_kinds_it_may_and_a_person_must_look),
    };
    return cmocka_run_group_tests_name("narrowing", tests, load_auditor, free_auditor);
}
