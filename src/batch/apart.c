/* Settings of two rounds beside each other. */
#include "batch/apart.h"

#include "base/translate.h"
#include "report/display.h"

static gboolean same_folder(const char *one, const char *other)
{
    g_autofree char *first = g_canonicalize_filename(one, NULL);
    g_autofree char *second = g_canonicalize_filename(other, NULL);
    return g_str_equal(first, second);
}

/* A key that an earlier version did not write is as good as null. */
static gboolean same_option(const json_t *one, const json_t *other, const char *key)
{
    const json_t *first = json_object_get(one, key), *second = json_object_get(other, key);
    gboolean none = !first || json_is_null(first);
    return none ? !second || json_is_null(second) : json_equal(first, second);
}

/* keys: of Round.options, NULL at the end. */
static gboolean same_options(const Round *before, const Round *after, const char *const *keys)
{
    json_t *then = json_loads(before->options, 0, NULL), *now = json_loads(after->options, 0, NULL);
    gboolean same = TRUE;
    for (; *keys && same; keys++)
        same = same_option(then, now, *keys);
    json_decref(then);
    json_decref(now);
    return same;
}

gboolean rounds_apart(const Round *before, const Round *after, Apart apart)
{
    static const char *const kind[] = {"profile", "staff", NULL};
    static const char *const files[] = {"list", "include", "exclude", NULL};
    static const char *const roster[] = {"roster", NULL};
    switch (apart) {
    case APART_FOLDER:
        return !same_folder(before->folder, after->folder);
    case APART_DATE:
        return g_strcmp0(before->as_of, after->as_of) != 0;
    case APART_RULES:
        return g_strcmp0(before->rules, after->rules) != 0 || g_strcmp0(before->version, after->version) != 0;
    case APART_KIND:
        return !same_options(before, after, kind);
    case APART_FILES:
        return !same_options(before, after, files);
    default:
        return !same_options(before, after, roster);
    }
}

static char *brief_folders(const Round *before, const Round *after, RasoatLanguage language)
{
    g_autofree char *then = display_name(before->folder), *now = display_name(after->folder);
    return g_strdup_printf(say(language, "thư mục khác: lần trước “%s”, lần này “%s”"), then, now);
}

static char *brief_dates(const Round *before, const Round *after, RasoatLanguage language)
{
    g_autofree char *then = say_date(language, before->as_of), *now = say_date(language, after->as_of);
    return g_strdup_printf(say(language, "luật tính đến ngày khác: lần trước %s, lần này %s"), then, now);
}

gboolean round_has_roster(const Round *round)
{
    json_t *options = json_loads(round->options, 0, NULL);
    const json_t *roster = json_object_get(options, "roster");
    gboolean has = roster && !json_is_null(roster);
    json_decref(options);
    return has;
}

/* With a roster figures are of its units, without one of the regulations that came. */
static const char *brief_rosters(const Round *before, const Round *after)
{
    if (!round_has_roster(before))
        return N_("từ lần này có danh sách đơn vị (--roster)");
    return round_has_roster(after) ? N_("danh sách đơn vị (--roster) khác lần trước")
                                   : N_("lần này không có danh sách đơn vị (--roster): tính trên số quy chế");
}

char *rounds_apart_brief(const Round *before, const Round *after, Apart apart, RasoatLanguage language)
{
    if (!rounds_apart(before, after, apart))
        return NULL;
    switch (apart) {
    case APART_FOLDER:
        return brief_folders(before, after, language);
    case APART_DATE:
        return brief_dates(before, after, language);
    case APART_RULES:
        return g_strdup(say(language, "bộ quy tắc hoặc bản chương trình khác lần trước"));
    case APART_KIND:
        return g_strdup(
            say(language, "loại đơn vị hoặc số người nêu chung (--profile, --staff) khác lần trước"));
    case APART_FILES:
        return g_strdup(say(language, "cách chọn tệp (--files-from, --include, --exclude) khác lần trước"));
    default:
        return g_strdup(say(language, brief_rosters(before, after)));
    }
}

char *rounds_apart_say(const Round *before, const Round *after, Apart apart, RasoatLanguage language)
{
    static const char *const consequences[APARTS] = {
        [APART_FOLDER] = N_("đơn vị được so theo tên, thay đổi có thể do tệp lấy từ nơi khác"),
        [APART_DATE] = N_("nếu luật đổi giữa hai ngày, thay đổi có thể do luật, không phải do đơn vị sửa"),
        [APART_RULES] = N_("thay đổi có thể do đó, không phải do đơn vị sửa")};
    char *brief = rounds_apart_brief(before, after, apart, language);
    if (!brief || !consequences[apart])
        return brief;
    char *sentence = g_strdup_printf("%s; %s", brief, say(language, consequences[apart]));
    g_free(brief);
    return sentence;
}

gboolean rounds_before(Store *store, const Round *after, Round *before, GError **error)
{
    gint64 id = store_round_before(store, after->id);
    return id > 0 && store_round(store, id, before, error);
}
