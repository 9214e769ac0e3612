/* Words of reports. The law's own words come from the rule set; these are only those of the report itself. */
#include "report/words.h"

#include <string.h>

#include "base/error.h"

const char *words_status(Status status, RasoatLanguage language)
{
    static const char *const words[] = {
        [STATUS_MET] = N_("đạt"),
        [STATUS_PARTIAL] = N_("chưa đủ"),
        [STATUS_MISSING] = N_("thiếu"),
        [STATUS_CONFLICT] = NC_("status", "trái quy định"),
        [STATUS_REVIEW] = N_("cần xem lại"),
        [STATUS_NOT_APPLICABLE] = N_("không áp dụng"),
    };
    return say(language, words[status]);
}

const char *words_symbol(Status status)
{
    static const char *const symbols[] = {
        [STATUS_MET] = "✓",      [STATUS_PARTIAL] = "±", [STATUS_MISSING] = "✗",
        [STATUS_CONFLICT] = "!", [STATUS_REVIEW] = "?",  [STATUS_NOT_APPLICABLE] = "–",
    };
    return symbols[status];
}

gboolean words_is_advice(const Finding *finding)
{
    return finding->severity != SEVERITY_MANDATORY &&
           (finding->status == STATUS_MISSING || finding->status == STATUS_PARTIAL);
}

const char *words_finding(const Finding *finding, RasoatLanguage language)
{
    if (!words_is_advice(finding))
        return words_status(finding->status, language);
    return finding->status == STATUS_MISSING ? say(language, "nên có") : say(language, "nên ghi đủ");
}

const char *words_finding_symbol(const Finding *finding)
{
    return words_is_advice(finding) ? WORDS_ADVICE : words_symbol(finding->status);
}

const char *words_verdict(Verdict verdict, RasoatLanguage language)
{
    static const char *const words[] = {
        [VERDICT_COMPLETE] = N_("ĐẦY ĐỦ"),
        [VERDICT_INCOMPLETE] = N_("CHƯA ĐẦY ĐỦ"),
        [VERDICT_CONFLICTING] = N_("CÓ NỘI DUNG TRÁI QUY ĐỊNH"),
        [VERDICT_REVIEW] = N_("CẦN NGƯỜI XEM LẠI"),
    };
    return say(language, words[verdict]);
}

const char *words_profile(const char *profile, RasoatLanguage language)
{
    static const struct {
        const char *name, *words;
    } profiles[] = {
        {"agency", N_("cơ quan, đơn vị")},
        {"school", N_("cơ sở giáo dục")},
        {"commune", N_("chính quyền cấp xã")},
        {"enterprise", N_("doanh nghiệp")},
    };
    for (guint i = 0; i < G_N_ELEMENTS(profiles); i++)
        if (g_strcmp0(profile, profiles[i].name) == 0)
            return say(language, profiles[i].words);
    return profile ? profile : say(language, "chưa rõ");
}

const char *words_profile_source(const char *source, RasoatLanguage language)
{
    static const struct {
        const char *name, *words;
    } sources[] = {
        {"detected", N_("nhận biết từ văn bản")},
        {"given", N_("theo yêu cầu")},
        {"roster", N_("theo danh sách đơn vị")},
    };
    for (guint i = 0; i < G_N_ELEMENTS(sources); i++)
        if (g_strcmp0(source, sources[i].name) == 0)
            return say(language, sources[i].words);
    return source ? source : "";
}

/* The kind of an act is part of its number: …/QH15 is a law or resolution of the National Assembly,
 * …/NĐ-CP a Government decree (Nghị định 30/2020/NĐ-CP, annex III). */
static const char *kind_of_number(const char *number, RasoatLanguage language)
{
    static const struct {
        const char *mark, *words;
    } kinds[] = {
        {"/NĐ-CP", N_("Nghị định ")}, {"/QH", N_("Luật ")},        {"/TT-", N_("Thông tư ")},
        {"/PL-", N_("Pháp lệnh ")},   {"/QĐ-", N_("Quyết định ")}, {"/NQ-", N_("Nghị quyết ")},
    };
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (strstr(number, kinds[i].mark))
            return say(language, kinds[i].words);
    return "";
}

static void append_level(GString *text, const char *separator, const char *word, const char *number)
{
    if (number)
        g_string_append_printf(text, "%s%s %s", separator, word, number);
}

char *words_basis(const Basis *basis, RasoatLanguage language)
{
    GString *text = g_string_new(NULL);
    if (basis->instrument)
        g_string_append_printf(text, "%s%s", kind_of_number(basis->instrument, language), basis->instrument);
    append_level(text, text->len ? ", " : "", say(language, "Điều"), basis->article);
    append_level(text, " ", say(language, "khoản"), basis->clause);
    append_level(text, " ", say(language, "điểm"), basis->point);
    if (basis->unverified)
        g_string_append_printf(text, text->len ? " (%s)" : "%s",
                               say(language, "khoản cần đối chiếu bản gốc"));
    return g_string_free(text, FALSE);
}

/* The technical detail of a file of another kind only says the reason again. */
static gboolean detail_adds(const Result *result)
{
    static const RasoatErrorCode told[] = {
        RASOAT_ERROR_EMPTY_FILE, RASOAT_ERROR_UNKNOWN_FORMAT,
        RASOAT_ERROR_LEGACY_DOC, RASOAT_ERROR_ENCRYPTED,
        RASOAT_ERROR_RTF,        RASOAT_ERROR_PDF,
        RASOAT_ERROR_HTML,       RASOAT_ERROR_IMAGE,
        RASOAT_ERROR_NOT_TEXT,   RASOAT_ERROR_NO_TEXT,
        RASOAT_ERROR_ARCHIVE,
    };
    for (guint i = 0; i < G_N_ELEMENTS(told); i++)
        if (g_strcmp0(result->error_code, error_code_name(told[i])) == 0)
            return FALSE;
    return TRUE;
}

const char *words_detail(const Result *result, RasoatLanguage language)
{
    return detail_adds(result) ? bilingual(&result->error_detail, language) : NULL;
}

const char *words_advice(const Result *result, RasoatLanguage language)
{
    for (int code = 0; code < ERROR_CODES; code++)
        if (g_strcmp0(result->error_code, error_code_name((RasoatErrorCode)code)) == 0)
            return error_advice((RasoatErrorCode)code, language);
    return say(
        language,
        "Hãy chọn đúng tệp quy chế thực hiện dân chủ; nếu đây đúng là quy chế, hãy xem lại tên văn bản.");
}
