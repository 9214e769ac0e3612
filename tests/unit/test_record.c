/* Results read back from the contract "rasoat/1": what is written comes back as it was, and whatever is not
 * of the contract is refused with its place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <jansson.h>
#include <string.h>

#include "base/error.h"
#include "batch/facts.h"
#include "document/front.h"
#include "report/record.h"
#include "report/report.h"
#include "report/sentences.h"
#include "samples.h"

static Result *read_back(const char *json)
{
    g_autoptr(GError) error = NULL;
    Result *result = record_read(json, strlen(json), &error);
    if (error)
        fail_msg("%s", error->message);
    return result;
}

static void assert_same_after_reading(const Result *result)
{
    g_autofree char *json = report_result_json(result, FALSE);
    g_autoptr(Result) back = read_back(json);
    g_autofree char *again = report_result_json(back, FALSE);
    assert_string_equal(json, again);

    ReportOptions options = {.language = RASOAT_ENGLISH};
    g_autofree char *text = report_result_text(result, &options);
    g_autofree char *text_again = report_result_text(back, &options);
    assert_string_equal(text, text_again);
}

static Result *full_result(void)
{
    Result *result = sample_result();
    ResultWarning warning = {g_strdup("comments"), {g_strdup("Văn bản còn ghi chú"), g_strdup("Comments")}};
    g_array_append_val(result->warnings, warning);
    g_ptr_array_add(result->components, g_strdup("regulation"));
    g_ptr_array_add(result->layers_read, g_strdup("body"));
    result_add_outline(result, "", "QUY CHẾ", "regulation", 0);
    result_add_outline(result, "Điều 1", NULL, "article", 3);
    return result;
}

static void a_judged_result_comes_back_as_it_was(void **state)
{
    (void)state;
    g_autoptr(Result) result = full_result();
    assert_same_after_reading(result);
    g_autofree char *json = report_result_json(result, TRUE);
    g_autoptr(Result) back = read_back(json);
    assert_int_equal(back->verdict, VERDICT_CONFLICTING);
    assert_int_equal(back->counts[STATUS_MISSING], 2);
    assert_int_equal(back->findings->len, result->findings->len);
    assert_int_equal(back->outline->len, 2);
}

/* Those of earlier versions hold what to correct in Vietnamese alone, and it is told so in both languages. */
static void a_record_of_old_has_no_english_correction(void **state)
{
    (void)state;
    g_autoptr(Result) result = full_result();
    g_autofree char *json = report_result_json(result, FALSE);
    json_t *root = json_loads(json, 0, NULL);
    json_t *blank = json_array_get(json_object_get(root, "findings"), 6);
    assert_int_equal(json_object_del(blank, "fix_en"), 0);
    char *old = json_dumps(root, JSON_COMPACT);
    g_autoptr(Result) back = read_back(old);
    const Finding *finding = back->findings->pdata[6];
    assert_null(finding->fix.en);
    assert_string_equal(finding_fix(finding, RASOAT_ENGLISH), "Điền vào chỗ trống.");
    assert_same_after_reading(back);
    free(old);
    json_decref(root);
}

static void a_document_that_was_not_judged_comes_back_as_it_was(void **state)
{
    (void)state;
    g_autoptr(Result) result = result_new("hỏng \xE9.doc");
    g_autoptr(GError) error = g_error_new(RASOAT_ERROR, RASOAT_ERROR_LEGACY_DOC, "OLE");
    result_set_error(result, error);
    assert_same_after_reading(result);

    result->outcome = OUTCOME_NOT_A_REGULATION;
    assert_same_after_reading(result);
}

static void results_of_the_corpus_come_back_as_they_were(void **state)
{
    (void)state;
    g_autoptr(RasoatRules) rules = rasoat_rules_load("rules", NULL);
    g_autoptr(RasoatOptions) options = rasoat_options_new();
    g_autoptr(GDir) directory = g_dir_open("corpus", 0, NULL);
    const char *name;
    guint seen = 0;
    rasoat_options_set_outline(options, TRUE);
    while ((name = g_dir_read_name(directory))) {
        if (g_str_has_suffix(name, ".tsv") || g_str_has_suffix(name, ".md"))
            continue;
        g_autofree char *path = g_build_filename("corpus", name, NULL);
        g_autoptr(RasoatResult) result = rasoat_check_file(rules, path, options, NULL);
        assert_same_after_reading(result);
        seen++;
    }
    assert_true(seen > 20);
}

/* --- what is refused --------------------------------------------------------------------------------------
 */

static void assert_refused(const char *json, const char *message)
{
    g_autoptr(GError) error = NULL;
    assert_null(record_read(json, strlen(json), &error));
    assert_true(g_error_matches(error, RASOAT_ERROR, RASOAT_ERROR_RECORD));
    assert_non_null(error_texts(error));
    if (!strstr(error_texts(error)->en, message))
        fail_msg("“%s” does not say “%s”", error->message, message);
}

static void what_is_no_object_is_refused(void **state)
{
    (void)state;
    assert_refused("", "cut short at line");
    assert_refused("[]", "has 0 documents");
    assert_refused("[{},{}]", "has 2 documents");
    assert_refused("7", "wrong at line 1");
    assert_refused("{\n", "cut short at line 2");
    assert_refused("{\"schema\":\"rasoat/1\",\"schema\":\"rasoat/1\"}", "wrong at line 1, column");
    assert_refused("{\"schema\":\"rasoat/2\"}", "schema");
    assert_refused("{\"schema\":\"rasoat/1\",\"file\":\"\xE9\"}", "wrong at line 1, column");
}

/* The sample with one object of it, at a path of keys and indices, changed by the test. */
static json_t *at(json_t *root, const char *path)
{
    g_auto(GStrv) steps = g_strsplit(path, "/", -1);
    for (guint i = 0; steps[i] && *steps[i]; i++)
        root = json_is_array(root) ? json_array_get(root, (size_t)atoi(steps[i]))
                                   : json_object_get(root, steps[i]);
    assert_non_null(root);
    return root;
}

static void assert_change_refused(const char *path, const char *key, json_t *value, const char *message)
{
    g_autoptr(Result) result = full_result();
    g_autofree char *json = report_result_json(result, FALSE);
    json_t *root = json_loads(json, 0, NULL);
    if (value)
        json_object_set_new(at(root, path), key, value);
    else
        json_object_del(at(root, path), key);
    char *changed = json_dumps(root, JSON_COMPACT);
    assert_refused(changed, message);
    free(changed);
    json_decref(root);
}

static void a_date_that_is_none_is_refused(void **state)
{
    (void)state;
    assert_change_refused("audit", "as_of", json_string(""), "as_of: no date");
    assert_change_refused("audit", "as_of", json_string("31/12/2026"), "as_of: no date");
}

static void every_key_of_the_contract_must_be_there(void **state)
{
    (void)state;
    static const char *const objects[] = {"",
                                          "document",
                                          "document/warnings/0",
                                          "audit",
                                          "summary",
                                          "findings/2",
                                          "findings/2/basis/0",
                                          "findings/2/nearest/0",
                                          "findings/3/evidence/0",
                                          "findings/5/citation",
                                          "outline/1"};
    g_autoptr(Result) result = full_result();
    g_autofree char *json = report_result_json(result, FALSE);
    json_t *root = json_loads(json, 0, NULL);
    guint keys = 0;
    for (guint i = 0; i < G_N_ELEMENTS(objects); i++) {
        const char *key;
        json_t *value;
        json_object_foreach(at(root, objects[i]), key, value)
        {
            /* there when it was asked for; not there in records of old; counted anew */
            if (g_str_equal(key, "outline") || g_str_equal(key, "successors") ||
                g_str_equal(key, "governing_acts") || g_str_equal(key, "contents"))
                continue;
            assert_change_refused(objects[i], key, NULL, key);
            keys++;
        }
    }
    assert_true(keys > 60);
    json_decref(root);
}

static void values_of_the_wrong_kind_are_refused(void **state)
{
    (void)state;
    assert_change_refused("", "file", json_null(), "file: null");
    assert_change_refused("", "outcome", json_string("lost"), "outcome");
    assert_change_refused("", "error", json_object(), "error");
    assert_change_refused("", "findings", json_object(), "findings: not an array");
    assert_change_refused("", "outline", json_true(), "outline: not an array");
    assert_change_refused("", "document", json_array(), "document: not an object");
    assert_change_refused("document", "title", json_integer(1), "title");
    assert_change_refused("document", "components", json_pack("[i]", 1), "components");
    assert_change_refused("summary", "met", json_integer(-1), "met");
    assert_change_refused("summary", "met", json_real(1.5), "met");
    assert_change_refused("findings/2", "status", json_string("fine"), "findings[2].status");
    assert_change_refused("findings/2", "group", json_null(), "findings[2].group");
    assert_change_refused("findings/2", "title_en", json_null(), "one language");
    assert_change_refused("findings/6", "fix_en", json_integer(1), "findings[6].fix_en");
    assert_change_refused("findings/6", "fix", json_null(), "one language");
    assert_change_refused("findings/2/basis/0", "verified", json_integer(1), "verified");
    assert_change_refused("findings/2/nearest/0", "block", json_integer(1LL << 40), "block");
    assert_change_refused("findings/5", "citation", json_string("x"), "citation: not an object");
    assert_change_refused("findings/5/citation", "verdict", json_string("x"), "verdict");
    assert_change_refused("outline/1", "level", json_null(), "outline[1].level");
}

static void a_record_of_old_names_the_first_act_that_replaced_one(void **state)
{
    (void)state;
    g_autoptr(Result) result = full_result();
    g_autofree char *json = report_result_json(result, FALSE);
    g_auto(GStrv) parts = g_strsplit(json, "\"successors\":[\"10/2022/QH15\"],", 2);
    assert_non_null(parts[1]);
    g_autofree char *old = g_strconcat(parts[0], parts[1], NULL);
    g_autoptr(Result) back = read_back(old);
    const Finding *cited = back->findings->pdata[5];
    g_autofree char *words = sentence_citation(cited->citation, RASOAT_VIETNAMESE);
    assert_non_null(strstr(words, "thay bằng Luật 10/2022/QH15"));
}

static void keys_of_a_later_version_are_left_aside(void **state)
{
    (void)state;
    g_autoptr(Result) result = full_result();
    g_autofree char *json = report_result_json(result, FALSE);
    g_autofree char *longer = g_strdup_printf("{\"later\":{\"x\":1},%s", json + 1);
    g_autoptr(Result) back = read_back(longer);
    g_autofree char *again = report_result_json(back, FALSE);
    assert_string_equal(json, again);
}

/* --- names of any length ---------------------------------------------------------------------------------
 */

/* In a store of before, or from a worker that has been turned: no longer name goes into reports. */
static void a_name_of_any_length_is_cut(void **state)
{
    (void)state;
    g_autoptr(Result) result = full_result();
    g_free(result->unit);
    result->unit = g_strnfill(1 << 20, 'K');
    g_autofree char *json = report_result_json(result, FALSE);
    g_autoptr(Result) back = read_back(json);
    assert_in_range(strlen(back->unit), FRONT_TEXT_BYTES - 1, FRONT_TEXT_BYTES);
}

static void facts_of_any_length_are_none(void **state)
{
    (void)state;
    g_autoptr(Result) result = full_result();
    for (guint longer = 0; longer < 2; longer++) {
        g_auto(Facts) facts = facts_of(result), back = {0};
        g_free(facts.unit);
        facts.unit = g_strnfill(FRONT_TEXT_BYTES + longer, 'K');
        g_autofree char *json = facts_json(&facts);
        assert_int_equal(facts_parse(&back, json, strlen(json)), !longer);
        assert_int_equal(back.unit != NULL, !longer);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_judged_result_comes_back_as_it_was),
        cmocka_unit_test(a_record_of_old_has_no_english_correction),
        cmocka_unit_test(a_document_that_was_not_judged_comes_back_as_it_was),
        cmocka_unit_test(results_of_the_corpus_come_back_as_they_were),
        cmocka_unit_test(what_is_no_object_is_refused),
        cmocka_unit_test(a_date_that_is_none_is_refused),
        cmocka_unit_test(every_key_of_the_contract_must_be_there),
        cmocka_unit_test(values_of_the_wrong_kind_are_refused),
        cmocka_unit_test(a_record_of_old_names_the_first_act_that_replaced_one),
        cmocka_unit_test(keys_of_a_later_version_are_left_aside),
        cmocka_unit_test(a_name_of_any_length_is_cut),
        cmocka_unit_test(facts_of_any_length_are_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
