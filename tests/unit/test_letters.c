/* The alphabet, checked against Unicode's own decompositions. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/letters.h"

static const gunichar tone_marks[] = {0, 0x0300, 0x0309, 0x0303, 0x0301, 0x0323};
static const char bases[] = "aABeEioOPuUy";

static void assert_letter(gunichar c, char base, char bare, Tone tone)
{
    Letter letter;
    assert_true(letter_of(c, &letter));
    assert_int_equal(letter.base, base);
    assert_int_equal(letter.bare, bare);
    assert_int_equal(letter.tone, tone);
}

static void reads_letters_of_either_case(void **state)
{
    (void)state;
    assert_letter(U'a', 'a', 'a', TONE_NONE);
    assert_letter(U'Q', 'q', 'q', TONE_NONE);
    assert_letter(U'đ', 'D', 'd', TONE_NONE);
    assert_letter(U'Đ', 'D', 'd', TONE_NONE);
    assert_letter(U'ư', 'U', 'u', TONE_NONE);
    assert_letter(U'Ệ', 'E', 'e', TONE_DOT);
    assert_letter(U'ỡ', 'P', 'o', TONE_TILDE);
    assert_letter(U'Ỷ', 'y', 'y', TONE_HOOK);
}

static void takes_eth_for_the_stroked_d_it_looks_like(void **state)
{
    (void)state;
    assert_letter(0x00D0, 'D', 'd', TONE_NONE);
}

static void knows_what_is_no_letter(void **state)
{
    (void)state;
    const gunichar others[] = {0,     '0',    ' ',    '[',    U'ñ',   U'ç',    U'ö',
                               0x1B1, 0x1E9F, 0x1EFA, 0x0441, 0xFFFD, 0x10FFFF};
    Letter letter;
    for (guint i = 0; i < G_N_ELEMENTS(others); i++)
        assert_false(letter_of(others[i], &letter));
}

static void every_vowel_and_tone_has_a_code_that_reads_back(void **state)
{
    (void)state;
    for (const char *base = bases; *base != '\0'; base++) {
        for (guint8 tone = TONE_NONE; tone <= TONE_DOT; tone++) {
            const gunichar code = letter_code((Letter){*base, 0, tone});
            Letter lower, upper;
            assert_true(letter_of(code, &lower));
            assert_true(letter_of(g_unichar_toupper(code), &upper));
            assert_int_equal(lower.base, *base);
            assert_int_equal(lower.tone, tone);
            assert_memory_equal(&lower, &upper, sizeof lower);
        }
    }
}

static void agrees_with_unicode_on_every_decomposition(void **state)
{
    (void)state;
    for (gunichar c = 0; c < 0x1F00; c++) {
        Letter letter, rebuilt;
        gunichar parts[4];
        if (!letter_of(c, &letter))
            continue;
        const gsize count = g_unichar_fully_decompose(c, FALSE, parts, G_N_ELEMENTS(parts));
        assert_true(letter_of(parts[0], &rebuilt));
        for (gsize i = 1; i < count; i++)
            assert_true(letter_add_mark(&rebuilt, parts[i]));
        assert_memory_equal(&letter, &rebuilt, sizeof letter);
    }
}

static void takes_marks_in_any_order(void **state)
{
    (void)state;
    Letter tone_first = {'e', 'e', TONE_NONE};
    Letter shape_first = tone_first;
    assert_true(letter_add_mark(&tone_first, tone_marks[TONE_DOT]));
    assert_true(letter_add_mark(&tone_first, 0x0302));
    assert_true(letter_add_mark(&shape_first, 0x0302));
    assert_true(letter_add_mark(&shape_first, tone_marks[TONE_DOT]));
    assert_memory_equal(&tone_first, &shape_first, sizeof tone_first);
    assert_int_equal(letter_code(tone_first), U'ệ');
}

static void refuses_marks_that_a_letter_cannot_carry(void **state)
{
    (void)state;
    Letter consonant = {'n', 'n', TONE_NONE};
    Letter toned = {'a', 'a', TONE_ACUTE};
    Letter vowel = {'i', 'i', TONE_NONE};
    assert_false(letter_add_mark(&consonant, tone_marks[TONE_TILDE]));
    assert_false(letter_add_mark(&toned, tone_marks[TONE_GRAVE]));
    assert_false(letter_add_mark(&vowel, 0x0302));
    assert_false(letter_add_mark(&vowel, 0x0327));
    assert_int_equal(toned.tone, TONE_ACUTE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_letters_of_either_case),
        cmocka_unit_test(takes_eth_for_the_stroked_d_it_looks_like),
        cmocka_unit_test(knows_what_is_no_letter),
        cmocka_unit_test(every_vowel_and_tone_has_a_code_that_reads_back),
        cmocka_unit_test(agrees_with_unicode_on_every_decomposition),
        cmocka_unit_test(takes_marks_in_any_order),
        cmocka_unit_test(refuses_marks_that_a_letter_cannot_carry),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
