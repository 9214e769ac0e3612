/* Whose waivers are, what they mark, and what became of each in one document and in many. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "batch/waivers.h"
#include "samples.h"
#include "waiver_samples.h"

static void add(Waivers *waivers, const char *unit, const char *file, const char *rule, const char *expires)
{
    WaiverRow row = sample_waiver(waivers_count(waivers) + 2, rule, expires);
    row.unit = g_strdup(unit);
    row.file = g_strdup(file);
    waivers_add(waivers, &row);
}

static gboolean concerns(const char *unit, const char *file, const WaiverSubject *subject)
{
    g_autoptr(Waivers) waivers = waivers_new();
    add(waivers, unit, file, "budget", "2026-12-31");
    return waivers_concern(waivers, subject);
}

static void a_row_is_for_the_units_and_files_that_it_names(void **state)
{
    (void)state;
    const WaiverSubject school = {
        .unit = "TRƯỜNG THCS KIM ĐỒNG", .parent = "UBND huyện Long Điền", .file = "nop/thcs kim đồng.docx"};
    assert_true(concerns(NULL, NULL, &school));
    assert_true(concerns("Trường Trung học cơ sở Kim Đồng", NULL, &school));
    assert_true(concerns("THCS Kim Đồng, huyện Long Điền", NULL, &school));
    assert_false(concerns("THCS Kim Đồng, huyện Châu Đức", NULL, &school));
    assert_false(concerns("Kim Đồng", NULL, &school)); /* may be the primary school */
    assert_false(concerns("Trường Tiểu học Kim Đồng", NULL, &school));
    assert_true(concerns("Trường *", NULL, &school));
    assert_true(concerns("THCS *", NULL, &school));
    assert_false(concerns("Trường Tiểu học *", NULL, &school));
    assert_true(concerns(NULL, "thcs*.docx", &school));
    assert_true(concerns(NULL, "nop/*", &school));
    assert_false(concerns(NULL, "thcs*.odt", &school));
    assert_false(concerns("Trường *", "khác.docx", &school));
    assert_false(concerns("*", NULL, &(WaiverSubject){.file = "a.docx"})); /* a unit that nobody knows */
}

static void what_is_waived_is_marked_and_counted(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    g_autoptr(Waivers) waivers = waivers_new();
    WaiverUse uses[5] = {0};
    WaiverSubject subject = {.unit = "Sở A", .file = "quy-che.docx"};
    add(waivers, NULL, NULL, "posting", "2026-11-23"); /* the as-of date itself */
    add(waivers, NULL, NULL, "staffing", "2026-11-22");
    add(waivers, NULL, NULL, "budget", "2027-01-01");
    add(waivers, NULL, NULL, "khác", "2027-01-01");
    add(waivers, "Sở B", NULL, "posting", "2027-01-01");
    waivers_apply(waivers, result, &subject, uses);
    assert_non_null(((Finding *)result->findings->pdata[3])->waiver);
    assert_null(((Finding *)result->findings->pdata[2])->waiver);
    assert_int_equal(result->verdict, VERDICT_INCOMPLETE);
    const WaiverState states[] = {WAIVER_USED, WAIVER_EXPIRED, WAIVER_NOT_OPEN, WAIVER_NO_FINDING,
                                  WAIVER_STRAY};
    for (guint i = 0; i < G_N_ELEMENTS(states); i++)
        assert_int_equal(waiver_state(waivers_row(waivers, i), &uses[i], result->as_of), states[i]);
    assert_int_equal(uses[0].open, 1);
    assert_int_equal(uses[1].open_in, 1); /* expired, and missed */
    assert_int_equal(uses[4].documents, 0);
    assert_int_equal(result->idle_waivers->len, 3);
    assert_string_equal(g_array_index(result->idle_waivers, IdleWaiver, 0).approver, "ông A");
}

/* Of many documents, what is for all of them is told once elsewhere. */
static void among_many_a_document_is_told_of_its_own_and_of_what_it_misses(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    g_autoptr(Waivers) waivers = waivers_new();
    WaiverSubject subject = {.unit = "Sở A", .file = "quy-che.docx", .among = TRUE};
    add(waivers, NULL, NULL, "budget", "2027-01-01");           /* not needed */
    add(waivers, "Sở *", "quy*.docx", "budget", "2027-01-01");  /* the same for several */
    add(waivers, NULL, NULL, "staffing", "2025-01-01");         /* expired and missed */
    add(waivers, NULL, NULL, "budget", "2025-01-01");           /* expired, but met */
    add(waivers, "Sở A", NULL, "budget", "2027-01-01");         /* its own */
    add(waivers, NULL, "quy-che.docx", "budget", "2027-01-01"); /* its own */
    waivers_apply(waivers, result, &subject, NULL);
    assert_int_equal(result->idle_waivers->len, 3);
    const guint lines[] = {4, 6, 7};
    for (guint i = 0; i < G_N_ELEMENTS(lines); i++)
        assert_int_equal(g_array_index(result->idle_waivers, IdleWaiver, i).line, lines[i]);
}

static void a_group_stands_for_its_section_and_contents(void **state)
{
    (void)state;
    g_autoptr(Result) result = sample_result();
    g_autoptr(Waivers) waivers = waivers_new();
    WaiverSubject subject = {.file = "quy-che.docx"};
    add(waivers, NULL, NULL, "disclosure", "2027-01-01");
    add(waivers, NULL, NULL, "dialogue", "2027-01-01");
    waivers_apply(waivers, result, &subject, NULL);
    assert_int_equal(result->verdict, VERDICT_COMPLETE);
    for (guint i = 0; i < 5; i++) {
        const Finding *finding = result->findings->pdata[i];
        assert_int_equal(finding->waiver != NULL, finding->status != STATUS_MET);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_row_is_for_the_units_and_files_that_it_names),
        cmocka_unit_test(what_is_waived_is_marked_and_counted),
        cmocka_unit_test(among_many_a_document_is_told_of_its_own_and_of_what_it_misses),
        cmocka_unit_test(a_group_stands_for_its_section_and_contents),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
