/* Texts in two languages, out of the catalogue that is compiled in. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/translate.h"

static void test_says_a_text_in_each_language(void **state)
{
    (void)state;
    assert_string_equal(say(RASOAT_VIETNAMESE, "chưa nộp"), "chưa nộp");
    assert_string_equal(say(RASOAT_ENGLISH, "chưa nộp"), "not submitted");
}

static void test_context_tells_equal_texts_apart(void **state)
{
    (void)state;
    assert_string_equal(say(RASOAT_ENGLISH, "Đơn vị"), "Unit");
    assert_string_equal(say(RASOAT_ENGLISH, NC_("plural", "Đơn vị")), "Units");
    assert_string_equal(say(RASOAT_VIETNAMESE, NC_("plural", "Đơn vị")), "Đơn vị");
}

static void test_what_the_catalogue_lacks_stays_vietnamese(void **state)
{
    (void)state;
    assert_string_equal(say(RASOAT_ENGLISH, "không có trong danh mục"), "không có trong danh mục");
    assert_string_equal(say(RASOAT_ENGLISH, NC_("lạ", "Đơn vị")), "Đơn vị");
    assert_string_equal(say(RASOAT_ENGLISH, ""), "");
    assert_null(say(RASOAT_ENGLISH, NULL));
}

static void test_formats_both_languages_with_the_same_arguments(void **state)
{
    (void)state;
    BilingualText text = bilingual_format("Chỉ áp dụng khi đơn vị có dưới %u người.", 10U);
    assert_string_equal(text.vi, "Chỉ áp dụng khi đơn vị có dưới 10 người.");
    assert_string_equal(text.en, "Applies only when the unit has less than 10 staff.");
    bilingual_clear(&text);
}

static void test_dates_are_written_as_each_language_does(void **state)
{
    (void)state;
    g_autofree char *vi = say_date(RASOAT_VIETNAMESE, "2024-02-05"),
                    *en = say_date(RASOAT_ENGLISH, "2024-02-05"), *odd = say_date(RASOAT_VIETNAMESE, "2024");
    assert_string_equal(vi, "05/02/2024");
    assert_string_equal(en, "2024-02-05");
    assert_string_equal(odd, "2024");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_says_a_text_in_each_language),
        cmocka_unit_test(test_context_tells_equal_texts_apart),
        cmocka_unit_test(test_what_the_catalogue_lacks_stays_vietnamese),
        cmocka_unit_test(test_formats_both_languages_with_the_same_arguments),
        cmocka_unit_test(test_dates_are_written_as_each_language_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
