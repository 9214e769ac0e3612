/* What reports of a district are named, how the folder of them is made anew, and the groups of a unit. */
#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "district/district.h"
#include "district/folder.h"
#include "district/names.h"

static void stems_are_plain_and_tell_apart(void **state)
{
    (void)state;
    g_autofree char *stem = district_file_stem("Trường THPT Nguyễn Đình Chiểu", "a");
    g_autofree char *other = district_file_stem("Trường THPT Nguyễn Đình Chiểu", "b");
    g_autofree char *again = district_file_stem("Trường THPT Nguyễn Đình Chiểu", "a");
    g_autofree char *markup = district_file_stem("../<b>\n\xff", "k");
    g_autofree char *nothing = district_file_stem("中文", "k");

    assert_true(g_str_has_prefix(stem, "truong-thpt-nguyen-dinh-chieu-"));
    assert_int_equal(strlen(stem), strlen("truong-thpt-nguyen-dinh-chieu-") + 8);
    assert_string_not_equal(stem, other);
    assert_string_equal(stem, again);
    assert_true(g_str_has_prefix(markup, "b-"));
    assert_int_equal(strlen(nothing), 8);
}

static void only_our_own_names_are_reports(void **state)
{
    static const char *const texts[] = {"Trường Tiểu học Hòa An", "", "中文", "a", "0123456789abcdef"};
    static const char *const endings[] = {".html", ".docx", ".odt", ".fodt"};
    static const char *const strange[] = {"",
                                          "index.html",
                                          "ghi-chu.txt",
                                          "a-12345678.html.tmp",
                                          "a-1234567.html",
                                          "A-12345678.html",
                                          "a-12345678.doc",
                                          "../a-12345678.html",
                                          ".html",
                                          "a12345678x.html"};
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++)
        for (guint e = 0; e < G_N_ELEMENTS(endings); e++) {
            g_autofree char *stem = district_file_stem(texts[i], "khóa");
            g_autofree char *name = g_strconcat(stem, endings[e], NULL);
            assert_true(district_is_report_name(name));
        }
    for (guint i = 0; i < G_N_ELEMENTS(strange); i++)
        assert_false(district_is_report_name(strange[i]));
}

static void put(const char *folder, const char *name, const char *text)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    assert_true(g_file_set_contents(path, text, -1, NULL));
}

/* The text of a file, "" when there is none. Owned by the caller. */
static char *text_of(const char *folder, const char *name)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    char *text = NULL;
    return g_file_get_contents(path, &text, NULL, NULL) ? text : g_strdup("");
}

static void assert_file(const char *folder, const char *name, const char *text)
{
    g_autofree char *found = text_of(folder, name);
    assert_string_equal(found, text);
}

static void a_folder_is_made_anew_or_left_alone(void **state)
{
    (void)state;
    g_autofree char *above = g_dir_make_tmp("rasoat-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(above, "units", NULL);
    g_autofree char *beside = g_strconcat(path, ".new", NULL);

    assert_int_equal(g_mkdir_with_parents(beside, 0777), 0);
    put(beside, "c-33333333.html", "of a run that was killed");
    assert_int_equal(g_mkdir_with_parents(path, 0777), 0);
    put(path, "a-11111111.html", "old a");
    put(path, "b-22222222.html", "old b");
    put(path, "note.txt", "mine");

    FreshFolder *left = fresh_folder_open(path, NULL);
    assert_non_null(left);
    put(fresh_folder_place(left), "a-11111111.html", "half");
    fresh_folder_free(left);
    assert_file(path, "a-11111111.html", "old a");
    assert_file(path, "b-22222222.html", "old b");
    assert_false(g_file_test(beside, G_FILE_TEST_EXISTS));

    FreshFolder *folder = fresh_folder_open(path, NULL);
    put(fresh_folder_place(folder), "a-11111111.html", "new a");
    assert_true(fresh_folder_commit(folder, NULL));
    fresh_folder_free(folder);
    assert_file(path, "a-11111111.html", "new a");
    assert_file(path, "b-22222222.html", "");
    assert_file(path, "c-33333333.html", "");
    assert_file(path, "note.txt", "mine");
    assert_false(g_file_test(beside, G_FILE_TEST_EXISTS));

    static const char *const made[] = {"units/a-11111111.html", "units/note.txt", "units", ""};
    for (guint i = 0; i < G_N_ELEMENTS(made); i++) {
        g_autofree char *gone = g_build_filename(above, made[i], NULL);
        assert_int_equal(g_remove(gone), 0);
    }
}

static void a_folder_that_cannot_be_made_is_an_error(void **state)
{
    (void)state;
    g_autoptr(GError) error = NULL;

    assert_null(fresh_folder_open("/dev/null/units", &error));
    assert_non_null(error);
    assert_non_null(strstr(error->message, "/dev/null/units"));
}

static void add_section(Result *result, const char *group, Status status)
{
    g_ptr_array_add(result->findings, finding_new("rule", group, CHECK_SECTION, SEVERITY_MANDATORY, status));
}

static GroupMark mark_in(const GroupState *states, const char *group)
{
    for (guint i = 0; i < DISTRICT_GROUPS; i++)
        if (strcmp(district_groups[i].name, group) == 0)
            return states[i].mark;
    fail_msg("no group %s", group);
    return GROUP_NOT_APPLICABLE;
}

static void the_worst_of_two_acts_stands_for_a_group(void **state)
{
    (void)state;
    g_autoptr(Result) result = result_new("a.docx");
    GroupState states[DISTRICT_GROUPS];

    add_section(result, "disclosure", STATUS_MET);
    add_section(result, "disclosure", STATUS_MISSING);
    add_section(result, "consult", STATUS_CONFLICT);
    add_section(result, "consult", STATUS_PARTIAL);
    add_section(result, "supervise", STATUS_MET);
    district_states(result, states);
    assert_int_equal(mark_in(states, "disclosure"), GROUP_MISSING);
    assert_int_equal(mark_in(states, "consult"), GROUP_CONFLICT);
    assert_int_equal(mark_in(states, "supervise"), GROUP_MET);
    assert_int_equal(mark_in(states, "dialogue"), GROUP_NOT_APPLICABLE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stems_are_plain_and_tell_apart),
        cmocka_unit_test(only_our_own_names_are_reports),
        cmocka_unit_test(a_folder_is_made_anew_or_left_alone),
        cmocka_unit_test(a_folder_that_cannot_be_made_is_an_error),
        cmocka_unit_test(the_worst_of_two_acts_stands_for_a_group),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
