/* Copies among generated texts: what the bands find is what comparing each with each finds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "audit/shingles.h"
#include "batch/minhash.h"
#include "batch/similar.h"

static guint64 seed;

static guint32 chance(guint32 below)
{
    seed = seed * G_GUINT64_CONSTANT(6364136223846793005) + 1442695040888963407;
    return (guint32)(seed >> 33) % below;
}

static char *text_of(guint words)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < words; i++)
        g_string_append_printf(text, "%c%c%c%s", 'a' + chance(26), 'a' + chance(26), 'a' + chance(26),
                               i % 15 == 14 ? ". " : " ");
    return g_string_free(text, FALSE);
}

/* The text with some of a thousand words changed. */
static char *changed(const char *text, guint of_thousand)
{
    char *copy = g_strdup(text);
    for (char *at = copy; *at; at++)
        if (*at == ' ' && chance(1000) < of_thousand && g_ascii_islower(at[1]))
            at[1] = (char)('a' + chance(26));
    return copy;
}

static GArray *shingles(const char *text)
{
    return shingles_of_text(text, strlen(text));
}

static gdouble share(const GArray *one, const GArray *other)
{
    return shingles_share((const guint32 *)one->data, one->len, (const guint32 *)other->data, other->len);
}

static gboolean equal(const char *one, const char *other)
{
    g_autoptr(GArray) a = shingles(one), b = shingles(other);
    return a->len > 0 && a->len == b->len && memcmp(a->data, b->data, a->len * sizeof(guint32)) == 0;
}

static void names_and_numbers_make_no_difference(void **state)
{
    (void)state;
    const char *text =
        "cán bộ của Trường Kim Đồng phải công khai trong 20 ngày làm việc kể từ khi có quyết định";
    assert_true(equal(
        text, "cán bộ của Trường Lê Lợi phải công khai trong 15 ngày làm việc kể từ khi có quyết định"));
    /* "vụ" is no capital: a little is left of such a name */
    assert_false(
        equal(text, "cán bộ của Phòng Nội vụ phải công khai trong 15 ngày làm việc kể từ khi có quyết định"));
    assert_false(equal(
        text, "cán bộ của Trường Kim Đồng không công khai trong 20 ngày làm việc kể từ khi có quyết định"));
}

static void the_share_is_what_two_sets_have_in_common(void **state)
{
    (void)state;
    const guint32 one[] = {1, 2, 3, 5}, other[] = {2, 3, 4, 9, 10};
    assert_true(shingles_share(one, 4, other, 5) == 2.0 / 7);
    assert_true(shingles_share(one, 0, other, 0) == 0);
    assert_true(shingles_share(one, 4, one, 4) == 1);
}

static void numbers_in_common_tell_the_share(void **state)
{
    (void)state;
    seed = 5;
    g_autofree char *text = text_of(2000);
    g_autoptr(GArray) one = shingles(text);
    for (guint of_thousand = 5; of_thousand < 200; of_thousand *= 2) {
        g_autofree char *copy = changed(text, of_thousand);
        g_autoptr(GArray) other = shingles(copy);
        guint32 a[MINHASH_NUMBERS], b[MINHASH_NUMBERS];
        minhash((const guint32 *)one->data, one->len, a);
        minhash((const guint32 *)other->data, other->len, b);
        guint same = 0;
        for (guint i = 0; i < MINHASH_NUMBERS; i++)
            same += a[i] == b[i];
        gdouble told = (gdouble)same / MINHASH_NUMBERS, exact = share(one, other);
        if (told > exact + 0.15 || told < exact - 0.15)
            fail_msg("%f told for %f", told, exact);
    }
}

/* --- a round -------------------------------------------------------------------------------------------- */

enum { FAMILIES = 12, COPIES = 5, TEXTS = FAMILIES * COPIES };

static void add_text(Store *store, gint64 round, guint number, const GArray *numbers)
{
    g_autofree char *sha256 = g_strdup_printf("%u", number), *path = g_strdup_printf("%03u.docx", number);
    Facts facts = {.sha256 = sha256, .outcome = (char *)"judged", .verdict = (char *)"complete"};
    ResultKey key = {
        .sha256 = sha256, .path = path, .rules = "r", .as_of = "d", .version = "v", .task = "{}"};
    g_autoptr(GBytes) record = g_bytes_new_static("{}", 2);
    g_autoptr(GBytes) bytes = g_bytes_new_static(numbers->data, numbers->len * sizeof(guint32));
    StoreFile file = {.path = path, .sha256 = sha256, .state = FILE_JUDGED};
    file.result = store_add_result(store, &key, &facts, record, bytes, NULL);
    assert_true(store_put_file(store, round, &file, NULL));
}

static void all_pairs_are_found_that_exact_comparison_finds(void **state)
{
    (void)state;
    g_autofree char *folder = g_dir_make_tmp("rasoat-similar-XXXXXX", NULL);
    Store *store = store_open(folder, STORE_WRITE, NULL);
    g_autoptr(GPtrArray) sets = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    seed = 11;
    for (guint i = 0; i < TEXTS; i++) {
        static char *first;
        if (i % COPIES == 0) {
            g_free(first);
            first = text_of(800);
        }
        g_autofree char *copy = changed(first, 12 * (i % COPIES));
        g_ptr_array_add(sets, shingles(copy));
        add_text(store, 1, i, sets->pdata[i]);
        if (i == TEXTS - 1)
            g_clear_pointer(&first, g_free);
    }
    guint expected = 0, found = 0;
    for (guint i = 0; i < TEXTS; i++)
        for (guint k = i + 1; k < TEXTS; k++)
            expected += share(sets->pdata[i], sets->pdata[k]) >= SIMILAR_LEAST;
    assert_in_range(expected, 40, 120); /* some copies are changed too much */
    assert_true(similar_find(store, 1, NULL));
    g_auto(StorePair) pair = {0};
    StoreCursor *cursor = store_pairs(store, 1, NULL);
    while (store_next_pair(cursor, &pair, NULL)) {
        guint one = (guint)g_ascii_strtoull(pair.one, NULL, 10),
              other = (guint)g_ascii_strtoull(pair.other, NULL, 10);
        assert_true(pair.share == share(sets->pdata[one], sets->pdata[other]));
        assert_true(pair.share >= SIMILAR_LEAST && one < other);
        found++;
    }
    store_cursor_free(cursor);
    store_close(store);
    assert_int_equal(found, expected);
    const char *words[] = {"rm", "-rf", folder, NULL};
    g_spawn_sync(NULL, (char **)words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_and_numbers_make_no_difference),
        cmocka_unit_test(the_share_is_what_two_sets_have_in_common),
        cmocka_unit_test(numbers_in_common_tell_the_share),
        cmocka_unit_test(all_pairs_are_found_that_exact_comparison_finds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
