/* Cases of an agency under the rules of the repository: each is a small regulation, as build_document() reads
 * it, and what must come of one rule on it. */
#ifndef AGENCY_CASES_H
#define AGENCY_CASES_H

#include "build_document.h"
#include "repository_auditor.h"

#define AGENCY_TITLE "QUY CHẾ\nTHỰC HIỆN DÂN CHỦ TRONG HOẠT ĐỘNG CỦA SỞ NỘI VỤ\n"

typedef struct {
    const char *text; /* after the title */
    const char *rule;
    Status status;
} Case;

/* As it stands, without a title of ours. Owned by the caller, as those below. */
static inline Result *audit_whole_by(const Auditor *by, const char *text, gint staff)
{
    AuditOptions options = {.profile = "agency",
                            .profile_source = "given",
                            .as_of = "2024-06-01",
                            .staff = staff,
                            .state_owned = -1};
    Budget budget;
    g_autoptr(Document) document = build_document(text, &budget);
    Result *result = result_new("case");
    audit_document(by, document, &options, &budget, result);
    return result;
}

static inline Result *audit_text_by(const Auditor *by, const char *text, gint staff)
{
    g_autofree char *whole = g_strconcat(AGENCY_TITLE, text, NULL);
    return audit_whole_by(by, whole, staff);
}

static inline Result *audit_text(const char *text, gint staff)
{
    return audit_text_by(auditor, text, staff);
}

static inline const Finding *finding_of(const Result *result, const char *rule)
{
    for (guint i = 0; i < result->findings->len; i++) {
        const Finding *finding = result->findings->pdata[i];
        if (strcmp(finding->rule, rule) == 0)
            return finding;
    }
    fail_msg("no finding for %s", rule);
    return NULL;
}

static inline void check_cases(const Case *cases, guint count)
{
    for (guint i = 0; i < count; i++) {
        g_autoptr(Result) result = audit_text(cases[i].text, -1);
        if (result->outcome != OUTCOME_JUDGED)
            fail_msg("case %u: %s %s", i, outcome_name(result->outcome), result->error_code);
        const Finding *finding = finding_of(result, cases[i].rule);
        if (finding->status != cases[i].status)
            fail_msg("case %u: %s is %s, not %s: “%s”", i, cases[i].rule, status_name(finding->status),
                     status_name(cases[i].status), cases[i].text);
    }
}

#endif
