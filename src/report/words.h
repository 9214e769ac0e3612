/* The words of a report in both languages, side by side. */
#ifndef RASOAT_REPORT_WORDS_H
#define RASOAT_REPORT_WORDS_H

#include "audit/result.h"
#include "base/translate.h"

/* "thiếu" · "missing" and a one-column symbol that says the same without colour. Static. */
const char *words_status(Status status, RasoatLanguage language);
const char *words_symbol(Status status);
#define WORDS_ADVICE "+"

/* Symbol and word for a finding: those of its status, save that what is not mandatory and not there is
 * advice,
 * "+ nên có": nobody is to be made to call it missing. */
const char *words_finding(const Finding *finding, RasoatLanguage language);
const char *words_finding_symbol(const Finding *finding);
gboolean words_is_advice(const Finding *finding);

/* What is technical about a document that could not be read, where it adds something to the reason; NULL:
 * none. */
const char *words_detail(const Result *result, RasoatLanguage language);

/* "CHƯA ĐẦY ĐỦ" … Static. */
const char *words_verdict(Verdict verdict, RasoatLanguage language);

/* "cơ quan, đơn vị" for "agency"; an unknown profile is its own name. */
const char *words_profile(const char *profile, RasoatLanguage language);

/* "tự nhận biết" for "detected" … */
const char *words_profile_source(const char *source, RasoatLanguage language);

/* "Luật số 10/2022/QH15, Điều 46 khoản 3 (khoản cần đối chiếu bản gốc)". Owned by the caller. */
char *words_basis(const Basis *basis, RasoatLanguage language);

/* What the person who has the file should do about a document that was not judged. Static, never NULL. */
const char *words_advice(const Result *result, RasoatLanguage language);

#endif
