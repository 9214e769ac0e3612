/* Numbers of list labels: every format, its borders and its fallback. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reader/numbers.h"

static void expect(gint64 value, NumberFormat format, const char *label)
{
    g_autoptr(GString) out = g_string_new(NULL);
    number_append(out, value, format);
    assert_string_equal(out->str, label);
}

static void test_decimal_forms(void **state)
{
    (void)state;
    expect(12, NUMBER_DECIMAL, "12");
    expect(0, NUMBER_DECIMAL, "0");
    expect(-3, NUMBER_DECIMAL, "-3");
    expect(7, NUMBER_DECIMAL_ZERO, "07");
    expect(10, NUMBER_DECIMAL_ZERO, "10");
}

static void test_roman(void **state)
{
    (void)state;
    expect(4, NUMBER_UPPER_ROMAN, "IV");
    expect(1994, NUMBER_LOWER_ROMAN, "mcmxciv");
    expect(3999, NUMBER_UPPER_ROMAN, "MMMCMXCIX");
    expect(4000, NUMBER_UPPER_ROMAN, "4000");
    expect(0, NUMBER_UPPER_ROMAN, "0");
}

static void test_letters_repeat_after_z(void **state)
{
    (void)state;
    expect(1, NUMBER_LOWER_LETTER, "a");
    expect(26, NUMBER_UPPER_LETTER, "Z");
    expect(27, NUMBER_UPPER_LETTER, "AA");
    expect(28, NUMBER_LOWER_LETTER, "bb");
    expect(781, NUMBER_LOWER_LETTER, "781");
}

static void test_letters_count_in_base_26_without_letter_sync(void **state)
{
    (void)state;
    expect(27, NUMBER_UPPER_LETTER_26, "AA");
    expect(28, NUMBER_LOWER_LETTER_26, "ab");
    expect(52, NUMBER_LOWER_LETTER_26, "az");
    expect(53, NUMBER_LOWER_LETTER_26, "ba");
    expect(G_MAXINT64, NUMBER_LOWER_LETTER_26, "9223372036854775807");
}

static void test_ordinals(void **state)
{
    (void)state;
    expect(1, NUMBER_ORDINAL, "1st");
    expect(22, NUMBER_ORDINAL, "22nd");
    expect(13, NUMBER_ORDINAL, "13th");
    expect(4, NUMBER_ORDINAL, "4th");
}

static void test_none_and_bullet_print_no_number(void **state)
{
    (void)state;
    expect(3, NUMBER_NONE, "");
    expect(3, NUMBER_BULLET, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_decimal_forms),
        cmocka_unit_test(test_roman),
        cmocka_unit_test(test_letters_repeat_after_z),
        cmocka_unit_test(test_letters_count_in_base_26_without_letter_sync),
        cmocka_unit_test(test_ordinals),
        cmocka_unit_test(test_none_and_bullet_print_no_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
