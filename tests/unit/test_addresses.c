/* Addresses of places in a document, said in the language of a report. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "report/addresses.h"

static void assert_english(const char *address, const char *expected)
{
    g_autofree char *english = address_say(address, RASOAT_ENGLISH);
    assert_string_equal(english, expected);
    g_autofree char *vietnamese = address_say(address, RASOAT_VIETNAMESE);
    assert_string_equal(vietnamese, address);
}

static void divisions_are_said_in_english(void **state)
{
    (void)state;
    assert_english("Điều 6 > khoản 3 > điểm a", "Article 6, clause 3, point a");
    assert_english("Chương II > Mục 1 > Tiểu mục 2 > Điều 7",
                   "Chapter II, Section 1, Subsection 2, Article 7");
    assert_english("Quyết định > Điều 1", "Decision, Article 1");
    assert_english("Phụ lục II > khoản 1.3 > gạch đầu dòng 2", "Annex II, clause 1.3, dash 2");
    assert_english("điểm đ", "point đ");
}

static void places_outside_of_divisions_are_said_in_english(void **state)
{
    (void)state;
    assert_english("bảng 1 dòng 2", "Table 1 row 2");
    assert_english("Phụ lục > bảng 10 dòng 21", "Annex, Table 10 row 21");
    assert_english("đoạn 5", "paragraph 5");
    assert_english("tiêu đề", "heading");
    assert_english("phần ký", "signature");
    assert_english("phần căn cứ", "legal bases");
    assert_english("Mục lục", "Table of contents");
}

static void parts_with_spelled_numbers_are_said_in_english(void **state)
{
    (void)state;
    assert_english("Phần THỨ HAI > V", "Part Two, V");
    assert_english("Phần thứ mười > Điều 3", "Part Ten, Article 3");
    assert_english("Phần Đ > Điều 14", "Part Đ, Article 14");
}

static void what_has_no_word_stays(void **state)
{
    (void)state;
    assert_english("II > 6 > 6.2 > b", "II, 6, 6.2, b");
    assert_english("“Điều kiện > khoản thu” > Điều 3", "“Điều kiện > khoản thu”, Article 3");
    assert_english("“Điều chưa đóng > khoản 3", "“Điều chưa đóng > khoản 3");
    assert_english("Điều", "Article");
    assert_english("Điềuu 3", "Điềuu 3");
    assert_english("", "");
    g_autofree char *nothing = address_say(NULL, RASOAT_ENGLISH);
    assert_string_equal(nothing, "");
}

static void assert_places(guint count, guint first, RasoatLanguage language, const char *expected)
{
    static const char *const addresses[] = {"phần căn cứ", "Điều 3", "Điều 3", "Điều 4", "Điều 5",
                                            "Điều 6",      "Điều 7", "Điều 8", "Điều 9"};
    g_autoptr(GArray) places = g_array_new(FALSE, TRUE, sizeof(Evidence));
    for (guint i = 0; i < count; i++) {
        Evidence place = {.address = (char *)addresses[i]};
        g_array_append_val(places, place);
    }
    g_autofree char *said = addresses_say(places, first, language);
    assert_string_equal(said, expected);
}

static void all_places_are_told_once_and_of_many_how_many_more(void **state)
{
    (void)state;
    assert_places(0, 0, RASOAT_VIETNAMESE, "");
    assert_places(1, 1, RASOAT_VIETNAMESE, "");
    assert_places(3, 0, RASOAT_VIETNAMESE, "phần căn cứ; Điều 3");
    assert_places(4, 1, RASOAT_ENGLISH, "Article 3; Article 4");
    assert_places(9, 0, RASOAT_VIETNAMESE,
                  "phần căn cứ; Điều 3; Điều 4; Điều 5; Điều 6; Điều 7; và 2 nơi khác");
    assert_places(9, 1, RASOAT_ENGLISH,
                  "Article 3; Article 4; Article 5; Article 6; Article 7; Article 8; and 1 more");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(divisions_are_said_in_english),
        cmocka_unit_test(places_outside_of_divisions_are_said_in_english),
        cmocka_unit_test(parts_with_spelled_numbers_are_said_in_english),
        cmocka_unit_test(what_has_no_word_stays),
        cmocka_unit_test(all_places_are_told_once_and_of_many_how_many_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
