/* What a raw expression says of the bytes that its matches begin with: never less than PCRE2 would take. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/error.h"
#include "rules/raw.h"

static gboolean may_match(const char *expression, const char *text)
{
    g_autoptr(GError) error = NULL;
    Raw *raw = raw_compile(expression, "test", &error);
    assert_non_null(raw);
    const gboolean may = raw_may_match(raw, text, 0, strlen(text));
    raw_free(raw);
    return may;
}

static guint known_bytes(const char *expression)
{
    RawPrefix prefix;
    raw_prefix_read(expression, &prefix);
    return prefix.count;
}

static void rules_out_other_words_with_the_same_first_letter(void **state)
{
    (void)state;
    assert_false(may_match("(?i)tháng \\d{1,2}", "thôn"));
    assert_false(may_match("(?<![Bb]an )[Nn]hân dân", "những"));
    assert_false(may_match("ĐA", "Điều"));
    assert_false(may_match("(?:một|hai) lần", "mang lần"));
    assert_false(may_match("1/[2-5]", "1/6"));
    assert_false(may_match("tháng", "thá"));
}

static void lets_every_match_pass(void **state)
{
    static const char *const pairs[][2] = {
        {"tháng \\d", "THÁNG 3"},
        {"tháng \\d", "tháng\xC2\xA0"
                      "3"},
        {"ha?i", "hi"},
        {"ha*i", "hi"},
        {"ha{0,2}i", "hi"},
        {"ha{1,2}i", "haai"},
        {"(?:bản )?quy", "quy"},
        {"a|ba", "ba"},
        {"(?:a|bc)d", "bcd"},
        {"kh", "\xE2\x84\xAAh"},
        {"so", "\xC5\xBFo"},
        {"[Kk]hi", "\xE2\x84\xAAhi"},
        {"(?-i:Sở)", "Sở"},
        {"[a-d]b", "cb"},
        {"[^a]b", "cb"},
        {"\\Qa|b\\E", "a|b"},
        {"(?x)a # (\nb", "ab"},
        {"[Đđ]iều", "điều"},
        {"(?!x)ab", "ab"},
        {"(?:|a)b", "b"},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(pairs); i++)
        assert_true(may_match(pairs[i][0], pairs[i][1]));
}

static void knows_nothing_where_brackets_may_be_misread(void **state)
{
    (void)state;
    assert_int_equal(known_bytes("abc"), 3);
    assert_int_equal(known_bytes("abcdefgh"), RAW_PREFIX);
    assert_int_equal(known_bytes("abc(?#()|d"), 0);
    assert_int_equal(known_bytes("ab[](]|c"), 0);
    assert_int_equal(known_bytes("ab(?x)|c"), 0);
    assert_int_equal(known_bytes("ab|\\bc"), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_out_other_words_with_the_same_first_letter),
        cmocka_unit_test(lets_every_match_pass),
        cmocka_unit_test(knows_nothing_where_brackets_may_be_misread),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
