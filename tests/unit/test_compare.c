/* Two rounds of one unit: what is new, fixed, still open, worse, and what of it is accepted. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "batch/compare.h"
#include "batch/conclude.h"
#include "batch/store_waivers.h"
#include "report/report.h"
#include "waiver_samples.h"

typedef struct {
    const char *rule;
    Check check;
    Severity severity;
    Status status;
} Judged;

static char *record_of(const Judged *judged, guint count)
{
    g_autoptr(Result) result = result_new("");
    result->as_of = g_strdup("2026-01-01");
    for (guint i = 0; i < count; i++) {
        Finding *finding =
            finding_new(judged[i].rule, "g", judged[i].check, judged[i].severity, judged[i].status);
        finding->title = (BilingualText){g_strdup("tên"), g_strdup("title")};
        g_ptr_array_add(result->findings, finding);
    }
    return report_result_json(result, FALSE);
}

static Waivers *waivers_for(const char *rule, const char *expires)
{
    Waivers *waivers = waivers_new();
    WaiverRow row = sample_waiver(2, rule, expires);
    waivers_add(waivers, &row);
    return waivers;
}

/* A round of one document; takes the waivers, which may be NULL. */
static void add_round(Store *store, const char *sha256, const Judged *judged, guint count, Waivers *waivers)
{
    Round round = {.folder = (char *)"nop",
                   .as_of = (char *)"2026-01-01",
                   .rules = (char *)sha256,
                   .version = (char *)"v",
                   .options = (char *)"{}",
                   .shard = 1,
                   .shards = 1};
    gboolean resumed;
    Facts facts = {.sha256 = (char *)sha256,
                   .outcome = (char *)"judged",
                   .verdict = (char *)"incomplete",
                   .unit = (char *)"Sở A"};
    ResultKey key = {
        .sha256 = sha256, .path = "a", .rules = sha256, .as_of = "2026-01-01", .version = "v", .task = "{}"};
    g_autofree char *json = record_of(judged, count);
    g_autoptr(GBytes) record = g_bytes_new(json, strlen(json));
    StoreFile file = {.path = (char *)"a.docx",
                      .sha256 = (char *)sha256,
                      .state = FILE_JUDGED,
                      .unit = (char *)"sở a",
                      .match = MATCH_TEXT};

    assert_true(store_round_begin(store, &round, &resumed, NULL));
    file.result = store_add_result(store, &key, &facts, record, NULL, NULL);
    assert_true(store_put_file(store, round.id, &file, NULL));
    assert_true(store_put_waivers(store, round.id, waivers, NULL));
    assert_true(conclude_round(store, &round, NULL));
    g_free(round.started);
    g_free(round.finished);
    waivers_free(waivers);
}

static void note(const RoundChange *change, gpointer data)
{
    g_string_append_printf(data, "%s %s: %s %s→%s%s\n", change->name, change->rule,
                           change_name(change->change), change->before, change->after,
                           change->accepted ? ", accepted" : "");
}

/* Two rounds in a store of their own, and what is told of them. */
static char *compared(const Judged *before, guint before_count, Waivers *then, const Judged *after,
                      guint after_count, Waivers *now)
{
    g_autofree char *folder = g_dir_make_tmp("rasoat-compare-XXXXXX", NULL);
    GString *told = g_string_new(NULL);
    Store *store = store_open(folder, STORE_WRITE, NULL);
    add_round(store, "1", before, before_count, then);
    add_round(store, "2", after, after_count, now);
    assert_true(compare_rounds(store, 1, 2, note, told, NULL));
    store_close(store);
    const char *words[] = {"rm", "-rf", folder, NULL};
    g_spawn_sync(NULL, (char **)words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
    return g_string_free(told, FALSE);
}

static void gaps_are_new_fixed_open_or_worse(void **state)
{
    (void)state;
    const Judged before[] = {{"a", CHECK_ITEM, SEVERITY_MANDATORY, STATUS_MISSING},
                             {"b", CHECK_ITEM, SEVERITY_MANDATORY, STATUS_MISSING},
                             {"c", CHECK_ITEM, SEVERITY_MANDATORY, STATUS_MET},
                             {"d", CHECK_ITEM, SEVERITY_MANDATORY, STATUS_PARTIAL},
                             {"e", CHECK_ITEM, SEVERITY_RECOMMENDED, STATUS_MISSING}};
    const Judged after[] = {{"a", CHECK_ITEM, SEVERITY_MANDATORY, STATUS_MET},
                            {"b", CHECK_ITEM, SEVERITY_MANDATORY, STATUS_PARTIAL},
                            {"c", CHECK_ITEM, SEVERITY_MANDATORY, STATUS_MISSING},
                            {"d", CHECK_ITEM, SEVERITY_MANDATORY, STATUS_CONFLICT},
                            {"e", CHECK_ITEM, SEVERITY_RECOMMENDED, STATUS_MISSING}};
    g_autofree char *told = compared(before, G_N_ELEMENTS(before), NULL, after, G_N_ELEMENTS(after), NULL);
    assert_string_equal(told, "Sở A a: fixed missing→met\n"
                              "Sở A b: open missing→partial\n"
                              "Sở A c: new met→missing\n"
                              "Sở A d: worse partial→conflict\n");
}

static void what_the_later_round_accepts_is_marked_as_of_its_date(void **state)
{
    (void)state;
    const Judged gap[] = {{"a", CHECK_ITEM, SEVERITY_MANDATORY, STATUS_MISSING}};
    g_autofree char *accepted = compared(gap, 1, NULL, gap, 1, waivers_for("a", "2026-01-01"));
    assert_string_equal(accepted, "Sở A a: open missing→missing, accepted\n");
    g_autofree char *expired =
        compared(gap, 1, waivers_for("a", "2026-12-31"), gap, 1, waivers_for("a", "2025-12-31"));
    assert_string_equal(expired, "Sở A a: open missing→missing\n");
}

static void a_section_is_not_counted_beside_the_items_that_say_it(void **state)
{
    (void)state;
    const Judged before[] = {{"s", CHECK_SECTION, SEVERITY_MANDATORY, STATUS_MISSING},
                             {"a", CHECK_ITEM, SEVERITY_MANDATORY, STATUS_MISSING}};
    const Judged after[] = {{"s", CHECK_SECTION, SEVERITY_MANDATORY, STATUS_PARTIAL},
                            {"a", CHECK_ITEM, SEVERITY_MANDATORY, STATUS_PARTIAL}};
    g_autofree char *told = compared(before, 2, NULL, after, 2, NULL);
    assert_string_equal(told, "Sở A a: open missing→partial\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gaps_are_new_fixed_open_or_worse),
        cmocka_unit_test(what_the_later_round_accepts_is_marked_as_of_its_date),
        cmocka_unit_test(a_section_is_not_counted_beside_the_items_that_say_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
