/* What the program was measured to get wrong: there it asks a person instead of saying "missing". */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include "agency_cases.h"

#include <glib/gstdio.h>

#define INVESTMENT "l10-cq-d46-k05"

/* The rules of the repository with this for measured.xml. */
static Auditor *auditor_measured(const char *measured, GError **error)
{
    g_autofree char *folder = g_dir_make_tmp("rasoat-measured-XXXXXX", NULL);
    g_autoptr(GDir) rules = g_dir_open("rules", 0, NULL);
    const char *name;
    while ((name = g_dir_read_name(rules))) {
        g_autofree char *from = g_build_filename("rules", name, NULL);
        g_autofree char *to = g_build_filename(folder, name, NULL);
        g_autofree char *text = NULL;
        gsize length;
        if (strcmp(name, "measured.xml") != 0 && g_file_get_contents(from, &text, &length, NULL))
            g_file_set_contents(to, text, (gssize)length, NULL);
    }
    g_autofree char *path = g_build_filename(folder, "measured.xml", NULL);
    g_file_set_contents(path, measured, -1, NULL);
    Auditor *loaded = auditor_new(folder, error);
    g_autoptr(GDir) written = g_dir_open(folder, 0, NULL);
    while ((name = g_dir_read_name(written))) {
        g_autofree char *at = g_build_filename(folder, name, NULL);
        g_unlink(at);
    }
    g_rmdir(folder);
    return loaded;
}

static const char *const disclosure =
    "Điều 1. Những nội dung phải công khai\n1. Kế hoạch công tác năm, quý, tháng.\n"
    "2. Dự toán, quyết toán ngân sách.";

static void what_was_measured_to_be_wrong_asks_a_person(void **state)
{
    (void)state;
    static const struct {
        const char *said, *right;
        Status status;
    } cases[] = {
        {"10", "9", STATUS_MISSING}, /* right often enough */
        {"10", "5", STATUS_REVIEW},
        {"3", "1", STATUS_MISSING}, /* said too seldom to tell */
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *measured = g_strdup_printf("<measured><item id=\"" INVESTMENT
                                                    "\" texts=\"12\" agreed=\"9\" missing-said=\"%s\" "
                                                    "missing-right=\"%s\"/></measured>",
                                                    cases[i].said, cases[i].right);
        g_autoptr(Auditor) by = auditor_measured(measured, NULL);
        g_autoptr(Result) result = audit_text_by(by, disclosure, -1);
        const Finding *finding = finding_of(result, INVESTMENT);
        assert_int_equal(finding->status, cases[i].status);
        if (cases[i].status == STATUS_REVIEW)
            assert_non_null(strstr(finding->note.vi, "nhiều cách"));
    }
}

static void an_item_nobody_has_or_measured_twice_is_an_error(void **state)
{
    (void)state;
    static const char *const wrong[] = {
        "<measured><item id=\"no-such-item\" texts=\"1\" agreed=\"1\" missing-said=\"0\" "
        "missing-right=\"0\"/></measured>",
        "<measured><item id=\"" INVESTMENT
        "\" texts=\"1\" agreed=\"1\" missing-said=\"0\" missing-right=\"0\"/>"
        "<item id=\"" INVESTMENT
        "\" texts=\"1\" agreed=\"1\" missing-said=\"0\" missing-right=\"0\"/></measured>",
    };
    for (guint i = 0; i < G_N_ELEMENTS(wrong); i++) {
        g_autoptr(GError) error = NULL;
        assert_null(auditor_measured(wrong[i], &error));
        assert_non_null(strstr(error->message, "measured.xml:1"));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_measured_to_be_wrong_asks_a_person),
        cmocka_unit_test(an_item_nobody_has_or_measured_twice_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
