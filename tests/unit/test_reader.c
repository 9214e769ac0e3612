/* The door for files: what is said of a text as a whole once its reader is done. The text comes in flat ODT,
 * the plainest of the formats. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "reader/reader.h"

#define CLEAN                                                                                                                                      \
    "Cán bộ, công chức, viên chức và người lao động được biết, được bàn, được kiểm tra những việc trong cơ " \
    "quan; người đứng đầu có trách nhiệm công khai và lắng nghe ý kiến của mọi người."
/* "Các cơ quan, đơn vị phải công khai những nội dung sau đây cho mọi người được biết" and on, as TCVN3 bytes
 * read as Latin-1. */
#define TCVN3                                                                                                                   \
    "C¸c c¬ quan, ®¬n vÞ ph¶i c«ng khai nh÷ng néi dung sau ®©y cho mäi ng\u00adêi ®\u00adîc biÕt. "             \
    "Ng\u00adêi ®øng ®Çu c¬ quan cã tr¸ch nhiÖm tæ chøc thùc hiÖn quy chÕ d©n chñ trong ho¹t ®éng cña c¬ " \
    "quan, ®¬n vÞ vµ l¾ng nghe ý kiÕn ®ãng gãp cña c¸n bé, c«ng chøc."
#define NOISE "q#x z@@w vbnk §§§ x\uFFFDz pq\uFFFDr wxz kqj zzk bcd\uFFFD fgh\uFFFDj klm\uFFFDn xx\uFFFDyy "

static Document *read_text(const char *text, Budget *budget, GError **error)
{
    char *file =
        g_strdup_printf("<office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
                        "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
                        "office:mimetype='application/"
                        "vnd.oasis.opendocument.text'><office:body><office:text><text:p>%s</text:p>"
                        "</office:text></office:body></office:document>",
                        text);
    g_autoptr(GBytes) bytes = g_bytes_new_take(file, strlen(file));
    budget_init(budget, NULL);
    return reader_read(bytes, budget, error);
}

static const Warning *find_warning(const Document *document, WarningCode code)
{
    for (guint i = 0; i < document->warnings->len; i++) {
        const Warning *warning = g_ptr_array_index(document->warnings, i);
        if (warning->code == code)
            return warning;
    }
    return NULL;
}

static void expect_error(const char *text, int code)
{
    Budget budget;
    g_autoptr(GError) error = NULL;
    g_autoptr(Document) document = read_text(text, &budget, &error);
    assert_null(document);
    assert_int_equal(error->code, code);
}

static void test_clean_text_has_no_warnings(void **state)
{
    (void)state;
    Budget budget;
    g_autoptr(Document) document = read_text(CLEAN, &budget, NULL);
    assert_string_equal(document->format, "fodt");
    assert_string_equal(document_block(document, 0)->text, CLEAN);
    assert_int_equal(document->warnings->len, 0);
}

static void test_old_letters_under_an_ordinary_font_are_decoded_with_a_warning(void **state)
{
    (void)state;
    Budget budget;
    g_autoptr(Document) document = read_text(TCVN3, &budget, NULL);
    assert_true(g_str_has_prefix(document_block(document, 0)->text, "Các cơ quan, đơn vị phải công khai"));
    assert_true(document_block(document, 0)->flags & BLOCK_DECODED);
    const Warning *warning = find_warning(document, WARNING_LEGACY_TEXT);
    assert_non_null(warning);
    assert_string_equal(warning->detail, "TCVN3");
}

static void test_text_without_letters_is_no_text(void **state)
{
    (void)state;
    expect_error("", RASOAT_ERROR_NO_TEXT);
    expect_error("12 / 34 …", RASOAT_ERROR_NO_TEXT);
}

static void test_noise_is_unreadable(void **state)
{
    (void)state;
    expect_error(NOISE NOISE NOISE NOISE, RASOAT_ERROR_UNREADABLE_TEXT);
}

static void test_damage_in_part_is_a_warning(void **state)
{
    (void)state;
    Budget budget;
    g_autoptr(Document) document = read_text(CLEAN " " NOISE NOISE, &budget, NULL);
    assert_non_null(document);
    assert_non_null(find_warning(document, WARNING_DAMAGED_TEXT));
}

static void test_look_alike_letters_inside_latin_words_are_named(void **state)
{
    (void)state;
    Budget budget;
    g_autoptr(Document) mixed = read_text(CLEAN " d\u0430n chủ", &budget, NULL); /* Cyrillic а */
    const Warning *warning = find_warning(mixed, WARNING_HOMOGLYPHS);
    assert_non_null(warning);
    assert_string_equal(warning->detail, "d\u0430n");

    Budget budget_of_russian;
    g_autoptr(Document) russian = read_text(CLEAN " мос и \u0410 β", &budget_of_russian, NULL);
    assert_null(find_warning(russian, WARNING_HOMOGLYPHS));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_clean_text_has_no_warnings),
        cmocka_unit_test(test_old_letters_under_an_ordinary_font_are_decoded_with_a_warning),
        cmocka_unit_test(test_text_without_letters_is_no_text),
        cmocka_unit_test(test_noise_is_unreadable),
        cmocka_unit_test(test_damage_in_part_is_a_warning),
        cmocka_unit_test(test_look_alike_letters_inside_latin_words_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
