/* Short forms that a document explains stand for what it says they do, and others for nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "agency_cases.h"

#define PLAN "l10-cq-d46-k02" /* "Kế hoạch công tác năm, quý, tháng" */

/* What the item is where a regulation says of KCT what is given, and then makes it public. */
static void check_plan(const char *said, const char *form, Status status)
{
    g_autofree char *text = g_strconcat("Điều 1. Quy định cụ thể\n", said,
                                        "\nĐiều 2. Những nội dung phải công khai\n1. ", form, " năm.", NULL);
    const Case plan = {text, PLAN, status};
    check_cases(&plan, 1);
}

static void a_short_form_stands_for_what_explains_it(void **state)
{
    static const char *const explained[] = {
        "KCT là kế hoạch công tác; NQCQ là nội quy cơ quan.",
        "a) KCT: kế hoạch công tác.",
        "- KCT = kế hoạch công tác",
        "Để gọn, thống nhất viết: XC là xe con, KCT là kế hoạch công tác.",
        "Giám đốc duyệt kế hoạch công tác (KCT) trước năm mới.",
        "Giám đốc duyệt kế hoạch công tác (sau đây viết tắt là KCT) trước năm mới.",
        "Giám đốc duyệt kế hoạch công tác, gọi tắt là “KCT”.",
        "Giám đốc duyệt KCT (kế hoạch công tác) trước năm mới.",
        "{1,0,0}Viết tắt\n{1,0,1}Nghĩa\n{1,1,0}KCT\n{1,1,1}Kế hoạch công tác",
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(explained); i++)
        check_plan(explained[i], "KCT", STATUS_MET);
    check_plan("K.h là kế hoạch; C.t là công tác.", "K.h C.t", STATUS_MET);
    check_plan("K là kế hoạch; C.t là công tác; X là xe con.", "K C.t", STATUS_MET);
}

static void what_is_no_explanation_makes_no_short_form(void **state)
{
    static const char *const said[] = {
        "Mọi người cùng làm.",
        "- KCT: phát loa mỗi sáng.",
        "KCT là người ký.",
        "Giám đốc duyệt kế hoạch công tác trước năm mới (KTC).",
        "{1,0,0}Ai\n{1,0,1}Việc\n{1,1,0}KCT\n{1,1,1}Kiểm tra xe con",
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(said); i++)
        check_plan(said[i], "KCT", STATUS_MISSING);
    check_plan("K là kế hoạch; C là công tác.", "K C", STATUS_MISSING); /* two letters are no glossary */
}

/* What is quoted is what stands there. */
static void the_original_is_quoted(void **state)
{
    (void)state;
    g_autoptr(Result) result = audit_text("Điều 1. Quy định cụ thể\nKCT là kế hoạch công tác.\n"
                                          "Điều 2. Những nội dung phải công khai\n1. KCT năm.",
                                          -1);
    const Finding *finding = finding_of(result, PLAN);
    assert_int_equal(finding->evidence->len, 1);
    assert_string_equal(g_array_index(finding->evidence, Evidence, 0).quote, "KCT năm");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_short_form_stands_for_what_explains_it),
        cmocka_unit_test(what_is_no_explanation_makes_no_short_form),
        cmocka_unit_test(the_original_is_quoted),
    };
    return cmocka_run_group_tests_name("short forms", tests, load_auditor, free_auditor);
}
