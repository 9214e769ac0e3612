/* What a sentence names by number lends it its groups: divisions that it names, or that the title of its own
 * section does. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "agency_cases.h"

#define BUDGET "l10-cq-d46-k03"
#define ASSETS "l10-cq-d46-k04"
#define DISCLOSURE "Điều 2. Những nội dung phải công khai\n1. Kế hoạch công tác năm.\n"

static void a_title_lends_what_it_names(void **state)
{
    static const Case cases[] = {
        {DISCLOSURE "Điều 9. Bổ sung Điều 2\n1. Quyết toán, dự toán.\n2. Đồ cũ thanh lý.", BUDGET,
         STATUS_MET},
        {DISCLOSURE "Điều 9. Bổ sung Điều 20\n1. Quyết toán, dự toán.\n2. Đồ cũ thanh lý.", BUDGET,
         STATUS_MISSING},
        /* the title's own number names nothing else */
        {DISCLOSURE "Điều 9. Bổ sung\n1. Quyết toán, dự toán.\n2. Đồ cũ thanh lý.", BUDGET, STATUS_MISSING},
        {DISCLOSURE "Điều 9. Bổ sung Điều 2 Luật Kế toán\n1. Quyết toán, dự toán.\n2. Đồ cũ thanh lý.",
         BUDGET, STATUS_MISSING},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

static void a_sentence_without_a_section_speaks_of_the_sections_and_clauses_that_it_names(void **state)
{
    static const char sections[] = "I. Những nội dung phải công khai\n1. Kế hoạch công tác năm.\n"
                                   "II. Việc khác\n1. Như mục %s là quyết toán, dự toán.";
    static const char clauses[] = "Điều 5. Việc khác\n1. Ở phòng họp niêm yết, công khai kế hoạch công tác "
                                  "năm.\n2. Như khoản %s là quyết toán, dự toán.";
    static const struct {
        const char *format, *number;
        Status status;
    } cases[] = {{sections, "I", STATUS_MET},
                 {sections, "IV", STATUS_MISSING},
                 {clauses, "1", STATUS_MET},
                 {clauses, "4", STATUS_MISSING}};
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_auto(GStrv) parts = g_strsplit(cases[i].format, "%s", 2);
        g_autofree char *text = g_strjoinv(cases[i].number, parts);
        check_cases(&(Case){text, BUDGET, cases[i].status}, 1);
    }
}

static void what_is_named_takes_nothing_from_the_section_around(void **state)
{
    static const Case cases[] = {
        {"Điều 1. Những việc lấy ý kiến\n1. Kế hoạch công tác năm.\n" DISCLOSURE
         "2. Như khoản 1 là quyết toán, dự toán.",
         BUDGET, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_title_lends_what_it_names),
        cmocka_unit_test(a_sentence_without_a_section_speaks_of_the_sections_and_clauses_that_it_names),
        cmocka_unit_test(what_is_named_takes_nothing_from_the_section_around),
    };
    return cmocka_run_group_tests_name("cited", tests, load_auditor, free_auditor);
}
