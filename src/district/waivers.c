/* Words for waivers of a district. */
#include "district/waivers.h"

#include "base/translate.h"

static char *expired(const WaiverUse *use, RasoatLanguage language)
{
    const char *words = say(language, "hết hạn, không còn áp dụng");
    if (use->open_in == 0)
        return g_strdup(words);
    g_autofree char *needed = g_strdup_printf(say(language, "%u văn bản còn vướng"), use->open_in);
    return g_strdup_printf("%s; %s", words, needed);
}

char *district_waiver_effect(const WaiverRow *row, const WaiverUse *use, const char *as_of,
                             RasoatLanguage language)
{
    switch (waiver_state(row, use, as_of)) {
    case WAIVER_USED:
        return g_strdup_printf(say(language, "được chấp nhận ở %u văn bản"), use->open_in);
    case WAIVER_EXPIRED:
        return expired(use, language);
    case WAIVER_NOT_OPEN:
        return g_strdup(say(language, "không cần nữa: quy chế đã đạt nội dung này hoặc không phải có"));
    case WAIVER_NO_FINDING:
        return g_strdup(say(language, "không có kết luận nào theo mã này"));
    case WAIVER_DOUBTFUL:
        return g_strdup_printf(say(language, "%u đơn vị cùng tên này, chưa áp dụng; ghi thêm cấp huyện, hoặc "
                                             "ghi tên tệp"),
                               use->units);
    default:
        return g_strdup(say(language, "không có văn bản nào của đơn vị hay tên tệp này"));
    }
}

char *district_waiver_scope(const WaiverRow *row, RasoatLanguage language)
{
    if (!row->unit && !row->file)
        return g_strdup(say(language, "mọi đơn vị"));
    return g_strdup_printf("%s%s%s", row->unit ? row->unit : "", row->unit && row->file ? "; " : "",
                           row->file ? row->file : "");
}

const char *district_waiver_class(WaiverState state)
{
    static const char *const classes[] = {"met", "missing", "none", "review", "review", "review"};
    return classes[state];
}

const char *district_waiver_symbol(WaiverState state)
{
    static const char *const symbols[] = {"✓", "✗", "–", "?", "?", "?"};
    return symbols[state];
}
