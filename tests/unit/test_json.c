/* The JSON contract "rasoat/1" (design §5): keys in their order, nulls where nothing is known, one line or
 * an array, and the same bytes for the same result. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <jansson.h>
#include <string.h>

#include "base/error.h"
#include "report/report.h"
#include "samples.h"

/* The whole of a report over count results, in a format. */
static char *reported(const char *format, const Result *const *results, guint count)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    ReportOptions options = {0};
    g_autoptr(Report) report = report_new(format, out, &options, NULL);
    for (guint i = 0; i < count; i++)
        assert_true(report_write(report, results[i], NULL));
    assert_true(report_finish(report, NULL));
    fclose(out);
    return text;
}

static void assert_keys(json_t *object, const char *expected)
{
    g_autoptr(GString) keys = g_string_new(NULL);
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value) g_string_append_printf(keys, "%s%s", keys->len ? " " : "", key);
    assert_string_equal(keys->str, expected);
}

static json_t *parsed(const Result *result)
{
    g_autofree char *json = report_result_json(result, FALSE);
    json_t *root = json_loads(json, 0, NULL);
    assert_non_null(root);
    return root;
}

static void what_would_act_on_a_terminal_is_escaped_and_read_back_as_it_was(void **state)
{
    (void)state;
    static const char text[] = "a\x1b[2J\x7f\xC2\x9B\u200E\u2028\u202E\u2069\u061C\uFEFF \u00A0«ạ»”";
    g_autoptr(Result) result = result_new("a");
    g_free(result->unit);
    result->unit = g_strdup(text);
    g_autofree char *json = report_result_json(result, FALSE);
    assert_non_null(
        strstr(json, "\"a\\u001B[2J\\u007F\\u009B\\u200E\\u2028\\u202E\\u2069\\u061C\\uFEFF \u00A0«ạ»”\""));
    json_t *root = parsed(result);
    assert_string_equal(json_string_value(json_object_get(json_object_get(root, "document"), "unit")), text);
    json_decref(root);
}

static void strings_are_escaped_as_the_standard_asks(void **state)
{
    (void)state;
    g_autoptr(Result) result = result_new("a");
    g_free(result->unit);
    result->unit = g_strdup("“x\" \\ / \t\n\x01\x7f đ\xff");
    g_autofree char *json = report_result_json(result, FALSE);
    assert_non_null(strstr(json, "\"unit\":\"“x\\\" \\\\ / "));
    json_t *root = json_loads(json, 0, NULL);
    assert_non_null(root);
    json_decref(root);
    g_free(result->unit);
    result->unit = g_strdup("\b\f\r\t\n\x01\x1f");
    g_autofree char *controls = report_result_json(result, TRUE);
    assert_non_null(strstr(controls, "\"unit\": \"\\b\\f\\r\\t\\n\\u0001\\u001F\","));
}

static const char *string_at(json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static void keys_stand_in_the_order_of_the_contract(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    json_t *root = parsed(result);
    assert_keys(root, "schema file sha256 outcome error document audit summary findings");
    assert_keys(json_object_get(root, "document"),
                "title unit profile number issued components layers_read warnings parent symbol place "
                "signer_office signer");
    assert_keys(json_object_get(root, "audit"),
                "profile profile_source as_of rules version governing governing_acts");
    assert_keys(json_object_get(root, "summary"),
                "verdict met partial missing conflict review not_applicable contents");
    assert_keys(json_array_get(json_object_get(root, "findings"), 0),
                "rule group check severity status title basis evidence nearest fix missing note title_en "
                "missing_en note_en");
    json_decref(root);
}

static void an_outline_is_written_when_there_is_one_and_it_is_asked_for(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    result_add_outline(result, "", "QUY CHẾ", "regulation", 0);
    result_add_outline(result, "Điều 1", NULL, "article", 3);
    json_t *root = parsed(result);
    json_t *outline = json_object_get(root, "outline");
    assert_int_equal(json_array_size(outline), 2);
    assert_keys(json_array_get(outline, 1), "address title level block");
    assert_string_equal(string_at(json_array_get(outline, 0), "level"), "regulation");
    assert_int_equal(json_integer_value(json_object_get(json_array_get(outline, 1), "block")), 3);
    json_decref(root);

    const Result *results[] = {result};
    g_autofree char *report = reported("jsonl", results, 1);
    assert_null(strstr(report, "\"outline\""));
}

static void a_missing_item_brings_basis_and_nearest_miss(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    json_t *root = parsed(result);
    json_t *finding = json_array_get(json_object_get(root, "findings"), 2);
    assert_string_equal(string_at(finding, "status"), "missing");
    json_t *basis = json_array_get(json_object_get(finding, "basis"), 0);
    assert_keys(basis, "instrument article clause point verified");
    assert_string_equal(string_at(basis, "article"), "46");
    assert_true(json_is_null(json_object_get(basis, "point")));
    assert_true(json_is_false(json_object_get(basis, "verified")));
    json_t *nearest = json_array_get(json_object_get(finding, "nearest"), 0);
    assert_keys(nearest, "address block quote why why_en");
    assert_int_equal(json_integer_value(json_object_get(nearest, "block")), 5);
    json_decref(root);
}

static void a_citation_and_a_consistency_finding_add_their_own_keys(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    json_t *root = parsed(result);
    json_t *citation = json_object_get(json_array_get(json_object_get(root, "findings"), 5), "citation");
    assert_keys(citation, "text instrument verdict superseded_by successors since verdict_when_issued title");
    assert_string_equal(string_at(citation, "verdict"), "superseded");
    json_t *blank = json_array_get(json_object_get(root, "findings"), 6);
    assert_string_equal(string_at(blank, "kind"), "placeholder");
    json_decref(root);
}

static void what_to_correct_is_in_both_languages_and_a_clause_in_one(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    json_t *root = parsed(result);
    json_t *clause = json_array_get(json_object_get(root, "findings"), 2);
    json_t *blank = json_array_get(json_object_get(root, "findings"), 6);
    assert_string_equal(string_at(clause, "fix"), "Công khai việc tuyển dụng …");
    assert_null(json_object_get(clause, "fix_en"));
    assert_keys(blank,
                "rule group check severity status title basis evidence nearest fix fix_en kind missing "
                "note title_en missing_en note_en");
    assert_string_equal(string_at(blank, "fix"), "Điền vào chỗ trống.");
    assert_string_equal(string_at(blank, "fix_en"), "Fill in the blank.");
    json_decref(root);
}

static void an_unreadable_file_has_an_error_and_no_figures(void **state)
{
    (void)state;
    g_autoptr(Result) result = result_new("kế hoạch.doc");
    g_autoptr(GError) error = NULL;
    error_set(&error, RASOAT_ERROR_LEGACY_DOC, "OLE compound file");
    result_set_error(result, error);
    json_t *root = parsed(result);
    assert_string_equal(string_at(root, "outcome"), "unreadable");
    assert_string_equal(string_at(json_object_get(root, "error"), "code"), "legacy-doc");
    assert_string_equal(string_at(json_object_get(root, "error"), "detail"), "OLE compound file");
    assert_true(strlen(string_at(json_object_get(root, "error"), "advice")) > 0);
    assert_true(json_is_null(json_object_get(root, "summary")));
    json_decref(root);
}

static void an_error_of_another_domain_counts_as_io(void **state)
{
    (void)state;
    g_autoptr(Result) result = result_new("a");
    g_autoptr(GError) error = g_error_new_literal(G_FILE_ERROR, G_FILE_ERROR_NOENT, "no such file");
    result_set_error(result, error);
    assert_string_equal(result->error_code, "io");
}

static void a_name_that_is_no_utf8_is_escaped(void **state)
{
    (void)state;
    g_autoptr(Result) result = result_new("quy\xE9"
                                          "che.docx");
    json_t *root = parsed(result);
    assert_string_equal(string_at(root, "file"), "quy\\xE9che.docx");
    json_decref(root);
}

static void json_lines_hold_one_document_a_line(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    const Result *two[] = {result, result};
    char *text = reported("jsonl", two, 2);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    assert_int_equal(g_strv_length(lines), 3);
    assert_string_equal(lines[0], lines[1]);
    assert_string_equal(lines[2], "");
    free(text);
}

static void json_is_an_array_of_all_documents_even_of_none(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    const Result *two[] = {result, result};
    char *text = reported("json", two, 2);
    json_t *root = json_loads(text, 0, NULL);
    assert_int_equal(json_array_size(root), 2);
    assert_non_null(strstr(text, "\n    \"schema\": \"rasoat/1\",\n"));
    json_decref(root);
    free(text);
    text = reported("json", NULL, 0);
    assert_string_equal(text, "[]\n");
    free(text);
}

static void an_unknown_format_is_a_usage_error(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;
    ReportOptions options = {0};
    assert_null(report_new("pdf", stdout, &options, &error));
    assert_true(g_error_matches(error, RASOAT_ERROR, RASOAT_ERROR_USAGE));
}

static void a_full_disk_is_an_output_error(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    g_autoptr(GError) error = NULL;
    ReportOptions options = {0};
    FILE *full = fopen("/dev/full", "w");
    if (!full)
        skip();
    g_autoptr(Report) report = report_new("jsonl", full, &options, NULL);
    assert_false(report_write(report, result, &error));
    assert_true(g_error_matches(error, RASOAT_ERROR, RASOAT_ERROR_OUTPUT));
    fclose(full);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_would_act_on_a_terminal_is_escaped_and_read_back_as_it_was),
        cmocka_unit_test(strings_are_escaped_as_the_standard_asks),
        cmocka_unit_test(keys_stand_in_the_order_of_the_contract),
        cmocka_unit_test(an_outline_is_written_when_there_is_one_and_it_is_asked_for),
        cmocka_unit_test(a_missing_item_brings_basis_and_nearest_miss),
        cmocka_unit_test(a_citation_and_a_consistency_finding_add_their_own_keys),
        cmocka_unit_test(what_to_correct_is_in_both_languages_and_a_clause_in_one),
        cmocka_unit_test(an_unreadable_file_has_an_error_and_no_figures),
        cmocka_unit_test(an_error_of_another_domain_counts_as_io),
        cmocka_unit_test(a_name_that_is_no_utf8_is_escaped),
        cmocka_unit_test(json_lines_hold_one_document_a_line),
        cmocka_unit_test(json_is_an_array_of_all_documents_even_of_none),
        cmocka_unit_test(an_unknown_format_is_a_usage_error),
        cmocka_unit_test(a_full_disk_is_an_output_error),
    };
    return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
