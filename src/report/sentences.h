/* Sentences that several reports say in the same words, whatever they are set in. Strings that are not const
 * are owned by the caller. */
#ifndef RASOAT_REPORT_SENTENCES_H
#define RASOAT_REPORT_SENTENCES_H

#include "audit/result.h"
#include "report/gap_lists.h"
#include "report/tally.h"

/* "09/QC-QLCL": number and symbol of a regulation; NULL when it has neither. */
char *sentence_symbol(const Result *result);

/* "09/QC-QLCL, ngày 15/01/2024": what a regulation is cited by. That it lacks them is said, because nobody
 * can enforce such a one. */
char *sentence_number(const Result *result, RasoatLanguage language);

/* Number and date are to be told: of a text that was read, or that has any. Of what nobody read it cannot be
 * said that it lacks them. */
gboolean sentence_is_numbered(const Result *result);

/* "Luật 10/2022/QH15; tính đến ngày 01/01/2026". */
char *sentence_law(const Result *result, RasoatLanguage language);

/* The verdict in words; of a regulation that is complete only because gaps were accepted it says so: "ĐẦY ĐỦ
 * (CÓ CHẤP NHẬN)". Static. */
const char *sentence_verdict(const Result *result, RasoatLanguage language);
const char *sentence_verdict_accepted(RasoatLanguage language);

/* "kể cả 1 thiếu sót được chấp nhận đến hết ngày 31/12/2026": of what the verdict would count; NULL: none. */
char *sentence_accepted(const GapTally *gaps, RasoatLanguage language);

/* What the verdict rests on: "13 nội dung trái quy định, thiếu 2 nội dung bắt buộc …"; may be "". */
char *sentence_reasons(const Result *result, RasoatLanguage language);

/* How many contents a list of gaps holds: "16 nội dung", and in how many entries, where one entry stands for
 * several: "21 nội dung, 16 mục"; NULL when the list is empty. */
char *sentence_gap_count(const GArray *gaps, GapKind kind, RasoatLanguage language);

/* The section's title; with the act when it is another than the one first applied, because two acts may ask
 * for sections of the same name. */
char *sentence_group_title(const Result *result, const GroupTally *group, RasoatLanguage language);

/* The finding's title, else its rule. */
const char *sentence_title(const Finding *finding, RasoatLanguage language);

/* All bases, an act named once for neighbours that are both in it. last: the act named before them, or NULL.
 */
char *sentence_bases(const Finding *finding, const char *last, RasoatLanguage language);

/* The act of its last basis, which what follows need not name again; NULL when it has none. */
const char *sentence_act(const Finding *finding);

/* What is left out or at odds; NULL when the title says so already, or the list of the section's items that
 * follows. */
const char *sentence_left_out(const Finding *finding, RasoatLanguage language);

/* Labels for what is left out and for what to write, by what is asked of the clerk: to change, to add what is
 * owed, or to think of adding. Without a colon. Static. */
const char *sentence_left_label(const Finding *finding, RasoatLanguage language);
const char *sentence_fix_label(const Finding *finding, RasoatLanguage language);

/* "Lý do …; người duyệt: …; căn cứ: …; đến hết ngày 31/12/2026", and its label; NULL when it is not waived.
 */
char *sentence_waiver(const Finding *finding, RasoatLanguage language);
const char *sentence_waiver_label(RasoatLanguage language); /* static, without a colon */

/* " (đã chấp nhận)", behind the status of what is waived; else "". Static. */
const char *sentence_waived(const Finding *finding, RasoatLanguage language);

/* "dòng 3 (l10-cq-d49-k4: Bàn về …; người duyệt: …; đến 01/01/2026): hết hạn, không còn áp dụng". The rule is
 * left out where it has a title and codes is FALSE. */
char *sentence_idle_waiver(const IdleWaiver *idle, gboolean codes, RasoatLanguage language);

/* "đã hết hiệu lực từ ngày 01/07/2023, thay bằng Luật 10/2022/QH15", and the status whose symbol fits. */
char *sentence_citation(const CitationDetail *citation, RasoatLanguage language);
Status sentence_citation_mark(CitationVerdict verdict);

/* "còn hiệu lực", "đã bị thay thế": how an act that is cited stands, in short. Static. */
const char *sentence_citation_state(CitationVerdict verdict, RasoatLanguage language);

/* What is wrong with a citation, or does not agree with what is known of the act; NULL: nothing, or
 * sentence_citation() says it all (of a superseded act). Of the finding. */
const char *sentence_citation_fault(const Finding *finding, RasoatLanguage language);

#endif
