/* Copies among generated texts: what the bands find is what comparing each with each finds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "../judged_text.h"
#include "audit/shingles.h"
#include "batch/bands.h"
#include "batch/families.h"
#include "batch/groups.h"
#include "batch/meetings.h"
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

/* What every part of a set has for its smallest values, the whole has. */
static void each_number_is_the_smallest_of_its_kind(void **state)
{
    (void)state;
    enum { COUNT = 37 };
    guint32 set[COUNT], whole[MINHASH_NUMBERS], alone[MINHASH_NUMBERS], least[MINHASH_NUMBERS];
    seed = 3;
    memset(least, 0xFF, sizeof least);
    for (guint i = 0; i < COUNT; i++) {
        set[i] = chance(1 << SHINGLE_BITS);
        minhash(&set[i], 1, alone);
        for (guint n = 0; n < MINHASH_NUMBERS; n++)
            least[n] = MIN(least[n], alone[n]);
    }
    minhash(set, COUNT, whole);
    assert_memory_equal(whole, least, sizeof whole);
    for (guint n = 1; n < MINHASH_NUMBERS; n++)
        assert_int_not_equal(alone[n], alone[n - 1]); /* each is another function */
}

/* --- bands and meetings --------------------------------------------------------------------------------- */

static char *make_folder(void)
{
    return g_dir_make_tmp("rasoat-similar-XXXXXX", NULL);
}

static void remove_folder(const char *folder)
{
    const char *words[] = {"rm", "-rf", folder, NULL};
    g_spawn_sync(NULL, (char **)words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);
}

/* Of 3000 texts a band has as many buckets as its number and one: that of a text is the remainder. */
enum { IN_BANDS = 3000 };

static gint64 bucket_of(guint band, guint32 text)
{
    return (gint64)(text % (band + 1)) - 1;
}

typedef struct {
    guint band, seen;
    guint32 last;
} Pass;

static gboolean visit_band(guint32 text, gboolean begins, gpointer data, GError **error)
{
    (void)error;
    Pass *pass = data;
    if (pass->seen == IN_BANDS) {
        pass->seen = 0;
        pass->band++;
    }
    gint64 bucket = bucket_of(pass->band, text);
    gint64 before = bucket_of(pass->band, pass->last);
    assert_int_equal(begins, pass->seen == 0 || bucket != before);
    assert_true(pass->seen == 0 || bucket > before || (bucket == before && text > pass->last));
    pass->seen++;
    pass->last = text;
    return TRUE;
}

static void a_band_is_read_bucket_by_bucket_as_often_as_asked(void **state)
{
    (void)state;
    g_autofree char *folder = make_folder();
    Store *store = store_open(folder, STORE_WRITE, NULL);
    Bands *bands = bands_new(store, NULL);
    for (guint32 text = 1; text <= IN_BANDS; text++) {
        guint64 values[MINHASH_BANDS];
        for (guint band = 0; band < MINHASH_BANDS; band++)
            values[band] = (guint64)bucket_of(band, text);
        assert_true(bands_add(bands, text, values, NULL));
    }
    for (guint i = 0; i < 2; i++) {
        Pass pass = {0};
        assert_true(bands_each(bands, visit_band, &pass, NULL));
        assert_int_equal(pass.band, MINHASH_BANDS - 1);
        assert_int_equal(pass.seen, IN_BANDS);
    }
    bands_free(bands);
    store_close(store);
    remove_folder(folder);
}

static gboolean tell_meeting(guint32 text, guint32 earlier, gpointer data, GError **error)
{
    (void)error;
    g_string_append_printf(data, "%u-%u ", text, earlier);
    return TRUE;
}

static void those_met_most_often_come_first_to_be_kept(void **state)
{
    (void)state;
    static const guint32 met[][3] = {/* text, earlier, times */
                                     {5000, 4, 1}, {5000, 3, 2},    {5000, 2, 1}, {5000, 1, 1},
                                     {7, 6, 1},    {5000, 4999, 3}, {5001, 7, 1}};
    g_autofree char *folder = make_folder();
    Store *store = store_open(folder, STORE_WRITE, NULL);
    Meetings *meetings = meetings_new(store, 5001, NULL);
    g_autoptr(GString) told = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(met); i++)
        for (guint k = 0; k < met[i][2]; k++)
            assert_true(meetings_add(meetings, met[i][0], met[i][1], NULL));
    assert_true(meetings_each(meetings, 3, tell_meeting, told, NULL));
    assert_string_equal(told->str, "7-6 5000-1 5000-3 5000-4999 5001-7 ");
    meetings_free(meetings);
    store_close(store);
    remove_folder(folder);
}

/* More of them than are written down together. */
static void every_meeting_is_counted(void **state)
{
    (void)state;
    enum { TIMES = 2500 };
    g_autofree char *folder = make_folder();
    Store *store = store_open(folder, STORE_WRITE, NULL);
    Meetings *meetings = meetings_new(store, 10, NULL);
    g_autoptr(GString) told = g_string_new(NULL);
    for (guint i = 0; i < TIMES; i++)
        assert_true(meetings_add(meetings, 10, 1, NULL) && meetings_add(meetings, 10, 3 + i % 7, NULL) &&
                    (i < 1 || meetings_add(meetings, 10, 2, NULL)));
    assert_true(meetings_each(meetings, 2, tell_meeting, told, NULL));
    assert_string_equal(told->str, "10-1 10-2 ");
    meetings_free(meetings);
    store_close(store);
    remove_folder(folder);
}

/* --- a round -------------------------------------------------------------------------------------------- */

enum { FAMILIES = 12, COPIES = 5, TEXTS = FAMILIES * COPIES };

static void all_pairs_are_found_that_exact_comparison_finds(void **state)
{
    (void)state;
    g_autofree char *folder = make_folder();
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
        assert_true(add_judged_text(store, 1, i, sets->pdata[i], NULL));
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
    remove_folder(folder);
}

/* --- large families ------------------------------------------------------------------------------------- */

/* Two templates of forty copies each that are too far from each other for a pair, and one text that begins
 * like the second and goes on like the first, which is nearer. */
static void add_bridge(GPtrArray *sets)
{
    enum { COPIES_OF_EACH = 40 };
    g_autofree char *first = text_of(800), *second = changed(first, 80);
    gsize turn = strlen(first) * 33 / 100;
    g_autofree char *beginning = g_strndup(second, turn);
    g_autofree char *bridge = g_strconcat(beginning, first + turn, NULL);
    for (guint i = 0; i < COPIES_OF_EACH; i++) {
        g_autofree char *one = changed(first, 20 + i % 9), *other = changed(second, 1 + i % 2);
        g_ptr_array_add(sets, shingles(one));
        g_ptr_array_add(sets, shingles(other));
    }
    g_ptr_array_add(sets, shingles(bridge));
}

/* Templates that are copied once, often, and so often that not each can be set beside each; some of them
 * share a part, as all texts share the law. Of one family, each copy is a copy of the one before it. */
static GPtrArray *texts_of_large_families(void)
{
    static const guint copies[] = {1, 2, 12, 60, 150};
    GPtrArray *sets = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    g_autofree char *law = text_of(300);
    for (guint family = 0; family < G_N_ELEMENTS(copies); family++) {
        g_autofree char *own = text_of(400);
        g_autofree char *first = g_strconcat(law, own, NULL);
        for (guint i = 0; i < copies[family]; i++) {
            char *copy = changed(first, family == 3 ? 4 : i % 24);
            g_ptr_array_add(sets, shingles(copy));
            if (family == 3) {
                g_free(first);
                first = copy;
            } else {
                g_free(copy);
            }
        }
    }
    for (guint i = sets->len; i-- > 1;) { /* families lie mixed, as in a folder */
        guint other = chance(i + 1);
        gpointer set = sets->pdata[i];
        sets->pdata[i] = sets->pdata[other];
        sets->pdata[other] = set;
    }
    add_bridge(sets);
    return sets;
}

/* The smallest number of the family of each, by comparing each with each. */
static Groups exact_families(const GPtrArray *sets)
{
    Groups groups;
    groups_init(&groups, sets->len);
    for (guint i = 0; i < sets->len; i++)
        for (guint k = i + 1; k < sets->len; k++)
            if (share(sets->pdata[i], sets->pdata[k]) >= SIMILAR_LEAST)
                groups_join(&groups, i, k);
    return groups;
}

static guint number_of_path(const char *path)
{
    return (guint)g_ascii_strtoull(path, NULL, 10);
}

static void every_copy_of_a_large_family_is_in_it(void **state)
{
    (void)state;
    seed = 23;
    g_autofree char *folder = make_folder();
    Store *store = store_open(folder, STORE_WRITE, NULL);
    g_autoptr(GPtrArray) sets = texts_of_large_families();
    g_auto(Groups) exact = exact_families(sets);
    guint families, texts, seen = 0, head = 0, least = G_MAXUINT, last = 0;

    for (guint i = 0; i < sets->len; i++)
        assert_true(add_judged_text(store, 1, i, sets->pdata[i], NULL));
    assert_true(similar_find(store, 1, NULL));
    assert_true(families_count(store, 1, &families, &texts, NULL));
    assert_int_equal(families, 5);
    assert_int_equal(texts, 2 + 12 + 60 + 81 + 150);
    assert_true(families_find(store, 1, &families, &texts, NULL));
    assert_int_equal(families, 5);
    assert_int_equal(texts, 2 + 12 + 60 + 81 + 150);
    g_auto(FamilyCopy) copy = {0};
    StoreCursor *cursor = family_copies(store, NULL);
    while (family_next_copy(cursor, &copy, NULL)) {
        guint number = number_of_path(copy.path);
        assert_int_equal(copy.head, copy.family != last); /* the head first */
        if (copy.head) {
            assert_true(copy.size <= least); /* the largest family first */
            head = groups_of(&exact, number);
        } else {
            assert_true(copy.share == share(sets->pdata[number], sets->pdata[number_of_path(copy.beside)]));
            assert_true(copy.share >= SIMILAR_LEAST);
        }
        assert_int_equal(groups_of(&exact, number), head);
        last = copy.family;
        least = copy.size;
        seen++;
    }
    store_cursor_free(cursor);
    assert_int_equal(seen, texts);
    store_close(store);
    remove_folder(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_and_numbers_make_no_difference),
        cmocka_unit_test(the_share_is_what_two_sets_have_in_common),
        cmocka_unit_test(numbers_in_common_tell_the_share),
        cmocka_unit_test(each_number_is_the_smallest_of_its_kind),
        cmocka_unit_test(a_band_is_read_bucket_by_bucket_as_often_as_asked),
        cmocka_unit_test(those_met_most_often_come_first_to_be_kept),
        cmocka_unit_test(every_meeting_is_counted),
        cmocka_unit_test(all_pairs_are_found_that_exact_comparison_finds),
        cmocka_unit_test(every_copy_of_a_large_family_is_in_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
