/* The store: what is put in comes out, once, by its key; rounds go on or begin anew; other files are refused.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "base/error.h"
#include "batch/conclude.h"
#include "batch/lines.h"
#include "batch/store.h"
#include "batch/store_pack.h"

static char *folder;

static int make_folder(void **state)
{
    (void)state;
    folder = g_dir_make_tmp("rasoat-store-XXXXXX", NULL);
    return folder ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    const char *words[] = {"rm", "-rf", folder, NULL};
    g_spawn_sync(NULL, (char **)words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
    g_free(folder);
    return 0;
}

static Store *opened(void)
{
    g_autoptr(GError) error = NULL;
    Store *store = store_open(folder, STORE_WRITE, &error);
    if (!store)
        fail_msg("%s", error->message);
    return store;
}

static ResultKey key_of(const char *sha256)
{
    return (ResultKey){
        .sha256 = sha256, .path = "a", .rules = "r", .as_of = "2026-01-01", .version = "v", .task = "{}"};
}

static gint64 add(Store *store, const char *sha256, const char *error_code)
{
    Facts facts = {.sha256 = (char *)sha256,
                   .outcome = (char *)(error_code ? "unreadable" : "judged"),
                   .verdict = (char *)"complete",
                   .error = (char *)error_code,
                   .level = LEVEL_CLEAN,
                   .profile = (char *)"school"};
    g_autofree char *json =
        g_strdup_printf("{\"schema\":\"rasoat/1\",\"file\":\"\",\"sha256\":\"%s\",\"n\":1}", sha256);
    static const guint32 shingles[] = {3, 300, 70000};
    g_autoptr(GBytes) record = g_bytes_new(json, strlen(json));
    g_autoptr(GBytes) numbers = g_bytes_new_static(shingles, sizeof shingles);
    ResultKey key = key_of(sha256);
    gint64 id = store_add_result(store, &key, &facts, record, numbers, NULL);
    assert_int_not_equal(id, 0);
    return id;
}

static Round round_of(const char *as_of)
{
    return (Round){.folder = g_strdup("nop"),
                   .as_of = g_strdup(as_of),
                   .rules = g_strdup("r"),
                   .version = g_strdup("v"),
                   .options = g_strdup("{}"),
                   .shard = 1,
                   .shards = 1};
}

static void a_result_is_found_by_all_that_it_depends_on(void **state)
{
    (void)state;
    g_autoptr(Store) store = opened();
    gint64 id = add(store, "aa", NULL);
    ResultKey key = key_of("aa");
    assert_int_equal(store_find_result(store, &key, FALSE), id);
    const char **parts[] = {&key.sha256, &key.rules, &key.as_of, &key.version, &key.task};
    for (guint i = 0; i < G_N_ELEMENTS(parts); i++) {
        const char *kept = *parts[i];
        *parts[i] = "other";
        assert_int_equal(store_find_result(store, &key, FALSE), 0);
        *parts[i] = kept;
    }
}

static void records_come_back_as_they_were(void **state)
{
    (void)state;
    g_autoptr(Store) store = opened();
    gint64 one = add(store, "aa", NULL), other = add(store, "bb", NULL);
    g_autofree char *record = store_record(store, one, NULL);
    assert_string_equal(record, "{\"schema\":\"rasoat/1\",\"file\":\"\",\"sha256\":\"aa\",\"n\":1}");
    json_t *json = store_record_json(store, other, "b.docx", NULL);
    assert_string_equal(json_string_value(json_object_get(json, "file")), "b.docx");
    assert_string_equal(json_string_value(json_object_get(json, "sha256")), "bb");
    json_decref(json);
    g_autoptr(GArray) shingles = store_shingles(store, one, NULL);
    assert_int_equal(shingles->len, 3);
    assert_int_equal(g_array_index(shingles, guint32, 2), 70000);
}

static void what_may_come_out_otherwise_is_judged_again(void **state)
{
    (void)state;
    g_autoptr(Store) store = opened();
    gint64 id = add(store, "aa", "limit-time");
    ResultKey key = key_of("aa");
    assert_int_equal(store_find_result(store, &key, FALSE), 0);
    assert_int_equal(store_find_result(store, &key, TRUE), id);
    assert_int_equal(add(store, "aa", NULL), id);
    assert_int_equal(store_find_result(store, &key, FALSE), id);
}

static void a_round_that_was_broken_off_is_gone_on_with(void **state)
{
    (void)state;
    g_autoptr(Store) store = opened();
    g_auto(Round) first = round_of("2026-01-01"), same = round_of("2026-01-01"),
                  other = round_of("2026-02-01");
    gboolean resumed;
    assert_true(store_round_begin(store, &first, &resumed, NULL));
    assert_false(resumed);
    assert_true(store_round_begin(store, &same, &resumed, NULL));
    assert_true(resumed);
    assert_int_equal(same.id, first.id);
    assert_true(store_round_begin(store, &other, &resumed, NULL));
    assert_false(resumed);
    assert_true(store_round_finish(store, &other, NULL));
    g_auto(Round) next = round_of("2026-02-01");
    assert_true(store_round_begin(store, &next, &resumed, NULL));
    assert_false(resumed);
    assert_int_equal(store_round_before(store, next.id), other.id);
}

static void put_file(Store *store, gint64 round, const char *path, const char *sha256, gint64 result)
{
    StoreFile file = {.path = (char *)path, .sha256 = (char *)sha256, .state = FILE_JUDGED, .result = result};
    assert_true(store_put_file(store, round, &file, NULL));
}

static void lines_are_in_byte_order_and_name_duplicates(void **state)
{
    (void)state;
    g_autoptr(Store) store = opened();
    g_auto(Round) round = round_of("2026-01-01");
    gboolean resumed;
    assert_true(store_round_begin(store, &round, &resumed, NULL));
    gint64 one = add(store, "aa", NULL), other = add(store, "bb", NULL);
    put_file(store, round.id, "c.docx", "aa", one);
    put_file(store, round.id, "b\xe9.docx", "bb", other);
    put_file(store, round.id, "a \"1\".docx", "aa", one);
    assert_true(conclude_round(store, &round, NULL));
    char *text = NULL;
    size_t length;
    FILE *out = open_memstream(&text, &length);
    assert_true(lines_write(store, round.id, out, NULL));
    fclose(out);
    assert_string_equal(
        text,
        "{\"schema\":\"rasoat/1\",\"file\":\"a "
        "\\\"1\\\".docx\",\"sha256\":\"aa\",\"n\":1,\"batch\":{\"state\":"
        "\"judged\",\"unit\":null,\"unit_name\":null,\"unit_parent\":null,\"match\":\"none\",\"other\":null}}"
        "\n"
        "{\"schema\":\"rasoat/1\",\"file\":\"b\\\\xE9.docx\",\"sha256\":\"bb\",\"n\":1,\"batch\":{\"state\":"
        "\"judged\",\"unit\":null,\"unit_name\":null,\"unit_parent\":null,\"match\":\"none\",\"other\":null}}"
        "\n"
        "{\"schema\":\"rasoat/1\",\"file\":\"c.docx\",\"sha256\":\"aa\",\"n\":1,\"batch\":{\"state\":"
        "\"duplicate-of\",\"unit\":null,\"unit_name\":null,\"unit_parent\":null,\"match\":\"none\",\"other\":"
        "\"a \\\"1\\\".docx\"}}\n");
    free(text);
}

static void everything_is_in_one_file_that_can_be_read_alone(void **state)
{
    (void)state;
    Store *store = opened();
    add(store, "aa", NULL);
    store_close(store);
    g_autoptr(GDir) list = g_dir_open(folder, 0, NULL);
    assert_string_equal(g_dir_read_name(list), STORE_NAME);
    assert_null(g_dir_read_name(list));
    g_autoptr(Store) again = store_open(folder, STORE_READ, NULL);
    ResultKey key = key_of("aa");
    assert_int_not_equal(store_find_result(again, &key, FALSE), 0);
}

/* Runs SQL on the file as another program would that ends without putting its log into it, or after. */
static void changed_by_another(const char *sql, gboolean log_left)
{
    g_autofree char *path = g_build_filename(folder, STORE_NAME, NULL);
    sqlite3 *database;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, (int)log_left, NULL);
    assert_int_equal(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(database);
}

static gint compare_names(gconstpointer one, gconstpointer other)
{
    return strcmp(*(char *const *)one, *(char *const *)other);
}

/* Names and bytes of all files of the folder, but for shared memory, which holds nothing. */
static char *whole_folder(void)
{
    g_autoptr(GDir) list = g_dir_open(folder, 0, NULL);
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func(g_free);
    for (const char *name; (name = g_dir_read_name(list));) {
        g_autofree char *path = g_build_filename(folder, name, NULL), *bytes = NULL;
        gsize length = 0;
        assert_true(g_file_get_contents(path, &bytes, &length, NULL));
        g_autofree char *digest = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (guchar *)bytes, length);
        if (!g_str_has_suffix(name, "-shm"))
            g_ptr_array_add(all, g_strdup_printf("%s %s\n", name, digest));
    }
    g_ptr_array_sort(all, compare_names);
    g_ptr_array_add(all, NULL);
    return g_strjoinv("", (char **)all->pdata);
}

static void assert_refused(StoreMode mode, const char *why)
{
    g_autofree char *before = whole_folder();
    g_autoptr(GError) error = NULL;
    assert_null(store_open(folder, mode, &error));
    assert_int_equal(error->code, RASOAT_ERROR_OUTPUT);
    if (!strstr(error->message, why))
        fail_msg("“%s” lacks “%s”", error->message, why);
    g_autofree char *after = whole_folder();
    assert_string_equal(before, after);
}

static void a_newer_store_is_refused_and_not_a_byte_of_it_changes(void **state)
{
    (void)state;
    store_close(opened());
    changed_by_another("PRAGMA user_version=99", FALSE);
    assert_refused(STORE_WRITE, "newer rasoat");
    assert_refused(STORE_READ, "newer rasoat");
    changed_by_another("PRAGMA user_version=4; PRAGMA journal_mode=WAL", FALSE);
    changed_by_another("PRAGMA user_version=99", TRUE); /* its log alone says so */
    assert_refused(STORE_WRITE, "newer rasoat");
    assert_refused(STORE_READ, "newer rasoat");
}

static void another_programs_database_is_refused(void **state)
{
    (void)state;
    changed_by_another("CREATE TABLE t(x)", FALSE);
    assert_refused(STORE_WRITE, "not a store of rasoat");
    changed_by_another("PRAGMA journal_mode=WAL", FALSE);
    changed_by_another("CREATE TABLE u(x)", TRUE);
    assert_refused(STORE_WRITE, "not a store of rasoat");
}

static void a_second_writer_is_told_of_the_first(void **state)
{
    (void)state;
    g_autoptr(Store) store = opened();
    g_autoptr(GError) error = NULL;
    assert_null(store_open(folder, STORE_WRITE, &error));
    assert_non_null(strstr(error->message, "another run"));
}

static void rising_numbers_are_packed_and_unpacked(void **state)
{
    (void)state;
    const guint32 numbers[] = {0, 1, 127, 128, 300, 16777215, G_MAXUINT32};
    g_autoptr(GBytes) packed = pack_numbers(numbers, G_N_ELEMENTS(numbers));
    gsize length;
    const void *bytes = g_bytes_get_data(packed, &length);
    g_autoptr(GArray) back = unpack_numbers(bytes, length);
    assert_int_equal(back->len, G_N_ELEMENTS(numbers));
    assert_memory_equal(back->data, numbers, sizeof numbers);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, make_folder, remove_folder)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_result_is_found_by_all_that_it_depends_on),
        TEST(records_come_back_as_they_were),
        TEST(what_may_come_out_otherwise_is_judged_again),
        TEST(a_round_that_was_broken_off_is_gone_on_with),
        TEST(lines_are_in_byte_order_and_name_duplicates),
        TEST(everything_is_in_one_file_that_can_be_read_alone),
        TEST(a_newer_store_is_refused_and_not_a_byte_of_it_changes),
        TEST(another_programs_database_is_refused),
        TEST(a_second_writer_is_told_of_the_first),
        cmocka_unit_test(rising_numbers_are_packed_and_unpacked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
