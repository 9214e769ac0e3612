/* What a report says of the acts that a text cites. Each case is a text and its findings, one a line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "audit/citation_scan.h"
#include "citation_samples.h"

/* The findings of a text, one a line: status, severity, number, mentions, what to do. */
static char *findings_of(const char *text, const char *issued)
{
    GString *out = g_string_new(NULL);
    Sample sample;

    sample_init(&sample, text, COMPONENT_REGULATION);
    g_autoptr(GArray) citations =
        citations_find(scanner, &sample.outline, NULL, TODAY, issued, &sample.budget, NULL);
    g_autoptr(GPtrArray) findings = citations_findings(scanner, citations, &sample.outline, TODAY);
    for (guint i = 0; i < findings->len; i++) {
        const Finding *finding = g_ptr_array_index(findings, i);
        assert_string_equal(finding->rule, "citation");
        assert_string_equal(finding->group, "legal-basis");
        assert_int_equal(!finding->fix.en, !finding->fix.vi);
        g_string_append_printf(out, "%s%s %s %s ×%u%s%s", i ? "\n" : "", status_name(finding->status),
                               severity_name(finding->severity),
                               finding->citation->instrument ? finding->citation->instrument : "-",
                               finding->evidence->len, finding->fix.vi ? ": " : "",
                               finding->fix.vi ? finding->fix.vi : "");
    }
    sample_clear(&sample);
    return g_string_free(out, FALSE);
}

static void mentions_of_one_act_make_one_finding_with_what_to_do(void **state)
{
    static const Case cases[] = {
        {"Luật số 10/2022/QH15\nLuật Thực hiện dân chủ ở cơ sở", "met recommended 10/2022/QH15 ×2"},
        {"Nghị định số 149/2018/NĐ-CP",
         "partial recommended 149/2018/NĐ-CP ×1: Thay bằng: Nghị định số 145/2020/NĐ-CP ngày 14/12/2020 của "
         "Chính phủ."},
        /* The table is not sure of its end: a person must look. */
        {"Nghị định số 04/2015/NĐ-CP",
         "review recommended 04/2015/NĐ-CP ×1: Thay bằng: Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 "
         "ngày 10/11/2022."},
        {"Luật số 10/2022/QH15\nLuật số 10/2022/QH14",
         "conflict recommended 10/2022/QH15 ×2: Ghi lại cho đúng: Luật Thực hiện dân chủ ở cơ sở số "
         "10/2022/QH15 ngày 10/11/2022."},
        {"Quy chế này thay thế quy chế theo Nghị định số 71/1998/NĐ-CP", "met info 71/1998/NĐ-CP ×1"},
        {"Bãi bỏ Nghị định số 71/1998/NĐ-CP;\nCăn cứ Nghị định số 71/1998/NĐ-CP",
         "partial recommended 71/1998/NĐ-CP ×2: Thay bằng: Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15 "
         "ngày 10/11/2022."},
        {"Nghị định số 115/2020/NĐ-CP; NĐ 115/2020/ND-CP", "review recommended - ×2"},
        {"Thông tư số 11/2020/TT-BGDĐT", "met recommended 11/2020/TT-BGDĐT ×1"},
        /* Not surely that act: what replaced it is no advice yet. */
        {"Luật số 77/2015/QH13 ngày 20/6/2015", "review recommended 77/2015/QH13 ×1: Đối chiếu với bản gốc; "
                                                "nếu đúng là 77/2015/QH13 thì thay bằng: Luật "
                                                "Tổ chức chính quyền địa phương số 72/2025/QH15."},
        /* No act of the table: nothing to advise. */
        {"Nghị định số 999/2019/NĐ-CP của Chính phủ", "review recommended - ×1"},
    };

    (void)state;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *found = findings_of(cases[i].text, NULL);
        assert_string_equal(found, cases[i].found);
    }
}

static void a_law_that_the_table_does_not_hold_is_told_with_its_name(void **state)
{
    static const struct {
        const char *text, *told;
    } cases[] = {
        {"Căn cứ Luật Ngân sách nhà nước số 83/2015/QH13 ngày 25 tháng 6 năm 2015;",
         "Luật Ngân sách nhà nước số 83/2015/QH13 ngày 25 tháng 6 năm 2015"},
        {"Căn cứ Luật Khám bệnh, chữa bệnh số 15/2023/QH15;", "Luật Khám bệnh, chữa bệnh số 15/2023/QH15"},
        {"Căn cứ Bộ luật Hàng hải Việt Nam số 95/2015/QH13;", "Bộ luật Hàng hải Việt Nam số 95/2015/QH13"},
        {"Thi hành luật. Theo số 83/2015/QH13", "83/2015/QH13"},
    };
    (void)state;
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        Sample sample;
        sample_init(&sample, cases[i].text, COMPONENT_REGULATION);
        g_autoptr(GArray) found =
            citations_find(scanner, &sample.outline, NULL, TODAY, NULL, &sample.budget, NULL);
        assert_int_equal(found->len, 1);
        const Citation *citation = &g_array_index(found, Citation, 0);
        g_autofree char *told = g_strndup(cases[i].text + citation->start, citation->end - citation->start);
        assert_string_equal(told, cases[i].told);
        sample_clear(&sample);
    }
}

static void acts_that_replaced_each_other_are_told_in_order(void **state)
{
    Sample sample;

    (void)state;
    sample_init(&sample, "Luật Tổ chức chính quyền địa phương số 77/2015/QH13\nNghị định số 29/1998/NĐ-CP",
                COMPONENT_REGULATION);
    g_autoptr(GArray) citations =
        citations_find(scanner, &sample.outline, NULL, TODAY, NULL, &sample.budget, NULL);
    g_autoptr(GPtrArray) findings = citations_findings(scanner, citations, &sample.outline, TODAY);
    const Finding *law = g_ptr_array_index(findings, 0), *decree = g_ptr_array_index(findings, 1);
    g_autoptr(GPtrArray) then = citations_findings(scanner, citations, &sample.outline, "2025-04-01");
    const Finding *law_then = g_ptr_array_index(then, 0);

    assert_string_equal(law->missing.vi,
                        "Hết hiệu lực từ ngày 01/03/2025; được thay bằng 65/2025/QH15, nay là 72/2025/QH15.");
    assert_string_equal(law->missing.en,
                        "No longer in force since 2025-03-01; replaced by 65/2025/QH15, now 72/2025/QH15.");
    assert_string_equal(law->fix.vi, "Thay bằng: Luật Tổ chức chính quyền địa phương số 72/2025/QH15.");
    assert_string_equal(law->citation->superseded_by, "65/2025/QH15");
    assert_int_equal(law->citation->successors->len, 2);
    assert_string_equal(law->citation->successors->pdata[1], "72/2025/QH15");
    assert_string_equal(law_then->missing.vi,
                        "Hết hiệu lực từ ngày 01/03/2025; được thay bằng 65/2025/QH15.");
    assert_string_equal(decree->missing.vi,
                        "Hết hiệu lực từ ngày 01/08/2003; được thay bằng 79/2003/NĐ-CP, rồi "
                        "34/2007/PL-UBTVQH11, nay là 10/2022/QH15.");
    sample_clear(&sample);
}

static void a_finding_says_what_is_at_odds_and_what_the_table_is_unsure_of(void **state)
{
    Sample sample;

    (void)state;
    sample_init(&sample, "Căn cứ Nghị định số 04/2015/NĐ-CP;\nThông tư 145/2020/NĐ-CP", COMPONENT_REGULATION);
    g_autoptr(GArray) citations =
        citations_find(scanner, &sample.outline, NULL, TODAY, "2019-03-04", &sample.budget, NULL);
    g_autoptr(GPtrArray) findings = citations_findings(scanner, citations, &sample.outline, TODAY);
    const Finding *decree = g_ptr_array_index(findings, 0), *circular = g_ptr_array_index(findings, 1);

    assert_string_equal(decree->missing.vi, "Hết hiệu lực từ ngày 01/07/2023; được thay bằng 10/2022/QH15.");
    assert_string_equal(decree->missing.en, "No longer in force since 2023-07-01; replaced by 10/2022/QH15.");
    assert_true(g_str_has_prefix(decree->note.vi, "Còn hiệu lực vào ngày ban hành quy chế. "));
    assert_non_null(strstr(decree->note.vi, "Không có điều khoản nào bãi bỏ đích danh"));
    assert_non_null(strstr(decree->note.en, ". No provision repeals this decree by name"));
    assert_string_equal(decree->citation->superseded_by, "10/2022/QH15");
    assert_string_equal(decree->citation->since, "2023-07-01");
    assert_int_equal(decree->citation->verdict_then, CITATION_IN_FORCE);
    assert_string_equal(g_array_index(decree->evidence, Evidence, 0).quote,
                        "Căn cứ Nghị định số 04/2015/NĐ-CP;");
    assert_string_equal(circular->citation->text, "Thông tư 145/2020/NĐ-CP");
    assert_string_equal(circular->missing.vi, "Gọi là thông tư, nhưng số hiệu này là của nghị định.");
    assert_string_equal(circular->missing.en, "Called a circular, but the number is that of a decree.");
    sample_clear(&sample);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mentions_of_one_act_make_one_finding_with_what_to_do),
        cmocka_unit_test(a_law_that_the_table_does_not_hold_is_told_with_its_name),
        cmocka_unit_test(acts_that_replaced_each_other_are_told_in_order),
        cmocka_unit_test(a_finding_says_what_is_at_odds_and_what_the_table_is_unsure_of),
    };

    return cmocka_run_group_tests_name("citation findings", tests, set_up, tear_down);
}
