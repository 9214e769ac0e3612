/* NFC: what passes at a glance, what is composed, and what bad bytes become. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/unicode.h"

static void assert_nfc(const char *text, const char *expected)
{
    g_autofree char *composed = text_nfc(text, -1);
    assert_string_equal(composed, expected);
}

static void leaves_composed_text_as_it_is(void **state)
{
    (void)state;
    const char *text = "Điều 7. “Quy chế” – dân chủ… \uF0B7 Ω";
    assert_nfc(text, text);
    assert_nfc("", "");
}

static void composes_letters_and_orders_marks(void **state)
{
    (void)state;
    assert_nfc("Vie\u0323\u0302t", "Việt");
    assert_nfc("Vie\u0302\u0323t", "Việt");
    assert_nfc("Viê\u0323t va\u0300 n\u0303", "Việt và ñ");
}

/* Sixty marks of two classes in turn: as two letters with thirty each would have them. */
static void orders_many_marks_by_thirty(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new("x"), expected = g_string_new("x");
    for (guint part = 0; part < 2; part++) {
        for (guint i = 0; i < 15; i++)
            g_string_append(text, "\u0301\u0323");
        for (guint i = 0; i < 30; i++)
            g_string_append(expected, i < 15 ? "\u0323" : "\u0301");
    }
    assert_nfc(text->str, expected->str);
}

static void replaces_bytes_that_are_no_utf8(void **state)
{
    (void)state;
    assert_nfc("a\xFF", "a\uFFFD");
    assert_nfc("a\xE1\xBB", "a\uFFFD");
    assert_nfc("\xC0\x80", "\uFFFD\uFFFD");
    assert_nfc("\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD");
}

static void stops_at_the_given_length(void **state)
{
    (void)state;
    g_autofree char *composed = text_nfc("ba\u0300n", 4);
    assert_string_equal(composed, "bà");
}

static void vouches_only_for_what_is_surely_nfc(void **state)
{
    (void)state;
    const char *composed = "Thực hiện dân chủ — “cơ sở”";
    assert_true(text_is_nfc(composed, strlen(composed)));
    assert_false(text_is_nfc("e\u0301", 3));
    assert_false(text_is_nfc("\u212B", 3));
    assert_false(text_is_nfc("\u2000", 3));
    assert_false(text_is_nfc("a\xFF", 2));
}

/* Every code point alone: what is vouched for must be what GLib's own normaliser leaves alone. */
static void never_vouches_for_a_code_point_that_nfc_changes(void **state)
{
    (void)state;
    for (gunichar c = 1; c <= 0x10FFFF; c++) {
        char utf8[8];
        if (!g_unichar_validate(c))
            continue;
        const gint length = g_unichar_to_utf8(c, utf8);
        if (!text_is_nfc(utf8, length))
            continue;
        assert_int_equal(g_unichar_combining_class(c), 0);
        g_autofree char *normal = g_utf8_normalize(utf8, length, G_NORMALIZE_NFC);
        assert_memory_equal(normal, utf8, length);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaves_composed_text_as_it_is),
        cmocka_unit_test(composes_letters_and_orders_marks),
        cmocka_unit_test(orders_many_marks_by_thirty),
        cmocka_unit_test(replaces_bytes_that_are_no_utf8),
        cmocka_unit_test(stops_at_the_given_length),
        cmocka_unit_test(vouches_only_for_what_is_surely_nfc),
        cmocka_unit_test(never_vouches_for_a_code_point_that_nfc_changes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
