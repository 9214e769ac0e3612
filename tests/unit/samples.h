/* A small judged result that the tests of reports share: one group met in part, one missing, one conflict,
 * a superseded citation and a blank left in. */
#ifndef RASOAT_TESTS_SAMPLES_H
#define RASOAT_TESTS_SAMPLES_H

#include "audit/result.h"

static inline void sample_title(Finding *finding, const char *vi, const char *en)
{
    finding->title = (BilingualText){.vi = g_strdup(vi), .en = g_strdup(en)};
}

static inline Finding *sample_add(Result *result, const char *rule, const char *group, Check check,
                                  Status status, const char *vi, const char *en)
{
    Finding *finding = finding_new(rule, group, check, SEVERITY_MANDATORY, status);
    sample_title(finding, vi, en);
    g_ptr_array_add(result->findings, finding);
    if (check != CHECK_CITATION && check != CHECK_CONSISTENCY)
        result->counts[status]++;
    return finding;
}

static inline Result *sample_result(void)
{
    Result *result = result_new("quy-che.docx");
    result->title = g_strdup("Quy chế thực hiện dân chủ");
    result->unit = g_strdup("SỞ A");
    result->number = g_strdup("12");
    result->symbol = g_strdup("QĐ-SA");
    result->issued = g_strdup("2024-02-02");
    result->audit_profile = g_strdup("agency");
    result->profile_source = g_strdup("detected");
    result->as_of = g_strdup("2026-11-23");
    result->rules_digest = g_strdup("abc");
    result->version = g_strdup("rasoat 0.1.0");
    g_ptr_array_add(result->governing, g_strdup("10/2022/QH15"));
    result->verdict = VERDICT_CONFLICTING;

    sample_add(result, "disclosure", "disclosure", CHECK_SECTION, STATUS_PARTIAL, "Nội dung công khai",
               "Disclosure");
    sample_add(result, "budget", "disclosure", CHECK_ITEM, STATUS_MET, "Dự toán", "Budget");
    Finding *missing = sample_add(result, "staffing", "disclosure", CHECK_ITEM, STATUS_MISSING,
                                  "Tuyển dụng, bổ nhiệm", "Recruitment");
    Basis basis = {.instrument = (char *)"10/2022/QH15",
                   .article = (char *)"46",
                   .clause = (char *)"4",
                   .unverified = TRUE};
    finding_add_basis(missing, &basis);
    finding_add_nearest(missing, "Điều 2", 5, "công khai, dân chủ", NULL);
    g_array_index(missing->nearest, Evidence, 0).why =
        (BilingualText){g_strdup("chỉ là nguyên tắc"), g_strdup("a principle only")};
    missing->fix.vi = g_strdup("Công khai việc tuyển dụng …");
    Finding *conflict = sample_add(result, "posting", "disclosure", CHECK_BOUND, STATUS_CONFLICT,
                                   "Thời gian niêm yết", "Posting time");
    finding_add_evidence(conflict, "Điều 5", 9, "niêm yết 10 ngày");
    sample_add(result, "dialogue", "dialogue", CHECK_SECTION, STATUS_MISSING, "Đối thoại", "Dialogue");

    Finding *cited = sample_add(result, "citation-04-2015", "legal-basis", CHECK_CITATION, STATUS_PARTIAL,
                                "Viện dẫn", "Citation");
    cited->citation = g_new0(CitationDetail, 1);
    cited->citation->text = g_strdup("Nghị định số 04/2015/NĐ-CP");
    cited->citation->instrument = g_strdup("04/2015/NĐ-CP");
    cited->citation->verdict = CITATION_SUPERSEDED;
    cited->citation->verdict_then = CITATION_SUPERSEDED;
    cited->citation->superseded_by = g_strdup("10/2022/QH15");
    cited->citation->successors = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(cited->citation->successors, g_strdup("10/2022/QH15"));
    cited->citation->since = g_strdup("2023-07-01");
    Finding *blank = sample_add(result, "placeholder", "implementation", CHECK_CONSISTENCY, STATUS_REVIEW,
                                "Chỗ trống chưa điền", "A blank left in");
    blank->kind = g_strdup("placeholder");
    blank->fix = (BilingualText){g_strdup("Điền vào chỗ trống."), g_strdup("Fill in the blank.")};
    return result;
}

#endif
