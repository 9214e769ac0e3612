/* Every ceiling of base/limits.h that a document can hit while it is read and audited is a named error on
 * that document, reached with little input by lowering the ceiling. (Those of packages are in
 * test_package.c.) */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "audit/audit.h"
#include "base/error.h"
#include "document/front.h"
#include "reader/reader.h"

#define HEAD                                                                                                 \
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"                                                             \
    "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "                    \
    "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "                                         \
    "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" office:version=\"1.3\" "                \
    "office:mimetype=\"application/vnd.oasis.opendocument.text\"><office:body><office:text>"
#define TAIL "</office:text></office:body></office:document>"

/* A flat ODT that repeats open, holds a paragraph, and repeats close. */
static GBytes *nested(const char *open, const char *close, guint times)
{
    GString *xml = g_string_new(HEAD);
    for (guint i = 0; i < times; i++)
        g_string_append(xml, open);
    g_string_append(xml, "<text:p>Quy chế thực hiện dân chủ</text:p>");
    for (guint i = 0; i < times; i++)
        g_string_append(xml, close);
    g_string_append(xml, TAIL);
    return g_string_free_to_bytes(xml);
}

static void assert_refused(GBytes *bytes, const Limits *limits, RasoatErrorCode code)
{
    g_autoptr(GError) error = NULL;
    Budget budget;
    budget_init(&budget, limits);
    if (limits->wall_ms == 1)
        budget.deadline = 1; /* long ago */
    g_autoptr(Document) document = reader_read(bytes, &budget, &error);
    assert_null(document);
    if (!g_error_matches(error, RASOAT_ERROR, (int)code))
        fail_msg("%s instead of %s", error->message, error_code_name(code));
}

static void assert_read(GBytes *bytes, const Limits *limits)
{
    g_autoptr(GError) error = NULL;
    Budget budget;
    budget_init(&budget, limits);
    g_autoptr(Document) document = reader_read(bytes, &budget, &error);
    if (!document)
        fail_msg("%s", error->message);
}

static void nesting_of_elements_is_limited(void **state)
{
    (void)state;
    Limits limits = *limits_default();
    g_autoptr(GBytes) bytes = nested("<text:section>", "</text:section>", 40);
    assert_read(bytes, &limits);
    limits.xml_depth = 30;
    assert_refused(bytes, &limits, RASOAT_ERROR_LIMIT_DEPTH);
}

static void nesting_of_tables_is_limited(void **state)
{
    (void)state;
    Limits limits = *limits_default();
    g_autoptr(GBytes) bytes = nested("<table:table><table:table-row><table:table-cell>",
                                     "</table:table-cell></table:table-row></table:table>", 6);
    assert_read(bytes, &limits);
    limits.table_depth = 5;
    assert_refused(bytes, &limits, RASOAT_ERROR_LIMIT_TABLES);
}

static void the_number_of_blocks_is_limited(void **state)
{
    (void)state;
    Limits limits = *limits_default();
    g_autoptr(GBytes) bytes = nested("<text:p>a</text:p>", "", 20);
    assert_read(bytes, &limits);
    limits.blocks = 10;
    assert_refused(bytes, &limits, RASOAT_ERROR_LIMIT_BLOCKS);
}

static void wall_time_is_limited(void **state)
{
    (void)state;
    Limits limits = *limits_default();
    g_autoptr(GBytes) bytes = nested("<text:p>a</text:p>", "", 5000);
    assert_read(bytes, &limits);
    limits.wall_ms = 1;
    assert_refused(bytes, &limits, RASOAT_ERROR_LIMIT_TIME);
}

static void steps_of_matching_are_limited_for_a_document(void **state)
{
    (void)state;
    Limits limits = *limits_default();
    g_autoptr(GError) error = NULL;
    g_autoptr(Auditor) auditor = auditor_new("rules", &error);
    g_autoptr(GBytes) bytes = nested("<text:p>Điều 1. Những nội dung phải công khai</text:p>", "", 50);
    AuditOptions options = {.as_of = "2024-01-01", .staff = -1, .state_owned = -1};
    Budget budget;

    assert_non_null(auditor);
    limits.match_steps = 10;
    budget_init(&budget, &limits);
    g_autoptr(Document) document = reader_read(bytes, &budget, &error);
    assert_non_null(document);
    g_autoptr(Result) result = result_new("x.fodt");
    audit_document(auditor, document, &options, &budget, result);
    assert_int_equal(result->outcome, OUTCOME_UNREADABLE);
    assert_string_equal(result->error_code, "limit-match-steps");
    assert_int_equal(result->findings->len, 0);
}

static void an_audit_out_of_time_judges_nothing(void **state)
{
    (void)state;
    Limits limits = *limits_default();
    g_autoptr(GError) error = NULL;
    g_autoptr(Auditor) auditor = auditor_new("rules", &error);
    g_autoptr(GBytes) bytes = nested("<text:p>QUY CHẾ THỰC HIỆN DÂN CHỦ</text:p>"
                                     "<text:p>Điều 1. Những nội dung phải công khai</text:p>"
                                     "<text:p>1. Kế hoạch công tác năm, quý, tháng.</text:p>",
                                     "", 1);
    AuditOptions options = {.profile = "agency", .as_of = "2024-01-01", .staff = -1, .state_owned = -1};
    Budget budget;

    budget_init(&budget, &limits);
    g_autoptr(Document) document = reader_read(bytes, &budget, &error);
    assert_non_null(document);
    budget.deadline = 1; /* long past */
    g_autoptr(Result) result = result_new("x.fodt");
    audit_document(auditor, document, &options, &budget, result);
    assert_int_equal(result->outcome, OUTCOME_UNREADABLE);
    assert_string_equal(result->error_code, "limit-time");
    assert_int_equal(result->findings->len, 0);
    assert_null(result->audit_profile);
}

/* A regulation with so many paragraphs of each of the lines; "#" stands for the number of the paragraph. */
static GBytes *regulation_of(const char *const *lines, guint times, gboolean in_a_row)
{
    GString *xml =
        g_string_new(HEAD "<text:p>QUY CHẾ THỰC HIỆN DÂN CHỦ</text:p><text:p>Điều 1. Công khai</text:p>");
    if (in_a_row)
        g_string_append(xml, "<table:table><table:table-row>");
    for (guint i = 0; i < times; i++) {
        g_autofree char *number = g_strdup_printf("%u", i + 1);
        for (guint k = 0; lines[k]; k++) {
            g_auto(GStrv) parts = g_strsplit(lines[k], "#", -1);
            g_autofree char *line = g_strjoinv(number, parts);
            g_string_append_printf(xml,
                                   in_a_row ? "<table:table-cell><text:p>%s</text:p></table:table-cell>"
                                            : "<text:p>%s</text:p>",
                                   line);
        }
    }
    g_string_append(xml, in_a_row ? "</table:table-row></table:table>" TAIL : TAIL);
    return g_string_free_to_bytes(xml);
}

/* Audits it with less time than all of its audit takes, and returns the seconds of the processor that went.
 */
static double audit_in_haste(const Auditor *auditor, GBytes *bytes, guint haste_ms, Result *result)
{
    g_autoptr(GError) error = NULL;
    AuditOptions options = {.profile = "agency", .as_of = "2024-01-01", .staff = -1, .state_owned = -1};
    Budget budget;

    budget_init(&budget, NULL);
    budget.deadline = G_MAXINT64; /* reading may take long under valgrind and the like */
    g_autoptr(Document) document = reader_read(bytes, &budget, &error);
    assert_non_null(document);
    const clock_t begin = clock();
    budget.deadline = g_get_monotonic_time() + (gint64)haste_ms * 1000;
    audit_document(auditor, document, &options, &budget, result);
    return (double)(clock() - begin) / CLOCKS_PER_SEC;
}

/* Lists in lists in lists: what each paragraph opens holds all that follow it. Cells of one row, each of
 * which may be the title of the others. Some tenths of a second each. */
static void an_audit_that_runs_out_of_time_ends_soon(void **state)
{
    (void)state;
    static const struct {
        const char *lines[3];
        guint times;
        gboolean in_a_row;
    } texts[] = {
        {{"Công khai các nội dung sau #:"}, 60000, FALSE},
        {{"Công khai các nội dung sau #:", "Lấy ý kiến về các việc sau #:"}, 30000, FALSE},
        {{"Những nội dung phải công khai #"}, 60000, TRUE},
    };
    const guint haste_ms = 50;
    g_autoptr(GError) error = NULL;
    g_autoptr(Auditor) auditor = auditor_new("rules", &error);
    assert_non_null(auditor);
    for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
        g_autoptr(GBytes) bytes = regulation_of(texts[i].lines, texts[i].times, texts[i].in_a_row);
        g_autoptr(Result) result = result_new("x.fodt");
        g_autoptr(Result) nothing = result_new("x.fodt");
        const double least = audit_in_haste(auditor, bytes, 0, nothing);
        const double seconds = audit_in_haste(auditor, bytes, haste_ms, result);
        if (g_strcmp0(result->error_code, "limit-time") != 0)
            fail_msg("%s: %s", texts[i].lines[0], result->error_code ? result->error_code : "judged");
        assert_int_equal(result->findings->len, 0);
        if (seconds > 3 + 20 * least) /* which is next to nothing, save under valgrind and the like */
            fail_msg("%s: %.1f s after %u ms were allowed", texts[i].lines[0], seconds, haste_ms);
    }
}

/* The outline, like what hangs on it, is not shown where time ended before it. */
static void an_outline_out_of_time_is_no_answer(void **state)
{
    (void)state;
    static const char *const lines[] = {"Điều #. Công khai", NULL};
    g_autoptr(GError) error = NULL;
    g_autoptr(GBytes) bytes = regulation_of(lines, 900, FALSE);
    Budget budget;

    budget_init(&budget, NULL);
    g_autoptr(Document) document = reader_read(bytes, &budget, &error);
    assert_non_null(document);
    g_autoptr(Outline) whole = outline_build(document);
    budget.deadline = 1; /* long ago */
    g_autoptr(Outline) cut = outline_build(document);
    g_autoptr(FrontMatter) front = front_matter_read(cut);
    assert_true(whole->divisions->len > 900);
    assert_true(cut->divisions->len < 100);
    for (guint b = 0; b < document->blocks->len; b++)
        assert_true(cut->division_of[b] < cut->divisions->len);
    assert_false(budget_check_time(&budget, NULL));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nesting_of_elements_is_limited),
        cmocka_unit_test(nesting_of_tables_is_limited),
        cmocka_unit_test(the_number_of_blocks_is_limited),
        cmocka_unit_test(wall_time_is_limited),
        cmocka_unit_test(steps_of_matching_are_limited_for_a_document),
        cmocka_unit_test(an_audit_out_of_time_judges_nothing),
        cmocka_unit_test(an_audit_that_runs_out_of_time_ends_soon),
        cmocka_unit_test(an_outline_out_of_time_is_no_answer),
    };
    return cmocka_run_group_tests_name("limits", tests, NULL, NULL);
}
