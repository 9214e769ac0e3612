/* Folding as a specification: which spellings are one, which stay two, and where quotes come from. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/fold.h"

static void assert_folds(FoldMode mode, const char *text, const char *expected)
{
    g_autofree char *folded = text_folded(text, mode);
    assert_string_equal(folded, expected);
}

/* Every spelling of the NULL-terminated list folds to the first one's fold, which is expected. */
static void assert_one_word(const char *expected, const char *const *spellings)
{
    for (; *spellings != NULL; spellings++)
        assert_folds(FOLD_MARKED, *spellings, expected);
}

#define ONE_WORD(expected, ...) assert_one_word(expected, (const char *const[]){__VA_ARGS__, NULL})

static void lower_cases_vietnamese_capitals(void **state)
{
    (void)state;
    assert_folds(FOLD_MARKED, "QUY CHẾ THỰC HIỆN DÂN CHỦ Ở CƠ SỞ", "qui chế thực hiện dân chủ ở cơ sở");
    assert_folds(FOLD_MARKED, "ĐƠN VỊ", "đơn vị");
}

static void puts_the_tone_mark_where_the_new_orthography_does(void **state)
{
    (void)state;
    ONE_WORD("hòa", "hoà", "hòa", "HOÀ", "HÒA");
    ONE_WORD("thỏa", "thoả", "thỏa");
    ONE_WORD("ủi", "ủi", "uỉ");
    ONE_WORD("ủy", "uỷ", "ủy", "Uỷ", "ỦY");
    ONE_WORD("khỏe", "khoẻ", "khỏe");
    ONE_WORD("toàn", "toàn", "tòan");
    ONE_WORD("khuỷu", "khuỷu", "khủyu", "khuyủ");
    ONE_WORD("ngoài", "ngoài", "ngòai");
    ONE_WORD("huỳnh", "huỳnh", "hùynh");
    ONE_WORD("thuế", "thuế", "thúê");
    ONE_WORD("được", "được", "đựơc");
    ONE_WORD("nước", "nước", "nứơc");
    ONE_WORD("tiếng", "tiếng", "tíêng");
    ONE_WORD("của", "của", "cuả");
    ONE_WORD("nghĩa", "nghĩa", "nghiã");
}

static void takes_the_u_of_qu_and_the_i_of_gi_for_consonants(void **state)
{
    (void)state;
    ONE_WORD("quả", "quả", "qủa");
    ONE_WORD("giá", "giá", "gía");
    ONE_WORD("gì", "gì");
    ONE_WORD("gìn", "gìn");
    ONE_WORD("giữa", "giữa", "giưã");
}

static void makes_i_and_y_one_in_open_syllables_only(void **state)
{
    (void)state;
    ONE_WORD("kĩ", "kỹ", "kĩ");
    ONE_WORD("lí do", "lý do", "lí do");
    ONE_WORD("i tế", "y tế", "i tế");
    ONE_WORD("í", "ý", "í");
    ONE_WORD("quí", "quý", "quí", "qúy", "qúi");
    ONE_WORD("qui định", "quy định", "qui định");
    ONE_WORD("kì", "kỳ", "kì");
    assert_folds(FOLD_MARKED, "thúy", "thúy");
    assert_folds(FOLD_MARKED, "thúi", "thúi");
    assert_folds(FOLD_MARKED, "quỳnh", "quỳnh");
    assert_folds(FOLD_MARKED, "yêu tay", "yêu tay");
}

static void reads_marks_in_any_form_and_order(void **state)
{
    (void)state;
    ONE_WORD("việt", "việt", "vie\xCC\xA3\xCC\x82t", "vie\xCC\x82\xCC\xA3t", "vi\xE1\xBA\xB9\xCC\x82t",
             "viê\xCC\xA3t");
    ONE_WORD("hòa", "hoa\xCC\x80",
             "ho\xCC\x80"
             "a");
    ONE_WORD("được",
             "đươ\xCC\xA3"
             "c",
             "\xC3\x90u\xCC\x9Bo\xCC\xA3\xCC\x9B"
             "c");
    ONE_WORD("façade", "façade",
             "fac\xCC\xA7"
             "ade");
}

static void makes_spaces_dashes_and_quotes_plain(void **state)
{
    (void)state;
    assert_folds(FOLD_MARKED, "Điều\u00A07 \t\n khoản\u20033", "điều 7 khoản 3");
    assert_folds(FOLD_MARKED, "NĐ\u2013CP \u2212 NĐ\u2011CP", "nđ-cp - nđ-cp");
    assert_folds(FOLD_MARKED, "“dân” ‘biết’ «bàn» `làm´", "\"dân\" 'biết' \"bàn\" 'làm'");
    assert_folds(FOLD_MARKED, "dân\u200B ch\u00ADủ \uFEFF", "dân chủ ");
}

static void drops_all_marks_in_bare_mode(void **state)
{
    (void)state;
    assert_folds(FOLD_BARE, "Quy chế ĐỐI THOẠI, thoả thuận; kỹ thuật",
                 "qui che doi thoai, thoa thuan; ki thuat");
    assert_folds(FOLD_BARE, "façade", "facade");
}

static void maps_every_byte_to_the_original(void **state)
{
    (void)state;
    const char *text = "Uỷ  ban\u00A0nhân dân";
    Folded folded;
    text_fold(text, -1, FOLD_MARKED, TRUE, &folded);
    assert_string_equal(folded.text, "ủy ban nhân dân");
    const guint32 from = strstr(folded.text, "ban") - folded.text;
    const guint32 to = from + strlen("ban nhân");
    g_autofree char *quote = g_strndup(text + folded.origin[from], folded.origin[to] - folded.origin[from]);
    assert_string_equal(quote, "ban\u00A0nhân");
    assert_int_equal(folded.origin[0], 0);
    assert_int_equal(folded.origin[folded.length], strlen(text));
    for (guint32 i = 0; i < folded.length; i++)
        assert_true(folded.origin[i] <= folded.origin[i + 1]);
    folded_clear(&folded);
}

static void a_quote_holds_the_marks_of_its_last_letter(void **state)
{
    (void)state;
    const char *text = "hoa\xCC\x80 x";
    Folded folded;
    text_fold(text, -1, FOLD_MARKED, TRUE, &folded);
    assert_string_equal(folded.text, "hòa x");
    assert_int_equal(folded.origin[strlen("hòa")], strlen("hoa") + 2);
    folded_clear(&folded);
}

static void folds_its_own_output_to_itself(void **state)
{
    (void)state;
    const char *text = "Cuả Uỷ ban, qúy; Hùynh; sỹ quan “lý” – đựơc giưã khuyủ";
    g_autofree char *once = text_folded(text, FOLD_MARKED);
    assert_folds(FOLD_MARKED, once, once);
}

static void survives_bytes_that_are_no_text(void **state)
{
    (void)state;
    const char bytes[] = "a\xFF\xE1\xBA"
                         "b\xCC\x81";
    Folded folded;
    text_fold(bytes, sizeof bytes - 1, FOLD_MARKED, TRUE, &folded);
    assert_string_equal(folded.text, "a\uFFFD\uFFFDb");
    assert_int_equal(folded.origin[folded.length], sizeof bytes - 1);
    folded_clear(&folded);
    text_fold("", 0, FOLD_MARKED, TRUE, &folded);
    assert_string_equal(folded.text, "");
    assert_int_equal(folded.origin[0], 0);
    folded_clear(&folded);
}

static void folds_words_longer_than_any_word(void **state)
{
    (void)state;
    g_autofree char *long_word = g_strnfill(1000, 'K');
    g_autofree char *expected = g_strnfill(1000, 'k');
    assert_folds(FOLD_MARKED, long_word, expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lower_cases_vietnamese_capitals),
        cmocka_unit_test(puts_the_tone_mark_where_the_new_orthography_does),
        cmocka_unit_test(takes_the_u_of_qu_and_the_i_of_gi_for_consonants),
        cmocka_unit_test(makes_i_and_y_one_in_open_syllables_only),
        cmocka_unit_test(reads_marks_in_any_form_and_order),
        cmocka_unit_test(makes_spaces_dashes_and_quotes_plain),
        cmocka_unit_test(drops_all_marks_in_bare_mode),
        cmocka_unit_test(maps_every_byte_to_the_original),
        cmocka_unit_test(a_quote_holds_the_marks_of_its_last_letter),
        cmocka_unit_test(folds_its_own_output_to_itself),
        cmocka_unit_test(survives_bytes_that_are_no_text),
        cmocka_unit_test(folds_words_longer_than_any_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
