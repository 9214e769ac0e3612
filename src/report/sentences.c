/* Sentences of reports, made of the result's facts and the report's words. */
#include "report/sentences.h"

#include "report/words.h"

char *sentence_symbol(const Result *result)
{
    if (!result->symbol)
        return g_strdup(result->number);
    return g_strdup_printf("%s/%s", result->number ? result->number : "…", result->symbol);
}

char *sentence_number(const Result *result, RasoatLanguage language)
{
    g_autofree char *symbol = sentence_symbol(result);
    GString *text = g_string_new(symbol ? symbol : say(language, "không thấy số"));
    if (result->issued) {
        g_autofree char *date = say_date(language, result->issued);
        g_string_append_printf(text, say(language, ", ngày %s"), date);
    } else {
        g_string_append(text, say(language, ", không thấy ngày ban hành"));
    }
    return g_string_free(text, FALSE);
}

gboolean sentence_is_numbered(const Result *result)
{
    return result->outcome == OUTCOME_JUDGED || result->number || result->symbol || result->issued;
}

char *sentence_law(const Result *result, RasoatLanguage language)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < result->governing->len; i++) {
        Basis basis = {.instrument = result->governing->pdata[i]};
        g_autofree char *name = words_basis(&basis, language);
        g_string_append_printf(text, "%s%s", i ? "; " : "", name);
    }
    if (result->as_of) {
        g_autofree char *date = say_date(language, result->as_of);
        g_string_append_printf(text, "%s%s %s", text->len ? "; " : "", say(language, "tính đến ngày"), date);
    }
    return g_string_free(text, FALSE);
}

/* Appends a clause, after a comma when there is one before. */
static void add_clause(GString *text, const char *clause, ...) G_GNUC_PRINTF(2, 3);
static void add_clause(GString *text, const char *clause, ...)
{
    va_list arguments;

    va_start(arguments, clause);
    if (text->len)
        g_string_append(text, ", ");
    g_string_append_vprintf(text, clause, arguments);
    va_end(arguments);
}

const char *sentence_verdict_accepted(RasoatLanguage language)
{
    return say(language, "ĐẦY ĐỦ (CÓ CHẤP NHẬN)");
}

const char *sentence_verdict(const Result *result, RasoatLanguage language)
{
    return result->verdict == VERDICT_COMPLETE && tally_gaps(result).accepted
               ? sentence_verdict_accepted(language)
               : words_verdict(result->verdict, language);
}

char *sentence_accepted(const GapTally *gaps, RasoatLanguage language)
{
    if (!gaps->accepted)
        return NULL;
    g_autofree char *day = say_date(language, gaps->accepted_until);
    return g_strdup_printf(g_str_equal(gaps->accepted_until, gaps->accepted_last)
                               ? say(language, "kể cả %u thiếu sót được chấp nhận đến hết ngày %s")
                               : say(language, "kể cả %u thiếu sót được chấp nhận, sớm nhất hết hạn ngày %s"),
                           gaps->accepted, day);
}

static void add_missing(GString *text, const GapTally *gaps, RasoatLanguage language)
{
    if (gaps->missing)
        add_clause(text, say(language, "thiếu %u nội dung bắt buộc"), gaps->missing);
    if (gaps->sections_missing && gaps->missing > gaps->sections_missing)
        g_string_append_printf(text, say(language, " (%u ở %u phần thiếu hẳn)"), gaps->missing_in_sections,
                               gaps->sections_missing);
}

static void add_review(GString *text, const GapTally *gaps, RasoatLanguage language)
{
    if (gaps->review_owed)
        add_clause(text, say(language, "%u nội dung cần người xem lại"), gaps->review);
    else if (gaps->review)
        add_clause(text, say(language, "%u nội dung khuyến nghị cần người xem lại"), gaps->review);
    if (gaps->review_owed && gaps->review > gaps->review_owed)
        g_string_append_printf(text, say(language, " (trong đó %u khuyến nghị)"),
                               gaps->review - gaps->review_owed);
}

/* What was accepted is named with the rest, or a verdict that it does not count for would look better than
 * the text is. */
static void add_waived(GString *text, const GapTally *gaps, Verdict verdict, RasoatLanguage language)
{
    guint count = verdict == VERDICT_COMPLETE ? gaps->waived - gaps->accepted : gaps->waived;
    if (count)
        add_clause(text, say(language, "%u thiếu sót đã được chấp nhận, không tính"), count);
}

static void add_complete(GString *text, const GapTally *gaps, RasoatLanguage language)
{
    g_autofree char *accepted = sentence_accepted(gaps, language);
    add_clause(text, "%s", say(language, "có đủ các nội dung bắt buộc"));
    if (accepted)
        add_clause(text, "%s", accepted);
}

char *sentence_reasons(const Result *result, RasoatLanguage language)
{
    GapTally gaps = tally_gaps(result);
    GString *text = g_string_new(NULL);

    if (!tally_has_content(result))
        return g_string_free(g_string_append(text, say(language, "chưa có quy tắc để đối chiếu")), FALSE);
    if (gaps.conflict)
        add_clause(text, say(language, "%u nội dung trái quy định"), gaps.conflict);
    add_missing(text, &gaps, language);
    if (gaps.partial)
        add_clause(text, say(language, "%u nội dung có nhưng chưa đủ"), gaps.partial);
    if (result->verdict == VERDICT_COMPLETE)
        add_complete(text, &gaps, language);
    add_review(text, &gaps, language);
    add_waived(text, &gaps, result->verdict, language);
    if (text->len == 0)
        g_string_append(text, say(language, "chỉ còn chưa đủ các nội dung khuyến nghị"));
    return g_string_free(text, FALSE);
}

char *sentence_gap_count(const GArray *gaps, GapKind kind, RasoatLanguage language)
{
    guint contents, entries = gap_count(gaps, kind, &contents);
    if (entries == 0)
        return NULL;
    if (contents == entries)
        return g_strdup_printf(say(language, "%u nội dung"), contents);
    return g_strdup_printf(say(language, "%u nội dung, %u mục"), contents, entries);
}

char *sentence_group_title(const Result *result, const GroupTally *group, RasoatLanguage language)
{
    const Finding *section = group->section;
    const char *title = section ? bilingual(&section->title, language) : NULL;
    const char *act =
        section && section->bases->len ? g_array_index(section->bases, Basis, 0).instrument : NULL;
    if (!title || !act || result->governing->len < 2 || g_strcmp0(act, result->governing->pdata[0]) == 0)
        return g_strdup(title ? title : group->group);
    Basis basis = {.instrument = (char *)act};
    g_autofree char *name = words_basis(&basis, language);
    return g_strdup_printf("%s (%s)", title, name);
}

char *sentence_bases(const Finding *finding, const char *last, RasoatLanguage language)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < finding->bases->len; i++) {
        Basis basis = g_array_index(finding->bases, Basis, i);
        const char *instrument = basis.instrument;
        if (last && g_strcmp0(last, instrument) == 0)
            basis.instrument = NULL;
        g_autofree char *words = words_basis(&basis, language);
        g_string_append_printf(text, "%s%s", i ? "; " : "", words);
        last = instrument;
    }
    return g_string_free(text, FALSE);
}

const char *sentence_title(const Finding *finding, RasoatLanguage language)
{
    const char *title = bilingual(&finding->title, language);
    return title ? title : finding->rule;
}

const char *sentence_left_out(const Finding *finding, RasoatLanguage language)
{
    if (finding->check == CHECK_SECTION && finding->status == STATUS_MISSING && finding->fix.vi)
        return NULL;
    const char *missing = bilingual(&finding->missing, language);
    const gboolean says_title = g_strcmp0(missing, sentence_title(finding, language)) == 0;
    return says_title && finding->status != STATUS_PARTIAL ? NULL : missing;
}

const char *sentence_left_label(const Finding *finding, RasoatLanguage language)
{
    if (finding->status == STATUS_CONFLICT)
        return say(language, "Sai khác");
    return words_is_advice(finding) ? say(language, "Chưa nêu") : say(language, "Còn thiếu");
}

const char *sentence_fix_label(const Finding *finding, RasoatLanguage language)
{
    return finding->status == STATUS_CONFLICT ? say(language, "Sửa thành") : say(language, "Bổ sung");
}

const char *sentence_act(const Finding *finding)
{
    guint count = finding->bases->len;
    return count ? g_array_index(finding->bases, Basis, count - 1).instrument : NULL;
}

/* "Luật 65/2025/QH15, nay là Luật 72/2025/QH15"; NULL: nothing replaced it. Records of old know the first
 * alone.
 */
static char *successors_words(const CitationDetail *citation, RasoatLanguage language)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; citation->successors && i < citation->successors->len; i++)
        g_ptr_array_add(names, words_basis(&(Basis){.instrument = citation->successors->pdata[i]}, language));
    if (names->len == 0 && citation->superseded_by)
        g_ptr_array_add(names, words_basis(&(Basis){.instrument = citation->superseded_by}, language));
    return names->len ? citation_successors_say(names, language) : NULL;
}

char *sentence_citation(const CitationDetail *citation, RasoatLanguage language)
{
    g_autofree char *successors = successors_words(citation, language);
    GString *text = g_string_new(NULL);
    switch (citation->verdict) {
    case CITATION_IN_FORCE:
        g_string_append(text, say(language, "còn hiệu lực"));
        break;
    case CITATION_SUPERSEDED:
        g_string_append(text, say(language, "đã hết hiệu lực"));
        if (citation->since) {
            g_autofree char *date = say_date(language, citation->since);
            g_string_append_printf(text, say(language, " từ ngày %s"), date);
        }
        if (successors)
            g_string_append_printf(text, say(language, ", thay bằng %s"), successors);
        if (citation->verdict_then == CITATION_IN_FORCE)
            g_string_append(text, say(language, " (khi ban hành quy chế thì còn hiệu lực)"));
        break;
    case CITATION_WRONG:
        g_string_append(text, say(language, "ghi sai"));
        break;
    case CITATION_UNKNOWN:
        g_string_append(text, citation->instrument
                                  ? say(language, "không khớp với dữ liệu, cần đối chiếu với bản gốc")
                                  : say(language, "chưa có trong dữ liệu, cần tra cứu"));
        break;
    }
    return g_string_free(text, FALSE);
}

const char *sentence_citation_fault(const Finding *finding, RasoatLanguage language)
{
    CitationVerdict verdict = finding->citation->verdict;
    return verdict == CITATION_WRONG || verdict == CITATION_UNKNOWN ? bilingual(&finding->missing, language)
                                                                    : NULL;
}

Status sentence_citation_mark(CitationVerdict verdict)
{
    static const Status marks[] = {[CITATION_IN_FORCE] = STATUS_MET,
                                   [CITATION_SUPERSEDED] = STATUS_MISSING,
                                   [CITATION_WRONG] = STATUS_CONFLICT,
                                   [CITATION_UNKNOWN] = STATUS_REVIEW};
    return marks[verdict];
}

const char *sentence_citation_state(CitationVerdict verdict, RasoatLanguage language)
{
    static const char *const states[] = {[CITATION_IN_FORCE] = N_("còn hiệu lực"),
                                         [CITATION_SUPERSEDED] = N_("đã bị thay thế"),
                                         [CITATION_WRONG] = N_("viện dẫn sai"),
                                         [CITATION_UNKNOWN] = N_("không nhận ra")};
    return say(language, states[verdict]);
}

const char *sentence_waiver_label(RasoatLanguage language)
{
    return say(language, NC_("finding", "Chấp nhận"));
}

char *sentence_waiver(const Finding *finding, RasoatLanguage language)
{
    const Waiver *waiver = finding->waiver;
    if (!waiver)
        return NULL;
    g_autofree char *date = say_date(language, waiver->expires);
    return g_strdup_printf("%s; %s: %s; %s: %s; %s %s", waiver->reason, say(language, "người duyệt"),
                           waiver->approver, say(language, "căn cứ"), waiver->basis,
                           say(language, "đến hết ngày"), date);
}

const char *sentence_waived(const Finding *finding, RasoatLanguage language)
{
    return finding->waiver ? say(language, " (đã chấp nhận)") : "";
}

char *sentence_idle_waiver(const IdleWaiver *idle, gboolean codes, RasoatLanguage language)
{
    g_autofree char *date = say_date(language, idle->expires);
    const char *title = bilingual(&idle->title, language);
    const char *why = idle->why == IDLE_EXPIRED ? say(language, "hết hạn, không còn áp dụng")
                      : idle->why == IDLE_NOT_OPEN
                          ? say(language, "không cần nữa: quy chế đã đạt nội dung này hoặc không phải có")
                          : say(language, "không có kết luận nào theo mã này");
    GString *text = g_string_new(NULL);
    g_string_printf(text, "%s %u (%s%s%s", say(language, "dòng"), idle->line,
                    codes || !title ? idle->rule : "", codes && title ? ": " : "", title ? title : "");
    if (idle->approver)
        g_string_append_printf(text, "; %s: %s", say(language, "người duyệt"), idle->approver);
    g_string_append_printf(text, "; %s %s): %s", say(language, "đến"), date, why);
    return g_string_free(text, FALSE);
}
