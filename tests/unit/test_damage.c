/* What is a syllable, and how damaged a text counts: clean, tolerant from 0.15, unreadable from 0.5. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/damage.h"
#include "text/fold.h"
#include "text/syllable.h"

#define TOLERANT 0.15
#define UNREADABLE 0.5

static const char clean[] =
    "Điều 4. Những việc Hiệu trưởng phải công khai. Hiệu trưởng công khai cho CBGVNV và học sinh trên bảng "
    "tin, "
    "website của trường và email nội bộ (theo mục II, Nghị định số 59/2023/NĐ-CP của UBND): a) Dự toán, "
    "quyết "
    "toán kinh phí; b) Việc mua sắm, sửa chữa tài sản; c) Kết quả đánh giá, xếp loại, khen thưởng, kỷ luật. "
    "Người lao động được bàn và quyết định mức đóng góp quỹ; được giám sát việc thực hiện quy chế này.";

static double damage_of(const char *text)
{
    return text_damage(text, strlen(text));
}

static char *replaced(const char *text, const char *from, const char *to)
{
    g_auto(GStrv) parts = g_strsplit(text, from, -1);
    return g_strjoinv(to, parts);
}

static void assert_syllables(gboolean expected, const char *words)
{
    g_auto(GStrv) list = g_strsplit(words, " ", -1);
    for (char **word = list; *word != NULL; word++) {
        if (text_is_syllable(*word, strlen(*word)) != expected)
            fail_msg("%s: expected %s", *word, expected ? "a syllable" : "no syllable");
    }
}

/* -- Syllables -- */

static void knows_syllables(void **state)
{
    (void)state;
    assert_syllables(
        TRUE, "a ý ở ủy yêu ăn uống nghiêng thuở khuya khuỷu quốc quyết quỳnh quả quân gì gìn giếng giặt "
              "giữ ghế nghĩ kỷ kẻ cơ sở thực hiện dân chủ được trường thoải mái xoong ngoằn hoặc "
              "tuyển luật hươu rượu mưu tuần khuây huých huếch");
}

static void refuses_rhymes_and_onsets_that_do_not_exist(void **state)
{
    (void)state;
    assert_syllables(
        FALSE, "trờng đợc nh pahỉ nhiẹm fa jo zu wo ceo kà gế nghà ngệ iến cyêu qa quu bl sp strong ê-đê "
               "hộii thựcc email");
}

static void lets_stops_carry_only_two_tones(void **state)
{
    (void)state;
    assert_syllables(TRUE, "các cạc hợp thích một tất");
    assert_syllables(FALSE, "cac càc cảc cãc hờp thich mồt tât");
}

static void refuses_two_tones(void **state)
{
    (void)state;
    assert_syllables(FALSE, "hóà úỷ");
}

static void reads_old_and_new_tone_places(void **state)
{
    (void)state;
    assert_syllables(TRUE, "hoà hòa thuỷ thủy khoẻ khỏe");
}

/* -- Damage -- */

static void clean_text_with_names_and_abbreviations_is_clean(void **state)
{
    (void)state;
    assert_true(damage_of(clean) < 0.03);
    g_autofree char *capitals = g_utf8_strup(clean, -1);
    assert_true(damage_of(capitals) < 0.03);
    g_autofree char *decomposed = g_utf8_normalize(clean, -1, G_NORMALIZE_NFD);
    assert_true(damage_of(decomposed) < 0.03);
}

static void text_without_marks_asks_for_tolerance(void **state)
{
    (void)state;
    g_autofree char *bare = text_folded(clean, FOLD_BARE);
    g_autofree char *capitals = g_ascii_strup(bare, -1);
    assert_true(damage_of(bare) >= TOLERANT && damage_of(bare) < UNREADABLE);
    assert_true(damage_of(capitals) >= TOLERANT && damage_of(capitals) < UNREADABLE);
}

static void text_that_lost_its_u_horn_asks_for_tolerance(void **state)
{
    (void)state;
    g_autofree char *lost = replaced(clean, "ư", "");
    assert_true(damage_of(lost) >= TOLERANT && damage_of(lost) < UNREADABLE);
}

static void misread_letters_ask_for_tolerance(void **state)
{
    (void)state;
    const char *text =
        "Nhữrig víêc Hiêu trưỏng phải côrig khái, cán bọ vìên chúc bàri bac và tharn giá ý kién, gỉám "
        "sảt víệc thục hịên qưy ché dân chù ỏ cơ só của dơn vị; ngưòi lao dộng dược bỉết, dược bàn";
    assert_true(damage_of(text) >= TOLERANT && damage_of(text) < UNREADABLE);
}

static void undecoded_legacy_text_is_unreadable(void **state)
{
    (void)state;
    assert_true(
        damage_of(
            "Nh÷ng viÖc HiÖu tr­ëng ph¶i c«ng khai cho c¸n bé, gi¸o viªn: dù to¸n, quyÕt to¸n kinh phÝ; "
            "viÖc mua s¾m, söa ch÷a tµi s¶n; kÕt qu¶ ®¸nh gi¸, xÕp lo¹i") >= UNREADABLE);
    assert_true(
        damage_of("Nhöõng vieäc Hieäu tröôûng phaûi coâng khai cho caùn boä, giaùo vieân: döï toaùn, quyeát "
                  "toaùn kinh phí; vieäc mua saém, söûa chöõa taøi saûn") >= UNREADABLE);
}

static void lost_characters_are_unreadable(void **state)
{
    (void)state;
    GString *lost = g_string_new(NULL);
    for (const char *p = clean; *p != '\0'; p = g_utf8_next_char(p))
        g_string_append(lost, g_utf8_get_char(p) < 0x80 ? (char[]){*p, '\0'} : "\uFFFD");
    assert_true(damage_of(lost->str) >= UNREADABLE);
    g_string_free(lost, TRUE);
}

static void random_bytes_are_unreadable(void **state)
{
    (void)state;
    g_autoptr(GRand) random = g_rand_new_with_seed(1);
    char bytes[4096];
    for (guint i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)g_rand_int_range(random, 0, 256);
    assert_true(text_damage(bytes, sizeof bytes) >= UNREADABLE);
}

static void foreign_text_is_bounded(void **state)
{
    (void)state;
    const char *english =
        "The head of the agency shall disclose the annual budget estimates and final accounts to all "
        "staff members within five working days after approval by the competent authority";
    const char *russian =
        "Руководитель учреждения обязан ежегодно раскрывать смету расходов и отчёт об исполнении "
        "бюджета всем работникам в течение пяти рабочих дней после утверждения их компетентным органом";
    assert_true(damage_of(english) < UNREADABLE);
    assert_true(damage_of(russian) < UNREADABLE);
}

static void letters_of_another_script_inside_a_word_are_damage(void **state)
{
    (void)state;
    g_autofree char *homoglyphs = replaced(clean, "c", "\u0441");
    assert_true(damage_of(homoglyphs) >= TOLERANT);
}

static void a_few_words_prove_nothing(void **state)
{
    (void)state;
    assert_true(damage_of("§¶ng bé c¬ quan") == 0.0);
    assert_true(damage_of("") == 0.0);
}

static void more_damage_never_counts_less(void **state)
{
    (void)state;
    g_autofree char *some = replaced(clean, "ả", "\uFFFD");
    g_autofree char *more = replaced(some, "á", "\uFFFD");
    assert_true(damage_of(clean) < damage_of(some));
    assert_true(damage_of(some) < damage_of(more));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_syllables),
        cmocka_unit_test(refuses_rhymes_and_onsets_that_do_not_exist),
        cmocka_unit_test(lets_stops_carry_only_two_tones),
        cmocka_unit_test(refuses_two_tones),
        cmocka_unit_test(reads_old_and_new_tone_places),
        cmocka_unit_test(clean_text_with_names_and_abbreviations_is_clean),
        cmocka_unit_test(text_without_marks_asks_for_tolerance),
        cmocka_unit_test(text_that_lost_its_u_horn_asks_for_tolerance),
        cmocka_unit_test(misread_letters_ask_for_tolerance),
        cmocka_unit_test(undecoded_legacy_text_is_unreadable),
        cmocka_unit_test(lost_characters_are_unreadable),
        cmocka_unit_test(random_bytes_are_unreadable),
        cmocka_unit_test(foreign_text_is_bounded),
        cmocka_unit_test(letters_of_another_script_inside_a_word_are_damage),
        cmocka_unit_test(a_few_words_prove_nothing),
        cmocka_unit_test(more_damage_never_counts_less),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
