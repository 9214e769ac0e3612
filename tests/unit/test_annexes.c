/* Annexes of the regulation: what a rule sends to there is its own, by the groups that the rule is about;
 * forms, law, extracts and what nothing sends to stay annexes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "agency_cases.h"

#define PLAN "l10-cq-d46-k02"
#define OPINION "l10-cq-d53-k02"
#define DISCLOSES(annex) "^!QUY CHẾ\nĐiều 1. Công khai\nGiám đốc phải công khai các nội dung " annex ".\n"
#define FIRST "^!PHỤ LỤC I\n^!NỘI DUNG CÔNG KHAI\n1. Kế hoạch công tác hằng năm, quý, tháng.\n"
#define LIST "^!PHỤ LỤC I\n^!DANH MỤC\n1. Kế hoạch công tác hằng năm, quý, tháng.\n"
#define SECOND "^!PHỤ LỤC II\n^!NHỮNG VIỆC KHÁC\n1. Lịch trực, lịch họp.\n"

static void what_a_rule_sends_to_in_an_annex_is_its_own(void **state)
{
    static const Case cases[] = {
        {DISCLOSES("tại Phụ lục I") FIRST SECOND, PLAN, STATUS_MET},
        {DISCLOSES("tại Phụ lục số 1 ban hành kèm theo Quy chế này") FIRST SECOND, PLAN, STATUS_MET},
        {DISCLOSES("tại Phụ lục II và I") FIRST SECOND, PLAN, STATUS_MET},
        {DISCLOSES("tại Phụ lục I ban hành kèm theo Quyết định này") FIRST, PLAN, STATUS_MET},
        {DISCLOSES("tại Phụ lục kèm theo") FIRST, PLAN, STATUS_MET},
        {DISCLOSES("tại Phụ lục") "^!PHỤ LỤC\n^!DANH MỤC\n{1,0,0}TT\n{1,0,1}Nội dung\n{1,0,2}Nơi đăng\n"
                                  "{1,1,0}1\n{1,1,1}Kế hoạch công tác hằng năm, quý, tháng\n{1,1,2}Bảng tin",
         PLAN, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void an_annex_answers_to_what_its_rule_is_about(void **state)
{
    static const Case cases[] = {
        {DISCLOSES("tại Phụ lục I") LIST, OPINION, STATUS_MISSING},
        {"^!QUY CHẾ\nĐiều 1. Tham gia ý kiến\nTrước khi quyết định việc nêu tại Phụ lục I, Giám đốc phải lấy "
         "ý kiến viên chức.\n" LIST,
         OPINION, STATUS_MET},
        {"^!QUY CHẾ\nĐiều 1. Không công khai\nGiám đốc không công khai các nội dung tại Phụ lục I.\n" LIST,
         PLAN, STATUS_CONFLICT},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void other_annexes_prove_nothing(void **state)
{
    static const Case cases[] = {
        {DISCLOSES("sau: lịch trực") FIRST, PLAN, STATUS_MISSING},
        {DISCLOSES("tại Phụ lục II") FIRST SECOND, PLAN, STATUS_MISSING},
        {DISCLOSES("tại Phụ lục I Nghị định số 59/2023/NĐ-CP") FIRST, PLAN, STATUS_MISSING},
        {DISCLOSES("theo Phụ lục I") "^!PHỤ LỤC I\n^!MẪU BẢNG CÔNG KHAI\n1. Kế hoạch công tác hằng năm, quý, "
                                     "tháng.\n",
         PLAN, STATUS_MISSING},
        {DISCLOSES("tại Phụ lục I") "^!PHỤ LỤC I\n^!TRÍCH LUẬT THỰC HIỆN DÂN CHỦ Ở CƠ SỞ\n1. Kế hoạch công "
                                    "tác hằng năm, quý, tháng.\n",
         PLAN, STATUS_MISSING},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_a_rule_sends_to_in_an_annex_is_its_own),
        cmocka_unit_test(an_annex_answers_to_what_its_rule_is_about),
        cmocka_unit_test(other_annexes_prove_nothing),
    };
    return cmocka_run_group_tests_name("annexes", tests, load_auditor, free_auditor);
}
