/* Words of reports. The law's own words come from the rule set; these are only those of the report itself. */
#include "report/words.h"

#include <string.h>

#include "base/error.h"

typedef struct {
    const char *vi;
    const char *en;
} Pair;

static const char *pick(const Pair *pair, RasoatLanguage language)
{
    return say(language, pair->vi, pair->en);
}

const char *words_status(Status status, RasoatLanguage language)
{
    static const Pair words[] = {
        [STATUS_MET] = {"đạt", "met"},
        [STATUS_PARTIAL] = {"chưa đủ", "partial"},
        [STATUS_MISSING] = {"thiếu", "missing"},
        [STATUS_CONFLICT] = {"trái quy định", "conflict"},
        [STATUS_REVIEW] = {"cần xem lại", "to review"},
        [STATUS_NOT_APPLICABLE] = {"không áp dụng", "not applicable"},
    };
    return pick(&words[status], language);
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
    return finding->status == STATUS_MISSING ? say(language, "nên có", "advised")
                                             : say(language, "nên ghi đủ", "advised in full");
}

const char *words_finding_symbol(const Finding *finding)
{
    return words_is_advice(finding) ? WORDS_ADVICE : words_symbol(finding->status);
}

const char *words_verdict(Verdict verdict, RasoatLanguage language)
{
    static const Pair words[] = {
        [VERDICT_COMPLETE] = {"ĐẦY ĐỦ", "COMPLETE"},
        [VERDICT_INCOMPLETE] = {"CHƯA ĐẦY ĐỦ", "INCOMPLETE"},
        [VERDICT_CONFLICTING] = {"CÓ NỘI DUNG TRÁI QUY ĐỊNH", "CONTRADICTS THE LAW"},
        [VERDICT_REVIEW] = {"CẦN NGƯỜI XEM LẠI", "A PERSON MUST REVIEW"},
    };
    return pick(&words[verdict], language);
}

const char *words_profile(const char *profile, RasoatLanguage language)
{
    static const struct {
        const char *name;
        Pair words;
    } profiles[] = {
        {"agency", {"cơ quan, đơn vị", "agency or public service unit"}},
        {"school", {"cơ sở giáo dục", "school"}},
        {"commune", {"chính quyền cấp xã", "commune"}},
        {"enterprise", {"doanh nghiệp", "enterprise"}},
    };
    for (guint i = 0; i < G_N_ELEMENTS(profiles); i++)
        if (g_strcmp0(profile, profiles[i].name) == 0)
            return pick(&profiles[i].words, language);
    return profile ? profile : say(language, "chưa rõ", "unknown");
}

const char *words_profile_source(const char *source, RasoatLanguage language)
{
    static const struct {
        const char *name;
        Pair words;
    } sources[] = {
        {"detected", {"nhận biết từ văn bản", "detected from the text"}},
        {"given", {"theo yêu cầu", "as given"}},
        {"roster", {"theo danh sách đơn vị", "from the roster"}},
    };
    for (guint i = 0; i < G_N_ELEMENTS(sources); i++)
        if (g_strcmp0(source, sources[i].name) == 0)
            return pick(&sources[i].words, language);
    return source ? source : "";
}

static gboolean is_iso_date(const char *text)
{
    for (guint i = 0; i < 10; i++)
        if (i == 4 || i == 7 ? text[i] != '-' : !g_ascii_isdigit(text[i]))
            return FALSE;
    return text[10] == '\0';
}

char *words_date(const char *iso, RasoatLanguage language)
{
    if (language == RASOAT_VIETNAMESE && is_iso_date(iso))
        return g_strdup_printf("%.2s/%.2s/%.4s", iso + 8, iso + 5, iso);
    return g_strdup(iso);
}

/* The kind of an act is part of its number: …/QH15 is a law or resolution of the National Assembly,
 * …/NĐ-CP a Government decree (Nghị định 30/2020/NĐ-CP, annex III). */
static const char *kind_of_number(const char *number, RasoatLanguage language)
{
    static const struct {
        const char *mark;
        Pair words;
    } kinds[] = {
        {"/NĐ-CP", {"Nghị định ", "Decree "}},  {"/QH", {"Luật ", "Law "}},
        {"/TT-", {"Thông tư ", "Circular "}},   {"/PL-", {"Pháp lệnh ", "Ordinance "}},
        {"/QĐ-", {"Quyết định ", "Decision "}}, {"/NQ-", {"Nghị quyết ", "Resolution "}},
    };
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
        if (strstr(number, kinds[i].mark))
            return pick(&kinds[i].words, language);
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
    append_level(text, text->len ? ", " : "", say(language, "Điều", "Article"), basis->article);
    append_level(text, " ", say(language, "khoản", "clause"), basis->clause);
    append_level(text, " ", say(language, "điểm", "point"), basis->point);
    if (basis->unverified)
        g_string_append(text, say(language, " (khoản cần đối chiếu bản gốc)",
                                  " (clause to be checked against the original)"));
    return g_string_free(text, FALSE);
}

const char *words_advice(const Result *result, RasoatLanguage language)
{
    for (int code = 0; code < ERROR_CODES; code++)
        if (g_strcmp0(result->error_code, error_code_name((RasoatErrorCode)code)) == 0)
            return error_advice((RasoatErrorCode)code, language);
    return say(
        language,
        "Hãy chọn đúng tệp quy chế thực hiện dân chủ; nếu đây đúng là quy chế, hãy xem lại tên văn bản.",
        "Choose the file of the regulation on democracy; if this is it, look at the document's title.");
}
