/* The document: what blocks keep of the text they are given, limits, and warnings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "document/document.h"

static void test_text_is_copied_in_nfc_without_control_characters(void **state)
{
    (void)state;
    Budget budget;
    budget_init(&budget, NULL);
    g_autoptr(Document) document = document_new("docx", &budget);
    char text[] = "a\xcc\x82\x01\tb\nc"; /* a + combining circumflex */
    Block block = block_plain(text);
    block.label = "e\xcc\x81)";
    assert_true(document_add_block(document, &block, NULL));
    text[0] = 'x';

    const Block *kept = document_block(document, 0);
    assert_string_equal(kept->text, "\xc3\xa2\tb\nc");
    assert_int_equal(kept->length, 6);
    assert_string_equal(kept->label, "\xc3\xa9)");
}

static void test_bold_prefix_follows_the_text_into_nfc(void **state)
{
    (void)state;
    Budget budget;
    budget_init(&budget, NULL);
    g_autoptr(Document) document = document_new("docx", &budget);
    Block block = block_plain("a\xcc\x82 b");
    block.bold_prefix = 3;
    assert_true(document_add_block(document, &block, NULL));
    block.bold_prefix = block.length;
    assert_true(document_add_block(document, &block, NULL));

    assert_int_equal(document_block(document, 0)->bold_prefix, 2);
    assert_int_equal(document_block(document, 1)->bold_prefix, document_block(document, 1)->length);
}

static void test_block_limit_is_a_named_error(void **state)
{
    (void)state;
    Limits limits = *limits_default();
    limits.blocks = 1;
    Budget budget;
    budget_init(&budget, &limits);
    g_autoptr(Document) document = document_new("docx", &budget);
    Block block = block_plain("x");
    g_autoptr(GError) error = NULL;
    assert_true(document_add_block(document, &block, &error));
    assert_false(document_add_block(document, &block, &error));
    assert_int_equal(error->code, RASOAT_ERROR_LIMIT_BLOCKS);
}

static void test_label_limit_is_a_named_error(void **state)
{
    (void)state;
    Limits limits = *limits_default();
    limits.label_bytes = 4;
    Budget budget;
    budget_init(&budget, &limits);
    g_autoptr(Document) document = document_new("docx", &budget);
    Block block = block_plain("a paragraph may be longer");
    g_autoptr(GError) error = NULL;
    block.label = "1.1.";
    assert_true(document_add_block(document, &block, &error));
    block.label = "1.1.1";
    assert_false(document_add_block(document, &block, &error));
    assert_int_equal(error->code, RASOAT_ERROR_LIMIT_BYTES);
    assert_int_equal(document->blocks->len, 1);
}

static void test_each_warning_is_kept_once(void **state)
{
    (void)state;
    Budget budget;
    budget_init(&budget, NULL);
    g_autoptr(Document) document = document_new("odt", &budget);
    document_warn(document, WARNING_NOT_READ, "a.bin");
    document_warn(document, WARNING_NOT_READ, "a.bin");
    document_warn(document, WARNING_NOT_READ, "b.bin");
    document_warn(document, WARNING_COMMENTS, NULL);
    document_warn(document, WARNING_COMMENTS, NULL);
    assert_int_equal(document->warnings->len, 3);
}

static void test_names_are_those_of_the_contract(void **state)
{
    (void)state;
    assert_string_equal(layer_name(LAYER_HIDDEN), "hidden");
    assert_string_equal(layer_name(LAYER_FOOTNOTE), "footnotes");
    assert_string_equal(warning_name(WARNING_HOMOGLYPHS), "homoglyphs");
    assert_string_equal(warning_name(WARNING_TRACKED_CHANGES), "tracked-changes");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_is_copied_in_nfc_without_control_characters),
        cmocka_unit_test(test_bold_prefix_follows_the_text_into_nfc),
        cmocka_unit_test(test_block_limit_is_a_named_error),
        cmocka_unit_test(test_label_limit_is_a_named_error),
        cmocka_unit_test(test_each_warning_is_kept_once),
        cmocka_unit_test(test_names_are_those_of_the_contract),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
