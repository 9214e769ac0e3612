/* Packages: names, reading, and every way in which a package lies or is damaged. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "container/package.h"
#include "zip_maker.h"

#define assert_fails_with(call, wanted)                                                                      \
    do {                                                                                                     \
        g_autoptr(GError) failure = NULL;                                                                    \
        GError **error = &failure;                                                                           \
        assert_null(call);                                                                                   \
        assert_non_null(failure);                                                                            \
        assert_string_equal(rasoat_error_name((RasoatErrorCode)failure->code), wanted);                      \
    } while (0)

static Package *open_with(GBytes *bytes, Budget *budget, const Limits *limits)
{
    budget_init(budget, limits);
    return package_open(bytes, budget, NULL);
}

static const ZipPart two_parts[] = {{"Word/Document.xml", "<doc/>"}, {"b.xml", "<b/>"}};

static void parts_are_found_whatever_their_case_and_leading_slash(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = zip_make(two_parts, 2, FALSE);
    Budget budget;
    g_autoptr(Package) package = open_with(bytes, &budget, NULL);

    assert_true(package_has(package, "/word/document.XML"));
    assert_false(package_has(package, "word/other.xml"));
    g_autoptr(GBytes) part = package_read(package, "word/document.xml", NULL);
    assert_int_equal(g_bytes_get_size(part), 6);
    assert_memory_equal(g_bytes_get_data(part, NULL), "<doc/>", 6);
}

static void names_keep_their_order_and_spelling(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = zip_make(two_parts, 2, FALSE);
    Budget budget;
    g_autoptr(Package) package = open_with(bytes, &budget, NULL);
    const char *const *names = package_names(package);

    assert_string_equal(names[0], "Word/Document.xml");
    assert_string_equal(names[1], "b.xml");
    assert_null(names[2]);
}

static void inflated_bytes_are_put_on_the_account(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = zip_make(two_parts, 2, FALSE);
    Budget budget;
    g_autoptr(Package) package = open_with(bytes, &budget, NULL);
    g_autoptr(GBytes) part = package_read(package, "b.xml", NULL);

    assert_non_null(part);
    assert_int_equal(budget.inflated_bytes, 4);
}

static void a_missing_part_is_named_so(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = zip_make(two_parts, 2, FALSE);
    Budget budget;
    g_autoptr(Package) package = open_with(bytes, &budget, NULL);

    assert_fails_with(package_read(package, "c.xml", error), "missing-part");
}

static void two_entries_of_one_name_are_refused(void **state)
{
    (void)state;
    static const ZipPart same[] = {{"a.xml", "1"}, {"b.xml", "2"}};
    g_autoptr(GBytes) doubled = zip_patch(zip_make(same, 2, FALSE), "b.xml", "A.xml", 5);
    Budget budget;
    budget_init(&budget, NULL);

    assert_fails_with(package_open(doubled, &budget, error), "bad-package");
}

static void a_truncated_package_is_bad(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = zip_make(two_parts, 2, FALSE);
    g_autoptr(GBytes) half = g_bytes_new_from_bytes(bytes, 0, g_bytes_get_size(bytes) / 2);
    Budget budget;
    budget_init(&budget, NULL);

    assert_fails_with(package_open(half, &budget, error), "bad-package");
}

static void damaged_data_is_told_by_its_checksum(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = zip_patch(zip_make(two_parts, 2, TRUE), "<doc/>", "<dog/>", 6);
    Budget budget;
    g_autoptr(Package) package = open_with(bytes, &budget, NULL);

    assert_fails_with(package_read(package, "word/document.xml", error), "bad-package");
}

static void an_encrypted_entry_is_named_so(void **state)
{
    (void)state;
    /* Bit 0 of the flags in the local header (at 6) and in the central directory (at 8). */
    GBytes *bytes = zip_make(two_parts, 1, TRUE);
    gsize size;
    char *data = g_bytes_unref_to_data(bytes, &size);
    for (gsize at = 0; at + 10 < size; at++) {
        if (memcmp(data + at, "PK\x03\x04", 4) == 0)
            data[at + 6] |= 1;
        else if (memcmp(data + at, "PK\x01\x02", 4) == 0)
            data[at + 8] |= 1;
    }
    g_autoptr(GBytes) locked = g_bytes_new_take(data, size);
    Budget budget;
    g_autoptr(Package) package = open_with(locked, &budget, NULL);

    assert_fails_with(package_read(package, "word/document.xml", error), "encrypted");
}

static void too_many_entries_are_refused(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = zip_make(two_parts, 2, FALSE);
    Limits limits = *limits_default();
    Budget budget;
    limits.entries = 1;
    budget_init(&budget, &limits);

    assert_fails_with(package_open(bytes, &budget, error), "limit-entries");
}

static GBytes *package_of_zeros(gsize length)
{
    g_autofree char *zeros = g_malloc(length + 1);
    memset(zeros, '0', length);
    zeros[length] = '\0';
    const ZipPart part = {"bomb.xml", zeros};
    return zip_make(&part, 1, FALSE);
}

static void a_part_over_its_size_is_stopped(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = package_of_zeros(5000);
    Limits limits = *limits_default();
    limits.part_bytes = 4999;
    Budget budget;
    g_autoptr(Package) package = open_with(bytes, &budget, &limits);

    assert_fails_with(package_read(package, "bomb.xml", error), "limit-bytes");
}

static void parts_together_over_their_size_are_stopped(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = package_of_zeros(5000);
    Limits limits = *limits_default();
    limits.inflated_bytes = 9999;
    Budget budget;
    g_autoptr(Package) package = open_with(bytes, &budget, &limits);
    g_autoptr(GBytes) first = package_read(package, "bomb.xml", NULL);

    assert_non_null(first);
    assert_fails_with(package_read(package, "bomb.xml", error), "limit-bytes");
}

static void a_bomb_is_stopped_by_its_ratio(void **state)
{
    (void)state;
    g_autoptr(GBytes) bytes = package_of_zeros(4 * 1024 * 1024);
    Budget budget;
    g_autoptr(Package) package = open_with(bytes, &budget, NULL);

    assert_fails_with(package_read(package, "bomb.xml", error), "limit-ratio");
    assert_true(budget.inflated_bytes < 2 * 1024 * 1024);
}

static void a_small_declared_size_does_not_hide_a_bomb(void **state)
{
    (void)state;
    const gsize length = 4 * 1024 * 1024;
    const char real[] = {0, 0, 0x40, 0}, lie[] = {16, 0, 0, 0};
    g_autoptr(GBytes) bytes = zip_patch(package_of_zeros(length), real, lie, 4);
    Budget budget;
    g_autoptr(Package) package = open_with(bytes, &budget, NULL);
    g_autoptr(GError) error = NULL;

    assert_non_null(package);
    assert_null(package_read(package, "bomb.xml", &error));
    assert_true(budget.inflated_bytes < 2 * 1024 * 1024);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(parts_are_found_whatever_their_case_and_leading_slash),
        cmocka_unit_test(names_keep_their_order_and_spelling),
        cmocka_unit_test(inflated_bytes_are_put_on_the_account),
        cmocka_unit_test(a_missing_part_is_named_so),
        cmocka_unit_test(two_entries_of_one_name_are_refused),
        cmocka_unit_test(a_truncated_package_is_bad),
        cmocka_unit_test(damaged_data_is_told_by_its_checksum),
        cmocka_unit_test(an_encrypted_entry_is_named_so),
        cmocka_unit_test(too_many_entries_are_refused),
        cmocka_unit_test(a_part_over_its_size_is_stopped),
        cmocka_unit_test(parts_together_over_their_size_are_stopped),
        cmocka_unit_test(a_bomb_is_stopped_by_its_ratio),
        cmocka_unit_test(a_small_declared_size_does_not_hide_a_bomb),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
