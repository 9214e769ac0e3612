/* Two rounds of one unit: what is new, fixed, still open, worse. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "batch/compare.h"
#include "batch/conclude.h"

#define FINDING(rule, severity, status)                                                                      \
    "{\"rule\":\"" rule "\",\"check\":\"item\",\"severity\":\"" severity "\",\"status\":\"" status "\"}"

static void add_round(Store *store, const char *sha256, const char *findings)
{
    Round round = {.folder = (char *)"nop",
                   .as_of = (char *)"d",
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
        .sha256 = sha256, .path = "a", .rules = sha256, .as_of = "d", .version = "v", .task = "{}"};
    g_autofree char *json = g_strdup_printf("{\"file\":\"\",\"findings\":[%s]}", findings);
    g_autoptr(GBytes) record = g_bytes_new(json, strlen(json));
    StoreFile file = {.path = (char *)"a.docx",
                      .sha256 = (char *)sha256,
                      .state = FILE_JUDGED,
                      .unit = (char *)"sở a",
                      .match = MATCH_TEXT};

    assert_true(store_round_begin(store, &round, &resumed, NULL));
    file.result = store_add_result(store, &key, &facts, record, NULL, NULL);
    assert_true(store_put_file(store, round.id, &file, NULL));
    assert_true(conclude_round(store, &round, NULL));
    g_free(round.started);
    g_free(round.finished);
}

static void note(const RoundChange *change, gpointer data)
{
    g_string_append_printf(data, "%s %s: %s %s→%s\n", change->name, change->rule, change_name(change->change),
                           change->before, change->after);
}

static void gaps_are_new_fixed_open_or_worse(void **state)
{
    (void)state;
    g_autofree char *folder = g_dir_make_tmp("rasoat-compare-XXXXXX", NULL);
    g_autoptr(GString) told = g_string_new(NULL);
    Store *store = store_open(folder, STORE_WRITE, NULL);
    add_round(store, "1",
              FINDING("a", "mandatory", "missing") "," FINDING("b", "mandatory", "missing") "," FINDING(
                  "c", "mandatory", "met") "," FINDING("d", "mandatory",
                                                       "partial") "," FINDING("e", "recommended", "missing"));
    add_round(
        store, "2",
        FINDING("a", "mandatory", "met") "," FINDING("b", "mandatory", "partial") "," FINDING(
            "c", "mandatory", "missing") "," FINDING("d", "mandatory",
                                                     "conflict") "," FINDING("e", "recommended", "missing"));
    assert_true(compare_rounds(store, 1, 2, note, told, NULL));
    assert_string_equal(told->str, "Sở A a: fixed missing→met\n"
                                   "Sở A b: open missing→partial\n"
                                   "Sở A c: new met→missing\n"
                                   "Sở A d: worse partial→conflict\n");
    store_close(store);
    const char *words[] = {"rm", "-rf", folder, NULL};
    g_spawn_sync(NULL, (char **)words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gaps_are_new_fixed_open_or_worse),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
