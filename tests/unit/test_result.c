/* What the record of an audit promises: stable names, texts in two languages, quotes of bounded length. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "audit/result.h"

static void names_are_those_of_the_json_contract(void **state)
{
    (void)state;
    assert_string_equal(outcome_name(OUTCOME_NOT_A_REGULATION), "not-a-regulation");
    assert_string_equal(status_name(STATUS_MET), "met");
    assert_string_equal(status_name(STATUS_NOT_APPLICABLE), "not-applicable");
    assert_string_equal(severity_name(SEVERITY_INFO), "info");
    assert_string_equal(check_name(CHECK_CONSISTENCY), "consistency");
    assert_string_equal(verdict_name(VERDICT_CONFLICTING), "conflicting");
    assert_string_equal(citation_verdict_name(CITATION_SUPERSEDED), "superseded");
}

static void a_text_in_one_language_serves_for_both(void **state)
{
    (void)state;
    BilingualText both = {"có", "yes"}, one = {"có", NULL}, none = {NULL, NULL};
    assert_string_equal(bilingual(&both, RASOAT_ENGLISH), "yes");
    assert_string_equal(bilingual(&both, RASOAT_VIETNAMESE), "có");
    assert_string_equal(bilingual(&one, RASOAT_ENGLISH), "có");
    assert_null(bilingual(&none, RASOAT_ENGLISH));
}

static const char *quoted(Finding *finding, const char *text)
{
    finding_add_evidence(finding, "Điều 1", 7, text);
    return g_array_index(finding->evidence, Evidence, finding->evidence->len - 1).quote;
}

static void a_short_quote_stays_whole(void **state)
{
    (void)state;
    Finding *finding = finding_new("r", "disclosure", CHECK_ITEM, SEVERITY_MANDATORY, STATUS_MET);
    assert_string_equal(quoted(finding, "Công khai dự toán."), "Công khai dự toán.");
    finding_free(finding);
}

static void a_long_quote_is_cut_between_words(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < 100; i++)
        g_string_append(text, "được ");
    Finding *finding = finding_new("r", "disclosure", CHECK_ITEM, SEVERITY_MANDATORY, STATUS_MET);
    const char *quote = quoted(finding, text->str);
    assert_true(g_utf8_strlen(quote, -1) <= 301);
    assert_true(g_str_has_suffix(quote, "được…"));
    finding_free(finding);
}

static void an_endless_word_is_cut_between_characters(void **state)
{
    (void)state;
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < 400; i++)
        g_string_append(text, "ệ");
    Finding *finding = finding_new("r", "disclosure", CHECK_ITEM, SEVERITY_MANDATORY, STATUS_MET);
    const char *quote = quoted(finding, text->str);
    assert_true(g_utf8_validate(quote, -1, NULL));
    assert_int_equal(g_utf8_strlen(quote, -1), 301);
    finding_free(finding);
}

static void a_result_owns_what_it_is_given(void **state)
{
    (void)state;
    Basis basis = {.instrument = (char *)"10/2022/QH15", .article = (char *)"46"};
    Result *result = result_new("a.docx");
    Finding *finding = finding_new("r", "disclosure", CHECK_ITEM, SEVERITY_MANDATORY, STATUS_MISSING);
    finding_add_basis(finding, &basis);
    finding_add_nearest(finding, "Điều 2", 3, "dân biết", "nằm ngoài phần quy chế");
    g_ptr_array_add(result->findings, finding);
    assert_string_equal(result->file, "a.docx");
    assert_string_equal(result->sha256, "");
    assert_string_equal(g_array_index(finding->bases, Basis, 0).article, "46");
    assert_string_equal(bilingual(&g_array_index(finding->nearest, Evidence, 0).why, RASOAT_ENGLISH),
                        "stands outside the regulation");
    result_free(result);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_those_of_the_json_contract),
        cmocka_unit_test(a_text_in_one_language_serves_for_both),
        cmocka_unit_test(a_short_quote_stays_whole),
        cmocka_unit_test(a_long_quote_is_cut_between_words),
        cmocka_unit_test(an_endless_word_is_cut_between_characters),
        cmocka_unit_test(a_result_owns_what_it_is_given),
    };
    return cmocka_run_group_tests_name("result", tests, NULL, NULL);
}
