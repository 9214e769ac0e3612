/* How lines sound that take something away: what is learnt of them, and what it does to a sentence that no
 * denial knows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "agency_cases.h"
#include "rules/tone.h"

#define ASSETS "l10-cq-d46-k04"
#define INSPECTION "l10-cq-d46-k08"
#define DISCLOSURE "Điều 1. Những nội dung phải công khai\n1. Kế hoạch công tác năm, quý, tháng.\n"

static const char *const first_item = "first", *const other_item = "other";

static void add_line(ToneLines *lines, const char *text, const char *item, gboolean refuses)
{
    g_autoptr(Words) words = words_new();
    words_append(words, text, strlen(text), 0);
    tone_lines_add(lines, words, item, refuses);
}

static GArray *learn(gboolean of_two_items)
{
    ToneLines *lines = tone_lines_new();
    for (guint i = 0; i < 4; i++) {
        const char *item = of_two_items && i % 2 ? other_item : first_item;
        add_line(lines, "phiếu trắng coi như đã đồng ý 5 ngày", item, TRUE);
        add_line(lines, "phiếu trắng được kiểm lại 5 ngày", item, FALSE);
        add_line(lines, "biên bản được kiểm lại 7 ngày", item, FALSE);
    }
    GArray *tone = tone_learn(lines);
    tone_lines_free(lines);
    return tone;
}

static double tone_of_text(const GArray *tone, const char *text, gboolean known)
{
    g_autoptr(Words) words = words_new();
    words_append(words, text, strlen(text), 0);
    g_autofree guint8 *of_phrases = g_malloc(words->words->len);
    memset(of_phrases, known, words->words->len);
    return tone_of(tone, words, of_phrases, 0, words->words->len);
}

static void pairs_of_words_are_worth_what_lines_of_both_sorts_have(void **state)
{
    (void)state;
    g_autoptr(GArray) tone = learn(TRUE);
    assert_true(tone_of_text(tone, "vắng mặt coi như đã đồng ý", FALSE) > 3);
    assert_true(tone_of_text(tone, "bản ghi được kiểm lại", FALSE) < -1);
    assert_true(tone_of_text(tone, "họp giao ban hằng tuần", FALSE) == 0);
    assert_true(tone_of_text(tone, "đồng ý 30 ngày", FALSE) == tone_of_text(tone, "đồng ý 5 ngày", FALSE));
    assert_true(tone_of_text(tone, "đồng ý 30 ngày", FALSE) > 0);
}

static void what_a_phrase_knows_has_no_tone(void **state)
{
    (void)state;
    g_autoptr(GArray) tone = learn(TRUE);
    assert_true(tone_of_text(tone, "coi như đã đồng ý", TRUE) == 0);
}

static void what_is_said_of_one_item_alone_is_what_it_is_about(void **state)
{
    (void)state;
    g_autoptr(GArray) tone = learn(FALSE);
    assert_true(tone_of_text(tone, "vắng mặt coi như đã đồng ý", FALSE) == 0);
}

static void lines_of_one_sort_tell_nothing(void **state)
{
    (void)state;
    ToneLines *lines = tone_lines_new();
    add_line(lines, "coi như đã đồng ý", first_item, TRUE);
    add_line(lines, "coi như đã đồng ý", other_item, TRUE);
    g_autoptr(GArray) tone = tone_learn(lines);
    tone_lines_free(lines);
    assert_int_equal(tone->len, 0);
    assert_true(tone_of_text(tone, "coi như đã đồng ý", FALSE) == 0);
}

static void what_sounds_like_a_refusal_is_one_unless_it_is_said_elsewhere(void **state)
{
    static const Case cases[] = {
        {DISCLOSURE
         "2. Mua sắm, thuê, thanh lý tài sản công chỉ nêu con số gộp, phần chi tiết giữ lại ở phòng kế "
         "toán để tránh so bì.",
         ASSETS, STATUS_CONFLICT},
        {DISCLOSURE
         "2. Kết quả thanh tra, kiểm tra, giải quyết khiếu nại, tố cáo được thông báo sau khi sự việc đã "
         "lắng xuống, những điểm chưa thuận thì giữ lại trong nội bộ lãnh đạo.",
         INSPECTION, STATUS_CONFLICT},
        {DISCLOSURE
         "2. Mua sắm, thuê, thanh lý tài sản công chỉ nêu con số gộp, phần chi tiết giữ lại ở phòng kế "
         "toán để tránh so bì.\n3. Mua sắm, thuê, sử dụng, thanh lý tài sản công.",
         ASSETS, STATUS_MET},
        {DISCLOSURE "2. Mua sắm, sử dụng, thanh lý tài sản công; không ai được từ chối cho công chức xem.",
         ASSETS, STATUS_MET},
    };
    (void)state;
    check_cases(cases, G_N_ELEMENTS(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pairs_of_words_are_worth_what_lines_of_both_sorts_have),
        cmocka_unit_test(what_a_phrase_knows_has_no_tone),
        cmocka_unit_test(what_is_said_of_one_item_alone_is_what_it_is_about),
        cmocka_unit_test(lines_of_one_sort_tell_nothing),
        cmocka_unit_test(what_sounds_like_a_refusal_is_one_unless_it_is_said_elsewhere),
    };
    return cmocka_run_group_tests_name("tone", tests, load_auditor, free_auditor);
}
